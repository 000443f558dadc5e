//! Bytes → text: which encoding a document is in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;
use memchr::memchr;

/// How much of a file tells whether it is text.
pub const SAMPLE: usize = 8 * 1024;

/// What the bytes turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Decoded {
    /// Text, without a byte-order mark.
    Text(String),
    /// Not text.
    Binary,
}

/// Decodes a document, and gives line feeds to a text that has only carriage returns.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    decode_declared(bytes, None)
}

/// Decodes a document that may say in which encoding it is: unless it is in UTF-8 or has a byte-order mark,
/// which tell by themselves, it is believed.
pub fn decode_declared(bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Decoded {
    match to_text(bytes, declared) {
        Decoded::Text(text) if memchr(b'\n', text.as_bytes()).is_none() && text.contains('\r') => {
            Decoded::Text(text.replace('\r', "\n"))
        }
        decoded => decoded,
    }
}

/// Decodes UTF-8 (with or without byte-order mark), UTF-16 (with one, or plainly so), and otherwise the
/// single-byte encoding that the text is most probably in, Windows-1252 as a rule.
///
/// UTF-8 without a mark is taken over as it is, without a copy.
fn to_text(bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Decoded {
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        let (text, _) = encoding.decode_with_bom_removal(&bytes);
        return Decoded::Text(text.into_owned());
    }
    if has_signature(&bytes) {
        return Decoded::Binary;
    }
    if let Some(encoding) = unmarked_utf16(&bytes) {
        return Decoded::Text(encoding.decode_without_bom_handling(&bytes).0.into_owned());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            // Other control characters than NUL in valid UTF-8 are hardly ever a binary.
            let has_nul = memchr(0, &text.as_bytes()[..text.len().min(SAMPLE)]).is_some();
            return if has_nul && is_binary(text.as_bytes()) { Decoded::Binary } else { Decoded::Text(text) };
        }
        Err(error) => error.into_bytes(),
    };
    if is_binary(&bytes) {
        return Decoded::Binary;
    }
    if let Some(encoding) = declared.filter(|encoding| encoding.is_single_byte()) {
        return Decoded::Text(encoding.decode_without_bom_handling(&bytes).0.into_owned());
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    // The hint: of encodings that fit equally well, the one that Italian pages are in.
    let encoding = detector.guess(Some(b"it"), Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    Decoded::Text(text.into_owned())
}

/// Whether the beginning of a file shows that it is no text: a known signature, or more than one
/// control character in fifty. A single one, such as a NUL in a figure, is a fault in a text.
pub fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let is_control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C);
    let controls = sample.iter().filter(|byte| is_control(byte)).count();
    has_signature(sample) || (Encoding::for_bom(sample).is_none() && controls > 1 + sample.len() / 50)
}

/// UTF-16 without a byte-order mark, if a text begins so: every second byte of nearly all letters is nothing, and no other is.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    const LEAST: usize = 8;
    let pairs = bytes[..bytes.len().min(SAMPLE)].chunks_exact(2);
    let empty = |at: usize| pairs.clone().filter(|pair| pair[at] == 0).count();
    let (first, second, all) = (empty(0), empty(1), pairs.len());
    let is_half = |empty: usize| all >= LEAST && empty * 10 >= all * 9;
    match (is_half(first), is_half(second)) {
        (true, false) if second == 0 => Some(encoding_rs::UTF_16BE),
        (false, true) if first == 0 => Some(encoding_rs::UTF_16LE),
        _ => None,
    }
}

fn has_signature(bytes: &[u8]) -> bool {
    const SIGNATURES: [&[u8]; 5] = [b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\x7fELF", b"\xff\xd8\xff"];
    SIGNATURES.iter().any(|signature| bytes.starts_with(signature))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Attività – città è già così\nNiccolò\t3,00 %\n";

    fn text(bytes: Vec<u8>) -> String {
        match decode(bytes) {
            Decoded::Text(text) => text,
            Decoded::Binary => panic!("taken for binary"),
        }
    }

    #[test]
    fn decodes_every_encoding_of_the_same_text() {
        assert_eq!(text(TEXT.into()), TEXT);
        assert_eq!(text([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat()), TEXT);
        let little: Vec<u8> = "\u{feff}".encode_utf16().chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(little[2..].to_vec()), TEXT);
        assert_eq!(text(little), TEXT);
        let big: Vec<u8> = "\u{feff}".encode_utf16().chain(TEXT.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(big[2..].to_vec()), TEXT);
        assert_eq!(text(big), TEXT);
        let (windows, _, lost) = encoding_rs::WINDOWS_1252.encode(TEXT);
        assert!(!lost);
        assert_eq!(text(windows.into_owned()), TEXT);
        assert_eq!(text(TEXT.replace('\n', "\r").into()), TEXT);
    }

    #[test]
    fn a_declared_encoding_is_believed_where_the_bytes_say_nothing() {
        let bytes = b"citt\xE0 \xA4 3".to_vec();
        let latin = Encoding::for_label(b"iso-8859-15");
        assert_eq!(decode_declared(bytes, latin), Decoded::Text("città € 3".into()));
        assert_eq!(decode_declared("città".into(), latin), Decoded::Text("città".into()));
    }

    #[test]
    fn one_nul_is_a_fault_in_a_text_and_many_make_a_binary() {
        assert_eq!(text(b"Poma Stefano\t3,0\x000 %\n".to_vec()), "Poma Stefano\t3,0\x000 %\n");
        assert_eq!(decode(vec![0; 64]), Decoded::Binary);
        assert_eq!(decode((0..=255).collect()), Decoded::Binary);
        assert_eq!(decode(b"%PDF-1.7\n".to_vec()), Decoded::Binary);
        assert_eq!(text(Vec::new()), "");
    }
}
