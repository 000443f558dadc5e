//! The columns of a table of commitments: where each thing stands, and what of a row is read.

use crate::model::Meaning;
use crate::vocabulary::Unit;

/// Where the columns of a table of commitments are. Of tables that stand side by side, those of one.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// The name.
    pub name: NameColumn,
    /// The role, if it has a column.
    pub role: Option<usize>,
    /// The share; none if no header means one.
    pub share: Option<usize>,
    /// Whether that is one of the capacity beside it; and the columns of capacities, a bit each, with what their header says of their figures.
    pub is_split: bool,
    pub capacities: u64,
    pub capacity_unit: Unit,
    /// Whether the settings say which column is the share.
    pub is_given: bool,
    /// Another column that may as well be the share.
    pub rival: Option<usize>,
    /// In what the shares are counted, as the header says.
    pub unit: Unit,
    /// The code of the project, in a flat table; its title, where that alone is written.
    pub project: Option<usize>,
    /// Whether that is the title.
    pub(super) is_title: bool,
    /// The title of the project.
    pub title: Option<usize>,
    /// The code of the CDR.
    pub cdr: Option<usize>,
    /// The name of the CDR.
    pub cdr_name: Option<usize>,
    /// Who leads the CDR.
    pub director: Option<usize>,
    /// The personnel number.
    pub number: Option<usize>,
    /// From when a row holds, until when, or both in one; and for how many months.
    pub when: When,
    /// The columns that are parts of the year, a bit each: each has shares of its own.
    pub spans: u64,
    /// The year, where rows are of several, and that of the plan.
    pub year: Option<(usize, u16)>,
    /// The number of cells of the header, empty ones too.
    pub cells: usize,
    /// The first of its columns, and the one behind its last.
    pub first: usize,
    pub end: usize,
    /// The columns that have a header, a bit each; and those that are known not to matter.
    pub(super) headed: u64,
    pub(super) aside: u64,
    /// Those whose figures are of another year than the plan.
    pub(super) of_other_years: u64,
    /// Those of the first that are read, or are none of this table's.
    pub(super) read: u64,
}

/// Where it is written when a row holds: from when, until when, both in one, for how many months. Headers are looked at in few columns.
#[derive(Debug, Clone, Copy)]
pub struct When {
    pub from: Option<u8>,
    pub to: Option<u8>,
    pub period: Option<u8>,
    pub duration: Option<u8>,
}

impl When {
    /// Whether no column says it.
    pub fn is_unsaid(self) -> bool {
        [self.from, self.to, self.period, self.duration].iter().all(Option::is_none)
    }
}

/// Where the name of somebody is.
#[derive(Debug, Clone, Copy)]
pub enum NameColumn {
    /// In one column.
    Whole(usize),
    /// In two.
    Parts {
        /// The surname's.
        surname: usize,
        /// The first name's.
        first: usize,
    },
}

/// The most columns of which the headers are looked at.
pub const MOST: usize = 64;

impl Columns {
    /// The columns that a table has of which only the header is written, in one line.
    pub const PLAIN: Self = Self {
        name: NameColumn::Whole(0),
        role: Some(1),
        share: Some(2),
        is_split: false,
        capacities: 0,
        capacity_unit: Unit::Unstated,
        is_given: false,
        rival: None,
        unit: Unit::Unstated,
        project: None,
        is_title: false,
        title: None,
        cdr: None,
        cdr_name: None,
        director: None,
        number: None,
        when: When { from: None, to: None, period: None, duration: None },
        spans: 0,
        year: None,
        cells: 3,
        first: 0,
        end: usize::MAX,
        headed: 0b111,
        aside: 0,
        of_other_years: 0,
        read: 0b111,
    };

    /// The same with another of its parts of the year as the share.
    pub fn with_share(self, share: usize) -> Self {
        Self { share: Some(share), ..self }
    }

    /// Whether its rows say to which project they belong.
    pub fn is_flat(&self) -> bool {
        self.project.is_some()
    }

    /// The same, if the column of projects holds their titles, without it: on the sheet of a project they say nothing more.
    pub fn without_titles(self) -> Option<Self> {
        let title = self.project.filter(|_| self.is_title);
        title.map(|title| Self { project: None, is_title: false, title: Some(title), ..self }.worked_out())
    }

    /// The cells that a row must have at least.
    pub fn width(&self) -> usize {
        let name = match self.name {
            NameColumn::Whole(name) => name,
            NameColumn::Parts { surname, first } => surname.max(first),
        };
        1 + name.max(self.share.unwrap_or_default())
    }

    /// Whether a row has as many cells as it must: those at the end of the header may be missing.
    pub fn fit(&self, cells: usize) -> bool {
        let most = if self.end == usize::MAX { self.cells } else { usize::MAX };
        (self.width()..=most).contains(&cells) || cells == self.width()
    }

    /// What a column means, if it is read.
    pub fn meaning(&self, column: usize) -> Option<Meaning> {
        let share = match self.unit {
            _ if self.is_split => Meaning::Split,
            Unit::Work(..) => Meaning::Hours,
            _ => Meaning::Share,
        };
        let name = match self.name {
            NameColumn::Whole(at) => [(Some(at), Meaning::Person), (None, Meaning::Person)],
            NameColumn::Parts { surname, first } => {
                [(Some(surname), Meaning::Surname), (Some(first), Meaning::FirstName)]
            }
        };
        let of_flat = |at: Option<usize>| at.filter(|_| self.is_flat());
        let others = [
            (self.share, share),
            (Some(column).filter(|&column| self.is_capacity(column)), Meaning::Capacity),
            (self.role, Meaning::Role),
            (self.number, Meaning::Number),
            (self.when.from.map(usize::from), Meaning::From),
            (self.when.to.map(usize::from), Meaning::To),
            (self.when.period.map(usize::from), Meaning::Period),
            (self.when.duration.map(usize::from), Meaning::Duration),
            (Some(column).filter(|&column| self.is_span(column)), share),
            (self.project, Meaning::Project),
            (of_flat(self.title), Meaning::Title),
            (of_flat(self.cdr), Meaning::Cdr),
            (of_flat(self.cdr_name), Meaning::CdrName),
            (of_flat(self.director), Meaning::Director),
        ];
        if self.is_title && self.project == Some(column) {
            return Some(Meaning::Title);
        }
        let is_aside = column < MOST && self.aside & (1 << column) != 0;
        let read = name.into_iter().chain(others).find(|&(at, _)| at == Some(column)).map(|(_, meaning)| meaning);
        read.or(is_aside.then_some(Meaning::Aside))
    }

    /// Whether a column is read, or is none of this table's.
    pub fn is_read(&self, column: usize) -> bool {
        if column < MOST.min(self.cells) { self.read & (1 << column) != 0 } else { self.is_meant(column) }
    }

    fn is_meant(&self, column: usize) -> bool {
        let is_year = self.year.is_some_and(|(year, _)| year == column);
        !self.has(column) || self.meaning(column).is_some() || Some(column) == self.rival || is_year
    }

    /// The same, with what is read worked out once for all rows.
    pub(super) fn worked_out(self) -> Self {
        let read = (0..self.cells.min(MOST)).filter(|&column| self.is_meant(column));
        Self { read: read.fold(0, |all, column| all | 1 << column), ..self }
    }

    /// Whether a column is one of capacities.
    pub fn is_capacity(&self, column: usize) -> bool {
        column < MOST && self.capacities & (1 << column) != 0
    }

    /// The columns of capacities.
    pub fn capacity_columns(&self) -> impl Iterator<Item = usize> {
        let own = *self;
        (0..MOST).filter(move |column| own.is_capacity(*column))
    }

    /// Whether a column is a part of the year.
    pub fn is_span(&self, column: usize) -> bool {
        column < MOST && self.spans & (1 << column) != 0
    }

    /// Whether what stands in a column is of another year than the plan.
    pub fn is_of_other_year(&self, column: usize) -> bool {
        column < MOST && self.of_other_years & (1 << column) != 0
    }

    /// Whether a column has a header.
    pub fn is_headed(&self, column: usize) -> bool {
        column < MOST && self.headed & (1 << column) != 0
    }

    /// Whether a column is one of this table's.
    pub fn has(&self, column: usize) -> bool {
        (self.first..self.end).contains(&column)
    }
}
