//! The `[layout]` of cento.toml that would read what was not read.

use std::fmt::Write;

use crate::model::{Meaning, PercentFault, Scale, ShareColumn};
use crate::parse::{Overlooked, OverlookedTable};
use crate::present::settings::quoted;

/// What the settings should say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Proposal {
    project_codes: Vec<String>,
    cdr_codes: Vec<String>,
    /// Whether the scale of bare figures is not known.
    needs_scale: bool,
    /// Whether figures are hours.
    needs_hours: bool,
    headings: Vec<(Meaning, String)>,
}

impl Proposal {
    /// What one document needs.
    pub(super) fn of(overlooked: &Overlooked<'_>, columns: &[&ShareColumn<'_>]) -> Self {
        let has = |fault| columns.iter().any(|column| column.scale == Scale::Unknown(fault));
        let projects = overlooked.project_headers.iter().map(|header| (Meaning::Project, header.clone()));
        Self {
            project_codes: overlooked.project_codes.clone(),
            cdr_codes: overlooked.cdr_codes.clone(),
            needs_scale: has(PercentFault::NoSign) || has(PercentFault::UnknownScale),
            needs_hours: has(PercentFault::Time),
            headings: overlooked.tables.iter().flat_map(headings).chain(projects).collect(),
        }
    }

    /// What another document needs besides.
    pub(super) fn and(mut self, other: &Self) -> Self {
        self.project_codes.extend(other.project_codes.iter().cloned());
        self.cdr_codes.extend(other.cdr_codes.iter().cloned());
        self.needs_scale |= other.needs_scale;
        self.needs_hours |= other.needs_hours;
        self.headings.extend(other.headings.iter().cloned());
        for codes in [&mut self.project_codes, &mut self.cdr_codes] {
            let mut seen = std::collections::HashSet::new();
            codes.retain(|code| seen.insert(code.clone()));
        }
        self
    }

    /// The entry; none if nothing is missing.
    pub(super) fn toml(&self) -> Option<String> {
        if *self == Self::default() {
            return None;
        }
        let mut out = String::from("[layout]\n");
        for (key, codes) in [("project_code", &self.project_codes), ("cdr_code", &self.cdr_codes)] {
            if !codes.is_empty() {
                let _ = writeln!(out, "{key} = {}", list(codes.iter()));
            }
        }
        if self.needs_scale {
            out.push_str("percent_scale = \"percent\" # \"fraction\": 0.5 = 50 %\n");
        }
        if self.needs_hours {
            out.push_str("unit = \"hours\"\nhours_per_year = 1548\n");
        }
        if !self.headings.is_empty() {
            out.push_str("\n[layout.headings]\n");
        }
        for meaning in Meaning::ALL {
            let mut words: Vec<&String> = Vec::new();
            for (_, word) in self.headings.iter().filter(|(of, _)| *of == meaning) {
                if !words.contains(&word) {
                    words.push(word);
                }
            }
            if !words.is_empty() {
                let _ = writeln!(out, "{} = {}", meaning.code(), list(words.into_iter()));
            }
        }
        Some(out)
    }
}

fn list<'a>(words: impl Iterator<Item = &'a String>) -> String {
    format!("[{}]", words.map(|word| quoted(word)).collect::<Vec<_>>().join(", "))
}

/// The headings that would make a staff table of one that was overlooked: the first column that looks like people, the
/// first that looks like shares, and of three columns the other as the role.
fn headings(table: &OverlookedTable<'_>) -> Vec<(Meaning, String)> {
    let first = |meanings: [Meaning; 2]| {
        let known = table.columns.iter().position(|column| column.known.is_some_and(|known| meanings.contains(&known)));
        known.or_else(|| {
            table.columns.iter().position(|column| column.looks.is_some_and(|looks| meanings.contains(&looks)))
        })
    };
    let person = first([Meaning::Person, Meaning::Surname]);
    let share = first([Meaning::Share, Meaning::Hours]);
    let role = (0..3).find(|&at| table.columns.len() == 3 && Some(at) != person && Some(at) != share);
    let mut found = Vec::new();
    for (at, meaning) in [(person, Meaning::Person), (role, Meaning::Role), (share, Meaning::Share)] {
        let Some(column) = at.and_then(|at| table.columns.get(at)) else { continue };
        let words = column.header.words();
        if !words.is_empty() && column.known.is_none() {
            found.push((meaning, words.into_owned()));
        }
    }
    found
}
