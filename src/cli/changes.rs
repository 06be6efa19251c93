//! `enclair changes`.

use clap::ArgMatches;

use super::{Console, Exit, input};
use crate::compare;
use crate::report::changes;
use crate::report::human::Look;

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let Some((path, variant)) = input::asked(matches) else { return Exit::Usage };
    let (model, dossier) = match console.dossier(path, variant, None) {
        Ok(done) => done,
        Err(exit) => return exit,
    };
    let lang = console.lang_of(&model);
    let found = compare::changes(&model, &dossier.audit);
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        return match changes::json(&dossier.audit, &found, lang) {
            Ok(text) => console.print(&text),
            Err(error) => {
                console.error(&error.to_string());
                Exit::Failure
            }
        };
    }
    let look = Look { lang, style: console.style };
    console.print(&changes::text(&dossier.audit, &found, matches.get_flag("all"), look))
}
