//! XLSX and ODS, by their parts.
#![no_main]

libfuzzer_sys::fuzz_target!(|parts: &[u8]| cento_fuzz::read(&cento_fuzz::package(parts)));
