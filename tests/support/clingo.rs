//! The same answers from an outside engine: clingo, on rules written apart (`tests/kernel.lp`).

use std::io::Write as _;
use std::process::{Command, Stdio};

use enclair::kernel::{Cell, Grade};

use super::Cells;

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/kernel.lp");

/// The levels of the program, easiest first; the last is out of reach.
const LEVELS: [Grade; 6] =
    [Grade::Design, Grade::Privilege, Grade::Tampering, Grade::Evident, Grade::Breach, Grade::None];

/// The cells that clingo computes from facts written by `enclair::kernel::asp`.
pub fn clingo_cells(asp: &str) -> Cells {
    let answer = run(asp);
    answer.lines().filter_map(read).collect()
}

fn run(asp: &str) -> String {
    let mut clingo = Command::new("clingo")
        .args(["--outf=0", "--verbose=0", "--out-ifs=\\n", RULES, "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("clingo is installed (Debian package `gringo`)");
    let mut stdin = clingo.stdin.take().expect("its input is piped");
    stdin.write_all(asp.as_bytes()).expect("clingo reads its input");
    drop(stdin);
    let output = clingo.wait_with_output().expect("clingo ends");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.is_empty(), "clingo complains:\n{errors}");
    String::from_utf8(output.stdout).expect("clingo writes text")
}

/// Reads `cell("actor","data",past,new,next)`; other lines are not of the answer.
fn read(line: &str) -> Option<((String, String), Cell)> {
    let inside = line.strip_prefix("cell(\"")?.strip_suffix(')')?;
    let (actor, rest) = inside.split_once("\",\"")?;
    let (asset, levels) = rest.rsplit_once("\",")?;
    let levels: Vec<usize> = levels.split(',').map(|level| level.parse().ok()).collect::<Option<_>>()?;
    let [past, new, next] = levels[..] else { return None };
    let cell = Cell { past: *LEVELS.get(past)?, new: *LEVELS.get(new)?, next_use: next == 1 };
    Some(((actor.to_owned(), asset.to_owned()), cell))
}
