//! What is too large to be read, and what is said of it: the docs state every limit as the program has it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use cento::read::Refusal;
use cento::read::limits::{
    LARGEST_DRAWING, LARGEST_FILE, LARGEST_PART, LARGEST_UNPACKED, LONGEST_SECONDS, MEMORY, MOST_CELLS, MOST_ENVELOPES,
    MOST_LINES_OF_PAGE, MOST_MARKS, MOST_MARKS_OF_PAGE, MOST_MERGED, MOST_PAGES, MOST_PARTS, MOST_PARTS_OF_DOCUMENT,
    MOST_SHEETS, MOST_TEXT,
};

const TOP: &str = "# Limits

A plan is text of a few megabytes. What has more than the following is another file, or one that was made to fill the memory of whoever
opens it: it is refused with a message, and every other document is read. A document of a folder is then among those that were not read
(R015), one that was named ends the command with exit status 2. All limits stand in `src/read/limits.rs`.

Of memory, a flat table of a million rows as text takes twelve times its size, whatever is asked of it: `check`, `rows`, `people`, `person`,
`weights`, as a table, as JSON or as CSV (`curves::memory_is_a_few_times_the_text`). Findings, people and reports come on top: some kilobytes
for each person, and about two for each finding.

| what | at most | why | what is said |
|---|---|---|---|
";

/// A limit: its name in the source, what it limits, to how much, why no plan has more, and for what a document with more is refused.
type Limit = (&'static str, &'static str, String, &'static str, Refusal);

fn all() -> Vec<Limit> {
    use Refusal::{Damaged, TooLarge, TooLong};

    let mb = |bytes: u64| format!("{} MB", bytes >> 20);
    let page = "a page is read by somebody";
    vec![
        ("LARGEST_FILE", "file", mb(LARGEST_FILE), "pictures make a PDF large, but no plan is a film", TooLarge),
        ("LARGEST_PART", "part of a package, unpacked", mb(LARGEST_PART), "forty times the plan of a city", TooLarge),
        ("LARGEST_UNPACKED", "all parts of a package, unpacked", mb(LARGEST_UNPACKED), "four of the largest", TooLarge),
        (
            "MOST_PARTS",
            "parts of a package",
            counted(MOST_PARTS),
            "two for each sheet of the largest workbook",
            TooLarge,
        ),
        (
            "MOST_CELLS",
            "filled cells of a workbook",
            counted(MOST_CELLS),
            "forty for each of fifty thousand rows",
            TooLarge,
        ),
        ("MOST_SHEETS", "sheets of a workbook", counted(MOST_SHEETS), "one for each project of a large city", TooLarge),
        ("MOST_MERGED", "merged cells of a sheet", counted(MOST_MERGED), "more than are made by hand", TooLarge),
        (
            "MOST_PARTS_OF_DOCUMENT",
            "cells and stretches of lines of any document",
            counted(MOST_PARTS_OF_DOCUMENT),
            "what is held of each takes twenty bytes",
            TooLarge,
        ),
        (
            "MOST_TEXT",
            "text that is made of a document",
            mb(MOST_TEXT as u64),
            "one text may stand in a million cells",
            TooLarge,
        ),
        (
            "MOST_ENVELOPES",
            "signed envelopes, one in the other",
            counted(MOST_ENVELOPES),
            "several people sign one after another",
            TooLarge,
        ),
        ("MOST_PAGES", "pages of a PDF", counted(MOST_PAGES), "fifty plans of a city", TooLong),
        (
            "MOST_MARKS",
            "letters and shapes of a PDF",
            counted_long(MOST_MARKS),
            "twenty times those of a city's plan",
            TooLong,
        ),
        ("MOST_MARKS_OF_PAGE", "letters and shapes of a page", counted_long(MOST_MARKS_OF_PAGE), page, TooLong),
        ("MOST_LINES_OF_PAGE", "lines of a page", counted(MOST_LINES_OF_PAGE), page, TooLong),
        (
            "LARGEST_DRAWING",
            "drawing of a page, unpacked",
            mb(LARGEST_DRAWING),
            "a page of a city's plan has a hundredth",
            TooLong,
        ),
        (
            "LONGEST_SECONDS",
            "time for the pages of a document",
            format!("{LONGEST_SECONDS} s"),
            "a hundred pages take a tenth of a second",
            TooLong,
        ),
        ("MEMORY", "memory for a PDF", mb(MEMORY), "ten times what the largest take", Damaged),
    ]
}

fn counted(count: usize) -> String {
    counted_long(count as u64)
}

/// A number, its digits by threes.
fn counted_long(count: u64) -> String {
    let digits = count.to_string();
    let parts: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|part| std::str::from_utf8(part).expect("digits")).collect();
    parts.join(",")
}

#[test]
fn the_docs_state_every_limit() {
    let limits = all();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = fs::read_to_string(root.join("src/read/limits.rs")).expect("the limits");
    let names: Vec<&str> =
        source.lines().filter_map(|line| line.strip_prefix("pub const ")?.split(':').next()).collect();
    assert!(names.len() > 15, "the test sees the limits");
    for name in &names {
        assert!(limits.iter().any(|limit| limit.0 == *name), "{name} is not stated");
    }
    assert_eq!(names.len(), limits.len());
    let mut page = TOP.to_owned();
    for (_, what, most, why, refusal) in limits {
        let said = match refusal.code() {
            "too-large" => "“too large for a plan”",
            "too-long" => "“too large for a plan, or made so that reading it does not end”",
            _ => "“the document is damaged”",
        };
        let _ = writeln!(page, "| {what} | {most} | {why} | {said} |");
    }
    let path = root.join("docs/limits.md");
    if std::env::var_os("CENTO_WRITE_DOCS").is_some() {
        fs::write(&path, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, page, "CENTO_WRITE_DOCS=1 cargo test limits writes it");
}
