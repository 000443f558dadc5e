//! A text → the same text, or what it becomes if it is a web page.

use super::form::{Reading, Refusal};
use super::page;

/// The reading of a text, whatever form it has.
///
/// # Errors
///
/// A text that is larger than any plan.
pub fn read(text: String) -> Result<Reading, Refusal> {
    if page::is_page(&text) {
        return page::read(&text);
    }
    Ok(text.into())
}
