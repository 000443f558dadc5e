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

    /// The role that is meant by what is written, whatever its case.
    pub fn read(written: &str) -> Self {
        let starts = |prefix: &str| written.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        match written.as_bytes().first().map(u8::to_ascii_lowercase) {
            Some(b'd') if starts("dirigente") => Self::Director,
            Some(b'd') if starts("dipendente") && names_article_90(written) => Self::EmployeeArt90,
            Some(b'd') if starts("dipendente") => Self::Employee,
            Some(b'a') if starts("art. 90") || starts("art.90") => Self::EmployeeArt90,
            Some(b'p') if starts("posizione organizzativa") || starts("p.o") => Self::OrganisationalPosition,
            Some(b'e') if starts("elevata qualificazione") || starts("e.q") => Self::OrganisationalPosition,
            _ if ["po", "eq"].into_iter().any(|short| written.eq_ignore_ascii_case(short)) => {
                Self::OrganisationalPosition
            }
            _ => Self::Other,
        }
    }

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

fn names_article_90(written: &str) -> bool {
    if !written.as_bytes().windows(2).any(|pair| pair == b"90") {
        return false;
    }
    let lower = written.to_ascii_lowercase();
    lower.split("art").skip(1).any(|rest| rest.trim_start_matches(['i', 'c', 'o', 'l', '.', ' ']).starts_with("90"))
}

#[cfg(test)]
mod tests {
    use super::Role;

    #[test]
    fn reads_roles_in_any_case() {
        for (written, role) in [
            ("Dirigente", Role::Director),
            ("DIRIGENTE", Role::Director),
            ("Posizione Organizzativa", Role::OrganisationalPosition),
            ("Elevata Qualificazione", Role::OrganisationalPosition),
            ("P.O.", Role::OrganisationalPosition),
            ("Dipendente a tempo indeterminato/determinato", Role::Employee),
            ("dipendente", Role::Employee),
            ("Dipendente Art. 90", Role::EmployeeArt90),
            ("Dipendente ex articolo 90 TUEL", Role::EmployeeArt90),
            ("Portavoce", Role::Other),
            ("Polizia", Role::Other),
            ("", Role::Other),
        ] {
            assert_eq!(Role::read(written), role, "{written}");
        }
    }
}
