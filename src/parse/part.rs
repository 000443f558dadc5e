//! What one document holds of a plan.

use std::borrow::Cow;

use super::title_page::TitlePage;
use crate::model::{Cdr, Header, Listing, Percent, Reference, RejectedRow, Role, ShareColumn, Sheet};
use crate::source::{Document, Place};

/// What one document holds of a plan; indices are those of this document.
#[derive(Debug)]
pub struct Part<'t> {
    pub document: &'t Document,
    pub title_page: TitlePage,
    pub cdrs: Vec<Cdr<'t>>,
    pub listings: Vec<Listing<'t>>,
    pub sheets: Vec<Sheet<'t>>,
    pub rows: Vec<StaffRow<'t>>,
    pub rejected: Vec<RejectedRow<'t>>,
    /// The number of staff tables; one whose header is repeated counts once.
    pub staff_tables: usize,
    pub headers: Vec<Header<'t>>,
    pub share_columns: Vec<ShareColumn<'t>>,
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
    /// Where the name is written.
    pub name: Place<'t>,
    /// Where the role is written, if the table has a column for it.
    pub role_written: Option<Place<'t>>,
    /// Where the share is written.
    pub figure: Place<'t>,
}

impl<'t> Part<'t> {
    /// Nothing of a document so far.
    pub fn new(document: &'t Document) -> Self {
        // A sheet takes some thousand characters, and has a few rows.
        let length = document.text().len();
        Self {
            document,
            title_page: TitlePage::default(),
            cdrs: Vec::new(),
            listings: Vec::with_capacity(length / 2048),
            sheets: Vec::with_capacity(length / 2048),
            rows: Vec::with_capacity(length / 1024),
            rejected: Vec::new(),
            staff_tables: 0,
            headers: Vec::new(),
            share_columns: Vec::new(),
        }
    }

    /// Whether the document holds any of a plan: a CDR heading, a project code or a staff table.
    pub fn holds_plan(&self) -> bool {
        !(self.cdrs.is_empty() && self.listings.is_empty() && self.sheets.is_empty()) || self.staff_tables > 0
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
        has_staff_table: false,
        repeats: None,
    }
}
