//! The house keeps its one way: no stage imports a later one, and only `cli` prints or exits.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order in which the data flows.
const STAGES: [&str; 14] = [
    "source",
    "model",
    "identity",
    "finding",
    "settings",
    "vocabulary",
    "read",
    "parse",
    "frame",
    "analyse",
    "check",
    "survey",
    "present",
    "cli",
];

/// The sources of the program.
pub fn sources() -> Vec<(PathBuf, String)> {
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

/// Any room.
const ANYWHERE: &[&str] = &[""];

/// Where each external crate may be named: in these files, or below these folders.
const CRATES: [(&str, &[&str]); 46] = [
    ("ab_glyph", &["present/chart/font.rs"]),
    ("annotate_snippets", &["present/excerpt.rs"]),
    ("anstream", &["cli"]),
    ("askama", &["present/report/page.rs"]),
    ("chardetng", &["source/decode.rs"]),
    ("compact_str", &["read/geometry/letter.rs", "read/pdf/canvas.rs", "read/pdf/font.rs"]),
    ("clap", &["cli"]),
    ("comfy_table", &["present/table.rs"]),
    ("csv", &["read/text/delimited.rs", "settings/csv_table.rs", "present/csv.rs"]),
    ("encoding_rs", &["source/decode.rs", "read"]),
    ("flate2", &["read/pdf/unpacked.rs"]),
    ("fluent_bundle", &["present", "cli"]),
    ("fluent_syntax", &["present"]),
    ("foldhash", &["parse", "vocabulary", "identity", "analyse", "check", "frame/flat.rs", "read/pdf/tagged.rs"]),
    (
        "hayro_interpret",
        &[
            "read/pdf/canvas.rs",
            "read/pdf/drawn.rs",
            "read/pdf/font.rs",
            "read/pdf/open.rs",
            "read/pdf/outlined.rs",
            "read/pdf/spot.rs",
            "read/pdf/tagged.rs",
            "read/pdf/unseen.rs",
        ],
    ),
    ("hmac", &["present/names"]),
    ("jiff", ANYWHERE),
    ("memchr", &["vocabulary", "source", "read", "parse"]),
    ("memory_stats", &["cli/pdfs/limits.rs"]),
    ("mimalloc", &["main.rs"]),
    ("num_rational", &["model/score.rs"]),
    ("plotters", &["present/chart/picture.rs", "present/chart/raster.rs"]),
    ("plotters_backend", &["present/chart/raster.rs", "present/chart/vector.rs"]),
    ("png", &["present/chart/picture.rs"]),
    ("postcard", &["cli/pdfs/exchange.rs"]),
    ("polars", &["frame"]),
    ("quick_xml", &["read"]),
    ("rayon", ANYWHERE),
    ("rust_decimal", ANYWHERE),
    ("rust_xlsxwriter", &["present/workbook.rs", "present/report/workbook", "present/score/workbook"]),
    ("rustix", &["cli/place.rs", "cli/pdfs/limits.rs"]),
    ("scraper", &["read/html"]),
    ("serde", ANYWHERE),
    ("serde_json", &["present", "cli"]),
    ("sha2", &["read", "present", "cli"]),
    ("strsim", ANYWHERE),
    ("sys_locale", &["cli"]),
    ("terminal_size", &["cli"]),
    ("textwrap", &["present/explain.rs"]),
    ("thiserror", ANYWHERE),
    ("toml", &["settings", "check", "present/settings.rs"]),
    ("unic_langid", &["present/messages.rs"]),
    ("unicode_normalization", ANYWHERE),
    ("unicode_width", &["present/table.rs"]),
    ("walkdir", &["read/discover.rs", "cli"]),
    ("zip", &["read/container/package.rs"]),
];

/// A dependency that nothing names: it switches on what another one has.
const SWITCHES: [&str; 1] = ["polars_core"];

/// Where the world outside may be asked: the disk, the clock, the environment, other processes and threads. All else
/// works on what it is given, and so anywhere.
const WORLD: [(&[&str], &[&str]); 7] = [
    (
        &[
            "fs::",
            "File::",
            ".canonicalize()",
            ".is_file()",
            ".is_dir()",
            ".exists()",
            ".try_exists()",
            ".read_dir()",
            ".metadata()",
            ".symlink_metadata()",
        ],
        &["read/discover.rs", "read/files.rs", "read/same_file.rs", "settings/file.rs", "survey/paths.rs", "cli"],
    ),
    (&["io::stdin"], &["read/files.rs", "read/same_file.rs"]),
    (&["Instant", "SystemTime", "::now()"], &["read/clock.rs", "cli"]),
    (&["time::"], &["read/clock.rs", "cli"]),
    (&["env::"], &["cli", "main.rs"]),
    (&["process::", "net::"], &["cli", "main.rs"]),
    (&["thread::"], &["survey/paths.rs", "cli"]),
];

/// Whether a file is in one of some rooms.
fn is_in(path: &Path, rooms: &[&str]) -> bool {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("below src");
    rooms.iter().any(|room| below.starts_with(room))
}

/// Whether some code has a name, and not only as the end of another: of a path `csv::` its beginning.
fn has(code: &str, name: &str) -> bool {
    let goes_on = |c: char| c.is_alphanumeric() || c == '_' || (c == ':' && name.ends_with("::"));
    let is_word = name.starts_with(char::is_alphabetic);
    code.match_indices(name).any(|(at, _)| !is_word || !code[..at].ends_with(goes_on))
}

/// The lines of a source that are compiled into the program, and are no comments.
pub fn code(text: &str) -> String {
    let lines = without_tests(text).lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_external_crate_has_its_rooms() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("Cargo.toml");
    let manifest: toml::Table = manifest.parse().expect("TOML");
    let of_systems = manifest["target"].as_table().into_iter().flat_map(toml::Table::values);
    let dependencies = of_systems.map(|own| &own["dependencies"]).chain([&manifest["dependencies"]]);
    let tables = dependencies.filter_map(toml::Value::as_table);
    let crates: Vec<String> = tables.flat_map(toml::Table::keys).map(|name| name.replace('-', "_")).collect();
    assert!(crates.len() > 30, "the test sees the dependencies");
    let is_known = |name: &str| SWITCHES.contains(&name) || CRATES.iter().any(|(known, _)| *known == name);
    let unknown = crates.iter().find(|name| !is_known(name));
    assert_eq!(unknown, None, "where may it be used?");
    let sources: Vec<(PathBuf, String)> = sources().into_iter().map(|(path, text)| (path, code(&text))).collect();
    for (name, rooms) in CRATES {
        assert!(crates.iter().any(|known| known == name), "{name} is no dependency any more");
        let path = format!("{name}::");
        let users: Vec<&PathBuf> = sources.iter().filter(|(_, code)| has(code, &path)).map(|(path, _)| path).collect();
        assert!(!users.is_empty(), "nothing uses {name}");
        for user in users {
            assert!(is_in(user, rooms), "{} uses {name}", user.display());
        }
    }
}

#[test]
fn only_a_few_rooms_know_the_world_outside() {
    let mut seen = 0;
    for (path, text) in sources() {
        let code = code(&text);
        for (names, rooms) in WORLD {
            for name in names.iter().filter(|name| has(&code, name) || has(&code, &format!("std::{name}"))) {
                seen += 1;
                assert!(is_in(&path, rooms), "{} has {name}", path.display());
            }
        }
    }
    assert!(seen > 20, "the test sees them");
}
