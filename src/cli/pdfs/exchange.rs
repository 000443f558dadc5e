//! What goes to a process that reads PDFs, and what comes back: a length, then as many bytes.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use crate::read::Refusal;
use crate::settings::LayoutEntry;
use crate::source::Content;

/// More than comes back of any PDF that is read, in bytes.
const LARGEST: u64 = 1 << 30;

/// For how many bytes room is made before they come.
const ROOM: u64 = 1 << 24;

/// How a PDF is to be read.
#[derive(Debug, Serialize, Deserialize)]
pub struct Question {
    /// What the settings say of the words of tables and the forms of codes.
    pub words: Vec<LayoutEntry>,
    /// Whether no other is being read: then all processors are free for it.
    pub is_alone: bool,
}

/// What is in a PDF.
pub type Answer = Result<Content, Refusal>;

/// Sends something.
pub fn send(to: &mut impl Write, what: &impl Serialize) -> io::Result<()> {
    send_bytes(to, &postcard::to_allocvec(what).map_err(io::Error::other)?)
}

/// Sends some bytes as they are.
pub fn send_bytes(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    to.write_all(&(bytes.len() as u64).to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// Receives something.
///
/// # Errors
///
/// Nothing comes any more, or what comes is something else.
pub fn receive<T: for<'de> Deserialize<'de>>(from: &mut impl Read) -> io::Result<T> {
    postcard::from_bytes(&receive_bytes(from)?).map_err(io::Error::other)
}

/// Receives some bytes.
pub fn receive_bytes(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > LARGEST {
        return Err(io::Error::other("too long"));
    }
    // Room for most documents at once; of more, what comes tells that it is there.
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(ROOM)).unwrap_or_default());
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_is_received_and_what_is_cut_off_is_not() {
        let mut sent = Vec::new();
        send(&mut sent, &Err::<Content, _>(Refusal::Locked)).unwrap();
        send_bytes(&mut sent, b"%PDF").unwrap();
        let mut from = sent.as_slice();
        assert_eq!(receive::<Answer>(&mut from).unwrap().unwrap_err(), Refusal::Locked);
        assert_eq!(receive_bytes(&mut from).unwrap(), b"%PDF");
        assert!(receive_bytes(&mut from).is_err());
        assert!(receive_bytes(&mut &sent[..sent.len() - 1][10..]).is_err());
        assert!(receive_bytes(&mut [0xFF; 20].as_slice()).is_err(), "too long");
    }
}
