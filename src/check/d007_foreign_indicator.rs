//! **D007 foreign-indicator** (note)
//!
//! *What it does.* Finds every indicator whose code does not begin with that of the objective under
//! which it stands: `O_0102_1_7` under `2024_OB_0103_1`.
//!
//! *Why it matters.* It was copied from another sheet, or its code was mistyped; whoever reports
//! results by code puts this one in the wrong place.
//!
//! *What to do.* Correct the code, or move the indicator.

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
    let (own, of_objective) = (after(indicator, 1), after(objective, 2));
    let mut own = own.bytes().filter(|&byte| byte != b'\\');
    of_objective.bytes().filter(|&byte| byte != b'\\').all(|byte| own.next() == Some(byte)) && own.next() == Some(b'_')
}

/// What follows the first underscores of a code.
fn after(code: &str, underscores: usize) -> &str {
    let mut marks = code.bytes().enumerate().filter(|(_, byte)| *byte == b'_').skip(underscores - 1);
    marks.next().map_or("", |(at, _)| &code[at + 1..])
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
