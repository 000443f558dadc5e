//! The words with which rows begin that add others up.

/// Whether a text begins with the word for a total. *Somma* is a surname, too: another word must not follow it.
pub fn says_total(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    match words.next() {
        Some("totale" | "totali" | "subtotale" | "subtotali" | "total" | "totals" | "subtotal") => true,
        Some("sub") => matches!(words.next(), Some("totale" | "total")),
        Some("somma") => matches!(words.next(), None | Some("di" | "del" | "dei" | "delle" | "progetto" | "parziale")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_names() {
        for total in ["Totale", "TOTALE CDR", "Sub-totale", "Somma", "Somma di Impegno", "total"] {
            assert!(says_total(total), "{total}");
        }
        for name in ["Totaro Ada", "Somma Vincenzo", "Subiaco", ""] {
            assert!(!says_total(name), "{name}");
        }
    }
}
