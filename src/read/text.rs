//! A text → the same text, or what it becomes if it is a web page, a table between semicolons or printed.

use super::form::{Reading, Refusal};
use super::{delimited, layout, page};

/// The reading of a text, whatever form it has.
///
/// # Errors
///
/// A text that is larger than any plan.
pub fn read(text: String) -> Result<Reading, Refusal> {
    if page::is_page(&text) {
        return page::read(&text);
    }
    let reading = delimited::read(&text).or_else(|| layout::read(&text));
    Ok(reading.unwrap_or_else(|| text.into()))
}
