//! The words of title pages: whose plan it is, and for which year.

/// The year in `Piano Esecutivo di Gestione 2024`, `PEG 2024` or `PEG 2024-2026`.
pub fn stated_year(words: &str) -> Option<u16> {
    let lower = words.to_lowercase();
    let after = ["piano esecutivo di gestione", "peg "]
        .iter()
        .find_map(|&title| lower.find(title).map(|at| &lower[at + title.len()..]))?;
    let digits: String = after.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let year = digits.parse().ok()?;
    (digits.len() == 4 && (2000..2100).contains(&year)).then_some(year)
}

/// Whether a text is the name of a body, e.g. `Comune di Modena`.
pub fn is_entity(words: &str) -> bool {
    const BODIES: [&str; 6] = [
        "comune di ",
        "provincia di ",
        "città metropolitana di ",
        "unione dei comuni ",
        "unione di comuni ",
        "comunità montana ",
    ];
    let lower = words.to_lowercase();
    words.len() <= 80 && !words.contains(['.', ',', ';', ':']) && BODIES.iter().any(|body| lower.starts_with(body))
}
