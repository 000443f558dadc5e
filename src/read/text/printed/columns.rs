//! Cells between which there is but one space, as in any text, or where the columns of a page are too near: they are known by what they say.

use std::collections::{HashMap, HashSet};

use super::headings::{Columns, Heading};
use super::ragged::Ragged;
use super::summary;
use super::words::{Cell, Kind, Written, role_at};
use crate::read::geometry::{Word, joined};
use crate::vocabulary::{Label, Vocabulary, may_begin_role, split_objective_code};

/// The most columns before what stands at the left of a page.
const MARGIN: u32 = 8;

/// Sets apart the cells of the lines of all pages. That each cell has lines of its own is believed only if all tables of the
/// document bear it out.
pub fn set_apart(pages: &mut Vec<Vec<Written<'_>>>, vocabulary: Vocabulary<'_>) {
    let mut by_cell = pages.clone();
    if set_apart_as(&mut by_cell, true, vocabulary) {
        *pages = by_cell;
    } else {
        set_apart_as(pages, false, vocabulary);
    }
}

/// Sets apart the cells of all lines; tells whether all tables that no space divides agree.
fn set_apart_as(pages: &mut [Vec<Written<'_>>], has_lines_of_cells: bool, vocabulary: Vocabulary<'_>) -> bool {
    let of = |lines: &mut Vec<Written<'_>>| Heading::all(lines, has_lines_of_cells, vocabulary);
    let headings: Vec<Vec<Heading>> = pages.iter_mut().map(of).collect();
    let mut tables = Vec::new();
    let mut summary = None;
    for (lines, headings) in pages.iter_mut().zip(&headings) {
        part_roles(lines);
        mark_parts(lines, vocabulary);
        summary = summary::tell(lines, summary, vocabulary);
        let mut rest = lines.as_mut_slice();
        let mut before = 0;
        for (number, heading) in headings.iter().enumerate() {
            let (_, own) = rest.split_at_mut(heading.lines.start - before);
            let next = headings.get(number + 1).map_or(own.len(), |next| next.lines.start - heading.lines.start);
            let count = heading.lines.len();
            let end = (count..next).find(|at| own[*at].kind == Kind::Part).unwrap_or(next);
            let (table, after) = own.split_at_mut(end);
            let ends_page = after.is_empty();
            (before, rest) = (heading.lines.start + end, after);
            match &heading.columns {
                Columns::Spaced(cells) => align(cells, table),
                Columns::Ragged(words) => tables.push(Ragged::of(words, count, table, ends_page)),
            }
        }
    }
    let is_agreed = tables.iter().all(Ragged::agrees);
    let have_rows = tables.iter().all(Ragged::has_rows);
    for table in tables {
        table.tell(is_agreed);
    }
    let left = pages.iter_mut().map(|lines| tell_lone_shares(lines)).sum::<usize>();
    is_agreed && have_rows && left == 0
}

/// Makes a row of each share that stands alone at the left of a page, in no table: nothing says whose it is. Tells how many there are.
fn tell_lone_shares(lines: &mut [Written<'_>]) -> usize {
    let margin = margin(lines);
    let is_lone = |line: &&mut Written<'_>| {
        let is_known = line.told.is_some() || line.is_left_out || !line.stops.is_empty();
        !is_known && line.has_share() && line.cells().count() == 1 && line.words[0].begin <= margin
    };
    lines.iter_mut().filter(is_lone).map(Written::tell_apart).count()
}

/// Where the lines of a page begin that begin farthest to the left, and what stands little farther.
fn margin(lines: &[Written<'_>]) -> u32 {
    lines.iter().filter_map(|line| Some(line.words.first()?.begin)).min().unwrap_or_default() + MARGIN
}

/// Marks where parts of a plan begin that are no rows: each is one cell.
fn mark_parts(lines: &mut [Written<'_>], vocabulary: Vocabulary<'_>) {
    let margin = margin(lines);
    let begins_code = |line: &Written<'_>| vocabulary.split_project_code(line.words[0].text).is_some();
    let codes: Vec<bool> = lines.iter().map(begins_code).collect();
    let (mut was_part, mut names_director) = (false, false);
    for (at, line) in lines.iter_mut().enumerate() {
        if line.kind == Kind::Heading {
            (was_part, names_director) = (false, false);
            continue;
        }
        let is_at_margin = line.words[0].begin <= margin;
        // No part is of the heading of a table below.
        line.is_first |= names_director || was_part && (line.cells().count() > 1 || !is_at_margin);
        let text = joined(&line.words);
        let label = vocabulary.take_label(&text, false).map(|(label, _)| label);
        names_director = label == Some(Label::Director);
        // Codes below each other are those of a table.
        let is_listed = codes[at] && (at > 0 && codes[at - 1] || codes.get(at + 1) == Some(&true));
        let begins_part = codes[at] && !is_listed
            || split_objective_code(&text).is_some()
            || vocabulary.split_cdr_heading(&text).is_some()
            || label.is_some();
        was_part = is_at_margin && begins_part && !line.has_share();
        line.is_first |= was_part;
        if was_part {
            line.kind = Kind::Part;
            line.words.iter_mut().for_each(|word| word.begins = false);
        }
    }
}

/// Parts roles from the names before them, in rows and where roles begin on other lines.
fn part_roles(lines: &mut [Written<'_>]) {
    let begins_role = |word: &&Word<'_>| word.begins && may_begin_role(&word.text.to_lowercase());
    let roles: HashSet<u32> =
        lines.iter().flat_map(|line| &line.words).filter(begins_role).map(|word| word.begin).collect();
    for line in lines.iter_mut() {
        let is_aligned =
            |word: &Word<'_>| (word.begin.saturating_sub(1)..=word.begin + 1).any(|place| roles.contains(&place));
        if let Some(at) = role_at(&line.words).filter(|at| *at > 0)
            && (line.has_share() || is_aligned(&line.words[at]))
        {
            line.words[at].begins = true;
        }
    }
}

/// Puts the cells of whole rows where those of most of them are. Where each line is one, nothing else need tell them apart.
fn align(heading: &[Cell], table: &mut [Written<'_>]) {
    let begins =
        |line: &Written<'_>| -> Vec<u32> { line.cells().filter_map(|cell| Some(cell.first()?.begin)).collect() };
    let has_all = |line: &Written<'_>| line.cells().count() == heading.len() && line.has_share();
    let of_heading = heading.iter().map(|cell| cell.span[0]).collect();
    let rows: Vec<Vec<u32>> = table.iter().filter(|line| has_all(line)).map(begins).chain([of_heading]).collect();
    let stop = |column: usize| {
        let mut counts: HashMap<u32, usize> = HashMap::default();
        for own in &rows {
            *counts.entry(own[column]).or_default() += 1;
        }
        let near =
            |place: u32| (place.saturating_sub(1)..=place + 1).filter_map(|place| counts.get(&place)).sum::<usize>();
        rows.iter().map(|own| own[column]).max_by_key(|place| near(*place)).unwrap_or_default()
    };
    let stops: Vec<u32> = (0..heading.len()).map(stop).collect();
    let is_nearest = |at: usize, begin: u32| stops.iter().all(|stop| stop.abs_diff(begin) >= stops[at].abs_diff(begin));
    let is_whole =
        |line: &Written<'_>| has_all(line) && begins(line).iter().enumerate().all(|(at, begin)| is_nearest(at, *begin));
    if let Some(share) = stops.last() {
        table.iter_mut().filter(|line| line.has_doubtful_share(*share)).for_each(Written::tell_apart);
    }
    let first = table.iter().take_while(|line| line.kind == Kind::Heading).count();
    let is_row = |line: &Written<'_>| line.told.is_some() || line.is_section() || is_whole(line);
    let rows = table[first..].iter().take_while(|line| is_row(line)).count();
    let below = &table[first + rows..];
    let goes_on = below.first().is_some_and(|next| next.follows(&table[first + rows - 1]));
    let is_told = rows > 0 && !goes_on && !below.iter().any(Written::has_share);
    if is_told {
        table[0].tell(heading.iter().map(|cell| cell.text.clone()).collect(), true);
    }
    let rows = if is_told { first..first + rows } else { first..table.len() };
    for line in table[rows].iter_mut().filter(|line| line.told.is_none()) {
        if is_told {
            line.tell(line.cells().map(joined).collect(), true);
        } else if line.is_section() {
            line.tell_apart();
        } else if is_whole(line) {
            line.stops.clone_from(&stops);
        }
    }
}
