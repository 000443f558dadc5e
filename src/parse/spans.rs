//! Columns that are parts of the year: a header of months, of quarters, of halves.

use super::cells::figure_of;
use super::columns::Columns;
use super::dates::{Said, part_of_year};
use crate::model::Percent;
use crate::source::{Block, Cell, words};

/// Whether a header is that of a part of the year: a month, a quarter, a half.
pub fn is_part_of_year(header: &str) -> bool {
    part_of(header).is_some()
}

/// The part of the year that a header, or a name, is.
pub fn part_of(header: &str) -> Option<Said> {
    part_of_year(bare(header), None).or_else(|| first_of_month(bare(header)))
}

/// A header without what says that its figures are percentages.
fn bare(header: &str) -> &str {
    header.trim_matches(|c: char| matches!(c, '%' | '(' | ')' | ' ' | '*'))
}

/// Columns that are parts of the year, each with its stretch of days, in their order.
#[derive(Debug, Clone, Default)]
pub struct Spans(Vec<(usize, Said)>);

impl Spans {
    /// Those that a row of headers names, if they are two at least. None of them overlap: of months beside the quarters that they make,
    /// only the months are such columns.
    pub fn of_header(row: Block<'_>, is_free: impl Fn(usize) -> bool) -> Self {
        let (mut all, mut numbers) = (Vec::new(), Vec::new());
        for (at, cell) in row.cells().enumerate().filter(|(at, cell)| is_free(*at) && !cell.is_empty()) {
            let written = words(cell.raw());
            let bare = bare(&written);
            if let Some(said) = part_of(bare) {
                all.push((at, said));
            } else if bare.len() <= 2 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
                numbers.push((at, bare.trim_start_matches('0').to_owned()));
            }
        }
        if all.is_empty() && numbers.iter().map(|(_, number)| number.as_str()).eq(TWELVE) {
            all.extend(
                numbers.iter().filter_map(|(at, number)| Some((*at, part_of_year(&format!("m{number}"), None)?))),
            );
        }
        Self(apart(all))
    }

    /// Every column with its stretch.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Said)> {
        self.0.iter().copied()
    }
}

/// Whether a row that ends with a digit heads the parts of a year: it is no row of figures. It numbers twelve months, or ends with one as
/// `12/2024`, `dic-24`.
pub fn heads_parts_of_year(row: Block<'_>) -> bool {
    const LONGEST: usize = 12;
    let last = || row.cells().filter(|cell| !cell.is_empty()).last();
    let is_part = |cell: &Cell<'_>| cell.raw().len() <= LONGEST && is_part_of_year(&words(cell.raw()));
    numbers_months(row)
        || (row.end().contains(['/', '-', '\'', ' '])
            && last().is_some_and(|last| is_part(&last))
            && row.cells().filter(is_part).count() > 1)
}

/// Whether a row numbers the months of a year, one after another, beside words.
fn numbers_months(row: Block<'_>) -> bool {
    let is_number = |cell: &Cell<'_>| !cell.is_empty() && cell.raw().bytes().all(|byte| byte.is_ascii_digit());
    row.end().ends_with("12")
        && row.cells().filter(is_number).map(|cell| cell.raw().trim_start_matches('0')).eq(TWELVE)
        && row.cells().any(|cell| cell.raw().contains(char::is_alphabetic))
}

const TWELVE: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/// The month of which a text is the first day, as workbooks keep the headers of months.
fn first_of_month(text: &str) -> Option<Said> {
    let rest = text.strip_prefix("01/").or_else(|| text.strip_prefix("1/"))?;
    (rest.len() >= 6).then(|| part_of_year(rest, None)).flatten()
}

/// The shortest of some stretches, if there are two at least and no two of them overlap.
pub fn apart(mut all: Vec<(usize, Said)>) -> Vec<(usize, Said)> {
    const ANY: u16 = 2024;
    let days = |said: Said| {
        let year = said.years().next().and_then(|year| u16::try_from(year).ok()).unwrap_or(ANY);
        said.period(Some(year)).ok()
    };
    let overlap = |all: &[(usize, Said)]| {
        let mut periods: Vec<_> = all.iter().filter_map(|(_, said)| days(*said)).collect();
        periods.sort_unstable();
        periods.windows(2).any(|two| two[0].to() >= two[1].from())
    };
    if overlap(&all) {
        let length = |said: Said| days(said).map(|days| (days.to() - days.from()).get_days());
        let least = all.iter().filter_map(|(_, said)| length(*said)).min();
        // Months have 28 to 31 days.
        all.retain(|(_, said)| length(*said) <= least.map(|least| least + 3));
    }
    if all.len() < 2 || overlap(&all) { Vec::new() } else { all }
}

/// Whether a figure is what the parts of the year in its row make: their sum, or their mean, over all or over those that are filled in.
pub fn is_sum_of_spans(row: Block<'_>, columns: &Columns, cell: Cell<'_>) -> bool {
    let Ok(total) = figure_of(cell.place) else { return false };
    let of_spans = || row.cells().enumerate().filter(|(at, _)| columns.is_span(*at)).map(|(_, cell)| cell);
    let figures: Vec<Percent> =
        of_spans().filter_map(|cell| figure_of(cell.place).ok()).map(|figure| figure.percent).collect();
    let sum: Percent = figures.iter().copied().sum();
    let is_mean = |count: usize| {
        let count = u32::try_from(count).unwrap_or_default();
        let off = (total.percent.times(count) - sum).abs();
        // A mean is rounded where it is written: to half a hundredth of each.
        count > 0 && off.times(200) <= Percent::from_whole(count)
    };
    total.percent == sum || is_mean(columns.spans.count_ones() as usize) || is_mean(figures.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Document;

    fn spans(header: &str) -> Vec<usize> {
        let document = Document::new("plan.md".into(), true, 0, format!("{header}\n"));
        let row = document.blocks().next().unwrap();
        Spans::of_header(row, |at| at > 0).iter().map(|(at, _)| at).collect()
    }

    #[test]
    fn columns_of_parts_of_the_year() {
        for header in [
            "Persona\tGen\tFeb",
            "Persona\tGennaio 2024\tFebbraio 2024",
            "Persona\tJan (%)\tFeb (%)",
            "Persona\t01/2024\t02/2024",
            "Persona\t01/01/2024\t01/02/2024",
            "Persona\tgen-24\tfeb-24",
            "Persona\tQ1\tQ2",
            "Persona\tI trimestre\tII trimestre",
            "Persona\t1° semestre\t2° semestre",
            "Persona\tMese 1\tMese 2",
        ] {
            assert_eq!(spans(header), [1, 2], "{header}");
        }
        assert_eq!(spans("Persona\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12").len(), 12);
        assert_eq!(spans("Persona\tGen\tFeb\tMar\tQ1\tApr"), [1, 2, 3, 5], "the quarter is what the months make");
        for header in ["Persona\tGen", "Persona\t1\t2\t3", "Persona\tGen\tFeb\tGen\tFeb", "Persona\tMario\tMarta"] {
            assert_eq!(spans(header), [0; 0], "{header}");
        }
    }
}
