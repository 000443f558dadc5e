//! The facts of a finding → the values of its message's placeholders.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use rust_decimal::Decimal;

use super::messages::Language;
use super::period::{peak_words, period_fault_code, period_words, periods_words};
use super::rejected::{rejected_records, rejected_words};
use super::{Names, View, visible};
use crate::finding::{Facts, Finding, MissedTarget, Reason, ResultSlip, SamePerson};
use crate::identity::{self, Slip};
use crate::model::{OtherBase, PercentFault, Plan, Unseen};
use crate::source::{Place, is_lost};

/// The word for what is not known, on which messages select.
const NONE: &str = "none";
/// The longest title that a message quotes whole.
const TITLE: usize = 60;

/// The value of a placeholder of the message of a finding; none if the finding has no such fact.
pub fn message_value<'a>(
    view: &View,
    names: &'a Names,
    plan: &'a Plan<'_>,
    facts: &'a Facts<'_>,
    placeholder: &str,
) -> Option<FluentValue<'a>> {
    let numbers = view.numbers();
    let name_of = |subject: usize| shown(&names.name(&plan.subjects[subject].name));
    let code_of = |project: usize| names.code(&plan.projects[project].code);
    Some(match placeholder {
        "person" => name_of(facts.subject?).into(),
        "person-or-none" => or_none(facts.subject.map(name_of)),
        "persons" => persons(view, &facts.subjects.iter().map(|subject| name_of(*subject)).collect::<Vec<_>>()).into(),
        "name" => or_none(facts.name.as_deref().map(|name| shown(&names.name(name)))),
        "likely" => or_none(facts.likely.as_deref().map(|likely| shown(&names.name(likely)))),
        "project" => or_none(facts.project.map(|project| project_words(view, names, plan, project))),
        "project-code" => facts.project.map_or(Cow::Borrowed(NONE), code_of).into(),
        "cdr" => facts.cdr.map_or(Cow::Borrowed(NONE), |cdr| names.code(&plan.cdrs[cdr].code)).into(),
        "total" => numbers.percent(facts.balance?.total).into(),
        "capacity" if facts.same_person.is_none() => numbers.percent(facts.balance?.capacity).into(),
        "difference" => numbers.difference(facts.balance?.difference()).into(),
        "percent" => or_none(facts.percent.map(|percent| numbers.percent(percent))),
        "rows" => facts.rows.map_or(NONE.into(), FluentValue::from),
        "posts" => identity::posts(&plan.subjects[facts.subject?].key).into(),
        "cells" => facts.cells.map_or(NONE.into(), FluentValue::from),
        "fault" => fault_code(facts.fault?).into(),
        "page" => facts.page.map_or_else(|| NONE.into(), |page| page.to_string().into()),
        "document" => or_none(facts.document.map(|document| shown(&names.label(document)))),
        "other-document" => or_none(facts.other_document.map(|document| shown(&names.label(document)))),
        "sheets" => facts.sheets.unwrap_or_default().into(),
        "differing" => facts.differing.unwrap_or_default().into(),
        "why" => or_none(reasons(view, names, plan, facts)),
        "roles" => {
            let roles = facts.roles.iter().map(|role| view.messages.text(&format!("role-{}", role.code())));
            roles.collect::<Vec<_>>().join(", ").into()
        }
        "one-profile" => or_none(facts.profiles.as_deref().map(|[one, _]| shown(&names.text(one)))),
        "other-profile" => or_none(facts.profiles.as_deref().map(|[_, other]| shown(&names.text(other)))),
        "listed" => shown(&names.text(&facts.titles.as_ref()?[0])).into(),
        "on-sheet" => shown(&names.text(&facts.titles.as_ref()?[1])).into(),
        "missed" => missed_words(view, names, facts).into(),
        "objective" => shown(&names.label(facts.objective.as_deref()?)).into(),
        "remedy" => shown(&names.label(facts.remedy.as_deref()?)).into(),
        "setting" => facts.setting?.into(),
        "entry" => or_none(facts.entry.map(|entry| shown(&entry_words(names, facts, entry)))),
        _ => {
            if let Some(pair) = facts.same_person.as_deref() {
                return same_person_value(view, pair, name_of, placeholder);
            }
            let of_time = time_value(view, facts, plan.calendar(), placeholder);
            return of_time.or_else(|| unread_value(view, names, facts, placeholder));
        }
    })
}

/// The targets that were not met, each with what came instead.
fn missed_words(view: &View, names: &Names, facts: &Facts<'_>) -> String {
    let words = |missed: &MissedTarget<'_>| {
        let target = missed.target.as_deref().map(|target| shown(&names.text(target)));
        let args = [
            ("code", shown(&names.code(&missed.code)).into()),
            ("target", or_none(target)),
            ("actual", shown(&missed.actual).into()),
        ];
        view.messages.format("missed-target", &args)
    };
    facts.missed.iter().map(words).collect::<Vec<_>>().join("; ")
}

/// What an entry of the settings says, which may be a name.
fn entry_words<'a>(names: &'a Names, facts: &Facts<'_>, entry: &'a str) -> Cow<'a, str> {
    if facts.name.as_deref() == Some(entry) { names.name(entry) } else { names.label(entry) }
}

/// The value of a placeholder about when something holds.
fn time_value<'a>(view: &View, facts: &Facts<'_>, year: u16, placeholder: &str) -> Option<FluentValue<'a>> {
    let peak = facts.peak;
    Some(match placeholder {
        "peak-capacity" => view.numbers().percent(peak?.capacity?).into(),
        "peak" => or_none(peak.map(|peak| view.numbers().percent(peak.percent))),
        "peak-days" => or_none(peak.map(|peak| peak_words(view, (peak.days, peak.is_again), year))),
        // What is the peak's is said of it.
        "other-days" if peak.is_some_and(|peak| facts.days == [peak.days]) => NONE.into(),
        "days" | "other-days" => or_none(periods_words(view, &facts.days, year)),
        "stated" => or_none(facts.stated.map(|stated| period_words(view, stated, year))),
        "year" => year.to_string().into(),
        "period-fault" => period_fault_code(facts.period_fault?).into(),
        _ => return None,
    })
}

/// The value of a placeholder about what was written and not read.
fn unread_value<'a>(view: &View, names: &Names, facts: &Facts<'_>, placeholder: &str) -> Option<FluentValue<'a>> {
    let written = || facts.written.map(|written| shown(&names.figures(written)));
    Some(match placeholder {
        "written" => or_none(written()),
        "left" => or_none(facts.left_out.as_deref().map(|text| shown(&names.figures(text))).or_else(written)),
        "header" => or_none(facts.header.as_deref().map(|header| shown(&names.figures_of_header(header)))),
        "numbers" => {
            let numbers: Vec<Cow<'_, str>> = facts.numbers.iter().map(|number| names.number(number)).collect();
            numbers.join(", ").into()
        }
        "other-number" => or_none(facts.other_number.map(|number| names.number(number).into_owned())),
        "conflict" => facts.conflict?.code().into(),
        "spellings" => {
            let mut all: Vec<String> = facts.spellings.iter().map(|name| shown(&names.name(name))).collect();
            all.dedup();
            all.join(", ").into()
        }
        "figures" => facts.figures.unwrap_or_default().into(),
        "other-year" => if facts.is_of_other_year { "yes" } else { "no" }.into(),
        "base" | "base-amount" | "base-amounts" | "base-part" | "base-shown" | "base-toml" | "base-unit"
        | "base-counted" | "base-counted-unit" | "base-agreeing" | "base-rows" => {
            return Some(
                facts.other_base.as_deref().map_or(NONE.into(), |base| base_value(view, names, base, placeholder)),
            );
        }
        "unseen" => facts.unseen.map_or(NONE, Unseen::code).into(),
        "slip" => facts.slip?.0.code().into(),
        "result-line" => facts.slip?.1.to_string().into(),
        "given-direction" | "proposed-direction" => match facts.slip?.0 {
            ResultSlip::AgainstProposal { given, proposed } => {
                let direction = if placeholder == "given-direction" { given } else { proposed };
                view.messages.text(&format!("slip-direction-{}", direction.code())).into()
            }
            _ => NONE.into(),
        },
        "refusal" => or_none(facts.refusal.map(|refusal| match refusal {
            "nothing-read" => view.messages.text("not-read-nothing"),
            reason => view.messages.text(&format!("skipped-{reason}")),
        })),
        _ => return None,
    })
}

/// What a column shows of full time, and with how much is counted.
fn base_value<'a>(view: &View, names: &Names, base: &OtherBase<'_>, placeholder: &str) -> FluentValue<'a> {
    let written = |place: Place<'_>| shown(&names.figures(&place.words()));
    match placeholder {
        "base-amount" => written(base.amount).into(),
        "base-part" => written(base.part).into(),
        "base-amounts" => shown(&names.figures_of_header(&base.amounts.words())).into(),
        _ => base_words(view, base, placeholder),
    }
}

/// The same, as far as it is not written so.
fn base_words<'a>(view: &View, base: &OtherBase<'_>, placeholder: &str) -> FluentValue<'a> {
    let figure = |full: Decimal| {
        let plain = full.normalize().to_string();
        if view.messages.language() == Language::Italian { plain.replace('.', ",") } else { plain }
    };
    match placeholder {
        "base-shown" => figure(base.shown.1).into(),
        "base-toml" => base.shown.1.normalize().to_string().into(),
        "base-unit" => base.shown.0.code().into(),
        "base-counted" => figure(base.counted.1).into(),
        "base-counted-unit" => base.counted.0.code().into(),
        "base-agreeing" => base.agreeing.into(),
        "base-rows" => base.rows.into(),
        _ => if base.is_of_settings { "settings" } else { "header" }.into(),
    }
}

/// A text, or the word for what is not known.
fn or_none<'a>(text: Option<impl Into<Cow<'a, str>>>) -> FluentValue<'a> {
    FluentValue::String(text.map_or(Cow::Borrowed(NONE), Into::into))
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
    let of_period = finding.facts.period_fault.map(period_fault_code);
    let fault = finding.facts.fault.map(fault_code).or(of_period).unwrap_or(NONE);
    let is_outside = finding.facts.stated.is_some() && finding.facts.days.is_empty();
    let outside = if is_outside { "yes" } else { "no" };
    let cells = finding.facts.cells.map_or(FluentValue::from(NONE), FluentValue::from);
    let figures = finding.facts.figures.unwrap_or_default();
    let has_lost_letters = finding.facts.name.as_ref().is_some_and(|name| name.contains(is_lost));
    let lost = if has_lost_letters { "yes" } else { "no" };
    let is_rejected = |reason: &Reason| matches!(reason, Reason::Rejected(_));
    let rejected = if finding.facts.reasons.iter().any(is_rejected) { "yes" } else { "no" };
    let base = finding.facts.other_base.as_deref();
    let of_base = |placeholder: &str| base.map_or(FluentValue::from(NONE), |base| base_words(view, base, placeholder));
    let values = [
        ("base", of_base("base")),
        ("base-unit", of_base("base-unit")),
        ("base-toml", of_base("base-toml")),
        ("fault", fault.into()),
        ("cells", cells),
        ("figures", figures.into()),
        ("other-year", if finding.facts.is_of_other_year { "yes" } else { "no" }.into()),
        ("lost", lost.into()),
        ("of-project", if finding.facts.project.is_some() { "yes" } else { "no" }.into()),
        ("rejected", rejected.into()),
        ("outside", outside.into()),
    ];
    view.messages.fill_attribute(finding.code.code(), "help", &values)
}

/// A project's code, and its title as far as it is short.
fn project_words(view: &View, names: &Names, plan: &Plan<'_>, project: usize) -> String {
    let project = &plan.projects[project];
    match project.title(plan) {
        Some(title) => {
            let title = names.text(&title);
            let title = visible(&title);
            let args = [("code", names.code(&project.code).into()), ("title", shortened(&title, TITLE).into())];
            view.messages.format("project-with-title", &args)
        }
        None => names.code(&project.code).into_owned(),
    }
}

/// The value of a placeholder about what speaks for two names being one person's.
fn same_person_value<'a>(
    view: &View,
    pair: &SamePerson,
    name_of: impl Fn(usize) -> String,
    placeholder: &str,
) -> Option<FluentValue<'a>> {
    let numbers = view.numbers();
    let yes_or_no = |yes: bool| if yes { "yes" } else { NONE };
    let (slip, letters) = slip_code(pair.slip);
    Some(match placeholder {
        "first" => name_of(pair.subjects[0]).into(),
        "second" => name_of(pair.subjects[1]).into(),
        "first-total" => numbers.percent(pair.totals[0]).into(),
        "second-total" => numbers.percent(pair.totals[1]).into(),
        "merged" => numbers.percent(pair.merged.total).into(),
        "capacity" => numbers.percent(pair.merged.capacity).into(),
        "together" if pair.makes_capacity => "full".into(),
        "together" if pair.merged.difference().is_negative() => "under".into(),
        "together" => "over".into(),
        "slip" => slip.into(),
        "letters" => letters.into(),
        "same-cdr" => yes_or_no(pair.same_cdr).into(),
        "same-role" => yes_or_no(pair.same_role).into(),
        _ => return None,
    })
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
        Slip::Suffix => ("suffix", 0),
    }
}

/// The reasons for a gap, each as a sentence.
fn reasons(view: &View, names: &Names, plan: &Plan<'_>, facts: &Facts<'_>) -> Option<String> {
    let rejected = || {
        let is_row = |reason: &Reason| matches!(reason, Reason::Rejected(_));
        let subject = facts.subject.filter(|_| facts.reasons.iter().any(is_row))?;
        let total = facts.balance.map(|balance| balance.total).unwrap_or_default();
        rejected_words(view, &rejected_records(names, plan, subject), total)
    };
    let sentence = |reason: &Reason| {
        Some(match reason {
            // All of them are told in one sentence.
            Reason::Rejected(_) => return None,
            Reason::MissingSheet(project) => view
                .messages
                .format("reason-missing-sheet", &[("project", project_words(view, names, plan, *project).into())]),
            Reason::SamePerson(subject) => {
                let person = shown(&names.name(&plan.subjects[*subject].name));
                view.messages.format("reason-probable-same-person", &[("person", person.into())])
            }
            Reason::LeadsNoCdr => view.messages.text("reason-leads-no-cdr"),
        })
    };
    let sentences: Vec<String> = rejected().into_iter().chain(facts.reasons.iter().filter_map(sentence)).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The code of a fault in JSON and in messages.
pub fn fault_code(fault: PercentFault) -> &'static str {
    match fault {
        PercentFault::Missing => "missing",
        PercentFault::NoSign => "no-sign",
        PercentFault::UnknownScale => "unknown-scale",
        PercentFault::Time => "time",
        PercentFault::OfPeriod => "of-period",
        PercentFault::OwnTime => "own-time",
        PercentFault::TimeBesideCapacity => "time-beside-capacity",
        PercentFault::NoCapacity => "no-capacity",
        PercentFault::TwoCapacities => "two-capacities",
        PercentFault::OtherCapacity => "other-capacity",
        PercentFault::CapacityInPart => "capacity-in-part",
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
