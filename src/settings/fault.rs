//! Why a settings or staff file cannot be used: where, what, and what was probably meant.

use std::io;

use rust_decimal::Decimal;

use super::at_row::AtRow;

/// Why a file of the user's cannot be used.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant names its fields")]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("{path}: {error}")]
    Unreadable { path: String, error: io::Error },
    /// The file is not what it should be, from this line on.
    #[error("{path}:{}: {fault}", at.line())]
    Invalid { path: String, at: AtRow, fault: Fault },
}

/// What is wrong with a line of a settings or staff file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant names its fields")]
pub enum Fault {
    /// It is no TOML, no CSV, or not of the type that the key asks for.
    #[error("{0}")]
    Syntax(String),
    /// The file is no text.
    #[error("not a text file")]
    NotText,
    /// A key or column that means nothing.
    #[error("unknown key {key}; valid: {}", valid.join(", "))]
    UnknownKey { key: String, nearest: Option<&'static str>, valid: Vec<&'static str> },
    /// A column that must be there is not.
    #[error("the column {0} is missing")]
    MissingColumn(&'static str),
    /// A quotation mark that is not closed: it would swallow the lines below.
    #[error("a quotation mark is not closed")]
    Quote,
    /// A cell that must not be empty is.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// A floor that is for no project, or for two.
    #[error("[[weights.floor]] needs a code or a title")]
    FloorOfNothing,
    /// A line with another number of cells than the header.
    #[error("{written} cells instead of {expected}")]
    Cells { written: usize, expected: usize },
    /// A column that stands twice, perhaps under two headings.
    #[error("the column {column} stands twice, as {first} and as {second}")]
    ColumnTwice { column: &'static str, first: String, second: String },
    /// A column that is not understood and could change what the others come to; counted from 1.
    #[error("the column {number}, {written}, could change what is known of people, and is not understood")]
    DoubtedColumn { number: usize, written: String, why: Doubt, valid: Vec<&'static str> },
    /// An entry that names fewer people than it is about.
    #[error("[[{0}]] needs at least two different names")]
    TooFewNames(&'static str),
    /// Two entries that contradict each other, or say the same twice.
    #[error("{name} stands in two entries that cannot both hold")]
    NameTwice { name: String },
    /// Two lines of the staff file for one name.
    #[error("{name} stands twice")]
    StaffTwice { name: String },
    /// Two lines of the staff file for one person that hold on the same day.
    #[error("two lines of {name} hold on the same day")]
    ContractsOverlap { name: String },
    /// A contract that ends before it begins.
    #[error("it ends on {to}, before it begins on {from}")]
    EndsBefore { from: String, to: String },
    /// A line that says both how many months and from when to when.
    #[error("months and days of a contract")]
    MonthsAndDays,
    /// What is no period from a day to another.
    #[error("{0} is no period")]
    NotAPeriod(String),
    /// Hours, or what stands for them, that do not agree with the share of full time.
    #[error("{hours} hours of {full_time_hours} are not {share} % of full time")]
    WorkingTimesDiffer { hours: Decimal, full_time_hours: Decimal, share: Decimal },
    /// What says that somebody works part-time, and not how much.
    #[error("{value} does not say how many hours")]
    PartTimeOfHowMuch { value: String },
    /// A percentage that may be a fraction.
    #[error("{column}: {value} may be a fraction")]
    Fraction { column: &'static str, value: String },
    /// Two lines of the staff file for one personnel number.
    #[error("the number {number} stands on line {first} already")]
    NumberTwice { number: String, first: u32 },
    /// A line without a name.
    #[error("a name is missing")]
    NoName,
    /// A collective of nobody.
    #[error("a headcount is at least 1")]
    Headcount,
    /// A namesake without projects.
    #[error("[[namesake]] needs at least one project")]
    NoProject,
    /// A code that no finding has.
    #[error("no finding has the code {code}")]
    UnknownCode { code: String, nearest: Option<&'static str> },
    /// The form of a code that any word may have.
    #[error("{written} is no form of codes")]
    Pattern { written: String },
    /// More entries than any body has words for.
    #[error("{section} has more than {most} entries of one kind")]
    TooMany { section: &'static str, most: usize },
    /// What is no column.
    #[error("{written} is no column")]
    NoColumn { written: String },
    /// A column that is said to hold two things.
    #[error("the column {written} has two meanings")]
    TwoMeanings { written: String },
    /// A recipe that says of no column, or of several, who stands in the rows.
    #[error("[[layout.table]] needs person, or surname and first_name")]
    RecipeOfNobody,
    /// A recipe that says of no column, or of two, how much everybody is committed to.
    #[error("[[layout.table]] needs share or hours")]
    RecipeOfNothing,
    /// A finding that is accepted for nobody and nothing.
    #[error("[[accepted]] needs a person or a project")]
    AcceptedOfNothing,
    /// A day that no calendar has.
    #[error("{0} is no date")]
    NotADate(String),
    /// A figure that cannot be what its column holds.
    #[error("{column}: {value} is no valid figure")]
    Figure { column: &'static str, value: String },
    /// A figure whose only mark may stand before decimals or between thousands.
    #[error("{column}: {value} may be two figures")]
    TwoReadings { column: &'static str, value: String },
    /// A figure whose decimals probably went into the next cell, between commas.
    #[error("{column}: {value} and {next} may be one figure")]
    TornFigure { column: &'static str, value: String, next: String },
    /// More hours of a week than full time has.
    #[error("{hours} weekly hours are more than the {full_time_hours} of full time")]
    MoreThanFullTime { hours: Decimal, full_time_hours: Decimal },
    /// A figure in a cell that is merged over several rows.
    #[error("{0} stands in a merged cell")]
    Merged(&'static str),
    /// Something that is written and not seen.
    #[error("{0} is hidden or struck")]
    Unseen(&'static str),
}

/// Why a column that is not understood could change what the others come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Its heading speaks of capacity, working time or days.
    Heading,
    /// Its cells are percentages.
    Percentages,
    /// Its cells may be capacities, and no column is known to hold them.
    Shares,
    /// Its cells speak of part-time work, and nothing says of which hours.
    PartTime,
    /// Its cells speak of days from which or to which something holds.
    Days,
    /// Its cells are days, and not both beginnings and ends of contracts are known.
    Dates,
    /// Its cells say that somebody is not there, and nothing says from when.
    Absent,
}

/// Of some valid names, the one that was probably meant.
pub(super) fn nearest(written: &str, valid: &[&'static str]) -> Option<&'static str> {
    let written = written.to_lowercase();
    let distances = valid.iter().map(|&name| (strsim::osa_distance(name, &written), name));
    // Alike is what differs in no more than every second letter.
    distances.filter(|(distance, name)| distance * 2 <= name.len()).min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_key_is_proposed_if_it_is_near() {
        let keys = ["tolerance_percent", "fail_on"];
        assert_eq!(nearest("tollerance_percent", &keys), Some("tolerance_percent"));
        assert_eq!(nearest("failon", &keys), Some("fail_on"));
        assert_eq!(nearest("colour", &keys), None);
    }
}
