//! What bare figures are: decided for each table by itself, never by guess.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::figure::{Figure, Share, read_fraction, read_precise, read_work};
use super::other_base::Beside;
use super::unread::Unread;
use crate::identity;
use crate::model::{
    AssumedScale, Evidence, FullTime, OtherBase, Percent, PercentFault, Scale, ShareColumn, UnequalTotal, WorkUnit,
    header_key,
};
use crate::settings::{LayoutSettings, PercentScale};
use crate::source::Place;
use crate::vocabulary::{PLAIN_SHARE, UNCLEAR, Unit};

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
    /// Whether one is two or more: no fraction of anybody's time is.
    is_doubled: bool,
    /// Whether one exceeds a hundred.
    above_hundred: bool,
    /// Whether a note among its rows says what its figures are. It may be one of those above it, or of those below.
    is_noted: bool,
    /// Whether its columns are parts of the year, so that no header says of what its figures are.
    pub has_spans: bool,
    /// Whether what stands in its column of personnel numbers may as well count the rows.
    pub may_count_rows: bool,
    /// Whether days are written in it of which the month stands first.
    pub has_months_first: bool,
    /// Whether its figures are capacities. Hours of a week are written below such headers, too, so that no size of them says per cent.
    pub is_of_capacities: bool,
    /// Its columns that are not read.
    pub unread: Vec<Unread<'t>>,
    /// Those of them that say working time in parts of full time, and what they show when all rows are known: a column, and another base.
    pub beside: Beside<'t>,
    other_base: Option<(usize, OtherBase<'t>)>,
    /// Of a matrix, what its figures make of everybody.
    sums: Option<HashMap<String, Percent>>,
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
            is_doubled: false,
            above_hundred: false,
            is_noted: false,
            has_spans: false,
            has_months_first: false,
            is_of_capacities: false,
            may_count_rows: false,
            unread: Vec::new(),
            beside: Beside::default(),
            other_base: None,
            sums: None,
        });
        self.tables.len() - 1
    }

    /// A table by its number.
    pub fn table(&mut self, number: usize) -> Option<&mut Table<'t>> {
        self.tables.get_mut(number)
    }

    /// Whether a column of a table stands unread that could change what its figures mean.
    pub fn is_doubtful(&self, number: usize) -> bool {
        let is_doubtful =
            |table: &Table<'_>| table.other_base.is_some() || table.unread.iter().any(|column| column.figures > 0);
        self.tables.get(number).is_some_and(is_doubtful)
    }

    /// Looks, when all rows are known, which tables show another base than they are counted with.
    pub fn compare_bases(&mut self) {
        for number in 0..self.tables.len() {
            if let Scale::Work(unit, full, evidence) = self.scale(number) {
                let table = &mut self.tables[number];
                table.other_base = table.beside.other(unit, full, evidence == Evidence::Settings);
            }
        }
    }

    /// Whether what stands in the column of personnel numbers of a table may as well count its rows.
    pub fn may_count_rows(&self, number: usize) -> bool {
        self.tables.get(number).is_some_and(|table| table.may_count_rows)
    }

    /// All columns that stand unread, table by table.
    pub fn unread(&self) -> impl Iterator<Item = (&Unread<'t>, Option<OtherBase<'t>>)> {
        let of_table = |table: &Table<'t>| {
            let (column, base) = table.other_base.unzip();
            move |unread: &Unread<'t>| base.filter(|_| Some(unread.column) == column)
        };
        self.tables.iter().flat_map(move |table| {
            let other_base = of_table(table);
            table.unread.iter().map(move |unread| (unread, other_base(unread)))
        })
    }

    /// The tables of which nothing but the figures themselves says that they are percentages, where that is told.
    pub fn assumed(&self) -> impl Iterator<Item = AssumedScale<'t>> {
        let assumed = self.tables.iter().enumerate().filter(|(number, table)| {
            let is_assumed = self.scale(*number) == Scale::Percent(Evidence::Figures);
            table.sums.is_some() && table.bare > 0 && table.signed == 0 && table.unit == Unit::Unstated && is_assumed
        });
        assumed.filter_map(|(_, table)| Some(AssumedScale { header: table.header?, figures: table.bare }))
    }

    /// Takes in what a cell of the shares of a table holds.
    pub fn see(&mut self, number: usize, figure: Result<Figure, PercentFault>) {
        let (Some(table), Ok(figure)) = (self.tables.get_mut(number), figure) else { return };
        if figure.signed {
            table.signed += 1;
            return;
        }
        table.bare += 1;
        if table.is_noted {
            table.unit = Unit::Months;
        }
        table.above_one |= figure.percent > ONE;
        table.is_doubled |= figure.percent >= TWO;
        table.above_hundred |= figure.percent > Percent::HUNDRED;
        table.within_one |= figure.percent <= ONE && figure.percent != Percent::ZERO;
    }

    /// Takes in a cell of the shares of a table that is no bare figure: it may be one with its unit, `774 h`.
    pub fn see_with_unit(&mut self, number: usize, cell: Place<'_>) {
        let of_settings = self.layout.work_unit();
        let Some(table) = self.tables.get_mut(number) else { return };
        let unit = match (table.unit, of_settings) {
            (Unit::Work(unit, _), _) => unit.or_else(|| self.layout.hours_of()).or(Some(WorkUnit::Hours)),
            (Unit::Unstated | Unit::OfYear, of_settings) => of_settings,
            _ => None,
        };
        if unit.is_some_and(|unit| read_precise(&cell.words(), Some(unit)).is_ok()) {
            table.bare += 1;
        }
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
        match self.scale(number) {
            _ if figure.is_ok_and(|figure| figure.signed || figure.percent == Percent::ZERO) => plain,
            Scale::Work(unit, full, _) if plain.is_ok() || plain == Err(PercentFault::NotAFigure) => {
                read_work(&written, unit, full)
            }
            Scale::Fraction if plain.is_ok() => read_fraction(&written),
            Scale::Unknown(doubt) => plain.and(Err(doubt)),
            _ => plain,
        }
    }

    /// The same as exactly as it is written.
    pub fn precise(
        &self,
        number: usize,
        cell: Place<'_>,
        figure: Result<Figure, PercentFault>,
    ) -> Result<Precise, PercentFault> {
        self.share(number, cell, figure)?;
        let read = |unit| read_precise(cell.raw(), unit).or_else(|_| read_precise(&cell.words(), unit));
        let (percent, rounded) = match self.scale(number) {
            _ if figure.is_ok_and(|figure| figure.signed) => read(None)?,
            Scale::Work(unit, full, _) => {
                let (amount, rounded) = read(Some(unit))?;
                (full.percent(amount).ok_or(PercentFault::TooLarge)?, rounded)
            }
            Scale::Fraction => {
                let (fraction, rounded) = read(None)?;
                (fraction * Decimal::ONE_HUNDRED, rounded)
            }
            _ => read(None)?,
        };
        Ok(Precise { percent, rounded })
    }

    /// Whether the bare figures of a table are working time.
    pub fn counts_work(&self, number: usize) -> bool {
        matches!(self.scale(number), Scale::Work(..))
    }

    /// The unit of working time of the bare figures of each table, and what is all of it; none of those that are no working time.
    pub fn works(&self) -> Vec<Option<(WorkUnit, FullTime)>> {
        let work = |number: usize| match self.scale(number) {
            Scale::Work(unit, full, _) => Some((unit, full)),
            _ => None,
        };
        let works: Vec<_> = (0..self.tables.len()).map(work).collect();
        if works.iter().any(Option::is_some) { works } else { Vec::new() }
    }

    /// Whether the bare figures of a table are so much of a year, and no share that holds on each of its days.
    pub fn counts_amounts(&self, number: usize) -> bool {
        let is_amount = |unit| matches!(unit, WorkUnit::Hours | WorkUnit::Days | WorkUnit::PersonMonths);
        matches!(self.scale(number), Scale::Work(unit, ..) if is_amount(unit))
    }

    /// What is told of a total of a table: what the figures make as percentages, if they are any; nothing if none of them counts.
    pub fn told_total(&self, number: usize, total: UnequalTotal<'t>) -> Option<UnequalTotal<'t>> {
        let has_bare = self.tables.get(number).is_some_and(|table| table.bare > 0);
        let sum = match self.scale(number) {
            Scale::Unknown(_) if has_bare => return None,
            Scale::Work(..) => None,
            Scale::Fraction if has_bare => total.sum.map(|sum| sum.times(100)),
            _ => total.sum,
        };
        Some(UnequalTotal { sum, ..total })
    }

    /// What the bare figures of a table are.
    fn scale(&self, number: usize) -> Scale {
        let Some(table) = self.tables.get(number) else { return Scale::Unknown(PercentFault::NoSign) };
        let of_settings = self.layout.work_unit();
        match (table.unit, of_settings, self.layout.scale()) {
            (Unit::Work(unit, full), ..) => self.work(unit, full, table),
            // Beside percentages it is not known of which figures the settings speak.
            (Unit::Unstated | Unit::OfYear, Some(_), _) if table.signed > 0 => Scale::Unknown(PercentFault::NoSign),
            (Unit::Unstated | Unit::OfYear, Some(unit), _) => self.work_in(unit, Evidence::Settings),
            (Unit::Months, ..) => Scale::Unknown(PercentFault::Time),
            (.., Some(PercentScale::Percent)) => Scale::Percent(Evidence::Settings),
            (.., Some(PercentScale::Fraction)) => Scale::Fraction,
            (.., None) => table.scale(),
        }
    }

    /// What figures are below a header that states a unit of working time, and perhaps how much is all of it.
    fn work(&self, unit: Option<WorkUnit>, full: Option<u32>, table: &Table<'_>) -> Scale {
        if unit == Some(WorkUnit::Fte) && table.above_one && !table.within_one {
            // Nobody has so many: they are percentages of one, or something else.
            return Scale::Unknown(PercentFault::UnknownScale);
        }
        match full {
            Some(UNCLEAR) => return Scale::Unknown(PercentFault::Time),
            Some(hundredths) => {
                let full = FullTime::of(Decimal::new(hundredths.into(), 2));
                return Scale::Work(unit.unwrap_or(WorkUnit::Hours), full, Evidence::Header);
            }
            None => {}
        }
        match unit.or_else(|| self.layout.hours_of()) {
            Some(unit) => self.work_in(unit, Evidence::Header),
            None => Scale::Unknown(PercentFault::Time),
        }
    }

    /// What figures of a unit are, if it is known how much of it is all of a person's working time.
    fn work_in(&self, unit: WorkUnit, evidence: Evidence) -> Scale {
        match (unit.full_time(), self.layout.full_time(unit)) {
            (Some(full), _) => Scale::Work(unit, full, evidence),
            (None, Some(full)) => Scale::Work(unit, full, Evidence::Settings),
            (None, None) => Scale::Unknown(PercentFault::Time),
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

/// A share with all its decimals, as far as they are counted with.
#[derive(Debug, Clone, Copy)]
pub struct Precise {
    /// How many percent.
    pub percent: Decimal,
    /// Whether more decimals are written.
    pub rounded: bool,
}

/// What no fraction exceeds, if nobody works more than a little over.
const ONE: Percent = Percent::from_whole(1);
/// What no fraction reaches, however much somebody has to do.
const TWO: Percent = Percent::from_whole(2);

/// What nobody's shares make: so much is hours, or something else.
const TOO_MUCH: Percent = Percent::from_whole(300);

impl Table<'_> {
    /// Says that it is a matrix: it keeps what its figures make of everybody.
    pub fn counts_sums(&mut self) {
        self.sums = Some(HashMap::default());
    }

    /// Takes in what a note says of its figures, if its header says nothing. Where it stands among the rows, nobody can say of which it
    /// is: then the table is like one of several units.
    pub fn note_unit(&mut self, unit: Unit) {
        if self.unit == Unit::Unstated {
            (self.unit, self.is_noted) = (unit, self.bare > 0);
        }
    }

    /// Says that one of its totals is in percent.
    pub fn says_percent(&mut self) {
        if self.unit == Unit::Unstated {
            self.unit = Unit::Percent;
        }
    }

    /// Takes in what some figures make of somebody.
    pub fn add_sum(&mut self, name: &str, sum: Percent) {
        let Some(sums) = &mut self.sums else { return };
        let own = sums.entry(identity::key(name)).or_insert(Percent::ZERO);
        *own = *own + sum;
    }

    /// Whether its figures make more of somebody than shares do, and nothing says that they are shares.
    fn makes_too_much(&self) -> bool {
        let is_said = self.signed > 0 || self.unit == Unit::Percent;
        !is_said && self.sums.as_ref().is_some_and(|sums| sums.values().any(|sum| *sum > TOO_MUCH))
    }

    /// Bare figures are percentages where all of them exceed one, or where the header says percent and one of them is two or more: of
    /// fractions, one is more than one where somebody has too much to do.
    fn scale(&self) -> Scale {
        match self.unit {
            _ if self.makes_too_much() => Scale::Unknown(PercentFault::NoSign),
            Unit::Unstated if self.is_of_capacities => Scale::Unknown(PercentFault::NoSign),
            // Hours of a month, or days.
            Unit::Unstated if self.has_spans && self.above_hundred => Scale::Unknown(PercentFault::NoSign),
            _ if self.above_one && !self.within_one && self.unit != Unit::OfYear => Scale::Percent(Evidence::Figures),
            // Nobody has a hundredth of a position: those would be fractions among percentages.
            Unit::Percent if self.is_of_capacities && self.within_one => Scale::Unknown(PercentFault::UnknownScale),
            Unit::Percent if self.is_doubled => Scale::Percent(Evidence::Header),
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
        assert_eq!(percent(&["1", "2"]), Scale::Percent(Evidence::Header));
        // The last are of somebody who is over.
        for in_doubt in [&["0,5"][..], &["1", "1"], &["1.0"], &["0,03", "3,00 %"], &["0,6", "1,2"], &["1", "1,99"]] {
            assert_eq!(percent(in_doubt), Scale::Unknown(PercentFault::UnknownScale), "{in_doubt:?}");
        }
    }

    #[test]
    fn working_time_is_a_share_only_of_what_is_known_to_be_all_of_it() {
        let unknown = Scale::Unknown(PercentFault::Time);
        for unit in [None, Some(WorkUnit::Hours), Some(WorkUnit::WeeklyHours), Some(WorkUnit::Days)] {
            assert_eq!(scale(Unit::Work(unit, None), &["40", "36"]), unknown, "{unit:?}");
        }
        let fte = |texts| scale(Unit::Work(Some(WorkUnit::Fte), None), texts);
        let whole = FullTime::of(rust_decimal::Decimal::ONE);
        assert_eq!(fte(&["0,5", "1,2"]), Scale::Work(WorkUnit::Fte, whole, Evidence::Header));
        assert_eq!(fte(&["80", "40"]), Scale::Unknown(PercentFault::UnknownScale), "percentages of one, perhaps");
        let layout = |toml: &str| toml::from_str::<LayoutSettings>(toml).unwrap().hours_of();
        assert_eq!(layout("hours_per_year = 1548"), Some(WorkUnit::Hours));
        assert_eq!(layout("hours_per_week = 36"), Some(WorkUnit::WeeklyHours));
        assert_eq!(layout("hours_per_year = 1548\nhours_per_week = 36"), None, "either may be meant");
        assert_eq!(layout("hours_per_year = 1548\nunit = 'monthly-hours'"), Some(WorkUnit::MonthlyHours));
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
