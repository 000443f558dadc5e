//! The tests of the library and the program as a whole: one binary, since each one links Polars.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test panics where it finds something else"
)]

// What needs neither the program nor Polars.
mod expected;
mod in_memory;
mod rooms;
mod stages;

#[cfg(feature = "polars")]
mod engines;

// What runs the program.
#[cfg(feature = "cli")]
mod support;

#[cfg(feature = "cli")]
mod alike;
#[cfg(feature = "cli")]
mod bases;
#[cfg(feature = "cli")]
mod besides;
#[cfg(feature = "cli")]
mod capacities;
#[cfg(feature = "cli")]
mod cases;
#[cfg(feature = "cli")]
mod contained;
#[cfg(feature = "cli")]
mod contracts;
#[cfg(feature = "cli")]
mod curves;
#[cfg(feature = "cli")]
mod documents;
#[cfg(feature = "cli")]
mod envelopes;
#[cfg(feature = "cli")]
mod explained;
#[cfg(feature = "cli")]
mod forms;
#[cfg(feature = "cli")]
mod gallery;
#[cfg(feature = "cli")]
mod given_tables;
#[cfg(feature = "cli")]
mod golden;
#[cfg(feature = "cli")]
mod guide;
#[cfg(feature = "cli")]
mod hostile;
#[cfg(feature = "cli")]
mod invariants;
#[cfg(feature = "cli")]
mod inventory;
#[cfg(all(feature = "cli", unix))]
mod kept;
#[cfg(feature = "cli")]
mod laws;
#[cfg(feature = "cli")]
mod layout;
#[cfg(feature = "cli")]
mod likeness;
#[cfg(feature = "cli")]
mod limits;
#[cfg(feature = "cli")]
mod matrices;
#[cfg(feature = "cli")]
mod months;
#[cfg(feature = "cli")]
mod nobody;
#[cfg(feature = "cli")]
mod numbered;
#[cfg(feature = "cli")]
mod numbers;
#[cfg(feature = "cli")]
mod offices;
#[cfg(feature = "cli")]
mod one_answer;
#[cfg(feature = "cli")]
mod outputs;
#[cfg(feature = "cli")]
mod pages;
#[cfg(feature = "cli")]
mod payment_times;
#[cfg(feature = "cli")]
mod pdfs;
#[cfg(feature = "cli")]
mod periods;
#[cfg(feature = "cli")]
mod pictured_year;
#[cfg(feature = "cli")]
mod pictures;
#[cfg(feature = "cli")]
mod plan;
#[cfg(feature = "cli")]
mod profiles;
#[cfg(feature = "cli")]
mod pseudonyms;
#[cfg(feature = "cli")]
mod recipes;
#[cfg(feature = "cli")]
mod replaced;
#[cfg(feature = "cli")]
mod report;
#[cfg(feature = "cli")]
mod score;
#[cfg(feature = "cli")]
mod shown;
#[cfg(feature = "cli")]
mod staff_headings;
#[cfg(feature = "cli")]
mod suspect_results;
#[cfg(feature = "cli")]
mod template;
#[cfg(feature = "cli")]
mod text;
#[cfg(feature = "cli")]
mod together;
#[cfg(feature = "cli")]
mod told;
#[cfg(feature = "cli")]
mod total_rows;
#[cfg(feature = "cli")]
mod unnamed;
#[cfg(feature = "cli")]
mod weights;
#[cfg(feature = "cli")]
mod workbooks;
#[cfg(feature = "cli")]
mod worked;
