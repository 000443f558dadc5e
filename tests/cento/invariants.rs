//! What must hold for every plan.

use std::collections::HashMap;

use cento::model::Percent;
use cento::parse::read_figure;
use cento::present::{Language, Numbers};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Folder, sheet};

/// A plan as a list of rows: project, person, hundredths of a percent.
type Rows = Vec<(u8, u8, u32)>;

const NAMES: [&str; 6] = ["Rossi Ada", "Bianchi Ugo", "D'Angelo Nicolò", "De Silva Ines", "Verdi Pio", "Neri Lea"];

fn rows() -> impl Strategy<Value = Rows> {
    prop::collection::vec((0..5u8, 0..6u8, 0..20_000u32), 1..40)
}

/// The plan with its rows grouped by project, in the order in which they stand in the list.
fn plan(rows: &Rows) -> String {
    (0..5u8)
        .map(|project| {
            let rows: Vec<String> = rows
                .iter()
                .filter(|(own, _, _)| *own == project)
                .map(|(_, person, hundredths)| {
                    let name = NAMES[usize::from(*person)];
                    format!("{name}\tDipendente\t{},{:02} %", hundredths / 100, hundredths % 100)
                })
                .collect();
            sheet(&format!("2024_PD_000{project}"), &rows.iter().map(String::as_str).collect::<Vec<_>>())
        })
        .collect()
}

/// Every person's total, as a decimal in a string.
fn totals(check: &Value) -> HashMap<String, String> {
    let people = check["people"].as_array().expect("people").iter();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    people.map(|person| (text(&person["person"]), text(&person["total_percent"]))).collect()
}

fn hundredths(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn totals_are_the_sums_of_their_rows_whatever_the_order(rows in rows(), seed in any::<u64>()) {
        let mut expected: HashMap<String, u32> = HashMap::new();
        for (_, person, hundredths) in &rows {
            *expected.entry(NAMES[usize::from(*person)].to_owned()).or_default() += hundredths;
        }
        let expected: HashMap<String, String> =
            expected.into_iter().map(|(name, sum)| (name, hundredths(sum))).collect();
        let check = Folder::with(plan(&rows)).check();
        prop_assert_eq!(&totals(&check), &expected);
        let all: u32 = rows.iter().map(|(_, _, hundredths)| hundredths).sum();
        prop_assert_eq!(&check["totals"]["commitment_percent"], &Value::from(hundredths(all)));

        let mut shuffled = rows.clone();
        let mut state = seed | 1;
        for at in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(at, usize::try_from(state >> 33).expect("fits") % (at + 1));
        }
        let shuffled = Folder::with(plan(&shuffled)).check();
        prop_assert_eq!(totals(&shuffled), expected);
        prop_assert_eq!(&shuffled["totals"], &check["totals"]);
    }

    #[test]
    fn projects_add_up_to_the_same_as_people(rows in rows()) {
        let folder = Folder::with(plan(&rows));
        let projects = folder.cento(&["projects", ".", "--format", "json"]).json();
        let sum: u32 = projects["projects"].as_array().expect("projects").iter().map(|project| {
            let total = project["total_percent"].as_str().expect("a total").replace('.', "");
            total.parse::<u32>().expect("hundredths")
        }).sum();
        prop_assert_eq!(sum, rows.iter().map(|(_, _, hundredths)| hundredths).sum::<u32>());
    }
}

proptest! {
    #[test]
    fn what_is_printed_can_be_read_back(millionths in 0..10_000_000_000i64) {
        let percent = Percent::from_millionths(millionths);
        let printed = Numbers::of(Language::Italian).percent(percent);
        let figure = read_figure(&printed).expect(&printed);
        prop_assert_eq!(figure.percent, percent);
        prop_assert!(figure.signed);
    }

    #[test]
    fn no_figure_makes_the_reader_panic(text in "\\PC{0,12}") {
        let _ = read_figure(&text);
    }

    #[test]
    fn differences_add_up(total in 0..300_000_000i64) {
        let total = Percent::from_millionths(total);
        prop_assert_eq!((total - Percent::HUNDRED) + Percent::HUNDRED, total);
    }
}
