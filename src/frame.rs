//! Plans → dataframe: one row per commitment, exact percentages.
//!
//! [`Frame`] holds the numbers by which commitments are grouped; [`flat`] writes every column out,
//! for who wants the rows themselves. This module alone knows the columns' names and types.

use std::borrow::Cow;

use polars::prelude::*;
use rust_decimal::Decimal;

use crate::model::{Commitment, Fte, Percent, Plan, ProjectKind};
use crate::source::Text;

/// Columns of [`Frame`]: numbers of things, each counted over all plans.
pub mod key {
    /// The subject.
    pub const SUBJECT: &str = "subject";
    /// The project; null for a row under no project's code.
    pub const PROJECT: &str = "project";
    /// The CDR; null for a row under no CDR.
    pub const CDR: &str = "cdr";
    /// The role, as its place in [`Role::ALL`](crate::model::Role::ALL).
    pub const ROLE: &str = "role";
    /// Whether the subject is one person.
    pub const IS_PERSON: &str = "is_person";
    /// The share, a decimal with six places.
    pub const PERCENT: &str = "percent";
    /// The full-time equivalents of the share, by working time where it is known.
    pub const FTE: &str = "fte";
}

/// One row per commitment of several plans, in the order of plans and documents, as numbers: what
/// they stand for is looked up in the plans.
#[derive(Debug, Clone)]
pub struct Frame {
    data: DataFrame,
    /// The numbers of subjects.
    pub subjects: Numbers,
    /// The numbers of projects.
    pub projects: Numbers,
    /// The numbers of CDRs.
    pub cdrs: Numbers,
}

/// Numbers for the things of several plans: those of the first plan come first.
#[derive(Debug, Clone)]
pub struct Numbers {
    starts: Vec<u32>,
}

impl Numbers {
    fn count(lengths: impl Iterator<Item = usize>) -> Self {
        let mut starts = vec![0];
        let mut next = 0u32;
        for length in lengths {
            next = next.saturating_add(u32::try_from(length).unwrap_or(u32::MAX));
            starts.push(next);
        }
        Self { starts }
    }

    /// The number of thing `index` of plan `plan`.
    pub fn of(&self, plan: usize, index: usize) -> usize {
        self.starts[plan] as usize + index
    }

    /// How many things there are.
    pub fn len(&self) -> usize {
        self.starts.last().map_or(0, |&end| end as usize)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Frame {
    /// The frame of some plans.
    ///
    /// # Errors
    ///
    /// Those of Polars, if memory runs out.
    pub fn of(plans: &[Plan<'_>]) -> PolarsResult<Self> {
        let subjects = Numbers::count(plans.iter().map(|plan| plan.subjects.len()));
        let projects = Numbers::count(plans.iter().map(|plan| plan.projects.len()));
        let cdrs = Numbers::count(plans.iter().map(|plan| plan.cdrs.len()));
        let height: usize = plans.iter().map(|plan| plan.commitments.len()).sum();
        let mut keys = Keys::with_capacity(height);
        for (at, plan) in plans.iter().enumerate() {
            for commitment in &plan.commitments {
                let sheet = &plan.sheets[commitment.sheet];
                keys.subject.push(number(subjects.of(at, commitment.subject)));
                keys.project.push(sheet.project.map(|project| number(projects.of(at, project))));
                keys.cdr.push(sheet.cdr.map(|cdr| number(cdrs.of(at, cdr))));
                keys.role.push(commitment.role as u32);
                keys.is_person.push(plan.subjects[commitment.subject].is_person());
                keys.percent.push(commitment.percent.millionths());
                keys.fte.push(plan.fte_of(commitment).units());
            }
        }
        Ok(Self { data: keys.into_frame(height)?, subjects, projects, cdrs })
    }

    /// The frame for a query.
    pub fn lazy(&self) -> LazyFrame {
        self.data.clone().lazy()
    }
}

struct Keys {
    subject: Vec<u32>,
    project: Vec<Option<u32>>,
    cdr: Vec<Option<u32>>,
    role: Vec<u32>,
    is_person: Vec<bool>,
    percent: Vec<i128>,
    fte: Vec<i128>,
}

impl Keys {
    fn with_capacity(height: usize) -> Self {
        Self {
            subject: Vec::with_capacity(height),
            project: Vec::with_capacity(height),
            cdr: Vec::with_capacity(height),
            role: Vec::with_capacity(height),
            is_person: Vec::with_capacity(height),
            percent: Vec::with_capacity(height),
            fte: Vec::with_capacity(height),
        }
    }

    fn into_frame(self, height: usize) -> PolarsResult<DataFrame> {
        DataFrame::new(
            height,
            vec![
                UInt32Chunked::from_vec(key::SUBJECT.into(), self.subject).into_column(),
                Column::new(key::PROJECT.into(), self.project),
                Column::new(key::CDR.into(), self.cdr),
                UInt32Chunked::from_vec(key::ROLE.into(), self.role).into_column(),
                Column::new(key::IS_PERSON.into(), self.is_person),
                decimal_column(key::PERCENT, self.percent, Percent::DECIMALS)?,
                decimal_column(key::FTE, self.fte, Fte::DECIMALS)?,
            ],
        )
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn decimal_column(name: &str, units: Vec<i128>, scale: u32) -> PolarsResult<Column> {
    const PRECISION: usize = 38;
    let exact = Int128Chunked::from_vec(name.into(), units).into_decimal(PRECISION, scale as usize)?;
    Ok(exact.into_column())
}

/// The percentages of a decimal column; null is nothing.
///
/// # Errors
///
/// A column of another type.
pub fn percents(column: &Column) -> PolarsResult<Vec<Percent>> {
    let percent = |units| Decimal::try_from_i128_with_scale(units, Percent::DECIMALS).ok().map(Percent::from);
    decimals(column, percent)
}

/// The full-time equivalents of a decimal column; null is nothing.
///
/// # Errors
///
/// A column of another type.
pub fn full_time_equivalents(column: &Column) -> PolarsResult<Vec<Fte>> {
    decimals(column, Fte::from_units)
}

fn decimals<T>(column: &Column, of_units: impl Fn(i128) -> Option<T>) -> PolarsResult<Vec<T>> {
    let exact = |units: Option<i128>| {
        let value = of_units(units.unwrap_or_default());
        value.ok_or_else(|| polars_err!(ComputeError: "a sum of percentages is too large"))
    };
    column.decimal()?.physical().iter().map(exact).collect()
}

/// The rows of some plans with every column written out, in the order in which `rows` writes them:
/// what the plan says of itself, the CDR, the project and its strategic reference, the person, the
/// role, the share (a decimal), and where the share is written. Unknown is null.
///
/// # Errors
///
/// Those of Polars, if memory runs out.
pub fn flat(plans: &[Plan<'_>]) -> PolarsResult<DataFrame> {
    let height: usize = plans.iter().map(|plan| plan.commitments.len()).sum();
    let rows = || plans.iter().flat_map(|plan| plan.commitments.iter().map(move |row| (plan, row)));
    let text = |name: &str, of: &dyn Fn(&Plan<'_>, &Commitment<'_>) -> Option<String>| {
        Column::new(name.into(), rows().map(|(plan, row)| of(plan, row)).collect::<Vec<_>>())
    };
    let count = |name: &str, of: &dyn Fn(&Plan<'_>, &Commitment<'_>) -> Option<u32>| {
        Column::new(name.into(), rows().map(|(plan, row)| of(plan, row)).collect::<Vec<_>>())
    };
    let owned = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
    let written = |text: Cow<'_, str>| owned(Some(text.as_ref()));
    let said = |text: Option<&Text<'_>>| text.map(|text| text.words().into_owned());
    let columns = vec![
        text("plan", &|plan, _| Some(plan.label.clone())),
        text("entity", &|plan, _| plan.entity.clone()),
        count("year", &|plan, _| plan.year.map(u32::from)),
        text("cdr", &|plan, row| owned(plan.cdr_of(row).map(|cdr| &*cdr.code))),
        text("cdr_name", &|plan, row| owned(plan.cdr_of(row).map(|cdr| &*cdr.name))),
        text("director", &|plan, row| said(plan.cdr_of(row)?.director.as_ref())),
        text("project", &|plan, row| owned(plan.project_of(row).map(|project| &*project.code))),
        text("project_kind", &|plan, row| owned(plan.project_of(row)?.kind().map(ProjectKind::code))),
        text("project_title", &|plan, row| plan.project_of(row)?.title(plan).map(Cow::into_owned)),
        text("direction", &|plan, row| said(plan.sheets[row.sheet].reference.direction.as_ref())),
        text("strategic_objective", &|plan, row| said(plan.sheets[row.sheet].reference.strategic_objective.as_ref())),
        text("action", &|plan, row| said(plan.sheets[row.sheet].reference.action.as_ref())),
        text("person", &|plan, row| Some(plan.subjects[row.subject].name.clone())),
        text("person_as_written", &|_, row| written(row.name.words())),
        text("subject_kind", &|plan, row| owned(Some(plan.subjects[row.subject].kind.code()))),
        text("role", &|_, row| owned(Some(row.role.code()))),
        text("role_as_written", &|_, row| written(row.role_written?.words())),
        decimal_column("percent", rows().map(|(_, row)| row.percent.millionths()).collect(), Percent::DECIMALS)?,
        text("path", &|_, row| Some(row.figure.document().path().to_owned())),
        count("line", &|_, row| Some(row.figure.origin().line)),
        count("column", &|_, row| Some(row.figure.origin().column)),
        count("page", &|_, row| row.figure.origin().page),
        text("sheet", &|_, row| row.figure.origin().sheet.map(str::to_owned)),
        text("cell", &|_, row| row.figure.origin().cell),
    ];
    DataFrame::new(height, columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_on_from_plan_to_plan() {
        let numbers = Numbers::count([3, 0, 2].into_iter());
        assert_eq!((numbers.of(0, 2), numbers.of(2, 0), numbers.len()), (2, 3, 5));
        assert!(Numbers::count(std::iter::empty()).is_empty());
    }

    #[test]
    fn percentages_survive_the_frame_and_its_sums() {
        let thirds = decimal_column("percent", vec![33_333_000; 3], Percent::DECIMALS).unwrap();
        let frame = DataFrame::new(3, vec![thirds]).unwrap();
        let sum = frame.lazy().select([col("percent").sum()]).collect().unwrap();
        assert_eq!(percents(sum.column("percent").unwrap()).unwrap()[0].to_string(), "99.999");
    }
}
