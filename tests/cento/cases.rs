//! Command lines with their expected output, as data: one file for each case, so that anyone adds
//! one without Rust. See `tests/cases/README.md`.

#[test]
fn command_lines() {
    trycmd::TestCases::new().env("LC_ALL", "it_IT.UTF-8").env("LANG", "it_IT.UTF-8").case("tests/cases/*.trycmd");
}
