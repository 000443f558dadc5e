//! Records as JSON, for programs.

use std::io::{self, Write};
use std::str;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::table::is_bidirectional;
use crate::model::Percent;

/// A document, indented, with a line feed at the end.
///
/// # Errors
///
/// Those of the serializer.
pub fn json_document(document: &impl Serialize) -> io::Result<String> {
    let mut json = Vec::new();
    write_json(&mut json, document)?;
    String::from_utf8(json).map_err(io::Error::other)
}

/// Writes a document, indented, with a line feed at the end, as it is serialized: of a large one there is never more than what it is
/// made of.
///
/// # Errors
///
/// Those of what it is written to, and of the serializer.
pub fn write_json(to: &mut dyn Write, document: &impl Serialize) -> io::Result<()> {
    let mut to = Escaping { to };
    serde_json::to_writer_pretty(&mut to, document)?;
    to.write_all(b"\n")
}

/// Gives escapes to the control characters that the serializer lets stand, and to marks that turn the direction of the text: they stand
/// in strings alone, and mean the same.
struct Escaping<'w> {
    to: &'w mut dyn Write,
}

impl Write for Escaping<'_> {
    /// Whatever the serializer writes at once is text, whole characters.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Those below U+007F are escaped already, but for the line feeds between the lines.
        if bytes.iter().max().is_none_or(|&byte| byte < 0x7F) {
            return self.to.write(bytes);
        }
        let mut rest = str::from_utf8(bytes).map_err(io::Error::other)?;
        let is_unseen = |c: char| (c.is_control() && c != '\n') || is_bidirectional(c);
        while let Some(at) = rest.find(is_unseen) {
            let (before, after) = rest.split_at(at);
            let mut after = after.chars();
            self.to.write_all(before.as_bytes())?;
            write!(self.to, "\\u{:04x}", after.next().map_or(0, u32::from))?;
            rest = after.as_str();
        }
        self.to.write_all(rest.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Records of one kind as a document.
#[derive(Debug)]
pub struct Records<'r, R> {
    /// Its name: the schema is `cento.<name>/1`, and the records stand under it.
    pub name: &'static str,
    /// The records.
    pub records: &'r [R],
    /// The tolerance by which they were judged, if they were; null if it is not the same for all.
    pub tolerance: Option<Option<Percent>>,
}

impl<R: Serialize> Serialize for Records<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(None)?;
        document.serialize_entry("schema", &format!("cento.{}/1", self.name))?;
        if let Some(tolerance) = self.tolerance {
            document.serialize_entry("tolerance_percent", &tolerance)?;
        }
        document.serialize_entry(self.name, self.records)?;
        document.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_escaped_and_means_the_same() {
        let text = "a\u{1b}\u{7f}\u{85}\u{202e}\u{61c}\tb è\u{9b}";
        let json = json_document(&text).unwrap();
        assert_eq!(json, "\"a\\u001b\\u007f\\u0085\\u202e\\u061c\\tb è\\u009b\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
