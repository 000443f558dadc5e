//! Files that the program itself made: each carries a mark by which it is known, and none is a plan.

use super::container::package::Package;
use crate::vocabulary::heads_own_table;

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
    is_marked || is_own_table(head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head))
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
