//! How many people are exactly at a hundred, and how far the others are: fixed classes, the same in every
//! report, empty ones too.

use super::font::width;
use super::material::Material;
use super::page::{Page, file_name};
use super::picture::Picture;
use super::scene::{Anchor, Points};
use super::style::{EXACT_BAR, FIGURE, HAIRLINE, HEAD, HEAVY, INK, LEGEND, MARGIN, OVER, QUIET, THIN, UNDER};
use super::words::{capitalised, name as cut_name, short_name};
use crate::analyse::{Standing, Status, apportion};
use crate::model::{Percent, SubjectKind};

/// The classes, in hundredths of a percent of the capacity: the least and the largest that two decimals can
/// write.
const CLASSES: [(i64, i64); 11] = [
    (15_001, i64::MAX),
    (11_001, 15_000),
    (10_101, 11_000),
    (10_001, 10_100),
    (10_000, 10_000),
    (9_900, 9_999),
    (7_500, 9_899),
    (5_000, 7_499),
    (2_500, 4_999),
    (1, 2_499),
    (0, 0),
];
/// The class of those who are exactly as they should be.
const EXACT: usize = 4;
const ROW: f64 = 5.1;
const BAR: f64 = 3.6;

/// The picture of the totals; none where there is nobody.
pub fn distribution(material: &Material<'_, '_>) -> Option<Picture> {
    let people: Vec<&Standing> = material.standings.iter().filter(|standing| is_counted(material, standing)).collect();
    if people.is_empty() {
        return None;
    }
    let mut classes: [Vec<&Standing>; CLASSES.len()] = Default::default();
    for standing in &people {
        classes[class(standing)].push(standing);
    }
    for class in &mut classes {
        class.sort_by(|a, b| {
            classed(b).cmp(&classed(a)).then_with(|| material.name(a.subject).cmp(&material.name(b.subject)))
        });
    }
    let counts = classes.each_ref().map(Vec::len);
    let title = title(material, &counts);
    let scope = [("scope", material.plan_scope().into())];
    let mut page =
        Page::new(material, &title, &material.view.messages.format("chart-distribution-subtitle", &scope), None);
    let drawn = Table::of(&page, &counts, people.len());
    drawn.heads(&mut page);
    for (at, class) in classes.iter().enumerate() {
        drawn.class(&mut page, at, class);
    }
    drawn.total(&mut page);
    explain(&mut page, &counts);
    let told = told(material, &counts, &classes.concat());
    let args = [("title", title.clone().into()), ("told", told.into())];
    let alternative = material.view.messages.format("chart-distribution-alt", &args);
    Some(page.finish(file_name("distribution", "", &material.slug, None), &title, &alternative))
}

/// Whether a subject is a person whose total is certain, and of all rows that are written.
fn is_counted(material: &Material<'_, '_>, standing: &Standing) -> bool {
    standing.is_certain && !standing.is_partly_read() && material.plan.subjects[standing.subject].is_person()
}

/// What somebody is put into a class by: whoever is over, on some days or by the mean, by the most; everybody else by the total.
fn classed(standing: &Standing) -> Percent {
    let peak = standing.peak.filter(|_| standing.status == Some(Status::Over));
    peak.map_or(standing.total, |peak| peak.percent)
}

/// Somebody's name; beside it total and peak, where the class is not that of the total.
fn named(material: &Material<'_, '_>, standing: &Standing, name: &str) -> String {
    if classed(standing) == standing.total {
        return name.to_owned();
    }
    format!("{name} ({})", material.total_words(standing))
}

/// The class of somebody's total, as a share of the capacity; exact values are compared, not those that are
/// printed: 100,005 is over, 98,995 below 99,00.
fn class(standing: &Standing) -> usize {
    let of_peak = standing.peak.filter(|_| standing.status == Some(Status::Over)).zip(standing.excess);
    let capacity = of_peak.map(|(peak, excess)| peak.percent - excess).or(standing.capacity);
    let capacity = capacity.unwrap_or(Percent::HUNDRED).millionths();
    let total = classed(standing).millionths() * 10_000;
    let is_over = total > 10_000 * capacity;
    let fits = |&(from, to): &(i64, i64)| match (is_over, from) {
        (true, _) => to == i64::MAX || total <= i128::from(to) * capacity,
        (false, 0 | 1) => total >= i128::from(from),
        (false, _) => total >= i128::from(from) * capacity,
    };
    // Over: the class that ends soonest; under: the one that begins latest.
    let found = if is_over {
        (0..EXACT).rev().find(|&at| fits(&CLASSES[at]))
    } else {
        (EXACT..CLASSES.len()).find(|&at| fits(&CLASSES[at]))
    };
    found.unwrap_or(CLASSES.len() - 1)
}

/// How a class is called: `75,00–98,99`.
fn label(material: &Material<'_, '_>, at: usize) -> String {
    let numbers = material.numbers();
    let (from, to) = CLASSES[at];
    let figure = |hundredths: i64| numbers.bare_to(Percent::from_hundredths(hundredths), 2);
    match at {
        0 => material.view.messages.format("chart-class-over", &[("from", figure(from - 1).into())]),
        EXACT => material.view.messages.format("chart-class-exact", &[("exact", figure(to).into())]),
        at if at == CLASSES.len() - 1 => figure(0),
        _ => format!("{}–{}", figure(from), figure(to)),
    }
}

/// The title: it says how many there are of all whose totals are certain, and of how many not all was read.
fn title(material: &Material<'_, '_>, counts: &[usize]) -> String {
    let is_person = |standing: &&Standing| material.plan.subjects[standing.subject].is_person();
    let people = material.standings.iter().filter(|standing| standing.is_certain).filter(is_person);
    let partly = people.filter(|standing| standing.is_partly_read()).count();
    let people = partly + counts.iter().sum::<usize>();
    let (over, exact, under): (usize, usize, usize) =
        (counts[..EXACT].iter().sum(), counts[EXACT], counts[EXACT + 1..].iter().sum());
    let args = [
        ("people", people.into()),
        ("over", over.into()),
        ("exact", exact.into()),
        ("under", under.into()),
        ("all", (exact == people).to_string().into()),
        ("limit", if material.has_own_capacities() { "capacity" } else { "hundred" }.into()),
    ];
    let unread = [("partly", partly.into()), ("partly-text", material.numbers().count(partly).into())];
    let messages = &material.view.messages;
    capitalised(&(messages.format("chart-distribution-title", &args) + &messages.format("headline-partly", &unread)))
}

fn told(material: &Material<'_, '_>, counts: &[usize], people: &[&Standing]) -> String {
    let filled = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let filled = filled.map(|(at, count)| format!("{}: {count}", label(material, at)));
    let at_peak = people.iter().filter(|standing| classed(standing) != standing.total);
    let at_peak = at_peak.map(|standing| named(material, standing, &material.name(standing.subject)));
    filled.chain(at_peak).collect::<Vec<_>>().join("; ")
}

fn explain(page: &mut Page<'_, '_, '_>, counts: &[usize]) {
    let material = page.material;
    if counts[EXACT + 1..].iter().any(|&count| count > 0) {
        page.explain(material.text("chart-note-partial"));
    }
    let mut about = material.text("chart-note-people-share");
    let collectives: Vec<String> = material
        .standings
        .iter()
        .filter(|standing| !is_counted(material, standing))
        .map(|standing| format!("{} ({})", material.name(standing.subject), material.numbers().percent(standing.total)))
        .collect();
    if !collectives.is_empty() {
        let args = [("count", collectives.len().into()), ("names", collectives.join(", ").into())];
        let is_collective = |own: &Standing| material.plan.subjects[own.subject].kind == SubjectKind::Collective;
        let are_collectives = material.standings.iter().filter(|own| !is_counted(material, own)).all(is_collective);
        let id = if are_collectives { "chart-note-without" } else { "chart-note-without-some" };
        about = format!("{about} {}", material.view.messages.format(id, &args));
    }
    let has_others = material.standings.iter().any(|standing| {
        material.plan.subjects[standing.subject].is_person()
            && standing.capacity.is_some_and(|own| own != Percent::HUNDRED)
    });
    if material.tolerance != Percent::ZERO {
        about = format!("{about} {}", material.text("chart-note-exact-classes"));
    }
    if has_others {
        about = format!("{about} {}", material.text("chart-note-of-capacity"));
    }
    page.explain(about);
    if material.standings.iter().any(|standing| classed(standing) != standing.total) {
        page.explain(material.text("chart-note-peak-classes"));
    }
    page.explain(material.means_note());
}

/// Where the columns are, and what each class has.
struct Table {
    label: f64,
    bar: f64,
    per_person: f64,
    count: f64,
    counts: Vec<usize>,
    shares: Vec<Percent>,
}

impl Table {
    fn of(page: &Page<'_, '_, '_>, counts: &[usize], people: usize) -> Self {
        let material = page.material;
        let labels = (0..CLASSES.len()).map(|at| width(&label(material, at), FIGURE.bold())).fold(0.0, f64::max);
        let label = MARGIN + 3.5 + labels;
        let share = width("100,00 %", FIGURE.bold()).max(width(&material.text("chart-share"), HEAD));
        let count = page.right() - share - 5.0;
        let sizes: Vec<u128> = counts.iter().map(|&count| count as u128).collect();
        let shares = apportion(10_000, &sizes).unwrap_or_default();
        let shares =
            shares.into_iter().map(|part| Percent::from_hundredths(i64::try_from(part).unwrap_or_default())).collect();
        let bar = label + 2.0;
        let room = count - 9.0 - bar;
        // Beside the bars that have names there must be room for these.
        let most = counts.iter().copied().max().unwrap_or(people).max(1) as f64;
        let named = counts.iter().enumerate().filter(|(at, _)| *at != EXACT).map(|(_, &count)| count).max();
        let named = named.unwrap_or_default().max(1) as f64;
        let per_person = (room / most).min(room * 0.45 / named);
        Self { label, bar, per_person, count, counts: counts.to_vec(), shares }
    }

    fn heads(&self, page: &mut Page<'_, '_, '_>) {
        let material = page.material;
        page.y += 6.0;
        page.scene.text(&material.text("chart-total-head"), self.label, page.y, Anchor::End, HEAD);
        page.scene.text(&material.text("column-people"), self.count, page.y, Anchor::End, HEAD);
        page.scene.text(&material.text("chart-share"), page.right(), page.y, Anchor::End, HEAD);
        page.y += 1.4;
        page.scene.across(MARGIN, page.right(), page.y, THIN, HAIRLINE);
        page.y += 0.7;
    }

    fn class(&self, page: &mut Page<'_, '_, '_>, at: usize, people: &[&Standing]) {
        let material = page.material;
        let is_exact = at == EXACT;
        if is_exact {
            page.y += 0.5;
            page.scene.across(MARGIN, page.right(), page.y, THIN, HAIRLINE);
            page.y += 0.5;
        }
        let middle = page.y + ROW / 2.0;
        let baseline = middle + FIGURE.cap_height() / 2.0;
        page.scene.down(self.bar, middle - ROW / 2.0 - 1.0, middle + ROW / 2.0 + 0.6, THIN, HAIRLINE);
        let is_empty = people.is_empty();
        let (points, colour) = if at < EXACT { (Points::Up, OVER) } else { (Points::Down, UNDER) };
        if !is_exact {
            page.scene.triangle(MARGIN + 1.1, baseline, points, if is_empty { HAIRLINE } else { colour });
        }
        let kind = match (is_exact, is_empty) {
            (true, _) => FIGURE.bold(),
            (false, true) => FIGURE.in_colour(QUIET),
            (false, false) => FIGURE,
        };
        page.scene.text(&label(material, at), self.label, baseline, Anchor::End, kind);
        let end = self.bar + self.per_person * self.counts[at] as f64;
        let fill = if is_exact { EXACT_BAR } else { colour };
        page.scene.rect(self.bar, middle - BAR / 2.0, end, middle + BAR / 2.0, fill);
        if !is_exact && !is_empty {
            self.names(page, people, end + 1.5, baseline);
        }
        let bold = if is_empty { FIGURE.in_colour(QUIET) } else { FIGURE.bold() };
        page.scene.text(&material.numbers().count(self.counts[at]), self.count, baseline, Anchor::End, bold);
        let share = material.numbers().percent_to(self.shares[at], 2);
        let plain = if is_empty { FIGURE.in_colour(QUIET) } else { FIGURE };
        page.scene.text(&share, page.right(), baseline, Anchor::End, plain);
        page.y += ROW;
        if is_exact {
            page.y += 0.5;
            page.scene.across(MARGIN, page.right(), page.y, THIN, HAIRLINE);
            page.y += 0.5;
        }
    }

    /// The names beside a bar: whole and with their peaks, or short, or as many as fit and how many more.
    fn names(&self, page: &mut Page<'_, '_, '_>, people: &[&Standing], start: f64, baseline: f64) {
        let material = page.material;
        let limit = self.count - 6.0 - start;
        let names = people.iter().map(|standing| (standing, material.name(standing.subject)));
        let (whole, short): (Vec<String>, Vec<String>) =
            names.map(|(standing, name)| (named(material, standing, &name), short_name(&name))).unzip();
        // Room for the marks of those who have a note.
        let noted = people.iter().filter(|standing| material.pair_of(standing.subject).is_some()).count();
        let limit = limit - 2.0 * noted as f64;
        let rest = |kept: usize| {
            let args = [("more", (short.len() - kept).into())];
            if kept == short.len() { String::new() } else { material.view.messages.format("chart-names-more", &args) }
        };
        let fits = |names: &[String], kept: usize| width(&(names[..kept].join(", ") + &rest(kept)), LEGEND) <= limit;
        let (names, kept) = if fits(&whole, whole.len()) {
            (whole, short.len())
        } else {
            let kept = (1..=short.len()).rev().find(|&kept| fits(&short, kept)).unwrap_or(1);
            let first = cut_name(&short[0], LEGEND, limit - width(&rest(1), LEGEND));
            let names = if kept == 1 { vec![first] } else { short.clone() };
            (names, kept)
        };
        let mut text = String::new();
        for (at, (name, standing)) in names.iter().zip(people).take(kept).enumerate() {
            let note = material.pair_of(standing.subject).map(|pair| material.pair_note(pair));
            let mark = note.map(|note| format!(" {}", page.mark(note))).unwrap_or_default();
            text += if at > 0 { ", " } else { "" };
            text += name;
            text += &mark;
        }
        text += &rest(kept);
        page.scene.text(&text, start, baseline, Anchor::Start, LEGEND);
    }

    fn total(&self, page: &mut Page<'_, '_, '_>) {
        let material = page.material;
        page.y += 0.6;
        page.scene.across(MARGIN, page.right(), page.y, HEAVY, INK);
        page.y += 3.4;
        page.scene.text(&material.text("column-total"), self.label, page.y, Anchor::End, FIGURE.bold());
        let people = material.numbers().count(self.counts.iter().sum());
        page.scene.text(&people, self.count, page.y, Anchor::End, FIGURE.bold());
        let share = material.numbers().percent_to(self.shares.iter().copied().sum(), 2);
        page.scene.text(&share, page.right(), page.y, Anchor::End, FIGURE.bold());
        page.y += 1.4;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fte;

    #[test]
    fn every_total_has_its_class() {
        let class_of = |millionths: i64, capacity: i64| {
            let capacity = Some(Percent::from_hundredths(capacity));
            let total = Percent::from_millionths(millionths);
            class(&Standing {
                plan: 0,
                subject: 0,
                rows: 1,
                projects: 1,
                total,
                fte: Fte::ZERO,
                capacity,
                peak: None,
                excess: None,
                status: None,
                of_total: None,
                is_certain: true,
                by_rounding: false,
                rejected: 0,
            })
        };
        for (millionths, expected) in [
            (340_000_000, 0),
            (150_000_001, 0),
            (150_000_000, 1),
            (110_000_000, 2),
            (101_000_001, 2),
            (101_000_000, 3),
            (100_000_001, 3),
            (100_000_000, EXACT),
            (99_999_999, 5),
            (99_000_000, 5),
            (98_995_000, 6),
            (75_000_000, 6),
            (50_000_000, 7),
            (25_000_000, 8),
            (24_999_999, 9),
            (1, 9),
            (0, 10),
        ] {
            assert_eq!(class_of(millionths, 10_000), expected, "{millionths}");
        }
        // Half of a hundred is all of fifty.
        assert_eq!(class_of(50_000_000, 5_000), EXACT);
        assert_eq!(class_of(51_000_000, 5_000), 2);
    }
}
