//! The command line: what may be asked, and the only place that prints.

mod beside;
mod chart;
mod check;
mod error;
mod explain;
mod help;
mod layout;
mod listing;
mod lock;
mod output;
mod own_report;
mod pdfs;
mod person;
mod pictured;
mod place;
mod progress;
mod report;
mod score;
mod settings;
mod template;
mod values;
mod weighing;
mod weights;
mod whole;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::present::{Dialect, Language, Naming};
use crate::read::FilesRead;
use error::Failure;
use output::Output;

/// How the run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing at or above the severity that fails.
    Clean,
    /// Findings that do.
    Findings,
}

#[derive(Debug, Parser)]
#[command(name = "cento", version, arg_required_else_help = true, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    global: Global,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::CheckArgs),
    People(PathArgs),
    Person(person::PersonArgs),
    Projects(PathArgs),
    Cdrs(PathArgs),
    Rows(PathArgs),
    Weights(weights::WeightsArgs),
    Score(score::ScoreArgs),
    Chart(chart::ChartArgs),
    Report(report::ReportArgs),
    Explain(explain::ExplainArgs),
    Settings(settings::SettingsArgs),
    Layout(PathArgs),
}

/// The documents that a command looks at.
#[derive(Debug, Clone, Args)]
struct PathArgs {
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
}

/// What every command takes.
#[derive(Debug, Clone, Args)]
struct Global {
    #[arg(long, global = true, value_name = "it|en")]
    lang: Option<Language>,
    #[arg(long, global = true, value_enum, default_value_t = Format::Table, hide_default_value = true, value_name = "FORMAT")]
    format: Format,
    #[arg(long, global = true, value_name = "FILE")]
    settings: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    staff: Option<PathBuf>,
    #[arg(long, global = true)]
    pseudonymise: bool,
    #[arg(long, global = true, value_name = "FILE", requires = "pseudonymise")]
    key: Option<PathBuf>,
    #[arg(long, global = true, value_name = "PERCENT", allow_hyphen_values = true)]
    tolerance: Option<String>,
    #[arg(long, global = true, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(2000..2100))]
    year: Option<u16>,
    #[arg(short, long, global = true, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long, global = true, value_enum, default_value_t = When::Auto, hide_default_value = true, value_name = "WHEN")]
    color: When,
    #[arg(long, global = true, value_enum, value_name = "DIALECT")]
    csv_dialect: Option<Dialect>,
    #[arg(short, long, global = true)]
    quiet: bool,
}

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
    Concise,
    Png,
    Svg,
}

/// When to do something that depends on where the output goes, or on how long it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

/// The shortest key, in bytes, that nobody finds by trying.
const SHORTEST_KEY: usize = 16;

/// Runs the command that the arguments ask for; the exit status says how it ended.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    if pdfs::is_asked(&args) {
        return pdfs::serve();
    }
    let language = help::language(&args);
    let messages = crate::present::Messages::new(language);
    let cli = match help::localised(&messages).try_get_matches_from(&args).and_then(|m| Cli::from_arg_matches(&m)) {
        Ok(cli) => cli,
        Err(error) => return help::show(&messages, &error, help::hides_names(&args)),
    };
    let mut output = Output::new(&cli.global, messages);
    let naming = cli.global.naming();
    output.view.naming = naming.as_ref().ok().cloned().unwrap_or(Naming::Numbers);
    let global = &cli.global;
    let given = || global.keep_inputs(global.settings.iter().chain(&global.staff).chain(&global.key));
    let outcome = naming.and_then(|_| given()).and_then(|()| dispatch(&cli, &output));
    if outcome.is_ok() && cli.global.pseudonymise {
        output.note("pseudonymised", "");
    }
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            output.fail(&failure);
            ExitCode::from(2)
        }
    }
}

fn dispatch(cli: &Cli, output: &Output) -> Result<Outcome, Failure> {
    let global = &cli.global;
    match &cli.command {
        Command::Check(args) => check::run(args, global, output),
        Command::People(args) => listing::run(&listing::PEOPLE, args, global, output),
        Command::Person(args) => person::run(args, global, output),
        Command::Projects(args) => listing::run(&listing::PROJECTS, args, global, output),
        Command::Cdrs(args) => listing::run(&listing::CDRS, args, global, output),
        Command::Rows(args) => listing::rows(args, global, output),
        Command::Weights(args) => weights::run(args, global, output),
        Command::Score(args) => score::run(args, global, output),
        Command::Chart(args) => chart::run(args, global, output),
        Command::Report(args) => report::run(args, global, output),
        Command::Explain(args) => explain::run(args, global, output),
        Command::Settings(args) => settings::run(args, global, output),
        Command::Layout(args) => layout::run(args, global, output),
    }
}

impl Global {
    /// The form of CSV: the one that is asked for.
    fn dialect(&self) -> Dialect {
        self.csv_dialect.unwrap_or_default()
    }

    /// Whether people are named.
    fn naming(&self) -> Result<Naming, Failure> {
        let Some(path) = &self.key else {
            return Ok(if self.pseudonymise { Naming::Numbers } else { Naming::Plain });
        };
        let secret = std::fs::read(path)
            .map_err(|error| Failure::Unreadable { path: path.clone(), reason: error.to_string() })?;
        let bytes = secret.trim_ascii();
        if bytes.len() < SHORTEST_KEY {
            return Err(Failure::ShortKey { path: path.clone(), bytes: SHORTEST_KEY });
        }
        if bytes.iter().all(|byte| *byte == bytes[0]) {
            return Err(Failure::PoorKey { path: path.clone() });
        }
        Ok(Naming::Keyed(secret.trim_ascii().to_vec()))
    }

    /// What is to be surveyed.
    fn options(&self, paths: &[String]) -> Result<crate::survey::Options, Failure> {
        Ok(crate::survey::Options {
            paths: paths.to_vec(),
            settings: self.settings.clone(),
            staff: self.staff.clone(),
            tolerance: self.tolerance.as_deref().map(error::tolerance).transpose()?,
            year: self.year,
            terms: crate::read::Terms { pdfs: pdfs::READER, ..Default::default() },
            looks: false,
            output: self.output.clone().or_else(standard_output),
        })
    }
}

impl Global {
    /// Refuses an output that would replace one of some files that are read.
    fn keep_inputs<'p>(&self, inputs: impl Iterator<Item = &'p PathBuf>) -> Result<(), Failure> {
        let Some(output) = self.output.clone().or_else(standard_output) else { return Ok(()) };
        let files = FilesRead::of(inputs.map(PathBuf::as_path));
        files
            .at(&output)
            .map_or(Ok(()), |path| Err(Failure::OutputIsInput { path: path.to_string_lossy().into_owned() }))
    }
}

/// Where standard output goes, which may be a file that is read: `cento rows plan.csv >> plan.csv`.
fn standard_output() -> Option<PathBuf> {
    cfg!(unix).then(|| PathBuf::from("/dev/stdout"))
}

/// Refuses a format that a command does not make.
fn only(format: Format, formats: &'static [Format]) -> Result<(), Failure> {
    if formats.contains(&format) { Ok(()) } else { Err(Failure::Format { format, formats }) }
}
