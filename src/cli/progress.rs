//! Progress on standard error, for work that takes long and a reader who is there.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use fluent_bundle::FluentValue;

use super::output::Output;
use crate::survey::{Progress, Survey, SurveyError};

/// After how long progress is shown, and how often it is renewed.
const PATIENCE: Duration = Duration::from_secs(2);
const PACE: Duration = Duration::from_millis(200);

/// Does a survey; if it takes longer than two seconds and standard error is a terminal, shows
/// there how far it has come. What of the staff file was not needed is told.
pub fn with_progress<T>(
    output: &Output,
    work: impl FnOnce(&Progress) -> Result<Survey<T>, SurveyError>,
) -> Result<Survey<T>, SurveyError> {
    let survey = with_progress_of(output, "progress", work)?;
    if let Some((path, passed_over)) = &survey.passed_over {
        output.note_passed_over(path, passed_over);
    }
    Ok(survey)
}

/// The same with another message.
pub fn with_progress_of<T>(output: &Output, message: &'static str, work: impl FnOnce(&Progress) -> T) -> T {
    let progress = Progress::default();
    if !io::stderr().is_terminal() {
        return work(&progress);
    }
    thread::scope(|scope| {
        let (done, watch) = channel::<()>();
        let (progress, messages) = (&progress, &output.view.messages);
        scope.spawn(move || {
            let mut wait = PATIENCE;
            while watch.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let line = messages.format(
                    message,
                    &[
                        ("done", FluentValue::from(progress.done.load(Ordering::Relaxed))),
                        ("all", progress.all.load(Ordering::Relaxed).into()),
                    ],
                );
                let _ = write!(io::stderr(), "\r{line}");
                wait = PACE;
            }
            if wait == PACE {
                let _ = write!(io::stderr(), "\r\u{1b}[K");
            }
        });
        let result = work(progress);
        drop(done);
        result
    })
}
