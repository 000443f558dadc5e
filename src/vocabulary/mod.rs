//! The words by which plans are read, Italian and English: the one place that says which words mean what.
//!
//! Headers of columns ([`ColumnHeader`]), labels of the parts of a plan ([`Label`]), codes, roles, units, totals, title pages; and what
//! the settings add to them. A [`Vocabulary`] is made before anything is read, and handed to readers and parser alike, so that
//! no form knows words that another does not. Geometry, which knows nothing of plans, asks one question of it: what
//! kind of cell a text is ([`CellKind`]).

mod calendar;
mod cards;
mod codes;
mod feet;
mod headers;
mod kinds;
mod labels;
mod of_body;
mod own_tables;
mod own_words;
mod pages;
mod payment_times;
mod periods;
mod prefix;
mod printed;
mod roles;
mod summed;
mod titles;
mod totals;
mod wide;
mod words;
mod years;

pub use calendar::{
    PartOfYear, PeriodWord, begins_with_time, counts_months, is_of_time, labels_period, may_precede_period, month_of,
    ordinal, period_word, says_how_long, says_open_end, says_whole_year,
};
pub use cards::{CardLabel, card_label};
pub use codes::{
    completes_code, heads_project, is_indicator_code, project_code, resembles_project_code, split_objective_code,
    split_project_code, year_of,
};
pub use feet::{is_foot, is_no_project};
pub use headers::{
    Clarity, ColumnHeader, Counted, PLAIN_SHARE, PartOfTime, Side, Stage, UNCLEAR, Unit, WorkHeading, is_id, is_unit,
    may_head_capacity, may_head_grades, may_head_people, names_parties, of_capacity, prices_work,
    says_share_of_capacity, says_who_and_how_much, speaks_of, speaks_of_money, stated_unit, unit_in, work_heading,
};
pub use kinds::{CellKind, is_figure, without_unit};
pub use labels::{Label, TableHeader, begins_note, table_header};
pub use of_body::Vocabulary;
pub use own_tables::heads_own_table;
pub use own_words::{begins_as_own, has_own_findings, has_own_printed_table, tells_what_was_read};
pub use pages::is_number_of_page;
pub use payment_times::speaks_of_payment_times;
pub use periods::{counts_things, is_month, names_month, states_time};
pub use printed::{adds_up_summary, is_of_staff_heading, is_of_summary_heading, summary_heading};
pub use roles::{
    begins_role, begins_within_role, breaks_role, ends_within_role, has_broken_role, is_article, is_part_of_role,
    is_role_in_short, may_be_role, may_begin_role, may_continue_role, names_role, role,
};
pub use summed::{is_of_above, is_of_all, may_count, says_all, summed, sums_on};
pub use titles::{is_entity, stated_year};
pub use totals::{begins_section, may_say_total, says_total};
pub use wide::{counts_no_project, counts_people, names_project, numbers_project, says_projects, without_number};
pub use years::{YearHeading, called_by_year, heading_of_year, heads_years, year_in};
