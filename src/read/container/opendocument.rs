//! How texts are written in `OpenDocument`, as their styles say: in texts and in workbooks alike.

use quick_xml::events::BytesStart;

use super::xml::attribute;
use crate::source::{Mark, Marks};

/// How a style looks, of which this is the tag of its properties.
pub fn marks_of_style(properties: &BytesStart<'_>) -> Marks {
    let has = |name: &str, is: fn(&str) -> bool| attribute(properties, name).is_some_and(|value| is(&value));
    Marks::default()
        .with_if(Mark::Bold, has("font-weight", |weight| weight == "bold"))
        .with_if(Mark::Struck, has("text-line-through-style", |style| style != "none"))
        .with_if(Mark::Hidden, has("display", |display| display == "none"))
        .with_if(Mark::Raised, has("text-position", |position| position.starts_with("super")))
}
