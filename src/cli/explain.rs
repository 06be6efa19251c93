//! `enclair explain`.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{Console, Exit};
use crate::audit::defences;
use crate::report::explain;
use crate::report::human::Look;
use crate::text::cli as words;

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let Some(path) = matches.get_one::<PathBuf>("models") else {
        return Exit::Usage;
    };
    let (model, dossier) = match console.dossier(path, matches.get_one::<String>("variant").map(String::as_str)) {
        Ok(done) => done,
        Err(exit) => return exit,
    };
    let audit = &dossier.audit;
    let asked = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let (actor, data) = (asked("actor"), asked("data"));
    let lang = console.lang_of(&model);
    for (name, known) in [
        (&actor, audit.actors.iter().map(|actor| actor.id.clone()).collect::<Vec<_>>()),
        (&data, audit.data.iter().map(|data| data.id.clone()).collect()),
    ] {
        if !known.contains(name) {
            console.error_in(&words::not_in_model(name, &known, lang), lang);
            return Exit::Usage;
        }
    }
    let verdict = audit
        .verdicts
        .iter()
        .find(|verdict| audit.actors[verdict.actor].id == actor && audit.data[verdict.data].id == data);
    let Some(verdict) = verdict else { return Exit::Usage };
    let defences = defences(&model, audit, verdict);
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        return match explain::json(audit, verdict, &defences, lang) {
            Ok(text) => console.print(&text),
            Err(error) => {
                console.error(&error.to_string());
                Exit::Failure
            }
        };
    }
    let look = Look { lang, style: console.style };
    console.print(&explain::explain(audit, &model, verdict, &defences, look))
}
