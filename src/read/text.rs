//! A text → the same text, or what it becomes if it is a web page or printed.

use super::form::{Reading, Refusal};
use super::{layout, page};

/// The reading of a text, whatever form it has.
///
/// # Errors
///
/// A text that is larger than any plan.
pub fn read(text: String) -> Result<Reading, Refusal> {
    if page::is_page(&text) {
        return page::read(&text);
    }
    Ok(layout::read(&text).unwrap_or_else(|| text.into()))
}
