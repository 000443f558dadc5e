//! How much longer the check of ten times as much takes: no more than twelve times.
//!
//! `cargo bench --bench curves` writes plans that are large in one way each below `target/curves`, and checks each in two sizes, for
//! people and for programs: ten times the smaller one, then once the larger one, and that again. It prints the times of the pair in the
//! middle and their ratio. They are those that the processor spends on the program itself, where the system tells them (`/proc`), so that
//! other work does not matter. What the system takes beside, nearly all of it to supply memory, hangs on what else the machine holds: for one
//! and the same check it may be ten times as much at one moment as at another. The ratio with it stands in brackets.
//!
//! `CENTO_SIZE=N` takes another size than 10,000 for the smaller ones; with 100,000 the larger ones have a million rows. Names behind
//! `--` (`-- Surname Flat`) measure these alone.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a measurement prints, and stops where it cannot measure")]
#![allow(clippy::float_arithmetic, reason = "times, not percentages")]

mod crowds;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crowds::Crowd;

/// How many times as long ten times as much may take.
const MOST: f64 = 12.0;
/// How often the two sizes are measured, one after the other.
const PAIRS: usize = 3;

fn main() {
    let size = std::env::var("CENTO_SIZE").ok().and_then(|size| size.parse().ok()).unwrap_or(10_000);
    println!("crowd        format      size         s      10 x     ratio (with the system)");
    let wanted: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with('-')).collect();
    for crowd in Crowd::ALL {
        if !wanted.is_empty() && !wanted.contains(&format!("{crowd:?}")) {
            continue;
        }
        let [small, large] = [size, 10 * size].map(|size| Written::of(crowd, size));
        for format in ["table", "json"] {
            let pair = || (small.times(format, 10), large.times(format, 1));
            let ratio = |(small, large): &(Times, Times)| large.own / small.own;
            let mut pairs: Vec<(Times, Times)> = (0..PAIRS).map(|_| pair()).collect();
            pairs.sort_by(|one, other| ratio(one).total_cmp(&ratio(other)));
            let middle = &pairs[PAIRS / 2];
            let (small, large) = middle;
            let verdict = if ratio(middle) > MOST { "TOO MUCH" } else { "" };
            let (crowd, ratio) = (format!("{crowd:?}"), ratio(middle));
            let with_system = (large.own + large.system) / (small.own + small.system);
            let (small, large) = (small.own, large.own);
            println!(
                "{crowd:<12} {format:<6} {size:>9} {small:>9.2} {large:>9.2} {ratio:>9.1} ({with_system:.1}) {verdict}"
            );
        }
    }
}

/// A plan that is written, and what is beside it.
struct Written {
    folder: PathBuf,
    plan: &'static str,
    has_staff: bool,
}

/// What a check takes, in seconds.
struct Times {
    /// What the program itself takes.
    own: f64,
    /// What the system takes for it.
    system: f64,
}

impl Written {
    fn of(crowd: Crowd, size: usize) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/curves");
        let folder = root.join(format!("{crowd:?}-{size}"));
        let files = crowd.files(size);
        fs::create_dir_all(&folder).expect("the folder can be made");
        for (name, text) in &files {
            fs::write(folder.join(name), text).expect("the file can be written");
        }
        let has_staff = files.iter().any(|(name, _)| *name == "staff.csv");
        Self { folder, plan: files[0].0, has_staff }
    }

    /// What a check takes: the mean of so many.
    fn times(&self, format: &str, runs: u32) -> Times {
        let (start, before) = (Instant::now(), processor());
        (0..runs).for_each(|_| self.check(format));
        let runs = f64::from(runs);
        match before.zip(processor()) {
            Some((before, after)) => {
                Times { own: (after.own - before.own) / runs, system: (after.system - before.system) / runs }
            }
            None => Times { own: start.elapsed().as_secs_f64() / runs, system: 0.0 },
        }
    }

    fn check(&self, format: &str) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cento"));
        command.current_dir(&self.folder).args(["check", self.plan, "--fail-on", "never", "--format", format]);
        if self.has_staff {
            command.args(["--staff", "staff.csv"]);
        }
        let status = command.stdout(Stdio::null()).status().expect("the program starts");
        assert!(status.success(), "{}", self.folder.display());
    }
}

/// The time that the processor has spent on programs that were started here and have ended.
fn processor() -> Option<Times> {
    const TICKS: f64 = 100.0;
    let state = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, state) = state.rsplit_once(')')?;
    let mut seconds = state.split_whitespace().skip(13).map(|ticks| Some(ticks.parse::<f64>().ok()? / TICKS));
    Some(Times { own: seconds.next()??, system: seconds.next()?? })
}
