//! What the headings of a table, and what stands below them, say of its columns: whether there is one for each project, or for each
//! person.

use super::body::Body;
use super::heads::{Head, Heading, Heads, heads_codes};
use super::sides::{ProjectColumns, Sides, Slot, SlotOf};
use crate::model::{Meaning, Role};
use crate::parse::cells::{adds_up, bears_given_name, looks_like_person, role_of};
use crate::parse::columns::{Columns, NameColumn};
use crate::parse::dates::{Said, period};
use crate::parse::spans::is_part_of_year;
use crate::source::{Block, Cell, Place};
use crate::vocabulary::{
    Clarity, ColumnHeader, Side, Unit, Vocabulary, counts_no_project, heading_of_year, is_unit, names_month,
    numbers_project, says_projects, states_time, unit_in,
};

/// What is found in the headings and below them.
pub struct Found<'a, 't> {
    pub heads: &'a Heads<'t>,
    pub known: &'a [Option<ColumnHeader>],
    pub body: &'a Body<'t>,
    pub vocabulary: Vocabulary<'a>,
}

/// What stands beside the figures, their columns, and those of their totals.
pub type Parts<'t> = (Sides, Vec<Slot<'t>>, Vec<usize>);

impl<'t> Found<'_, 't> {
    /// The numbers of the columns.
    pub fn columns(&self) -> impl Iterator<Item = usize> + use<> {
        0..self.heads.columns.len()
    }

    fn meaning(&self, column: usize) -> Option<Meaning> {
        self.known.get(column).copied().flatten().map(|header| header.meaning)
    }

    /// Whether a column adds others up.
    pub fn is_total(&self, column: usize) -> bool {
        self.heads.columns[column].own().is_some_and(adds_up)
    }

    /// The columns that hold a project's code above them, and no name, role or number of people.
    fn codes(&self) -> Vec<Slot<'t>> {
        use Meaning::{Aside, Hours, Project, Share, Title};
        let may_be = |at: &usize| {
            matches!(self.meaning(*at), None | Some(Share | Hours | Project | Title | Aside)) && !self.is_total(*at)
        };
        let code = |at: usize| {
            let (code, title) = self.heads.columns[at].code(self.vocabulary)?;
            self.are_of_commitments(at, code, title).then_some(Slot { column: at, of: SlotOf::Project(code, title) })
        };
        self.columns().filter(may_be).filter_map(code).collect()
    }

    /// Whether there are columns of figures below a code that are no commitments of the plan's year.
    pub fn has_other_columns(&self) -> bool {
        let is_other = |at: usize| {
            let code = self.heads.columns[at].code(self.vocabulary);
            code.is_some_and(|(code, title)| !self.are_of_commitments(at, code, title))
        };
        self.columns().any(is_other)
    }

    /// Whether the figures below a code may be commitments of the plan's year: no other heading is of a part of the year, of another
    /// year, or of merits; and of several columns below one code only those are that say so.
    fn are_of_commitments(&self, column: usize, code: Place<'t>, title: Option<Place<'t>>) -> bool {
        let is_within = |whole: Place<'t>, part: Place<'t>| {
            (whole.offset()..=whole.offset() + whole.raw().len()).contains(&part.offset())
        };
        let all = &self.heads.columns[column].all;
        let others = all.iter().filter(|heading| {
            !is_within(heading.place, code) && !title.is_some_and(|title| is_within(heading.place, title))
        });
        let is_measure = |place: Place<'t>| {
            is_unit(&place.words())
                || self.vocabulary.header(place.raw()).is_some_and(|header| {
                    matches!(header.meaning, Meaning::Share | Meaning::Hours | Meaning::Project | Meaning::Title)
                })
        };
        let is_of_code = |heading: &&Heading<'t>| is_within(heading.place, code);
        let below_shared = all.iter().position(|heading| is_of_code(&heading) && heading.is_shared);
        let is_other = below_shared.is_some_and(|at| all[at + 1..].iter().any(|below| !is_measure(below.place)));
        !is_other && !others.into_iter().any(|heading| self.says_other(&heading.place.words()))
    }

    /// Whether a heading says that figures are of a part of the year, of another year, or no commitments.
    fn says_other(&self, words: &str) -> bool {
        let of_year = heading_of_year(words).map(|heading| heading.year);
        let is_of_other_year = of_year.is_some_and(|year| self.vocabulary.year().is_some_and(|own| own != year));
        let is_of_part =
            || is_part_of_year(words) || names_month(words) || period(words, None).is_ok_and(Said::is_part);
        let is_time = || of_year.is_none() && unit_in(words) == Unit::Unstated && states_time(words);
        is_of_other_year || (of_year.is_none() && is_of_part()) || is_time() || counts_no_project(words)
    }

    /// The columns of figures of which the headings say nothing that is known: not of time, not of merits.
    fn unknown(&self) -> Vec<usize> {
        let is_unknown = |at: &usize| {
            let says_other = |heading: Place<'_>| {
                let words = heading.words();
                states_time(&words) || is_part_of_year(&words) || counts_no_project(&words) || is_unit(&words)
            };
            let head = &self.heads.columns[*at];
            let own = head.own().filter(|own| self.vocabulary.header(own.raw()).is_none());
            own.is_some_and(|own| !says_other(own)) && !self.is_total(*at)
        };
        self.columns().filter(is_unknown).filter(|at| self.body.has_figures(*at)).collect()
    }

    /// The columns that add others up.
    pub fn totals(&self) -> Vec<usize> {
        self.columns().filter(|at| self.is_total(*at)).collect()
    }

    /// People in the rows, a column for each project.
    pub fn people_by_projects(&self) -> Option<Parts<'t>> {
        let (mut slots, totals) = (self.codes(), self.totals());
        let is_own = |at: &usize| !slots.iter().any(|slot| slot.column == *at);
        let others: Vec<usize> = self.unknown().into_iter().filter(is_own).collect();
        let has_project = || self.columns().any(|at| self.meaning(at) == Some(Meaning::Project));
        if slots.is_empty() && (others.len() < 2 || has_project()) {
            return None;
        }
        if self.has_people_between(&slots) {
            return None;
        }
        let names = self.names(&slots)?;
        let title = |at: usize, is_said: bool| {
            let place = self.heads.columns[at].own()?;
            Some(Slot { column: at, of: SlotOf::Title(place, is_said) })
        };
        let own: Vec<usize> = slots.iter().map(|slot| slot.column).collect();
        let all: Vec<usize> = own.iter().chain(&others).copied().collect();
        let makes = |columns: &[usize]| totals.iter().any(|total| self.body.totals_are_of(*total, columns));
        if slots.is_empty() {
            let is_said = self.says_projects(&others);
            let says_percent = || others.iter().chain(&totals).all(|at| self.body.has_signs(*at));
            // `Totale %`, `Totale ore`: what all of them make is somebody's time.
            let heading =
                |at: &usize| self.heads.columns[*at].own().map_or(Unit::Unstated, |own| unit_in(&own.words()));
            let says_unit = || totals.iter().any(|at| matches!(heading(at), Unit::Percent | Unit::Work(..)));
            if !(is_said || ((says_percent() || says_unit()) && makes(&others))) {
                return None;
            }
            slots = others.iter().filter_map(|at| title(*at, is_said)).collect();
        } else if !others.is_empty() && !makes(&own) && makes(&all) {
            // What the totals add up is a project, too, whatever it is called.
            slots.extend(others.iter().filter_map(|at| title(*at, false)));
            slots.sort_by_key(|slot| slot.column);
        }
        Some((Sides::People(names), slots, totals))
    }

    /// Whether people other than those of the rows stand between the columns of projects: then it is tables that stand side by side, each with people of its own.
    fn has_people_between(&self, slots: &[Slot<'t>]) -> bool {
        let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return false };
        let is_known =
            |at: usize| matches!(self.meaning(at), Some(Meaning::Person | Meaning::Surname | Meaning::Director));
        let before = (0..first.column).find(|at| is_known(*at));
        let is_of_people = |at: usize| {
            is_known(at)
                && !slots.iter().any(|slot| slot.column == at)
                && self.body.has_any_person(at)
                && !before.is_some_and(|before| self.body.repeats(at, before))
        };
        (first.column..last.column).any(is_of_people)
    }

    /// Where the names are: below a header that says so or, beside the codes of projects, below none where people stand.
    fn names(&self, slots: &[Slot<'t>]) -> Option<Columns> {
        use Meaning::{Aside, FirstName, Number, Person, Role, Surname};
        let is_of_people =
            |header: &ColumnHeader| matches!(header.meaning, Person | Surname | FirstName | Role | Number | Aside);
        let is_slot = |at: usize| slots.iter().any(|slot| slot.column == at);
        let found = self.known.iter().enumerate().filter_map(|(at, header)| Some((at, (*header)?)));
        let found: Vec<(usize, ColumnHeader)> =
            found.filter(|(at, header)| is_of_people(header) && !is_slot(*at)).collect();
        let cells = self.heads.columns.len();
        if let Some(columns) = Columns::of_names(&found, cells) {
            let NameColumn::Whole(at) = columns.name else { return Some(columns) };
            // *Nome*, *Soggetto* and *Risorsa* name other things, too.
            let is_sure = self.known[at].is_some_and(|header| header.clarity > Clarity::Doubtful);
            return (is_sure || self.body.has_people(at)).then_some(columns);
        }
        if slots.len() < 2 {
            return None;
        }
        let corner = self.columns().find(|at| !is_slot(*at) && self.body.has_people(*at))?;
        if self.known[corner].is_some() {
            return None;
        }
        let name = ColumnHeader { meaning: Person, clarity: Clarity::Clear, unit: Unit::Unstated };
        Columns::of_names(&found.into_iter().chain([(corner, name)]).collect::<Vec<_>>(), cells)
    }

    /// Whether the headings say that some columns are of projects: one above all of them, or that of the names.
    fn says_projects(&self, columns: &[usize]) -> bool {
        let above = |at: &usize| {
            let shared = self.heads.columns[*at].all.iter().filter(|heading| heading.is_shared);
            shared.into_iter().any(|heading| says_projects(&heading.place.words()))
        };
        let corner = self.heads.columns.first().and_then(Head::own);
        let is_project = |words: &str| says_projects(words) || numbers_project(words);
        let own = |at: &usize| self.heads.columns[*at].own().is_some_and(|own| is_project(&own.words()));
        columns.iter().all(|at| above(at) || own(at)) || corner.is_some_and(|corner| says_projects(&corner.words()))
    }

    /// Projects in the rows, a column for each person.
    pub fn projects_by_people(&self) -> Option<Parts<'t>> {
        use Meaning::{Person, Surname};
        if self.columns().any(|at| matches!(self.meaning(at), Some(Person | Surname)) && !self.body.has_figures(at)) {
            return None;
        }
        let own = self.project_columns()?;
        let is_own = |at: usize| own.meaning(at).is_some();
        let totals = self.totals();
        let slots: Vec<Slot<'t>> = self
            .columns()
            .filter(|at| !is_own(*at) && !totals.contains(at) && self.body.has_any_figure(*at))
            .filter_map(|at| self.person(at))
            .collect();
        let is_named = |slot: &&Slot<'t>| bears_given_name(&slot.of.place().words());
        let says_people = |slot: &Slot<'t>| {
            let shared = self.heads.columns[slot.column].all.iter().filter(|heading| heading.is_shared);
            shared.into_iter().any(|heading| self.vocabulary.side(heading.place.raw()) == Some(Side::Who))
        };
        let are_people = slots.iter().filter(is_named).count() * 2 >= slots.len() || slots.iter().all(says_people);
        (!slots.is_empty() && are_people).then_some((Sides::Projects(own), slots, totals))
    }

    /// Where the projects are: below a header that says so, with codes, or titles where there are none.
    fn project_columns(&self) -> Option<ProjectColumns> {
        let at = |meaning: Meaning| self.columns().find(|at| self.meaning(*at) == Some(meaning));
        let holds_codes = |at: usize| {
            let is_code = |cell: &Cell<'_>| self.vocabulary.split_project_heading(cell.raw()).is_some();
            self.body.cells(at).any(|cell| is_code(&cell))
        };
        let codes = self.columns().find(|at| holds_codes(*at));
        let titles = || at(Meaning::Project).or_else(|| at(Meaning::Title)).filter(|at| !self.body.has_figures(*at));
        let project = codes.or_else(titles)?;
        let title =
            [Meaning::Title, Meaning::Project].into_iter().find_map(|meaning| at(meaning).filter(|at| *at != project));
        let mut asides = self.columns().filter(|at| self.meaning(*at) == Some(Meaning::Aside));
        Some(ProjectColumns {
            project,
            title,
            cdr: at(Meaning::Cdr),
            cdr_name: at(Meaning::CdrName),
            director: at(Meaning::Director).filter(|at| !self.body.has_any_figure(*at)),
            aside: [asides.next(), asides.next()],
        })
    }

    /// The person above a column, and their role.
    fn person(&self, column: usize) -> Option<Slot<'t>> {
        let own: Vec<Place<'t>> = self.heads.columns[column]
            .all
            .iter()
            .filter(|heading| !heading.is_shared)
            .map(|heading| heading.place)
            .collect();
        if own.iter().any(|place| self.says_other(&place.words())) {
            return None;
        }
        let says_other = |words: &str| states_time(words) || is_unit(words);
        let is_role = |place: &Place<'t>| role_of(*place) != Role::Other;
        let name = own.iter().copied().find(|place| {
            let words = place.words();
            !is_role(place) && looks_like_person(&words) && !says_other(&words)
        })?;
        let role = own.iter().copied().find(|place| place.offset() != name.offset() && !is_unit(&place.words()));
        Some(Slot { column, of: SlotOf::Person(name, role) })
    }

    /// Of columns under one heading, of which one is of percentages and another of hours, the former.
    pub fn without_rivals(&self, slots: &[Slot<'t>]) -> Vec<Slot<'t>> {
        let unit = |slot: &Slot<'t>| {
            let own = self.heads.columns[slot.column].own();
            own.filter(|own| own.offset() != slot.of.place().offset())
                .map_or(Unit::Unstated, |own| unit_in(&own.words()))
        };
        let of = |slot: &Slot<'t>| slot.of.place().offset();
        let has_percent =
            |slot: &Slot<'t>| slots.iter().any(|other| of(other) == of(slot) && unit(other) == Unit::Percent);
        slots.iter().filter(|slot| unit(slot) == Unit::Percent || !has_percent(slot)).copied().collect()
    }

    /// Whether the headings of people and the codes of projects stand in rows of their own.
    pub fn names_and_codes_are_apart(&self) -> bool {
        let [upper, lower] = &self.heads.rows[..] else { return false };
        let has_code = |row: &Block<'t>| heads_codes(*row, self.vocabulary);
        let says_who = |row: &Block<'t>| {
            row.cells().any(|cell| !cell.is_covered() && self.vocabulary.side(cell.raw()) == Some(Side::Who))
        };
        has_code(lower) && says_who(upper)
    }

    /// In what the figures are counted, as the headings above several of them say, or that of the totals.
    pub fn unit(&self, slots: &[Slot<'t>], totals: &[usize]) -> Unit {
        if let Some(Slot { column, of: SlotOf::InRow { heading, .. } }) = slots.first() {
            let known = self.known[*column].map_or(Unit::Unstated, |header| header.unit);
            return if known == Unit::Unstated { unit_in(&heading.words()) } else { known };
        }
        let of_slots = slots.iter().flat_map(|slot| {
            let own = slot.of.place().offset();
            self.heads.columns[slot.column].all.iter().filter(move |heading| heading.place.offset() != own)
        });
        let says = |heading: &Place<'t>| {
            let words = heading.words();
            let is_measure = || {
                self.vocabulary
                    .header(heading.raw())
                    .is_some_and(|header| matches!(header.meaning, Meaning::Share | Meaning::Hours))
            };
            is_unit(&words) || is_measure()
        };
        let mut units = of_slots
            .filter(|heading| heading.is_shared || says(&heading.place))
            .map(|heading| heading.place)
            .chain(totals.iter().filter_map(|at| self.heads.columns[*at].own()))
            .chain(slots.iter().filter_map(|slot| self.rest_of_code(slot)))
            // `Progetto A (%)`: a title may hold the word for another unit, but not the sign.
            .chain(slots.iter().map(|slot| slot.of.place()).filter(|of| of.raw().contains('%')))
            .map(|heading| unit_in(&heading.words()));
        let first = units.find(|unit| *unit != Unit::Unstated).unwrap_or(Unit::Unstated);
        // Of columns that are counted in several units, nobody can say which holds of what.
        if units.any(|unit| unit != Unit::Unstated && unit != first) { Unit::Months } else { first }
    }

    /// What stands beside a code, in its heading.
    fn rest_of_code(&self, slot: &Slot<'t>) -> Option<Place<'t>> {
        let SlotOf::Project(code, None) = slot.of else { return None };
        let heading = self.heads.columns[slot.column].all.iter().find(|heading| {
            let start = heading.place.offset();
            (start..start + heading.place.raw().len()).contains(&code.offset())
        })?;
        let at = code.offset() - heading.place.offset() + code.raw().len();
        Some(heading.place.at(heading.place.raw().get(at..)?))
    }
}
