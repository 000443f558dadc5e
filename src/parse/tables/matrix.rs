//! Matrices: people in the rows and a column for each project, or projects in the rows and a column for each person.

use super::capacity::CapacityColumns;
use super::crossing::Crossing;
use super::each::{Merged, Who, is_none, push};
use super::flat::{code_and_title, sheet_of_row, sheet_of_title, sheet_without_code};
use super::heads::{Beginning, Head, code_of};
use super::people::is_total;
use super::shape::{Begin, Open, Shape, Table};
use super::sides::{ProjectColumns, Sides, SlotOf};
use super::staff;
use super::sums::{Of, Sum, Sums};
use crate::identity;
use crate::model::{Fault, Header, Meaning, Percent, RejectedRow, Rejection};
use crate::parse::capacity::CapacityNumber;
use crate::parse::cells::{adds_up, figure_in, figure_of, looks_like_person};
use crate::parse::columns::Columns;
use crate::parse::context::Context;
use crate::parse::figure::Figure;
use crate::parse::rows::{RawCells, RawRow};
use crate::parse::unread::{Bearing, Unread};
use crate::source::{Block, Cell, Mark, Place, Text, trimmed};
use crate::vocabulary::{Clarity, Unit, begins_section, counts_people, speaks_of_money, unit_in};

/// A matrix that is being read.
#[derive(Debug)]
struct Matrix<'t> {
    crossing: Crossing<'t>,
    /// How many rows of its headings are still to come.
    headings: usize,
    /// Its number among the tables of the document.
    table: usize,
    /// The sheet of each of its columns, where these are of projects.
    sheets: Vec<usize>,
    merged: Merged,
    sums: Sums,
    /// Its column of capacities.
    capacities: Option<CapacityColumns<'t>>,
    has_rows: bool,
    /// The CDR of the row before.
    cdr: Option<usize>,
}

/// Whether a table is a matrix.
pub fn recognise<'t>(table: &Table<'t>) -> Option<Begin<'t>> {
    if !table.may_be_wide {
        return None;
    }
    let crossing = Crossing::of(&Beginning::of((table.header, table.above), &table.below), table.vocabulary)?;
    Some(Box::new(move |context, _| {
        keep_header(&crossing, context);
        let open: Open<'t> = Box::new(Matrix::begin(crossing, context));
        open
    }))
}

/// Keeps the headings of a matrix among the headers of the document.
fn keep_header<'t>(crossing: &Crossing<'t>, context: &mut Context<'t>) {
    let Some(first) = crossing.heads.rows.first() else { return };
    let own = |at: usize| crossing.heads.columns[at].own().unwrap_or(first.place.at(&first.place.raw()[..0]));
    let columns = (0..crossing.heads.columns.len()).map(|at| (own(at), crossing.meaning(at))).collect();
    let header = Header { place: first.place, columns, count: 1, is_matrix: crossing.is_matrix() };
    context.part.headers.push(header);
}

impl<'t> Matrix<'t> {
    fn begin(crossing: Crossing<'t>, context: &mut Context<'t>) -> Self {
        let title = crossing.slots.first().map(|slot| slot.of.place());
        let table = context.staff.begin(title, crossing.unit);
        if let Some(table) = context.staff.table(table).filter(|_| crossing.is_matrix()) {
            table.counts_sums();
        }
        context.flat_sheets().tables += 1;
        let cdr = context.cdr;
        let sheet = |of: SlotOf<'t>, context: &mut Context<'t>| match of {
            SlotOf::Project(code, title) => Some(sheet_of_row(code, title, cdr, context)),
            SlotOf::Title(title, true) => Some(sheet_of_title(title, cdr, context)),
            SlotOf::Title(title, false) => Some(sheet_without_code(Some(title), title, cdr, context)),
            SlotOf::Person(..) | SlotOf::InRow { .. } => None,
        };
        let sheets = crossing.slots.iter().filter_map(|slot| sheet(slot.of, context)).collect();
        let headings = crossing.heads.rows.len() - 1;
        let sums = Sums::of(crossing.slots.len());
        let capacities = crossing
            .capacity
            .map(|(at, unit)| CapacityColumns::of_column(crossing.heads.columns[at].own(), unit, &mut context.staff));
        let merged = Merged::default();
        Self { crossing, headings, table, sheets, merged, sums, capacities, has_rows: false, cdr }
    }

    /// The cells of a row that hold its shares, by the numbers of their columns among those of shares: what one of them holds, and over
    /// how many it goes.
    fn shares(&self, cells: &[Cell<'t>]) -> Vec<(usize, Cell<'t>, usize)> {
        let mut shares = Vec::new();
        // The cell that each place is of: its own, or one that goes over it.
        let mut over: Vec<usize> = (0..cells.len()).collect();
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.span().columns > 1 && !cell.is_empty()) {
            let end = cells.len().min(at + cell.span().columns as usize);
            over[at + 1..end]
                .iter_mut()
                .zip(&cells[at + 1..end])
                .filter(|(_, own)| own.is_empty())
                .for_each(|(of, _)| *of = at);
        }
        for (number, slot) in self.crossing.slots.iter().enumerate() {
            let Some((at, cell)) = over.get(slot.column).and_then(|at| Some((*at, cells.get(*at)?))) else { continue };
            let end = at + cell.span().columns.max(1) as usize;
            let is_wide = end > at + 1;
            let count = || self.crossing.slots.iter().filter(|slot| (at..end).contains(&slot.column)).count();
            let slots = if is_wide { count() } else { 1 };
            let has_project = || match slot.of {
                SlotOf::InRow { project, .. } => cells.get(project).is_some_and(|project| !is_none(*project)),
                _ => false,
            };
            if !is_none(*cell) || has_project() {
                shares.push((number, *cell, slots));
            }
        }
        shares
    }

    /// Takes in a row of people.
    fn person(&mut self, row: Block<'t>, columns: &Columns, context: &mut Context<'t>) {
        let cells: Vec<Cell<'t>> = row.cells().collect();
        let Some(who) = Who::of(row, columns) else { return };
        let shares = self.shares(&cells);
        if self.is_total(row, columns, &who, &shares) {
            // What is left, or needed, is no sum of the rows.
            if !who.name.raw().is_empty() && !adds_up(who.name) {
                return;
            }
            return self.totals(&cells, who.name, context);
        }
        if who.name.raw().is_empty() && shares.is_empty() {
            return;
        }
        if is_label(who.name, context) {
            let faults = vec![Fault { reason: Rejection::WithoutPerson, place: row.place }];
            let rejected = RejectedRow { faults, name: None, number: None, role: None, percent: None, sheet: None };
            return context.part.rejected.push(rejected);
        }
        let who = Who { capacity: self.capacity(&cells, who.name, context), ..who };
        let mut sum = Sum::default();
        let mut pushed = 0;
        for (number, cell, slots) in &shares {
            let read = figure_in(*cell).ok();
            sum.add(read);
            self.sums.add(*number, read);
            let column = self.crossing.slots[*number].column;
            let group = self.merged.group(column, *cell, *slots, &mut context.staff);
            // Nothing is none, as a blank is, where a column is that of one project.
            let is_in_row = matches!(self.crossing.slots[*number].of, SlotOf::InRow { .. });
            if is_in_row || read.is_none_or(|figure| figure.percent != Percent::ZERO) {
                let sheet = self.sheet(*number, row, context);
                let code = match self.crossing.slots[*number].of {
                    SlotOf::Project(_, title) => title,
                    SlotOf::InRow { project, .. } => cells.get(project).map(|cell| cell.place),
                    SlotOf::Title(..) | SlotOf::Person(..) => None,
                };
                push(&Who { code, ..who }, sheet, *cell, (self.table, group), &mut context.staff);
                pushed += 1;
            }
        }
        if pushed == 0 {
            // Whoever stands in the table and has no share at all would be lost.
            let first = shares.first().map_or(0, |(number, ..)| *number);
            let cell = cells.get(self.crossing.slots[first].column).copied();
            if let (Some(cell), false) = (cell, who.name.raw().is_empty()) {
                let sheet = self.sheet(first, row, context);
                push(&who, sheet, cell, (self.table, None), &mut context.staff);
            }
        }
        self.keep_sum(&who.name, sum, context);
        self.compare_row(&cells, sum, who.name, context);
        self.see_others(&cells, context);
    }

    /// What stands in a row as the capacity of somebody; its number.
    fn capacity(&mut self, cells: &[Cell<'t>], name: Place<'t>, context: &mut Context<'t>) -> Option<CapacityNumber> {
        let (at, _) = self.crossing.capacity?;
        self.capacities.as_mut()?.read_cell(cells.get(at).copied(), name, &mut context.staff)
    }

    /// The sheet of a share: that of its column, or what the row says.
    fn sheet(&self, number: usize, row: Block<'t>, context: &mut Context<'t>) -> usize {
        let SlotOf::InRow { project, title, .. } = self.crossing.slots[number].of else { return self.sheets[number] };
        let cell = |at: usize| row.cells().nth(at).filter(|cell| !cell.is_empty()).map(|cell| cell.place);
        let title = title.and_then(cell);
        let cdr = context.cdr;
        match cell(project).map(|written| (written, code_and_title(written, context.vocabulary))) {
            Some((_, Some((code, own)))) => sheet_of_row(code, own.or(title), cdr, context),
            Some((written, None)) => sheet_of_title(written, cdr, context),
            None => sheet_without_code(title, row.place, cdr, context),
        }
    }

    /// Takes in a row of a project.
    fn project(&mut self, row: Block<'t>, columns: ProjectColumns, context: &mut Context<'t>) {
        let cells: Vec<Cell<'t>> = row.cells().collect();
        let shares = self.shares(&cells);
        let cell = |at: Option<usize>| cells.get(at?).filter(|cell| !cell.is_empty()).map(|cell| cell.place);
        let written = cell(Some(columns.project));
        let adds_up_row = written.or(cell(columns.title)).is_some_and(adds_up);
        let read = written.and_then(|written| code_of(written, context.vocabulary));
        if (adds_up_row && read.is_none()) || (written.is_none() && self.are_totals(&shares)) {
            let of = written.or(cell(columns.title)).unwrap_or(row.place);
            return self.totals(&cells, of, context);
        }
        let [code, name, director] = [columns.cdr, columns.cdr_name, columns.director].map(cell);
        if let Some(written) = code.or(name) {
            self.cdr = Some(context.cdr_of(written, name));
        }
        if let (Some(cdr), Some(director)) = (self.cdr, director) {
            context.part.cdrs[cdr].director.get_or_insert(Text::One(director));
        }
        if shares.is_empty() {
            return self.see_others(&cells, context);
        }
        let cdr = self.cdr;
        let sheet = match (read, written) {
            (Some((code, title)), _) => sheet_of_row(code, title.or(cell(columns.title)), cdr, context),
            (None, Some(title)) => sheet_of_title(title, cdr, context),
            (None, None) => sheet_without_code(cell(columns.title), row.place, cdr, context),
        };
        let mut sum = Sum::default();
        for (number, cell, slots) in &shares {
            let read = figure_in(*cell).ok();
            sum.add(read);
            self.sums.add(*number, read);
            let slot = self.crossing.slots[*number];
            let SlotOf::Person(name, role) = slot.of else { continue };
            let who = Who {
                name,
                is_no_name: false,
                names_several: false,
                role,
                number: None,
                code: written,
                capacity: None,
            };
            let group = self.merged.group(slot.column, *cell, *slots, &mut context.staff);
            if read.is_none_or(|figure| figure.percent != Percent::ZERO) {
                push(&who, sheet, *cell, (self.table, group), &mut context.staff);
            }
            let mut own = Sum::default();
            own.add(read);
            self.keep_sum(&name, own, context);
        }
        self.compare_row(&cells, sum, written.unwrap_or(row.place), context);
        self.see_others(&cells, context);
    }

    /// Whether a row adds the others up: its name says so, or it has none, and its figures are what the columns make.
    fn is_total(&self, row: Block<'t>, columns: &Columns, who: &Who<'t>, shares: &[(usize, Cell<'t>, usize)]) -> bool {
        is_total(row, columns, Some(who.name)) || (who.name.raw().is_empty() && self.are_totals(shares))
    }

    fn are_totals(&self, shares: &[(usize, Cell<'t>, usize)]) -> bool {
        let figures: Vec<(usize, Figure)> =
            shares.iter().filter_map(|(number, cell, _)| Some((*number, figure_in(*cell).ok()?))).collect();
        figures.len() == shares.len() && self.sums.are_totals(&figures)
    }

    /// Takes in a row that adds the others up.
    fn totals(&mut self, cells: &[Cell<'t>], of: Place<'t>, context: &mut Context<'t>) {
        let slots = self.crossing.slots.iter().enumerate();
        let own = slots.filter_map(|(number, slot)| {
            let is_person = matches!(slot.of, SlotOf::Person(..));
            Some((number, cells.get(slot.column)?.place, Of { place: slot.of.place(), is_person }))
        });
        let own: Vec<_> = own.filter(|(_, total, _)| is_figure(*total)).collect();
        let of = Of { place: of, is_person: false };
        let all = self.crossing.totals.iter().filter_map(|at| Some((cells.get(*at)?.place, of)));
        let all: Vec<_> = all.filter(|(total, _)| is_figure(*total)).collect();
        let written = || own.iter().map(|(_, total, _)| *total).chain(all.iter().map(|(total, _)| *total));
        self.says_percent(written(), context);
        for told in self.sums.row(own.into_iter(), all.into_iter()) {
            context.staff.unequal_totals.push((self.table, told));
        }
    }

    /// Compares the totals of a row with what it makes.
    fn compare_row(&self, cells: &[Cell<'t>], sum: Sum, of: Place<'t>, context: &mut Context<'t>) {
        let totals = self.crossing.totals.iter().filter_map(|at| cells.get(*at)).filter(|cell| !is_none(**cell));
        let totals: Vec<Place<'t>> = totals.map(|cell| cell.place).collect();
        self.says_percent(totals.iter().copied(), context);
        let of = Of { place: of, is_person: matches!(self.crossing.sides, Sides::People(_)) };
        let told = totals.into_iter().filter_map(|total| sum.compare(total, of));
        context.staff.unequal_totals.extend(told.map(|told| (self.table, told)));
    }

    /// Notes that a total says per cent, if one does: the figures that it adds up are percentages, too.
    fn says_percent(&self, mut totals: impl Iterator<Item = Place<'t>>, context: &mut Context<'t>) {
        let is_said = totals.any(|total| figure_of(total).is_ok_and(|figure| figure.signed));
        if let Some(table) = context.staff.table(self.table).filter(|_| is_said) {
            table.says_percent();
        }
    }

    /// Keeps what a row makes of somebody.
    fn keep_sum(&self, name: &Place<'t>, sum: Sum, context: &mut Context<'t>) {
        if let Some(table) = context.staff.table(self.table) {
            table.add_sum(&name.words(), sum.whole());
        }
    }

    /// Takes in the cells of columns that are not read.
    fn see_others(&self, cells: &[Cell<'t>], context: &mut Context<'t>) {
        for (at, cell) in
            cells.iter().enumerate().filter(|(at, cell)| self.crossing.meaning(*at).is_none() && !cell.is_empty())
        {
            let heads = &self.crossing.heads;
            let nothing = || heads.last_row().and_then(|row| row.cells().nth(at)).map_or(cell.place, |cell| cell.place);
            let header = heads.columns.get(at).and_then(Head::own);
            let is_of_cdr = header
                .and_then(|header| context.vocabulary.header(header.raw()))
                .is_some_and(|header| matches!(header.meaning, Meaning::Cdr | Meaning::CdrName | Meaning::Director));
            let Some(table) = context.staff.table(self.table) else { return };
            // Where somebody belongs changes no figure.
            let bearing = if is_of_cdr { Bearing::Given } else { Bearing::Unknown };
            Unread::see(&mut table.unread, at, || header.unwrap_or_else(nothing), cell.place, bearing);
        }
    }

    /// Whether a row below a gap goes on with the table: it has figures where they stand, and nothing else there.
    fn goes_on(&self, row: Block<'t>) -> bool {
        let cells: Vec<Cell<'t>> = row.cells().collect();
        let shares = self.shares(&cells);
        let fits = cells.len() <= self.crossing.heads.columns.len();
        fits && !shares.is_empty() && shares.iter().all(|(_, cell, _)| figure_in(*cell).is_ok())
    }

    /// Whether a row is the title of a section: one cell alone that is no name, or goes over several columns.
    fn is_section(&self, row: Block<'t>) -> bool {
        let mut filled = row.cells().enumerate().filter(|(_, cell)| !cell.is_empty());
        let (Some((at, cell)), None) = (filled.next(), filled.next()) else { return false };
        let words = cell.place.words();
        let is_wide = cell.span().columns > 1;
        let is_of_people =
            words.contains('%') || (!is_wide && self.crossing.slots.iter().any(|slot| slot.column == at));
        figure_in(cell).is_err() && !is_of_people && (is_wide || begins_section(&words) || !looks_like_person(&words))
    }
}

impl<'t> Shape<'t> for Matrix<'t> {
    fn row(&mut self, row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) -> bool {
        if self.has_rows && !context.follows && !self.goes_on(row) {
            staff::ended(row, first, context);
            return false;
        }
        if self.is_section(row) {
            return true;
        }
        if !row.is_certain {
            let cells = RawCells::Torn { row: row.place.at(trimmed(row.place.raw())) };
            context.staff.push(RawRow { sheet: None, cells, percentages: 0 });
            return true;
        }
        self.has_rows = true;
        if row.has_unseen() {
            context.staff.hidden.cells(row, self.table, &Columns::PLAIN, self.crossing.heads.last_row());
        }
        match self.crossing.sides {
            Sides::People(columns) => self.person(row, &columns, context),
            Sides::Projects(columns) => self.project(row, columns, context),
        }
        true
    }

    fn takes_heading(&mut self, row: Block<'t>) -> bool {
        if self.headings > 0 {
            self.headings -= 1;
            return true;
        }
        let rows = &self.crossing.heads.rows;
        let is_again = rows.first().is_some_and(|first| first.place.raw() == row.place.raw());
        if is_again {
            self.headings = rows.len() - 1;
        }
        is_again
    }

    fn unseen(&mut self, row: Block<'t>, why: Mark, context: &mut Context<'t>) -> bool {
        let row = row.as_written();
        let cells: Vec<Cell<'t>> = row.cells().collect();
        let name = match self.crossing.sides {
            Sides::People(columns) => Who::of(row, &columns).map(|who| who.name),
            Sides::Projects(columns) => cells.get(columns.project).map(|cell| cell.place),
        };
        for (number, cell, _) in self.shares(&cells) {
            let name = match self.crossing.slots[number].of {
                SlotOf::Person(name, _) => Some(name),
                SlotOf::Project(..) | SlotOf::Title(..) | SlotOf::InRow { .. } => name,
            };
            context.staff.hidden.share(cell.place, why, name.map(Place::words));
        }
        true
    }

    fn is_wide(&self) -> bool {
        true
    }
}

/// Whether a place holds a figure, or what should be one.
fn is_figure(place: Place<'_>) -> bool {
    place.raw().contains(|c: char| c.is_alphanumeric())
}

/// Whether what stands where the names do is the word for something else: a header, or what is counted.
fn is_label(name: Place<'_>, context: &Context<'_>) -> bool {
    let words = name.words();
    let header = context.vocabulary.header(name.raw());
    header.is_some_and(|header| header.clarity > Clarity::Doubtful)
        || speaks_of_money(&words)
        // A part-timer's hours stand in brackets.
        || unit_in(&identity::bare(&words)) != Unit::Unstated
        || counts_people(&words)
}
