//! Printed text, in which spaces set the columns, → rows of cells, and the lines between them.
//!
//! That is what `pdftotext -layout` makes of a PDF: pages that end with form feeds, and tables whose cells stand one
//! below the other. Staff tables become rows; of summaries and tables of indicators, the lines with a code do.

mod blocks;
mod headings;
mod pages;
mod parts;
mod staff;
mod words;

use memchr::{memchr2, memmem};

use crate::read::refusal::Refusal;
use crate::source::Content;
use crate::vocabulary::printed::PRINTED_MARKS;

/// The most that is read as printed text: a hundred times the plan of a city.
const LARGEST: usize = 16 << 20;

/// What is in a text that is printed; none if it is another.
pub fn read(text: &str) -> Option<Result<Content, Refusal>> {
    // Other texts have borders between their cells, which a look at their first table tells.
    let bytes = text.as_bytes();
    let may_be_printed = memchr2(b'\t', b'|', bytes).is_none()
        && PRINTED_MARKS.iter().any(|mark| memmem::find(bytes, mark.as_bytes()).is_some());
    if !may_be_printed || text.len() > LARGEST {
        return None;
    }
    blocks::content(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADING: &str = "Nome Soggetto    Relazione Personale    Impegno Personale\n";

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in
            ["", "Nome Soggetto\tRelazione Personale\tImpegno Personale\n", "## PEG\n\nSoggetto attuatore\n", HEADING]
        {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn whatever_a_text_is_it_is_read_in_time() {
        for lines in
            ["Maria\n", "Rossi Dirigente 3 %\n", "Dirigente\n", "3 %\nMaria\n", HEADING, "\u{0C}", "a  b\0 %\n", "%\n"]
        {
            let start = std::time::Instant::now();
            let reading = read(&format!("{HEADING}{}", lines.repeat(50_000)));
            assert!(start.elapsed().as_secs() < 30, "{lines}: {:?}", start.elapsed());
            let text = reading.map(|content| content.unwrap().text).unwrap_or_default();
            assert!(!lines.contains("3 %") || text.matches("3 %").count() == 50_000, "{lines}");
        }
    }
}
