//! What the fuzz targets have in common: whatever the bytes, they are read or refused, and nothing of them is lost.

use std::collections::HashSet;
use std::io::{Cursor, Write};
use std::sync::{Arc, LazyLock, Once};

use cento::analyse::people;
use cento::check::{Case, check};
use cento::finding::{Code, Finding, Severity};
use cento::model::{Percent, Plan};
use cento::present::{CheckReport, Detail, Language, View, check_parts, json_document};
use cento::read::{Contents, Folder, Terms};
use cento::settings::Settings;
use cento::source::Place;
use cento::survey::{Batch, Common, Holding, SurveyError, survey_in_memory};
use cento::vocabulary::Vocabulary;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A day, since none is asked for.
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 26);

/// What begins a part of a package, before its name and the end of the line.
const PART: u8 = 0x1e;

static VIEW: LazyLock<View> = LazyLock::new(|| View::plain(Language::Italian));

/// Reads a document and checks its plan, if it is one.
///
/// # Panics
///
/// Where a law of reading does not hold.
pub fn read(bytes: &[u8]) {
    read_with(bytes, Arc::default());
}

/// Reads a document as some settings say, and checks its plan, if it is one.
///
/// # Panics
///
/// Where a law of reading does not hold.
pub fn read_with(bytes: &[u8], settings: Arc<Settings>) {
    static ONE_THREAD: Once = Once::new();
    ONE_THREAD.call_once(|| {
        rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global().expect("the first pool");
    });
    let file = Contents { path: "plan".to_owned(), is_named: true, bytes: bytes.to_vec() };
    let terms = Terms { vocabulary: Vocabulary::of(&settings.layout), ..Terms::default() };
    let Ok(folder) = Folder::in_memory("plan", vec![file], terms) else { return };
    let survey = survey_in_memory(&[Holding { folder, settings }], Common::default(), |batch| {
        nothing_is_lost(batch);
        check_parts(&VIEW, batch, Code::ALL, TODAY, Detail::Whole)
    });
    let check = match survey {
        Ok(survey) => json_document(&CheckReport::of(survey).document()).expect("JSON"),
        Err(SurveyError::Parse(_) | SurveyError::NoPlan { .. }) => return,
        Err(error) => panic!("{error}"),
    };
    let check: serde_json::Value = serde_json::from_str(&check).expect("JSON that is valid");
    let count = |of: &str| check["coverage"][of].as_u64().expect("a count");
    assert_eq!(count("rows_seen"), count("rows_accepted") + count("rows_rejected"));
}

/// Every row that does not count is told at its place, and all others are in the totals, day by day.
fn nothing_is_lost(batch: &Batch<'_, '_>) {
    let standings = people(batch.plans, batch.frame, batch.tolerances).expect("totals");
    let plan = &batch.plans[0];
    let case = Case::of(plan, &standings, Percent::ZERO, (batch.settings[0], None), TODAY);
    let findings = check(&case);
    every_rejected_row_is_told(plan, &findings);
    for standing in &standings {
        let steps = plan.steps_of(plan.commitments_of(standing.subject));
        let written: Percent = steps.iter().map(|step| step.percent.times(step.days.count().into())).sum();
        assert_eq!(plan.mean(written).percent(), standing.total, "the totals are those of the rows");
    }
    let rows: usize = standings.iter().map(|standing| standing.rows).sum();
    assert_eq!(plan.commitments.len(), rows, "the rows of all subjects are all rows");
}

fn every_rejected_row_is_told(plan: &Plan<'_>, findings: &[Finding<'_>]) {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let told: HashSet<_> = errors.flat_map(|finding| finding.places.iter().copied().map(position)).collect();
    for row in &plan.rejected {
        assert!(!row.faults.is_empty(), "a row is rejected without a reason");
        for fault in &row.faults {
            assert!(
                told.contains(&position(fault.place)),
                "{:?} on line {} is not told",
                fault.reason,
                fault.place.line()
            );
        }
    }
}

fn position(place: Place<'_>) -> (usize, usize) {
    (place.offset(), place.raw().len())
}

/// The package of some parts: each begins with a sign, its name and the end of the line. What is compressed, mutations only damage.
///
/// # Panics
///
/// Never: packages in memory can be written.
pub fn package(parts: &[u8]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for part in parts.split(|byte| *byte == PART).skip(1) {
        let end = part.iter().position(|byte| *byte == b'\n').unwrap_or(part.len());
        let (name, content) = part.split_at(end);
        // Two parts of one name are refused.
        if package.start_file(String::from_utf8_lossy(name), options).is_ok() {
            package.write_all(content.get(1..).unwrap_or_default()).expect("memory");
        }
    }
    package.finish().expect("memory").into_inner()
}
