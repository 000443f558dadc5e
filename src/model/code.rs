//! What the codes of projects, objectives and indicators say that they are.

/// What a project's code says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProjectKind {
    /// `PD`, *Prodotto*.
    Product,
    /// `PG`, *Progetto*.
    Project,
}

impl ProjectKind {
    /// The kind that a project's code carries; none if the code is of neither kind.
    pub fn of(code: &str) -> Option<Self> {
        match code.split('_').nth(1)? {
            "PD" => Some(Self::Product),
            "PG" => Some(Self::Project),
            _ => None,
        }
    }

    /// The code of the kind in JSON and CSV.
    pub fn code(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Project => "project",
        }
    }
}

/// What an objective, or an indicator, is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ObjectiveKind {
    /// *Di miglioramento*; its indicators begin with `M`.
    Improvement,
    /// *Gestionale ordinario*; its indicators begin with `O`.
    Ordinary,
    /// *Prioritario*; its indicators begin with `P`.
    Priority,
}

impl ObjectiveKind {
    /// Every kind, in the order in which reports list them.
    pub const ALL: [Self; 3] = [Self::Improvement, Self::Ordinary, Self::Priority];

    /// The code of the kind in JSON and CSV.
    pub fn code(self) -> &'static str {
        match self {
            Self::Improvement => "improvement",
            Self::Ordinary => "ordinary",
            Self::Priority => "priority",
        }
    }

    /// The kind that an indicator's code carries in its first letter.
    pub fn of_indicator(code: &str) -> Option<Self> {
        match code.as_bytes().first()? {
            b'M' => Some(Self::Improvement),
            b'O' => Some(Self::Ordinary),
            b'P' => Some(Self::Priority),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_carry_their_kind() {
        assert_eq!(ProjectKind::of("2024_PD_0411"), Some(ProjectKind::Product));
        assert_eq!(ProjectKind::of("2024_PG_0412"), Some(ProjectKind::Project));
        assert_eq!(ObjectiveKind::of_indicator("P_04PN_1_1"), Some(ObjectiveKind::Priority));
    }
}
