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

/// Any room.
const ANYWHERE: &[&str] = &[""];

/// Where each external crate may be named: in these files, or below these folders.
const CRATES: [(&str, &[&str]); 41] = [
    ("ab_glyph", &["present/chart/font.rs"]),
    ("annotate_snippets", &["present/excerpt.rs"]),
    ("anstream", &["cli"]),
    ("askama", &["present/report/page.rs"]),
    ("chardetng", &["source/decode.rs"]),
    ("clap", &["cli"]),
    ("comfy_table", &["present/table.rs"]),
    ("csv", &["read/text/delimited.rs", "settings/csv_table.rs", "present/csv.rs"]),
    ("encoding_rs", &["source/decode.rs", "read"]),
    ("flate2", &["read/pdf/unpacked.rs"]),
    ("fluent_bundle", &["present", "cli"]),
    ("hayro_interpret", &["read/pdf/canvas.rs", "read/pdf/open.rs"]),
    ("hmac", &["present/names.rs"]),
    ("jiff", ANYWHERE),
    ("memchr", &["source", "read", "parse"]),
    ("mimalloc", &["main.rs"]),
    ("num_rational", &["model/score.rs"]),
    ("plotters", &["present/chart/picture.rs", "present/chart/raster.rs"]),
    ("plotters_backend", &["present/chart/raster.rs", "present/chart/vector.rs"]),
    ("png", &["present/chart/picture.rs"]),
    ("polars", &["frame"]),
    ("quick_xml", &["read"]),
    ("rayon", ANYWHERE),
    ("rust_decimal", ANYWHERE),
    ("rust_xlsxwriter", &["present/report/workbook"]),
    ("rustix", &["cli/place.rs"]),
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
        &["read/discover.rs", "read/files.rs", "settings/file.rs", "survey/paths.rs", "cli"],
    ),
    (&["io::stdin"], &["read/files.rs"]),
    (&["Instant", "SystemTime", "::now()"], &["read/clock.rs", "cli"]),
    (&["time::"], &["read/clock.rs", "read/pdf/open.rs", "cli"]),
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
fn code(text: &str) -> String {
    let lines = without_tests(text).lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_external_crate_has_its_rooms() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("Cargo.toml");
    let manifest: toml::Table = manifest.parse().expect("TOML");
    let linux = &manifest["target"]["cfg(target_os = \"linux\")"]["dependencies"];
    let tables = [&manifest["dependencies"], linux].into_iter().filter_map(toml::Value::as_table);
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

/// The stages in which no file may need another that needs it, and what of them is not held to that yet: the geometry of PDFs.
const STRAIGHT: [&str; 4] = ["source", "vocabulary", "read", "parse"];
const WINDING: &str = "read/pdf/";

/// A source by its path below `src`, and its module: `read/html/mod.rs` is `read::html`.
fn module(path: &Path) -> (String, Vec<String>) {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("below src");
    let name = below.to_str().expect("a name").to_owned();
    let mut module: Vec<String> = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if matches!(module.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        module.pop();
    }
    (name, module)
}

/// The paths that a code names, in full: braces are taken apart.
fn paths(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for statement in code.split("use ").skip(1) {
        let statement = statement.split(';').next().unwrap_or_default();
        // What a name is called here says nothing of where it stands.
        let statement: String =
            statement.split(',').map(|name| name.split(" as ").next().unwrap_or(name)).collect::<Vec<_>>().join(",");
        let mut heads = vec![String::new()];
        let mut word = String::new();
        for c in statement.chars().chain([',']) {
            match c {
                '{' => heads.push([heads.last().expect("a head"), &std::mem::take(&mut word)[..]].concat()),
                ',' | '}' => {
                    if !word.is_empty() {
                        paths.push([heads.last().expect("a head"), &std::mem::take(&mut word)[..]].concat());
                    }
                    if c == '}' {
                        heads.pop();
                    }
                }
                c if c.is_whitespace() => {}
                c => word.push(c),
            }
        }
    }
    let is_of_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    let words = code.split(|c| !is_of_path(c)).filter(|word| word.contains("::") && !word.ends_with("::"));
    paths.extend(words.map(str::to_owned));
    paths
}

/// The files of some stages that each file of them needs.
fn needs() -> Vec<(String, Vec<String>)> {
    let sources: Vec<(String, Vec<String>, String)> = sources()
        .into_iter()
        .map(|(path, text)| {
            let (name, module) = module(&path);
            (name, module, code(&text))
        })
        .filter(|(name, ..)| STRAIGHT.iter().any(|stage| name.starts_with(&format!("{stage}/"))))
        .collect();
    let file_of = |module: &[String]| sources.iter().find(|(_, own, _)| own == module).map(|(name, ..)| name.clone());
    let needed = |name: &String, module: &Vec<String>, code: &String| {
        let mut needed: Vec<String> = Vec::new();
        for path in paths(code) {
            let mut at = module.clone();
            let mut words = path.split("::").peekable();
            match words.peek().copied() {
                Some("crate") => {
                    at.clear();
                    words.next();
                }
                Some("self") => drop(words.next()),
                _ => {}
            }
            while words.next_if(|word| *word == "super").is_some() {
                at.pop();
            }
            let mut found = None;
            for word in words {
                at.push(word.to_owned());
                if let Some(file) = file_of(&at) {
                    found = Some(file);
                    continue;
                }
                // A name in the module above is taken from there.
                at.pop();
                let is_above = path.starts_with("super") || path.starts_with("crate");
                found = found.or_else(|| if is_above { file_of(&at) } else { None });
                break;
            }
            // What stands in another stage, the order of the stages says.
            let stage = |file: &str| file.split('/').next().map(str::to_owned);
            needed.extend(found.filter(|file| file != name && stage(file) == stage(name) && !needed.contains(file)));
        }
        needed
    };
    sources.iter().map(|(name, module, code)| (name.clone(), needed(name, module, code))).collect()
}

#[test]
fn no_file_needs_another_that_needs_it() {
    // The geometry of PDFs is one room, seen from outside.
    let room = |name: &String| if name.starts_with(WINDING) { WINDING.to_owned() } else { name.clone() };
    let mut left: Vec<(String, Vec<String>)> = Vec::new();
    for (name, needed) in needs() {
        let name = room(&name);
        let needed = needed.iter().map(room).filter(|needed| *needed != name);
        match left.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => known.extend(needed),
            None => left.push((name.clone(), needed.collect())),
        }
    }
    let arrows: usize = left.iter().map(|(_, needed)| needed.len()).sum();
    assert!(arrows > 150, "the test sees the imports: {arrows}");
    let knows = |from: &str, to: &str| {
        left.iter().any(|(name, needed)| name == from && needed.iter().any(|needed| needed == to))
    };
    assert!(knows("read/word/mod.rs", "read/builder.rs") && knows("parse/tables/flat.rs", "parse/context.rs"));
    assert!(knows(WINDING, "read/builder.rs") && knows("read/form.rs", WINDING));
    // What needs nothing that is left can be taken away; what is left then goes round.
    loop {
        let names: Vec<String> = left.iter().map(|(name, _)| name.clone()).collect();
        let before = left.len();
        left.retain(|(_, needed)| needed.iter().any(|needed| names.contains(needed)));
        if left.len() == before {
            break;
        }
    }
    assert_eq!(left, [], "these need each other");
}

/// The texts in quotation marks of some code, small, without what is no letter at their ends.
fn quoted(code: &str) -> Vec<String> {
    let code = code.replace("'\"'", " ").replace("\\\"", " ");
    let texts =
        code.split('"').skip(1).step_by(2).map(|text| text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    texts.collect()
}

/// Readers of files in which elements and attributes have names of their own, and those that are words of plans as well.
const MARKUP: [&str; 4] = ["read/html", "read/word", "read/workbook", "read/container"];
const NAMES: [&str; 14] = [
    "name",
    "title",
    "time",
    "code",
    "share",
    "staff",
    "row",
    "person",
    "hours",
    "titolo",
    "num",
    "percentage",
    "del",
    "area",
];

#[test]
fn words_of_plans_stand_in_the_vocabulary_alone() {
    let sources: Vec<(String, String)> =
        sources().into_iter().map(|(path, text)| (module(&path).0, code(&text))).collect();
    let is_word = |text: &&String| text.len() > 2 && text.chars().all(|c| c.is_lowercase() || c == ' ');
    let known: Vec<String> = sources
        .iter()
        .filter(|(name, _)| name.starts_with("vocabulary/"))
        .flat_map(|(_, code)| quoted(code).into_iter().filter(|text| is_word(&text)))
        .collect();
    assert!(known.len() > 200 && known.iter().any(|word| word == "dirigente"), "the test sees them");
    for (name, code) in sources.iter().filter(|(name, _)| name.starts_with("read/") || name.starts_with("parse/")) {
        let is_markup = MARKUP.iter().any(|reader| name.starts_with(reader));
        let is_name = |text: &String| is_markup && NAMES.contains(&text.as_str());
        let strange = quoted(code).into_iter().find(|text| known.contains(text) && !is_name(text));
        assert_eq!(strange, None, "{name} has a word of its own");
        let lists = code.split('[').skip(1).map(|list| list.split(']').next().unwrap_or_default());
        let has_list = lists.into_iter().any(|list| quoted(list).iter().filter(is_word).count() > 3);
        assert!(is_markup || name == "read/pdf/canvas.rs" || !has_list, "{name} has a list of words");
        for sign in ["**\"", "\"**", "\"## ", "\\u{2026}\""] {
            assert!(!code.contains(sign), "{name} writes the sign {sign} into a text");
        }
    }
}
