//! The words of headers: small, without accents and spaces, and without the small words that say nothing.

use super::column::Clarity;
use crate::model::Meaning;

/// Words with which the header of a budget speaks of money: there, *Risorsa* and *Quota* are something else.
pub const MONEY: [&str; 9] =
    ["importo", "euro", "capitolo", "cap", "stanziamento", "spesa", "entrata", "amount", "budget"];

/// What is in the headers of columns that say who, and of those that say how much, whatever else they say.
pub const WHO: [&str; 9] =
    ["nome", "nominativo", "cognome", "soggetto", "dipendente", "persona", "risorsa", "operatore", "addetto"];
pub const HOW_MUCH: [&str; 12] = [
    "impegno",
    "percentuale",
    "perc",
    "%",
    "quota",
    "tempo",
    "assegnazione",
    "fte",
    "allocazion",
    "allocation",
    "coinvolgimento",
    "partecipazione",
];

/// Words for a share of working time, whatever stands beside them.
pub const SHARES: [&str; 12] = [
    "impegno",
    "impegnopersonale",
    "impegnolavorativo",
    "impegnolavoro",
    "impegnotempo",
    "impegnoprogetto",
    "quotaimpegno",
    "quotatempo",
    "tempodedicato",
    "commitment",
    "timeshare",
    "worktimeshare",
];

/// Words that mean shares of other things, too.
pub const DOUBTFUL_SHARES: [&str; 7] =
    ["quota", "share", "allocation", "allocazione", "effort", "assegnazione", "apporto"];

/// Words that mean a share only where a unit stands beside them.
pub const TIMES: [&str; 14] = [
    "tempo",
    "tempolavoro",
    "tempodedicatoprogetto",
    "orariolavoro",
    "lavoro",
    "dedicato",
    "dedicata",
    "coinvolgimento",
    "utilizzo",
    "time",
    "worktime",
    "workingtime",
    "lavorata",
    "lavorato",
];

/// Words that say more of hours.
pub const HOURS: [&str; 6] = ["dedicate", "lavorate", "previste", "assegnate", "progetto", "project"];

/// Words with which the header of a column begins that says when.
pub const PERIODS: [&str; 28] = [
    "dal",
    "al",
    "from",
    "to",
    "da",
    "inizio",
    "fine",
    "decorrenza",
    "scadenza",
    "start",
    "end",
    "data",
    "date",
    "fino",
    "sino",
    "until",
    "termine",
    "periodo",
    "validita",
    "mese",
    "trimestre",
    "bimestre",
    "quadrimestre",
    "semestre",
    "durata",
    "quarter",
    "half",
    "valid",
];

/// The other headers, and what stands below them.
pub const KNOWN: &[(&str, Meaning, Clarity)] = {
    use Clarity::{Clear, Doubtful};
    use Meaning::{Aside, Cdr, CdrName, Director, FirstName, Number, Person, Project, Role, Surname, Title};
    &[
        ("nominativo", Person, Clear),
        ("nominativi", Person, Clear),
        ("matricolanominativo", Person, Clear),
        ("matricolacognomenome", Person, Clear),
        ("nominativomatricola", Person, Clear),
        ("cognomenomematricola", Person, Clear),
        ("nominativodipendente", Person, Clear),
        ("dipendente", Person, Clear),
        ("dipendenti", Person, Clear),
        ("dipendentecoinvolto", Person, Clear),
        ("dipendenticoinvolti", Person, Clear),
        ("cognomenome", Person, Clear),
        ("nomecognome", Person, Clear),
        ("nomedipendente", Person, Clear),
        ("nomepersona", Person, Clear),
        ("lavoratore", Person, Clear),
        ("collaboratore", Person, Clear),
        ("addetto", Person, Clear),
        ("risorsaumana", Person, Clear),
        ("personalecoinvolto", Person, Clear),
        ("personaleassegnato", Person, Clear),
        ("employee", Person, Clear),
        ("employeename", Person, Clear),
        ("fullname", Person, Clear),
        ("namesurname", Person, Clear),
        ("surnamename", Person, Clear),
        ("staffmember", Person, Clear),
        ("worker", Person, Clear),
        ("researcher", Person, Clear),
        ("ricercatore", Person, Clear),
        ("ricercatrice", Person, Clear),
        ("collaboratrice", Person, Clear),
        ("teammember", Person, Clear),
        ("staffname", Person, Clear),
        ("personname", Person, Clear),
        ("resourcename", Person, Clear),
        ("nomerisorsa", Person, Clear),
        ("nominativorisorsa", Person, Clear),
        ("soggetto", Person, Doubtful),
        ("soggetti", Person, Doubtful),
        ("risorsa", Person, Doubtful),
        ("risorse", Person, Doubtful),
        ("risorseumane", Person, Doubtful),
        ("persona", Person, Doubtful),
        ("persone", Person, Doubtful),
        ("personale", Person, Doubtful),
        ("nome", Person, Doubtful),
        ("name", Person, Doubtful),
        ("person", Person, Doubtful),
        ("staff", Person, Doubtful),
        ("resource", Person, Doubtful),
        ("componente", Person, Doubtful),
        ("componenti", Person, Doubtful),
        ("partecipante", Person, Doubtful),
        ("partecipanti", Person, Doubtful),
        ("cognome", Surname, Clear),
        ("surname", Surname, Clear),
        ("lastname", Surname, Clear),
        ("familyname", Surname, Clear),
        ("firstname", FirstName, Clear),
        ("givenname", FirstName, Clear),
        ("relazionepersonale", Role, Clear),
        ("relazione", Role, Doubtful),
        ("ruolo", Role, Clear),
        ("qualifica", Role, Clear),
        ("categoria", Role, Clear),
        ("categoriagiuridica", Role, Clear),
        ("categoriaprofilo", Role, Clear),
        ("cat", Role, Clear),
        ("catgiuridica", Role, Clear),
        ("catprofilo", Role, Clear),
        ("area", Role, Clear),
        ("areaprofilo", Role, Clear),
        ("profilo", Role, Clear),
        ("profiloprofessionale", Role, Clear),
        ("qualificaprofilo", Role, Clear),
        ("inquadramento", Role, Clear),
        ("posizione", Role, Clear),
        ("posizioneeconomica", Role, Clear),
        ("livello", Role, Clear),
        ("tipologiarapporto", Role, Clear),
        ("rapportolavoro", Role, Clear),
        ("role", Role, Clear),
        ("position", Role, Clear),
        ("grade", Role, Clear),
        ("category", Role, Clear),
        ("jobtitle", Role, Clear),
        ("codiceprogetto", Project, Clear),
        ("codprogetto", Project, Clear),
        ("codiceprodotto", Project, Clear),
        ("codprodotto", Project, Clear),
        ("codicescheda", Project, Clear),
        ("idprogetto", Project, Clear),
        ("projectcode", Project, Clear),
        ("projectid", Project, Clear),
        ("progetto", Project, Doubtful),
        ("prodotto", Project, Doubtful),
        ("project", Project, Doubtful),
        ("scheda", Project, Doubtful),
        ("wp", Project, Doubtful),
        ("workpackage", Project, Doubtful),
        ("commessa", Project, Doubtful),
        ("progettoattivita", Project, Doubtful),
        ("attivitaprogetto", Project, Doubtful),
        ("projectactivity", Project, Doubtful),
        ("codice", Project, Doubtful),
        ("cod", Project, Doubtful),
        ("code", Project, Doubtful),
        ("titolo", Title, Clear),
        ("titoloprogetto", Title, Clear),
        ("attivita", Title, Doubtful),
        ("activity", Title, Doubtful),
        ("denominazione", Title, Clear),
        ("denominazioneprogetto", Title, Clear),
        ("descrizione", Title, Clear),
        ("descrizioneprogetto", Title, Clear),
        ("nomeprogetto", Title, Clear),
        ("title", Title, Clear),
        ("projecttitle", Title, Clear),
        ("projectname", Title, Clear),
        ("cdr", Cdr, Clear),
        ("codicecdr", Cdr, Clear),
        ("codcdr", Cdr, Clear),
        ("centroresponsabilita", Cdr, Clear),
        ("codicecentroresponsabilita", Cdr, Clear),
        ("cdrcode", Cdr, Clear),
        ("responsibilitycentre", Cdr, Clear),
        ("responsibilitycenter", Cdr, Clear),
        ("nomecdr", CdrName, Clear),
        ("denominazionecdr", CdrName, Clear),
        ("descrizionecdr", CdrName, Clear),
        ("cdrname", CdrName, Clear),
        ("servizio", CdrName, Clear),
        ("settore", CdrName, Clear),
        ("direzione", CdrName, Clear),
        ("struttura", CdrName, Clear),
        ("unitaorganizzativa", CdrName, Clear),
        ("department", CdrName, Clear),
        ("dirigente", Director, Clear),
        ("dirigenteresponsabile", Director, Clear),
        ("nomedirigente", Director, Clear),
        ("director", Director, Clear),
        ("matricola", Number, Clear),
        ("matricole", Number, Clear),
        ("matr", Number, Clear),
        ("numeromatricola", Number, Clear),
        ("codicematricola", Number, Clear),
        ("matricoladipendente", Number, Clear),
        ("badge", Number, Clear),
        ("numerobadge", Number, Clear),
        ("codicedipendente", Number, Clear),
        ("coddipendente", Number, Clear),
        ("iddipendente", Number, Clear),
        ("codicefiscale", Number, Doubtful),
        ("codfiscale", Number, Doubtful),
        ("cf", Number, Doubtful),
        ("employeeid", Number, Clear),
        ("employeenumber", Number, Clear),
        ("employeecode", Number, Clear),
        ("employeeno", Number, Clear),
        ("personnelnumber", Number, Clear),
        ("personnelno", Number, Clear),
        ("staffno", Number, Clear),
        ("payrollnumber", Number, Clear),
        ("payrollno", Number, Clear),
        ("codicepersonale", Number, Clear),
        ("codicerisorsa", Number, Clear),
        ("idrisorsa", Number, Clear),
        ("idpersona", Number, Clear),
        ("coddip", Number, Clear),
        ("staffnumber", Number, Clear),
        ("staffid", Number, Clear),
        ("iddip", Number, Clear),
        ("idlavoratore", Number, Clear),
        ("idpersonale", Number, Clear),
        ("idmatricola", Number, Clear),
        ("iddipendenti", Number, Clear),
        ("idnominativo", Number, Clear),
        ("idaddetto", Number, Clear),
        ("idcollaboratore", Number, Clear),
        ("codicedip", Number, Clear),
        ("codicelavoratore", Number, Clear),
        ("codlavoratore", Number, Clear),
        ("codrisorsa", Number, Clear),
        ("codpersonale", Number, Clear),
        ("codmatricola", Number, Clear),
        ("numerodipendente", Number, Clear),
        ("matrdip", Number, Clear),
        ("matrdipendente", Number, Clear),
        ("empno", Number, Clear),
        ("empid", Number, Clear),
        ("empnumber", Number, Clear),
        ("empcode", Number, Clear),
        ("staffcode", Number, Clear),
        ("personid", Number, Clear),
        ("personnelid", Number, Clear),
        ("workerid", Number, Clear),
        ("resourceid", Number, Clear),
        ("payrollid", Number, Clear),
        ("hrid", Number, Clear),
        ("progr", Aside, Clear),
        ("progressivo", Aside, Clear),
        ("numero", Aside, Clear),
        ("number", Aside, Clear),
        ("riga", Aside, Clear),
        ("row", Aside, Clear),
        ("id", Number, Doubtful),
        ("pos", Aside, Clear),
    ]
};

/// For every first letter the second ones with which a header begins, a bit each.
pub const BEGINNINGS: [u32; 26] = {
    let mut beginnings = [0; 26];
    let mut at = 0;
    while at < KNOWN.len() {
        beginnings = with_beginning(beginnings, KNOWN[at].0);
        at += 1;
    }
    let lists: [&[&str]; 6] = [
        &SHARES,
        &DOUBTFUL_SHARES,
        &TIMES,
        &HOURS,
        // Words that state a unit, or say nothing, and may come first.
        &["percentuale", "ore", "hours", "giorni", "gg", "mesi", "person", "days", "months", "fte", "etp", "nr", "num"],
        &PERIODS,
    ];
    let mut list = 0;
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            beginnings = with_beginning(beginnings, lists[list][at]);
            at += 1;
        }
        list += 1;
    }
    beginnings
};

const fn with_beginning(mut beginnings: [u32; 26], word: &str) -> [u32; 26] {
    let bytes = word.as_bytes();
    beginnings[(bytes[0] - b'a') as usize] |= 1 << (bytes[1] - b'a');
    beginnings
}
