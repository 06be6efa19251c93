//! `enclair explain`.

use clap::ArgMatches;

use super::{Console, Exit, input};
use crate::audit::{Audit, Verdict, defences};
use crate::report::explain;
use crate::report::human::Look;
use crate::text::cli as words;

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let Some((path, variant)) = input::asked(matches) else { return Exit::Usage };
    let (model, dossier) = match console.dossier(path, variant, None) {
        Ok(done) => done,
        Err(exit) => return exit,
    };
    let audit = &dossier.audit;
    let lang = console.lang_of(&model);
    let verdict = match verdict(matches, audit) {
        Ok(verdict) => verdict,
        Err((name, known)) => {
            console.error_in(&words::not_in_model(name, &known, lang), lang);
            return Exit::Usage;
        }
    };
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

/// The verdict that is asked for; or the name that is none of the model's, and those that are.
fn verdict<'a>(matches: &'a ArgMatches, audit: &'a Audit) -> Result<&'a Verdict, (&'a str, Vec<String>)> {
    let asked = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let (actor, data) = (asked("actor"), asked("data"));
    let of_actor = |verdict: &&Verdict| audit.actors[verdict.actor].id == actor;
    let of_data = |verdict: &&Verdict| audit.data[verdict.data].id == data;
    if !audit.actors.iter().any(|one| one.id == actor) {
        return Err((actor, audit.actors.iter().map(|one| one.id.clone()).collect()));
    }
    let verdict = audit.verdicts.iter().filter(of_actor).find(of_data);
    verdict.ok_or_else(|| (data, audit.data.iter().map(|one| one.id.clone()).collect()))
}
