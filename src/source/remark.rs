//! What there is to know of a page, beside what is written on it.

use serde::{Deserialize, Serialize};

/// Something about a page that who answers for the figures must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is.
    pub kind: RemarkKind,
    /// The page, counted from 1.
    pub page: u32,
    /// Where in the document's text it is, or would be, in bytes.
    pub offset: usize,
}

/// What there is to know of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RemarkKind {
    /// It is a picture, or has text that is but drawn: what stands on it was not read.
    Unread,
    /// Its text was recognised by a machine on a picture of the page, and may be wrong.
    Recognised,
    /// The rows of a table of shares on it could not be told apart.
    Torn,
    /// A picture stands on it here: what is on that was not read.
    Picture,
}
