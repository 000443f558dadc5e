//! The personal relation of a subject to the body.

/// What a person is in the body, as the staff table's second column says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// *Dirigente*: leads a CDR.
    Director,
    /// *Posizione Organizzativa*, today *Elevata Qualificazione*.
    OrganisationalPosition,
    /// *Dipendente a tempo indeterminato/determinato*.
    Employee,
    /// *Dipendente Art. 90*: staff of the political bodies.
    EmployeeArt90,
    /// Anything else that is written, or nothing.
    Other,
}

impl Role {
    /// Every role, in the order in which reports list them.
    pub const ALL: [Self; 5] =
        [Self::Director, Self::OrganisationalPosition, Self::Employee, Self::EmployeeArt90, Self::Other];

    /// The code of the role in JSON and CSV.
    pub fn code(self) -> &'static str {
        match self {
            Self::Director => "director",
            Self::OrganisationalPosition => "organisational_position",
            Self::Employee => "employee",
            Self::EmployeeArt90 => "employee_art_90",
            Self::Other => "other",
        }
    }
}
