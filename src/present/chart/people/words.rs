//! What a picture of people says: its title, which tells the finding, and its equivalent in words.

use super::{Group, Row, Scope};
use crate::model::Percent;
use crate::present::chart::page::Paging;
use crate::present::chart::words::capitalised;

impl Scope<'_, '_, '_> {
    /// How many people there are, over, under, not fully read, and with a total that is not certain.
    pub(in crate::present::chart) fn counts(&self) -> [usize; 5] {
        let of = |group: Group| self.rows.iter().filter(|row| row.group == group).count();
        let people = self.rows.iter().filter(|row| row.group != Group::Collective).count();
        [people, of(Group::Over), of(Group::Under), of(Group::Partly), of(Group::Uncertain)]
    }

    pub(super) fn title(&self) -> String {
        let [people, over, under, partly, uncertain] = self.counts();
        let most = self.rows.iter().filter_map(|row| row.excess).max().unwrap_or_default();
        let times = self.rows.iter().filter(|row| row.is_over_at_times).count();
        let args = [
            ("people", people.into()),
            ("over", over.into()),
            ("under", under.into()),
            ("times", times.into()),
            ("most", self.material.numbers().difference(most).into()),
            ("limit", self.limit().into()),
        ];
        let id = match (people, over, under) {
            (0, ..) => "chart-people-none",
            (_, 0, 0) if partly + uncertain > 0 => "chart-people-none-off",
            (_, 0, 0) => "chart-people-full",
            (_, 0, _) => "chart-people-under",
            (_, _, 0) => "chart-people-over",
            _ => "chart-people-both",
        };
        let messages = &self.material.view.messages;
        let partly = messages.format("chart-people-partly", &[("partly", partly.into())]);
        let finding = messages.format(id, &args) + &partly;
        match self.cdr {
            Some(cdr) => format!("{}: {finding}", self.material.cdr_name(cdr)),
            None => capitalised(&finding),
        }
    }

    pub(super) fn subtitle(&self, rows: &[Row], before: usize, paging: Paging) -> String {
        let scope = self.cdr.map_or_else(|| self.material.plan_scope(), |cdr| self.material.cdr(cdr));
        let mut subtitle = self.material.view.messages.format("chart-people-subtitle", &[("scope", scope.into())]);
        if paging.of > 1 {
            let args = [
                ("first", (before + 1).into()),
                ("last", (before + rows.len()).into()),
                ("all", self.rows.len().into()),
            ];
            subtitle.push(' ');
            subtitle += &self.material.view.messages.format("chart-people-range", &args);
        }
        subtitle
    }

    /// What the totals are held against, for messages.
    pub(in crate::present::chart) fn limit(&self) -> &'static str {
        let is_hundred = self.rows.iter().all(|row| row.bar.capacity == Percent::HUNDRED);
        if is_hundred { "hundred" } else { "capacity" }
    }

    pub(super) fn alternative(&self, title: &str, rows: &[Row]) -> String {
        let numbers = self.material.numbers();
        let said = |row: &Row| {
            let total = self.material.total_words(&self.material.standings[row.subject]);
            match row.difference.filter(|_| row.group != Group::Collective) {
                Some(gap) => format!("{} {total} ({})", row.name, numbers.difference(gap)),
                None => format!("{} {total}", row.name),
            }
        };
        let told: Vec<String> = rows.iter().filter(|row| row.group != Group::Full).map(said).collect();
        let full: Vec<&str> = rows.iter().filter(|row| row.group == Group::Full).map(|row| row.name.as_str()).collect();
        let args = [
            ("title", title.into()),
            ("partly", rows.iter().filter(|row| row.group == Group::Partly).count().into()),
            ("told", if told.is_empty() { "none".into() } else { told.join("; ").into() }),
            ("full", if full.is_empty() { "none".into() } else { full.join("; ").into() }),
        ];
        self.material.view.messages.format("chart-people-alt", &args)
    }
}
