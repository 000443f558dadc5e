//! How a score was found, as an office writes it down: `80 / 90 × 100 = 800/9`.

use rust_decimal::Decimal;

use crate::analyse::{Achievement, OfIndicators, ProjectScore, ScoreRules, Scored, Step};
use crate::model::{Percent, Score};
use crate::present::{Names, View};

/// What is needed to write calculations down.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calculation<'a> {
    pub view: &'a View,
    pub rules: &'a ScoreRules,
    pub names: &'a Names,
}

/// A longer fraction says less than its rounding.
const LONGEST: usize = 12;
/// More parts than these are counted, not written.
const MOST: usize = 8;

impl Calculation<'_> {
    /// That of an indicator.
    pub fn of_indicator(self, achievement: &Achievement) -> String {
        let step = self.step(achievement.step);
        let with_limit = |id: &str| {
            let cap = self.view.numbers().bare(self.rules.cap);
            self.view.messages.format(id, &[("step", step.clone().into()), ("cap", cap.into())])
        };
        match &achievement.step {
            Step::Ratio(..) | Step::Late(_) if !achievement.score.is_round() => {
                self.with_result(step, &achievement.score)
            }
            Step::Ratio(part, whole) if Score::ratio(*part, *whole).is_some_and(|ratio| ratio > achievement.score) => {
                with_limit("score-capped")
            }
            Step::Ratio(part, _) if part.is_sign_negative() && !part.is_zero() => with_limit("score-at-least"),
            Step::NoneLeft(_) => with_limit("score-at-most"),
            _ => step,
        }
    }

    fn step(self, step: Step) -> String {
        let messages = &self.view.messages;
        match step {
            Step::Ratio(part, whole) => format!("{} / {} × 100", self.figure(part), self.figure(whole)),
            Step::NoneLeft(actual) => format!("{} ≤ 0", self.figure(actual)),
            Step::Within(actual, limit) => format!("{} ≤ {}", self.figure(actual), self.figure(limit)),
            Step::Beyond(actual, limit) => format!("{} > {}", self.figure(actual), self.figure(limit)),
            Step::OnTime => messages.text("score-on-time"),
            Step::Late(days) => {
                let all = self.rules.days_to_zero.map_or("none".to_owned(), |all| all.to_string());
                messages.format("score-late", &[("days", days.into()), ("all", all.into())])
            }
            Step::AsAsked(true) => messages.text("score-as-asked"),
            Step::AsAsked(false) => messages.text("score-not-as-asked"),
        }
    }

    /// That of an objective from the scores of its indicators; none where there is only one.
    pub fn of_objective<'s>(self, scores: impl Iterator<Item = &'s Score>, whole: Option<&Scored>) -> Option<String> {
        let terms: Vec<String> = scores.map(|score| self.exact(score)).collect();
        let whole = whole.filter(|_| terms.len() > 1)?;
        let calculation = match self.rules.of_indicators {
            _ if terms.len() > MOST => {
                let id = format!("score-{}-of-many", self.rules.of_indicators.code());
                self.view.messages.format(&id, &[("count", terms.len().into())])
            }
            OfIndicators::Mean => format!("({}) / {}", terms.join(" + "), terms.len()),
            OfIndicators::Worst => format!("min({})", terms.join("; ")),
        };
        Some(self.with_result(calculation, &whole.score))
    }

    /// That of a project from its objectives; none where there is only one.
    pub fn of_project(self, score: &ProjectScore) -> Option<String> {
        let parts: Vec<&Scored> = score.objectives.iter().flatten().collect();
        let whole = score.whole.as_ref().filter(|_| parts.len() > 1)?;
        let weight = |weight: Percent| self.view.numbers().bare(weight);
        let calculation = if parts.len() > MOST {
            self.view.messages.format("score-weighted-of-many", &[("count", parts.len().into())])
        } else if whole.covered == Percent::ZERO {
            let terms: Vec<String> = parts.iter().map(|part| self.exact(&part.score)).collect();
            format!("({}) / {}", terms.join(" + "), parts.len())
        } else {
            let term = |part: &&Scored| format!("{} × {}", weight(part.covered), self.exact(&part.score));
            let terms: Vec<String> = parts.iter().map(term).collect();
            format!("({}) / {}", terms.join(" + "), weight(whole.covered))
        };
        Some(self.with_result(calculation, &whole.score))
    }

    /// The exact result behind a calculation, where the rounded one is another.
    fn with_result(self, calculation: String, score: &Score) -> String {
        let exact = self.exact(score);
        match exact.strip_prefix("≈ ") {
            _ if score.is_round() => calculation,
            Some(rounded) => format!("{calculation} ≈ {rounded}"),
            None => format!("{calculation} = {exact}"),
        }
    }

    /// An exact score; a long fraction by its rounding, said so.
    fn exact(self, score: &Score) -> String {
        let numbers = self.view.numbers();
        if score.is_round() {
            return numbers.bare(score.rounded());
        }
        let exact = numbers.exact(&score.to_string());
        if exact.chars().count() > LONGEST { format!("≈ {}", numbers.bare(score.rounded())) } else { exact }
    }

    fn figure(self, value: Decimal) -> String {
        self.view.numbers().decimal(value.normalize(), 0)
    }
}
