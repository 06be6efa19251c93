//! `enclair diff`.

use std::path::PathBuf;

use clap::ArgMatches;

use super::input::Named;
use super::{Console, Exit};
use crate::compare::{Side, diff};
use crate::report::diff as minutes;
use crate::report::human::Look;

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let given = |name: &str| matches.get_one::<PathBuf>(name);
    let (Some(old), Some(new)) = (given("old"), given("new")) else { return Exit::Usage };
    let old = Named::new(old);
    let new = Named::new(new).beside(&old);
    // Both are read before either is given up: all the mistakes of both are told.
    let (before, after) = (console.named(&old), console.named(&new));
    let (before, after) = match (before, after) {
        (Ok(before), Ok(after)) => (before, after),
        (Err(one), Err(other)) => return one.max(other),
        (Err(exit), _) | (_, Err(exit)) => return exit,
    };
    let lang = console.lang_of(&after.0);
    let sides = (Side { model: &before.0, dossier: &before.1 }, Side { model: &after.0, dossier: &after.1 });
    let found = diff(sides.0, sides.1);
    let detail = minutes::Detail {
        facts: matches.get_flag("facts"),
        proofs: matches.get_flag("proofs"),
        all: matches.get_flag("all"),
    };
    let text = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => match minutes::json(&found, sides, lang) {
            Ok(text) => text,
            Err(error) => {
                console.error(&error.to_string());
                return Exit::Failure;
            }
        },
        Some("markdown") => minutes::markdown(&found, sides, detail.facts, lang),
        _ => minutes::human(&found, sides, detail, Look { lang, style: console.style }),
    };
    let exit = if found.gained.is_empty() { Exit::Clean } else { Exit::Findings };
    exit.max(console.print(&text))
}
