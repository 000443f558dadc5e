//! `cento person`: one person's account.

use clap::Args;

use super::error::Failure;
use super::output::Output;
use super::progress::with_progress;
use super::{Format, Global, Outcome, PathArgs, only};
use crate::analyse::{Standing, of_plan, people};
use crate::identity;
use crate::present::{
    Account, AccountLine, Names, Naming, Record, Records, account, account_text, label, write_csv, write_json,
};
use crate::survey::{Batch, survey};

/// What the account takes besides.
#[derive(Debug, Clone, Args)]
pub struct PersonArgs {
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    paths: PathArgs,
}

/// Shows the account of one person, in every plan in which the name stands.
pub fn run(args: &PersonArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Json, Format::Csv])?;
    let options = global.options(&args.paths.paths)?;
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let standings = people(batch.plans, batch.frame, batch.tolerances)?;
            Ok((0..batch.plans.len()).map(|number| accounts(output, batch, &standings, number, &args.name)).collect())
        })
    })?;
    let several = survey.plans.len() > 1;
    let mut known = Vec::new();
    let mut accounts: Vec<Account> = Vec::new();
    for (mut info, (names, mut all, mut found)) in survey.plans {
        names.hide_in(&mut info);
        label(&mut found, &info.label);
        accounts.append(&mut found);
        known.append(&mut all);
    }
    let accounts = the_one_meant(accounts, known, &args.name, output.view.naming != Naming::Plain)?;
    output.write_as_made(|to| match global.format {
        Format::Json => write_json(to, &Records { name: "persons", records: &accounts, tolerance: None }),
        Format::Csv => write_csv(to, AccountLine::COLUMNS, accounts.iter().flat_map(Account::lines), global.dialect()),
        Format::Table | Format::Concise | Format::Png | Format::Svg => {
            let texts: Vec<String> =
                accounts.iter().map(|account| account_text(&output.view, account, several)).collect();
            to.write_all(texts.join("\n").as_bytes())
        }
    })?;
    Ok(Outcome::Clean)
}

/// Everybody in one plan of a batch, key and name, and the accounts of those whom the name that is asked
/// for may mean. People who go by pseudonyms may be asked for by these, too.
fn accounts(
    output: &Output,
    batch: &Batch<'_, '_>,
    standings: &[Standing],
    number: usize,
    asked: &str,
) -> (Names, Vec<(String, String)>, Vec<Account>) {
    let plan = &batch.plans[number];
    let names = Names::in_batch(&output.view, batch, number);
    let called = |subject: usize| names.name(&plan.subjects[subject].name);
    let known = plan.subjects.iter().map(|subject| (subject.key.clone(), names.name(&subject.name).into_owned()));
    let known = known.collect();
    let is_meant = |standing: &&Standing| {
        let own = called(standing.subject);
        identity::keys(&plan.subjects[standing.subject]).iter().any(|key| identity::matches(key, asked))
            || (!names.are_plain() && identity::key(&own) == identity::key(asked))
    };
    let found = of_plan(standings, number).iter().filter(is_meant);
    let accounts = found.map(|standing| account(&names, plan, standing, batch.tolerances[number])).collect();
    (names, known, accounts)
}

/// The accounts of the one person that a name means; of several that match, those of which it is
/// the whole name.
fn the_one_meant(
    accounts: Vec<Account>,
    names: Vec<(String, String)>,
    name: &str,
    is_hidden: bool,
) -> Result<Vec<Account>, Failure> {
    // Where nobody is to be named, not even what was asked for is repeated.
    let shown = (!is_hidden).then(|| name.to_owned());
    let wanted = identity::sorted_words(&identity::key(name));
    let is_whole = |account: &Account| account.keys.iter().any(|key| identity::sorted_words(key) == wanted);
    let accounts =
        if accounts.iter().any(is_whole) { accounts.into_iter().filter(is_whole).collect() } else { accounts };
    let Some(first) = accounts.first() else {
        return Err(Failure::UnknownPerson { name: shown, nearest: nearest(names, name) });
    };
    if accounts.iter().any(|account| account.keys[0] != first.keys[0]) {
        let mut names: Vec<String> = accounts.iter().map(|account| account.name().to_owned()).collect();
        names.sort();
        names.dedup();
        return Err(Failure::ManyPersons { name: shown, names });
    }
    Ok(accounts)
}

/// The names that look most like one that is unknown, the likest first.
pub fn nearest(mut names: Vec<(String, String)>, name: &str) -> Vec<String> {
    /// How many are proposed.
    const MOST: usize = 5;
    let wanted = identity::sorted_words(&identity::key(name)).join(" ");
    names.sort();
    names.dedup_by(|a, b| a.0 == b.0);
    let mut alike: Vec<(usize, String)> = names
        .into_iter()
        .filter_map(|(key, name)| {
            let own = identity::sorted_words(&key);
            // A surname alone is compared with each word of the names.
            let whole = own.join(" ");
            let letters =
                own.iter().chain([&whole]).map(|part| (strsim::osa_distance(part, &wanted), part.chars().count()));
            // Alike is what differs in no more than every third letter.
            let distance =
                letters.filter(|(distance, length)| distance * 3 <= *length).map(|(distance, _)| distance).min()?;
            Some((distance, name))
        })
        .collect();
    alike.sort();
    alike.into_iter().take(MOST).map(|(_, name)| name).collect()
}
