//! What tables of commitments have in common, on a sheet or flat: rows of a name, a role and a share.

use super::capacity::CapacityColumns;
use super::people_header::PeopleHeader;
use super::totals::kept_total;
use crate::identity;
use crate::model::{PercentFault, Role};
use crate::parse::cells::{
    adds_up, bears_given_name, figure_in, figure_of, is_name, is_of_nobody, looks_like_person, role_of,
};
use crate::parse::columns::{Columns, NameColumn};
use crate::parse::context::Context;
use crate::parse::figure::Figure;
use crate::parse::periods::{PeriodCells, PeriodNumber, RowPeriod};
use crate::parse::rows::{Beside, RawCells, ReadCells, StaffRows};
use crate::parse::spans::is_sum_of_spans;
use crate::parse::unread::{Bearing, Unread};
use crate::source::{Block, Cell, Mark, Place, trimmed};
use crate::vocabulary::{PartOfYear, begins_section, is_id, is_no_project, may_head_capacity, says_total, year_in};

/// A table of commitments that is being read.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own about where the reading stands")]
pub struct People<'t> {
    /// Where its columns are.
    pub columns: Columns,
    /// Its number among those of the document.
    table: usize,
    /// Its header, if that is a row.
    header: Option<Block<'t>>,
    /// The roles of its last row, as they are written.
    last_role: Option<&'t str>,
    /// Whether it has rows.
    has_rows: bool,
    /// Whether some of its names are of one word.
    has_single_names: bool,
    /// Whether the row before was doubtful: those right below it are, too.
    torn: bool,
    /// The number of the share of its last row among those that are merged over rows, if it is one.
    group: Option<usize>,
    /// The part of the year that its column of shares is, and its number as a period; and whether others that share its other columns
    /// stand before it.
    span: Option<PeriodNumber>,
    is_follower: bool,
    /// The parts of the year that the header of its periods names.
    part: Option<PartOfYear>,
    /// Its columns of capacities.
    capacities: CapacityColumns<'t>,
}

/// Whether a row goes on with a table above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continuation {
    /// It does.
    Certain,
    /// It stands in the table, and is no row of it: the title of a section.
    Section,
    /// It may; nothing says that it is a staff row.
    Doubtful,
    /// It begins something else.
    None,
}

impl<'t> People<'t> {
    /// A table without rows so far, and those that stand beside it.
    pub fn all(header: &PeopleHeader<'t>, context: &mut Context<'t>) -> (Self, Vec<Self>) {
        let first = Self::new(header, None, &mut context.staff);
        let others = header.beside(context);
        let before = |other: &PeopleHeader<'t>| other.is_follower.then_some((first.table, first.capacities));
        let others = others.iter().map(|other| Self::new(other, before(other), &mut context.staff)).collect();
        (first, others)
    }

    /// A table without rows so far, or more columns of one.
    fn new(header: &PeopleHeader<'t>, before: Option<(usize, CapacityColumns<'t>)>, staff: &mut StaffRows<'t>) -> Self {
        let columns = header.columns;
        let share = columns.share.and_then(|share| header.cell(share));
        let (table, capacities) =
            before.unwrap_or_else(|| (staff.begin(share, columns.unit), CapacityColumns::of(header, staff)));
        if let (Some(own), true) = (staff.table(table), header.span.is_some()) {
            own.has_spans = true;
        }
        let number = columns.number.and_then(|number| header.cell(number));
        if let Some(own) = staff.table(table).filter(|_| number.is_some_and(|header| is_id(&header.words()))) {
            own.may_count_rows = true;
        }
        let place = share.unwrap_or(header.place);
        let span = match header.span {
            Some(said) => staff.keep_period(RowPeriod { said: Ok(said), place, end: None, table }),
            // What stands beside the rows says it better than the name of their worksheet.
            None if columns.when.is_unsaid() => staff.period_of_worksheet(table, place),
            None => None,
        };
        Self {
            columns,
            table,
            span,
            is_follower: header.is_follower,
            part: header.part_of_year(),
            capacities,
            header: header.row,
            last_role: None,
            has_rows: false,
            has_single_names: false,
            torn: false,
            group: None,
        }
    }

    /// Its number among the tables of the document.
    pub fn table(&self) -> usize {
        self.table
    }

    /// Goes on after a repeated header; a changed one may count otherwise.
    pub fn repeat_header(&mut self, header: &PeopleHeader<'t>, staff: &mut StaffRows<'t>) {
        let is_elsewhere = match (self.header, header.row) {
            (Some(before), Some(now)) => before.place.origin().worksheet != now.place.origin().worksheet,
            _ => false,
        };
        let of = |columns: &Columns| (columns.unit, columns.share, columns.capacities, columns.capacity_unit);
        let is_changed = is_elsewhere || of(&self.columns) != of(&header.columns);
        if is_changed {
            let share = header.columns.share.and_then(|share| header.cell(share));
            self.table = staff.begin(share, header.columns.unit);
            self.capacities = CapacityColumns::of(header, staff);
        }
        self.columns = header.columns;
        self.header = header.row;
        self.torn = false;
    }

    /// Whether a header is its own once more, so that what stands below goes on with it: wherever columns are parts of the year, it must
    /// be written like it.
    pub fn is_repeated_by(&self, header: &PeopleHeader<'t>) -> bool {
        let written = |row: Option<Block<'t>>| row.map(|row| row.place.raw());
        (header.span.is_none() && self.span.is_none()) || written(header.row) == written(self.header)
    }

    /// Whether a row goes on with this table. Right below its other rows it does; below a gap, where a page may have ended inside
    /// the table or a title may stand, its role, the code of its project or the form of its cells must say so.
    /// Without any of these it is doubtful, if it has a figure.
    pub fn continuation(
        &mut self,
        row: Block<'t>,
        first: Place<'t>,
        follows: bool,
        says_project: impl FnOnce(Place<'t>) -> bool,
    ) -> Continuation {
        if self.is_section(row, first) {
            return Continuation::Section;
        }
        if (follows && !self.torn) || !self.has_rows {
            return Continuation::Certain;
        }
        let cell = |at: usize| row.cells().nth(at).map(|cell| cell.place);
        // A row whose lines may be those of its neighbours says nothing of where it belongs.
        let fits = row.is_certain && self.columns.fit(row.cells().count());
        let written = self.columns.share.and_then(cell);
        let share = written.is_some_and(|share| figure_of(share).is_ok());
        let like_share = share
            || written.is_some_and(|share| {
                !share.raw().is_empty() && (share.raw().contains('%') || identity::is_nothing(&share.words()))
            });
        let role = self.columns.role.and_then(cell).map(Place::raw).filter(|role| !role.is_empty());
        let says_role =
            role.is_some() && role == self.last_role || row.cells().any(|cell| role_of(cell.place) != Role::Other);
        let (NameColumn::Whole(name) | NameColumn::Parts { surname: name, .. }) = self.columns.name;
        let name = cell(name).map(Place::words).unwrap_or_default();
        let has_parts = matches!(self.columns.name, NameColumn::Parts { .. });
        let is_single = !name.contains(' ') && is_name(&name);
        let is_person = looks_like_person(&name) || (is_single && (has_parts || self.has_single_names));
        let is_known_name = is_person && bears_given_name(&name);
        let goes_on = (fits && like_share && is_known_name) || (says_role && (is_person || !fits || !share));
        self.torn = !goes_on && !self.columns.project.and_then(cell).is_some_and(says_project);
        if !self.torn {
            Continuation::Certain
        } else if (fits && share) || (row.is_certain && row.end().ends_with('%')) {
            Continuation::Doubtful
        } else {
            Continuation::None
        }
    }

    /// Whether a row has what looks like the name of a person in the column of names.
    pub fn names_person(&self, row: Block<'t>) -> bool {
        let (NameColumn::Whole(name) | NameColumn::Parts { surname: name, .. }) = self.columns.name;
        row.cells().nth(name).is_some_and(|cell| looks_like_person(&cell.place.words()))
    }

    /// Whether the name is surely one of a person: it has a common given name, or a role stands beside it.
    pub fn names_known_person(&self, row: Block<'t>) -> bool {
        let (NameColumn::Whole(name) | NameColumn::Parts { surname: name, .. }) = self.columns.name;
        row.cells().nth(name).is_some_and(|cell| bears_given_name(&cell.place.words()))
            || row.cells().any(|cell| role_of(cell.place) != Role::Other)
    }

    /// Whether a row has a figure in the column of shares.
    pub fn has_share(&self, row: Block<'t>) -> bool {
        let share = self.columns.share.and_then(|share| row.cells().nth(share));
        share.is_some_and(|cell| cell.raw().contains('%') || figure_of(cell.place).is_ok())
    }

    /// Whether a row is the title of a section within the table: one cell alone, that is no name, or goes over several columns.
    fn is_section(&self, row: Block<'t>, first: Place<'t>) -> bool {
        // In nearly every row something stands behind the first cell in which anything does.
        let end_of_first = first.offset() + first.raw().len() - row.place.offset();
        if row.is_signed() && end_of_first < row.end().len() {
            return false;
        }
        let mut filled = row.cells().enumerate().filter(|(_, cell)| !cell.is_empty());
        let (Some((at, cell)), None) = (filled.next(), filled.next()) else { return false };
        let words = cell.place.words();
        let has_others = row.cells().count() > 1;
        let is_wide = cell.span().columns > 1;
        let is_of_people = Some(at) == self.columns.share || words.contains('%');
        has_others && !is_of_people && (is_wide || begins_section(&words) || !looks_like_person(&words))
    }

    /// What a row holds, whatever its number of cells. A row of empty cells is none, nor is a line
    /// that adds the others up.
    pub fn read(&mut self, row: Block<'t>, staff: &mut StaffRows<'t>) -> Option<RawCells<'t>> {
        self.has_rows = true;
        let columns = &self.columns;
        let (surname, first) = match columns.name {
            NameColumn::Whole(name) => (name, None),
            NameColumn::Parts { surname, first } => (surname, Some(first)),
        };
        let (mut name, mut first_name, mut role, mut share, mut number) = (None, None, None, None, None);
        let mut when = PeriodCells { part: self.part, ..PeriodCells::default() };
        let mut has_spans = false;
        let (mut count, mut nothing_else, mut nothing) = (0, true, true);
        for (at, cell) in row.cells().enumerate() {
            count = at + 1;
            if !columns.has(at) {
                continue;
            }
            nothing &= cell.is_empty();
            has_spans |= columns.is_span(at) && !is_blank(cell);
            if at == surname {
                name = Some(cell);
            } else if Some(at) == first {
                first_name = Some(cell.place);
            } else if Some(at) == columns.role {
                role = Some(cell.place);
            } else if Some(at) == columns.share {
                share = Some(cell);
            } else if Some(at) == columns.number {
                number = Some(cell.place);
            } else if let Some(of) = when.column(columns, at) {
                *of = Some(cell.place);
            } else if !columns.is_headed(at) {
                nothing_else &= cell.is_empty();
            }
        }
        let are_neighbours = first.is_some_and(|first| first.abs_diff(surname) == 1);
        let whole = name.map(|name| whole_name(name.place, first_name, are_neighbours));
        if nothing {
            return None;
        }
        if is_total(row, columns, whole.map(|(name, _)| name)) {
            let name = whole.map(|(name, _)| name);
            staff.totals.all.extend(kept_total(row, columns, name, share, (self.table, self.span)));
            return None;
        }
        // A blank part of the year is none, unless all of them are; what else is at fault with a row is told once.
        let is_blank_span = has_spans && share.is_none_or(is_blank);
        let is_passed_over = self.is_follower && (is_blank_span || !has_spans || !row.is_certain);
        if is_passed_over || self.is_of_other_year(row, staff) {
            return None;
        }
        if !row.is_certain {
            staff.totals.keep_unknown(self.table, row.place);
            return Some(RawCells::Torn { row: row.place.at(trimmed(row.place.raw())) });
        }
        let fits = nothing_else && columns.fit(count);
        let (Some(name), Some((whole, torn_name)), true) = (name, whole, fits) else {
            if self.is_follower {
                return None;
            }
            let role = row.cells().map(|cell| role_of(cell.place)).find(|&role| role != Role::Other);
            staff.totals.keep_unknown(self.table, row.place);
            return Some(RawCells::Malformed { row: row.place, cells: count, role });
        };
        if !self.is_follower {
            self.see_unread(row, count, staff);
            if row.has_unseen() {
                staff.hidden.cells(row, self.table, columns, self.header);
            }
        }
        if is_blank_span {
            return None;
        }
        let period = self.span.or_else(|| staff.keep_period(when.read(self.table)?));
        let code = columns.project.and_then(|at| row.cells().nth(at)).map(|cell| cell.place);
        let period = staff.with_period_beside(Beside { name: whole, role, code }, period, self.table);
        self.group = match share {
            // Over several months: nobody can say whether it is that of each, or of all of them.
            Some(share) if columns.spans != 0 && share.span().columns > 1 => Some(staff.begin_shared_group()),
            Some(share) if share.is_covered() => self.group.or_else(|| Some(staff.begin_group())),
            Some(share) if share.span().rows > 1 => Some(staff.begin_group()),
            _ => None,
        };
        self.last_role = role.map(Place::raw);
        let (share, figure) = match share {
            Some(share) => (share.place, self.figure(row, share)),
            None => (row.place, Err(PercentFault::NoColumn)),
        };
        let names_several = first.is_none() && names_several(name);
        let capacity = self.capacities.read(row, &self.columns, whole, staff);
        self.has_single_names |= first.is_none() && !name.raw().is_empty() && !name.raw().contains(' ');
        Some(RawCells::Read(ReadCells {
            name: whole,
            torn_name,
            names_several,
            role,
            number,
            period,
            capacity,
            share,
            figure,
            table: self.table,
            group: self.group,
        }))
    }

    /// Whether a row is of another year than the plan; then it is told, and is none of the plan's. One that does not say its year may be
    /// of any.
    fn is_of_other_year(&self, row: Block<'t>, staff: &mut StaffRows<'t>) -> bool {
        let Some((at, year)) = self.columns.year else { return false };
        let Some(cell) = row.cells().nth(at) else { return false };
        let own = year_in(&cell.place.words());
        let bearing = if own.is_some() { Bearing::OtherYear } else { Bearing::Unknown };
        let header = self.header.and_then(|header| header.cells().nth(at)).map_or(row.place, |cell| cell.place);
        if let Some(table) = staff.table(self.table).filter(|_| own != Some(year)) {
            // An empty cell is told, too: the row may be of any year.
            let sample = if cell.is_empty() { header } else { cell.place };
            Unread::see(&mut table.unread, at, || header, sample, bearing);
        }
        let is_of_other = own.is_some_and(|own| own != year);
        if is_of_other {
            staff.totals.keep_unknown(self.table, row.place);
        }
        is_of_other
    }

    /// What the share of a row says. Another column that may as well be the share must not say anything else, and nothing at all
    /// where a project of its own stands beside it.
    fn figure(&self, row: Block<'t>, share: Cell<'t>) -> Result<Figure, PercentFault> {
        let columns = &self.columns;
        let rival = columns.rival.and_then(|rival| row.cells().nth(rival)).filter(|rival| !rival.is_empty());
        let has_groups = columns.project.is_some() && columns.title.is_some_and(|title| columns.rival > Some(title));
        match (figure_in(share), rival) {
            (Err(PercentFault::NotCalculated), _) => Err(PercentFault::NotCalculated),
            (_, Some(rival)) if has_groups || rival.raw() != share.raw() => Err(PercentFault::TwoColumns),
            (figure, _) => figure,
        }
    }

    /// Takes in the cells of columns that are not read, of a row with so many.
    fn see_unread(&self, row: Block<'t>, cells: usize, staff: &mut StaffRows<'t>) {
        let columns = &self.columns;
        let Some(header) = self.header.filter(|_| (0..cells).any(|at| !columns.is_read(at))) else { return };
        let adds_up = |at: usize, cell: Cell<'t>| {
            let heading = || header.cells().nth(at).is_some_and(|header| says_total(&header.place.words()));
            columns.spans != 0 && heading() && is_sum_of_spans(row, columns, cell)
        };
        let share = |row: Block<'t>| columns.share.and_then(|at| row.cells().nth(at)).map(|cell| cell.place);
        let of_share = share(header).zip(share(row)).map(|(amounts, amount)| [amounts, amount]);
        let unread = row.cells().enumerate().filter(|(at, cell)| !columns.is_read(*at) && !cell.is_empty());
        let unread = unread.filter(|(at, cell)| !adds_up(*at, *cell));
        for (at, cell) in unread {
            let Some(table) = staff.table(self.table) else { return };
            let own = || header.cells().nth(at).map_or(header.place, |cell| cell.place);
            let bearing = match () {
                () if columns.is_of_other_year(at) => Bearing::OtherYear,
                // Of what may be a capacity the settings must say it, too: figures that make a hundred may be shares of that.
                () if columns.is_given && !may_head_capacity(own().raw()) => Bearing::Given,
                () => Bearing::Unknown,
            };
            if let Some([amounts, amount]) = of_share.filter(|_| bearing != Bearing::OtherYear) {
                table.beside.see(at, [own(), cell.place], [amounts, amount]);
            }
            Unread::see(&mut table.unread, at, own, cell.place, bearing);
        }
    }
}

/// Whether nothing is written in a cell that counts: no letter, no digit.
fn is_blank(cell: Cell<'_>) -> bool {
    !cell.raw().contains(char::is_alphanumeric)
}

/// Whether a cell names several people.
pub fn names_several(cell: Cell<'_>) -> bool {
    let raw = cell.raw();
    if !cell.marks().has(Mark::Lines) && !identity::may_name_several(raw) {
        return false;
    }
    let lines: Vec<_> = cell.lines().map(Place::words).collect();
    let lines: Vec<&str> = lines.iter().map(|line| &**line).filter(|line| !line.is_empty()).collect();
    identity::names_several(&lines)
}

/// A name of which the first name may stand in another cell; and whether the two cannot be read together.
pub fn whole_name<'t>(surname: Place<'t>, first: Option<Place<'t>>, are_neighbours: bool) -> (Place<'t>, bool) {
    match first {
        None => (surname, false),
        Some(first) if first.raw().is_empty() => (surname, false),
        Some(first) if surname.raw().is_empty() => (first, false),
        Some(first) => {
            let whole = if are_neighbours { surname.and(first) } else { None };
            whole.map_or((surname, true), |name| (name, false))
        }
    }
}

/// Whether a row adds up the others, or says what is left or needed: its name, or where it has none another cell, begins with the word
/// for it, and it has no role. The title of a project may begin with that word, too; but where nothing else stands in the place of the
/// project, the row is what somebody's others make, or leave.
pub fn is_total(row: Block<'_>, columns: &Columns, name: Option<Place<'_>>) -> bool {
    let cell = |at: usize| row.cells().nth(at).filter(|cell| !cell.is_empty());
    let mut project = [columns.project, columns.title].into_iter().flatten().filter_map(cell);
    if let (Some(project), None) = (project.next(), project.next())
        && is_no_project(&project.place.words())
    {
        return true;
    }
    let may_add_up = |at: usize| Some(at) != columns.title || columns.project.and_then(cell).is_none();
    let adds_up = if let Some(name) = name.filter(|name| !name.raw().is_empty()) {
        is_of_nobody(name)
    } else {
        row.cells().enumerate().any(|(at, cell)| columns.has(at) && self::adds_up(cell.place) && may_add_up(at))
    };
    adds_up && row.cells().all(|cell: Cell<'_>| role_of(cell.place) == Role::Other)
}
