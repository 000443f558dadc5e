//! Remarks beside names: what is said of a contract, a role, a category, and is no part of the name.

use super::key;
use super::organisation::begins_organisation;
use super::posts::{is_category, is_job};
use crate::model::MONTHS;

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

/// Whether a text is a remark about somebody's contract or role, and no name: *part-time 50 %*, *in comando*, *36 ore*, *EQ*, *cat. D*.
pub(super) fn is_remark(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let first = lower.split([' ', ',', '%']).next().unwrap_or_default();
    let states_share =
        lower.contains('%') || lower.split_whitespace().any(|word| matches!(word, "ore" | "h" | "h/sett"));
    let is_figure = first.bytes().any(|byte| byte.is_ascii_digit());
    (states_share && is_figure)
        || states_days(&lower)
        || REMARKS.contains(&first) && !matches!(lower.as_str(), "ad" | "in" | "al")
        || REMARKS_BEGIN.iter().any(|word| lower.starts_with(word))
        || names_role(text)
}

/// Whether a text in small letters says when something holds: days, months, parts of the year. A month alone may be somebody's name.
fn states_days(lower: &str) -> bool {
    let are_days = lower.contains('/') && lower.chars().all(|c| c.is_ascii_digit() || " /.-–—".contains(c));
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_month = |word: &&&str| MONTHS.contains(*word);
    let is_part = |word: &&&str| word.ends_with("estre");
    are_days || words.iter().any(|word| is_part(&word)) || (words.len() > 1 && words.iter().any(|word| is_month(&word)))
}

/// Roles in short, without points.
const SHORT: [&str; 14] =
    ["eq", "po", "ap", "rup", "resp", "dir", "coord", "ref", "rif", "funz", "istr", "dip", "td", "ti"];
/// Those of them with which more may follow: *Resp. Tributi*.
const BEGIN: [&str; 8] = ["eq", "rup", "resp", "dir", "coord", "ref", "funz", "istr"];

/// Whether a text says what somebody is in the house: a role, a category, a contract, in short or in full.
fn names_role(text: &str) -> bool {
    let plain = key(text);
    let words: Vec<String> = plain
        .split([' ', ',', ':', ';', '-', '–', '—'])
        .map(|word| word.replace('.', ""))
        .filter(|word| !word.is_empty())
        .collect();
    let letters: String = words.concat();
    let is_short = SHORT.contains(&&*letters) && words.iter().all(|word| word.len() == 1);
    let [first, rest @ ..] = &words[..] else { return false };
    let is_of_contract = |word: &String| matches!(&**word, "degli" | "dei" | "delle" | "agli" | "di");
    is_short
        || (rest.is_empty() && SHORT.contains(&&**first))
        || words.iter().any(|word| word == "eq")
        || first.starts_with("incaric")
        || (first == "team" && rest.first().is_some_and(|next| next.starts_with("lead")))
        || (rest.last().is_some_and(|last| is_job(last)) && !begins_organisation(&plain))
        || BEGIN.contains(&&**first)
        || is_job(first)
        || words.iter().all(|word| word.split('/').all(is_category))
        || (matches!(&**first, "categoria" | "cat" | "livello" | "liv" | "posizione" | "elevata" | "vice" | "grade"))
        || (first == "capo" && rest.first().is_some_and(|next| begins_with_unit(next)))
        || (first == "area" && rest.iter().find(|word| !is_of_contract(word)).is_some_and(|next| is_job(next)))
}

/// Whether a word names a part of the house that has a head.
fn begins_with_unit(word: &str) -> bool {
    ["serv", "sett", "uff", "squ", "area", "nucl", "rep", "staff", "gruppo", "cant", "prog"]
        .iter()
        .any(|unit| word.starts_with(unit))
}

/// Whether a last word is a role in short, as it stands behind a name with nothing between: *EQ*, *P.O.*, *D3*. Without points, it must
/// be in capitals, and *PO* is a surname where the name is, too.
pub(super) fn is_short_role(name: &str, word: &str) -> bool {
    let plain: String = word.chars().filter(|c| *c != '.').collect();
    let is_upper = !plain.chars().any(char::is_lowercase);
    let is_known = SHORT.contains(&&*plain.to_lowercase());
    let has_points = word.contains('.') && plain.chars().count() == 2;
    let is_of_name = || plain == "PO" && (!name.contains(' ') || !name.chars().any(char::is_lowercase));
    is_category(&plain) && is_upper && plain.len() == 2
        || is_known && (has_points || is_upper && matches!(&*plain, "EQ" | "RUP" | "PO") && !is_of_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_remarks_and_services_are_none() {
        for role in [
            "EQ",
            "E.Q.",
            "PO",
            "P.O.",
            "AP",
            "Resp.",
            "Responsabile",
            "Resp. Tributi",
            "Dir.",
            "RUP",
            "Referente",
            "Coord.",
            "cat. D",
            "Cat. D3",
            "D3",
            "C1",
            "D3/D4",
            "Istruttore",
            "Istruttrice amm.va",
            "Funzionario",
            "t.d.",
            "t.i.",
            "Elevata Qualificazione",
            "capo ufficio",
            "Area dei Funzionari",
            "Officer",
            "Team",
            "head of unit",
            "E. Q.",
            "incaricata di EQ",
            "Team leader",
            "Project manager",
        ] {
            assert_eq!(is_remark(role), role != "Team", "{role}");
        }
        for other in
            ["Tributi", "1975", "senior", "Area Tecnica", "Capo Ada", "jr", "Ufficio Anagrafe", "Anna Maria", "Dirce"]
        {
            assert!(!is_remark(other), "{other}");
        }
        assert!(
            is_short_role("Rossi Mario", "EQ")
                && is_short_role("ROSSI MARIO", "E.Q.")
                && is_short_role("Rossi Ada", "D3")
        );
        assert!(!is_short_role("ROSSI MARIA", "PO") && !is_short_role("Maria", "PO") && !is_short_role("Rossi", "Po"));
    }
}
