//! The texts of an XLSX: those that cells share, and the runs of each, which may look different.

use std::io::BufRead;

use quick_xml::events::Event;

use crate::read::container::xml::{Xml, attribute, push_text};
use crate::read::refusal::Refusal;
use crate::read::seen::Seen;
use crate::source::{Mark, Marks};

/// The texts that cells share.
#[derive(Default)]
pub struct SharedTexts {
    /// By the number that cells have for them.
    pub texts: Vec<Seen>,
}

/// The texts that cells share, of the part of a workbook that holds them.
///
/// # Errors
///
/// It is damaged.
pub fn shared_texts(xml: &mut Xml<impl BufRead>) -> Result<SharedTexts, Refusal> {
    let mut texts = SharedTexts::default();
    let mut runs = Runs::default();
    while let Some(event) = xml.next()? {
        match &event {
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => texts.texts.push(Seen::default()),
            Event::End(tag) if tag.local_name().as_ref() == "si" => texts.texts.push(runs.finished()),
            event => runs.take(event),
        }
    }
    Ok(texts)
}

/// The runs of a text: each may look different. How it is pronounced, in Japanese, is no part of it.
#[derive(Default)]
pub struct Runs {
    is_open: bool,
    is_phonetic: bool,
    /// How the run that is being read looks, and what it says so far.
    marks: Marks,
    run: String,
    seen: Seen,
}

impl Runs {
    /// Takes in what comes next of a text.
    pub fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "t" => self.is_open = !self.is_phonetic && matches!(event, Event::Start(_)),
                "rPh" => self.is_phonetic = true,
                "r" => self.marks = Marks::default(),
                "strike" => {
                    let is_off = attribute(tag, "val").is_some_and(|value| value == "0" || value == "false");
                    self.marks = self.marks.with_if(Mark::Struck, !is_off);
                }
                "vertAlign" => {
                    let is_raised = attribute(tag, "val").is_some_and(|value| value == "superscript");
                    self.marks = self.marks.with_if(Mark::Raised, is_raised);
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "t" => {
                self.is_open = false;
                self.seen.push(&unescaped(&std::mem::take(&mut self.run)), self.marks);
            }
            Event::End(tag) if tag.local_name().as_ref() == "rPh" => self.is_phonetic = false,
            event if self.is_open => push_text(event, &mut self.run),
            _ => {}
        }
    }

    /// The text, when it is read.
    pub fn finished(&mut self) -> Seen {
        self.marks = Marks::default();
        std::mem::take(&mut self.seen).finished()
    }
}

/// A text in which characters that XML cannot hold are written as `_x000D_`.
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let escape = rest.get(at + 2..at + 7).and_then(|escape| escape.strip_suffix('_'));
        let c = escape.and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?));
        let taken = if c.is_some() { at + 7 } else { at + 2 };
        out.push_str(rest.get(..if c.is_some() { at } else { taken }).unwrap_or_default());
        out.extend(c);
        rest = rest.get(taken..).unwrap_or_default();
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_xml_cannot_hold_are_read() {
        assert_eq!(unescaped("a_x000D_b_x0041_"), "a\rbA");
        assert_eq!(unescaped("_x_xyz _x00"), "_x_xyz _x00");
        assert_eq!(unescaped("2024_PD_0411"), "2024_PD_0411");
    }
}
