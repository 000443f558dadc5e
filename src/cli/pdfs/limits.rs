//! What a process that reads PDFs may take: memory, and time of the processor. Where the system sets no limits, whoever started it still
//! ends it when it takes too long.

/// The time that each of its threads may take for a document, in seconds.
#[cfg(unix)]
const SECONDS: u64 = 15;

/// Limits what the process may take at all, and keeps what it reads out of what is written when it ends badly.
#[cfg(unix)]
pub fn of_process() {
    use rustix::process::Resource;

    use crate::read::limits::MEMORY;

    limit(Resource::Core, 0);
    limit(Resource::Data, MEMORY);
}

/// Has the system end this process when whoever started it ends, however that is: nobody would ask it for anything any more, and what
/// it reads may take long. Where the system does not, it ends when it has read that, since nothing more comes.
///
/// To be said before it says that it is ready: then nothing can be asked of it that it would read in vain.
#[cfg(target_os = "linux")]
pub fn to_life_of_parent() {
    use rustix::process::{Signal, set_parent_process_death_signal};

    let _ = set_parent_process_death_signal(Some(Signal::KILL));
}

/// This system does not end a process for another.
#[cfg(not(target_os = "linux"))]
pub fn to_life_of_parent() {}

/// Widens a pipe through which documents go: the fewer times, the less the two processes wait for each other.
#[cfg(target_os = "linux")]
pub fn widened<P: std::os::fd::AsFd>(pipe: P) -> P {
    let _ = rustix::pipe::fcntl_setpipe_size(&pipe, 1 << 20);
    pipe
}

/// On this system pipes are as wide as they are.
#[cfg(not(target_os = "linux"))]
pub fn widened<P>(pipe: P) -> P {
    pipe
}

/// Limits the time that the process may take for the next document.
#[cfg(unix)]
pub fn of_document() {
    use rustix::process::Resource;
    use rustix::time::{ClockId, clock_gettime};

    let taken = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or_default();
    let threads = std::thread::available_parallelism().map_or(1, |count| count.get() as u64);
    limit_below(Resource::Cpu, taken + SECONDS * threads);
}

#[cfg(unix)]
fn limit(resource: rustix::process::Resource, most: u64) {
    use rustix::process::{Rlimit, setrlimit};

    let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
}

/// A limit that may be raised again.
#[cfg(unix)]
fn limit_below(resource: rustix::process::Resource, most: u64) {
    use rustix::process::{Rlimit, getrlimit, setrlimit};

    let maximum = getrlimit(resource).maximum;
    let _ = setrlimit(resource, Rlimit { current: Some(maximum.map_or(most, |maximum| maximum.min(most))), maximum });
}

/// Sets no limits: this system has none.
#[cfg(not(unix))]
pub fn of_process() {}

/// Sets no limits: this system has none.
#[cfg(not(unix))]
pub fn of_document() {}
