//! Texts that have to fit: lines that are balanced, titles cut at a word, names cut to initials.

use super::font::width;
use super::style::Type;
use crate::present::visible_lines;

/// Words that must not stand before a cut: articles, prepositions, conjunctions.
const SMALL: [&str; 54] = [
    "a", "ad", "ai", "al", "alla", "alle", "allo", "agli", "con", "da", "dai", "dal", "dalla", "dalle", "dei", "del",
    "della", "delle", "dello", "degli", "di", "e", "ed", "fra", "gli", "i", "il", "in", "la", "le", "lo", "nei", "nel",
    "nella", "nelle", "nello", "negli", "o", "od", "per", "su", "sul", "sulla", "sulle", "tra", "un", "una", "uno",
    "and", "for", "of", "on", "the", "to",
];

/// Whether a text is written all in capitals.
pub fn shouts(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 2 && !text.chars().any(char::is_lowercase)
}

/// The kind of type for a title, as it is written.
pub fn title_type(title: &str, kind: Type) -> Type {
    if shouts(title) { kind.quieter() } else { kind }
}

/// A name of a service as a sentence writes it: `SERVIZIO POLIZIA E RETI` is `Servizio Polizia e Reti`.
pub fn calm(name: &str) -> String {
    if !shouts(name) {
        return name.to_owned();
    }
    let shown = crate::identity::shown(name);
    let word = |(at, word): (usize, &str)| {
        let small = word.to_lowercase();
        match small.split_once(['\'', '’']) {
            _ if at == 0 => word.to_owned(),
            _ if SMALL.contains(&&*small) => small,
            Some((article, _)) if is_elided(article) => format!("{article}{}", &word[article.len()..]),
            _ => word.to_owned(),
        }
    };
    shown.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}

/// A text as it is printed: what belongs together stays on one line, apostrophes are those of print.
pub fn printed(text: &str) -> String {
    visible_lines(text).replace(" %", "\u{A0}%").replace('\'', "’")
}

/// A sentence that begins with a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The lines of a text, none wider than `limit` unless a word is; a last line of one word is avoided.
pub fn wrapped(text: &str, kind: Type, limit: f64) -> Vec<String> {
    let lines = greedy(text, kind, limit);
    let is_lonely = lines.len() > 1 && lines.last().is_some_and(|last| !last.contains(' '));
    if !is_lonely {
        return lines;
    }
    // Narrower lines push words down.
    let narrower = (1..20).map(|step| greedy(text, kind, limit * (1.0 - f64::from(step) * 0.02)));
    let better = narrower
        .take_while(|other| other.len() == lines.len())
        .find(|other| other.last().is_some_and(|last| last.contains(' ')));
    better.unwrap_or(lines)
}

fn greedy(text: &str, kind: Type, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(line, kind) + width(&format!(" {word}"), kind) <= limit => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.is_empty() { vec![String::new()] } else { lines }
}

/// The lines of a headline: one if it fits, otherwise two, parted after a sign where both are long enough,
/// or of about the same length; more only where two are not enough.
pub fn headline(text: &str, kind: Type, limit: f64) -> Vec<String> {
    if width(text, kind) <= limit {
        return vec![text.to_owned()];
    }
    let splits: Vec<(&str, &str)> = text.match_indices(' ').map(|(at, _)| (&text[..at], &text[at + 1..])).collect();
    let fits = |(first, second): &&(&str, &str)| width(first, kind) <= limit && width(second, kind) <= limit;
    let is_long = |part: &str| width(part, kind) > limit / 4.0;
    let at_sign = splits
        .iter()
        .filter(fits)
        .find(|(first, second)| first.ends_with([';', ':', ',']) && is_long(first) && is_long(second));
    let unevenness = |(first, second): &(&str, &str)| (width(first, kind) - width(second, kind)).abs();
    let even = || splits.iter().filter(fits).min_by(|a, b| unevenness(a).total_cmp(&unevenness(b)));
    match at_sign.or_else(even) {
        Some((first, second)) => vec![(*first).to_owned(), (*second).to_owned()],
        None => wrapped(text, kind, limit).iter().map(|line| cut(line, kind, limit)).collect(),
    }
}

/// A text in one line, cut at a word where it does not fit, and never after a small word or a sign.
pub fn cut(text: &str, kind: Type, limit: f64) -> String {
    if width(text, kind) <= limit {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    for end in ends.into_iter().rev() {
        let kept = bare_end(&text[..end]);
        let shortened = format!("{kept}…");
        if !kept.is_empty() && width(&shortened, kind) <= limit {
            return shortened;
        }
    }
    // A single word that is too long.
    let mut kept = String::new();
    for c in text.chars() {
        if width(&format!("{kept}{c}…"), kind) > limit {
            break;
        }
        kept.push(c);
    }
    kept + "…"
}

/// A text without small words and signs at its end.
fn bare_end(text: &str) -> &str {
    let mut kept = text;
    loop {
        let without_signs = kept.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '»' | '”'));
        // An apostrophe at the end is an elision, or an accent.
        let without_signs = if kept[without_signs.len()..].starts_with(['\'', '’']) && !is_elided(without_signs) {
            &kept[..without_signs.len() + kept[without_signs.len()..].chars().next().map_or(0, char::len_utf8)]
        } else {
            without_signs
        };
        let last = without_signs.rsplit([' ', '\'', '’']).next().unwrap_or_default().to_lowercase();
        if !SMALL.contains(&&*last) || without_signs.len() == last.len() {
            return without_signs;
        }
        kept = &without_signs[..without_signs.len() - last.len()];
    }
}

/// Whether a text ends in a word that an apostrophe only begins: `dell`.
fn is_elided(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    ["l", "d", "un", "dell", "all", "nell", "sull", "dall", "quell"].contains(&&*last)
}

/// A text in two lines at most, of about the same length, the second cut where even that does not do.
pub fn two_lines(text: &str, kind: Type, limit: f64) -> Vec<String> {
    let lines = at_most(text, kind, limit, 2);
    let [first, second] = &lines[..] else { return lines };
    if second.ends_with('…') || width(text, kind) <= limit {
        return lines;
    }
    let whole = format!("{first} {second}");
    let splits = whole.match_indices(' ').map(|(at, _)| (&whole[..at], &whole[at + 1..]));
    let fitting = splits.filter(|(a, b)| width(a, kind) <= limit && width(b, kind) <= limit);
    let unevenness = |(a, b): &(&str, &str)| {
        // A small word at the end of a line reads badly.
        let last = a.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let penalty = if SMALL.contains(&&*last) { 3.0 } else { 0.0 };
        (width(a, kind) - width(b, kind)).abs() + penalty
    };
    let best = fitting.min_by(|a, b| unevenness(a).total_cmp(&unevenness(b)));
    best.map_or(lines.clone(), |(a, b)| vec![a.to_owned(), b.to_owned()])
}

/// A text in so many lines at most, the last cut where it does not fit.
pub fn at_most(text: &str, kind: Type, limit: f64, most: usize) -> Vec<String> {
    let mut lines = greedy(text, kind, limit);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(cut(&rest, kind, limit));
    }
    lines.into_iter().map(|line| cut(&line, kind, limit)).collect()
}

/// A text whose words are parted, with a hyphen, where one is wider than a line.
pub fn parted(text: &str, kind: Type, limit: f64) -> String {
    text.split(' ').map(|word| parted_word(word, kind, limit)).collect::<Vec<_>>().join(" ")
}

fn parted_word(word: &str, kind: Type, limit: f64) -> String {
    if width(word, kind) <= limit {
        return word.to_owned();
    }
    let fitting = syllables(word).into_iter().rfind(|&at| width(&format!("{}-", &word[..at]), kind) <= limit);
    match fitting {
        Some(at) => format!("{}- {}", &word[..at], parted_word(&word[at..], kind, limit)),
        None => word.to_owned(),
    }
}

/// Where a word may be parted, as Italian does it: before a consonant that a vowel follows, but never after an
/// `s`, nor within what sounds as one, and with three letters at least on each side.
fn syllables(word: &str) -> Vec<usize> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let is_vowel = |c: char| "aeiouàèéìòùAEIOUÀÈÉÌÒÙ".contains(c);
    let may_part = |at: usize| {
        let [before, own, after] = [letters[at - 1].1, letters[at].1, letters[at + 1].1];
        let is_start = own.is_alphabetic() && !is_vowel(own) && is_vowel(after);
        let one = |first: char| "sS".contains(first) || ("gcGC".contains(first) && "lnhLNH".contains(own));
        let with_liquid = "lrLR".contains(own) && !is_vowel(before) && !before.eq_ignore_ascii_case(&own);
        is_start && before.is_alphabetic() && !with_liquid && (is_vowel(before) || !one(before))
    };
    let places = 3..letters.len().saturating_sub(2);
    places.filter(|&at| may_part(at)).map(|at| letters[at].0).collect()
}

/// A name that fits: its last words become initials, one after the other from the end, but never the first
/// two; only then is it cut.
pub fn name(full: &str, kind: Type, limit: f64) -> String {
    if width(full, kind) <= limit {
        return full.to_owned();
    }
    let mut words: Vec<String> = full.split(' ').map(str::to_owned).collect();
    for at in (2..words.len()).rev() {
        words[at] = initial(&words[at]);
        let shortened = words.join(" ");
        if width(&shortened, kind) <= limit {
            return shortened;
        }
    }
    let shortened = words.join(" ");
    let mut kept = String::new();
    for c in shortened.chars() {
        if width(&format!("{kept}{c}…"), kind) > limit {
            break;
        }
        kept.push(c);
    }
    kept.trim_end().to_owned() + "…"
}

/// A name in short: the first words whole, the last as an initial.
pub fn short_name(full: &str) -> String {
    match full.rsplit_once(' ') {
        Some((rest, last)) if last.chars().any(char::is_alphabetic) => format!("{rest} {}", initial(last)),
        _ => full.to_owned(),
    }
}

fn initial(word: &str) -> String {
    match word.chars().next() {
        Some(first) if first.is_alphabetic() => format!("{first}."),
        _ => word.to_owned(),
    }
}

/// The part of a project's code after its last underscore: `0411` of `2024_PD_0411`.
pub fn short_code(code: &str) -> &str {
    code.rsplit('_').next().unwrap_or(code)
}

/// A number raised: `¹²`.
pub fn raised(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0') % 10]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::chart::style::{NAME, PROJECT_TITLE, TITLE};

    #[test]
    fn titles_are_cut_at_a_word_that_says_something() {
        let cut = |text: &str, limit| cut(text, PROJECT_TITLE, limit);
        assert_eq!(cut("Pareri legali", 50.0), "Pareri legali");
        let title = "Attività di prevenzione e repressione di comportamenti illeciti";
        for limit in 20..70 {
            let shortened = cut(title, f64::from(limit));
            assert!(width(&shortened, PROJECT_TITLE) <= f64::from(limit));
            let kept = shortened.trim_end_matches('…');
            assert!(kept.len() == title.len() || !SMALL.contains(&kept.rsplit(' ').next().unwrap()), "{shortened}");
        }
        assert_eq!(cut("Rappresentanza dell'Ente", 28.0), "Rappresentanza…");
        assert!(cut("Precipitevolissimevolmente", 20.0).ends_with('…'));
    }

    #[test]
    fn names_lose_words_to_initials_from_the_end() {
        let long = "Filippi Ferro Irma Carla Grazia";
        let full = width(long, NAME);
        assert_eq!(name(long, NAME, full), long);
        assert_eq!(name(long, NAME, full - 1.0), "Filippi Ferro Irma Carla G.");
        assert_eq!(name(long, NAME, width("Filippi Ferro Irma C. G.", NAME) + 0.1), "Filippi Ferro Irma C. G.");
        assert!(name("Quattrocchi-Valdambrini-Sant’Ambrogio Massimiliano", NAME, 30.0).ends_with('…'));
        assert_eq!(short_name("Rossi Anna"), "Rossi A.");
        assert_eq!(short_name("Persona 001"), "Persona 001");
    }

    #[test]
    fn headlines_break_where_the_sentence_does() {
        let text = "Servizio Polizia Locale e Protezione Civile: nessuno oltre il 100 %, 1 persona su 3 sotto";
        let lines = headline(text, TITLE, 158.0);
        assert_eq!(lines[0], "Servizio Polizia Locale e Protezione Civile:");
        assert_eq!(headline("Corto", TITLE, 158.0), ["Corto"]);
    }

    #[test]
    fn no_last_line_has_one_word() {
        let text = "«Uno» e «Due» sono forse la stessa persona scritta in due modi: insieme farebbero tutto quanto";
        for limit in 40..90 {
            let lines = wrapped(text, NAME, f64::from(limit));
            assert_eq!(lines.join(" "), text);
            assert!(lines.last().unwrap().contains(' '), "{lines:?}");
        }
    }

    #[test]
    fn long_words_are_parted_by_syllables() {
        let all = |word: &str| {
            let mut parts = word.to_owned();
            for at in syllables(word).into_iter().rev() {
                parts.insert(at, '-');
            }
            parts
        };
        assert_eq!(all("rappresentanza"), "rappre-sen-tanza");
        assert_eq!(all("istituzionali"), "isti-tu-zio-nali");
        assert_eq!(parted("la rappresentanza", NAME, 15.0), "la rappresen- tanza");
        assert_eq!(parted("la rappresentanza", NAME, 12.0), "la rappre- sentanza");
    }

    #[test]
    fn services_are_written_calmly() {
        assert_eq!(calm("SERVIZIO POLIZIA LOCALE E PROTEZIONE CIVILE"), "Servizio Polizia Locale e Protezione Civile");
        assert_eq!(calm("UFFICIO DELL'UNIONE"), "Ufficio dell'Unione");
        assert_eq!(calm("Direzione Generale"), "Direzione Generale");
        assert_eq!(capitalised("nessuno"), "Nessuno");
        assert_eq!(raised(12), "¹²");
        assert_eq!(short_code("2024_PD_0411"), "0411");
    }
}
