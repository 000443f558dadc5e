//! How the cells of an XLSX look: the formats of their numbers, and whether what stands in them is seen as what counts.

use std::collections::HashMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::cells::Value;
use super::format;
use crate::read::colour::is_of_paper;
use crate::read::container::xml::{Xml, attribute};
use crate::read::refusal::Refusal;
use crate::source::{Mark, NumberFormat};

/// How a cell shows what it holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// How it shows a number.
    pub format: NumberFormat,
    hides_number: bool,
    is_struck: bool,
    /// Whether it is written in white, and nothing dark is behind it.
    is_white: bool,
}

impl Style {
    /// What a cell of this style holds, as it is seen.
    pub fn shown(self, value: Value) -> Value {
        let is_hidden = self.is_white || (self.hides_number && value.number.is_some());
        value.marked(Mark::Struck, self.is_struck).marked(Mark::Hidden, is_hidden)
    }
}

/// How a font looks.
#[derive(Debug, Clone, Copy, Default)]
struct Font {
    is_struck: bool,
    is_white: bool,
}

/// What stands behind the text of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fill {
    /// Nothing, or white.
    Plain,
    /// One colour that is not known so far.
    Solid,
    /// Anything else.
    Other,
}

/// The part of the styles that is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Fonts,
    Fills,
    Cells,
    Other,
}

/// The styles to which cells refer by their number.
///
/// # Errors
///
/// It is damaged.
pub fn styles(xml: &mut Xml<impl BufRead>) -> Result<Vec<Style>, Refusal> {
    let mut codes = HashMap::<u32, (NumberFormat, bool)>::new();
    let (mut fonts, mut fills, mut styles) = (Vec::<Font>::new(), Vec::<Fill>::new(), Vec::new());
    let mut part = Part::Other;
    while let Some(event) = xml.next()? {
        let (Event::Start(tag) | Event::Empty(tag)) = event else { continue };
        let number = |name: &str| attribute(&tag, name).and_then(|id| id.parse::<u32>().ok());
        let at = |name: &str| number(name).map(|at| at as usize);
        match (part, tag.local_name().as_ref()) {
            (_, "numFmt") => {
                if let (Some(id), Some(code)) = (number("numFmtId"), attribute(&tag, "formatCode")) {
                    codes.insert(id, (format::of_code(&code), format::hides_number(&code)));
                }
            }
            (_, "fonts") => part = Part::Fonts,
            (_, "fills") => part = Part::Fills,
            (_, "cellXfs") => part = Part::Cells,
            (_, "borders" | "cellStyleXfs" | "cellStyles" | "dxfs") => part = Part::Other,
            (Part::Fonts, "font") => fonts.push(Font::default()),
            (Part::Fonts, "strike") => {
                let is_off = attribute(&tag, "val").is_some_and(|value| value == "0" || value == "false");
                fonts.last_mut().into_iter().for_each(|font| font.is_struck = !is_off);
            }
            (Part::Fonts, "color") => {
                fonts.last_mut().into_iter().for_each(|font| font.is_white = is_white(&tag));
            }
            (Part::Fills, "fill") => fills.push(Fill::Other),
            (Part::Fills, "patternFill") => {
                let fill = match attribute(&tag, "patternType").as_deref() {
                    None | Some("none") => Fill::Plain,
                    Some("solid") => Fill::Solid,
                    Some(_) => Fill::Other,
                };
                fills.last_mut().into_iter().for_each(|known| *known = fill);
            }
            (Part::Fills, "fgColor") => {
                if let Some(fill) = fills.last_mut().filter(|fill| **fill == Fill::Solid) {
                    *fill = if is_white(&tag) { Fill::Plain } else { Fill::Other };
                }
            }
            (Part::Cells, "xf") => {
                let format = number("numFmtId")
                    .map(|id| codes.get(&id).copied().unwrap_or_else(|| (format::built_in(id), false)));
                let (format, hides_number) = format.unwrap_or_default();
                let font = at("fontId").and_then(|font| fonts.get(font)).copied().unwrap_or_default();
                let is_plain = at("fillId").is_none_or(|fill| fills.get(fill).is_none_or(|fill| *fill == Fill::Plain));
                let is_white = font.is_white && is_plain;
                styles.push(Style { format, hides_number, is_struck: font.is_struck, is_white });
            }
            _ => {}
        }
    }
    Ok(styles)
}

/// Whether a colour is that of the paper, or next to it: as it is, as the first of the theme, or by its number of old.
fn is_white(colour: &BytesStart<'_>) -> bool {
    let is_untinted = || attribute(colour, "tint").is_none_or(|tint| tint == "0");
    attribute(colour, "rgb").is_some_and(|rgb| is_of_paper(&rgb))
        || attribute(colour, "theme").is_some_and(|theme| theme == "0" && is_untinted())
        || attribute(colour, "indexed").is_some_and(|number| number == "1" || number == "9")
}
