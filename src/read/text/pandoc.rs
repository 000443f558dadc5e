//! Tables drawn with dashes, as pandoc writes them, → rows.
//!
//! A line of dashes tells where the columns are: in grids `+----+----+` above and below every row, in others
//! `---- ----` below the header or above the first row. Where rows may have several lines, blank ones stand between
//! them.

use memchr::{memchr, memmem, memrchr};

use crate::read::builder::{Builder, Stretch};
use crate::read::limits::MOST_TEXT;
use crate::read::merged::{Form, FoundCell, Grid};
use crate::read::refusal::Refusal;
use crate::source::{Content, Position};
use crate::vocabulary::split_project_code;

/// What is in a text with such tables; none if it has none.
pub fn read(text: &str) -> Option<Result<Content, Refusal>> {
    if text.len() > MOST_TEXT || !has_table(text) {
        return None;
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut blocks = Blocks::default();
    let mut at = 0;
    while at < lines.len() {
        let end = grid(&lines, at, &mut blocks).or_else(|| table(&lines, at, &mut blocks));
        at = end.unwrap_or_else(|| {
            blocks.write(bare(lines[at]), at);
            at + 1
        });
    }
    Some(blocks.builder.finish())
}

/// A line of text without what says no more than where it ends: a backslash at its end, a single pipe before it.
fn bare(line: &str) -> &str {
    let line = line.strip_suffix('\\').unwrap_or(line);
    line.strip_prefix("| ").filter(|rest| !rest.contains('|')).unwrap_or(line)
}

/// Whether a line of dashes with columns is in a text. Most have few dashes side by side.
fn has_table(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = memmem::find(&bytes[at..], b"--").map(|found| at + found) {
        let begin = memrchr(b'\n', &bytes[..found]).map_or(0, |feed| feed + 1);
        let end = memchr(b'\n', &bytes[found..]).map_or(bytes.len(), |feed| found + feed);
        let line = text.get(begin..end).unwrap_or_default();
        if is_border(line) || columns(line).is_some() {
            return true;
        }
        at = end;
    }
    false
}

#[derive(Default)]
struct Blocks {
    builder: Builder,
}

impl Blocks {
    fn write(&mut self, text: &str, at: usize) {
        self.position(at);
        self.builder.text(&[Stretch::plain(text)]);
    }

    /// Writes a row, unless nothing is in it.
    fn row(&mut self, cells: &mut Vec<String>, at: usize) {
        let cells = std::mem::take(cells);
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.position(at);
            let cells = cells.into_iter().map(FoundCell::from).collect();
            self.builder.row(&mut Grid::new(Form::Spaced), cells);
        }
    }

    fn position(&mut self, at: usize) {
        self.builder.position(Position::Line { page: None, line: u32::try_from(at + 1).unwrap_or(u32::MAX) });
    }
}

/// Whether a line is a border of a grid.
fn is_border(line: &str) -> bool {
    let line = line.trim();
    line.len() > 4
        && ["+-", "+=", "+:"].iter().any(|begin| line.starts_with(begin))
        && line.ends_with('+')
        && line.bytes().all(|byte| matches!(byte, b'+' | b'-' | b'=' | b':'))
}

/// Where the columns begin that a line of dashes sets, in characters; none if it is another line or sets but one.
fn columns(line: &str) -> Option<Vec<usize>> {
    let bytes = line.trim_end().as_bytes();
    if memchr(b' ', bytes).is_none()
        || !bytes.trim_ascii_start().starts_with(b"--")
        || !bytes.iter().all(|byte| matches!(byte, b'-' | b' '))
    {
        return None;
    }
    let begins = (0..bytes.len()).filter(|&at| bytes[at] == b'-' && (at == 0 || bytes[at - 1] == b' '));
    let columns: Vec<usize> = begins.collect();
    let is_narrow = |&begin: &usize| bytes.get(begin + 1) != Some(&b'-');
    (columns.len() > 1 && !columns.iter().any(is_narrow)).then_some(columns)
}

/// Whether a line is nothing but dashes.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && line.bytes().all(|byte| byte == b'-')
}

/// Writes the grid that begins on a line; tells where it ends.
fn grid(lines: &[&str], begin: usize, blocks: &mut Blocks) -> Option<usize> {
    let indent = lines[begin].len() - lines[begin].trim_start().len();
    if !is_border(lines[begin]) || !lines.get(begin + 1)?.trim_start().starts_with('|') {
        return None;
    }
    // Borders may be left out where a cell takes several columns: the one with most columns tells them all.
    let is_of_grid = |line: &&&str| line.trim_start().starts_with(['+', '|']);
    let end = begin + lines[begin..].iter().take_while(is_of_grid).count();
    let borders = lines[begin..end].iter().filter(|line| is_border(line));
    let widest = borders.max_by_key(|line| line.matches('+').count())?.trim();
    let borders: Vec<usize> = widest.match_indices('+').map(|(at, _)| at + indent).collect();
    let mut cells: Vec<String> = Vec::new();
    let mut first = begin;
    for (at, line) in lines.iter().enumerate().take(end).skip(begin) {
        if is_border(line) {
            blocks.row(&mut cells, first);
            first = at + 1;
            continue;
        }
        cells.resize(borders.len() - 1, String::new());
        let characters: Vec<char> = line.chars().collect();
        let mut from = borders[0];
        let mut cell = 0;
        for (number, &border) in borders.iter().enumerate().skip(1) {
            // Where there is no border, the cell goes on.
            if characters.get(border).is_some_and(|&c| c != '|' && c != '+') && number + 1 < borders.len() {
                continue;
            }
            let own: String = characters.iter().skip(from + 1).take(border.saturating_sub(from + 1)).collect();
            go_on(&mut cells[cell], own.trim());
            (from, cell) = (border, number);
        }
    }
    blocks.row(&mut cells, first);
    blocks.write("", end.saturating_sub(1));
    Some(end)
}

/// Writes the table without borders at its sides that begins on a line; tells where it ends.
fn table(lines: &[&str], begin: usize, blocks: &mut Blocks) -> Option<usize> {
    let is_blank = |at: usize| lines.get(at).is_none_or(|line| line.trim().is_empty());
    if is_blank(begin) || (begin > 0 && !is_blank(begin - 1)) {
        return None;
    }
    // What stands above the line that sets the columns is the header.
    let above = lines[begin..].iter().take(8).position(|line| columns(line).is_some())?;
    let has_rule = above > 0 && is_rule(lines[begin]);
    if (above > 1 && !has_rule) || (begin..begin + above).any(is_blank) {
        return None;
    }
    let columns = columns(lines[begin + above])?;
    let body = begin + above + 1;
    let ends = |at: usize| is_rule(lines[at]) || self::columns(lines[at]).is_some();
    let (end, close) = if above == 1 {
        // Below a header of one line, rows have one line, and a blank one ends them.
        let end = (body..lines.len()).find(|&at| is_blank(at) || ends(at)).unwrap_or(lines.len());
        (end, end)
    } else {
        let end = (body..lines.len()).find(|&at| ends(at))?;
        (end, end + 1)
    };
    let mut cells = Vec::new();
    let header = begin + usize::from(has_rule)..begin + above;
    header.clone().for_each(|at| add(&mut cells, lines[at], &columns));
    blocks.row(&mut cells, header.start);
    let has_blank = (body..end).any(is_blank);
    let mut first = body;
    for (at, line) in lines.iter().enumerate().take(end).skip(body) {
        if is_blank(at) || !has_blank {
            blocks.row(&mut cells, first);
            first = at + usize::from(is_blank(at));
        }
        add(&mut cells, line, &columns);
    }
    blocks.row(&mut cells, first);
    blocks.write("", end.min(lines.len() - 1));
    Some(close.max(body))
}

/// Adds a line to the cells of a row. Where a text stands across the border of columns, it cannot be told what belongs
/// to which: the row becomes one cell.
fn add(cells: &mut Vec<String>, line: &str, columns: &[usize]) {
    let characters: Vec<char> = line.chars().collect();
    let is_space = |at: usize| characters.get(at).is_none_or(|c| c.is_whitespace());
    let is_torn = !cells.is_empty() && cells.len() != columns.len();
    if is_torn || columns[1..].iter().any(|&begin| !is_space(begin - 1)) {
        let mut all = cells.join(" ");
        go_on(&mut all, line.trim());
        *cells = vec![all];
        return;
    }
    cells.resize(columns.len(), String::new());
    for (number, cell) in cells.iter_mut().enumerate() {
        let begin = if number == 0 { 0 } else { columns[number].min(characters.len()) };
        let end = columns.get(number + 1).copied().unwrap_or(characters.len()).clamp(begin, characters.len());
        let own: String = characters[begin..end].iter().collect();
        go_on(cell, own.trim());
    }
}

/// Adds what stands on the next line of a cell. What ends with a hyphen or a slash goes on without a space.
fn go_on(cell: &mut String, text: &str) {
    // A code may be longer than its cell is wide.
    let is_code = |text: &str| split_project_code(text).is_some_and(|(_, rest)| rest.is_empty());
    let goes_on = cell.ends_with(['-', '/']) || (cell.starts_with("20") && is_code(&format!("{cell}{text}")));
    if !cell.is_empty() && !text.is_empty() && !goes_on {
        cell.push(' ');
    }
    cell.extend(text.chars().map(|c| if c == '\t' { ' ' } else { c }));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> String {
        read(text).unwrap().unwrap().text
    }

    #[test]
    fn grids() {
        let grid = "a\n\n+-------+-----------+\n| Nome  | Relazione |\n+:======+==========:+\n| Rossi | Dip. a    |\n| Ada   | \
            indet./   |\n|       | det.      |\n+-------+-----------+\n| A | b | x         |\n+-------+-----------+\n\nb\n";
        assert_eq!(text(grid), "a\n\nNome\tRelazione\nRossi Ada\tDip. a indet./det.\nA | b\tx\n\n\nb\n");
    }

    #[test]
    fn tables_without_side_borders() {
        let simple = "  Nome    Quota\n  ------- -------\n  Rossi   3 %\n  Verdi   4 %\n\nb\\\n";
        assert_eq!(text(simple), "Nome\tQuota\nRossi\t3 %\nVerdi\t4 %\n\n\nb\n");
        let headless = "  ------- -------\n  Rossi   3 %\n  Verdi   4 %\n  ------- -------\n";
        assert_eq!(text(headless), "Rossi\t3 %\nVerdi\t4 %\n\n");
        let lines = "---------------\nNome    Quota\nSogg.   in %\n------- -------\nRossi   3 %\nAda\n\nVerdi   4 %\n---------------\n";
        assert_eq!(text(lines), "Nome Sogg.\tQuota in %\nRossi Ada\t3 %\nVerdi\t4 %\n\n");
        let rows = "------- -------\nRossi   3 %\nAda\n\nVerdi   4 %\n------- -------\n";
        assert_eq!(text(rows), "Rossi Ada\t3 %\nVerdi\t4 %\n\n");
        let across = "------- ---- ----\nRossi   a    3 %\nMaria Ada b\n\nVerdi   c    4 %\n------- ---- ----\n";
        assert_eq!(text(across), "Rossi a 3 % Maria Ada b\t\nVerdi\tc\t4 %\n\n");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in [
            "",
            "---\n",
            "a -- b\n",
            "Nome\tQuota\n-----\t-----\n",
            "| a | b |\n|---|---|\n",
            "| a | b |\n| --- | --- |\n",
            "- - -\n",
            "+--\n",
            "a | b\n--- | ---\n",
            "-- a --\n",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn whatever_a_text_is_it_is_read_in_time() {
        for lines in ["-- --\n", "-- --\n\n", "-- --\na\n", "+--+\n", "+--+\n|\n", "-", "- ", "--- ---\n\na  b\n", "+"]
        {
            let start = std::time::Instant::now();
            let _ = read(&format!("{}\n-- --\n", lines.repeat(50_000)));
            assert!(start.elapsed().as_secs() < 30, "{lines}: {:?}", start.elapsed());
        }
    }
}
