//! What goes to a process that reads PDFs, and what comes back: a length, then as many bytes.

use std::fs::File;
use std::io::{self, IoSlice, Read, Write};

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

/// Sends something, at once: whoever waits for it is woken a single time.
pub fn send(to: &mut impl Write, what: &impl Serialize) -> io::Result<()> {
    to.write_all(&message(what)?)?;
    to.flush()
}

/// Sends something, and behind it some bytes as they are.
pub fn send_with(to: &mut impl Write, what: &impl Serialize, bytes: &[u8]) -> io::Result<()> {
    let mut message = message(what)?;
    message.extend_from_slice(&length_of(bytes));
    let mut parts = &mut [IoSlice::new(&message), IoSlice::new(bytes)][..];
    while !parts.is_empty() {
        match to.write_vectored(parts) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => IoSlice::advance_slices(&mut parts, count),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    to.flush()
}

fn message(what: &impl Serialize) -> io::Result<Vec<u8>> {
    let room = length_of(&[]);
    let mut message = postcard::to_extend(what, room.to_vec()).map_err(io::Error::other)?;
    let length = length_of(&message[room.len()..]);
    message[..room.len()].copy_from_slice(&length);
    Ok(message)
}

fn length_of(bytes: &[u8]) -> [u8; 8] {
    (bytes.len() as u64).to_le_bytes()
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

/// Standard output, on which what is written goes out at once, whatever it is: the one that everybody writes on waits for ends of lines.
pub fn unbuffered_stdout() -> io::Result<File> {
    #[cfg(windows)]
    let own = std::os::windows::io::AsHandle::as_handle(&io::stdout()).try_clone_to_owned();
    #[cfg(not(windows))]
    let own = std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned();
    Ok(File::from(own?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_is_received_and_what_is_cut_off_is_not() {
        let mut sent = Vec::new();
        send_with(&mut sent, &Err::<Content, _>(Refusal::Locked), b"%PDF").unwrap();
        let mut from = sent.as_slice();
        assert_eq!(receive::<Answer>(&mut from).unwrap().unwrap_err(), Refusal::Locked);
        assert_eq!(receive_bytes(&mut from).unwrap(), b"%PDF");
        assert!(receive_bytes(&mut from).is_err());
        assert!(receive_bytes(&mut &sent[..sent.len() - 1][10..]).is_err());
        assert!(receive_bytes(&mut [0xFF; 20].as_slice()).is_err(), "too long");
    }
}
