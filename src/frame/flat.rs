//! The flat dataframe: every commitment with all that identifies it and where it is written.

use std::borrow::Cow;
use std::num::NonZeroU32;

use foldhash::HashMap;
use jiff::civil::Date;

use crate::identity::number_key;
use crate::model::{Commitment, Percent, Period, Plan, Project, ProjectKind, iso_day};
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
pub enum FlatValue<'v> {
    /// Null: the plan does not say it.
    Unknown,
    /// A text.
    Text(Cow<'v, str>),
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
    From "from" Text,
    To "to" Text,
    Number "number" Text,
}

/// The flat dataframe of a plan, in document order.
///
/// Of a large plan it takes a few numbers for each row: a text is kept once, in however many rows it stands, and of a column in which
/// all rows have the same nothing is kept for each.
#[derive(Debug)]
pub struct FlatRows {
    height: usize,
    columns: Vec<Values>,
    /// On how many days of the year each holds, and how many that has; nothing where no row has a period.
    days: Vec<u16>,
    year_days: u16,
}

/// The values of a column.
#[derive(Debug, Default)]
struct Values {
    /// The different texts, or shares, if these are what it has.
    texts: Vec<String>,
    shares: Vec<Percent>,
    /// What each row has, if not all have the same.
    rows: Vec<Value>,
    /// What the first row has.
    first: Value,
}

/// A value of a row: the number of a text or a share among those of the column, or a number itself, counted from 1; nothing where it is
/// unknown.
type Value = Option<NonZeroU32>;

/// A row of the flat dataframe, one commitment.
#[derive(Debug, Clone, Copy)]
pub struct FlatRow<'r> {
    rows: &'r FlatRows,
    at: usize,
}

impl FlatRows {
    /// The rows of a plan, every column written out.
    pub fn of(plan: &Plan<'_>) -> Self {
        let height = plan.commitments.len();
        let mut columns: Vec<Filling> = FlatColumn::ALL.iter().map(|_| Filling::default()).collect();
        for (at, row) in plan.commitments.iter().enumerate() {
            let of = Of { plan, row, origin: row.figure.origin() };
            for (&column, filling) in FlatColumn::ALL.iter().zip(&mut columns) {
                filling.push(of.value(column), at, height);
            }
        }
        let has_periods = plan.commitments.iter().any(|row| row.period.is_some())
            || plan.subjects.iter().any(|subject| !subject.contracts.is_empty());
        let days = |row| plan.day_count_of(row);
        let days = if has_periods { plan.commitments.iter().map(days).collect() } else { Vec::new() };
        let columns = columns.into_iter().map(Filling::filled).collect();
        Self { height, columns, days, year_days: plan.year_days().count() }
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.height
    }

    /// How many days the year has in which rows hold for a part of it; none where all of them hold all year.
    pub fn year_days(&self) -> Option<u16> {
        (!self.days.is_empty()).then_some(self.year_days)
    }

    /// Every row.
    pub fn iter(&self) -> impl Iterator<Item = FlatRow<'_>> {
        (0..self.height).map(|at| FlatRow { rows: self, at })
    }

    /// Writes every text of some columns anew.
    pub fn rewrite(&mut self, columns: &[FlatColumn], anew: impl Fn(FlatColumn, &str) -> String) {
        for &column in columns {
            for text in &mut self.columns[column as usize].texts {
                *text = anew(column, text);
            }
        }
    }
}

impl<'r> FlatRow<'r> {
    /// The value of a column.
    pub fn value(self, column: FlatColumn) -> FlatValue<'r> {
        match column.value_type() {
            FlatType::Text => self.text(column).into(),
            FlatType::Count => self.count(column).into(),
            FlatType::Percent => FlatValue::Percent(self.percent()),
        }
    }

    /// Every column with its value.
    pub fn values(self) -> impl Iterator<Item = (FlatColumn, FlatValue<'r>)> {
        FlatColumn::ALL.iter().map(move |&column| (column, self.value(column)))
    }

    /// The value of a column of texts; nothing where it is unknown.
    pub fn text(self, column: FlatColumn) -> Option<&'r str> {
        self.values_of(column).texts.get(self.number(column)?).map(String::as_str)
    }

    /// The value of a column of whole numbers; nothing where it is unknown.
    pub fn count(self, column: FlatColumn) -> Option<u32> {
        u32::try_from(self.number(column)?).ok()
    }

    /// On how many days of the year it holds.
    pub fn days(self) -> u16 {
        self.rows.days.get(self.at).copied().unwrap_or(self.rows.year_days)
    }

    /// The share.
    pub fn percent(self) -> Percent {
        let share =
            self.number(FlatColumn::Percent).and_then(|share| self.values_of(FlatColumn::Percent).shares.get(share));
        share.copied().unwrap_or_default()
    }

    fn values_of(self, column: FlatColumn) -> &'r Values {
        &self.rows.columns[column as usize]
    }

    /// What it has in a column, counted from 0.
    fn number(self, column: FlatColumn) -> Option<usize> {
        let Values { rows, first, .. } = self.values_of(column);
        let value = if rows.is_empty() { *first } else { rows[self.at] };
        value.map(|value| value.get() as usize - 1)
    }
}

/// A column that is being filled: its values so far, and the numbers of its texts and shares.
#[derive(Default)]
struct Filling {
    values: Values,
    texts: HashMap<String, Value>,
    shares: HashMap<Percent, Value>,
}

impl Filling {
    /// Takes in what a row has, by its number of so many.
    fn push(&mut self, value: FlatValue<'_>, at: usize, height: usize) {
        let value = match value {
            FlatValue::Unknown => None,
            FlatValue::Count(count) => counted(count as usize),
            FlatValue::Text(text) => self.text(text),
            FlatValue::Percent(percent) => self.share(percent),
        };
        let Values { rows, first, .. } = &mut self.values;
        if at == 0 {
            *first = value;
        } else if rows.is_empty() && *first != value {
            rows.reserve_exact(height);
            rows.resize(at, *first);
        }
        if !rows.is_empty() {
            rows.push(value);
        }
    }

    fn text(&mut self, text: Cow<'_, str>) -> Value {
        if let Some(known) = self.texts.get(&*text) {
            return *known;
        }
        let number = counted(self.texts.len());
        self.texts.insert(text.into_owned(), number);
        number
    }

    fn share(&mut self, share: Percent) -> Value {
        let next = counted(self.shares.len());
        *self.shares.entry(share).or_insert(next)
    }

    fn filled(self) -> Values {
        let mut texts: Vec<(String, Value)> = self.texts.into_iter().collect();
        let mut shares: Vec<(Percent, Value)> = self.shares.into_iter().collect();
        texts.sort_unstable_by_key(|(_, number)| *number);
        shares.sort_unstable_by_key(|(_, number)| *number);
        Values {
            texts: texts.into_iter().map(|(text, _)| text).collect(),
            shares: shares.into_iter().map(|(share, _)| share).collect(),
            ..self.values
        }
    }
}

/// A number as a value. No text that is read has so many lines that one has none.
fn counted(number: usize) -> Value {
    u32::try_from(number).ok()?.checked_add(1).and_then(NonZeroU32::new)
}

/// A commitment, and where it is written.
struct Of<'p, 't> {
    plan: &'p Plan<'t>,
    row: &'p Commitment<'t>,
    origin: Origin<'t>,
}

impl Of<'_, '_> {
    /// The personnel number: that of whoever has it; of whoever has several, the one in the row.
    fn number(&self) -> FlatValue<'_> {
        let own = self.row.number.filter(|number| number_key(&number.words()).is_some());
        let known = self.plan.subjects[self.row.subject].number.as_deref();
        known.map(Cow::Borrowed).or_else(|| own.map(Place::words)).into()
    }

    fn value(&self, column: FlatColumn) -> FlatValue<'_> {
        let Self { plan, row, origin } = self;
        let cdr = plan.cdr_of(row);
        let project = plan.project_of(row);
        let reference = &plan.sheets[row.sheet].reference;
        let subject = &plan.subjects[row.subject];
        match column {
            FlatColumn::Plan => plan.label.as_str().into(),
            FlatColumn::Entity => plan.entity.as_deref().into(),
            FlatColumn::Year => plan.year.map(u32::from).into(),
            FlatColumn::Cdr => written(cdr.map(|cdr| Cow::Borrowed(&*cdr.code))),
            FlatColumn::CdrName => written(cdr.map(|cdr| Cow::Borrowed(&*cdr.name))),
            FlatColumn::Director => cdr.and_then(|cdr| cdr.director.as_ref()).into(),
            FlatColumn::Project => written(project.map(|project| Cow::Borrowed(&*project.code))),
            FlatColumn::ProjectKind => project.and_then(Project::kind).map(ProjectKind::code).into(),
            FlatColumn::ProjectTitle => project.and_then(|project| project.title(plan)).into(),
            FlatColumn::Direction => reference.direction.as_ref().into(),
            FlatColumn::StrategicObjective => reference.strategic_objective.as_ref().into(),
            FlatColumn::Action => reference.action.as_ref().into(),
            FlatColumn::Person => subject.name.as_str().into(),
            FlatColumn::PersonAsWritten => written(Some(row.name.words())),
            FlatColumn::SubjectKind => subject.kind.code().into(),
            FlatColumn::Role => row.role.code().into(),
            FlatColumn::RoleAsWritten => written(row.role_written.map(Place::words)),
            FlatColumn::Percent => FlatValue::Percent(row.percent),
            FlatColumn::Path => origin.path.into(),
            FlatColumn::Line => Some(origin.line).into(),
            FlatColumn::Column => Some(origin.column).into(),
            FlatColumn::Page => origin.page.into(),
            FlatColumn::Sheet => origin.worksheet.into(),
            FlatColumn::Cell => origin.cell.as_deref().into(),
            FlatColumn::From => day(row.period.map(Period::from)),
            FlatColumn::To => day(row.period.map(Period::to)),
            FlatColumn::Number => self.number(),
        }
    }
}

/// A day, as ISO 8601 writes it.
fn day(day: Option<Date>) -> FlatValue<'static> {
    day.map_or(FlatValue::Unknown, |day| FlatValue::Text(iso_day(day).into()))
}

/// What is written; nothing where that is empty.
fn written(text: Option<Cow<'_, str>>) -> FlatValue<'_> {
    text.filter(|text| !text.is_empty()).into()
}

impl<'v> From<&'v str> for FlatValue<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(text.into())
    }
}

impl<'v> From<Option<&'v str>> for FlatValue<'v> {
    fn from(text: Option<&'v str>) -> Self {
        text.map_or(Self::Unknown, Self::from)
    }
}

impl<'v> From<Option<Cow<'v, str>>> for FlatValue<'v> {
    fn from(text: Option<Cow<'v, str>>) -> Self {
        text.map_or(Self::Unknown, Self::Text)
    }
}

impl<'v> From<Option<&Text<'v>>> for FlatValue<'v> {
    fn from(text: Option<&Text<'v>>) -> Self {
        text.map(Text::words).into()
    }
}

impl From<Option<u32>> for FlatValue<'_> {
    fn from(count: Option<u32>) -> Self {
        count.map_or(Self::Unknown, Self::Count)
    }
}
