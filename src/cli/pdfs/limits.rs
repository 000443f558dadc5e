//! What a process that reads PDFs may take: memory, and time of the processor. Where the system sets no limit to memory, the process
//! looks after what it has; where it sets none to time, whoever started it ends it when it takes too long.

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
    #[cfg(not(target_os = "linux"))]
    watch_memory();
}

/// Limits what memory the process may take at all.
#[cfg(not(unix))]
pub fn of_process() {
    watch_memory();
}

/// Ends the process when it has more memory than it may, on systems that do not see to it: they know no such limit, or count but a
/// part of what is asked for. Between two looks no processor fills more than a small part of that.
#[cfg(not(target_os = "linux"))]
fn watch_memory() {
    use std::time::Duration;
    use std::{process, thread};

    use memory_stats::memory_stats;

    use crate::read::limits::MEMORY;

    const LOOKED_AFTER: Duration = Duration::from_millis(10);

    // What is reserved counts where it is what others cannot have; elsewhere it is but addresses.
    let taken = || memory_stats().map(|own| if cfg!(windows) { own.virtual_mem } else { own.physical_mem } as u64);
    thread::spawn(move || -> Option<()> {
        while taken()? <= MEMORY {
            thread::sleep(LOOKED_AFTER);
        }
        process::exit(1)
    });
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

/// This system limits no time.
#[cfg(not(unix))]
pub fn of_document() {}
