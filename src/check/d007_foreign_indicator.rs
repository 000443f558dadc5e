//! **D007 foreign-indicator** (note)
//!
//! *What it does.* Finds every indicator whose code does not begin with that of the objective under
//! which it stands: `O_0102_1_7` under `2024_OB_0103_1`.
//!
//! *Why it matters.* It was copied from another sheet, or its code was mistyped; whoever reports
//! results by code puts this one in the wrong place.
//!
//! *What to do.* Correct the code, or move the indicator.

use std::borrow::Cow;

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (number, sheet) in case.sheets() {
        for indicator in &sheet.indicators {
            let Some(objective) = indicator.objective.map(|objective| sheet.objectives[objective].code) else {
                continue;
            };
            if !belongs(indicator.code.raw(), objective.raw()) {
                let facts = Facts {
                    written: Some(indicator.code.raw()),
                    objective: Some(objective.words()),
                    ..case.sheet_facts(number)
                };
                findings.push(Finding::new(Code::D007, vec![indicator.code], facts));
            }
        }
    }
}

/// Whether the numbers of an indicator (`M_0411_1_1`) begin with those of an objective
/// (`2024_OB_0411_1`); a converter may have put backslashes before the underscores.
fn belongs(indicator: &str, objective: &str) -> bool {
    let (indicator, objective) = (without_backslashes(indicator), without_backslashes(objective));
    let own = indicator.split_once('_').map_or("", |(_, numbers)| numbers);
    let others = objective.splitn(3, '_').nth(2).unwrap_or_default();
    own.strip_prefix(others).is_some_and(|rest| rest.starts_with('_'))
}

fn without_backslashes(code: &str) -> Cow<'_, str> {
    if code.contains('\\') { Cow::Owned(code.replace('\\', "")) } else { Cow::Borrowed(code) }
}

#[cfg(test)]
mod tests {
    use super::belongs;

    #[test]
    fn an_indicator_begins_with_its_objective() {
        assert!(belongs("M_0411_1_1", "2024_OB_0411_1"));
        assert!(belongs("O_0105_1_A", r"2024\_OB\_0105\_1"));
        assert!(belongs(r"O\_0105\_1\_A", "2024_OB_0105_1"));
        assert!(!belongs("O_0102_1_7", "2024_OB_0103_1"));
        assert!(!belongs("M_0411_10_1", "2024_OB_0411_1"));
        assert!(!belongs("O_015_1_10", "2024_OB_0105_1"));
    }
}
