//! `cento score --template`: the file for the results, to be filled in, as CSV or as a workbook.

use super::error::Failure;
use super::output::Output;
use super::progress::with_progress;
use super::weighing::{Weighed, Weighing, WeighingArgs};
use super::{Format, Global, Outcome, only};
use crate::analyse::{Standing, WeightsFault, people};
use crate::identity;
use crate::present::{
    Dialect, Language, Names, TemplateForm, TemplateLine, csv, director_template, remaining_template, template,
    template_workbook,
};
use crate::survey::{Batch, survey};

/// The form of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Made {
    Csv(Dialect),
    Workbook,
}

/// Writes the file to be filled in.
pub fn run(paths: &[String], weighing: &WeighingArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Csv])?;
    let options = global.options(paths)?;
    let weighing = weighing.weighing(output)?;
    let made = made(global, output);
    let by_director = made == Made::Workbook || weighing.is_of_one();
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let standings = people(batch.plans, batch.frame, batch.tolerances)?;
            let forms = |number| {
                if by_director {
                    forms(&weighing, output, batch, &standings, number)
                } else {
                    Ok(whole(output, batch, number))
                }
            };
            Ok((0..batch.plans.len()).map(forms).collect())
        })
    })?;
    let mut forms: Vec<(String, TemplateForm)> = Vec::new();
    for (number, (mut info, of_plan)) in survey.plans.into_iter().enumerate() {
        let (names, mut of_plan) = of_plan?;
        names.hide_in(&mut info);
        for (_, form) in &mut of_plan {
            form.set_plan(number, &info.label);
        }
        forms.append(&mut of_plan);
    }
    let forms = weighing.meant(forms, |form| form.director.as_deref().unwrap_or_default(), output)?;
    // Somebody may have filled it in already.
    match made {
        Made::Csv(dialect) => {
            let lines: Vec<TemplateLine> = forms.into_iter().flat_map(TemplateForm::into_lines).collect();
            output.write_new(csv(&lines, dialect)?.as_bytes())?;
            output.note("score-template", "");
        }
        Made::Workbook => {
            output.write_new(&template_workbook(&output.view, forms)?)?;
            output.note("score-template-workbook", "");
        }
    }
    Ok(Outcome::Clean)
}

/// What is to be made: a workbook where the file is called so; CSV as Excel opens it where it goes to a file and Italian is spoken,
/// unless a form is asked for.
fn made(global: &Global, output: &Output) -> Made {
    let file = output.new_file();
    let is_workbook = file.and_then(|path| path.extension()).is_some_and(|end| end.eq_ignore_ascii_case("xlsx"));
    if is_workbook && global.format == Format::Table {
        return Made::Workbook;
    }
    let opened = file.filter(|_| output.view.messages.language() == Language::Italian).map(|_| Dialect::ExcelIt);
    Made::Csv(global.csv_dialect.or(opened).unwrap_or_default())
}

/// The forms of one plan of a batch, with the key of each name.
type Forms = (Names, Vec<(String, TemplateForm)>);

/// One form for a whole plan.
fn whole(output: &Output, batch: &Batch<'_, '_>, number: usize) -> Forms {
    let names = Names::in_batch(&output.view, batch, number);
    let form = template(&names, &batch.plans[number]);
    (names, vec![(String::new(), form)])
}

/// A form for each director of a plan and, unless one of them is asked for, one for what is in nobody's projects.
fn forms(
    weighing: &Weighing,
    output: &Output,
    batch: &Batch<'_, '_>,
    standings: &[Standing],
    number: usize,
) -> Result<Forms, WeightsFault> {
    let plan = &batch.plans[number];
    let Weighed { names, directors, .. } = weighing.of_plan(output, batch, standings, number)?;
    let mut forms: Vec<(String, TemplateForm)> = Vec::new();
    for (director, record) in &directors {
        forms.push((identity::key(&director.name), director_template(&names, plan, director, record)));
    }
    if !weighing.is_of_one() {
        let form = remaining_template(&names, plan, directors.iter().map(|(director, _)| director));
        forms.push((String::new(), form));
    }
    Ok((names, forms))
}
