//! Text: as it is exported and converted, and tables between separators.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cento_fuzz::read(bytes));
