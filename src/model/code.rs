//! The codes by which a plan names its projects, objectives and indicators.

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

/// Splits `2024_PD_0411 Title` into the code and what follows it.
///
/// A project's code is a year, `PD` or `PG`, and the digits or letters of the project, joined by
/// underscores, which a converter may have escaped (`2024\_PD\_0411`).
pub fn split_project_code(text: &str) -> Option<(&str, &str)> {
    split_code(text, &["PD", "PG"], 1)
}

/// Splits `2024_OB_0411_1 Title` into the code and what follows it.
pub fn split_objective_code(text: &str) -> Option<(&str, &str)> {
    split_code(text, &["OB"], 2)
}

fn split_code<'a>(text: &'a str, kinds: &[&str], parts: usize) -> Option<(&'a str, &'a str)> {
    let bytes = text.as_bytes();
    if bytes.len() < 9 || !bytes.starts_with(b"20") || !bytes[2..4].iter().all(u8::is_ascii_digit) {
        return None;
    }
    let kind = after_underscore(&text[4..])?;
    let mut rest = kinds.iter().find_map(|&mark| kind.strip_prefix(mark))?;
    for _ in 0..parts {
        let part = after_underscore(rest)?;
        rest = part.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        if rest.len() == part.len() {
            return None;
        }
    }
    // `2024_PD_0411_1` is not a project, and `2024_PD_04à` is no code at all.
    let ends = !rest.starts_with(|c: char| c == '_' || c.is_alphanumeric()) && after_underscore(rest).is_none();
    ends.then(|| text.split_at(text.len() - rest.len()))
}

fn after_underscore(text: &str) -> Option<&str> {
    text.strip_prefix('\\').unwrap_or(text).strip_prefix('_')
}

/// Whether a cell holds an indicator's code: `M_0411_1_1`, `O_0105_1_A`, `O_015_1_10`.
pub fn is_indicator_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 5
        && matches!(bytes[0], b'M' | b'O' | b'P')
        && (bytes[1] == b'_' || bytes[1] == b'\\')
        && bytes[2..].contains(&b'_')
        && bytes.iter().all(|&b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'\\'))
}

/// The year at the head of a project's code.
pub fn year_of(code: &str) -> Option<u16> {
    split_project_code(code)?;
    code.get(..4)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_codes_from_what_is_glued_to_them() {
        assert_eq!(split_project_code("2024_PD_0411"), Some(("2024_PD_0411", "")));
        assert_eq!(split_project_code(r"2024\_PG\_12PN PNRR"), Some((r"2024\_PG\_12PN", " PNRR")));
        assert_eq!(split_objective_code(r"2024\_OB\_04PR\_1"), Some((r"2024\_OB\_04PR\_1", "")));
        for no in ["2024_OB_0411", "2024_PD_0411_1", "2024_PD_", "2024 PD", "24_PD_0411", "", "2024_PD_04à"] {
            assert_eq!(split_project_code(no), None, "{no}");
        }
    }

    #[test]
    fn knows_an_indicator_from_other_cells() {
        for code in ["M_0411_1_1", "O_0105_1_A", "O_015_1_10", r"P\_04PN\_1\_1"] {
            assert!(is_indicator_code(code), "{code}");
        }
        for other in ["", "Nota:", "M_", "M 0411", "Poma Stefano", "M_0411 x"] {
            assert!(!is_indicator_code(other), "{other}");
        }
    }

    #[test]
    fn codes_carry_kind_and_year() {
        assert_eq!(ProjectKind::of("2024_PD_0411"), Some(ProjectKind::Product));
        assert_eq!(ProjectKind::of("2024_PG_0412"), Some(ProjectKind::Project));
        assert_eq!(ObjectiveKind::of_indicator("P_04PN_1_1"), Some(ObjectiveKind::Priority));
        assert_eq!(year_of("2024_PD_0411"), Some(2024));
    }
}
