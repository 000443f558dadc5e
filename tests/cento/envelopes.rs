//! Documents in signed envelopes, `.p7m`, are read as they are inside.

use crate::forms::{assert_same, form};
use crate::support::{Folder, document};

/// An element of ASN.1, with its length or with an end behind it.
fn element(tag: u8, content: &[u8], has_end: bool) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("a length").to_be_bytes();
    if has_end { [&[tag, 0x80], content, &[0, 0]].concat() } else { [&[tag, 0x84][..], &length, content].concat() }
}

/// An envelope around a document: a version, the digests (none), the content and no signature, which is not looked at.
pub(crate) fn signed(document: &[u8], in_parts: bool) -> Vec<u8> {
    let name = |last: u8| [&b"\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07"[..], &[last]].concat();
    let part = |bytes: &[u8]| element(0x04, bytes, false);
    let parts = || document.chunks(4096).map(part).collect::<Vec<_>>().concat();
    let octets = if in_parts { element(0x24, &parts(), true) } else { part(document) };
    let content = [name(1), element(0xA0, &octets, in_parts)].concat();
    let data = [&b"\x02\x01\x01\x31\x00"[..], &element(0x30, &content, in_parts)].concat();
    let inside = element(0xA0, &element(0x30, &data, in_parts), in_parts);
    element(0x30, &[name(2), inside].concat(), in_parts)
}

#[test]
fn a_signed_document_is_read_whatever_its_form() {
    for in_parts in [false, true] {
        assert_same(&Folder::new().add("piano.md.p7m", signed(document().as_bytes(), in_parts)));
        assert_same(&Folder::new().add("piano.p7m", signed(&form("sheets.xlsx"), in_parts)));
    }
    // Signed by two, one after the other.
    assert_same(&Folder::new().add("piano.docx.p7m.p7m", signed(&signed(&form("pandoc.docx"), true), false)));
}

#[test]
fn envelopes_that_hold_no_document_are_refused_with_what_to_do() {
    let many = (0..9).fold(document().into_bytes(), |inside, _| signed(&inside, false));
    let whole = signed(document().as_bytes(), true);
    let encrypted = element(0x30, b"\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03\xA0\x00", false);
    let cases = [
        (many, "troppo grande"),
        (whole[..whole.len() / 2].to_vec(), "danneggiato"),
        (encrypted, "cifrato"),
        (signed(&[0; 64], false), "non è un documento di testo"),
    ];
    for (bytes, said) in cases {
        let folder = Folder::new().add("piano.p7m", bytes);
        let run = folder.cento(&["check", "piano.p7m"]);
        assert_eq!(run.status, 2, "{said}: {}", run.stderr);
        assert!(run.stderr.contains("piano.p7m") && run.stderr.contains(said), "{said}: {}", run.stderr);
    }
}
