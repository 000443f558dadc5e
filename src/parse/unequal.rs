//! Whether the rows of tables of people that add others up say what these make: of whom, or of what, is told by what they name and by where
//! they stand.

use std::ops::Range;

use super::added_rows::{Column, Document, Group, Line, columns};
use super::cells::figure_of;
use super::dates::Said;
use super::figure::{Figure, read_figure};
use super::periods::PeriodNumber;
use super::rows::StaffRows;
use super::total_rows::TotalRow;
use crate::identity;
use crate::model::{PeriodFault, Sheet, UnequalTotal};
use crate::source::Place;
use crate::vocabulary::{
    Unit, Vocabulary, is_of_above, is_of_all, may_count, says_all, speaks_of_money, summed, sums_on, unit_in,
};

/// Tells the totals of tables of people that are not what their rows make.
pub fn compare_totals<'t>(staff: &mut StaffRows<'t>, sheets: &[Sheet<'t>], vocabulary: Vocabulary<'_>) {
    if staff.totals.all.is_empty() {
        return;
    }
    let totals = std::mem::take(&mut staff.totals);
    let said = |line: &Line<'_>| line.period.and_then(|number| staff.said(number));
    let (rows, tables) = (staff.all(), staff.tables());
    let document = Document::new(rows, sheets, vocabulary);
    let mut told = Vec::new();
    for mut column in columns(rows, &totals) {
        column.settle(&document);
        let counts_work = column.totals.first().is_some_and(|(_, total)| tables.counts_work(total.table));
        let compared = Compared { column: &column, document: &document, counts_work, said: &said };
        for number in 0..column.totals.len() {
            told.extend(compared.told(number).map(|told| (column.totals[number].1.table, told)));
        }
    }
    staff.unequal_totals.extend(told);
}

/// The totals of a column, as they are compared.
struct Compared<'a, 't> {
    column: &'a Column<'t>,
    document: &'a Document<'a, 't>,
    counts_work: bool,
    /// What is written of when a row holds.
    said: &'a dyn Fn(&Line<'t>) -> Option<Result<Said, PeriodFault>>,
}

impl<'t> Compared<'_, 't> {
    /// What is to be told of a total; nothing if it is what any rows make of which it may be the total.
    fn told(&self, number: usize) -> Option<UnequalTotal<'t>> {
        let (above, total) = self.column.totals[number];
        let words = total.label.words();
        let of = summed(&words)?;
        let figures = readings(total.total);
        let first = *figures.first()?;
        let is_of_work = matches!(unit_in(&words), Unit::Work(..));
        let is_other = if self.counts_work { first.signed } else { is_of_work && !first.signed };
        if is_other || speaks_of_money(&words) || (may_count(&words) && !first.signed) || self.column.lines.is_empty() {
            return None;
        }
        let is_said = |group: &Group| figures.iter().any(|figure| group.may_make(*figure));
        let (own, of_person) = self.named(&total, of);
        let part = self.part(number);
        let (mut groups, likely) = if own.is_empty() {
            self.by_place(number, of, sums_on(&words))
        } else {
            let within = own.iter().filter(|at| part.contains(at)).map(|at| self.column.lines[*at]);
            let whole = Group::of(own.iter().map(|at| self.column.lines[*at]));
            (vec![Group::of(within)], whole)
        };
        if likely.is_nothing() || groups.iter().any(is_said) || is_said(&likely) || self.holds_at_times(total.span) {
            return None;
        }
        // Other tables of the document may hold more of the same.
        if total.span.is_none() {
            let last = above.checked_sub(1).map(|last| &self.column.lines[last]);
            match own.first() {
                Some(own) => groups = vec![self.document.alike(&self.column.lines[*own], of_person.is_some())],
                None if self.may_go_back(number, of) => {
                    groups = self.document.before(total.total.offset(), last.and_then(|line| line.sheet));
                }
                None => {}
            }
        }
        if groups.iter().any(is_said) || (own.is_empty() && self.may_be_of_some(of, &figures)) {
            return None;
        }
        let place = of_person.unwrap_or(total.label);
        let (sum, rows) = (Some(likely.made.sum), Some(likely.rows));
        Some(UnequalTotal { place: total.total, of: place, is_of_person: of_person.is_some(), sum, rows })
    }

    /// Whether a total may be that of some of the document's rows, wherever they stand: of a role, of a kind of contract. No such total is
    /// more than all of them make.
    fn may_be_of_some(&self, of: &str, figures: &[Figure]) -> bool {
        let all = self.document.whole().made.sum;
        !is_of_above(of) && figures.iter().any(|figure| figure.percent <= all)
    }

    /// The rows of whoever, or whatever, a total names; and who that is. None if it names nobody and nothing of the table.
    fn named(&self, total: &TotalRow<'t>, of: &str) -> (&[usize], Option<Place<'t>>) {
        let Column { lines, people, projects, .. } = self.column;
        let of_person = |name: &str| people.get(&identity::person_key(name)).map_or(&[][..], Vec::as_slice);
        let of_project = |text: &str| {
            let code = || self.document.vocabulary.split_project_code(text).map(|(code, _)| code.to_lowercase());
            let own = projects.get(&text.to_lowercase()).or_else(|| projects.get(&code()?));
            own.map_or(&[][..], Vec::as_slice)
        };
        if let Some(person) = total.person {
            let own = of_person(&person.words());
            if !own.is_empty() {
                return (own, Some(person));
            }
        }
        if let Some(project) = total.project {
            let own = of_project(&project.words());
            if !own.is_empty() {
                return (own, None);
            }
        }
        // What follows upon the word for it: *Totale progetto Atti*.
        let begins = of.char_indices().map(|(at, _)| at).filter(|at| *at == 0 || of[..*at].ends_with(' '));
        for begin in begins {
            let text = &of[begin..];
            let (people, project) = (of_person(text), of_project(text));
            if let Some(first) = people.first() {
                let name = lines[*first].name;
                return (people, name);
            }
            if !project.is_empty() {
                return (project, None);
            }
        }
        (&[], None)
    }

    /// Whether rows hold at several times of the year: their total may be the mean, or the most of any day.
    fn holds_at_times(&self, span: Option<PeriodNumber>) -> bool {
        let mut all = self.column.lines.iter().filter(|line| line.name.is_some()).map(|line| (self.said)(line));
        let first = all.next().flatten();
        span.is_none() && all.any(|said| said != first)
    }

    /// The rows between the total before and a total; what goes on with those before it ends nothing.
    fn part(&self, number: usize) -> Range<usize> {
        let goes_on = |total: &TotalRow<'t>| sums_on(&total.label.words());
        let before = self.column.totals[..number].iter().rev().find(|(_, total)| !goes_on(total));
        before.map_or(0, |(above, _)| *above)..self.column.totals[number].0
    }

    /// The rows since the last total of other totals.
    fn part_above(&self, number: usize) -> Range<usize> {
        let before = (0..number).rev().find(|before| self.part(*before).is_empty());
        before.map_or(0, |before| self.column.totals[before].0)..self.column.totals[number].0
    }

    /// Whether a total may go back beyond the one before it.
    fn may_go_back(&self, number: usize, of: &str) -> bool {
        let label = |number: usize| self.column.totals[number].1.label.words().to_lowercase();
        let is_first = number == 0;
        let is_last = number + 1 == self.column.totals.len();
        let is_other = || label(number) != label(number - 1);
        is_first || self.part(number).is_empty() || (is_of_all(of) && (is_last || is_other()))
    }

    /// The groups of rows of which a total may be that, as it stands; and the one of which it is most likely.
    fn by_place(&self, number: usize, of: &str, sums_on: bool) -> (Vec<Group>, Group) {
        let (lines, totals) = (&self.column.lines, &self.column.totals);
        let group = |range: Range<usize>| Group::of(lines[range].iter().copied());
        let (above, _) = totals[number];
        let part = self.part(number);
        let mut groups = vec![group(part.clone())];
        let run_of = |is_alike: &dyn Fn(&Line<'t>, &Line<'t>) -> bool| self.run(&part, is_alike);
        groups.extend(run_of(&|one, other| one.name.map(Place::words) == other.name.map(Place::words)).map(group));
        groups.extend(run_of(&|one, other| one.sheet == other.sheet).map(group));
        if sums_on || self.may_go_back(number, of) {
            // From any other total on, or from the beginning: those of projects may make that of their CDR.
            let mut sum = Group::default();
            let mut begins: Vec<usize> = totals[..number].iter().map(|(above, _)| *above).chain([0]).collect();
            begins.sort_unstable();
            begins.dedup();
            let mut end = above;
            for begin in begins.into_iter().rev() {
                lines[begin..end].iter().for_each(|line| sum.add(line));
                end = begin;
                groups.push(sum);
            }
        }
        if totals[0].0 == 0 && !sums_on {
            // Totals stand above their rows.
            let mut sum = Group::default();
            let mut begin = above;
            let ends = totals[number + 1..].iter().map(|(above, _)| *above).chain([lines.len()]);
            for end in ends {
                lines[begin..end].iter().for_each(|line| sum.add(line));
                begin = end;
                groups.push(sum);
            }
        }
        let next = totals.get(number + 1).map_or(lines.len(), |(above, _)| *above);
        let likely = match () {
            () if totals[0].0 == 0 && !sums_on => group(above..next),
            () if says_all(of) || sums_on || (part.is_empty() && is_of_all(of)) => group(0..above),
            () if part.is_empty() => group(self.part_above(number)),
            () => group(part),
        };
        (groups, likely)
    }

    /// The rows right above the end of some that are alike, if there are several, and no others of these rows are: where somebody has
    /// one row, none adds it up.
    fn run(&self, part: &Range<usize>, is_alike: &dyn Fn(&Line<'t>, &Line<'t>) -> bool) -> Option<Range<usize>> {
        let lines = &self.column.lines[part.clone()];
        let of_last = lines.iter().rev().take_while(|line| is_alike(line, &lines[lines.len() - 1])).count();
        let others = &lines[..lines.len() - of_last];
        let is_single = others.windows(2).all(|two| !is_alike(&two[0], &two[1]));
        (of_last > 1 && is_single).then(|| part.end - of_last..part.end)
    }
}

/// What a total says. It may have a point between its thousands: it is no share of anybody.
fn readings(total: Place<'_>) -> Vec<Figure> {
    if let Ok(figure) = figure_of(total) {
        return vec![figure];
    }
    let words = total.words();
    let figure = words.trim_end_matches(['%', ' ']);
    let mut thousands = figure.split('.');
    let is_begin = |digits: &str| (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let has_points = figure.contains('.')
        && thousands.next().is_some_and(is_begin)
        && thousands.all(|digits| digits.len() == 3 && is_begin(digits));
    let plain = has_points.then(|| words.replace('.', ""));
    plain.and_then(|plain| read_figure(&plain).ok()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Document;

    #[test]
    fn totals_may_have_points_between_their_thousands() {
        let read = |text: &str| {
            let document = Document::new("x".into(), true, 0, text.to_owned());
            readings(Place::new(&document, document.text(), 1)).first().map(|figure| figure.percent.to_string())
        };
        assert_eq!(read("1.250 %").as_deref(), Some("1250.00"));
        assert_eq!(read("250 %").as_deref(), Some("250.00"));
        assert_eq!(read("12.50 ca."), None);
    }
}
