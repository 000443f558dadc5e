//! PDFs that are made to do harm: each is refused, and no other document feels it.

use std::fmt::Write;

use crate::support::{Folder, codes};

/// A PDF of these objects, the first its catalogue.
pub(crate) fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut table = String::new();
    for (number, object) in (1..).zip(objects) {
        let _ = writeln!(table, "{:010} 00000 n ", out.len());
        out.extend(format!("{number} 0 obj\n").into_bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let end = format!(
        "xref\n0 {count}\n0000000000 65535 f \n{table}trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
        out.len(),
        count = objects.len() + 1
    );
    out.extend(end.into_bytes());
    out
}

pub(crate) fn stream(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    [format!("<< {dictionary} /Length {} >>\nstream\n", bytes.len()).as_bytes(), bytes, b"\nendstream"].concat()
}

/// A page on which something is drawn with some resources, that have further objects from the fifth on.
pub(crate) fn page(drawing: &str, resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let page =
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>");
    let own = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
        stream("", drawing.as_bytes()),
    ];
    pdf(&[own.as_slice(), more].concat())
}

/// A font whose letters have widths without end.
fn endless_widths(widths: &str, encoding: &str) -> Vec<u8> {
    let font = format!("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /{encoding} /DescendantFonts [6 0 R] >>");
    let letters = format!(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
         /Supplement 0 >> {widths} /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 >> >>"
    );
    page("BT /F1 10 Tf 50 700 Td <00010002> Tj ET", "/Font << /F1 5 0 R >>", &[font.into_bytes(), letters.into_bytes()])
}

/// A colour that is worked out by a function of so many parts within each other.
fn nested_function(depth: usize) -> Vec<u8> {
    let function = "{".repeat(depth) + &"}".repeat(depth);
    page(
        "/CS cs 0.5 scn 0 0 10 10 re f",
        "/ColorSpace << /CS [/Separation /X /DeviceRGB 5 0 R] >>",
        &[stream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", function.as_bytes())],
    )
}

/// Drawings that hold each other many times over, and of which the last draws nothing.
fn fanning_out(levels: usize) -> Vec<u8> {
    let form = |level: usize| {
        let (drawing, next) = if level + 1 < levels { ("/X Do ".repeat(12), 6 + level) } else { ("q Q".to_owned(), 5) };
        let dictionary =
            format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >>");
        stream(&dictionary, drawing.as_bytes())
    };
    page("/X Do", "/XObject << /X 5 0 R >>", &(0..levels).map(form).collect::<Vec<_>>())
}

pub(crate) const PLAN: &str =
    "# 2024_PD_0102 Titolo\n\nNome Soggetto\tRelazione Personale\tImpegno Personale\nRossi Ada\tDirigente\t60,00 %\n";

#[test]
fn what_ends_its_reader_ends_no_other_document() {
    let harmful = [
        ("widths.pdf", endless_widths("/W [0 2147483647 500]", "Identity-H")),
        ("heights.pdf", endless_widths("/W2 [0 2147483647 500 0 0]", "Identity-V")),
        ("function.pdf", nested_function(100_000)),
        ("drawings.pdf", fanning_out(40)),
    ];
    let mut folder = Folder::new().add("plan.md", PLAN).add("good.pdf", include_bytes!("../pages/fields.pdf"));
    for (name, bytes) in &harmful {
        folder = folder.add(name, bytes);
    }
    let check = folder.check();
    assert_eq!(check["coverage"]["rows_accepted"], 3, "{:?}", codes(&check));
    let documents = check["inputs"].as_array().expect("inputs");
    assert_eq!(documents.len(), 2, "{documents:?}");
    let skipped = check["skipped"].as_array().expect("skipped");
    let names: Vec<&str> = skipped.iter().filter_map(|file| file["path"].as_str()).collect();
    for (name, _) in &harmful {
        assert!(names.contains(name), "{name}: {skipped:?}");
    }
}

#[test]
fn what_is_named_and_ends_its_reader_is_refused_with_a_message() {
    let folder = Folder::new()
        .add("piano.pdf", nested_function(100_000))
        .add("largo.pdf", endless_widths("/W [0 2147483647 500]", "Identity-H"));
    let run = folder.cento(&["check", "largo.pdf"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains("largo.pdf") && run.stdout.is_empty(), "{}", run.stderr);
}

#[test]
fn the_process_that_reads_pdfs_is_no_command() {
    // Another version would not understand what is said to it.
    let other = Folder::new().cento(&["pdf-reader", "0"]);
    assert_eq!(other.status, 2, "{}", other.stderr);
    assert!(!Folder::new().cento(&["--help"]).stdout.contains("pdf-reader"));
}

/// The processes of a program that was killed, by what the system tells of them.
#[cfg(target_os = "linux")]
#[test]
fn no_reader_outlives_a_program_that_is_killed() {
    use std::process::{Command, Stdio};
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    let within = |most: Duration, is_so: &dyn Fn() -> bool| {
        let start = Instant::now();
        while start.elapsed() < most {
            if is_so() {
                return true;
            }
            sleep(Duration::from_millis(10));
        }
        false
    };
    // It takes until it is stopped, which is much longer than this test waits.
    let folder = Folder::new().add("drawings.pdf", fanning_out(40));
    let mut program = Command::new(env!("CARGO_BIN_EXE_cento"))
        .args(["check", "drawings.pdf"])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    let of_program = program.id().to_string();
    let reader = || {
        let processes = std::fs::read_dir("/proc").expect("processes").flatten();
        let has_parent =
            |stat: &str| stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)) == Some(&of_program);
        processes.map(|process| process.path()).find(|process| {
            std::fs::read_to_string(process.join("stat")).is_ok_and(|stat| has_parent(&stat))
                && std::fs::read(process.join("cmdline"))
                    .is_ok_and(|line| line.windows(10).any(|part| part == b"pdf-reader"))
        })
    };
    // It is at work as soon as it has taken some time of the processor.
    assert!(within(Duration::from_secs(10), &|| reader().is_some()), "no reader was started");
    let reader = reader().expect("a reader");
    let taken = || {
        let stat = std::fs::read_to_string(reader.join("stat")).unwrap_or_default();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        fields.get(11).and_then(|ticks| ticks.parse::<u32>().ok()).unwrap_or_default()
    };
    assert!(within(Duration::from_secs(10), &|| taken() >= 20), "it reads nothing");
    program.kill().expect("killed");
    program.wait().expect("ended");
    let is_gone = || !std::fs::read_to_string(reader.join("stat")).is_ok_and(|stat| !stat.contains(") Z"));
    assert!(within(Duration::from_secs(2), &is_gone), "it reads on for nobody");
}
