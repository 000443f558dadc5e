//! The scores for a terminal: for each director the whole first, then a table with every step, then what
//! has no result.

use std::borrow::Cow;
use std::fmt::Write;

use super::{DirectorScoreRecord, IndicatorScoreRecord, ObjectiveScoreRecord, Points, ScoreFields, UncountedRecord};
use crate::analyse::ScoreRules;
use crate::model::Percent;
use crate::present::table::{Column, TableRow, table};
use crate::present::weights::method_line;
use crate::present::{FloorRecord, Level, View, concise, visible};

/// What is shown besides the directors.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// The code of the method of the weights.
    pub method: &'a str,
    /// The file that gives the weights.
    pub path: &'a str,
    /// The projects whose weights are fixed.
    pub floors: &'a [FloorRecord],
    /// The rules of the scores.
    pub rules: &'a ScoreRules,
    /// How far to go.
    pub level: Level,
    /// Results that count for nobody.
    pub uncounted: &'a [UncountedRecord],
    /// Whether there are several plans.
    pub several_plans: bool,
}

/// The scores of all directors.
pub fn score_text(view: &View, directors: &[DirectorScoreRecord], frame: Frame<'_>) -> String {
    let mut out = method_line(view, frame.method, frame.path, frame.floors);
    out += &rules_line(view, frame.rules);
    let (scored, unscored): (Vec<_>, Vec<_>) = directors.iter().partition(|own| has_result(own));
    for director in scored {
        out.push('\n');
        write_director(view, director, frame, &mut out);
    }
    if !unscored.is_empty() {
        let name = |own: &&DirectorScoreRecord| {
            let plan = if frame.several_plans { format!(" ({})", visible(&own.plan)) } else { String::new() };
            format!("{}{plan}", visible(&own.director))
        };
        let names: Vec<String> = unscored.iter().map(name).collect();
        let said =
            view.messages.format("score-nothing", &[("names", names.join(", ").into()), ("count", names.len().into())]);
        let _ = writeln!(out, "\n{said}");
    }
    if !frame.uncounted.is_empty() {
        let codes: Vec<Cow<'_, str>> = frame.uncounted.iter().map(|record| visible(&record.indicator)).collect();
        let args = [("count", codes.len().into()), ("codes", codes.join(", ").into())];
        let _ = writeln!(out, "\n{}", view.messages.format("score-uncounted", &args));
    }
    out
}

/// By which rules the scores were found.
fn rules_line(view: &View, rules: &ScoreRules) -> String {
    let args = [
        ("indicators", rules.of_indicators.code().into()),
        ("cap", view.numbers().percent(rules.cap).into()),
        ("days", rules.days_to_zero.map_or("none".to_owned(), |days| days.to_string()).into()),
    ];
    format!("{}\n{}\n", view.messages.format("score-rules", &args), view.messages.text("score-rounding"))
}

fn has_result(director: &DirectorScoreRecord) -> bool {
    director.projects.iter().any(|own| own.score.score_percent.is_some())
}

fn write_director(view: &View, director: &DirectorScoreRecord, frame: Frame<'_>, out: &mut String) {
    let (bold, reset) = if view.colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    let numbers = view.numbers();
    let cdrs = match &director.cdrs_led[..] {
        [] => "none".to_owned(),
        cdrs => format!("CDR {}", cdrs.join(", ")),
    };
    let covered = director.score.covered_percent;
    let covers = if covered == Percent::ZERO {
        "nothing"
    } else if covered == director.weight_percent {
        "all"
    } else {
        "some"
    };
    let args = [
        ("cdrs", cdrs.into()),
        ("score", score(view, &director.score).into()),
        ("points", points(view, &director.points).into()),
        ("covered", numbers.percent_to(covered, 2).into()),
        ("covers", covers.into()),
    ];
    let facts = view.messages.format("score-director", &args);
    let plan = if frame.several_plans { format!(" · {}", visible(&director.plan)) } else { String::new() };
    let _ = writeln!(out, "{bold}{}{reset} · {facts}{plan}", visible(&director.director));
    for note in &director.notes {
        let _ = writeln!(out, "{}", note.message);
    }
    if let Some(said) = not_payable(view, director) {
        let _ = writeln!(out, "{said}");
    }
    *out += &concise(view, &director.findings);
    out.push('\n');
    *out += &score_table(view, director, frame.level);
    if !director.missing.is_empty() {
        let weight: Percent = director.missing.iter().map(|own| own.weight_percent).sum();
        let args = [("weight", numbers.percent_to(weight, 2).into())];
        let _ = write!(out, "\n{}\n\n", view.messages.format("score-missing", &args));
        *out += &missing_table(view, director);
    }
}

/// What of the result pay is not payable, and what is left of the points; none where times of payment were kept.
fn not_payable(view: &View, director: &DirectorScoreRecord) -> Option<String> {
    let own = &director.payment;
    let share = view.numbers().percent_to(own.not_payable_percent?, 2);
    let rest = approximately(view, own.payable_points_percent, own.payable_points_exact.as_deref());
    let args = [("share", share.into()), ("points", points(view, &director.points).into()), ("rest", rest.into())];
    Some(view.messages.format("score-not-payable", &args))
}

/// A score with two places, marked where they are not enough.
fn score(view: &View, fields: &ScoreFields) -> String {
    approximately(view, fields.score_percent, fields.score_exact.as_deref())
}

/// Points, likewise.
fn points(view: &View, points: &Points) -> String {
    approximately(view, points.points_percent, points.points_exact.as_deref())
}

fn approximately(view: &View, rounded: Option<Percent>, exact: Option<&str>) -> String {
    let Some(rounded) = rounded else { return "–".to_owned() };
    let figure = view.numbers().bare_to(rounded, 2);
    if exact == Some(&*rounded.to_string()) { figure } else { format!("≈ {figure}") }
}

/// Every part with its score, the figures first: titles may be long.
fn score_table(view: &View, director: &DirectorScoreRecord, level: Level) -> String {
    let with_values = level == Level::Indicator;
    let with_covered = director.score.covered_percent != director.weight_percent;
    let mut columns = vec![Column::words("column-code"), Column::figures("column-weight")];
    if with_covered {
        columns.push(Column::figures("column-covered"));
    }
    if with_values {
        columns.extend([Column::words("column-target"), Column::words("column-actual")]);
    }
    columns.extend([
        Column::long("column-calculation"),
        Column::figures("column-score"),
        Column::figures("column-points"),
        Column::long("column-title"),
    ]);
    let row = |line: Line<'_>| line.row(view, with_covered, with_values);
    let mut rows: Vec<TableRow<'_>> = Vec::new();
    for own in &director.projects {
        rows.push(row(Line::of(0, own.project.as_deref(), own.title.as_deref(), own.weight_percent, &own.score)
            .with_points(&own.points)));
        // What has no result at all is listed below.
        let is_scored = own.score.score_percent.is_some();
        for objective in own.objectives.iter().filter(|_| is_scored && level != Level::Project) {
            let (code, title) = (Some(&*objective.objective), objective.title.as_deref());
            rows.push(row(Line::of(1, code, title, objective.weight_percent, &objective.score)));
            for indicator in objective.indicators.iter().filter(|_| with_values) {
                let (code, title) = (Some(&*indicator.indicator), indicator.title.as_deref());
                let line = Line::of(2, code, title, indicator.weight_percent, &indicator.score);
                rows.push(row(line.with_values(indicator)));
            }
        }
    }
    rows.push(sum_row(view, director, columns.len()));
    table(view, &columns, &rows)
}

/// A line of the table of scores.
struct Line<'a> {
    depth: usize,
    code: Option<&'a str>,
    title: Option<&'a str>,
    weight: Percent,
    fields: &'a ScoreFields,
    points: Option<&'a Points>,
    indicator: Option<&'a IndicatorScoreRecord>,
}

impl<'a> Line<'a> {
    fn of(
        depth: usize,
        code: Option<&'a str>,
        title: Option<&'a str>,
        weight: Percent,
        fields: &'a ScoreFields,
    ) -> Self {
        Self { depth, code, title, weight, fields, points: None, indicator: None }
    }

    fn with_points(self, points: &'a Points) -> Self {
        Self { points: Some(points), ..self }
    }

    fn with_values(self, indicator: &'a IndicatorScoreRecord) -> Self {
        Self { indicator: Some(indicator), ..self }
    }

    fn row(self, view: &View, with_covered: bool, with_values: bool) -> TableRow<'static> {
        let shown = |text: Option<&str>| text.map_or("–".to_owned(), |text| visible(text).into_owned());
        let indent = "  ".repeat(self.depth);
        let mut cells: Vec<Cow<'static, str>> =
            vec![format!("{indent}{}", shown(self.code)).into(), view.numbers().percent_to(self.weight, 2).into()];
        if with_covered {
            cells.push(view.numbers().percent_to(self.fields.covered_percent, 2).into());
        }
        if with_values {
            let value = |value: fn(&IndicatorScoreRecord) -> &Option<String>| {
                self.indicator.map_or(String::new(), |own| shown(value(own).as_deref()))
            };
            let given = self.indicator.and_then(|own| own.given_target.as_deref());
            let target = given.map_or_else(
                || value(|own| &own.target),
                |given| view.messages.format("score-given-target", &[("target", visible(given).into())]),
            );
            cells.extend([target.into(), value(|own| &own.actual).into()]);
        }
        cells
            .push(self.fields.calculation.as_deref().map(|said| visible(said).into_owned()).unwrap_or_default().into());
        cells.push(score(view, self.fields).into());
        cells.push(self.points.map_or(String::new(), |own| points(view, own)).into());
        cells.push(shown(self.title).into());
        TableRow::plain(cells)
    }
}

fn sum_row<'a>(view: &View, director: &DirectorScoreRecord, columns: usize) -> TableRow<'a> {
    let numbers = view.numbers();
    let mut sum: Vec<Cow<'_, str>> = vec!["".into(); columns];
    let points = points(view, &director.points);
    sum[0] = view.messages.text("sum").into();
    sum[1] = numbers.percent_to(director.weight_percent, 2).into();
    let covered = director.score.covered_percent;
    if covered != director.weight_percent {
        sum[2] = numbers.percent_to(covered, 2).into();
    }
    if covered != Percent::ZERO {
        sum[columns - 4] = format!("{points} / {} × 100", numbers.bare(covered)).into();
    }
    sum[columns - 3] = score(view, &director.score).into();
    sum[columns - 2] = points.into();
    TableRow::plain(sum)
}

/// What has no result: whole projects and objectives as one line.
fn missing_table(view: &View, director: &DirectorScoreRecord) -> String {
    let columns = [Column::words("column-code"), Column::figures("column-weight"), Column::long("column-reason")];
    let mut lines: Vec<(Option<&str>, Percent, &str)> = Vec::new();
    for own in &director.projects {
        if own.objectives.is_empty() {
            lines.push((own.project.as_deref(), own.weight_percent, "no-objective"));
        } else if own.score.score_percent.is_none() {
            lines.push((own.project.as_deref(), own.weight_percent, "no-result"));
        } else {
            own.objectives.iter().for_each(|objective| add_missing(objective, &mut lines));
        }
    }
    let row = |(code, weight, reason): (Option<&str>, Percent, &str)| {
        let code = code.map_or("–".to_owned(), |code| visible(code).into_owned());
        let weight = view.numbers().percent_to(weight, 2);
        TableRow::plain(vec![code.into(), weight.into(), view.messages.text(&format!("missing-{reason}")).into()])
    };
    table(view, &columns, &lines.into_iter().map(row).collect::<Vec<_>>())
}

fn add_missing<'a>(objective: &'a ObjectiveScoreRecord, lines: &mut Vec<(Option<&'a str>, Percent, &'a str)>) {
    if objective.score.score_percent.is_none() {
        let reason = if objective.indicators.is_empty() { "no-indicator" } else { "no-result" };
        return lines.push((Some(&objective.objective), objective.weight_percent, reason));
    }
    let without = objective.indicators.iter().filter(|indicator| indicator.line.is_none());
    lines.extend(without.map(|own| (Some(&*own.indicator), own.weight_percent, "no-result")));
}
