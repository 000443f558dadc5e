//! Why documents are no plan.

/// Why the documents of one folder are no plan.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[allow(missing_docs, reason = "the sentence of each variant names its fields")]
pub enum ParseError {
    /// Two documents state different bodies.
    #[error("{first} states {first_entity}, {second} states {second_entity}")]
    TwoEntities { first: String, first_entity: String, second: String, second_entity: String },
    /// Two documents state different years.
    #[error("{first} states {first_year}, {second} states {second_year}")]
    TwoYears { first: String, first_year: u16, second: String, second_year: u16 },
}
