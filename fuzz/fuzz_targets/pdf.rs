//! PDFs, in this process: the limits of the library hold, and what they do not is for the process that the program starts.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cento_fuzz::read(bytes));
