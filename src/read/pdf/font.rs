//! What the fonts of a document tell of its letters.

use compact_str::CompactString;
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;

use crate::read::geometry::UNKNOWN;
use crate::source::unswapped;

/// How many letters are known at once; those that come beyond are looked up each time.
const MOST: usize = u8::MAX as usize;

/// The letters of one font that were written so far, each looked up once.
#[derive(Debug)]
pub struct KnownLetters {
    /// Where a letter may be among them, by the end of how it is written in the document: another may have taken its place.
    places: [u8; 1 + MOST],
    /// Each behind how it is written.
    letters: Vec<(u32, KnownLetter)>,
}

/// What a font tells of a letter.
#[derive(Debug)]
pub struct KnownLetter {
    /// What it says.
    pub text: CompactString,
    /// How wide it is, in thousandths of its size.
    pub advance: f64,
}

impl Default for KnownLetters {
    fn default() -> Self {
        Self { places: [0; 1 + MOST], letters: Vec::new() }
    }
}

impl KnownLetters {
    /// The letter of the font that is written so; `of` looks it up. Another font may have other letters by the same codes.
    pub fn letter(&mut self, code: u32, of: impl FnOnce() -> KnownLetter) -> &KnownLetter {
        let place = &mut self.places[usize::from(code.to_le_bytes()[0])];
        if self.letters.get(usize::from(*place)).is_none_or(|known| known.0 != code) {
            self.letters.truncate(MOST);
            *place = u8::try_from(self.letters.len()).unwrap_or(u8::MAX);
            self.letters.push((code, of()));
        }
        &self.letters[usize::from(*place)].1
    }

    /// Forgets them all, since what follows may be of another font.
    pub fn clear(&mut self) {
        self.letters.clear();
    }
}

impl KnownLetter {
    /// What the font of a letter tells of it.
    pub fn of(glyph: &Glyph<'_>) -> Self {
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawing) => drawing.advance_width(),
        };
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => letter_of(c),
            Some(BfString::String(text)) => unswapped(&text).unwrap_or(text).into(),
            None => UNKNOWN.into(),
        };
        Self { text, advance: f64::from(advance.unwrap_or(500.0)) }
    }
}

/// A letter as a text of its own, which needs no room elsewhere.
fn letter_of(c: char) -> CompactString {
    CompactString::new(c.encode_utf8(&mut [0; 4]))
}

/// Whether a letter is bold, as far as its font tells.
pub fn is_bold(glyph: &Glyph<'_>) -> bool {
    let Glyph::Outline(outline) = glyph else { return false };
    outline.font_data().is_some_and(|font| {
        let name = font.postscript_name.unwrap_or_default();
        let says_bold = |at: usize| ["Bold", "Black", "Heavy"].iter().any(|word| name[at..].starts_with(word));
        font.weight.is_some_and(|weight| weight >= 600) || name.char_indices().any(|(at, _)| says_bold(at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is known of letters that are written with these codes, one after the other, and how many were looked up.
    fn read(known: &mut KnownLetters, codes: impl Iterator<Item = u32>) -> (bool, usize) {
        let mut count = 0;
        let mut are_right = true;
        for code in codes {
            let letter = known.letter(code, || {
                count += 1;
                KnownLetter { text: code.to_string().into(), advance: f64::from(code) }
            });
            are_right &= *letter.text == *code.to_string();
        }
        (are_right, count)
    }

    #[test]
    fn each_letter_is_what_it_is_whichever_were_written_before() {
        let mut known = KnownLetters::default();
        let all = 256;
        assert_eq!(read(&mut known, [7, 8, 7, 8, 7].into_iter()), (true, 2));
        assert_eq!(read(&mut known, 0..all), (true, 254), "as many as are known at once");
        assert_eq!(read(&mut known, 0..all), (true, 0));
        // One takes the place of another that is written alike at its end.
        assert_eq!(read(&mut known, [7 + all, 7, 7 + all, 8].into_iter()), (true, 3));
        assert!(read(&mut known, (0..20_000).chain(0..20_000).map(|code| code * 97)).0);
        known.clear();
        assert_eq!(read(&mut known, [7, 8].into_iter()), (true, 2), "of another font");
    }
}
