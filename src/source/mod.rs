//! Documents held once as text, the blocks and cells they consist of, and the place of every stretch of them.
//!
//! A document is headings, paragraphs and rows of tables ([`Block`]), in the order in which it is read. Where a file is text, its own
//! signs tell them, and they are found while they are asked for; of every other form a reader has told them
//! ([`Structure`]). Everything that is read from a plan is a [`Place`]: a range of the text of one [`Document`]. Where
//! that is for a reader (line, column, page, cell) is worked out late, as an [`Origin`], and only for what is shown.

mod block;
mod blocks;
pub mod decode;
mod document;
mod lost;
mod place;
mod positions;
mod remark;
pub mod signs;
mod structure;
mod words;

pub use block::{Block, Cell, Cells, Runs};
pub use blocks::Blocks;
pub use document::{Content, Document};
pub use lost::{is_lost, restored, unswapped};
pub use place::{KeptPlace, Origin, Place, Text};
pub use positions::{Height, Position, Positions};
pub use remark::{Remark, RemarkKind};
pub use structure::{BlockKind, LeftOut, Mark, Marks, NumberFormat, Part, Span, Structure, StructuredBlock};
pub use words::{trimmed, words};
