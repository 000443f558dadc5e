//! What stands in the columns of a table that has one for each project, or for each person.

use crate::model::Meaning;
use crate::parse::columns::Columns;
use crate::source::Place;

/// What stands beside the figures.
#[derive(Debug, Clone, Copy)]
pub enum Sides {
    /// People: they have the rows, and projects the columns.
    People(Columns),
    /// Projects: they have the rows, and people the columns.
    Projects(ProjectColumns),
}

/// Where it is written to which project a row belongs.
#[derive(Debug, Clone, Copy, Default)]
pub struct ProjectColumns {
    /// The code, or the title where there is none.
    pub project: usize,
    /// The title beside the code.
    pub title: Option<usize>,
    /// The code of the CDR.
    pub cdr: Option<usize>,
    /// The name of the CDR.
    pub cdr_name: Option<usize>,
    /// Who leads the CDR.
    pub director: Option<usize>,
    /// What says nothing, or is known and not needed.
    pub aside: [Option<usize>; 2],
}

/// A column of figures.
#[derive(Debug, Clone, Copy)]
pub struct Slot<'t> {
    /// Its number.
    pub column: usize,
    /// Of what project or person it is.
    pub of: SlotOf<'t>,
}

/// What a column of figures is of.
#[derive(Debug, Clone, Copy)]
pub enum SlotOf<'t> {
    /// A project, by its code and its title.
    Project(Place<'t>, Option<Place<'t>>),
    /// A project that is called by its title alone; and whether a heading says that it is one.
    Title(Place<'t>, bool),
    /// A person, and their role.
    Person(Place<'t>, Option<Place<'t>>),
    /// What the row says in two other columns: the code of a project, or its title where it has none, and the title beside the code.
    InRow {
        /// The heading of the shares.
        heading: Place<'t>,
        /// The column of the code.
        project: usize,
        /// The column of the title.
        title: Option<usize>,
    },
}

impl<'t> SlotOf<'t> {
    /// What names it.
    pub fn place(self) -> Place<'t> {
        match self {
            Self::Project(place, _)
            | Self::Title(place, _)
            | Self::Person(place, _)
            | Self::InRow { heading: place, .. } => place,
        }
    }
}

impl Sides {
    /// What a column means, if it is read.
    pub fn meaning(&self, column: usize) -> Option<Meaning> {
        match self {
            // To what CDR somebody belongs says nothing of that of a project.
            Self::People(columns) => columns.meaning(column),
            Self::Projects(own) => own.meaning(column),
        }
    }
}

impl ProjectColumns {
    /// What a column means, if it is one of these.
    pub fn meaning(&self, column: usize) -> Option<Meaning> {
        let all = [
            (Some(self.project), Meaning::Project),
            (self.title, Meaning::Title),
            (self.cdr, Meaning::Cdr),
            (self.cdr_name, Meaning::CdrName),
            (self.director, Meaning::Director),
            (self.aside[0], Meaning::Aside),
            (self.aside[1], Meaning::Aside),
        ];
        all.into_iter().find(|(at, _)| *at == Some(column)).map(|(_, meaning)| meaning)
    }
}
