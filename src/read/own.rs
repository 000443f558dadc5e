//! Files that the program itself made: each carries a mark by which it is known, and none is a plan.

use super::container::package::Package;
use crate::vocabulary::{begins_as_own, has_own_findings, has_own_printed_table, heads_own_table, tells_what_was_read};

/// How far from its beginning a file's mark stands at most.
const REACH: usize = 1 << 16;

/// The first bytes of the forms that the program writes, and the marks that stand in those it wrote.
const MARKS: [(&[u8], &[u8]); 4] = [
    (b"\x89PNG", b"tEXtSoftware\0cento"),
    (b"<svg ", b"<metadata>cento</metadata>"),
    (b"<!DOCTYPE html>", b"<meta name=\"generator\" content=\"cento\">"),
    (b"{", b"\"schema\": \"cento."),
];

/// Whether the program made a file that is no package.
pub fn is_own(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(REACH)];
    let has = |mark: &[u8]| head.windows(mark.len()).any(|window| window == mark);
    let is_marked = MARKS.iter().any(|(first, mark)| head.starts_with(first) && has(mark));
    is_marked || is_own_text(head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head))
}

/// Whether the beginning of a file is that of a table, of findings or of a picture's words, as the program writes them.
fn is_own_text(head: &[u8]) -> bool {
    if is_own_table(head) {
        return true;
    }
    // What is cut is the last character at most.
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    begins_as_own(text) || has_own_findings(text) || has_own_printed_table(text) || tells_what_was_read(text)
}

fn is_own_table(head: &[u8]) -> bool {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    std::str::from_utf8(line).is_ok_and(heads_own_table)
}

/// Whether the program made a workbook, as its properties say.
pub fn is_own_workbook(package: &mut Package<'_>) -> bool {
    let properties = package.text("docprops/core.xml");
    properties.is_ok_and(|text| text.contains("<dc:description>cento</dc:description>"))
}
