//! **R010 unread-column** (warning, or note)
//!
//! *What it does.* Finds every column of a table of commitments that was not read. It is a note where nothing
//! but words stands in it, or what is of another year than the plan: of columns of several years that of the plan's is read, and of
//! rows those that say it. Where it says in months of a person or in full-time equivalents what the hours beside it are, and by that full time
//! is another than the settings or a header say, both are told.
//!
//! *Why it matters.* Dates, periods, hours, numbers and further percentages change what the figures mean: two
//! half-years at 100 % are not 200 %. While such a column stands unread, the totals of its rows are not
//! certain, and nobody is over for them.
//!
//! *What to do.* Give the header of the column in the settings (`[layout.headings]`), by what it means, or as
//! `aside` if it changes nothing. Where full time is another, correct it.

use super::Case;
use crate::finding::{Code, Facts, Finding, Severity};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for column in &case.plan.unread_columns {
        let facts = Facts {
            header: Some(column.header.words()),
            written: Some(column.sample.raw()),
            rows: Some(column.cells),
            figures: Some(column.figures),
            is_of_other_year: column.is_of_other_year && !column.is_in_doubt(),
            other_base: column.other_base.map(Box::new),
            ..Facts::default()
        };
        let sample = column.other_base.map_or(column.sample, |base| base.part);
        let severity = if column.is_in_doubt() { Severity::Warning } else { Severity::Note };
        findings.push(Finding::new(Code::R010, vec![column.header, sample], facts).weighing(severity));
    }
}
