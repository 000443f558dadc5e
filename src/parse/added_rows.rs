//! The rows that totals add up, column by column, and what all rows of a document make.

use std::cell::OnceCell;

use foldhash::HashMap;

use super::figure::Figure;
use super::made::Made;
use super::periods::PeriodNumber;
use super::rows::{RawCells, RawRow};
use super::total_rows::{TotalRow, TotalRows};
use crate::identity;
use crate::model::{Percent, Sheet};
use crate::source::Place;
use crate::vocabulary::{Vocabulary, is_of_all, summed};

/// A row that is summed, or one of which nobody can say what it adds.
#[derive(Debug, Clone, Copy)]
pub struct Line<'t> {
    /// Where its share is written.
    pub offset: usize,
    /// What that says; none if it cannot be read.
    pub figure: Option<Figure>,
    /// Whose it is, of which sheet, and when it holds.
    pub name: Option<Place<'t>>,
    pub sheet: Option<usize>,
    pub period: Option<PeriodNumber>,
}

impl Line<'_> {
    /// What all spellings of its name have in common.
    pub fn key(&self) -> String {
        self.name.map(|name| identity::person_key(&name.words())).unwrap_or_default()
    }
}

/// What some rows make.
#[derive(Debug, Clone, Copy, Default)]
pub struct Group {
    pub made: Made,
    pub rows: usize,
    pub unknown: usize,
}

impl Group {
    /// Takes in a row.
    pub fn add(&mut self, line: &Line<'_>) {
        match line.figure {
            Some(figure) => {
                self.made.add(figure);
                self.rows += 1;
            }
            None => self.unknown += 1,
        }
    }

    /// What some rows make.
    pub fn of<'t>(lines: impl IntoIterator<Item = Line<'t>>) -> Self {
        let mut group = Self::default();
        lines.into_iter().for_each(|line| group.add(&line));
        group
    }

    /// Whether there are no rows.
    pub fn is_nothing(&self) -> bool {
        self.rows == 0 && self.unknown == 0
    }

    /// Whether a total may be that of these rows. Where one of them cannot be read, that is told by itself; and a bare figure below
    /// percentages may say how many they are.
    pub fn may_make(&self, total: Figure) -> bool {
        let counts = || {
            !total.signed
                && self.made.is_signed
                && Ok(total.percent) == u32::try_from(self.rows).map(Percent::from_whole)
        };
        !self.is_nothing() && (self.unknown > 0 || self.made.is_said_by(total) || counts())
    }
}

/// What some rows make, one by one: each with the place of the last.
#[derive(Debug, Default)]
struct Tally(Vec<(usize, Group)>);

impl Tally {
    fn add(&mut self, line: &Line<'_>) {
        let mut group = self.all();
        group.add(line);
        self.0.push((line.offset, group));
    }

    fn all(&self) -> Group {
        self.0.last().map_or_else(Group::default, |(_, group)| *group)
    }

    fn before(&self, offset: usize) -> Group {
        let rows = self.0.partition_point(|(at, _)| *at < offset);
        rows.checked_sub(1).map_or_else(Group::default, |last| self.0[last].1)
    }
}

/// What all rows of a document make.
#[derive(Debug, Default)]
struct Tallies {
    all: Tally,
    sheets: HashMap<usize, Tally>,
    cdrs: HashMap<usize, Tally>,
    people: HashMap<String, Group>,
}

/// The rows of a document, to which a total may go back beyond its own table.
pub struct Document<'a, 't> {
    rows: &'a [RawRow<'t>],
    sheets: &'a [Sheet<'t>],
    pub vocabulary: Vocabulary<'a>,
    tallies: OnceCell<Tallies>,
}

impl<'a, 't> Document<'a, 't> {
    /// Those of a document with these sheets.
    pub fn new(rows: &'a [RawRow<'t>], sheets: &'a [Sheet<'t>], vocabulary: Vocabulary<'a>) -> Self {
        Self { rows, sheets, vocabulary, tallies: OnceCell::new() }
    }

    /// What all rows make, worked out when a total is not what those of its table make.
    fn tallies(&self) -> &Tallies {
        self.tallies.get_or_init(|| {
            let mut lines: Vec<Line<'t>> = self.rows.iter().filter_map(line).map(|(_, _, line)| line).collect();
            lines.sort_by_key(|line| line.offset);
            let mut tallies = Tallies::default();
            for line in &lines {
                tallies.all.add(line);
                if let Some(sheet) = line.sheet {
                    tallies.sheets.entry(sheet).or_default().add(line);
                }
                if let Some(cdr) = self.cdr_of(line.sheet) {
                    tallies.cdrs.entry(cdr).or_default().add(line);
                }
                tallies.people.entry(line.key()).or_default().add(line);
            }
            tallies
        })
    }

    fn cdr_of(&self, sheet: Option<usize>) -> Option<usize> {
        self.sheets.get(sheet?)?.cdr
    }

    /// What all rows before a place make; those of the last sheet; and those of the last CDR.
    pub fn before(&self, offset: usize, sheet: Option<usize>) -> Vec<Group> {
        let tallies = self.tallies();
        let of_sheet = sheet.and_then(|sheet| tallies.sheets.get(&sheet));
        let of_cdr = self.cdr_of(sheet).and_then(|cdr| tallies.cdrs.get(&cdr));
        [Some(&tallies.all), of_sheet, of_cdr].into_iter().flatten().map(|tally| tally.before(offset)).collect()
    }

    /// What all rows make.
    pub fn whole(&self) -> Group {
        self.tallies().all.all()
    }

    /// What all rows of the person, or of the sheet, of a row make.
    pub fn alike(&self, one: &Line<'t>, in_person: bool) -> Group {
        let tallies = self.tallies();
        let of_person = || tallies.people.get(&one.key()).copied();
        let of_sheet = || tallies.sheets.get(&one.sheet?).map(Tally::all);
        if in_person { of_person() } else { of_sheet() }.unwrap_or_default()
    }

    /// The names of a sheet, in small letters: its code, its title, what is written instead of a code.
    fn names(&self, sheet: usize) -> Vec<String> {
        let Some(sheet) = self.sheets.get(sheet) else { return Vec::new() };
        let title = sheet.title.as_ref().map(|title| title.words().to_lowercase());
        let written = sheet.code.is_none().then(|| sheet.place.words().to_lowercase());
        sheet.code.iter().map(|code| code.to_lowercase()).chain(title).chain(written).collect()
    }
}

/// One column of shares: its rows, and its totals, each with the number of rows above it.
#[derive(Default)]
pub struct Column<'t> {
    /// The rows in their order.
    pub lines: Vec<Line<'t>>,
    /// The totals.
    pub totals: Vec<(usize, TotalRow<'t>)>,
    /// Its rows by the keys of their names, and by what their projects are called.
    pub people: HashMap<String, Vec<usize>>,
    pub projects: HashMap<String, Vec<usize>>,
}

impl Column<'_> {
    /// Whether one of its totals names somebody or something.
    fn names_any(&self) -> bool {
        self.totals.iter().any(|(_, total)| {
            let of_own = || summed(&total.label.words()).is_some_and(|of| !is_of_all(of));
            total.person.is_some() || total.project.is_some() || of_own()
        })
    }

    /// Puts its rows in order, and finds out whose they are, if that is asked.
    pub fn settle(&mut self, document: &Document<'_, '_>) {
        self.lines.sort_by_key(|line| line.offset);
        for (above, total) in &mut self.totals {
            *above = self.lines.partition_point(|line| line.offset < total.total.offset());
        }
        if !self.names_any() {
            return;
        }
        let mut sheets: HashMap<usize, Vec<usize>> = HashMap::default();
        for (at, line) in self.lines.iter().enumerate() {
            let key = line.key();
            if !key.is_empty() {
                self.people.entry(key).or_default().push(at);
            }
            if let Some(sheet) = line.sheet {
                sheets.entry(sheet).or_default().push(at);
            }
        }
        for (sheet, own) in sheets {
            for name in document.names(sheet) {
                self.projects.entry(name).or_insert_with(|| own.clone());
            }
        }
    }
}

/// A row as it is summed, with its table and the part of the year that it may be of.
fn line<'t>(row: &RawRow<'t>) -> Option<(usize, Option<PeriodNumber>, Line<'t>)> {
    let RawCells::Read(cells) = &row.cells else { return None };
    let figure = cells.figure.ok();
    let line =
        Line { offset: cells.share.offset(), figure, name: Some(cells.name), sheet: row.sheet, period: cells.period };
    Some((cells.table, cells.period, line))
}

/// The columns of shares that have totals.
pub fn columns<'t>(rows: &[RawRow<'t>], totals: &TotalRows<'t>) -> Vec<Column<'t>> {
    let mut all: Vec<Column<'t>> = Vec::new();
    // The columns of each table, by the part of the year that they are.
    let mut tables: HashMap<usize, Vec<(Option<PeriodNumber>, usize)>> = HashMap::default();
    for total in &totals.all {
        let own = tables.entry(total.table).or_default();
        let known = own.iter().find(|(span, _)| *span == total.span).map(|(_, at)| *at);
        let at = known.unwrap_or_else(|| {
            own.push((total.span, all.len()));
            all.push(Column::default());
            all.len() - 1
        });
        all[at].totals.push((0, *total));
    }
    for (table, period, line) in rows.iter().filter_map(line) {
        let Some(own) = tables.get(&table) else { continue };
        let has_spans = own.iter().any(|(span, _)| span.is_some());
        let of_span = own.iter().find(|(span, _)| !has_spans || *span == period);
        match of_span {
            Some((_, at)) => all[*at].lines.push(line),
            // A remark beside its name says otherwise when it holds: nobody can say to which column it was added.
            None => own.iter().for_each(|(_, at)| all[*at].lines.push(Line { figure: None, ..line })),
        }
    }
    for (table, offset) in &totals.unknown {
        for (_, at) in tables.get(table).into_iter().flatten() {
            all[*at].lines.push(Line { offset: *offset, figure: None, name: None, sheet: None, period: None });
        }
    }
    all
}
