//! Tables whose columns the settings say by where they stand: `[[layout.table]]`.

use foldhash::HashMap;

use super::cells::{figure_in, looks_like_person};
use super::columns::Columns;
use crate::model::{Meaning, RecipeFate, RecipeUse, header_key};
use crate::settings::{ColumnAt, TableRecipe};
use crate::source::{Block, Cell, Origin, Place};
use crate::vocabulary::{Vocabulary, year_in};

/// The recipes of the settings, as they are used in a document.
#[derive(Debug, Default)]
pub struct Recipes<'t> {
    /// The rows that they say to be headers, and what became of them.
    pub uses: Vec<RecipeUse<'t>>,
    /// How the headers are written of the tables that are read by them, by their numbers.
    written: HashMap<usize, Vec<String>>,
    /// The table that is being read by one.
    open: Option<Region<'t>>,
}

/// The rows of a table whose columns a recipe says.
#[derive(Debug, Clone, Copy)]
struct Region<'t> {
    header: Place<'t>,
    /// The worksheet or page on which it stands.
    on: (Option<&'t str>, Option<u32>),
    last_row: Option<u32>,
}

/// Where a row stands with respect to the table that is being read by a recipe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// In it: the settings say so.
    Sure,
    /// It is its header once more.
    Header,
    /// Behind its last row.
    Behind,
    /// Nothing is said of it.
    Unsaid,
}

impl<'t> Recipes<'t> {
    /// The columns of the table of which a row is the header, if a recipe says so, and the table has them.
    pub fn begin(&mut self, row: Block<'t>, origin: &Origin<'t>, vocabulary: Vocabulary<'t>) -> Option<Columns> {
        let recipes = vocabulary.layout().recipes.iter().enumerate();
        for (number, recipe) in recipes.filter(|(_, recipe)| recipe.is_at(origin)) {
            let columns = places(row, recipe).and_then(|places| self.columns(row, number, &places, vocabulary));
            let fate = columns.map_or_else(|fate| fate, |_| RecipeFate::Used);
            self.uses.push(RecipeUse { recipe: number, header: row.place, fate });
            if let Ok(columns) = columns {
                let on = (origin.worksheet, origin.page);
                self.open = Some(Region { header: row.place, on, last_row: recipe.last_row() });
                return Some(columns);
            }
        }
        None
    }

    /// The columns of the table of which a row is the header by a recipe; otherwise why it is none.
    fn columns(
        &mut self,
        row: Block<'t>,
        recipe: usize,
        places: &[(usize, Meaning)],
        vocabulary: Vocabulary<'t>,
    ) -> Result<Columns, RecipeFate> {
        if is_data(row, places) {
            return Err(RecipeFate::Data);
        }
        let cell =
            |&(at, _): &(usize, Meaning)| row.cells().nth(at).map_or_else(String::new, |cell| header_key(cell.raw()));
        let written: Vec<String> = places.iter().map(cell).collect();
        if *self.written.entry(recipe).or_insert_with(|| written.clone()) != written {
            return Err(RecipeFate::Other);
        }
        let columns = Columns::of_places(row, places, vocabulary);
        columns.ok_or_else(|| RecipeFate::NoColumn(places.last().map_or(Meaning::Share, |(_, meaning)| *meaning)))
    }

    /// Where a row stands with respect to the table that is being read by a recipe. Behind its last row it is none any more.
    pub fn within(&mut self, row: Block<'t>, origin: &Origin<'t>) -> Within {
        let Some(open) = self.open else { return Within::Unsaid };
        let is_behind = open.last_row.is_some_and(|last| origin.line > last);
        if open.on != (origin.worksheet, origin.page) || is_behind {
            self.open = None;
            return Within::Behind;
        }
        match open.last_row {
            Some(_) if row.place.raw() == open.header.raw() => Within::Header,
            Some(_) => Within::Sure,
            None => Within::Unsaid,
        }
    }

    /// Ends the table.
    pub fn end(&mut self) {
        self.open = None;
    }
}

/// Where the columns of a recipe stand among the cells of a row; otherwise which of them is not there.
fn places(row: Block<'_>, recipe: &TableRecipe) -> Result<Vec<(usize, Meaning)>, RecipeFate> {
    let place = |(meaning, column): (Meaning, &ColumnAt)| {
        Ok((index(row, column.number()).ok_or(RecipeFate::NoColumn(meaning))?, meaning))
    };
    recipe.columns().map(place).collect()
}

fn has(places: &[(usize, Meaning)], meaning: Meaning) -> bool {
    places.iter().any(|(_, own)| *own == meaning)
}

/// Where among the cells of a row that of a column stands: of a worksheet, which may have columns without anything, by where each cell
/// is; otherwise by their number.
fn index(row: Block<'_>, column: usize) -> Option<usize> {
    let is_at = |(at, cell): &(usize, Cell<'_>)| {
        let origin = cell.place.origin();
        let own = if origin.cell.is_some() { usize::try_from(origin.column).ok() } else { Some(at + 1) };
        own == Some(column)
    };
    row.cells().enumerate().find(is_at).map(|(at, _)| at)
}

/// Whether a row that is said to be a header is one of data: it has a person's name, and a figure that is no year.
fn is_data(row: Block<'_>, places: &[(usize, Meaning)]) -> bool {
    let cell = |wanted: &[Meaning]| {
        let (at, _) = places.iter().find(|(_, meaning)| wanted.contains(meaning))?;
        row.cells().nth(*at)
    };
    let names = cell(&[Meaning::Person, Meaning::Surname]).is_some_and(|cell| {
        let words = cell.place.words();
        !words.is_empty() && (looks_like_person(&words) || has(places, Meaning::Surname))
    });
    let share = cell(&[Meaning::Share, Meaning::Hours]);
    names && share.is_some_and(|cell| figure_in(cell).is_ok() && year_in(cell.raw()).is_none())
}
