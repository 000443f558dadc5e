//! Days, months and parts of the year as they are written, and what is said of a period with them.

use jiff::civil::Date;

use crate::model::{Period, PeriodFault};
use crate::vocabulary::{
    PartOfYear, PeriodWord, counts_months, month_of, ordinal, period_word, says_how_long, says_open_end,
    says_whole_year,
};

/// A day, a month or a year, as far as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    /// Whether day and month may as well be month and day.
    either: bool,
}

/// What is said of a period. An end that is not said is that of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said {
    /// The beginning.
    pub from: Option<Written>,
    /// The end.
    pub to: Option<Written>,
    /// For how many months from the beginning, instead of an end.
    pub months: Option<i8>,
}

impl Said {
    /// The whole year.
    pub const YEAR: Self = Self { from: None, to: None, months: None };

    /// All of a stretch of days, a month or a year.
    fn all_of(stretch: Written) -> Self {
        Self { from: Some(stretch), to: Some(stretch), months: None }
    }

    /// Whether it would be another one where the month stands before the day.
    pub fn depends_on_order(self) -> bool {
        [self.from, self.to].into_iter().flatten().any(|written| written.either)
    }

    /// Whether it is of a part of a year, and not of years.
    pub fn is_part(self) -> bool {
        [self.from, self.to].into_iter().flatten().any(|written| written.month.is_some()) || self.months.is_some()
    }

    /// Whether it ends when so many months from its beginning end.
    pub fn lasts(self, months: i8) -> bool {
        const ANY: u16 = 2024;
        let year = self.years().next().and_then(|year| u16::try_from(year).ok()).unwrap_or(ANY);
        let by_months = Self { to: None, months: Some(months), ..self };
        by_months.period(Some(year)).is_ok_and(|period| self.period(Some(year)) == Ok(period))
    }

    /// The years that are written in it.
    pub fn years(self) -> impl Iterator<Item = i16> {
        [self.from, self.to].into_iter().flatten().filter_map(|written| written.year)
    }

    /// The period, in the plan of a year, if that is known. Days without a year are of the other's, or of the plan's.
    ///
    /// # Errors
    ///
    /// There is no such day, it ends before it begins, or its year is not known.
    pub fn period(self, year: Option<u16>) -> Result<Period, PeriodFault> {
        let own = year.and_then(|year| i16::try_from(year).ok());
        let own = own.ok_or(PeriodFault::NoYear)?;
        let year_of = |written: Option<Written>| written.and_then(|written| written.year);
        let (from_year, to_year) = (year_of(self.from), year_of(self.to));
        let no_day = PeriodFault::NotADate;
        let from = match self.from {
            Some(from) => from.first(from_year.or(to_year).unwrap_or(own)),
            None => Date::new(to_year.map_or(own, |to| to.min(own)), 1, 1).ok(),
        };
        let from = from.ok_or(no_day)?;
        let to = match (self.to, self.months) {
            (Some(to), _) => to.last(to_year.or(from_year).unwrap_or(own)),
            (None, Some(months)) => after(from, months),
            (None, None) => Date::new(from.year().max(own), 12, 31).ok(),
        };
        Period::new(from, to.ok_or(no_day)?).ok_or(PeriodFault::Backwards)
    }
}

impl Written {
    fn first(self, year: i16) -> Option<Date> {
        Date::new(year, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }

    fn last(self, year: i16) -> Option<Date> {
        let month = self.month.unwrap_or(12);
        match self.day {
            Some(day) => Date::new(year, month, day).ok(),
            None => Date::new(year, month, 1).ok().map(Date::last_of_month),
        }
    }
}

/// The last of so many months that begin on a day.
fn after(from: Date, months: i8) -> Option<Date> {
    let next = from.checked_add(jiff::Span::new().months(months)).ok()?;
    next.yesterday().ok()
}

/// What a text says of one day, month or year.
///
/// # Errors
///
/// It is no such thing; or one only if the month stands before the day.
pub fn date(text: &str) -> Result<Written, PeriodFault> {
    let lower = text.trim().to_lowercase();
    let text = without_time(&lower);
    if let Some(numbers) = numbers(text) {
        return of_numbers(&numbers);
    }
    in_words(text).ok_or(PeriodFault::NotADate)
}

/// A text without the time of the day behind a date.
fn without_time(text: &str) -> &str {
    let is_time = |rest: &str| {
        rest.len() >= 4
            && rest.contains(':')
            && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'z'))
    };
    match text.split_once(['t', ' ']) {
        Some((date, rest)) if is_time(rest) => date,
        _ => text,
    }
}

/// The numbers of a text that has nothing but numbers and one kind of mark between them.
fn numbers(text: &str) -> Option<Vec<&str>> {
    let mark = text.chars().find(|c| !c.is_ascii_digit()).unwrap_or('/');
    if !matches!(mark, '/' | '-' | '.') {
        return None;
    }
    let numbers: Vec<&str> = text.split(mark).map(str::trim).collect();
    let are_numbers = numbers.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    (are_numbers && numbers.len() <= 3).then_some(numbers)
}

fn of_numbers(numbers: &[&str]) -> Result<Written, PeriodFault> {
    let short = |number: &str| number.parse::<i8>().ok().filter(|_| number.len() <= 2);
    let whole =
        |number: &str| number.parse::<i16>().ok().filter(|year| number.len() == 4 && (1900..2200).contains(year));
    // Of two digits, the year is one of this century.
    let year = |number: &str| {
        whole(number).or_else(|| short(number).filter(|_| number.len() == 2).map(|of| 2000 + i16::from(of)))
    };
    let is_month = |month: &i8| (1..=12).contains(month);
    let no_date = PeriodFault::NotADate;
    match *numbers {
        [first] => whole(first).map(|year| Written { year: Some(year), ..Written::default() }).ok_or(no_date),
        [first, second] => match (whole(first), short(first), short(second), whole(second)) {
            (Some(year), _, Some(month), _) | (_, Some(month), _, Some(year)) if is_month(&month) => {
                Ok(Written { year: Some(year), month: Some(month), ..Written::default() })
            }
            (None, Some(day), Some(month), None) => of_day(day, month, None),
            _ => Err(no_date),
        },
        [first, month, day] if first.len() == 4 => match (whole(first), short(month), short(day)) {
            (Some(year), Some(month), Some(day)) if is_month(&month) && (1..=31).contains(&day) => {
                Ok(Written { year: Some(year), month: Some(month), day: Some(day), either: false })
            }
            _ => Err(no_date),
        },
        [day, month, last] => match (short(day), short(month), year(last)) {
            (Some(day), Some(month), Some(year)) => of_day(day, month, Some(year)),
            _ => Err(no_date),
        },
        _ => Err(no_date),
    }
}

/// A day of a month, in this order; the other is told apart, since whoever writes it so may mean it elsewhere, too.
fn of_day(day: i8, month: i8, year: Option<i16>) -> Result<Written, PeriodFault> {
    match (day, month) {
        // In a leap year; whether it is one may not be known.
        (1..=31, 1..=12) if Date::new(2024, month, day).is_err() => Err(PeriodFault::NotADate),
        (1..=31, 1..=12) => Ok(Written { year, month: Some(month), day: Some(day), either: day <= 12 && day != month }),
        (1..=12, 13..=31) => Err(PeriodFault::MonthFirst),
        _ => Err(PeriodFault::NotADate),
    }
}

/// All of the year that a text is, if it is nothing else.
pub fn year_alone(text: &str) -> Option<Said> {
    let written = date(text).ok()?;
    (written.year.is_some() && written.month.is_none()).then(|| Said::all_of(written))
}

/// What a text says that names a month: `1 marzo 2024`, `March 1, 2024`, `mar-24`, `marzo`.
fn in_words(text: &str) -> Option<Written> {
    let words: Vec<&str> =
        text.split([' ', '-', '/', ',', '.', '\u{a0}', '\'']).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| month_of(word).is_some())?;
    let month = month_of(words[at]);
    let day = |word: &str| {
        let digits = word.trim_end_matches(['°', 'º', 's', 't', 'n', 'd', 'r', 'h']);
        digits.parse::<i8>().ok().filter(|day| digits.len() <= 2 && (1..=31).contains(day))
    };
    let year = |word: &str| match word.len() {
        4 => word.parse::<i16>().ok().filter(|year| (1900..2200).contains(year)),
        2 => word.parse::<i16>().ok().map(|year| 2000 + year),
        _ => None,
    };
    let written = |day: Option<i8>, year: Option<i16>| Written { year, month, day, either: false };
    match (&words[..at], &words[at + 1..]) {
        ([], []) => Some(written(None, None)),
        ([], [only]) => Some(written(None, Some(year(only)?))),
        ([first], []) => Some(written(Some(day(first)?), None)),
        ([], [first, second]) | ([first], [second]) => Some(written(Some(day(first)?), Some(year(second)?))),
        _ => None,
    }
}

/// What a text says of a part of the year: a month, *1° trimestre*, *Q2 2024*, *II semestre*; a bare number is one of the parts that the
/// header of its column names.
pub fn part_of_year(text: &str, of_header: Option<PartOfYear>) -> Option<Said> {
    let lower = text.trim().to_lowercase();
    if let Some(number) = of_header.and_then(|part| Some((part, ordinal(&lower)?))) {
        return stretch(number.0, number.1, None);
    }
    if let Ok(written) = date(&lower)
        && written.month.is_some()
        && written.day.is_none()
    {
        return Some(Said::all_of(written));
    }
    let words: Vec<&str> = lower.split([' ', '-', '/', '_', ',', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let year = |word: &str| word.parse::<i16>().ok().filter(|year| word.len() == 4 && (1900..2200).contains(year));
    let years: Vec<i16> = words.iter().filter_map(|word| year(word)).collect();
    let others: Vec<&str> = words.into_iter().filter(|word| year(word).is_none()).collect();
    let year = match years[..] {
        [] => None,
        [year] => Some(year),
        _ => return None,
    };
    let of_word = |word: &str| PartOfYear::of_word(word.trim_end_matches('.'));
    match others[..] {
        [one, other] => match (of_word(one), of_word(other)) {
            (None, Some(part)) => stretch(part, ordinal(one)?, year),
            (Some(part), None) => stretch(part, ordinal(other)?, year),
            _ => None,
        },
        [one] => {
            let (letter, number) = one.split_at_checked(1)?;
            let (part, number) = match PartOfYear::of_letter(letter) {
                Some(part) if number.bytes().all(|byte| byte.is_ascii_digit()) => (part, number),
                // `1Q`, `2S`
                _ => (PartOfYear::of_letter(one.get(1..)?)?, letter),
            };
            stretch(part, ordinal(number)?, year)
        }
        _ => None,
    }
}

/// The so-manieth of the parts of a year.
fn stretch(part: PartOfYear, number: i8, year: Option<i16>) -> Option<Said> {
    let last = number.checked_mul(part.months())?;
    let month = |month: i8| Some(Written { year, month: Some(month), ..Written::default() });
    (number > 0 && last <= 12).then(|| Said { from: month(last - part.months() + 1), to: month(last), months: None })
}

/// What the cell of a column of periods says.
///
/// # Errors
///
/// What stands in it is no period, or one only if the month stands before the day.
pub fn period(text: &str, of_header: Option<PartOfYear>) -> Result<Said, PeriodFault> {
    if says_whole_year(text) {
        return Ok(Said::YEAR);
    }
    if let Some(said) = part_of_year(text, of_header) {
        return Ok(said);
    }
    if let Ok(year @ Written { month: None, .. }) = date(text) {
        return Ok(Said::all_of(year));
    }
    let (rest, months) = length(&text.to_lowercase().replace(['\u{2019}', '\''], " "));
    let stretches = stretches(&rest);
    let said = match &stretches[..] {
        [(PeriodWord::From, from)] => Said { from: Some(date(from)?), to: None, months },
        [(PeriodWord::To, to)] => Said { from: None, to: Some(end(to)?), months: None },
        [(PeriodWord::From | PeriodWord::Aside, from), (PeriodWord::To, to)] => range(from, to)?,
        [(PeriodWord::Aside, whole)] => match (months, date(whole)) {
            (Some(_), Ok(from)) => Said { from: Some(from), to: None, months },
            (None, _) => divided(whole)?,
            (_, Err(fault)) => return Err(fault),
        },
        [] if months.is_some() => return Err(PeriodFault::NoBeginning),
        _ => return Err(PeriodFault::NotADate),
    };
    if months.is_some() && said.to.is_some() { Err(PeriodFault::NotADate) } else { Ok(said) }
}

/// From one to the other.
fn range(from: &str, to: &str) -> Result<Said, PeriodFault> {
    let from = date(from)?;
    if says_open_end(to) {
        return Ok(Said { from: Some(from), ..Said::YEAR });
    }
    Ok(Said { from: Some(from), to: Some(end(to)?), months: None })
}

fn end(text: &str) -> Result<Written, PeriodFault> {
    date(text)
}

/// Two days, months or years with a dash between them and no space: there must be one place only at which it can be divided.
fn divided(text: &str) -> Result<Said, PeriodFault> {
    let is_dash = |c: char| matches!(c, '-' | '–' | '—' | '/');
    // `01/03/2024` is one day, and not from one to the end of a year.
    let mut found = match date(text) {
        Ok(_) => return Err(PeriodFault::NotADate),
        Err(PeriodFault::MonthFirst) => return Err(PeriodFault::MonthFirst),
        Err(fault) => Err(fault),
    };
    for (at, dash) in text.char_indices().filter(|&(_, c)| is_dash(c)) {
        let said = range(&text[..at], &text[at + dash.len_utf8()..]);
        match (&found, said) {
            (Err(_), said) if said.is_ok() => found = said,
            (Err(PeriodFault::NotADate), Err(PeriodFault::MonthFirst)) => found = Err(PeriodFault::MonthFirst),
            (Ok(_), Ok(_)) => return Err(PeriodFault::NotADate),
            _ => {}
        }
    }
    found
}

/// A text without the number of months that it states, and that number.
fn length(text: &str) -> (String, Option<i8>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(['(', ')', ',', ';']).to_owned();
    let is_length = |at: usize| counts_months(&bare(words[at])) && at > 0 && bare(words[at - 1]).parse::<i8>().is_ok();
    let Some(at) = (0..words.len()).find(|&at| is_length(at)) else { return (text.to_owned(), None) };
    let months = bare(words[at - 1]).parse().ok().filter(|months| *months > 0);
    let begin = if at > 1 && says_how_long(&bare(words[at - 2])) { at - 2 } else { at - 1 };
    ([&words[..begin], &words[at + 1..]].concat().join(" "), months)
}

/// What is said in a text, each with the word that says what it is.
fn stretches(text: &str) -> Vec<(PeriodWord, String)> {
    let mut all: Vec<(PeriodWord, String)> = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(['(', ')', ',', ';', ':']);
        match period_word(bare) {
            Some(PeriodWord::Aside) => {}
            Some(kind) => match all.last_mut().filter(|(_, written)| written.is_empty()) {
                // *Fino al*, *a partire dal*
                Some(last) => last.0 = kind,
                None => all.push((kind, String::new())),
            },
            None if bare.is_empty() => {}
            None => match all.last_mut() {
                Some((_, written)) if written.is_empty() => bare.clone_into(written),
                Some((_, written)) => {
                    written.push(' ');
                    written.push_str(bare);
                }
                None => all.push((PeriodWord::Aside, bare.to_owned())),
            },
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, year: u16) -> Result<String, PeriodFault> {
        let period = period(text, None)?.period(Some(year))?;
        Ok(format!("{} {}", period.from(), period.to()))
    }

    #[test]
    fn periods_in_every_spelling_that_is_clear() {
        for (text, expected) in [
            ("dal 1/3 al 31/12", "2024-03-01 2024-12-31"),
            ("dal 01/03", "2024-03-01 2024-12-31"),
            ("fino al 30/6", "2024-01-01 2024-06-30"),
            ("1/3–31/12", "2024-03-01 2024-12-31"),
            ("1/3-31/12", "2024-03-01 2024-12-31"),
            ("01/03/2024 - 30/06/2024", "2024-03-01 2024-06-30"),
            ("2024-03-01 / 2024-06-30", "2024-03-01 2024-06-30"),
            ("2024-03-01 2024-06-30", ""),
            ("dal 1° marzo al 30 giugno", "2024-03-01 2024-06-30"),
            ("dall'1/3 all'8/3", "2024-03-01 2024-03-08"),
            ("a partire dal 15.09.2024", "2024-09-15 2024-12-31"),
            ("from 1 March to 30 June 2024", "2024-03-01 2024-06-30"),
            ("gennaio-marzo", "2024-01-01 2024-03-31"),
            ("da gennaio a marzo 2024", "2024-01-01 2024-03-31"),
            ("febbraio", "2024-02-01 2024-02-29"),
            ("feb-24", "2024-02-01 2024-02-29"),
            ("02/2024", "2024-02-01 2024-02-29"),
            ("1° trimestre", "2024-01-01 2024-03-31"),
            ("II semestre 2024", "2024-07-01 2024-12-31"),
            ("Q3", "2024-07-01 2024-09-30"),
            ("tutto l'anno", "2024-01-01 2024-12-31"),
            ("annuale", "2024-01-01 2024-12-31"),
            ("2024", "2024-01-01 2024-12-31"),
            ("2023-2025", "2023-01-01 2025-12-31"),
            ("dal 01/09/23 al 31/08/25", "2023-09-01 2025-08-31"),
            ("6 mesi dal 01/03", "2024-03-01 2024-08-31"),
            ("dal 31/08 per 6 mesi", "2024-08-31 2025-02-27"),
            ("dal 1/9 al 31/3/2025", "2025-09-01 2025-03-31"),
        ] {
            let read = read(text, 2024);
            match expected {
                "" => assert!(read.is_err(), "{text}: {read:?}"),
                "2025-09-01 2025-03-31" => assert_eq!(read, Err(PeriodFault::Backwards), "{text}"),
                _ => assert_eq!(read.as_deref(), Ok(expected), "{text}"),
            }
        }
    }

    #[test]
    fn what_is_no_period_is_told() {
        for (text, fault) in [
            ("da definire", PeriodFault::NotADate),
            ("31/06", PeriodFault::NotADate),
            ("dal 31/06 al 31/12", PeriodFault::NotADate),
            ("dal 29/02/2023", PeriodFault::NotADate),
            ("dal 1 al 15 marzo", PeriodFault::NotADate),
            ("6 mesi", PeriodFault::NoBeginning),
            ("dal 03/31/2024", PeriodFault::MonthFirst),
            ("dal 30/06 al 01/03", PeriodFault::Backwards),
            ("01/03/2024", PeriodFault::NotADate),
            ("01-03-2024", PeriodFault::NotADate),
            ("03/31/2024", PeriodFault::MonthFirst),
            ("dal 1/1/200", PeriodFault::NotADate),
            ("13", PeriodFault::NotADate),
            ("5° trimestre", PeriodFault::NotADate),
        ] {
            assert_eq!(read(text, 2024), Err(fault), "{text}");
        }
        assert_eq!(period("dal 1/3", None).unwrap().period(None), Err(PeriodFault::NoYear));
    }

    #[test]
    fn a_number_is_a_part_of_the_year_only_below_a_header_that_says_so() {
        let of = |text: &str, part| period(text, part).and_then(|said| said.period(Some(2023)));
        assert_eq!(of("2", Some(PartOfYear::Month)).unwrap().to().to_string(), "2023-02-28");
        assert_eq!(of("2", Some(PartOfYear::Quarter)).unwrap().from().to_string(), "2023-04-01");
        assert_eq!(of("2", None), Err(PeriodFault::NotADate));
    }

    #[test]
    fn days_that_may_be_months_are_known() {
        let of = |text: &str| period(text, None).unwrap().depends_on_order();
        assert!(of("dal 03/04/2024") && of("fino al 01/12"));
        assert!(!of("dal 31/12/2024") && !of("dal 01/01") && !of("dal 2024-03-04") && !of("dal 3 aprile"));
    }
}
