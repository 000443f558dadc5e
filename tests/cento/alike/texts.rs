//! Tables as texts: Markdown, CSV, HTML.

use std::fmt::Write as _;

use super::{Cell, Look, Table};

pub(super) fn markdown(table: &Table) -> Vec<u8> {
    let row = |cells: &Vec<Cell>| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.text().replace('\n', "<br>")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = format!("|{}\n", "---|".repeat(table.rows[0].len()));
    let mut rows = table.rows.iter().map(row);
    let header = rows.next().unwrap_or_default();
    (header + &rule + &rows.collect::<String>()).into_bytes()
}

pub(super) fn csv(table: &Table) -> Vec<u8> {
    let row = |cells: &Vec<Cell>| cells.iter().map(Cell::text).collect::<Vec<_>>().join(";") + "\n";
    table.rows.iter().map(row).collect::<String>().into_bytes()
}

pub(super) fn html(table: &Table) -> Vec<u8> {
    let run = |(text, look): &(&str, Look)| {
        let text = text.replace('\n', "<br>");
        match look {
            Look::Plain => text,
            Look::Struck => format!("<s>{text}</s>"),
            Look::Raised => format!("<sup>{text}</sup>"),
            Look::Hidden => format!("<span style=\"display: none\">{text}</span>"),
        }
    };
    let mut page = "<!DOCTYPE html><title>Piano</title><table>\n".to_owned();
    for (at, cells) in table.rows.iter().enumerate() {
        page += if table.hidden_row == Some(at) { "<tr hidden>" } else { "<tr>" };
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_covered()) {
            let hidden = if table.hidden_column == Some(column) { " style=\"display:none\"" } else { "" };
            let text: String = cell.runs.iter().map(run).collect();
            _ = write!(page, "<td rowspan={}{hidden}>{text}</td>", cell.rows);
        }
        page += "</tr>\n";
    }
    (page + "</table>\n").into_bytes()
}
