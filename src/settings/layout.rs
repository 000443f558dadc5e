//! `[layout]`: how a body writes its plan, where the program does not know it.

use std::ops::Range;

use rust_decimal::Decimal;
use serde::de::IntoDeserializer;
use serde::{Deserialize, Deserializer, Serialize};
use toml::Spanned;

use super::fault::Fault;
use super::pattern::Pattern;
use super::recipe::TableRecipe;
use crate::model::{FullTime, Meaning, Percent, WorkUnit, header_key};

/// How a body's staff tables and codes are written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LayoutSettings {
    /// The forms of projects' codes, besides `2024_PD_0411`.
    pub project_code: Vec<Pattern>,
    /// The forms of CDRs' codes, besides `A0`.
    pub cdr_code: Vec<Pattern>,
    /// In what figures without a unit are counted.
    pub unit: Option<Spanned<FigureUnit>>,
    /// The hours of a year's full work, by which hours become percentages; the twelfth of them is that of a month.
    pub hours_per_year: Option<Spanned<Decimal>>,
    /// The hours of a week's.
    pub hours_per_week: Option<Spanned<Decimal>>,
    /// The days of a year's.
    pub days_per_year: Option<Spanned<Decimal>>,
    /// What figures without a percent sign are.
    pub percent_scale: Option<Spanned<PercentScale>>,
    /// `[[layout.table]]`: where the columns of single tables stand.
    #[serde(rename = "table")]
    pub recipes: Vec<TableRecipe>,
    /// `[layout.headings]`: the headers of columns.
    #[serde(rename = "headings")]
    pub headers: LayoutHeaders,
}

/// In what figures are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureUnit {
    /// In percent.
    Percent,
    /// In working time.
    Work(WorkUnit),
}

impl<'de> Deserialize<'de> for FigureUnit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        if word == "percent" {
            Ok(Self::Percent)
        } else {
            WorkUnit::deserialize(word.into_deserializer()).map(Self::Work)
        }
    }
}

impl FigureUnit {
    /// The unit of working time; none for percent.
    pub fn work(self) -> Option<WorkUnit> {
        match self {
            Self::Percent => None,
            Self::Work(unit) => Some(unit),
        }
    }
}

/// What figures without a percent sign are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PercentScale {
    /// Percentages: 0.5 is half a percent.
    Percent,
    /// Fractions of one: 0.5 is the half.
    Fraction,
}

/// Headers by what they mean, besides those that the program knows.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LayoutHeaders {
    person: Vec<OwnHeader>,
    surname: Vec<OwnHeader>,
    first_name: Vec<OwnHeader>,
    role: Vec<OwnHeader>,
    share: Vec<OwnHeader>,
    capacity: Vec<OwnHeader>,
    split: Vec<OwnHeader>,
    hours: Vec<OwnHeader>,
    project: Vec<OwnHeader>,
    title: Vec<OwnHeader>,
    cdr: Vec<OwnHeader>,
    cdr_name: Vec<OwnHeader>,
    director: Vec<OwnHeader>,
    number: Vec<OwnHeader>,
    from: Vec<OwnHeader>,
    to: Vec<OwnHeader>,
    period: Vec<OwnHeader>,
    duration: Vec<OwnHeader>,
    aside: Vec<OwnHeader>,
}

/// Something that could be said of how a body writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LayoutEntry {
    /// A form of projects' codes.
    ProjectCode(String),
    /// A form of CDRs' codes.
    CdrCode(String),
    /// What figures without a percent sign are.
    Scale(PercentScale),
    /// How much of a unit is all of a person's working time.
    FullTime {
        /// Which: hours of a year or a week, or days.
        unit: WorkUnit,
        /// How much.
        amount: Decimal,
        /// Whether figures of which nothing is said are counted in it, too.
        is_said: bool,
    },
    /// The headers of the columns of a table.
    Headers(Vec<(Meaning, String)>),
}

/// A header as the settings write it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Spanned<String>")]
pub struct OwnHeader {
    /// As it is written.
    pub written: String,
    /// What equal headers have in common.
    pub key: String,
    /// Where it stands in the file, in bytes, quotes included.
    pub range: Range<usize>,
}

impl From<Spanned<String>> for OwnHeader {
    fn from(header: Spanned<String>) -> Self {
        let range = header.span();
        let written = header.into_inner();
        Self { key: header_key(&written), written, range }
    }
}

impl LayoutHeaders {
    /// Every header with its meaning.
    pub fn all(&self) -> impl Iterator<Item = (Meaning, &OwnHeader)> {
        Meaning::ALL.into_iter().flat_map(|meaning| self.of(meaning).iter().map(move |header| (meaning, header)))
    }

    /// What a header means, by its [`header_key`].
    pub fn meaning(&self, key: &str) -> Option<Meaning> {
        self.all().find(|(_, header)| header.key == key).map(|(meaning, _)| meaning)
    }

    fn of(&self, meaning: Meaning) -> &[OwnHeader] {
        match meaning {
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
            Meaning::Aside => &self.aside,
        }
    }

    fn of_mut(&mut self, meaning: Meaning) -> &mut Vec<OwnHeader> {
        match meaning {
            Meaning::Person => &mut self.person,
            Meaning::Surname => &mut self.surname,
            Meaning::FirstName => &mut self.first_name,
            Meaning::Role => &mut self.role,
            Meaning::Share => &mut self.share,
            Meaning::Capacity => &mut self.capacity,
            Meaning::Split => &mut self.split,
            Meaning::Hours => &mut self.hours,
            Meaning::Project => &mut self.project,
            Meaning::Title => &mut self.title,
            Meaning::Cdr => &mut self.cdr,
            Meaning::CdrName => &mut self.cdr_name,
            Meaning::Director => &mut self.director,
            Meaning::Number => &mut self.number,
            Meaning::From => &mut self.from,
            Meaning::To => &mut self.to,
            Meaning::Period => &mut self.period,
            Meaning::Duration => &mut self.duration,
            Meaning::Aside => &mut self.aside,
        }
    }
}

impl LayoutSettings {
    /// What is said of words: the forms of codes, and the headers.
    pub fn words(&self) -> Vec<LayoutEntry> {
        let projects = self.project_code.iter().map(|form| LayoutEntry::ProjectCode(form.written.clone()));
        let cdrs = self.cdr_code.iter().map(|form| LayoutEntry::CdrCode(form.written.clone()));
        let headers: Vec<_> = self.headers.all().map(|(meaning, header)| (meaning, header.written.clone())).collect();
        let headers = (!headers.is_empty()).then_some(LayoutEntry::Headers(headers));
        projects.chain(cdrs).chain(headers).collect()
    }

    /// Says one thing more.
    pub fn add(&mut self, entry: &LayoutEntry) {
        let pattern = |written: &String| Pattern { written: written.clone(), range: 0..0 };
        match entry {
            LayoutEntry::ProjectCode(form) => self.project_code.push(pattern(form)),
            LayoutEntry::CdrCode(form) => self.cdr_code.push(pattern(form)),
            LayoutEntry::Scale(scale) => self.percent_scale = Some(Spanned::new(0..0, *scale)),
            LayoutEntry::FullTime { unit, amount, is_said } => {
                let own = match unit {
                    WorkUnit::WeeklyHours => &mut self.hours_per_week,
                    WorkUnit::Days => &mut self.days_per_year,
                    _ => &mut self.hours_per_year,
                };
                *own = Some(Spanned::new(0..0, *amount));
                if *is_said {
                    self.unit = Some(Spanned::new(0..0, FigureUnit::Work(*unit)));
                }
            }
            LayoutEntry::Headers(headers) => {
                for (meaning, header) in headers {
                    let own = OwnHeader { written: header.clone(), key: header_key(header), range: 0..0 };
                    self.headers.of_mut(*meaning).push(own);
                }
            }
        }
    }

    /// What is said of figures without a percent sign.
    pub fn scale(&self) -> Option<PercentScale> {
        self.percent_scale.as_ref().map(|scale| *scale.get_ref())
    }

    /// The unit of working time in which figures without a unit are counted, if they are counted in one.
    pub fn work_unit(&self) -> Option<WorkUnit> {
        self.unit.as_ref().and_then(|unit| unit.get_ref().work())
    }

    /// Of what hours are that do not say it: what the settings call them, or that of which alone they say how many there are.
    pub fn hours_of(&self) -> Option<WorkUnit> {
        let said = self.work_unit();
        said.filter(|unit| matches!(unit, WorkUnit::Hours | WorkUnit::MonthlyHours | WorkUnit::WeeklyHours)).or(match (
            &self.hours_per_year,
            &self.hours_per_week,
        ) {
            (Some(_), None) => Some(WorkUnit::Hours),
            (None, Some(_)) => Some(WorkUnit::WeeklyHours),
            _ => None,
        })
    }

    /// How much of a unit is all of a person's working time, as the settings say.
    pub fn full_time(&self, unit: WorkUnit) -> Option<FullTime> {
        let amount = |said: &Option<Spanned<Decimal>>| said.as_ref().map(|said| *said.get_ref());
        match unit {
            WorkUnit::Hours => amount(&self.hours_per_year).map(FullTime::of),
            WorkUnit::MonthlyHours => amount(&self.hours_per_year).map(FullTime::twelfth),
            WorkUnit::WeeklyHours => amount(&self.hours_per_week).map(FullTime::of),
            WorkUnit::Days => amount(&self.days_per_year).map(FullTime::of),
            WorkUnit::PersonMonths | WorkUnit::Fte => unit.full_time(),
        }
    }

    /// What the settings say of full working time.
    pub fn bases(&self) -> [Base<'_>; 3] {
        use WorkUnit::{Days, Hours, MonthlyHours, WeeklyHours};
        let base = |key, amount, most, units| Base { key, amount, most, units };
        [
            base("hours_per_year", self.hours_per_year.as_ref(), 9_999, &[Hours, MonthlyHours]),
            base("hours_per_week", self.hours_per_week.as_ref(), 168, &[WeeklyHours]),
            base("days_per_year", self.days_per_year.as_ref(), 366, &[Days]),
        ]
    }
}

/// How much of some units is all of a person's working time.
#[derive(Debug, Clone, Copy)]
pub struct Base<'l> {
    /// The key under which the settings say it.
    pub key: &'static str,
    /// What they say.
    pub amount: Option<&'l Spanned<Decimal>>,
    /// The most that it may be.
    most: u32,
    /// The units that need it.
    pub units: &'static [WorkUnit],
}

/// The most headers, and the most forms of codes, each: every line of a plan is compared with all of them.
const MOST: usize = 200;

/// The first entry that cannot hold, with its place in the file.
pub(super) fn check(layout: &LayoutSettings) -> Result<(), (usize, Fault)> {
    let forms = || layout.project_code.iter().chain(&layout.cdr_code);
    let too_many = |range: &Range<usize>| Err((range.start, Fault::TooMany { section: "[layout]", most: MOST }));
    if let Some((_, header)) = layout.headers.all().nth(MOST) {
        return too_many(&header.range);
    }
    if let Some(form) = forms().nth(MOST) {
        return too_many(&form.range);
    }
    let mut seen: Vec<&str> = Vec::new();
    for (_, header) in layout.headers.all() {
        if header.key.is_empty() {
            return Err((header.range.start, Fault::Empty("[layout.headings]")));
        }
        if seen.contains(&&*header.key) {
            return Err((header.range.start, Fault::NameTwice { name: header.written.clone() }));
        }
        seen.push(&header.key);
    }
    for pattern in forms() {
        if !pattern.is_telling() {
            return Err((pattern.range.start, Fault::Pattern { written: pattern.written.clone() }));
        }
    }
    if let Some(recipe) = layout.recipes.get(MOST) {
        return too_many(&recipe.header_row.span());
    }
    layout.recipes.iter().try_for_each(TableRecipe::check)?;
    check_bases(layout)
}

/// Whether what is said of full working time can be, and is said where it is needed.
fn check_bases(layout: &LayoutSettings) -> Result<(), (usize, Fault)> {
    for Base { key, amount, most, units } in layout.bases() {
        match (amount, &layout.unit) {
            (Some(said), _) => {
                let amount = said.get_ref();
                let is_sound = (Decimal::ONE..=Decimal::from(most)).contains(amount);
                if !is_sound || amount.scale() > Percent::DECIMALS {
                    return Err((said.span().start, Fault::Figure { column: key, value: amount.to_string() }));
                }
            }
            (None, Some(unit)) if unit.get_ref().work().is_some_and(|own| units.contains(&own)) => {
                return Err((unit.span().start, Fault::Empty(key)));
            }
            (None, _) => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_words_can_be_said_again() {
        let toml =
            "project_code = ['P-##']\ncdr_code = ['S.#']\n[headings]\nperson = ['Chi', 'Chi è']\naside = ['Sede']\n";
        let layout: LayoutSettings = toml::from_str(toml).unwrap();
        let words = layout.words();
        let mut again = LayoutSettings::default();
        for entry in &words {
            again.add(entry);
        }
        assert_eq!(again.words(), words);
        assert_eq!((again.project_code[0].written.as_str(), again.cdr_code.len()), ("P-##", 1));
        assert_eq!(again.headers.meaning(&header_key("CHI È")), Some(Meaning::Person));
        assert!(LayoutSettings::default().words().is_empty());
    }
}
