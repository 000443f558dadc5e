//! A text → the same text, or what it becomes if it is a web page, or has tables that are not written as
//! [`super::blocks`] reads them.

use memchr::memchr;

use super::form::{Reading, Refusal};
use super::{delimited, drawn, layout, page};

/// The reading of a text, whatever form it has.
///
/// # Errors
///
/// A text that is larger than any plan.
pub fn read(text: String) -> Result<Reading, Refusal> {
    if page::is_page(&text) {
        return page::read(&text);
    }
    // Dashes may stand on printed pages, too; only these have form feeds.
    let is_printed = || memchr(0x0C, text.as_bytes()).is_some();
    let reading =
        delimited::read(&text).or_else(|| drawn::read(&text).filter(|_| !is_printed())).or_else(|| layout::read(&text));
    Ok(reading.unwrap_or_else(|| text.into()))
}
