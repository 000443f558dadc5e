//! Results → words: tables for people, JSON and CSV for programs, in Italian and English.
//!
//! Everything that is shown passes through here; nothing is computed here.

mod account;
mod cdrs;
pub mod chart;
mod check;
mod csv;
mod excerpt;
mod explain;
mod facts;
mod findings;
mod gaps;
mod json;
mod layout;
mod messages;
mod names;
mod number;
mod people;
mod period;
mod person;
mod place;
mod projects;
mod rejected;
mod report;
mod rows;
mod score;
mod settings;
mod table;
mod weights;
mod workbook;

use serde::Serialize;

pub use self::csv::{Dialect, csv, write_csv, write_guarded_csv};
pub use self::json::{Records, json_document, write_json};
pub use account::{Account, AccountLine, AccountRow, account, sort_accounts};
pub use cdrs::{CdrRecord, cdr_record, cdr_table};
pub use check::{CheckPart, CheckReport, Detail, check_parts, headline, write_check};
pub use explain::{Explanation, explanations, explanations_page, explanations_text};
pub use findings::{FindingRecord, concise};
pub use layout::{
    BaseRecord, ColumnRecord, DisputeRecord, DocumentLayout, HeldBackRecord, LayoutDocument, OutcomeRecord,
    ShareColumnRecord, TableRecord, TrialRecord, WorkRecord, layout_document, layout_records, layout_text,
};
pub use messages::{Args, Language, Messages};
pub use names::{Names, Naming, without_names};
pub use number::Numbers;
pub use people::{PersonRecord, people_table, person_record, sort_people, tolerance_line};
pub use person::account_text;
pub use place::OriginRecord;
pub use projects::{ProjectRecord, project_record, project_table};
pub use rejected::RejectedRecord;
pub use report::{
    MANIFEST, Report, ReportError, ReportOptions, ReportPart, Source, SourceKind, files_of_manifest,
    manifest_of_several,
};
pub use rows::{flat_rows, label_rows, write_rows_table};
pub use score::{
    DirectorScoreRecord, ScoreDocument, ScoreFrame, ScoreLine, TemplateForm, TemplateLine, UncountedRecord,
    director_score_record, director_template, remaining_template, score_lines, score_text, template, template_workbook,
    uncounted,
};
pub use settings::{Suggestions, settings_file};
pub use table::{visible, visible_lines};
pub use weights::{
    DirectorRecord, FloorRecord, GroupBy, GroupRecord, Level, NoteRecord, WeightLine, WeightsDocument, WeightsFrame,
    director_records, floor_records, groups, weight_lines, weights_text,
};

/// How results are shown.
#[derive(Debug)]
pub struct View {
    /// The words.
    pub messages: Messages,
    /// Whether colours may be used, besides signs and words.
    pub colour: bool,
    /// The width of the terminal; none if the output goes elsewhere.
    pub width: Option<u16>,
    /// Whether people are named.
    pub naming: Naming,
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
        Self { messages: Messages::new(language), colour: false, width: None, naming: Naming::Plain }
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
