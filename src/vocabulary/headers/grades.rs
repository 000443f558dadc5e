//! Headings of what somebody is graded by: their codes (`C1`, `D3`, `EP2`) are none of projects.

use crate::vocabulary::words::words;

/// Words for grades, in Italian and English, with what they are cut short to.
const GRADES: [&str; 38] = [
    "area",
    "aree",
    "categoria",
    "categorie",
    "cat",
    "categ",
    "livello",
    "livelli",
    "liv",
    "inquadramento",
    "inquadr",
    "inq",
    "qualifica",
    "qual",
    "profilo",
    "fascia",
    "classe",
    "ccnl",
    "contratto",
    "grado",
    "posizione",
    "pos",
    "peo",
    "differenziale",
    "progressione",
    "scaglione",
    "retributiva",
    "economica",
    "giuridica",
    "grade",
    "category",
    "level",
    "lvl",
    "class",
    "band",
    "step",
    "scale",
    "rank",
];

/// Whether a heading may be that of grades, categories, levels.
pub fn may_head_grades(heading: &str) -> bool {
    words(&heading.to_lowercase()).any(|word| GRADES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_grades_are_told() {
        for heading in
            ["Area", "Cat.", "Categoria giuridica", "Liv. economico", "Grade", "Pay band", "Posizione economica"]
        {
            assert!(may_head_grades(heading), "{heading}");
        }
        for heading in ["Obiettivo", "Progetto", "Codice", "WBS", "Linea di attività"] {
            assert!(!may_head_grades(heading), "{heading}");
        }
    }
}
