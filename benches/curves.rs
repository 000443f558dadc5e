//! How much longer the check of ten times as much takes: no more than twelve times.
//!
//! `cargo bench --bench curves` writes plans that are large in one way each below `target/curves`, checks each in two
//! sizes, for people and for programs, and prints the times and their ratio: those of the processor, where the system tells
//! them (`/proc`), so that other work does not matter. `CENTO_SIZE=N` takes another size than 10,000 for the smaller ones; with
//! 100,000 the larger ones have a million rows. Names behind `--` (`-- Surname Flat`) measure these alone.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a measurement prints, and stops where it cannot measure")]
#![allow(clippy::float_arithmetic, reason = "times, not percentages")]

mod crowds;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crowds::Crowd;

/// How many times as long ten times as much may take.
const MOST: f64 = 12.0;

fn main() {
    let size = std::env::var("CENTO_SIZE").ok().and_then(|size| size.parse().ok()).unwrap_or(10_000);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/curves");
    println!("{:<12} {:<6} {:>9} {:>9} {:>9} {:>9}", "crowd", "format", "size", "s", "10 x", "ratio");
    let wanted: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with('-')).collect();
    for crowd in Crowd::ALL {
        if !wanted.is_empty() && !wanted.contains(&format!("{crowd:?}")) {
            continue;
        }
        for format in ["table", "json"] {
            let [small, large] = [size, 10 * size].map(|size| seconds(crowd, size, format, &root));
            let ratio = large / small;
            let verdict = if ratio > MOST { "TOO MUCH" } else { "" };
            let crowd = format!("{crowd:?}");
            println!("{crowd:<12} {format:<6} {size:>9} {small:>9.2} {large:>9.2} {ratio:>9.1} {verdict}");
        }
    }
}

/// How long a check takes: the shortest of five, since what a system gives to a program takes more at some times than at others.
fn seconds(crowd: Crowd, size: usize, format: &str, root: &Path) -> f64 {
    let folder = root.join(format!("{crowd:?}-{size}"));
    let files = crowd.files(size);
    fs::create_dir_all(&folder).expect("the folder can be made");
    for (name, text) in &files {
        fs::write(folder.join(name), text).expect("the file can be written");
    }
    let run = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cento"));
        command.current_dir(&folder).args(["check", files[0].0, "--fail-on", "never", "--format", format]);
        if files.iter().any(|(name, _)| *name == "staff.csv") {
            command.args(["--staff", "staff.csv"]);
        }
        let (start, before) = (Instant::now(), processor());
        let status = command.stdout(Stdio::null()).status().expect("the program starts");
        assert!(status.success(), "{crowd:?}");
        match before.zip(processor()) {
            Some((before, after)) => after - before,
            None => start.elapsed().as_secs_f64(),
        }
    };
    (0..5).map(|_| run()).fold(f64::INFINITY, f64::min)
}

/// The time that the processor has spent on programs that were started here and have ended, in seconds.
fn processor() -> Option<f64> {
    const TICKS: f64 = 100.0;
    let state = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, state) = state.rsplit_once(')')?;
    let ticks = state.split_whitespace().skip(13).take(2).map(str::parse::<f64>);
    Some(ticks.sum::<Result<f64, _>>().ok()? / TICKS)
}
