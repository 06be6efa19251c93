//! The reports of several models, and the page that links them.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::super::input::{self, Refusal};
use super::super::{Console, Exit, document_lang, output, work};
use super::{MARK, Wanted, target};
use crate::audit::Audit;
use crate::compare::Dossier;
use crate::report::html::{self, HtmlError, Linked};
use crate::report::human::{self, Line, Look};
use crate::text::cli as words;
use crate::text::{Lang, set as texts, typeset};

/// A report that is made, not yet written.
struct Made {
    lang: Lang,
    dossier: Dossier,
    variants: Vec<Audit>,
    page: Result<String, HtmlError>,
}

/// A report that is written, by the position of its model.
struct Written<'a> {
    at: usize,
    made: &'a Made,
    target: &'a Path,
}

impl<'a> Written<'a> {
    /// As the page links it.
    fn linked(&self, listed: &[(String, String)]) -> Linked<'a> {
        Linked {
            folder: listed[self.at].0.clone(),
            file: self.target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            audit: &self.made.dossier.audit,
            variants: &self.made.variants,
        }
    }
}

pub(super) fn reports(paths: &[PathBuf], wanted: Wanted, console: &mut Console) -> Exit {
    let asked = console.asked;
    let made = work::each(paths, |path| make(path, wanted, asked));
    if let Some(error) = made.iter().flatten().find_map(|made| made.page.as_ref().err()) {
        // The same template is at fault in all of them.
        return console.no_page(error);
    }
    let listed = input::listed(paths);
    if let Err(error) = tried(&made, &listed, wanted, console.lang()) {
        return console.no_page(&error);
    }
    let index = index_of(&made, wanted, console);
    let targets = targets(paths, &made, wanted, &index);
    let mut exit = Exit::Clean;
    let (mut lines, mut refused) = (Vec::new(), Vec::new());
    let mut written: Vec<Written> = Vec::new();
    for (at, made) in made.iter().enumerate() {
        let (folder, name) = &listed[at];
        match made {
            Ok(made) => {
                lines.extend(Line::of(folder, name, std::iter::once(&made.dossier.audit).chain(&made.variants)));
                let ended = match &targets[at] {
                    Ok(target) => console.written(made, target, wanted.force),
                    Err(other) => {
                        let names = [&paths[at], other].map(|path| input::shown(path));
                        console.error(&texts::same_target(&names[0], &names[1], console.lang()));
                        Exit::Usage
                    }
                };
                exit = exit.max(ended);
                match &targets[at] {
                    Ok(target) if ended == Exit::Clean => written.push(Written { at, made, target }),
                    _ => refused.push(input::shown(&paths[at])),
                }
            }
            Err(refusal) => {
                exit = exit.max(console.refuse(refusal));
                let line =
                    Line { folder: folder.clone(), name: name.clone(), glance: Err(refusal.in_short(console.lang())) };
                lines.push(line);
                refused.push(input::shown(&paths[at]));
            }
        }
    }
    let look = Look { lang: console.lang(), style: console.style };
    let paths: String = written.iter().map(|one| input::shown(one.target) + "\n").collect();
    let heading = typeset(texts::written(look.lang), look.lang);
    exit = exit.max(console.print(&format!("{}\n{heading}\n{paths}", human::summary(&lines, look))));
    exit.max(linked(&written, &listed, &refused, (&index, wanted), console))
}

/// The page that links what is written: its language is that of the reports, if they share one.
fn index_of(made: &[Result<Made, Refusal>], wanted: Wanted, console: &Console) -> (Lang, PathBuf) {
    let mut langs = made.iter().flatten().map(|made| made.lang);
    let first = langs.next().unwrap_or(Lang::En);
    let shared = if langs.all(|lang| lang == first) { first } else { Lang::En };
    let lang = console.asked.unwrap_or(shared);
    (lang, wanted.output.unwrap_or(Path::new("reports")).join(format!("index.{lang}.html")))
}

/// Makes the page that links reports before any is written, where its template may be at fault.
fn tried(
    made: &[Result<Made, Refusal>],
    listed: &[(String, String)],
    wanted: Wanted,
    lang: Lang,
) -> Result<(), HtmlError> {
    if wanted.design.templates.are_embedded() {
        return Ok(());
    }
    let systems = made
        .iter()
        .enumerate()
        .filter_map(|(at, made)| Some(Written { at, made: made.as_ref().ok()?, target: Path::new("") }.linked(listed)));
    html::index(&systems.collect::<Vec<_>>(), &[String::new()], lang, wanted.design).map(|_| ())
}

/// Writes the page; its path comes last.
fn linked(
    written: &[Written],
    listed: &[(String, String)],
    refused: &[String],
    ((lang, target), wanted): (&(Lang, PathBuf), Wanted),
    console: &mut Console,
) -> Exit {
    if written.is_empty() {
        return Exit::Clean;
    }
    let lang = *lang;
    let systems: Vec<Linked> = written.iter().map(|one| one.linked(listed)).collect();
    let page = match html::index(&systems, refused, lang, wanted.design) {
        Ok(page) => page,
        Err(error) => return console.no_page(&error),
    };
    if let Err(unwritten) = output::write(target, &page, Some(MARK), wanted.force) {
        return console.unwritten(target, &unwritten.why(words::not_ours(lang), lang), lang);
    }
    console.print(&format!("{}\n", input::shown(target)))
}

/// Makes the report of a model, and audits its variants.
fn make(path: &Path, wanted: Wanted, asked: Option<Lang>) -> Result<Made, Refusal> {
    let model = input::load(path, wanted.variant)?;
    let dossier = input::audited(&model, wanted.day)?;
    let lang = document_lang(&model, asked);
    let variants = input::audited_variants(&model)?;
    let study = input::studied(dossier, &model)?;
    let page = html::designed(&study, &model, lang, wanted.design);
    Ok(Made { lang, dossier: study.dossier, variants, page })
}

/// Where the report of each model that has one goes, or which other model is in its way. Models of one name in several
/// folders have those folders in the names of their reports.
fn targets(
    paths: &[PathBuf],
    made: &[Result<Made, Refusal>],
    wanted: Wanted,
    (_, index): &(Lang, PathBuf),
) -> Vec<Result<PathBuf, PathBuf>> {
    let plain = |(path, made): (&PathBuf, &Result<Made, Refusal>)| {
        let lang = made.as_ref().ok()?.lang;
        Some((target(path, wanted, lang), target(&with_folders(path), wanted, lang)))
    };
    let both: Vec<Option<(PathBuf, PathBuf)>> = paths.iter().zip(made).map(plain).collect();
    let times = |target: &PathBuf| both.iter().flatten().filter(|(plain, _)| plain == target).count();
    let mut taken: BTreeMap<PathBuf, PathBuf> = BTreeMap::from([(index.clone(), index.clone())]);
    let mut chosen = Vec::new();
    for (path, both) in paths.iter().zip(&both) {
        let Some((plain, long)) = both else {
            chosen.push(Err(path.clone()));
            continue;
        };
        let target = if times(plain) > 1 || plain == index { long } else { plain };
        let other = taken.entry(target.clone()).or_insert_with(|| path.clone());
        chosen.push(if other == path { Ok(target.clone()) } else { Err(other.clone()) });
    }
    chosen
}

/// `a/b/model.yaml` as `a-b-model.yaml`.
fn with_folders(path: &Path) -> PathBuf {
    let named = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    PathBuf::from(named.collect::<Vec<_>>().join("-"))
}

impl Console<'_> {
    /// Writes a report, or says why not.
    fn written(&mut self, made: &Made, target: &Path, force: bool) -> Exit {
        let page = match &made.page {
            Ok(page) => page,
            Err(error) => return self.no_page(error),
        };
        match output::write(target, page, Some(MARK), force) {
            Ok(()) => Exit::Clean,
            Err(unwritten) => self.unwritten(target, &unwritten.why(words::not_ours(made.lang), made.lang), made.lang),
        }
    }
}
