//! How long the check of many plans takes, against what `cat` needs to read the same files.
//!
//! `cargo bench` writes a corpus of renamed copies of the plan in `data/`, with prose to the length of a city's
//! (142 kB), each in a folder of its own, below `target/`, runs both in turn and prints the medians and the ratio.
//! `CENTO_PLAN=FILE` takes another plan as it is, `CENTO_COPIES=N` another number of copies than 600.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a measurement prints, and stops where it cannot measure")]
#![allow(clippy::float_arithmetic, reason = "times, not percentages")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 15;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let given = std::env::var_os("CENTO_PLAN").map(PathBuf::from);
    let copies = std::env::var("CENTO_COPIES").ok().and_then(|copies| copies.parse().ok()).unwrap_or(600);
    let corpus = root.join("target/corpus");
    let plan = given.clone().unwrap_or_else(|| root.join("data/reggio-emilia-2024/peg-2024-allegato-b.md"));
    let text = fs::read_to_string(&plan).expect("the plan can be read");
    let text = if given.is_some() { text } else { with_prose(&text) };
    let files = write_corpus(&text, &corpus, copies);
    println!("{copies} renamed copies of {} ({} bytes each)", plan.display(), text.len());

    let cento = || timed(Command::new(env!("CARGO_BIN_EXE_cento")).arg("check").arg(&corpus));
    let cat = || timed(Command::new("cat").args(&files));
    // The first run of each warms the caches and does not count.
    cat();
    cento();
    let (mut cats, mut centos): (Vec<Duration>, Vec<Duration>) = (0..RUNS).map(|_| (cat(), cento())).unzip();
    let mut ratios: Vec<f64> = cats.iter().zip(&centos).map(|(a, b)| b.as_secs_f64() / a.as_secs_f64()).collect();
    cats.sort();
    centos.sort();
    ratios.sort_by(f64::total_cmp);
    println!("cat         {:7.1} ms", cats[RUNS / 2].as_secs_f64() * 1000.0);
    println!("cento check {:7.1} ms", centos[RUNS / 2].as_secs_f64() * 1000.0);
    println!("ratio       {:7.2} (median of {RUNS} pairs)", ratios[RUNS / 2]);
}

fn timed(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).status().expect("the command starts");
    assert!(status.success());
    start.elapsed()
}

/// Writes the copies, unless they are there already, and tells their paths.
fn write_corpus(text: &str, corpus: &Path, copies: usize) -> Vec<PathBuf> {
    let mark = corpus.with_extension("made");
    let made = format!("{copies} {} {}", text.len(), text.bytes().map(u64::from).sum::<u64>());
    let files: Vec<PathBuf> = (0..copies).map(|copy| corpus.join(format!("{copy:04}/plan.md"))).collect();
    if fs::read_to_string(&mark).is_ok_and(|before| before == made) {
        return files;
    }
    let _ = fs::remove_dir_all(corpus);
    for (copy, file) in files.iter().enumerate() {
        fs::create_dir_all(file.parent().expect("a folder")).expect("the folder can be made");
        fs::write(file, renamed(text, copy)).expect("the copy can be written");
    }
    fs::write(mark, made).expect("the mark can be written");
    files
}

/// The plan with as much prose between its sheets as plans have: that in `data/` has none.
fn with_prose(text: &str) -> String {
    const LINES: usize = 7;
    const PROSE: &str =
        "L'ufficio cura le attivita' ordinarie e ne riferisce ogni tre mesi, con i dati a disposizione.\n\n";
    let line = |line: &str| if line.starts_with("**2024") { PROSE.repeat(LINES) + line } else { line.to_owned() };
    text.split_inclusive('\n').map(line).collect()
}

/// The plan with other people in it: in staff rows and after `Dirigente:`, every consonant and
/// every vowel is another one. Names keep their length and their capitals.
fn renamed(text: &str, copy: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let is_staff = line.matches('\t').count() == 2 && line.trim_end().ends_with('%') && !line.starts_with("TUTTI");
        let end = if is_staff { line.find('\t').unwrap_or(0) } else { 0 };
        let start = if line.starts_with("Dirigente:") { "Dirigente:".len() } else { 0 };
        let end = if start > 0 { line.len() } else { end };
        out.push_str(&line[..start]);
        out.extend(line[start..end].chars().map(|c| other(c, copy)));
        out.push_str(&line[end..]);
    }
    out
}

fn other(c: char, copy: usize) -> char {
    for letters in ["bcdfglmnprstvz", "aeiou"] {
        if let Some(at) = letters.find(c.to_ascii_lowercase()) {
            let new = char::from(letters.as_bytes()[(at + copy) % letters.len()]);
            return if c.is_ascii_uppercase() { new.to_ascii_uppercase() } else { new };
        }
    }
    c
}
