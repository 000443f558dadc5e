//! The columns of the staff file: the name in the contract, then how staff offices call them, in whole or by their words.

use super::header::{Column, Holds, Phrase};

/// The places of the columns among the known ones.
pub(super) const NAME: usize = 0;
pub(super) const SURNAME: usize = 1;
pub(super) const NUMBER: usize = 2;
pub(super) const CAPACITY: usize = 3;
pub(super) const WEEKLY_HOURS: usize = 4;
pub(super) const FULL_TIME_HOURS: usize = 5;
pub(super) const MONTHS: usize = 6;
pub(super) const CDR: usize = 7;
pub(super) const NOTE: usize = 8;
pub(super) const DAL: usize = 9;
pub(super) const AL: usize = 10;
pub(super) const FROM: usize = 11;
pub(super) const TO: usize = 12;
pub(super) const PERIODO: usize = 13;
pub(super) const PERIOD: usize = 14;
pub(super) const PART_TIME: usize = 15;
pub(super) const FTE: usize = 16;
pub(super) const WORKING_TIME: usize = 17;

/// Words for a percentage; the sign is read as the first of them.
pub(super) const PERCENT: &[&str] = &["percento", "percent*", "perc", "pct"];
const MOST: &[&str] = &["massim*", "max", "maximum", "limit*", "tetto"];
/// What may be committed, by one word.
const CAPACITIES: &[&str] = &[
    "capacita",
    "capacity",
    "capacities",
    "disponibil*",
    "availab*",
    "impegnabil*",
    "impiegabil*",
    "allocabil*",
    "allocable",
    "assegnabil*",
    "tetto",
    "ceiling",
];
/// What the most of is a capacity.
const SHARES: &[&str] = &[
    "percento",
    "percent*",
    "perc",
    "pct",
    "quota",
    "quote",
    "impegno",
    "impegni",
    "impiego",
    "carico",
    "assegnazione",
    "commitment*",
    "allocation*",
    "workload",
    "load",
    "share",
];
/// Words that say nothing, or whose it is.
const ASIDE: &[&str] = &[
    "di",
    "d",
    "del",
    "dell",
    "della",
    "il",
    "la",
    "in",
    "per",
    "a",
    "of",
    "the",
    "for",
    "individual*",
    "personal*",
    "dipendente",
    "persona",
    "person",
    "employee",
    "staff",
    "piano",
    "plan",
    "peg",
    "lavoro",
    "lavorativ*",
    "work",
];
const LONG: &[&str] = &["tempo", "time", "orario"];
const HOURS: &[&str] = &["ore", "hours", "hrs"];
const TIMETABLE: &[&str] = &["orario", "ore", "h", "hh", "hours", "hrs"];
const WEEK: &[&str] = &["settiman*", "sett", "week", "weekly", "wk"];
const CONTRACT: &[&str] =
    &["contratto", "contratti", "contrattual*", "contract", "contractual", "scheduled", "working"];
const FULL: &[&str] = &["pieno", "full", "fulltime", "default"];
const SERVICE: &[&str] = &[
    "servizio",
    "service",
    "rapporto",
    "employment",
    "forza",
    "presente",
    "dt",
    "validita",
    "validity",
    "valid*",
    "data",
    "date",
    "giorno",
    "day",
    "on",
];

const BEGINS: &[&str] = &[
    "dal",
    "dalla",
    "dall",
    "inizio",
    "decorrenza",
    "decorre",
    "assunzione",
    "assunto",
    "assunta",
    "assunti",
    "ingresso",
    "entrata",
];
const ENDS: &[&str] =
    &["al", "fine", "cessazione", "cessato", "cessata", "cessati", "cessa", "termine", "scadenza", "scade", "uscita"];
const STARTS: &[&str] = &[
    "start",
    "starts",
    "started",
    "starting",
    "startdate",
    "from",
    "hire",
    "hired",
    "hiredate",
    "begin",
    "begins",
    "begindate",
    "beginning",
    "since",
    "entry",
    "joined",
    "joining",
    "validfrom",
];
const FINISHES: &[&str] = &[
    "end",
    "ends",
    "ended",
    "ending",
    "enddate",
    "to",
    "until",
    "till",
    "thru",
    "through",
    "termination",
    "terminated",
    "terminationdate",
    "terminates",
    "expiry",
    "expiration",
    "expires",
    "leaving",
    "left",
    "exit",
    "validto",
];

/// The columns.
pub(super) const COLUMNS: [Column; 18] = [
    Column::new(
        "name",
        Holds::Name,
        &[
            "nome",
            "nominativo",
            "cognome_e_nome",
            "cognome_nome",
            "nome_e_cognome",
            "persona",
            "dipendente",
            "first_name",
            "full_name",
            "employee",
            "employee_name",
        ],
    ),
    Column::new("surname", Holds::Name, &["cognome", "last_name"]),
    Column::new(
        "matricola",
        Holds::Codes,
        &[
            "id",
            "matr",
            "numero_matricola",
            "n_matricola",
            "codice_dipendente",
            "employee_id",
            "employee_number",
            "employee_no",
            "personnel_number",
            "pers_no",
        ],
    ),
    Column::new(
        "capacity_percent",
        Holds::Percent,
        &[
            "capacita_percento",
            "capacita",
            "capacita_percentuale",
            "capacity",
            "cap_percento",
            "percento_cap",
            "disp_percento",
            "percento_disp",
        ],
    )
    .or(&[
        Phrase { all_of: &[CAPACITIES], beside: &[PERCENT, MOST, SHARES, ASIDE] },
        Phrase { all_of: &[CAPACITIES, PERCENT], beside: &[MOST, ASIDE, LONG] },
        Phrase { all_of: &[MOST, SHARES], beside: &[ASIDE] },
    ]),
    Column::new("weekly_hours", Holds::Hours, &["ore_settimanali", "ore", "orario_settimanale", "hours"]).or(&[
        Phrase { all_of: &[TIMETABLE, WEEK], beside: &[CONTRACT, ASIDE] },
        Phrase { all_of: &[HOURS, CONTRACT], beside: &[ASIDE] },
    ]),
    Column::new("full_time_hours", Holds::Hours, &["ore_tempo_pieno"]).or(&[
        Phrase { all_of: &[TIMETABLE, FULL], beside: &[WEEK, CONTRACT, ASIDE, LONG] },
        // Beside the hours of a week.
        Phrase { all_of: &[&["tempo", "time"], &["pieno", "full"]], beside: &[ASIDE] },
    ]),
    Column::new("months", Holds::Figure, &["mesi", "mesi_di_servizio"]).or(&[Phrase {
        all_of: &[&["mesi", "months"]],
        beside: &[&[
            "lavorati",
            "worked",
            "contratto",
            "contract",
            "nell",
            "anno",
            "year",
            "in",
            "di",
            "of",
            "the",
            "del",
        ]],
    }]),
    Column::new("cdr", Holds::Codes, &[]),
    Column::new("note", Holds::Remarks, &["notes"]),
    Column::new("dal", Holds::Words, &["data_inizio", "da", "data_ass", "dt_ass", "data_decorr", "dt_decorr"])
        .or(&[Phrase { all_of: &[BEGINS], beside: &[SERVICE, CONTRACT, ASIDE, &["periodo"]] }]),
    Column::new(
        "al",
        Holds::Words,
        &[
            "data_fine",
            "a",
            "alla_data",
            "data_cess",
            "dt_cess",
            "data_scad",
            "dt_scad",
            "data_term",
            "ultimo_giorno",
            "ultimo_giorno_di_lavoro",
            "ultimo_giorno_lavorativo",
        ],
    )
    .or(&[Phrase {
        all_of: &[ENDS],
        beside: &[
            SERVICE,
            CONTRACT,
            &["di", "del", "dell", "della", "il", "in", "lavoro", "lavorativ*", "periodo", "fino"],
        ],
    }]),
    // Below English headers the month may stand first.
    Column::new("from", Holds::Words, &["start_date"])
        .or(&[Phrase { all_of: &[STARTS], beside: &[SERVICE, CONTRACT, &["of", "the", "period", "work"]] }]),
    Column::new(
        "to",
        Holds::Words,
        &["end_date", "leave_date", "term_date", "last_day", "last_working_day", "last_day_of_work"],
    )
    .or(&[Phrase { all_of: &[FINISHES], beside: &[SERVICE, CONTRACT, &["of", "the", "period", "work", "up"]] }]),
    Column::new("periodo", Holds::Words, &["validita"]).or(&[
        Phrase {
            all_of: &[&["periodo"]],
            beside: &[SERVICE, CONTRACT, &["di", "del", "dell", "lavoro", "lavorativo"]],
        },
        Phrase { all_of: &[&["dal"], &["al"]], beside: &[SERVICE, CONTRACT, &["periodo", "in"]] },
    ]),
    Column::new("period", Holds::Words, &["validity"]).or(&[
        Phrase { all_of: &[&["period"]], beside: &[SERVICE, CONTRACT, &["of", "the", "work"]] },
        Phrase { all_of: &[&["from"], &["to"]], beside: &[SERVICE, CONTRACT, &["period"]] },
    ]),
    Column::new(
        "part_time_percent",
        Holds::Percent,
        &["grado_di_occupazione", "grado_occupazione", "p_t_percento", "percento_p_t"],
    )
    .or(&[
        Phrase { all_of: &[&["part", "parttime", "pt"], PERCENT], beside: &[LONG, CONTRACT, ASIDE] },
        Phrase { all_of: &[&["tempo"], &["parziale", "lavoro"], PERCENT], beside: &[ASIDE] },
        Phrase {
            all_of: &[
                &["fte", "etp", "orario", "oraria", "employment", "occupation", "occupazione", "prestazione"],
                PERCENT,
            ],
            beside: &[CONTRACT, ASIDE],
        },
        Phrase { all_of: &[&["working", "work"], &["time"], PERCENT], beside: &[ASIDE] },
    ]),
    Column::new(
        "fte",
        Holds::Percent,
        &[
            "etp",
            "full_time_equivalent",
            "full_time_equivalents",
            "equivalente_a_tempo_pieno",
            "tempo_pieno_equivalente",
        ],
    )
    .or(&[Phrase { all_of: &[&["fte", "etp"]], beside: &[CONTRACT, &["valore", "value", "di", "of"]] }]),
    Column::new("working_time", Holds::Words, &["time_type", "orario_di_lavoro", "regime", "pt", "p_t", "ft_pt"]).or(
        &[
            Phrase {
                all_of: &[&["regime", "tipo", "tipologia"], &["orario", "oraria"]],
                beside: &[CONTRACT, ASIDE, LONG],
            },
            Phrase {
                all_of: &[&["part", "parttime", "parziale"]],
                beside: &[LONG, FULL, CONTRACT, ASIDE, &["o", "or", "tipo", "tipologia"]],
            },
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::super::header::header_key;
    use super::*;

    /// The column that a heading is.
    fn column(written: &str) -> Option<&'static str> {
        COLUMNS.iter().find(|column| column.is(&header_key(written))).map(|column| column.name)
    }

    #[test]
    fn headings_are_known_by_their_words() {
        for (name, headings) in [
            (
                "capacity_percent",
                "Capacità|Capacità massima %|Disponibilità %|Disponibilità|% disponibile|Quota massima|Percentuale disponibile|Tetto %|Cap. %|Disp. %|\
                 Impegno massimo %|Available %|Max %|CAPACITÀ MASSIMA (%)|Percentuali disponibili|Maximum commitment|% tempo disponibile|\
                 Limite %|Quota impegnabile|Maximum allocation %|Availability (%)|Capacity pct",
            ),
            (
                "weekly_hours",
                "Ore sett.|Ore settimanali contrattuali|Orario settimanale|Weekly hours|Hours|Scheduled Weekly Hours|Hours per week|Ore contratto|h sett.",
            ),
            (
                "full_time_hours",
                "Ore tempo pieno|Tempo pieno|Full-time hours|Orario settimanale tempo pieno|Default Weekly Hours",
            ),
            (
                "part_time_percent",
                "% part-time|Part time %|Percentuale part time|Tempo parziale %|FTE %|Grado di occupazione|Occupazione %|% P.T.|Employment percentage|% orario|% PT",
            ),
            ("fte", "FTE|FTE contratto|Full-time equivalent"),
            (
                "working_time",
                "Regime orario|Part time|Part-time|Tempo parziale|Tempo pieno / parziale|Time Type|Tipo orario|Full/Part time",
            ),
            (
                "dal",
                "Dal|Data inizio|Da|Dalla data|Dt. Ass.|Data ass.|In forza dal|Assunto il|In servizio dal|Decorrenza|Inizio rapporto|Inizio contratto|Data assunzione|Data di assunzione|\
                 Contratto dal|Valido dal|Data decorrenza contratto|Data entrata in servizio",
            ),
            (
                "al",
                "Al|Data fine|A|Alla data|Dt. Cess.|Data cess.|Ultimo giorno|Cessato il|In servizio al|In servizio fino al|Termine|Fine rapporto|Fine contratto|Data cessazione|Data di cessazione|\
                 Scadenza contratto|Valido al|Data termine rapporto",
            ),
            (
                "from",
                "from|valid_from|Start date|Hire date|Contract from|Contract start|Employment start date|ValidFrom|Entry date",
            ),
            (
                "to",
                "to|valid_to|End date|Termination date|Contract to|Contract end date|Leave date|Leaving date|Valid until|ValidTo",
            ),
            ("periodo", "Periodo|Periodo di servizio|Validità|Dal - al|Periodo contratto"),
            ("period", "Period|Contract period|From - to|Validity"),
            ("months", "Mesi|Mesi di servizio|Months|Mesi lavorati"),
        ] {
            for heading in headings.split('|').map(str::trim) {
                assert_eq!(column(heading), Some(name), "{heading}");
            }
        }
    }

    #[test]
    fn what_else_a_heading_says_makes_it_another() {
        for heading in "Capacità (ore)|Capacità 2023|Disponibilità residua|Ore disponibili|Max|Quota|%|Ore mensili|Ore annue|Monte ore|Ore %|\
            Riduzione part time %|Impegno|CAP|Leave|Contratto a termine|Assigned to|Data di nascita|Fine periodo di prova|Tempo|Massimale INPS|\
            Original Hire Date|Tetto di spesa|Limite ore|Effective date|Livello"
            .split('|')
            .map(str::trim)
        {
            assert_eq!(column(heading), None, "{heading}");
        }
    }
}
