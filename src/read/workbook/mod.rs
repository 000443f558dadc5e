//! Workbooks, XLSX, ODS and XLS → blocks.
//!
//! Each form has its reader, which finds the filled cells of the worksheets one by one ([`cells`]) and never makes room for
//! what a file declares: a worksheet may say that it has a million rows, or repeat one of them as often. [`layout`] tells
//! which of the cells are tables, and which are lines of text.

mod cells;
mod format;
mod layout;
mod number;
pub mod ods;
mod records;
mod rows;
mod styles;
mod texts;
pub mod xls;
pub mod xlsx;

pub use layout::content;
pub use rows::rows;
