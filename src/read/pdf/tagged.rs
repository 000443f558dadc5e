//! The structure that a document tells of itself, for those who cannot see it: of which cells of tables is what stands on its pages.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU16;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjRef, Object};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::xref::XRef;

use crate::read::clock::Deadline;
use crate::read::geometry::Tag;

/// More elements than one within another are, and more branches than one within another.
const DEEPEST: usize = 64;
/// More cells than a row has.
const MOST_CELLS: usize = 1000;
/// How many names may stand for each other.
const MOST_NAMES: usize = 4;

/// The structure of a document.
pub struct Structure<'p> {
    xref: &'p XRef,
    /// The elements of each page, by its number in the structure and by that of what is marked on it.
    elements: HashMap<i64, MaybeRef<Object<'p>>>,
    /// What names stand for that are not the usual ones.
    roles: Dict<'p>,
}

/// The elements that are known, none where there is nothing to know: a table is asked of by all its cells, and has a word for each row.
pub type Elements = HashMap<ObjRef, Option<Element>>;

/// An element of the structure.
pub struct Element {
    role: Role,
    /// That in which it is.
    parent: Option<ObjRef>,
}

/// What an element is.
enum Role {
    Table,
    /// A row, with its cells.
    Row(Vec<ObjRef>),
    Cell,
    Other,
}

impl<'p> Structure<'p> {
    /// That of a document; none if it has none.
    pub fn of(pdf: &'p Pdf) -> Option<Self> {
        let xref = pdf.xref();
        let root = xref.get::<Dict<'_>>(xref.root_id())?.get::<Dict<'_>>("StructTreeRoot")?;
        let mut elements = HashMap::new();
        let mut branches = vec![(root.get::<Dict<'_>>("ParentTree")?, 0)];
        let mut seen = HashSet::new();
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
        let elements = elements.into_iter().map(|element| element.filter(|_| !until.is_past()));
        elements.map(|element| self.tag(element?, found)).collect()
    }

    /// The elements of what is marked on a page.
    fn elements(&self, page: i64) -> Option<Vec<Option<ObjRef>>> {
        let array = match self.elements.get(&page)? {
            MaybeRef::Ref(own) => self.xref.get::<Array<'_>>((*own).into())?,
            MaybeRef::NotRef(own) => own.clone().into_array()?,
        };
        Some(array.raw_iter().map(|own| own.as_obj_ref()).collect())
    }

    /// The cell in which an element is, if it is in one.
    fn tag(&self, element: ObjRef, found: &mut Elements) -> Option<Tag> {
        let mut cell = None;
        let mut row: Option<(ObjRef, (u16, NonZeroU16))> = None;
        let mut at = element;
        for _ in 0..DEEPEST {
            let own = found.entry(at).or_insert_with(|| self.element(at)).as_ref()?;
            match (&own.role, cell, row) {
                (Role::Cell, None, None) => cell = Some(at),
                (Role::Row(cells), Some(cell), None) => row = Some((at, place(cells, cell)?)),
                (Role::Table, _, Some((row, (column, columns)))) => {
                    return Some(Tag { table: at.obj_number, row: row.obj_number, column, columns });
                }
                (Role::Row(_) | Role::Table, ..) => return None,
                _ => {}
            }
            at = own.parent?;
        }
        None
    }

    /// An element, as it is read once.
    fn element(&self, at: ObjRef) -> Option<Element> {
        let own: Dict<'_> = self.xref.get(at.into())?;
        let role = match self.role(&own)?.as_ref() {
            b"TD" | b"TH" => Role::Cell,
            b"TR" => Role::Row(cells(&own)),
            b"Table" => Role::Table,
            _ => Role::Other,
        };
        Some(Element { role, parent: own.get_ref("P") })
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

/// The cells of a row.
fn cells(row: &Dict<'_>) -> Vec<ObjRef> {
    match row.get::<Array<'_>>("K") {
        Some(cells) => cells.raw_iter().filter_map(|own| own.as_obj_ref()).take(MOST_CELLS).collect(),
        None => row.get_ref("K").into_iter().collect(),
    }
}

/// Which of the cells of a row one is, and how many it has.
fn place(cells: &[ObjRef], cell: ObjRef) -> Option<(u16, NonZeroU16)> {
    let column = cells.iter().position(|own| *own == cell)?;
    Some((u16::try_from(column).ok()?, u16::try_from(cells.len()).ok()?.try_into().ok()?))
}
