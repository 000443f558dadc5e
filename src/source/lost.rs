//! Letters that a document does not tell: fonts draw several as one, and programs that make a PDF anew lose what such a drawing stands for.

/// What is drawn as one, in Italian the commonest first.
const TOGETHER: [&str; 10] = ["ti", "tti", "tt", "fi", "ffi", "fl", "ff", "ft", "tf", "ffl"];
/// At how many places of a text at most letters are put back.
const MOST: usize = 2;

/// Whether a character stands for letters that the document does not tell: it has no meaning of its own, or is of a writing among whose
/// letters fonts keep such drawings.
pub fn is_lost(c: char) -> bool {
    matches!(c as u32, 0xFFFD | 0xE000..=0xF8FF | 0x3400..=0x9FFF | 0xF0000..=0x10_FFFD)
}

/// What a text may say that has lost letters, or figures in their place: `Rela6one`. Nothing if it has none, or too many.
///
/// ```
/// use cento::source::restored;
///
/// assert!(restored("Sogge\u{FFFD}o").contains(&"Soggetto".to_owned()));
/// assert!(restored("Soggetto").is_empty() && restored("Impegno 2024").is_empty());
/// ```
pub fn restored(text: &str) -> Vec<String> {
    let Some(places) = places(text) else { return Vec::new() };
    let mut texts = vec![String::new()];
    let mut begin = 0;
    for (from, to) in places {
        let kept = &text[begin..from];
        texts = texts.iter().flat_map(|text| TOGETHER.map(|letters| format!("{text}{kept}{letters}"))).collect();
        begin = to;
    }
    for own in &mut texts {
        own.push_str(&text[begin..]);
    }
    texts
}

/// From where to where letters are lost; none if they are nowhere, or at too many places.
fn places(text: &str) -> Option<Vec<(usize, usize)>> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut places: Vec<(usize, usize)> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let goes_on = places.last().is_some_and(|(_, end)| *end == at);
        let is_in_place_of_letters = c.is_ascii_digit() && (before.is_lowercase() || goes_on);
        if is_lost(c) || is_in_place_of_letters {
            let end = at + c.len_utf8();
            match places.last_mut() {
                Some(last) if goes_on => last.1 = end,
                _ => places.push((at, end)),
            }
        }
        before = c;
    }
    (1..=MOST).contains(&places.len()).then_some(places)
}

/// The letters of a drawing whose bytes a program has swapped, as some do that make PDFs anew: `琀椀` is *ti*. None if they are not
/// swapped, or not all told.
///
/// ```
/// assert_eq!(cento::source::unswapped("\u{7400}\u{6900}").as_deref(), Some("ti"));
/// assert_eq!(cento::source::unswapped("琀"), None);
/// ```
pub fn unswapped(text: &str) -> Option<String> {
    let letter = |c: char| {
        let [high, low] = u16::try_from(u32::from(c)).ok()?.to_be_bytes();
        (low == 0 && high.is_ascii_alphabetic()).then_some(char::from(high))
    };
    let letters: String = text.chars().map(letter).collect::<Option<_>>()?;
    (letters.len() > 1).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_put_back_where_they_are_lost() {
        assert!(restored("Obie6vo").contains(&"Obiettivo".to_owned()));
        assert!(restored("Sogge琀琀o").contains(&"Soggetto".to_owned()), "one place, however many signs");
        assert!(restored("A\u{FFFD}vità cul\u{FFFD}vata").contains(&"Attività cultivata".to_owned()));
        assert!(restored("a\u{FFFD}b\u{FFFD}c\u{FFFD}").is_empty() && restored("M_0411").is_empty());
    }

    #[test]
    fn letters_are_not_swapped_unless_all_are() {
        assert_eq!([unswapped("ti"), unswapped("\u{7400}\u{FFFD}"), unswapped("")], [None, None, None]);
    }
}
