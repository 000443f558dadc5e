//! The facts of a finding → the values of its message's placeholders.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use super::{Names, View, visible};
use crate::finding::{Facts, Finding, Reason, SamePerson};
use crate::identity::Slip;
use crate::model::{PercentFault, Plan, Unseen};

/// The word for what is not known, on which messages select.
const NONE: &str = "none";
/// The longest title that a message quotes whole.
const TITLE: usize = 60;

/// The values of every placeholder that the message of a finding may have.
pub fn message_values<'a>(
    view: &View,
    names: &'a Names,
    plan: &'a Plan<'_>,
    facts: &'a Facts<'_>,
) -> Vec<(&'static str, FluentValue<'a>)> {
    let numbers = view.numbers();
    let mut values: Vec<(&'static str, FluentValue<'a>)> = Vec::with_capacity(8);
    let name_of = |subject: usize| shown(&names.name(&plan.subjects[subject].name));
    if let Some(subject) = facts.subject {
        values.push(("person", name_of(subject).into()));
    }
    let project = facts.project.map_or(Cow::Borrowed(NONE), |project| project_words(view, names, plan, project).into());
    values.push(("project", project.into()));
    values.push(("cdr", facts.cdr.map_or(NONE, |cdr| &plan.cdrs[cdr].code).into()));
    let name = facts.name.as_deref().map_or(Cow::Borrowed(NONE), |name| shown(&names.name(name)).into());
    values.push(("name", name.into()));
    if let Some(balance) = facts.balance {
        values.push(("total", numbers.percent(balance.total).into()));
        values.push(("capacity", numbers.percent(balance.capacity).into()));
        values.push(("difference", numbers.difference(balance.difference()).into()));
    }
    values.push(("percent", facts.percent.map_or(NONE.to_owned(), |percent| numbers.percent(percent)).into()));
    if let Some(rows) = facts.rows {
        values.push(("rows", rows.into()));
    }
    values.extend(more_values(view, names, plan, facts));
    if let Some(fault) = facts.fault {
        values.push(("fault", fault_code(fault).into()));
    }
    values.push(("cells", facts.cells.map_or(NONE.into(), FluentValue::from)));
    if let Some(page) = facts.page {
        values.push(("page", page.to_string().into()));
    }
    if let Some(document) = facts.document {
        values.push(("document", shown(&names.text(document)).into()));
    }
    if let Some(pair) = &facts.same_person {
        same_person_values(view, pair, name_of, &mut values);
    }
    values.push(("why", reasons(view, names, plan, facts).map_or(Cow::Borrowed(NONE), Cow::Owned).into()));
    if !facts.roles.is_empty() {
        let roles = facts.roles.iter().map(|role| view.messages.text(&format!("role-{}", role.code())));
        values.push(("roles", roles.collect::<Vec<_>>().join(", ").into()));
    }
    let likely = facts.likely.as_deref().map_or(Cow::Borrowed(NONE), |likely| shown(&names.name(likely)).into());
    values.push(("likely", likely.into()));
    if let Some([listed, on_sheet]) = &facts.titles {
        let code = facts.project.map_or(NONE, |project| &plan.projects[project].code);
        values.push(("project-code", code.into()));
        values.push(("listed", shown(&names.text(listed)).into()));
        values.push(("on-sheet", shown(&names.text(on_sheet)).into()));
    }
    if let Some(objective) = &facts.objective {
        values.push(("objective", objective.as_ref().into()));
    }
    if let Some(remedy) = &facts.remedy {
        values.push(("remedy", remedy.as_str().into()));
    }
    if let Some(setting) = facts.setting {
        values.push(("setting", setting.into()));
        values.push(("entry", facts.entry.map_or(NONE.to_owned(), shown).into()));
    }
    values
}

/// The values about what was written and not read.
fn more_values<'a>(
    view: &View,
    names: &Names,
    plan: &Plan<'_>,
    facts: &Facts<'_>,
) -> Vec<(&'static str, FluentValue<'a>)> {
    let name_of = |subject: usize| shown(&names.name(&plan.subjects[subject].name));
    let none = Cow::Borrowed(NONE);
    let shown_or_none = |text: Option<String>| text.map_or(none.clone(), Cow::Owned);
    let written = shown_or_none(facts.written.map(|written| shown(&names.figures(written))));
    let left = facts.left_out.as_deref().map_or_else(|| written.clone(), |text| shown(&names.figures(text)).into());
    let header = shown_or_none(facts.header.as_deref().map(|header| shown(&names.figures_of_header(header))));
    let numbers: Vec<Cow<'_, str>> = facts.numbers.iter().map(|number| names.number(number)).collect();
    let refusal = shown_or_none(facts.refusal.map(|refusal| match refusal {
        "nothing-read" => view.messages.text("not-read-nothing"),
        reason => view.messages.text(&format!("skipped-{reason}")),
    }));
    vec![
        ("written", written.into()),
        ("left", left.into()),
        ("header", header.into()),
        ("numbers", numbers.join(", ").into()),
        ("figures", facts.figures.unwrap_or_default().into()),
        ("persons", persons(view, &facts.subjects.iter().map(|subject| name_of(*subject)).collect::<Vec<_>>()).into()),
        ("person-or-none", shown_or_none(facts.subject.map(name_of)).into()),
        ("unseen", facts.unseen.map_or(NONE, Unseen::code).into()),
        ("refusal", refusal.into()),
    ]
}

/// Some names, as many as can be taken in at a glance.
fn persons(view: &View, names: &[String]) -> String {
    const MOST: usize = 6;
    let shown = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().checked_sub(MOST) {
        None | Some(0) => shown,
        Some(more) => view.messages.format("persons-more", &[("persons", shown.into()), ("more", more.into())]),
    }
}

fn shown(text: &str) -> String {
    visible(text).into_owned()
}

/// What to do about a finding.
pub fn help(view: &View, finding: &Finding<'_>) -> String {
    let fault = finding.facts.fault.map_or(NONE, fault_code);
    let cells = finding.facts.cells.map_or(FluentValue::from(NONE), FluentValue::from);
    let figures = finding.facts.figures.unwrap_or_default();
    let values = [("fault", fault.into()), ("cells", cells), ("figures", figures.into())];
    view.messages.fill_attribute(finding.code.code(), "help", &values)
}

/// A project's code, and its title as far as it is short.
fn project_words(view: &View, names: &Names, plan: &Plan<'_>, project: usize) -> String {
    let project = &plan.projects[project];
    match project.title(plan) {
        Some(title) => {
            let title = names.text(&title);
            let title = visible(&title);
            let args = [("code", project.code.as_ref().into()), ("title", shortened(&title, TITLE).into())];
            view.messages.format("project-with-title", &args)
        }
        None => project.code.to_string(),
    }
}

/// What speaks for two names being one person's.
fn same_person_values(
    view: &View,
    pair: &SamePerson,
    name_of: impl Fn(usize) -> String,
    values: &mut Vec<(&'static str, FluentValue<'_>)>,
) {
    let numbers = view.numbers();
    let yes_or_no = |yes: bool| if yes { "yes" } else { NONE };
    let together = match (pair.makes_capacity, pair.merged.difference().is_negative()) {
        (true, _) => "full",
        (false, true) => "under",
        (false, false) => "over",
    };
    let (slip, letters) = slip_code(pair.slip);
    values.extend([
        ("first", name_of(pair.subjects[0]).into()),
        ("second", name_of(pair.subjects[1]).into()),
        ("first-total", numbers.percent(pair.totals[0]).into()),
        ("second-total", numbers.percent(pair.totals[1]).into()),
        ("merged", numbers.percent(pair.merged.total).into()),
        ("capacity", numbers.percent(pair.merged.capacity).into()),
        ("together", together.into()),
        ("slip", slip.into()),
        ("letters", letters.into()),
        ("same-cdr", yes_or_no(pair.same_cdr).into()),
        ("same-role", yes_or_no(pair.same_role).into()),
    ]);
}

/// The code of a slip in JSON and in messages, and the number of letters that it concerns.
pub fn slip_code(slip: Slip) -> (&'static str, usize) {
    match slip {
        Slip::Order => ("order", 0),
        Slip::Spacing => ("spacing", 0),
        Slip::LookAlike => ("look-alike", 0),
        Slip::Letters(letters) => ("letters", letters),
        Slip::Initial => ("initial", 0),
        Slip::MissingName => ("missing-name", 0),
    }
}

/// The reasons for a gap, each as a sentence.
fn reasons(view: &View, names: &Names, plan: &Plan<'_>, facts: &Facts<'_>) -> Option<String> {
    let sentence = |reason: &Reason| match reason {
        Reason::MissingSheet(project) => view
            .messages
            .format("reason-missing-sheet", &[("project", project_words(view, names, plan, *project).into())]),
        Reason::SamePerson(subject) => {
            let person = shown(&names.name(&plan.subjects[*subject].name));
            view.messages.format("reason-probable-same-person", &[("person", person.into())])
        }
        Reason::LeadsNoCdr => view.messages.text("reason-leads-no-cdr"),
    };
    (!facts.reasons.is_empty()).then(|| facts.reasons.iter().map(sentence).collect::<Vec<_>>().join(" "))
}

/// The code of a fault in JSON and in messages.
pub fn fault_code(fault: PercentFault) -> &'static str {
    match fault {
        PercentFault::Missing => "missing",
        PercentFault::NoSign => "no-sign",
        PercentFault::UnknownScale => "unknown-scale",
        PercentFault::Time => "time",
        PercentFault::TwoColumns => "two-columns",
        PercentFault::Negative => "negative",
        PercentFault::Ambiguous => "ambiguous",
        PercentFault::NoColumn => "no-column",
        PercentFault::NotCalculated => "not-calculated",
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
