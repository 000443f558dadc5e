//! A page → its parts in the order of the page: elements that matter, and texts.

use scraper::node::Element;
use scraper::{Html, Node};

use super::marked::LINE;
use super::styles::Styles;
use crate::source::{Mark, Marks, Span};

/// A part of a page.
#[derive(Debug)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// The line of the page that it begins on.
    pub line: u32,
}

/// What a part of a page is.
#[derive(Debug)]
pub enum PartKind {
    /// An element begins.
    Open(Open),
    /// An element of this kind ends.
    Close(Tag),
    /// A text.
    Text(String),
}

/// The beginning of an element.
#[derive(Debug)]
pub struct Open {
    /// What the element is.
    pub tag: Tag,
    /// Whether what is in it is bold, if it says so.
    pub bold: Option<bool>,
    /// How what is in it is written besides.
    pub marks: Marks,
    /// How many columns and rows a cell takes.
    pub span: Span,
    /// Whether it is laid out as text: a table or a row that holds tables or has but one column.
    pub is_text: bool,
}

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// A heading.
    Heading,
    /// A paragraph, or whatever begins on a line of its own.
    Block,
    /// A stretch of a line.
    Inline,
    /// A text whose lines stand as they are.
    Preformatted,
    /// The end of a line.
    Break,
    /// A table.
    Table,
    /// A row.
    Row,
    /// A cell.
    Cell,
}

/// What is in a page and no part of its text.
const BESIDE: [&str; 17] = [
    "head", "script", "style", "template", "noscript", "title", "textarea", "select", "button", "svg", "math",
    "iframe", "object", "audio", "video", "datalist", "noframes",
];
const BLOCKS: [&str; 32] = [
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "nav",
    "aside",
    "address",
    "blockquote",
    "figure",
    "figcaption",
    "form",
    "fieldset",
    "legend",
    "hr",
    "center",
    "caption",
    "body",
    "html",
    "details",
    "summary",
    "dir",
    "menu",
    "hgroup",
];

/// The parts of a page, and which of its tables are there for the looks of it.
pub fn parts(page: &str) -> Vec<Part> {
    let html = Html::parse_document(page);
    let styles = Styles::of(&html);
    let mut parts = Vec::new();
    let mut line = 1;
    let mut node = html.tree.root();
    loop {
        let style = node.value().as_element().map(|element| styles.of_element(element)).unwrap_or_default();
        let is_open = open(node.value(), &style, &mut line, &mut parts);
        if is_open && let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        // Climbs to where there is something after it.
        loop {
            if let Some(tag) = node.value().as_element().filter(|element| !is_beside(element)).map(tag_of) {
                parts.push(Part { kind: PartKind::Close(tag), line });
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else {
                tell_tables(&mut parts);
                return parts;
            };
            node = parent;
        }
    }
}

/// Takes the beginning of a node; tells whether what is in it is to be read.
fn open(node: &Node, style: &str, line: &mut u32, parts: &mut Vec<Part>) -> bool {
    match node {
        Node::Element(element) => {
            let own = element.attr(LINE).and_then(|line| line.parse().ok());
            *line = own.map_or(*line, |own: u32| own.max(*line));
            if is_beside(element) {
                return false;
            }
            let number = |name| element.attr(name).and_then(|number| number.trim().parse().ok());
            let open = Open {
                tag: tag_of(element),
                bold: boldness(element, style),
                marks: marks(element, style),
                span: Span {
                    columns: number("colspan").unwrap_or(1),
                    // None at all means all that follow.
                    rows: number("rowspan").map_or(1, |rows| if rows == 0 { u32::MAX } else { rows }),
                },
                is_text: false,
            };
            parts.push(Part { kind: PartKind::Open(open), line: own.unwrap_or(*line) });
        }
        Node::Text(text) => {
            // What stands right behind a start tag is counted from its line.
            let is_first =
                matches!(parts.last(), Some(Part { kind: PartKind::Open(_) | PartKind::Close(Tag::Break), .. }));
            let before = text.len() - text.trim_ascii_start().len();
            let feeds = if is_first { text[..before].matches('\n').count() } else { 0 };
            let line = line.saturating_add(u32::try_from(feeds).unwrap_or(0));
            parts.push(Part { kind: PartKind::Text(text.to_string()), line });
        }
        _ => {}
    }
    true
}

/// Whether an element shows no text of the page.
fn is_beside(element: &Element) -> bool {
    BESIDE.contains(&element.name())
}

/// Whether an element is not shown, by itself or by a style.
fn is_hidden(element: &Element, style: &str) -> bool {
    element.attr("hidden").is_some()
        || ["display:none", "mso-hide:all", "visibility:hidden", "visibility:collapse"]
            .iter()
            .any(|not| style.contains(not))
}

fn tag_of(element: &Element) -> Tag {
    match element.name() {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Tag::Heading,
        "table" => Tag::Table,
        "tr" => Tag::Row,
        "td" | "th" => Tag::Cell,
        "br" => Tag::Break,
        "pre" | "listing" | "xmp" | "plaintext" => Tag::Preformatted,
        name if BLOCKS.contains(&name) => Tag::Block,
        _ => Tag::Inline,
    }
}

fn boldness(element: &Element, style: &str) -> Option<bool> {
    if let Some((_, weight)) = style.split_once("font-weight:") {
        return Some(weight.starts_with("bold") || weight.starts_with(['6', '7', '8', '9']));
    }
    matches!(element.name(), "b" | "strong").then_some(true)
}

/// How the text of an element is written by the element itself, or by a style.
fn marks(element: &Element, style: &str) -> Marks {
    Marks::default()
        .with_if(Mark::Hidden, is_hidden(element, style))
        .with_if(Mark::Struck, matches!(element.name(), "s" | "strike" | "del") || style.contains("line-through"))
        .with_if(Mark::Raised, element.name() == "sup" || style.contains("vertical-align:super"))
}

/// A table, row or cell that is open: where its beginning stands among the parts.
#[derive(Debug, Default)]
struct Around {
    at: usize,
    /// Of a row, the number of its cells; of a table, the largest of them.
    cells: usize,
    /// Whether a table with columns is in it.
    holds_table: bool,
}

/// Tells which tables and rows are laid out as text: tables of one column, and rows in whose cells there are tables with
/// columns.
fn tell_tables(parts: &mut [Part]) {
    let mut open: Vec<Around> = Vec::new();
    for at in 0..parts.len() {
        match &parts[at].kind {
            PartKind::Open(Open { tag: Tag::Table | Tag::Row | Tag::Cell, .. }) => {
                open.push(Around { at, ..Around::default() });
            }
            &PartKind::Close(tag @ (Tag::Table | Tag::Row | Tag::Cell)) => {
                let Some(own) = open.pop() else { continue };
                let is_text = match tag {
                    Tag::Table => own.cells < 2,
                    _ => own.holds_table,
                };
                if let PartKind::Open(begin) = &mut parts[own.at].kind {
                    begin.is_text = is_text;
                }
                let Some(around) = open.last_mut() else { continue };
                around.holds_table |= own.holds_table || (tag == Tag::Table && !is_text);
                around.cells = match tag {
                    Tag::Cell => around.cells + 1,
                    Tag::Row => around.cells.max(own.cells),
                    _ => around.cells,
                };
            }
            _ => {}
        }
    }
}
