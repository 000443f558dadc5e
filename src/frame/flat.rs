//! The flat dataframe: every commitment with all that identifies it and where it is written.

use std::ops::{Index, IndexMut};

use crate::model::{Commitment, Percent, Plan, Project, ProjectKind};
use crate::source::{Origin, Place, Text};

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlatType {
    /// Texts.
    Text,
    /// Whole numbers of 32 bits.
    Count,
    /// Decimals with six places.
    Percent,
}

/// A value of the flat dataframe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FlatValue {
    /// Null: the plan does not say it.
    Unknown,
    /// A text.
    Text(String),
    /// A whole number.
    Count(u32),
    /// A share.
    Percent(Percent),
}

/// Makes the one table of columns: name and type.
macro_rules! columns {
    ($($column:ident $name:literal $type:ident,)*) => {
        /// A column of the flat dataframe.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum FlatColumn {
            $(#[doc = concat!("`", $name, "`")] $column,)*
        }

        impl FlatColumn {
            /// Every column, in the order in which `rows` writes them.
            pub const ALL: &[Self] = &[$(Self::$column),*];

            /// Their names, in the same order.
            pub const NAMES: &[&'static str] = &[$($name),*];

            /// The name of the column.
            pub fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// The type of its values.
            pub fn value_type(self) -> FlatType {
                match self { $(Self::$column => FlatType::$type,)* }
            }
        }
    };
}

columns! {
    Plan "plan" Text,
    Entity "entity" Text,
    Year "year" Count,
    Cdr "cdr" Text,
    CdrName "cdr_name" Text,
    Director "director" Text,
    Project "project" Text,
    ProjectKind "project_kind" Text,
    ProjectTitle "project_title" Text,
    Direction "direction" Text,
    StrategicObjective "strategic_objective" Text,
    Action "action" Text,
    Person "person" Text,
    PersonAsWritten "person_as_written" Text,
    SubjectKind "subject_kind" Text,
    Role "role" Text,
    RoleAsWritten "role_as_written" Text,
    Percent "percent" Percent,
    Path "path" Text,
    Line "line" Count,
    Column "column" Count,
    Page "page" Count,
    Sheet "sheet" Text,
    Cell "cell" Text,
}

/// A row of the flat dataframe, one commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlatRow {
    values: Vec<FlatValue>,
}

impl Index<FlatColumn> for FlatRow {
    type Output = FlatValue;
    fn index(&self, column: FlatColumn) -> &FlatValue {
        &self.values[column as usize]
    }
}

impl IndexMut<FlatColumn> for FlatRow {
    fn index_mut(&mut self, column: FlatColumn) -> &mut FlatValue {
        &mut self.values[column as usize]
    }
}

impl FlatRow {
    /// Every column with its value.
    pub fn values(&self) -> impl Iterator<Item = (FlatColumn, &FlatValue)> {
        FlatColumn::ALL.iter().copied().zip(&self.values)
    }

    /// The value of a column of texts; nothing where it is unknown.
    pub fn text(&self, column: FlatColumn) -> Option<&str> {
        match &self[column] {
            FlatValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a column of whole numbers; nothing where it is unknown.
    pub fn count(&self, column: FlatColumn) -> Option<u32> {
        match self[column] {
            FlatValue::Count(count) => Some(count),
            _ => None,
        }
    }

    /// The share.
    pub fn percent(&self) -> Percent {
        match self[FlatColumn::Percent] {
            FlatValue::Percent(percent) => percent,
            _ => Percent::ZERO,
        }
    }
}

/// The rows of a plan with every column written out, in document order.
pub fn flat<'p>(plan: &'p Plan<'_>) -> impl Iterator<Item = FlatRow> + 'p {
    plan.commitments.iter().map(|row| {
        let of = Of { plan, row, origin: row.figure.origin() };
        FlatRow { values: FlatColumn::ALL.iter().map(|&column| of.value(column)).collect() }
    })
}

/// A commitment, and where it is written.
struct Of<'p, 't> {
    plan: &'p Plan<'t>,
    row: &'p Commitment<'t>,
    origin: Origin<'t>,
}

impl Of<'_, '_> {
    fn value(&self, column: FlatColumn) -> FlatValue {
        let Self { plan, row, origin } = self;
        let cdr = plan.cdr_of(row);
        let project = plan.project_of(row);
        let reference = &plan.sheets[row.sheet].reference;
        let subject = &plan.subjects[row.subject];
        match column {
            FlatColumn::Plan => plan.label.as_str().into(),
            FlatColumn::Entity => plan.entity.as_deref().into(),
            FlatColumn::Year => plan.year.map(u32::from).into(),
            FlatColumn::Cdr => written(cdr.map(|cdr| &*cdr.code)),
            FlatColumn::CdrName => written(cdr.map(|cdr| &*cdr.name)),
            FlatColumn::Director => cdr.and_then(|cdr| cdr.director.as_ref()).into(),
            FlatColumn::Project => written(project.map(|project| &*project.code)),
            FlatColumn::ProjectKind => project.and_then(Project::kind).map(ProjectKind::code).into(),
            FlatColumn::ProjectTitle => project.and_then(|project| project.title(plan)).as_deref().into(),
            FlatColumn::Direction => reference.direction.as_ref().into(),
            FlatColumn::StrategicObjective => reference.strategic_objective.as_ref().into(),
            FlatColumn::Action => reference.action.as_ref().into(),
            FlatColumn::Person => subject.name.as_str().into(),
            FlatColumn::PersonAsWritten => written(Some(&row.name.words())),
            FlatColumn::SubjectKind => subject.kind.code().into(),
            FlatColumn::Role => row.role.code().into(),
            FlatColumn::RoleAsWritten => written(row.role_written.map(Place::words).as_deref()),
            FlatColumn::Percent => FlatValue::Percent(row.percent),
            FlatColumn::Path => origin.path.into(),
            FlatColumn::Line => Some(origin.line).into(),
            FlatColumn::Column => Some(origin.column).into(),
            FlatColumn::Page => origin.page.into(),
            FlatColumn::Sheet => origin.worksheet.into(),
            FlatColumn::Cell => origin.cell.as_deref().into(),
        }
    }
}

/// What is written; nothing where that is empty.
fn written(text: Option<&str>) -> FlatValue {
    text.filter(|text| !text.is_empty()).into()
}

impl From<&str> for FlatValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Option<&str>> for FlatValue {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Unknown, Self::from)
    }
}

impl From<Option<&Text<'_>>> for FlatValue {
    fn from(text: Option<&Text<'_>>) -> Self {
        text.map(Text::words).as_deref().into()
    }
}

impl From<Option<u32>> for FlatValue {
    fn from(count: Option<u32>) -> Self {
        count.map_or(Self::Unknown, Self::Count)
    }
}
