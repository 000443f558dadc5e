//! Every table of a document: what it was taken for, what its columns hold, and what looks like staff and was not taken for it.
//! For who has to tell the program how a body writes.

mod base;
mod forms;
mod looks;
mod table;
mod twice;
mod work;

use forms::{form_of, keep};
use looks::looked_at;
pub use table::{ColumnSeen, TableSeen, TableShape, WhyUnread};
pub use twice::{BaseSeen, RowsTwice, SaidTwice};
pub use work::{BaseKnown, WorkSeen};

use foldhash::{HashMap, HashSet};

use crate::model::{Header, Meaning, Plan};
use crate::source::{Block, Cell, Document, Place};
use crate::vocabulary::{Label, Vocabulary, may_head_grades};

/// The tables of a document, and the codes that are not known.
#[derive(Debug, Default)]
pub struct Inventory<'t> {
    /// The tables; all that have the same header are one.
    pub tables: Vec<TableSeen<'t>>,
    /// The forms of codes that may be those of projects, the commonest first.
    pub project_codes: Vec<String>,
    /// The forms of codes that may be those of CDRs.
    pub cdr_codes: Vec<String>,
    /// The headers of columns of staff tables that seem to hold the codes of projects.
    pub project_headers: Vec<String>,
}

/// The inventory of a document of a plan.
pub fn inventory<'t>(plan: &Plan<'t>, document: &'t Document, vocabulary: Vocabulary<'_>) -> Inventory<'t> {
    let mut search = Search::new(plan, document, vocabulary);
    let mut rows: Vec<Block<'t>> = Vec::new();
    for block in document.blocks() {
        if !block.is_row() || !block.is_glued {
            search.table(&std::mem::take(&mut rows));
        }
        if block.is_row() {
            rows.push(block);
        } else {
            search.line(block);
        }
    }
    search.table(&rows);
    search.found
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Accepted,
    Rejected,
    Listed,
    Indicator,
}

struct Search<'a, 't> {
    vocabulary: Vocabulary<'a>,
    /// The headers that were taken, to the letter, with their number among those of the plan.
    headers: HashMap<&'t str, &'a Header<'t>>,
    /// The lines of rows that were taken, and how many commitments stand on each: accepted and rejected ones.
    lines: HashMap<u32, Fate>,
    counts: HashMap<u32, [usize; 2]>,
    /// Those of rows of commitments under no project.
    without_project: HashSet<u32>,
    /// The tables by their shape and headers.
    known: HashMap<(TableShape, String), usize>,
    /// The table of commitments that was seen last: rows below a gap may go on with it.
    last: Option<usize>,
    /// The form of the last code that stands at the head of a line.
    code: Option<String>,
    found: Inventory<'t>,
}

impl<'a, 't> Search<'a, 't> {
    fn new(plan: &'a Plan<'t>, document: &'t Document, vocabulary: Vocabulary<'a>) -> Self {
        let is_here = |place: Place<'_>| std::ptr::eq(place.document(), document);
        // In a matrix, the name may stand above.
        let accepted = plan.commitments.iter().map(|row| (row.figure, Some(row.sheet), Fate::Accepted));
        let rejected = plan.rejected.iter();
        let rejected = rejected.filter_map(|row| Some((row.faults.first()?.place, row.sheet, Fate::Rejected)));
        let rows = || rejected.clone().chain(accepted.clone()).filter(|(place, ..)| is_here(*place));
        let is_lost = |sheet: Option<usize>| sheet.is_some_and(|sheet| plan.sheets[sheet].code.is_none());
        // Rows of summaries and indicators were read, too.
        let listings = plan.projects.iter().flat_map(|project| &project.listings);
        let listings = listings.map(|listing| (listing.place, Fate::Listed));
        let indicators = plan.sheets.iter().flat_map(|sheet| &sheet.indicators);
        let indicators = indicators.map(|indicator| (indicator.code, Fate::Indicator));
        let others = listings.chain(indicators).filter(|(place, _)| is_here(*place));
        let headers = plan.headers.iter().filter(|header| is_here(header.place));
        let mut counts: HashMap<u32, [usize; 2]> = HashMap::default();
        for (place, _, fate) in rows() {
            counts.entry(place.line()).or_default()[usize::from(fate == Fate::Rejected)] += 1;
        }
        let mut search = Self {
            counts,
            vocabulary,
            headers: headers.map(|header| (header.place.raw(), header)).collect(),
            lines: others
                .chain(rows().map(|(place, _, fate)| (place, fate)))
                .map(|(place, fate)| (place.line(), fate))
                .collect(),
            without_project: rows().filter(|(_, sheet, _)| is_lost(*sheet)).map(|(place, ..)| place.line()).collect(),
            known: HashMap::default(),
            last: None,
            code: None,
            found: Inventory::default(),
        };
        let without_code = plan.sheets.iter().filter(|sheet| sheet.code.is_none()).map(|sheet| sheet.place);
        for form in without_code.filter(|place| is_here(*place)).filter_map(|place| form_of(&place.words(), vocabulary))
        {
            keep(&mut search.found.project_codes, form);
        }
        search
    }

    /// Takes in a line: it may be a header, begin with a code, or tell that the one before was that of a CDR.
    fn line(&mut self, block: Block<'t>) {
        if let Some(header) = block.runs().find_map(|run| self.headers.get(run.raw()).copied()) {
            self.last = Some(self.keep_header(header));
        }
        let Some(run) = block.runs().next() else { return };
        if matches!(self.vocabulary.take_label(run.raw(), false), Some((Label::Director, _))) {
            if let Some(form) = self.code.take() {
                keep(&mut self.found.cdr_codes, form);
            }
        } else if let Some(form) = form_of(&run.words(), self.vocabulary) {
            self.code = Some(form);
        } else if self.vocabulary.split_project_code(run.raw()).is_some() {
            self.code = None;
        }
        if self.vocabulary.split_cdr_heading(run.raw()).is_some() {
            self.code = None;
        }
    }

    /// Takes in rows that stand right below each other.
    fn table(&mut self, rows: &[Block<'t>]) {
        let rows: Vec<Block<'t>> =
            rows.iter().copied().filter(|row| !row.is_rule() && row.unseen().is_none()).collect();
        let fates: Vec<Option<Fate>> = rows.iter().map(|row| self.lines.get(&row.place.line()).copied()).collect();
        let is_taken = |(row, fate): (&Block<'t>, &Option<Fate>)| {
            matches!(fate, Some(Fate::Accepted | Fate::Rejected)) || self.headers.contains_key(row.place.raw())
        };
        if rows.iter().zip(&fates).any(is_taken) {
            self.people(&rows, &fates);
            let is_lost = |row: &Block<'t>| self.without_project.contains(&row.place.line());
            if !rows.iter().any(is_lost) || self.codes_in(&rows) {
                return;
            }
        } else {
            let Some(table) = looked_at(&rows, shape_of(&fates), self.vocabulary) else { return };
            let is_overlooked = table.is_overlooked();
            self.codes_of_work(&table, &rows);
            self.keep_table(table);
            if !is_overlooked {
                return;
            }
        }
        if let Some(form) = self.code.take() {
            keep(&mut self.found.project_codes, form);
        }
    }

    /// Takes in rows among which those of a table of commitments are, or its header.
    fn people(&mut self, rows: &[Block<'t>], fates: &[Option<Fate>]) {
        for (row, fate) in rows.iter().zip(fates) {
            if let Some(header) = self.headers.get(row.place.raw()).copied() {
                self.last = Some(self.keep_header(header));
                continue;
            }
            let Some(table) = self.last.map(|at| &mut self.found.tables[at]) else { continue };
            if !matches!(fate, Some(Fate::Accepted | Fate::Rejected)) {
                continue;
            }
            let [accepted, rejected] = self.counts.get(&row.place.line()).copied().unwrap_or_default();
            table.accepted += accepted;
            table.rejected += rejected;
            table.see(*row);
            if let Some(work) = &mut table.work {
                work.see(*row);
            }
        }
    }

    /// Takes in the forms of the codes of projects in a table of working time that was overlooked.
    fn codes_of_work(&mut self, table: &TableSeen<'t>, rows: &[Block<'t>]) {
        let Some(at) = table.project_of_work() else { return };
        let below = rows.iter().filter(|row| row.place.line() > table.place.line());
        for form in below.filter_map(|row| form_of(&row.cells().nth(at)?.place.words(), self.vocabulary)) {
            keep(&mut self.found.project_codes, form);
        }
    }

    /// The number of the table with a header.
    fn keep_header(&mut self, header: &Header<'t>) -> usize {
        let columns = header.columns.iter().map(|&(header, known)| ColumnSeen {
            header,
            known,
            looks: None,
            samples: Vec::new(),
        });
        let is_flat =
            header.columns.iter().any(|(_, meaning)| matches!(meaning, Some(Meaning::Project | Meaning::Title)));
        let shape = match header.is_matrix {
            true => TableShape::Matrix,
            false if is_flat => TableShape::Flat,
            false => TableShape::Staff,
        };
        let (place, columns) = (header.place, columns.collect());
        // The figures of a matrix are those of its columns, whatever they are called.
        let work = WorkSeen::of(header.columns.iter().map(|(header, _)| *header)).filter(|_| !header.is_matrix);
        self.keep_table(TableSeen { place, count: 1, shape, accepted: 0, rejected: 0, columns, work })
    }

    /// Keeps a table, or counts it with those that have the same header; its number.
    fn keep_table(&mut self, table: TableSeen<'t>) -> usize {
        let headers: Vec<_> = table.columns.iter().map(|column| column.header.words()).collect();
        let at = *self.known.entry((table.shape, headers.join("\n"))).or_insert(self.found.tables.len());
        match self.found.tables.get_mut(at) {
            Some(known) => {
                known.count += table.count;
                if let (Some(known), Some(work)) = (&mut known.work, table.work) {
                    known.join(work);
                }
            }
            None => self.found.tables.push(table),
        }
        at
    }

    /// Looks for a column of codes in a staff table that stands under no project; tells whether there is one.
    fn codes_in(&mut self, rows: &[Block<'t>]) -> bool {
        let Some(header) = rows.iter().find(|row| self.headers.contains_key(row.place.raw())) else { return false };
        // Grades have codes, too.
        let may_hold_codes =
            |title: &Cell<'t>| self.vocabulary.header(title.raw()).is_none() && !may_head_grades(&title.place.words());
        let columns: Vec<(usize, Cell<'t>)> =
            header.cells().enumerate().filter(|(_, title)| may_hold_codes(title)).collect();
        for (at, title) in columns {
            let cells =
                rows.iter().filter(|row| row.place.line() > header.place.line()).filter_map(|row| row.cells().nth(at));
            let written: Vec<_> = cells.filter(|cell| !cell.is_empty()).map(|cell| cell.place.words()).collect();
            let forms: Vec<String> = written.iter().filter_map(|words| form_of(words, self.vocabulary)).collect();
            let known = written.iter().filter(|words| self.vocabulary.split_project_code(words).is_some()).count();
            let is_of_grades = known == 0 && forms.iter().all(|form| form.len() == 2);
            if !written.is_empty() && forms.len() + known == written.len() && !is_of_grades {
                keep(&mut self.found.project_headers, title.place.words().into_owned());
                for form in forms {
                    keep(&mut self.found.project_codes, form);
                }
                return true;
            }
        }
        false
    }
}

/// What a table is of which some rows were read as something else than commitments; none if none was.
fn shape_of(fates: &[Option<Fate>]) -> Option<TableShape> {
    let has = |fate| fates.contains(&Some(fate));
    let listed = has(Fate::Listed).then_some(TableShape::Summary);
    if has(Fate::Indicator) { Some(TableShape::Indicators) } else { listed }
}
