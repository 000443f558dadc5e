//! Nothing is written onto what is read, however it is called, and through whatever links.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::{Folder, Run, sheet};

const SETTINGS: &str = "[plan]\nyear = 2024\n";
const STAFF: &str = "name;capacity_percent\nRossi Ada;60\n";
const KEY: &str = "una chiave abbastanza lunga\n";

fn plan() -> String {
    sheet("2024_PD_0001", &["Rossi Ada\tDirigente\t60,00 %"])
}

fn folder() -> Folder {
    Folder::new()
        .add("plan/p.md", plan())
        .add("plan/cento.toml", SETTINGS)
        .add("staff.csv", STAFF)
        .add("key", KEY)
        .add("out/x", "")
}

/// Runs the program with paths that need not be text.
fn cento(folder: &Path, args: &[&OsStr], input: Stdio, output: Stdio) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cento"));
    command.env("LC_ALL", "it_IT.UTF-8").env("LANG", "it_IT.UTF-8");
    let run = command.current_dir(folder).args(args).stdin(input).stdout(output).output().expect("a run");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Run { status: run.status.code().expect("a status"), stdout: text(run.stdout), stderr: text(run.stderr) }
}

fn assert_refused(run: &Run) {
    assert_eq!(run.status, 2, "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("è un file che viene letto"), "{}", run.stderr);
}

#[test]
fn every_file_that_is_read_is_kept_under_every_name() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("weights.csv"), "project;weight_percent\n2024_PD_0001;100\n").expect("a file");
    for (name, args) in [
        ("plan/p.md", &["people", "plan"][..]),
        ("plan/p.md", &["check", "plan/p.md"]),
        ("plan/p.md", &["settings", "init", "plan"]),
        ("plan/p.md", &["score", "plan", "--template"]),
        ("plan/cento.toml", &["people", "plan"]),
        ("plan/cento.toml", &["layout", "plan"]),
        ("staff.csv", &["rows", "plan", "--staff", "staff.csv"]),
        ("key", &["rows", "plan", "--pseudonymise", "--key", "key"]),
        ("key", &["explain", "A001", "--pseudonymise", "--key", "key"]),
        ("weights.csv", &["weights", "plan", "--weights", "weights.csv"]),
    ] {
        let before = fs::read(at(name)).expect("a file");
        fs::hard_link(at(name), at("hard")).expect("a link");
        symlink(name, at("soft")).expect("a link");
        symlink("soft", at("softer")).expect("a link");
        for output in [name, &format!("./out/../{name}"), "hard", "soft", "softer"] {
            let run = folder.cento(&[args, &["-o", output]].concat());
            assert_eq!(run.status, 2, "{args:?} -o {output}: {}", run.stderr);
            // What is to be made, and is there, is kept whatever it is.
            let is_kept = run.stderr.contains("è un file che viene letto") || run.stderr.contains("c'è già");
            assert!(is_kept, "{args:?} -o {output}: {}", run.stderr);
            assert_eq!(fs::read(at(name)).expect("a file"), before, "{args:?} -o {output}");
        }
        for link in ["hard", "soft", "softer"] {
            fs::remove_file(at(link)).expect("a link");
        }
    }
}

#[test]
fn results_are_kept() {
    let folder = folder();
    let template = folder.cento(&["score", "plan", "--template", "-o", "results.csv"]);
    assert_eq!(template.status, 0, "{}", template.stderr);
    fs::hard_link(folder.path().join("results.csv"), folder.path().join("hard.csv")).expect("a link");
    for output in ["results.csv", "hard.csv"] {
        assert_refused(&folder.cento(&["score", "plan", "--results", "results.csv", "-o", output]));
    }
}

#[test]
fn names_that_are_no_text_are_kept() {
    let folder = folder();
    let name = OsStr::from_bytes(b"plan/piano\xff.md");
    fs::rename(folder.path().join("plan/p.md"), folder.path().join(name)).expect("a name");
    let words = ["people", "plan", "-o"].map(OsStr::new);
    let run = |output: &OsStr| cento(&folder.path(), &[&words[..], &[output]].concat(), Stdio::null(), Stdio::piped());
    assert_refused(&run(name));
    let report: Vec<&OsStr> = ["report", "plan", "--force", "-o", "plan"].map(OsStr::new).into();
    assert_refused(&cento(&folder.path(), &report, Stdio::null(), Stdio::piped()));
    assert_eq!(fs::read_to_string(folder.path().join(name)).expect("the plan"), plan());
}

#[test]
fn standard_input_and_output_are_known_for_what_they_are() {
    let folder = folder();
    let path = folder.path().join("plan/p.md");
    let input = || Stdio::from(File::open(&path).expect("the plan"));
    let args = |args: &'static [&'static str]| args.iter().map(OsStr::new).collect::<Vec<_>>();
    assert_refused(&cento(&folder.path(), &args(&["people", "-", "-o", "plan/p.md"]), input(), Stdio::piped()));
    assert_refused(&cento(
        &folder.path(),
        &args(&["people", "/dev/stdin", "-o", "plan/p.md"]),
        input(),
        Stdio::piped(),
    ));
    // An output that grows behind what is read.
    let behind = || Stdio::from(File::options().append(true).open(&path).expect("the plan"));
    assert_refused(&cento(&folder.path(), &args(&["people", "plan"]), Stdio::null(), behind()));
    assert_refused(&cento(&folder.path(), &args(&["people", "-"]), input(), behind()));
    assert_eq!(fs::read_to_string(&path).expect("the plan"), plan());
    // What is not read may be written.
    let run = cento(&folder.path(), &args(&["people", "plan", "-o", "out/x"]), input(), Stdio::piped());
    assert_eq!(run.status, 0, "{}", run.stderr);
    // An open file is written to where it is open.
    let log = folder.path().join("log");
    fs::write(&log, "before\n").expect("a file");
    let open = Stdio::from(File::options().append(true).open(&log).expect("a file"));
    let run = cento(&folder.path(), &args(&["check", "plan", "-q", "-o", "/dev/stdout"]), Stdio::null(), open);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = fs::read_to_string(&log).expect("a file");
    assert!(text.starts_with("before\n1 persona") && Path::new("/dev/stdout").is_symlink(), "{text}");
}

#[test]
fn pictures_and_reports_keep_what_is_linked_into_their_folder() {
    let folder = folder();
    assert_eq!(folder.cento(&["chart", "people", "plan", "-o", "pictures", "--format", "svg"]).status, 0);
    let mut pictures = fs::read_dir(folder.path().join("pictures")).expect("a folder");
    let words = pictures.find_map(|entry| {
        let path = entry.expect("an entry").path();
        path.to_str().is_some_and(|path| path.ends_with(".alt.txt")).then_some(path)
    });
    let words = words.expect("the words");
    let links: [fn(PathBuf, PathBuf) -> io::Result<()>; 2] = [fs::hard_link, symlink];
    for link in links {
        fs::remove_file(&words).expect("the words");
        link(folder.path().join("plan/p.md"), words.clone()).expect("a link");
        assert_refused(&folder.cento(&["chart", "people", "plan", "-o", "pictures", "--format", "svg", "--force"]));
    }
    assert_eq!(fs::read_to_string(folder.path().join("plan/p.md")).expect("the plan"), plan());
    assert_eq!(folder.cento(&["report", "plan", "-o", "report"]).status, 0);
    fs::remove_file(folder.path().join("report/rows.csv")).expect("the rows");
    fs::hard_link(folder.path().join("plan/p.md"), folder.path().join("report/rows.csv")).expect("a link");
    assert_refused(&folder.cento(&["report", "plan", "-o", "report", "--force"]));
}
