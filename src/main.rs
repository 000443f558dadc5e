//! The program: arguments in, output and exit status out.

use std::process::ExitCode;

/// A plan is many small parts; thousands of plans are read and given back by several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cento::cli::run(std::env::args_os())
}
