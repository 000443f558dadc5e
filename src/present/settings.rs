//! A settings file to begin with: every entry explained, with what the plan suggests, commented out.

use std::fmt::Write;

use fluent_bundle::FluentValue;

use super::View;
use crate::analyse::{Standing, of_plan, same_person};
use crate::survey::Batch;

/// What a plan suggests for its settings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// The body, if the documents or the settings state it.
    pub entity: Option<String>,
    /// Names that are probably one person's: two, or more where several are like one.
    pub same_person: Vec<Vec<String>>,
    /// Names that are no person.
    pub collectives: Vec<String>,
}

impl Suggestions {
    /// What one plan of a batch suggests.
    pub fn of(batch: &Batch<'_, '_>, standings: &[Standing], number: usize) -> Self {
        let plan = &batch.plans[number];
        let different = &batch.settings[number].not_same;
        let pairs = same_person(plan, of_plan(standings, number), batch.tolerances[number], different);
        let name = |subject: usize| plan.subjects[subject].name.clone();
        Self {
            entity: plan.entity.clone(),
            same_person: united(pairs.iter().map(|pair| pair.subjects.map(name))),
            collectives: plan.subjects.iter().filter(|who| !who.is_person()).map(|who| who.name.clone()).collect(),
        }
    }
}

/// Pairs as groups: those that share a name are one, since a name can stand in one entry only.
fn united(pairs: impl Iterator<Item = [String; 2]>) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    for pair in pairs {
        let (mut touched, others): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| pair.iter().any(|name| group.contains(name)));
        groups = others;
        touched.push(pair.to_vec());
        let mut group: Vec<String> = Vec::new();
        for name in touched.concat() {
            if !group.contains(&name) {
                group.push(name);
            }
        }
        groups.push(group);
    }
    groups
}

/// The text of a settings file. It is valid as it stands, and so is it when the suggestions are let in.
pub fn settings_file(view: &View, suggestions: &Suggestions) -> String {
    let mut out = String::new();
    let comment = |out: &mut String, id: &str, args: &[(&'static str, FluentValue<'_>)]| {
        for line in view.messages.format(id, args).lines() {
            let _ = writeln!(out, "# {}", line.trim());
        }
    };
    comment(&mut out, "init-about", &[]);
    out.push('\n');
    comment(&mut out, "init-entity", &[]);
    match &suggestions.entity {
        Some(entity) => drop(writeln!(out, "[entity]\nname = {}\n", quoted(entity))),
        None => out.push_str("[entity]\n# name = \"Comune di …\"\n\n"),
    }
    comment(&mut out, "init-check", &[]);
    out.push_str("[check]\ntolerance_percent = 0\nfail_on = \"error\"\n\n");
    let pairs = suggestions.same_person.len();
    comment(&mut out, "init-same-person", &[("pairs", pairs.into())]);
    let groups = suggestions.same_person.iter().map(|names| {
        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        format!("# [[same_person]]\n# names = [{}]\n", names.join(", "))
    });
    out += &(groups.collect::<Vec<_>>().join("#\n") + "\n");
    comment(&mut out, "init-not-same", &[]);
    out.push_str("# [[not_same]]\n# names = [\"Rossi Ada\", \"Rosi Ada\"]\n\n");
    comment(&mut out, "init-namesake", &[]);
    out.push_str("# [[namesake]]\n# name = \"Rossi Mario\"\n# projects = [\"2024_PD_0411\"]\n# label = \"1970\"\n\n");
    comment(&mut out, "init-collective", &[]);
    let example = ["TUTTI GLI OPERATORI".to_owned()];
    let collectives = if suggestions.collectives.is_empty() { &example[..] } else { &suggestions.collectives };
    let collectives =
        collectives.iter().map(|name| format!("# [[collective]]\n# name = {}\n# headcount = 1\n", quoted(name)));
    out += &(collectives.collect::<Vec<_>>().join("#\n") + "\n");
    comment(&mut out, "init-accepted", &[]);
    out.push_str(
        "# [[accepted]]\n# code = \"A002\"\n# person = \"Rossi Ada\"\n# reason = \"…\"\n# until = 2026-12-31\n\n",
    );
    comment(&mut out, "init-layout", &[]);
    out.push_str("[layout]\n# project_code = [\"OB.##\"]\n# cdr_code = [\"S##\"]\n# percent_scale = \"fraction\"\n");
    out.push_str("# unit = \"hours\"\n# hours_per_year = 1548\n# hours_per_week = 36\n# days_per_year = 220\n\n");
    out.push_str("[layout.headings]\n# person = [\"Addetto/a\"]\n# role = [\"Fascia\"]\n# share = [\"Apporto\"]\n");
    out.push_str("# capacity = [\"Disponibilità\"]\n# split = [\"Riparto\"]\n\n");
    comment(&mut out, "init-table", &[]);
    out.push_str("# [[layout.table]]\n# header_row = 5\n# person = \"B\"\n# project = \"A\"\n# share = \"F\"\n");
    out
}

/// A text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => drop(write!(out, "\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::Language;
    use crate::settings::Settings;

    #[test]
    fn pairs_that_share_a_name_are_one_entry() {
        let pair = |one: &str, other: &str| [one.to_owned(), other.to_owned()];
        let groups = united([pair("a", "b"), pair("c", "d"), pair("b", "c"), pair("e", "f")].into_iter());
        assert_eq!(groups, [vec!["a", "b", "c", "d"], vec!["e", "f"]]);
    }

    #[test]
    fn the_file_is_valid_with_and_without_its_suggestions() {
        let suggestions = Suggestions {
            entity: Some("Comune di \"Qui\"".to_owned()),
            same_person: vec![vec!["D'Angelo\\ Ugo".to_owned(), "Dangelo Ugò".to_owned()]],
            collectives: vec!["TUTTI".to_owned()],
        };
        for language in [Language::Italian, Language::English] {
            let text = settings_file(&View::plain(language), &suggestions);
            let settings: Settings = toml::from_str(&text).unwrap();
            assert_eq!(settings.entity.name.as_deref(), Some("Comune di \"Qui\""));
            assert!(settings.is_silent());
            // Entries are told from explanations by what TOML looks like.
            let is_entry = |line: &str| line.starts_with("[[") || line.split(' ').nth(1) == Some("=");
            let let_in: String = text
                .lines()
                .map(|line| line.strip_prefix("# ").filter(|rest| is_entry(rest)).unwrap_or(line).to_owned() + "\n")
                .collect();
            let settings: Settings = toml::from_str(&let_in).unwrap_or_else(|error| panic!("{error}\n{let_in}"));
            assert_eq!((settings.layout.headers.all().count(), settings.layout.recipes.len()), (5, 1));
            assert_eq!(settings.same_person[0].names()[0].written, "D'Angelo\\ Ugo");
            assert_eq!((settings.collective.len(), settings.namesake.len(), settings.accepted.len()), (1, 1, 1));
        }
    }
}
