//! Records as JSON, for programs.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Map, Value};

use super::table::is_bidirectional;
use crate::model::Percent;

/// A document, indented, with a line feed at the end.
///
/// # Errors
///
/// Those of the serializer.
pub fn json_document(document: &impl Serialize) -> serde_json::Result<String> {
    Ok(escaped(serde_json::to_string_pretty(document)?) + "\n")
}

/// JSON with escapes for the control characters that its writer lets stand, and for marks that turn the direction of the text: they
/// stand in strings alone, and mean the same.
fn escaped(json: String) -> String {
    let is_unseen = |c: char| (c.is_control() && c != '\n') || is_bidirectional(c);
    if !json.contains(is_unseen) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        let _ = if is_unseen(c) { write!(out, "\\u{:04x}", u32::from(c)) } else { out.write_char(c) };
    }
    out
}

/// Records of one kind as a document: its schema, `cento.<name>/1`, the tolerance by which they were
/// judged (if they were; null if it is not the same for all), and the records under `name`.
///
/// # Errors
///
/// Those of the serializer.
pub fn json<R: Serialize>(name: &str, records: &[R], tolerance: Option<Option<Percent>>) -> serde_json::Result<String> {
    let mut document = Map::new();
    document.insert("schema".to_owned(), format!("cento.{name}/1").into());
    if let Some(tolerance) = tolerance {
        document.insert("tolerance_percent".to_owned(), serde_json::to_value(tolerance)?);
    }
    document.insert(name.to_owned(), serde_json::to_value(records)?);
    json_document(&Value::Object(document))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_escaped_and_means_the_same() {
        let text = "a\u{1b}\u{7f}\u{85}\u{202e}\u{61c}\tb";
        let json = json_document(&text).unwrap();
        assert_eq!(json, "\"a\\u001b\\u007f\\u0085\\u202e\\u061c\\tb\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
