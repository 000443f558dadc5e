//! The gallery: for every finding a small plan that shows it, and what the program says of it.

use std::fs;
use std::path::Path;

use crate::support::{Run, cento, codes};
use cento::finding::Code;

/// The check of a plan, with the settings (`.toml`) and the staff file (`.csv`) that stand beside it.
fn check(code: &str, format: &str) -> Run {
    let plan = format!("tests/gallery/{code}.md");
    let beside = |extension: &str| {
        let path = format!("tests/gallery/{code}.{extension}");
        Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).is_file().then_some(path)
    };
    let (settings, staff) = (beside("toml"), beside("csv"));
    let mut args = vec!["check", &plan, "--format", format];
    args.extend(settings.iter().flat_map(|path| ["--settings", path]));
    args.extend(staff.iter().flat_map(|path| ["--staff", path]));
    cento(&args)
}

#[test]
fn every_code_has_a_plan_that_shows_it() {
    for code in Code::ALL {
        let plan = format!("tests/gallery/{}.md", code.code());
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(&plan).is_file(), "{plan} is missing");
        let check = check(code.code(), "json");
        assert!(codes(&check.json()).contains(&code.code().to_owned()), "{plan} does not show it: {}", check.stdout);
    }
}

#[test]
fn every_plan_shows_what_stands_beside_it() {
    for code in Code::ALL.iter().map(|code| code.code()) {
        let said = check(code, "concise");
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/gallery/{code}.txt"));
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(said.stdout, expected, "{}", beside.display());
    }
}
