//! The tests of the program as a whole: one binary, since each one links Polars.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test panics where it finds something else"
)]

mod support;

mod cases;
mod envelopes;
mod explained;
mod forms;
mod gallery;
mod golden;
mod guide;
mod hostile;
mod invariants;
mod layout;
mod likeness;
mod outputs;
mod pages;
mod pdfs;
mod pictures;
mod plan;
mod pseudonyms;
mod replaced;
mod report;
mod score;
mod stages;
mod told;
mod weights;
mod workbooks;
