//! What one document holds of a plan.

use std::borrow::Cow;

use super::capacity::CapacityNumber;
use super::periods::{PeriodNumber, RowPeriod};
use super::title_page::TitlePage;
use crate::model::{
    AssumedScale, Cdr, FullTime, Header, Listing, NotShown, Percent, Percentages, PeriodApart, RecipeUse, Reference,
    RejectedRow, Role, ShareColumn, Sheet, StatedCapacity, UnaccountedShare, UnequalTotal, UnreadColumn, WorkUnit,
};
use crate::source::{Document, Place};

/// What one document holds of a plan; indices are those of this document.
#[derive(Debug)]
pub struct Part<'t> {
    pub document: &'t Document,
    /// Whether it was asked for, and is told if nothing is read of it.
    pub is_wanted: bool,
    pub title_page: TitlePage,
    pub cdrs: Vec<Cdr<'t>>,
    pub listings: Vec<Listing<'t>>,
    pub sheets: Vec<Sheet<'t>>,
    pub rows: Vec<StaffRow<'t>>,
    pub rejected: Vec<RejectedRow<'t>>,
    /// When rows hold, by their numbers.
    pub periods: Vec<RowPeriod<'t>>,
    /// What stands in columns of capacities, likewise; none where it cannot be read.
    pub capacities: Vec<Option<StatedCapacity<'t>>>,
    /// Of each table the unit of working time of its bare figures, and what is all of it; nothing where there is no such table.
    pub works: Vec<Option<(WorkUnit, FullTime)>>,
    /// The number of staff tables; one whose header is repeated counts once.
    pub staff_tables: usize,
    pub headers: Vec<Header<'t>>,
    pub share_columns: Vec<ShareColumn<'t>>,
    pub unread_columns: Vec<UnreadColumn<'t>>,
    /// Its matrices of which nothing but the figures says that they are percentages.
    pub assumed_scales: Vec<AssumedScale<'t>>,
    /// Totals that are not what their figures make.
    pub unequal_totals: Vec<UnequalTotal<'t>>,
    /// What states a period apart from its rows.
    pub periods_apart: Vec<PeriodApart<'t>>,
    /// What became of the recipes of the settings.
    pub recipes: Vec<RecipeUse<'t>>,
    /// What became of the figures with a percent sign, and those of them that stand beside a name or a role, in no row.
    pub percentages: Percentages,
    pub unaccounted: Vec<UnaccountedShare<'t>>,
    /// What is not shown of the staff tables.
    pub not_shown: Vec<NotShown<'t>>,
}

/// An accepted row.
#[derive(Debug)]
pub struct StaffRow<'t> {
    /// The sheet, an index into the sheets of the document.
    pub sheet: usize,
    /// The subject's relation to the body.
    pub role: Role,
    /// The share.
    pub percent: Percent,
    /// The number of what is written of when it holds.
    pub period: Option<PeriodNumber>,
    /// Whether it was rounded to be one.
    pub rounded: bool,
    /// Whether a column of its table stands unread that could change what it means.
    pub is_doubtful: bool,
    /// Where the name is written.
    pub name: Place<'t>,
    /// Where the personnel number is written, if the table has a column for it.
    pub number: Option<Place<'t>>,
    /// Where the role is written, if the table has a column for it.
    pub role_written: Option<Place<'t>>,
    /// Where the share is written.
    pub figure: Place<'t>,
    /// How many figures with a percent sign stand in the row.
    pub percentages: usize,
    /// The number of the capacity beside the share, if its table has such a column.
    pub capacity: Option<CapacityNumber>,
    /// The number of the table of which it is a bare figure.
    pub bare_in: Option<u32>,
}

impl<'t> Part<'t> {
    /// Nothing of a document so far.
    pub fn new(document: &'t Document) -> Self {
        // A sheet takes some thousand characters, and has a few rows.
        let length = document.text().len();
        Self {
            document,
            is_wanted: document.is_named(),
            title_page: TitlePage::default(),
            cdrs: Vec::new(),
            listings: Vec::with_capacity(length / 2048),
            sheets: Vec::with_capacity(length / 2048),
            rows: Vec::new(),
            rejected: Vec::new(),
            periods: Vec::new(),
            capacities: Vec::new(),
            works: Vec::new(),
            staff_tables: 0,
            headers: Vec::new(),
            share_columns: Vec::new(),
            unread_columns: Vec::new(),
            assumed_scales: Vec::new(),
            unequal_totals: Vec::new(),
            periods_apart: Vec::new(),
            recipes: Vec::new(),
            percentages: Percentages::default(),
            unaccounted: Vec::new(),
            not_shown: Vec::new(),
        }
    }

    /// The same of a document that holds no plan, and is looked at all the same: it says neither whose it is nor of which year.
    #[must_use]
    pub fn looked_at(self) -> Self {
        Self { is_wanted: true, title_page: TitlePage::default(), ..self }
    }

    /// Whether the document holds any of a plan: a CDR heading, a project code, a staff table, or names beside percentages.
    pub fn holds_plan(&self) -> bool {
        !(self.cdrs.is_empty() && self.listings.is_empty() && self.sheets.is_empty())
            || self.staff_tables > 0
            || !self.unaccounted.is_empty()
    }
}

/// The sheet of a project of which nothing else is known.
pub fn new_sheet<'t>(code: Option<Cow<'t, str>>, cdr: Option<usize>, place: Place<'t>) -> Sheet<'t> {
    Sheet {
        code,
        project: None,
        cdr,
        title: None,
        reference: Reference::default(),
        objectives: Vec::new(),
        indicators: Vec::new(),
        place,
        is_named: true,
        has_staff_table: false,
        repeats: None,
    }
}
