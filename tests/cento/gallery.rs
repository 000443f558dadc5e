//! The gallery: for every finding a small plan that shows it, and what the program says of it.

use std::fs;
use std::path::Path;

use crate::support::{cento, codes};
use cento::finding::Code;

#[test]
fn every_code_has_a_plan_that_shows_it() {
    for code in Code::ALL {
        let plan = format!("tests/gallery/{}.md", code.code());
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(&plan).is_file(), "{plan} is missing");
        let check = cento(&["check", &plan, "--format", "json"]);
        assert!(codes(&check.json()).contains(&code.code().to_owned()), "{plan} does not show it: {}", check.stdout);
    }
}

#[test]
fn every_plan_shows_what_stands_beside_it() {
    for code in Code::ALL.iter().map(|code| code.code()) {
        let plan = format!("tests/gallery/{code}.md");
        let said = cento(&["check", &plan, "--format", "concise"]);
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/gallery/{code}.txt"));
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(said.stdout, expected, "{}", beside.display());
    }
}
