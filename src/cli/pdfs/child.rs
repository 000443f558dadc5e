//! A process that reads PDFs: it limits what it may take, then reads one after the other, as they come.

use std::ffi::OsString;
use std::io::{BufReader, IsTerminal, stdin};
use std::panic;
use std::process::ExitCode;
use std::sync::LazyLock;

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::exchange::{Answer, Question, receive, receive_bytes, send, unbuffered_stdout};
use super::limits;
use crate::read::{Clock, pdf};
use crate::settings::LayoutSettings;
use crate::vocabulary::Vocabulary;

/// The command with which the program starts itself: of another version, it would not understand itself.
pub const COMMAND: [&str; 2] = ["pdf-reader", env!("CARGO_PKG_VERSION")];

/// With what it says that it is ready.
pub const GREETING: &str = concat!("cento ", env!("CARGO_PKG_VERSION"));

/// How deep what reads a PDF may go, in bytes of its stack.
const STACK: usize = 64 << 20;

/// Whether the program was started to read PDFs.
pub fn is_asked(args: &[OsString]) -> bool {
    args.len() == 1 + COMMAND.len()
        && args[1..].iter().zip(COMMAND).all(|(arg, word)| arg == word)
        && !stdin().is_terminal()
}

/// Reads PDFs as long as any come.
pub fn serve() -> ExitCode {
    // What happens to a document is told by whoever asked.
    panic::set_hook(Box::new(|_| {}));
    limits::of_process();
    limits::to_life_of_parent();
    let pool = || ThreadPoolBuilder::new().stack_size(STACK);
    // Where several are read at once, each has a processor of its own, on which all of it is done.
    match pool().num_threads(1).build() {
        Ok(one) => one.install(|| answer_all(&LazyLock::new(|| pool().build().ok()))),
        Err(_) => ExitCode::FAILURE,
    }
}

/// Answers what is asked as long as anything is; on all processors if no other document is being read.
fn answer_all(all: &LazyLock<Option<ThreadPool>, impl FnOnce() -> Option<ThreadPool>>) -> ExitCode {
    let mut from = BufReader::new(stdin().lock());
    let Ok(mut to) = unbuffered_stdout() else { return ExitCode::FAILURE };
    if send(&mut to, &GREETING).is_err() {
        return ExitCode::FAILURE;
    }
    while let Ok(question) = receive::<Question>(&mut from) {
        let Ok(bytes) = receive_bytes(&mut from) else { break };
        limits::of_document();
        let all = if question.is_alone { all.as_ref() } else { None };
        let answer = || answer(&question, bytes);
        if send(
            &mut to,
            &match all {
                Some(all) => all.install(answer),
                None => answer(),
            },
        )
        .is_err()
        {
            break;
        }
    }
    ExitCode::SUCCESS
}

/// What is in a PDF.
fn answer(question: &Question, bytes: Vec<u8>) -> Answer {
    let mut layout = LayoutSettings::default();
    question.words.iter().for_each(|entry| layout.add(entry));
    pdf::read(bytes, Vocabulary::of(&layout), Clock::default())
}
