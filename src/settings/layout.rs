//! `[layout]`: how a body writes its plan, where the program does not know it.

use std::ops::Range;

use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Spanned;

use super::fault::Fault;
use super::pattern::Pattern;
use crate::model::{Meaning, Percent, heading_key, split_project_code};

/// How a body's staff tables and codes are written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LayoutSettings {
    /// The forms of projects' codes, besides `2024_PD_0411`.
    pub project_code: Vec<Pattern>,
    /// The forms of CDRs' codes, besides `A0`.
    pub cdr_code: Vec<Pattern>,
    /// In what figures without a unit are counted.
    pub unit: Option<Spanned<FigureUnit>>,
    /// The hours of a year's full work, by which hours become percentages.
    pub hours_per_year: Option<Spanned<Decimal>>,
    /// What figures without a percent sign are.
    pub percent_scale: Option<Spanned<PercentScale>>,
    /// `[layout.headings]`: the headings of columns.
    pub headings: LayoutHeadings,
}

/// In what figures are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureUnit {
    /// In percent.
    Percent,
    /// In hours of a year.
    Hours,
}

/// What figures without a percent sign are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PercentScale {
    /// Percentages: 0.5 is half a percent.
    Percent,
    /// Fractions of one: 0.5 is the half.
    Fraction,
}

/// Headings by what they mean, besides those that the program knows.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LayoutHeadings {
    person: Vec<OwnHeading>,
    surname: Vec<OwnHeading>,
    first_name: Vec<OwnHeading>,
    role: Vec<OwnHeading>,
    share: Vec<OwnHeading>,
    hours: Vec<OwnHeading>,
    project: Vec<OwnHeading>,
    title: Vec<OwnHeading>,
    cdr: Vec<OwnHeading>,
    cdr_name: Vec<OwnHeading>,
    director: Vec<OwnHeading>,
}

/// A heading as the settings write it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Spanned<String>")]
pub struct OwnHeading {
    /// As it is written.
    pub written: String,
    /// What equal headings have in common.
    pub key: String,
    /// Where it stands in the file, in bytes, quotes included.
    pub range: Range<usize>,
}

impl From<Spanned<String>> for OwnHeading {
    fn from(heading: Spanned<String>) -> Self {
        let range = heading.span();
        let written = heading.into_inner();
        Self { key: heading_key(&written), written, range }
    }
}

impl LayoutHeadings {
    /// Every heading with its meaning.
    pub fn all(&self) -> impl Iterator<Item = (Meaning, &OwnHeading)> {
        Meaning::ALL.into_iter().flat_map(|meaning| self.of(meaning).iter().map(move |heading| (meaning, heading)))
    }

    /// What a heading means, by its [`heading_key`].
    pub fn meaning(&self, key: &str) -> Option<Meaning> {
        self.all().find(|(_, heading)| heading.key == key).map(|(meaning, _)| meaning)
    }

    fn of(&self, meaning: Meaning) -> &[OwnHeading] {
        match meaning {
            Meaning::Person => &self.person,
            Meaning::Surname => &self.surname,
            Meaning::FirstName => &self.first_name,
            Meaning::Role => &self.role,
            Meaning::Share => &self.share,
            Meaning::Hours => &self.hours,
            Meaning::Project => &self.project,
            Meaning::Title => &self.title,
            Meaning::Cdr => &self.cdr,
            Meaning::CdrName => &self.cdr_name,
            Meaning::Director => &self.director,
        }
    }
}

impl LayoutSettings {
    /// Whether there are headings of the body's own.
    pub fn has_headings(&self) -> bool {
        self.headings.all().next().is_some()
    }

    /// Splits a text that begins with a project's code into the code and what follows it.
    pub fn split_project_code<'a>(&self, text: &'a str) -> Option<(&'a str, &'a str)> {
        split_project_code(text).or_else(|| self.project_code.iter().find_map(|pattern| pattern.split(text)))
    }

    /// Splits a text that begins with a CDR's code of the body's own form.
    pub fn split_cdr_code<'a>(&self, text: &'a str) -> Option<(&'a str, &'a str)> {
        self.cdr_code.iter().find_map(|pattern| pattern.split(text))
    }

    /// What is said of figures without a percent sign.
    pub fn scale(&self) -> Option<PercentScale> {
        self.percent_scale.as_ref().map(|scale| *scale.get_ref())
    }

    /// The hours of a year's full work, where figures are hours.
    pub fn hours(&self) -> Option<Decimal> {
        self.unit.as_ref().filter(|unit| *unit.get_ref() == FigureUnit::Hours)?;
        self.hours_per_year.as_ref().map(|hours| *hours.get_ref())
    }
}

/// The first entry that cannot hold, with its place in the file.
pub(super) fn check(layout: &LayoutSettings) -> Result<(), (usize, Fault)> {
    let mut seen: Vec<&str> = Vec::new();
    for (_, heading) in layout.headings.all() {
        if heading.key.is_empty() {
            return Err((heading.range.start, Fault::Empty("[layout.headings]")));
        }
        if seen.contains(&&*heading.key) {
            return Err((heading.range.start, Fault::NameTwice { name: heading.written.clone() }));
        }
        seen.push(&heading.key);
    }
    for pattern in layout.project_code.iter().chain(&layout.cdr_code) {
        if !pattern.is_telling() {
            return Err((pattern.range.start, Fault::Pattern { written: pattern.written.clone() }));
        }
    }
    match (&layout.unit, &layout.hours_per_year) {
        (Some(unit), None) if *unit.get_ref() == FigureUnit::Hours => {
            Err((unit.span().start, Fault::Empty("hours_per_year")))
        }
        (_, Some(hours))
            if !(Decimal::ONE..Decimal::from(10_000)).contains(hours.get_ref())
                || hours.get_ref().scale() > Percent::DECIMALS =>
        {
            let value = hours.get_ref().to_string();
            Err((hours.span().start, Fault::Figure { column: "hours_per_year", value }))
        }
        _ => Ok(()),
    }
}
