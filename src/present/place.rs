//! Where something is written, in a few words: the line of a text, the page of a PDF, the cell of a workbook.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::{Names, View};
use crate::finding::Code;
use crate::source::{Height, KeptPlace, Origin, Place};

/// Where something is written. Findings about a large plan have as many as it has rows: each is worked out when it is shown.
#[derive(Debug, Clone)]
pub struct OriginRecord(Kept);

#[derive(Debug, Clone)]
enum Kept {
    /// As the document says it.
    Place(KeptPlace),
    /// Where people go by pseudonyms: without names.
    Hidden(Box<Hidden>),
}

#[derive(Debug, Clone)]
struct Hidden {
    path: String,
    worksheet: Option<String>,
    excerpt: String,
    /// All else of it.
    place: KeptPlace,
}

impl OriginRecord {
    /// The record of a place. Where people go by pseudonyms, the excerpt is no more than what stands at the
    /// place, without names.
    pub fn of(names: &Names, place: Place<'_>, code: Option<Code>) -> Self {
        if names.are_plain() {
            return Self(Kept::Place(place.kept()));
        }
        let origin = place.origin();
        let excerpt = match code {
            Some(code) => names.excerpt(code, &place.words()).into_owned(),
            None => names.figures(&place.words()).into_owned(),
        };
        Self(Kept::Hidden(Box::new(Hidden {
            path: names.label(origin.path).into_owned(),
            worksheet: origin.worksheet.map(|sheet| names.label(sheet).into_owned()),
            excerpt,
            place: place.kept(),
        })))
    }

    /// What it says.
    pub fn origin(&self) -> Origin<'_> {
        match &self.0 {
            Kept::Place(place) => place.origin(),
            Kept::Hidden(hidden) => Origin {
                path: &hidden.path,
                worksheet: hidden.worksheet.as_deref(),
                excerpt: &hidden.excerpt,
                ..hidden.place.origin()
            },
        }
    }
}

/// The document's path as it was given; line and column, counted from 1: in documents with pages those of the page, in workbooks those of
/// the sheet; the page, and in which third of it (`top`, `middle`, `bottom`), where there are pages; sheet and cell, in workbooks; the whole
/// line as it is written.
impl Serialize for OriginRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let origin = self.origin();
        let mut record = serializer.serialize_struct("OriginRecord", 8)?;
        record.serialize_field("path", origin.path)?;
        record.serialize_field("line", &origin.line)?;
        record.serialize_field("column", &origin.column)?;
        record.serialize_field("page", &origin.page)?;
        record.serialize_field("height", &origin.height)?;
        record.serialize_field("sheet", &origin.worksheet)?;
        record.serialize_field("cell", &origin.cell)?;
        record.serialize_field("excerpt", origin.excerpt)?;
        record.end()
    }
}

/// In what the places of a document are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// In lines.
    Lines,
    /// In pages.
    Pages,
    /// In cells, sheet by sheet.
    Cells,
    /// In several of these: the documents are of several forms.
    Mixed,
}

/// A place, as it is shown.
#[derive(Debug, Clone)]
pub struct Spot<'s> {
    line: u32,
    page: Option<u32>,
    height: Option<Height>,
    /// The worksheet, without names where nobody is to be named, and the cell.
    cell: Option<(Cow<'s, str>, Cow<'s, str>)>,
}

impl<'s> From<&'s OriginRecord> for Spot<'s> {
    fn from(record: &'s OriginRecord) -> Self {
        let origin = record.origin();
        let cell = origin.worksheet.map(Cow::Borrowed).zip(origin.cell.map(Cow::Owned));
        Self { line: origin.line, page: origin.page, height: origin.height, cell }
    }
}

impl<'s> Spot<'s> {
    /// A place that is shown in this moment: a worksheet may be called after somebody.
    pub fn of(names: &Names, origin: &'s Origin<'_>) -> Self {
        let cell = origin.worksheet.map(|sheet| names.label(sheet)).zip(origin.cell.as_deref().map(Cow::Borrowed));
        Self { line: origin.line, page: origin.page, height: origin.height, cell }
    }

    /// A place of which these are known.
    pub fn new(line: u32, page: Option<u32>, cell: Option<(&'s str, &'s str)>) -> Self {
        let cell = cell.map(|(sheet, cell)| (Cow::Borrowed(sheet), Cow::Borrowed(cell)));
        Self { line, page, height: None, cell }
    }
}

impl Spot<'_> {
    fn counted(&self) -> Counted {
        match (&self.cell, self.page) {
            (Some(_), _) => Counted::Cells,
            (None, Some(_)) => Counted::Pages,
            (None, None) => Counted::Lines,
        }
    }

    /// Where it is: `83`, `p. 12, in alto` or `Foglio1!C12`. In a column whose head says that it counts pages, their number is
    /// enough.
    pub fn words(&self, view: &View, counted: Counted) -> Cow<'static, str> {
        match (&self.cell, self.page) {
            (Some((sheet, cell)), _) => format!("{}!{cell}", super::visible(sheet)).into(),
            (None, Some(page)) if counted == Counted::Pages => page.to_string().into(),
            (None, Some(page)) => {
                let height = match self.height {
                    None => "none",
                    Some(Height::Top) => "top",
                    Some(Height::Middle) => "middle",
                    Some(Height::Bottom) => "bottom",
                };
                let of_page = [("page", page.to_string().into()), ("height", height.into())];
                view.messages.format("place-page", &of_page).into()
            }
            (None, None) => self.line.to_string().into(),
        }
    }
}

/// Where something is written, to the character: `:83:12`, `, p. 12` or `, Foglio1!C12`, to be put behind a path.
pub fn precise(view: &View, origin: &OriginRecord) -> String {
    let spot = Spot::from(origin);
    match spot.counted() {
        Counted::Lines => {
            let Origin { line, column, .. } = origin.origin();
            format!(":{line}:{column}")
        }
        _ => format!(", {}", spot.words(view, Counted::Mixed)),
    }
}

/// Where something stands, in words that stand alone: `riga 83`, `p. 12, in alto`.
pub fn in_words(view: &View, origin: &OriginRecord) -> String {
    let spot = Spot::from(origin);
    match spot.counted() {
        Counted::Lines => view.messages.format("place-line", &[("line", origin.origin().line.to_string().into())]),
        _ => spot.words(view, Counted::Mixed).into_owned(),
    }
}

impl Counted {
    /// In what some places are counted.
    pub fn of<'s>(mut spots: impl Iterator<Item = Spot<'s>>) -> Self {
        let first = spots.next().map_or(Self::Lines, |spot| spot.counted());
        if spots.all(|spot| spot.counted() == first) { first } else { Self::Mixed }
    }

    /// The message that heads a column of such places.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Lines => "column-line",
            Self::Pages => "column-page",
            Self::Cells => "column-cell",
            Self::Mixed => "column-place",
        }
    }
}
