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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_whole_cells() {
        assert_eq!(card_label("Codice progetto:"), Some(CardLabel::Project));
        assert_eq!(card_label("CDR"), Some(CardLabel::Cdr));
        assert_eq!(card_label("Progetto collegato"), None);
        assert!(LABELS.iter().all(|(label, _)| CardLabel::may_begin(label)) && !CardLabel::may_begin("Rossi"));
    }
}
