//! `enclair questions`.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Console, Exit, input, output};
use crate::audit::{ActorKind, Audit};
use crate::report::human::Look;
use crate::report::questions;
use crate::source::Style;
use crate::text::questions as texts;
use crate::text::{Lang, cli as words, typeset};

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let Some((path, variant)) = input::asked(matches) else { return Exit::Usage };
    let (model, dossier) = match console.dossier(path, variant, None) {
        Ok(done) => done,
        Err(exit) => return exit,
    };
    let audit = &dossier.audit;
    let to = matches.get_one::<String>("to").map(String::as_str);
    if let Some(name) = to
        && let Some(known) = strangers(audit, name)
    {
        let lang = console.lang_of(&model);
        console.error_in(&words::not_in_model(name, &known, lang), lang);
        return Exit::Usage;
    }
    let output = matches.get_one::<String>("output").map(PathBuf::from).filter(|path| path != Path::new("-"));
    let format = matches.get_one::<String>("format").map_or("text", String::as_str);
    let document = format != "text" || output.is_some();
    let lang = if document { console.lang_of_document(&model) } else { console.lang_of(&model) };
    let style = if output.is_some() { Style::Plain } else { console.style };
    let text = match format {
        "csv" => questions::csv(audit, to, lang),
        "markdown" => questions::markdown(audit, to, lang),
        _ => questions::text(audit, to, Look { lang, style }),
    };
    match output {
        None => console.print(&text),
        Some(target) => write(&target, &text, matches.get_flag("force"), lang, console),
    }
}

/// The organisations of the model, when a name is not one of them.
fn strangers(audit: &Audit, name: &str) -> Option<Vec<String>> {
    let organisations = audit.actors.iter().filter(|actor| actor.kind == ActorKind::Organisation);
    let known: Vec<String> = organisations.map(|actor| actor.id.clone()).collect();
    (!known.iter().any(|one| one == name)).then_some(known)
}

fn write(target: &Path, text: &str, force: bool, lang: Lang, console: &mut Console) -> Exit {
    if let Err(unwritten) = output::write(target, text, None, force) {
        return console.unwritten(target, &unwritten.why(texts::exists(lang), lang), lang);
    }
    let written = typeset(texts::written(lang), lang);
    console.print(&format!("{written}\n{}\n", input::shown(target)))
}
