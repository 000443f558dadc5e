//! *Cento* reads a municipality's management plan (PEG) and answers, for every person in it: do
//! your commitments add up to one hundred?
//!
//! The data flows one way, and the modules stand in that order:
//!
//! 1. [`source`], [`model`], [`identity`], [`finding`], [`settings`]: the nouns, and what the user may
//!    say about them;
//! 2. [`vocabulary`]: the words by which plans are read, with those that the user adds;
//! 3. [`read`]: bytes, or paths → documents of blocks: headings, paragraphs, rows of cells;
//! 4. [`parse`]: blocks → plans, and the rows that could not be read;
//! 5. [`frame`]: plans → a dataframe with exact percentages, and what its groups add up to;
//! 6. [`analyse`] and [`check`]: dataframe and plans → totals and findings;
//! 7. [`survey`]: all of this for many plans at once;
//! 8. [`present`]: results → tables, JSON, CSV, in Italian and English;
//! 9. [`cli`]: the command line, the only place that prints.
//!
//! No module uses a later one, and only a few rooms know the disk, the clock or the environment. The place of every
//! figure, document and line, goes with it to the last output; a row that cannot be read is kept as a fault, never
//! dropped.
//!
//! # Features
//!
//! `cli` (the program) and `polars` (totals by Polars) are on unless they are switched off; `parquet` (rows as Parquet in
//! reports) is off unless it is switched on. Without `cli` the library needs no file, no terminal and no clock:
//! [`survey::survey_in_memory`] takes bytes. Without `polars` totals are plain loops, to the same figures.
//!
//! # Example
//!
//! ```
//! use cento::analyse::{people, Status};
//! use cento::survey::{survey, Options, Progress};
//!
//! let options = Options { paths: vec!["data/reggio-emilia-2024".into()], ..Options::default() };
//! let survey = survey(&options, &Progress::default(), |batch| {
//!     let standings = people(batch.plans, batch.frame, batch.tolerances)?;
//!     let under = standings.iter().filter(|person| person.status == Some(Status::Under)).count();
//!     // One plan in, one answer out.
//!     Ok(vec![under])
//! })?;
//! let (plan, under) = &survey.plans[0];
//! assert_eq!((plan.label.as_str(), *under), ("Comune di Reggio Emilia 2024", 12));
//! # Ok::<(), cento::survey::SurveyError>(())
//! ```

pub mod source;
pub mod model;
pub mod identity;
pub mod finding;
pub mod settings;
pub mod vocabulary;
pub mod read;
pub mod parse;
pub mod frame;
pub mod analyse;
pub mod check;
pub mod survey;
pub mod present;
#[cfg(feature = "cli")]
pub mod cli;
