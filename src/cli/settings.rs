//! `cento settings init`: a settings file to begin with, and what the plan suggests for it.

use std::path::Path;

use clap::{Args, Subcommand};

use super::error::Failure;
use super::output::Output;
use super::progress::with_progress;
use super::whole::create;
use super::{Global, Outcome, PathArgs};
use crate::analyse::people;
use crate::present::{Naming, Suggestions, settings_file};
use crate::settings::SETTINGS_FILE;
use crate::survey::survey;

/// What to do with settings.
#[derive(Debug, Clone, Args)]
pub struct SettingsArgs {
    #[command(subcommand)]
    command: SettingsCommand,
}

#[derive(Debug, Clone, Subcommand)]
enum SettingsCommand {
    Init(PathArgs),
}

/// Writes a settings file beside the documents of a plan, or where `--output` says.
pub fn run(args: &SettingsArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    let SettingsCommand::Init(paths) = &args.command;
    if output.view.naming != Naming::Plain {
        return Err(Failure::NamesNeeded);
    }
    let options = global.options(&paths.paths)?;
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let standings = people(batch.plans, batch.frame, batch.tolerances)?;
            Ok((0..batch.plans.len()).map(|number| Suggestions::of(batch, &standings, number)).collect())
        })
    })?;
    let [(info, suggestions)] = &survey.plans[..] else {
        let folders = survey.plans.iter().map(|(info, _)| info.folder.to_string_lossy().into_owned()).collect();
        return Err(Failure::SeveralPlans { folders });
    };
    let text = settings_file(&output.view, suggestions);
    if global.output.is_some() {
        output.write(&text)?;
        return Ok(Outcome::Clean);
    }
    let path = info.folder.join(SETTINGS_FILE);
    let path = path.strip_prefix(".").map_or(path.clone(), Path::to_owned);
    create(&path, text.as_bytes())?;
    output.note("settings-written", &path.to_string_lossy());
    Ok(Outcome::Clean)
}
