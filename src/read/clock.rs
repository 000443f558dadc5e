//! How it is told that reading takes too long: by a clock that is handed in, since not every system has one.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::limits::LONGEST_SECONDS;

/// A clock: it tells the time since some moment that stays the same.
#[derive(Debug, Clone, Copy)]
pub struct Clock(fn() -> Duration);

impl Clock {
    /// A clock of the caller's; in a browser, say, that of the page.
    pub const fn of(now: fn() -> Duration) -> Self {
        Self(now)
    }

    /// A clock that stands still: nothing that is read is ever too late, only too much.
    pub const fn stopped() -> Self {
        Self(|| Duration::ZERO)
    }

    /// The moment by which the pages of a document must be read.
    pub(super) fn deadline(self) -> Deadline {
        self.in_future(Duration::from_secs(LONGEST_SECONDS))
    }

    fn in_future(self, time: Duration) -> Deadline {
        Deadline { clock: self, until: (self.0)() + time }
    }
}

/// The clock of the system. A browser has none, and asking for it ends the program: there, another is handed in.
impl Default for Clock {
    fn default() -> Self {
        static START: OnceLock<Instant> = OnceLock::new();
        Self(|| START.get_or_init(Instant::now).elapsed())
    }
}

/// A moment by which something has to be done.
#[derive(Debug, Clone, Copy)]
pub struct Deadline {
    clock: Clock,
    until: Duration,
}

impl Deadline {
    /// Whether it is past.
    pub fn is_past(self) -> bool {
        (self.clock.0)() > self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_passes_by_the_clock_that_is_handed_in() {
        const SECOND: Duration = Duration::from_secs(1);
        assert!(!Clock::stopped().in_future(Duration::ZERO).is_past());
        assert!(!Clock::default().in_future(SECOND * 1000).is_past());
        let soon = Clock::default().in_future(Duration::ZERO);
        std::thread::sleep(Duration::from_millis(1));
        assert!(soon.is_past());
    }
}
