//! The structure that a document tells of itself, for those who cannot see it: of which cells of tables is what stands on its pages.

use std::collections::hash_map::Entry;
use std::num::NonZeroU16;

use foldhash::{HashMap, HashSet};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjRef, Object};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::xref::XRef;

use crate::read::clock::Deadline;
use crate::read::geometry::Tag;
use crate::read::limits::MOST_PARTS_OF_DOCUMENT;

/// More branches than there are one within another, and more elements than are without a look at the clock.
const DEEPEST: usize = 64;
/// More cells than a row has.
const MOST_CELLS: usize = 1000;
/// How many names may stand for each other.
const MOST_NAMES: usize = 4;
/// Of how many elements a cell is asked that are in it: others say themselves in what they are.
const MOST_WITHIN: usize = 8;

/// The structure of a document.
pub struct Structure<'p> {
    xref: &'p XRef,
    /// The elements of each page, by its number in the structure and by that of what is marked on it.
    elements: HashMap<i64, MaybeRef<Object<'p>>>,
    /// What names stand for that are not the usual ones.
    roles: Dict<'p>,
}

/// What is known of the elements by what they are in: a table is asked of by all its cells, and has a word for each row.
#[derive(Default)]
pub struct Elements {
    known: HashMap<ObjRef, Within>,
    /// The rows that are known.
    rows: Vec<Row>,
    /// Of how many of these the cells were asked.
    asked: usize,
    /// What is right within cells.
    kids: HashMap<ObjRef, Tag>,
    /// How many cells these have together.
    cells: usize,
}

/// In what of a table an element is, or which part of one it is itself.
#[derive(Clone, Copy)]
enum Within {
    /// In none.
    Nothing,
    Table(ObjRef),
    /// In a row, by its place among those that are known, but in no cell of it.
    Row(usize),
    Cell(Tag),
}

/// A row of a table.
struct Row {
    table: ObjRef,
    own: ObjRef,
    cells: Vec<ObjRef>,
}

/// What an element is.
enum Role {
    Table,
    /// A row, with its cells.
    Row(Vec<ObjRef>),
    /// A cell, with what is in it.
    Cell(Vec<ObjRef>),
    Other,
}

impl<'p> Structure<'p> {
    /// That of a document; none if it has none.
    pub fn of(pdf: &'p Pdf) -> Option<Self> {
        let xref = pdf.xref();
        let root = xref.get::<Dict<'_>>(xref.root_id())?.get::<Dict<'_>>("StructTreeRoot")?;
        let mut elements = HashMap::default();
        let mut branches = vec![(root.get::<Dict<'_>>("ParentTree")?, 0)];
        let mut seen = HashSet::default();
        while let Some((branch, depth)) = branches.pop() {
            add_leaves(&branch, &mut elements);
            let Some(kids) = branch.get::<Array<'_>>("Kids").filter(|_| depth < DEEPEST) else { continue };
            let kids = kids.raw_iter().filter_map(|kid| kid.as_obj_ref()).filter(|kid| seen.insert(*kid));
            branches.extend(kids.filter_map(|kid| Some((xref.get::<Dict<'_>>(kid.into())?, depth + 1))));
        }
        Some(Self { xref, elements, roles: root.get("RoleMap").unwrap_or_default() })
    }

    /// The cells of what is marked on a page, by its numbers; what is found on the way serves the next pages.
    pub fn cells(&self, page: &Page<'_>, found: &mut Elements, until: Deadline) -> Vec<Option<Tag>> {
        let elements = page.raw().get::<i64>("StructParents").and_then(|own| self.elements(own)).unwrap_or_default();
        let tag = |element: Option<ObjRef>| {
            let element = element?;
            // What is right within a cell may be a table of its own: that is asked of what is in it, but has no letters itself.
            if let Some(tag) = found.kids.get(&element) {
                return Some(*tag);
            }
            let within = self.within(element, found, until);
            self.ask_cells(found, until);
            if let Within::Cell(tag) = within { Some(tag) } else { None }
        };
        elements.into_iter().map(tag).collect()
    }

    /// Asks the cells of the rows that were found: what is in them need not be asked itself, and is most of what a document has.
    fn ask_cells(&self, found: &mut Elements, until: Deadline) {
        while let Some(row) = found.rows.get(found.asked) {
            found.asked += 1;
            for cell in row.cells.clone() {
                self.within(cell, found, until);
            }
        }
    }

    /// The elements of what is marked on a page.
    fn elements(&self, page: i64) -> Option<Vec<Option<ObjRef>>> {
        let array = match self.elements.get(&page)? {
            MaybeRef::Ref(own) => self.xref.get::<Array<'_>>((*own).into())?,
            MaybeRef::NotRef(own) => own.clone().into_array()?,
        };
        Some(array.raw_iter().map(|own| own.as_obj_ref()).collect())
    }

    /// In what an element is: known from the first one above it of which that is known, down to it.
    fn within(&self, element: ObjRef, found: &mut Elements, until: Deadline) -> Within {
        let mut above = Vec::new();
        let mut next = Some(element);
        let mut within = Within::Nothing;
        while let Some(at) = next {
            match found.known.entry(at) {
                Entry::Occupied(known) => {
                    within = *known.get();
                    break;
                }
                // An element may be in itself: then it is in nothing.
                Entry::Vacant(unknown) => unknown.insert(Within::Nothing),
            };
            // What has no end takes all the time, and when that is over the document is not read at all.
            if above.len().is_multiple_of(DEEPEST) && until.is_past() {
                break;
            }
            let Some(own) = self.xref.get::<Dict<'_>>(at.into()) else { break };
            let Some(role) = self.role_of(&own) else { break };
            // In what a table is makes no difference to what is in it.
            next = if matches!(role, Role::Table) { None } else { own.get_ref("P") };
            above.push((at, role));
        }
        for (at, role) in above.into_iter().rev() {
            within = found.part(at, role, within);
            found.known.insert(at, within);
        }
        within
    }

    /// What an element is; none if it does not say.
    fn role_of(&self, element: &Dict<'p>) -> Option<Role> {
        Some(match self.role(element)?.as_ref() {
            b"TD" | b"TH" => Role::Cell(kids(element, MOST_WITHIN)),
            b"TR" => Role::Row(kids(element, MOST_CELLS)),
            b"Table" => Role::Table,
            _ => Role::Other,
        })
    }

    /// The name of what an element is.
    fn role(&self, element: &Dict<'p>) -> Option<Name<'p>> {
        let mut role: Name<'_> = element.get("S")?;
        for _ in 0..MOST_NAMES {
            let Some(usual) = self.roles.get::<Name<'_>>(&role) else { break };
            role = usual;
        }
        Some(role)
    }
}

impl Elements {
    /// Which part of a table an element is, or in which it is, that is itself in something.
    fn part(&mut self, at: ObjRef, role: Role, within: Within) -> Within {
        match (role, within) {
            (Role::Table, _) => Within::Table(at),
            // Rows may be made to have all their cells in common: more of them than a document has are of no table.
            (Role::Row(cells), Within::Table(table)) if self.cells + cells.len() <= MOST_PARTS_OF_DOCUMENT => {
                self.cells += cells.len();
                self.rows.push(Row { table, own: at, cells });
                Within::Row(self.rows.len() - 1)
            }
            (Role::Cell(kids), Within::Row(row)) => {
                let Some(tag) = self.rows[row].tag(at) else { return Within::Nothing };
                // What many cells have in them takes room, too.
                if self.kids.len() < MOST_PARTS_OF_DOCUMENT {
                    self.kids.extend(kids.into_iter().map(|kid| (kid, tag)));
                }
                Within::Cell(tag)
            }
            (Role::Other, within) => within,
            (Role::Row(_) | Role::Cell(_), _) => Within::Nothing,
        }
    }
}

impl Row {
    /// What is known of one of its cells.
    fn tag(&self, cell: ObjRef) -> Option<Tag> {
        let (column, columns) = place(&self.cells, cell)?;
        Some(Tag { table: self.table.obj_number, row: self.own.obj_number, column, columns })
    }
}

/// Adds the elements of the pages that a branch tells by their numbers.
fn add_leaves<'p>(branch: &Dict<'p>, elements: &mut HashMap<i64, MaybeRef<Object<'p>>>) {
    let Some(numbers) = branch.get::<Array<'p>>("Nums") else { return };
    let mut numbers = numbers.raw_iter();
    while let (Some(number), Some(own)) = (numbers.next(), numbers.next()) {
        if let MaybeRef::NotRef(Object::Number(number)) = number {
            elements.insert(number.as_i64(), own);
        }
    }
}

/// The elements that are right within one, as many as may be.
fn kids(element: &Dict<'_>, most: usize) -> Vec<ObjRef> {
    match element.get::<Array<'_>>("K") {
        Some(kids) => kids.raw_iter().filter_map(|own| own.as_obj_ref()).take(most).collect(),
        None => element.get_ref("K").into_iter().collect(),
    }
}

/// Which of the cells of a row one is, and how many it has.
fn place(cells: &[ObjRef], cell: ObjRef) -> Option<(u16, NonZeroU16)> {
    let column = cells.iter().position(|own| *own == cell)?;
    Some((u16::try_from(column).ok()?, u16::try_from(cells.len()).ok()?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(number: u32) -> ObjRef {
        ObjRef::new(number, 0)
    }

    /// The number of the table and the place in its row, if an element is in a cell.
    fn place_of(within: Within) -> Option<(u32, u16)> {
        if let Within::Cell(tag) = within { Some((tag.table, tag.column)) } else { None }
    }

    #[test]
    fn a_cell_is_one_of_its_row_in_its_table() {
        let mut found = Elements::default();
        let table = found.part(element(1), Role::Table, Within::Nothing);
        let row = found.part(element(2), Role::Row(vec![element(3), element(4)]), table);
        let cell = found.part(element(4), Role::Cell(Vec::new()), row);
        assert_eq!(place_of(cell), Some((1, 1)));
        assert_eq!(place_of(found.part(element(5), Role::Other, cell)), Some((1, 1)));
        let inner = found.part(element(6), Role::Table, cell);
        let inner_row = found.part(element(7), Role::Row(vec![element(8)]), inner);
        assert_eq!(
            place_of(found.part(element(8), Role::Cell(Vec::new()), inner_row)),
            Some((6, 0)),
            "a table in a cell"
        );
        assert_eq!(
            place_of(found.part(element(9), Role::Cell(Vec::new()), row)),
            None,
            "of which the row does not know"
        );
        assert_eq!(place_of(found.part(element(4), Role::Cell(Vec::new()), table)), None, "in no row");
        let row_of_row = found.part(element(10), Role::Row(vec![element(11)]), row);
        assert_eq!(place_of(found.part(element(11), Role::Cell(Vec::new()), row_of_row)), None);
    }

    /// In which table and column each letter of a page is, by the number of the element of which it is; the elements have numbers from 5 on.
    fn places(elements: &[&str], letters: &str) -> Vec<Option<(u32, u16)>> {
        let letters = format!("<</ParentTree<</Nums[0[{letters}]]>>>>");
        let first = [
            "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/StructParents 0>>",
            &letters,
        ];
        let object = |(number, own): (usize, &&str)| format!("{number} 0 obj\n{own}\nendobj\n");
        let objects = (1..).zip(first.iter().chain(elements)).map(object).collect::<Vec<_>>().concat();
        let pdf = format!("%PDF-1.4\n{objects}trailer\n<</Root 1 0 R>>\n");
        let pdf = Pdf::new(std::sync::Arc::new(pdf.into_bytes())).unwrap();
        let until = crate::read::clock::Clock::stopped().deadline();
        let cells = Structure::of(&pdf).unwrap().cells(&pdf.pages()[0], &mut Elements::default(), until);
        cells.iter().map(|tag| tag.as_ref().map(|tag| (tag.table, tag.column))).collect()
    }

    #[test]
    fn what_is_in_itself_or_says_nothing_of_itself_is_in_no_cell() {
        let elements = [
            "<</S/Table/P 4 0 R>>",
            "<</S/TR/P 5 0 R/K[7 0 R]>>",
            "<</S/TD/P 6 0 R/K 8 0 R>>",
            "<</S/P/P 7 0 R>>",
            "<</S/TD/P 10 0 R>>",
            "<</S/TR/P 9 0 R/K[9 0 R]>>",
            "<</S/P/P 12 0 R>>",
            "<</P 7 0 R>>",
        ];
        let letters = "8 0 R 9 0 R 11 0 R 99 0 R 8 0 R";
        assert_eq!(places(&elements, letters), [Some((5, 0)), None, None, None, Some((5, 0))]);
    }

    #[test]
    fn a_cell_tells_what_is_in_it_and_a_table_in_it_has_cells_of_its_own() {
        let elements = [
            "<</S/Table/P 4 0 R>>",
            "<</S/TR/P 5 0 R/K[7 0 R 8 0 R]>>",
            "<</S/TD/P 6 0 R/K 9 0 R>>",
            "<</S/TD/P 6 0 R/K[10 0 R 11 0 R]>>",
            "<</S/P/P 7 0 R>>",
            "<</S/P/P 8 0 R/K 15 0 R>>",
            "<</S/Table/P 8 0 R/K 12 0 R>>",
            "<</S/TR/P 11 0 R/K 13 0 R>>",
            "<</S/TD/P 12 0 R/K 14 0 R>>",
            "<</S/P/P 13 0 R>>",
            "<</S/Span/P 10 0 R>>",
        ];
        let letters = "9 0 R 10 0 R 14 0 R 15 0 R";
        assert_eq!(places(&elements, letters), [Some((5, 0)), Some((5, 1)), Some((11, 0)), Some((5, 1))]);
        // More than a cell is asked of say themselves in what they are.
        let cell = format!("<</S/TD/P 6 0 R/K[{}9 0 R]>>", "8 0 R ".repeat(MOST_WITHIN));
        let elements = [elements[0], "<</S/TR/P 5 0 R/K 7 0 R>>", &cell, "<</S/P/P 7 0 R>>", "<</S/P/P 7 0 R>>"];
        assert_eq!(places(&elements, "8 0 R 9 0 R"), [Some((5, 0)); 2]);
    }

    #[test]
    fn rows_do_not_have_more_cells_together_than_a_document() {
        let is_row = |known: usize| {
            let mut found = Elements { cells: known, ..Elements::default() };
            matches!(found.part(element(2), Role::Row(vec![element(3)]), Within::Table(element(1))), Within::Row(_))
        };
        assert_eq!([MOST_PARTS_OF_DOCUMENT - 1, MOST_PARTS_OF_DOCUMENT].map(is_row), [true, false]);
    }
}
