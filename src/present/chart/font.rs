//! The embedded fonts: which characters they have, how wide a text is, and where each of its letters stands.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, GlyphId, OutlinedGlyph, PxScale, point};
use unicode_normalization::UnicodeNormalization;

use super::style::{POINT, Type};

static REGULAR: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::try_from_slice(include_bytes!("font/OpenSans-Regular.ttf")).ok());
static BOLD: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::try_from_slice(include_bytes!("font/OpenSans-Bold.ttf")).ok());

/// The name of the fonts' family.
pub const FAMILY: &str = "Open Sans";
/// What stands for a character that the fonts lack.
const REPLACEMENT: char = '\u{FFFD}';

/// A font; a test sees to it that both can be read.
fn font(is_bold: bool) -> Option<&'static FontRef<'static>> {
    if is_bold { BOLD.as_ref() } else { REGULAR.as_ref() }
}

/// A text in characters that the fonts have, and those that they lack. What is a letter with a mark is shown
/// as the letter, everything else by a replacement, never by nothing.
pub fn drawable<'t>(text: &'t str, lacking: &mut BTreeSet<char>) -> Cow<'t, str> {
    let Some(font) = font(false) else { return Cow::Borrowed(text) };
    let has = |c: char| font.glyph_id(c).0 != 0;
    if text.chars().all(has) {
        return Cow::Borrowed(text);
    }
    let composed: String = text.nfc().collect();
    let mut out = String::with_capacity(text.len());
    for c in composed.chars() {
        if has(c) {
            out.push(c);
        } else if c.is_whitespace() || c == '\u{202F}' {
            out.push('\u{A0}');
        } else if c != '\u{AD}' && c != '\u{200B}' {
            lacking.insert(c);
            let base = c.nfkd().next().filter(|&base| base != c && base.is_alphabetic() && has(base));
            out.push(base.unwrap_or(if has(REPLACEMENT) { REPLACEMENT } else { '?' }));
        }
    }
    Cow::Owned(out)
}

/// The letters of a text, each with its distance from the start, and the width of the whole; in parts of
/// the size.
pub fn letters(text: &str, is_bold: bool) -> (Vec<(GlyphId, f64)>, f64) {
    let Some(font) = font(is_bold) else { return (Vec::new(), 0.0) };
    let units = f64::from(font.units_per_em().unwrap_or(2048.0));
    let mut letters = Vec::with_capacity(text.len());
    let mut x = 0.0;
    let mut before = None;
    for c in text.chars() {
        let id = font.glyph_id(c);
        if let Some(before) = before {
            x += f64::from(font.kern_unscaled(before, id)) / units;
        }
        letters.push((id, x));
        x += f64::from(font.h_advance_unscaled(id)) / units;
        before = Some(id);
    }
    (letters, x)
}

/// How wide a text is, in millimetres.
pub fn width(text: &str, kind: Type) -> f64 {
    letters(text, kind.bold).1 * kind.size * POINT
}

/// The outline of a letter of a size in pixels, with its origin at a point.
pub fn outline(id: GlyphId, is_bold: bool, size: f64, x: f64, y: f64) -> Option<OutlinedGlyph> {
    let font = font(is_bold)?;
    // The scale of the library is from the lowest to the highest, not the size.
    let scale = size * f64::from(font.height_unscaled()) / f64::from(font.units_per_em()?);
    let glyph = id.with_scale_and_position(PxScale::from(scale as f32), point(x as f32, y as f32));
    font.outline_glyph(glyph)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::chart::style::NAME;

    #[test]
    fn both_fonts_are_there_with_all_that_is_needed() {
        for is_bold in [false, true] {
            let font = font(is_bold).unwrap();
            for c in
                "ABCxyz019 ,.:;%+−–—…«»“”’‘'()/&àèéìòùÀÈÉÌÒÙçñüößŁłȘșȚțŞşğžćčđ€×≈≤≥¹²³⁴⁵⁶⁷⁸⁹⁰\u{A0}\u{FFFD}".chars()
            {
                assert_ne!(font.glyph_id(c).0, 0, "{c:?}");
            }
            let digits: Vec<f64> = ('0'..='9').map(|c| letters(&c.to_string(), is_bold).1).collect();
            assert!(digits.iter().all(|&width| (width - digits[0]).abs() < 1e-9), "digits are all as wide");
        }
    }

    #[test]
    fn text_is_kerned() {
        let apart = width("A", NAME) + width("V", NAME);
        assert!(width("AV", NAME) < apart);
        // Eight points, 0,572 of the size for a digit.
        assert!((width("0", NAME) - 8.0 * POINT * 0.572).abs() < 0.01);
    }

    #[test]
    fn characters_that_the_font_lacks_are_replaced_and_told() {
        let mut lacking = BTreeSet::new();
        assert_eq!(drawable("Ștefănescu Łukasz", &mut lacking), "Ștefănescu Łukasz");
        assert!(lacking.is_empty());
        assert_eq!(drawable("Ḥasan 王 e\u{301}", &mut lacking), "Hasan \u{FFFD} é");
        assert_eq!(lacking.into_iter().collect::<String>(), "Ḥ王");
    }
}
