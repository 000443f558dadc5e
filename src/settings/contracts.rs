//! The lines of a staff file that are of one person: contracts that follow upon each other, each with its days.

use jiff::civil::Date;

use super::fault::Fault;
use super::staff_line::StaffLine;
use crate::identity::is_nothing;
use crate::model::Period;

/// A day as staff offices write it, the day first, or as ISO 8601 does.
pub(super) fn day(written: &str) -> Result<Date, Fault> {
    let text = written.split(['T', ' ']).next().unwrap_or_default();
    let forms = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"];
    // Two digits may be those of any century.
    let is_whole = text.split(['/', '.', '-']).any(|part| part.len() == 4);
    let date = forms.iter().find_map(|form| Date::strptime(form, text).ok()).filter(|_| is_whole);
    date.ok_or_else(|| Fault::NotADate(written.to_owned()))
}

/// Refuses a day of which the month may stand first as well.
pub(super) fn refuse_either_order(written: &str) -> Result<(), Fault> {
    let date = day(written)?;
    let is_either = date.day() <= 12 && i16::from(date.day()) != i16::from(date.month());
    // A year in front says the order.
    let is_iso = written.trim_start().as_bytes().get(4) == Some(&b'-');
    if is_either && !is_iso { Err(Fault::NotADate(written.to_owned())) } else { Ok(()) }
}

/// From the first day to the last; without one, from ever or for ever. None if there is neither.
pub(super) fn period(first: Option<&str>, last: Option<&str>) -> Result<Option<Period>, Fault> {
    // Programs write dashes and noughts where there is no day.
    let are_noughts = |written: &str| written.chars().all(|c| matches!(c, '0' | '/' | '.' | '-'));
    let [first, last] = [first, last].map(|written| written.filter(|own| !is_nothing(own) && !are_noughts(own)));
    if first.is_none() && last.is_none() {
        return Ok(None);
    }
    let from = first.map_or(Ok(Date::MIN), day)?;
    let to = last.map_or(Ok(Date::MAX), day)?;
    let end = || Fault::EndsBefore { from: from.to_string(), to: to.to_string() };
    Period::new(from, to).map(Some).ok_or_else(end)
}

/// Makes one line of those of one person, the first of them, if all say when they hold. Those of one name with different numbers are of
/// different people.
///
/// # Errors
///
/// Two that hold on the same day: the later line.
pub(super) fn join(lines: &mut Vec<StaffLine>) -> Result<(), (usize, Fault)> {
    let mut order: Vec<(&str, Option<String>, usize)> =
        lines.iter().enumerate().map(|(at, line)| (&*line.key, line.number_key(), at)).collect();
    order.sort_unstable();
    let is_one = |a: &(&str, Option<String>, usize), b: &(&str, Option<String>, usize)| (a.0, &a.1) == (b.0, &b.1);
    let has_days = |group: &&[(&str, Option<String>, usize)]| {
        group.len() > 1 && group.iter().all(|(.., at)| !lines[*at].contracts.is_empty())
    };
    let groups = order.chunk_by(is_one).filter(has_days);
    let groups: Vec<Vec<usize>> = groups.map(|group| group.iter().map(|(.., at)| *at).collect()).collect();
    if let Some(first) = groups.iter().filter_map(|group| overlapping(lines, group)).min_by_key(|(at, _)| *at) {
        return Err(first);
    }
    let mut is_joined = vec![false; lines.len()];
    for group in groups {
        let [first, rest @ ..] = &group[..] else { continue };
        for &at in rest {
            is_joined[at] = true;
            let contracts = std::mem::take(&mut lines[at].contracts);
            let StaffLine { capacity, states_capacity, working_time, .. } = lines[at];
            let own = &mut lines[*first];
            own.contracts.extend(contracts);
            own.capacity = own.capacity.max(capacity);
            own.states_capacity |= states_capacity;
            own.working_time = own.working_time.or(working_time);
        }
        lines[*first].contracts.sort_by_key(|contract| contract.period);
    }
    let mut joined = is_joined.into_iter();
    lines.retain(|_| joined.next() == Some(false));
    Ok(())
}

/// The first line of a person that holds on a day of one before it.
fn overlapping(lines: &[StaffLine], group: &[usize]) -> Option<(usize, Fault)> {
    let mut by_days: Vec<(Period, usize)> =
        group.iter().flat_map(|&at| lines[at].contracts.iter().map(move |contract| (contract.period, at))).collect();
    by_days.sort_unstable();
    let shared = by_days.windows(2).find(|two| two[1].0.from() <= two[0].0.to())?;
    let at = shared[0].1.max(shared[1].1);
    Some((at, Fault::ContractsOverlap { name: lines[at].name.clone() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_that_staff_offices_write() {
        for written in ["2024-03-01", "01/03/2024", "1/3/2024", "01.03.2024", "01-03-2024", "2024-03-01 00:00:00"] {
            assert_eq!(day(written).unwrap(), jiff::civil::date(2024, 3, 1), "{written}");
        }
        for written in ["01/03/24", "2024", "31/02/2024", "marzo", "03/2024", "1/3"] {
            assert!(day(written).is_err(), "{written}");
        }
        for (written, is_clear) in
            [("2024-03-01", true), ("31/03/2024", true), ("03/03/2024", true), ("01/03/2024", false)]
        {
            assert_eq!(refuse_either_order(written).is_ok(), is_clear, "{written}");
        }
        assert!(period(None, None).unwrap().is_none());
        for nothing in ["-", "00/00/0000", "0000-00-00", "n.d."] {
            assert!(period(Some(nothing), Some(nothing)).unwrap().is_none(), "{nothing}");
        }
        assert!(matches!(period(Some("in prova"), None), Err(Fault::NotADate(_))));
        assert_eq!(period(Some("1/3/2024"), None).unwrap().unwrap().to(), Date::MAX);
        assert!(matches!(period(Some("1/3/2024"), Some("29/2/2024")), Err(Fault::EndsBefore { .. })));
    }
}
