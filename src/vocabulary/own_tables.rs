//! The columns with which the program's own tables begin.

/// How many columns tell a table of the program from any other.
const TELLING: usize = 4;

/// The names of the first columns of each kind of its tables.
const TABLES: [[&str; TELLING]; 9] = [
    ["plan", "entity", "year", "cdr"],
    ["plan", "person", "as_written", "kind"],
    ["plan", "person", "cdr", "project"],
    ["plan", "cdr", "name", "director"],
    ["plan", "project", "kind", "title"],
    ["plan", "director", "cdr", "project"],
    ["plan", "director", "group", "parts"],
    ["plan", "code", "name", "severity"],
    ["plan", "project", "objective", "code"],
];

/// Whether a line is the header of a table that the program wrote, between commas or semicolons.
pub fn heads_own_table(line: &str) -> bool {
    let is = |separator: char| {
        let mut cells = line.trim_end().split(separator);
        let first: [&str; TELLING] = std::array::from_fn(|_| cells.next().unwrap_or_default());
        TABLES.contains(&first)
    };
    line.starts_with("plan") && (is(',') || is(';'))
}
