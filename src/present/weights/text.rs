//! The weights for a terminal: for each director a table whose weights add up to 100, what is out of the
//! ordinary, and the findings that bear on it.

use std::borrow::Cow;
use std::fmt::Write;

use super::{DirectorRecord, FloorRecord, GroupBy, GroupRecord, Level, WeightLine, lines_of};
use crate::model::Percent;
use crate::present::table::{Column, TableRow, table};
use crate::present::{View, visible};

/// What is shown besides the directors.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// The code of the method.
    pub method: &'a str,
    /// The file that gives the weights.
    pub path: &'a str,
    /// The projects whose weights are fixed.
    pub floors: &'a [FloorRecord],
    /// How far to go.
    pub level: Level,
    /// The subtotals.
    pub group_by: Option<GroupBy>,
    /// Whether there are several plans.
    pub several_plans: bool,
}

/// The weights of all directors.
pub fn weights_text(view: &View, directors: &[DirectorRecord], frame: Frame<'_>) -> String {
    let mut out = method_line(view, frame.method, frame.path, frame.floors);
    if directors.is_empty() {
        let _ = writeln!(out, "\n{}", view.messages.text("weights-none"));
    }
    for director in directors {
        out.push('\n');
        write_director(view, director, frame, &mut out);
    }
    out
}

/// How the weights were found.
pub(in crate::present) fn method_line(view: &View, method: &str, path: &str, floors: &[FloorRecord]) -> String {
    let numbers = view.numbers();
    let floor =
        |floor: &FloorRecord| format!("{} = {}", visible(&floor.project), numbers.percent(floor.weight_percent));
    let floors =
        if floors.is_empty() { "none".to_owned() } else { floors.iter().map(floor).collect::<Vec<_>>().join(", ") };
    let args = [("method", method.into()), ("path", visible(path).into_owned().into()), ("floors", floors.into())];
    view.messages.format("weights-method", &args) + "\n"
}

fn write_director(view: &View, director: &DirectorRecord, frame: Frame<'_>, out: &mut String) {
    let (bold, reset) = if view.colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    let cdrs = match &director.cdrs_led[..] {
        [] => "none".to_owned(),
        cdrs => format!("CDR {}", cdrs.join(", ")),
    };
    let commitment = view.numbers().percent(director.commitment_percent);
    let facts = view.messages.format("weights-director", &[("cdrs", cdrs.into()), ("commitment", commitment.into())]);
    let plan = if frame.several_plans { format!(" · {}", visible(&director.plan)) } else { String::new() };
    let _ = writeln!(out, "{bold}{}{reset} · {facts}{plan}", visible(&director.director));
    for note in &director.notes {
        let _ = writeln!(out, "{}", note.message);
    }
    if !director.projects.is_empty() && director.weight_percent != Percent::ZERO {
        out.push('\n');
        *out += &weights_table(view, director, frame.level);
    }
    if let Some(by) = frame.group_by.filter(|_| !director.groups.is_empty()) {
        let _ = write!(out, "\n{}\n\n", view.messages.text(&format!("group-{}", by.code())));
        *out += &groups_table(view, by, &director.groups);
    }
    for excerpt in &director.excerpts {
        out.push('\n');
        *out += excerpt;
    }
}

fn weights_table(view: &View, director: &DirectorRecord, level: Level) -> String {
    let numbers = view.numbers();
    let lines = lines_of(director, level);
    let places = director.projects.iter().map(|own| own.commitment_percent.places()).max().unwrap_or(2);
    let mut columns = vec![Column::words("column-project")];
    match level {
        Level::Project => columns.extend([
            Column::long("column-title"),
            Column::words("column-cdr"),
            Column::long("column-objective-kinds"),
        ]),
        Level::Objective => columns.extend([
            Column::words("column-objective"),
            Column::long("column-title"),
            Column::long("column-objective-kind"),
        ]),
        Level::Indicator => columns.extend([
            Column::words("column-objective"),
            Column::long("column-objective-kind"),
            Column::words("column-indicator"),
            Column::long("column-title"),
            Column::long("column-target"),
        ]),
    }
    if level == Level::Project {
        columns.push(Column::figures("column-percent"));
    }
    columns.push(Column::figures("column-weight"));
    let text =
        |text: &Option<String>| text.as_deref().map_or(Cow::Borrowed("–"), |text| visible(text).into_owned().into());
    let kinds = |line: &WeightLine| -> Cow<'_, str> {
        let words = line.kind.iter().map(|kind| view.messages.text(&format!("kind-{kind}")));
        if line.kind.is_empty() { "–".into() } else { words.collect::<Vec<_>>().join(", ").into() }
    };
    let weight = |weight: Option<Percent>| weight.map_or("–".into(), |weight| numbers.percent_to(weight, 2).into());
    let mut rows: Vec<TableRow<'_>> = lines
        .iter()
        .map(|line| {
            let mut cells = vec![text(&line.project)];
            match level {
                Level::Project => cells.extend([text(&line.title), text(&line.cdr), kinds(line)]),
                Level::Objective => {
                    let title = if line.objective.is_some() { &line.objective_title } else { &line.title };
                    cells.extend([text(&line.objective), text(title), kinds(line)]);
                }
                Level::Indicator => cells.extend([
                    text(&line.objective),
                    kinds(line),
                    text(&line.indicator),
                    text(&line.indicator_title),
                    text(&line.target),
                ]),
            }
            if level == Level::Project {
                let commitment = line.commitment_percent.map(|percent| numbers.percent_to(percent, places));
                cells.push(commitment.map_or("–".into(), Cow::Owned));
            }
            cells.push(weight(line.weight_percent));
            TableRow::plain(cells)
        })
        .collect();
    let mut sum: Vec<Cow<'_, str>> = vec!["".into(); columns.len()];
    sum[0] = view.messages.text("sum").into();
    if level == Level::Project {
        sum[columns.len() - 2] = numbers.percent_to(director.commitment_percent, places).into();
    }
    sum[columns.len() - 1] = weight(Some(lines.iter().filter_map(|line| line.weight_percent).sum()));
    rows.push(TableRow::plain(sum));
    table(view, &columns, &rows)
}

fn groups_table(view: &View, by: GroupBy, groups: &[GroupRecord]) -> String {
    let numbers = view.numbers();
    let parts = if by == GroupBy::Kind { "column-objectives" } else { "column-projects" };
    let columns = [Column::long("column-group"), Column::figures(parts), Column::figures("column-weight")];
    let name = |group: &GroupRecord| match &group.group {
        None => view.messages.text("group-none"),
        Some(kind) if by == GroupBy::Kind => view.messages.text(&format!("kind-{kind}")),
        Some(group) => visible(group).into_owned(),
    };
    let mut rows: Vec<TableRow<'_>> = groups
        .iter()
        .map(|group| {
            let weight = numbers.percent_to(group.weight_percent, 2);
            TableRow::plain(vec![name(group).into(), numbers.count(group.parts).into(), weight.into()])
        })
        .collect();
    rows.push(TableRow::plain(vec![
        view.messages.text("sum").into(),
        numbers.count(groups.iter().map(|group| group.parts).sum()).into(),
        numbers.percent_to(groups.iter().map(|group| group.weight_percent).sum(), 2).into(),
    ]));
    table(view, &columns, &rows)
}
