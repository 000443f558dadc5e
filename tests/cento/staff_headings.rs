//! How the columns of staff files are headed: what is known, what is passed over, and what is refused.

use serde_json::Value;

use crate::support::{Folder, Run};
use crate::workbooks::{data, workbook};

/// Rossi is committed to 100, Bianchi to 50. 2025 has 365 days.
const PLAN: &str = "Nominativo;Progetto;Impegno
Rossi Mario;2025_PD_0101;50 %
Rossi Mario;2025_PD_0102;50 %
Bianchi Ada;2025_PD_0101;50 %
";

fn check(staff: &str, lang: &str) -> Run {
    let folder = Folder::new().add("piano/p.csv", PLAN).add("s.csv", staff);
    folder.cento(&["check", "piano", "--staff", "s.csv", "--format", "json", "--lang", lang])
}

/// What a staff file makes of both.
fn of(staff: &str, keys: [&str; 2]) -> [[String; 2]; 2] {
    let run = check(staff, "it");
    assert!(run.status != 2, "{staff}{}", run.stderr);
    let found: Value = run.json();
    let people = found["people"].as_array().expect("people");
    ["Rossi Mario", "Bianchi Ada"].map(|name| {
        let person = people.iter().find(|person| person["person"] == name).expect(name);
        keys.map(|key| person[key].as_str().unwrap_or("-").to_owned())
    })
}

fn refused(staff: &str, lang: &str, words: &str) {
    let run = check(staff, lang);
    assert_eq!((run.status, &*run.stdout), (2, ""), "{staff}{}", run.stderr);
    assert!(run.stderr.contains(words), "{words}: {staff}{}", run.stderr);
}

#[test]
fn a_capacity_is_read_whatever_it_is_called() {
    for heading in [
        "Capacità massima %",
        "DISPONIBILITA' %",
        "Disponibilità",
        "% disponibile",
        "Quota massima",
        "Percentuale disponibile",
        "Tetto %",
        "Impegno massimo %",
        "Available %",
        "Max %",
        "Maximum allocation",
    ] {
        let found =
            of(&format!("Nominativo;{heading}\nRossi Mario;80\nBianchi Ada;50\n"), ["capacity_percent", "status"]);
        assert_eq!(found, [["80.00", "over"], ["50.00", "full"]], "{heading}");
    }
    // Without a sign nobody knows what it is a fraction of.
    for (cell, words) in [("0,8", "«0,8» può essere una frazione"), ("1", "«1» può essere una frazione")] {
        refused(&format!("Nominativo;Capacità\nRossi Mario;{cell}\n"), "it", words);
    }
    let found = of("Nominativo;Capacità\nRossi Mario;0,8 %\nBianchi Ada;0\n", ["capacity_percent", "status"]);
    assert_eq!(found, [["0.80", "over"], ["0.00", "over"]]);
}

#[test]
fn days_of_contracts_are_read_whatever_they_are_called() {
    for headings in [
        "Assunto il;Cessato il",
        "In servizio dal;In servizio al",
        "Decorrenza;Termine",
        "Inizio rapporto;Fine rapporto",
        "Inizio contratto;Fine contratto",
        "Contratto dal;Scadenza contratto",
        "DATA INIZIO;DATA FINE",
        "Da;A",
        "Dt. Ass.;Dt. Cess.",
        "DataAssunzione;DataCessazione",
        "valid_from;valid_to",
        "Hire date;Termination date",
        "Start date;End date",
        "Contract from;Contract to",
    ] {
        let staff = format!("Nominativo;{headings}\nRossi Mario;01/01/2020;30/06/2025\nBianchi Ada;01/01/2020;\n");
        // 181 days.
        let found = of(&staff, ["capacity_percent", "total_percent"]);
        assert_eq!(found, [["49.589041", "49.589041"], ["100.00", "50.00"]], "{headings}");
    }
}

#[test]
fn one_column_may_hold_the_whole_period() {
    for (heading, cells) in [
        ("Periodo", ["dal 01/01/2025 al 30/06/2025", "dal 01/07/2025"]),
        ("Dal - Al", ["01/01/2025 - 30/06/2025", "01/07/2025 - 31/12/2025"]),
        ("Contract period", ["2025-01-01/2025-06-30", "from 2025-07-01"]),
    ] {
        let [one, other] = cells;
        let staff =
            format!("Nominativo;Capacità;{heading}\nRossi Mario;100;{one}\nRossi Mario;60;{other}\nBianchi Ada;100;\n");
        // 181 days of 100 and 184 of 60.
        let found = of(&staff, ["capacity_percent", "status"]);
        assert_eq!(found, [["79.835616", "over"], ["100.00", "under"]], "{heading}");
    }
    for (cell, words) in
        [("dal 01/03 al 31/12", "s.csv:2: «dal 01/03 al 31/12» non è un periodo"), ("2025", "non è un periodo")]
    {
        refused(&format!("Nominativo;Periodo\nRossi Mario;{cell}\n"), "it", words);
    }
    refused("Name;Period\nRossi Mario;01/03/2025 - 31/12/2025\n", "en", "s.csv:2: “01/03/2025” is no date");
    refused(
        "Nominativo;Dal;Periodo\nRossi Mario;01/03/2025;dal 02/03/2025\n",
        "it",
        "compare due volte (come «periodo» e come «dal»)",
    );
    refused(
        "Nominativo;Dal;Start\nRossi Mario;01/03/2025;2025-04-01\n",
        "it",
        "compare due volte (come «dal» e come «from»)",
    );
    refused(
        "Nominativo;Dal;Decorrenza\n",
        "it",
        "s.csv:1: la colonna «dal» compare due volte (come «Dal» e come «Decorrenza»)",
    );
}

#[test]
fn working_time_is_read_whatever_it_is_called() {
    for (heading, [one, other]) in [
        ("% part-time", ["100", "50"]),
        ("Part time %", ["", "50,00 %"]),
        ("Percentuale part time", ["100", "50"]),
        ("Tempo parziale %", ["100", "50"]),
        ("Employment percentage", ["100", "50"]),
        ("FTE", ["1", "0,5"]),
        ("FTE", ["1,00", "50 %"]),
        ("FTE %", ["100", "50"]),
        ("Ore sett.", ["36", "18"]),
        ("Ore settimanali contrattuali", ["36", "18"]),
        ("Scheduled weekly hours", ["36", "18"]),
        ("Regime orario", ["Tempo pieno", "Part-time 50 %"]),
        ("Part time", ["No", "18/36"]),
    ] {
        let staff = format!("Nominativo;{heading}\nRossi Mario;{one}\nBianchi Ada;{other}\n");
        // A share of one's own time: the capacity is 100, and half of half a position is a quarter.
        let found = of(&staff, ["capacity_percent", "fte"]);
        assert_eq!(found, [["100.00", "1.00"], ["100.00", "0.25"]], "{heading}");
    }
    // 30 of 36 hours are 83,33 %.
    let rounded =
        of("Nominativo;Ore settimanali;% part-time\nRossi Mario;30;83,33\nBianchi Ada;36;100\n", ["fte", "status"]);
    assert_eq!(rounded, [["0.833333", "full"], ["0.50", "under"]]);
    for (staff, words) in [
        ("Nominativo;Ore settimanali;% part-time\nRossi Mario;18;83,33\n", "s.csv:2: 18 ore su 36 non sono il 83,33 %"),
        ("Nominativo;Ore settimanali;Regime orario\nRossi Mario;18;Tempo pieno\n", "18 ore su 36 non sono il 100 %"),
        ("Nominativo;Regime orario\nRossi Mario;Part-time\n", "«Part-time» non dice quanto dell'orario"),
        ("Nominativo;Regime orario\nRossi Mario;18\n", "«18» non dice quanto dell'orario"),
        // Nought may be meant for full time, a fraction for a percentage.
        ("Nominativo;% part-time\nRossi Mario;0\n", "«0» non va bene per part_time_percent"),
        ("Nominativo;% part-time\nRossi Mario;0,5\n", "«0,5» può essere una frazione"),
        ("Nominativo;FTE\nRossi Mario;50\n", "«50» non va bene per fte"),
    ] {
        refused(staff, "it", words);
    }
    // Hours say how much.
    let both = of("Nominativo;Ore;Part-time\nRossi Mario;36;No\nBianchi Ada;18;Sì\n", ["fte", "status"]);
    assert_eq!(both, [["1.00", "full"], ["0.25", "under"]]);
}

#[test]
fn a_column_that_could_change_the_answer_is_never_passed_over() {
    let in_words = "Nominativo;Ufficio;Tempo pieno\nRossi Mario;A;Sì\nBianchi Ada;B;No\n";
    refused(in_words, "it", "«Sì» non va bene per full_time_hours");
    let hours = "Nominativo;Ore settimanali;Tempo pieno\nRossi Mario;36;40\nBianchi Ada;20;40\n";
    assert_eq!(of(hours, ["fte", "status"])[0], ["0.90", "full"]);
    for (heading, [one, other]) in [
        ("Capacità 2025", ["80", "50"]),
        ("Disponibilità residua", ["80", "50"]),
        ("Ore disponibili", ["1200", "700"]),
        ("Max", ["80", "50"]),
        ("Quota", ["80", ""]),
        ("%", ["80", "50"]),
        ("Impegno", ["80", ""]),
        ("Capacity utilization level", ["80", "50"]),
        ("Ore (mensili)", ["156", "78"]),
        ("Monte ore", ["1548", "774"]),
        ("Riduzione orario", ["20", ""]),
        ("Orario", ["36", "18"]),
        ("Giorni lavorati", ["220", "110"]),
        ("Aspettativa fino al", ["", "30/06/2025"]),
        ("Data rientro", ["", "30/06/2025"]),
        ("Pensionamento", ["", "01/09/2025"]),
        ("Effective date", ["2025-03-01", ""]),
        ("Original hire date", ["2025-03-01", ""]),
        ("% distacco sindacale", ["50", ""]),
        ("datacessazione", ["", "30/06/2025"]),
        // By its cells alone.
        ("Tipo contratto", ["Indeterminato", "Determinato fino al 30/06/2025"]),
        ("Tipo contratto", ["Indeterminato", "Part-time 50 %"]),
        ("Qualifica", ["Istruttore", "Istruttore part-time"]),
        ("Stato", ["In servizio", "In aspettativa"]),
        ("Status", ["Active", "Terminated"]),
        ("Attivo", ["Sì", "No"]),
        ("Trasferito il", ["", "30/06/2025"]),
        ("Aggiustamento", ["80 %", "50 %"]),
        ("", ["80 %", "50 %"]),
    ] {
        let staff = format!("Nominativo;Ufficio;{heading}\nRossi Mario;A;{one}\nBianchi Ada;B;{other}\n");
        let shown = if heading.is_empty() { ", senza intestazione,".to_owned() } else { format!(", «{heading}», ") };
        refused(&staff, "it", &format!("s.csv:1: la colonna 3{shown}"));
    }
    let staff = "\nName;Residual availability\nRossi Mario;80\n";
    refused(
        staff,
        "en",
        "s.csv:2: column 2, “Residual availability”, is about capacity, working time or days of service",
    );
    refused("Name;Adjustment\nRossi Mario;80 %\n", "en", "column 2, “Adjustment”, holds percentages");
    // Under a name that says that it does not count, or with nothing in it, it is none.
    for staff in [
        "Nominativo;Note\nRossi Mario;80 %\n",
        // As the fault advises, and more than once.
        "Nominativo;Note;note\nRossi Mario;80 %;dal 01/03/2025\n",
        "Nominativo;Osservazioni\nRossi Mario;dal 01/03/2025 in prova\n",
        "Nominativo;Ore;Tipo contratto\nRossi Mario;18;Part-time 50 %\n",
        "Nominativo;Ore (mensili)\nRossi Mario;\n",
    ] {
        assert_ne!(check(staff, "it").status, 2, "{staff}");
    }
}

#[test]
fn a_beginning_without_its_end_is_no_period() {
    for (staff, words) in [
        ("Nominativo;Decorrenza;Chiusura\nRossi Mario;01/01/2020;30/06/2025\n", "la colonna 3, «Chiusura»"),
        (
            "Nominativo;Dal;Ultimo\nRossi Mario;01/01/2020;30/06/2025\n",
            "«Ultimo», contiene date, e non si sa se sono l'inizio o la fine",
        ),
        ("Nominativo;Primo;Al\nRossi Mario;01/01/2020;30/06/2025\n", "«Primo», contiene date"),
        ("Nominativo;Dal;\nRossi Mario;01/01/2020;30/06/2025\n", "la colonna 3, senza intestazione, contiene date"),
    ] {
        refused(staff, "it", words);
    }
    // A beginning alone holds from then on.
    let open = of(
        "Nominativo;Assunto il;Data di nascita\nRossi Mario;01/07/2025;01/01/1980\n",
        ["capacity_percent", "status"],
    );
    assert_eq!(open[0], ["50.410959", "full"]);
}

#[test]
fn a_hidden_capacity_is_not_passed_over() {
    let people = data(&[&["Nominativo", "Capacità"], &["Rossi Mario", "80"]]);
    let hidden = format!("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>{people}");
    for (sheet, status) in [(people, 1), (hidden, 2)] {
        let folder = Folder::new().add("p.csv", PLAN).add("s.xlsx", workbook(&[("A", &sheet)], "", ""));
        let run = folder.cento(&["check", "p.csv", "--staff", "s.xlsx"]);
        assert_eq!(run.status, status, "{}", run.stderr);
        let told = run.stderr.contains("s.xlsx, A!A1: capacity_percent è nascosto o barrato");
        assert_eq!(told, status == 2, "{}", run.stderr);
    }
}

/// Columns as programs of payrolls and of personnel export them, each with a cell, and which of them are read.
const EXPORTS: [(&str, &str, &str); 4] = [
    (
        "Cod. azienda=001|Ragione sociale=Comune|Matricola=12|Cognome=ROSSI|Nome=MARIO|Codice fiscale=RSSMRA80A01H501U|Sesso=M|\
         Data di nascita=01/01/1980|Comune di nascita=Roma|Prov. nascita=RM|Indirizzo=Via Po 3|CAP=42121|Città=Reggio|Telefono=0522 1|\
         E-mail=m@x.it|Data assunzione=01/07/2025|Tipo contratto=Tempo indeterminato|Qualifica=Istruttore|Livello=C1|CCNL=Funzioni locali|\
         Mansione=Ragioniere|Centro di costo=120|Reparto=Tributi|Sede=Centrale|Data anzianità=01/03/2010|Data ultimo scatto=01/03/2024|\
         Scatti anzianità=3|Retribuzione lorda=2100,50|Paga oraria=12,50|IBAN=IT00X|Banca=7|Stato civile=2|Titolo di studio=Laurea|\
         Badge=77|Data di aggiornamento=01/02/2025|Ferie residue=12|Familiari a carico=2|Massimale contributivo=113520|Minimo tabellare=1500,10|\
         Tempo det./indet.=I|Mese=6|Assegnato al=12|Ore straordinario=14|Aliquota IRPEF=23 %",
        "50.410959",
        "Cod. azienda, Ragione sociale, Codice fiscale, Sesso, Data di nascita",
    ),
    (
        "Pers.No.=12|Last name=Rossi|First name=Mario|Personnel area=IT01|Employee group=1|Employee subgroup=DS|Org. unit=500123|Position=600|\
         Job key=77|Cost center=120|Company code=1000|Payroll area=P1|Date of birth=01.01.1980|Gender key=1|Nationality=IT|Pay scale group=E5|\
         Pay scale level=03|Annual salary=31000|Bank key=3069|Changed on=02.02.2025|Weekly hours=36|Start date=2025-07-01|End date=9999-12-31",
        "50.410959",
        "Personnel area, Employee group",
    ),
    (
        "Employee ID=12|Name=Rossi Mario|Worker type=Employee|Time type=Full time|FTE=1|Scheduled weekly hours=36|Default weekly hours=36|\
         Hire date=2025-07-01|Original hire date=2010-03-01|Continuous service date=2010-03-01|Probation end date=2025-12-31|\
         Job profile=P4|Business title=Clerk|Cost center=120|Location=HQ|Supervisory organization=S1|Manager=Verdi Ugo|Management level=8|\
         Job family=F1|Compensation grade=G3|Total base pay=31000|Work email=a@x|Work phone=0522 1|Age=45|Length of service (months)=14|\
         Reports to=1021|Target bonus %=10 %",
        "50.410959",
        "Worker type, Original hire date, Continuous service date, Probation end date",
    ),
    (
        "Nominativo=Rossi Mario|Profilo orario=ORD36|Codice orario=7|Percentuale contributo INPS=8,85 %|Progressione economica dal=01/01/2023|\
         Scadenza patente=01/01/2027|Visita medica scadenza=01/01/2026|Periodo di prova=6 mesi|% part-time=100",
        "100.00",
        "Profilo orario, Codice orario, Percentuale contributo INPS",
    ),
];

#[test]
fn what_is_no_matter_of_the_plan_is_passed_over_and_named() {
    for (columns, capacity, named) in EXPORTS {
        let columns: Vec<(&str, &str)> = columns.split('|').filter_map(|column| column.split_once('=')).collect();
        let [heads, cells]: [Vec<&str>; 2] =
            [columns.iter().map(|(head, _)| *head).collect(), columns.iter().map(|(_, cell)| *cell).collect()];
        let staff = format!("{}\n{}\n", heads.join(";"), cells.join(";"));
        let folder = Folder::new().add("p.csv", PLAN.replace("Bianchi Ada", "Rossi Mario")).add("s.csv", &*staff);
        let run = folder.cento(&["check", "p.csv", "--staff", "s.csv", "--format", "json"]);
        assert!(run.status != 2, "{}", run.stderr);
        let person = run.json()["people"][0].clone();
        assert_eq!((&person["person"], &person["capacity_percent"]), (&"Rossi Mario".into(), &capacity.into()));
        assert!(run.stderr.contains("non servono e non sono lette") && run.stderr.contains(named), "{}", run.stderr);
    }
}

#[test]
fn figures_that_may_be_capacities_are_refused_where_no_column_says_capacities() {
    for (heading, cells) in [
        ("Potenziale", ["80", "50"]),
        ("Valore", ["100", "50"]),
        ("Peso", ["83,33", "100"]),
        ("Coefficiente", ["1", "0,5"]),
        ("", ["80", "100"]),
    ] {
        let [one, other] = cells;
        let staff = format!("Nominativo;Ufficio;{heading}\nRossi Mario;A;{one}\nBianchi Ada;B;{other}\n");
        refused(&staff, "it", "contiene cifre che possono essere capacità, e nessuna colonna le dice");
        refused(&staff, "en", "holds figures that may be capacities, and no column says these");
    }
    // Where the capacity is known, under a heading that says what they are, or where they are no shares, they are passed over.
    for staff in [
        "Nominativo;Capacità;Potenziale\nRossi Mario;100;80\nBianchi Ada;100;50\n",
        "Nominativo;Note\nRossi Mario;80\nBianchi Ada;50\n",
        "Nominativo;Potenziale\nRossi Mario;100\nBianchi Ada;100\n",
        "Nominativo;Valore\nRossi Mario;12\nBianchi Ada;45\n",
        "Nominativo;Valore\nRossi Mario;1550\nBianchi Ada;50\n",
        "Nominativo;Valore\nRossi Mario;\nBianchi Ada;\n",
    ] {
        assert_ne!(check(staff, "it").status, 2, "{staff}");
    }
    let numbered = "Età|Livello|Anzianità|Interno|Telefono|CAP|Stipendio|Centro di costo|Matricola|Numero figli|N.|Prog.|Reparto|Ufficio|\
        Settore|Servizio|Sede|Cod. ente|Stanza|Piano|Punteggio|Anni di servizio|Fascia|Badge|Sesso|Categoria|Posizione|Job key|Cost center|\
        Department|Org. unit|Personnel area|Km|Buoni pasto|Classe|Scatti|Invalidità|Turno|Indennità|Tessera|Sort order";
    for heading in numbered.split('|').map(str::trim) {
        let staff = format!("Nominativo;{heading}\nRossi Mario;80\nBianchi Ada;50\n");
        assert_ne!(check(&staff, "it").status, 2, "{heading}");
    }
}
