//! Documents → blocks, one by one: those that a reader told, or those that the signs in a text tell.

use std::slice;

use super::block::{Block, Inside};
use super::document::Document;
use super::place::Place;
use super::signs::{Lines, first_line};
use super::structure::{Structure, StructuredBlock};

/// The blocks of a document, in the order in which it is read.
#[derive(Debug, Clone)]
pub struct Blocks<'t> {
    document: &'t Document,
    rest: Rest<'t>,
}

#[derive(Debug, Clone)]
enum Rest<'t> {
    Written(Written<'t>),
    Structured(&'t Structure, slice::Iter<'t, StructuredBlock>),
}

/// A text that is walked line by line; blank lines are left out.
#[derive(Debug, Clone)]
struct Written<'t> {
    rest: &'t str,
    line: u32,
    is_glued: bool,
    lines: Lines,
}

impl Document {
    /// Its blocks. Those of a text are found while they are asked for.
    pub fn blocks(&self) -> Blocks<'_> {
        let rest = match self.structure() {
            Some(structure) => Rest::Structured(structure, structure.blocks().iter()),
            None => Rest::Written(Written { rest: self.text(), line: 0, is_glued: false, lines: Lines::default() }),
        };
        Blocks { document: self, rest }
    }
}

impl<'t> Iterator for Blocks<'t> {
    type Item = Block<'t>;

    #[expect(clippy::inline_always, reason = "a document has more lines than anything else")]
    #[inline(always)]
    fn next(&mut self) -> Option<Block<'t>> {
        match &mut self.rest {
            Rest::Written(written) => written.next(self.document),
            Rest::Structured(structure, blocks) => {
                let block = blocks.next()?;
                let raw = self.document.text().get(block.range.start as usize..block.range.end as usize)?;
                Some(Block {
                    kind: block.kind,
                    place: Place::new(self.document, raw, block.line),
                    is_glued: block.is_glued,
                    is_certain: block.is_certain,
                    shows_all: false,
                    inside: Inside::Structured(structure.parts(block)),
                })
            }
        }
    }
}

impl<'t> Written<'t> {
    #[expect(clippy::inline_always, reason = "a document has more lines than anything else")]
    #[inline(always)]
    fn next(&mut self, document: &'t Document) -> Option<Block<'t>> {
        while !self.rest.is_empty() {
            let (raw, separator) = first_line(self.rest);
            self.rest = self.rest.get(raw.len() + 1..).unwrap_or_default();
            self.line += 1;
            let raw = raw.strip_suffix('\r').unwrap_or(raw);
            let Some(line) = self.lines.next(raw, separator) else {
                self.is_glued = false;
                continue;
            };
            return Some(Block {
                kind: line.kind,
                place: Place::new(document, line.text, self.line),
                is_glued: std::mem::replace(&mut self.is_glued, true),
                is_certain: true,
                shows_all: false,
                inside: Inside::Signs(line.separator),
            });
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::block::Cell;
    use super::super::document::Content;
    use super::super::structure::{BlockKind, Mark, Marks, Part};
    use super::*;

    fn document(text: &str) -> Document {
        Document::new("plan.md".into(), true, text.len() as u64, text.to_owned())
    }

    fn rows(text: &str) -> Vec<Vec<String>> {
        let document = document(text);
        let rows = document.blocks().filter(|block| block.is_row());
        rows.map(|row| row.cells().map(|cell| cell.raw().to_owned()).collect()).collect()
    }

    #[test]
    fn cells_between_tabs_lose_bold_and_spaces_but_not_their_number() {
        assert_eq!(rows("<b>Nome</b>\t**Relazione** \t\n\tNota:\t\n"), [["Nome", "Relazione", ""], ["", "Nota:", ""]]);
    }

    #[test]
    fn pipe_tables_with_and_without_outer_pipes() {
        let expected = [["Nome", "Relazione", "Impegno"], ["Poma", "", "3 %"], ["", "Dip.", "4 %"]];
        assert_eq!(rows("| Nome | **Relazione** | Impegno |\n| Poma |  | 3 % |\n|  | Dip. | 4 % |\n"), expected);
        assert_eq!(rows("Nome | **Relazione** | Impegno\nPoma |  | 3 %\n | Dip. | 4 %\n"), expected);
        assert_eq!(rows("| a \\| b | c |"), [["a \\| b", "c"]]);
    }

    #[test]
    fn the_first_cell_with_something_in_it_is_found_in_every_table() {
        for (row, first) in [
            ("a\tb", "a"),
            ("\t \t\u{a0}\t**b** \tc", "b"),
            ("|  | **b** | c |", "b"),
            (" | b | c", "b"),
            ("| a \\| b | c |", "a \\| b"),
            ("** **\tx", "x"),
        ] {
            let document = document(row);
            let block = document.blocks().next().unwrap();
            assert_eq!(block.first_cell().unwrap().raw(), first, "{row}");
            let found = block.cells().find(|cell| !cell.is_empty()).unwrap();
            assert_eq!(found.place.offset(), block.first_cell().unwrap().place.offset(), "{row}");
        }
        assert!(document("\t\t").blocks().next().unwrap().first_cell().is_none());
    }

    #[test]
    fn a_pipe_in_a_bold_line_or_between_letters_is_text() {
        assert_eq!(rows("**Arte | Cultura**\n\nsì|no\n"), Vec::<Vec<String>>::new());
        assert_eq!(rows("**Indirizzo** | CITTA'\n"), [["Indirizzo", "CITTA'"]]);
        assert_eq!(rows("Nome|Relazione|Impegno\n"), [["Nome", "Relazione", "Impegno"]]);
        assert_eq!(rows("| a | b | c |\nPoma | 3 %\n").last().unwrap(), &["Poma", "3 %"]);
    }

    #[test]
    fn runs_are_what_stands_between_bold_marks() {
        let document = document("## **2024\\_PG\\_12PN PNRR****Indirizzo** IN COMUNE<b>Azione</b>  \n");
        let block = document.blocks().next().unwrap();
        assert_eq!(block.kind, BlockKind::Heading);
        assert!(block.begins_bold() && block.has_bold());
        let runs: Vec<_> = block.runs().map(|run| run.words().into_owned()).collect();
        assert_eq!(runs, ["2024_PG_12PN PNRR", "Indirizzo", "IN COMUNE", "Azione"]);
    }

    #[test]
    fn a_title_that_begins_with_a_hash_is_no_heading() {
        let document = document("#DIVERSAMENTE - Giovani\n\n####### sette\n# Uno\n");
        let kinds: Vec<_> = document.blocks().map(|block| (block.kind, block.is_glued)).collect();
        let expected = [(BlockKind::Paragraph, false), (BlockKind::Paragraph, false), (BlockKind::Heading, true)];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn lines_are_counted_with_blank_ones_and_carriage_returns() {
        let document = document("uno\r\n\r\n\u{a0}\r\ndue\r\n");
        let lines: Vec<_> = document.blocks().map(|block| (block.place.line(), block.place.raw())).collect();
        assert_eq!(lines, [(1, "uno"), (4, "due")]);
    }

    #[test]
    fn what_a_reader_tells_needs_no_signs() {
        let mut structure = Structure::default();
        let bold = |range, bold| Part { marks: Marks::default().with_if(Mark::Bold, bold), ..Part::plain(range) };
        structure.push(StructuredBlock::new(BlockKind::Heading, 0..7, 1, false), []);
        let line = StructuredBlock::new(BlockKind::Paragraph, 8..21, 2, true);
        structure.push(line, [bold(8..15, true), bold(15..19, true), bold(19..21, false)]);
        structure
            .push(StructuredBlock::new(BlockKind::Row, 22..27, 3, true), [Part::plain(22..23), Part::plain(24..27)]);
        structure.doubt_last();
        let text = "# A | B\nAzione PNRR x\nx\ta|b\n".to_owned();
        let content = Content { text, structure: Some(structure), ..Content::default() };
        let document = Document::new("d".into(), true, 0, content);
        let blocks: Vec<Block<'_>> = document.blocks().collect();
        assert_eq!(blocks[0].place.raw(), "# A | B");
        assert_eq!((blocks[0].cells().count(), blocks[0].runs().count()), (2, 1));
        assert_eq!(blocks[1].runs().map(Place::raw).collect::<Vec<_>>(), ["Azione PNRR", "x"]);
        assert!(blocks[1].begins_bold() && !blocks[0].has_bold());
        assert_eq!(blocks[2].cells().map(Cell::raw).collect::<Vec<_>>(), ["x", "a|b"]);
        assert!(blocks[0].is_certain && !blocks[2].is_certain);
    }
}
