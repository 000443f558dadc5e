//! `[[layout.table]]`: where the columns of a table stand, for tables of which no word says it.

use serde::{Deserialize, Deserializer};
use toml::{Spanned, Value};

use super::fault::Fault;
use crate::model::Meaning;
use crate::source::Origin;

/// The most columns of a table that are looked at.
const MOST_COLUMNS: usize = 64;

/// How a table is read: in which row its header stands, and in which columns what.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRecipe {
    /// The row of the header: of the worksheet or table, of the page, or the line of a text.
    pub header_row: Spanned<u32>,
    /// The last row of the table; without it, the table ends as all others do.
    last_row: Option<Spanned<u32>>,
    /// The name of the document; all of them without it.
    document: Option<String>,
    /// The worksheet of a workbook, or the table of a text; all of them without it.
    worksheet: Option<String>,
    /// The page, in documents that have pages.
    page: Option<u32>,
    person: Option<ColumnAt>,
    surname: Option<ColumnAt>,
    first_name: Option<ColumnAt>,
    role: Option<ColumnAt>,
    share: Option<ColumnAt>,
    capacity: Option<ColumnAt>,
    split: Option<ColumnAt>,
    hours: Option<ColumnAt>,
    project: Option<ColumnAt>,
    title: Option<ColumnAt>,
    cdr: Option<ColumnAt>,
    cdr_name: Option<ColumnAt>,
    director: Option<ColumnAt>,
    number: Option<ColumnAt>,
    from: Option<ColumnAt>,
    to: Option<ColumnAt>,
    period: Option<ColumnAt>,
    duration: Option<ColumnAt>,
    /// Columns that have nothing to do with commitments.
    #[serde(default)]
    aside: Vec<ColumnAt>,
}

/// A column by its letters, as workbooks call it, or by its number, counted from 1.
#[derive(Debug, Clone)]
pub struct ColumnAt {
    written: Spanned<String>,
    /// The number; none if it is no column.
    number: Option<usize>,
}

impl<'de> Deserialize<'de> for ColumnAt {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Spanned::<Value>::deserialize(deserializer)?;
        let span = value.span();
        let (written, number) = match value.into_inner() {
            Value::Integer(number) => (number.to_string(), usize::try_from(number).ok()),
            Value::String(written) => {
                let number = number_of(&written);
                (written, number)
            }
            other => (other.type_str().to_owned(), None),
        };
        let number = number.filter(|number| (1..=MOST_COLUMNS).contains(number));
        Ok(Self { written: Spanned::new(span, written), number })
    }
}

/// The number of a column by its letters: `A` is 1, `AA` is 27.
fn number_of(letters: &str) -> Option<usize> {
    let is_column = (1..=3).contains(&letters.len()) && letters.bytes().all(|letter| letter.is_ascii_alphabetic());
    let value = |letter: u8| usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    is_column.then(|| letters.bytes().fold(0, |number, letter| 26 * number + value(letter)))
}

impl ColumnAt {
    /// Its number, counted from 1.
    pub fn number(&self) -> usize {
        self.number.unwrap_or_default()
    }

    /// As it is written, and where.
    pub fn written(&self) -> &Spanned<String> {
        &self.written
    }
}

impl TableRecipe {
    /// The columns with what stands in them, in the order of the meanings.
    pub fn columns(&self) -> impl Iterator<Item = (Meaning, &ColumnAt)> {
        Meaning::ALL.into_iter().flat_map(|meaning| self.of(meaning).into_iter().map(move |column| (meaning, column)))
    }

    fn of(&self, meaning: Meaning) -> Vec<&ColumnAt> {
        let one = match meaning {
            Meaning::Person => &self.person,
            Meaning::Surname => &self.surname,
            Meaning::FirstName => &self.first_name,
            Meaning::Role => &self.role,
            Meaning::Share => &self.share,
            Meaning::Capacity => &self.capacity,
            Meaning::Split => &self.split,
            Meaning::Hours => &self.hours,
            Meaning::Project => &self.project,
            Meaning::Title => &self.title,
            Meaning::Cdr => &self.cdr,
            Meaning::CdrName => &self.cdr_name,
            Meaning::Director => &self.director,
            Meaning::Number => &self.number,
            Meaning::From => &self.from,
            Meaning::To => &self.to,
            Meaning::Period => &self.period,
            Meaning::Duration => &self.duration,
            Meaning::Aside => return self.aside.iter().collect(),
        };
        one.iter().collect()
    }

    /// The last row of the table, if it is said.
    pub fn last_row(&self) -> Option<u32> {
        self.last_row.as_ref().map(|row| *row.get_ref())
    }

    /// Whether the header stands in a row.
    pub fn is_at(&self, row: &Origin<'_>) -> bool {
        let is_document = |name: &String| {
            row.path.strip_suffix(&**name).is_some_and(|before| before.is_empty() || before.ends_with(['/', '\\']))
        };
        *self.header_row.get_ref() == row.line
            && self.page == row.page
            && self.document.as_ref().is_none_or(is_document)
            && self.worksheet.as_deref().is_none_or(|name| row.worksheet == Some(name))
    }

    /// The first thing that cannot hold, with its place in the file.
    pub(super) fn check(&self) -> Result<(), (usize, Fault)> {
        let header = self.header_row.span().start;
        let no_row = |column, row: &Spanned<u32>| {
            Err((row.span().start, Fault::Figure { column, value: row.get_ref().to_string() }))
        };
        if *self.header_row.get_ref() == 0 {
            return no_row("header_row", &self.header_row);
        }
        if let Some(last) = self.last_row.as_ref().filter(|last| *last.get_ref() <= *self.header_row.get_ref()) {
            return no_row("last_row", last);
        }
        let mut seen = Vec::new();
        for (_, column) in self.columns() {
            let (start, written) = (column.written.span().start, column.written.get_ref().clone());
            let Some(number) = column.number else { return Err((start, Fault::NoColumn { written })) };
            if seen.contains(&number) {
                return Err((start, Fault::TwoMeanings { written }));
            }
            seen.push(number);
        }
        let is_named = self.person.is_some() != (self.surname.is_some() && self.first_name.is_some());
        if !is_named || self.surname.is_some() != self.first_name.is_some() {
            return Err((header, Fault::RecipeOfNobody));
        }
        let shares = [&self.share, &self.split, &self.hours];
        if shares.into_iter().flatten().count() != 1 || (self.split.is_some() && self.capacity.is_none()) {
            return Err((header, Fault::RecipeOfNothing));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn columns_are_letters_or_numbers() {
        assert_eq!(
            ["A", "z", "AA", "BL", "", "A1", "È"].map(number_of),
            [Some(1), Some(26), Some(27), Some(64), None, None, None]
        );
        let text = "[[layout.table]]\nheader_row = 5\nperson = 'B'\nshare = 6\naside = ['D', 3]\n";
        let settings = Settings::of("cento.toml", text.into()).unwrap();
        let columns = settings.layout.recipes[0].columns();
        let columns: Vec<_> = columns.map(|(meaning, column)| (meaning.code(), column.number())).collect();
        assert_eq!(columns, [("person", 2), ("share", 6), ("aside", 4), ("aside", 3)]);
    }

    #[test]
    fn what_cannot_hold_is_refused_with_its_line() {
        let fault = |entries: &str| {
            let text = format!("[[layout.table]]\n{}\n", entries.replace("; ", "\n"));
            match Settings::of("cento.toml", text.into()) {
                Err(crate::settings::SettingsError::Invalid { at, fault, .. }) => (at.line(), fault),
                other => panic!("{entries}: {other:?}"),
            }
        };
        let written = |written: &str| written.to_owned();
        for (entries, line, expected) in [
            ("header_row = 5; person = 'B'", 2, Fault::RecipeOfNothing),
            ("header_row = 5; person = 'B'; share = 'C'; hours = 'D'", 2, Fault::RecipeOfNothing),
            ("header_row = 5; share = 'C'", 2, Fault::RecipeOfNobody),
            ("header_row = 5; surname = 'B'; share = 'C'", 2, Fault::RecipeOfNobody),
            ("header_row = 5; person = 'A'; surname = 'B'; share = 'C'", 2, Fault::RecipeOfNobody),
            ("header_row = 5; person = 'B'; share = 'b'", 4, Fault::TwoMeanings { written: written("b") }),
            ("header_row = 5; person = 'B'; share = 2", 4, Fault::TwoMeanings { written: written("2") }),
            ("header_row = 5; person = 'B2'; share = 'C'", 3, Fault::NoColumn { written: written("B2") }),
            ("header_row = 5; person = 0; share = 'C'", 3, Fault::NoColumn { written: written("0") }),
            ("header_row = 5; person = 'B'; share = 'BM'", 4, Fault::NoColumn { written: written("BM") }),
            ("header_row = 5; person = 'B'; share = true", 4, Fault::NoColumn { written: written("boolean") }),
            (
                "header_row = 0; person = 'B'; share = 'C'",
                2,
                Fault::Figure { column: "header_row", value: written("0") },
            ),
            (
                "header_row = 5; last_row = 5; person = 'B'; share = 'C'",
                3,
                Fault::Figure { column: "last_row", value: written("5") },
            ),
        ] {
            assert_eq!(fault(entries), (line, expected), "{entries}");
        }
        let (line, unknown) = fault("header_row = 5; persone = 'B'; share = 'C'");
        assert!(matches!((line, unknown), (3, Fault::UnknownKey { nearest: Some("person"), .. })));
        assert!(matches!(fault("person = 'B'; share = 'C'"), (1, Fault::Syntax(_))));
    }
}
