//! Records as JSON, for programs.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::model::Percent;

/// A document, indented, with a line feed at the end.
///
/// # Errors
///
/// Those of the serializer.
pub fn json_document(document: &impl Serialize) -> serde_json::Result<String> {
    Ok(serde_json::to_string_pretty(document)? + "\n")
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
