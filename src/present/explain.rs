//! What the findings mean, why they matter and what to do: for a terminal, for programs, as a page.

use std::fmt::Write;

use serde::Serialize;

use super::View;
use super::messages::Messages;
use super::table::{Column, TableRow, table};
use crate::finding::{Code, Severity};

/// What a finding means.
#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    /// `A001`.
    pub code: &'static str,
    /// `over-allocated`.
    pub name: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: Severity,
    /// A few words for it.
    pub title: String,
    /// What it finds.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// What to do about it.
    #[serde(rename = "do")]
    pub what_to_do: String,
}

/// The explanations of some codes, in the view's language.
pub fn explanations(view: &View, codes: &[Code]) -> Vec<Explanation> {
    let words = Messages::explanations(view.messages.language());
    let explanation = |&code: &Code| Explanation {
        code: code.code(),
        name: code.name(),
        severity: code.severity(),
        title: words.text(code.code()),
        what: words.attribute(code.code(), "what"),
        why: words.attribute(code.code(), "why"),
        what_to_do: words.attribute(code.code(), "do"),
    };
    codes.iter().map(explanation).collect()
}

/// Explanations for a terminal: all there is to say of few, a line of each of many.
pub fn explanations_text(view: &View, explanations: &[Explanation]) -> String {
    if explanations.len() > 3 {
        let columns = [Column::words("column-code"), Column::words("column-severity"), Column::long("column-meaning")];
        let rows = explanations.iter().map(|explanation| {
            let severity = severity_word(view, explanation.severity);
            TableRow::plain(vec![explanation.code.into(), severity.into(), explanation.title.as_str().into()])
        });
        return table(view, &columns, &rows.collect::<Vec<_>>());
    }
    let width = view.width.map_or(100, |width| usize::from(width).clamp(40, 100));
    let (bold, reset) = if view.colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    let text = explanations.iter().map(|explanation| {
        let Explanation { code, name, title, .. } = explanation;
        let severity = severity_word(view, explanation.severity);
        let mut out = format!("{bold}{code} {title}{reset} · {severity} · {name}\n");
        for (heading, text) in parts(view, explanation) {
            let _ = write!(out, "\n{bold}{heading}{reset}\n");
            let indented = textwrap::Options::new(width).initial_indent("  ").subsequent_indent("  ");
            out += &textwrap::fill(text, indented);
            out.push('\n');
        }
        out
    });
    text.collect::<Vec<_>>().join("\n")
}

/// All findings as a page in Markdown.
pub fn explanations_page(view: &View, explanations: &[Explanation]) -> String {
    let words = |id: &str| view.messages.text(id);
    let mut out = format!("# {}\n\n{}\n\n", words("findings-page"), words("findings-page-about"));
    let columns = ["column-code", "column-severity", "column-meaning"].map(words);
    let _ = writeln!(out, "| {} |\n|---|---|---|", columns.join(" | "));
    for Explanation { code, severity, title, .. } in explanations {
        let anchor = code.to_lowercase();
        let _ = writeln!(out, "| [{code}](#{anchor}) | {} | {title} |", severity_word(view, *severity));
    }
    for explanation in explanations {
        let Explanation { code, name, title, .. } = explanation;
        let severity = severity_word(view, explanation.severity);
        let _ = write!(out, "\n<a id=\"{}\"></a>\n\n## {code} {title}\n\n`{name}` · {severity}", code.to_lowercase());
        let _ = writeln!(out, " · [{}](../tests/gallery/{code}{})", words("findings-page-example"), gallery_form(code));
        for (heading, text) in parts(view, explanation) {
            let _ = write!(out, "\n**{heading}.** {text}\n");
        }
    }
    out
}

/// How the name of the plan ends that shows a finding: those about pages need a document that has some, others a page of the web, or a folder.
fn gallery_form(code: &str) -> &'static str {
    match code {
        "R006" | "R007" | "R008" => ".pdf",
        "R012" => ".html",
        "R015" => "",
        _ => ".md",
    }
}

fn parts<'e>(view: &View, explanation: &'e Explanation) -> [(String, &'e str); 3] {
    let Explanation { what, why, what_to_do, .. } = explanation;
    [("explain-what", what), ("explain-why", why), ("explain-do", what_to_do)]
        .map(|(heading, text)| (view.messages.text(heading), text.as_str()))
}

/// The word for a severity.
pub(super) fn severity_word(view: &View, severity: Severity) -> String {
    view.messages.text(match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    })
}
