//! Documents as they are held: packages, compound files, envelopes.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cento_fuzz::read(bytes));
