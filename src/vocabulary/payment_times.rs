//! The words by which titles speak of the times in which the body pays (DL 13/2023, art. 4-bis).

use super::words::words;

/// What is taken or missed, before what is paid: *tempi di pagamento*, *ritardo dei pagamenti*.
const TIMES: [&str; 8] =
    ["tempo", "tempi", "tempistica", "tempistiche", "tempestivita", "ritardo", "ritardi", "termini"];

/// What may stand between: *tempo medio ponderato di pagamento*, *tempi di effettivo pagamento*.
const BETWEEN: [&str; 34] = [
    "di",
    "dei",
    "del",
    "della",
    "delle",
    "degli",
    "nel",
    "nei",
    "nella",
    "nelle",
    "in",
    "per",
    "il",
    "i",
    "gli",
    "la",
    "l",
    "medio",
    "media",
    "medi",
    "medie",
    "ponderato",
    "ponderati",
    "ponderata",
    "effettivo",
    "effettivi",
    "massimo",
    "massimi",
    "annuale",
    "annui",
    "ritardo",
    "complessivo",
    "previsti",
    "propri",
];

/// Whether a title, as names are compared (small letters without accents), speaks of the times of payment.
///
/// ```
/// use cento::identity::key;
/// use cento::vocabulary::speaks_of_payment_times;
///
/// assert!(speaks_of_payment_times(&key("Rispetto tempi di pagamento")));
/// assert!(!speaks_of_payment_times(&key("Adeguamento delle modalità di pagamento")));
/// ```
pub fn speaks_of_payment_times(key: &str) -> bool {
    let words: Vec<&str> = words(key).collect();
    (0..words.len()).any(|at| begins_times(&words[at..], &words)) || of_invoices(&words)
}

fn is_payment(word: &str) -> bool {
    word.starts_with("pagament")
}

/// Whether words begin with times, and go on to what is paid.
fn begins_times(words: &[&str], all: &[&str]) -> bool {
    if let ["payment" | "payments", "time" | "times" | "delay" | "delays", ..] = words {
        return true;
    }
    if let ["tempestivo" | "tempestivi", payment, ..] | [payment, "tempestivo" | "tempestivi", ..] = words
        && is_payment(payment)
    {
        return true;
    }
    let Some((first, rest)) = words.split_first() else { return false };
    // Terms of payment are also what debtors have.
    let is_kept = || *first != "termini" || all.iter().any(|word| word.starts_with("rispett"));
    let next = rest.iter().find(|word| !BETWEEN.contains(word));
    TIMES.contains(first) && next.is_some_and(|word| is_payment(word)) && is_kept()
}

/// Whether words are about invoices that are paid in time.
fn of_invoices(words: &[&str]) -> bool {
    let has = |is: &dyn Fn(&str) -> bool| words.iter().any(|word| is(word));
    has(&|word| word.starts_with("fattur"))
        && has(&|word| is_payment(word) || word.starts_with("pagat") || word.starts_with("liquida"))
        && has(&|word| TIMES.contains(&word) || matches!(word, "entro" | "scadenza" | "giorni" | "tempestivo"))
}

#[cfg(test)]
mod tests {
    use super::speaks_of_payment_times;
    use crate::identity::key;

    #[test]
    fn titles_about_payment_times() {
        for title in [
            "RISPETTO TEMPI DI PAGAMENTO",
            "Tempestività dei pagamenti",
            "Indicatore annuale di tempestività dei pagamenti (ITP)",
            "Tempo medio ponderato di pagamento",
            "Tempo medio di ritardo dei pagamenti minore o uguale a",
            "Riduzione dei ritardi nei pagamenti",
            "Rispetto dei termini di pagamento delle fatture commerciali",
            "Rispetto tempi pagamento",
            "Pagamento tempestivo dei fornitori",
            "% di fatture pagate entro 30 giorni",
            "Payment times of commercial invoices",
        ] {
            assert!(speaks_of_payment_times(&key(title)), "{title}");
        }
    }

    #[test]
    fn titles_about_something_else() {
        for title in [
            "Pagamento delle fatture",
            "Adeguamento delle modalita di pagamento per tutte le entrate alle disposizioni previste da PagoPA",
            "Pagamento stipendi del personale a tempo determinato",
            "Assunzioni a tempo determinato e pagamento dei compensi",
            "Tempi di rilascio delle autorizzazioni",
            "Comunicazione dei termini di pagamento della TARI",
            "Tempo medio di risposta alle istanze di pagamento rateale",
            "",
        ] {
            assert!(!speaks_of_payment_times(&key(title)), "{title}");
        }
    }
}
