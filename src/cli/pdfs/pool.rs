//! The processes that read PDFs: as many as are read at once.

use std::io::BufReader;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};
use std::{env, io, thread};

use super::child::{COMMAND, GREETING};
use super::exchange::{Answer, Question, receive, send_with};
use super::limits::widened;
use crate::read::{Clock, Refusal, pdf};
use crate::vocabulary::Vocabulary;

/// How long a process may take for a document: a little more than it gives itself.
const LONGEST: Duration = Duration::from_secs(13);
/// How often is looked whether it takes longer. No document waits for that.
const LOOKED_AFTER: Duration = Duration::from_millis(500);

/// Processes that wait for a PDF.
pub struct Pool {
    idle: Mutex<Vec<Reader>>,
    /// How many are being read.
    busy: AtomicUsize,
}

/// A process that reads PDFs.
struct Reader {
    watched: Arc<Watched>,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

/// A process that is ended if it takes too long.
struct Watched {
    process: Mutex<Child>,
    /// Since when it has been reading a document, if it is.
    since: Mutex<Option<Instant>>,
    is_late: AtomicBool,
}

impl Pool {
    /// No process yet.
    pub const fn new() -> Self {
        Self { idle: Mutex::new(Vec::new()), busy: AtomicUsize::new(0) }
    }

    /// What is in a PDF. Where no process can be started, it is read in this one.
    pub fn read(&self, bytes: Vec<u8>, vocabulary: Vocabulary<'_>, clock: Clock) -> Answer {
        let idle = locked(&self.idle).pop();
        let Ok(mut reader) = idle.map_or_else(Reader::start, Ok) else {
            return pdf::read(bytes, vocabulary, clock);
        };
        let is_alone = self.busy.fetch_add(1, Ordering::Relaxed) == 0;
        let answer = reader.read(&bytes, &Question { words: vocabulary.layout().words(), is_alone });
        self.busy.fetch_sub(1, Ordering::Relaxed);
        match answer {
            Ok(answer) => {
                locked(&self.idle).push(reader);
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
        let watched =
            Watched { process: Mutex::new(process), since: Mutex::new(None), is_late: AtomicBool::new(false) };
        let mut reader = Self { watched: Arc::new(watched), to, from: BufReader::new(from) };
        // What was started is this program, unless that is a part of another one.
        match receive::<String>(&mut reader.from) {
            Ok(greeting) if greeting == GREETING => {
                let watched = Arc::downgrade(&reader.watched);
                thread::spawn(move || watch(&watched));
                Ok(reader)
            }
            _ => {
                reader.end();
                Err(io::ErrorKind::Unsupported.into())
            }
        }
    }

    /// What the process makes of a PDF. If it ends over it, the document is damaged, or made to do harm; if it takes too long, it is
    /// made to end.
    fn read(&mut self, bytes: &[u8], question: &Question) -> Result<Answer, Refusal> {
        *locked(&self.watched.since) = Some(Instant::now());
        let answer = send_with(&mut self.to, question, bytes).and_then(|()| receive::<Answer>(&mut self.from));
        *locked(&self.watched.since) = None;
        // Though an answer came at the last moment, there is no process any more that would read another document.
        if self.watched.is_late.load(Ordering::SeqCst) {
            Err(Refusal::TooLong)
        } else {
            answer.map_err(|_| Refusal::Damaged)
        }
    }

    /// Ends the process.
    fn end(self) {
        let mut process = locked(&self.watched.process);
        let _ = process.kill();
        let _ = process.wait();
    }
}

/// Ends a process that takes too long, as long as there is one.
fn watch(watched: &Weak<Watched>) {
    while let Some(watched) = watched.upgrade() {
        // No document begins or ends meanwhile.
        let since = locked(&watched.since);
        if since.is_some_and(|since| since.elapsed() > LONGEST) {
            watched.is_late.store(true, Ordering::SeqCst);
            let _ = locked(&watched.process).kill();
            return;
        }
        drop(since);
        drop(watched);
        thread::sleep(LOOKED_AFTER);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
