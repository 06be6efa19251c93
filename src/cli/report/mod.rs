//! `enclair report`.

mod design;
mod several;

pub(super) use design::options;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Console, Exit, date, input, output};
use crate::model::Day;
use crate::report::html::{self, Design};
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
    let design = match design::asked(matches, console) {
        Ok(design) => design,
        Err(exit) => return exit,
    };
    let output = matches.get_one::<String>("output").map(PathBuf::from);
    let wanted = Wanted {
        day,
        variant: matches.get_one::<String>("variant").map(String::as_str),
        output: output.as_deref(),
        several: paths.len() > 1,
        force: matches.get_flag("force"),
        design: &design,
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
    design: &'a Design,
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
    let page = match html::designed(&study, &model, lang, wanted.design) {
        Ok(page) => page,
        Err(error) => return console.no_page(&error),
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
        Some(path) if wanted.several || path.is_dir() || is_folder(path) => path.join(name),
        Some(path) => path.to_owned(),
    }
}

/// Whether a path is written as that of a directory, which may not exist yet.
fn is_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(std::path::is_separator)
}
