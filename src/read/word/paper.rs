//! What stands behind a text in a DOCX: whether white letters are seen. Where it is not certain, they are.

use quick_xml::events::BytesStart;

use crate::read::colour::is_of_paper;
use crate::read::container::xml::attribute;

/// What may have a colour of its own behind its text, the inner within the outer ones.
#[derive(Debug, Default)]
pub struct Paper {
    scopes: Vec<Scope>,
}

#[derive(Debug, Clone, Copy)]
struct Scope {
    ground: Ground,
    /// Whether it is a run, and its letters are white.
    is_run: bool,
    is_white: bool,
}

/// What is known of what stands behind the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// What stands behind that around it.
    Around,
    White,
    /// A colour, or it is not known.
    Other,
}

impl Paper {
    /// Takes in the beginning of an element.
    pub fn open(&mut self, tag: &BytesStart<'_>) {
        let value = |name: &str| attribute(tag, name);
        match tag.local_name().as_ref() {
            name if is_scope(name) => {
                // What a text box is filled with is told elsewhere.
                let ground = if name == "txbxContent" { Ground::Other } else { Ground::Around };
                self.scopes.push(Scope { ground, is_run: name == "r", is_white: false });
            }
            // The colour of all pages.
            "background" => self.scopes.push(Scope { ground: Ground::Other, is_run: false, is_white: false }),
            "tblStyle" if !value("val").is_some_and(|style| is_of_lines(&style)) => self.stand_on(Ground::Other),
            // A pattern is of another colour than what it fills.
            "shd" if !value("val").is_none_or(|pattern| matches!(&*pattern, "clear" | "nil")) => {
                self.stand_on(Ground::Other);
            }
            "shd" => match value("fill").as_deref() {
                None | Some("auto") => {}
                Some(fill) => self.stand_on(if is_of_paper(fill) { Ground::White } else { Ground::Other }),
            },
            "highlight" if value("val").is_some_and(|colour| colour != "none") => self.stand_on(Ground::Other),
            "color" => {
                if let Some(run) = self.scopes.last_mut().filter(|scope| scope.is_run) {
                    run.is_white = value("val").is_some_and(|colour| is_of_paper(&colour));
                }
            }
            _ => {}
        }
    }

    /// Takes in the end of an element.
    pub fn close(&mut self, name: &str) {
        if is_scope(name) {
            self.scopes.pop();
        }
    }

    /// Whether the text that is being read is white, and so is what stands behind it.
    pub fn hides(&self) -> bool {
        let is_white = self.scopes.last().is_some_and(|scope| scope.is_white);
        let ground = self.scopes.iter().rev().map(|scope| scope.ground).find(|ground| *ground != Ground::Around);
        is_white && ground != Some(Ground::Other)
    }

    fn stand_on(&mut self, ground: Ground) {
        self.scopes.last_mut().into_iter().for_each(|scope| scope.ground = ground);
    }
}

fn is_scope(name: &str) -> bool {
    matches!(name, "tbl" | "tr" | "tc" | "p" | "r" | "txbxContent")
}

/// Whether a style of tables is one of nothing but lines: others may have rows in colours.
fn is_of_lines(style: &str) -> bool {
    let style = style.to_lowercase();
    ["tablegrid", "tablenormal", "grigliatabella", "tabellanormale"].iter().any(|known| style.starts_with(known))
}
