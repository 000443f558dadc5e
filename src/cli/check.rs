//! `cento check`: is anybody over or under?

use clap::Args;

use super::error::Failure;
use super::output::Output;
use super::progress::with_progress;
use super::{Format, Global, Outcome, PathArgs, When, only};
use crate::finding::{Code, FailOn};
use crate::present::{
    CheckReport, Detail, FindingRecord, Record, check_parts, concise, headline, write_check, write_csv, write_json,
};
use crate::survey::{Batch, survey};

/// What the check takes besides.
#[derive(Debug, Clone, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    paths: PathArgs,
    #[arg(long, value_enum, value_name = "SEVERITY")]
    fail_on: Option<FailOn>,
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    select: Vec<String>,
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    ignore: Vec<String>,
    #[arg(long, value_enum, default_value_t = When::Auto, hide_default_value = true, value_name = "WHEN")]
    excerpts: When,
    #[arg(long)]
    sha256: bool,
}

/// The most plans whose findings are shown with excerpts, unless it is asked for otherwise.
const MOST_WITH_EXCERPTS: usize = 20;

impl CheckArgs {
    /// How much is wanted of so many plans.
    fn detail(&self, global: &Global, plans: usize) -> Detail {
        match (global.format, self.excerpts) {
            _ if global.quiet => Detail::Headline,
            (Format::Json | Format::Csv | Format::Concise, _) => Detail::Whole,
            (_, When::Always) => Detail::Excerpts,
            (_, When::Auto) if plans <= MOST_WITH_EXCERPTS => Detail::Excerpts,
            (_, When::Auto | When::Never) => Detail::Short,
        }
    }
}

/// Checks the plans and shows what was found.
pub fn run(args: &CheckArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Json, Format::Csv, Format::Concise])?;
    let mut options = global.options(&args.paths.paths)?;
    options.terms.sha256 = args.sha256;
    let chosen = chosen_codes(&args.select, &args.ignore)?;
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            check_parts(&output.view, batch, &chosen, today(batch), args.detail(global, batch.folders))
        })
    })?;
    let report = CheckReport::of(survey);
    let fails = report.fails(|plan, severity| {
        let fail_on = args.fail_on.or(plan.fail_on).unwrap_or_default();
        fail_on.includes(severity)
    });
    output.write_as_made(|to| match global.format {
        _ if global.quiet => writeln!(to, "{}", headline(&output.view, &report)),
        Format::Table | Format::Png | Format::Svg => write_check(to, &output.view, &report),
        Format::Json => write_json(to, &report.document()),
        Format::Csv => write_csv(to, FindingRecord::COLUMNS, report.findings(), global.dialect()),
        Format::Concise => to.write_all(concise(&output.view, report.findings()).as_bytes()),
    })?;
    Ok(if fails { Outcome::Findings } else { Outcome::Clean })
}

/// The day on which some plans are checked, where findings are accepted until a day: to ask for it, the zones of time are
/// read, which takes longer than to read a small plan. Otherwise no day makes a difference.
pub fn today(batch: &Batch<'_, '_>) -> jiff::civil::Date {
    let mut accepted = batch.settings.iter().flat_map(|settings| &settings.accepted);
    if accepted.any(|entry| entry.until.is_some()) { jiff::ZonedDateTime::now().date() } else { jiff::civil::Date::MIN }
}

/// The codes that begin with one of `select` (all, if it is empty) and with none of `ignore`.
pub fn chosen_codes(select: &[String], ignore: &[String]) -> Result<Vec<Code>, Failure> {
    let means = |prefix: &str, code: Code| {
        code.code().get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    let unknown = select
        .iter()
        .chain(ignore)
        .find(|prefix| prefix.is_empty() || !Code::ALL.iter().any(|&code| means(prefix, code)));
    if let Some(value) = unknown {
        return Err(Failure::Codes { value: value.clone() });
    }
    let any = |prefixes: &[String], code: Code| prefixes.iter().any(|prefix| means(prefix, code));
    let is_chosen = |code: &Code| (select.is_empty() || any(select, *code)) && !any(ignore, *code);
    Ok(Code::ALL.iter().copied().filter(is_chosen).collect())
}
