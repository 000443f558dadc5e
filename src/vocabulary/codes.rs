//! The codes by which a plan names its CDRs, projects, objectives and indicators.

use std::borrow::Cow;

use super::of_body::Vocabulary;
use super::prefix::strip_prefix;
use crate::source::Place;

impl Vocabulary<'_> {
    /// Splits a text that begins with a project's code, also one of the body's own form, into the code and what follows it.
    pub fn split_project_code(self, text: &str) -> Option<(&str, &str)> {
        let own = || self.layout.project_code.iter().find_map(|pattern| pattern.split(text));
        split_project_code(text).or_else(own)
    }

    /// Whether a text may begin with a project's code, as its first character says: most do not.
    pub fn may_begin_with_project(self, text: &str) -> bool {
        text.starts_with('2') || self.has_own_codes
    }

    /// Splits a text that begins with a CDR's code of the body's own form.
    pub fn split_cdr_code(self, text: &str) -> Option<(&str, &str)> {
        self.layout.cdr_code.iter().find_map(|pattern| pattern.split(text))
    }

    /// Whether a text begins with a code of the body's own form.
    pub fn begins_with_own_code(self, text: &str) -> bool {
        self.has_own_codes && (self.split_project_code(text).is_some() || self.split_cdr_code(text).is_some())
    }

    /// Splits the heading of a CDR, `A0 - DIREZIONE GENERALE`, into code and name.
    ///
    /// Behind a code of the body's own form, which the settings describe, nothing but a space need stand.
    pub fn split_cdr_heading(self, text: &str) -> Option<(&str, &str)> {
        let text = strip_prefix(text, "cdr ").map_or(text, str::trim_start);
        if let Some((code, rest)) = self.split_cdr_code(text) {
            let name = rest.trim_start_matches([' ', '\u{a0}', '-', '–', '—', ':', '.']);
            return name.starts_with(char::is_alphabetic).then_some((code, name));
        }
        let end = text.bytes().take(5).position(|byte| !byte.is_ascii_alphanumeric())?;
        let (code, rest) = text.split_at_checked(end)?;
        // A dash in UTF-8 begins like a no-break space: with a byte that few texts have there.
        if !matches!(rest.as_bytes(), [b' ', b'-' | b' ' | 0xC2 | 0xE2, ..] | [0xC2, ..]) {
            return None;
        }
        let name = rest.trim_start().strip_prefix(['-', '–', '—'])?;
        let is_code = (1..=4).contains(&code.len())
            && code.bytes().any(|byte| byte.is_ascii_digit())
            && !code.bytes().any(|byte| byte.is_ascii_lowercase());
        let spaced = rest.starts_with([' ', '\u{a0}']) && name.starts_with([' ', '\u{a0}']);
        let name = name.trim();
        (is_code && spaced && name.starts_with(char::is_alphabetic)).then_some((code, name))
    }
}

/// Splits `2024_PD_0411 Title` into the code and what follows it.
///
/// A project's code is a year, `PD` or `PG`, and the digits or letters of the project, joined by
/// underscores, which a converter may have escaped (`2024\_PD\_0411`), or by another mark, always the same: `2024-PD-0411`.
pub fn split_project_code(text: &str) -> Option<(&str, &str)> {
    split_code(text, &["PD", "PG"], 1)
}

/// Splits `2024_OB_0411_1 Title` into the code and what follows it.
pub fn split_objective_code(text: &str) -> Option<(&str, &str)> {
    split_code(text, &["OB"], 2)
}

/// Whether a text is the beginning of a project's code and another its rest: where cells are narrow, codes go over two lines.
///
/// `2024_PD_02` is a code by itself, too; it goes on as far as most codes do.
pub fn completes_code(text: &str, rest: &str) -> bool {
    const USUAL_LENGTH: usize = 4;
    let is_of_code = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '_';
    if !text.starts_with("20") || rest.is_empty() || rest.len() > USUAL_LENGTH * 2 || !rest.chars().all(is_of_code) {
        return false;
    }
    let whole = [text, rest].concat();
    let is_whole = split_project_code(&whole).is_some_and(|(_, behind)| behind.is_empty());
    is_whole && whole.rsplit('_').next().is_some_and(|last| last.len() <= USUAL_LENGTH)
}

fn split_code<'a>(text: &'a str, kinds: &[&str], parts: usize) -> Option<(&'a str, &'a str)> {
    let bytes = text.as_bytes();
    if bytes.len() < 9 || !bytes.starts_with(b"20") || !bytes[2..4].iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mark = bytes[4..].iter().find(|&&byte| byte != b'\\').copied().filter(|mark| b"_- ./".contains(mark))?;
    let after_mark = |text: &'a str| text.strip_prefix('\\').unwrap_or(text).strip_prefix(char::from(mark));
    let kind = after_mark(&text[4..])?;
    let is_kind = |known: &&&str| kind.get(..known.len()).is_some_and(|own| own.eq_ignore_ascii_case(known));
    let mut rest = &kind[kinds.iter().find(is_kind)?.len()..];
    for _ in 0..parts {
        let part = after_mark(rest)?;
        rest = part.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        let own = &part[..part.len() - rest.len()];
        // Where a space joins the parts, words follow in the same way.
        if own.is_empty() || (mark != b'_' && !own.contains(|c: char| c.is_ascii_digit())) {
            return None;
        }
    }
    // `2024_PD_0411_1` is not a project, and `2024_PD_04à` is no code at all.
    let goes_on = |rest: &'a str| {
        mark != b' ' && after_mark(rest).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    let ends = !rest.starts_with(|c: char| c == '_' || c.is_alphanumeric())
        && rest.strip_prefix('\\').is_none_or(|rest| !rest.starts_with('_'))
        && !goes_on(rest);
    ends.then(|| text.split_at(text.len() - rest.len()))
}

/// A project's code as it is known, however it is written: `2024-pd-0411` is `2024_PD_0411`.
pub fn project_code(written: Place<'_>) -> Cow<'_, str> {
    let words = written.words();
    let is_known = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'_';
    if words.bytes().all(is_known) || split_project_code(&words).is_none_or(|(_, rest)| !rest.is_empty()) {
        return words;
    }
    let joined: String =
        words.chars().filter(|c| *c != '\\').map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    Cow::Owned(joined.to_ascii_uppercase())
}

/// Words that may stand before a project's code in its heading, in small letters.
const BEFORE_CODES: [&str; 24] = [
    "scheda",
    "progetto",
    "prodotto",
    "codice",
    "cod",
    "cod.",
    "intervento",
    "attività",
    "attivita",
    "attivita'",
    "n",
    "n.",
    "n°",
    "nr",
    "nr.",
    "num",
    "num.",
    "numero",
    "di",
    "del",
    "project",
    "product",
    "code",
    "sheet",
];
/// Those of them that head a project by themselves, with a number behind.
const HEADS: [&str; 6] = ["scheda", "progetto", "prodotto", "project", "product", "sheet"];

/// What follows the marks and numbers with which a line may begin: `- `, `1.2 `, `<h2>`.
fn without_marks(text: &str) -> &str {
    let mut text = text.trim_start();
    if let Some(rest) = text.strip_prefix('<').and_then(|tag| tag.split_once('>')).map(|(_, rest)| rest.trim_start()) {
        text = rest;
    }
    for mark in ["- ", "– ", "• ", "* ", "+ ", "· ", "> "] {
        text = text.strip_prefix(mark).map_or(text, str::trim_start);
    }
    if let Some((number, rest)) = text.split_once(' ') {
        let digits = number.trim_end_matches(['.', ')']);
        let is_number = !digits.is_empty()
            && digits
                .split('.')
                .all(|part| !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit()));
        if is_number {
            text = rest.trim_start();
        }
    }
    text
}

impl Vocabulary<'_> {
    /// Splits the heading of a project, in which a list's mark, a number or some words may stand before the code:
    /// `1.2 Scheda n. 2024_PD_0411 Title`.
    pub fn split_project_heading(self, text: &str) -> Option<(&str, &str)> {
        const MOST_WORDS: usize = 4;
        // With what a mark, a number, a word before a code, or the code itself begins.
        let first = text.as_bytes().first().map(u8::to_ascii_lowercase)?;
        let may_begin = !first.is_ascii() || first.is_ascii_digit() || b"spcian-*+<> ".contains(&first);
        if !(self.has_own_codes || (may_begin && self.may_head_project(text))) {
            return None;
        }
        let mut rest = without_marks(text);
        for _ in 0..=MOST_WORDS {
            if let Some((code, rest)) = self.split_project_code(rest) {
                return Some((code, rest.find("</").map_or(rest, |end| &rest[..end])));
            }
            let (word, after) = rest.split_once([' ', ':'])?;
            if !BEFORE_CODES.contains(&&*word.to_lowercase()) {
                return None;
            }
            rest = after.trim_start_matches([' ', ':', '-', '–', '\u{a0}']);
        }
        None
    }

    /// Whether a line may be the heading of a project, as far as it can be told at a glance: most lines are too long, or have no year.
    pub fn may_head_project(self, line: &str) -> bool {
        const LONGEST: usize = 160;
        line.len() <= LONGEST && has_year(line)
    }

    /// Whether a text may hold a project's code anywhere: most have no year.
    pub fn may_hold_code(self, text: &str) -> bool {
        self.has_own_codes || has_year(text)
    }

    /// Splits a heading that ends with a project's code, `Title - 2024_PD_0411`, into the code and what stands before it.
    pub fn split_code_at_end(self, text: &str) -> Option<(&str, &str)> {
        let text = text.trim_end_matches([')', ']', ' ', '.']);
        let start = text.rfind([' ', '(', '[', ':', '–', '—']).map(|at| at + 1)?;
        let code =
            text.get(start..).filter(|code| self.split_project_code(code).is_some_and(|(_, rest)| rest.is_empty()))?;
        let title = text[..start].trim_end_matches([' ', '(', '[', ':', '-', '–', '—']);
        (!title.is_empty()).then_some((code, title))
    }
}

/// Whether anything in a text begins like a year of this century.
fn has_year(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'2', bytes).any(|at| bytes.get(at + 1) == Some(&b'0'))
}

/// Whether a line has what may be a project's code near its beginning, with letters for digits or in another form: `2O24-PD-O102`.
pub fn resembles_project_code(words: &str) -> bool {
    let mended: String = without_marks(words)
        .chars()
        .take(60)
        .map(|c| match c {
            'O' | 'o' => '0',
            'I' | 'l' => '1',
            other => other,
        })
        .collect();
    let mut before = ' ';
    let found = mended.char_indices().any(|(at, c)| {
        let begins = !before.is_alphanumeric();
        before = c;
        begins && c == '2' && split_project_code(&mended[at..]).is_some()
    });
    found || words.split([' ', '_', '-', '.', ':']).take(5).any(|word| matches!(word, "PD" | "PG"))
}

/// Whether a line begins with the word for a project or its sheet, and has a number or a code right behind: `Scheda n. 5`.
pub fn heads_project(words: &str) -> bool {
    let lower = without_marks(words).to_lowercase();
    let mut words = lower.split([' ', ':']).filter(|word| !word.is_empty());
    let is_head = words.next().is_some_and(|word| HEADS.contains(&word));
    let next = words.find(|word| !BEFORE_CODES.contains(word));
    is_head && next.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()) || word.contains('_'))
}

/// Whether a cell holds an indicator's code: `M_0411_1_1`, `O_0105_1_A`, `O_015_1_10`.
pub fn is_indicator_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 5
        && matches!(bytes[0], b'M' | b'O' | b'P')
        && (bytes[1] == b'_' || bytes[1] == b'\\')
        && bytes[2..].contains(&b'_')
        && bytes.iter().all(|&b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'\\'))
}

/// The year at the head of a project's code.
pub fn year_of(code: &str) -> Option<u16> {
    split_project_code(code)?;
    code.get(..4)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cdr(text: &str) -> Option<(&str, &str)> {
        Vocabulary::default().split_cdr_heading(text)
    }

    #[test]
    fn a_cdr_heading_is_code_dash_name() {
        assert_eq!(cdr("A0 - DIREZIONE GENERALE"), Some(("A0", "DIREZIONE GENERALE")));
        assert_eq!(cdr("04 – SEGRETARIO"), Some(("04", "SEGRETARIO")));
        assert_eq!(cdr("CDR 12 - Servizio Legale"), Some(("12", "Servizio Legale")));
        for other in [
            "7 Gennaio",
            "- 7 Gennaio - Tricolore",
            "Via Roma - 5",
            "2024_PD_0411",
            "PEG - 2024",
            "1-8 ottobre",
            "12 - 13",
        ] {
            assert_eq!(cdr(other), None, "{other}");
        }
    }

    #[test]
    fn splits_codes_from_what_is_glued_to_them() {
        assert_eq!(split_project_code("2024_PD_0411"), Some(("2024_PD_0411", "")));
        assert_eq!(split_project_code(r"2024\_PG\_12PN PNRR"), Some((r"2024\_PG\_12PN", " PNRR")));
        assert_eq!(split_objective_code(r"2024\_OB\_04PR\_1"), Some((r"2024\_OB\_04PR\_1", "")));
        for no in [
            "2024_OB_0411",
            "2024_PD_0411_1",
            "2024_PD_",
            "2024 PD",
            "24_PD_0411",
            "",
            "2024_PD_04à",
            "2024-PD_0411",
            "2024 PD di x",
        ] {
            assert_eq!(split_project_code(no), None, "{no}");
        }
        for code in ["2024-PD-0102", "2024 PD 0102", "2024_pd_0102", "2024.PD.0102", "2024/PG/12PN"] {
            assert_eq!(split_project_code(code), Some((code, "")), "{code}");
        }
        assert_eq!(split_project_code("2024 PD 0102 Due"), Some(("2024 PD 0102", " Due")));
    }

    #[test]
    fn a_code_is_found_in_every_usual_heading() {
        let known = Vocabulary::default();
        for heading in [
            "2024_PD_0102 Due",
            "Codice progetto: 2024_PD_0102 Due",
            "1. 2024_PD_0102 Due",
            "1.2 2024_PD_0102 Due",
            "PROGETTO N. 2024_PD_0102 Due",
            "Scheda 2024_PD_0102 Due",
            "- 2024_PD_0102 Due",
            "<h2>2024_PD_0102 Due</h2>",
            "Scheda progetto - 2024_PD_0102 Due",
        ] {
            assert_eq!(known.split_project_heading(heading), Some(("2024_PD_0102", " Due")), "{heading}");
        }
        assert_eq!(known.split_project_heading("Vedi anche 2024_PD_0102"), None);
        for heading in ["Due - 2024_PD_0102", "Due (2024_PD_0102)", "Due: 2024_PD_0102"] {
            assert_eq!(known.split_code_at_end(heading), Some(("2024_PD_0102", "Due")), "{heading}");
        }
        assert_eq!(known.split_code_at_end("2024_PD_0102"), None);
    }

    #[test]
    fn a_code_is_one_however_it_is_written() {
        let text = "2024-pd-0102\n2024\\_PG\\_12PN\n2024 PD 04ab";
        let document = crate::source::Document::new("d".into(), true, 0, text.to_owned());
        let codes: Vec<_> = document.text().split('\n').map(|raw| project_code(document.place(raw))).collect();
        assert_eq!(codes, ["2024_PD_0102", "2024_PG_12PN", "2024_PD_04AB"]);
    }

    #[test]
    fn knows_an_indicator_from_other_cells() {
        for code in ["M_0411_1_1", "O_0105_1_A", "O_015_1_10", r"P\_04PN\_1\_1"] {
            assert!(is_indicator_code(code), "{code}");
        }
        for other in ["", "Nota:", "M_", "M 0411", "Poma Stefano", "M_0411 x"] {
            assert!(!is_indicator_code(other), "{other}");
        }
    }

    #[test]
    fn codes_carry_the_year() {
        assert_eq!((year_of("2024_PD_0411"), year_of("PD_0411")), (Some(2024), None));
    }
}
