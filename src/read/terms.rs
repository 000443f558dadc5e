//! How documents are read, whatever they are.

use super::clock::Clock;
use crate::vocabulary::Vocabulary;

/// How documents are read, whatever they are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terms<'s> {
    /// Whether their SHA-256 is worked out.
    pub sha256: bool,
    /// The clock by which reading takes too long.
    pub clock: Clock,
    /// The words by which tables are told: those of the settings with which the documents are parsed, too.
    pub vocabulary: Vocabulary<'s>,
}
