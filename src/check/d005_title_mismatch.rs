//! **D005 title-mismatch** (note)
//!
//! *What it does.* Finds every project whose title in the summary differs from that on its sheet in
//! more than case, accents, spaces and punctuation.
//!
//! *Why it matters.* One of the two is out of date, or the sheet has another project's code.
//!
//! *What to do.* Make the titles the same.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::identity;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (number, project) in case.plan.projects.iter().enumerate() {
        let Some(sheet) = project.sheet else { continue };
        let Some(on_sheet) = case.plan.sheets[sheet].title.as_ref() else { continue };
        for listing in &project.listings {
            let Some(listed) = listing.title.as_ref() else { continue };
            if listed.is_written_like(on_sheet) {
                continue;
            }
            let titles = [listed.words(), on_sheet.words()];
            if titles[0] != titles[1] && essence(&titles[0]) != essence(&titles[1]) {
                let facts = Facts { project: Some(number), titles: Some(Box::new(titles)), ..case.sheet_facts(sheet) };
                findings.push(Finding::new(Code::D005, vec![listed.place(), on_sheet.place()], facts));
            }
        }
    }
}

/// The letters and digits of a title.
fn essence(title: &str) -> String {
    identity::key(title).chars().filter(|c| c.is_alphanumeric()).collect()
}
