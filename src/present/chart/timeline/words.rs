//! What a picture of the year says: its title, which tells the finding, and its equivalent in words.

use jiff::civil::Date;

use super::band::Band;
use super::{Group, Line, ROLE, Row, Timeline, cut, width};
use crate::model::{Days, Percent, Step};
use crate::present::chart::material::Material;
use crate::present::chart::page::Paging;
use crate::present::chart::words::capitalised;
use crate::present::period::{period_words, periods_words};

/// What stands below a name: the role and, of who is over, when; the days alone, where there is no room for both.
pub(super) fn below(material: &Material<'_, '_>, row: &Row, band: &Band, limit: f64) -> String {
    let Some(first) = band.over.first() else { return row.role.clone() };
    let args = [("when", days(material, first.days).into()), ("more", (band.over.len() - 1).into())];
    let when = material.view.messages.format("chart-timeline-over-when", &args);
    let both = if row.role.is_empty() { when.clone() } else { format!("{} · {when}", row.role) };
    let short = short(material, first.days, band.over.len() > 1);
    let fitting = [both, when, short.clone()].into_iter().find(|words| width(words, ROLE) <= limit);
    fitting.unwrap_or_else(|| cut(&short, ROLE, limit))
}

/// When somebody is over, in as few letters as can be: `oltre 1 mar–30 giu`.
fn short(material: &Material<'_, '_>, days: Days, has_more: bool) -> String {
    let months = material.text("chart-months");
    let month = |number: i8| months.split(' ').nth(usize::from(number.unsigned_abs()) - 1).unwrap_or_default();
    let day = |day: Date| format!("{} {}", day.day(), month(day.month()));
    let period = days.period(material.plan.calendar());
    let words = period.map(|period| [period.from(), period.to()]).map_or_else(String::new, |[from, to]| {
        if from == to { day(from) } else { format!("{}–{}", day(from), day(to)) }
    });
    let args = [("when", words.into()), ("more", usize::from(has_more).into())];
    material.view.messages.format("chart-timeline-over-when", &args)
}

/// Some days of the year in words.
fn days(material: &Material<'_, '_>, days: Days) -> String {
    let plan = material.plan;
    let period = days.period(plan.calendar()).filter(|_| days != plan.year_days());
    period.map_or_else(
        || material.text("chart-timeline-all-year"),
        |period| period_words(material.view, period, plan.calendar()),
    )
}

impl Timeline<'_, '_, '_> {
    pub(super) fn title(&self) -> String {
        let material = self.scope.material;
        let of = |group: Group| self.lines.iter().filter(move |line| line.row.group == group);
        let year = material.plan.year_days();
        let is_always = |line: &&Line| line.band.over.first().is_some_and(|run| run.days == year);
        let people = self.lines.iter().filter(|line| line.row.group != Group::Collective);
        let (over, always) = (of(Group::Over).count(), of(Group::Over).filter(is_always).count());
        let most = of(Group::Over).map(|line| line.peak).max().unwrap_or_default();
        let args = [
            ("people", people.clone().count().into()),
            ("over", over.into()),
            ("always", if always == over { "all".into() } else { always.into() }),
            ("under", people.filter(|line| !line.band.under.is_empty()).count().into()),
            ("most", material.numbers().percent(most).into()),
            ("limit", self.limit().into()),
        ];
        let messages = &material.view.messages;
        let partly = messages.format("chart-people-partly", &[("partly", of(Group::Partly).count().into())]);
        let id = match over {
            _ if of(Group::Collective).count() == self.lines.len() => "chart-people-none",
            0 => "chart-timeline-none",
            _ => "chart-timeline-over",
        };
        let finding = messages.format(id, &args) + &partly;
        match (self.scope.cdr, self.subjects) {
            (_, Some([one])) => format!("{}: {finding}", material.name(*one)),
            (Some(cdr), _) => format!("{}: {finding}", material.cdr_name(cdr)),
            (None, _) => capitalised(&finding),
        }
    }

    pub(super) fn subtitle(&self, shown: usize, before: usize, paging: Paging) -> String {
        let material = self.scope.material;
        let scope = self.scope.cdr.map_or_else(|| material.plan_scope(), |cdr| material.cdr(cdr));
        let year = material.plan.year.map_or("none".to_owned(), |year| year.to_string());
        let args = [("scope", scope.into()), ("year", year.into())];
        let mut subtitle = material.view.messages.format("chart-timeline-subtitle", &args);
        if paging.of > 1 {
            let args = [("first", before + 1), ("last", before + shown), ("all", self.lines.len())];
            let args = args.map(|(name, number)| (name, number.into()));
            subtitle = format!("{subtitle} {}", material.view.messages.format("chart-people-range", &args));
        }
        subtitle
    }

    pub(super) fn alternative(&self, title: &str, lines: &[Line]) -> String {
        let is_calm = |line: &&Line| line.band.over.is_empty() && line.band.under.is_empty();
        let full = lines.iter().filter(is_calm).filter(|line| line.row.group == Group::Full);
        let full: Vec<&str> = full.map(|line| line.row.name.as_str()).collect();
        let told = lines.iter().filter(|line| !is_calm(line) || line.row.group != Group::Full);
        let told: Vec<String> = told.map(|line| self.told(line)).collect();
        let said = |names: String| if names.is_empty() { "none".to_owned() } else { names };
        let args =
            [("title", title.into()), ("told", said(told.join("; ")).into()), ("full", said(full.join("; ")).into())];
        self.scope.material.view.messages.format("chart-timeline-alt", &args)
    }

    /// Somebody's year in words: when it is over, with the most that it is then, and when it is under.
    fn told(&self, line: &Line) -> String {
        let material = self.scope.material;
        let run = |run: &Step| {
            let args = [("when", days(material, run.days).into()), ("most", self.percent(run.percent).into())];
            material.view.messages.format("chart-timeline-run", &args)
        };
        let over = listed(material, line.band.over.iter().map(run).collect());
        let periods: Vec<_> = joined(&line.band.under);
        let under = match &periods[..] {
            [all] if *all == material.plan.year_days() => Some(days(material, *all)),
            some => {
                let calendar = material.plan.calendar();
                let periods: Vec<_> = some.iter().filter_map(|days| days.period(calendar)).collect();
                periods_words(material.view, &periods, calendar)
            }
        };
        let none = || "none".to_owned();
        let args = [
            ("name", material.name(line.row.subject).into()),
            ("total", material.total_words(&material.standings[line.row.subject]).into()),
            ("over", over.unwrap_or_else(none).into()),
            ("under", under.unwrap_or_else(none).into()),
        ];
        material.view.messages.format("chart-timeline-told", &args)
    }

    fn percent(&self, percent: Percent) -> String {
        self.scope.material.numbers().percent(percent)
    }
}

/// As many as can be taken in at a glance, and how many more; none if there are none.
fn listed(material: &Material<'_, '_>, mut all: Vec<String>) -> Option<String> {
    const MOST: usize = 4;
    let more = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    let first = Some(all.join(", ")).filter(|first| !first.is_empty())?;
    let args = [("periods", first.clone().into()), ("more", more.into())];
    Some(if more == 0 { first } else { material.view.messages.format("periods-more", &args) })
}

/// The days of some steps, those that follow upon each other together.
fn joined(steps: &[Step]) -> Vec<Days> {
    let mut all: Vec<Days> = Vec::new();
    for step in steps {
        match all.last_mut().filter(|last| last.last + 1 == step.days.first) {
            Some(last) => last.last = step.days.last,
            None => all.push(step.days),
        }
    }
    all
}
