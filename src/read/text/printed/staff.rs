//! The lines of staff tables → rows.
//!
//! A row has one role and one share, but its cells may take several lines, and the share may stand on the first of
//! them, in their middle or on the last. Which it is, all tables of a document tell together. Where the lines of two
//! rows cannot be told apart, they are written as what no reader of rows accepts.

use super::parts::{Header, Parts, is_known_role, parts};
use super::words::{VisualLine, go_on, joined};

/// A staff table: its header and the lines below it.
#[derive(Debug)]
pub struct StaffTable<'t> {
    /// Where its columns begin.
    pub header: Header,
    /// Its lines, without blank ones.
    pub lines: Vec<VisualLine<'t>>,
}

/// A row of a staff table: three cells, or fewer if it cannot be told what they hold.
#[derive(Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// The cells.
    pub cells: Vec<String>,
    /// The number of the line that its share stands on.
    pub number: usize,
}

/// Where in their rows the shares stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Top,
    Middle,
    Bottom,
}

const STYLES: [Style; 3] = [Style::Top, Style::Middle, Style::Bottom];

/// The rows of all staff tables of a document.
pub fn rows(tables: &[StaffTable<'_>]) -> Vec<Vec<StaffRow>> {
    let tables: Vec<_> = tables.iter().map(|table| (table, parts(&table.lines, table.header))).collect();
    let tables: Vec<_> = tables.iter().map(|(table, parts)| (*table, parts, chains(parts))).collect();
    let styles = styles(tables.iter().flat_map(|(_, parts, chains)| chains.iter().map(|chain| (&parts[..], chain))));
    tables
        .iter()
        .map(|(table, parts, chains)| chains.iter().flat_map(|chain| rows_of(table, parts, chain, &styles)).collect())
        .collect()
}

/// Rows between which it is not certain to which the lines belong, but certain towards all others.
#[derive(Debug)]
struct Chain {
    /// The lines.
    first: usize,
    last: usize,
    /// Of each row the lines of the beginning of its role, and of the beginning and end of its share; none if what is
    /// there are not pairs of these.
    anchors: Option<Vec<Anchor>>,
}

#[derive(Debug, Clone, Copy)]
struct Anchor {
    role: usize,
    share: usize,
    share_end: usize,
}

/// A table's chains. Rows belong to one if lines without role and share stand between them.
fn chains(parts: &[Parts]) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    let mut open: Option<usize> = None;
    let mut first = 0;
    let mut anchors = Some(Vec::new());
    for (at, own) in parts.iter().enumerate() {
        let begins = own.begins_role || own.begins_share();
        let is_complete = open.is_none() && anchors.as_ref().is_none_or(|anchors: &Vec<Anchor>| !anchors.is_empty());
        // Right below what ends a complete row, what begins a role begins a row.
        let above = at.checked_sub(1).map(|above| &parts[above]);
        let is_border = own.begins_role && is_complete && above.is_some_and(Parts::ends_row);
        if is_border && at > first {
            chains.push(Chain { first, last: at - 1, anchors: anchors.replace(Vec::new()) });
            first = at;
        }
        if !begins {
            let continues_share = !own.share.is_empty();
            if continues_share && let Some(last) = anchors.as_mut().and_then(|anchors| anchors.last_mut()) {
                last.share_end = at;
            }
            continue;
        }
        match (open, own.begins_role, own.begins_share()) {
            (None, true, true) => push(&mut anchors, at, at),
            (None, true, false) => open = Some(at),
            (Some(role), false, true) => {
                push(&mut anchors, role, at);
                open = None;
            }
            _ => {
                anchors = None;
                open = None;
            }
        }
    }
    if open.is_some() {
        anchors = None;
    }
    if first < parts.len() {
        chains.push(Chain { first, last: parts.len() - 1, anchors });
    }
    chains
}

fn push(anchors: &mut Option<Vec<Anchor>>, role: usize, share: usize) {
    if let Some(anchors) = anchors {
        anchors.push(Anchor { role, share, share_end: share });
    }
}

/// The ways to place shares in rows with which nearly all chains of a document agree.
fn styles<'a>(chains: impl Iterator<Item = (&'a [Parts], &'a Chain)>) -> Vec<Style> {
    let mut all = 0;
    let mut agree = [0; 3];
    for (parts, chain) in chains {
        let fits = STYLES.map(|style| grouping(parts, chain, style).is_some());
        if certain(parts, chain).is_some() || fits == [false; 3] {
            continue;
        }
        all += 1;
        for (fits, agree) in fits.into_iter().zip(&mut agree) {
            *agree += usize::from(fits);
        }
    }
    STYLES.into_iter().zip(agree).filter(|(_, agree)| agree * 10 >= all * 9).map(|(style, _)| style).collect()
}

/// The last lines of the rows of a chain, if the shares stand in them in this way and each row has all that rows have.
fn grouping(parts: &[Parts], chain: &Chain, style: Style) -> Option<Vec<usize>> {
    let anchors = chain.anchors.as_ref()?;
    let mut ends = Vec::new();
    let mut first = chain.first;
    for (at, anchor) in anchors.iter().enumerate() {
        let end = match style {
            Style::Top => anchors.get(at + 1).map_or(chain.last, |next| next.share.wrapping_sub(1)),
            Style::Middle => anchor.share_end + anchor.share.checked_sub(first)?,
            Style::Bottom => anchor.share_end,
        };
        let is_at_top = anchor.share == first;
        if end > chain.last || end < anchor.share_end || (style == Style::Top && !is_at_top) || anchor.role < first {
            return None;
        }
        if !is_valid(parts, first, end) {
            return None;
        }
        ends.push(end);
        first = end + 1;
    }
    (first == chain.last + 1 && !ends.is_empty()).then_some(ends)
}

/// Whether lines make a row that has all that rows have.
fn is_valid(parts: &[Parts], first: usize, last: usize) -> bool {
    let [name, role, _] = row(parts, first, last);
    let is_known = first == last || is_known_role(&role);
    is_known && !name.is_empty() && !role.is_empty() && !parts[first..=last].iter().any(|parts| parts.is_doubtful)
}

/// The grouping of a chain that leaves nothing open: one row, from the beginning of its role to what ends it.
fn certain(parts: &[Parts], chain: &Chain) -> Option<Vec<usize>> {
    let [anchor] = chain.anchors.as_ref()?[..] else { return None };
    let is_closed = anchor.role == chain.first && parts[chain.last].ends_row();
    let has_others = (anchor.share_end + 1..=chain.last).any(|at| !parts[at].continues_role);
    (is_closed && !has_others && is_valid(parts, chain.first, chain.last)).then(|| vec![chain.last])
}

/// The cells of a row that takes these lines.
fn row(parts: &[Parts], first: usize, last: usize) -> [String; 3] {
    let mut cells = [const { String::new() }; 3];
    for own in &parts[first..=last] {
        for (cell, text) in cells.iter_mut().zip([&own.name, &own.role, &own.share]) {
            go_on(cell, text);
        }
    }
    cells
}

fn rows_of(table: &StaffTable<'_>, parts: &[Parts], chain: &Chain, styles: &[Style]) -> Vec<StaffRow> {
    let mut groupings: Vec<_> = match certain(parts, chain) {
        Some(ends) => vec![ends],
        None => styles.iter().filter_map(|&style| grouping(parts, chain, style)).collect(),
    };
    groupings.dedup();
    let (Some(anchors), [ends]) = (&chain.anchors, &groupings[..]) else { return torn(table, parts, chain) };
    let begins = std::iter::once(chain.first).chain(ends.iter().map(|end| end + 1));
    begins
        .zip(ends)
        .zip(anchors)
        .map(|((first, &end), anchor)| StaffRow {
            cells: row(parts, first, end).into(),
            number: table.lines[anchor.share].number,
        })
        .collect()
}

/// The lines of rows that cannot be told apart: a row for each share, which says all that stands around it.
fn torn(table: &StaffTable<'_>, parts: &[Parts], chain: &Chain) -> Vec<StaffRow> {
    let mut rows: Vec<StaffRow> = Vec::new();
    let mut has_share = true;
    for (line, parts) in table.lines.iter().zip(parts).take(chain.last + 1).skip(chain.first) {
        let text = joined(&line.words);
        let begins = parts.begins_share() || parts.begins_role;
        match rows.last_mut() {
            Some(row) if !(begins && has_share) => {
                row.cells[0].extend([" ", &text]);
                has_share |= parts.begins_share();
                if parts.begins_share() {
                    row.number = line.number;
                }
            }
            _ => {
                rows.push(StaffRow { cells: vec![text, String::new()], number: line.number });
                has_share = parts.begins_share();
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADING: Header = Header { name: 0, role: 12, share: 40 };

    fn table(text: &'static str) -> StaffTable<'static> {
        let lines = text.lines().enumerate().map(|(at, line)| VisualLine::of(line, at)).collect();
        StaffTable { header: HEADING, lines }
    }

    fn cells(tables: &[&'static str]) -> Vec<Vec<String>> {
        let tables: Vec<_> = tables.iter().map(|text| table(text)).collect();
        rows(&tables).into_iter().flatten().map(|row| row.cells).collect()
    }

    const MIDDLE: &str = "GANDELLINI
            Dirigente                    20,00 %
STEFANO
Ugoletti    Dipendente a tempo
                                          3,00 %
Monica      indeterminato/determinato";

    #[test]
    fn one_line_a_row_with_whatever_spaces() {
        let rows = cells(&["Benvegna Eliana Dirigente      69,00 %\nCorradini Anna   Dipendente a tempo 7,5%\n\
            Rossi Ada   Portavoce             100 %"]);
        assert_eq!(
            rows,
            [
                ["Benvegna Eliana", "Dirigente", "69,00 %"],
                ["Corradini Anna", "Dipendente a tempo", "7,5%"],
                ["Rossi Ada", "Portavoce", "100 %"]
            ]
        );
    }

    #[test]
    fn shares_in_the_middle_of_their_rows() {
        assert_eq!(
            cells(&[MIDDLE]),
            [
                ["GANDELLINI STEFANO", "Dirigente", "20,00 %"],
                ["Ugoletti Monica", "Dipendente a tempo indeterminato/determinato", "3,00 %"]
            ]
        );
    }

    #[test]
    fn what_one_table_leaves_open_another_tells() {
        let open =
            "Rossi Ada   Dirigente                20,00 %\nMaria\nBianchi Ugo Dirigente                 3,00 %\nPio";
        let torn = cells(&[open]);
        assert!(torn.iter().all(|row| row.len() == 2), "{torn:?}");
        assert_eq!(torn.len(), 2);
        let top = "Verdi Anna  Dirigente                20,00 %\nLuisa";
        assert_eq!(cells(&[open, top])[1], ["Bianchi Ugo Pio", "Dirigente", "3,00 %"]);
        assert_eq!(cells(&[open, top])[0], ["Rossi Ada Maria", "Dirigente", "20,00 %"]);
    }

    #[test]
    fn a_row_without_share_or_role_is_no_part_of_its_neighbour() {
        let rows = cells(&["Rossi Ada   Dirigente\nBianchi Ugo Dirigente                 3,00 %"]);
        assert!(rows.iter().all(|row| row.len() == 2), "{rows:?}");
        let rows =
            cells(&["Rossi Ada                            2,00 %\nBianchi Ugo Dirigente                 3,00 %"]);
        assert!(rows.iter().any(|row| row.len() == 2), "{rows:?}");
        assert!(!rows.iter().any(|row| row.len() == 3 && row[0] != "Bianchi Ugo"), "{rows:?}");
    }
}
