//! **D003 sheet-without-staff** (warning)
//!
//! *What it does.* Finds every sheet on which no staff row stands.
//!
//! *Why it matters.* Somebody does the work, and lacks that part of their total.
//!
//! *What to do.* Fill in the staff table, or look whether the converter lost it. Where a picture stands on the sheet, the table may be on
//! that.

use foldhash::HashMap;

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::source::{Document, Place, RemarkKind};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let mut has_row = vec![false; case.plan.sheets.len()];
    let accepted = case.plan.commitments.iter().map(|row| row.sheet);
    for sheet in accepted.chain(case.rejected_on_sheets().map(|(sheet, _)| sheet)) {
        has_row[sheet] = true;
    }
    let pictures = Pictures::of(case);
    for (number, sheet) in case.sheets().filter(|&(number, _)| !has_row[number]) {
        let facts = Facts { page: pictures.on_sheet(case, number), ..case.sheet_facts(number) };
        findings.push(Finding::new(Code::D003, vec![sheet.place], facts));
    }
}

/// The pictures of documents.
struct Pictures {
    /// For each document with any: where they stand, in order, each with its place among the remarks and its page.
    of_document: HashMap<*const Document, Vec<(usize, usize, u32)>>,
}

impl Pictures {
    fn of(case: &Case<'_, '_>) -> Self {
        let mut of_document = HashMap::default();
        for document in &case.plan.documents {
            let remarks = document.remarks().iter().enumerate();
            let pictures = remarks.filter(|(_, remark)| remark.kind == RemarkKind::Picture);
            let mut pictures: Vec<_> = pictures.map(|(at, remark)| (remark.offset, at, remark.page)).collect();
            pictures.sort_unstable();
            of_document.insert(std::ptr::from_ref(*document), pictures);
        }
        Self { of_document }
    }

    /// The page with a picture on a sheet: between its head and that of the next in the document.
    fn on_sheet(&self, case: &Case<'_, '_>, number: usize) -> Option<u32> {
        let place = case.plan.sheets[number].place;
        let document = place.document();
        let next = case.plan.sheets.get(number + 1).map(|next| next.place);
        let end = next.filter(|next| std::ptr::eq(next.document(), document)).map_or(usize::MAX, Place::offset);
        let pictures = self.of_document.get(&std::ptr::from_ref(document))?;
        let first = pictures.partition_point(|&(offset, ..)| offset < place.offset());
        let on_it = pictures[first..].iter().take_while(|&&(offset, ..)| offset < end);
        on_it.min_by_key(|&&(_, at, _)| at).map(|&(.., page)| page)
    }
}
