//! Polars and the plain loops answer alike, whatever the plans are.

use std::fmt::Write;
use std::sync::Arc;

use cento::frame::{Columns, Group, Query, dataframe, loops};
use cento::model::{Percent, Plan};
use cento::read::{Contents, Folder, Terms, table_in_memory};
use cento::settings::Staff;
use cento::survey::{Common, Holding, survey_in_memory};
use proptest::prelude::*;

/// A row: project, person, role, millionths of a percent, and the months in which it holds, if not all year.
type Row = (u8, u8, u8, u32, Option<(u8, u8)>);

const NAMES: [&str; 6] =
    ["Rossi Ada", "Bianchi Ugo", "D'Angelo Nicolò", "TUTTI GLI OPERATORI", "Verdi Pio", "Neri Lea"];
const ROLES: [&str; 4] = ["Dirigente", "Dipendente", "Posizione Organizzativa", "Tirocinante"];

/// The project of rows that stand before all headings, under no CDR and no code.
const NONE: u8 = 6;

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let months = prop::option::of((1..=12u8, 1..=12u8).prop_map(|(a, b)| (a.min(b), a.max(b))));
    prop::collection::vec((0..=NONE, 0..6u8, 0..4u8, 0..200_000_000u32, months), 1..30)
}

/// A plan with three CDRs of two projects each; a project without rows has a heading all the same.
fn plan(rows: &[Row]) -> String {
    let table = |project: u8| {
        let rows = rows.iter().filter(|(own, ..)| *own == project).map(|(_, person, role, millionths, months)| {
            let (name, role) = (NAMES[usize::from(*person)], ROLES[usize::from(*role)]);
            let (from, to) =
                months.map_or_else(Default::default, |(from, to)| (format!("{from}/2024"), format!("{to}/2024")));
            format!("{name}\t{role}\t{},{:06} %\t{from}\t{to}\n", millionths / 1_000_000, millionths % 1_000_000)
        });
        let rows: String = rows.collect();
        let header = "Nome Soggetto\tRelazione Personale\tImpegno Personale\tDal\tAl\n";
        if rows.is_empty() { String::new() } else { format!("{header}{rows}\n") }
    };
    let mut text = table(NONE);
    for project in 0..NONE {
        if project % 2 == 0 {
            let _ = write!(text, "## CDR 0{project} - SERVIZIO {project}\n\nDirigente: Rossi Ada\n\n");
        }
        let _ = write!(text, "**2024\\_PD\\_0{project}01**\n\n**Titolo**\n\n{}", table(project));
    }
    text
}

/// Compares the two on all questions; tells how many groups were of nothing, and whether any was of collectives.
fn compare(plans: &[Vec<Row>]) -> Result<(usize, bool), TestCaseError> {
    let holding = |(number, rows): (usize, &Vec<Row>)| {
        let file = Contents { path: "plan.md".to_owned(), is_named: true, bytes: plan(rows).into() };
        let folder = Folder::in_memory(&format!("plan {number}"), vec![file], Terms::default()).expect("a text");
        Holding { folder, settings: Arc::default() }
    };
    let holdings: Vec<Holding> = plans.iter().enumerate().map(holding).collect();
    // Working times without end in decimals: their full-time equivalents have all the places that are kept.
    let staff = "name;weekly_hours;full_time_hours;months\nRossi Ada;17;36;7\nBianchi Ugo;11;36;4\n";
    let staff =
        Staff::of(table_in_memory("staff.csv".to_owned(), staff.into()).expect("a table")).expect("a staff file");
    let common = Common { staff: Some(&staff), ..Common::default() };
    let survey = survey_in_memory(&holdings, common, |batch| {
        let columns = Columns::of(batch.plans);
        let data = dataframe::dataframe(columns.clone())?;
        let both = Query::ALL.map(|query| (dataframe::groups(&data, query), loops::groups(&columns, query)));
        sums_of_days_are_totals(batch.plans, both[0].1.as_ref().expect("groups"));
        let compared = both.map(|(polars, loops)| (polars.expect("groups"), loops.expect("groups")));
        Ok(batch.plans.iter().map(|_| (columns.height(), compared.clone())).collect())
    });
    let (height, compared) = survey.expect("plans").plans.remove(0).1;
    // As much as was written is read.
    prop_assert_eq!(height, plans.iter().map(Vec::len).sum::<usize>());
    for (polars, loops) in &compared {
        prop_assert_eq!(polars, loops);
        prop_assert_eq!(polars.iter().map(|group| group.sums.rows).sum::<usize>(), height);
    }
    let rest = compared.iter().flat_map(|(groups, _)| groups).filter(|group| group.thing.is_none()).count();
    let has_collectives = compared[3].0.iter().any(|group| group.role.is_none());
    Ok((rest, has_collectives))
}

/// What is committed on every day, added up, is what the shares times their days are.
fn sums_of_days_are_totals(plans: &[Plan<'_>], subjects: &[Group]) {
    for group in subjects {
        let (plan, subject) = (&plans[group.plan], group.thing.expect("every row has a subject"));
        let steps = plan.steps_of(plan.commitments_of(subject));
        let of_days: Percent = steps.iter().map(|step| step.percent.times(step.days.count().into())).sum();
        assert_eq!(of_days, group.sums.percent_days);
        assert_eq!(steps.iter().map(|step| step.days.count()).sum::<u16>(), 366, "on every day");
    }
}

#[test]
fn rows_that_belong_to_nothing_are_a_group() {
    let rows = vec![(NONE, 0, 1, 5_000_000, None), (NONE, 3, 1, 7_500_000, None), (1, 0, 1, 1, Some((2, 2)))];
    // No project, no CDR, and by role that of a person and that of a collective.
    assert_eq!(compare(&[rows.clone(), rows]).expect("alike"), (8, true));
    assert_eq!(compare(&[vec![(1, 0, 1, 5, None)]]).expect("alike"), (0, false));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_engines_answer_all_questions_alike(plans in prop::collection::vec(rows(), 1..4)) {
        compare(&plans)?;
    }
}
