//! The labels of cards: what stands before the code of a project, its title, a CDR or a director, each in a cell of its own.

/// What a label says that the cell beside it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardLabel {
    /// The code of a project.
    Project,
    /// The title of a project.
    Title,
    /// A CDR.
    Cdr,
    /// Who leads a CDR.
    Director,
}

/// The labels, in small letters without what says nothing.
const LABELS: [(&str, CardLabel); 30] = [
    ("codice progetto", CardLabel::Project),
    ("cod. progetto", CardLabel::Project),
    ("codice scheda", CardLabel::Project),
    ("codice prodotto", CardLabel::Project),
    ("progetto", CardLabel::Project),
    ("prodotto", CardLabel::Project),
    ("scheda progetto", CardLabel::Project),
    ("scheda", CardLabel::Project),
    ("codice", CardLabel::Project),
    ("cod.", CardLabel::Project),
    ("progetto n.", CardLabel::Project),
    ("scheda n.", CardLabel::Project),
    ("project", CardLabel::Project),
    ("project code", CardLabel::Project),
    ("code", CardLabel::Project),
    ("titolo", CardLabel::Title),
    ("titolo progetto", CardLabel::Title),
    ("denominazione", CardLabel::Title),
    ("oggetto", CardLabel::Title),
    ("title", CardLabel::Title),
    ("cdr", CardLabel::Cdr),
    ("c.d.r.", CardLabel::Cdr),
    ("codice cdr", CardLabel::Cdr),
    ("centro di responsabilità", CardLabel::Cdr),
    ("centro di responsabilita'", CardLabel::Cdr),
    ("responsibility centre", CardLabel::Cdr),
    ("dirigente", CardLabel::Director),
    ("dirigente responsabile", CardLabel::Director),
    ("director", CardLabel::Director),
    ("responsabile cdr", CardLabel::Director),
];

impl CardLabel {
    /// Whether a text may begin with a label, as its first two letters say.
    pub fn may_begin(text: &str) -> bool {
        let [Some(first), Some(second)] = [0, 1].map(|at| text.as_bytes().get(at).map(u8::to_ascii_lowercase)) else {
            return false;
        };
        matches!(
            (first, second),
            (b'c', b'o' | b'd' | b'.' | b'e')
                | (b'p', b'r')
                | (b's', b'c')
                | (b't', b'i')
                | (b'd', b'e' | b'i')
                | (b'o', b'g')
                | (b'r', b'e')
        )
    }
}

/// What a cell says that the one beside it is; none if it is no label.
pub fn card_label(cell: &str) -> Option<CardLabel> {
    let lower = cell.to_lowercase();
    let plain = lower.trim_end_matches([':', ' ']);
    LABELS.iter().find(|(label, _)| *label == plain).map(|&(_, says)| says)
}

/// With what the words begin by which another project is mentioned, in small letters.
const MENTIONS: [&str; 9] = ["progett", "sched", "codic", "colleg", "riferiment", "vedi", "correlat", "project", "see"];

/// Whether a cell beside the code of a project may be its title: it mentions no other, and announces nothing.
pub fn may_be_title(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let is_mention = |word: &str| MENTIONS.iter().any(|mention| word.starts_with(mention));
    !cell.ends_with(':') && cell.contains(char::is_alphabetic) && !words.any(is_mention)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_mention_no_other_project() {
        assert!(may_be_title("Anticorruzione") && may_be_title("Tributi e entrate"));
        assert!(!may_be_title("Progetto collegato") && !may_be_title("Vedi:") && !may_be_title("12"));
    }

    #[test]
    fn labels_are_whole_cells() {
        assert_eq!(card_label("Codice progetto:"), Some(CardLabel::Project));
        assert_eq!(card_label("CDR"), Some(CardLabel::Cdr));
        assert_eq!(card_label("Progetto collegato"), None);
        assert!(LABELS.iter().all(|(label, _)| CardLabel::may_begin(label)) && !CardLabel::may_begin("Rossi"));
    }
}
