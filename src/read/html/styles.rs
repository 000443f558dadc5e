//! What the style sheets in a page, and the elements themselves, say of how something is shown.

use std::collections::HashMap;

use scraper::node::Element;
use scraper::{Html, Selector};

/// The declarations by which an element of a page is shown otherwise than its name says.
#[derive(Debug, Default)]
pub struct Styles {
    /// By where the element is held.
    of_sheets: HashMap<usize, String>,
}

/// What in a declaration matters: whether something is seen, struck, raised or bold.
const MATTERS: [&str; 8] = [
    "display:none",
    "visibility:hidden",
    "visibility:collapse",
    "mso-hide:all",
    "line-through",
    "vertical-align:super",
    "font-weight:bold",
    "font-weight:7",
];

/// The most rules that are heeded: each is looked for in the whole page.
const MOST_RULES: usize = 200;

impl Styles {
    /// What the style sheets of a page say.
    pub fn of(html: &Html) -> Self {
        let mut styles = Self::default();
        let Ok(sheets) = Selector::parse("style") else { return styles };
        let mut rules = 0;
        for sheet in html.select(&sheets) {
            let text: String = sheet.text().collect();
            for rule in without_comments(&text).split('}') {
                let Some((selector, declarations)) = rule.rsplit_once('{') else { continue };
                let declarations = squeezed(declarations);
                // What holds on paper alone, or on small screens, does not say what is seen.
                let is_heeded = MATTERS.iter().any(|own| declarations.contains(own)) && !rule.contains('@');
                let Some(selector) = is_heeded.then(|| Selector::parse(selector.trim()).ok()).flatten() else {
                    continue;
                };
                rules += 1;
                if rules > MOST_RULES {
                    return styles;
                }
                for element in html.select(&selector) {
                    let own = styles.of_sheets.entry(place(element.value())).or_default();
                    *own += &declarations;
                    own.push(';');
                }
            }
        }
        styles
    }

    /// What is said of an element, by the style sheets and then by itself, in small letters and without spaces.
    pub fn of_element(&self, element: &Element) -> String {
        let own = element.attr("style").map(squeezed).unwrap_or_default();
        match self.of_sheets.get(&place(element)) {
            // What the element says of itself comes last, and holds.
            Some(_) if own.contains("display:") || own.contains("visibility:") => own,
            Some(of_sheets) => format!("{of_sheets}{own}"),
            None => own,
        }
    }
}

/// Where an element is held, by which it is told from others of the page.
fn place(element: &Element) -> usize {
    std::ptr::from_ref(element) as usize
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}

fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        out += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}
