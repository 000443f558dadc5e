//! Tables of indicators: code, what is measured, target.

use super::shape::{Begin, Open, Shape, Table};
use super::stray;
use crate::model::Indicator;
use crate::parse::context::Context;
use crate::source::{Block, Place};
use crate::vocabulary::{TableHeader, is_indicator_code};

/// A table of indicators that is being read.
#[derive(Debug)]
struct Indicators;

/// Whether a table is one of indicators.
pub fn recognise<'t>(table: &Table<'t>) -> Option<Begin<'t>> {
    if table.about != Some(TableHeader::Indicators) {
        return None;
    }
    let first = table.first;
    Some(Box::new(move |context, _| {
        take_named(first, context);
        let open: Open<'t> = Box::new(Indicators);
        open
    }))
}

impl<'t> Shape<'t> for Indicators {
    fn row(&mut self, row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) -> bool {
        let _ = self::row(row, first, context) || stray::take(row, context) || stray::take_torn(row, context);
        true
    }

    fn is_skimmed(&self) -> bool {
        true
    }
}

/// Takes a row that begins with the code of an indicator, wherever it stands; tells whether it does.
pub fn row<'t>(row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) -> bool {
    if !is_indicator_code(first.raw()) {
        return named(first, context);
    }
    let Some(sheet) = context.sheet else { return true };
    let sheet = &mut context.part.sheets[sheet];
    let mut cells = row.cells().map(|cell| cell.place).skip_while(|cell| cell.raw().is_empty());
    let Some(code) = cells.next() else { return true };
    if sheet.indicators.is_empty() {
        // Most projects have some.
        sheet.indicators.reserve(8);
    }
    sheet.indicators.push(Indicator {
        code,
        title: cells.next(),
        target: cells.next(),
        objective: sheet.objectives.len().checked_sub(1),
    });
    true
}

/// Takes the indicators whose codes stand by themselves at the beginning of a text, where the rows of their table cannot be
/// told apart or the cells are lines; tells whether it begins with one.
pub fn named<'t>(place: Place<'t>, context: &mut Context<'t>) -> bool {
    let raw = place.raw();
    let is_named = raw.starts_with(['M', 'O', 'P']) && raw.split_whitespace().next().is_some_and(is_indicator_code);
    if is_named {
        take_named(place, context);
    }
    is_named
}

/// Takes all indicators whose codes stand in a text: what they measure is not known, but that they are there.
fn take_named<'t>(place: Place<'t>, context: &mut Context<'t>) {
    let Some(sheet) = context.sheet else { return };
    let sheet = &mut context.part.sheets[sheet];
    let objective = sheet.objectives.len().checked_sub(1);
    let codes = place.raw().split_whitespace().filter(|word| is_indicator_code(word)).map(|code| place.at(code));
    sheet.indicators.extend(codes.map(|code| Indicator { code, title: None, target: None, objective }));
}

/// Whether a row that begins so may be one of a table of indicators, or its header. Most are notes, phases and amounts.
pub fn may_matter(start: &str) -> bool {
    let text = start.as_bytes();
    match text.first().map(u8::to_ascii_lowercase) {
        Some(b'm' | b'o' | b'p' | b'i') => true,
        // `Nome Soggetto`, `Codice indicatore`; but not `Nota:` and `Cap.`
        Some(b'n' | b'c') => text.get(2).is_some_and(|&third| matches!(third, b'm' | b'M' | b'd' | b'D')),
        _ => false,
    }
}
