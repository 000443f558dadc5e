//! The vocabulary of a body: what the program knows, and what the body's settings add.

use std::sync::LazyLock;

use crate::settings::LayoutSettings;

/// The words that are known to the program, and what the settings add to them.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'s> {
    pub(super) layout: &'s LayoutSettings,
    /// Whether the settings have headers, or forms of codes, of the body's own: most have none.
    pub(super) has_own_headers: bool,
    pub(super) has_own_codes: bool,
    /// The year of the plan, if it is asked for or the settings say it.
    year: Option<u16>,
}

impl<'s> Vocabulary<'s> {
    /// What the program knows, and what a body's settings add.
    pub fn of(layout: &'s LayoutSettings) -> Self {
        Self {
            layout,
            has_own_headers: layout.headers.all().next().is_some(),
            has_own_codes: !(layout.project_code.is_empty() && layout.cdr_code.is_empty()),
            year: None,
        }
    }

    /// The same, for a plan of a year.
    #[must_use]
    pub fn in_year(self, year: Option<u16>) -> Self {
        Self { year, ..self }
    }

    /// The year of the plan, if it is asked for or the settings say it.
    pub fn year(self) -> Option<u16> {
        self.year
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
