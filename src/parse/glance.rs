//! What lines and rows are, as far as it can be told at a glance: most need no look.

use super::tables::is_summary_header;
use crate::source::Block;
use crate::source::signs::is_of_border;
use crate::vocabulary::{Label, Vocabulary};

/// Whether a block begins the matter of a CDR: its director, its summary or a sheet.
pub fn begins_cdr(block: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
    if block.is_row() {
        return is_summary_header(block);
    }
    block.runs().next().is_some_and(|run| {
        let label = || vocabulary.take_label(run.raw(), false);
        vocabulary.split_project_code(run.raw()).is_some()
            || matches!(label(), Some((Label::Director | Label::SheetKind, _)))
    })
}

/// Whether a line is certainly nothing but prose, as most lines are: it has no bold mark, and begins
/// neither like a label nor, with a digit among its first characters, like a code.
pub fn is_prose(line: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
    let raw = line.place.raw();
    !raw.as_bytes().iter().take(4).any(u8::is_ascii_digit)
        && vocabulary.take_label(raw, false).is_none()
        && !vocabulary.begins_with_own_code(raw)
        && !line.has_bold()
}

/// Whether a row begins or ends as no header does: with a digit or a code, or with a figure that is no year.
pub fn is_data(row: Block<'_>) -> bool {
    let word = row.start().split(is_of_border).next().unwrap_or_default();
    if word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()) || word.contains('_') {
        return true;
    }
    let end = row.end().trim_end_matches(|c| is_of_border(c) || c == '%');
    end.ends_with(|c: char| c.is_ascii_digit()) && !ends_with_year(end)
}

/// Whether a text ends with a year of this century.
fn ends_with_year(text: &str) -> bool {
    let mut ends = text.bytes().rev();
    let last: [Option<u8>; 5] = std::array::from_fn(|_| ends.next());
    let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
    let ends_word = last[4].is_none_or(|byte| is_of_border(char::from(byte)));
    last[2..4] == [Some(b'0'), Some(b'2')] && is_digit(last[0]) && is_digit(last[1]) && ends_word
}

#[cfg(test)]
mod tests {
    use crate::source::Document;

    #[test]
    fn data_is_told_from_headers_by_how_it_begins_and_ends() {
        let is_data = |row: &str| {
            let document = Document::new("d".into(), true, 0, format!("{row}\n"));
            super::is_data(document.blocks().next().unwrap())
        };
        for row in ["Rossi\tDip.\t3 %", "| 04 | x |", "2024_PD\tx", "x\t12,00", "| **Rossi** | 3 % |", "**3**\tx"] {
            assert!(is_data(row), "{row}");
        }
        for row in
            ["Nome\tQuota", "Nome\tImpegno 2024", "| **Nome** | <b>Impegno 2024</b> |", "\tNome\t%", "<b>\tNome\t%"]
        {
            assert!(!is_data(row), "{row}");
        }
    }
}
