//! Columns of a user's table that are not known, and what stands in their cells.

use super::contracts::day;
use super::fault::Fault;
use super::likely_shares::LikelyShares;
use super::raw_row::{RawCell, RawRow};

/// Whether a column that is not known may not be passed over, by what stands in it and which columns are known.
pub(super) type Judge = fn(&Unread, &dyn Fn(&str) -> bool) -> Option<Fault>;

/// A column that is not known, and how many of its cells are what.
#[derive(Debug, Default)]
pub(super) struct Unread {
    /// Its place in the header.
    pub at: usize,
    /// Its heading; perhaps none.
    pub written: String,
    /// How many of its cells are filled.
    pub filled: usize,
    /// In how many stands a digit.
    pub figures: usize,
    /// How many are a percentage with its sign.
    pub percentages: usize,
    /// Whether they may be how much of everybody may be committed.
    shares: LikelyShares,
    /// How many are a day.
    pub days: usize,
    /// What their words say.
    pub says: Said,
    /// Whether what stands in them differs.
    pub do_differ: bool,
    first: Option<String>,
}

/// What the words of some cells say.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// A day, behind a word for beginning or end: `T.D. fino al 30/06/2026`.
    pub days: bool,
    /// That somebody works part-time, or a percentage among words.
    pub part_time: bool,
    /// That somebody has left, or is away.
    pub absent: bool,
}

impl Unread {
    /// The column at a place of the header, with what is written there.
    pub fn new(at: usize, written: &str) -> Self {
        Self { at, written: written.to_owned(), ..Self::default() }
    }

    /// Whether all its cells may be how much of everybody may be committed.
    pub fn may_be_capacities(&self) -> bool {
        self.shares.are_all(self.filled, self.do_differ)
    }

    /// Looks at what a row has there, seen or not.
    pub fn look(&mut self, row: &RawRow) {
        let Some(RawCell { text, written, .. }) = row.cells.get(self.at) else { return };
        let text = if text.is_empty() { written } else { text };
        if text.is_empty() {
            return;
        }
        self.filled += 1;
        self.figures += usize::from(text.bytes().any(|byte| byte.is_ascii_digit()));
        self.percentages += usize::from(is_percentage(text));
        self.shares.look(text);
        self.days += usize::from(day(text).is_ok());
        self.says.days |= says_day(text);
        self.says.part_time |= says_part_time(text);
        self.says.absent |= says_absent(text);
        match &self.first {
            Some(first) => self.do_differ |= first != text,
            None => self.first = Some(text.clone()),
        }
    }
}

fn is_percentage(text: &str) -> bool {
    let figure = text.strip_suffix('%').map(str::trim_end);
    figure.is_some_and(|figure| figure.ends_with(|c: char| c.is_ascii_digit()) && !figure.contains(char::is_alphabetic))
}

fn says_day(text: &str) -> bool {
    const BEFORE: [&str; 11] = ["dal", "dall", "al", "all", "fino", "sino", "from", "to", "until", "till", "since"];
    let words: Vec<String> = text.split([' ', '\'', '’']).map(str::to_lowercase).collect();
    let is_day = |word: &str| day(word.trim_matches(|c: char| !c.is_ascii_digit())).is_ok();
    words.windows(2).any(|two| BEFORE.contains(&&*two[0]) && is_day(&two[1]))
}

fn says_part_time(text: &str) -> bool {
    let text = text.to_lowercase();
    let has_words = ["part-time", "part time", "parttime", "tempo parziale"].iter().any(|words| text.contains(words));
    has_words
        || (text.contains(char::is_alphabetic) && text.bytes().any(|byte| byte.is_ascii_digit()) && text.contains('%'))
}

fn says_absent(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "cessat",
        "aspettativa",
        "congedo",
        "maternità",
        "sospes",
        "comandat",
        "distaccat",
        "dimess",
        "pensionat",
        "terminated",
        "inactive",
        "on leave",
        "retired",
        "resigned",
    ];
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_tell_percentages_and_days() {
        assert!(
            is_percentage("80 %")
                && is_percentage("12,5%")
                && !is_percentage("80")
                && !is_percentage("AB 80 %")
                && !is_percentage("%")
        );
        assert!(says_absent("In aspettativa") && says_absent("Terminated") && !says_absent("In servizio"));
        for (text, days, part_time) in [
            ("T.D. fino al 30/06/2026", true, false),
            ("dall'1/3/2026", true, false),
            ("dal 01/03/2026 (aspettativa)", true, false),
            ("Delibera del 01/03/2026", false, false),
            ("Indeterminato part-time", false, true),
            ("PT 50 %", false, true),
            ("50 %", false, false),
        ] {
            assert_eq!((says_day(text), says_part_time(text)), (days, part_time), "{text}");
        }
    }
}
