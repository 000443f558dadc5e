//! The parts of several documents → one plan.

use std::borrow::Cow;

use foldhash::{HashMap, HashSet};

use super::dates::Said;
use super::error::ParseError;
use super::not_counted;
use super::own_capacity::{self, BesideCapacity};
use super::own_time::{self, Worked};
use super::part::{Part, StaffRow};
use super::subjects::Subjects;
use super::taken_out;
use super::years::commonest;
use crate::identity;
use crate::model::{
    Cdr, Commitment, Days, Fault, Percentages, Period, Plan, Project, RejectedRow, Rejection, Sheet, UnreadFile,
};
use crate::read::{Folder, SkipReason};
use crate::settings::{Settings, Staff};
use crate::source::Document;
use crate::vocabulary::year_of;

/// A plan to which documents are being added.
#[derive(Debug, Default)]
pub struct Assembly<'t> {
    parts: Vec<Part<'t>>,
    entity: Option<(String, &'t Document)>,
    year: Option<(u16, &'t Document)>,
}

impl<'t> Assembly<'t> {
    /// Adds what one document holds.
    ///
    /// # Errors
    ///
    /// The document states another body or another year than one before it.
    pub fn add(&mut self, part: Part<'t>) -> Result<(), ParseError> {
        let document = part.document;
        if let Some(entity) = &part.title_page.entity {
            match &self.entity {
                Some((first, stated_by)) if identity::key(first) != identity::key(entity) => {
                    return Err(ParseError::TwoEntities {
                        first: stated_by.path().to_owned(),
                        first_entity: first.clone(),
                        second: document.path().to_owned(),
                        second_entity: entity.clone(),
                    });
                }
                Some(_) => {}
                None => self.entity = Some((entity.clone(), document)),
            }
        }
        if let Some(year) = part.title_page.year.or_else(|| commonest_year(&part)) {
            match self.year {
                Some((first, stated_by)) if first != year => {
                    return Err(ParseError::TwoYears {
                        first: stated_by.path().to_owned(),
                        first_year: first,
                        second: document.path().to_owned(),
                        second_year: year,
                    });
                }
                Some(_) => {}
                None => self.year = Some((year, document)),
            }
        }
        self.parts.push(part);
        Ok(())
    }

    /// The plan, if any document was added; `name` is that of its folder, of which some files could not be read.
    pub fn finish(
        self,
        name: &str,
        unread_files: Vec<UnreadFile<'t>>,
        settings: &'t Settings,
        staff: Option<&'t Staff>,
    ) -> Option<Plan<'t>> {
        if self.parts.is_empty() {
            return None;
        }
        let entity = settings.entity.name.clone().or(self.entity.map(|(entity, _)| entity));
        let year = settings.plan.year.or(self.year.map(|(year, _)| year));
        let year_of_days = year_of_periods(&self.parts);
        let year = year.or(year_of_days.filter(|year| *year != Period::UNSTATED));
        let label = label(settings.plan.label.as_deref(), entity.as_deref(), year).unwrap_or_else(|| name.to_owned());
        let mut plan = Plan {
            label,
            entity,
            year,
            documents: Vec::new(),
            cdrs: Vec::new(),
            projects: Vec::new(),
            sheets: Vec::new(),
            subjects: Vec::new(),
            commitments: Vec::new(),
            capacities: Vec::new(),
            rejected: Vec::new(),
            without_staff_table: Vec::new(),
            nothing_read: Vec::new(),
            unread_files,
            percentages: Percentages::default(),
            unaccounted: Vec::new(),
            not_shown: Vec::new(),
            staff_tables: 0,
            headers: Vec::new(),
            share_columns: Vec::new(),
            unread_columns: Vec::new(),
            assumed_scales: Vec::new(),
            unequal_totals: Vec::new(),
            periods_apart: Vec::new(),
            recipes: Vec::new(),
        };
        let mut cdrs = HashMap::default();
        let mut projects = Projects::default();
        let mut subjects = Subjects::new(settings, staff, &self.parts);
        let mut given = GivenOtherwise::default();
        for part in self.parts {
            add_part(&mut plan, part, year.or(year_of_days), &mut cdrs, &mut projects, &mut subjects, &mut given);
        }
        sort_projects(&mut plan);
        not_counted::attach(&plan, &mut subjects);
        let numbered = subjects.numbered();
        plan.subjects = subjects.all;
        settle_contracts(&mut plan);
        let mut out = own_capacity::settle(&mut plan, &given.beside_capacity, staff);
        out.extend(own_time::settle(&mut plan, &given.worked));
        taken_out::reject(&mut plan, &out);
        doubt_totals(&mut plan);
        doubt_numbers(&mut plan, &numbered, settings);
        Some(plan)
    }
}

/// Commitments that say more than a share of one's own time, or something else.
#[derive(Debug, Default)]
struct GivenOtherwise {
    /// As working time.
    worked: Vec<Worked>,
    /// Beside a capacity.
    beside_capacity: Vec<BesideCapacity>,
}

/// Leaves no contracts where one holds all year: it is what there is. Of which year a plan is nobody may know, and so which contracts hold.
fn settle_contracts(plan: &mut Plan<'_>) {
    let Some(year) = plan.year else {
        plan.subjects.iter_mut().for_each(|subject| subject.contracts = Cow::default());
        return;
    };
    for subject in &mut plan.subjects {
        let of_year = subject.contracts.iter().find(|own| own.within(year) == Some(Days::of_year(year))).copied();
        if let Some(contract) = of_year {
            subject.contracts = Cow::default();
            (subject.capacity, subject.working_time) = (Some(contract.capacity), contract.working_time);
        }
    }
}

/// How a plan is called: by its body and its year, and by what the settings call it besides, which says again no more than it
/// must. None where nothing says any of it.
fn label(own: Option<&str>, entity: Option<&str>, year: Option<u16>) -> Option<String> {
    let year = year.map(|year| year.to_string());
    let Some(own) = own else {
        let parts: Vec<&str> = entity.into_iter().chain(year.as_deref()).collect();
        return entity.map(|_| parts.join(" "));
    };
    let says = |part: &&str| identity::key(own).contains(&identity::key(part));
    let entity = entity.filter(|entity| !says(entity));
    let year = year.as_deref().filter(|year| entity.is_some() && !says(year));
    let before: Vec<&str> = entity.into_iter().chain(year).collect();
    Some(if before.is_empty() { own.to_owned() } else { format!("{} – {own}", before.join(" ")) })
}

/// The files of a folder that could not be read, and are of a form that may hold a plan.
pub fn unread_files(folder: &Folder) -> Vec<UnreadFile<'_>> {
    let unread = folder.skipped.iter().filter_map(|skipped| match skipped.reason {
        SkipReason::Unread(refusal) if refusal.may_hold_plan() => {
            Some(UnreadFile { path: &skipped.path, reason: refusal.code() })
        }
        _ => None,
    });
    unread.collect()
}

/// The year of all days that are written as those of commitments: none if they are of several, that of periods whose year nothing says
/// if no year is written at all.
fn year_of_periods(parts: &[Part<'_>]) -> Option<u16> {
    let said = parts.iter().flat_map(|part| &part.periods).filter_map(|period| period.said.ok());
    let mut years = said.flat_map(Said::years);
    let Some(first) = years.next() else { return Some(Period::UNSTATED) };
    years.all(|year| year == first).then(|| u16::try_from(first).ok()).flatten()
}

/// The year that most project codes of a document carry.
fn commonest_year(part: &Part<'_>) -> Option<u16> {
    let codes = part.sheets.iter().filter_map(|sheet| sheet.code.as_deref());
    commonest(codes.chain(part.listings.iter().map(|listing| listing.code.as_ref())).filter_map(year_of))
}

/// Adds the CDRs of a document to those of the plan; their places there.
fn add_cdrs<'t>(plan: &mut Plan<'t>, cdrs: Vec<Cdr<'t>>, known: &mut HashMap<Cow<'t, str>, usize>) -> Vec<usize> {
    let add = |cdr: Cdr<'t>| {
        let known = *known.entry(cdr.code.clone()).or_insert(plan.cdrs.len());
        let Some(merged) = plan.cdrs.get_mut(known) else {
            plan.cdrs.push(cdr);
            return known;
        };
        merged.has_summary |= cdr.has_summary;
        merged.director = merged.director.take().or(cdr.director);
        if merged.name.is_empty() {
            merged.name = cdr.name;
        }
        known
    };
    cdrs.into_iter().map(add).collect()
}

/// Adds one document's part to the plan, its indices turned into those of the plan; its periods are counted in a year, if that is known.
fn add_part<'t>(
    plan: &mut Plan<'t>,
    part: Part<'t>,
    year: Option<u16>,
    known_cdrs: &mut HashMap<Cow<'t, str>, usize>,
    projects: &mut Projects<'t>,
    subjects: &mut Subjects<'t>,
    given: &mut GivenOtherwise,
) {
    plan.documents.push(part.document);
    projects.known.reserve(part.sheets.len());
    subjects.reserve(part.rows.len());
    plan.staff_tables += part.staff_tables;
    plan.headers.extend(part.headers);
    plan.share_columns.extend(part.share_columns);
    plan.unread_columns.extend(part.unread_columns);
    plan.assumed_scales.extend(part.assumed_scales);
    plan.unequal_totals.extend(part.unequal_totals);
    plan.recipes.extend(part.recipes);
    plan.percentages = plan.percentages + part.percentages;
    let speaks_of_people = part.staff_tables > 0 || !part.unaccounted.is_empty();
    if part.rows.is_empty() && speaks_of_people {
        plan.nothing_read.push(part.document);
    } else if part.is_wanted && part.staff_tables == 0 {
        plan.without_staff_table.push(part.document);
    }
    plan.unaccounted.extend(part.unaccounted);
    plan.not_shown.extend(part.not_shown);
    let cdrs = add_cdrs(plan, part.cdrs, known_cdrs);
    for mut listing in part.listings {
        listing.cdr = listing.cdr.map(|cdr| cdrs[cdr]);
        let project = projects.of(plan, listing.code.clone(), listing.cdr);
        plan.projects[project].listings.push(listing);
    }
    let first_sheet = plan.sheets.len();
    plan.periods_apart.extend(part.periods_apart.into_iter().map(|apart| apart.behind(first_sheet)));
    let first_capacity = u32::try_from(plan.capacities.len()).unwrap_or(u32::MAX);
    plan.capacities.extend(part.capacities);
    for mut sheet in part.sheets {
        sheet.cdr = sheet.cdr.map(|cdr| cdrs[cdr]);
        projects.attach(plan, sheet);
    }
    let (mut next, first_rejected) = (plan.commitments.len(), plan.rejected.len());
    let commitment = |row: StaffRow<'t>| {
        let sheet = first_sheet + row.sheet;
        if plan.sheets[sheet].repeats.is_some() {
            plan.percentages.accepted -= row.percentages;
            plan.percentages.rejected += row.percentages;
            plan.rejected.push(rejected(&row, sheet, Fault { reason: Rejection::RepeatedSheet, place: row.figure }));
            return None;
        }
        let written = row.period.and_then(|number| part.periods.get(number.get() as usize - 1));
        let period = match written.map(|written| written.period(year)).transpose() {
            Ok(period) => period,
            Err((fault, place)) => {
                plan.percentages.accepted -= row.percentages;
                plan.percentages.rejected += row.percentages;
                let fault = Fault { reason: Rejection::UnreadablePeriod(fault), place };
                plan.rejected.push(rejected(&row, sheet, fault));
                return None;
            }
        };
        let Some(subject) = subjects.of((row.name, row.number), plan.sheets[sheet].code.as_deref(), next) else {
            plan.percentages.accepted -= row.percentages;
            plan.percentages.rejected += row.percentages;
            plan.rejected.push(rejected(&row, sheet, Fault { reason: Rejection::OfSeveral, place: row.name }));
            return None;
        };
        if row.capacity.is_some() {
            given.beside_capacity.push(BesideCapacity { commitment: next, percentages: row.percentages });
        } else if let Some((unit, full)) = row.bare_in.and_then(|table| *part.works.get(table as usize)?) {
            given.worked.push(Worked { commitment: next, unit, full, percentages: row.percentages });
        }
        next += 1;
        Some(Commitment {
            subject,
            sheet,
            role: row.role,
            percent: row.percent,
            period,
            rounded: row.rounded,
            is_doubtful: row.is_doubtful,
            name: row.name,
            number: row.number.filter(|number| subjects.is_number(row.name, *number)),
            role_written: row.role_written,
            figure: row.figure,
            capacity: row.capacity.and_then(|number| number.checked_add(first_capacity)),
        })
    };
    // Collected where the rows were, since they take as much room, and taken as they are where there are no others.
    let mut commitments: Vec<Commitment<'t>> = part.rows.into_iter().filter_map(commitment).collect();
    if plan.commitments.is_empty() {
        plan.commitments = commitments;
    } else {
        plan.commitments.append(&mut commitments);
    }
    for mut row in part.rejected {
        row.sheet = row.sheet.map(|sheet| first_sheet + sheet);
        let on_repeat = row.sheet.is_some_and(|sheet| plan.sheets[sheet].repeats.is_some());
        if let (true, Some(&Fault { place, .. })) = (on_repeat, row.faults.first()) {
            row.faults.push(Fault { reason: Rejection::RepeatedSheet, place });
        }
        plan.rejected.push(row);
    }
    if !part.periods.is_empty() {
        // Those that are rejected for their days stand among the others.
        let place = |row: &RejectedRow<'t>| row.faults.first().map(|fault| fault.place.offset());
        plan.rejected[first_rejected..].sort_by_key(place);
    }
}

/// Tells whose total is not what the rows say: a column that could change one stands unread.
fn doubt_totals(plan: &mut Plan<'_>) {
    for subject in 0..plan.subjects.len() {
        if plan.commitments_of(subject).any(|row| row.is_doubtful) {
            plan.subjects[subject].is_certain = false;
        }
    }
}

/// Tells of whom personnel numbers leave it open who they are: they share one with somebody of another name, or have several, which
/// those do not whom their numbers tell.
fn doubt_numbers(plan: &mut Plan<'_>, numbered: &HashSet<usize>, settings: &Settings) {
    if plan.commitments.iter().all(|row| row.number.is_none()) {
        return;
    }
    let mut bearers: HashMap<String, Vec<usize>> = HashMap::default();
    for subject in 0..plan.subjects.len() {
        let all = identity::numbers_of(plan, subject);
        let numbers: Vec<String> = all.iter().map(|(number, _)| number.to_string()).collect();
        let own = &mut plan.subjects[subject];
        if !own.is_person() {
            continue;
        }
        match &numbers[..] {
            _ if numbered.contains(&subject) => {}
            [] => {}
            [one] => own.number = Some(one.clone()),
            _ => (own.number, own.is_certain) = (None, false),
        }
        for number in numbers.iter().filter_map(|number| identity::number_key(number)) {
            bearers.entry(number).or_default().push(subject);
        }
    }
    for bearers in bearers.values().filter(|bearers| bearers.len() > 1) {
        for &one in bearers {
            let own = identity::keys(&plan.subjects[one]);
            let is_apart = |other: &usize| {
                let others = identity::keys(&plan.subjects[*other]);
                own.iter().any(|own| others.iter().any(|other| settings.are_told_apart(own, other)))
            };
            let is_told = bearers.iter().all(|other| *other == one || is_apart(other));
            plan.subjects[one].is_certain &= is_told;
        }
    }
}

/// A row that does not count for what its table does not say by itself.
fn rejected<'t>(row: &StaffRow<'t>, sheet: usize, fault: Fault<'t>) -> RejectedRow<'t> {
    RejectedRow {
        faults: vec![fault],
        name: Some(row.name.words()),
        number: row.number,
        role: Some(row.role),
        percent: Some(row.percent),
        sheet: Some(sheet),
    }
}

/// The projects by their codes.
#[derive(Debug, Default)]
struct Projects<'t> {
    known: HashMap<Cow<'t, str>, usize>,
}

impl<'t> Projects<'t> {
    /// The project of a code, which is new to the plan if no document named it before.
    fn of(&mut self, plan: &mut Plan<'t>, code: Cow<'t, str>, cdr: Option<usize>) -> usize {
        *self.known.entry(code.clone()).or_insert_with(|| {
            plan.projects.push(Project { code, cdr, listings: Vec::new(), sheet: None });
            plan.projects.len() - 1
        })
    }

    /// Adds a sheet to the plan and to its project.
    fn attach(&mut self, plan: &mut Plan<'t>, mut sheet: Sheet<'t>) {
        let index = plan.sheets.len();
        if let Some(code) = sheet.code.clone() {
            let project = self.of(plan, code, sheet.cdr);
            sheet.project = Some(project);
            let project = &mut plan.projects[project];
            // A sheet in a document that names no CDR belongs where a summary lists it.
            sheet.cdr = sheet.cdr.or(project.cdr);
            sheet.repeats = project.sheet;
            if project.sheet.is_none() {
                project.sheet = Some(index);
                project.cdr = sheet.cdr;
            }
        }
        plan.sheets.push(sheet);
    }
}

/// Orders the projects: CDR by CDR, first those with a sheet in the order of the sheets, then
/// those that are only listed.
fn sort_projects(plan: &mut Plan<'_>) {
    let mut order: Vec<usize> = (0..plan.projects.len()).collect();
    order.sort_by_key(|&at| {
        let project = &plan.projects[at];
        (project.cdr.unwrap_or(usize::MAX), project.sheet.unwrap_or(usize::MAX), at)
    });
    let mut place = vec![0; order.len()];
    for (now, &before) in order.iter().enumerate() {
        place[before] = now;
    }
    let mut projects: Vec<Option<Project<'_>>> = plan.projects.drain(..).map(Some).collect();
    plan.projects = order.into_iter().filter_map(|before| projects[before].take()).collect();
    for sheet in &mut plan.sheets {
        sheet.project = sheet.project.map(|project| place[project]);
    }
    adopt(plan);
}

/// Gives a sheet without CDR, read before the summary that lists it, the CDR of its project.
fn adopt(plan: &mut Plan<'_>) {
    for at in 0..plan.sheets.len() {
        let Some(project) = plan.sheets[at].project.filter(|_| plan.sheets[at].cdr.is_none()) else { continue };
        let listed = plan.projects[project].listings.iter().find_map(|listing| listing.cdr);
        plan.sheets[at].cdr = listed;
        plan.projects[project].cdr = plan.projects[project].cdr.or(listed);
    }
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn a_label_is_added_to_body_and_year() {
        let modena = Some("Comune di Modena");
        for (own, entity, year, expected) in [
            (None, modena, Some(2024), Some("Comune di Modena 2024")),
            (None, modena, None, Some("Comune di Modena")),
            (None, None, Some(2024), None),
            (Some("Allegato B"), modena, Some(2024), Some("Comune di Modena 2024 – Allegato B")),
            (Some("Allegato B"), None, Some(2024), Some("Allegato B")),
            (Some("PEG 2024"), modena, Some(2024), Some("Comune di Modena – PEG 2024")),
            (Some("Comune di Modena, PEG 2024"), modena, Some(2024), Some("Comune di Modena, PEG 2024")),
        ] {
            assert_eq!(label(own, entity, year).as_deref(), expected, "{own:?}");
        }
    }
}
