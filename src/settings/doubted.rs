//! Columns that are not understood and must not be passed over: they could change what is known of people.
//!
//! Programs of payrolls write dozens of columns. Which of them say nothing of capacity, working time or days, their headings tell, and
//! otherwise their cells.

use super::fault::{Doubt, Fault};
use super::header::{header_key, is_among};
use super::staff_columns::{COLUMNS, PERCENT};
use super::unread::Unread;

/// Words of what is no matter of the plan, whatever stands beside: money, birth, health, leave in hours, when something was written.
const FOREIGN: &[&str] = &[
    "retribu*",
    "stipend*",
    "salar*",
    "pay*",
    "paga",
    "compens*",
    "wage*",
    "bonus",
    "premio",
    "indennit*",
    "costo",
    "costi",
    "cost",
    "importo",
    "amount",
    "eur",
    "euro",
    "lord*",
    "nett*",
    "tariff*",
    "ral",
    "irpef",
    "inps",
    "inail",
    "tfr",
    "aliquot*",
    "contributiv*",
    "contribut*",
    "tax*",
    "fiscal*",
    "detrazion*",
    "sindac*",
    "associativ*",
    "maggiorazion*",
    "increment*",
    "invalid*",
    "disab*",
    "nascita",
    "nato",
    "nata",
    "birth*",
    "eta",
    "age",
    "anzianit*",
    "seniority",
    "length",
    "scatt*",
    "aggiornament*",
    "aggiornat*",
    "updat*",
    "modific*",
    "changed",
    "estrazion*",
    "stampa",
    "elaborazion*",
    "ferie",
    "permess*",
    "straordinari*",
    "overtime",
    "vacation*",
    "holiday*",
    "visit*",
    "patent*",
    "document*",
    "passaport*",
    "passport",
    "corso",
    "laurea",
    "diploma",
    "delibera*",
    "determina",
    "protocol*",
    "concorso",
    "matrimonio",
    "valutazion*",
    "consenso",
    "privacy",
    "certific*",
    "massimal*",
    "minim*",
    "tabellar*",
    "reddit*",
    "famil*",
    "figli",
    "coniuge",
    "balance*",
    "saldo",
    // What is remarked is a note by another name.
    "annotazion*",
    "osservazion*",
    "remark*",
    "comment*",
    "note*",
];

/// Words of what people are called or reached by, and of steps of their careers: what is said of days and hours beside them is no contract.
const ASIDE: &[&str] = &[
    "codice",
    "cod",
    "code",
    "id",
    "matricola",
    "badge",
    "tessera",
    "telefon*",
    "tel",
    "phone",
    "cell",
    "cellulare",
    "mobile",
    "fax",
    "mail",
    "email",
    "indirizzo",
    "address",
    "via",
    "cap",
    "zip",
    "postal*",
    "citta",
    "city",
    "comune",
    "provincia",
    "prov",
    "residen*",
    "domicil*",
    "iban",
    "bank",
    "banca",
    "livell*",
    "level",
    "grade",
    "step",
    "classe",
    "inquadramento",
    "qualific*",
    "profil*",
    "mansion*",
    "prova",
    "probation",
    "promo*",
    "progression*",
    "giuramento",
    "report*",
];

/// Words of what has numbers as capacities are: parts of the house, places, kinds, orders, marks.
const NUMBERED: &[&str] = &[
    "repart*",
    "uffici*",
    "settor*",
    "serviz*",
    "sede",
    "area",
    "unita",
    "gruppo",
    "divisione",
    "direzione",
    "dipartimento",
    "centro",
    "cdc",
    "cdr",
    "struttura",
    "sezione",
    "filiale",
    "azienda",
    "ente",
    "company",
    "department",
    "dept",
    "division",
    "unit",
    "office",
    "location",
    "site",
    "team",
    "group",
    "subgroup",
    "org",
    "key",
    "sesso",
    "gender",
    "sex",
    "stato",
    "status",
    "nazional*",
    "nationality",
    "posizion*",
    "position",
    "job",
    "categoria",
    "category",
    "cat",
    "comparto",
    "ccnl",
    "tipo",
    "tipologia",
    "type",
    "turno",
    "shift",
    "squadra",
    "fascia",
    "band",
    "grado",
    "interno",
    "ext",
    "extension",
    "stanza",
    "room",
    "piano",
    "floor",
    "posto",
    "seat",
    "ordine",
    "ord",
    "order",
    "n",
    "nr",
    "num",
    "numero",
    "number",
    "no",
    "prog",
    "progr",
    "progressivo",
    "riga",
    "row",
    "line",
    "seq",
    "sort",
    "anno",
    "anni",
    "year",
    "years",
    "mese",
    "month",
    "giorno",
    "day",
    "punteggi*",
    "punti",
    "score",
    "voto",
    "rating",
    "performance",
    "giudizio",
    "buoni",
    "ticket",
    "km",
    "distanza",
    "distance",
];

/// Words of how much may be committed, or of shares of something.
const AMOUNTS: &[&str] = &[
    "capac*",
    "disponib*",
    "availab*",
    "impegn*",
    "commit*",
    "allocat*",
    "allocab*",
    "assegnabil*",
    "carico",
    "occupazion*",
    "dedic*",
    "disp",
    "avail",
    "workload",
    "utili*",
    "tett*",
    "ceiling*",
    "limit*",
    "massim*",
    "max*",
    "quot*",
    "sogli*",
    "share*",
];

/// Words of working time.
const TIMES: &[&str] = &[
    "ora",
    "ore",
    "settiman*",
    "orari*",
    "hour*",
    "hrs",
    "h",
    "hh",
    "pt",
    "part",
    "parttime",
    "parzial*",
    "fte",
    "etp",
    "tempo",
    "pieno",
    "full",
    "fulltime",
    "regime",
    "working",
    "workweek",
    "lavorat*",
    "lavorativ*",
    "ridott*",
    "riduzion*",
    "mesi",
    "months",
    "giorni",
    "giornate",
    "gg",
    "days",
    "weeks",
];

/// Words of when somebody begins and ends to work, and of absence.
const DAYS: &[&str] = &[
    "valid*",
    "period*",
    "durat*",
    "duration",
    "fino",
    "until",
    "till",
    "since",
    "thru",
    "through",
    "decorr*",
    "effective",
    "efficacia",
    "inizi*",
    "fine",
    "begin*",
    "start*",
    "end",
    "ends",
    "enddate",
    "ending",
    "termin*",
    "scad*",
    "scaden*",
    "cess*",
    "cessaz*",
    "assun*",
    "hire*",
    "uscita",
    "ingresso",
    "entrata",
    "entry",
    "exit",
    "leave*",
    "leaving",
    "left",
    "retire*",
    "pension*",
    "quiescenza",
    "dimission*",
    "resign*",
    "separation",
    "licenziament*",
    "recess*",
    "expir*",
    "chius*",
    "proroga",
    "sospension*",
    "rientro",
];

/// Words before a day; without days they say nothing of any.
const BEFORE_DAYS: &[&str] = &["dal", "al", "from", "to"];

/// Words of absence: they count, whatever stands beside.
const ABSENCES: &[&str] =
    &["absence*", "assenz*", "aspettativa", "congedo", "maternit*", "paternit*", "comando", "distacco", "secondment"];

/// Words of whether somebody is there.
const ACTIVE: &[&str] = &["attivo", "attiva", "active", "cessato", "cessata"];

/// Words of how long a contract lasts, which beside those of working time say nothing of it.
const LASTING: &[&str] = &["determinato", "indeterminato", "det", "indet"];

/// Words of a beginning before that of the contract.
const EARLIER: &[&str] = &["original", "originaria", "prima", "first", "continuous"];

/// Judges the columns of a staff file.
pub(super) fn judge(column: &Unread, is_known: &dyn Fn(&str) -> bool) -> Option<Fault> {
    let key = header_key(&column.written);
    // What would be known, and stands in the unread ones since it is hidden.
    let hidden = COLUMNS.iter().find(|known| known.holds.is_figure() && known.is(&key));
    if let Some(hidden) = hidden.filter(|_| column.filled > 0) {
        return Some(Fault::Unseen(hidden.name));
    }
    let why = doubt(column, &key, is_known)?;
    let valid = COLUMNS.iter().map(|column| column.name).collect();
    Some(Fault::DoubtedColumn { number: column.at + 1, written: column.written.clone(), why, valid })
}

fn doubt(column: &Unread, key: &str, is_known: &dyn Fn(&str) -> bool) -> Option<Doubt> {
    if column.filled == 0 {
        return None;
    }
    let has_figures = column.figures > 0;
    if has_figures && speaks(key, ABSENCES) {
        return Some(Doubt::Heading);
    }
    if speaks(key, FOREIGN) {
        return None;
    }
    if has_figures && (speaks(key, AMOUNTS) || speaks(key, PERCENT)) {
        return Some(Doubt::Heading);
    }
    if column.percentages * 2 > column.filled {
        return Some(Doubt::Percentages);
    }
    let has_hours = ["weekly_hours", "part_time_percent", "fte", "working_time"].into_iter().any(is_known);
    let [begins, ends] = [["dal", "from"], ["al", "to"]].map(|names| names.into_iter().any(is_known));
    let in_one = ["periodo", "period"].into_iter().any(is_known);
    let [begins, ends] = [begins || in_one, ends || in_one];
    if !ends && (column.says.absent || (column.do_differ && speaks(key, ACTIVE))) {
        return Some(Doubt::Absent);
    }
    if column.says.part_time && !has_hours {
        return Some(Doubt::PartTime);
    }
    if speaks(key, ASIDE) {
        return None;
    }
    // Full time or part-time in words tell people apart, where no hours do.
    let tells_apart = column.do_differ && !has_hours && !speaks(key, LASTING);
    if speaks(key, TIMES) && (has_figures || tells_apart) {
        return Some(Doubt::Heading);
    }
    let has_capacities = is_known("capacity_percent");
    if !has_capacities && column.may_be_capacities() && !speaks(key, NUMBERED) {
        return Some(Doubt::Shares);
    }
    of_days(column, key, begins, ends)
}

/// Whether a column may say when somebody begins or ends to work.
fn of_days(column: &Unread, key: &str, begins: bool, ends: bool) -> Option<Doubt> {
    if begins && speaks(key, EARLIER) {
        return None;
    }
    let has_days = column.days > 0 || column.says.days;
    if column.figures > 0 && speaks(key, DAYS) || has_days && speaks(key, BEFORE_DAYS) {
        return Some(Doubt::Heading);
    }
    if column.says.days {
        return Some(Doubt::Days);
    }
    // Where both are known, other days are of something else.
    (!(begins && ends) && column.days * 2 > column.filled).then_some(Doubt::Dates)
}

/// Whether one of some words stands in a heading, or, where all of it is one word, in that: `datacessazione`.
fn speaks(key: &str, words: &[&str]) -> bool {
    const LEAST: usize = 5;
    let stem = |word: &&&str| word.strip_suffix('*').unwrap_or(word).len() >= LEAST;
    let is_in = || !key.contains('_') && words.iter().filter(stem).any(|word| key.contains(word.trim_end_matches('*')));
    key.split('_').any(|word| is_among(word, words)) || is_in()
}
