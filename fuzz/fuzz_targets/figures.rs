//! Figures: what is read can be written and read again.
#![no_main]

use cento::model::{Percent, decimal, signed_decimal};
use cento::parse::read_figure;
use cento::present::{Language, Numbers};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(figure) = read_figure(&text) {
        assert!(!figure.percent.is_negative());
        comes_back(figure.percent);
    }
    if let Some(value) = decimal(&text) {
        assert_eq!(decimal(&value.normalize().to_string().replace('.', ",")), Some(value));
    }
    if let Some(value) = signed_decimal(&text) {
        assert_eq!(signed_decimal(&value.to_string().replace('.', ",")), Some(value));
    }
    if let Some(eight) = bytes.first_chunk() {
        comes_back(Percent::from_millionths(i64::from_le_bytes(*eight).rem_euclid(10_000_000_000)));
    }
});

/// A percentage, written as tables show it, is read as the very same.
fn comes_back(percent: Percent) {
    let shown = Numbers::of(Language::Italian).percent(percent);
    let figure = read_figure(&shown).unwrap_or_else(|fault| panic!("{shown}: {fault:?}"));
    assert_eq!((figure.percent, figure.signed, figure.rounded), (percent, true, false), "{shown}");
}
