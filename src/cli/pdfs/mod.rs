//! PDFs, read in processes of their own: what is malformed may take all memory, never end, or end whatever reads it, and no other
//! document feels it.
//!
//! The program starts itself again with a command that only it knows (`child`). Such a process reads one PDF after the other; a few of
//! them serve all (`pool`). What goes to and fro, says `exchange`.

mod child;
mod exchange;
mod limits;
mod pool;

pub use child::{is_asked, serve};

use crate::read::{Clock, PdfReader, Refusal};
use crate::source::Content;
use crate::vocabulary::Vocabulary;

/// What reads PDFs in processes of their own.
pub const READER: PdfReader = PdfReader::of(read);

fn read(bytes: Vec<u8>, vocabulary: Vocabulary<'_>, clock: Clock) -> Result<Content, Refusal> {
    static POOL: pool::Pool = pool::Pool::new();
    POOL.read(bytes, vocabulary, clock)
}
