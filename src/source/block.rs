//! What a document consists of, in the order in which it is read: headings, paragraphs, rows of tables; and what rows
//! and lines consist of.

use std::slice;

use super::place::Place;
use super::signs::{self, Separator, SignedCells, bold_mark, without_bold};
use super::structure::{BlockKind, LeftOut, Mark, Marks, NumberFormat, Part, Span, Structure};
use super::words::trimmed;

/// A heading, a line of a paragraph, or a row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Block<'t> {
    /// What it is.
    pub kind: BlockKind,
    /// What is written, without the marks of a heading; of a row, all its cells with what stands between them.
    pub place: Place<'t>,
    /// Whether it follows the block before without a blank line or another gap between.
    pub is_glued: bool,
    /// Whether it can be told from its neighbours: not so a row whose lines may as well be those of the next.
    pub is_certain: bool,
    /// Whether its cells say what is written in them though it is not seen.
    pub(super) shows_all: bool,
    pub(super) inside: Inside<'t>,
}

/// How the parts of a block are found.
#[derive(Debug, Clone, Copy)]
pub(super) enum Inside<'t> {
    /// By the signs in the text, when they are asked for; for a row by what separates its cells.
    Signs(Option<Separator>),
    /// A reader has told them.
    Structured(&'t [Part]),
}

impl<'t> Block<'t> {
    /// Whether this is a row of a table.
    pub fn is_row(self) -> bool {
        self.kind == BlockKind::Row
    }

    /// Whether all that is to be known of it is written in it, to the letter.
    pub fn is_signed(self) -> bool {
        matches!(self.inside, Inside::Signs(_))
    }

    /// The cells of a row, empty ones too. A line of text is one cell, unless somebody has put borders into it.
    #[inline]
    pub fn cells(self) -> Cells<'t> {
        let rest = match self.inside {
            Inside::Signs(Some(separator)) => Rest::Signs(signs::cells(self.place.raw(), separator)),
            Inside::Structured(parts) if self.is_row() => Rest::Structured(parts.iter()),
            Inside::Signs(None) | Inside::Structured(_) => {
                Rest::Signs(signs::cells(self.place.raw(), Separator::Pipe { outer: false }))
            }
        };
        Cells { row: self.place, shows_all: self.shows_all, rest }
    }

    /// The same row, with what is written in it though it is hidden or struck.
    #[must_use]
    pub fn as_written(self) -> Self {
        Self { shows_all: true, ..self }
    }

    /// Why nothing of a row is seen, if anything is written in it; none if something is seen.
    pub fn unseen(self) -> Option<Mark> {
        let Inside::Structured(parts) = self.inside else { return None };
        let mut written = parts.iter().filter(|part| !part.range.is_empty()).peekable();
        let first = written.peek()?.marks;
        let is_unseen = self.is_row() && written.all(|part| part.marks.is_unseen());
        is_unseen.then_some(if first.has(Mark::Hidden) { Mark::Hidden } else { Mark::Struck })
    }

    /// Whether any cell of a row is not seen, or leaves something out.
    pub fn has_unseen(self) -> bool {
        let Inside::Structured(parts) = self.inside else { return false };
        let leaves_out = || self.place.document().structure().is_some_and(Structure::leaves_out);
        self.is_row()
            && parts.iter().any(|part| {
                part.marks.is_unseen() || (leaves_out() && part.leaves_out(self.place.document().structure()))
            })
    }

    /// The first cell of a row that is not empty.
    pub fn first_cell(self) -> Option<Cell<'t>> {
        // Where signs tell the cells, those that are empty are passed over at once.
        let first = match self.inside {
            Inside::Signs(Some(separator)) => signs::first_cell(self.place.raw(), separator),
            _ => "",
        };
        let cell = self.cells().signed(first);
        if cell.is_empty() { self.cells().find(|cell| !cell.is_empty()) } else { Some(cell) }
    }

    /// How a row begins: what is written from its first letter, digit or sign on, whichever cell that stands in. It costs
    /// less to ask than for cells.
    pub fn start(self) -> &'t str {
        signs::start_of_row(self.place.raw())
    }

    /// How a row ends: what is written up to its last letter, digit or sign, whichever cell that stands in.
    pub fn end(self) -> &'t str {
        signs::end_of_row(self.place.raw())
    }

    /// Whether it is the line of dashes that texts have under the header of a table.
    pub fn is_rule(self) -> bool {
        self.is_row() && signs::is_rule(self.place.raw())
    }

    /// The stretches of a line that are bold and those that are not, in turn; those of nothing but space left out.
    pub fn runs(self) -> Runs<'t> {
        match self.inside {
            Inside::Structured(parts) if !self.is_row() && !parts.is_empty() => {
                Runs { line: self.place, rest: None, parts }
            }
            _ => Runs { line: self.place, rest: Some(self.place.raw()), parts: &[] },
        }
    }

    /// Whether it begins with a bold stretch.
    pub fn begins_bold(self) -> bool {
        match self.inside {
            Inside::Structured([first, ..]) if !self.is_row() && first.marks.has(Mark::Bold) => true,
            _ => self.place.raw().starts_with("**") || self.place.raw().starts_with('<'),
        }
    }

    /// Whether any of it may be bold.
    pub fn has_bold(self) -> bool {
        let is_structured =
            || matches!(self.inside, Inside::Structured(parts) if parts.iter().any(|part| part.marks.has(Mark::Bold)));
        memchr::memchr2(b'*', b'<', self.place.raw().as_bytes()).is_some() || is_structured()
    }
}

/// A cell of a row.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'t> {
    /// What is written in it, without bold marks and outer spaces.
    pub place: Place<'t>,
    part: Option<&'t Part>,
}

impl<'t> Cell<'t> {
    /// What is written in it, to the letter.
    pub fn raw(self) -> &'t str {
        self.place.raw()
    }

    /// Whether nothing is written in it.
    pub fn is_empty(self) -> bool {
        self.raw().is_empty()
    }

    /// Its lines, if it is of several: those that a reader has told, or that a mark in the text ends.
    pub fn lines(self) -> impl Iterator<Item = Place<'t>> {
        let raw = self.raw();
        let mut cuts = vec![0];
        if self.marks().has(Mark::Lines) {
            let start = self.place.offset();
            let range = offset32(start)..offset32(start + raw.len());
            let structure = self.place.document().structure();
            let breaks = structure.map(|structure| structure.breaks(range)).unwrap_or_default();
            cuts.extend(breaks.iter().map(|&at| at as usize - start));
        } else if raw.contains('<') {
            let lower = raw.to_ascii_lowercase();
            cuts.extend(lower.match_indices("<br").map(|(at, _)| at));
        }
        cuts.push(raw.len());
        let place = self.place;
        let lines: Vec<&'t str> = cuts.windows(2).filter_map(|cut| raw.get(cut[0]..cut[1])).map(trimmed).collect();
        lines.into_iter().map(move |line| place.at(line))
    }

    /// How it shows the number that it holds; none if it holds text, or the document does not tell the two apart.
    pub fn number(self) -> Option<NumberFormat> {
        self.part?.number
    }

    /// Over how many rows and columns it goes.
    pub fn span(self) -> Span {
        self.part.map(|part| part.span).unwrap_or_default()
    }

    /// Whether it is a part of a merged cell, and says what that says.
    pub fn is_covered(self) -> bool {
        self.marks().has(Mark::Covered)
    }

    /// What is written in it and does not count.
    pub fn left_out(self) -> &'t [LeftOut] {
        let structure = self.part.and(self.place.document().structure());
        let of_part = |part: &Part| structure.map(|structure| structure.left_out_of(part.range.start));
        self.part.and_then(of_part).unwrap_or_default()
    }

    /// How it is written.
    pub fn marks(self) -> Marks {
        self.part.map(|part| part.marks).unwrap_or_default()
    }
}

/// An offset in a text of less than 4 GiB.
fn offset32(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// The cells of one row.
#[derive(Debug, Clone)]
pub struct Cells<'t> {
    row: Place<'t>,
    shows_all: bool,
    rest: Rest<'t>,
}

#[derive(Debug, Clone)]
enum Rest<'t> {
    Signs(SignedCells<'t>),
    Structured(slice::Iter<'t, Part>),
}

impl<'t> Cells<'t> {
    #[inline]
    fn signed(&self, raw: &'t str) -> Cell<'t> {
        Cell { place: self.row.at(without_bold(trimmed(raw))), part: None }
    }

    fn structured(&self, part: &'t Part) -> Cell<'t> {
        // What is not seen is as if it were not there.
        let is_seen = self.shows_all || !part.marks.is_unseen();
        let end = if is_seen { part.range.end } else { part.range.start };
        let raw = self.row.document().text().get(part.range.start as usize..end as usize).unwrap_or_default();
        Cell { part: Some(part), ..self.signed(raw) }
    }
}

impl<'t> Iterator for Cells<'t> {
    type Item = Cell<'t>;

    #[expect(clippy::inline_always, reason = "a document has more cells than anything else")]
    #[inline(always)]
    fn next(&mut self) -> Option<Cell<'t>> {
        match &mut self.rest {
            Rest::Signs(cells) => cells.next().map(|raw| self.signed(raw)),
            Rest::Structured(parts) => parts.next().map(|part| self.structured(part)),
        }
    }
}

/// The stretches of a line.
#[derive(Debug, Clone)]
pub struct Runs<'t> {
    line: Place<'t>,
    /// What is left of the stretch that is looked at for signs.
    rest: Option<&'t str>,
    /// The parts that follow.
    parts: &'t [Part],
}

impl<'t> Runs<'t> {
    /// What stands in the next parts that are all bold, or all not.
    fn next_stretch(&mut self) -> Option<&'t str> {
        let first = self.parts.first()?;
        let is_alike = |part: &&Part| part.marks.has(Mark::Bold) == first.marks.has(Mark::Bold);
        let (own, after) = self.parts.split_at(self.parts.iter().take_while(is_alike).count());
        self.parts = after;
        let end = own.last().map_or(first.range.end, |last| last.range.end);
        self.line.document().text().get(first.range.start as usize..end as usize)
    }
}

impl<'t> Iterator for Runs<'t> {
    type Item = Place<'t>;

    #[expect(clippy::inline_always, reason = "a document has more lines than anything else")]
    #[inline(always)]
    fn next(&mut self) -> Option<Place<'t>> {
        loop {
            let raw = match self.rest.take() {
                Some(raw) => raw,
                None => self.next_stretch()?,
            };
            let run = match bold_mark(raw) {
                Some((start, end)) => {
                    self.rest = Some(&raw[end..]);
                    &raw[..start]
                }
                None => raw,
            };
            let run = trimmed(run);
            if !run.is_empty() {
                return Some(self.line.at(run));
            }
        }
    }
}
