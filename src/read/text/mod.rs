//! A text → its blocks: those that its own signs tell, unless it is a web page, or has tables that are written otherwise.

mod delimited;
mod pandoc;
mod printed;

use memchr::memchr;

use super::clock::Clock;
use super::html;
use super::refusal::Refusal;
use crate::source::Content;
use crate::vocabulary::Vocabulary;

/// What is in a text, whatever form it has; the vocabulary tells tables by their headers.
///
/// # Errors
///
/// A text that is larger than any plan.
pub fn read(text: String, vocabulary: Vocabulary<'_>, clock: Clock) -> Result<Content, Refusal> {
    if html::is_page(&text) {
        return html::read(&text);
    }
    // Dashes may stand on printed pages, too; only these have form feeds.
    let is_printed = || memchr(0x0C, text.as_bytes()).is_some();
    let content = delimited::read(&text, vocabulary)
        .or_else(|| pandoc::read(&text).filter(|_| !is_printed()))
        .or_else(|| printed::read(&text, vocabulary, clock));
    content.unwrap_or_else(|| Ok(text.into()))
}
