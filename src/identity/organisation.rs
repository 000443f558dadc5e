//! The words for parts of the house, with which the names of rows begin that are no person's: `AREA TECNICA`, `Team 2`.

use super::beginnings::Beginnings;
use super::is_given;

/// Words that name a part of the house whatever follows, as keys: no surname is one of them.
const PARTS: [&str; 22] = [
    "area",
    "aree",
    "settore",
    "settori",
    "servizio",
    "ufficio",
    "uffici",
    "unita",
    "direzione",
    "dipartimento",
    "ripartizione",
    "divisione",
    "cdr",
    "uo",
    "division",
    "department",
    "dept",
    "directorate",
    "team",
    "unit",
    "office",
    "section",
];
/// Those that may be surnames, or what begins with a given name: they name a part of the house if no given name follows.
const DOUBTFUL: [&str; 18] = [
    "servizi",
    "sezione",
    "struttura",
    "staff",
    "gruppo",
    "centro",
    "reparto",
    "nucleo",
    "corpo",
    "segreteria",
    "comando",
    "biblioteca",
    "agenzia",
    "polizia",
    "group",
    "service",
    "services",
    "branch",
];

/// What is no person when it is the whole name.
const WHOLE: [&str; 16] = [
    "comune",
    "ente",
    "altri",
    "altre",
    "vari",
    "varie",
    "others",
    "everyone",
    "colleghi",
    "anagrafe",
    "tributi",
    "ragioneria",
    "segreteria",
    "biblioteca",
    "giunta",
    "municipality",
];

const BEGIN: Beginnings = Beginnings::of(&[&PARTS, &DOUBTFUL, &WHOLE]);

/// Whether a text, as it is written, begins with a word for a part of the house.
///
/// ```
/// use cento::identity::names_part_of_house;
///
/// assert!(names_part_of_house("AREA TECNICA") && !names_part_of_house("Rossi Ada"));
/// ```
pub fn names_part_of_house(written: &str) -> bool {
    BEGIN.may_begin(written) && begins_organisation(&super::person_key(&crate::source::words(written)))
}

/// Whether a name with this key begins with a word for a part of the house.
pub(super) fn begins_organisation(key: &str) -> bool {
    let mut words = key.split([' ', '-', '/', ':']);
    let first = words.next().unwrap_or_default();
    PARTS.contains(&first)
        || first.contains('.') && PARTS.contains(&&*first.replace('.', ""))
        || WHOLE.contains(&key)
        || DOUBTFUL.contains(&first) && words.next().is_some() && !key.split(' ').skip(1).any(is_given)
}

#[cfg(test)]
mod tests {
    use super::begins_organisation;

    #[test]
    fn parts_of_the_house_are_told_from_people() {
        for part in [
            "area tecnica",
            "unita operativa 2",
            "direzione",
            "team rosa",
            "dept. of finance",
            "polizia locale",
            "u.o. tributi",
            "segreteria",
            "ente",
        ] {
            assert!(begins_organisation(part), "{part}");
        }
        for name in ["rossi area", "servizi mario", "centro ada", "corpo anna maria", "comune ada", "areas ada"] {
            assert!(!begins_organisation(name), "{name}");
        }
    }
}
