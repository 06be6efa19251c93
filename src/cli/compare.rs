//! `enclair compare`.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::input::{self, Named, Refusal};
use super::{Console, Exit, work};
use crate::compare::{Comparison, Dossier};
use crate::model::Model;
use crate::report::comparison::{self, Sheet};
use crate::report::human::Look;
use crate::text::{Lang, comparison as words};

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let given: Vec<PathBuf> = matches.get_many::<PathBuf>("models").into_iter().flatten().cloned().collect();
    let done = match given.as_slice() {
        [] => return Exit::Usage,
        [only] => beside_its_variants(only, console),
        several => side_by_side(several, console),
    };
    let (lang, dossiers) = match done {
        Ok(done) => done,
        Err(exit) => return exit,
    };
    let audits: Vec<_> = dossiers.iter().map(|dossier| &dossier.audit).collect();
    let comparison = Comparison::new(&audits);
    let sheet = Sheet { comparison: &comparison, dossiers: &dossiers, all: matches.get_flag("all") };
    let text = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => match comparison::json(&sheet, lang) {
            Ok(text) => text,
            Err(error) => {
                console.error(&error.to_string());
                return Exit::Failure;
            }
        },
        Some("markdown") => comparison::markdown(&sheet, lang),
        _ => comparison::human(&sheet, Look { lang, style: console.style }),
    };
    console.print(&text)
}

/// A model alone, then each of its variants.
fn beside_its_variants(path: &Path, console: &mut Console) -> Result<(Lang, Vec<Dossier>), Exit> {
    let model = Named::new(path).load().map_err(|refusal| console.refuse(&refusal))?;
    let lang = console.lang_of(&model);
    let models: Vec<Model> = std::iter::once(model.clone()).chain(model.variants()).collect();
    if models.len() < 2 {
        console.error_in(&words::alone(&input::shown(path), lang), lang);
        return Err(Exit::Usage);
    }
    let dossiers: Result<Vec<Dossier>, Refusal> = models.iter().map(|model| input::audited(model, None)).collect();
    dossiers.map(|dossiers| (lang, dossiers)).map_err(|refusal| console.refuse(&refusal))
}

/// Several models, each named in one word. All are read before one is given up: the mistakes of all are told.
fn side_by_side(given: &[PathBuf], console: &mut Console) -> Result<(Lang, Vec<Dossier>), Exit> {
    let first = Named::new(&given[0]);
    let done = work::each(given, |path| {
        let model = Named::new(path).beside(&first).load()?;
        let dossier = input::audited(&model, None)?;
        Ok((model, dossier))
    });
    let (mut lang, mut dossiers, mut exit) = (None, Vec::new(), Exit::Clean);
    for one in done {
        match one {
            Ok((model, dossier)) => {
                lang = lang.or(Some(console.lang_of(&model)));
                dossiers.push(dossier);
            }
            Err(refusal) => exit = exit.max(console.refuse(&refusal)),
        }
    }
    if exit == Exit::Clean { Ok((lang.unwrap_or(console.lang()), dossiers)) } else { Err(exit) }
}
