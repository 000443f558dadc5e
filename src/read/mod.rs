//! Bytes → documents: where the bytes come from and what form they have.
//!
//! [`discover`] finds the files that paths name, folder by folder, and [`read_folder`] has them read;
//! [`Folder::in_memory`] does the same with bytes that are there already. `form` tells what form a file has and asks the reader
//! of that form: `text`, `html`, `word`, `workbook`, `pdf`, perhaps out of a `container`. Whatever the form, its reader hands what it
//! finds to the `builder`, which makes the blocks and cells of a [`Document`](crate::source::Document) of it; what becomes
//! of merged cells is told by `merged`. A file that is text is its own document.

mod builder;
mod clock;
mod colour;
mod container;
mod discover;
mod files;
mod folder;
mod form;
mod geometry;
mod html;
pub mod limits;
mod merged;
mod own;
pub mod pdf;
mod refusal;
mod same_file;
mod seen;
mod table;
mod terms;
mod text;
mod word;
mod workbook;

pub use clock::Clock;
pub use discover::{Files, Found, STANDARD_INPUT, discover};
pub use files::{read_folder, read_table};
pub use folder::{Contents, Folder, ReadError, SkipReason, Skipped, hexadecimal, read_document};
pub use refusal::Refusal;
pub use same_file::FilesRead;
pub use table::table_in_memory;
pub use terms::{PdfReader, ReadPdf, Terms};
