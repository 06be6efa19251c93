//! The real binary, in an environment that says nothing, and what it prints.

#![allow(dead_code, unreachable_pub, reason = "several tests include it, and each uses a part")]

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

/// The binary with its arguments.
pub fn enclair(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("enclair").expect("the binary is built");
    command.env_clear().args(arguments);
    command
}

/// What comes of it.
pub fn run(arguments: &[&str]) -> Output {
    enclair(arguments).output().expect("the binary runs")
}

/// The same, from a folder.
pub fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    enclair(arguments).current_dir(folder).output().expect("the binary runs")
}

/// A text that it printed, whatever the version.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8").replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

/// Exit code, result and messages, as one text.
pub fn told_of(output: &Output) -> String {
    let code = output.status.code().map_or("none".to_owned(), |code| code.to_string());
    format!("exit {code}\n--- out\n{}--- err\n{}", text(&output.stdout), text(&output.stderr))
}

/// All that a command tells.
pub fn told(arguments: &[&str]) -> String {
    told_of(&run(arguments))
}

/// How a command ends.
pub fn code(arguments: &[&str]) -> Option<i32> {
    run(arguments).status.code()
}
