//! The plan as a web page, as printed text and as tables drawn with characters.

use crate::forms::{assert_same, form};
use crate::support::{Folder, findings};

#[test]
fn web_pages() {
    for name in ["page.html", "libreoffice.html"] {
        assert_same(&Folder::new().add(name, form(name)));
    }
    // What a document is, its bytes say and not its name.
    assert_same(&Folder::new().add("piano.txt", form("page.html")));
}

#[test]
fn web_pages_in_other_encodings() {
    let page = String::from_utf8(form("page.html")).expect("UTF-8");
    assert_same(&Folder::with(format!("\u{feff}{page}")));
    let latin = page.replace("charset=utf-8", "charset='iso-8859-1'");
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(&latin);
    assert!(!lost);
    assert_same(&Folder::with(&bytes));
    // Entities are what they stand for.
    assert_same(&Folder::with(
        page.replace('à', "&agrave;").replace(" %</td>", "&nbsp;%</td>").replace('’', "&#8217;"),
    ));
}

#[test]
fn the_rows_of_a_page_are_told_with_their_lines() {
    let page = String::from_utf8(form("libreoffice.html")).expect("UTF-8");
    let folder = Folder::with(&page);
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    let lines: Vec<&str> = page.lines().collect();
    let rows = rows["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 162);
    let mut names_across_lines = 0;
    for row in rows {
        let at = usize::try_from(row["line"].as_u64().expect("a line")).expect("small");
        let name = row["person_as_written"].as_str().expect("a name").replace('\'', "&#39;");
        let first = name.split(' ').next().expect("a word");
        names_across_lines += usize::from(!lines[at - 1].contains(&name));
        assert!(lines[at - 1].contains(first), "{name}: {}", lines[at - 1]);
    }
    assert!(names_across_lines < 81);
}

#[test]
fn a_fault_in_a_page_is_told_with_its_line() {
    let page = String::from_utf8(form("libreoffice.html")).expect("UTF-8");
    let at = page.find("Ugoletti Monica").expect("a name");
    let figure = at + page[at..].find("3,00 %").expect("a figure");
    let folder = Folder::with(format!("{}O{}", &page[..figure], &page[figure + 1..]));
    let check = folder.check();
    let found = findings(&check, "R001");
    assert_eq!((found.len(), &found[0]["written"]), (1, &"O,00 %".into()));
    assert_eq!(found[0]["origins"][0]["line"], 1 + page[..at].matches('\n').count());
    // A NUL in a figure is none the less a fault.
    let check = Folder::with(format!("{}3\0{}", &page[..figure], &page[figure + 1..])).check();
    assert_eq!(check["coverage"]["rows_rejected"], 1);
}
