//! Summaries of projects: a row is a line with a code, wherever it stands. Their cells are many and narrow, and only the codes are read.

use super::words::{Kind, Word, Written, joined};
use crate::vocabulary::{
    Label, Vocabulary, adds_up_summary, is_of_summary_heading, split_project_code, summary_heading,
};

/// The most lines that the heading of a summary has.
const LONGEST: usize = 8;
/// How many columns beside the first half of a code the second may begin, if the first may be a code by itself, or is none.
const REACH: [u32; 2] = [2, 12];
/// The longest second half of a code.
const LONGEST_HALF: usize = 4;

/// Tells the rows of the summaries of a page, whose first lines may go on with one; whether a summary goes on on the next page.
pub fn tell(lines: &mut [Written<'_>], mut goes_on: bool, vocabulary: Vocabulary<'_>) -> bool {
    let mut at = 0;
    while goes_on || at < lines.len() {
        if !goes_on {
            let Some((count, cells)) = heading(&lines[at..]) else {
                at += 1;
                continue;
            };
            lines[at].tell(cells, true);
            lines[at].is_first = true;
            lines[at + 1..at + count].iter_mut().for_each(|line| line.is_left_out = true);
            at += count;
        }
        let begin = at;
        let is_end = |at: &usize| ends_summary(&lines[*at..], vocabulary) || *at > begin && is_total(&lines[at - 1]);
        let end = (at..lines.len()).find(is_end).unwrap_or(lines.len());
        let rows: Vec<Vec<String>> = (at..end).map(|at| row(&lines[at], lines[at + 1..end].first())).collect();
        for (line, cells) in lines[at..end].iter_mut().zip(rows) {
            line.tell(cells, true);
            line.is_first = false;
        }
        at = end;
        goes_on = false;
        if end == lines.len() {
            return !(end > 0 && is_total(&lines[end - 1]));
        }
    }
    false
}

/// How many of these lines are the heading of a summary, and its cells; none if they do not begin with one.
fn heading(lines: &[Written<'_>]) -> Option<(usize, Vec<String>)> {
    let is_of_heading = |line: &&Written<'_>| line.words.iter().all(|word| is_of_summary_heading(word.text));
    let count = lines.iter().take(LONGEST).take_while(is_of_heading).count();
    let words: Vec<&str> = lines[..count].iter().flat_map(|line| &line.words).map(|word| word.text).collect();
    let [first, code, others] = summary_heading(&words)?;
    Some((count, vec![first, code, others, String::new()]))
}

/// Whether a line adds up a whole summary: nothing of it follows.
fn is_total(line: &Written<'_>) -> bool {
    adds_up_summary(&joined(&line.words))
}

/// Whether the first of some lines ends a summary: a sheet begins, or another CDR. The word for a sheet alone may be of a title.
fn ends_summary(lines: &[Written<'_>], vocabulary: Vocabulary<'_>) -> bool {
    let [line, below @ ..] = lines else { return false };
    let text = joined(&line.words);
    let label = |text: &str| vocabulary.take_label(text, false).map(|(label, _)| label);
    let begins_sheet = |line: &Written<'_>| {
        let text = joined(&line.words);
        label(&text) == Some(Label::Director) || vocabulary.split_project_code(&text).is_some()
    };
    let is_end = match label(&text) {
        Some(Label::SheetKind) => below.first().is_some_and(begins_sheet),
        Some(Label::Director) => true,
        _ => vocabulary.split_cdr_heading(&text).is_some(),
    };
    line.kind == Kind::Heading || line.kind == Kind::Part && is_end
}

/// The cells of a line: what stands around its code, the code, and its share.
fn row(line: &Written<'_>, below: Option<&Written<'_>>) -> Vec<String> {
    let words = &line.words;
    let share =
        if line.has_share() { words.iter().rposition(|word| word.begins).unwrap_or(words.len()) } else { words.len() };
    match words[..share].iter().position(|word| is_code(word.text) || is_first_half(word.text)) {
        Some(at) => {
            let code =
                words[at].text.to_owned() + below.and_then(|below| second_half(&words[at], below)).unwrap_or_default();
            vec![
                [joined(&words[..at]), joined(&words[at + 1..share])].join(" ").trim().to_owned(),
                code,
                String::new(),
                joined(&words[share..]),
            ]
        }
        None => vec![joined(&words[..share]), String::new(), String::new(), joined(&words[share..])],
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

/// The second half of a code that is broken in its cell: it stands alone right below the first.
fn second_half<'t>(code: &Word<'_>, below: &Written<'t>) -> Option<&'t str> {
    let reach = REACH[usize::from(!is_code(code.text))];
    let may_be = |word: &Word<'_>| word.begin.abs_diff(code.begin) <= reach && is_half(word.text);
    let at = below.words.iter().position(may_be)?;
    let half = below.words[at].text;
    let is_below = below.words[at].begin.abs_diff(code.begin) < 2 && is_code(code.text);
    let is_alone = is_below || below.words.get(at + 1).is_none_or(|next| next.begins) || half.starts_with('_');
    is_alone.then_some(half)
}

/// Whether a word may be the second half of a code.
fn is_half(word: &str) -> bool {
    let is_of_code = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
    let is_short = word.len() <= LONGEST_HALF && word.chars().all(is_of_code);
    word.starts_with('_') || is_short && word.contains(|c: char| c.is_ascii_digit())
}
