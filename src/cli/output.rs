//! Where output goes, and how it gets there whole.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::error::Failure;
use super::whole::{BUFFER, create, is_device, replace};
use super::{Global, When};
use crate::present::{Messages, Naming, View, visible, visible_lines};
use crate::settings::PassedOver;

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
        self.write_as_made(|to| to.write_all(text.as_bytes()))
    }

    /// Writes the whole output while it is made, so that it never stands in memory; to a file, which has all of it or nothing.
    pub fn write_as_made(&self, make: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let Some(path) = &self.file else {
            let mut stdout = BufWriter::with_capacity(BUFFER, io::stdout().lock());
            return match make(&mut stdout).and_then(|()| stdout.flush()) {
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                    Err(Failure::Output { path: "-".into(), error })
                }
                _ => Ok(()),
            };
        };
        replace(path, make)
    }

    /// Writes the whole output, and if it goes to a file, one that is not there yet.
    pub fn write_new(&self, bytes: &[u8]) -> Result<(), Failure> {
        match self.new_file() {
            Some(path) => create(path, bytes),
            None => self.write_as_made(|to| to.write_all(bytes)),
        }
    }

    /// The file that the output goes to; none if that is standard output, a device or a pipe.
    pub fn new_file(&self) -> Option<&Path> {
        self.file.as_deref().filter(|path| !is_device(path))
    }

    /// A path that an output repeats; not even its name where nobody is to be named, who may stand in it.
    pub fn path<'p>(&self, path: &'p str) -> &'p str {
        if self.view.naming == Naming::Plain { path } else { "…" }
    }

    /// Says on standard error what was done, unless only the result is wanted; `path` is what it was done with, without names.
    pub fn note(&self, message: &str, path: &str) {
        if !self.is_quiet {
            let text = self.view.messages.format(message, &[("path", visible(path).into())]);
            let _ = writeln!(io::stderr(), "{text}");
        }
    }

    /// Says on standard error how many things were written where, unless only the result is wanted.
    pub fn note_count(&self, message: &str, count: usize, path: &str) {
        if !self.is_quiet {
            let args = [("count", count.into()), ("path", visible(self.path(path)).into())];
            let _ = writeln!(io::stderr(), "{}", self.view.messages.format(message, &args));
        }
    }

    /// Says on standard error what of a file of the user's was not needed, unless only the result is wanted. Where nobody is to
    /// be named, who may stand there, it says how much that is.
    pub fn note_passed_over(&self, path: &str, passed_over: &PassedOver) {
        let is_hidden = self.view.naming != Naming::Plain;
        for (message, names) in [
            ("columns-passed-over", &passed_over.columns),
            ("sheets-passed-over", &passed_over.sheets),
            ("unseen-sheets-passed-over", &passed_over.unseen_sheets),
        ] {
            if names.is_empty() || self.is_quiet {
                continue;
            }
            let shown: Vec<String> = names.iter().map(|name| visible(name).into_owned()).collect();
            let args = [
                ("path", visible(self.path(path)).into()),
                ("count", names.len().into()),
                ("names", if is_hidden { "…".into() } else { shown.join(", ").into() }),
            ];
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
            visible_lines(&failure.message(words, self.view.naming != Naming::Plain))
        );
    }
}
