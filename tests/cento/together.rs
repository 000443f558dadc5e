//! Two runs at one target, and what runs that were killed have left: whole or refused, and nothing is left over.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;
use std::thread;

use crate::support::{Folder, Run, sheet};

fn plan() -> String {
    sheet("2024_PD_0001", &["Rossi Ada\tDipendente\t60,00 %"])
}

/// What stands in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

fn these(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn assert_done(run: &Run) {
    assert_eq!(run.status, 0, "{}", run.stderr);
}

/// The commands that write, with what each makes of its folder.
const ROWS: [&str; 6] = ["rows", "plan", "--format", "csv", "-o", "rows.csv"];
const REPORT: [&str; 4] = ["report", "plan", "-o", "out"];
const CHART: [&str; 5] = ["chart", "distribution", "plan", "-o", "pictures"];

#[test]
fn two_at_once_leave_a_whole_report() {
    let folder = Folder::new().add("plan/p.md", plan());
    for _ in 0..3 {
        let runs: Vec<Run> = thread::scope(|scope| {
            let started: Vec<_> = (0..2).map(|_| scope.spawn(|| folder.cento(&REPORT))).collect();
            started.into_iter().map(|run| run.join().expect("a run")).collect()
        });
        for run in &runs {
            assert!(run.status == 0 || run.stderr.contains("sta già scrivendo"), "{}", run.stderr);
        }
        assert!(runs.iter().any(|run| run.status == 0));
        // It is whole if the next one knows it for its own.
        assert_done(&folder.cento(&REPORT));
        assert_eq!(names(&folder.path()), these(&["out", "plan"]));
    }
}

#[test]
fn who_comes_second_is_told_who_is_at_it() {
    let folder = Folder::new().add("plan/p.md", plan()).add("pictures/.pictures.cento-lock", "4711");
    let hold = |name: &str| {
        let lock = File::options().read(true).write(true).create(true).truncate(false).open(folder.path().join(name));
        let lock = lock.expect("a lock");
        lock.lock().expect("it is held");
        lock
    };
    fs::write(folder.path().join(".out.cento-lock"), "4711").expect("a lock");
    let locks = [".out.cento-lock", ".rows.csv.cento-lock", "pictures/.pictures.cento-lock"].map(hold);
    thread::scope(|scope| {
        let report = scope.spawn(|| folder.cento(&REPORT));
        let rows = scope.spawn(|| folder.cento(&[&ROWS[..], &["--lang", "en"]].concat()));
        let chart = folder.cento(&CHART);
        assert_eq!(chart.status, 2);
        assert!(chart.stderr.contains("un altro cento (processo 4711)"), "{}", chart.stderr);
        let report = report.join().expect("a run");
        assert_eq!(report.status, 2);
        assert!(report.stderr.contains("In out sta già scrivendo un altro cento (processo 4711)"), "{}", report.stderr);
        let rows = rows.join().expect("a run");
        assert_eq!(rows.status, 2);
        assert!(rows.stderr.contains("Another cento is writing to rows.csv already"), "{}", rows.stderr);
    });
    assert!(!folder.path().join("out").exists() && !folder.path().join("rows.csv").exists());
    drop(locks);
    // What nobody holds any more is taken over, and goes.
    for args in [&REPORT[..], &ROWS, &CHART] {
        assert_done(&folder.cento(args));
    }
    assert_eq!(names(&folder.path()), these(&["out", "pictures", "plan", "rows.csv"]));
    assert_eq!(names(&folder.path().join("pictures")).len(), 2);
}

#[test]
fn what_killed_runs_left_goes_and_what_somebody_holds_stays() {
    let folder = Folder::new()
        .add("plan/p.md", plan())
        .add("rows.csv.4711.tmp", "Rossi Ada")
        .add(".rows.csv.cento-47110", "Rossi Ada")
        .add(".people.csv.cento-47111", "Rossi Ada")
        .add(".people.csv.cento-lock", "4711")
        .add(".other.cento-47112/rows.csv", "Rossi Ada")
        .add("mine.csv.4711.tmp", "mine")
        .add(".notes.cento-mine", "mine")
        .add(".held.csv.cento-47113", "held")
        .add("pictures/matrix__2024.png.4711.tmp", "half")
        .add("pictures/.matrix__2024.png.cento-47114", "half")
        .add("pictures/notes.4711.tmp", "mine");
    let held = File::open(folder.path().join(".held.csv.cento-47113")).expect("a file");
    held.lock().expect("it is held");
    assert_done(&folder.cento(&ROWS));
    let stay = [".held.csv.cento-47113", ".notes.cento-mine", "mine.csv.4711.tmp", "pictures", "plan", "rows.csv"];
    // Only where folders can be held is one known that nobody holds.
    #[cfg(not(unix))]
    fs::remove_dir_all(folder.path().join(".other.cento-47112")).expect("it is left");
    assert_eq!(names(&folder.path()), these(&stay));
    assert_done(&folder.cento(&CHART));
    let pictures = names(&folder.path().join("pictures"));
    assert!(pictures.contains("notes.4711.tmp"));
    assert_eq!(pictures.len(), 3, "{pictures:?}");
    // In the folder of a report, what a killed run has left is nobody's work.
    assert_done(&folder.cento(&REPORT));
    fs::write(folder.path().join("out/.pictures.cento-lock"), "4711").expect("a file");
    fs::write(folder.path().join(".out.cento-lock"), "4711").expect("a file");
    assert_done(&folder.cento(&REPORT));
    assert!(!names(&folder.path().join("out")).contains(".pictures.cento-lock"));
}

#[cfg(unix)]
#[test]
fn a_file_behind_links_is_replaced_where_it_lies() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new().add("plan/p.md", plan()).add("far/rows.csv", "old").add("far/rows.csv.1.tmp", "half");
    let at = |name: &str| folder.path().join(name);
    symlink("far/rows.csv", at("one")).expect("a link");
    symlink("one", at("rows.csv")).expect("a link");
    symlink("far/new.csv", at("new.csv")).expect("a link");
    symlink("round", at("round")).expect("a link");
    assert_done(&folder.cento(&ROWS));
    assert!(fs::read_to_string(at("far/rows.csv")).expect("the rows").contains("Rossi Ada"));
    assert!([at("rows.csv"), at("one")].iter().all(|path| path.is_symlink()));
    assert_done(&folder.cento(&["rows", "plan", "--format", "csv", "-o", "new.csv"]));
    assert!(at("new.csv").is_symlink());
    assert_eq!(names(&at("far")), these(&["new.csv", "rows.csv"]));
    let run = folder.cento(&["rows", "plan", "-o", "round"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(at("round").is_symlink());
    // A lock that is a link to somebody's file is none.
    symlink("plan/p.md", at(".people.csv.cento-lock")).expect("a link");
    assert_eq!(folder.cento(&["people", "plan", "-o", "people.csv"]).status, 2);
    assert_eq!(fs::read_to_string(at("plan/p.md")).expect("the plan"), plan());
}

#[cfg(unix)]
#[test]
fn names_may_be_long_or_no_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::process::Command;
    let folder = Folder::new().add("plan/p.md", plan());
    let long = "x".repeat(255);
    for name in [OsStr::new(&long), OsStr::from_bytes(b"righe\xff.csv")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cento"));
        let run = command.current_dir(folder.path()).args(["rows", "plan", "-q", "-o"]).arg(name).output();
        assert!(run.expect("a run").status.success());
        assert!(folder.path().join(name).is_file());
    }
    assert_eq!(names(&folder.path()).len(), 3);
}
