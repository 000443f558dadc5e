//! Names as tables write them: the name itself, and what stands beside it without being a part of it.

use std::borrow::Cow;

use super::key;
use super::number_beside::{NumberBeside, number_in};
use super::remark::{is_remark, is_short_role};

/// The name alone: without titles, marks of notes, remarks about the contract, and signs of Markdown.
///
/// A remark in brackets of which nothing is known stays: it may be what tells two people of one name apart.
///
/// ```
/// use cento::identity::bare;
///
/// assert_eq!(bare("Dott.ssa Arrighi Marta"), "Arrighi Marta");
/// assert_eq!(bare("Cavicchi Ettore - PT 83,33%"), "Cavicchi Ettore");
/// assert_eq!(bare("Rossi Anna (part-time)²"), "Rossi Anna");
/// assert_eq!(bare("Rossi Mario (1975)"), "Rossi Mario (1975)");
/// ```
pub fn bare(written: &str) -> Cow<'_, str> {
    if is_plain(written) { Cow::Borrowed(written) } else { Parts::of(written).name }
}

/// What stands beside a name: titles, marks of notes, remarks; in the order in which they come off.
///
/// ```
/// use cento::identity::remarks;
///
/// assert_eq!(remarks("Dott. Rossi Anna (part-time)*"), ["*", "part-time", "Dott."]);
/// assert!(remarks("Rossi Anna").is_empty());
/// ```
pub fn remarks(written: &str) -> Vec<String> {
    if is_plain(written) { Vec::new() } else { Parts::of(written).remarks }
}

/// Whether a title stands beside a name.
pub fn has_title(written: &str) -> bool {
    remarks(written).iter().any(|remark| is_title(remark))
}

/// What all spellings of the person have in common whose name is written so: the [`key`] of the name alone.
///
/// ```
/// use cento::identity::person_key;
///
/// assert_eq!(person_key("Galli Irma (Arch.)"), person_key("Arch. GALLI IRMA"));
/// ```
pub fn person_key(written: &str) -> String {
    key(&bare(written))
}

/// The personnel number that is written beside a name in its cell.
///
/// ```
/// use cento::identity::number_beside;
///
/// assert_eq!(number_beside("1021 - Rossi Mario").as_deref(), Some("1021"));
/// assert_eq!(number_beside("Rossi Mario (matr. 1021)").as_deref(), Some("1021"));
/// assert!(number_beside("Rossi Mario (1970)").is_none(), "it may be the year of somebody's birth");
/// ```
pub fn number_beside(written: &str) -> Option<String> {
    let has_digit = written.bytes().any(|byte| byte.is_ascii_digit());
    if has_digit { Parts::of(written).number } else { None }
}

/// A name taken apart.
struct Parts<'a> {
    name: Cow<'a, str>,
    remarks: Vec<String>,
    number: Option<String>,
}

/// Whether a name has nothing that could come off, as most have not.
fn is_plain(written: &str) -> bool {
    written.bytes().all(|byte| IS_OF_NAME[usize::from(byte)])
        && (written.is_ascii() || !written.contains(is_superscript))
        && !begins_with_title(written)
        && ![" EQ", " PO", " RUP"].iter().any(|role| written.ends_with(role))
}

/// The bytes of letters, spaces and apostrophes.
const IS_OF_NAME: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 255 {
        table[byte as usize] = byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'\'') || byte >= 0xC3;
        byte += 1;
    }
    table
};

impl<'a> Parts<'a> {
    fn of(written: &'a str) -> Self {
        let mut parts = Self { name: Cow::Borrowed(written.trim()), remarks: Vec::new(), number: None };
        parts.unlink();
        // What stands behind a remark may be another: until nothing comes off any more.
        while parts.drop_marks()
            || parts.drop_brackets()
            || parts.drop_tail()
            || parts.drop_short_role()
            || parts.drop_title()
            || parts.drop_number()
        {}
        parts
    }

    /// Takes off the signs of Markdown: `_x_` and `[x](address)`.
    fn unlink(&mut self) {
        let Cow::Borrowed(text) = self.name else { return };
        let between = |mark: char| text.strip_prefix(mark)?.strip_suffix(mark);
        let linked =
            text.strip_prefix('[').and_then(|text| text.split_once("](")).filter(|(_, rest)| rest.ends_with(')'));
        let inner = between('_').or_else(|| between('`')).or(linked.map(|(inner, _)| inner));
        if let Some(inner) = inner.filter(|inner| !inner.is_empty()) {
            self.name = Cow::Borrowed(inner.trim());
        }
    }

    /// Keeps what came off, and the name without it, if any of the name is left.
    fn keep(&mut self, remark: &str, name: &str) -> bool {
        let (name, remark) = (name.trim().to_owned(), remark.trim().to_owned());
        let has_name = name.chars().any(char::is_alphabetic);
        if has_name {
            self.remarks.push(remark);
            self.name = Cow::Owned(name);
        }
        has_name
    }

    /// Takes off marks of notes: asterisks, daggers, raised figures and letters.
    fn drop_marks(&mut self) -> bool {
        let is_mark = |c: char| matches!(c, '*' | '†' | '‡' | '§') || is_superscript(c);
        if !self.name.contains(is_mark) {
            return false;
        }
        let marks: String = self.name.chars().filter(|c| is_mark(*c)).collect();
        let name = self.name.replace(is_mark, "");
        self.keep(&marks, &name)
    }

    /// Takes off what stands in brackets, if it is the mark of a note, a title or a known remark.
    fn drop_brackets(&mut self) -> bool {
        let text = self.name.clone();
        let pairs = [('(', ')'), ('[', ']')];
        let found = pairs.iter().find_map(|&(open, close)| {
            let start = text.rfind(open)?;
            let end = start + text[start..].find(close)?;
            let inside = &text[start + 1..end];
            let is_known = is_note(inside) || is_remark(inside) || is_title(inside.trim());
            is_known
                .then(|| (inside.to_owned(), format!("{} {}", text[..start].trim_end(), text[end + 1..].trim_start())))
        });
        found.is_some_and(|(remark, name)| self.keep(&remark, &name))
    }

    /// Takes off a remark, or a title, behind a dash or a comma.
    fn drop_tail(&mut self) -> bool {
        let text = self.name.clone();
        let found = [" - ", " – ", " — ", ", ", " / "].iter().find_map(|mark| {
            let (name, tail) = text.rsplit_once(mark)?;
            let is_category = || matches!(tail.trim(), "A" | "B" | "C" | "D") && name.trim().contains(' ');
            (is_remark(tail) || is_title(tail.trim()) || is_category()).then_some((tail, name))
        });
        // `Rossi Mario-EQ`: a surname of two parts has no such part.
        let glued = || {
            let (name, tail) = text.rsplit_once(['-', '–', '—', '/'])?;
            is_short_role(name, tail.trim()).then_some((tail, name))
        };
        found.or_else(glued).is_some_and(|(tail, name)| self.keep(tail, name))
    }

    /// Takes off a role in short that stands behind the name with nothing between: `Rossi Mario EQ`, `Rossi Mario cat. D`.
    fn drop_short_role(&mut self) -> bool {
        let text = self.name.clone();
        let Some((name, last)) = text.rsplit_once(' ') else { return false };
        if is_short_role(name, last) {
            return self.keep(last, name);
        }
        let before =
            name.rsplit_once(' ').filter(|(_, word)| matches!(key(word).trim_end_matches('.'), "cat" | "categoria"));
        before.is_some_and(|(name, _)| last.len() <= 3 && self.keep(&text[name.len()..], name))
    }

    /// Takes off a personnel number.
    fn drop_number(&mut self) -> bool {
        let text = self.name.clone();
        let Some(NumberBeside { number, remark, name }) = number_in(&text) else { return false };
        self.number = self.number.take().or(number.map(str::to_owned));
        self.keep(remark, name)
    }

    /// Takes off a title in front.
    fn drop_title(&mut self) -> bool {
        let text = self.name.clone();
        let Some((title, name)) = split_title(&text) else { return false };
        self.keep(title, name)
    }
}

/// Titles, in small letters and without points.
const TITLES: [&str; 19] = [
    "dott",
    "dottssa",
    "dottore",
    "dottoressa",
    "dr",
    "drssa",
    "ing",
    "avv",
    "arch",
    "geom",
    "rag",
    "prof",
    "profssa",
    "sig",
    "sigra",
    "sigrina",
    "signor",
    "signora",
    "perind",
];
/// Those that are a title only with a point: without one they are syllables of names.
const WITH_POINT: [&str; 17] = [
    "per", "pi", "agr", "dottagr", "cav", "comm", "isp", "sovr", "ass", "cap", "ten", "resp", "dir", "coord", "ref",
    "funz", "istr",
];

/// Whether a text is nothing but a title.
fn is_title(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| !matches!(c, '.' | ' ')).flat_map(char::to_lowercase).collect();
    TITLES.contains(&&*plain) || (text.contains('.') && WITH_POINT.contains(&&*plain))
}

/// The title with which a name begins, and what follows it: `Dott.ssa`, `Dott. ssa`, `Per. Ind.`, `Dott.Rossi`.
fn split_title(text: &str) -> Option<(&str, &str)> {
    let ends = text.char_indices().filter(|&(_, c)| matches!(c, '.' | ' ')).map(|(at, c)| at + usize::from(c == '.'));
    let longest = ends.take_while(|end| *end <= 16).filter(|&end| end > 0 && is_title(&text[..end])).last()?;
    let rest = text[longest..].trim_start();
    let goes_on = rest.starts_with(char::is_alphabetic) && !text[longest..].starts_with(char::is_lowercase);
    goes_on.then_some((&text[..longest], rest))
}

fn begins_with_title(written: &str) -> bool {
    // The first two letters tell most names apart.
    let [Some(initial), Some(second)] = [0, 1].map(|at| written.as_bytes().get(at).map(u8::to_ascii_lowercase)) else {
        return false;
    };
    let may_begin = match initial {
        b'd' => matches!(second, b'o' | b'r'),
        b'i' => second == b'n',
        b'a' => matches!(second, b'v' | b'r'),
        b'g' => second == b'e',
        b'r' => second == b'a',
        b'p' => matches!(second, b'r' | b'e'),
        b's' => second == b'i',
        _ => false,
    };
    if !may_begin {
        return false;
    }
    let first = &written[..written.bytes().take(11).position(|byte| byte == b' ').unwrap_or(0)];
    TITLES.iter().any(|title| first.eq_ignore_ascii_case(title)) && split_title(written).is_some()
}

/// Whether what stands in brackets is the mark of a note: a number, a letter, an asterisk.
fn is_note(inside: &str) -> bool {
    let inside = inside.trim();
    let is_number = inside.len() <= 2 && inside.bytes().all(|byte| byte.is_ascii_digit());
    inside.is_empty() || is_number || inside.chars().count() == 1 || inside.chars().all(|c| c == '*')
}

/// Whether a letter or digit is raised.
pub fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁺'..='ⁿ' | 'ª' | 'º' | 'ᵃ'..='ᵿ' | 'ʰ'..='ʸ' | 'ˡ'..='ˣ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_is_known_by_its_first_letters() {
        for title in TITLES {
            assert!(!is_plain(&format!("{title} Rossi Ada")), "{title}");
        }
    }

    #[test]
    fn titles_marks_and_remarks_come_off() {
        for (written, name) in [
            ("Ing. Bolzoni Piero", "Bolzoni Piero"),
            ("Bolzoni Piero (luglio-dicembre)", "Bolzoni Piero"),
            ("Bolzoni Piero (da luglio)", "Bolzoni Piero"),
            ("Bolzoni Piero (II semestre)", "Bolzoni Piero"),
            ("Bolzoni Piero (1/1-30/6)", "Bolzoni Piero"),
            ("Bolzoni Piera (Maggio)", "Bolzoni Piera (Maggio)"),
            ("Dott. ssa Arrighi Marta", "Arrighi Marta"),
            ("Dott.Rossi Mario", "Rossi Mario"),
            ("Prof. Ing. Rossi Mario", "Rossi Mario"),
            ("DR. ROSSI MARIO", "ROSSI MARIO"),
            ("Irma Galli (Arch.)", "Irma Galli"),
            ("Galli Irma, Arch.", "Galli Irma"),
            ("Bolzoni Piero (part-time 50%)", "Bolzoni Piero"),
            ("Ferrari Dino (in comando)", "Ferrari Dino"),
            ("Ferrari Dino (fino al 30/6)", "Ferrari Dino"),
            ("Rossi Anna*", "Rossi Anna"),
            ("Rossi Anna (1)", "Rossi Anna"),
            ("Rossi Anna ᵃ", "Rossi Anna"),
            ("_Rossi Anna_", "Rossi Anna"),
            ("[Rossi Anna](mailto:a@b.it)", "Rossi Anna"),
            ("Rossi Anna - 36 ore", "Rossi Anna"),
            ("Rossi Anna", "Rossi Anna"),
            ("Rossi-Bianchi Ada", "Rossi-Bianchi Ada"),
            ("D'Angelo Nicolò", "D'Angelo Nicolò"),
            ("Rossi A.", "Rossi A."),
            ("De Rossi, Anna Maria", "De Rossi, Anna Maria"),
            ("Rossi Mario (senior)", "Rossi Mario (senior)"),
            ("Ingrassia Ada", "Ingrassia Ada"),
            ("Per Olof Rossi", "Per Olof Rossi"),
            ("Rossi Mario (EQ)", "Rossi Mario"),
            ("Rossi Mario - EQ", "Rossi Mario"),
            ("Rossi Mario-EQ", "Rossi Mario"),
            ("Rossi Mario EQ", "Rossi Mario"),
            ("ROSSI MARIO P.O.", "ROSSI MARIO"),
            ("Rossi Mario / RUP", "Rossi Mario"),
            ("Rossi Mario (D3) (t.d.)", "Rossi Mario"),
            ("Rossi Mario cat. D", "Rossi Mario"),
            ("Resp. Rossi Mario", "Rossi Mario"),
            ("Rossi Mario – Istruttore amm.vo", "Rossi Mario"),
            ("Rossi Mario (Tributi)", "Rossi Mario (Tributi)"),
            ("Rossi Mario (1021) EQ", "Rossi Mario"),
            ("1021 - Dott. Rossi Mario (EQ)", "Rossi Mario"),
            ("MARIA PO", "MARIA PO"),
            ("Bianchi-Po Ada", "Bianchi-Po Ada"),
            ("*", "*"),
        ] {
            assert_eq!(bare(written), name, "{written}");
        }
    }
}
