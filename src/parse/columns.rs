//! The columns of a staff table: which of them a row of headers names, if it is that of a staff table.

use crate::model::Meaning;
use crate::source::Block;
use crate::vocabulary::{Clarity, ColumnHeader, Unit, Vocabulary, speaks_of_money};

/// Where the columns of a staff table are.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// The name.
    pub name: NameColumn,
    /// The role, if it has a column.
    pub role: Option<usize>,
    /// The share.
    pub share: usize,
    /// Another column that may as well be the share.
    pub rival: Option<usize>,
    /// In what the shares are counted, as the header says.
    pub unit: Unit,
    /// The code of the project, in a flat table.
    pub project: Option<usize>,
    /// The title of the project.
    pub title: Option<usize>,
    /// The code of the CDR.
    pub cdr: Option<usize>,
    /// The name of the CDR.
    pub cdr_name: Option<usize>,
    /// Who leads the CDR.
    pub director: Option<usize>,
    /// The number of cells of the header, empty ones too.
    pub cells: usize,
    /// The columns that have a header, a bit each.
    headed: u64,
}

/// Where the name of somebody is.
#[derive(Debug, Clone, Copy)]
pub enum NameColumn {
    /// In one column.
    Whole(usize),
    /// In two.
    Parts {
        /// The surname's.
        surname: usize,
        /// The first name's.
        first: usize,
    },
}

/// The most columns of which the headers are looked at.
const MOST: usize = 64;

impl Columns {
    /// The columns that a table has of which only the header is written, in one line.
    pub const PLAIN: Self = Self {
        name: NameColumn::Whole(0),
        role: Some(1),
        share: 2,
        rival: None,
        unit: Unit::Unstated,
        project: None,
        title: None,
        cdr: None,
        cdr_name: None,
        director: None,
        cells: 3,
        headed: 0b111,
    };

    /// The columns that a row names; none if it is not the header of a staff table.
    ///
    /// One header alone does not make one, but for *Nome Soggetto*: a name and a share must be among them,
    /// and if both words have other meanings, too, something else that people have.
    pub fn of_header(row: Block<'_>, vocabulary: Vocabulary<'_>) -> Option<Self> {
        let mut named = Named { counts_hours: vocabulary.layout().hours().is_some(), ..Named::default() };
        for (at, cell) in row.cells().enumerate() {
            named.cells = at + 1;
            if at < MOST && !cell.is_empty() {
                named.headed |= 1 << at;
                named.found.extend(vocabulary.header(cell.raw()).map(|header| (at, header)));
            }
        }
        if named.found.len() < 2 && !named.found.iter().any(|(_, header)| header.clarity == Clarity::Decisive) {
            return None;
        }
        named.speaks_of_money = row.cells().any(|header| speaks_of_money(&header.place.words()));
        named.columns()
    }

    /// Whether its rows say to which project they belong.
    pub fn is_flat(&self) -> bool {
        self.project.is_some()
    }

    /// The cells that a row must have at least.
    pub fn width(&self) -> usize {
        let name = match self.name {
            NameColumn::Whole(name) => name,
            NameColumn::Parts { surname, first } => surname.max(first),
        };
        1 + name.max(self.share)
    }

    /// Whether a row has as many cells as it must: those at the end of the header may be missing.
    pub fn fit(&self, cells: usize) -> bool {
        (self.width()..=self.cells).contains(&cells) || cells == self.width()
    }

    /// What a column means, if it is read.
    pub fn meaning(&self, column: usize) -> Option<Meaning> {
        let share = if self.unit == Unit::Hours { Meaning::Hours } else { Meaning::Share };
        let name = match self.name {
            NameColumn::Whole(at) => [(Some(at), Meaning::Person), (None, Meaning::Person)],
            NameColumn::Parts { surname, first } => {
                [(Some(surname), Meaning::Surname), (Some(first), Meaning::FirstName)]
            }
        };
        let others = [
            (Some(self.share), share),
            (self.role, Meaning::Role),
            (self.project, Meaning::Project),
            (self.title, Meaning::Title),
            (self.cdr, Meaning::Cdr),
            (self.cdr_name, Meaning::CdrName),
            (self.director, Meaning::Director),
        ];
        name.into_iter().chain(others).find(|&(at, _)| at == Some(column)).map(|(_, meaning)| meaning)
    }

    /// Whether a column has a header.
    pub fn is_headed(&self, column: usize) -> bool {
        column < MOST && self.headed & (1 << column) != 0
    }
}

/// The headers that were found in a row.
#[derive(Default)]
struct Named {
    found: Vec<(usize, ColumnHeader)>,
    cells: usize,
    headed: u64,
    speaks_of_money: bool,
    /// Whether figures are hours, as the settings say.
    counts_hours: bool,
}

impl Named {
    fn columns(&self) -> Option<Columns> {
        let (name, named) = self.name()?;
        let share = self.share();
        if named != Clarity::Decisive && !self.is_of_people(named, share?.1) {
            return None;
        }
        let project = self.best(Meaning::Project).map(|(at, _)| at);
        let at = |meaning| self.best(meaning).map(|(at, _)| at);
        // Beside its code, the project itself is its title.
        let other_project = self.all(Meaning::Project).map(|(at, _)| at).find(|&at| Some(at) != project);
        let taken = |at: usize| self.found.iter().any(|(found, _)| *found == at);
        let share = match share {
            Some(share) => share,
            // Where only the name has its header, what stands behind it is as it always was.
            None => (
                Columns::PLAIN.share,
                ColumnHeader { meaning: Meaning::Share, clarity: Clarity::Clear, unit: Unit::Unstated },
            ),
        };
        Some(Columns {
            name,
            role: at(Meaning::Role).or(Columns::PLAIN.role.filter(|&role| named == Clarity::Decisive && !taken(role))),
            share: share.0,
            rival: self.rival(share),
            unit: share.1.unit,
            project,
            title: at(Meaning::Title).or(other_project),
            cdr: at(Meaning::Cdr),
            cdr_name: at(Meaning::CdrName),
            director: at(Meaning::Director),
            cells: self.cells,
            headed: self.headed,
        })
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

    /// Where the share is; hours only where there is nothing else, or the settings say that figures are hours.
    fn share(&self) -> Option<(usize, ColumnHeader)> {
        let share = self.best(Meaning::Share);
        if self.counts_hours {
            let percent = share.filter(|(_, header)| header.unit == Unit::Percent);
            return percent.or_else(|| self.best(Meaning::Hours)).or(share);
        }
        let clear = |(_, header): &(usize, ColumnHeader)| header.clarity > Clarity::Doubtful;
        share.or_else(|| self.best(Meaning::Hours).filter(clear))
    }

    /// Another column that is the share just as well.
    fn rival(&self, share: (usize, ColumnHeader)) -> Option<usize> {
        self.all(share.1.meaning).find(|&(at, header)| at != share.0 && header == share.1).map(|(at, _)| at)
    }

    /// Whether the row is of a table of people and their shares, and of nothing else.
    fn is_of_people(&self, name: Clarity, share: ColumnHeader) -> bool {
        let share_is_clear = share.clarity > Clarity::Doubtful;
        if name > Clarity::Doubtful {
            return share_is_clear || !self.speaks_of_money;
        }
        let has_role = self.best(Meaning::Role).is_some();
        !self.speaks_of_money && (has_role || (share_is_clear && share.unit == Unit::Percent))
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

    fn columns(header: &str) -> Option<(usize, Option<usize>, usize)> {
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
            ("Nome Soggetto\tRelazione Personale\tImpegno Personale", (0, Some(1), 2)),
            ("NOME SOGGETTO\t\t", (0, Some(1), 2)),
            ("Dipendente\tCat.\t% impegno", (0, Some(1), 2)),
            ("| Matricola | Nominativo | Profilo | Impegno % | Note |", (1, Some(2), 3)),
            ("Cognome\tNome\tImpegno", (0, None, 2)),
            ("Codice progetto\tTitolo\tNome e cognome\tPercentuale", (2, None, 3)),
            ("Nome\tRuolo\t%", (0, Some(1), 2)),
            ("Name\tRole\tCommitment (%)", (0, Some(1), 2)),
            ("Nominativo\tImpegno (ore)\t% impegno", (0, None, 2)),
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
        assert_eq!((columns.share, columns.rival), (1, Some(2)));
    }
}
