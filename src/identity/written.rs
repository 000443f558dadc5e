//! Names as tables write them: the name itself, and what stands beside it without being a part of it.

use std::borrow::Cow;

use super::key;
use super::lexicon::is_given;

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

/// A name taken apart.
struct Parts<'a> {
    name: Cow<'a, str>,
    remarks: Vec<String>,
}

/// Whether a name has nothing that could come off, as most have not.
fn is_plain(written: &str) -> bool {
    let is_of_name = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'\'') || byte >= 0xC3;
    written.bytes().all(is_of_name)
        && (written.is_ascii() || !written.contains(is_superscript))
        && !begins_with_title(written)
}

impl<'a> Parts<'a> {
    fn of(written: &'a str) -> Self {
        let mut parts = Self { name: Cow::Borrowed(written.trim()), remarks: Vec::new() };
        parts.unlink();
        // What stands behind a remark may be another: until nothing comes off any more.
        while parts.drop_marks() || parts.drop_brackets() || parts.drop_tail() || parts.drop_title() {}
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
        let found = [" - ", " – ", " — ", ", "].iter().find_map(|mark| {
            let (name, tail) = text.rsplit_once(mark)?;
            (is_remark(tail) || is_title(tail.trim())).then_some((tail, name))
        });
        found.is_some_and(|(tail, name)| self.keep(tail, name))
    }

    /// Takes off a title in front.
    fn drop_title(&mut self) -> bool {
        let text = self.name.clone();
        let Some((title, name)) = split_title(&text) else { return false };
        self.keep(title, name)
    }
}

/// Titles, in small letters and without points.
const TITLES: [&str; 30] = [
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
    "per",
    "perind",
    "pi",
    "agr",
    "dottagr",
    "cav",
    "comm",
    "isp",
    "sovr",
    "ass",
    "cap",
    "ten",
];
/// Those of them that are a title without a point, too: the others are syllables of names.
const WITHOUT_POINT: [&str; 19] = [
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

/// Whether a text is nothing but a title.
fn is_title(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| !matches!(c, '.' | ' ')).flat_map(char::to_lowercase).collect();
    let titles: &[&str] = if text.contains('.') { &TITLES } else { &WITHOUT_POINT };
    titles.contains(&&*plain)
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
    let first = &written[..written.bytes().take(11).position(|byte| byte == b' ').unwrap_or(0)];
    WITHOUT_POINT.iter().any(|title| first.eq_ignore_ascii_case(title)) && split_title(written).is_some()
}

/// Whether what stands in brackets is the mark of a note: a number, a letter, an asterisk.
fn is_note(inside: &str) -> bool {
    let inside = inside.trim();
    let is_number = inside.len() <= 2 && inside.bytes().all(|byte| byte.is_ascii_digit());
    inside.is_empty() || is_number || inside.chars().count() == 1 || inside.chars().all(|c| c == '*')
}

/// The words with which remarks about a contract begin, in small letters: all of the word, or its beginning.
const REMARKS: [&str; 26] = [
    "pt",
    "p.t.",
    "p.t",
    "p/t",
    "ft",
    "f.t.",
    "td",
    "t.d.",
    "t.d",
    "ti",
    "t.i.",
    "t.i",
    "cfl",
    "c.f.l.",
    "lsu",
    "ltd",
    "l.t.d.",
    "cat.",
    "cat",
    "ad",
    "in",
    "dal",
    "al",
    "fino",
    "co.co.co",
    "co.co.co.",
];
const REMARKS_BEGIN: [&str; 28] = [
    "part-time",
    "part time",
    "parttime",
    "full-time",
    "full time",
    "tempo ",
    "temp.",
    "comand",
    "distacc",
    "aspettativa",
    "maternit",
    "congedo",
    "supplen",
    "sostitu",
    "cessat",
    "cessazione",
    "pension",
    "quiescenza",
    "assunt",
    "neoassunt",
    "somministra",
    "interinal",
    "stagional",
    "tirocin",
    "stag",
    "orario ",
    "interim",
    "determinato",
];

/// Whether a text is a remark about somebody's contract, and no name: *part-time 50 %*, *in comando*, *36 ore*.
fn is_remark(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let first = lower.split([' ', ',', '%']).next().unwrap_or_default();
    let states_share =
        lower.contains('%') || lower.split_whitespace().any(|word| matches!(word, "ore" | "h" | "h/sett"));
    let is_figure = first.bytes().any(|byte| byte.is_ascii_digit());
    (states_share && is_figure)
        || REMARKS.contains(&first) && !matches!(lower.as_str(), "ad" | "in" | "al")
        || REMARKS_BEGIN.iter().any(|word| lower.starts_with(word))
}

/// Whether a letter or digit is raised.
pub fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁺'..='ⁿ' | 'ª' | 'º' | 'ᵃ'..='ᵿ' | 'ʰ'..='ʸ' | 'ˡ'..='ˣ')
}

/// The placeholders for nothing, in small letters: what programs and people write where nobody is meant.
const NOTHING: [&str; 22] = [
    "nan",
    "none",
    "null",
    "nil",
    "n.d.",
    "n.d",
    "nd",
    "n/d",
    "#n/d",
    "#n/a",
    "n/a",
    "n.a.",
    "n.a",
    "na",
    "<na>",
    "nat",
    "idem",
    "id.",
    "c.s.",
    "come sopra",
    "vedi sopra",
    "#rif!",
];

/// Whether what is written where a name belongs stands for nothing.
///
/// ```
/// use cento::identity::is_nothing;
///
/// assert!(is_nothing("NaN") && is_nothing("—") && is_nothing("idem") && is_nothing("#N/D"));
/// assert!(!is_nothing("Rossi Ada"));
/// ```
pub fn is_nothing(written: &str) -> bool {
    if written.len() > 16 {
        return false;
    }
    let plain = written.trim();
    NOTHING.iter().any(|nothing| plain.eq_ignore_ascii_case(nothing)) || !plain.chars().any(char::is_alphanumeric)
}

/// Whether a name, of which `key` is the [`key`], is that of nobody yet: a vacancy.
///
/// ```
/// use cento::identity::{is_vacancy, key};
///
/// for name in ["TBD", "Da assumere", "Posto vacante cat. C", "N. N.", "n. 2 istruttori amministrativi"] {
///     assert!(is_vacancy(&key(name)), "{name}");
/// }
/// assert!(!is_vacancy(&key("Da Re Mario")) && !is_vacancy(&key("Nardi N.")));
/// ```
pub fn is_vacancy(key: &str) -> bool {
    const WHOLE: [&str; 14] = [
        "tbd",
        "t.b.d.",
        "tba",
        "t.b.a.",
        "n.n.",
        "n. n.",
        "nn",
        "n n",
        "xx",
        "xxx",
        "vacancy",
        "open position",
        "nuova assunzione",
        "nuovo assunto",
    ];
    const BEGINNINGS: [&str; 9] = [
        "posto ",
        "n. posti ",
        "to be ",
        "not yet ",
        "nome da ",
        "figura da ",
        "unita da ",
        "personale da ",
        "risorsa da ",
    ];
    if key.len() < 2 {
        return false;
    }
    let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let is_infinitive = |word: &str| word.len() > 5 && ["are", "ere", "ire"].iter().any(|end| word.ends_with(end));
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let counts = (is_number(first) && second.starts_with(char::is_alphabetic))
        || (matches!(first, "n" | "nr" | "num" | "x") && is_number(second));
    WHOLE.contains(&key)
        || BEGINNINGS.iter().any(|start| key.starts_with(start))
        || key.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "vacante" | "vacanti" | "vacant"))
        || (first == "da" && is_infinitive(second))
        || counts
}

/// Whether a cell may name several people, as its signs say: most have letters and single spaces alone, and no *e* between them.
pub fn may_name_several(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    let is_sign = |byte: u8| !(byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'\'' | b'.'));
    let has_and = |at: usize| {
        bytes[at] == b' '
            && bytes.get(at + 1).is_some_and(|byte| byte.eq_ignore_ascii_case(&b'e'))
            && bytes.get(at + 2).is_some_and(|byte| matches!(byte, b' ' | b'd' | b'D'))
    };
    (0..bytes.len()).any(|at| is_sign(bytes[at]) || has_and(at))
}

/// Whether a cell names several people; `lines` are its lines, as they are written.
///
/// ```
/// use cento::identity::names_several;
///
/// for cell in ["Arrighi Marta / Bolzoni Piero", "Cavicchi Ettore e Ferrari Dino", "Galli Irma, Longhi Ada"] {
///     assert!(names_several(&[cell]), "{cell}");
/// }
/// assert!(names_several(&["Arrighi Marta", "Bolzoni Piero"]));
/// assert!(!names_several(&["De Rossi, Anna Maria"]) && !names_several(&["De Rossi", "Anna Maria"]));
/// ```
pub fn names_several(lines: &[&str]) -> bool {
    if lines.len() > 1 && are_people(lines) {
        return true;
    }
    lines.iter().any(|line| {
        let line = bare(line);
        if !line.bytes().any(|byte| matches!(byte, b'/' | b'+' | b'&' | b';' | b',' | b'-') || byte == 0xE2)
            && !has_and(&line)
        {
            return false;
        }
        let begins_name =
            |part: &&str| part.trim().chars().next().is_some_and(char::is_uppercase) && part.trim().len() > 1;
        let joined: Vec<&str> = line.split(['/', '+', '&', ';']).collect();
        let listed: Vec<&str> = line.split(", ").collect();
        let dashed: Vec<&str> = line.split(" - ").flat_map(|part| part.split(" – ")).collect();
        (joined.len() > 1 && joined.iter().all(begins_name))
            || has_and(&line)
            || (listed.len() > 1 && are_people(&listed))
            || (dashed.len() > 1 && dashed.iter().all(|part| is_of_two_with_given(part)))
    })
}

/// Whether *e* or *ed* stands between two words.
fn has_and(line: &str) -> bool {
    let mut words = line.split(' ').filter(|word| !word.is_empty()).skip(1).peekable();
    while let Some(word) = words.next() {
        if matches!(word, "e" | "E" | "ed" | "ED") && words.peek().is_some() {
            return true;
        }
    }
    false
}

/// Whether each of some texts is a whole name: of two words at least, the last not only given names of the one before.
fn are_people(parts: &[&str]) -> bool {
    let words = |part: &str| part.split(' ').filter(|word| word.len() > 1).map(key).collect::<Vec<_>>();
    let whole = |part: &&str| words(part).len() >= 2 && !is_remark(part);
    let has_other = |part: &&str| words(part).iter().any(|word| !is_given(word));
    parts.iter().all(whole) && parts.iter().skip(1).all(has_other)
}

fn is_of_two_with_given(part: &str) -> bool {
    let words: Vec<String> = part.split(' ').filter(|word| word.len() > 1).map(key).collect();
    words.len() >= 2 && words.iter().any(|word| is_given(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_marks_and_remarks_come_off() {
        for (written, name) in [
            ("Ing. Bolzoni Piero", "Bolzoni Piero"),
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
            ("*", "*"),
        ] {
            assert_eq!(bare(written), name, "{written}");
        }
    }

    #[test]
    fn nobody_is_nobody() {
        for nothing in ["NaN", "None", "null", "n.d.", "#N/D", "-", "–", "idem", "...", ""] {
            assert!(is_nothing(nothing), "{nothing}");
        }
        for vacancy in ["tbd", "da individuare", "vacante", "istruttore vacante", "2 istruttori", "n. 3 unita", "nn"] {
            assert!(is_vacancy(vacancy), "{vacancy}");
        }
        for name in
            ["da ponte ada", "nanni ada", "nono ada", "rossi n.", "posta ada", "tutti gli operatori", "agenti di p.l."]
        {
            assert!(!is_vacancy(name) && !is_nothing(name), "{name}");
        }
    }

    #[test]
    fn several_people_are_told_from_one() {
        for several in [
            "Rossi Mario e Bianchi Ada",
            "Rossi/Bianchi",
            "Rossi e Bianchi",
            "Rossi Ada; Verdi Ugo",
            "Rossi Ada - Verdi Ugo",
        ] {
            assert!(names_several(&[several]), "{several}");
        }
        for one in [
            "Rossi-Bianchi Ada",
            "Rossi Ada",
            "Rossi, Ada",
            "Emanuele d'Este",
            "Rossi Ada, part-time",
            "Rossi Ada c/o Enia",
        ] {
            assert!(!names_several(&[one]), "{one}");
        }
        assert!(!names_several(&["Rossi", "Mario"]) && !names_several(&["Rossi Anna", "Maria"]));
    }
}
