//! Blocks → the parts of one document: CDRs, summaries, sheets, staff rows.

use super::cells::adds_up;
use super::columns::Columns;
use super::context::{Context, rest_of};
use super::glance::{begins_cdr, is_data, is_prose};
use super::headings::Strength;
use super::part::Part;
use super::percentages;
use super::rows::{RawCells, RawRow};
use super::tables::{self, Card, Open, PeopleHeader, Table, is_staff_line};
use crate::source::{Block, BlockKind, Blocks, Cell, Document, Mark, Place, RemarkKind};
use crate::vocabulary::{Label, Vocabulary, begins_section, is_number_of_page, split_objective_code};

/// Walks one document from end to end.
pub fn walk<'t>(document: &'t Document, vocabulary: Vocabulary<'t>) -> Part<'t> {
    let context = Context::new(document, vocabulary);
    let mut walker = Walker {
        context,
        table: None,
        rows_since_gap: 0,
        is_interrupted: false,
        begins_table: false,
        left: None,
        resembles: false,
    };
    let mut unread = document.remarks().iter().filter(|remark| remark.kind == RemarkKind::Unread).peekable();
    let mut worksheets = document.worksheets().iter().map(|&begin| begin as usize).peekable();
    let mut blocks = document.blocks();
    while let Some(block) = blocks.next() {
        while let Some(begin) = worksheets.next_if(|begin| *begin <= block.place.offset()) {
            walker.begin_worksheet(begin);
        }
        while unread.next_if(|remark| remark.offset <= block.place.offset()).is_some() {
            walker.context.lose_track();
            walker.table = None;
        }
        let known = walker.rows();
        if block.is_row() {
            walker.row(block, &blocks);
        } else {
            walker.line(block, &blocks);
        }
        walker.account(block, known);
    }
    walker.context.finished()
}

struct Walker<'t> {
    context: Context<'t>,
    /// The table that is being read.
    table: Option<Open<'t>>,
    /// The rows since the last blank line or text.
    rows_since_gap: usize,
    /// Whether something else stands between the last row of the table and what comes next.
    is_interrupted: bool,
    /// Whether the line that is being read has begun a table.
    begins_table: bool,
    /// Whether the table has ended, and by what: what looks like rows of it may be some, and nothing says so.
    left: Option<Left>,
    /// Whether the row that is being read, which is of no table that is known, looks like those of the table that has ended.
    resembles: bool,
}

/// By what a table of people has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// By the worksheet on which it stands.
    Worksheet,
    /// By a line, or the title of something, that may head another project.
    Title,
    /// By a row that may be the header of another table.
    Header,
}

impl<'t> Walker<'t> {
    /// Begins a worksheet: a table of one project ends with the one before.
    fn begin_worksheet(&mut self, begin: usize) {
        match self.table.as_mut().and_then(|table| table.people()) {
            Some((people, _)) if !people.columns.is_flat() => self.left = Some(Left::Worksheet),
            Some(_) => {}
            None => self.table = None,
        }
        self.context.begin_worksheet(begin);
    }

    /// How many rows of commitments were taken in: those of tables, and stray ones.
    fn rows(&self) -> (usize, usize) {
        (self.context.staff.len(), self.context.part.rejected.len())
    }

    /// Accounts for the figures with a percent sign of a block, before which so many rows had been taken in.
    fn account(&mut self, block: Block<'t>, (in_tables, stray): (usize, usize)) {
        let resembles = std::mem::take(&mut self.resembles);
        let context = &mut self.context;
        if context.staff.len() > in_tables {
            context.staff.count_percentages(in_tables, percentages::count(block.place.raw()));
        } else if context.part.rejected.len() == stray && block.unseen().is_none() {
            let is_known = self.table.is_some() && self.left.is_none();
            if block.is_row() {
                context.ledger.row(block, (is_known, resembles), context.vocabulary);
            } else {
                context.ledger.line(block);
            }
        }
    }

    /// Takes a row: it begins a table, goes on with one, or stands alone.
    fn row(&mut self, row: Block<'t>, rest: &Blocks<'t>) {
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
        let lists_before = std::mem::take(&mut self.context.lists) && row.is_glued;
        let is_skimmed = self.table.as_ref().is_some_and(|table| table.is_skimmed());
        if (is_skimmed && !may_be_of_people && !tables::may_matter(row)) || row.is_rule() {
            return;
        }
        let Some(Cell { place: first, .. }) = row.first_cell() else { return };
        let table = Table::of(row, first, may_be_of_people, &self.context);
        let begin = table.as_ref().and_then(|table| tables::recognised(table, self.context.vocabulary));
        if table.is_some_and(|table| table.has_no_columns()) {
            self.context.keep_no_header(row);
        }
        if let Some(begin) = begin {
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

    /// Ends the table. Of one of people it is remembered where its columns are; rows of a flat one say themselves what they are.
    fn leave(&mut self, by: Left) {
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
        let columns = self.table.as_mut().and_then(|table| table.people()).map(|(people, _)| people.columns);
        let vocabulary = self.context.vocabulary;
        self.context.staff.hidden.row(row, why, columns, |row| Columns::of_header(row, vocabulary));
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
        let may_stand_here =
            self.rows_since_gap < FIRST_ROWS || self.table.as_mut().is_none_or(|table| table.people().is_some());
        may_stand_here && !(row.is_certain && is_data(row))
    }

    /// Takes a line of text.
    fn line(&mut self, line: Block<'t>, rest: &Blocks<'t>) {
        if !line.is_glued && self.context.has_text() {
            self.context.close_text();
        }
        if self.is_cell_of_people(line) {
            return;
        }
        self.rows_since_gap = 0;
        self.context.lists = false;
        self.is_interrupted = true;
        let (beginnings, cdr) = (self.context.beginnings, self.context.cdr);
        let is_text = self.text(line, rest);
        if self.context.beginnings != beginnings || self.context.cdr != cdr {
            // A table that is begun by a line of text says so; a flat one says itself of which project its rows are.
            let people = self.table.as_mut().and_then(|table| table.people());
            let goes_on = people.is_some_and(|(people, _)| people.columns.is_flat());
            if !std::mem::take(&mut self.begins_table) && !goes_on {
                self.table = None;
            }
        } else if is_text && self.left.is_none() && !self.goes_on(line) {
            self.leave(Left::Title);
        }
    }

    /// Whether the table goes on after a line of text that begins nothing that is known.
    fn goes_on(&mut self, line: Block<'t>) -> bool {
        let Some((people, _)) = self.table.as_mut().and_then(|table| table.people()) else { return false };
        let is_flat = people.columns.is_flat();
        let mut runs = line.runs();
        let only = runs.next().filter(|_| runs.next().is_none());
        let stands_out = line.kind == BlockKind::Heading || (line.begins_bold() && only.is_some());
        // Within a paragraph only what has a project's code may be the heading of one.
        let least = if stands_out || !line.is_glued { Strength::Weak } else { Strength::Strong };
        is_flat || !self.context.suspect(only.unwrap_or(line.place), stands_out, least)
    }

    /// Takes a line of text; tells whether it is nothing but text.
    fn text(&mut self, line: Block<'t>, rest: &Blocks<'t>) -> bool {
        let context = &mut self.context;
        let raw = line.place.raw();
        if context.sheet.is_some() && is_staff_line(raw) {
            tables::stray(line, context);
            return false;
        }
        if context.cdr.is_none() && context.sheet.is_none() {
            context.part.title_page.read(line.place);
        }
        // What is bold is a heading, and no cell that became a line.
        if !line.begins_bold() && tables::indicators_named(line.place, context) {
            self.table = None;
            return false;
        }
        let vocabulary = context.vocabulary;
        let may_head = || vocabulary.may_head_project(raw);
        let is_paragraph = line.kind == BlockKind::Paragraph;
        if !context.is_in_text() && is_paragraph && is_prose(line, vocabulary) && !may_head() {
            return true;
        }
        // A code inside a paragraph of prose is a mention, not the head of a sheet.
        let is_head =
            context.sheet.is_none() || !line.is_glued || line.kind == BlockKind::Heading || line.begins_bold();
        let mut after_label = true;
        for (at, run) in line.runs().enumerate() {
            if at == 0 && (self.cdr_heading(run, line, rest) || (is_head && self.ends_with_code(run, line))) {
                return false;
            }
            after_label = self.run(run, is_head && after_label);
        }
        true
    }

    /// Takes a heading that ends with the code of a project, if it does.
    fn ends_with_code(&mut self, run: Place<'t>, line: Block<'t>) -> bool {
        let is_whole = run.raw().len() + 8 >= line.place.raw().len();
        let stands_out = line.kind == BlockKind::Heading || (line.begins_bold() && is_whole);
        let vocabulary = self.context.vocabulary;
        let may_end = stands_out && vocabulary.may_head_project(line.place.raw());
        let found = if may_end { vocabulary.split_code_at_end(run.raw()) } else { None };
        if let Some((code, title)) = found {
            self.context.begin_sheet(run.at(code), rest_of(run, title));
        }
        found.is_some()
    }

    /// Takes a stretch of a line; tells whether it was a label and nothing else.
    fn run(&mut self, run: Place<'t>, may_head_sheet: bool) -> bool {
        let raw = run.raw();
        let vocabulary = self.context.vocabulary;
        if vocabulary.may_begin_with_project(raw) {
            if let Some((code, rest)) = vocabulary.split_project_code(raw).filter(|_| may_head_sheet) {
                self.context.begin_sheet(run.at(code), rest_of(run, rest));
                return false;
            }
            if let Some((code, rest)) = split_objective_code(raw) {
                self.context.begin_objective(run.at(code), rest_of(run, rest));
                return false;
            }
        }
        let heading = if may_head_sheet { vocabulary.split_project_heading(raw) } else { None };
        if let Some((code, rest)) = heading {
            self.context.begin_sheet(run.at(code), rest_of(run, rest));
            return false;
        }
        let Some((label, rest)) = vocabulary.take_label(raw, self.context.in_reference) else {
            self.context.write(run);
            return false;
        };
        let rest = rest_of(run, rest);
        self.context.begin(label);
        if label == Label::Staff {
            self.begin_staff(run);
        }
        match rest {
            None => true,
            Some(rest) if matches!(label, Label::Objective(_) | Label::SheetKind) => {
                self.run(rest, label == Label::SheetKind)
            }
            Some(rest) => {
                self.context.write(rest);
                false
            }
        }
    }

    /// Begins a staff table of which only the header is written, in one line.
    fn begin_staff(&mut self, header: Place<'t>) {
        let header = PeopleHeader::plain(header);
        tables::keep_header(&header, None, &mut self.context);
        self.table = Some(tables::begin_staff(&header, None, &mut self.context));
        (self.begins_table, self.left) = (true, None);
    }

    /// Takes a line for the heading of a CDR, if it looks like one and what follows bears it out:
    /// the list of contents names the CDRs in the same words.
    fn cdr_heading(&mut self, run: Place<'t>, line: Block<'t>, rest: &Blocks<'t>) -> bool {
        let context = &mut self.context;
        let vocabulary = context.vocabulary;
        let Some((code, name)) = vocabulary.split_cdr_heading(run.raw()) else { return false };
        let is_heading = line.kind == BlockKind::Heading;
        let is_title = is_heading && code.len() == 2 && !name.chars().any(char::is_lowercase);
        // Below a heading a line or two may stand before its matter.
        let ahead = if is_heading { 3 } else { 1 };
        if !rest.clone().take(ahead).any(|block| begins_cdr(block, vocabulary)) {
            if context.is_heading_of_cdr(run.raw()) {
                // The head of a new page, not of a new CDR.
                return true;
            }
            if !is_title || context.sheet.is_some() {
                return false;
            }
        }
        let cdr = context.cdr_of(run, None);
        context.begin_cdr(cdr);
        true
    }

    /// Takes a line right below the rows of a table of people for a row without cells, unless it
    /// begins something else, or is what every page has.
    fn is_cell_of_people(&mut self, line: Block<'t>) -> bool {
        let of_table = if self.left.is_some() { None } else { self.table.as_mut().and_then(|table| table.people()) };
        let Some((_, sheet)) = of_table else { return false };
        let (context, raw) = (&mut self.context, line.place.raw());
        // What a page has at its top or foot stands between two parts of the table, which go on after it.
        if (!raw.contains('%') && is_number_of_page(raw)) || context.is_heading_of_cdr(raw) {
            return true;
        }
        let vocabulary = context.vocabulary;
        let begins_something = |run: Place<'t>| {
            vocabulary.split_project_code(run.raw()).is_some()
                || split_objective_code(run.raw()).is_some()
                || vocabulary.split_cdr_heading(run.raw()).is_some()
                || vocabulary.take_label(run.raw(), false).is_some()
        };
        let is_cell =
            line.is_glued && line.kind == BlockKind::Paragraph && !line.runs().next().is_none_or(begins_something);
        if self.is_interrupted {
            return false;
        }
        if is_cell && begins_section(&line.place.words()) {
            return false;
        }
        if is_cell && !adds_up(line.place) {
            let cells = RawCells::Malformed { row: line.place, cells: 1, role: None };
            context.staff.push(RawRow { sheet, cells, percentages: 0 });
        }
        is_cell
    }
}

/// Whether a row that is not known may be the header of a table: it has several cells, and no figure.
fn may_head_table(row: Block<'_>) -> bool {
    let raw = row.place.raw();
    !raw.contains(|c: char| c.is_ascii_digit()) && row.cells().filter(|cell| !cell.is_empty()).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::BlockKind::{Heading, Paragraph, Row};
    use crate::source::{Content, Part as CellPart, Structure, StructuredBlock};

    /// What a walk found, in short: CDRs, projects listed, sheets with their title, accepted and rejected rows.
    fn found(document: &Document) -> [Vec<String>; 5] {
        let part = walk(document, Vocabulary::default());
        let title = |sheet: &crate::model::Sheet<'_>| {
            let title = sheet.title.as_ref().map(|title| title.words().into_owned()).unwrap_or_default();
            format!("{} {title}", sheet.code.as_deref().unwrap_or("-"))
        };
        [
            part.cdrs.iter().map(|cdr| format!("{} {}", cdr.code, cdr.name)).collect(),
            part.listings.iter().map(|listing| listing.code.to_string()).collect(),
            part.sheets.iter().map(title).collect(),
            part.rows.iter().map(|row| format!("{} {} {}", row.sheet, row.name.words(), row.percent)).collect(),
            part.rejected.iter().map(|row| format!("{:?}", row.faults[0].reason)).collect(),
        ]
    }

    fn of_text(text: &str) -> [Vec<String>; 5] {
        found(&Document::new("plan.md".into(), true, 0, text.to_owned()))
    }

    /// A document of blocks that a reader has told: what each is, whether it is certain, and its parts.
    fn of_blocks(blocks: &[(crate::source::BlockKind, bool, &[&str])]) -> [Vec<String>; 5] {
        let (mut text, mut structure) = (String::new(), Structure::default());
        for (line, (kind, is_certain, parts)) in (1..).zip(blocks) {
            let start = u32::try_from(text.len()).unwrap();
            let ranges: Vec<_> = parts
                .iter()
                .map(|part| {
                    let begin = u32::try_from(text.len()).unwrap();
                    text += part;
                    let range = begin..u32::try_from(text.len()).unwrap();
                    text.push('\t');
                    range
                })
                .collect();
            let range = start..u32::try_from(text.len() - 1).unwrap();
            text.push('\n');
            structure
                .push(StructuredBlock::new(*kind, range, line, *kind == Row), ranges.into_iter().map(CellPart::plain));
            if !is_certain {
                structure.doubt_last();
            }
        }
        found(&Document::new("d".into(), true, 0, Content { text, structure: Some(structure), ..Content::default() }))
    }

    const STAFF: &[&str] = &["Nome Soggetto", "Relazione Personale", "Impegno Personale"];

    #[test]
    fn a_plan_in_text() {
        let text = "## 04 - UNO\n\nDirigente: Rossi Ada\n\nIndirizzo\tObiettivo\tCodice Progetto\tProgetto\nx\ty\t2024_PD_0411\tAtti\n\n\
            **2024_PD_0411**\n\n**Atti** e fatti\n\nNome Soggetto\tRelazione Personale\tImpegno Personale\nRossi Ada\tDirigente\t3,00 %\n\
            Verdi\tPortavoce\t4,00 %\nBianchi\t5,00 %\n\n| Nome | Ruolo |\n";
        let [cdrs, listings, sheets, rows, rejected] = of_text(text);
        assert_eq!((cdrs.concat(), listings.concat()), ("04 UNO".to_owned(), "2024_PD_0411".to_owned()));
        assert_eq!((sheets, rejected), (vec!["2024_PD_0411 Atti e fatti".to_owned()], vec!["Malformed(2)".to_owned()]));
        assert_eq!(rows, ["0 Rossi Ada 3.00", "0 Verdi 4.00"]);
    }

    #[test]
    fn a_table_goes_on_over_a_page_and_ends_with_what_begins_something_else() {
        let header = "Nome Soggetto\tRelazione Personale\tImpegno Personale\n";
        let text = format!(
            "2024_PD_0411\n\n{header}Rossi\tDirigente\t3 %\n\nPagina 2\n\n{header}Verdi\tDirigente\t4 %\n\n\
            Bianchi\tDipendente\t5 %\n\nProgetto\n\n2024_PD_0412\n\n{header}Neri\tDirigente\t6 %\n"
        );
        let [_, _, sheets, rows, rejected] = of_text(&text);
        assert_eq!((sheets.len(), rejected.len()), (2, 0));
        assert_eq!(rows, ["0 Rossi 3.00", "0 Verdi 4.00", "0 Bianchi 5.00", "1 Neri 6.00"]);
    }

    #[test]
    fn a_flat_table_makes_the_sheets_of_its_rows() {
        let text = "Codice progetto;x\tNominativo\t% impegno\n2024_PD_0411 Atti\tRossi Ada\t3 %\n\tVerdi Ivo\t4 %\n\
            2024_PD_0412\tRossi Ada\t5 %\nZZ\tNeri\t6 %\n"
            .replace(";x", "");
        let [_, _, sheets, rows, rejected] = of_text(&text);
        assert_eq!(sheets, ["2024_PD_0411 Atti", "- ", "2024_PD_0412 ", "- "]);
        assert_eq!(rows, ["0 Rossi Ada 3.00", "1 Verdi Ivo 4.00", "2 Rossi Ada 5.00", "3 Neri 6.00"]);
        assert!(rejected.is_empty(), "rows without a project count for their people");
    }

    #[test]
    fn blocks_that_a_reader_tells_are_walked_without_signs() {
        let [cdrs, _, sheets, rows, rejected] = of_blocks(&[
            (Heading, true, &["04 - UNO"]),
            (Paragraph, true, &["Dirigente: Rossi Ada"]),
            (Heading, true, &["2024_PD_0411"]),
            (Paragraph, true, &["# Atti | fatti"]),
            (Row, true, STAFF),
            (Row, true, &["Rossi|Ada Maria", "Dirigente", "3,00 %"]),
            (Row, false, &["Verdi Ivo", "Dipendente", "4,00 %"]),
        ]);
        assert_eq!((cdrs.concat(), sheets.concat()), ("04 UNO".to_owned(), "2024_PD_0411 # Atti | fatti".to_owned()));
        assert_eq!(rejected, ["WithoutPerson", "Torn"], "a border in a cell is a part of it, and no name has one");
        assert!(rows.is_empty());
    }

    #[test]
    fn what_looks_like_people_outside_their_tables_is_told() {
        let text = "2024_PD_0411\n\nFase\tMese\nRossi Ada\tDirigente\t3 %\n\nVerdi Ivo Dipendente 4,00 %\n";
        let [.., rows, rejected] = of_text(text);
        assert_eq!((rows.len(), rejected), (0, vec!["Stray".to_owned(), "Stray".to_owned()]));
    }
}
