//! Nothing is quadratic: what is six times as large takes about six times as long.

use std::fs;
use std::time::{Duration, Instant};

use tempfile::TempDir;

#[path = "../../benches/crowds/mod.rs"]
mod crowds;

use crowds::Crowd;

use crate::support::cento_in;

/// What is small, and what is six times as large.
const SIZES: [usize; 2] = [1000, 6000];
/// How many times as long the larger one may take. If it were quadratic, it would be more than twice that.
const MOST: u32 = 12;

#[test]
fn six_times_as_much_takes_no_more_than_twelve_times_as_long() {
    for crowd in Crowd::ALL {
        let plans = SIZES.map(|size| Plan::of(crowd, size));
        let mut best = [Duration::MAX; 2];
        // Whatever else runs on the machine makes one run slower, but not all.
        let is_fair = (0..4).any(|_| {
            for (best, plan) in best.iter_mut().zip(&plans) {
                *best = plan.check().min(*best);
            }
            best[1] <= best[0] * MOST
        });
        assert!(is_fair, "{crowd:?}: {best:?} for {SIZES:?}");
    }
}

#[test]
fn six_times_as_many_cdrs_with_directors_are_listed_renamed_and_weighed_in_twelve_times_as_long_at_most() {
    // Of fewer, what grows with the square of their number is little beside the rest.
    const SIZES: [usize; 2] = [2000, 12_000];
    let plans = SIZES.map(|size| Plan::of(Crowd::Directors, size));
    let commands = [&["cdrs", "plan.csv"][..], &["people", "plan.csv", "--pseudonymise"], &["weights", "plan.csv"]];
    for command in commands {
        let mut best = [Duration::MAX; 2];
        let is_fair = (0..4).any(|_| {
            for (best, plan) in best.iter_mut().zip(&plans) {
                let start = Instant::now();
                let run = cento_in(plan.folder.path(), command, b"");
                assert!(run.status == 0 && run.stdout.lines().count() > SIZES[0], "{}", run.stderr);
                *best = start.elapsed().min(*best);
            }
            best[1] <= best[0] * MOST
        });
        assert!(is_fair, "{command:?}: {best:?} for {SIZES:?}");
    }
}

#[test]
fn of_a_thousand_findings_the_text_says_how_many_more_there_are() {
    let plan = Plan::of(Crowd::Surname, 1001);
    let text = plan.run("table");
    assert_eq!(text.matches("[A002]: Rossi").count(), 1000);
    assert!(text.contains("nota[A002]: un'altra segnalazione uguale non è mostrata: con --format json"));
    let whole = plan.run("json");
    assert_eq!(whole.matches("\"code\": \"A002\"").count(), 1001);
}

#[test]
fn of_the_places_of_one_finding_the_text_shows_a_hundred() {
    let text = Plan::of(Crowd::Rows, 500 * 102).run("table");
    assert!(text.contains("e in altri 2 punti: con --format json ci sono tutti"));
    assert!(text.contains("49502 │ 2024_PD_0000 "), "lines far apart keep their numbers");
}

/// A plan in a folder of its own.
struct Plan {
    folder: TempDir,
    arguments: Vec<&'static str>,
}

impl Plan {
    fn of(crowd: Crowd, size: usize) -> Self {
        let folder = TempDir::new().expect("a folder");
        let files = crowd.files(size);
        let mut arguments = vec!["check", files[0].0];
        for (name, text) in &files {
            fs::write(folder.path().join(name), text).expect("a file");
            if *name == "staff.csv" {
                arguments.extend(["--staff", "staff.csv"]);
            }
        }
        Self { folder, arguments }
    }

    /// The length of the plan's document.
    #[cfg(target_os = "linux")]
    fn bytes(&self) -> u64 {
        fs::metadata(self.folder.path().join(self.arguments[1])).expect("a file").len()
    }

    /// The most memory that a run takes, in bytes, as the system tells it while the run waits for what it writes to be read: that must be
    /// more than a pipe holds.
    #[cfg(target_os = "linux")]
    fn peak(&self, arguments: &[&str]) -> u64 {
        use std::io::Read;
        use std::process::{Command, Stdio};

        let mut run = Command::new(env!("CARGO_BIN_EXE_cento"))
            .args(arguments)
            .current_dir(self.folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a run");
        let peak = |run: u32| {
            let status = fs::read_to_string(format!("/proc/{run}/status")).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
            line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() * 1024
        };
        let mut output = run.stdout.take().expect("an output");
        let (mut part, mut most) = (vec![0; 16 << 10], 0);
        while output.read(&mut part).expect("output") > 0 {
            most = most.max(peak(run.id()));
        }
        run.wait().expect("an end");
        assert!(most > 0, "{arguments:?}: nothing was written, or too little");
        most
    }

    fn run(&self, format: &str) -> String {
        let arguments = [&self.arguments[..], &["--format", format]].concat();
        cento_in(self.folder.path(), &arguments, b"").stdout
    }

    /// How long the check for people takes, and that it says something.
    fn check(&self) -> Duration {
        let start = Instant::now();
        assert!(self.run("table").contains(" person"));
        start.elapsed()
    }
}

/// The most memory that a run takes, beyond that for a plan of a few rows, against the text by which the plan is larger. Of a million rows
/// it is twelve times that; of as many as this test has time for, what the allocator has not given back yet counts for more. If rows, or
/// what is written of them, stood in memory as such, it would be thirty times and more.
#[cfg(target_os = "linux")]
#[test]
fn memory_is_a_few_times_the_text() {
    const SIZES: [usize; 2] = [3000, 61_000];
    const MOST: u64 = 20;
    let plans = SIZES.map(|size| Plan::of(Crowd::Rows, size));
    let more = plans[1].bytes() - plans[0].bytes();
    for (command, format) in [("check", "json"), ("rows", "table"), ("rows", "json"), ("rows", "csv")] {
        let [few, many] = plans.each_ref().map(|plan| plan.peak(&[command, "plan.csv", "--format", format]));
        let times = many.saturating_sub(few).div_ceil(more);
        assert!(times <= MOST, "{command} --format {format}: {times} times the text");
    }
}
