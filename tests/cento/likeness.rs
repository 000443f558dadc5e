//! How many misspelt names are found, and how many different people are taken for one: measured on
//! generated plans, kind by kind of slip. The table in `docs/probable-same-person.md` is made here.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use cento::identity::key;

use crate::support::{Dice, Folder, sheet};

/// Surnames, common, rare, compound and foreign.
const SURNAMES: &str = "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca \
    Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini \
    Leone Longo Gentile Martinelli Vitale Lombardo Serra Coppola De_Santis D'Angelo Marchetti Parisi Villa Conte Ferraro \
    Ferri Fabbri Bianco Marini Grasso Valentini Messina Sala De_Angelis Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti \
    Cattaneo Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Carbone Giuliani Benedetti Barone Rossetti Caputo \
    Montanari Guerra Palmieri Bernardi Martino Fiore De_Rosa Ferretti Bellini Basile Riva Donati Piras Vitali Battaglia \
    Sartori Neri Costantini Milani Pagano Ruggiero Sorrentino D'Amico Orlando Damico Negri Zambonelli Spaggiari Iotti \
    Fornaciari Bonacini Catellani Davoli Incerti Codeluppi Montecchi Prampolini Bertolini Ferrarini Casoli Salsi Cocconi \
    Manfredini Zanichelli Rabitti Tirelli Gualerzi Burani Lusuardi Bonini Margini Menozzi Bedogni Corradini Torelli \
    Dall'Olio Dall'Aglio Degli_Esposti Dalla_Chiesa Della_Valle Lo_Presti La_Rocca Li_Causi Lo_Cascio Di_Stefano \
    Dell'Orto Del_Bue Rossi-Zini Melli_Ferrari Cugini_Bonazzi Terracciano Scognamiglio Quattrocchi Buonocore Passalacqua \
    Sgarbossa Tramontano Giammarco Verzelloni Malaguzzi Piacentini Gasparini Angelucci Notarnicola Schembri Camilleri \
    Popescu Hoxha Ștefănescu Kowalczyk Nguyen Müller Schönberg O'Connor El_Amrani García_López Bouhlel Shevchenko \
    Okonkwo Mohamud Sørensen Łukaszewski Çelik Petrović Dvořák Tshibangu Ramírez Oliveira_Santos Haxhiu Benkirane";

/// Given names, common, rare, compound and foreign.
const GIVEN: &str = "Maria Anna Giuseppe Antonio Giovanni Francesca Mario Luigi Angela Roberto Paolo Laura Salvatore Carla \
    Stefano Alessandro Andrea Paola Marco Giulia Elena Luca Sara Simona Cristina Davide Nicolò Chiara Monica Federica \
    Barbara Massimo Silvia Daniela Giorgia Lorenza Benedetta Pierpaolo Ermes Tiziana Gianluca Nadia Ombretta Lorella \
    Emanuela Maurizio Alex Nicolas Morena Cinzia Rosaria Iolanda Oriella Anselmo Ultimio Deanna Wainer Ivonne Loredana \
    Anna_Maria Maria_Grazia Maria_Teresa Gian_Luca Pier_Giorgio Anna_Rita Maria_Elena Carlo_Alberto Giovanna_Maria \
    Luca_Maria Rosa_Anna Jean_Pierre Mohamed Ioana Łukasz Zoë Fatima Anđela Björn Amélie Besnik Oksana Youssef Thị_Lan \
    Chukwuemeka José_Luis Ingrid Svetlana Arta Mircea Agnieszka Noémi Desirée";

/// Names of two people that differ by no more than a slip would make them differ: brothers and sisters,
/// and people of one given name whose surnames are alike.
const ALIKE: &str = "Rossi Mario/Rossi Maria/Fontana Paolo/Fontana Paola/Conti Luca/Conti Lucia/Greco Laura/Greco Lara/\
    Sala Marta/Sala Maria/Riva Elisa/Riva Elena/Monti Carlo/Monti Carla/Serra Daniele/Serra Daniela/Gatti Silvio/\
    Gatti Silvia/Fiore Franco/Fiore Franca/Neri Giulio/Neri Giulia/Leone Marco/Leone Mario/Testa Simone/Testa Simona/\
    Villa Sara/Villa Mara/Bondavalli Cristina/Bondavalli Giulia/Vitali Angelo/Vitali Angela/Barone Renato/Barone Renata/\
    Milani Fabio/Milani Flavio/Donati Rita/Donati Rina/Caputo Lia/Caputo Lea/Ferrari Ugo/Ferraro Ugo/Marini Piero/\
    Martini Piero/Grassi Ines/Grasso Ines/Galli Olga/Gallo Olga/Conte Dario/Conti Dario/Neri Vasco/Negri Vasco/\
    Bianchi Irma/Bianco Irma/Rizzi Ezio/Rizzo Ezio/Martini Tea/Martino Tea/Lombardi Ivo/Lombardo Ivo/Morelli Aldo/\
    Moretti Aldo/Ferri Lino/Serri Lino/Valentini Gina/Valenti Gina/Bellini Zoe/Bellino Zoe/Sartori Nives/Sartorio Nives";

/// How many names a plan has: three in ten people of one body in the middle of the country.
const NAMES: usize = 420;
/// Of so many people one is misspelt in a plan, in another plan another.
const EVERY: usize = 5;

fn words(list: &str) -> Vec<String> {
    list.split_whitespace().map(|word| word.replace('_', " ")).collect()
}

/// Distinct people: surname and given name of each.
fn people() -> Vec<(String, String)> {
    let (surnames, given) = (words(SURNAMES), words(GIVEN));
    let mut seen = HashSet::new();
    let pairs =
        (0..).map(|at| (surnames[at % surnames.len()].clone(), given[(at * 37 + at / 7) % given.len()].clone()));
    pairs.filter(|(surname, given)| seen.insert(key(&format!("{surname} {given}")))).take(NAMES).collect()
}

/// A kind of slip: its name, and what it makes of a name, if it can be made of it.
type Kind = (&'static str, fn(&str, &str, &mut Dice) -> Option<String>);

const KINDS: [Kind; 15] = [
    ("missing letter", |s, g, d| in_a_word(s, g, d, |w, at, _| [&w[..at], &w[at + 1..]].concat())),
    ("doubled letter", |s, g, d| in_a_word(s, g, d, |w, at, _| [&w[..=at], &w[at..]].concat())),
    ("swapped letters", |s, g, d| {
        in_a_word(s, g, d, |w, at, _| {
            let mut word = w.to_vec();
            let other = if at + 1 < word.len() { at + 1 } else { at - 1 };
            word.swap(at, other);
            word
        })
    }),
    ("wrong letter", |s, g, d| {
        in_a_word(s, g, d, |w, at, dice| {
            let mut word = w.to_vec();
            word[at] = char::from(b'a' + u8::try_from(dice.below(26)).expect("a letter"));
            word
        })
    }),
    ("rn for m, m for rn", |s, g, _| look_alike(s, g, &[("rn", "m"), ("m", "rn")])),
    ("I for l, l for i", |s, g, d| look_alike(s, g, if d.below(2) == 0 { &[("l", "I")] } else { &[("i", "l")] })),
    ("0 for o", |s, g, _| look_alike(s, g, &[("o", "0"), ("O", "0")])),
    ("c for e", |s, g, _| look_alike(s, g, &[("e", "c")])),
    ("accents lost", |s, g, _| {
        let name = format!("{s} {g}");
        let plain: String = name.chars().map(without_accent).collect();
        (plain != name).then_some(plain)
    }),
    ("apostrophe written otherwise", |s, g, d| {
        let name = format!("{s} {g}");
        let forms = ["’", "' ", "´", "`", " "];
        name.contains('\'').then(|| name.replace('\'', forms[d.below(forms.len())]))
    }),
    ("accent as apostrophe", |s, g, _| g.contains('ò').then(|| format!("{s} {}", g.replace('ò', "o'")))),
    ("name order", |s, g, _| Some(format!("{g} {s}"))),
    ("initial", |s, g, _| Some(format!("{s} {}.", g.chars().next()?))),
    ("second given name dropped", |s, g, _| Some(format!("{s} {}", g.split_once(' ')?.0))),
    ("case and spaces", |s, g, _| Some(format!("{}  {}", s.to_uppercase(), g.to_uppercase()))),
];

/// Changes one letter of one word of at least four, but the first: that is seen by everybody.
fn in_a_word(s: &str, g: &str, dice: &mut Dice, change: fn(&[char], usize, &mut Dice) -> Vec<char>) -> Option<String> {
    let mut words: Vec<String> = format!("{s} {g}").split(' ').map(str::to_owned).collect();
    let long: Vec<usize> = (0..words.len()).filter(|&at| words[at].chars().count() >= 4).collect();
    if long.is_empty() {
        return None;
    }
    let which = long[dice.below(long.len())];
    let letters: Vec<char> = words[which].chars().collect();
    let at = 1 + dice.below(letters.len() - 1);
    words[which] = change(&letters, at, dice).into_iter().collect();
    let changed = words.join(" ");
    (key(&changed) != key(&format!("{s} {g}"))).then_some(changed)
}

/// Writes something in the name as what it looks like, once.
fn look_alike(s: &str, g: &str, forms: &[(&str, &str)]) -> Option<String> {
    let name = format!("{s} {g}");
    let (from, to) = forms.iter().find(|(from, _)| name.contains(from))?;
    Some(name.replacen(from, to, 1))
}

fn without_accent(c: char) -> char {
    use unicode_normalization::UnicodeNormalization;
    match c {
        'Ł' => 'L',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        c => c.nfd().next().unwrap_or(c),
    }
}

/// A row of a plan: on which of forty sheets, who, how much.
type Row = (usize, String, usize);

/// The plan with these rows, ten sheets for each of four CDRs.
fn plan(rows: &[Row]) -> String {
    let mut text = String::new();
    for at in 0..40 {
        if at % 10 == 0 {
            let _ = write!(text, "## 0{} - SERVIZIO\n\nDirigente: Capo Primo\n\n", 1 + at / 10);
        }
        let rows = rows.iter().filter(|(sheet, _, _)| *sheet == at);
        let rows: Vec<String> = rows.map(|(_, name, share)| format!("{name}\tDipendente\t{share},00 %")).collect();
        text += &sheet(&format!("2024_PD_00{at:02}"), &rows.iter().map(String::as_str).collect::<Vec<_>>());
    }
    text
}

/// What is true of a plan: whose second spelling is whose, by the keys.
struct Truth {
    kind: &'static str,
    makes_hundred: bool,
    pairs: Vec<(String, String)>,
}

/// A plan in which every so many-th person has a second spelling of one kind, and everybody else has one.
/// The two spellings together make a hundred, or less.
fn with_slips(kind: &Kind, first: usize, makes_hundred: bool) -> (String, Truth) {
    let mut dice = Dice(u64::try_from(first).expect("fits") * 7919 + u64::from(makes_hundred));
    let mut rows: Vec<Row> = Vec::new();
    let mut pairs = Vec::new();
    for (at, (surname, given)) in people().into_iter().enumerate() {
        let name = format!("{surname} {given}");
        let slip = (at % EVERY == first).then(|| kind.1(&surname, &given, &mut dice)).flatten();
        let own = 40 + at * 13 % 50;
        match slip {
            Some(slip) => {
                // Half of them work in one CDR under both names.
                let other = if at % 2 == 0 { at / 10 * 10 + (at + 3) % 10 } else { at + 13 };
                let rest = if makes_hundred { 100 - own } else { (100 - own) / 2 };
                pairs.push((name.clone(), slip.clone()));
                rows.push((at % 40, name, own));
                rows.push((other % 40, slip, rest));
            }
            None => rows.push((at % 40, name, if at % 3 == 0 { 100 } else { 20 + at * 17 % 75 })),
        }
    }
    // Two who are alike are under a hundred, and make it together every other time: in one CDR, on two sheets.
    for (at, pair) in words_between_slashes(ALIKE).chunks(2).enumerate() {
        let share = 30 + at;
        let other = if at % 2 == 0 { 100 - share } else { 55 };
        rows.push((at % 40, pair[0].clone(), share));
        rows.push((at % 40 / 10 * 10 + (at + 5) % 10, pair[1].clone(), other));
    }
    (plan(&rows), Truth { kind: kind.0, makes_hundred, pairs })
}

fn words_between_slashes(list: &str) -> Vec<String> {
    list.split('/').map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// What was found of one kind.
#[derive(Default)]
struct Score {
    pairs: usize,
    found: usize,
    joined: usize,
    wrong: usize,
    example: Option<(String, String)>,
}

/// The scores of every kind, apart for totals that make a hundred and that do not.
fn measure() -> BTreeMap<(usize, bool), Score> {
    let mut folder = Folder::new();
    let mut truths = BTreeMap::new();
    for (number, kind) in KINDS.iter().enumerate() {
        for first in 0..EVERY {
            for makes_hundred in [true, false] {
                let (text, truth) = with_slips(kind, first, makes_hundred);
                let label = format!("{number:02}-{first}-{makes_hundred}");
                folder = folder.add(&format!("{label}/plan.md"), text);
                truths.insert(label, (number, truth));
            }
        }
    }
    let check = folder.cento(&["check", ".", "--format", "json", "--select", "N001"]).json();
    let name = |value: &serde_json::Value| key(value.as_str().expect("a name"));
    let mut reported: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for finding in check["findings"].as_array().expect("findings") {
        let (one, other) = (name(&finding["persons"][0]), name(&finding["persons"][1]));
        let pair = if one < other { (one, other) } else { (other, one) };
        reported.entry(finding["plan"].as_str().expect("a plan").to_owned()).or_default().insert(pair);
    }
    let mut scores: BTreeMap<(usize, bool), Score> = BTreeMap::new();
    for (label, (number, truth)) in truths {
        let mut told = reported.remove(&label).unwrap_or_default();
        let score = scores.entry((number, truth.makes_hundred)).or_default();
        for (right, slip) in truth.pairs {
            let (one, other) = (key(&right), key(&slip));
            score.pairs += 1;
            score.example.get_or_insert((right, slip));
            if one == other {
                score.joined += 1;
            } else if told.remove(&if one < other {
                (one.clone(), other.clone())
            } else {
                (other.clone(), one.clone())
            }) {
                score.found += 1;
            }
        }
        // What is left is a pair of different people, or of two second spellings.
        score.wrong += told.len();
        assert_eq!(truth.kind, KINDS[number].0);
    }
    scores
}

/// The page with the measured table.
fn page(scores: &BTreeMap<(usize, bool), Score>) -> String {
    let plans = KINDS.len() * EVERY * 2;
    let distinct = NAMES + words_between_slashes(ALIKE).len();
    let mut out = format!(
        "# Probable same persons, measured\n\n\
        Made by `tests/cento/likeness.rs`, which fails when this table is not what it measures. {plans} generated plans, each\n\
        with {distinct} different people (compound and foreign names, brothers and sisters, people of one given name with\n\
        surnames that are alike, all of these under 100 and every other pair of them making exactly 100 together), of whom\n\
        every fifth has a second spelling of one kind. *Found* counts the second spellings that are reported as N001, *joined*\n\
        those that are one person to begin with, since only case, accents, apostrophes or spaces differ; *wrong* the pairs\n\
        reported that are different people.\n\n\
        | second spelling | example | totals | pairs | joined | found | % | wrong |\n|---|---|---|---:|---:|---:|---:|---:|\n"
    );
    let mut all = Score::default();
    for ((number, makes_hundred), score) in scores {
        let (right, slip) = score.example.clone().unwrap_or_default();
        let totals = if *makes_hundred { "make 100" } else { "do not" };
        let example = format!("{right} · {slip}").replace('`', "\\`");
        let _ = writeln!(
            out,
            "| {} | {example} | {totals} | {} | {} | {} | {} | {} |",
            KINDS[*number].0,
            score.pairs,
            score.joined,
            score.found,
            percent(score),
            score.wrong
        );
        all.pairs += score.pairs;
        all.joined += score.joined;
        all.found += score.found;
        all.wrong += score.wrong;
    }
    let _ = writeln!(
        out,
        "| **all** | | | **{}** | **{}** | **{}** | **{}** | **{}** |",
        all.pairs,
        all.joined,
        all.found,
        percent(&all),
        all.wrong
    );
    let per_two_hundred = all.wrong * 200 * 100 / (plans * distinct);
    let _ = write!(
        out,
        "\nWrong pairs per 200 different people: {}.{:02}.\n\n\
        What is not found, and why: a wrong letter that makes another common name (Mario, Maria) or changes the last vowel of a\n\
        given name; an initial for which several people may stand; two letters or a surname's last vowel, unless the two\n\
        together make exactly the capacity. There, being silent is better than to put two people together.\n",
        per_two_hundred / 100,
        per_two_hundred % 100
    );
    out
}

/// Tenths of a percent, rounded down.
fn percent(score: &Score) -> String {
    let tenths = (score.found + score.joined) * 1000 / score.pairs.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[test]
fn misspelt_names_are_found_and_different_people_are_not() {
    let scores = measure();
    let sum = |of: fn(&Score) -> usize| scores.values().map(of).sum::<usize>();
    let (pairs, found, wrong) = (sum(|s| s.pairs), sum(|s| s.found + s.joined), sum(|s| s.wrong));
    assert!(people().len() >= 400);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/probable-same-person.md");
    let page = page(&scores);
    if std::env::var_os("CENTO_WRITE_DOCS").is_some() {
        fs::write(&path, &page).expect("the page can be written");
    }
    assert!(found * 100 >= pairs * 95, "{found} of {pairs}\n{page}");
    let plans = KINDS.len() * EVERY * 2;
    assert!(wrong * 200 <= plans * NAMES, "{wrong} wrong in {plans} plans\n{page}");
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), page, "CENTO_WRITE_DOCS=1 cargo test likeness writes it");
}

#[test]
fn ten_thousand_names_take_no_time_to_speak_of() {
    let (surnames, given) = (words(SURNAMES), words(GIVEN));
    let mut rows: Vec<Row> = Vec::new();
    for (at, surname) in surnames.iter().enumerate() {
        for (of, given) in given.iter().enumerate() {
            rows.push(((at + of) % 40, format!("{surname} {given}"), 20 + (at * 7 + of) % 70));
        }
    }
    rows.truncate(10_000);
    assert_eq!(rows.len(), 10_000);
    let folder = Folder::with(plan(&rows));
    let start = Instant::now();
    let check = folder.cento(&["check", ".", "--format", "concise", "--select", "N001"]);
    // Without optimisation; with it, it is a tenth of this.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    assert_eq!(check.status, 0);
}
