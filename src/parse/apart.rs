//! What stands apart from rows and says when these may hold: above a table or between its rows, as a note below them, beside the title of a
//! project. Of which rows it is, and whether of what they commit, cannot be told: they count as what they say themselves.

use std::ops::Range;

use super::dates::{Said, period, year_alone};
use super::part::StaffRow;
use super::periods::{alone, in_brackets};
use super::spans::part_of;
use crate::model::{Days, PeriodApart};
use crate::source::{Block, BlockKind, Place};
use crate::vocabulary::{begins_with_time, called_by_year, is_of_time, labels_period, may_precede_period};

/// More characters than what states a period and nothing else has.
const LONGEST: usize = 100;

/// What may stand around such a text.
const MARKS: [char; 13] = [' ', '*', '#', '_', '(', ')', '[', ']', ':', ';', '.', '-', '–'];

/// What states a period apart from rows, and where.
#[derive(Debug, Clone, Copy)]
pub struct Apart<'t> {
    place: Place<'t>,
    said: Said,
    kind: Kind,
    /// The sheet of whose rows below it may be; none where it may be of several.
    sheet: Option<usize>,
    /// The sheet that is being read.
    within: Option<usize>,
    /// Whether it stands right below a row of people.
    is_below_rows: bool,
}

/// How a period is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// By nothing but a month: a plan may be called by the one in which it was made.
    BareMonth,
    /// In brackets, in a title.
    InTitle,
    Clear,
}

/// Where a block stands.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// The sheet that is being read; none where rows tell theirs themselves.
    pub sheet: Option<usize>,
    /// Whether it is a row of a table of people.
    pub is_in_table: bool,
    /// Whether it stands right below one.
    pub is_below_rows: bool,
}

impl<'t> Apart<'t> {
    /// What a block states, if it is no row of several cells.
    pub fn of(block: Block<'t>, standing: Standing) -> Option<Self> {
        let place = if block.is_row() { only_cell(block)? } else { block.place };
        if !may_state(place.raw()) {
            return None;
        }
        let stands_out = block.kind == BlockKind::Heading || block.begins_bold();
        // In a row of another table, a year alone is a figure of that.
        let is_title = block.is_row() && (standing.is_in_table || place.raw().contains(char::is_alphabetic));
        let (said, kind) = stated(&place.words(), stands_out || is_title)?;
        // What stands out may head several projects, unless it is the title of one.
        let sheet = standing.sheet.filter(|_| block.is_row() || !stands_out || kind == Kind::InTitle);
        Some(Self { place, said, kind, sheet, within: standing.sheet, is_below_rows: standing.is_below_rows })
    }

    /// Whether it leaves out a day of a year, as far as it is known of which one it is.
    fn is_less(&self, year: Option<u16>) -> bool {
        const ANY: u16 = 2024;
        let own = || self.said.years().next().and_then(|year| u16::try_from(year).ok());
        let year = year.or_else(own).unwrap_or(ANY);
        self.said.period(Some(year)).is_ok_and(|period| period.within(year) != Some(Days::of_year(year)))
    }
}

/// Whether a text may state a period: most do not, and are not looked through. A year has a space before it, and a space may be written as a
/// sign.
fn may_state(raw: &str) -> bool {
    raw.len() <= LONGEST
        && (raw.contains([':', '(', '[', '&'])
            || begins_with_time(raw.trim_start_matches(MARKS))
            || without_label(raw.trim_start_matches(MARKS)).is_some()
            || raw.contains(" 20"))
}

/// The only cell of a row in which anything is written.
fn only_cell(row: Block<'_>) -> Option<Place<'_>> {
    let mut cells = row.cells().filter(|cell| !cell.is_empty());
    cells.next().filter(|_| cells.next().is_none()).map(|cell| cell.place)
}

/// A text without a word before that may precede a period.
fn without_label(text: &str) -> Option<&str> {
    text.split_once(' ').filter(|(word, _)| may_precede_period(word)).map(|(_, rest)| rest.trim())
}

/// The period that a text states, and how; a year only where the text stands out.
fn stated(text: &str, stands_out: bool) -> Option<(Said, Kind)> {
    let bare = text.trim_matches(MARKS);
    if let Some(rest) = bare.split_once(':').filter(|(label, _)| labels_period(label)).map(|(_, rest)| rest.trim()) {
        return period(rest, None).ok().map(|said| (said, Kind::Clear));
    }
    let year = || called_by_year(bare).filter(|_| stands_out).and_then(year_alone);
    let in_title = || in_brackets(text).filter(|own| is_of_time(own)).find_map(alone);
    let of_time = Some(without_label(bare).unwrap_or(bare)).filter(|bare| is_of_time(bare));
    of_time
        .and_then(part_of)
        .map(|said| (said, if said.from == said.to { Kind::BareMonth } else { Kind::Clear }))
        .or_else(|| of_time.and_then(alone).or_else(year).map(|said| (said, Kind::Clear)))
        .or_else(|| in_title().map(|said| (said, Kind::InTitle)))
}

/// What states less than the year of the plan, with the rows of which it may be that do not say themselves when they hold: those up to what
/// states the next one, of its sheet if it stands in one; right below rows, and with none below itself, those since what stated the last.
pub fn with_rows<'t>(mut all: Vec<Apart<'t>>, rows: &[StaffRow<'t>], year: Option<u16>) -> Vec<PeriodApart<'t>> {
    let mut months = all.iter().filter(|apart| apart.kind == Kind::BareMonth).map(|apart| apart.said);
    let are_several = months.next().is_some_and(|first| months.any(|other| other != first));
    all.retain(|apart| apart.kind != Kind::BareMonth || are_several);
    if all.is_empty() {
        return Vec::new();
    }
    let mut rows: Vec<(usize, usize)> =
        rows.iter().filter(|row| row.period.is_none()).map(|row| (row.figure.offset(), row.sheet)).collect();
    rows.sort_unstable();
    let first_behind = |offset: usize| rows.partition_point(|(own, _)| *own < offset);
    // What is said of all the year ends what was said of a part of it.
    let bounds: Vec<usize> = all.iter().map(|apart| first_behind(apart.place.offset())).chain([rows.len()]).collect();
    let with_rows = |at: usize| {
        let apart = &all[at];
        let of_sheet = |range: Range<usize>, sheet: Option<usize>| -> Vec<usize> {
            let sheets = rows[range].iter().map(|(_, sheet)| *sheet);
            sheets.filter(|own| sheet.is_none_or(|sheet| *own == sheet)).collect()
        };
        let mut sheets = of_sheet(bounds[at]..bounds[at + 1], apart.sheet);
        if sheets.is_empty() && apart.is_below_rows {
            sheets = of_sheet(at.checked_sub(1).map_or(0, |before| bounds[before])..bounds[at], apart.within);
        }
        let first = *sheets.first()?;
        let sheet = Some(first).filter(|first| sheets.iter().all(|sheet| sheet == first));
        Some(PeriodApart { place: apart.place, rows: sheets.len(), sheet })
    };
    (0..all.len()).filter(|at| all[*at].is_less(year)).filter_map(with_rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_state_a_period_and_nothing_else() {
        for text in [
            "I SEMESTRE",
            "Primo semestre 2024",
            "Q2",
            "gennaio - giugno 2024",
            "Periodo: gennaio - giugno 2024",
            "Periodo di riferimento: 1/3-31/12",
            "Periodo 01.01.2024-30.06.2024",
            "Impegni I semestre",
            "Durata: dal 01/03/2024 al 31/10/2024",
            "* fino al 30 giugno",
            "(dal 1° luglio)",
            "2024_PD_0411 Uno (gennaio-giugno)",
        ] {
            assert!(stated(text, false).is_some_and(|(_, kind)| kind != Kind::BareMonth), "{text}");
        }
        assert!(stated("Gennaio 2024", false).is_some_and(|(_, kind)| kind == Kind::BareMonth));
        for year in ["Anno 2023", "Anno: 2023", "ANNUALITÀ 2023"] {
            assert_eq!([true, false].map(|stands_out| stated(year, stands_out).is_some()), [true, false], "{year}");
        }
        for text in
            ["2024_PD_0411", "Attività del I semestre", "Marzo Ada", "Periodo: da definire", "Uno (3 fasi)", "1"]
        {
            assert!(stated(text, true).is_none(), "{text}");
        }
    }
}
