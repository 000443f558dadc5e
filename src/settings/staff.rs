//! The staff file: who works for the body, how much of them the plan may commit, and from when to when.

use std::collections::HashMap;
use std::ops::Range;

use rust_decimal::Decimal;

use super::at_row::AtRow;
use super::contracts;
use super::fault::{Fault, SettingsError};
use super::raw_row::Wrong;
use super::staff_columns::{self as columns, COLUMNS};
use super::staff_line::StaffLine;
use super::table::{self, Line, PassedOver, Table};
use super::{doubted, staff_days, working_time};
use crate::identity;
use crate::model::{Contract, Percent};
use crate::source::{Document, Place};

/// The staff of a body, one line for each person.
#[derive(Debug)]
pub struct Staff {
    document: Document,
    lines: Vec<StaffLine>,
    /// The numbers of the lines, in the order of the keys.
    by_key: Vec<u32>,
    /// The numbers of the lines, by the personnel numbers.
    by_number: HashMap<String, u32>,
    passed_over: PassedOver,
}

impl Staff {
    /// The staff in a file, as [`read_table`](crate::read::read_table) reads it: a header, and a line for each person.
    ///
    /// # Errors
    ///
    /// No column of names, a figure that cannot be, a name that is missing or stands twice; with the line.
    pub fn of(document: Document) -> Result<Self, SettingsError> {
        let invalid = |(at, fault)| SettingsError::Invalid { path: document.path().to_owned(), at, fault };
        let Table { mut lines, passed_over } = read(&document).map_err(invalid)?;
        let at =
            |line: &StaffLine| AtRow::of(document.place(document.text().get(line.range.clone()).unwrap_or_default()));
        contracts::join(&mut lines).map_err(|(line, fault)| invalid((at(&lines[line]), fault)))?;
        let mut by_number: HashMap<String, u32> = HashMap::new();
        // No file that is read has so many lines.
        let all = 0..u32::try_from(lines.len()).unwrap_or(u32::MAX);
        let by_key = by_key(&lines, all.clone());
        let twice = by_key.windows(2).filter(|pair| {
            let [one, other] = [pair[0], pair[1]].map(|number| &lines[number as usize]);
            one.key == other.key && (one.number_key().is_none() || other.number_key().is_none())
        });
        if let Some(twice) = twice.map(|pair| &lines[pair[1] as usize]).min_by_key(|line| line.range.start) {
            return Err(invalid((at(twice), Fault::StaffTwice { name: twice.name.clone() })));
        }
        for number in all {
            let line = &lines[number as usize];
            let Some(key) = line.number_key() else { continue };
            if let Some(known) = by_number.insert(key, number) {
                let first = at(&lines[known as usize]).line();
                let number = line.matricola.clone().unwrap_or_default();
                return Err(invalid((at(line), Fault::NumberTwice { number, first })));
            }
        }
        for pair in by_key.windows(2).map(|pair| [pair[0] as usize, pair[1] as usize]) {
            if lines[pair[0]].key == lines[pair[1]].key {
                for number in pair {
                    lines[number].tell_apart();
                }
            }
        }
        Ok(Self { document, lines, by_key, by_number, passed_over })
    }

    /// Everybody, in the order of the file.
    pub fn lines(&self) -> &[StaffLine] {
        &self.lines
    }

    /// The path of the file.
    pub fn path(&self) -> &str {
        self.document.path()
    }

    /// What of the file was not needed.
    pub fn passed_over(&self) -> &PassedOver {
        &self.passed_over
    }

    /// The number of the line of the person whose name has this key; none if several have it.
    pub fn find(&self, key: &str) -> Option<usize> {
        match self.all(key) {
            [one] => Some(*one as usize),
            _ => None,
        }
    }

    /// The numbers of the lines of all whose name has this key, in no order.
    pub fn all(&self, key: &str) -> &[u32] {
        let line = |number: u32| self.lines[number as usize].key.as_str();
        let first = self.by_key.partition_point(|&number| line(number) < key);
        let next = self.by_key.partition_point(|&number| line(number) <= key);
        &self.by_key[first..next]
    }

    /// The number of the line of the person whose personnel number has this key.
    pub fn with_number(&self, key: &str) -> Option<usize> {
        self.by_number.get(key).map(|&line| line as usize)
    }

    /// Whether several people have one name.
    pub fn has_namesakes(&self) -> bool {
        self.by_key.windows(2).any(|pair| self.lines[pair[0] as usize].key == self.lines[pair[1] as usize].key)
    }

    /// Where a person's line stands.
    pub fn place(&self, line: &StaffLine) -> Place<'_> {
        self.document.place(self.document.text().get(line.range.clone()).unwrap_or_default())
    }
}

/// The numbers of some lines in the order of the keys, and of the file.
fn by_key(lines: &[StaffLine], all: Range<u32>) -> Vec<u32> {
    let mut by_key: Vec<u32> = all.collect();
    by_key.sort_by(|&a, &b| lines[a as usize].key.cmp(&lines[b as usize].key));
    by_key
}

fn read(document: &Document) -> Result<Table<StaffLine>, Wrong> {
    table::read_judged(document, &COLUMNS, &[columns::NAME], doubted::judge, |line| staff_line(&line))
}

fn staff_line(line: &Line) -> Result<StaffLine, Fault> {
    let given = line.cell(columns::NAME).ok_or(Fault::NoName)?;
    let name = line.cell(columns::SURNAME).map_or_else(|| given.to_owned(), |surname| format!("{surname} {given}"));
    let key = identity::person_key(&name);
    if key.is_empty() {
        return Err(Fault::NoName);
    }
    let capacity = line.figure(columns::CAPACITY, |value| value <= Decimal::ONE_THOUSAND)?;
    working_time::refuse_fraction(line, columns::CAPACITY, capacity)?;
    let working_time = working_time::working_time(line)?;
    let period = staff_days::period_of(line)?;
    if period.is_some() && working_time.is_some_and(|time| time.months < Decimal::from(12)) {
        return Err(Fault::MonthsAndDays);
    }
    let states_capacity = capacity.is_some();
    let capacity = capacity.map_or(Percent::HUNDRED, Percent::from);
    let contract = period.map(|period| Contract { period, capacity, working_time });
    Ok(StaffLine {
        key,
        written: name.clone(),
        name,
        matricola: line.cell(columns::NUMBER).map(str::to_owned),
        capacity,
        states_capacity,
        working_time,
        contracts: contract.into_iter().collect(),
        cdr: line.cell(columns::CDR).map(str::to_owned),
        note: line.cell(columns::NOTE).map(str::to_owned),
        range: line.range.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staff(text: &str) -> Result<Vec<StaffLine>, (u32, Fault)> {
        let table = read(&Document::new("staff.csv".into(), true, 0, text.to_owned()));
        table.map(|table| table.lines).map_err(|(at, fault)| (at.line(), fault))
    }

    #[test]
    fn reads_what_staff_offices_write() {
        for text in [
            "name;matricola;capacity_percent;weekly_hours;full_time_hours;months;cdr;note\nRossi Ada;7;50;18;36;6;A0;x\n",
            "Cognome;Nome;Matricola;Capacità %;Ore settimanali;Mesi;CDR;Note\r\nRossi;Ada;7;50,00 %;18,0;6;A0;x\r\n"
                .replace("Capacità %", "Capacità percento")
                .as_str(),
            "\nnominativo,matricola,capacita,ore,mesi,cdr,note\n\n\"Rossi Ada\",7,50.00,18,6,A0,x\n",
        ] {
            let lines = staff(text).unwrap();
            assert_eq!((&*lines[0].name, &*lines[0].key, lines.len()), ("Rossi Ada", "rossi ada", 1), "{text}");
            assert_eq!(lines[0].capacity.to_string(), "50.00");
            let time = lines[0].working_time.unwrap();
            assert_eq!(time.fte(Percent::HUNDRED).to_string(), "0.25");
        }
        let lines = staff("name\nRossi Ada\n").unwrap();
        assert_eq!((lines[0].capacity, lines[0].working_time), (Percent::HUNDRED, None));
    }

    #[test]
    fn refuses_what_it_cannot_use_with_its_line() {
        let fault = |text| staff(text).unwrap_err();
        assert!(matches!(fault("nam;cdr\n"), (1, Fault::UnknownKey { nearest: Some("name"), .. })));
        assert_eq!(fault("cdr\nA0\n"), (1, Fault::MissingColumn("name")));
        assert_eq!(
            fault("name;nome\na;b\n"),
            (1, Fault::ColumnTwice { column: "name", first: "name".into(), second: "nome".into() })
        );
        assert_eq!(fault("name;cdr\nRossi Ada;A0\n;A0\n"), (3, Fault::NoName));
        for figure in ["-5", "mezzo", "1001", "1e2", "0,1234567"] {
            let wrong = Fault::Figure { column: "capacity_percent", value: figure.to_owned() };
            let text = format!("name;capacity_percent\n\nRossi Ada;{figure}\n");
            assert_eq!(staff(&text).unwrap_err(), (3, wrong));
        }
        let (hours, full) = (Decimal::from(156), Decimal::from(36));
        let more = Fault::MoreThanFullTime { hours, full_time_hours: full };
        assert_eq!(fault("name;Ore\nRossi Ada;156\n"), (2, more));
        assert_eq!(fault("name;ore;ore_tempo_pieno\nRossi Ada;36;36\nVerdi Ugo;36;35\n").0, 3);
        assert!(staff("name;ore;ore_tempo_pieno\nRossi Ada;40;40\n").is_ok());
        for text in [
            "name,capacity_percent,note\n\nRossi Ada,50,5\n",
            "name,cdr,ore,reparto\nA,01,36,Uno\nB,02,17,5\nC,01,1,\n",
        ] {
            let (line, fault) = fault(text);
            assert!(line == 3 && matches!(fault, Fault::TornFigure { .. }), "{fault:?}");
        }
        assert_eq!(fault("name;months\nRossi Ada;13\n").0, 2);
        assert_eq!(fault("name;full_time_hours\nRossi Ada;0\n").0, 2);
        assert_eq!(fault("name;cdr\nRossi Ada;A0;x\n").0, 2);
    }
}
