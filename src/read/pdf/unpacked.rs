//! How large what a PDF holds is when it is unpacked, before anything unpacks it: a stream of some kilobytes can hold
//! gigabytes.

use flate2::{Decompress, FlushDecompress, Status};
use memchr::memmem::{Finder, FinderRev};

use crate::read::limits::{LARGEST_DRAWING, LARGEST_PART, LARGEST_UNPACKED};
use crate::read::refusal::Refusal;

/// The largest stream that is packed in another way than by deflating, in bytes as it is packed.
const LARGEST_PACKED: usize = 256 << 10;
/// How deep dictionaries may stand in each other: no more than some tens in any document that is made to be read.
const DEEPEST: usize = 5_000;
/// How far before a stream its dictionary is looked at, in bytes.
const DICTIONARY: usize = 1 << 10;
/// How many times a stream may be packed.
const MOST_TIMES: usize = 3;

/// Checks the streams of a PDF, and how deep its dictionaries stand in each other.
///
/// # Errors
///
/// What is larger or deeper than anything in a plan.
pub fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut depth = 0_usize;
    for at in memchr::memchr2_iter(b'<', b'>', bytes).filter(|at| bytes.get(at + 1) == Some(&bytes[*at])) {
        depth = if bytes[at] == b'<' { depth + 1 } else { depth.saturating_sub(1) };
        if depth > DEEPEST {
            return Err(Refusal::TooLong);
        }
    }
    let [end, object] = [Finder::new(b"endstream"), Finder::new(b"stream")];
    let (mut room, mut unpacking) = (LARGEST_UNPACKED, Unpacking::new());
    for at in object.find_iter(bytes).filter(|at| !bytes[..*at].ends_with(b"end")) {
        let packed = &bytes[at + b"stream".len()..];
        let dictionary = dictionary_of(&bytes[at.saturating_sub(DICTIONARY)..at]);
        let has = |name: &[u8]| memchr::memmem::find(dictionary, name).is_some();
        // Pictures are not drawn.
        if has(b"/Image") {
            continue;
        }
        let most = room.min(if has(b"/Form") { LARGEST_DRAWING } else { LARGEST_PART });
        let size = if has(b"LZWDecode") || has(b"/LZW") {
            let size = end.find(packed).unwrap_or(packed.len());
            (size <= LARGEST_PACKED).then_some(0)
        } else {
            let start = packed.iter().take(2).take_while(|byte| byte.is_ascii_whitespace()).count();
            unpacking.size(&packed[start..], most, MOST_TIMES)
        };
        room -= size.ok_or(Refusal::TooLong)?;
    }
    Ok(())
}

/// What stands before a stream, from the beginning of its object on.
fn dictionary_of(before: &[u8]) -> &[u8] {
    let start = FinderRev::new(b" obj").rfind(before).unwrap_or_default();
    &before[start..]
}

/// Unpacks one stream after the other, and keeps nothing of them: documents have many, most of them small.
struct Unpacking {
    state: Decompress,
    out: Box<[u8]>,
}

impl Unpacking {
    fn new() -> Self {
        Self { state: Decompress::new(true), out: vec![0; 64 << 10].into() }
    }

    /// How large what is deflated is when it is unpacked, as often as it is packed; none if that is more than `most`.
    fn size(&mut self, packed: &[u8], most: u64, times: usize) -> Option<u64> {
        let is_deflated = matches!(packed, [first, second, ..]
            if first & 15 == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31));
        if !is_deflated {
            return Some(0);
        }
        let Self { state, out } = self;
        state.reset(true);
        // What looks packed again is kept, to be unpacked in its turn.
        let mut inner: Vec<u8> = Vec::new();
        let size = loop {
            let [read, written] = [state.total_in(), state.total_out()];
            let rest = packed.get(usize::try_from(read).unwrap_or(usize::MAX)..).unwrap_or_default();
            let status = state.decompress(rest, out, FlushDecompress::None);
            let size = state.total_out();
            if size > most {
                return None;
            }
            let more = &out[..usize::try_from(size - written).unwrap_or_default()];
            let is_packed = if written == 0 { more.starts_with(&[0x78]) } else { !inner.is_empty() };
            if times > 1 && is_packed {
                inner.extend_from_slice(more);
            }
            if !matches!(status, Ok(Status::Ok)) || (more.is_empty() && state.total_in() == read) {
                break size;
            }
        };
        self.size(&inner, most - size, times.saturating_sub(1)).map(|inner| size + inner)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packing = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packing.write_all(bytes).unwrap();
        packing.finish().unwrap()
    }

    fn object(dictionary: &str, stream: &[u8]) -> Vec<u8> {
        [b"7 0 obj\n<<", dictionary.as_bytes(), b">>\nstream\n", stream, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn what_unpacks_to_more_than_a_plan_is_refused() {
        let large = vec![b' '; usize::try_from(LARGEST_PART).unwrap() + 1];
        let is_refused = |dictionary: &str, stream: &[u8]| check(&object(dictionary, stream)).is_err();
        assert!(is_refused("/Filter /FlateDecode", &packed(&large)));
        assert!(is_refused("/Filter [/FlateDecode /FlateDecode]", &packed(&packed(&large))));
        assert!(!is_refused("/Filter /FlateDecode", &packed(&large[..1000])));
        assert!(!is_refused("/Subtype /Image /Filter /FlateDecode", &packed(&large)));
        let drawing = &large[..=usize::try_from(LARGEST_DRAWING).unwrap()];
        assert!(is_refused("/Subtype /Form /Filter /FlateDecode", &packed(drawing)));
        assert!(!is_refused("/Filter /FlateDecode", &packed(drawing)));
        let many = object("/Filter /FlateDecode", &packed(&large[..large.len() - 1])).repeat(5);
        assert!(check(&many).is_err(), "each is small enough, all together are not");
        assert!(is_refused("/Filter /LZWDecode", &large[..=LARGEST_PACKED]));
    }

    #[test]
    fn what_is_nested_deeper_than_anything_is_refused() {
        assert!(check(&b"<</A ".repeat(DEEPEST + 1)).is_err());
        assert!(check(&b"<</A [1]>> ".repeat(DEEPEST + 1)).is_ok());
    }
}
