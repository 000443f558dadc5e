//! What the pictures of one plan are drawn from: its results, and how everything in it is called.

use std::borrow::Cow;
use std::cmp::Reverse;

use rust_decimal::prelude::ToPrimitive;

use super::file_name::PLAN;
use super::words::{calm, short_code};
use crate::analyse::{
    AnalysisError, CdrTotal, Load, ProjectTotal, Standing, Weights, cdrs, loads, projects, same_person,
};
use crate::finding::SamePerson;
use crate::frame::Frame;
use crate::model::{Commitment, Fte, Percent, Plan, Role, SubjectKind};
use crate::present::period::peak_words;
use crate::present::place::{Counted, Spot};
use crate::present::rejected::{rejected_records, rejected_words};
use crate::present::{Names, Numbers, View};
use crate::survey::Batch;

/// What the pictures of one plan are drawn from.
#[derive(Debug)]
pub struct Material<'m, 't> {
    /// How results are shown.
    pub view: &'m View,
    /// How people are called.
    pub names: &'m Names,
    /// The plan.
    pub plan: &'m Plan<'t>,
    /// The standing of each of its subjects, in their order.
    pub standings: &'m [Standing],
    /// By how much a total may miss the capacity.
    pub tolerance: Percent,
    /// What each subject is committed to, in their order.
    pub loads: Vec<Load>,
    /// The names that are probably one person's.
    pub same_person: Vec<SamePerson>,
    /// The weights of the directors.
    pub weights: Weights,
    /// The totals of the plan's CDRs.
    pub cdrs: Vec<CdrTotal>,
    /// Those of its projects.
    pub projects: Vec<ProjectTotal>,
    /// How wide pictures are, in millimetres.
    pub width: f64,
    /// The title that stands instead of the finding.
    pub title: Option<String>,
    /// What a file name says of the plan.
    pub slug: String,
}

impl<'m, 't> Material<'m, 't> {
    /// What the pictures of one plan of a batch are drawn from, in their usual width; the weights are those that are to be
    /// shown.
    ///
    /// # Errors
    ///
    /// Those of the analysis.
    pub fn of_plan(
        view: &'m View,
        batch: &'m Batch<'_, 't>,
        standings: &'m [Standing],
        number: usize,
        names: &'m Names,
        weights: Weights,
    ) -> Result<Self, AnalysisError> {
        /// Sixteen centimetres, the text of a page of A4.
        const WIDTH: f64 = 160.0;
        let plan = &batch.plans[number];
        let single = std::slice::from_ref(plan);
        let frame = Frame::of(single)?;
        Ok(Self {
            view,
            names,
            plan,
            standings,
            tolerance: batch.tolerances[number],
            loads: loads(plan),
            same_person: same_person(plan, standings, batch.tolerances[number], &batch.settings[number].not_same),
            weights,
            cdrs: cdrs(single, &frame)?,
            projects: projects(single, &frame)?,
            width: WIDTH,
            title: None,
            slug: PLAN.to_owned(),
        })
    }
}

impl Material<'_, '_> {
    /// How numbers are written.
    pub fn numbers(&self) -> Numbers {
        self.view.numbers()
    }

    /// A message without placeholders.
    pub fn text(&self, id: &str) -> String {
        self.view.messages.text(id)
    }

    /// How a subject is called.
    pub fn name(&self, subject: usize) -> String {
        let subject = &self.plan.subjects[subject];
        let name = self.names.name(&subject.name).into_owned();
        // A code is no word that could shout.
        if subject.kind == SubjectKind::Collective && self.names.are_plain() { first_capital(&name) } else { name }
    }

    /// The roles of a subject in short: `Dirig.`.
    pub fn role(&self, subject: usize) -> String {
        let short = |code: &str| self.text(&format!("role-short-{code}"));
        let own = &self.plan.subjects[subject];
        if !own.is_person() {
            return short(own.kind.code());
        }
        let roles = self.plan.roles_of(subject);
        roles.into_iter().map(|role| short(role.code())).collect::<Vec<_>>().join("/")
    }

    /// Of which kinds the subjects of the plan are that are no people.
    pub fn others(&self) -> &'static str {
        let has = |kind: SubjectKind| self.plan.subjects.iter().any(|subject| subject.kind == kind);
        match [SubjectKind::Collective, SubjectKind::Vacancy].map(has) {
            [true, true] => "both",
            [_, is_vacancy] => if is_vacancy { SubjectKind::Vacancy } else { SubjectKind::Collective }.code(),
        }
    }

    /// What the short roles mean, as far as they are used by some subjects.
    pub fn roles_explained(&self, subjects: impl Iterator<Item = usize>) -> String {
        const OTHERS: [SubjectKind; 2] = [SubjectKind::Collective, SubjectKind::Vacancy];
        let mut used = [false; Role::ALL.len() + OTHERS.len()];
        for subject in subjects {
            if self.plan.subjects[subject].is_person() {
                for role in self.plan.roles_of(subject) {
                    used[Role::ALL.iter().position(|&known| known == role).unwrap_or_default()] = true;
                }
            }
            for (at, kind) in OTHERS.into_iter().enumerate() {
                used[Role::ALL.len() + at] |= self.plan.subjects[subject].kind == kind;
            }
        }
        let codes = Role::ALL.into_iter().map(Role::code).chain(OTHERS.map(SubjectKind::code));
        let meant = codes.zip(used).filter(|(_, is_used)| *is_used).map(|(code, _)| {
            format!("{} = {}", self.text(&format!("role-short-{code}")), self.text(&format!("role-long-{code}")))
        });
        meant.collect::<Vec<_>>().join("; ")
    }

    /// The code of a project, as short as it can be without being that of another.
    pub fn code(&self, project: usize) -> Cow<'_, str> {
        let shown = |project: usize| self.names.code(&self.plan.projects[project].code);
        let code = shown(project);
        let short = short_code(&code).to_owned();
        let is_other = |other: usize| other != project && short_code(&shown(other)) == short;
        if (0..self.plan.projects.len()).any(is_other) { code } else { short.into() }
    }

    /// The code of a CDR.
    pub fn cdr_code(&self, cdr: usize) -> Cow<'_, str> {
        self.names.code(&self.plan.cdrs[cdr].code)
    }

    /// Where a row is written.
    pub fn spot(&self, row: &Commitment<'_>, counted: Counted) -> Cow<'static, str> {
        let origin = row.figure.origin();
        Spot::of(self.names, &origin).words(self.view, counted)
    }

    /// The title of a project.
    pub fn title_of(&self, project: usize) -> String {
        let title = self.plan.projects[project].title(self.plan);
        title.map(|title| self.names.text(&title).into_owned()).unwrap_or_default()
    }

    /// The name of a CDR; without one, its code.
    pub fn cdr_name(&self, cdr: usize) -> String {
        let cdr = &self.plan.cdrs[cdr];
        if cdr.name.is_empty() { self.names.code(&cdr.code).into_owned() } else { calm(&self.names.text(&cdr.name)) }
    }

    /// Code and name of a CDR: `CDR 04 – Segretario Generale`.
    pub fn cdr(&self, cdr: usize) -> String {
        let code = self.cdr_code(cdr);
        if self.plan.cdrs[cdr].name.is_empty() {
            format!("CDR {code}")
        } else {
            format!("CDR {code} – {}", self.cdr_name(cdr))
        }
    }

    /// What the whole plan is called as a scope.
    pub fn plan_scope(&self) -> String {
        self.names.label(&self.plan.label).into_owned()
    }

    /// Whose plan it is, of which year, and the documents that hold it.
    pub fn source(&self) -> String {
        let messages = &self.view.messages;
        let names: Vec<Cow<'_, str>> = self
            .plan
            .documents
            .iter()
            .map(|document| document.path().rsplit('/').next().unwrap_or_default())
            .map(|name| self.names.label(name))
            .collect();
        let documents = match &names[..] {
            [] => "none".to_owned(),
            [one] => one.to_string(),
            [one, rest @ ..] => {
                let args = [("first", one.clone().into()), ("more", rest.len().into())];
                messages.format("chart-documents", &args)
            }
        };
        let plan = match (&self.plan.entity, self.plan.year) {
            (Some(entity), Some(year)) => {
                let entity = self.names.text(entity).into_owned();
                messages.format("chart-source-plan", &[("entity", entity.into()), ("year", year.to_string().into())])
            }
            _ => self.names.label(&self.plan.label).into_owned(),
        };
        messages.format("chart-source", &[("plan", plan.into()), ("documents", documents.into())])
    }

    /// What a full-time equivalent is here: by working time, where that is known of somebody.
    pub fn fte_words(&self) -> String {
        let by_time = self.plan.subjects.iter().any(|subject| subject.working_time.is_some());
        self.text(if by_time { "chart-fte-by-time" } else { "chart-fte" })
    }

    /// Whether anybody's capacity is another than a hundred.
    pub fn has_own_capacities(&self) -> bool {
        let mut people = self.plan.subjects.iter().filter(|subject| subject.is_person());
        people
            .any(|subject| subject.capacity.is_some_and(|own| own != Percent::HUNDRED) || !subject.contracts.is_empty())
    }

    /// The sum of the full-time equivalents of the plan.
    pub fn whole_fte(&self) -> Fte {
        self.projects.iter().map(|total| total.fte).sum()
    }

    /// The number of people.
    pub fn people(&self) -> usize {
        self.plan.subjects.iter().filter(|subject| subject.is_person()).count()
    }

    /// The note that documents were not read that may hold a part of the plan; nothing if all were.
    pub fn unread_note(&self) -> String {
        /// More are counted.
        const MOST: usize = 3;
        let file = |path: &'_ str| self.names.label(path.rsplit('/').next().unwrap_or_default()).into_owned();
        let files: Vec<String> = self.plan.unread_documents().map(file).collect();
        if files.is_empty() {
            return String::new();
        }
        let rest = if files.len() > MOST { ", …" } else { "" };
        let names = files[..files.len().min(MOST)].join(", ") + rest;
        let args = [("count", files.len().into()), ("names", names.into())];
        self.view.messages.format("chart-note-unread", &args)
    }

    /// The note that somebody is committed in other CDRs, too.
    pub fn elsewhere_note(&self, load: &Load, cdr: Option<usize>) -> Option<String> {
        /// More CDRs than these are counted, not listed.
        const MOST_CDRS: usize = 3;
        cdr?;
        let numbers = self.numbers();
        let mut there: Vec<(Option<usize>, Percent)> = Vec::new();
        for part in load.parts.iter().filter(|part| part.cdr != cdr) {
            match there.iter_mut().find(|(known, _)| *known == part.cdr) {
                Some((_, sum)) => *sum = *sum + part.percent,
                None => there.push((part.cdr, part.percent)),
            }
        }
        if there.is_empty() {
            return None;
        }
        there.sort_by_key(|&(_, sum)| Reverse(sum));
        let count = there.len();
        let whole: Percent = there.iter().map(|&(_, sum)| sum).sum();
        let here: Percent = load.parts.iter().filter(|part| part.cdr == cdr).map(|part| part.percent).sum();
        let said: Vec<String> = there
            .into_iter()
            .map(|(other, sum)| {
                let code = other.map_or("–".to_owned(), |other| self.cdr_code(other).into_owned());
                let args = [("percent", numbers.percent(sum).into()), ("cdr", code.into())];
                self.view.messages.format("chart-note-there", &args)
            })
            .collect();
        let there = if count > MOST_CDRS {
            let args = [("percent", numbers.percent(whole).into()), ("count", count.into())];
            self.view.messages.format("chart-note-there-many", &args)
        } else {
            said.join(", ")
        };
        let args = [("here", numbers.percent(here).into()), ("there", there.into())];
        Some(self.view.messages.format("chart-note-elsewhere", &args))
    }

    /// The note that rows of somebody were not read, and what they would make; none if all were, or no row is missing to
    /// the total.
    pub fn rejected_note(&self, standing: &Standing) -> Option<String> {
        let rows = rejected_records(self.names, self.plan, standing.subject);
        rejected_words(self.view, &rows, standing.total)
    }

    /// The total; beside it the most of any day, where that is another.
    pub fn total_words(&self, standing: &Standing) -> String {
        let total = self.numbers().percent(standing.total);
        let Some(peak) = standing.peak.filter(|peak| peak.percent != standing.total) else { return total };
        let args = [("total", total.into()), ("peak", self.numbers().percent(peak.percent).into())];
        self.view.messages.format("chart-total-and-peak", &args)
    }

    /// The note that figures are means over the year; nothing where no commitment of the plan holds for a part of it.
    pub fn means_note(&self) -> String {
        let has_periods = self.standings.iter().any(|standing| standing.peak.is_some());
        if has_periods { self.text("chart-note-means") } else { String::new() }
    }

    /// The note of the most that somebody is committed to on any day; none where that is what it is all year.
    pub fn peak_note(&self, standing: &Standing) -> Option<String> {
        let peak = standing.peak.filter(|peak| peak.percent != standing.total)?;
        let days = peak.days.period(self.plan.calendar())?;
        let when = peak_words(self.view, (days, peak.is_again), self.plan.calendar());
        let args = [("peak", self.numbers().percent(peak.percent).into()), ("when", when.into())];
        Some(self.view.messages.format("person-peak", &args))
    }

    /// The pairs of probably one person's names of which one is this subject.
    pub fn pair_of(&self, subject: usize) -> Option<&SamePerson> {
        self.same_person.iter().find(|pair| pair.subjects.contains(&subject))
    }

    /// The note that two names are perhaps one person's.
    pub fn pair_note(&self, pair: &SamePerson) -> String {
        let numbers = self.numbers();
        let [first, second] = pair.subjects.map(|subject| self.name(subject));
        let [one, other] = pair.totals.map(|total| numbers.percent(total));
        self.view.messages.format(
            "chart-note-same",
            &[
                ("first", first.into()),
                ("first-total", one.into()),
                ("second", second.into()),
                ("second-total", other.into()),
                ("merged", numbers.percent(pair.merged.total).into()),
            ],
        )
    }
}

/// A percentage as a length; for drawing alone.
pub fn amount(percent: Percent) -> f64 {
    percent.decimal().to_f64().unwrap_or_default()
}

/// Full-time equivalents as a length; for drawing alone.
pub fn fte_amount(fte: Fte) -> f64 {
    fte.decimal().to_f64().unwrap_or_default()
}

/// The fewest places, at least two, with which no full-time equivalent of a column loses anything.
pub fn fte_places(column: impl Iterator<Item = Fte>) -> u32 {
    column.map(|fte| fte.decimal().normalize().scale()).max().unwrap_or_default().max(2)
}

/// A name all in capitals with one capital alone: `Tutti gli operatori`.
fn first_capital(name: &str) -> String {
    super::words::capitalised(&name.to_lowercase())
}
