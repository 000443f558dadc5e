//! What is too large to be read, and what is said of it: the docs state every limit as the program has it.

use std::fmt::Write;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use cento::read::Refusal::{self, Damaged, TooLarge, TooLong};
use cento::read::limits::{
    LARGEST_DRAWING, LARGEST_FILE, LARGEST_PART, LARGEST_UNPACKED, LONGEST_SECONDS, MEMORY, MOST_CELLS, MOST_ENVELOPES,
    MOST_LINES_OF_PAGE, MOST_MARKS, MOST_MARKS_OF_PAGE, MOST_MERGED, MOST_PAGES, MOST_PARTS, MOST_PARTS_OF_DOCUMENT,
    MOST_SHEETS, MOST_TEXT,
};
use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::contained::{PLAN, page, pdf, stream};
use crate::envelopes::signed;
use crate::support::Folder;
use crate::workbooks::{package, workbook};

const TOP: &str = "# Limits

A plan is text of a few megabytes. What has more than the following is another file, or one that was made to fill the memory of whoever
opens it: it is refused with a message, and every other document is read. A document of a folder is then among those that were not read
(R015), one that was named ends the command with exit status 2. All limits stand in `src/read/limits.rs`.

Of memory, a flat table of a million rows as text takes twelve times its size, whatever is asked of it: `check`, `rows`, `people`, `person`,
`weights`, as a table, as JSON or as CSV (`curves::memory_is_a_few_times_the_text`). Findings, people and reports come on top: some kilobytes
for each person, and about two for each finding.

Each PDF is read by a process of its own. That its memory is limited, the system sees to on Linux; on Windows and macOS, which know no such
limit, the process looks a hundred times a second at what it has.

| what | at most | why | what is said |
|---|---|---|---|
";

/// A limit, and what meets it.
struct Limit {
    /// Its name in the source.
    name: &'static str,
    what: &'static str,
    most: String,
    why: &'static str,
    refusal: Refusal,
    met: Met,
}

/// What shows that a limit holds, and what is said then.
enum Met {
    /// A document that has a little more is refused; one that has just as much is not, for that, where it is tried.
    By { name: &'static str, over: fn() -> Vec<u8>, at: Option<fn() -> Vec<u8>> },
    /// A test of its own: its file and its name.
    In(&'static str, &'static str),
}

/// Every limit, in the order of the page.
fn all() -> Vec<Limit> {
    [of_files(), of_workbooks(), of_documents(), of_pdfs()].into_iter().flatten().collect()
}

fn of_files() -> Vec<Limit> {
    vec![
        Limit {
            name: "LARGEST_FILE",
            what: "file",
            most: mb(LARGEST_FILE),
            why: "pictures make a PDF large, but no plan is a film",
            refusal: TooLarge,
            met: Met::In("tests/cento/limits.rs", "a_file_that_is_too_large_is_refused"),
        },
        Limit {
            name: "LARGEST_PART",
            what: "part of a package, unpacked",
            most: mb(LARGEST_PART),
            why: "forty times the plan of a city",
            refusal: TooLarge,
            met: Met::By { name: "piano.docx", over: || spaces(LARGEST_PART + 1), at: Some(|| spaces(LARGEST_PART)) },
        },
        Limit {
            name: "LARGEST_UNPACKED",
            what: "all parts of a package, unpacked",
            most: mb(LARGEST_UNPACKED),
            why: "four of the largest",
            refusal: TooLarge,
            met: Met::By { name: "piano.xlsx", over: || sheets_of_spaces(5), at: Some(|| sheets_of_spaces(4)) },
        },
        Limit {
            name: "MOST_PARTS",
            what: "parts of a package",
            most: counted(MOST_PARTS),
            why: "two for each sheet of the largest workbook",
            refusal: TooLarge,
            met: Met::By { name: "piano.docx", over: || parts(MOST_PARTS + 1), at: Some(|| parts(MOST_PARTS)) },
        },
    ]
}

fn of_workbooks() -> Vec<Limit> {
    vec![
        Limit {
            name: "MOST_CELLS",
            what: "filled cells of a workbook",
            most: counted(MOST_CELLS),
            why: "forty for each of fifty thousand rows",
            refusal: TooLarge,
            met: Met::By { name: "piano.ods", over: || rows_of_thousand(MOST_CELLS / 1000 + 1), at: None },
        },
        Limit {
            name: "MOST_SHEETS",
            what: "sheets of a workbook",
            most: counted(MOST_SHEETS),
            why: "one for each project of a large city",
            refusal: TooLarge,
            met: Met::By {
                name: "piano.ods",
                over: || ods(&"<table:table table:name='A'/>".repeat(MOST_SHEETS + 1)),
                at: Some(|| ods(&"<table:table table:name='A'/>".repeat(MOST_SHEETS))),
            },
        },
        Limit {
            name: "MOST_MERGED",
            what: "merged cells of a sheet",
            most: counted(MOST_MERGED),
            why: "more than are made by hand",
            refusal: TooLarge,
            met: Met::By { name: "piano.xlsx", over: || merged(MOST_MERGED + 1), at: Some(|| merged(MOST_MERGED)) },
        },
    ]
}

fn of_documents() -> Vec<Limit> {
    vec![
        Limit {
            name: "MOST_PARTS_OF_DOCUMENT",
            what: "cells and stretches of lines of any document",
            most: counted(MOST_PARTS_OF_DOCUMENT),
            why: "what is held of each takes twenty bytes",
            refusal: TooLarge,
            met: Met::In("src/read/builder.rs", "more_cells_than_there_is_room_for_are_refused"),
        },
        Limit {
            name: "MOST_TEXT",
            what: "text that is made of a document",
            most: mb(MOST_TEXT as u64),
            why: "one text may stand in a million cells",
            refusal: TooLarge,
            met: Met::By { name: "piano.html", over: || ["<html>", &" ".repeat(MOST_TEXT)].concat().into(), at: None },
        },
        Limit {
            name: "MOST_ENVELOPES",
            what: "signed envelopes, one in the other",
            most: counted(MOST_ENVELOPES),
            why: "several people sign one after another",
            refusal: TooLarge,
            met: Met::By {
                name: "piano.p7m",
                over: || enveloped(MOST_ENVELOPES + 1),
                at: Some(|| enveloped(MOST_ENVELOPES)),
            },
        },
    ]
}

fn of_pdfs() -> Vec<Limit> {
    let page = "a page is read by somebody";
    vec![
        Limit {
            name: "MOST_PAGES",
            what: "pages of a PDF",
            most: counted(MOST_PAGES),
            why: "fifty plans of a city",
            refusal: TooLong,
            met: Met::By { name: "piano.pdf", over: || pages(MOST_PAGES + 1), at: Some(|| pages(MOST_PAGES)) },
        },
        Limit {
            name: "MOST_MARKS",
            what: "letters and shapes of a PDF",
            most: counted_long(MOST_MARKS),
            why: "twenty times those of a city's plan",
            refusal: TooLong,
            met: Met::In("src/read/pdf/open.rs", "letters_and_shapes_are_counted_over_all_pages"),
        },
        Limit {
            name: "MOST_MARKS_OF_PAGE",
            what: "letters and shapes of a page",
            most: counted_long(MOST_MARKS_OF_PAGE),
            why: page,
            refusal: TooLong,
            met: Met::In("src/read/pdf/open.rs", "letters_and_shapes_are_counted_over_all_pages"),
        },
        Limit {
            name: "MOST_LINES_OF_PAGE",
            what: "lines of a page",
            most: counted(MOST_LINES_OF_PAGE),
            why: page,
            refusal: TooLong,
            met: Met::By {
                name: "piano.pdf",
                over: || lines(MOST_LINES_OF_PAGE + 1),
                at: Some(|| lines(MOST_LINES_OF_PAGE)),
            },
        },
        Limit {
            name: "LARGEST_DRAWING",
            what: "drawing that pages share, unpacked",
            most: mb(LARGEST_DRAWING),
            why: "a page of a city's plan has a hundredth; a page that has more itself is told as not read (R006)",
            refusal: TooLong,
            met: Met::By {
                name: "piano.pdf",
                over: || shared_drawing(LARGEST_DRAWING + 1),
                at: Some(|| shared_drawing(LARGEST_DRAWING)),
            },
        },
        Limit {
            name: "LONGEST_SECONDS",
            what: "time for the pages of a document",
            most: format!("{LONGEST_SECONDS} s"),
            why: "a hundred pages take a tenth of a second",
            refusal: TooLong,
            met: Met::In("tests/cento/in_memory.rs", "the_clock_that_is_handed_in_tells_what_takes_too_long"),
        },
        Limit {
            name: "MEMORY",
            what: "memory for a PDF",
            most: mb(MEMORY),
            why: "ten times what the largest take",
            refusal: Damaged,
            // Where the machine is slow, the time is over first.
            met: Met::In("tests/cento/contained.rs", "what_ends_its_reader_ends_no_other_document"),
        },
    ]
}

/// A document of Word of so many spaces.
fn spaces(count: u64) -> Vec<u8> {
    package(&[("word/document.xml".to_owned(), " ".repeat(usize::try_from(count).expect("fits")))])
}

/// A workbook of so many sheets that are nearly as large as a part may be.
fn sheets_of_spaces(count: usize) -> Vec<u8> {
    let blank = " ".repeat(usize::try_from(LARGEST_PART).expect("fits") - 4096);
    workbook(&vec![("A", blank.as_str()); count], "", "")
}

/// The list of a package with so many parts, of which none is there.
fn parts(count: usize) -> Vec<u8> {
    [b"PK\x03\x04".as_slice(), &b"PK\x01\x02".repeat(count)].concat()
}

fn ods(tables: &str) -> Vec<u8> {
    let content = format!("<office:spreadsheet>{tables}</office:spreadsheet>");
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    package(&[("mimetype".to_owned(), kind.to_owned()), ("content.xml".to_owned(), content)])
}

fn rows_of_thousand(rows: usize) -> Vec<u8> {
    ods(&format!(
        "<table:table table:name='A'><table:table-row table:number-rows-repeated='{rows}'>\
         <table:table-cell table:number-columns-repeated='1000'><text:p>x</text:p></table:table-cell>\
         </table:table-row></table:table>"
    ))
}

/// A workbook whose only sheet has so many merged cells.
fn merged(count: usize) -> Vec<u8> {
    let cells: Vec<String> = (1..=count).map(|row| format!("<mergeCell ref=\"A{row}:B{row}\"/>")).collect();
    workbook(&[("A", &format!("<mergeCells>{}</mergeCells>", cells.concat()))], "", "")
}

fn enveloped(times: usize) -> Vec<u8> {
    (0..times).fold(PLAN.into(), |inside, _| signed(&inside, false))
}

/// A PDF of so many empty pages.
fn pages(count: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..count).map(|at| format!("{} 0 R", at + 3)).collect();
    let kids = kids.join(" ");
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {count} /MediaBox [0 0 595 842] >>").into_bytes(),
    ];
    objects.resize(count + 2, b"<< /Type /Page /Parent 2 0 R >>".to_vec());
    pdf(&objects)
}

/// A page of so many lines.
fn lines(count: usize) -> Vec<u8> {
    let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec();
    let drawing = format!("BT /F 1 Tf 50 840 Td {} ET", "0 -0.5 Td (Rossi Ada) Tj ".repeat(count));
    page(&drawing, "/Font << /F 5 0 R >>", &[font])
}

/// A page with a drawing of so many bytes, which is kept packed.
fn shared_drawing(size: u64) -> Vec<u8> {
    let mut packing = ZlibEncoder::new(Vec::new(), Compression::best());
    packing.write_all(&vec![b' '; usize::try_from(size).expect("fits")]).expect("memory");
    let form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode",
        &packing.finish().expect("memory"),
    );
    page("/X Do", "/XObject << /X 5 0 R >>", &[form])
}

fn mb(bytes: u64) -> String {
    format!("{} MB", bytes >> 20)
}

/// What is said of a refusal on the page, and by the program in Italian.
fn said(refusal: Refusal) -> [&'static str; 2] {
    match refusal {
        TooLarge => ["“too large for a plan”", "è troppo grande per un piano"],
        TooLong => ["“too large for a plan, or made so that reading it does not end”", "leggerlo non finisca"],
        Damaged => ["“the document is damaged”", "danneggiato"],
        other => panic!("no limit is refused as {other:?}"),
    }
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
        assert!(limits.iter().any(|limit| limit.name == *name), "{name} is not stated");
    }
    assert_eq!(names.len(), limits.len());
    let mut page = TOP.to_owned();
    for Limit { what, most, why, refusal, .. } in limits {
        let [said, _] = said(refusal);
        let _ = writeln!(page, "| {what} | {most} | {why} | {said} |");
    }
    let path = root.join("docs/limits.md");
    if std::env::var_os("CENTO_WRITE_DOCS").is_some() {
        fs::write(&path, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, page, "CENTO_WRITE_DOCS=1 cargo test limits writes it");
}

/// Has documents checked that have a little more than they may, and some that have just as much.
fn assert_met(limits: Vec<Limit>) {
    for Limit { name, refusal, met, .. } in limits {
        let [_, said] = said(refusal);
        match met {
            Met::By { name: file, over, at } => {
                let run = Folder::new().add(file, over()).cento(&["check", file]);
                assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name}");
                assert!(run.stderr.contains(file) && run.stderr.contains(said), "{name}: {}", run.stderr);
                let run = at.map(|at| Folder::new().add(file, at()).cento(&["check", file]));
                assert!(run.is_none_or(|run| !run.stderr.contains(said)), "{name}: just as much");
            }
            Met::In(file, test) => {
                let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect(file);
                assert!(
                    source.contains(&format!("#[test]\n    fn {test}()"))
                        || source.contains(&format!("#[test]\nfn {test}()")),
                    "{name}: {test}"
                );
            }
        }
    }
}

#[test]
fn packages_that_are_too_large_are_refused() {
    assert_met(of_files());
}

#[test]
fn workbooks_that_are_too_large_are_refused() {
    assert_met(of_workbooks());
}

#[test]
fn documents_that_are_too_large_are_refused() {
    assert_met(of_documents());
}

#[test]
fn pdfs_that_are_too_large_are_refused() {
    assert_met(of_pdfs());
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let folder = Folder::new().add("piano.pdf", "%PDF-1.7");
    let file = fs::File::options().write(true).open(folder.path().join("piano.pdf")).expect("the file");
    // It takes no room on the disk.
    file.set_len(LARGEST_FILE + 1).expect("a hole");
    let run = folder.cento(&["check", "piano.pdf"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("è troppo grande per un piano"), "{}", run.stderr);
}
