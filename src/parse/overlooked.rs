//! What of a document looks like staff and was not taken for it: for who has to tell the program how a body writes.

use std::collections::HashSet;

use super::cells::is_name;
use super::figure::read_figure;
use crate::model::{Meaning, Percent, Plan};
use crate::settings::Pattern;
use crate::source::{Block, Cell, Document, Place};
use crate::vocabulary::{Clarity, Label, Vocabulary, is_indicator_code, split_objective_code};

/// What was overlooked in a document.
#[derive(Debug, Default)]
pub struct Overlooked<'t> {
    /// Tables of people or shares that were not taken for staff tables.
    pub tables: Vec<OverlookedTable<'t>>,
    /// The forms of codes that may be those of projects, the commonest first.
    pub project_codes: Vec<String>,
    /// The forms of codes that may be those of CDRs.
    pub cdr_codes: Vec<String>,
    /// The headers of columns of staff tables that seem to hold the codes of projects.
    pub project_headers: Vec<String>,
}

/// A table that was not taken for a staff table; all that have the same header are one.
#[derive(Debug)]
pub struct OverlookedTable<'t> {
    /// Its first row.
    pub place: Place<'t>,
    /// How many there are.
    pub count: usize,
    /// Its headers.
    pub columns: Vec<OverlookedColumn<'t>>,
}

/// A column of such a table.
#[derive(Debug, Clone, Copy)]
pub struct OverlookedColumn<'t> {
    /// What stands in the first row.
    pub header: Place<'t>,
    /// What that means, if it is known.
    pub known: Option<Meaning>,
    /// What the cells below it look like: people, or shares.
    pub looks: Option<Meaning>,
}

impl OverlookedTable<'_> {
    /// Whether a column with a meaning is known, or looks like one.
    pub fn has(&self, meaning: Meaning) -> bool {
        self.columns.iter().any(|column| column.known == Some(meaning) || column.looks == Some(meaning))
    }
}

/// Looks through a document of a plan for what was overlooked.
pub fn overlooked<'t>(plan: &Plan<'t>, document: &'t Document, vocabulary: Vocabulary<'_>) -> Overlooked<'t> {
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

struct Search<'a, 't> {
    vocabulary: Vocabulary<'a>,
    /// The headers that were taken, to the letter.
    headers: HashSet<&'t str>,
    /// The lines of rows that were taken.
    lines: HashSet<u32>,
    /// Those of them that stand under no project.
    without_project: HashSet<u32>,
    /// The form of the last code that stands at the head of a line.
    code: Option<String>,
    found: Overlooked<'t>,
}

impl<'a, 't> Search<'a, 't> {
    fn new(plan: &Plan<'t>, document: &'t Document, vocabulary: Vocabulary<'a>) -> Self {
        let is_here = |place: Place<'_>| std::ptr::eq(place.document(), document);
        let accepted = plan.commitments.iter().map(|row| (row.name, Some(row.sheet)));
        let rejected = plan.rejected.iter().filter_map(|row| Some((row.faults.first()?.place, row.sheet)));
        let mut search = Self {
            vocabulary,
            headers: plan.headers.iter().map(|header| header.place.raw()).collect(),
            lines: HashSet::new(),
            without_project: HashSet::new(),
            code: None,
            found: Overlooked::default(),
        };
        for (place, sheet) in accepted.chain(rejected).filter(|(place, _)| is_here(*place)) {
            search.lines.insert(place.line());
            if sheet.is_some_and(|sheet| plan.sheets[sheet].code.is_none()) {
                search.without_project.insert(place.line());
            }
        }
        // Rows of summaries and indicators were read, too.
        let listings = plan.projects.iter().flat_map(|project| &project.listings).map(|listing| listing.place);
        let indicators = plan.sheets.iter().flat_map(|sheet| &sheet.indicators).map(|indicator| indicator.code);
        search.lines.extend(listings.chain(indicators).filter(|place| is_here(*place)).map(Place::line));
        let without_code = plan.sheets.iter().filter(|sheet| sheet.code.is_none()).map(|sheet| sheet.place);
        for form in without_code.filter(|place| is_here(*place)).filter_map(|place| form_of(&place.words(), vocabulary))
        {
            keep(&mut search.found.project_codes, form);
        }
        search
    }

    /// Takes in a line: it may begin with a code, or tell that the one before was that of a CDR.
    fn line(&mut self, block: Block<'t>) {
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

    /// Takes in the rows of a table.
    fn table(&mut self, rows: &[Block<'t>]) {
        let is_taken =
            |row: &Block<'t>| self.headers.contains(row.place.raw()) || self.lines.contains(&row.place.line());
        let is_without_project = rows.iter().any(|row| self.without_project.contains(&row.place.line()));
        if !rows.iter().any(is_taken) {
            let Some(table) = looked_at(rows, self.vocabulary) else { return };
            self.keep_table(table);
        } else if !is_without_project || self.codes_in(rows) {
            return;
        }
        if let Some(form) = self.code.take() {
            keep(&mut self.found.project_codes, form);
        }
    }

    /// Looks for a column of codes in a staff table that stands under no project; tells whether there is one.
    fn codes_in(&mut self, rows: &[Block<'t>]) -> bool {
        let Some(header) = rows.iter().find(|row| self.headers.contains(row.place.raw())) else { return false };
        for (at, title) in header.cells().enumerate().filter(|(_, title)| self.vocabulary.header(title.raw()).is_none())
        {
            let cells =
                rows.iter().filter(|row| row.place.line() > header.place.line()).filter_map(|row| row.cells().nth(at));
            let written: Vec<_> = cells.filter(|cell| !cell.is_empty()).map(|cell| cell.place.words()).collect();
            let forms: Vec<String> = written.iter().filter_map(|words| form_of(words, self.vocabulary)).collect();
            let known = written.iter().filter(|words| self.vocabulary.split_project_code(words).is_some()).count();
            if !written.is_empty() && forms.len() + known == written.len() {
                keep(&mut self.found.project_headers, title.place.words().into_owned());
                for form in forms {
                    keep(&mut self.found.project_codes, form);
                }
                return true;
            }
        }
        false
    }

    fn keep_table(&mut self, table: OverlookedTable<'t>) {
        let mut known = self.found.tables.iter_mut();
        match known.find(|known| known.place.raw() == table.place.raw()) {
            Some(known) => known.count += 1,
            None => self.found.tables.push(table),
        }
    }
}

fn keep(forms: &mut Vec<String>, form: String) {
    if !forms.contains(&form) {
        forms.push(form);
    }
}

/// A table that looks like staff: a column of people and one of shares, by their headers or their cells.
fn looked_at<'t>(rows: &[Block<'t>], vocabulary: Vocabulary<'_>) -> Option<OverlookedTable<'t>> {
    /// So many rows tell what a column holds.
    const ROWS: usize = 50;
    let mut rows = rows.iter().filter(|row| row.cells().any(|cell| !is_rule(cell.raw())));
    let header = *rows.find(|row| row.cells().filter(|cell| !cell.is_empty()).count() > 1)?;
    let data: Vec<Vec<Cell<'t>>> = rows.take(ROWS).map(|row| row.cells().collect()).collect();
    let columns = header.cells().enumerate().map(|(at, cell)| {
        let cells: Vec<Cell<'t>> = data.iter().filter_map(|row| row.get(at).copied()).collect();
        let known = vocabulary.header(cell.raw()).filter(|header| header.clarity > Clarity::Doubtful);
        OverlookedColumn { header: cell.place, known: known.map(|header| header.meaning), looks: looks_like(&cells) }
    });
    let table = OverlookedTable { place: header.place, count: 1, columns: columns.collect() };
    let has_share = table.has(Meaning::Share) || table.has(Meaning::Hours);
    let has_person = table.has(Meaning::Person) || table.has(Meaning::Surname);
    (has_share && has_person && !data.is_empty()).then_some(table)
}

/// What most of the cells of a column look like.
fn looks_like(cells: &[Cell<'_>]) -> Option<Meaning> {
    let most = |is: fn(&str) -> bool| {
        let written = cells.iter().filter(|cell| !cell.is_empty());
        let alike = written.clone().filter(|cell| is(&cell.place.words())).count();
        alike > 0 && alike * 3 >= written.count() * 2
    };
    if most(looks_like_share) {
        Some(Meaning::Share)
    } else if most(looks_like_person) {
        Some(Meaning::Person)
    } else {
        None
    }
}

fn looks_like_share(words: &str) -> bool {
    read_figure(words).is_ok_and(|figure| figure.signed || figure.percent <= Percent::HUNDRED)
}

/// Two to four words with a capital each.
fn looks_like_person(words: &str) -> bool {
    let parts = || words.split(' ');
    is_name(words)
        && (2..=4).contains(&parts().count())
        && parts().all(|word| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit()))
}

fn is_rule(cell: &str) -> bool {
    cell.bytes().all(|byte| matches!(byte, b'-' | b':'))
}

/// The form of the code with which a text begins, if it begins with one that is not known: its digits are `#`.
fn form_of(words: &str, vocabulary: Vocabulary<'_>) -> Option<String> {
    let code = words.split(' ').next()?.trim_end_matches([':', ';', ',', '.', '-', '–']);
    let has = |is: fn(char) -> bool| code.contains(is);
    let is_code = (2..=16).contains(&code.len())
        && has(|c| c.is_ascii_digit())
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && !has(|c| c.is_lowercase() || "()[]%€*#@'\"".contains(c))
        && vocabulary.split_project_code(words).is_none()
        && vocabulary.split_cdr_code(words).is_none()
        && split_objective_code(words).is_none()
        && !is_indicator_code(code);
    let written: String = code.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
    let form = Pattern { written, range: 0..0 };
    (is_code && form.is_telling()).then_some(form.written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_at_the_head_of_a_line_have_their_form() {
        let form = |words| form_of(words, Vocabulary::default());
        assert_eq!(form("OB.12 Anticorruzione").as_deref(), Some("OB.##"));
        assert_eq!(form("S01: Servizio").as_deref(), Some("S##"));
        for other in
            ["2024_PD_0411 Titolo", "12. Anticorruzione", "Art. 90", "M_0411_1_1", "PNRR", "art.12 bis", "COVID"]
        {
            assert_eq!(form(other), None, "{other}");
        }
    }

    #[test]
    fn people_and_shares_are_known_by_their_looks() {
        assert!(looks_like_person("Rossi Anna") && looks_like_person("D'Angelo Maria Pia"));
        assert!(!looks_like_person("Rossi") && !looks_like_person("Numero di atti") && !looks_like_person("Titolo 1"));
        assert!(
            looks_like_share("20 %") && looks_like_share("0,5") && !looks_like_share("1548") && !looks_like_share("x")
        );
    }
}
