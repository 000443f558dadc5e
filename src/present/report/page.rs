//! The page: everything to read, in one file that asks for nothing from anywhere.

use askama::Template;

use super::policy::policy;
use super::tables::Block;
use super::{Report, ReportError, plain};
use crate::analyse::Status;
use crate::model::Role;
use crate::present::check::{headline, skipped_words};
use crate::present::findings::{accepted_words, heading};
use crate::present::people::{RoleWords, tolerance_words, when};
use crate::present::period::period_words;
use crate::present::person::{other_spellings, written_out};
use crate::present::place::{Counted, Spot, precise};
use crate::present::rejected::rejected_words;
use crate::present::{Account, FindingRecord, Language, Naming, Numbers, visible_lines};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

#[derive(Template)]
#[template(path = "page.html", config = "src/present/report/askama.toml")]
struct Page<'r> {
    report: &'r Report<'r>,
    lang: &'static str,
    policy: String,
    style: &'static str,
    script: &'static str,
    label: String,
    headline: String,
    has_capacities: bool,
    has_periods: bool,
    figures: Vec<Figure>,
    sections: [&'static str; 8],
    deviations: Vec<PersonRow>,
    findings_heading: String,
    findings: Vec<FindingRow>,
    cdr_options: Vec<(String, String)>,
    role_options: Vec<(&'static str, String)>,
    status_options: Vec<(&'static str, String)>,
    count_text: String,
    people: Vec<PersonRow>,
    blocks: Vec<Block>,
    pictures: Vec<PictureRow>,
    read: String,
    footer: String,
}

impl Page<'_> {
    fn text(&self, id: &str) -> String {
        self.report.view.messages.text(id)
    }
}

/// The code of those to whose total rows are missing that were not read.
const PARTLY_READ: &str = "partly-read";

/// A figure that matters.
struct Figure {
    name: String,
    value: String,
    class: &'static str,
}

struct PersonRow {
    anchor: String,
    name: String,
    spellings: String,
    roles: String,
    role_codes: String,
    cdrs: String,
    cdr_codes: String,
    projects: usize,
    total: String,
    total_value: String,
    peak: String,
    peak_value: String,
    when: String,
    capacity: String,
    capacity_value: String,
    difference: String,
    difference_value: String,
    class: &'static str,
    sign: &'static str,
    /// Whether not the total is over, but the most.
    is_over_at_times: bool,
    status: String,
    status_code: &'static str,
    reasons: Vec<String>,
    /// The message that heads the column of where the rows are written.
    counted: &'static str,
    lines: Vec<LineRow>,
    equation: String,
}

struct LineRow {
    line: String,
    project: String,
    title: String,
    percent: String,
    period: String,
    year: String,
    running: String,
}

struct FindingRow {
    code: &'static str,
    severity: &'static str,
    severity_word: String,
    message: String,
    help: String,
    accepted: String,
    places: String,
    origins: Vec<OriginRow>,
}

struct OriginRow {
    path: String,
    place: String,
    excerpt: String,
}

struct PictureRow {
    svg: String,
    title: String,
    words: String,
}

impl Report<'_> {
    pub(super) fn language(&self) -> &'static str {
        match self.view.messages.language() {
            Language::Italian => "it",
            Language::English => "en",
        }
    }

    pub(super) fn names_are_plain(&self) -> bool {
        self.view.naming == Naming::Plain
    }

    pub(super) fn text(&self, id: &str) -> String {
        self.view.messages.text(id)
    }

    pub(super) fn numbers(&self) -> Numbers {
        self.view.numbers()
    }

    /// The page as HTML, complete in itself: style, script and pictures are in it.
    ///
    /// # Errors
    ///
    /// Those of the drawing and of the template.
    pub fn page(&self) -> Result<String, ReportError> {
        let people: Vec<PersonRow> = self.accounts.iter().enumerate().map(|(at, own)| self.person(at, own)).collect();
        let is_off = |(_, own): &(usize, &Account)| {
            let is_judged = matches!(own.person.judged, Some(Status::Over | Status::Under));
            own.person.kind == "person" && (is_judged || own.person.is_partly_read)
        };
        let deviations =
            self.accounts.iter().enumerate().filter(is_off).map(|(at, own)| self.person(at, own)).collect();
        let role_words = RoleWords::of(self.view);
        let page = Page {
            report: self,
            lang: self.language(),
            policy: policy(STYLE, SCRIPT),
            style: STYLE,
            script: SCRIPT,
            label: plain(&self.info.label),
            // A figure and its sign stay on one line.
            headline: headline(self.view, &self.check).replace(" %", "\u{a0}%"),
            has_capacities: self.check.own_capacities,
            has_periods: self.rows.year_days().is_some(),
            figures: self.figures(),
            sections: ["deviations", "findings", "people", "cdrs", "projects", "weights", "pictures", "read"],
            deviations,
            findings_heading: heading(self.view, self.check.severities, self.check.accepted),
            findings: self.check.findings().map(|finding| self.finding(finding)).collect(),
            cdr_options: self
                .cdrs
                .iter()
                .filter_map(|cdr| {
                    let code = cdr.cdr.clone()?;
                    let name = cdr.name.as_deref().map_or(code.clone(), |name| format!("{code} – {name}"));
                    Some((code, name))
                })
                .collect(),
            role_options: Role::ALL
                .into_iter()
                .filter(|role| self.accounts.iter().any(|own| own.person.roles.contains(&role.code())))
                .map(|role| (role.code(), role_words.joined(&[role.code()]).into_owned()))
                .collect(),
            status_options: [
                ("over", self.text("status-over")),
                ("under", self.text("status-under")),
                ("full", self.text(self.full_message())),
                (PARTLY_READ, self.text("status-partly-read")),
            ]
            .into_iter()
            .filter(|(code, _)| *code != PARTLY_READ || self.check.counts.people_partly_read() > 0)
            .collect(),
            count_text: self.view.messages.format("report-count", &[("n", "{n}".into()), ("all", "{all}".into())]),
            people,
            blocks: vec![self.cdr_block(), self.project_block(), self.weight_block()],
            pictures: self.picture_rows()?,
            read: self.read_section()?,
            footer: self.view.messages.format("report-footer", &[("version", env!("CARGO_PKG_VERSION").into())]),
        };
        // Nothing that a reader of the page could not see, wherever it comes from.
        page.render().map(|page| visible_lines(&page).into_owned()).map_err(ReportError::of)
    }

    /// The word for a total that is what it should be, whatever that is.
    fn full_message(&self) -> &'static str {
        if self.check.own_capacities { "status-at-capacity" } else { "status-full" }
    }

    fn figures(&self) -> Vec<Figure> {
        let numbers = self.numbers();
        let counts = self.check.counts;
        let figure = |id: &str, value: String, class| Figure { name: self.text(id), value, class };
        let under = counts.people_under - counts.under_partly_read;
        let mut figures = vec![
            figure("report-people", numbers.count(counts.people), ""),
            figure("report-over", numbers.count(counts.people_over), if counts.people_over > 0 { "over" } else { "" }),
            figure(self.full_message(), numbers.count(counts.people_full - counts.full_partly_read), ""),
            figure("report-under", numbers.count(under), if under > 0 { "under" } else { "" }),
            figure("read-sum", numbers.percent(counts.commitment), ""),
            figure("read-tolerance", tolerance_words(self.view, Some(self.info.tolerance)), ""),
        ];
        if counts.people_partly_read() > 0 {
            let partly = numbers.count(counts.people_partly_read());
            figures.insert(4, figure("report-partly-read", partly, "under"));
        }
        figures
    }

    fn person(&self, at: usize, own: &Account) -> PersonRow {
        let numbers = self.numbers();
        let person = &own.person;
        let is_person = person.kind == "person";
        let (class, sign) = match person.judged {
            _ if !is_person => ("", ""),
            _ if person.is_partly_read => ("", "?"),
            Some(Status::Over) => ("over", "▲"),
            Some(Status::Under) => ("under", "▼"),
            _ => ("", ""),
        };
        let counted = Counted::of(own.commitments.iter().map(|row| Spot::from(&row.origin)));
        let lines = own.commitments.iter().map(|row| LineRow {
            line: Spot::from(&row.origin).words(self.view, counted).into_owned(),
            project: row.project.as_deref().map_or("–".to_owned(), plain),
            title: row.project_title.as_deref().map_or("–".to_owned(), plain),
            percent: numbers.percent(row.percent),
            period: row.period.map_or("–".to_owned(), |period| period_words(self.view, period, own.year.0)),
            year: numbers.percent(row.year_percent.unwrap_or(row.percent)),
            running: numbers.percent(row.running_percent),
        });
        let rejected = rejected_words(self.view, &own.rejected, person.total_percent).map(|words| plain(&words));
        let spellings = other_spellings(person);
        let spelled = |names: String| self.view.messages.format("person-as-written", &[("names", names.into())]);
        PersonRow {
            anchor: format!("p{}", at + 1),
            counted: counted.heading(),
            name: plain(&person.person),
            spellings: spellings.map(spelled).unwrap_or_default(),
            roles: RoleWords::of(self.view).joined(&person.roles).into_owned(),
            role_codes: person.roles.join(" "),
            cdrs: person.cdrs.join(", "),
            cdr_codes: person.cdrs.join(" "),
            projects: person.projects,
            total: numbers.percent(person.total_percent),
            total_value: person.total_percent.to_string(),
            peak: person.peak_percent.map_or("–".to_owned(), |peak| numbers.percent(peak)),
            peak_value: person.peak_percent.unwrap_or(person.total_percent).to_string(),
            when: when(self.view, person),
            difference: person.difference_percent.map_or("–".to_owned(), |gap| numbers.difference(gap)),
            difference_value: person.difference_percent.unwrap_or_default().to_string(),
            class,
            sign,
            is_over_at_times: person.is_over_at_times && sign == "▲",
            status: person.status_message().map_or("–".to_owned(), |id| self.text(id)),
            capacity: person.capacity_percent.map_or("–".to_owned(), |capacity| numbers.percent(capacity)),
            capacity_value: person.capacity_percent.unwrap_or_default().to_string(),
            status_code: if person.is_partly_read { PARTLY_READ } else { person.status.unwrap_or_default() },
            reasons: rejected.into_iter().chain(self.reasons(&person.person)).collect(),
            lines: lines.collect(),
            equation: if own.commitments.is_empty() { String::new() } else { written_out(self.view, own) },
        }
    }

    /// Why somebody is over or under, as the findings about them say.
    fn reasons(&self, person: &str) -> Vec<String> {
        let about = |finding: &&FindingRecord| {
            finding.person.as_deref() == Some(person)
                && matches!(finding.code, "A001" | "A002" | "A003" | "A004" | "A007")
        };
        let of_pair =
            |finding: &&FindingRecord| finding.code == "N001" && finding.persons.iter().any(|name| **name == *person);
        let mut reasons: Vec<String> = Vec::new();
        for finding in self.check.findings().filter(about) {
            for reason in &finding.explained_by {
                // What was rejected is told of everybody, whatever there is to find about them.
                if !matches!(reason.reason, "probable-same-person" | "rejected-row") {
                    let args = [("project", reason.project.clone().unwrap_or_default().into())];
                    reasons.push(self.view.messages.format(&format!("report-reason-{}", reason.reason), &args));
                }
            }
            // Where there are periods, the days are what there is to say.
            if matches!(finding.code, "A003" | "A004" | "A007") || !finding.days.is_empty() {
                reasons.push(plain(&finding.message));
            }
            reasons.extend(finding.accepted.as_ref().map(|own| accepted_words(self.view, own)));
        }
        reasons.extend(self.check.findings().filter(of_pair).map(|finding| plain(&finding.message)));
        reasons
    }

    fn finding(&self, finding: &FindingRecord) -> FindingRow {
        let severity = finding.severity.code();
        FindingRow {
            code: finding.code,
            severity,
            severity_word: self.text(&format!("severity-{severity}")),
            message: plain(&finding.message),
            help: plain(&finding.help),
            accepted: finding.accepted.as_ref().map(|own| accepted_words(self.view, own)).unwrap_or_default(),
            places: self.view.messages.format("report-places", &[("count", finding.origins.len().into())]),
            origins: finding
                .origins
                .iter()
                .map(|record| {
                    let origin = record.origin();
                    OriginRow {
                        path: plain(origin.path),
                        place: precise(self.view, record),
                        excerpt: plain(origin.excerpt.trim_end()),
                    }
                })
                .collect(),
        }
    }

    /// The pictures, but for accounts, which are tables of people.
    fn picture_rows(&self) -> Result<Vec<PictureRow>, ReportError> {
        let shown = self.pictures.iter().filter(|picture| !picture.name.starts_with("person__"));
        let row = |(at, picture): (usize, &super::Picture)| {
            let ids = (format!("title-{at}"), format!("desc-{at}"));
            let svg = picture.svg_with((&ids.0, &ids.1)).map_err(ReportError::of)?;
            Ok(PictureRow { svg, title: picture.title.clone(), words: picture.alternative.clone() })
        };
        shown.enumerate().map(row).collect()
    }

    /// How the plan was read: documents, counts, tolerance, settings, version.
    fn read_section(&self) -> Result<String, ReportError> {
        let numbers = self.numbers();
        let coverage = self.check.coverage;
        let counts = self.check.counts;
        let rows = self.view.messages.format(
            "read-rows-detail",
            &[
                ("accepted", numbers.count(coverage.rows_accepted).into()),
                ("rejected", numbers.count(coverage.rows_rejected).into()),
                ("repeated", coverage.rows_repeated.into()),
                ("repeated-text", numbers.count(coverage.rows_repeated).into()),
                ("tables", coverage.staff_tables.into()),
                ("tables-text", numbers.count(coverage.staff_tables).into()),
            ],
        );
        let mut facts: Vec<(String, String)> = vec![
            (self.text("read-cdrs"), numbers.count(counts.cdrs)),
            (self.text("read-sheets"), numbers.count(counts.sheets)),
            (self.text("read-rows"), format!("{} = {rows}", numbers.count(coverage.rows_seen))),
            (self.text("read-sum"), numbers.percent(counts.commitment)),
            (self.text("read-tolerance"), tolerance_words(self.view, Some(self.info.tolerance))),
        ];
        facts.extend(self.circumstances());
        let inputs = self.info.inputs.iter().map(|input| {
            vec![
                plain(&input.path),
                numbers.count(usize::try_from(input.bytes).unwrap_or(usize::MAX)),
                numbers.count(input.lines),
                input.sha256.clone().unwrap_or_default(),
            ]
        });
        let skipped = skipped_words(self.view, &self.check.skipped).join(", ");
        if !skipped.is_empty() {
            facts.push((self.text("read-skipped"), skipped));
        }
        let read = Read {
            title: self.text("report-section-read"),
            facts,
            heads: ["column-document", "report-bytes", "report-lines", "report-sha256"].map(|id| self.text(id)),
            inputs: inputs.collect(),
        };
        read.render().map_err(ReportError::of)
    }
}

#[derive(Template)]
#[template(path = "read.html", config = "src/present/report/askama.toml")]
struct Read {
    title: String,
    facts: Vec<(String, String)>,
    heads: [String; 4],
    inputs: Vec<Vec<String>>,
}
