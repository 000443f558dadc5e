//! The values that options take, by their names on the command line.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::analyse::{Method, OfIndicators};
use crate::finding::FailOn;
use crate::present::chart::Kind;
use crate::present::{Dialect, GroupBy, Language, Level};

/// Says of each type which of its values can be asked for, and how.
macro_rules! values {
    ($($type:ident { $($value:ident $name:literal,)* })*) => {
        $(impl ValueEnum for $type {
            fn value_variants<'a>() -> &'a [Self] {
                &[$(Self::$value),*]
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                #[allow(unreachable_patterns, reason = "of some types, some values cannot be asked for")]
                match self {
                    $(Self::$value => Some(PossibleValue::new($name)),)*
                    _ => None,
                }
            }
        })*
    };
}

values! {
    FailOn { Error "error", Warning "warning", Note "note", Never "never", }
    Language { Italian "it", English "en", }
    Dialect { Standard "standard", ExcelIt "excel-it", }
    Method { Effort "effort", Equal "equal", }
    OfIndicators { Mean "mean", Worst "worst", }
    GroupBy {
        Kind "kind",
        Direction "direction",
        StrategicObjective "strategic-objective",
        Cdr "cdr",
    }
    Level { Project "project", Objective "objective", Indicator "indicator", }
    Kind {
        People "people",
        Timeline "timeline",
        Matrix "matrix",
        Weights "weights",
        FteCdrs "fte-cdrs",
        FteProjects "fte-projects",
        Distribution "distribution",
        Person "person",
        All "all",
    }
}
