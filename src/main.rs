//! The program: arguments in, output and exit status out.

use std::process::ExitCode;

fn main() -> ExitCode {
    cento::cli::run(std::env::args_os())
}
