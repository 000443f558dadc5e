//! What the names of worksheets say of when their rows hold: one for each half of the year, one for each year.

use super::dates::{Said, year_alone};
use super::spans::{apart, part_of};
use crate::source::{Document, words};
use crate::vocabulary::called_by_year;

/// The days of which the rows of worksheets are, by where these begin in the text: where two at least are called by parts of the year, or
/// by years, and none of these overlap. A single one may be called by the month in which it was made.
pub fn spans(document: &Document) -> Vec<(usize, Said)> {
    let said = |of: fn(&str) -> Option<Said>| {
        let named = |&begin: &u32| Some((begin as usize, of(&words(name(document, begin as usize)?))?));
        apart(document.worksheets().iter().filter_map(named).collect())
    };
    if document.worksheets().len() < 2 {
        return Vec::new();
    }
    let parts = said(part_of);
    if parts.is_empty() { said(|name| year_alone(called_by_year(name)?)) } else { parts }
}

/// The name of the worksheet that begins at a place in the text.
fn name(document: &Document, begin: usize) -> Option<&str> {
    let first = document.text().get(begin..)?;
    document.place(&first[..first.chars().next()?.len_utf8()]).origin().worksheet
}
