//! What stands on each sheet of the workbook, and the controls that add up the rows again.

use std::collections::HashMap;

use super::{Cell, Form, Made, Sheet};
use crate::frame::{FlatColumn, FlatRow};
use crate::model::Percent;
use crate::present::findings::accepted_words;
use crate::present::people::{RoleWords, when};
use crate::present::place::{Counted, Spot};
use crate::present::report::{Report, plain};
use crate::present::rows::spot;

impl Report<'_> {
    pub(super) fn people_sheet(&self) -> Sheet {
        let words = RoleWords::of(self.view);
        let has_periods = self.rows.year_days().is_some();
        let detail = self.text("xlsx-rows");
        let row = |(at, own): (usize, &crate::present::Account)| {
            let person = &own.person;
            let number = at + 1;
            let (share, of) = (self.text("column-percent"), self.text("xlsx-number"));
            let total = match self.rows.year_days() {
                None => format!("=ROUND(SUMIFS({detail}[{share}],{detail}[{of}],{number}),8)"),
                Some(_) => format!("=ROUND(SUMPRODUCT(({detail}[{of}]={number})*{}),8)", self.shares(&detail)),
            };
            let line = number + 1;
            let agree = format!(
                "=IF(ROUND(F{line}-I{line},8)=0,\"{}\",\"{}\")",
                self.text("xlsx-agrees"),
                self.text("xlsx-differs")
            );
            let mut cells = vec![
                Cell::Count(number),
                Cell::Text(plain(&person.person)),
                Cell::Text(words.joined(&person.roles).into_owned()),
                Cell::Text(person.cdrs.join(", ")),
                Cell::Count(person.projects),
                Cell::Percent(person.total_percent),
                person.capacity_percent.map_or(Cell::Unknown, Cell::Percent),
                person.difference_percent.map_or(Cell::Unknown, Cell::Percent),
                Cell::Formula(total, Made::Percent(person.total_percent)),
                Cell::Formula(agree, Made::Text(self.text("xlsx-agrees"))),
            ];
            if has_periods {
                cells.push(person.peak_percent.map_or(Cell::Unknown, Cell::Percent));
                cells.push(Cell::Text(when(self.view, person)));
            }
            cells.push(Cell::Text(person.status_message().map_or("–".to_owned(), |id| self.text(id))));
            cells
        };
        let mut columns = vec![
            self.column("xlsx-number", 6.0, Form::Count),
            self.column("column-subject", 34.0, Form::Text),
            self.column("column-roles", 30.0, Form::Text),
            self.column("column-cdrs", 10.0, Form::Text),
            self.column("column-projects", 10.0, Form::Count),
            self.column("column-total", 12.0, Form::Percent),
            self.column("column-capacity", 12.0, Form::Percent),
            self.column("column-difference", 12.0, Form::Percent),
            self.column("xlsx-control", 14.0, Form::Percent),
            self.column("xlsx-agreement", 12.0, Form::Text),
        ];
        if has_periods {
            columns.push(self.column("column-peak", 12.0, Form::Percent));
            columns.push(self.column("column-when", 24.0, Form::Text));
        }
        columns.push(self.column("column-status", 12.0, Form::Text));
        Sheet {
            name: self.text("xlsx-people"),
            table: "Persone".to_owned(),
            columns,
            rows: self.accounts.iter().enumerate().map(row).collect(),
        }
    }

    pub(super) fn rows_sheet(&self) -> Sheet {
        let numbered = (1..).zip(&self.accounts);
        let numbers: HashMap<&str, usize> = numbered.map(|(number, own)| (&*own.person.person, number)).collect();
        let number = |person: &str| numbers.get(person).map_or(Cell::Unknown, |number| Cell::Count(*number));
        let counted = Counted::of(self.rows.iter().map(spot));
        let has_periods = self.rows.year_days().is_some();
        let place = |spot: Spot<'_>| self.place(&spot, counted);
        let row = |row: FlatRow<'_>| {
            let text = |column: FlatColumn| Cell::Text(plain(row.text(column).unwrap_or_default()));
            let mut cells = vec![
                number(row.text(FlatColumn::Person).unwrap_or_default()),
                text(FlatColumn::Person),
                text(FlatColumn::RoleAsWritten),
                text(FlatColumn::Cdr),
                text(FlatColumn::Project),
                text(FlatColumn::ProjectTitle),
                Cell::Percent(row.percent()),
                text(FlatColumn::Path),
                place(spot(row)),
            ];
            if has_periods {
                cells.extend([text(FlatColumn::From), text(FlatColumn::To), Cell::Count(row.days().into())]);
            }
            cells
        };
        let mut columns = vec![
            self.column("xlsx-number", 6.0, Form::Count),
            self.column("column-subject", 34.0, Form::Text),
            self.column("column-roles", 40.0, Form::Text),
            self.column("column-cdr", 8.0, Form::Text),
            self.column("column-project", 16.0, Form::Text),
            self.column("column-title", 60.0, Form::Text),
            self.column("column-percent", 12.0, Form::Percent),
            self.column("column-document", 40.0, Form::Text),
            self.place_column(counted),
        ];
        if has_periods {
            columns.push(self.column("column-from", 12.0, Form::Text));
            columns.push(self.column("column-to", 12.0, Form::Text));
            columns.push(self.column("column-days", 8.0, Form::Count));
        }
        Sheet {
            name: self.text("xlsx-rows"),
            table: self.text("xlsx-rows"),
            columns,
            rows: self.rows.iter().map(row).collect(),
        }
    }

    /// The shares of the rows in formulas: over the year, by days, where some hold for a part of it.
    fn shares(&self, detail: &str) -> String {
        let share = format!("{detail}[{}]", self.text("column-percent"));
        let days = self.text("column-days");
        self.rows.year_days().map_or(share.clone(), |all| format!("{share}*{detail}[{days}]/{all}"))
    }

    /// A sum of the rows that have what stands in some columns of a line, and whether it agrees with the figure
    /// in `own`.
    ///
    /// Codes are compared as the texts that they are: `SUMIFS` would take 04 for 4, an empty cell for 0 and `*` for
    /// anything.
    fn control(&self, line: usize, criteria: &[(&str, &str)], own: &str, made: Percent) -> [Cell; 2] {
        let detail = self.text("xlsx-rows");
        let shares = self.shares(&detail);
        let same = |(column, cell): &(&str, &str)| format!("({detail}[{}]={cell}{line})*", self.text(column));
        let criteria: String = criteria.iter().map(same).collect();
        let sum = format!("ROUND(SUMPRODUCT({criteria}{shares}),8)");
        let agree = format!(
            "=IF(ROUND({own}{line}-{sum},8)=0,\"{}\",\"{}\")",
            self.text("xlsx-agrees"),
            self.text("xlsx-differs")
        );
        [
            Cell::Formula(format!("={sum}"), Made::Percent(made)),
            Cell::Formula(agree, Made::Text(self.text("xlsx-agrees"))),
        ]
    }

    pub(super) fn cdr_sheet(&self) -> Sheet {
        let row = |(at, cdr): (usize, &crate::present::CdrRecord)| {
            let mut cells = vec![
                Cell::Text(cdr.cdr.clone().unwrap_or_default()),
                Cell::Text(self.cdr_name(cdr)),
                Cell::Text(cdr.director.as_deref().map(plain).unwrap_or_default()),
                Cell::Count(cdr.sheets),
                Cell::Count(cdr.people),
                Cell::Percent(cdr.total_percent),
                Cell::Fte(cdr.fte),
            ];
            cells.extend(self.control(at + 2, &[("column-cdr", "A")], "F", cdr.total_percent));
            cells
        };
        Sheet {
            name: self.text("xlsx-cdrs"),
            table: "Centri".to_owned(),
            columns: vec![
                self.column("column-cdr", 8.0, Form::Text),
                self.column("column-name", 50.0, Form::Text),
                self.column("column-director", 30.0, Form::Text),
                self.column("column-sheets", 9.0, Form::Count),
                self.column("column-people", 9.0, Form::Count),
                self.column("column-percent", 14.0, Form::Percent),
                self.column("column-fte", 10.0, Form::Fte),
                self.column("xlsx-control", 14.0, Form::Percent),
                self.column("xlsx-agreement", 12.0, Form::Text),
            ],
            rows: self.cdrs.iter().enumerate().map(row).collect(),
        }
    }

    pub(super) fn project_sheet(&self) -> Sheet {
        let row = |(at, project): (usize, &crate::present::ProjectRecord)| {
            let total = project.total_percent.unwrap_or_default();
            let mut cells = vec![
                Cell::Text(project.cdr.clone().unwrap_or_default()),
                Cell::Text(project.project.as_deref().map(plain).unwrap_or_default()),
                Cell::Text(project.title.as_deref().map(plain).unwrap_or_default()),
                project.people.map_or(Cell::Unknown, Cell::Count),
                project.total_percent.map_or(Cell::Unknown, Cell::Percent),
                project.fte.map_or(Cell::Unknown, Cell::Fte),
            ];
            cells.extend(self.control(at + 2, &[("column-cdr", "A"), ("column-project", "B")], "E", total));
            cells
        };
        Sheet {
            name: self.text("xlsx-projects"),
            table: "Progetti".to_owned(),
            columns: vec![
                self.column("column-cdr", 8.0, Form::Text),
                self.column("column-project", 16.0, Form::Text),
                self.column("column-title", 70.0, Form::Text),
                self.column("column-people", 9.0, Form::Count),
                self.column("column-percent", 14.0, Form::Percent),
                self.column("column-fte", 10.0, Form::Fte),
                self.column("xlsx-control", 14.0, Form::Percent),
                self.column("xlsx-agreement", 12.0, Form::Text),
            ],
            rows: self.projects.iter().enumerate().map(row).collect(),
        }
    }

    pub(super) fn weight_sheet(&self) -> Sheet {
        let rows = self.directors.iter().flat_map(|director| {
            director.projects.iter().map(|own| {
                let kinds: Vec<String> = own.kinds().iter().map(|kind| self.text(&format!("kind-{kind}"))).collect();
                vec![
                    Cell::Text(plain(&director.director)),
                    Cell::Text(own.project.as_deref().map(plain).unwrap_or_default()),
                    Cell::Text(own.title.as_deref().map(plain).unwrap_or_default()),
                    Cell::Text(kinds.join(", ")),
                    Cell::Percent(own.commitment_percent),
                    Cell::Percent(own.weight_percent),
                ]
            })
        });
        Sheet {
            name: self.text("xlsx-weights"),
            table: "Pesi".to_owned(),
            columns: vec![
                self.column("column-director", 30.0, Form::Text),
                self.column("column-project", 16.0, Form::Text),
                self.column("column-title", 70.0, Form::Text),
                self.column("column-objective-kinds", 34.0, Form::Text),
                self.column("column-percent", 12.0, Form::Percent),
                self.column("column-weight", 12.0, Form::Percent),
            ],
            rows: rows.collect(),
        }
    }

    /// The column of where something is written.
    fn place_column(&self, counted: Counted) -> super::Column {
        match counted {
            Counted::Lines | Counted::Pages => self.column(counted.heading(), 8.0, Form::Count),
            Counted::Cells | Counted::Mixed => self.column(counted.heading(), 20.0, Form::Text),
        }
    }

    /// Where something is written.
    fn place(&self, spot: &Spot<'_>, counted: Counted) -> Cell {
        let words = spot.words(self.view, counted);
        match counted {
            Counted::Lines | Counted::Pages => words.parse().map_or(Cell::Unknown, Cell::Count),
            Counted::Cells | Counted::Mixed => Cell::Text(words.into_owned()),
        }
    }

    pub(super) fn finding_sheet(&self) -> Sheet {
        let origins = self.check.findings().filter_map(|finding| finding.origins.first());
        let counted = Counted::of(origins.map(Spot::from));
        let place = |spot: Spot<'_>| self.place(&spot, counted);
        let row = |finding: &crate::present::FindingRecord| {
            let origin = finding.origins.first();
            vec![
                Cell::Text(self.text(&format!("severity-{}", finding.severity.code()))),
                Cell::Text(finding.code.to_owned()),
                Cell::Text(plain(&finding.message)),
                Cell::Text(plain(&finding.help)),
                Cell::Text(finding.accepted.as_ref().map(|own| accepted_words(self.view, own)).unwrap_or_default()),
                Cell::Text(origin.map(|origin| plain(origin.origin().path)).unwrap_or_default()),
                origin.map_or(Cell::Unknown, |origin| place(origin.into())),
            ]
        };
        Sheet {
            name: self.text("xlsx-findings"),
            table: "Anomalie".to_owned(),
            columns: vec![
                self.column("column-severity", 12.0, Form::Text),
                self.column("column-code", 9.0, Form::Text),
                self.column("column-meaning", 80.0, Form::Prose),
                self.column("xlsx-remedy", 60.0, Form::Prose),
                self.column("xlsx-accepted", 30.0, Form::Prose),
                self.column("column-document", 40.0, Form::Text),
                self.place_column(counted),
            ],
            rows: self.check.findings().map(row).collect(),
        }
    }
}
