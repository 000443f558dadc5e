//! `cento explain`: what a finding means, why it matters, what to do.

use clap::Args;

use super::check::chosen_codes;
use super::error::Failure;
use super::output::Output;
use super::{Format, Global, Outcome, only};
use crate::present::{Records, explanations, explanations_page, explanations_text, json_document};

/// What is to be explained.
#[derive(Debug, Clone, Args)]
pub struct ExplainArgs {
    #[arg(value_name = "CODE")]
    codes: Vec<String>,
    #[arg(long)]
    page: bool,
}

/// Explains the codes, or those that begin so; without any, lists all.
pub fn run(args: &ExplainArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Json])?;
    let explanations = explanations(&output.view, &chosen_codes(&args.codes, &[])?);
    output.write(&match global.format {
        Format::Json => json_document(&Records { name: "explanations", records: &explanations, tolerance: None })?,
        _ if args.page => explanations_page(&output.view, &explanations),
        _ => explanations_text(&output.view, &explanations),
    })?;
    Ok(Outcome::Clean)
}
