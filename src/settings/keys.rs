//! The keys that the settings may have; an unknown one is refused with the nearest that is known.

use toml::de::{DeTable, DeValue};

use super::fault::{Fault, nearest};

/// The sections and the keys in each.
const KEYS: [(&str, &[&str]); 8] = [
    ("entity", &["name", "code"]),
    ("plan", &["label", "year"]),
    ("check", &["tolerance_percent", "fail_on"]),
    ("same_person", &["names"]),
    ("not_same", &["names"]),
    ("namesake", &["name", "projects", "label"]),
    ("collective", &["name", "headcount"]),
    ("accepted", &["code", "person", "project", "reason", "until"]),
];

/// The first key that means nothing, with its place in the file.
pub(super) fn check(text: &str) -> Result<(), (usize, Fault)> {
    let table = DeTable::parse(text).map_err(|error| syntax(&error))?;
    let sections = KEYS.map(|(section, _)| section);
    let mut entries: Vec<_> = table.get_ref().iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    for (name, value) in entries {
        let Some((_, keys)) = KEYS.iter().find(|(section, _)| section == name.get_ref()) else {
            return Err((name.span().start, unknown(name.get_ref(), &sections)));
        };
        match value.get_ref() {
            DeValue::Table(section) => check_keys(section, keys)?,
            DeValue::Array(sections) => {
                for section in sections {
                    if let DeValue::Table(section) = section.get_ref() {
                        check_keys(section, keys)?;
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn check_keys(section: &DeTable<'_>, keys: &[&'static str]) -> Result<(), (usize, Fault)> {
    let unknown_key = section.keys().find(|key| !keys.contains(&key.get_ref().as_ref()));
    unknown_key.map_or(Ok(()), |key| Err((key.span().start, unknown(key.get_ref(), keys))))
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
        for (section, keys) in KEYS {
            for key in keys {
                for text in [format!("[{section}]\n{key} = true\n"), format!("[[{section}]]\n{key} = true\n")] {
                    let error = toml::from_str::<Settings>(&text).err().map(|error| error.message().to_owned());
                    assert!(!error.is_some_and(|error| error.contains("unknown field")), "{text}");
                }
            }
        }
    }
}
