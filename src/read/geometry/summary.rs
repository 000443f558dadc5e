//! Summaries of projects that nothing but space divides: a row is a line with a code, wherever it stands. Their cells are many and narrow,
//! and only the codes are read.

use std::borrow::Cow;
use std::collections::HashSet;

use super::cells::has_share;
use super::heading::begins_heading;
use super::leading::Leadings;
use super::letter::Rules;
use super::lines::{Line, Piece, Told};
use super::table::Part;
use super::tables::borders_at;
use super::word::{Word, joined};
use crate::vocabulary::{
    Label, Vocabulary, adds_up_summary, completes_code, is_of_summary_heading, split_project_code, summary_heading,
};

/// The most lines that the heading of a summary has.
const LONGEST: usize = 8;
/// How many letters beside the first half of a code the second may begin, if the first may be a code by itself, or is none.
const REACH: [u32; 2] = [2, 12];
/// How many lines below the first half of a code the second stands at most.
const BELOW: usize = 2;
/// How wide a letter is, in sizes.
const WIDTH: f64 = 0.5;

/// A line that may be of a summary.
#[derive(Debug)]
pub struct Worded<'w, 't> {
    /// What it says.
    pub words: &'w [Word<'t>],
    /// Whether it ends with a share.
    pub has_share: bool,
    /// Whether a table of people begins with it.
    pub heads_people: bool,
    /// Whether it may be text.
    pub is_text: bool,
}

/// What a line of a summary is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// The first line of the heading, and its cells.
    Heading(Vec<String>),
    /// Another line of the heading.
    OfHeading,
    /// A row.
    Row(Vec<String>),
}

/// The codes that a summary has listed so far.
pub type Listed = HashSet<String>;

/// What the lines of a page are, whose first may go on with a summary; and the one that goes on on the next page.
pub fn kinds(
    lines: &[Worded<'_, '_>],
    mut open: Option<Listed>,
    vocabulary: Vocabulary<'_>,
) -> (Vec<Option<Kind>>, Option<Listed>) {
    let mut kinds: Vec<Option<Kind>> = vec![None; lines.len()];
    let mut at = 0;
    while open.is_some() || at < lines.len() {
        if open.is_none() {
            let Some((count, cells)) = heading(&lines[at..]) else {
                at += 1;
                continue;
            };
            kinds[at] = Some(Kind::Heading(cells));
            kinds[at + 1..at + count].fill(Some(Kind::OfHeading));
            at += count;
        }
        let mut listed = open.take().unwrap_or_default();
        let begin = at;
        while at < lines.len() && !(lines[at].begins_listed(&listed) || ends(&lines[at..], vocabulary)) {
            let code = lines[at].code().map(|code| lines[at].words[code].text);
            // What may be the first half of a code may be that of several.
            listed.extend(code.filter(|code| is_code(code) && !completes_code(code, "0")).map(str::to_owned));
            at += 1;
            if is_total(&lines[at - 1]) {
                break;
            }
        }
        for (kind, cells) in kinds[begin..at].iter_mut().zip(rows(&lines[begin..at])) {
            *kind = Some(Kind::Row(cells));
        }
        if at == lines.len() {
            return (kinds, Some(listed).filter(|_| !(at > 0 && is_total(&lines[at - 1]))));
        }
    }
    (kinds, None)
}

/// How many of these lines are the heading of a summary, and its cells; none if they do not begin with one.
fn heading(lines: &[Worded<'_, '_>]) -> Option<(usize, Vec<String>)> {
    let is_of_heading = |line: &&Worded<'_, '_>| line.words.iter().all(|word| is_of_summary_heading(word.text));
    let count = lines.iter().take(LONGEST).take_while(is_of_heading).count();
    let words: Vec<&str> = lines[..count].iter().flat_map(|line| line.words).map(|word| word.text).collect();
    let [first, code, others] = summary_heading(&words)?;
    Some((count, vec![first, code, others, String::new()]))
}

/// Whether a line adds up a whole summary: nothing of it follows.
fn is_total(line: &Worded<'_, '_>) -> bool {
    adds_up_summary(&joined(line.words))
}

/// Whether the first of some lines ends a summary: a sheet begins, or another CDR. The word for a sheet alone may be of a title.
fn ends(lines: &[Worded<'_, '_>], vocabulary: Vocabulary<'_>) -> bool {
    let [line, below @ ..] = lines else { return false };
    let text = joined(line.words);
    let label = |text: &str| vocabulary.take_label(text, false).map(|(label, _)| label);
    let begins_sheet = |line: &Worded<'_, '_>| {
        let text = joined(line.words);
        label(&text) == Some(Label::Director) || vocabulary.split_project_code(&text).is_some()
    };
    let is_end = match label(&text) {
        Some(Label::SheetKind) => below.first().is_some_and(begins_sheet),
        Some(Label::Director) => true,
        _ => vocabulary.split_cdr_heading(&text).is_some(),
    };
    line.heads_people || line.is_text && is_end
}

/// The rows of some lines.
fn rows(lines: &[Worded<'_, '_>]) -> Vec<Vec<String>> {
    // Which words are the second halves of codes above.
    let mut halves: HashSet<(usize, usize)> = HashSet::new();
    let of_line = |(at, line): (usize, &Worded<'_, '_>)| {
        let half = second_half(line, &lines[at + 1..]).map(|(below, word)| (at + 1 + below, word));
        halves.extend(half);
        let is_own = |word: &usize| !halves.contains(&(at, *word));
        cells(line, half.map(|(at, word)| lines[at].words[word].text), is_own)
    };
    lines.iter().enumerate().map(of_line).collect()
}

/// The cells of a row: what stands around its code, the code with its other half, and its share. Of words that are not its own
/// nothing is told.
fn cells(line: &Worded<'_, '_>, half: Option<&str>, is_own: impl Fn(&usize) -> bool) -> Vec<String> {
    let words = line.words;
    let share = line.share();
    let text =
        |from: usize, to: usize| (from..to).filter(&is_own).map(|at| words[at].text).collect::<Vec<_>>().join(" ");
    match line.code() {
        Some(at) => vec![
            [text(0, at), text(at + 1, share)].join(" ").trim().to_owned(),
            [words[at].text, half.unwrap_or_default()].concat(),
            String::new(),
            text(share, words.len()),
        ],
        None => vec![text(0, share), String::new(), String::new(), text(share, words.len())],
    }
}

impl Worded<'_, '_> {
    /// The first word of its share, if it has any.
    fn share(&self) -> usize {
        let begin = || self.words.iter().rposition(|word| word.begins);
        if self.has_share { begin().unwrap_or(self.words.len()) } else { self.words.len() }
    }

    /// Whether it is a text that begins with a code that was listed: the heading of that project.
    fn begins_listed(&self, listed: &Listed) -> bool {
        self.is_text && self.words.first().is_some_and(|word| listed.contains(word.text))
    }

    /// Its code, or the first half of one.
    fn code(&self) -> Option<usize> {
        self.words[..self.share()].iter().position(|word| is_code(word.text) || is_first_half(word.text))
    }
}

/// Whether a word is the code of a project.
fn is_code(word: &str) -> bool {
    split_project_code(word).is_some_and(|(_, rest)| rest.is_empty())
}

/// Whether a word is the first half of one.
fn is_first_half(word: &str) -> bool {
    is_code(&[word.trim_end_matches('_'), "_1"].concat())
}

/// The second half of the code of a line, if it is broken in its cell: which word of which line below. It stands alone below the first;
/// between them there may be a line of other cells, whose lines are fewer.
fn second_half(line: &Worded<'_, '_>, below: &[Worded<'_, '_>]) -> Option<(usize, usize)> {
    let code = line.words[line.code()?];
    let reach = REACH[usize::from(!is_code(code.text))];
    let of_line = |(at, line): (usize, &Worded<'_, '_>)| {
        let distance = |word: usize| line.words[word].begin.abs_diff(code.begin);
        let may_be = |word: &usize| {
            let next = line.words.get(word + 1);
            let is_below = distance(*word) < 2 && is_code(code.text);
            let is_alone = is_below || next.is_none_or(|next| next.begins) || line.words[*word].text.starts_with('_');
            is_alone && distance(*word) <= reach && completes_code(code.text, line.words[*word].text)
        };
        (0..line.words.len()).filter(may_be).map(|word| (distance(word), (at, word))).min()
    };
    below.iter().take(BELOW).enumerate().filter_map(of_line).min().map(|(_, found)| found)
}

/// A page with a summary between whose cells nothing is drawn.
#[derive(Debug)]
pub struct Summary {
    /// Its lines, those of the summary told.
    pub lines: Vec<Line>,
    /// The codes that the summary lists.
    codes: Vec<String>,
}

impl Summary {
    /// Those of some pages, each with its rules.
    pub fn of<'p>(
        pages: impl Iterator<Item = (&'p Vec<Line>, &'p Rules)>,
        leadings: &Leadings,
        vocabulary: Vocabulary<'_>,
    ) -> Vec<Option<Self>> {
        let mut open = None;
        let of_page = |(lines, rules): (&Vec<Line>, &Rules)| {
            // Most pages have none, which few words tell.
            if open.is_none() && !lines.iter().any(is_of_heading) {
                return None;
            }
            let texts: Vec<Vec<Cow<'_, str>>> =
                lines.iter().map(|line| line.pieces.iter().map(Piece::plain).collect()).collect();
            let words: Vec<Vec<Word<'_>>> = lines.iter().zip(&texts).map(|(line, texts)| words(line, texts)).collect();
            let of_line = |(at, words)| Worded {
                words,
                has_share: has_share(&lines[at]),
                heads_people: begins_heading(lines, at, leadings.of_size(lines[at].size), vocabulary),
                is_text: lines[at].pieces.len() == 1,
            };
            let all: Vec<Worded<'_, '_>> = words.iter().map(Vec::as_slice).enumerate().map(of_line).collect();
            let (kinds, below) = kinds(&all, open.take(), vocabulary);
            open = below;
            let is_ruled = |(line, kind): (&Line, &Option<Kind>)| kind.is_some() && borders_at(rules, line).len() > 1;
            if kinds.iter().all(Option::is_none) || lines.iter().zip(&kinds).any(is_ruled) {
                return None;
            }
            Some(Self::told(lines, kinds))
        };
        pages.map(of_page).collect()
    }

    fn told(lines: &[Line], kinds: Vec<Option<Kind>>) -> Self {
        let mut summary = Self { lines: Vec::new(), codes: Vec::new() };
        for (line, kind) in lines.iter().zip(kinds) {
            let mut line = line.clone();
            if let Some(kind) = kind.filter(|_| line.told.is_none()) {
                let (Kind::Heading(cells) | Kind::Row(cells)) = kind else { continue };
                summary.codes.extend(cells.get(1).filter(|code| is_code(code)).cloned());
                line.told = Some(Told { cells, is_certain: true, table: None });
            }
            summary.lines.push(line);
        }
        summary
    }

    /// Whether each of its codes stands in a cell of its own in the tables of its page, in a row that is certain. Below no heading, first
    /// rows are not.
    pub fn is_in(&self, parts: &[Part]) -> bool {
        let tables = parts.iter().filter_map(Part::table).filter(|table| !table.is_headless());
        let cells: HashSet<&String> =
            tables.flat_map(|table| &table.rows).filter(|row| row.is_certain).flat_map(|row| &row.cells).collect();
        self.codes.iter().all(|code| cells.contains(code))
    }
}

/// Whether all that stands on a line of several pieces may be of the heading of a summary.
fn is_of_heading(line: &Line) -> bool {
    let is_of_it = |piece: &Piece| piece.plain().split_whitespace().all(is_of_summary_heading);
    line.pieces.len() > 1 && line.pieces.iter().all(is_of_it)
}

/// The words of a line whose pieces say this. Where within a piece each begins is but likely.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positions on a page are small")]
fn words<'t>(line: &Line, texts: &'t [Cow<'_, str>]) -> Vec<Word<'t>> {
    let letters = |x: f64| (x / (line.size * WIDTH)).round().clamp(0.0, 10_000.0) as u32;
    let of_piece = |(piece, text): (&Piece, &'t Cow<'_, str>)| {
        let [from, to] = piece.x.map(letters);
        let place = |at: usize| from + ((to - from) as usize * at / text.len().max(1)) as u32;
        let of_word = |word: &'t str| {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            Word { text: word, begin: place(at), end: place(at + word.len()), begins: at == 0 }
        };
        text.split_whitespace().map(of_word).collect::<Vec<_>>()
    };
    line.pieces.iter().zip(texts).flat_map(of_piece).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::table::{Row, Table};
    use super::super::tolerance::tests::changes_at;
    use super::*;

    /// A summary whose codes are broken between the lines of the other cells.
    fn lines() -> Vec<Line> {
        let heading =
            [(0.0, 0.0, "Indirizzo"), (60.0, 0.0, "Obiettivo"), (120.0, 0.0, "Codice"), (180.0, 0.0, "Progetto")];
        let code =
            [(120.0, 12.0, "Progetto"), (120.0, 30.0, "2024_PD"), (120.0, 42.0, "_0411"), (120.0, 60.0, "2024_PG_02")];
        let others = [(0.0, 36.0, "COMUNE"), (180.0, 36.0, "Atti"), (230.0, 36.0, "0,00 %"), (120.0, 72.0, "16")];
        let more = [(180.0, 60.0, "Pace"), (0.0, 90.0, "Totale CDR"), (0.0, 120.0, "2024_PD_0411 Atti")];
        page(&[heading.as_slice(), &code, &others, &more].concat())
    }

    fn summary() -> Summary {
        let (lines, rules) = (lines(), Rules::default());
        let of = Summary::of([(&lines, &rules)].into_iter(), &Leadings::of(&[]), Vocabulary::default());
        of.into_iter().next().flatten().expect("a summary")
    }

    #[test]
    fn rows_of_a_summary_are_told_by_their_codes_however_these_are_broken() {
        let told = |line: &Line| line.told.as_ref().map_or_else(String::new, |told| told.cells.join("|"));
        let summary = summary();
        assert_eq!(
            summary.lines.iter().map(told).collect::<Vec<_>>(),
            [
                "Indirizzo|Codice Progetto|Obiettivo Progetto|",
                "|2024_PD_0411||",
                "COMUNE Atti|||0,00 %",
                "|||",
                "Pace|2024_PG_0216||",
                "|||",
                "Totale CDR|||",
                ""
            ]
        );
        assert_eq!(summary.codes, ["2024_PD_0411", "2024_PG_0216"]);
    }

    #[test]
    fn a_summary_is_in_tables_only_with_all_of_its_codes_below_a_heading() {
        let summary = summary();
        let part = |rows: &[[&str; 2]], is_certain: bool| {
            let row = |cells: &[&str; 2]| Row { is_certain, ..Row::new(cells.map(str::to_owned).to_vec(), 0.0) };
            let rows = rows.iter().map(row).collect();
            let columns = vec![[0.0, 50.0], [60.0, 90.0]];
            [Part::Table(Table { rows, columns, size: 10.0, ..Table::default() })]
        };
        let rows = [["Codice", "Quota"], ["2024_PD_0411", "1 %"], ["2024_PG_0216", "2 %"]];
        assert!(summary.is_in(&part(&rows, true)));
        assert!(!summary.is_in(&part(&rows, false)) && !summary.is_in(&part(&rows[..2], true)));
        assert!(!summary.is_in(&part(&rows[1..], true)));
    }

    #[test]
    fn between_drawn_lines_nothing_need_be_told() {
        let lines = lines();
        let rules = [0.0, 100.0, 200.0].map(|at| super::super::letter::Rule { at, span: [-20.0, 95.0] });
        let rules = Rules { rows: Vec::new(), columns: rules.to_vec() };
        let of = Summary::of([(&lines, &rules)].into_iter(), &Leadings::of(&[]), Vocabulary::default());
        assert!(of[0].is_none());
    }

    #[test]
    fn words_stand_at_the_letter_that_is_nearest() {
        let begin = |x: f64| words(&page(&[(x, 50.0, "a")])[0], &["a".into()])[0].begin;
        changes_at(10.0 * WIDTH / 2.0, [0, 1], begin);
    }
}
