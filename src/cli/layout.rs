//! `cento layout`: what of a document's headings, codes and figures was recognised, and what was not.

use super::error::Failure;
use super::output::Output;
use super::progress::with_progress;
use super::{Format, Global, Outcome, PathArgs, only};
use crate::parse::inventory;
use crate::present::{Names, Naming, json_document, layout_document, layout_records, layout_text};
use crate::survey::{Options, proposal, survey};
use crate::vocabulary::Vocabulary;

/// Shows the layout of the documents, and proposes settings for what was not read.
pub fn run(args: &PathArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Json])?;
    if output.view.naming != Naming::Plain {
        return Err(Failure::ExcerptsNeeded);
    }
    let options = Options { looks: true, ..global.options(&args.paths)? };
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let of_plan = |number: usize| {
                let (plan, settings, staff) = (&batch.plans[number], batch.settings[number], batch.staff);
                let names = Names::of(&output.view, plan, settings, staff);
                let vocabulary = Vocabulary::of(&settings.layout);
                let documents = plan.documents.iter().copied();
                let inventories: Vec<_> = documents.map(|document| inventory(plan, document, vocabulary)).collect();
                let proposal = proposal(plan, &inventories, settings, staff, batch.tolerances[number])?;
                Ok((layout_records(&names, plan, &inventories), proposal))
            };
            (0..batch.plans.len()).map(of_plan).collect()
        })
    })?;
    let mut documents = Vec::new();
    let mut proposals = Vec::new();
    for (info, (mut records, proposal)) in survey.plans {
        for record in &mut records {
            info.label.clone_into(&mut record.plan);
        }
        documents.append(&mut records);
        proposals.push((info.label, proposal));
    }
    let layout = layout_document(&output.view, documents, &proposals);
    output.write(&match global.format {
        Format::Json => json_document(&layout)?,
        _ => layout_text(&output.view, &layout),
    })?;
    Ok(Outcome::Clean)
}
