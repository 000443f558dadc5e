//! Rows of tables, one by one: each begins a table, goes on with one, or stands alone.

use super::{Left, Walker};
use crate::parse::columns::Columns;
use crate::parse::glance::is_data;
use crate::parse::percentages;
use crate::parse::recipes::Within;
use crate::parse::spans::heads_parts_of_year;
use crate::parse::tables::{self, Card, Table};
use crate::source::{Block, Blocks, Cell, Mark, Place};
use crate::vocabulary::{CellKind, is_figure, year_in};

impl<'t> Walker<'t> {
    /// Takes a row: it begins a table, goes on with one, or stands alone.
    pub(super) fn row(&mut self, row: Block<'t>, rest: &Blocks<'t>) {
        let above = self.above.replace(row).filter(|_| row.is_glued);
        self.take_row(row, above, rest);
    }

    fn take_row(&mut self, row: Block<'t>, above: Option<Block<'t>>, rest: &Blocks<'t>) {
        if self.context.is_in_text() {
            self.context.close_text();
        }
        if !row.is_glued {
            self.rows_since_gap = 0;
        }
        let may_be_of_people = self.may_be_header_of_people(row);
        self.rows_since_gap += 1;
        if let Some(why) = row.unseen() {
            return self.unseen_row(row, why);
        }
        if self.by_recipe(row, above, rest) {
            return;
        }
        let lists_before = std::mem::take(&mut self.context.lists) && row.is_glued;
        let is_skimmed = self.table.as_ref().is_some_and(|table| table.is_skimmed());
        if (is_skimmed && !may_be_of_people && !tables::may_matter(row)) || row.is_rule() {
            return;
        }
        if self.table.as_mut().is_some_and(|table| table.takes_heading(row)) {
            return;
        }
        let Some(Cell { place: first, .. }) = row.first_cell() else { return };
        let table = Table::of((row, above), first, may_be_of_people, rest, &mut self.context);
        if let Some(begin) = table.as_ref().and_then(tables::recognised) {
            let before = self.table.take().filter(|_| self.left.is_none());
            self.table = Some(begin(&mut self.context, before));
            (self.is_interrupted, self.left) = (false, None);
            return;
        }
        if self.card(row, rest, lists_before) {
            return;
        }
        self.context.follows = row.is_glued && !self.is_interrupted;
        if let Some(left) = self.left {
            return self.row_of_table_left(row, first, left);
        }
        match &mut self.table {
            Some(table) => {
                let goes_on = table.row(row, first, &mut self.context);
                self.is_interrupted = false;
                if !goes_on {
                    self.leave(if may_head_table(row) { Left::Header } else { Left::Title });
                }
            }
            None => tables::row_outside(row, first, &mut self.context),
        }
    }

    /// Takes a row of which a recipe of the settings says what it is: the header of a table, or a row of one; tells whether one does.
    fn by_recipe(&mut self, row: Block<'t>, above: Option<Block<'t>>, rest: &Blocks<'t>) -> bool {
        let vocabulary = self.context.vocabulary;
        if vocabulary.layout().recipes.is_empty() || row.is_rule() {
            return false;
        }
        let Some(Cell { place: first, .. }) = row.first_cell() else { return false };
        let origin = row.place.origin();
        match self.context.recipes.within(row, &origin) {
            Within::Header if self.left.is_none() && self.table.is_some() => return true,
            Within::Behind if self.left.is_none() => self.left = self.table.is_some().then_some(Left::Worksheet),
            Within::Sure if self.left.is_none() && self.table.is_some() => {
                self.context.follows = true;
                let goes_on = self.table.as_mut().is_some_and(|table| table.row(row, first, &mut self.context));
                if !goes_on {
                    self.leave(Left::Title);
                    self.context.recipes.end();
                }
                return true;
            }
            Within::Sure | Within::Header | Within::Behind | Within::Unsaid => {}
        }
        let Some(columns) = self.context.recipes.begin(row, &origin, vocabulary) else { return false };
        let table = Table::with(&columns, (row, above), first, rest, vocabulary);
        let Some(begin) = tables::recognised(&table) else { return false };
        self.table = Some(begin(&mut self.context, None));
        (self.is_interrupted, self.left) = (false, None);
        true
    }

    /// Ends the table. Of one of people it is remembered where its columns are; rows of a flat one say themselves what they are.
    pub(super) fn leave(&mut self, by: Left) {
        let people = self.table.as_mut().and_then(|table| table.people());
        if people.is_some_and(|(people, _)| !people.columns.is_flat()) {
            self.left = Some(by);
        } else {
            self.table = None;
        }
    }

    /// Takes a row below a table that has ended. One that looks like its rows is told, since it may belong to another project.
    fn row_of_table_left(&mut self, row: Block<'t>, first: Place<'t>, left: Left) {
        let people = self.table.as_mut().and_then(|table| table.people());
        let is_like_its = people.is_some_and(|(people, _)| {
            people.has_share(row)
                && people.names_person(row)
                && (left == Left::Worksheet || people.names_known_person(row))
        });
        match left {
            Left::Header if is_like_its => self.resembles = true,
            _ if is_like_its => tables::stray(row, &mut self.context),
            _ => {
                if left == Left::Title && may_head_table(row) {
                    self.left = Some(Left::Header);
                }
                // The columns of another table may stand in another order.
                self.resembles = left == Left::Header && percentages::names_person_and_share(row);
                tables::row_outside(row, first, &mut self.context);
            }
        }
    }

    /// Takes a row of which nothing is seen.
    fn unseen_row(&mut self, row: Block<'t>, why: Mark) {
        let context = &mut self.context;
        if self.table.as_mut().is_some_and(|table| table.unseen(row, why, context)) {
            return;
        }
        let columns = self.table.as_mut().and_then(|table| table.people()).map(|(people, _)| people.columns);
        let vocabulary = self.context.vocabulary;
        self.context.staff.hidden.row(row, why, columns.as_ref(), |row| Columns::of_header(row, vocabulary));
    }

    /// Takes a row for one of a card, which says of what project or CDR the rows below it are; tells whether it is one.
    fn card(&mut self, row: Block<'t>, rest: &Blocks<'t>, lists_before: bool) -> bool {
        if !Card::may_be(row, self.context.vocabulary) && !self.context.is_unnamed_worksheet() {
            return false;
        }
        let is_of_table = self.table.as_mut().is_some_and(|table| match table.people() {
            Some((people, _)) => people.columns.is_flat() || (people.has_share(row) && self.left.is_none()),
            None => row.is_glued || table.lists_projects(),
        });
        let card = if is_of_table { None } else { Card::of(row, self.context.vocabulary) };
        // Right below the rows of people, or with a person's name where they have theirs, only a project's code begins something:
        // `Dirigente | Rossi Anna` is one of them.
        let is_below = row.is_glued && !self.is_interrupted && self.left.is_none();
        let is_below_people = (self.table.as_mut())
            .and_then(|table| table.people())
            .is_some_and(|(people, _)| is_below || (people.names_person(row) && self.left.is_none()));
        let Some(card) = card.filter(|card| !is_below_people || matches!(card, Card::Project { .. })) else {
            return false;
        };
        let is_taken = card.take(row, rest, lists_before, &mut self.context);
        if is_taken {
            self.table = None;
        }
        is_taken
    }

    /// Whether a row may be the header of a table of people: it is one of the first below a blank line or text, where a
    /// title may stand above the header, or stands in no table, or in one of people that goes on; and neither begins nor ends like a row of data.
    fn may_be_header_of_people(&mut self, row: Block<'_>) -> bool {
        const FIRST_ROWS: usize = 3;
        let may_stand_here = self.rows_since_gap < FIRST_ROWS
            || self.table.as_mut().is_none_or(|table| table.is_wide() || table.people().is_some());
        let vocabulary = self.context.vocabulary;
        // The codes of projects, and the numbers of headings, are figures at a glance.
        let is_data = || row.is_certain && is_data(row);
        let may_head = || {
            !is_data()
                || tables::heads_codes(row, vocabulary)
                || tables::ends_numbered(row, vocabulary)
                || heads_parts_of_year(row)
        };
        may_stand_here && !holds_share(row) && may_head()
    }
}

/// Whether a row holds a figure with a percent sign, or ends with one that is no year, and no month's number among others: then it is
/// one of data.
fn holds_share(row: Block<'_>) -> bool {
    let is_share = |cell: Cell<'_>| CellKind::of(cell.raw()) == CellKind::Share;
    let is_bare = |cell: Cell<'_>| is_figure(cell.raw()) && year_in(cell.raw()).is_none();
    (row.place.raw().contains('%') && row.cells().any(is_share))
        || (row.end().ends_with(|c: char| c.is_ascii_digit())
            && row.cells().filter(|cell| !cell.is_empty()).last().is_some_and(is_bare)
            && row.cells().filter(|cell| is_bare(*cell)).count() == 1)
}

/// Whether a row that is not known may be the header of a table: it has several cells, and no figure.
fn may_head_table(row: Block<'_>) -> bool {
    let raw = row.place.raw();
    !raw.contains(|c: char| c.is_ascii_digit()) && row.cells().filter(|cell| !cell.is_empty()).count() > 1
}
