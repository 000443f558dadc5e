//! Blocks → the parts of one document: CDRs, summaries, sheets, staff rows.

mod lines;
mod rows;

use super::apart::{Apart, Standing};
use super::context::Context;
use super::dates::Said;
use super::part::Part;
use super::tables::{self, Open};
use super::years::year_of_plan;
use super::{percentages, worksheets};
use crate::source::{Block, Document, RemarkKind};
use crate::vocabulary::Vocabulary;

/// Walks one document from end to end.
pub fn walk<'t>(document: &'t Document, vocabulary: Vocabulary<'t>) -> Part<'t> {
    // Worked out once: headers of years ask for it, and there may be as many as rows.
    let vocabulary = vocabulary.in_year(year_of_plan(document, vocabulary));
    let context = Context::new(document, vocabulary);
    let mut walker = Walker {
        context,
        table: None,
        rows_since_gap: 0,
        is_interrupted: false,
        begins_table: false,
        left: None,
        resembles: false,
        above: None,
        spans: worksheets::spans(document),
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
        let (standing, sheet) = (walker.standing(block), walker.context.sheet);
        walker.note_unit(block);
        if block.is_row() {
            walker.row(block, &blocks);
        } else {
            walker.line(block, &blocks);
        }
        walker.note_period(block, standing, sheet);
        walker.account(block, known);
        if block.first_cell().is_some() {
            walker.context.before = Some(block);
        }
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
    /// The row before.
    above: Option<Block<'t>>,
    /// The days of which the rows of worksheets are, by where these begin.
    spans: Vec<(usize, Said)>,
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
        let span = self.spans.iter().find(|(at, _)| *at == begin).map(|(_, said)| *said);
        if span.or(self.context.staff.span).is_some() {
            // What is of other days goes on with nothing.
            (self.table, self.left) = (None, None);
        }
        self.context.staff.span = span;
        // What ends a worksheet says nothing of the next.
        self.context.before = None;
        self.context.begin_worksheet(begin);
    }

    /// Takes in what a line, or a row of one cell, right below a row of a table says of its figures.
    fn note_unit(&mut self, block: Block<'t>) {
        let is_below_row = self.context.before.is_some_and(Block::is_row) && self.left.is_none();
        let people = self.table.as_mut().filter(|_| is_below_row).and_then(|table| table.people());
        if let Some((people, _)) = people
            && let Some(unit) = tables::unit_beside(block)
        {
            self.context.staff.note_unit(people.table(), unit);
        }
    }

    /// Where a block stands, before it is read.
    fn standing(&mut self, block: Block<'t>) -> Standing {
        let people = self.table.as_mut().filter(|_| self.left.is_none()).and_then(|table| table.people());
        let (is_read, is_flat) = (people.is_some(), people.is_some_and(|(people, _)| people.columns.is_flat()));
        let is_below_row = self.context.before.is_some_and(Block::is_row);
        Standing {
            sheet: self.context.sheet.filter(|_| !is_flat),
            is_in_table: is_read && block.is_row(),
            is_below_rows: is_read && is_below_row && !block.is_row(),
        }
    }

    /// Keeps what a block states of when rows hold that it is none of, before which a sheet was being read.
    fn note_period(&mut self, block: Block<'t>, standing: Standing, before: Option<usize>) {
        // What begins a project is of that.
        let begun = self.context.sheet.filter(|sheet| Some(*sheet) != before);
        let standing = Standing { sheet: begun.or(standing.sheet), ..standing };
        self.context.apart.extend(Apart::of(block, standing));
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
