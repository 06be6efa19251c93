//! `enclair scenarios`, `enclair transfers` and `enclair hds`: parts of `check`, whole.

use clap::ArgMatches;

use super::{Console, Exit, date, input};
use crate::compare::Dossier;
use crate::report::human::Look;
use crate::report::{hds, scenarios, transfers};
use crate::text::Lang;

/// How a part is written: for a terminal, and as JSON.
type Forms = (fn(&Dossier, Look) -> String, fn(&Dossier, Lang) -> Result<String, serde_json::Error>);

pub(super) fn scenarios(matches: &ArgMatches, console: &mut Console) -> Exit {
    run(matches, (scenarios::human, scenarios::document), console)
}

pub(super) fn transfers(matches: &ArgMatches, console: &mut Console) -> Exit {
    run(matches, (transfers::human, transfers::document), console)
}

pub(super) fn hds(matches: &ArgMatches, console: &mut Console) -> Exit {
    run(matches, (hds::human, hds::document), console)
}

fn run(matches: &ArgMatches, (human, json): Forms, console: &mut Console) -> Exit {
    let Some((path, variant)) = input::asked(matches) else { return Exit::Usage };
    let day = match matches.try_contains_id("date").map(|_| date::asked(matches, console)) {
        Ok(Err(exit)) => return exit,
        Ok(Ok(day)) => day,
        Err(_) => None,
    };
    let (model, dossier) = match console.dossier(path, variant, day) {
        Ok(done) => done,
        Err(exit) => return exit,
    };
    let lang = console.lang_of(&model);
    if matches.get_one::<String>("format").is_none_or(|format| format != "json") {
        return console.print(&human(&dossier, Look { lang, style: console.style }));
    }
    match json(&dossier, lang) {
        Ok(text) => console.print(&text),
        Err(error) => {
            console.error(&error.to_string());
            Exit::Failure
        }
    }
}
