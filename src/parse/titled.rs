//! Projects that are called by their titles alone, in documents in which none has a code.

use std::borrow::Cow;

use foldhash::HashSet;

use super::part::Part;
use crate::vocabulary::names_project;

/// Makes the titles of sheets the names of their projects, if nothing in the document has a code: where some have one, what stands in
/// the place of another may be a code that cannot be read.
pub fn name_by_title(part: &mut Part<'_>, sheets: &HashSet<usize>) {
    let has_codes = !part.listings.is_empty() || part.sheets.iter().any(|sheet| sheet.code.is_some());
    if has_codes {
        return;
    }
    for &sheet in sheets {
        let sheet = &mut part.sheets[sheet];
        let title = sheet.place.words();
        if names_project(&title) {
            sheet.code = Some(Cow::clone(&title));
        }
    }
}
