//! Cells that name several people.

use super::key;
use super::lexicon::is_given;
use super::remark::is_remark;
use super::written::bare;

/// Whether a cell may name several people, as its signs say: most have letters and single spaces alone, and no *e* between them.
pub fn may_name_several(raw: &str) -> bool {
    let is_sign = |byte: u8| !(byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'\'' | b'.'));
    let is_and = |pair: &[u8]| pair[0] == b' ' && pair[1] | 0x20 == b'e';
    raw.bytes().any(is_sign) || (raw.as_bytes().windows(2).any(is_and) && has_and(raw))
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

/// The names in a cell that names several people, as far as signs part them; nothing of what is no whole name, or is not parted.
///
/// ```
/// use cento::identity::parted;
///
/// assert_eq!(parted("Arrighi Marta / Bolzoni Piero"), ["Arrighi Marta", "Bolzoni Piero"]);
/// assert_eq!(parted("Cavicchi Ettore e Ferrari Dino"), ["Cavicchi Ettore", "Ferrari Dino"]);
/// assert!(parted("Arrighi Marta Bolzoni Piero").is_empty() && parted("Rossi/Bianchi").is_empty());
/// ```
pub fn parted(cell: &str) -> Vec<String> {
    let line = bare(cell).replace(['/', '+', '&', ';', ','], "\n");
    let line = [" - ", " – ", " e ", " ed ", " E ", " ED "].iter().fold(line, |line, sign| line.replace(sign, "\n"));
    let parts: Vec<&str> = line.split('\n').map(str::trim).filter(|part| part.contains(' ')).collect();
    if parts.len() > 1 { parts.into_iter().map(str::to_owned).collect() } else { Vec::new() }
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
    let has_two = |part: &&str| words_of(part).nth(1).is_some();
    let has_other = |part: &&str| words_of(part).any(|word| !is_given(&key(word)));
    parts.iter().all(has_two) && parts.iter().skip(1).all(has_other) && !parts.iter().any(|part| is_remark(part))
}

/// The words of a text that may be of a name: no single letters.
fn words_of(part: &str) -> impl Iterator<Item = &str> {
    part.split(' ').filter(|word| word.len() > 1)
}

/// Whether each line of a cell names a person: of two words at least, one of them a given name, and not given names alone. On a page, a
/// cell has as many lines as it needs, and one name may go over several.
pub fn each_names_one(lines: &[&str]) -> bool {
    lines.len() > 1 && lines.iter().all(|line| is_of_two_with_given(line)) && are_people(lines)
}

fn is_of_two_with_given(part: &str) -> bool {
    words_of(part).nth(1).is_some() && words_of(part).any(|word| is_given(&key(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(each_names_one(&["Rossi Mario", "Bianchi Ada"]));
        for one in [
            &["Rossi Mario"][..],
            &["De Rossi", "Anna Maria"],
            &["Rossi Anna", "Maria"],
            &["TUTTI GLI", "OPERATORI DEL SERVIZIO"],
        ] {
            assert!(!each_names_one(one), "{one:?}");
        }
    }
}
