//! Help and usage errors in the user's language.

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};
use fluent_bundle::FluentValue;

use super::Cli;
use super::error::Failure;
use crate::present::{Language, Messages, visible, without_names};

/// The language that the arguments ask for, otherwise that of the locale.
///
/// It must be known before the arguments are read: help and errors are written in it.
pub fn language(args: &[OsString]) -> Language {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    let mut asked = None;
    while let Some(arg) = args.next() {
        let value = if arg == "--lang" { args.next() } else { arg.strip_prefix("--lang=") };
        asked = value.or(asked);
    }
    match asked {
        Some(asked) => Language::of_locale(asked),
        None => Language::of_locale(&sys_locale::get_locale().unwrap_or_default()),
    }
}

/// The command line with its help in the language of the messages.
pub fn localised(messages: &Messages) -> Command {
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", messages.text("help-usage"));
    let command = Cli::command()
        .about(messages.text("help-about"))
        .after_help(messages.text("help-after"))
        .subcommand_help_heading(messages.text("help-commands"));
    let command = worded(command, messages, &template);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |sub| localised_sub(sub, messages, &template, &format!("command-{name}")))
    })
}

/// A command, and those below it, with their help in the language of the messages.
fn localised_sub(command: Command, messages: &Messages, template: &str, id: &str) -> Command {
    let command = command.about(messages.text(id)).subcommand_help_heading(messages.text("help-commands"));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |sub| localised_sub(sub, messages, template, &format!("{id}-{name}")))
    });
    worded(command.disable_help_subcommand(true), messages, template)
}

fn worded(command: Command, messages: &Messages, template: &str) -> Command {
    let options = messages.text("help-options");
    let command = command
        .help_template(template.to_owned())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help(messages.text("arg-help")),
        )
        .mut_args(|arg| {
            let id = format!("arg-{}", arg.get_id().as_str().replace('_', "-"));
            let heading = if arg.is_positional() { messages.text("help-arguments") } else { options.clone() };
            let takes_value = arg.get_action().takes_values();
            arg.help(messages.text(&id)).help_heading(heading).hide_possible_values(takes_value)
        });
    if command.get_version().is_none() {
        return command;
    }
    command.arg(
        clap::Arg::new("version")
            .short('V')
            .long("version")
            .action(clap::ArgAction::Version)
            .help(messages.text("arg-version"))
            .help_heading(options),
    )
}

/// Whether the arguments, which could not be read, ask for nobody to be named, however the option is spelt.
pub fn hides_names(args: &[OsString]) -> bool {
    args.iter().any(|arg| arg.to_str().is_some_and(|arg| arg.starts_with("--pseudo")))
}

/// Shows help on standard output, or on standard error what is wrong with the arguments. `is_hidden` says that nobody is to be named.
pub fn show(messages: &Messages, error: &clap::Error, is_hidden: bool) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            show_help(messages, &error.render().to_string(), is_hidden)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(std::io::stderr(), "{}", error.render());
            ExitCode::from(2)
        }
        _ => {
            let _ = writeln!(
                std::io::stderr(),
                "{}: {}",
                messages.text("error"),
                usage_message(messages, error, is_hidden)
            );
            ExitCode::from(2)
        }
    }
}

/// Writes help; a reader that has gone away is no error, but a disk that is full is.
fn show_help(messages: &Messages, help: &str, is_hidden: bool) -> ExitCode {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(help.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let failure = Failure::Output { path: "-".into(), error };
            let _ = writeln!(std::io::stderr(), "{}: {}", messages.text("error"), failure.message(messages, is_hidden));
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

/// What is wrong with the arguments, in the language of the messages.
fn usage_message(messages: &Messages, error: &clap::Error, is_hidden: bool) -> String {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => plain(text),
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(plain).collect::<Vec<_>>().join(", "),
        Some(other) => other.to_string(),
        None => "none".to_owned(),
    };
    let context = |kind: ContextKind| visible(&context(kind)).into_owned();
    let message = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => "usage-unknown-command",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::ArgumentConflict if is_with_itself(error) => "usage-twice",
        ErrorKind::ArgumentConflict => "usage-conflict",
        kind if is_hidden => return kind.to_string(),
        _ => return error.to_string(),
    };
    // What the user wrote, and not the names of options.
    let written =
        |kind: ContextKind| if is_hidden { without_names(&context(kind)).into_owned() } else { context(kind) };
    let is_unknown = error.kind() == ErrorKind::UnknownArgument;
    let argument = if is_unknown { written(ContextKind::InvalidArg) } else { context(ContextKind::InvalidArg) };
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let suggestion = suggestion.into_iter().map(context).find(|text| text != "none");
    let values: [(&'static str, FluentValue<'_>); 7] = [
        ("argument", argument.into()),
        ("prior", context(ContextKind::PriorArg).into()),
        ("command", written(ContextKind::InvalidSubcommand).into()),
        ("value", written(ContextKind::InvalidValue).into()),
        ("valid", context(ContextKind::ValidValue).into()),
        ("suggestion", suggestion.unwrap_or_else(|| "none".to_owned()).into()),
        ("help", "cento --help".into()),
    ];
    messages.format(message, &values)
}

/// Whether an option conflicts with no other, but stands twice.
fn is_with_itself(error: &clap::Error) -> bool {
    error.get(ContextKind::PriorArg).is_none_or(|prior| Some(prior) == error.get(ContextKind::InvalidArg))
}

fn plain(text: &StyledStr) -> String {
    text.to_string()
}
