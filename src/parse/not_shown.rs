//! What is written in tables of commitments and not seen: it does not count, and is told.

use std::borrow::Cow;

use super::cells::{figure_of, is_name, looks_like_person};
use super::columns::{Columns, NameColumn};
use crate::identity;
use crate::model::{NotShown, Percent, Unseen};
use crate::source::{Block, Cell, Mark, Place};

/// What is not seen of the tables of a document.
#[derive(Debug, Default)]
pub struct Hidden<'t> {
    /// All of it.
    pub found: Vec<NotShown<'t>>,
    /// Hidden columns that were told: the table, the column, and where it was told.
    columns: Vec<(usize, usize, usize)>,
    /// The columns of a table that is not seen at all.
    header: Option<Columns>,
}

impl<'t> Hidden<'t> {
    /// Takes in a row of which nothing is seen, in or below a table with some columns.
    pub fn row(
        &mut self,
        row: Block<'t>,
        why: Mark,
        of_table: Option<&Columns>,
        header: impl FnOnce(Block<'t>) -> Option<Columns>,
    ) {
        let row = row.as_written();
        if let Some(columns) = header(row) {
            self.header = Some(columns);
            return;
        }
        let columns = of_table.or(self.header.as_ref());
        let cell = |at: Option<usize>| row.cells().nth(at?).filter(|cell| !cell.is_empty()).map(|cell| cell.place);
        let looks_like_share = || row.cells().find(|cell| is_share(cell.place)).map(|cell| cell.place);
        let (name, share) = match columns {
            Some(&Columns { name: NameColumn::Whole(at), share, .. }) => (cell(Some(at)), cell(share)),
            Some(&Columns { name: NameColumn::Parts { surname, .. }, share, .. }) => (cell(Some(surname)), cell(share)),
            None => {
                let name = row.cells().find(|cell| looks_like_person(&cell.place.words())).map(|cell| cell.place);
                (name, None)
            }
        };
        // Of what stands on a page it is not known in which columns.
        let share = share.or_else(looks_like_share);
        // What a share of a capacity makes is told by no figure alone.
        let percent = share.and_then(percent_of).filter(|_| !columns.is_some_and(|own| own.is_split));
        let is_of_person = name.is_some_and(|name| is_name(&identity::bare(&name.words())));
        if (is_of_person && share.is_some()) || (columns.is_some() && percent.is_some()) {
            let name = name.map(Place::words);
            self.found.push(NotShown { place: row.place, why: why_of(why), name, percent, text: None, rows: 1 });
        }
    }

    /// Takes in a share of a row of which nothing is seen.
    pub fn share(&mut self, place: Place<'t>, why: Mark, name: Option<Cow<'t, str>>) {
        let percent = percent_of(place);
        self.found.push(NotShown { place, why: why_of(why), name, percent, text: None, rows: 1 });
    }

    /// Takes in what is not seen of a row of which the rest counts.
    pub fn cells(&mut self, row: Block<'t>, table: usize, columns: &Columns, header: Option<Block<'t>>) {
        for (at, cell) in row.as_written().cells().enumerate().filter(|(at, _)| columns.has(*at)) {
            for left_out in cell.left_out().iter().filter(|left_out| left_out.mark != Mark::Raised) {
                let why = why_of(left_out.mark);
                let text = Some(left_out.text.clone());
                self.found.push(NotShown { place: cell.place, why, name: None, percent: None, text, rows: 1 });
            }
            if cell.is_empty() || !cell.marks().is_unseen() {
                continue;
            }
            let title = || header.and_then(|header| header.as_written().cells().nth(at));
            let hides_column = cell.marks().has(Mark::Hidden) && title().is_none_or(|title| title.marks().is_unseen());
            if hides_column {
                self.column(at, table, cell, header);
            } else {
                let why = if cell.marks().has(Mark::Hidden) { Unseen::Hidden } else { Unseen::Struck };
                let text = Some(cell.place.words().into_owned());
                self.found.push(NotShown { place: cell.place, why, name: None, percent: None, text, rows: 1 });
            }
        }
    }

    /// Takes in a cell of a hidden column: it is told once for all its rows.
    fn column(&mut self, column: usize, table: usize, cell: Cell<'t>, header: Option<Block<'t>>) {
        let known = self.columns.iter().rev().find(|known| (known.0, known.1) == (table, column));
        if let Some(&(_, _, at)) = known {
            self.found[at].rows += 1;
            return;
        }
        let title = header.and_then(|header| header.as_written().cells().nth(column)).filter(|title| !title.is_empty());
        let place = title.map_or(cell.place, |title| title.place);
        self.columns.push((table, column, self.found.len()));
        let text = Some(place.words().into_owned());
        self.found.push(NotShown { place, why: Unseen::Hidden, name: None, percent: None, text, rows: 1 });
    }
}

fn why_of(mark: Mark) -> Unseen {
    if mark == Mark::Struck { Unseen::Struck } else { Unseen::Hidden }
}

fn is_share(cell: Place<'_>) -> bool {
    figure_of(cell).is_ok_and(|figure| figure.signed)
}

/// What a cell would add: not told of a bare figure that may be a fraction.
fn percent_of(cell: Place<'_>) -> Option<Percent> {
    figure_of(cell)
        .ok()
        .filter(|figure| figure.signed || figure.percent > Percent::from_whole(1))
        .map(|figure| figure.percent)
}
