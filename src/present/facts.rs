//! The facts of a finding → the values of its message's placeholders.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use super::{View, visible};
use crate::finding::Facts;
use crate::model::{PercentFault, Plan};

/// The word for what is not known, on which messages select.
const NONE: &str = "none";
/// The longest title that a message quotes whole.
const TITLE: usize = 60;

/// The values of every placeholder that the message of a finding may have.
pub fn message_values<'a>(
    view: &View,
    plan: &'a Plan<'_>,
    facts: &'a Facts<'_>,
) -> Vec<(&'static str, FluentValue<'a>)> {
    let numbers = view.numbers();
    let mut values: Vec<(&'static str, FluentValue<'a>)> = Vec::with_capacity(8);
    if let Some(subject) = facts.subject {
        values.push(("person", visible(&plan.subjects[subject].name).into()));
    }
    let project = facts.project.map_or(Cow::Borrowed(NONE), |project| {
        let project = &plan.projects[project];
        match project.title(plan) {
            Some(title) => Cow::Owned(format!("{} «{}»", project.code, shortened(&visible(&title), TITLE))),
            None => Cow::Borrowed(&*project.code),
        }
    });
    values.push(("project", project.into()));
    values.push(("cdr", facts.cdr.map_or(NONE, |cdr| &plan.cdrs[cdr].code).into()));
    values.push(("name", facts.name.as_deref().map_or(Cow::Borrowed(NONE), visible).into()));
    if let Some(balance) = facts.balance {
        values.push(("total", numbers.percent(balance.total).into()));
        values.push(("capacity", numbers.percent(balance.capacity).into()));
        values.push(("difference", numbers.difference(balance.difference()).into()));
    }
    if let Some(percent) = facts.percent {
        values.push(("percent", numbers.percent(percent).into()));
    }
    if let Some(rows) = facts.rows {
        values.push(("rows", rows.into()));
    }
    if let Some(written) = facts.written {
        values.push(("written", visible(written).into()));
    }
    if let Some(fault) = facts.fault {
        values.push(("fault", fault_code(fault).into()));
    }
    if let Some(cells) = facts.cells {
        values.push(("cells", cells.into()));
    }
    if let Some(document) = facts.document {
        values.push(("document", visible(document).into()));
    }
    values
}

/// The code of a fault in JSON and in messages.
pub fn fault_code(fault: PercentFault) -> &'static str {
    match fault {
        PercentFault::Missing => "missing",
        PercentFault::NoSign => "no-sign",
        PercentFault::Negative => "negative",
        PercentFault::Ambiguous => "ambiguous",
        PercentFault::TooFine => "too-fine",
        PercentFault::TooLarge => "too-large",
        PercentFault::NotAFigure => "not-a-figure",
    }
}

/// A text of at most `limit` characters, cut between words, with an ellipsis if it was cut.
fn shortened(text: &str, limit: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(limit) else { return Cow::Borrowed(text) };
    let cut = &text[..end];
    let words = cut.rfind(' ').map_or(cut, |space| &cut[..space]);
    Cow::Owned(format!("{}…", words.trim_end_matches([' ', '-', '–', ',', ';', ':', '.'])))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn titles_are_cut_between_words() {
        assert_eq!(shortened("Pareri legali", 13), "Pareri legali");
        assert_eq!(shortened("Pareri legali, sia scritti che orali", 20), "Pareri legali, sia…");
        assert_eq!(shortened("Attività", 4), "Atti…");
    }
}
