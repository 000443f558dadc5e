//! Headings of working time in tables that say it more than once: in what it is counted, and whether it is planned or was done. What has a
//! price for it is none.

use super::column::Unit;
use super::units::{PERSON_MONTHS, PERSONS, unit_in};
use crate::model::WorkUnit;
use crate::vocabulary::words::small_words as words;

/// What the heading of a column of working time says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkHeading {
    /// In what it is counted.
    pub counted: Counted,
    /// Whether it is planned.
    pub stage: Stage,
}

/// In what working time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// In hours or days, of which somebody must know how many are all of somebody's; the unit as far as it is said.
    Amount(Option<WorkUnit>),
    /// In these, and the heading says how many are all.
    OfStated,
    /// In parts of full time, of which everybody knows how many are all.
    Part(PartOfTime),
}

/// A part of somebody's full time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfTime {
    /// A month.
    Month {
        /// Whether it is said to be one of a person: others may be those of a project.
        is_of_person: bool,
    },
    /// A full-time equivalent.
    Fte,
    /// A year of a person.
    Year,
}

impl PartOfTime {
    /// How many are all of somebody's year.
    pub fn in_full_time(self) -> u32 {
        match self {
            Self::Month { .. } => 12,
            Self::Fte | Self::Year => 1,
        }
    }
}

/// When working time is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Before it is worked.
    Planned,
    /// Nobody says it.
    Unsaid,
    /// After it, or of what is left of it.
    Done,
}

/// Words for what is planned, without the last vowel that they may have.
const PLANNED: [&str; 27] = [
    "prev",
    "previst",
    "preventiv",
    "preventivat",
    "assegnat",
    "pianificat",
    "programmat",
    "stimat",
    "stim",
    "ipotizzat",
    "budget",
    "budgeted",
    "plan",
    "planned",
    "allocated",
    "allocation",
    "estimated",
    "estimat",
    "est",
    "assigned",
    "scheduled",
    "forecast",
    "forecasted",
    "foreseen",
    "proposed",
    "committed",
    "baselin",
];

/// Words for what was done, or is left.
const DONE: [&str; 38] = [
    "rend",
    "rendicontat",
    "rendicontazion",
    "eff",
    "effettiv",
    "effettuat",
    "cons",
    "consuntiv",
    "consuntivat",
    "svolt",
    "lavorat",
    "real",
    "realizzat",
    "prestat",
    "erogat",
    "registrat",
    "consumat",
    "utilizzat",
    "residu",
    "restant",
    "rimanent",
    "mancant",
    "differenz",
    "scostament",
    "delta",
    "actual",
    "actuals",
    "reported",
    "worked",
    "spent",
    "logged",
    "recorded",
    "incurred",
    "claimed",
    "used",
    "remaining",
    "left",
    "varianc",
];

/// Words for what somebody's time costs.
const PRICES: [&str; 22] = [
    "costo",
    "costi",
    "cost",
    "costs",
    "tariffa",
    "tariffe",
    "rate",
    "rates",
    "prezzo",
    "price",
    "importo",
    "compenso",
    "retribuzione",
    "stipendio",
    "salario",
    "salary",
    "wage",
    "wages",
    "spesa",
    "euro",
    "eur",
    "amount",
];

/// Words for those who work on a project.
const PEOPLE: [&str; 26] = [
    "nome",
    "nominativo",
    "nominativi",
    "cognome",
    "persona",
    "persone",
    "dipendente",
    "dipendenti",
    "addetto",
    "operatore",
    "risorsa",
    "membro",
    "membri",
    "componente",
    "componenti",
    "partecipante",
    "partecipanti",
    "collaboratore",
    "name",
    "person",
    "people",
    "member",
    "members",
    "participant",
    "resource",
    "collaborator",
];

/// Whether a heading is that of what somebody's time costs: `Costo orario`, `Hourly rate`, `€/h`.
pub fn prices_work(heading: &str) -> bool {
    heading.contains(['€', '$', '£']) || words(heading).iter().any(|word| PRICES.contains(&&**word))
}

/// Whether a heading is that of those who work on a project, known or not: hours are planned for roles and offices, too, which are written as names are.
pub fn may_head_people(heading: &str) -> bool {
    words(heading).iter().any(|word| PEOPLE.contains(&&**word))
}

/// What a heading says of working time; none if it says nothing of it, or what it costs.
pub fn work_heading(heading: &str) -> Option<WorkHeading> {
    if prices_work(heading) {
        return None;
    }
    let words = words(heading);
    let counted = counted(heading, &words)?;
    let has = |all: &[&str]| {
        let is_of = |word: &String| {
            let stem = word.strip_suffix(['a', 'e', 'i', 'o']).unwrap_or(word);
            all.contains(&&**word) || all.contains(&stem)
        };
        words.iter().any(is_of)
    };
    let stage = match () {
        () if has(&DONE) => Stage::Done,
        () if has(&PLANNED) => Stage::Planned,
        () => Stage::Unsaid,
    };
    Some(WorkHeading { counted, stage })
}

fn counted(heading: &str, words: &[String]) -> Option<Counted> {
    let is_of_person = words.iter().any(|word| PERSONS.contains(&&**word) || word == "staff");
    let has = |all: &[&str]| words.iter().any(|word| all.contains(&&**word));
    let month = |is_of_person| Counted::Part(PartOfTime::Month { is_of_person });
    match unit_in(heading) {
        Unit::Work(Some(WorkUnit::Fte), _) => Some(Counted::Part(PartOfTime::Fte)),
        unit if unit == PERSON_MONTHS => Some(month(true)),
        Unit::Work(unit, None) => Some(Counted::Amount(unit)),
        Unit::Work(_, Some(_)) => Some(Counted::OfStated),
        Unit::Months => Some(month(is_of_person)),
        Unit::Percent => None,
        // One month is of many people's work, too: `Person month`; and what programs call it.
        _ if has(&["pm", "pms"]) || (is_of_person && has(&["mese", "month"])) => Some(month(true)),
        _ if is_of_person && has(&["anni", "anno", "years", "year"]) => Some(Counted::Part(PartOfTime::Year)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_planned_is_told_from_what_was_done() {
        let hours = Counted::Amount(None);
        let months = Counted::Part(PartOfTime::Month { is_of_person: true });
        for (heading, counted, stage) in [
            ("Ore/uomo preventivate", hours, Stage::Planned),
            ("Ore previste", hours, Stage::Planned),
            ("Ore a preventivo", hours, Stage::Planned),
            ("Budget hours", hours, Stage::Planned),
            ("Planned hours", hours, Stage::Planned),
            ("Hours (estimated)", hours, Stage::Planned),
            ("Ore assegnate all'anno", Counted::Amount(Some(WorkUnit::Hours)), Stage::Planned),
            ("Giornate/uomo previste", Counted::Amount(Some(WorkUnit::Days)), Stage::Planned),
            ("Ore", hours, Stage::Unsaid),
            ("Ore lavorative", hours, Stage::Unsaid),
            ("Ore (su 1548)", Counted::OfStated, Stage::Unsaid),
            ("Ore rendicontate", hours, Stage::Done),
            ("Ore previste a consuntivo", hours, Stage::Done),
            ("Actual hours", hours, Stage::Done),
            ("Hours worked", hours, Stage::Done),
            ("Ore residue", hours, Stage::Done),
            ("Mesi/uomo preventivati", months, Stage::Planned),
            ("Person-months", months, Stage::Unsaid),
            ("Person month", months, Stage::Unsaid),
            ("PM planned", months, Stage::Planned),
            ("Staff months", months, Stage::Unsaid),
            ("Mesi", Counted::Part(PartOfTime::Month { is_of_person: false }), Stage::Unsaid),
            ("FTE", Counted::Part(PartOfTime::Fte), Stage::Unsaid),
            ("Anni/persona", Counted::Part(PartOfTime::Year), Stage::Unsaid),
        ] {
            assert_eq!(work_heading(heading), Some(WorkHeading { counted, stage }), "{heading}");
        }
        for other in
            ["Costo orario", "Costo ore", "Hourly rate", "€/h", "Tariffa (ore)", "% ore", "Membro", "Progetto", "FTE %"]
        {
            assert_eq!(work_heading(other), None, "{other}");
        }
        assert!(may_head_people("Membro del gruppo") && may_head_people("Team member"));
        assert!(!may_head_people("Profilo del personale") && !may_head_people("Unità"));
        assert!(prices_work("Costo orario") && prices_work("Hourly rate (€)") && !prices_work("Ore separate"));
    }
}
