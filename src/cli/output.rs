//! Where output goes, and how it gets there whole.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::error::Failure;
use super::place::keep_mode;
use super::{Global, When};
use crate::present::{Messages, Naming, View, visible};

/// The way out of a command.
#[derive(Debug)]
pub struct Output {
    /// How results are shown.
    pub view: View,
    file: Option<PathBuf>,
    is_quiet: bool,
}

impl Output {
    /// The way that the options ask for.
    pub fn new(global: &Global, messages: Messages) -> Self {
        let stdout = io::stdout();
        let on_terminal = global.output.is_none() && stdout.is_terminal();
        let colour = match global.color {
            When::Always => true,
            When::Never => false,
            When::Auto => on_terminal && anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never,
        };
        let width = on_terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| width.0);
        Self {
            view: View { messages, colour, width, naming: Naming::Plain },
            file: global.output.clone(),
            is_quiet: global.quiet,
        }
    }

    /// Writes the whole output; a reader that has gone away is no error.
    pub fn write(&self, text: &str) -> Result<(), Failure> {
        let Some(path) = &self.file else {
            let mut stdout = io::stdout().lock();
            return match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                    Err(Failure::Output { path: "-".into(), error })
                }
                _ => Ok(()),
            };
        };
        replace(path, text.as_bytes()).map_err(|error| Failure::Output { path: path.clone(), error })
    }

    /// A path that an output repeats; not even its name where nobody is to be named, who may stand in it.
    pub fn path<'p>(&self, path: &'p str) -> &'p str {
        if self.view.naming == Naming::Plain { path } else { "…" }
    }

    /// Says on standard error what was done with a file, unless only the result is wanted.
    pub fn note(&self, message: &str, path: &str) {
        if !self.is_quiet {
            let text = self.view.messages.format(message, &[("path", visible(path).into())]);
            let _ = writeln!(io::stderr(), "{text}");
        }
    }

    /// Says on standard error how many things were written where, unless only the result is wanted.
    pub fn note_count(&self, message: &str, count: usize, path: &str) {
        if !self.is_quiet {
            let args = [("count", count.into()), ("path", visible(path).into())];
            let _ = writeln!(io::stderr(), "{}", self.view.messages.format(message, &args));
        }
    }

    /// Says on standard error why the command could not finish.
    pub fn fail(&self, failure: &Failure) {
        let words = &self.view.messages;
        let _ = writeln!(
            io::stderr(),
            "{}: {}",
            words.text("error"),
            failure.message(words, self.view.naming != Naming::Plain)
        );
    }
}

/// Replaces a file in one step: whoever reads it finds the old one or the new one, whole.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.exists() && !path.is_file() {
        // A device or a pipe cannot be replaced, only written to.
        return fs::write(path, bytes);
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = PathBuf::from(beside);
    let written = File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::metadata(path).map_or(Ok(()), |known| keep_mode(&known, &beside)))
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}
