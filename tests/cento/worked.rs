//! `cento layout` on tables of hours: what it proposes leads, copied to the letter, to what is worked out by hand; where the rows do not say it, it
//! proposes nothing and says why.

use serde_json::Value;

use crate::support::{Folder, findings};

/// What `cento layout` says of a table, as JSON and as text.
fn layout_of(name: &str, table: &str) -> (Value, String) {
    let folder = Folder::new().add(name, table);
    let json = folder.cento(&["layout", name, "--format", "json"]).json();
    (json, folder.cento(&["layout", name]).stdout)
}

/// Everybody's total, after what `cento layout` proposes was put beside the table; and the settings that it proposes.
fn followed(name: &str, table: &str) -> (Vec<String>, String) {
    let folder = Folder::new().add(name, table);
    let before = folder.cento(&["check", name, "--format", "json"]).json();
    let is_of_nothing = |own: &Value| own["total_percent"] == "0.00";
    assert!(
        before["people"].as_array().expect("people").iter().all(is_of_nothing),
        "nothing is read by guess: {before}"
    );
    let layout = folder.cento(&["layout", name, "--format", "json"]).json();
    let proposal = layout["proposal"].as_str().unwrap_or_else(|| panic!("a proposal: {table}")).to_owned();
    let folder = folder.add("cento.toml", &proposal);
    let check = folder.check();
    assert_eq!(check["coverage"]["rows_rejected"], 0, "{proposal}{check}");
    assert!(findings(&check, "N003").is_empty(), "{proposal}");
    let is_doubted = |finding: &&Value| finding["code"] == "R010" && finding["severity"] != "note";
    assert!(!check["findings"].as_array().expect("findings").iter().any(|finding| is_doubted(&finding)), "{check}");
    let people = folder.cento(&["people", ".", "--format", "json"]).json();
    let mut totals: Vec<String> = people["people"]
        .as_array()
        .expect("people")
        .iter()
        .map(|own| {
            format!("{} {}", own["person"].as_str().unwrap_or("?"), own["total_percent"].as_str().unwrap_or("?"))
        })
        .collect();
    totals.sort();
    let again = folder.cento(&["layout", name, "--format", "json"]).json();
    assert_eq!(again["proposal"], Value::Null, "{again}");
    (totals, proposal)
}

fn says(proposal: &str, lines: &[&str]) {
    for line in lines {
        assert!(proposal.lines().any(|own| own == *line), "{line} in {proposal}");
    }
}

#[test]
fn what_is_proposed_reads_the_table_of_the_office() {
    let path = "tests/told/offices/033-hours-and-months-research/";
    let table = std::fs::read_to_string(format!("{path}membri.csv")).expect("the table");
    let (totals, proposal) = followed("membri.csv", &table);
    // 860 + 1000 hours of 1720; 1720 of 1720.
    assert_eq!(totals, ["Arrighi Marta 108.139535", "Bolzoni Piero 100.00"]);
    let settings = std::fs::read_to_string(format!("{path}cento.toml")).expect("its settings");
    let lines = |toml: &str| {
        let mut lines: Vec<String> =
            toml.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(lines(&proposal), lines(&settings), "the very lines that an expert wrote");
}

#[test]
fn hours_and_what_they_are_in_full_time_say_how_much_that_is() {
    // 860 of 1720 and 430 of 1720; the rate and the actual hours are no commitment.
    let english = "Project,Member,Role,Hourly rate,Planned hours,Actual hours,Person-months\n\
        GA-101000,Marta Farinelli,PI,45.00,860,430,6.00\n\
        GA-101000,Piero Gualdi,Researcher,32.00,1720,0,12.00\n\
        GA-101001,Marta Farinelli,Researcher,45.00,430,0,3.00\n";
    // 187,5 + 500 of 1500; 406,25 of 1500.
    let months_first = "Mesi/persona;Ore pianificate;Membro;Progetto\n\
        1,50;187,5;Farinelli Marta;H2020-123456\n\
        3,25;406,25;Gualdi Piero;H2020-123456\n\
        4,00;500;Farinelli Marta;H2020-654321\n";
    // 774 + 387 of 1548; titles of projects have capitals, as names have.
    let fte = "Progetto;Membro;Ore previste;FTE\n\
        Digitalizzazione Archivio;Farinelli Marta;774;0,5\n\
        Digitalizzazione Archivio;Gualdi Piero;1548;1\n\
        Sportello Unico;Farinelli Marta;387;0,25\n";
    // The total is no row.
    let total = "Progetto;Membro;Ore preventivate;Mesi uomo preventivati\n\
        PRIN_22_001;Farinelli Marta;825;6\n\
        PRIN_22_001;Gualdi Piero;1650;12\n\
        PRIN_22_002;Farinelli Marta;275;2\n\
        Totale;;2750;20\n";
    // 500, 1000 and 300 of 1720 are 3,488…, 6,976… and 2,093… months; those that were worked are others.
    let rounded = "Progetto;Membro;Ore previste;Mesi/uomo previsti;Ore svolte;Mesi/uomo svolti\n\
        GA-101000;Farinelli Marta;500;3,49;100;0,71\n\
        GA-101000;Gualdi Piero;1000;6,98;50;0,30\n\
        GA-101001;Farinelli Marta;300;2,09;0;0,00\n";
    // Roles have capitals, too; money has a point between its thousands.
    let roles = "Project;Role;Team member name;Rate (€/h);Total cost;Budgeted hours;Hours worked;PM\n\
        Digital Archive;Project Manager;Marta Farinelli;45;38.700,00;860;430;6\n\
        Digital Archive;Senior Researcher;Piero Gualdi;32;55.040,00;1720;0;12\n\
        Smart Port;Project Manager;Marta Farinelli;45;19.350,00;430;0;3\n";
    let days = "Progetto;Membro;Giornate previste;Mesi/uomo\nHE-101000;Farinelli Marta;107,5;6\nHE-101000;Gualdi Piero;215;12\n";
    let weeks =
        "Progetto;Membro;Ore settimanali previste;FTE\nHE-101000;Farinelli Marta;18;0,5\nHE-101000;Gualdi Piero;36;1\n";
    // No list of given names has these.
    let foreign =
        "Project,Member,Planned hours,Person-months\nGA-101000,Wiebe van Dijk,750,6\nGA-101000,Ngozi Okafor,1500,12\n";
    // Subtotals stand where names do.
    let subtotals = "Progetto;Membro;Ore previste;Mesi/uomo\nPRIN_22_001;Farinelli Marta;860;6\nPRIN_22_001;Gualdi Piero;430;3\n\
        PRIN_22_001;Totale progetto;1290;9\nPRIN_22_002;Farinelli Marta;430;3\nPRIN_22_002;Totale progetto;430;3\n";
    // 860 hours are 50 % of 1720.
    let percent = "Progetto;Membro;Ore previste;FTE\nPRIN_22_001;Farinelli Marta;860;50%\nPRIN_22_001;Gualdi Piero;1720;100,0 %\n";
    for (table, totals, lines) in [
        (foreign, ["Ngozi Okafor 100.00", "Wiebe van Dijk 50.00"], ["hours_per_year = 1500", "person = [\"Member\"]"]),
        (
            subtotals,
            ["Farinelli Marta 75.00", "Gualdi Piero 25.00"],
            ["hours_per_year = 1720", "person = [\"Membro\"]"],
        ),
        (
            percent,
            ["Farinelli Marta 50.00", "Gualdi Piero 100.00"],
            ["hours_per_year = 1720", "project = [\"Progetto\"]"],
        ),
        (
            english,
            ["Marta Farinelli 75.00", "Piero Gualdi 100.00"],
            ["hours_per_year = 1720", "hours = [\"Planned hours\"]"],
        ),
        (
            months_first,
            ["Farinelli Marta 45.833333", "Gualdi Piero 27.083333"],
            ["hours_per_year = 1500", "project_code = [\"H####-######\"]"],
        ),
        (fte, ["Farinelli Marta 75.00", "Gualdi Piero 100.00"], ["hours_per_year = 1548", "project = [\"Progetto\"]"]),
        (
            total,
            ["Farinelli Marta 66.666667", "Gualdi Piero 100.00"],
            ["hours_per_year = 1650", "person = [\"Membro\"]"],
        ),
        (
            rounded,
            ["Farinelli Marta 46.511627", "Gualdi Piero 58.139535"],
            ["hours_per_year = 1720", "hours = [\"Ore previste\"]"],
        ),
        (
            roles,
            ["Marta Farinelli 75.00", "Piero Gualdi 100.00"],
            ["hours_per_year = 1720", "person = [\"Team member name\"]"],
        ),
        (days, ["Farinelli Marta 50.00", "Gualdi Piero 100.00"], ["unit = \"days\"", "days_per_year = 215"]),
        (weeks, ["Farinelli Marta 50.00", "Gualdi Piero 100.00"], ["unit = \"weekly-hours\"", "hours_per_week = 36"]),
    ] {
        let (found, proposal) = followed("piano.csv", table);
        assert_eq!(found, totals, "{proposal}");
        says(&proposal, &lines);
    }
}

#[test]
fn a_table_that_is_known_needs_no_more_than_the_base() {
    let months = "Progetto;Nominativo;Ruolo;Ore previste;Mesi/uomo\n\
        2024_PD_0411;Farinelli Marta;D;860;6,00\n\
        2024_PD_0411;Gualdi Piero;C;1720;12,00\n\
        2024_PD_0412;Farinelli Marta;D;1000;7,00\n";
    let fte = "Progetto;Nominativo;Ruolo;Ore previste;Ore rendicontate;FTE\n\
        2024_PD_0411;Farinelli Marta;D;774;20;0,5\n\
        2024_PD_0411;Gualdi Piero;C;1548;30;1\n\
        2024_PD_0412;Gualdi Piero;C;0;0;0\n\
        2024_PD_0412;Farinelli Marta;D;387;40;0,25\n";
    for (table, totals, base) in [
        (months, ["Farinelli Marta 108.139535", "Gualdi Piero 100.00"], "hours_per_year = 1720"),
        (fte, ["Farinelli Marta 75.00", "Gualdi Piero 100.00"], "hours_per_year = 1548"),
    ] {
        let (found, proposal) = followed("piano.csv", table);
        assert_eq!(found, totals, "{proposal}");
        says(&proposal, &[base, "hours = [\"Ore previste\"]"]);
        assert!(!proposal.contains("person =") && !proposal.contains("project ="), "{proposal}");
    }
}

#[test]
fn a_proposal_says_where_the_base_comes_from() {
    let shown = "Progetto;Membro;Ore previste;Mesi/uomo\nPRIN_22_001;Farinelli Marta;860;6,00\nPRIN_22_001;Gualdi Piero;1000;7,00\nPRIN_22_002;Gualdi Piero;430;3,00\n";
    let alone = "Progetto;Membro;Ore previste\nPRIN_22_001;Farinelli Marta;860\nPRIN_22_001;Gualdi Piero;1000\n";
    for (table, lang, said) in [
        (
            shown,
            "it",
            "# Dal documento: 860 di «Ore previste» sono 6,00 di «Mesi/uomo», dunque il tempo pieno è 1720 ore all'anno.\n\
             # Lo dicono 2 righe su 3 che hanno entrambe le cifre: da verificare.\nhours_per_year = 1720\n",
        ),
        (
            shown,
            "en",
            "# From the document: 860 of “Ore previste” are 6,00 of “Mesi/uomo”, so full time is 1720 hours a year.\n\
             # 2 rows say so of 3 that have both figures: to be checked.\nhours_per_year = 1720\n",
        ),
        (
            alone,
            "it",
            "# Il documento non dice quanto è il tempo pieno: 1548 è solo un esempio, da sostituire con l'orario dell'ente.\n\
             hours_per_year = 1548\n",
        ),
        (
            alone,
            "en",
            "# The document does not say how much full time is: 1548 is but an example, to be replaced by that of the body.\n\
             hours_per_year = 1548\n",
        ),
    ] {
        let run = Folder::new().add("piano.csv", table).cento(&["layout", "piano.csv", "--lang", lang]).stdout;
        assert!(run.contains(said), "{run}");
    }
}

#[test]
fn rows_that_do_not_agree_have_nothing_proposed() {
    // 1650, 1636,36… and 3300 a year; a comma that is one of thousands; months that are those of a project; what no year has.
    let differing = "Progetto;Membro;Ore previste;Mesi/uomo\nPRIN_22_001;Farinelli Marta;825;6\nPRIN_22_001;Gualdi Piero;1500;11\nPRIN_22_002;Farinelli Marta;275;1\n";
    let thousands = "Project,Member,Planned hours,Person-months\nGA-1000,Marta Farinelli,\"1,720\",12\nGA-1000,Piero Gualdi,860,6\nGA-1000,Ivo Costa,430,3\n";
    let durations = "Progetto;Membro;Ore previste;Mesi\nPRIN_22_001;Farinelli Marta;300;12\nPRIN_22_001;Gualdi Piero;1548;12\nPRIN_22_001;Costa Ivo;100;12\n";
    let weeks = "Progetto;Membro;Ore previste;Mesi\nPRIN_22_001;Farinelli Marta;36;12\nPRIN_22_001;Gualdi Piero;18;6\n";
    let known = "Progetto;Nominativo;Ore previste;FTE\n2024_PD_0411;Farinelli Marta;825;0,5\n2024_PD_0411;Gualdi Piero;1500;0,75\n";
    for (table, said) in [
        (differing, "(825 per 6 darebbe 1650; 275 per 1 darebbe 3300)"),
        (thousands, "(1,720 per 12 darebbe 1,72; 430 per 3 darebbe 1720)"),
        (durations, "(300 per 12 darebbe 300; 1548 per 12 darebbe 1548)"),
        (weeks, "(36 per 12 darebbe 36)"),
        (known, "(825 per 0,5 darebbe 1650; 1500 per 0,75 darebbe 2000)"),
    ] {
        let (json, text) = layout_of("piano.csv", table);
        assert_eq!((&json["proposal"], &json["documents"][0]["complete"]), (&Value::Null, &false.into()), "{text}");
        assert!(text.contains("non bastano a dire quanto è il tempo pieno") && text.contains(said), "{text}");
    }
    // Nor is one of two that tables say.
    let two = "| Progetto | Membro | Ore/uomo | Mesi/uomo |\n|---|---|---|---|\n| PRIN_22_001 | Farinelli Marta | 750 | 6,0 |\n\n\
        | Progetto | Membro | Ore previste | Mesi/uomo |\n|---|---|---|---|\n| PRIN_22_002 | Gualdi Piero | 860 | 6,0 |\n";
    let (json, text) = layout_of("piano.md", two);
    assert_eq!(json["proposal"], Value::Null);
    assert!(
        text.contains("Le tabelle non hanno tutte lo stesso tempo pieno: 1500 (piano.md:1:1), 1720 (piano.md:5:1)."),
        "{text}"
    );
}

#[test]
fn of_two_columns_of_planned_hours_none_is_chosen() {
    let table = "Progetto;Membro;Ore previste;Ore assegnate;Ore svolte;Mesi uomo\n\
        PRIN_22_001;Farinelli Marta;860;800;10;6\nPRIN_22_001;Gualdi Piero;1720;1720;0;12\n";
    let folder = Folder::new().add("piano.csv", table);
    for (lang, said) in [
        (
            "it",
            "le colonne «Ore previste», «Ore assegnate» potrebbero essere tutte l'impegno, e non se ne propone nessuna.",
        ),
        ("en", "any of the columns “Ore previste”, “Ore assegnate” may be the commitment, and none is proposed."),
    ] {
        let text = folder.cento(&["layout", "piano.csv", "--lang", lang]).stdout;
        assert!(text.contains(said), "{text}");
    }
    let (json, _) = layout_of("piano.csv", table);
    assert_eq!(json["proposal"], Value::Null);
    let work = &json["documents"][0]["tables"][0]["work"];
    assert_eq!(work["commitments"], serde_json::json!(["Ore previste", "Ore assegnate"]));
    // Hours that were worked are no plan, and what an hour costs is neither hours nor a share.
    for table in [
        "Progetto;Membro;Ore rendicontate;Mesi/uomo rendicontati\nPRIN_22_001;Farinelli Marta;860;6\nPRIN_22_001;Gualdi Piero;1720;12\n",
        // Hours of roles and offices are nobody's.
        "Work package;Profile;Planned hours;Person-months\nWP1;Project Manager;860;6\nWP2;Senior Researcher;1720;12\n",
        "Progetto;Unità;Ore previste;Mesi/uomo\nPRIN_22_001;Dipartimento Fisica;860;6\nPRIN_22_001;Ufficio Tecnico;1720;12\n",
        "Progetto;Membro;Costo orario\nPRIN_22_001;Farinelli Marta;45,00\nPRIN_22_001;Gualdi Piero;32,00\n",
    ] {
        let (json, text) = layout_of("piano.csv", table);
        assert_eq!(json["proposal"], Value::Null, "{text}");
    }
}

#[test]
fn what_was_read_is_read_the_same_with_what_is_proposed() {
    // Of the figures without a sign in the first table nothing says that they are hours, too.
    let table = "**2024_PD_0411**\n\nNominativo\tImpegno\nCosta Ivo\t60\nNeri Ada\t40\n\n**2024_PD_0412**\n\n\
        Progetto\tMembro\tOre previste\tMesi/uomo\nPRIN_22_001\tFarinelli Marta\t860\t6\nPRIN_22_002\tGualdi Piero\t1720\t12\n";
    let folder = Folder::with(table);
    let layout = folder.cento(&["layout", "plan.md", "--format", "json"]).json();
    let proposal = layout["proposal"].as_str().expect("a proposal").to_owned();
    assert!(proposal.contains("hours_per_year = 1720\n") && !proposal.contains("unit ="), "{proposal}");
    let folder = folder.add("cento.toml", proposal);
    let totals = crate::layout::rows(&folder);
    let percents: Vec<&str> = totals.iter().map(|row| row.rsplit(' ').next().unwrap_or_default()).collect();
    assert_eq!(percents, ["60.00", "40.00", "50.00", "100.00"]);
    // Who has 80 % and would have 130 % with the hours of the other table may stand in both.
    let twice = "Nominativo\tProgetto\tImpegno\nFarinelli Marta\t2024_PD_0413\t80 %\nNeri Ada\t2024_PD_0413\t40 %\n\nSeconda parte\n\n\
        Progetto\tMembro\tOre previste\tMesi/uomo\nPRIN_22_001\tFarinelli Marta\t860\t6\nPRIN_22_002\tGualdi Piero\t1720\t12\n";
    let (json, text) = layout_of("piano.md", twice);
    assert_eq!((&json["proposal"], &json["documents"][0]["complete"]), (&Value::Null, &false.into()), "{text}");
    // 80 % + 860 of 1720. Why nothing is proposed is said.
    let held = &json["held_back"][0];
    assert_eq!(
        (&held["why"], &held["rows_accepted"], &held["rows_before"]),
        (&"over".into(), &4.into(), &2.into()),
        "{held}"
    );
    for (lang, said) in [
        ("it", "Farinelli Marta, di cui qualcosa è già letto, passerebbe da 80,00 % a 130,00 %, oltre la capacità."),
        (
            "en",
            "Farinelli Marta, of whom something is read already, would go from 80.00% to 130.00%, over the capacity.",
        ),
    ] {
        let text = Folder::new().add("piano.md", twice).cento(&["layout", "piano.md", "--lang", lang]).stdout;
        assert!(text.contains(said), "{text}");
    }
    let (json, _) = layout_of("piano.md", table);
    assert_eq!(json["held_back"], Value::Null);
}

#[test]
fn a_folder_with_nothing_but_a_table_that_is_not_read_is_shown() {
    let table =
        "Progetto;Membro;Ore previste;Mesi/uomo\nPRIN_22_001;Farinelli Marta;860;6\nPRIN_22_002;Gualdi Piero;1720;12\n";
    let folder = Folder::new().add("ore.csv", table).add("LEGGIMI.md", "Comune di Modena\n\nSolo parole.\n");
    let layout = folder.cento(&["layout", ".", "--format", "json"]).json();
    let paths: Vec<&str> =
        layout["documents"].as_array().expect("documents").iter().filter_map(|own| own["path"].as_str()).collect();
    assert_eq!(paths, ["ore.csv"]);
    let proposal = layout["proposal"].as_str().expect("a proposal").to_owned();
    says(&proposal, &["hours_per_year = 1720", "person = [\"Membro\"]"]);
    // The check names every file, and the command that shows its tables; with what is proposed it reads them.
    let run = folder.cento(&["check", "."]);
    assert_eq!(run.status, 2);
    for said in ["ore.csv", "LEGGIMI.md", "«cento layout» con lo stesso percorso mostra quali"] {
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
    assert_eq!(folder.add("cento.toml", proposal).check()["coverage"]["rows_accepted"], 2);
    // A folder without tables has nothing to be shown.
    let words = Folder::new().add("LEGGIMI.md", "Solo parole.\n").cento(&["layout", "."]);
    assert_eq!(words.status, 2, "{}", words.stdout);
    // Beside a plan, as before, a table that holds none of it is not looked at.
    let plan = "**2024_PD_0411**\n\nNominativo\tImpegno\nCosta Ivo\t60 %\n";
    let layout =
        Folder::new().add("piano.md", plan).add("ore.csv", table).cento(&["layout", ".", "--format", "json"]).json();
    assert_eq!(layout["documents"].as_array().map(Vec::len), Some(1));
}

#[test]
fn grades_are_no_codes_of_projects() {
    for (heading, grades) in [("Inquadr.", ["D3", "C1"]), ("Fascia econ.", ["EP-01", "EP-02"]), ("Sigla", ["D3", "C1"])]
    {
        let table = format!(
            "Nominativo;{heading};Impegno\nFarinelli Marta;{};60 %\nGualdi Piero;{};40 %\n",
            grades[0], grades[1]
        );
        let (json, text) = layout_of("piano.csv", &table);
        assert_eq!(json["proposal"], Value::Null, "{text}");
    }
    let (json, _) =
        layout_of("piano.csv", "Nominativo;Linea;Impegno\nFarinelli Marta;L-101;60 %\nGualdi Piero;L-102;40 %\n");
    says(json["proposal"].as_str().expect("a proposal"), &["project_code = [\"L-###\"]", "project = [\"Linea\"]"]);
}

#[test]
fn months_of_a_person_alone_need_no_base() {
    // 6 and 1,5 of 12.
    for heading in
        ["Mesi/uomo", "Mesi/uomo preventivati", "Mesi uomo previsti", "Person-months", "Person-months planned"]
    {
        let table =
            format!("Progetto;Nominativo;{heading}\n2024_PD_0411;Farinelli Marta;6\n2024_PD_0411;Gualdi Piero;1,5\n");
        let folder = Folder::new().add("piano.csv", table);
        let percents: Vec<String> =
            crate::layout::rows(&folder).iter().filter_map(|row| row.rsplit(' ').next().map(str::to_owned)).collect();
        assert_eq!(percents, ["50.00", "12.50"], "{heading}");
    }
    // Where the heading may say something else, it is proposed; 6 months are never 6 %.
    for heading in ["PM", "PM planned", "Effort (PM)", "Staff months"] {
        let table = format!("Progetto;Membro;{heading}\nPRIN_22_001;Farinelli Marta;6\nPRIN_22_001;Gualdi Piero;1,5\n");
        let (totals, proposal) = followed("piano.csv", &table);
        assert_eq!(totals, ["Farinelli Marta 50.00", "Gualdi Piero 12.50"], "{heading}: {proposal}");
    }
    // With the code of a project before, it looks like the list of a CDR; that nothing is read is an error.
    let table = "Progetto;Nominativo;PM\n2024_PD_0411;Farinelli Marta;6\n2024_PD_0411;Gualdi Piero;1,5\n";
    let check = Folder::new().add("piano.csv", table).check();
    assert_eq!(findings(&check, "R014").len(), 1, "{check}");
    let settings = "[layout.headings]\nshare = [\"PM\"]\n";
    let rows = crate::layout::rows(&Folder::new().add("piano.csv", table).add("cento.toml", settings));
    assert!(rows.iter().zip([" 50.00", " 12.50"]).all(|(row, end)| row.ends_with(end)), "{rows:?}");
}

#[test]
fn cells_with_their_unit_use_the_base_of_the_settings() {
    let table =
        "Progetto;Nominativo;Ore previste\n2024_PD_0411;Farinelli Marta;774 h\n2024_PD_0411;Gualdi Piero;1548 ore\n";
    for settings in [
        "[layout]\nhours_per_year = 1548\n\n[layout.headings]\nhours = [\"Ore previste\"]\n",
        "[layout]\nunit = \"hours\"\nhours_per_year = 1548\n\n[layout.headings]\nshare = [\"Ore previste\"]\n",
    ] {
        let check = Folder::new().add("piano.csv", table).add("cento.toml", settings).check();
        assert_eq!((&check["coverage"]["rows_accepted"], findings(&check, "N003").len()), (&2.into(), 0), "{check}");
    }
    // A base that no figure needs is told as before.
    let percent = table.replace("774 h", "50 %").replace("1548 ore", "100 %");
    let settings = "[layout]\nhours_per_year = 1548\n\n[layout.headings]\nshare = [\"Ore previste\"]\n";
    assert_eq!(findings(&Folder::new().add("piano.csv", percent).add("cento.toml", settings).check(), "N003").len(), 1);
    // Nor is it missed less for the unit: it is proposed.
    let (totals, _) = followed("piano.csv", table);
    assert_eq!(totals, ["Farinelli Marta 50.00", "Gualdi Piero 100.00"]);
}

#[test]
fn workbooks_say_it_with_all_their_decimals() {
    // Hours of 1720, with the months as a workbook keeps them: 1000 × 12 / 1720 = 6,97674418604651. The total is no row.
    let path = "tests/told/wide/hours_and_months/ore.xlsx";
    let folder = Folder::new().add("ore.xlsx", std::fs::read(path).expect("the workbook"));
    let layout = folder.cento(&["layout", "ore.xlsx", "--format", "json"]).json();
    let base = &layout["documents"][0]["tables"][0]["work"]["base"];
    assert_eq!((&base["full"], &base["rows_agreeing"], &base["rows"]), (&"1720".into(), &3.into(), &3.into()));
    let proposal = layout["proposal"].as_str().expect("a proposal");
    says(proposal, &["hours_per_year = 1720", "hours = [\"Ore previste\"]", "project_code = [\"GA-######\"]"]);
    let check = folder.add("cento.toml", proposal).check();
    // 1000 + 600 and 500 of 1720.
    let total = |name: &str| {
        let people = check["people"].as_array().expect("people").iter();
        people.filter(|own| own["person"] == name).map(|own| own["total_percent"].clone()).collect::<Vec<_>>()
    };
    assert_eq!([total("Farinelli Marta"), total("Gualdi Piero")], [["93.023256"], ["29.069767"]]);
}
