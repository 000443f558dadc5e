//! Cards: rows that say, label by value, of which project, CDR or director the table below them is. Worksheets and small tables
//! have them where a text has headings.

use super::summary;
use crate::parse::columns::Columns;
use crate::parse::context::{Context, rest_of};
use crate::parse::headings::Strength;
use crate::source::{Block, Blocks, Place, Text};
use crate::vocabulary::{CardLabel, Label, Vocabulary, card_label};

/// What a row says of the table below it.
#[derive(Debug)]
pub enum Card<'t> {
    /// The project: its code, its title if it stands beside it, and whether a label says that this is what it is.
    Project {
        /// The code.
        code: Place<'t>,
        /// The title.
        title: Option<Place<'t>>,
        /// What stands before the code.
        said: Said,
    },
    /// The title of the project.
    Title(Place<'t>),
    /// The CDR: its code, and its name if that stands beside it.
    Cdr(Place<'t>, Option<Place<'t>>),
    /// Who leads the CDR.
    Director(Place<'t>),
}

/// What stands before a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    Nothing,
    /// The word for a project, or for its code.
    Project,
    /// What may be the title of the project.
    Title,
    /// Something else.
    Other,
}

impl<'t> Card<'t> {
    /// Whether a row may be one of a card, as it begins: most are none.
    pub fn may_be(row: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
        let start = row.start();
        vocabulary.may_begin_with_project(start) || CardLabel::may_begin(start)
    }

    /// What a row says of what stands below it; none if it is no row of a card. It has a few cells, and no percentage.
    pub fn of(row: Block<'t>, vocabulary: Vocabulary<'t>) -> Option<Self> {
        const MOST: usize = 5;
        let cells: Vec<Place<'t>> = row.cells().map(|cell| cell.place).filter(|cell| !cell.raw().is_empty()).collect();
        if cells.is_empty() || cells.len() > MOST || cells.iter().any(|cell| cell.raw().contains('%')) {
            return None;
        }
        let whole = |cell: &Place<'t>| {
            let (code, rest) = vocabulary.split_project_heading(cell.raw())?;
            Some((cell.at(code), rest_of(*cell, rest.trim_start_matches(['-', '–', ':', ' ']))))
        };
        let first = card_label(&cells[0].words());
        if let Some((code, title)) = whole(&cells[0]) {
            let title = title.or(cells.get(1).copied());
            return Some(Self::Project { code, title, said: Said::Nothing });
        }
        let value = cells.get(1).copied()?;
        if let Some((code, title)) = whole(&value) {
            let beside = cells.get(2).copied().filter(|cell| card_label(&cell.words()).is_none());
            let title = title.or(beside).or(cells.get(3).copied());
            let said = match first {
                Some(CardLabel::Project) => Said::Project,
                None if cells.len() == 2 && title.is_none() => Said::Title,
                _ => Said::Other,
            };
            let title = if said == Said::Title { Some(cells[0]) } else { title };
            return Some(Self::Project { code, title, said });
        }
        match first? {
            CardLabel::Title if cells.len() == 2 => Some(Self::Title(value)),
            CardLabel::Cdr => Some(Self::Cdr(value, cells.get(2).copied())),
            CardLabel::Director if cells.len() == 2 => Some(Self::Director(value)),
            _ => None,
        }
    }

    /// Takes in what it says; tells whether it does. A code without a word for it may be one of a list, or of another project that
    /// is mentioned: what follows must bear it out.
    pub fn take(self, row: Block<'t>, rest: &Blocks<'t>, lists_before: bool, context: &mut Context<'t>) -> bool {
        match self {
            Self::Title(title) => {
                let Some(sheet) = context.sheet else { return false };
                let own = &mut context.part.sheets[sheet];
                let is_taken = own.title.is_none() && !own.has_staff_table;
                if is_taken {
                    own.title = Some(Text::One(title));
                }
                is_taken
            }
            Self::Cdr(code, name) => {
                let cdr = context.cdr_of(code, name);
                context.begin_cdr(cdr);
                true
            }
            Self::Director(name) => {
                let Some(cdr) = context.cdr else { return false };
                context.part.cdrs[cdr].director.get_or_insert(Text::One(name));
                true
            }
            Self::Project { code, title, said } => {
                let vocabulary = context.vocabulary;
                if lists_before || is_one_of_list(rest, vocabulary) {
                    summary::listing(row.cells(), context);
                    context.lists = true;
                    return true;
                }
                let heads = match said {
                    Said::Project => true,
                    Said::Nothing => is_above_staff(rest, vocabulary),
                    // On a worksheet, the title may stand before the code; but so may whatever else there is to say of another project.
                    Said::Title => {
                        title.is_some_and(|title| context.bears_out(code, title)) && is_above_staff(rest, vocabulary)
                    }
                    Said::Other => false,
                };
                if heads {
                    context.begin_sheet(code, title);
                    context.close_text();
                } else if context.sheet.is_some() && is_above_staff(rest, vocabulary) {
                    context.suspect(row.place, true, Strength::Weak);
                }
                heads
            }
        }
    }
}

/// Whether the next row names a project, too.
fn is_one_of_list<'t>(rest: &Blocks<'t>, vocabulary: Vocabulary<'t>) -> bool {
    rest.clone()
        .find(|block| !block.is_rule())
        .filter(|next| next.is_row() && next.is_glued)
        .is_some_and(|next| matches!(Card::of(next, vocabulary), Some(Card::Project { .. })))
}

/// Whether the header of a staff table is among the next blocks.
fn is_above_staff<'t>(rest: &Blocks<'t>, vocabulary: Vocabulary<'t>) -> bool {
    const AHEAD: usize = 5;
    let is_header = |block: Block<'t>| {
        if block.is_row() {
            return Columns::of_header(block, vocabulary).is_some_and(|columns| !columns.is_flat());
        }
        let label = |run: Place<'t>| vocabulary.take_label(run.raw(), false).map(|(label, _)| label);
        block.runs().next().and_then(label) == Some(Label::Staff)
    };
    rest.clone().take(AHEAD).any(is_header)
}
