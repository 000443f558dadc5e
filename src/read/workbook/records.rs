//! The records of which workbooks of Excel 97 to 2003 consist, and the texts in them.
//!
//! A record holds 8,224 bytes at most; what is longer goes on in records that say so.

use crate::read::container::compound::u16_at;

const CONTINUED: u16 = 0x003C;

/// A record: its kind, its data, and the data of those that go on with it.
#[derive(Debug)]
pub struct Record<'b> {
    /// What it is.
    pub kind: u16,
    parts: Vec<&'b [u8]>,
}

impl<'b> Record<'b> {
    /// Its own data.
    pub fn data(&self) -> &'b [u8] {
        self.parts.first().copied().unwrap_or_default()
    }
}

/// The records of a stream, up to the first that is cut short.
pub struct Records<'b> {
    rest: &'b [u8],
}

impl<'b> Records<'b> {
    /// The records of a stream.
    pub fn new(stream: &'b [u8]) -> Self {
        Self { rest: stream }
    }

    fn one(&mut self, only: Option<u16>) -> Option<(u16, &'b [u8])> {
        let kind = u16_at(self.rest, 0).filter(|&kind| only.is_none_or(|only| only == kind))?;
        let end = 4 + usize::from(u16_at(self.rest, 2)?);
        let data = self.rest.get(4..end)?;
        self.rest = &self.rest[end..];
        Some((kind, data))
    }
}

impl<'b> Iterator for Records<'b> {
    type Item = Record<'b>;

    fn next(&mut self) -> Option<Record<'b>> {
        let (kind, data) = self.one(None)?;
        let mut parts = vec![data];
        while let Some((_, data)) = self.one(Some(CONTINUED)) {
            parts.push(data);
        }
        Some(Record { kind, parts })
    }
}

/// Reads texts out of a record and those that go on with it.
pub struct Text<'r, 'b> {
    rest: &'b [u8],
    parts: std::slice::Iter<'r, &'b [u8]>,
}

impl<'r, 'b> Text<'r, 'b> {
    /// Begins at an offset of the record.
    pub fn new(record: &'r Record<'b>, at: usize) -> Self {
        let mut parts = record.parts.iter();
        let rest = parts.next().and_then(|data| data.get(at..)).unwrap_or_default();
        Self { rest, parts }
    }

    /// A text with its length in one byte, as the names of sheets have it.
    pub fn short(&mut self) -> Option<String> {
        let length = self.byte()?;
        let is_wide = self.byte()? & 1 == 1;
        self.characters(length.into(), is_wide)
    }

    /// A text with its length in two bytes.
    pub fn long(&mut self) -> Option<String> {
        let length = self.number()?;
        let is_wide = self.byte()? & 1 == 1;
        self.characters(length.into(), is_wide)
    }

    /// One of the texts that cells share: it may have runs, and how it is pronounced, behind it.
    pub fn shared(&mut self) -> Option<String> {
        let length = self.number()?;
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.number()? };
        let spoken = if flags & 4 == 0 { 0 } else { u32::from(self.number()?) | u32::from(self.number()?) << 16 };
        let text = self.characters(length.into(), flags & 1 == 1)?;
        self.skip(usize::from(runs) * 4 + spoken as usize);
        Some(text)
    }

    /// Goes on with the next part where this one ends.
    fn refill(&mut self) -> Option<()> {
        while self.rest.is_empty() {
            self.rest = self.parts.next()?;
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        self.refill()?;
        let (&byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(byte)
    }

    fn number(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 && self.refill().is_some() {
            let here = count.min(self.rest.len());
            self.rest = &self.rest[here..];
            count -= here;
        }
    }

    /// So many characters, of two bytes or of one each. Where they go on in the next part, its first byte says anew
    /// which of both.
    fn characters(&mut self, mut count: usize, mut is_wide: bool) -> Option<String> {
        let mut units = Vec::new();
        while count > 0 {
            if self.rest.is_empty() {
                is_wide = self.byte()? & 1 == 1;
            }
            let width = if is_wide { 2 } else { 1 };
            let here = count.min(self.rest.len() / width);
            if here == 0 {
                return None;
            }
            let (characters, rest) = self.rest.split_at(here * width);
            self.rest = rest;
            count -= here;
            if is_wide {
                units.extend(characters.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
            } else {
                units.extend(characters.iter().map(|&byte| u16::from(byte)));
            }
        }
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(records: &[(u16, &[u8])]) -> Vec<u8> {
        let number = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
        let record = |(kind, data): &(u16, &[u8])| [&kind.to_le_bytes()[..], &number(data.len()), data].concat();
        records.iter().flat_map(record).collect()
    }

    #[test]
    fn texts_go_on_in_the_next_record_in_either_width() {
        let stream = stream(&[
            (0xFC, b"\x04\x00\x00ab"),
            (CONTINUED, b"\x01c\0\xe0\0\x02\x00\x08\x01\x00xy\x00\x00"),
            (CONTINUED, b"\x00\x00\x01\x00\x00z"),
            (0x0A, b""),
        ]);
        let records: Vec<_> = Records::new(&stream).collect();
        assert_eq!(records.iter().map(|record| record.kind).collect::<Vec<_>>(), [0xFC, 0x0A]);
        let mut text = Text::new(&records[0], 0);
        let texts: Vec<_> = std::iter::from_fn(|| text.shared()).collect();
        assert_eq!(texts, ["abcà", "xy", "z"]);
    }

    #[test]
    fn what_is_cut_short_ends() {
        let stream = stream(&[(0x0A, b"abc")]);
        assert_eq!(Records::new(&stream[..stream.len() - 1]).count(), 0);
        assert_eq!(Text::new(&Record { kind: 0, parts: vec![b"\xff\xff\x01ab"] }, 0).long(), None);
        assert_eq!(Text::new(&Record { kind: 0, parts: vec![b"ab"] }, 9).long(), None);
    }
}
