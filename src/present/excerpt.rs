//! A finding on a terminal: code and message, the lines of the documents that it rests on with a mark
//! under what it is about, and what to do.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Renderer, Snippet};

use super::explain::severity_word;
use super::facts::help;
use super::findings::{AcceptedRecord, accepted_words, message};
use super::gaps::{Gathered, plain, renumbered};
use super::place::{Counted, Spot};
use super::table::is_bidirectional;
use super::{Names, View, visible};
use crate::finding::{Code, Finding, Severity};
use crate::model::Plan;
use crate::source::{Origin, Place};

/// How wide excerpts are where no terminal says it.
const WIDE: usize = 200;

/// The most places of one finding that are shown.
const MOST_PLACES: usize = 100;

/// A finding without excerpts: where they would stand, the numbers of the lines.
pub fn in_short(view: &View, names: &Names, plan: &Plan<'_>, finding: &Finding<'_>) -> String {
    let word = severity_word(view, finding.severity);
    let message = visible(&message(view, names, plan, finding)).into_owned();
    let mut out = format!("{word}[{}]: {message}\n", finding.code.code());
    let mut path = None;
    for place in &finding.places {
        let here = place.document().path();
        let origin = place.origin();
        let spot = Spot::of(names, &origin).words(view, Counted::Mixed);
        let _ = if path.replace(here) == Some(here) {
            write!(out, ", {spot}")
        } else {
            let between = if out.ends_with('\n') { "" } else { "\n" };
            let space = if origin.page.is_some() { " " } else { "" };
            write!(out, "{between}    {}:{space}{spot}", visible(&names.label(here)))
        };
    }
    if let Some(accepted) = accepted(view, names, finding) {
        let _ = write!(out, "\n    {accepted}");
    }
    out + "\n"
}

/// That a finding is accepted, if it is.
fn accepted(view: &View, names: &Names, finding: &Finding<'_>) -> Option<String> {
    let accepted = finding.accepted?;
    let until = accepted.until.map(|until| until.to_string());
    let reason = names.remark(accepted.reason).into_owned();
    Some(accepted_words(view, &AcceptedRecord { reason, until }))
}

/// A finding with its excerpts, each line ended by a line feed.
pub fn excerpt(view: &View, names: &Names, plan: &Plan<'_>, finding: &Finding<'_>) -> String {
    let severity = finding.severity;
    let word = severity_word(view, severity);
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = message(view, names, plan, finding);
    let title = level.with_name(word).primary_title(message).id(finding.code.code());
    let (mut elements, numbers) = snippets(view, names, finding);
    if let Some(more) = finding.places.len().checked_sub(MOST_PLACES).filter(|more| *more > 0) {
        elements.push(Level::NOTE.no_name().message(more_places(view, more)).into());
    }
    if let Some(accepted) = accepted(view, names, finding) {
        elements.push(Level::NOTE.no_name().message(accepted).into());
    } else {
        let remedy = view.messages.text("remedy");
        let help = help(view, finding);
        elements.push(Level::HELP.with_name(remedy).message(help).into());
    }
    let renderer = if view.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(view.width.map_or(WIDE, usize::from));
    let drawn = renderer.render(&[title.elements(elements)]);
    let drawn: String = drawn.lines().filter(|line| !is_mark_alone(line)).flat_map(|line| [line, "\n"]).collect();
    if numbers.iter().all(Vec::is_empty) { drawn } else { renumbered(&drawn, &numbers) }
}

/// Whether a line has but the mark with which lines begin that say by themselves not where they stand: that is said above.
fn is_mark_alone(line: &str) -> bool {
    line.contains('⸬') && plain(line).trim() == "⸬"
}

/// That a finding rests on more places than are shown.
fn more_places(view: &View, more: usize) -> String {
    let args = [("more", more.into()), ("more-text", view.numbers().count(more).into())];
    view.messages.format("places-more", &args)
}

/// The own numbers of the lines of an excerpt: [`Gathered::numbers`].
type Numbers = Vec<(usize, usize)>;

/// The excerpts, document by document, with the own numbers of the lines of each.
fn snippets<'t>(view: &View, names: &Names, finding: &Finding<'t>) -> (Vec<Element<'t>>, Vec<Numbers>) {
    let places = &finding.places[..finding.places.len().min(MOST_PLACES)];
    if !names.are_plain() {
        let alone = places.iter().flat_map(|&place| place_alone(view, names, finding.code, place));
        return (alone.collect(), Vec::new());
    }
    let same_part = |a: &Place<'t>, b: &Place<'t>| {
        let [a, b] = [a.origin(), b.origin()];
        a.path == b.path && (a.page, a.height) == (b.page, b.height) && (a.worksheet, &a.cell) == (b.worksheet, &b.cell)
    };
    let (parts, numbers): (Vec<_>, Vec<_>) =
        places.chunk_by(same_part).map(|places| from_document(view, names, places)).unzip();
    (parts.into_iter().flatten().collect(), numbers)
}

/// The lines of one document, or of one part of a page, on which places stand, with what is between them left out.
fn from_document<'t>(view: &View, names: &Names, places: &[Place<'t>]) -> (Vec<Element<'t>>, Numbers) {
    let document = places[0].document();
    let origins: Vec<_> = places.iter().map(|place| place.origin()).collect();
    let first = origins.iter().map(|origin| origin.line).min().unwrap_or(1);
    let lines = places.iter().map(|place| place.line_range()).collect();
    let gathered = Gathered::of(document, lines, first as usize);
    let mark = |place: &Place<'t>| AnnotationKind::Primary.span(marked(gathered.position(place.offset()), place.raw()));
    let marks: Vec<_> = places.iter().map(mark).collect();
    let lines = Snippet::source(harmless(&gathered.text).into_owned()).line_start(gathered.first).annotations(marks);
    (placed(view, names, visible(document.path()), (places[0], &origins[0]), lines), gathered.numbers())
}

/// Some lines below where they stand: the path of their document and, where it has pages or cells, which of them. In a text the line
/// and the character say more; on a page that is drawn lines have no numbers.
fn placed<'t>(
    view: &View,
    names: &Names,
    path: Cow<'t, str>,
    (place, origin): (Place<'_>, &Origin<'_>),
    lines: Snippet<'t, Annotation<'t>>,
) -> Vec<Element<'t>> {
    if origin.page.is_none() && origin.cell.is_none() {
        return vec![lines.path(path).into()];
    }
    let part = format!("{path}, {}", Spot::of(names, origin).words(view, Counted::Mixed));
    vec![
        annotate_snippets::Origin::path(part).into(),
        lines.line_numbering(origin.height.is_none() && !place.raw().is_empty()).into(),
    ]
}

/// A text without the control characters that some terminals obey, nor marks that turn its direction; as long as before, so that
/// marks stay where they are.
fn harmless(text: &str) -> Cow<'_, str> {
    let is_control = |c: char| ('\u{80}'..='\u{9F}').contains(&c) || is_bidirectional(c);
    if !text.contains(is_control) {
        return Cow::Borrowed(text);
    }
    let sign = |c: char| match c.len_utf8() {
        _ if !is_control(c) => c,
        2 => '\u{B7}',
        _ => '\u{FFFD}',
    };
    Cow::Owned(text.chars().map(sign).collect())
}

/// What is marked of a place: not more than its first line, and something even if nothing is written.
fn marked(from: usize, raw: &str) -> Range<usize> {
    from..from + raw.lines().next().map_or(0, str::len)
}

/// A place without the line on which it stands: names may be in it.
fn place_alone<'t>(view: &View, names: &Names, code: Code, place: Place<'t>) -> Vec<Element<'t>> {
    let origin = place.origin();
    let shown = names.excerpt(code, &place.words()).into_owned();
    let end = shown.len();
    let line = Snippet::source(harmless(&shown).into_owned())
        .line_start(origin.line as usize)
        .annotation(AnnotationKind::Primary.span(0..end));
    placed(view, names, visible(&names.label(origin.path)).into_owned().into(), (place, &origin), line)
}
