//! The sections of the page that are tables: CDRs, projects, weights.

use super::{Report, plain};
use crate::model::{Fte, Percent};
use crate::present::findings::accepted_words;
use crate::present::{CdrRecord, DirectorRecord, ProjectRecord};

/// A section of tables.
pub(super) struct Block {
    pub id: &'static str,
    pub notes: Vec<String>,
    pub tables: Vec<Table>,
}

#[derive(Default)]
pub(super) struct Table {
    pub title: String,
    pub notes: Vec<String>,
    pub heads: Vec<Head>,
    pub rows: Vec<Vec<String>>,
    pub sum: Vec<String>,
}

pub(super) struct Head {
    pub name: String,
    pub is_figure: bool,
}

impl Report<'_> {
    /// The name of a CDR, or that there is no CDR.
    pub(super) fn cdr_name(&self, cdr: &CdrRecord) -> String {
        match (cdr.name.as_deref(), &cdr.cdr) {
            (Some(name), _) => plain(name),
            (None, Some(_)) => "–".to_owned(),
            (None, None) => self.text("without-cdr"),
        }
    }

    fn heads(&self, heads: &[(&str, bool)]) -> Vec<Head> {
        heads.iter().map(|&(id, is_figure)| Head { name: self.text(id), is_figure }).collect()
    }

    pub(super) fn cdr_block(&self) -> Block {
        let numbers = self.numbers();
        let fte = |fte: Fte| numbers.decimal(fte.decimal(), 2);
        let row = |cdr: &CdrRecord| {
            vec![
                cdr.cdr.clone().unwrap_or("–".to_owned()),
                self.cdr_name(cdr),
                cdr.director.as_deref().map_or("–".to_owned(), plain),
                numbers.count(cdr.sheets),
                numbers.count(cdr.people),
                numbers.percent(cdr.total_percent),
                fte(cdr.fte),
            ]
        };
        let total: Percent = self.cdrs.iter().map(|cdr| cdr.total_percent).sum();
        let sum = vec![
            self.text("sum"),
            String::new(),
            String::new(),
            numbers.count(self.cdrs.iter().map(|cdr| cdr.sheets).sum()),
            String::new(),
            numbers.percent(total),
            fte(self.cdrs.iter().map(|cdr| cdr.fte).sum()),
        ];
        let heads = self.heads(&[
            ("column-cdr", false),
            ("column-name", false),
            ("column-director", false),
            ("column-sheets", true),
            ("column-people", true),
            ("column-percent", true),
            ("column-fte", true),
        ]);
        let table = Table { heads, rows: self.cdrs.iter().map(row).collect(), sum, ..Table::default() };
        Block { id: "cdrs", notes: vec![self.text("report-note-people")], tables: vec![table] }
    }

    pub(super) fn project_block(&self) -> Block {
        let numbers = self.numbers();
        let row = |project: &ProjectRecord| {
            vec![
                project.cdr.clone().unwrap_or("–".to_owned()),
                project.project.as_deref().map_or("–".to_owned(), plain),
                project.title.as_deref().map_or("–".to_owned(), plain),
                project.people.map_or("–".to_owned(), |people| numbers.count(people)),
                project.total_percent.map_or("–".to_owned(), |total| numbers.percent(total)),
                project.fte.map_or("–".to_owned(), |fte| numbers.decimal(fte.decimal(), 2)),
            ]
        };
        let total: Percent = self.projects.iter().filter_map(|project| project.total_percent).sum();
        let fte: Fte = self.projects.iter().filter_map(|project| project.fte).sum();
        let sum = vec![
            self.text("sum"),
            String::new(),
            String::new(),
            String::new(),
            numbers.percent(total),
            numbers.decimal(fte.decimal(), 2),
        ];
        let heads = self.heads(&[
            ("column-cdr", false),
            ("column-project", false),
            ("column-title", false),
            ("column-people", true),
            ("column-percent", true),
            ("column-fte", true),
        ]);
        let table = Table { heads, rows: self.projects.iter().map(row).collect(), sum, ..Table::default() };
        Block { id: "projects", notes: Vec::new(), tables: vec![table] }
    }

    pub(super) fn weight_block(&self) -> Block {
        let tables = self.directors.iter().map(|director| self.weight_table(director)).collect();
        Block { id: "weights", notes: vec![self.method()], tables }
    }

    fn weight_table(&self, director: &DirectorRecord) -> Table {
        let numbers = self.numbers();
        let rows: Vec<Vec<String>> = director
            .projects
            .iter()
            .map(|own| {
                let kinds: Vec<String> = own.kinds().iter().map(|kind| self.text(&format!("kind-{kind}"))).collect();
                vec![
                    own.project.as_deref().map_or("–".to_owned(), plain),
                    own.title.as_deref().map_or("–".to_owned(), plain),
                    kinds.join(", "),
                    numbers.percent(own.commitment_percent),
                    numbers.percent_to(own.weight_percent, 2),
                ]
            })
            .collect();
        let sum = vec![
            self.text("sum"),
            String::new(),
            String::new(),
            numbers.percent(director.commitment_percent),
            numbers.percent_to(director.weight_percent, 2),
        ];
        let findings = director.findings.iter().map(|finding| {
            let accepted = finding.accepted.as_ref().map(|own| format!(" [{}]", accepted_words(self.view, own)));
            format!("{} {}{}", finding.code, plain(&finding.message), accepted.unwrap_or_default())
        });
        Table {
            title: plain(&director.director),
            notes: director.notes.iter().map(|note| note.message.clone()).chain(findings).collect(),
            heads: self.heads(&[
                ("column-project", false),
                ("column-title", false),
                ("column-objective-kinds", false),
                ("column-percent", true),
                ("column-weight", true),
            ]),
            rows,
            sum,
        }
    }
}
