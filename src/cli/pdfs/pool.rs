//! The processes that read PDFs: as many as are read at once.

use std::io::BufReader;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use std::{env, io, thread};

use super::child::{COMMAND, GREETING};
use super::exchange::{Answer, Question, receive, send, send_bytes};
use super::limits::widened;
use crate::read::{Clock, Refusal, pdf};
use crate::vocabulary::Vocabulary;

/// How long a process may take for a document: a little more than it gives itself.
const LONGEST: Duration = Duration::from_secs(13);

/// Processes that wait for a PDF.
pub struct Pool {
    idle: Mutex<Vec<Reader>>,
    /// How many are being read.
    busy: AtomicUsize,
}

/// A process that reads PDFs.
struct Reader {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Pool {
    /// No process yet.
    pub const fn new() -> Self {
        Self { idle: Mutex::new(Vec::new()), busy: AtomicUsize::new(0) }
    }

    /// What is in a PDF. Where no process can be started, it is read in this one.
    pub fn read(&self, bytes: Vec<u8>, vocabulary: Vocabulary<'_>, clock: Clock) -> Answer {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let Ok(mut reader) = idle.map_or_else(Reader::start, Ok) else {
            return pdf::read(bytes, vocabulary, clock);
        };
        let is_alone = self.busy.fetch_add(1, Ordering::Relaxed) == 0;
        let answer = reader.read(&bytes, &Question { words: vocabulary.layout().words(), is_alone });
        self.busy.fetch_sub(1, Ordering::Relaxed);
        match answer {
            Ok(answer) => {
                self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
                answer
            }
            Err(refusal) => {
                reader.end();
                Err(refusal)
            }
        }
    }
}

impl Reader {
    /// Starts a process: this program, with a command of its own. It lives no longer than the thread that starts it, which is one that
    /// ends with this process: the main one, or one of those that read documents.
    fn start() -> io::Result<Self> {
        let mut process = Command::new(env::current_exe()?)
            .args(COMMAND)
            // Memory is limited: the allocator sets little aside before it is needed.
            .env("MIMALLOC_ARENA_RESERVE", "64MiB")
            // And keeps what it has for the next document, instead of giving it back.
            .env("MIMALLOC_PURGE_DELAY", "-1")
            // And takes it in small pages: large ones are cleared as a whole, though a document needs little of each.
            .env("MIMALLOC_ALLOW_THP", "0")
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(to), Some(from)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (to, from) = (widened(to), widened(from));
        let mut reader = Self { process, to, from: BufReader::new(from) };
        // What was started is this program, unless that is a part of another one.
        match receive::<String>(&mut reader.from) {
            Ok(greeting) if greeting == GREETING => Ok(reader),
            _ => {
                reader.end();
                Err(io::ErrorKind::Unsupported.into())
            }
        }
    }

    /// What the process makes of a PDF. If it ends over it, the document is damaged, or made to do harm; if it takes too long, it is
    /// made to end.
    fn read(&mut self, bytes: &[u8], question: &Question) -> Result<Answer, Refusal> {
        let Self { process, to, from } = self;
        let (done, is_done) = channel::<()>();
        thread::scope(|scope| {
            let watch = scope.spawn(move || {
                let is_late = is_done.recv_timeout(LONGEST) == Err(RecvTimeoutError::Timeout);
                if is_late {
                    let _ = process.kill();
                }
                is_late
            });
            let asked = send(to, question).and_then(|()| send_bytes(to, bytes));
            let answer = asked.and_then(|()| receive::<Answer>(from));
            drop(done);
            let is_late = watch.join().unwrap_or_default();
            answer.map_err(|_| if is_late { Refusal::TooLong } else { Refusal::Damaged })
        })
    }

    /// Ends the process.
    fn end(mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
