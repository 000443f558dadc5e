//! What the fonts of a document tell of its letters.

use std::sync::LazyLock;

use compact_str::CompactString;
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;

use crate::read::geometry::UNKNOWN;
use crate::source::unswapped;

/// How many letters are known at once; those that come beyond are looked up each time.
const MOST: usize = 32;

/// The letters of one font that were written so far, each looked up once.
#[derive(Debug, Default)]
pub struct KnownLetters {
    /// How they are written in the document.
    codes: Vec<u32>,
    letters: Vec<KnownLetter>,
}

/// What a font tells of a letter.
#[derive(Debug)]
pub struct KnownLetter {
    /// What it says.
    pub text: CompactString,
    /// How wide it is, in thousandths of its size.
    pub advance: f64,
}

impl KnownLetters {
    /// The place of a letter among them. Another font may have other letters by the same codes.
    pub fn place(&mut self, glyph: &Glyph<'_>) -> usize {
        let code = glyph.char_code();
        self.codes.iter().position(|known| *known == code).unwrap_or_else(|| {
            self.codes.truncate(MOST);
            self.letters.truncate(MOST);
            self.codes.push(code);
            self.letters.push(KnownLetter::of(glyph));
            self.codes.len() - 1
        })
    }

    /// The letter at a place.
    pub fn at(&self, place: usize) -> &KnownLetter {
        &self.letters[place]
    }

    /// Forgets them all, since what follows may be of another font.
    pub fn clear(&mut self) {
        self.codes.clear();
        self.letters.clear();
    }
}

impl KnownLetter {
    fn of(glyph: &Glyph<'_>) -> Self {
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

/// A letter as a text of its own. Most are of few, which are made once.
fn letter_of(c: char) -> CompactString {
    static COMMON: LazyLock<Vec<CompactString>> =
        LazyLock::new(|| (0..=u8::MAX).map(|byte| CompactString::from(char::from(byte).to_string())).collect());
    let common = usize::try_from(u32::from(c)).ok().and_then(|at| COMMON.get(at));
    common.cloned().unwrap_or_else(|| CompactString::new(c.encode_utf8(&mut [0; 4])))
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
