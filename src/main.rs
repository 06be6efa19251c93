//! The `enclair` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = std::env::args_os().collect();
    let mut out = std::io::stdout().lock();
    // Not locked: threads that compute side by side draw their bar there.
    let mut err = std::io::stderr();
    ExitCode::from(enclair::cli::run(arguments, &mut out, &mut err).code())
}
