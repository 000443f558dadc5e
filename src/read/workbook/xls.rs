//! Workbooks of Excel 97 to 2003, XLS → filled cells.
//!
//! [MS-XLS]. A stream of records: what holds for all worksheets, and then the cells of one worksheet after the other.

use std::collections::HashMap;

use super::cells::{Merged, Value, Workbook};
use super::format;
use super::number::Decimal;
use super::records::{Record, Records, Text};
use crate::read::container::compound::{u16_at, u32_at};
use crate::read::limits::Room;
use crate::read::refusal::Refusal;
use crate::source::{Mark, NumberFormat};

/// The records that matter, as [MS-XLS] calls them, by their numbers.
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000A;
    pub const DATE_1904: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002F;
    pub const FONT: u16 = 0x0031;
    pub const COL_INFO: u16 = 0x007D;
    pub const ROW: u16 = 0x0208;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00BD;
    pub const R_STRING: u16 = 0x00D6;
    pub const XF: u16 = 0x00E0;
    pub const MERGE_CELLS: u16 = 0x00E5;
    pub const SST: u16 = 0x00FC;
    pub const LABEL_SST: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const RK: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BOF: u16 = 0x0809;
}

/// The version of Excel 97 and all later ones.
const VERSION: u16 = 0x0600;

/// The filled cells of a workbook.
///
/// # Errors
///
/// It is damaged, too large, empty, under a password or older than Excel 97.
pub fn read(stream: &[u8]) -> Result<Workbook, Refusal> {
    let mut globals = Globals::default();
    for record in Records::new(stream) {
        if record.kind == kind::EOF {
            break;
        }
        globals.take(&record)?;
    }
    let mut workbook = Workbook::new();
    for worksheet in std::mem::take(&mut globals.worksheets) {
        workbook.begin_worksheet(worksheet.name, worksheet.is_hidden)?;
        let stream = stream.get(worksheet.start..).ok_or(Refusal::Damaged)?;
        Cells { workbook: &mut workbook, globals: &globals, depth: 0, formula: (0, 0) }.read(stream)?;
    }
    Ok(workbook)
}

/// What holds for all worksheets.
#[derive(Default)]
struct Globals {
    is_1904: bool,
    codes: HashMap<u16, NumberFormat>,
    formats: Vec<Style>,
    /// For each font, whether it is struck.
    fonts: Vec<bool>,
    texts: Vec<String>,
    worksheets: Vec<BoundSheet>,
}

/// A worksheet as the workbook lists it.
struct BoundSheet {
    name: String,
    is_hidden: bool,
    start: usize,
}

/// How a cell shows what it holds.
#[derive(Debug, Clone, Copy, Default)]
struct Style {
    format: NumberFormat,
    font: u16,
}

impl Globals {
    /// Whether a font is struck, by the number that cells have for it: there is none with the number 4.
    fn is_struck(&self, font: u16) -> bool {
        let at = usize::from(if font > 4 { font - 1 } else { font });
        self.fonts.get(at).is_some_and(|struck| *struck)
    }

    fn take(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let data = record.data();
        let number = |at| u16_at(data, at).ok_or(Refusal::Damaged);
        match record.kind {
            kind::BOF if number(0)? != VERSION => return Err(Refusal::OldWorkbook),
            kind::FILE_PASS => return Err(Refusal::Locked),
            kind::DATE_1904 => self.is_1904 = number(0)? == 1,
            kind::FORMAT => {
                let code = Text::new(record, 2).long().ok_or(Refusal::Damaged)?;
                self.codes.insert(number(0)?, format::of_code(&code));
            }
            kind::XF => {
                let id = number(2)?;
                let format = self.codes.get(&id).copied().unwrap_or(format::built_in(id.into()));
                self.formats.push(Style { format, font: number(0)? });
            }
            kind::FONT => self.fonts.push(number(2)? & 8 != 0),
            kind::BOUND_SHEET if data.get(5) == Some(&0) => self.worksheets.push(BoundSheet {
                start: u32_at(data, 0).ok_or(Refusal::Damaged)? as usize,
                is_hidden: data.get(4).is_some_and(|state| state & 3 != 0),
                name: Text::new(record, 6).short().ok_or(Refusal::Damaged)?,
            }),
            kind::SST => {
                // Empty texts take more memory than room in the file.
                let mut room = Room::new();
                let mut text = Text::new(record, 8);
                while let Some(shared) = text.shared() {
                    room.take(1, shared.len())?;
                    self.texts.push(shared);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// The cells of one worksheet, while they are read.
struct Cells<'w> {
    workbook: &'w mut Workbook,
    globals: &'w Globals,
    /// How deep in streams it stands: a chart in a worksheet has one of its own.
    depth: usize,
    /// The cell of the formula whose result comes next.
    formula: (u32, u32),
}

impl Cells<'_> {
    fn read(&mut self, stream: &[u8]) -> Result<(), Refusal> {
        for record in Records::new(stream) {
            match record.kind {
                kind::BOF => self.depth += 1,
                kind::EOF if self.depth <= 1 => break,
                kind::EOF => self.depth -= 1,
                _ if self.depth == 1 => self.take(&record).ok_or(Refusal::Damaged)??,
                _ => {}
            }
        }
        Ok(())
    }

    /// Takes a record of the worksheet; none if it is cut short.
    fn take(&mut self, record: &Record<'_>) -> Option<Result<(), Refusal>> {
        let data = record.data();
        let place = || Some((u32::from(u16_at(data, 0)?), u32::from(u16_at(data, 2)?)));
        Some(match record.kind {
            kind::NUMBER => self.number(place()?, u16_at(data, 4)?, Decimal::of(f64_at(data, 6)?)),
            kind::RK => self.number(place()?, u16_at(data, 4)?, rk(u32_at(data, 6)?)),
            kind::MUL_RK => return self.numbers(data),
            kind::LABEL_SST => {
                let text = self.globals.texts.get(u32_at(data, 6)? as usize)?;
                let value = Value::text(text.as_str()).marked(Mark::Struck, self.is_struck(u16_at(data, 4)?));
                self.workbook.push(place()?, value)
            }
            kind::LABEL | kind::R_STRING => {
                let value = Value::text(Text::new(record, 6).long()?);
                self.workbook.push(place()?, value.marked(Mark::Struck, self.is_struck(u16_at(data, 4)?)))
            }
            kind::BOOL_ERR => self.workbook.push(place()?, Value::text(bool_err(*data.get(6)?, *data.get(7)? != 0))),
            kind::FORMULA => {
                self.formula = place()?;
                return self.formula(data.get(6..14)?, u16_at(data, 4)?);
            }
            kind::STRING => self.workbook.push(self.formula, Value::text(Text::new(record, 0).long()?)),
            kind::ROW => {
                // Bit 5 of its options.
                if u16_at(data, 12)? & 0x20 != 0 {
                    let row = u32::from(u16_at(data, 0)?);
                    self.workbook.hide_rows(row..row + 1);
                }
                Ok(())
            }
            kind::COL_INFO => {
                if u16_at(data, 8)? & 1 != 0 {
                    let [first, last] = [u16_at(data, 0)?, u16_at(data, 2)?].map(u32::from);
                    self.workbook.hide_columns(first..last.saturating_add(1));
                }
                Ok(())
            }
            kind::MERGE_CELLS => {
                for area in data.get(2..)?.chunks_exact(8) {
                    let at = |at| u16_at(area, at).map(u32::from);
                    let merged = Merged::new((at(0)?, at(4)?), (at(2)?, at(6)?));
                    if let Err(refusal) = self.workbook.merge(merged) {
                        return Some(Err(refusal));
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        })
    }

    /// Whether what a cell of a style holds is struck.
    fn is_struck(&self, style: u16) -> bool {
        let style = self.globals.formats.get(usize::from(style)).copied().unwrap_or_default();
        self.globals.is_struck(style.font)
    }

    fn number(&mut self, place: (u32, u32), style: u16, number: Option<Decimal>) -> Result<(), Refusal> {
        let Style { format, font } = self.globals.formats.get(usize::from(style)).copied().unwrap_or_default();
        let is_struck = self.globals.is_struck(font);
        match number {
            Some(number) => {
                let value = Value::number(format::show(format, number, self.globals.is_1904), format);
                self.workbook.push(place, value.marked(Mark::Struck, is_struck))
            }
            None => Ok(()),
        }
    }

    /// Several numbers beside each other: row, first column, then style and number of each, last column.
    fn numbers(&mut self, data: &[u8]) -> Option<Result<(), Refusal>> {
        let (row, first) = (u32::from(u16_at(data, 0)?), u32::from(u16_at(data, 2)?));
        for (column, one) in (first..).zip(data.get(4..)?.chunks_exact(6)) {
            let number = rk(u32_at(one, 2)?);
            if let Err(refusal) = self.number((row, column), u16_at(one, 0)?, number) {
                return Some(Err(refusal));
            }
        }
        Some(Ok(()))
    }

    /// The result of a formula: a number, unless its last two bytes are set. A text comes in a record of its own.
    fn formula(&mut self, value: &[u8], style: u16) -> Option<Result<(), Refusal>> {
        if u16_at(value, 6)? != u16::MAX {
            return Some(self.number(self.formula, style, Decimal::of(f64_at(value, 0)?)));
        }
        let is_error = match value.first()? {
            1 => false,
            2 => true,
            _ => return Some(Ok(())),
        };
        Some(self.workbook.push(self.formula, Value::text(bool_err(*value.get(2)?, is_error))))
    }
}

/// Whether something is true, or which error came out, as Excel says it.
fn bool_err(value: u8, is_error: bool) -> &'static str {
    match (is_error, value) {
        (false, 0) => "FALSO",
        (false, _) => "VERO",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0F) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1D) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    }
}

fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

/// An RK number, in four bytes: a whole one, or the upper half of a binary fraction; either may be hundredths.
fn rk(bits: u32) -> Option<Decimal> {
    let number = if bits & 2 == 0 {
        Decimal::of(f64::from_bits(u64::from(bits & !3) << 32))
    } else {
        Decimal::of(f64::from(bits.cast_signed() >> 2))
    };
    number.map(|number| if bits & 1 == 0 { number } else { number.hundredth() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_four_bytes_are_exact() {
        let text = |bits| rk(bits).unwrap().to_string();
        assert_eq!(text(3 << 2 | 2), "3");
        assert_eq!(text(3 << 2 | 3), "0,03");
        assert_eq!(text(1150 << 2 | 3), "11,5");
        assert_eq!(text((-5_i32 << 2).cast_unsigned() | 2), "-5");
        let half = u32::try_from(0.5_f64.to_bits() >> 32).unwrap();
        assert_eq!((text(half), text(half | 1)), ("0,5".to_owned(), "0,005".to_owned()));
    }
}
