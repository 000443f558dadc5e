//! The row of headers of a table of commitments: which columns it names, if it is that of such a table.

use super::cells::{bears_given_name, figure_in};
use super::columns::{Columns, MOST, NameColumn, When};
use super::spans::Spans;
use crate::model::Meaning;
use crate::source::Block;
use crate::vocabulary::{
    Clarity, ColumnHeader, Unit, Vocabulary, YearHeading, heading_of_year, heads_years, names_parties, of_capacity,
    says_projects, speaks_of_money,
};

impl Columns {
    /// The columns that a row names; none if it is not the header of a table of commitments.
    ///
    /// One header alone does not make one, but for *Nome Soggetto*: a name and a share must be among them,
    /// and if both words have other meanings, too, something else that people have. Where a second name and a second share
    /// follow, a table of their own begins beside this one.
    pub fn of_header(row: Block<'_>, vocabulary: Vocabulary<'_>) -> Option<Self> {
        let named = Named::of(row, vocabulary)?;
        let first = named.within(0, named.second_name());
        first.columns().or_else(|| if named.second_name() < usize::MAX { named.columns() } else { None })
    }

    /// The columns of a table of which the settings say what stands in some, each by its place among the cells of the header. All others
    /// are its own, too, whether they have a header or not.
    pub fn of_places(row: Block<'_>, places: &[(usize, Meaning)], vocabulary: Vocabulary<'_>) -> Option<Self> {
        let header = |at: usize, meaning| vocabulary.given(row.cells().nth(at).map_or("", |cell| cell.raw()), meaning);
        let found = places.iter().map(|&(at, meaning)| (at, header(at, meaning))).collect();
        // Where no code is written, the titles of the projects are what they are known by.
        let of_projects = places.iter().filter(|(at, meaning)| *meaning == Meaning::Title && *at < MOST);
        let of_projects = of_projects.fold(0, |all, (at, _)| all | 1 << at);
        let named = Named { found, cells: MOST, end: usize::MAX, headed: u64::MAX, of_projects, ..Named::default() };
        named.columns()
    }

    /// The columns of a table of which the headings that are known say who stands in its rows, each with its number; none if none says
    /// that. It has so many cells, and no column of shares.
    pub fn of_names(found: &[(usize, ColumnHeader)], cells: usize) -> Option<Self> {
        let named = Named { found: found.to_vec(), cells, end: usize::MAX, ..Named::default() };
        let (name, _) = named.name()?;
        let at = |meaning| named.best(meaning).map(|(at, _)| at);
        let asides = named.all(Meaning::Aside).filter(|(at, _)| *at < MOST).map(|(at, _)| 1_u64 << at);
        let aside = asides.fold(0, |all, one| all | one);
        let (role, number) = (at(Meaning::Role), at(Meaning::Number));
        Some(Self { name, role, number, share: None, cells, aside, ..Self::PLAIN }.worked_out())
    }

    /// The tables that stand beside the one with these columns, under the same row of headers.
    pub fn beside(&self, row: Block<'_>, vocabulary: Vocabulary<'_>) -> Vec<Self> {
        let mut all = Vec::new();
        let Some(named) = (self.end != usize::MAX).then(|| Named::of(row, vocabulary)).flatten() else { return all };
        let mut rest = named.within(self.end, usize::MAX);
        loop {
            let end = rest.second_name();
            all.extend(rest.within(rest.first, end).columns());
            if end == usize::MAX {
                return all;
            }
            rest = rest.within(end, usize::MAX);
        }
    }
}

/// What else than people at work a row of headers may be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Other {
    /// A budget.
    Money,
    /// Whoever pays, or is a member of something.
    Parties,
}

/// The headers that were found in a row, or in a part of it.
#[derive(Clone, Default)]
struct Named {
    found: Vec<(usize, ColumnHeader)>,
    cells: usize,
    first: usize,
    end: usize,
    headed: u64,
    other: Option<Other>,
    /// The columns that are parts of the year, a bit each, and whether their headers say percent.
    spans: u64,
    in_percent: bool,
    /// The columns of titles of which the header says that they are those of projects, a bit each.
    of_projects: u64,
    /// The column of years, and the columns whose figures are of another year than the plan.
    year: Option<(usize, u16)>,
    of_other_years: u64,
    /// Whether figures are working time, as the settings say.
    counts_work: bool,
}

impl Named {
    /// The headers of a row; none if those that are known are too few.
    fn of(row: Block<'_>, vocabulary: Vocabulary<'_>) -> Option<Self> {
        let counts_work = vocabulary.layout().work_unit().is_some();
        let mut named = Self { counts_work, end: usize::MAX, ..Self::default() };
        for (at, cell) in row.cells().enumerate() {
            named.cells = at + 1;
            if at < MOST && !cell.is_empty() {
                named.headed |= 1 << at;
                named.found.extend(vocabulary.header(cell.raw()).map(|header| (at, header)));
            }
        }
        named.see_capacities(row);
        named.read_years(row, vocabulary);
        named.see_spans(row, vocabulary);
        if named.found.len() < 2
            && named.spans == 0
            && !named.found.iter().any(|(_, header)| header.clarity == Clarity::Decisive)
        {
            return None;
        }
        for (at, _) in named.found.iter().filter(|(at, header)| header.meaning == Meaning::Title && *at < MOST) {
            let is_of_project = row.cells().nth(*at).is_some_and(|cell| says_projects(&cell.place.words()));
            named.of_projects |= u64::from(is_of_project) << at;
        }
        let says = |is: fn(&str) -> bool| row.cells().any(|header| is(&header.place.words()));
        named.other = match () {
            () if says(speaks_of_money) => Some(Other::Money),
            () if says(names_parties) => Some(Other::Parties),
            () => None,
        };
        Some(named)
    }

    /// Takes in capacities and shares of them by their words, where both stand in the row and no other share does: alone, they may mean
    /// something else. What the settings name of the two is one whatever stands beside it.
    fn see_capacities(&mut self, row: Block<'_>) {
        // Most rows are no headers.
        if self.found.is_empty() {
            return;
        }
        let is = |meaning: Meaning| self.found.iter().any(|(_, header)| header.meaning == meaning);
        let (has_capacity, has_split) = (is(Meaning::Capacity), is(Meaning::Split));
        let is_share = |header: &ColumnHeader| matches!(header.meaning, Meaning::Share | Meaning::Hours);
        if self.found.iter().any(|(_, header)| is_share(header) && header.clarity > Clarity::Doubtful) {
            return;
        }
        let is_free = |at: usize| at < MOST && self.found.iter().all(|(found, _)| *found != at);
        let cells = row.cells().enumerate().filter(|(at, cell)| is_free(*at) && !cell.is_empty());
        let mut found: Vec<(usize, ColumnHeader)> = cells
            .filter_map(|(at, cell)| {
                let (meaning, unit) = of_capacity(cell.raw())?;
                Some((at, ColumnHeader { meaning, clarity: Clarity::Clear, unit }))
            })
            .collect();
        found.retain(|(_, header)| if header.meaning == Meaning::Split { !has_split } else { !has_capacity });
        let says = |meaning: Meaning| found.iter().any(|(_, header)| header.meaning == meaning);
        if (has_capacity || says(Meaning::Capacity)) && (has_split || says(Meaning::Split)) {
            self.found.append(&mut found);
            self.found.sort_by_key(|(at, _)| *at);
        }
    }

    /// Takes in the columns that are parts of the year. Where another is the share, they are something else.
    fn see_spans(&mut self, row: Block<'_>, vocabulary: Vocabulary<'_>) {
        let is = |meanings: &[Meaning]| self.found.iter().any(|(_, header)| meanings.contains(&header.meaning));
        if !is(&[Meaning::Person, Meaning::Surname]) || is(&[Meaning::Share, Meaning::Split, Meaning::Hours]) {
            return;
        }
        let is_free = |at: usize| at < MOST && self.found.iter().all(|(found, _)| *found != at);
        let spans = Spans::of_header(row, is_free);
        // `Bianchi Ugo | Dipendente | 50 % | gennaio | giugno` is a row of somebody, and says when it holds.
        let is_span = |at: usize| spans.iter().any(|(span, _)| span == at);
        let others =
            || row.cells().enumerate().filter(|(at, cell)| !cell.is_empty() && !is_span(*at)).map(|(_, cell)| cell);
        if others().any(|cell| {
            figure_in(cell).is_ok()
                || bears_given_name(&cell.place.words())
                || vocabulary.split_project_code(cell.raw()).is_some()
        }) {
            return;
        }
        self.in_percent =
            spans.iter().next().is_some_and(|(at, _)| row.cells().nth(at).is_some_and(|cell| cell.raw().contains('%')));
        self.spans = spans.iter().fold(0, |all, (at, _)| all | 1 << at);
    }

    /// Takes in what the headings say of years. Of columns of several years, that of the plan's is read, and the others are known to be of
    /// others; where nothing says the plan's year, or no column is of it, none is read.
    fn read_years(&mut self, row: Block<'_>, vocabulary: Vocabulary<'_>) {
        let cells = || row.cells().enumerate().take(MOST);
        let plan = vocabulary.year();
        if let Some((at, _)) = cells().find(|(_, cell)| !cell.is_empty() && heads_years(&cell.place.words())) {
            self.year = plan.map(|year| (at, year));
        }
        let meant = |at: usize| self.found.iter().find(|(own, _)| *own == at).map(|(_, header)| header.meaning);
        let may_be = |(at, own): &(usize, YearHeading)| {
            meant(*at) == Some(Meaning::Share) || (own.is_bare && meant(*at).is_none())
        };
        let years = cells().filter(|(_, cell)| cell.raw().contains("20"));
        let years = years.filter_map(|(at, cell)| Some((at, heading_of_year(&cell.place.words())?)));
        let years: Vec<(usize, YearHeading)> = years.filter(may_be).collect();
        if years.iter().all(|(_, own)| own.year == years[0].1.year) {
            return;
        }
        let Some(plan) = plan.filter(|plan| years.iter().any(|(_, own)| own.year == *plan)) else { return };
        let is_sure = |header: &ColumnHeader| header.clarity == Clarity::Decisive || header.meaning == Meaning::Project;
        let is_of_shares = self.found.iter().any(|(_, header)| is_sure(header));
        for (at, own) in years {
            if own.year != plan {
                self.of_other_years |= 1 << at;
                self.found.retain(|(found, _)| *found != at);
            } else if own.is_bare {
                let unit = if own.unit == Unit::Unstated && !is_of_shares { Unit::OfYear } else { own.unit };
                let header = ColumnHeader { meaning: Meaning::Share, clarity: Clarity::Clear, unit };
                self.found.retain(|(found, _)| *found != at);
                self.found.push((at, header));
            }
        }
        self.found.sort_by_key(|(at, _)| *at);
    }

    /// Those of some columns.
    fn within(&self, first: usize, end: usize) -> Self {
        let found = self.found.iter().copied().filter(|(at, _)| (first..end).contains(at)).collect();
        Self { found, first, end, ..*self }
    }

    /// Where a second table begins beside the first: with the next name behind a share, if a share follows it.
    fn second_name(&self) -> usize {
        let is = |header: &ColumnHeader, meanings: &[Meaning]| meanings.contains(&header.meaning);
        let names = [Meaning::Person, Meaning::Surname];
        let shares = [Meaning::Share, Meaning::Split, Meaning::Hours];
        let mut found = self.found.iter();
        let has_first = found.any(|(_, header)| is(header, &names)) && found.any(|(_, header)| is(header, &shares));
        let second = found.find(|(_, header)| is(header, &names)).filter(|_| has_first);
        second.filter(|_| found.any(|(_, header)| is(header, &shares))).map_or(usize::MAX, |&(at, _)| at)
    }

    fn columns(&self) -> Option<Columns> {
        let (name, named) = self.name()?;
        let share = self.share();
        let is_decisive = named == Clarity::Decisive;
        if !is_decisive && !self.is_of_people(named, share?.1) {
            return None;
        }
        let project = self.best(Meaning::Project).map(|(at, _)| at);
        let at = |meaning| self.best(meaning).map(|(at, _)| at);
        // Beside its code, the project itself is its title.
        let other_project = self.all(Meaning::Project).map(|(at, _)| at).find(|&at| Some(at) != project);
        let of_title = at(Meaning::Title).filter(|at| *at < MOST && self.of_projects & (1 << at) != 0);
        // Beside its code, an activity is not what a project is called.
        let is_title = |(_, header): &(usize, ColumnHeader)| project.is_none() || header.clarity > Clarity::Doubtful;
        let title = self.best(Meaning::Title).filter(is_title).map(|(at, _)| at);
        let taken = |at: usize| self.found.iter().any(|(found, _)| *found == at);
        let is_headed = |at: usize| self.headed & (1 << at) != 0;
        // Where nothing but the name has its header, what stands behind it is as it always was.
        let by_place = Columns::PLAIN.share.filter(|&at| is_decisive && !is_headed(at));
        let role_by_place = Columns::PLAIN.role.filter(|&at| is_decisive && !taken(at));
        // Whoever has a number needs no other.
        let number = at(Meaning::Number);
        let others = self.all(Meaning::Number).filter(|(at, _)| Some(*at) != number);
        let asides = self.all(Meaning::Aside).chain(others).map(|(at, _)| 1_u64 << at);
        let capacities = self.all(Meaning::Capacity).filter(|(at, _)| *at < MOST);
        let columns = Columns {
            name,
            role: at(Meaning::Role).or(role_by_place),
            share: share.map(|(at, _)| at).or(by_place),
            is_split: share.is_some_and(|(_, header)| header.meaning == Meaning::Split),
            capacities: capacities.fold(0, |all, (at, _)| all | 1 << at),
            capacity_unit: self.best(Meaning::Capacity).map_or(Unit::Unstated, |(_, header)| header.unit),
            is_given: share.is_some_and(|(_, header)| header.clarity == Clarity::Given),
            rival: share.and_then(|share| self.rival(share)),
            unit: share.map_or(Unit::Unstated, |(_, header)| header.unit),
            project: project.or(of_title),
            is_title: project.is_none() && of_title.is_some(),
            title: title.filter(|at| Some(*at) != of_title || project.is_some()).or(other_project),
            cdr: at(Meaning::Cdr),
            cdr_name: at(Meaning::CdrName),
            director: at(Meaning::Director),
            number,
            when: self.when(),
            spans: self.spans,
            cells: self.cells,
            first: self.first,
            end: self.end,
            year: self.year,
            of_other_years: self.of_other_years,
            headed: self.headed,
            aside: asides.fold(0, |all, one| all | one),
            read: 0,
        };
        Some(columns.worked_out())
    }

    /// Where the name is, and how sure that is.
    fn name(&self) -> Option<(NameColumn, Clarity)> {
        let person = self.best(Meaning::Person);
        let parts = || {
            let surname = self.best(Meaning::Surname)?.0;
            // Beside *Cognome*, *Nome* is the first name.
            let first = self.best(Meaning::FirstName).or(person)?.0;
            Some((NameColumn::Parts { surname, first }, Clarity::Clear))
        };
        match person {
            Some((at, ColumnHeader { clarity, .. })) if clarity > Clarity::Doubtful => {
                Some((NameColumn::Whole(at), clarity))
            }
            _ => parts().or_else(|| person.map(|(at, header)| (NameColumn::Whole(at), header.clarity))),
        }
    }

    /// Where it is written when a row holds. A deadline, or a number of months, says it only beside a beginning.
    fn when(&self) -> When {
        let small = |(at, _): (usize, ColumnHeader)| u8::try_from(at).ok();
        let at = |meaning| self.best(meaning).and_then(small);
        let (from, period) = (at(Meaning::From), at(Meaning::Period));
        let has_beginning = from.is_some() || period.is_some();
        let is_sure = |(_, header): &(usize, ColumnHeader)| has_beginning || header.clarity > Clarity::Doubtful;
        let to = self.best(Meaning::To).filter(is_sure).and_then(small);
        When { from, to, period, duration: at(Meaning::Duration).filter(|_| has_beginning) }
    }

    /// Where the first part of the year is that has shares of its own.
    fn first_span(&self) -> Option<(usize, ColumnHeader)> {
        let unit = if self.in_percent { Unit::Percent } else { Unit::Unstated };
        let header = ColumnHeader { meaning: Meaning::Share, clarity: Clarity::Clear, unit };
        (self.spans != 0).then_some((self.spans.trailing_zeros() as usize, header))
    }

    /// Where the share is; working time only where there is nothing else, or the settings say that figures are that. A header that
    /// may as well be of a contract is one of a commitment where a project stands beside it.
    fn share(&self) -> Option<(usize, ColumnHeader)> {
        if let Some(split) = self.best(Meaning::Split) {
            return Some(split);
        }
        let share = self.best(Meaning::Share);
        if self.counts_work {
            let percent = share.filter(|(_, header)| header.unit == Unit::Percent);
            // What the settings name is it, whatever else says working time.
            let hours = self.best(Meaning::Hours);
            let is_given = |(_, header): &(usize, ColumnHeader)| header.clarity == Clarity::Given;
            let given = hours.filter(is_given).or(share.filter(is_given));
            return percent.or(given).or(hours).or(share).or_else(|| self.first_span());
        }
        let is_flat = self.best(Meaning::Project).is_some();
        let is_clear = |(_, header): &(usize, ColumnHeader)| is_flat || header.clarity > Clarity::Doubtful;
        share.or_else(|| self.best(Meaning::Hours).filter(is_clear)).or_else(|| self.first_span())
    }

    /// Another column that is the share just as well.
    fn rival(&self, share: (usize, ColumnHeader)) -> Option<usize> {
        // Of what the settings name, nothing else puts it in doubt.
        let is_named = share.1.clarity == Clarity::Given;
        let is_as_good = |header: ColumnHeader| {
            header == share.1 || (header.clarity > Clarity::Doubtful && (!is_named || header.clarity == Clarity::Given))
        };
        let rival = self.all(share.1.meaning).find(|&(at, header)| at != share.0 && is_as_good(header));
        // What the settings name as the share is none beside a share of a capacity that they name, too.
        let is_given = |(_, header): &(usize, ColumnHeader)| header.clarity == Clarity::Given;
        let other = || self.all(Meaning::Share).find(is_given).filter(|_| share.1.meaning == Meaning::Split);
        rival.or_else(other).map(|(at, _)| at)
    }

    /// Whether the row is of a table of people and their shares, and of nothing else.
    fn is_of_people(&self, name: Clarity, share: ColumnHeader) -> bool {
        let share_is_clear = share.clarity > Clarity::Doubtful;
        if name > Clarity::Doubtful {
            return share_is_clear || !self.speaks_of_money();
        }
        if self.spans != 0 {
            return !self.speaks_of_money();
        }
        // *Soggetto* and *Quota %* are those who pay as well; `Name, Project, Allocation` is who works on what.
        let has_project = || self.best(Meaning::Project).is_some() && self.other.is_none();
        let has_role = self.best(Meaning::Role).is_some() || has_project();
        let says_percent = share.clarity > Clarity::Likely && share.unit == Unit::Percent;
        let is_split_of_project = share.meaning == Meaning::Split && self.best(Meaning::Project).is_some();
        !self.speaks_of_money() && (has_role || says_percent || is_split_of_project)
    }

    fn speaks_of_money(&self) -> bool {
        self.other == Some(Other::Money)
    }

    fn all(&self, meaning: Meaning) -> impl Iterator<Item = (usize, ColumnHeader)> {
        self.found.iter().copied().filter(move |(_, header)| header.meaning == meaning)
    }

    /// The column with a meaning: the first of those that are clearest about it.
    fn best(&self, meaning: Meaning) -> Option<(usize, ColumnHeader)> {
        let rank = |header: ColumnHeader| (header.clarity, header.unit == Unit::Percent);
        self.all(meaning).fold(None, |best, next| match best {
            Some(best) if rank(best.1) >= rank(next.1) => Some(best),
            _ => Some(next),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Document;

    fn columns(header: &str) -> Option<(usize, Option<usize>, Option<usize>)> {
        let document = Document::new("plan.md".into(), true, 0, format!("{header}\n"));
        let columns = Columns::of_header(document.blocks().next()?, Vocabulary::default())?;
        let name = match columns.name {
            NameColumn::Whole(at) | NameColumn::Parts { surname: at, .. } => at,
        };
        Some((name, columns.role, columns.share))
    }

    #[test]
    fn headers_of_staff_tables() {
        for (header, expected) in [
            ("Nome Soggetto\tRelazione Personale\tImpegno Personale", (0, Some(1), Some(2))),
            ("NOME SOGGETTO\t\t", (0, Some(1), Some(2))),
            ("Dipendente\tCat.\t% impegno", (0, Some(1), Some(2))),
            ("| Matricola | Nominativo | Profilo | Impegno % | Note |", (1, Some(2), Some(3))),
            ("Cognome\tNome\tImpegno", (0, None, Some(2))),
            ("Codice progetto\tTitolo\tNome e cognome\tPercentuale", (2, None, Some(3))),
            ("Nome\tRuolo\t%", (0, Some(1), Some(2))),
            ("Name\tRole\tCommitment (%)", (0, Some(1), Some(2))),
            ("Nominativo\tImpegno (ore)\t% impegno", (0, None, Some(2))),
        ] {
            assert_eq!(columns(header), Some(expected), "{header}");
        }
    }

    #[test]
    fn headers_of_other_tables() {
        for header in [
            "Codice indicatore\tIndicatore\tValore atteso",
            "Fase\tResponsabile\t% avanzamento",
            "Dipendente\tCorso\tOre",
            "Risorsa\tCapitolo\tImporto\t%",
            "Soggetto\tQuota",
            "Soggetto\tImpegno\tTempi",
            "Personale\tNumero",
            "Nominativo\tMatricola",
            "Indirizzo\tObiettivo\tAzione\tCodice Progetto",
            "Rossi Anna\tDipendente\t3,00 %",
        ] {
            assert_eq!(columns(header), None, "{header}");
        }
    }

    #[test]
    fn two_columns_that_may_be_the_share_are_rivals() {
        let document = Document::new("plan.md".into(), true, 0, "Nominativo\t% impegno\t% tempo\n".to_owned());
        let columns = Columns::of_header(document.blocks().next().unwrap(), Vocabulary::default()).unwrap();
        assert_eq!((columns.share, columns.rival), (Some(1), Some(2)));
    }

    #[test]
    fn no_column_is_the_share_by_its_place() {
        let share = |header: &str| columns(header).map(|(.., share)| share);
        assert_eq!(share("Nome Soggetto\tRelazione Personale\t"), Some(Some(2)), "nothing is said of it");
        assert_eq!(share("Nome Soggetto\tRelazione Personale\tOre settimanali\tPeso %"), Some(None));
        assert_eq!(share("Nome Soggetto\tRelazione Personale\t2023\t2024"), Some(None));
    }

    #[test]
    fn tables_side_by_side_are_two() {
        let header = "| Nominativo | Impegno % | Addetto | Impegno |\n";
        let document = Document::new("plan.md".into(), true, 0, header.to_owned());
        let row = document.blocks().next().unwrap();
        let first = Columns::of_header(row, Vocabulary::default()).unwrap();
        let others = first.beside(row, Vocabulary::default());
        let parts: Vec<_> = [first].iter().chain(&others).map(|own| (own.first, own.end, own.share)).collect();
        assert_eq!(parts, [(0, 2, Some(1)), (2, usize::MAX, Some(3))]);
    }
}
