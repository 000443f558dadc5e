//! In what figures are counted: per cent, hours, days, months, posts, as headings and texts beside tables say.

use super::column::{UNCLEAR, Unit};
use crate::model::WorkUnit;
use crate::vocabulary::words::words;

/// Whether a word is a number.
pub(super) fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Months of one person's work.
pub(super) const PERSON_MONTHS: Unit = Unit::Work(Some(WorkUnit::PersonMonths), None);

/// Whose the months and days are of which work is counted.
pub(super) const PERSONS: [&str; 4] = ["persona", "uomo", "person", "man"];

/// Words for months of a person that are planned.
const PLANNED_MONTHS: [&str; 13] = [
    "previsti",
    "preventivati",
    "preventivo",
    "assegnati",
    "pianificati",
    "programmati",
    "stimati",
    "planned",
    "allocated",
    "assigned",
    "budgeted",
    "estimated",
    "committed",
];

/// Whether some words, run together, say whose months are counted, and no more than that these are planned: `uomo`, `uomopreventivati`, `plannedperson`.
pub(super) fn of_persons(words: &str) -> bool {
    let rest = |person: &str| words.strip_prefix(person).or_else(|| words.strip_suffix(person));
    PERSONS.iter().filter_map(|person| rest(person)).any(|rest| rest.is_empty() || PLANNED_MONTHS.contains(&rest))
}

/// What the words of a header say of a unit.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a word, and any of them may stand beside any other")]
pub(super) struct Said {
    pub(super) percent: bool,
    hours: bool,
    days: bool,
    months: bool,
    fte: bool,
    /// Of what hours are.
    each: Option<WorkUnit>,
    /// Whether the word before was one behind which stands what is all of it.
    of: bool,
    /// How much is all of it.
    full: Option<u32>,
}

/// How many hundredths of a unit are all of somebody's working time, as a header says at its end: `su 1.548`, `(su 37,5)`, `of 2080`. A year
/// is none, and what has more behind it is unclear.
pub(super) fn stated_full(header: &str) -> Option<u32> {
    let lower = header.to_lowercase();
    let behind = |word: &str| {
        let mut found = lower.match_indices(word).map(|(at, _)| (at, &lower[at + word.len()..]));
        found.find(|(at, rest)| {
            let begins = !lower[..*at].ends_with(char::is_alphanumeric);
            begins && rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
        })
    };
    let (_, rest) = behind("su").or_else(|| behind("of"))?;
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(rest.len());
    let (number, after) = rest.split_at(end);
    if after.trim_matches([')', ']', ' ', '\u{a0}', '.']).contains(char::is_alphanumeric) {
        return Some(UNCLEAR);
    }
    let number = number.trim_end_matches(['.', ',']);
    let hundredths = match number.split_once(['.', ',']) {
        None if (2000..2080).contains(&number.parse().unwrap_or(0)) => return Some(UNCLEAR),
        None => number.parse::<u32>().ok().filter(|whole| *whole < 10_000).map(|whole| whole * 100),
        Some((thousands, rest)) if rest.len() == 3 && is_number(rest) && thousands.len() == 1 => {
            format!("{thousands}{rest}00").parse().ok()
        }
        Some((whole, rest)) if is_number(rest) && rest.len() <= 2 && whole.len() <= 4 => {
            format!("{whole}{rest:0<2}").parse().ok()
        }
        Some(_) => None,
    };
    Some(hundredths.unwrap_or(UNCLEAR))
}

/// In what figures are counted, as a heading above several columns says.
pub fn unit_in(heading: &str) -> Unit {
    let mut said = Said { percent: heading.contains('%'), ..Said::of(heading) };
    let lower = heading.to_lowercase();
    let others: Vec<&str> = words(&lower).filter(|word| !said.hear(word)).collect();
    let of_whom = others.iter().find(|word| PERSONS.contains(word)).copied().unwrap_or_default();
    said.unit(of_whom).unwrap_or(Unit::Unstated)
}

/// Whether a heading says in what figures are counted, and nothing else.
pub fn is_unit(heading: &str) -> bool {
    let mut said = Said::default();
    let lower = heading.to_lowercase();
    let has_other = words(&lower).filter(|word| !said.hear(word) && !PERSONS.contains(word)).count() > 0;
    !has_other && unit_in(heading) != Unit::Unstated
}

/// In which working time figures are counted, as a text beside their table says: `Valori in ore annue`, `Effort (days)`; none if it says
/// nothing of it.
pub fn stated_unit(text: &str) -> Option<Unit> {
    /// Longer ones speak of something else, too.
    const LONGEST: usize = 120;
    /// What may stand beside a unit and says nothing more of it.
    const BESIDE: [&str; 12] =
        ["per", "al", "alla", "all", "a", "l", "di", "base", "annua", "lavoro", "lavorative", "equivalenti"];
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    let is_sign = |c: char| "()[],;:.".contains(c);
    lower.split(is_sign).find_map(|part| {
        let words: Vec<&str> = words(part).collect();
        let first = words.iter().rposition(|word| *word == "in").map(|at| at + 1);
        let is_in_brackets = || lower.contains(&format!("({part})")) || lower.contains(&format!("[{part}]"));
        let own = &words[first.or_else(|| is_in_brackets().then_some(0))?..];
        let mut said = Said::default();
        let is_of_unit = |word: &&str| said.hear(word) || PERSONS.contains(word) || BESIDE.contains(word);
        let is_all = !own.is_empty() && own.iter().all(is_of_unit);
        is_all.then(|| unit_in(&own.join(" "))).filter(|unit| matches!(unit, Unit::Work(..)))
    })
}

impl Said {
    /// Nothing yet but how much is all of it.
    pub(super) fn of(heading: &str) -> Self {
        Self { full: stated_full(heading), ..Self::default() }
    }

    /// Takes in a word, if it is about a unit.
    pub(super) fn hear(&mut self, word: &str) -> bool {
        let is_of = std::mem::take(&mut self.of);
        match word {
            "percentuale" | "percentuali" | "perc" | "percent" | "percentage" => self.percent = true,
            "ora" | "ore" | "h" | "hh" | "hour" | "hours" | "hrs" => self.hours = true,
            "annue" | "annuali" | "annuo" | "anno" | "year" | "yearly" => self.each = Some(WorkUnit::Hours),
            "mensili" | "mensile" | "mese" | "month" | "monthly" => self.each = Some(WorkUnit::MonthlyHours),
            "settimanali" | "settimanale" | "settimana" | "sett" | "week" | "weekly" => {
                self.each = Some(WorkUnit::WeeklyHours);
            }
            "giorni" | "giornate" | "gg" | "days" => self.days = true,
            "mesi" | "months" => self.months = true,
            "fte" | "etp" => self.fte = true,
            "su" | "of" => self.of = true,
            full if is_of && is_number(full) => self.of = true,
            _ => return false,
        }
        true
    }

    /// The unit, beside some words; none if nobody says of what something is each week or month, or what is counted of which so much is all.
    pub(super) fn unit(&self, words: &str) -> Option<Unit> {
        /// A hundred, in hundredths.
        const HUNDRED: u32 = 100 * 100;
        Some(match () {
            // `% FTE`, `% ore`: shares of these.
            () if self.percent => Unit::Percent,
            () if self.hours => Unit::Work(self.each, self.full),
            () if self.each.is_some() => return None,
            () if self.months && of_persons(words) => PERSON_MONTHS,
            () if self.months => Unit::Months,
            () if self.days => Unit::Work(Some(WorkUnit::Days), self.full),
            () if self.fte => Unit::Work(Some(WorkUnit::Fte), None),
            // Of ten, of a thousand: nobody says what.
            () if self.full.is_some_and(|full| full != HUNDRED) => return None,
            () => Unit::Unstated,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_above_several_columns_says_their_unit() {
        assert_eq!(unit_in("Impegno % sui progetti"), Unit::Percent);
        assert_eq!(unit_in("Ore per progetto"), Unit::Work(None, None));
        assert_eq!(unit_in("giorni/uomo"), Unit::Work(Some(WorkUnit::Days), None));
        assert_eq!(unit_in("Mesi persona per progetto"), PERSON_MONTHS);
        assert_eq!([unit_in("Storia e oreficeria"), unit_in("Progetti della settimana")], [Unit::Unstated; 2]);
        assert!(is_unit("%") && is_unit("ore") && is_unit("Giorni/uomo"));
        assert!(!is_unit("% impegno") && !is_unit("Tributi") && !is_unit("persona"));
    }

    #[test]
    fn a_text_beside_a_table_says_the_unit_of_its_figures() {
        let work = |unit| Some(Unit::Work(unit, None));
        assert_eq!(stated_unit("(valori in ore annue)"), work(Some(WorkUnit::Hours)));
        assert_eq!(stated_unit("Impegno del personale in giornate"), work(Some(WorkUnit::Days)));
        assert_eq!(stated_unit("Dati in ore, anno 2024"), work(None));
        assert_eq!(stated_unit("Impegno (giorni/uomo)"), work(Some(WorkUnit::Days)));
        assert_eq!(stated_unit("Effort in person-months"), Some(PERSON_MONTHS));
        assert_eq!(stated_unit("Allocation (hours per week)"), work(Some(WorkUnit::WeeklyHours)));
        for other in [
            "Personale assegnato (anno 2024)",
            "Risposta in giorni 30",
            "Servizi resi in ore serali",
            "Impegno in percentuale",
            "Le giornate della cultura",
            "In",
            "()",
        ] {
            assert_eq!(stated_unit(other), None, "{other}");
        }
    }
}
