//! The keys that the settings may have; an unknown one is refused with the nearest that is known.

use toml::de::{DeTable, DeValue};

use super::fault::{Fault, nearest};
use crate::model::Meaning;

/// The sections and the keys in each.
const KEYS: [(&str, &[&str]); 13] = [
    ("entity", &["name", "code"]),
    ("plan", &["label", "year"]),
    ("check", &["tolerance_percent", "fail_on"]),
    ("same_person", &["names"]),
    ("not_same", &["names"]),
    ("namesake", &["name", "projects", "label"]),
    ("collective", &["name", "headcount"]),
    ("accepted", &["code", "person", "project", "reason", "until"]),
    (
        "layout",
        &[
            "headings",
            "table",
            "project_code",
            "cdr_code",
            "unit",
            "hours_per_year",
            "hours_per_week",
            "days_per_year",
            "percent_scale",
        ],
    ),
    // And the meanings of columns.
    ("layout.headings", &[]),
    ("layout.table", &["header_row", "last_row", "document", "worksheet", "page"]),
    ("weights", &["floor"]),
    ("weights.floor", &["code", "title", "percent"]),
];

/// The keys of a section; none if it has none of its own.
fn keys_of(path: &str) -> Option<Vec<&'static str>> {
    let (_, own) = KEYS.iter().find(|(section, _)| *section == path)?;
    let names_columns = matches!(path, "layout.headings" | "layout.table");
    let meanings = names_columns.then_some(Meaning::ALL).into_iter().flatten().map(Meaning::code);
    Some(own.iter().copied().chain(meanings).collect())
}

/// The first key that means nothing, with its place in the file.
pub(super) fn check(text: &str) -> Result<(), (usize, Fault)> {
    let table = DeTable::parse(text).map_err(|error| syntax(&error))?;
    let sections: Vec<&str> = KEYS.iter().map(|(section, _)| *section).filter(|name| !name.contains('.')).collect();
    check_keys(table.get_ref(), "", &sections)
}

/// The first key of a section that means nothing, in the order of the file, or of a section in it.
fn check_keys(section: &DeTable<'_>, path: &str, keys: &[&'static str]) -> Result<(), (usize, Fault)> {
    let mut entries: Vec<_> = section.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    for (name, value) in entries {
        let key = name.get_ref().as_ref();
        if !keys.contains(&key) {
            return Err((name.span().start, unknown(key, keys)));
        }
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        let Some(below) = keys_of(&path) else { continue };
        let values = match value.get_ref() {
            DeValue::Array(values) => values.iter().map(toml::Spanned::get_ref).collect(),
            value => vec![value],
        };
        for value in values {
            if let DeValue::Table(table) = value {
                check_keys(table, &path, &below)?;
            }
        }
    }
    Ok(())
}

fn unknown(key: &str, valid: &[&'static str]) -> Fault {
    Fault::UnknownKey { key: key.to_owned(), nearest: nearest(key, valid), valid: valid.to_vec() }
}

/// What is wrong with the form of the file, and where.
pub(super) fn syntax(error: &toml::de::Error) -> (usize, Fault) {
    let offset = error.span().map_or(0, |span| span.start);
    (offset, Fault::Syntax(error.message().trim().replace('\n', " ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn every_key_that_is_listed_is_read() {
        // serde refuses what it does not know; so each must be refused for another reason, or not at all.
        for (section, _) in KEYS {
            for key in keys_of(section).expect("a section") {
                for text in [format!("[{section}]\n{key} = true\n"), format!("[[{section}]]\n{key} = true\n")] {
                    let error = toml::from_str::<Settings>(&text).err().map(|error| error.message().to_owned());
                    assert!(!error.is_some_and(|error| error.contains("unknown field")), "{text}");
                }
            }
        }
    }
}
