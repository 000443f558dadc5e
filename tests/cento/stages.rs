//! The house keeps its one way: no stage imports a later one, and only `cli` prints or exits.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order in which the data flows.
const STAGES: [&str; 13] = [
    "source", "model", "identity", "finding", "settings", "read", "parse", "frame", "analyse", "check", "survey",
    "present", "cli",
];

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source");
                found.push((path, text));
            }
        }
    }
    found
}

/// The stage that a source belongs to; none for `lib.rs` and `main.rs`.
fn stage(path: &Path) -> Option<usize> {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("below src");
    let name = below.components().next()?.as_os_str().to_str()?.trim_end_matches(".rs");
    STAGES.iter().position(|&stage| stage == name)
}

/// The part of a source that is compiled into the program.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

#[test]
fn every_module_is_a_stage() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("lib.rs");
    let modules: Vec<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")).map(|rest| rest.trim_end_matches(';')).collect();
    assert_eq!(modules, STAGES, "lib.rs lists the modules in the order of the pipeline");
}

#[test]
fn no_stage_imports_a_later_one() {
    let mut imports = 0;
    for (path, text) in sources() {
        let Some(own) = stage(&path) else { continue };
        for line in without_tests(&text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            // Only names in full can be told apart.
            assert!(!line.contains("crate::{") && !line.contains("super::super"), "{}: {line}", path.display());
            for (later, name) in STAGES.iter().enumerate() {
                if line.contains(&format!("crate::{name}")) {
                    imports += 1;
                    assert!(later <= own, "{} imports {name}: {line}", path.display());
                }
            }
        }
    }
    assert!(imports > 50, "the test sees the imports");
}

#[test]
fn only_the_command_line_prints_or_exits() {
    for (path, text) in sources() {
        if stage(&path) == stage(Path::new(&format!("{}/src/cli/mod.rs", env!("CARGO_MANIFEST_DIR")))) {
            continue;
        }
        let code = without_tests(&text);
        for word in ["println!", "print!", "eprintln!", "eprint!", "process::exit", "io::stdout", "io::stderr"] {
            assert!(!code.contains(word), "{} has {word}", path.display());
        }
    }
}
