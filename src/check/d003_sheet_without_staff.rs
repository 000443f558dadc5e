//! **D003 sheet-without-staff** (warning)
//!
//! *What it does.* Finds every sheet on which no staff row stands.
//!
//! *Why it matters.* Somebody does the work, and lacks that part of their total.
//!
//! *What to do.* Fill in the staff table, or look whether the converter lost it. Where a picture stands on the sheet, the table may be on
//! that.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::source::{Place, Remark, RemarkKind};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let mut has_row = vec![false; case.plan.sheets.len()];
    let accepted = case.plan.commitments.iter().map(|row| row.sheet);
    for sheet in accepted.chain(case.rejected_on_sheets().map(|(sheet, _)| sheet)) {
        has_row[sheet] = true;
    }
    for (number, sheet) in case.sheets().filter(|&(number, _)| !has_row[number]) {
        let facts = Facts { page: picture_on(case, number), ..case.sheet_facts(number) };
        findings.push(Finding::new(Code::D003, vec![sheet.place], facts));
    }
}

/// The page with a picture on a sheet: between its head and that of the next in the document.
fn picture_on(case: &Case<'_, '_>, number: usize) -> Option<u32> {
    let place = case.plan.sheets[number].place;
    let document = place.document();
    let next = case.plan.sheets.get(number + 1).map(|next| next.place);
    let end = next.filter(|next| std::ptr::eq(next.document(), document)).map_or(usize::MAX, Place::offset);
    let is_on_it =
        |remark: &&Remark| remark.kind == RemarkKind::Picture && (place.offset()..end).contains(&remark.offset);
    document.remarks().iter().find(is_on_it).map(|remark| remark.page)
}
