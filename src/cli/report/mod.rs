//! `enclair report`.

mod several;

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Console, Exit, date, input, output};
use crate::model::Day;
use crate::report::html;
use crate::report::human::{self, Look};
use crate::text::cli as words;
use crate::text::{Lang, set, typeset};

/// What a report bears, by which the tool knows its own.
const MARK: &str = "name=\"generator\" content=\"enclair";

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let (paths, day) = match console.expanded(matches).and_then(|paths| Ok((paths, date::asked(matches, console)?))) {
        Ok(asked) => asked,
        Err(exit) => return exit,
    };
    let output = matches.get_one::<String>("output").map(PathBuf::from);
    let wanted = Wanted {
        day,
        variant: matches.get_one::<String>("variant").map(String::as_str),
        output: output.as_deref(),
        several: paths.len() > 1,
        force: matches.get_flag("force"),
    };
    match paths.as_slice() {
        [path] => report(path, wanted, console),
        _ if wanted.output == Some(Path::new("-")) => {
            console.error(set::one_to_output(console.lang()));
            Exit::Usage
        }
        paths => several::reports(paths, wanted, console),
    }
}

/// What is asked of each report.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    day: Option<Day>,
    variant: Option<&'a str>,
    output: Option<&'a Path>,
    several: bool,
    force: bool,
}

fn report(path: &Path, wanted: Wanted, console: &mut Console) -> Exit {
    let (model, dossier) = match console.dossier(path, wanted.variant, wanted.day) {
        Ok(done) => done,
        Err(exit) => return exit,
    };
    let lang = console.lang_of_document(&model);
    let study = match console.study(dossier, &model) {
        Ok(study) => study,
        Err(exit) => return exit,
    };
    let page = match html::html(&study, &model, lang) {
        Ok(page) => page,
        Err(error) => {
            console.error(&error.to_string());
            return Exit::Failure;
        }
    };
    if wanted.output == Some(Path::new("-")) {
        return console.print(&page);
    }
    let target = target(path, wanted, lang);
    if let Err(unwritten) = output::write(&target, &page, Some(MARK), wanted.force) {
        return console.unwritten(&target, &unwritten.why(words::not_ours(lang), lang), lang);
    }
    let style = console.style;
    let brief = human::brief(&study.dossier, Look { lang, style });
    let written = typeset(words::written(lang), lang);
    console.print(&format!("{brief}\n{written}\n{}\n", input::shown(&target)))
}

/// Where a report goes: a directory takes the usual name.
fn target(model: &Path, wanted: Wanted, lang: Lang) -> PathBuf {
    let stem = match model.file_stem() {
        Some(stem) if model != Path::new("-") => stem.to_string_lossy().into_owned(),
        _ => "stdin".to_owned(),
    };
    let variant = wanted.variant.map(|name| format!(".{name}")).unwrap_or_default();
    let name = format!("{stem}{variant}.{lang}.html");
    match wanted.output {
        None => Path::new("reports").join(name),
        Some(path) if wanted.several || path.is_dir() => path.join(name),
        Some(path) => path.to_owned(),
    }
}
