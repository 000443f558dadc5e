//! What single cells say: a role, a figure, a name, a total.

use std::borrow::Cow;

use super::figure::{Figure, read_figure};
use crate::identity;
use crate::model::{PercentFault, Role};
use crate::source::{Cell, Mark, Place};
use crate::vocabulary::{self, may_be_role, role};

/// The role that a cell holds. Its words are worked out only if what is written says nothing.
pub fn role_of(cell: Place<'_>) -> Role {
    match role(cell.raw()) {
        Role::Other if may_be_role(cell.raw()) => match cell.words() {
            Cow::Borrowed(words) if words.len() == cell.raw().len() => Role::Other,
            words => role(&words),
        },
        known => known,
    }
}

/// The figure that a cell holds, likewise.
pub fn figure_of(cell: Place<'_>) -> Result<Figure, PercentFault> {
    read_figure(cell.raw()).or_else(|_| read_figure(&cell.words()))
}

/// The figure in a cell, if it was calculated when the document was saved.
pub fn figure_in(cell: Cell<'_>) -> Result<Figure, PercentFault> {
    if cell.marks().has(Mark::Uncalculated) { Err(PercentFault::NotCalculated) } else { figure_of(cell.place) }
}

/// Whether a cell names somebody: it has a letter, and nothing that has no place in a name.
pub fn is_name(words: &str) -> bool {
    if words.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return !words.is_empty();
    }
    let has_no_place = |c: char| c.is_control() || matches!(c, '<' | '>' | '*' | '&' | '|' | '~');
    words.chars().any(char::is_alphabetic) && !words.chars().any(has_no_place)
}

/// Whether a cell says that its row adds others up. Few names begin or end like one that does.
pub fn adds_up(cell: Place<'_>) -> bool {
    vocabulary::may_say_total(cell.raw()) && vocabulary::says_total(&cell.words())
}

/// Whether a cell where a name belongs says that its row is none of a person: it adds others up, or says what is left, or needed.
pub fn is_of_nobody(name: Place<'_>) -> bool {
    adds_up(name)
        || vocabulary::is_foot(name.raw())
        || (name.raw().starts_with(['*', '_', '<']) && vocabulary::is_foot(&name.words()))
}

/// Whether a text looks like the name of a person: two to five words with a capital each, but for particles, and no digits.
pub fn looks_like_person(words: &str) -> bool {
    let name = identity::bare(words);
    let parts = || name.split([' ', ',']).filter(|word| !word.is_empty());
    let is_of_name = |word: &str| word.starts_with(char::is_uppercase) || identity::is_particle(word);
    is_name(&name)
        && (2..=5).contains(&parts().count())
        && parts().all(|word| is_of_name(word) && !word.contains(|c: char| c.is_ascii_digit()))
}

/// Whether a text has a word that is a common given name.
pub fn bears_given_name(words: &str) -> bool {
    words.split([' ', ',']).any(|word| identity::is_given(&identity::key(word)))
}

/// Whether the last thing in a text is a percent sign, but for bold marks and a border.
pub fn ends_with_percent(text: &str) -> bool {
    let marks = |byte: &u8| matches!(byte, b'|' | b'*' | b' ' | b'\t' | b'b' | b'<' | b'/' | b'>');
    text.bytes().rev().find(|byte| !marks(byte)) == Some(b'%')
}

/// Whether a role is named anywhere in a text, be it next to other words or glued to one.
pub fn names_role(text: &str) -> bool {
    let mut before = ' ';
    text.char_indices().any(|(at, c)| {
        let may_begin = c.is_ascii_uppercase() || !before.is_alphanumeric();
        before = c;
        may_begin && role(&text[at..]) != Role::Other
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_letters_and_no_control_characters() {
        assert!(is_name("Poma Stefano"));
        assert!(!is_name("—"));
        assert!(!is_name("Poma\0 Stefano"));
        assert!(!is_name("Poma Stefano*"), "a note, or a mark: not a name of its own");
    }
}
