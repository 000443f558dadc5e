//! Files that are tables from end to end, which users keep beside their plans: staff, weights, results.

use super::folder::ReadError;
use super::form;
use super::limits::LARGEST_FILE;
use super::refusal::Refusal;
use crate::source::Document;

/// The table in a file in memory: a text as it is, whatever its encoding, or the rows of all worksheets of a workbook. What its
/// columns mean, those know who asked for it.
///
/// # Errors
///
/// A file that is neither, is damaged, locked, or too large.
///
/// ```
/// use cento::read::table_in_memory;
/// use cento::settings::Staff;
///
/// let table = table_in_memory("staff.csv".to_owned(), b"Nominativo;Ore settimanali\nRossi Ada;18\n".to_vec())?;
/// assert_eq!(Staff::of(table).unwrap().lines()[0].name, "Rossi Ada");
/// # Ok::<(), cento::read::ReadError>(())
/// ```
pub fn table_in_memory(path: String, bytes: Vec<u8>) -> Result<Document, ReadError> {
    let size = bytes.len() as u64;
    let content = if size > LARGEST_FILE { Err(Refusal::TooLarge) } else { form::table(bytes) };
    match content {
        Ok(content) if u32::try_from(content.text.len()).is_ok() => Ok(Document::new(path, true, size, content)),
        Ok(_) => Err(ReadError::Refused { path, refusal: Refusal::TooLarge }),
        Err(Refusal::NotText) => Err(ReadError::NoTable { path }),
        Err(refusal) => Err(ReadError::Refused { path, refusal }),
    }
}
