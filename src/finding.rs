//! Findings: what is wrong or worth knowing, as facts and places. Words come last, elsewhere.

use serde::{Deserialize, Serialize};

use crate::model::{Percent, PercentFault};
use crate::source::Place;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The figures are wrong, or somebody is over the capacity.
    Error,
    /// The figures may be wrong.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// Every severity, the heaviest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// The name of the severity in JSON, and the last part of its message's name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// From which severity on findings make a check fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// On errors.
    #[default]
    Error,
    /// On warnings, too.
    Warning,
    /// On any finding.
    Note,
    /// On none.
    Never,
}

impl FailOn {
    /// Whether a finding of this severity makes the check fail.
    pub fn includes(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity == Severity::Error,
            Self::Warning => severity != Severity::Note,
            Self::Note => true,
            Self::Never => false,
        }
    }
}

/// Makes the one table of findings: code, name, severity.
macro_rules! codes {
    ($($code:ident $name:literal $severity:ident,)*) => {
        /// The code of a finding. Its meaning never changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`")] $code,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// The code as it is written: `A001`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$code => stringify!($code),)* }
            }

            /// Its name: `over-allocated`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// How much its findings weigh.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    A001 "over-allocated" Error,
    A002 "under-allocated" Note,
    A003 "row-over-capacity" Error,
    A004 "same-person-twice" Warning,
    A005 "zero-commitment" Note,
    D001 "missing-sheet" Warning,
    D002 "unlisted-sheet" Warning,
    D003 "sheet-without-staff" Warning,
    D004 "duplicate-sheet" Error,
    D006 "sheet-without-director" Note,
    N004 "collective-subject" Note,
    R001 "unreadable-percent" Error,
    R002 "row-without-person" Error,
    R003 "stray-row" Warning,
    R004 "no-staff-table" Error,
    R005 "malformed-row" Error,
}

/// One finding about one plan.
#[derive(Debug, Clone)]
pub struct Finding<'t> {
    /// What it is.
    pub code: Code,
    /// Where it is written; none only for a document without text.
    pub places: Vec<Place<'t>>,
    /// What it says, besides.
    pub facts: Facts<'t>,
}

/// The facts of a finding; those that do not apply are none.
#[derive(Debug, Clone, Default)]
pub struct Facts<'t> {
    /// The subject, an index into [`Plan::subjects`](crate::model::Plan::subjects).
    pub subject: Option<usize>,
    /// A name that belongs to no subject, since its row was rejected.
    pub name: Option<std::borrow::Cow<'t, str>>,
    /// The project, an index into [`Plan::projects`](crate::model::Plan::projects).
    pub project: Option<usize>,
    /// The CDR, an index into [`Plan::cdrs`](crate::model::Plan::cdrs).
    pub cdr: Option<usize>,
    /// A subject's total and capacity.
    pub balance: Option<Balance>,
    /// The share in a row.
    pub percent: Option<Percent>,
    /// The number of rows that it is about.
    pub rows: Option<usize>,
    /// What is written at the place that cannot be read.
    pub written: Option<&'t str>,
    /// Why a percentage cannot be read.
    pub fault: Option<PercentFault>,
    /// The number of cells of a row.
    pub cells: Option<usize>,
    /// The path of a document.
    pub document: Option<&'t str>,
}

/// What somebody is committed to, and what they may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// The sum of the commitments.
    pub total: Percent,
    /// What it should be.
    pub capacity: Percent,
}

impl Balance {
    /// Total minus capacity.
    pub fn difference(self) -> Percent {
        self.total - self.capacity
    }
}
