//! The rooms of the house are apart: no file needs another that needs it, and the words of plans stand in one of them.

use std::path::Path;

use crate::stages::{code, sources};

/// The stages in which no file may need another that needs it, not even the one that has the others.
const STRAIGHT: [&str; 4] = ["source", "vocabulary", "read", "parse"];

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

/// The files that each file needs of its own stage, of the stages that are straight, or of all.
fn needs(are_straight: bool) -> Vec<(String, Vec<String>)> {
    let sources: Vec<(String, Vec<String>, String)> = sources()
        .into_iter()
        .map(|(path, text)| {
            let (name, module) = module(&path);
            (name, module, code(&text))
        })
        .filter(|(name, ..)| !are_straight || STRAIGHT.iter().any(|stage| name.starts_with(&format!("{stage}/"))))
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

/// The files that need each other. What needs nothing that is left can be taken away; what is left then goes round.
fn circles(mut left: Vec<(String, Vec<String>)>) -> Vec<(String, Vec<String>)> {
    loop {
        let names: Vec<String> = left.iter().map(|(name, _)| name.clone()).collect();
        let before = left.len();
        left.retain(|(_, needed)| needed.iter().any(|needed| names.contains(needed)));
        if left.len() == before {
            return left;
        }
    }
}

#[test]
fn no_file_needs_another_beside_it_that_needs_it() {
    // The file that has the others may have what they share, and say what of them is known outside.
    let mut beside = needs(false);
    let all: Vec<String> = beside.iter().map(|(name, _)| name.clone()).collect();
    let has_others = |name: &str| {
        let folder = name.trim_end_matches(".rs").to_owned() + "/";
        name.ends_with("mod.rs") || all.iter().any(|other| other.starts_with(&folder))
    };
    beside.retain(|(name, _)| name.contains('/') && !has_others(name));
    for (_, needed) in &mut beside {
        needed.retain(|name| !has_others(name));
    }
    let knows = |from: &str, to: &str| {
        beside.iter().any(|(name, needed)| name == from && needed.iter().any(|needed| needed == to))
    };
    assert!(knows("cli/output.rs", "cli/whole.rs") && knows("present/people.rs", "present/table.rs"));
    assert_eq!(circles(beside), [], "these need each other");
}

#[test]
fn no_file_needs_another_that_needs_it() {
    let left = needs(true);
    let arrows: usize = left.iter().map(|(_, needed)| needed.len()).sum();
    assert!(arrows > 150, "the test sees the imports: {arrows}");
    let knows = |from: &str, to: &str| {
        left.iter().any(|(name, needed)| name == from && needed.iter().any(|needed| needed == to))
    };
    assert!(knows("read/word/mod.rs", "read/builder.rs") && knows("parse/tables/flat.rs", "parse/context.rs"));
    assert!(knows("read/geometry/blocks.rs", "read/builder.rs") && knows("read/pdf/mod.rs", "read/geometry/mod.rs"));
    assert_eq!(circles(left), [], "these need each other");
}

/// The texts in quotation marks of some code, small, without what is no letter at their ends.
fn quoted(code: &str) -> Vec<String> {
    let code = code.replace("'\"'", " ").replace("\\\"", " ");
    let texts =
        code.split('"').skip(1).step_by(2).map(|text| text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    texts.collect()
}

/// Readers of files in which elements and attributes have names of their own, and those that are words of plans as well.
const MARKUP: [&str; 5] = ["read/html", "read/word", "read/workbook", "read/container", "read/pdf/unpacked"];
const NAMES: [&str; 24] = [
    "base",
    "max",
    "min",
    "heading",
    "form",
    "sheet",
    "date",
    "number",
    "end",
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
    "note",
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

/// How often some code names a thing.
fn count(code: &str, name: &str) -> usize {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| *word == name).count()
}

/// The lengths that some code has of its own.
fn lengths(code: &str) -> Vec<String> {
    let of_line = |line: &str| {
        let (name, rest) = line.split_once("const ")?.1.split_once(": ")?;
        rest.trim_start_matches('[').starts_with("f64").then(|| name.to_owned())
    };
    code.lines().filter_map(of_line).collect()
}

#[test]
fn what_is_read_changes_at_every_length_and_a_test_says_where() {
    let below = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/read");
    let tolerance = below.join("geometry/tolerance.rs");
    let all = sources();
    let shared = lengths(&code(&all.iter().find(|(path, _)| *path == tolerance).expect("the tolerances").1));
    let (mut told, mut untold) = (0, Vec::new());
    for (path, text) in all.iter().filter(|(path, _)| path.starts_with(&below)) {
        let code = code(text);
        let own = lengths(&code);
        let paths: Vec<&str> = code.split("tolerance::").skip(1).filter_map(|rest| rest.split(';').next()).collect();
        let taken = shared.iter().filter(|name| paths.iter().any(|path| count(path, name) > 0));
        // What stands among the tolerances for others, they test.
        let is_used = |name: &&String| *path != tolerance || count(&code, name) > 1;
        for name in own.iter().filter(is_used).chain(taken) {
            told += 1;
            if count(text.split_once("#[cfg(test)]").map_or("", |(_, tests)| tests), name) == 0 {
                untold.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(shared.len() > 40 && told > 80, "the test sees the lengths: {} and {told}", shared.len());
    assert_eq!(untold, [""; 0], "no test beside the code names these");
}
