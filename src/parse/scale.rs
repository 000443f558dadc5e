//! What bare figures are: decided for each table by itself, never by guess.

use foldhash::HashMap;

use super::figure::{Figure, Share, read_fraction, read_hours};
use super::unread::Unread;
use crate::model::{Evidence, Percent, PercentFault, Scale, ShareColumn, header_key};
use crate::settings::{LayoutSettings, PercentScale};
use crate::source::Place;
use crate::vocabulary::{PLAIN_SHARE, Unit};

/// The figures of one table of commitments, and what else stands in it.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own about the figures")]
pub struct Table<'t> {
    /// The header of the shares.
    header: Option<Place<'t>>,
    /// What the header says of its figures.
    unit: Unit,
    /// How many figures have a percent sign.
    signed: usize,
    /// How many have none.
    bare: usize,
    /// Whether one of these exceeds one, and whether one of these does not. Nothing is nothing in every scale.
    above_one: bool,
    within_one: bool,
    /// Whether one exceeds a hundred.
    above_hundred: bool,
    /// Whether its columns are parts of the year, so that no header says of what its figures are.
    pub has_spans: bool,
    /// Whether days are written in it of which the month stands first.
    pub has_months_first: bool,
    /// Its columns that are not read.
    pub unread: Vec<Unread<'t>>,
}

/// The tables of commitments of a document.
#[derive(Debug)]
pub struct Tables<'t> {
    tables: Vec<Table<'t>>,
    layout: &'t LayoutSettings,
}

impl<'t> Tables<'t> {
    /// None so far; what the settings say of figures holds for all.
    pub fn new(layout: &'t LayoutSettings) -> Self {
        Self { tables: Vec::new(), layout }
    }

    /// Begins a table, by the header of its shares; its number.
    pub fn begin(&mut self, header: Option<Place<'t>>, unit: Unit) -> usize {
        self.tables.push(Table {
            header,
            unit,
            signed: 0,
            bare: 0,
            above_one: false,
            within_one: false,
            above_hundred: false,
            has_spans: false,
            has_months_first: false,
            unread: Vec::new(),
        });
        self.tables.len() - 1
    }

    /// A table by its number.
    pub fn table(&mut self, number: usize) -> Option<&mut Table<'t>> {
        self.tables.get_mut(number)
    }

    /// Whether a column of a table stands unread that could change what its figures mean.
    pub fn is_doubtful(&self, number: usize) -> bool {
        self.tables.get(number).is_some_and(|table| table.unread.iter().any(|column| column.figures > 0))
    }

    /// All columns that stand unread, table by table.
    pub fn unread(&self) -> impl Iterator<Item = &Unread<'t>> {
        self.tables.iter().flat_map(|table| &table.unread)
    }

    /// Takes in what a cell of the shares of a table holds.
    pub fn see(&mut self, number: usize, figure: Result<Figure, PercentFault>) {
        let (Some(table), Ok(figure)) = (self.tables.get_mut(number), figure) else { return };
        if figure.signed {
            table.signed += 1;
            return;
        }
        table.bare += 1;
        table.above_one |= figure.percent > ONE;
        table.above_hundred |= figure.percent > Percent::HUNDRED;
        table.within_one |= figure.percent <= ONE && figure.percent != Percent::ZERO;
    }

    /// The share that a cell of the shares of a table holds.
    pub fn share(
        &self,
        number: usize,
        cell: Place<'_>,
        figure: Result<Figure, PercentFault>,
    ) -> Result<Share, PercentFault> {
        let plain = figure.map(|Figure { percent, rounded, .. }| Share { percent, rounded });
        let written = cell.words();
        match (self.scale(number), self.layout.hours()) {
            _ if figure.is_ok_and(|figure| figure.signed || figure.percent == Percent::ZERO) => plain,
            (Scale::Hours, Some(hours)) if plain.is_ok() || plain == Err(PercentFault::NotAFigure) => {
                read_hours(&written, hours)
            }
            (Scale::Fraction, _) if plain.is_ok() => read_fraction(&written),
            (Scale::Unknown(doubt), _) => plain.and(Err(doubt)),
            _ => plain,
        }
    }

    /// What the bare figures of a table are.
    fn scale(&self, number: usize) -> Scale {
        let Some(table) = self.tables.get(number) else { return Scale::Unknown(PercentFault::NoSign) };
        let counts_hours = self.layout.hours().is_some();
        match (table.unit, self.layout.scale()) {
            (Unit::Hours, _) if counts_hours => Scale::Hours,
            (Unit::Unstated, _) if counts_hours && table.signed == 0 => Scale::Hours,
            (Unit::Hours | Unit::Days, _) => Scale::Unknown(PercentFault::Time),
            (_, Some(PercentScale::Percent)) => Scale::Percent(Evidence::Settings),
            (_, Some(PercentScale::Fraction)) => Scale::Fraction,
            (_, None) => table.scale(),
        }
    }

    /// What is known of the columns of shares, those of one header together, in the order in which they begin.
    pub fn columns(&self) -> Vec<ShareColumn<'t>> {
        let mut all: Vec<ShareColumn<'t>> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::default();
        // Most headers are written like the one before.
        let mut before: Option<(&str, usize)> = None;
        for (number, table) in self.tables.iter().enumerate() {
            let header = table.header.map_or(PLAIN_SHARE, Place::raw);
            let of_before = before.filter(|(own, _)| *own == header).map(|(_, at)| at);
            let at = of_before.unwrap_or_else(|| *known.entry(header_key(header)).or_insert(all.len()));
            before = Some((header, at));
            let scale = self.scale(number);
            if let Some(column) = all.get_mut(at) {
                let is_in_doubt = matches!(column.scale, Scale::Unknown(_));
                if column.bare == 0 || (table.bare > 0 && !is_in_doubt) {
                    column.scale = scale;
                }
                column.signed += table.signed;
                column.bare += table.bare;
            } else {
                // A header that says percent says of what they are.
                let (header, has_spans) = (table.header, table.has_spans && table.unit == Unit::Unstated);
                all.push(ShareColumn { header, signed: table.signed, bare: table.bare, scale, has_spans });
            }
        }
        all
    }
}

/// What no fraction exceeds, if nobody works more than a little over.
const ONE: Percent = Percent::from_whole(1);

impl Table<'_> {
    /// Bare figures are percentages where all of them exceed one, or where the header says percent and one of them does.
    fn scale(&self) -> Scale {
        match self.unit {
            // Hours of a month, or days.
            Unit::Unstated if self.has_spans && self.above_hundred => Scale::Unknown(PercentFault::NoSign),
            _ if self.above_one && !self.within_one => Scale::Percent(Evidence::Figures),
            Unit::Percent if self.above_one => Scale::Percent(Evidence::Header),
            Unit::Percent => Scale::Unknown(PercentFault::UnknownScale),
            _ => Scale::Unknown(PercentFault::NoSign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::read_figure;

    fn scale(unit: Unit, texts: &[&str]) -> Scale {
        let layout = LayoutSettings::default();
        let mut tables = Tables::new(&layout);
        let table = tables.begin(None, unit);
        for text in texts {
            tables.see(table, read_figure(text));
        }
        tables.scale(table)
    }

    #[test]
    fn bare_figures_are_percentages_only_where_all_exceed_one() {
        let unstated = |texts| scale(Unit::Unstated, texts);
        assert_eq!(unstated(&["3", "92"]), Scale::Percent(Evidence::Figures));
        assert_eq!(unstated(&["3", "0", "92,00 %"]), Scale::Percent(Evidence::Figures), "nothing is nothing");
        assert_eq!(unstated(&["0,2", "30 %"]), Scale::Unknown(PercentFault::NoSign), "a sign elsewhere says nothing");
        assert_eq!(unstated(&["0,5", "40"]), Scale::Unknown(PercentFault::NoSign));
        assert_eq!(unstated(&["1"]), Scale::Unknown(PercentFault::NoSign), "a hundredth or the whole");
    }

    #[test]
    fn a_header_that_says_percent_may_stand_above_fractions() {
        let percent = |texts| scale(Unit::Percent, texts);
        assert_eq!(percent(&["0,5", "40"]), Scale::Percent(Evidence::Header));
        for in_doubt in [&["0,5"][..], &["1", "1"], &["1.0"], &["0,03", "3,00 %"]] {
            assert_eq!(percent(in_doubt), Scale::Unknown(PercentFault::UnknownScale), "{in_doubt:?}");
        }
        assert_eq!(scale(Unit::Hours, &["40", "36"]), Scale::Unknown(PercentFault::Time));
    }

    #[test]
    fn a_table_stands_for_itself() {
        let layout = LayoutSettings::default();
        let mut tables = Tables::new(&layout);
        let (one, other) = (tables.begin(None, Unit::Unstated), tables.begin(None, Unit::Unstated));
        tables.see(one, read_figure("3 %"));
        tables.see(one, read_figure("40"));
        tables.see(other, read_figure("0,4"));
        assert_eq!(tables.scale(one), Scale::Percent(Evidence::Figures));
        assert_eq!(tables.scale(other), Scale::Unknown(PercentFault::NoSign));
        let [column] = &tables.columns()[..] else { panic!("one header") };
        assert_eq!((column.signed, column.bare, column.scale), (1, 2, Scale::Unknown(PercentFault::NoSign)));
    }
}
