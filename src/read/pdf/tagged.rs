//! The structure that a document tells of itself, for those who cannot see it: of which cells of tables its letters are.

use std::collections::{HashMap, HashSet};

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjRef, Object};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::xref::XRef;

use super::drawn::Inked;
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

    /// Tells the letters of a page of which cells they are.
    pub fn tell(&self, page: &Page<'_>, letters: &mut [Vec<Inked>], until: Deadline) {
        let Some(elements) = page.raw().get::<i64>("StructParents").and_then(|own| self.elements(own)) else { return };
        let mut tags: HashMap<u32, Option<Tag>> = HashMap::new();
        for Inked { letter, drawing } in letters.iter_mut().flatten() {
            let Some(marked) = drawing.marked else { continue };
            letter.tag = *tags.entry(marked).or_insert_with(|| {
                let element = elements.get(marked as usize).copied().flatten();
                element.filter(|_| !until.is_past()).and_then(|element| self.tag(element))
            });
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

    /// The cell in which an element is, if it is in one.
    fn tag(&self, element: ObjRef) -> Option<Tag> {
        let mut cell = None;
        let mut row: Option<(ObjRef, [u16; 2])> = None;
        let mut at = element;
        for _ in 0..DEEPEST {
            let own: Dict<'_> = self.xref.get(at.into())?;
            match (self.role(&own)?.as_ref(), cell, row) {
                (b"TD" | b"TH", None, None) => cell = Some(at),
                (b"TR", Some(cell), None) => row = Some((at, place(&own, cell)?)),
                (b"Table", _, Some((row, [column, columns]))) => {
                    return Some(Tag { table: at.obj_number, row: row.obj_number, column, columns });
                }
                (b"TR" | b"Table", ..) => return None,
                _ => {}
            }
            at = own.get_ref("P")?;
        }
        None
    }

    /// What an element is.
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

/// Which of the cells of a row one is, and how many it has.
fn place(row: &Dict<'_>, cell: ObjRef) -> Option<[u16; 2]> {
    let cells: Vec<ObjRef> = match row.get::<Array<'_>>("K") {
        Some(cells) => cells.raw_iter().filter_map(|own| own.as_obj_ref()).take(MOST_CELLS).collect(),
        None => vec![row.get_ref("K")?],
    };
    let column = cells.iter().position(|own| *own == cell)?;
    Some([u16::try_from(column).ok()?, u16::try_from(cells.len()).ok()?])
}
