//! XML, piece by piece, as the parts of packages are written in it.

use std::io::BufRead;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::read::refusal::Refusal;

/// XML that is read piece by piece.
pub struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    /// The XML that a reader gives.
    pub fn new(reader: R) -> Self {
        Self { reader: Reader::from_reader(reader), buffer: Vec::new() }
    }

    /// The next piece; none at the end.
    ///
    /// # Errors
    ///
    /// It is no XML, or cannot be unpacked, or is too large.
    pub fn next(&mut self) -> Result<Option<Event<'_>>, Refusal> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer)? {
            Event::Eof => Ok(None),
            event => Ok(Some(event)),
        }
    }
}

/// The value of an attribute, by its name without the prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// Adds the text that a piece holds, if it holds text.
pub fn push_text(event: &Event<'_>, text: &mut String) {
    match event {
        Event::Text(written) => text.push_str(written),
        Event::CData(written) => text.push_str(written),
        Event::GeneralRef(name) => push_entity(name, text),
        _ => {}
    }
}

/// Adds what a reference such as `&amp;` or `&#224;` stands for.
fn push_entity(name: &BytesRef<'_>, text: &mut String) {
    match quick_xml::escape::resolve_xml_entity(name) {
        Some(known) => text.push_str(known),
        None => text.extend(name.resolve_char_ref().ok().flatten()),
    }
}
