//! Web pages → blocks, and for each the line of the page's source that it begins on.

mod blocks;
mod marked;
mod parts;
mod styles;

use encoding_rs::Encoding;

use super::limits::MOST_TEXT;
use super::refusal::Refusal;
use crate::source::Content;

/// How much of a page tells that it is one, and in which encoding.
const BEGINNING: usize = 4096;

/// The elements with which only pages begin, and those with which other texts may, too.
const OUTERMOST: [&str; 5] = ["html", "head", "body", "meta", "title"];
const INNER: [&str; 9] = ["table", "div", "center", "style", "h1", "h2", "h3", "p", "font"];

/// Whether a text is a web page.
pub fn is_page(text: &str) -> bool {
    is_page_beginning(text.as_bytes(), || has_cells(text.as_bytes()))
}

/// The encoding that a page declares, if it is one that is declared.
pub fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let beginning = &bytes[..bytes.len().min(BEGINNING)];
    if !is_page_beginning(beginning, || has_cells(beginning)) {
        return None;
    }
    let beginning = String::from_utf8_lossy(beginning).to_ascii_lowercase();
    let (_, after) = beginning.split_once("charset").or_else(|| beginning.split_once("encoding"))?;
    let label = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

/// What is in a page.
///
/// # Errors
///
/// A page that is larger than any plan.
pub fn read(text: &str) -> Result<Content, Refusal> {
    if text.len() > MOST_TEXT {
        return Err(Refusal::TooLarge);
    }
    let marked = marked::marked(text).ok_or(Refusal::TooLarge)?;
    let parts = parts::parts(&marked);
    drop(marked);
    blocks::content(&parts)
}

fn has_cells(text: &[u8]) -> bool {
    memchr::memmem::find(text, b"</td").is_some() || memchr::memmem::find(text, b"</TD").is_some()
}

/// Whether the first tag is that of a page. What else may stand before it says nothing.
fn is_page_beginning(text: &[u8], has_cells: impl FnOnce() -> bool) -> bool {
    let mut rest = &text[..text.len().min(BEGINNING)];
    loop {
        rest = rest.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(rest).trim_ascii_start();
        let Some(tag) = rest.strip_prefix(b"<") else { return false };
        let end = match tag.first() {
            Some(b'!') if tag.len() > 13 && tag[1..13].eq_ignore_ascii_case(b"doctype html") => return true,
            Some(b'!') if tag.starts_with(b"!--") => memchr::memmem::find(tag, b"-->").map(|end| end + 3),
            Some(b'!' | b'?') => memchr::memchr(b'>', tag).map(|end| end + 1),
            _ => {
                let name = &tag[..tag.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()];
                let is_one_of = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes()));
                return is_one_of(&OUTERMOST) || (is_one_of(&INNER) && has_cells());
            }
        };
        let Some(end) = end else { return false };
        rest = &tag[end..];
    }
}
