//! What a document says beside a share of how much somebody may be committed to.

use super::Percent;
use crate::source::Place;

/// A capacity that stands beside a share.
#[derive(Debug, Clone, Copy)]
pub struct StatedCapacity<'t> {
    /// How much of a full position it is.
    pub percent: Percent,
    /// Where it is written.
    pub place: Place<'t>,
    /// Whether the share beside it is one of it; otherwise it is one of a full position.
    pub is_split: bool,
}
