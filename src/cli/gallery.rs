//! `enclair gallery`.

use std::fmt::Write as _;

use clap::ArgMatches;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::input::{self, Refusal};
use super::{Console, Exit};
use crate::audit::audit;
use crate::gallery::Entry;
use crate::model::{Basis, Model};
use crate::report::gallery::{self, Told};
use crate::report::human::{self, Look};
use crate::report::paragraph;
use crate::text::gallery::{self as texts, Group};
use crate::text::problem::nearest;
use crate::text::typeset;

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let lang = console.lang();
    let format = |matches: &ArgMatches| matches.get_one::<String>("format").cloned();
    if let Some(("show", matches)) = matches.subcommand() {
        let name = matches.get_one::<String>("id").map(String::as_str).unwrap_or_default();
        let Some(entry) = Entry::find(name) else { return console.not_in_gallery(name) };
        if format(matches).as_deref() == Some("yaml") {
            return console.print(entry.text);
        }
        let look = Look { lang, style: console.style };
        return match told(entry) {
            Ok(told) => console.print(&human::story(&told, look)),
            Err(refusal) => console.refuse(&refusal),
        };
    }
    if format(matches).as_deref() == Some("markdown") {
        let all: Result<Vec<Told>, Refusal> = Entry::all().par_iter().map(told).collect();
        return match all {
            Ok(all) => console.print(&gallery::page(&all, lang)),
            Err(refusal) => console.refuse(&refusal),
        };
    }
    match listed(console) {
        Ok(text) => console.print(&text),
        Err(refusal) => console.refuse(&refusal),
    }
}

fn loaded(entry: &Entry) -> Result<Model, Refusal> {
    entry.load().map_err(|mistakes| Refusal::Model(Box::new(mistakes)))
}

/// A model with its answers and those of its variants.
fn told(entry: &Entry) -> Result<Told, Refusal> {
    let model = loaded(entry)?;
    let variants = input::audited_variants(&model)?;
    Ok(Told { id: entry.id, group: entry.group(), path: entry.path(), audit: audit(&model)?, variants })
}

/// Every model, a line each, group by group.
fn listed(console: &Console) -> Result<String, Refusal> {
    let lang = console.lang();
    let look = Look { lang, style: console.style };
    let width = Entry::all().iter().map(|entry| entry.id.len()).max().unwrap_or(0);
    let mut out = String::new();
    for group in Group::ALL {
        out += &look.heading(group.title(lang));
        for entry in Entry::all().iter().filter(|entry| entry.group() == group) {
            let model = loaded(entry)?;
            let public = model.statements.about.as_ref().and_then(|about| about.basis) == Some(Basis::PublicSources);
            let mark = if public { " *" } else { "" };
            let name = typeset(model.statements.system.name.get(lang), lang);
            let _ = writeln!(out, "  {:width$}  {name}{mark}", entry.id);
        }
    }
    Ok(format!("{}\n{}", out.trim_start_matches('\n'), paragraph(&texts::how(lang), lang)))
}

impl Console<'_> {
    /// Says that the gallery has no such model.
    pub(super) fn not_in_gallery(&mut self, name: &str) -> Exit {
        let known: Vec<String> = Entry::all().iter().map(|entry| entry.id.to_owned()).collect();
        let lang = self.lang();
        let stems: Vec<String> = Entry::all().iter().map(|entry| entry.stem().to_owned()).collect();
        // A part of a name is enough to find it: `weda` for `incidents/05-weda`.
        let part = |id: &&str| name.len() > 2 && id.contains(name);
        let within = known.iter().map(String::as_str).find(part);
        let near = nearest(name, &known).or_else(|| nearest(name, &stems)).or(within);
        self.error(&texts::no_such(name, near, lang));
        Exit::Usage
    }
}
