//! Documents in memory, without files, terminal or Polars: the same answers as the program's.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use cento::analyse::{AnalysisError, WeightRules, people, weights};
use cento::finding::Code;
use cento::present::{
    CheckReport, Detail, Language, Report, ReportOptions, ReportPart, View, check_parts, json_document,
};
use cento::read::{Clock, Contents, Folder, Refusal, Terms, read_document};
use cento::settings::Settings;
use cento::survey::{Batch, Common, Holding, Survey, survey_in_memory};
use cento::vocabulary::Vocabulary;
use serde_json::Value;

use crate::expected;
use crate::expected::counts;

/// The folder of the repository's plan.
const PLAN: &str = "data/reggio-emilia-2024";
/// Its document.
const DOCUMENT: &str = "data/reggio-emilia-2024/peg-2024-allegato-b.md";
/// The words of some settings, and no clock that goes.
fn terms(settings: &Settings) -> Terms<'_> {
    Terms { clock: Clock::stopped(), vocabulary: Vocabulary::of(&settings.layout), ..Terms::default() }
}
/// A day, since none is asked for.
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 26);

fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

fn contents(path: &str) -> Contents {
    Contents { path: path.to_owned(), is_named: false, bytes: bytes(path) }
}

/// Some files, with the settings of the repository's plan, as one plan.
fn survey<T>(
    paths: &[&str],
    digest: impl Fn(&Batch<'_, '_>) -> Result<Vec<T>, AnalysisError>,
) -> Result<Survey<T>, cento::survey::SurveyError> {
    let settings = format!("{PLAN}/cento.toml");
    let settings = Arc::new(Settings::of(&settings, bytes(&settings))?);
    let folder = Folder::in_memory(PLAN, paths.iter().map(|path| contents(path)).collect(), terms(&settings))?;
    survey_in_memory(&[Holding { folder, settings }], Common::default(), digest)
}

/// The check of some files as the program writes it in JSON.
fn check(paths: &[&str]) -> String {
    let view = View::plain(Language::Italian);
    let survey = survey(paths, |batch| check_parts(&view, batch, Code::ALL, TODAY, Detail::Whole));
    json_document(&CheckReport::of(survey.expect("a plan")).document()).expect("JSON")
}

fn parsed(check: &str) -> Value {
    serde_json::from_str(check).expect("JSON")
}

#[test]
fn bytes_alone_give_the_totals_and_findings_of_the_plan() {
    let check = parsed(&check(&[DOCUMENT]));
    assert_eq!(check["coverage"], expected::coverage());
    assert_eq!(check["totals"], expected::totals());
    expected::assert_people(&check["people"]);
    let findings = check["findings"].as_array().expect("findings");
    let mut codes: Vec<&str> = findings.iter().map(|finding| finding["code"].as_str().expect("a code")).collect();
    codes.sort_unstable();
    assert_eq!(codes, expected::codes());
}

#[cfg(feature = "cli")]
#[test]
fn bytes_alone_say_what_the_program_says_to_the_letter() {
    let program = crate::support::cento(&["check", "data", "--format", "json"]).stdout;
    assert_eq!(check(&["data/reggio-emilia-2024/README.md", DOCUMENT]), program);
}

#[test]
fn the_order_in_which_files_are_given_does_not_matter() {
    let other = "tests/forms/libreoffice.docx";
    let both = check(&[DOCUMENT, other]);
    assert_eq!(check(&[other, DOCUMENT]), both);
    // The same plan in two forms is told, not added up.
    assert_eq!(parsed(&both)["totals"]["commitment_percent"], "5162.00");
    assert!(both.contains("\"D004\""));
    // So is one file that is given twice.
    let twice = parsed(&check(&[DOCUMENT, DOCUMENT]));
    assert_eq!(twice["totals"]["commitment_percent"], "5162.00");
    assert_eq!(counts(&twice), [110, 324, 162, 162, 448, 162, 162, 124, 0]);
}

#[test]
fn every_form_is_read_from_bytes() {
    let forms = [
        "chromium-bordered-middle-9.pdf",
        "encrypted-typst-hyphenated-bordered-top-9.pdf",
        "libreoffice.docx",
        "pandoc.odt",
    ];
    for form in forms {
        let check = parsed(&check(&[&format!("tests/forms/{form}")]));
        assert_eq!(check["coverage"]["rows_accepted"], 162, "{form}");
        assert_eq!(check["totals"]["commitment_percent"], "5162.00", "{form}");
        assert_eq!(check["totals"]["people_under"], 12, "{form}");
    }
}

#[test]
fn the_page_of_the_report_is_made_in_memory() {
    let view = View::plain(Language::Italian);
    let survey = survey(&[DOCUMENT], |batch| {
        let standings = people(batch.plans, batch.frame, batch.tolerances)?;
        let weights = weights(&batch.plans[0], batch.settings[0], &WeightRules::default(), None).expect("weights");
        Ok(vec![ReportPart::of_plan(&view, batch, &standings, 0, TODAY, weights)?])
    });
    let (info, part) = survey.expect("a plan").plans.remove(0);
    assert!(part.pictures.len() > 10);
    assert_eq!(part.rows.height(), 162);
    let options = ReportOptions { dpi: 72, ..ReportOptions::default() };
    let page = Report::of(&view, info, part, Vec::new(), options).page().expect("a page");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("5.162,00") && page.contains("Ugoletti Monica"));
}

#[test]
fn a_plan_in_memory_that_is_none_is_told() {
    let file = Contents { path: "a.txt".to_owned(), is_named: false, bytes: b"Ciao".to_vec() };
    let folder = Folder::in_memory("Modena", vec![file], Terms::default()).expect("a text");
    let none = survey_in_memory(&[Holding { folder, settings: Arc::default() }], Common::default(), |_| Ok(vec![()]));
    assert_eq!(none.expect_err("no plan").to_string(), "no plan in Modena");
    let file = Contents { path: "a.png".to_owned(), is_named: true, bytes: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec() };
    let refused = Folder::in_memory("Modena", vec![file], Terms::default()).expect_err("no document");
    assert_eq!(refused.to_string(), "a.png: NotText");
}

#[test]
fn a_table_is_known_by_the_headers_of_the_settings() {
    let settings = "[layout.headings]\nperson = [\"Chi\"]\nshare = [\"Dose\"]\n";
    let settings = Arc::new(Settings::of("cento.toml", settings.into()).expect("settings"));
    let file = |bytes: &str| Contents { path: "a.csv".to_owned(), is_named: true, bytes: bytes.into() };
    let plan = "Chi;Scheda;Dose\nRossi Ada;2024_PD_0101;60 %\n";
    let rows = |terms| {
        let folder = Folder::in_memory("Modena", vec![file(plan)], terms).expect("a text");
        let holding = Holding { folder, settings: Arc::clone(&settings) };
        let survey =
            survey_in_memory(&[holding], Common::default(), |batch| Ok(vec![batch.plans[0].commitments.len()]));
        survey.expect("a plan").plans[0].1
    };
    assert_eq!((rows(terms(&settings)), rows(Terms::default())), (1, 0));
}

#[test]
fn the_clock_that_is_handed_in_tells_what_takes_too_long() {
    static HOURS: AtomicU64 = AtomicU64::new(0);
    let hasty = Clock::of(|| Duration::from_secs(3600 * HOURS.fetch_add(1, Ordering::Relaxed)));
    let pdf = || contents("tests/forms/chromium-bordered-middle-9.pdf");
    let read = |clock| read_document(pdf(), Terms { clock, ..Terms::default() });
    assert_eq!(read(hasty).expect_err("too late"), Refusal::TooLong);
    assert!(read(Clock::stopped()).is_ok() && read(Clock::default()).is_ok());
}
