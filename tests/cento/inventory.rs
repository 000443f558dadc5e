//! `cento layout` shows every table of a document, and proposes only what it has tried.

use serde_json::Value;

use crate::layout::{OWN, rows};
use crate::support::{Folder, cento, findings};

/// What `cento layout` says of a text.
fn layout_of(text: &str) -> Value {
    Folder::with(text).cento(&["layout", "plan.md", "--format", "json"]).json()
}

#[test]
fn the_layout_of_the_plan_is_whole() {
    let run = cento(&["layout", "data", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let layout = run.json();
    let document = &layout["documents"][0];
    let counts =
        ["cdrs", "summaries", "sheets", "staff_headers", "rows_accepted", "rows_rejected"].map(|key| &document[key]);
    assert_eq!(counts, [4, 4, 55, 55, 162, 0].map(Value::from).each_ref());
    assert_eq!((&layout["schema"], &layout["proposal"]), (&"cento.layout/1".into(), &Value::Null));
    assert_eq!((&document["form"], &document["complete"]), (&"text".into(), &true.into()));
    let tables = document["tables"].as_array().expect("tables");
    let read: Vec<_> = tables.iter().filter(|table| table["shape"] == "staff").collect();
    assert!(tables.iter().all(|table| table["why"] != "unknown-headers") && tables.len() > read.len());
    let all = |key: &str| read.iter().map(|table| table[key].as_u64().expect("a count")).sum::<u64>();
    assert_eq!(["count", "rows_accepted", "rows_rejected"].map(all), [55, 162, 0]);
    let columns = read[0]["columns"].as_array().expect("columns");
    assert_eq!(columns[2]["samples"], serde_json::json!(["20,00 %", "3,00 %", "8,00 %"]));
    let meanings: Vec<_> = columns.iter().map(|column| column["meaning"].as_str().expect("a meaning")).collect();
    assert_eq!(meanings, ["person", "role", "share"]);
    let share = &document["share_columns"][0];
    assert_eq!((&share["signed"], &share["bare"]), (&162.into(), &0.into()));
    for (lang, said) in [("it", "Non sembra mancare nulla"), ("en", "Nothing seems to be missing")] {
        assert!(cento(&["layout", "data", "--lang", lang]).stdout.contains(said));
    }
}

#[test]
fn what_the_layout_proposes_reads_the_plan() {
    let flat = "Obiettivo\tNominativo\t% tempo\nOB.12 Anticorruzione\tRossi Anna\t0,2\nOB.12\tVerdi Ugo\t0,3\n";
    let hours = "**2024_PD_0411**\n\nNominativo\tOre annue\nRossi Anna\t774\n";
    for (text, expected) in [
        (OWN, vec!["S01 OB.12 Rossi Anna 20.00", "S01 OB.12 Verdi Ugo 30.00", "S01 OB.13 Rossi Anna 80.00"]),
        (flat, vec!["- OB.12 Rossi Anna 20.00", "- OB.12 Verdi Ugo 30.00"]),
        (hours, vec!["- 2024_PD_0411 Rossi Anna 50.00"]),
    ] {
        let folder = Folder::with(text);
        let layout = folder.cento(&["layout", "plan.md", "--format", "json"]).json();
        let proposal = layout["proposal"].as_str().expect("a proposal");
        let table = folder.cento(&["layout", "plan.md"]).stdout;
        assert!(table.ends_with(proposal), "{table}");
        let folder = folder.add("cento.toml", proposal);
        assert_eq!(rows(&folder), expected, "{proposal}");
        let after = folder.cento(&["layout", "plan.md", "--format", "json"]).json();
        assert_eq!(after["proposal"], Value::Null, "{after}");
        assert!(findings(&folder.check(), "N003").is_empty(), "{proposal}");
    }
}

#[test]
fn a_proposal_says_what_it_comes_to() {
    let layout = layout_of(OWN);
    let trial = &layout["trials"][0];
    let counts =
        |outcome: &Value| ["rows_accepted", "rows_rejected", "people", "over", "full"].map(|key| outcome[key].clone());
    assert_eq!(counts(&trial["before"]), [0, 0, 0, 0, 0].map(Value::from));
    assert_eq!(counts(&trial["after"]), [3, 0, 2, 0, 1].map(Value::from));
    let totals = ["least_percent", "greatest_percent"].map(|key| &trial["after"][key]);
    assert_eq!(totals, ["30.00", "100.00"].map(Value::from).each_ref());
    for (lang, said) in [
        (
            "it",
            ": 3 righe invece di 0, nessuna respinta; 2 persone, totali da 30,00 % a 100,00 %, nessuna oltre la capacità",
        ),
        (
            "en",
            ": 3 rows instead of 0, none rejected; 2 people, totals from 30.00% to 100.00%, nobody over the capacity",
        ),
    ] {
        let table = Folder::with(OWN).cento(&["layout", "plan.md", "--lang", lang]).stdout;
        assert!(table.contains(said), "{table}");
    }
}

#[test]
fn nothing_is_proposed_that_makes_the_sums_worse() {
    let sheet = "**2024_PD_0411**\n\nNominativo\t% impegno\nRossi Anna\t100 %\nVerdi Ugo\t60 %\n\n";
    // What stands in the other table is not of this year, and would put one of them at 180 %.
    let other = "Chi lavorava\tQuanto\nRossi Anna\t80 %\nVerdi Ugo\t20 %\n";
    for text in [format!("{sheet}Nota\n\n{other}"), format!("{sheet}\n**2024_PD_0412**\n\n{other}")] {
        let layout = layout_of(&text);
        assert_eq!(layout["proposal"], Value::Null, "{layout}");
        let document = &layout["documents"][0];
        assert_eq!((&document["complete"], &document["rows_accepted"]), (&false.into(), &2.into()));
        let table = Folder::with(&text).cento(&["layout", "plan.md"]).stdout;
        assert!(table.contains("Non tutto è stato letto") && !table.contains("Non sembra mancare"), "{table}");
    }
    // Nor is one column of many, nor that fractions are percentages because another table has percentages.
    let matrix = "Nominativo\t2024_PD_0411\t2024_PD_0412\nRossi Anna\t60 %\t40 %\n";
    let scales = "**2024_PD_0411**\n\nNominativo\tImpegno\nRossi Anna\t0,5\n\n\
        **2024_PD_0412**\n\nNominativo\tImpegno\nVerdi Ugo\t60\nNeri Ivo\t40\n";
    for text in [matrix, scales] {
        assert_eq!(layout_of(text)["proposal"], Value::Null, "{text}");
    }
    // Where it makes nobody exceed, it is proposed.
    let layout = layout_of(&format!("{sheet}**2024_PD_0412**\n\nChi lavora\tQuanto\nVerdi Ugo\t40 %\n"));
    assert_eq!(layout["proposal"], "[layout.headings]\nperson = [\"Chi lavora\"]\nshare = [\"Quanto\"]\n");
}

#[test]
fn the_layout_shows_every_table_with_its_columns_and_what_stands_in_them() {
    let text = "**2024_PD_0411**\n\nNominativo\t% impegno\tAssunzione\tSede\nRossi Anna\t10 %\t1/3/2024\tCentro\n\
        Verdi Ugo\t60 %\t\tCentro\nNeri Ivo\t10 %\t\tOvest\nBianchi Eva\t5 %\t\t\n\n\
        Fase\tMese\nAvvio\tmarzo\n\nEnte\tImporto\nRegione\t12.000,00\n";
    let layout = layout_of(text);
    let tables = layout["documents"][0]["tables"].as_array().expect("tables");
    let shapes: Vec<_> = tables.iter().map(|table| [table["shape"].clone(), table["why"].clone()]).collect();
    let unread = [Value::from("unread"), "no-people".into()];
    assert_eq!(shapes, [["staff".into(), Value::Null], unread.clone(), unread]);
    let column = |at: usize, key: &str| tables[0]["columns"][at][key].clone();
    assert_eq!(column(0, "samples"), serde_json::json!(["Rossi Anna", "Verdi Ugo", "Neri Ivo"]));
    assert_eq!(
        (column(1, "meaning"), column(1, "samples")),
        ("share".into(), serde_json::json!(["10 %", "60 %", "5 %"]))
    );
    assert_eq!((column(2, "unread"), column(3, "unread")), ("figures".into(), "words".into()));
    assert_eq!((column(3, "meaning"), column(3, "samples")), (Value::Null, serde_json::json!(["Centro", "Ovest"])));
    assert_eq!(layout["documents"][0]["complete"], false);
    let table = Folder::with(text).cento(&["layout", "plan.md"]).stdout;
    assert!(table.contains("non letta, e potrebbe cambiare le cifre  1/3/2024"), "{table}");
    assert!(table.contains("Ente · Importo"), "{table}");
}

#[test]
fn the_layout_names_nobody_under_pseudonyms() {
    let run = cento(&["layout", "data", "--pseudonymise"]);
    assert!(run.status == 2 && run.stderr.contains("--pseudonymise"), "{}", run.stderr);
}
