//! Results → words: tables for people, JSON and CSV for programs, in Italian and English.
//!
//! Everything that is shown passes through here; nothing is computed here.

mod cdrs;
mod check;
mod csv;
mod facts;
mod findings;
mod json;
mod messages;
mod number;
mod people;
mod person;
mod projects;
mod rows;
mod table;

use serde::Serialize;

pub use self::csv::{Dialect, csv};
pub use self::json::{json, json_document};
pub use cdrs::{CdrRecord, cdr_record, cdr_table};
pub use check::{CheckPart, CheckReport, check_part, check_table, headline};
pub use findings::{FindingRecord, OriginRecord, concise};
pub use messages::{Args, Language, Messages};
pub use number::Numbers;
pub use people::{PersonRecord, people_table, person_record, sort_people, tolerance_line};
pub use person::{Account, AccountLine, AccountRow, account, account_text};
pub use projects::{ProjectRecord, project_record, project_table};
pub use rows::{FlatRow, flat_rows, rows_table};
pub use table::visible;

/// How results are shown.
#[derive(Debug)]
pub struct View {
    /// The words.
    pub messages: Messages,
    /// Whether colours may be used, besides signs and words.
    pub colour: bool,
    /// The width of the terminal; none if the output goes elsewhere.
    pub width: Option<u16>,
}

impl View {
    /// A view for a language, without colour and without a limit to its width.
    ///
    /// ```
    /// use cento::present::{Language, View};
    ///
    /// assert_eq!(View::plain(Language::Italian).messages.text("status-over"), "oltre");
    /// ```
    pub fn plain(language: Language) -> Self {
        Self { messages: Messages::new(language), colour: false, width: None }
    }

    /// How numbers are written.
    pub fn numbers(&self) -> Numbers {
        Numbers::of(self.messages.language())
    }
}

/// What JSON and CSV write for programs: one line of a table of its own kind.
pub trait Record: Serialize {
    /// The columns in CSV, by their names in JSON.
    const COLUMNS: &'static [&'static str];

    /// Sets the label of the plan that the record belongs to.
    fn set_plan(&mut self, label: &str);
}

/// Sets the label of a plan in all its records.
pub fn label<R: Record>(records: &mut [R], label: &str) {
    for record in records {
        record.set_plan(label);
    }
}
