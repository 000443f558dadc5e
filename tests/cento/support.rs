//! Running the program, and writing plans for it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a run printed, and how it ended.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// The output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{}{}", self.stdout, self.stderr))
    }
}

/// Runs the program in the repository, in Italian.
pub fn cento(args: &[&str]) -> Run {
    cento_in(Path::new(env!("CARGO_MANIFEST_DIR")), args, b"")
}

/// Runs the program in a folder, with something on its standard input.
pub fn cento_in(folder: &Path, args: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cento"))
        .args(args)
        .current_dir(folder)
        .env("LC_ALL", "it_IT.UTF-8")
        .env("LANG", "it_IT.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that does not read its input closes it early.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Run {
        status: output.status.code().expect("an exit status"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// The document of the repository's plan.
pub fn document() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(DOCUMENT)).expect("the plan is in data/")
}

/// Where it is.
pub const DOCUMENT: &str = "data/reggio-emilia-2024/peg-2024-allegato-b.md";

/// A temporary folder with documents in it, by their names.
pub struct Folder {
    folder: TempDir,
}

impl Folder {
    pub fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    /// A folder with one document.
    pub fn with(bytes: impl AsRef<[u8]>) -> Self {
        Self::new().add("plan.md", bytes)
    }

    pub fn add(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Runs the program in this folder.
    pub fn cento(&self, args: &[&str]) -> Run {
        cento_in(self.folder.path(), args, b"")
    }

    /// The check of this folder as JSON.
    pub fn check(&self) -> Value {
        self.cento(&["check", ".", "--format", "json"]).json()
    }
}

/// The codes of the findings of a check.
pub fn codes(check: &Value) -> Vec<String> {
    let findings = check["findings"].as_array().expect("findings");
    findings.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
}

/// The findings with a code.
pub fn findings<'a>(check: &'a Value, code: &str) -> Vec<&'a Value> {
    findings_of(&check["findings"], code)
}

/// Those with a code in a list of findings.
pub fn findings_of<'a>(findings: &'a Value, code: &str) -> Vec<&'a Value> {
    findings.as_array().expect("findings").iter().filter(|finding| finding["code"] == code).collect()
}

/// The sheet of a small plan, with these lines as its staff table.
pub fn sheet(code: &str, rows: &[&str]) -> String {
    let header = "Nome Soggetto\tRelazione Personale\tImpegno Personale";
    format!("**{}**\n\n**Titolo**\n\n{header}\n{}\n\n", code.replace('_', "\\_"), rows.join("\n"))
}

/// Numbers that are always the same.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("fits") % end
    }

    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}
