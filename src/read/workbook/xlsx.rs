//! Workbooks of Excel, XLSX → filled cells.
//!
//! ECMA-376 part 1, chapter 18. Of formulas the results that are kept in the file are read.

use std::collections::HashMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::cells::{Merged, Value, Workbook};
use super::format;
use super::number::Decimal;
use super::styles::{Style, styles};
use super::texts::{Runs, SharedTexts, shared_texts, unescaped};
use crate::read::container::package::Package;
use crate::read::container::xml::{Xml, attribute, push_text};
use crate::read::refusal::Refusal;
use crate::source::Mark;

/// The filled cells of a workbook.
///
/// # Errors
///
/// It is damaged, too large or empty.
pub fn read(package: &mut Package<'_>) -> Result<Workbook, Refusal> {
    let parts = relationships(package)?;
    let Listed { worksheets, is_1904, calculates_on_load } = worksheets(package)?;
    let of_kind = |kind: &str| parts.values().find(|part| part.kind == kind).map(|part| &*part.name);
    let texts = match of_kind("sharedStrings") {
        Some(name) if package.has(name) => shared_texts(&mut package.xml(name)?)?,
        _ => SharedTexts::default(),
    };
    let styles = match of_kind("styles") {
        Some(name) if package.has(name) => styles(&mut package.xml(name)?)?,
        _ => Vec::new(),
    };
    let mut workbook = Workbook::new();
    for worksheet in worksheets {
        let part = parts.get(&worksheet.id).ok_or(Refusal::Damaged)?;
        // Sheets that are charts, and forms of old, have no cells.
        if part.kind == "worksheet" {
            workbook.begin_worksheet(worksheet.name, worksheet.is_hidden)?;
            let mut cells = Cells {
                workbook: &mut workbook,
                texts: &texts,
                styles: &styles,
                is_1904,
                calculates_on_load,
                next: (0, 0),
            };
            cells.read(&mut package.xml(&part.name)?)?;
        }
    }
    Ok(workbook)
}

/// A part of the workbook: the last word of its type, such as `worksheet`, and its name.
struct Part {
    kind: String,
    name: String,
}

/// The parts of the workbook by the names that it gives them.
fn relationships(package: &mut Package<'_>) -> Result<HashMap<String, Part>, Refusal> {
    let mut xml = package.xml("xl/_rels/workbook.xml.rels")?;
    let mut parts = HashMap::new();
    while let Some(event) = xml.next()? {
        let (Event::Start(tag) | Event::Empty(tag)) = event else { continue };
        if let (Some(id), Some(target), Some(kind)) =
            (attribute(&tag, "Id"), attribute(&tag, "Target"), attribute(&tag, "Type"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            parts.insert(id, Part { kind, name: name_of_part(&target) });
        }
    }
    Ok(parts)
}

/// The name of a part that is given from the root of the package, or from the folder of the workbook.
fn name_of_part(target: &str) -> String {
    let target = target.replace('\\', "/").to_ascii_lowercase();
    let mut folders = if target.starts_with('/') { Vec::new() } else { vec!["xl"] };
    for word in target.split('/') {
        match word {
            "" | "." => {}
            ".." => drop(folders.pop()),
            word => folders.push(word),
        }
    }
    folders.join("/")
}

/// A worksheet as the workbook lists it.
struct SheetEntry {
    name: String,
    id: String,
    is_hidden: bool,
}

/// What the workbook says of itself.
struct Listed {
    worksheets: Vec<SheetEntry>,
    /// Whether its dates are counted from 1904.
    is_1904: bool,
    /// Whether the results of its formulas are worked out when it is opened: those that are kept may be none.
    calculates_on_load: bool,
}

/// The worksheets of the workbook, and how it counts.
fn worksheets(package: &mut Package<'_>) -> Result<Listed, Refusal> {
    let mut xml = package.xml("xl/workbook.xml")?;
    let (mut worksheets, mut is_1904, mut calculates_on_load) = (Vec::new(), false, false);
    while let Some(event) = xml.next()? {
        let (Event::Start(tag) | Event::Empty(tag)) = event else { continue };
        match tag.local_name().as_ref() {
            "workbookPr" => is_1904 |= attribute(&tag, "date1904").is_some_and(|value| value == "1" || value == "true"),
            "calcPr" => {
                calculates_on_load |=
                    attribute(&tag, "fullCalcOnLoad").is_some_and(|value| value == "1" || value == "true");
            }
            "sheet" => worksheets.push(SheetEntry {
                name: attribute(&tag, "name").unwrap_or_default(),
                id: attribute(&tag, "id").unwrap_or_default(),
                is_hidden: attribute(&tag, "state").is_some_and(|state| state != "visible"),
            }),
            _ => {}
        }
    }
    Ok(Listed { worksheets, is_1904, calculates_on_load })
}

/// The cells of one worksheet, while they are read.
struct Cells<'w> {
    workbook: &'w mut Workbook,
    texts: &'w SharedTexts,
    styles: &'w [Style],
    is_1904: bool,
    calculates_on_load: bool,
    /// Where the next row and cell are that do not say it.
    next: (u32, u32),
}

/// A cell that is being read.
struct Open {
    place: (u32, u32),
    /// Its attribute `s`: which of the styles is its own.
    s: usize,
    /// Its attribute `t`: what its value is.
    t: String,
    value: String,
    in_value: bool,
    /// The formula that it holds, if it holds one.
    formula: Option<String>,
    in_formula: bool,
    runs: Runs,
}

impl Cells<'_> {
    fn read(&mut self, xml: &mut Xml<impl BufRead>) -> Result<(), Refusal> {
        let mut open: Option<Open> = None;
        while let Some(event) = xml.next()? {
            match &event {
                Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                    "row" => {
                        let row = attribute(tag, "r").and_then(|row| row.parse::<u32>().ok()?.checked_sub(1));
                        let row = row.unwrap_or(self.next.0);
                        let is_empty = matches!(event, Event::Empty(_));
                        self.next = (row.saturating_add(u32::from(is_empty)), 0);
                        if is_on(tag, "hidden") {
                            self.workbook.hide_rows(row..row.saturating_add(1));
                        }
                    }
                    "c" => {
                        let cell = self.begin(tag)?;
                        open = matches!(event, Event::Start(_)).then_some(cell);
                        continue;
                    }
                    "col" if is_on(tag, "hidden") => {
                        let number = |name| attribute(tag, name).and_then(|number| number.parse::<u32>().ok());
                        if let (Some(first), Some(last)) = (number("min"), number("max")) {
                            self.workbook.hide_columns(first.saturating_sub(1)..last);
                        }
                    }
                    "mergeCell" => self.workbook.merge(attribute(tag, "ref").and_then(|area| merged(&area)))?,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "row" => self.next = (self.next.0.saturating_add(1), 0),
                    "c" => {
                        if let Some(cell) = open.take() {
                            self.end(cell)?;
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
            if let Some(cell) = &mut open {
                cell.take(&event);
            }
        }
        Ok(())
    }

    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<Open, Refusal> {
        let mut cell = Open {
            place: self.next,
            s: 0,
            t: String::new(),
            value: String::new(),
            in_value: false,
            formula: None,
            in_formula: false,
            runs: Runs::default(),
        };
        for attribute in tag.attributes().flatten() {
            match attribute.key.as_ref() {
                "r" => cell.place = place(&attribute.value).ok_or(Refusal::Damaged)?,
                "s" => cell.s = attribute.value.parse().unwrap_or_default(),
                "t" => cell.t = attribute.value.clone().into_owned(),
                _ => {}
            }
        }
        self.next = (cell.place.0, cell.place.1.saturating_add(1));
        Ok(cell)
    }

    fn end(&mut self, mut cell: Open) -> Result<(), Refusal> {
        let value = self.value(&mut cell)?;
        let style = self.styles.get(cell.s).copied().unwrap_or_default();
        let is_blank = value.seen.text.trim().is_empty();
        let (value, is_uncalculated) = match &cell.formula {
            // Without a result it is not known what is seen.
            Some(formula) if cell.value.trim().is_empty() && is_blank => (Value::text(format!("={formula}")), true),
            Some(_) => (value, self.calculates_on_load && cell.value.trim() == "0"),
            None => (value, false),
        };
        let value = style.shown(value).marked(Mark::Uncalculated, is_uncalculated);
        self.workbook.push(cell.place, value)
    }

    /// What a cell holds.
    fn value(&self, cell: &mut Open) -> Result<Value, Refusal> {
        let written = cell.value.trim();
        Ok(match &*cell.t {
            "s" if written.is_empty() => Value::default(),
            "s" => {
                let text = written.parse::<usize>().ok().and_then(|at| self.texts.texts.get(at));
                Value { seen: text.ok_or(Refusal::Damaged)?.clone(), number: None }
            }
            "inlineStr" => Value { seen: cell.runs.finished(), number: None },
            "b" => Value::text(if written == "1" || written == "true" { "VERO" } else { "FALSO" }),
            "" | "n" => match written.parse().ok().and_then(Decimal::of) {
                Some(number) => {
                    let format = self.styles.get(cell.s).copied().unwrap_or_default().format;
                    Value::number(format::show(format, number, self.is_1904), format)
                }
                None => Value::text(written),
            },
            // A text, the result of a formula, a date as it is written, or an error such as `#N/A`.
            _ => Value::text(unescaped(written)),
        })
    }
}

impl Open {
    fn take(&mut self, event: &Event<'_>) {
        let is_value = |name: &str| name == "v" && self.t != "inlineStr";
        match event {
            Event::Start(tag) if is_value(tag.local_name().as_ref()) => self.in_value = true,
            Event::End(tag) if is_value(tag.local_name().as_ref()) => self.in_value = false,
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "f" => {
                self.formula = Some(String::new());
                self.in_formula = matches!(event, Event::Start(_));
            }
            Event::End(tag) if tag.local_name().as_ref() == "f" => self.in_formula = false,
            event if self.in_value => push_text(event, &mut self.value),
            event if self.in_formula => self.formula.iter_mut().for_each(|formula| push_text(event, formula)),
            event => self.runs.take(event),
        }
    }
}

/// Whether an attribute says that something is so.
fn is_on(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| value == "1" || value == "true")
}

/// The row and column of a cell, `C12`, counted from 0.
fn place(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at_checked(letters).filter(|(letters, _)| (1..=3).contains(&letters.len()))?;
    let number = |byte: u8| u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    let column = letters.bytes().fold(0, |column, letter| column * 26 + number(letter));
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column - 1))
}

/// The cells of an area, `A2:A5`.
fn merged(area: &str) -> Option<Merged> {
    let (first, last) = area.split_once(':')?;
    Merged::new(place(first)?, place(last)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_their_names() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(place("ab12"), Some((11, 27)));
        for none in ["", "A", "1", "A0", "AAAA1", "A1B", "A99999999999", "È1"] {
            assert_eq!(place(none), None, "{none}");
        }
        assert_eq!(merged("A2:A5"), Merged::new((1, 0), (4, 0)));
        assert_eq!(merged("A5:A2"), None);
        assert_eq!(merged("A1:A1"), None);
    }

    #[test]
    fn parts_are_named_from_the_root_or_the_folder_of_the_workbook() {
        assert_eq!(name_of_part("worksheets/Sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(name_of_part("/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(name_of_part("../xl/./styles.xml"), "xl/styles.xml");
        assert_eq!(name_of_part("../../.."), "");
    }
}
