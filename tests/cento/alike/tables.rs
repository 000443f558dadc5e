//! The tables that every form is to give alike, and what is right of each.

use super::{Cell, Look, Needs, Table, over, runs, t};

const HEADER: [&str; 4] = ["Codice progetto", "Nominativo", "Ruolo", "% impegno"];

/// A table with the usual header.
pub(super) fn table(
    name: &'static str,
    needs: &'static [Needs],
    rows: Vec<[Cell; 4]>,
    (expected, codes, rejected): (&'static [&'static str], &'static [&'static str], u64),
) -> Table {
    let header = HEADER.map(t).to_vec();
    let rows = std::iter::once(header).chain(rows.into_iter().map(Vec::from)).collect();
    Table { name, rows, hidden_row: None, hidden_column: None, needs, expected, codes, rejected }
}

/// One of capacities and shares of them.
fn capacities(
    name: &'static str,
    needs: &'static [Needs],
    rows: Vec<[Cell; 4]>,
    expected: (&'static [&'static str], &'static [&'static str], u64),
) -> Table {
    let mut table = table(name, needs, rows, expected);
    table.rows[0] = ["Codice progetto", "Nominativo", "Capacity %", "Split %"].map(t).to_vec();
    table
}

/// A table with a column more.
fn wider(table: Table, column: [&'static str; 3]) -> Table {
    let rows = table.rows.into_iter().zip(column).map(|(row, cell)| row.into_iter().chain([t(cell)]).collect());
    Table { rows: rows.collect(), ..table }
}

pub(super) const A: &str = "2024_PD_0411";
pub(super) const B: &str = "2024_PD_0412";

/// All of them, with what is right of each.
#[allow(clippy::too_many_lines, reason = "it is a list")]
pub(super) fn tables() -> Vec<Table> {
    use Look::{Hidden, Plain, Raised, Struck};
    let two = || {
        vec![[t(A), t("Rossi Mario"), t("Dirigente"), t("60 %")], [t(B), t("Bianchi Ada"), t("Dipendente"), t("30 %")]]
    };
    let both: &[&str] = &["2024_PD_0411 Rossi Mario 60.00", "2024_PD_0412 Bianchi Ada 30.00"];
    vec![
        table("plain", &[], two(), (both, &[], 0)),
        table(
            "a merged name",
            &[Needs::Merged],
            vec![
                [t(A), over(2, "Rossi Mario"), over(2, "Dirigente"), t("60 %")],
                [t(B), t("~"), t("~"), t("30 %")],
                [t(B), t("Bianchi Ada"), t("Dipendente"), t("10 %")],
            ],
            (
                &["2024_PD_0411 Rossi Mario 60.00", "2024_PD_0412 Rossi Mario 30.00", "2024_PD_0412 Bianchi Ada 10.00"],
                &[],
                0,
            ),
        ),
        table(
            "a merged project",
            &[Needs::Merged],
            vec![
                [over(2, A), t("Rossi Mario"), t("Dirigente"), t("60 %")],
                [t("~"), t("Bianchi Ada"), t("Dipendente"), t("30 %")],
            ],
            (&["2024_PD_0411 Rossi Mario 60.00", "2024_PD_0411 Bianchi Ada 30.00"], &[], 0),
        ),
        table(
            "a blank project",
            &[],
            vec![
                [t(A), t("Rossi Mario"), t("Dirigente"), t("60 %")],
                [t(""), t("Bianchi Ada"), t("Dipendente"), t("30 %")],
            ],
            (&["2024_PD_0411 Rossi Mario 60.00", "- Bianchi Ada 30.00"], &["R009"], 0),
        ),
        table(
            "a share merged over people",
            &[Needs::Merged],
            vec![
                [t(A), t("Rossi Mario"), t("Dirigente"), over(2, "60 %")],
                [t(A), t("Bianchi Ada"), t("Dipendente"), t("~")],
                [t(B), t("Verdi Ugo"), t("Dipendente"), t("10 %")],
            ],
            (&["2024_PD_0412 Verdi Ugo 10.00"], &["R013", "R013"], 2),
        ),
        table(
            "a share merged over projects",
            &[Needs::Merged],
            vec![
                [t(A), over(2, "Rossi Mario"), over(2, "Dirigente"), over(2, "60")],
                [t(B), t("~"), t("~"), t("~")],
                [t(B), t("Verdi Ugo"), t("Dipendente"), t("10")],
            ],
            (&["2024_PD_0412 Verdi Ugo 10.00"], &["R013", "R013"], 2),
        ),
        table(
            "a raised mark",
            &[Needs::Runs],
            vec![
                [
                    t(A),
                    runs(&[("Rossi Mario", Plain), ("2", Raised)]),
                    t("Dirigente"),
                    runs(&[("5", Plain), ("1", Raised), (" %", Plain)]),
                ],
                [t(B), t("Rossi Mario"), t("Dirigente"), t("30 %")],
            ],
            (&["2024_PD_0411 Rossi Mario 5.00", "2024_PD_0412 Rossi Mario 30.00"], &[], 0),
        ),
        table(
            "marks that are letters",
            &[],
            vec![
                [t(A), t("Rossi Mario*"), t("Dirigente"), t("5¹ %")],
                [t(B), t("Rossi Mario²"), t("Dirigente"), t("30 %*")],
            ],
            (&["2024_PD_0411 Rossi Mario 5.00", "2024_PD_0412 Rossi Mario 30.00"], &[], 0),
        ),
        table(
            "a struck row",
            &[Needs::Struck],
            vec![
                [t(A), t("Rossi Mario"), t("Dirigente"), t("60 %")],
                [t(B), t("Bianchi Ada"), t("Dipendente"), t("30 %")].map(|cell| Cell {
                    runs: cell.runs.into_iter().map(|(text, _)| (text, Struck)).collect(),
                    rows: 1,
                }),
            ],
            (&["2024_PD_0411 Rossi Mario 60.00"], &["R012"], 0),
        ),
        table(
            "a struck digit",
            &[Needs::Runs],
            vec![[t(A), t("Rossi Mario"), t("Dirigente"), runs(&[("2", Struck), ("5 %", Plain)])]],
            (&["2024_PD_0411 Rossi Mario 5.00"], &["R012"], 0),
        ),
        Table {
            hidden_row: Some(2),
            ..table("a hidden row", &[Needs::HiddenRow], two(), (&["2024_PD_0411 Rossi Mario 60.00"], &["R012"], 0))
        },
        Table {
            hidden_column: Some(4),
            ..wider(
                table("a hidden column", &[Needs::HiddenColumn], two(), (both, &["R012"], 0)),
                ["% impegno", "1 %", "2 %"],
            )
        },
        table(
            "two people in a cell",
            &[],
            vec![
                [t(A), t("Rossi Mario / Bianchi Ada"), t("Dipendente"), t("60 %")],
                [t(B), t("Rossi Mario e Bianchi Ada"), t("Dipendente"), t("30 %")],
                [t(B), t("Verdi Ugo"), t("Dipendente"), t("10 %")],
            ],
            (&["2024_PD_0412 Verdi Ugo 10.00"], &["R013", "R013"], 2),
        ),
        table(
            "two people on two lines",
            &[Needs::Lines],
            vec![
                [t(A), t("Rossi Mario\nBianchi Ada"), t("Dipendente"), t("60 %")],
                [t(B), t("Verdi Ugo"), t("Dipendente"), t("10 %")],
            ],
            (&["2024_PD_0412 Verdi Ugo 10.00"], &["R013"], 1),
        ),
        table(
            "one name on two lines",
            &[Needs::Lines],
            vec![[t(A), t("De Rossi\nAnna Maria"), t("Dipendente"), t("60 %")]],
            (&["2024_PD_0411 De Rossi Anna Maria 60.00"], &[], 0),
        ),
        table(
            "rows that add up",
            &[],
            vec![
                [t(A), t("Rossi Mario"), t("Dirigente"), t("60 %")],
                [t(""), t("Rossi Mario Totale"), t(""), t("60 %")],
                [t(B), t("Somma Ada"), t("Dipendente"), t("30 %")],
                [t(""), t("Totale complessivo"), t(""), t("90 %")],
                [t(""), t("Media"), t(""), t("45 %")],
            ],
            (&["2024_PD_0411 Rossi Mario 60.00", "2024_PD_0412 Somma Ada 30.00"], &[], 0),
        ),
        table(
            "fractions of one",
            &[],
            vec![
                [t(A), t("Rossi Mario"), t("Dirigente"), t("0,6")],
                [t(B), t("Bianchi Ada"), t("Dipendente"), t("1")],
                [t(B), t("Verdi Ugo"), t("Dipendente"), t("30 %")],
            ],
            (&["2024_PD_0412 Verdi Ugo 30.00"], &["R001", "R001"], 2),
        ),
        wider(table("a column of days", &[], two(), (both, &["R010"], 0)), ["Assunzione", "01/03/2024", "01/06/2024"]),
        wider(table("a column of beginnings", &[], two(), (both, &[], 0)), ["Dal", "01/03/2024", "01/06/2024"]),
        wider(table("a column of periods", &[], two(), (both, &[], 0)), ["Periodo", "dal 1/3 al 30/6", "tutto l'anno"]),
        wider(table("a column of words", &[], two(), (both, &["R010"], 0)), ["Note", "vedi allegato", ""]),
        wider(table("a column of numbers that count rows", &[], two(), (both, &[], 0)), ["N.", "1", "2"]),
        capacities(
            "shares of capacities",
            &[],
            vec![
                [t(A), t("Rossi Mario"), t("80 %"), t("50 %")],
                [t(B), t("Rossi Mario"), t("80 %"), t("25 %")],
                [t(B), t("Bianchi Ada"), t("100 %"), t("30 %")],
            ],
            (
                &["2024_PD_0411 Rossi Mario 40.00", "2024_PD_0412 Rossi Mario 20.00", "2024_PD_0412 Bianchi Ada 30.00"],
                &[],
                0,
            ),
        ),
        capacities(
            "a capacity merged over the rows of one person",
            &[Needs::Merged],
            vec![
                [t(A), over(2, "Rossi Mario"), over(2, "80 %"), t("50 %")],
                [t(B), t("~"), t("~"), t("25 %")],
                [t(B), t("Bianchi Ada"), t("100 %"), t("30 %")],
            ],
            (
                &["2024_PD_0411 Rossi Mario 40.00", "2024_PD_0412 Rossi Mario 20.00", "2024_PD_0412 Bianchi Ada 30.00"],
                &[],
                0,
            ),
        ),
        capacities(
            "a capacity merged over people",
            &[Needs::Merged],
            vec![
                [t(A), t("Rossi Mario"), over(2, "80 %"), t("50 %")],
                [t(A), t("Verdi Ugo"), t("~"), t("25 %")],
                [t(B), t("Bianchi Ada"), t("100 %"), t("30 %")],
            ],
            (&["2024_PD_0412 Bianchi Ada 30.00"], &["R001", "R001"], 2),
        ),
        table(
            "nobody yet, and nobody at all",
            &[],
            vec![
                [t(A), t("Posto vacante"), t("Dipendente"), t("60 %")],
                [t(B), t("NaN"), t("Dipendente"), t("30 %")],
                [t(B), t("Verdi Ugo"), t("Dipendente"), t("10 %")],
            ],
            (&["2024_PD_0411 Posto vacante 60.00", "2024_PD_0412 Verdi Ugo 10.00"], &["N007", "R002"], 1),
        ),
        table(
            "the title of a section",
            &[Needs::Sections],
            vec![
                [t(A), t("Rossi Mario"), t("Dirigente"), t("60 %")],
                [t("Settore 2"), t(""), t(""), t("")],
                [t(B), t("Bianchi Ada"), t("Istruttore"), t("30 %")],
            ],
            (both, &[], 0),
        ),
        Table {
            rows: vec![
                ["Nominativo", "Ruolo", A, B, "Totale"].map(t).to_vec(),
                ["Rossi Mario", "Dirigente", "60 %", "", "60 %"].map(t).to_vec(),
                ["Bianchi Ada", "Dipendente", "30 %", "80 %", "110 %"].map(t).to_vec(),
                ["Totale", "", "90 %", "80 %", "170 %"].map(t).to_vec(),
            ],
            ..table(
                "people by projects",
                &[],
                Vec::new(),
                (
                    &[
                        "2024_PD_0411 Rossi Mario 60.00",
                        "2024_PD_0411 Bianchi Ada 30.00",
                        "2024_PD_0412 Bianchi Ada 80.00",
                    ],
                    &["A001"],
                    0,
                ),
            )
        },
        Table {
            rows: vec![
                ["Codice progetto", "Rossi Mario", "Bianchi Ada", "Verdi Ugo", "Totale"].map(t).to_vec(),
                [A, "60", "30", "", "90"].map(t).to_vec(),
                [B, "-", "80", "40", "120"].map(t).to_vec(),
            ],
            ..table(
                "projects by people, of figures of which nothing says what they are",
                &[Needs::Sections],
                Vec::new(),
                (
                    &[
                        "2024_PD_0411 Rossi Mario 60.00",
                        "2024_PD_0411 Bianchi Ada 30.00",
                        "2024_PD_0412 Bianchi Ada 80.00",
                        "2024_PD_0412 Verdi Ugo 40.00",
                    ],
                    &["A001", "R016"],
                    0,
                ),
            )
        },
        Table {
            rows: vec![
                vec![over(2, "Nominativo"), over(2, "Ruolo"), t(A), t(B), over(2, "Totale")],
                ["~", "~", "Anagrafe", "Tributi", "~"].map(t).to_vec(),
                ["Rossi Mario", "Dirigente", "60 %", "30 %", "90 %"].map(t).to_vec(),
                ["Bianchi Ada", "Dipendente", "", "80 %", "80 %"].map(t).to_vec(),
            ],
            ..table(
                "headings over two rows",
                &[Needs::Merged],
                Vec::new(),
                (
                    &[
                        "2024_PD_0411 Rossi Mario 60.00",
                        "2024_PD_0412 Rossi Mario 30.00",
                        "2024_PD_0412 Bianchi Ada 80.00",
                    ],
                    &[],
                    0,
                ),
            )
        },
        table(
            "a hidden stretch",
            &[Needs::Runs],
            vec![[t(A), t("Rossi Mario"), t("Dirigente"), runs(&[("1", Hidden), ("60 %", Plain)])]],
            (&["2024_PD_0411 Rossi Mario 60.00"], &["R012"], 0),
        ),
    ]
}
