//! The `[layout]` of cento.toml that would read what was not read.

use std::fmt::Write;

use rust_decimal::Decimal;

use crate::model::{Meaning, WorkUnit};
use crate::present::settings::quoted;
use crate::settings::{LayoutEntry, PercentScale};

/// What the settings should say; none if nothing is to be said. Where they should say how much full time is, `because` says in lines above it where
/// that comes from.
pub(super) fn toml(entries: &[LayoutEntry], because: impl Fn(WorkUnit, Decimal) -> String) -> Option<String> {
    if entries.is_empty() {
        return None;
    }
    let mut out = String::new();
    let codes = |is: fn(&LayoutEntry) -> Option<&String>| once_each(entries.iter().filter_map(is));
    for (key, codes) in [
        ("project_code", codes(|entry| if let LayoutEntry::ProjectCode(code) = entry { Some(code) } else { None })),
        ("cdr_code", codes(|entry| if let LayoutEntry::CdrCode(code) = entry { Some(code) } else { None })),
    ] {
        if !codes.is_empty() {
            let _ = writeln!(out, "{key} = {}", list(&codes));
        }
    }
    // Where plans differ in this, the first is proposed: what it comes to is said of each.
    let mut scales = entries.iter().filter_map(|entry| match entry {
        LayoutEntry::Scale(PercentScale::Percent) => Some("percent_scale = \"percent\"\n".to_owned()),
        LayoutEntry::Scale(PercentScale::Fraction) => Some("percent_scale = \"fraction\"\n".to_owned()),
        LayoutEntry::FullTime { unit, amount, is_said } => {
            let key = match unit {
                WorkUnit::WeeklyHours => "hours_per_week",
                WorkUnit::Days => "days_per_year",
                _ => "hours_per_year",
            };
            let mut lines = if *is_said { format!("unit = \"{}\"\n", unit.code()) } else { String::new() };
            for line in because(*unit, *amount).lines() {
                let _ = writeln!(lines, "# {}", line.trim());
            }
            let _ = writeln!(lines, "{key} = {amount}");
            Some(lines)
        }
        _ => None,
    });
    out.extend(scales.next());
    let headers =
        entries.iter().filter_map(|entry| if let LayoutEntry::Headers(all) = entry { Some(all) } else { None });
    let headers: Vec<&(Meaning, String)> = headers.flatten().collect();
    if headers.is_empty() {
        out.insert_str(0, "[layout]\n");
    } else {
        out = if out.is_empty() { out } else { format!("[layout]\n{out}\n") };
        out.push_str("[layout.headings]\n");
    }
    for meaning in Meaning::ALL {
        let words = once_each(headers.iter().filter(|(of, _)| *of == meaning).map(|(_, word)| word));
        if !words.is_empty() {
            let _ = writeln!(out, "{} = {}", meaning.code(), list(&words));
        }
    }
    Some(out)
}

fn once_each<'a>(all: impl Iterator<Item = &'a String>) -> Vec<&'a String> {
    let mut once: Vec<&String> = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

fn list(words: &[&String]) -> String {
    format!("[{}]", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", "))
}
