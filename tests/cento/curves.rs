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
