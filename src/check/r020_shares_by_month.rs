//! **R020 shares-by-month** (warning)
//!
//! *What it does.* Finds tables with a column for every month, or quarter, whose figures have no percent sign, and which say nowhere of
//! what they are. They are read as percentages where none of them exceeds 100.
//!
//! *Why it matters.* The same table may hold hours or days of each month: then every total is wrong.
//!
//! *What to do.* Compare a row with what is known of the person. If they are percentages, say so in the settings
//! (`[layout] percent_scale = "percent"`), or in the headers (`Gen %`).

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::{Evidence, Scale};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for column in case.plan.share_columns.iter().filter(|column| column.has_spans && column.bare > 0) {
        let Some(header) = column.header.filter(|_| column.scale == Scale::Percent(Evidence::Figures)) else {
            continue;
        };
        let signed = Some(column.signed).filter(|signed| *signed > 0);
        let facts =
            Facts { header: Some(header.words()), figures: Some(column.bare), cells: signed, ..Facts::default() };
        findings.push(Finding::new(Code::R020, vec![header], facts));
    }
}
