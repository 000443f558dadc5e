//! The words by which plans are read, Italian and English: the one place that says which words mean what.
//!
//! Headers of columns ([`ColumnHeader`]), labels of the parts of a plan ([`Label`]), codes, roles, units, totals, title pages; and what
//! the settings add to them. A [`Vocabulary`] is made before anything is read, and handed to readers and parser alike, so that
//! no form knows words that another does not. Geometry, which knows nothing of plans, asks one question of it: what
//! kind of cell a text is ([`CellKind`]).

mod codes;
mod headers;
mod kinds;
mod labels;
mod pages;
pub mod printed;
mod roles;
mod titles;
mod totals;

use std::sync::LazyLock;

use crate::settings::LayoutSettings;

pub use codes::{is_indicator_code, split_objective_code, split_project_code, year_of};
pub use headers::{Clarity, ColumnHeader, Side, Unit, speaks_of_money};
pub use kinds::CellKind;
pub use labels::{Label, TableHeader, begins_note, table_header};
pub use pages::is_number_of_page;
pub use roles::{
    is_of_role_alone, is_role_in_short, may_begin_role, may_continue_role, names_role, role, speaks_of_role,
};
pub use titles::{is_entity, stated_year};
pub use totals::says_total;

/// The words that are known to the program, and what the settings add to them.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'s> {
    layout: &'s LayoutSettings,
    /// Whether the settings have headers, or forms of codes, of the body's own: most have none.
    has_own_headers: bool,
    has_own_codes: bool,
}

impl<'s> Vocabulary<'s> {
    /// What the program knows, and what a body's settings add.
    pub fn of(layout: &'s LayoutSettings) -> Self {
        Self {
            layout,
            has_own_headers: layout.headers.all().next().is_some(),
            has_own_codes: !(layout.project_code.is_empty() && layout.cdr_code.is_empty()),
        }
    }

    /// What the settings say of the documents' words and figures.
    pub fn layout(self) -> &'s LayoutSettings {
        self.layout
    }
}

/// What the program knows, and nothing else.
impl Default for Vocabulary<'_> {
    fn default() -> Self {
        static NOTHING: LazyLock<LayoutSettings> = LazyLock::new(LayoutSettings::default);
        Self::of(&NOTHING)
    }
}
