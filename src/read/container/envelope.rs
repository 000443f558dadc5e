//! Signed envelopes, `.p7m` → the document in them, as offices exchange it.
//!
//! CMS signed data (RFC 5652, section 5), in binary or in base64, with lines around it or without. The document is taken
//! out of the envelope and read; **whose the signature is, and whether it holds, is not looked at**. For that there are
//! programs that know whom to trust.

use crate::read::refusal::Refusal;

/// The tags of ASN.1 that stand on the way to the document.
const SEQUENCE: u8 = 0x30;
const OBJECT: u8 = 0x06;
const CONTENT: u8 = 0xA0;
const OCTETS: u8 = 0x04;
const OCTETS_IN_PARTS: u8 = 0x24;

/// How the name of a sort of content in CMS is encoded, but for its last byte.
const SORT: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07];
const SIGNED: u8 = 2;
const ENCRYPTED: [u8; 2] = [3, 6];

/// How deep elements may stand in each other.
const DEEPEST: usize = 16;

/// As many bytes tell an envelope: it begins with its length and the name of its sort.
const BEGINNING: usize = 64;

/// Whether the beginning of a file is that of an envelope.
pub fn is_envelope(bytes: &[u8]) -> bool {
    sort_of(bytes).is_some() || sort_of(&from_base64(bytes, BEGINNING).unwrap_or_default()).is_some()
}

/// The document in an envelope.
///
/// # Errors
///
/// It is damaged or encrypted, or there is but a signature.
pub fn open(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    match sort_of(bytes) {
        Some(SIGNED) => {
            let mut content = signed(bytes).ok_or(Refusal::Damaged)?.enter(CONTENT).ok_or(Refusal::Unattached)?;
            let mut document = Vec::new();
            content.octets(&mut document, 0).ok_or(Refusal::Damaged)?;
            Ok(document)
        }
        Some(sort) if ENCRYPTED.contains(&sort) => Err(Refusal::Encrypted),
        Some(_) => Err(Refusal::NotText),
        None => open(&from_base64(bytes, usize::MAX).filter(|bytes| sort_of(bytes).is_some()).ok_or(Refusal::Damaged)?),
    }
}

/// The last byte of the name of its sort, if this is CMS.
fn sort_of(bytes: &[u8]) -> Option<u8> {
    let mut content = Elements { rest: bytes }.enter(SEQUENCE)?;
    match content.whole(OBJECT)?.strip_prefix(SORT)? {
        [sort] => Some(*sort),
        _ => None,
    }
}

/// What is signed: behind the name of its sort the content, if it is not kept apart from the signature.
fn signed(bytes: &[u8]) -> Option<Elements<'_>> {
    let mut envelope = Elements { rest: bytes }.enter(SEQUENCE)?;
    envelope.skip(0)?;
    let mut data = envelope.enter(CONTENT)?.enter(SEQUENCE)?;
    // The version, and how the digests are made.
    data.skip(0)?;
    data.skip(0)?;
    let mut content = data.enter(SEQUENCE)?;
    content.skip(0)?;
    Some(content)
}

/// Elements of ASN.1, one after the other, in the basic encoding rules (X.690): a tag, a length and what is in it, or no
/// length and an end.
struct Elements<'b> {
    rest: &'b [u8],
}

impl<'b> Elements<'b> {
    /// The tag and length of the next element; no length if an end follows what is in it.
    fn head(&mut self) -> Option<(u8, Option<usize>)> {
        let (&[tag, length], rest) = self.rest.split_first_chunk::<2>()?;
        self.rest = rest;
        // Tags of more than one byte stand nowhere on the way.
        if tag & 0x1F == 0x1F {
            return None;
        }
        let length = match length {
            0x80 => return Some((tag, None)),
            short if short < 0x80 => short.into(),
            long => {
                let (digits, rest) =
                    self.rest.split_at_checked(usize::from(long & 0x7F)).filter(|(digits, _)| digits.len() <= 4)?;
                self.rest = rest;
                digits.iter().fold(0, |length, &digit| length << 8 | usize::from(digit))
            }
        };
        Some((tag, Some(length)))
    }

    /// What is in the next element, if it has this tag.
    fn enter(&self, tag: u8) -> Option<Self> {
        let mut ahead = Self { rest: self.rest };
        match ahead.head()? {
            (found, _) if found != tag => None,
            // The end may be missing where the beginning of a file is all that is at hand.
            (_, Some(length)) => Some(Self { rest: ahead.rest.get(..length).unwrap_or(ahead.rest) }),
            (_, None) => Some(ahead),
        }
    }

    /// What is in the next element, if it has this tag and a length.
    fn whole(&mut self, tag: u8) -> Option<&'b [u8]> {
        match self.head()? {
            (found, Some(length)) if found == tag => self.take(length),
            _ => None,
        }
    }

    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    /// Leaves an element out.
    fn skip(&mut self, depth: usize) -> Option<()> {
        match self.head()? {
            (_, Some(length)) => self.take(length).map(drop),
            (_, None) if depth < DEEPEST => {
                while !self.ends() {
                    self.skip(depth + 1)?;
                }
                Some(())
            }
            _ => None,
        }
    }

    /// Whether the end of an element without a length comes next; then it is behind.
    fn ends(&mut self) -> bool {
        match self.rest.strip_prefix(&[0, 0]) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// The bytes of a string, which may be in parts, and those in parts again.
    fn octets(&mut self, out: &mut Vec<u8>, depth: usize) -> Option<()> {
        match self.head()? {
            (OCTETS, Some(length)) => out.extend_from_slice(self.take(length)?),
            (OCTETS_IN_PARTS, Some(length)) if depth < DEEPEST => {
                let mut parts = Self { rest: self.take(length)? };
                while !parts.rest.is_empty() {
                    parts.octets(out, depth + 1)?;
                }
            }
            (OCTETS_IN_PARTS, None) if depth < DEEPEST => {
                while !self.ends() {
                    self.octets(out, depth + 1)?;
                }
            }
            _ => return None,
        }
        Some(())
    }
}

/// What is written in base64, as much of it as is asked for, without the lines that may stand around it; none if it is
/// anything else.
fn from_base64(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut text = bytes.trim_ascii_start();
    if text.starts_with(b"-----BEGIN ") {
        text = &text[memchr::memchr(b'\n', text)?..];
    }
    let mut out = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for &c in text {
        let digit = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' | b'-' => break,
            c if c.is_ascii_whitespace() => continue,
            _ => return None,
        };
        bits = bits << 6 | u32::from(digit);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.extend(u8::try_from(bits >> count & 0xFF));
        }
        if out.len() >= most {
            break;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An element with a length.
    fn element(tag: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len()).unwrap().to_be_bytes();
        [&[tag, 0x82][..], &length, content].concat()
    }

    /// One without.
    fn open_element(tag: u8, content: &[u8]) -> Vec<u8> {
        [&[tag, 0x80][..], content, &[0, 0]].concat()
    }

    fn name(sort: u8) -> Vec<u8> {
        element(OBJECT, &[SORT, &[sort]].concat())
    }

    /// An envelope around what is encoded as its content.
    fn envelope(sort: u8, content: &[u8], wrap: fn(u8, &[u8]) -> Vec<u8>) -> Vec<u8> {
        let inside = wrap(SEQUENCE, &[name(1), content.to_vec()].concat());
        let data = [element(2, &[1]), open_element(0x31, &open_element(SEQUENCE, &element(5, b""))), inside].concat();
        wrap(SEQUENCE, &[name(sort), wrap(CONTENT, &wrap(SEQUENCE, &data))].concat())
    }

    fn base64(bytes: &[u8]) -> String {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let group = |three: &[u8]| {
            let bits = three.iter().fold(0, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - three.len()));
            let digit = |at| if at > three.len() { b'=' } else { DIGITS[(bits >> (18 - 6 * at) & 63) as usize] };
            (0..4).map(|at| char::from(digit(at))).collect::<String>()
        };
        bytes.chunks(3).map(group).collect()
    }

    #[test]
    fn a_document_is_taken_out_however_it_is_wrapped() {
        let whole = element(OCTETS, b"2024_PD_0411");
        let parts = open_element(OCTETS_IN_PARTS, &[element(OCTETS, b"2024_"), element(OCTETS, b"PD_0411")].concat());
        let nested = element(
            OCTETS_IN_PARTS,
            &[element(OCTETS, b"2024_PD"), element(OCTETS_IN_PARTS, &element(OCTETS, b"_0411"))].concat(),
        );
        for octets in [whole, parts, nested] {
            for wrap in [element, open_element] {
                let bytes = envelope(SIGNED, &wrap(CONTENT, &octets), wrap);
                let text = base64(&bytes);
                let lines =
                    text.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line) + "\r\n").collect::<String>();
                let framed = format!("-----BEGIN PKCS7-----\n{lines}-----END PKCS7-----\n");
                for written in [bytes, text.into_bytes(), lines.into_bytes(), framed.into_bytes()] {
                    assert!(is_envelope(&written));
                    assert_eq!(open(&written).unwrap(), b"2024_PD_0411");
                }
            }
        }
    }

    #[test]
    fn what_holds_no_document_is_told() {
        assert_eq!(open(&envelope(SIGNED, b"", element)), Err(Refusal::Unattached));
        assert_eq!(open(&envelope(3, b"", element)), Err(Refusal::Encrypted));
        assert_eq!(open(&envelope(5, b"", element)), Err(Refusal::NotText));
        for text in ["", "0", "Piano", "MIIB", "MIIBé", "-----BEGIN", "30 giorni", "| a | b |"] {
            assert!(!is_envelope(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn what_is_cut_short_or_too_deep_is_damaged() {
        let bytes = envelope(SIGNED, &open_element(CONTENT, &element(OCTETS, &[7; 200])), open_element);
        for end in 20..bytes.len() - 210 {
            assert!(open(&bytes[..end]).is_err(), "{end}");
        }
        let deep =
            OCTETS_IN_PARTS.to_be_bytes().repeat(100_000).iter().flat_map(|&tag| [tag, 0x80]).collect::<Vec<_>>();
        assert_eq!(open(&envelope(SIGNED, &open_element(CONTENT, &deep), open_element)), Err(Refusal::Damaged));
        let long = [SEQUENCE, 0x84, 0xFF, 0xFF, 0xFF, 0xFF];
        assert!(!is_envelope(&long) && open(&long).is_err());
    }
}
