//! Personnel numbers: when two spellings are one number, and what stands in their column and is none.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{is_nothing, key};
use crate::model::{Commitment, Plan};

/// What all spellings of one personnel number have in common; none if what is written is no number: nothing, a dash, a row of noughts.
///
/// Noughts before a number that is nothing but digits make no difference, since spreadsheets drop them; nor do the signs that
/// they put between thousands, or decimals of noughts. Two people whose numbers differ in nothing else would be one: whatever
/// names are written beside them says whether that can be.
///
/// ```
/// use cento::identity::number_key;
///
/// assert_eq!(number_key("001234"), number_key(" 1.234"));
/// assert_eq!(number_key("1234"), number_key("1234.0"));
/// assert_eq!(number_key("d001"), number_key("D001"));
/// assert_ne!(number_key("D001"), number_key("D1"));
/// assert_eq!((number_key("000"), number_key("n.d."), number_key("-")), (None, None, None));
/// ```
pub fn number_key(written: &str) -> Option<String> {
    /// No number has more signs: what is longer is a remark.
    const LONGEST: usize = 32;
    if is_nothing(written) || written.trim().len() > LONGEST {
        return None;
    }
    let plain: String = key(written).split(' ').collect();
    let whole = without_decimals(&plain);
    let digits = if is_grouped(whole) { whole.replace(['.', ',', '\''], "") } else { whole.to_owned() };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(plain);
    }
    let significant = digits.trim_start_matches('0');
    (!significant.is_empty()).then(|| significant.to_owned())
}

/// Whether a personnel number is the code by which the tax office knows a person: a plan may have it beside numbers of its own.
pub fn is_tax_code(number: &str) -> bool {
    const FORM: &[u8; 16] = b"aaaaaa00a00a000a";
    number.len() == FORM.len()
        && number
            .bytes()
            .zip(FORM)
            .all(|(own, form)| own.is_ascii_alphabetic() == form.is_ascii_alphabetic() && own.is_ascii_alphanumeric())
}

/// The personnel numbers of one subject (an index into [`Plan::subjects`]), each once, with the row in which it is written first. A tax
/// code beside another number is no further one.
pub fn numbers_of<'p, 't>(plan: &'p Plan<'t>, subject: usize) -> Vec<(Cow<'t, str>, &'p Commitment<'t>)> {
    let mut numbers: Vec<(Cow<'t, str>, &Commitment<'t>)> = Vec::new();
    let mut known = HashSet::new();
    for row in plan.commitments_of(subject) {
        let Some(place) = row.number else { continue };
        if number_key(&place.words()).is_some_and(|key| known.insert(key)) {
            numbers.push((place.words(), row));
        }
    }
    let codes = numbers.iter().filter(|(number, _)| is_tax_code(number)).count();
    if codes == 1 && numbers.len() > 1 {
        numbers.retain(|(number, _)| !is_tax_code(number));
    }
    numbers
}

/// A number without decimals that are nothing: `1234.0`.
fn without_decimals(number: &str) -> &str {
    let cut = number.rsplit_once(['.', ',']);
    let is_nothing = |decimals: &str| matches!(decimals, "0" | "00");
    cut.filter(|(_, decimals)| is_nothing(decimals)).map_or(number, |(whole, _)| whole)
}

/// Whether digits are written in groups of three.
fn is_grouped(number: &str) -> bool {
    let mut groups = number.split(['.', ',', '\'']);
    let are_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && are_digits(first) && groups.all(|group| group.len() == 3 && are_digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_number_share_a_key() {
        for (one, other) in [
            ("0012", "12"),
            ("001234", "1.234"),
            ("1 234", "1234"),
            ("1,234", "01234"),
            ("12", "12,00"),
            ("D 001", "d001"),
            ("RSSMRA80A01F205X", "rssmra80a01f205x"),
        ] {
            assert_eq!(number_key(one), number_key(other), "{one} / {other}");
            assert!(number_key(one).is_some(), "{one}");
        }
    }

    #[test]
    fn other_numbers_are_other_numbers() {
        for (one, other) in [("12", "120"), ("D001", "D01"), ("1.23", "123"), ("10", "1"), ("12A", "12")] {
            assert_ne!(number_key(one), number_key(other), "{one} / {other}");
        }
        for none in [
            "",
            " ",
            "-",
            "—",
            "0",
            "00000",
            "n.d.",
            "NaN",
            "#N/D",
            "0,00",
            "in attesa di essere immatricolato presso l'ente",
        ] {
            assert_eq!(number_key(none), None, "{none}");
        }
    }

    #[test]
    fn tax_codes_are_told_by_their_form() {
        assert!(is_tax_code("RSSMRA80A01F205X") && !is_tax_code("1234567890123456") && !is_tax_code("001234"));
    }
}
