//! One content, every form: the same tables as Markdown, CSV, HTML, DOCX, ODT, XLSX, ODS, XLS and PDF give the same rows, the same
//! findings and the same counts, wherever the form can express them.

mod pdf;
mod tables;
mod texts;
mod truth;
mod word;
mod workbooks;
mod xls;

use serde_json::Value;

use self::tables::{A, B, table, tables};
use crate::support::Folder;

/// How a stretch of a cell is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Struck,
    Raised,
    Hidden,
}

/// A cell: its stretches, and over how many rows it goes; `~` is a place that another covers.
#[derive(Debug, Clone)]
struct Cell {
    runs: Vec<(&'static str, Look)>,
    rows: usize,
}

impl Cell {
    fn is_covered(&self) -> bool {
        self.text() == "~"
    }

    /// All that is written in it.
    fn text(&self) -> String {
        self.runs.iter().map(|(text, _)| *text).collect()
    }

    /// How all of it is written, if that is one way.
    fn look(&self) -> Option<Look> {
        let look = self.runs.first()?.1;
        self.runs.iter().all(|(_, own)| *own == look).then_some(look)
    }
}

/// A plain cell.
fn t(text: &'static str) -> Cell {
    Cell { runs: vec![(text, Look::Plain)], rows: 1 }
}

/// A cell over several rows.
fn over(rows: usize, text: &'static str) -> Cell {
    Cell { rows, ..t(text) }
}

/// A cell of several stretches.
fn runs(runs: &[(&'static str, Look)]) -> Cell {
    Cell { runs: runs.to_vec(), rows: 1 }
}

/// What a form must be able to express for a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// Merged cells.
    Merged,
    /// Stretches of a cell that look otherwise than the rest.
    Runs,
    /// Cells that are struck.
    Struck,
    HiddenRow,
    HiddenColumn,
    /// Several lines in a cell.
    Lines,
    /// Titles between the rows: where but space divides rows, such a row and those below it are told.
    Sections,
}

/// A table, and what is right of it.
struct Table {
    name: &'static str,
    rows: Vec<Vec<Cell>>,
    hidden_row: Option<usize>,
    hidden_column: Option<usize>,
    needs: &'static [Needs],
    /// `project person percent` of every row that counts.
    expected: &'static [&'static str],
    /// The codes of the findings, but for those of totals and directors, which say nothing of the reading.
    codes: &'static [&'static str],
    rejected: u64,
}

/// A form: its file name, what it can express, and how it is written.
type Form = (&'static str, &'static [Needs], fn(&Table) -> Vec<u8>);

const ALL: &[Needs] =
    &[Needs::Merged, Needs::Runs, Needs::Struck, Needs::HiddenRow, Needs::HiddenColumn, Needs::Lines, Needs::Sections];
const FORMS: [Form; 10] = [
    ("piano.md", &[Needs::Lines, Needs::Sections], texts::markdown),
    ("piano.csv", &[Needs::Sections], texts::csv),
    ("piano.html", ALL, texts::html),
    (
        "piano.docx",
        &[Needs::Merged, Needs::Runs, Needs::Struck, Needs::HiddenRow, Needs::Lines, Needs::Sections],
        word::docx,
    ),
    ("piano.odt", &[Needs::Merged, Needs::Runs, Needs::Struck, Needs::Lines, Needs::Sections], word::odt),
    ("piano.xlsx", ALL, workbooks::xlsx),
    ("piano.ods", ALL, workbooks::ods),
    ("con-linee.pdf", &[Needs::Merged, Needs::Runs, Needs::Struck, Needs::Lines, Needs::Sections], pdf::bordered),
    ("senza-linee.pdf", &[Needs::Struck, Needs::Lines], pdf::open),
    (
        "piano.xls",
        &[Needs::Merged, Needs::Struck, Needs::HiddenRow, Needs::HiddenColumn, Needs::Lines, Needs::Sections],
        xls::xls,
    ),
];

/// What a check and the rows of a folder say: the rows that count, the codes, and how many rows do not count.
fn read(folder: &Folder) -> (Vec<String>, Vec<String>, u64) {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    let rows = rows["rows"].as_array().expect("rows").iter();
    let rows = rows.map(|row| ["project", "person", "percent"].map(|key| text(&row[key])).join(" ")).collect();
    let check = folder.cento(&["check", ".", "--format", "json", "--ignore", "A002,D006"]).json();
    let mut codes: Vec<String> =
        check["findings"].as_array().expect("findings").iter().map(|finding| text(&finding["code"])).collect();
    codes.sort();
    let coverage = |count: &str| check["coverage"][count].as_u64().expect("a count");
    assert_eq!(coverage("rows_seen"), coverage("rows_accepted") + coverage("rows_rejected"));
    assert_eq!(coverage("percentages_unaccounted"), 0);
    (rows, codes, coverage("rows_rejected"))
}

#[test]
fn a_recipe_reads_the_same_in_every_form() {
    let rows =
        vec![[t(A), t("Rossi Mario"), t("Dirigente"), t("60 %")], [t(B), t("Bianchi Ada"), t("Dipendente"), t("30 %")]];
    let mut table = table("by places", &[], rows, (&[], &[], 0));
    table.rows[0] = ["Opera", "Chi", "Livello", "Apporto"].map(t).to_vec();
    // Where but space divides columns, headings that nothing knows make no table.
    for (file, _, write) in FORMS.into_iter().filter(|(file, ..)| *file != "senza-linee.pdf") {
        let page = if file.contains(".pdf") { "page = 1\n" } else { "" };
        let read = |row: u32| {
            let settings = format!(
                "[[layout.table]]\nheader_row = {row}\n{page}project = 'A'\nperson = 'B'\nrole = 'C'\nshare = 'D'\n"
            );
            let folder = Folder::new().add(file, write(&table)).add("cento.toml", settings);
            // Where nothing of it is read, a document may be none of a plan.
            if folder.cento(&["check", "."]).status == 2 { Vec::new() } else { crate::layout::rows(&folder) }
        };
        // In which row or line it stands, each form counts for itself.
        let all: Vec<_> = (1..20).map(read).filter(|rows| !rows.is_empty()).collect();
        assert_eq!(all.concat(), ["- 2024_PD_0411 Rossi Mario 60.00", "- 2024_PD_0412 Bianchi Ada 30.00"], "{file}");
    }
}

#[test]
fn the_same_table_is_the_same_in_every_form() {
    let mut read_in = [0; FORMS.len()];
    let mut others = Vec::new();
    for table in tables() {
        for (at, (file, can, write)) in FORMS.into_iter().enumerate() {
            if !table.needs.iter().all(|need| can.contains(need)) {
                continue;
            }
            let found = read(&Folder::new().add(file, write(&table)));
            if found != (to_owned(table.expected), to_owned(table.codes), table.rejected) {
                others.push(format!("{} as {file}: {found:?}", table.name));
            }
            read_in[at] += 1;
        }
    }
    assert!(others.is_empty(), "{}", others.join("\n"));
    assert_eq!(read_in, [18, 16, 31, 30, 29, 31, 31, 29, 17, 28]);
}

fn to_owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
