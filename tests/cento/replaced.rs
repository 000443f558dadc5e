//! A report is put into its place whole, and nobody's work is lost by it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::{Folder, Run, sheet};

fn plan() -> String {
    sheet("2024_PD_0001", &["Rossi Ada\tDipendente\t60,00 %"])
}

/// A plan of one person, and what a report of it says.
fn report(folder: &Folder, args: &[&str]) -> Run {
    folder.cento(&[&["report"], args].concat())
}

/// What stands in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

fn assert_refused(run: &Run, said: &str) {
    assert_eq!(run.status, 2, "{}", run.stdout);
    assert!(run.stderr.contains(said), "{said}: {}", run.stderr);
}

#[test]
fn only_a_folder_is_replaced() {
    let folder = Folder::new().add("plan/p.md", plan()).add("file", "mine");
    for target in ["file", "file/"] {
        assert_refused(&report(&folder, &["plan", "-o", target, "--force"]), "non è una cartella");
    }
    assert_eq!(fs::read(folder.path().join("file")).expect("the file"), b"mine");
    for target in [".", "..", "./plan/.."] {
        assert_refused(&report(&folder, &["plan", "-o", target]), "si sta lavorando");
    }
    assert_refused(&report(&folder, &["plan", "-o", "-"]), "-o CARTELLA");
    assert_refused(&report(&folder, &["plan"]), "-o CARTELLA");
    assert_eq!(names(&folder.path()), BTreeSet::from(["file".to_owned(), "plan".to_owned()]));
}

#[test]
fn a_stroke_at_the_end_of_a_path_means_the_same_folder() {
    let folder = Folder::new().add("plan/p.md", plan());
    for target in ["out/", "out", "./out/."] {
        let run = report(&folder, &["plan", "-o", target]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_eq!(names(&folder.path()), BTreeSet::from(["out".to_owned(), "plan".to_owned()]));
        assert!(folder.path().join("out/manifest.json").is_file());
    }
}

#[test]
fn what_is_read_is_never_replaced() {
    let folder = Folder::new()
        .add("proj/plan/p.md", plan())
        .add("proj/plan/cento.toml", "[plan]\nyear = 2024\n")
        .add("proj/staff.csv", "name;capacity_percent\nRossi Ada;60\n")
        .add("plan/p.md", plan());
    for args in [
        &["proj/plan", "-o", "proj/plan", "--force"][..],
        &["proj/plan/p.md", "-o", "proj/plan", "--force"],
        &["proj/plan", "-o", "proj", "--force"],
        &["plan", "--staff", "proj/staff.csv", "-o", "proj", "--force"],
        &["plan", "--settings", "proj/plan/cento.toml", "-o", "proj", "--force"],
    ] {
        assert_refused(&report(&folder, args), "è un file che viene letto");
    }
    assert_eq!(names(&folder.path().join("proj/plan")), BTreeSet::from(["cento.toml".to_owned(), "p.md".to_owned()]));
}

#[test]
fn somebody_s_work_is_kept() {
    let folder = Folder::new().add("plan/p.md", plan());
    let target = folder.path().join("out");
    assert_eq!(report(&folder, &["plan", "-o", "out"]).status, 0);
    // What a system puts there by itself is nobody's work.
    fs::write(target.join(".DS_Store"), "x").expect("a file");
    assert_eq!(report(&folder, &["plan", "-o", "out"]).status, 0);
    fs::write(target.join("rows.csv"), "notes").expect("a file");
    let run = report(&folder, &["plan", "-o", "out"]);
    assert_refused(&run, "rows.csv è stato modificato");
    assert_eq!(fs::read(target.join("rows.csv")).expect("the rows"), b"notes");
    assert_eq!(report(&folder, &["plan", "-o", "out", "--force"]).status, 0);
    assert_ne!(fs::read(target.join("rows.csv")).expect("the rows"), b"notes");
    fs::write(target.join("pictures/notes.txt"), "notes").expect("a file");
    assert_refused(&report(&folder, &["plan", "-o", "out", "--force"]), "notes.txt non fa parte di un rapporto");
    assert_eq!(fs::read(target.join("pictures/notes.txt")).expect("the notes"), b"notes");
}

#[test]
fn reports_of_several_plans_are_replaced_together() {
    let folder = Folder::new().add("s/a/p.md", plan()).add("s/b/p.md", plan()).add("s/c/p.md", plan());
    let target = folder.path().join("out");
    assert_eq!(report(&folder, &["s", "-o", "out"]).status, 0);
    assert_eq!(names(&target), ["a", "b", "c", "manifest.json"].map(str::to_owned).into());
    fs::remove_dir_all(folder.path().join("s/c")).expect("a folder");
    assert_eq!(report(&folder, &["s", "-o", "out", "--pseudonymise"]).status, 0);
    assert_eq!(names(&target), ["a", "b", "manifest.json"].map(str::to_owned).into());
    // One plan after several, and several after one.
    assert_eq!(report(&folder, &["s/a", "-o", "out"]).status, 0);
    assert!(names(&target).contains("index.html") && !names(&target).contains("a"));
    assert_eq!(report(&folder, &["s", "-o", "out"]).status, 0);
    assert_eq!(names(&target), ["a", "b", "manifest.json"].map(str::to_owned).into());
}

#[test]
fn what_a_killed_run_left_goes_with_the_next() {
    let folder =
        Folder::new().add("plan/p.md", plan()).add(".out.cento-1/rows.csv", "Rossi Ada").add(".out.cento-x/a", "");
    assert_eq!(report(&folder, &["plan", "-o", "out"]).status, 0);
    assert_eq!(names(&folder.path()), [".out.cento-x", "out", "plan"].map(str::to_owned).into());
}

#[cfg(unix)]
#[test]
fn a_private_report_stays_private_and_a_link_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new().add("plan/p.md", plan());
    let target = folder.path().join("out");
    let mode = |path: &Path| fs::metadata(path).expect("its mode").permissions().mode() & 0o777;
    assert_eq!(report(&folder, &["plan", "-o", "out"]).status, 0);
    fs::set_permissions(&target, fs::Permissions::from_mode(0o700)).expect("its mode");
    fs::set_permissions(target.join("cento.xlsx"), fs::Permissions::from_mode(0o600)).expect("its mode");
    symlink("out", folder.path().join("current")).expect("a link");
    let before = fs::metadata(target.join("index.html")).expect("a page").modified().expect("a time");
    assert_eq!(report(&folder, &["plan", "-o", "current"]).status, 0);
    assert_eq!((mode(&target), mode(&target.join("cento.xlsx"))), (0o700, 0o600));
    assert!(fs::symlink_metadata(folder.path().join("current")).expect("a link").is_symlink());
    assert!(fs::metadata(target.join("index.html")).expect("a page").modified().expect("a time") > before);
    symlink("nowhere", folder.path().join("broken")).expect("a link");
    assert_refused(&report(&folder, &["plan", "-o", "broken"]), "non è una cartella");
    // A file that is replaced keeps its mode, too.
    let run = folder.cento(&["rows", "plan", "--format", "csv", "-o", "rows.csv"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    fs::set_permissions(folder.path().join("rows.csv"), fs::Permissions::from_mode(0o600)).expect("its mode");
    assert_eq!(folder.cento(&["rows", "plan", "--format", "csv", "-o", "rows.csv"]).status, 0);
    assert_eq!(mode(&folder.path().join("rows.csv")), 0o600);
}
