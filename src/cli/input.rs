//! Finding and loading models.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Console, Exit};
use crate::audit::{Audit, AuditError, audit};
use crate::compare::{Dossier, Study};
use crate::graph;
use crate::model::{Day, Model, beside, load_with, read};
use crate::source::{Diagnostics, Limits};
use crate::text::cli as words;
use crate::text::{Lang, harmless, set};

/// The models that arguments stand for: a directory means those under it, in the order of their paths.
/// One without any is given back.
fn expand<'p>(paths: impl Iterator<Item = &'p PathBuf>) -> Result<Vec<PathBuf>, &'p Path> {
    let mut all = Vec::new();
    for path in paths {
        if path != Path::new("-") && path.is_dir() {
            let mut found = Vec::new();
            collect(path, &mut found, 0);
            if found.is_empty() {
                return Err(path);
            }
            found.sort();
            all.extend(found);
        } else {
            all.push(path.clone());
        }
    }
    Ok(all)
}

/// Every model under a directory; links are not followed upwards, since depth is bounded.
fn collect(directory: &Path, found: &mut Vec<PathBuf>, depth: usize) {
    const DEEPEST: usize = 16;
    let Ok(entries) = std::fs::read_dir(directory) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let yaml = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
        if path.is_dir() && depth < DEEPEST {
            collect(&path, found, depth + 1);
        } else if yaml && is_model(&path) {
            found.push(path);
        }
    }
}

/// Whether a YAML file says that it is a model, or cannot be told.
fn is_model(path: &Path) -> bool {
    std::fs::read(path).map_or(true, |bytes| {
        let text = String::from_utf8_lossy(&bytes);
        text.lines().any(|line| line.trim_start_matches('\u{feff}').starts_with("enclair:"))
    })
}

/// The name under which a file is shown.
pub(super) fn shown(path: &Path) -> String {
    if path == Path::new("-") {
        return "<stdin>".to_owned();
    }
    harmless(&path.to_string_lossy().replace('\\', "/"))
}

/// Loads a model.
pub(super) fn model(path: &Path) -> Result<Model, Diagnostics> {
    let limits = Limits::default();
    let file = read(path, &shown(path), &limits)?;
    let model = load_with(file, &limits, &beside(path))?;
    let faults = model.every(graph::problems);
    if faults.is_empty() { Ok(model) } else { Err(Diagnostics::new(model.sources, faults, limits.problems)) }
}

/// The language that a line of a model asks for, where the model itself cannot be read.
fn said_language(line: &str) -> Option<Lang> {
    let (_, after) = line.split_once("language:")?;
    let word: String = after.trim_start().chars().take_while(char::is_ascii_lowercase).collect();
    Lang::from_id(&word)
}

/// Why a model gives no dossier.
pub(super) enum Refusal {
    /// It has mistakes.
    Model(Box<Diagnostics>),
    /// It has no such variant.
    NoVariant {
        /// What was asked for.
        name: String,
        /// The variants that it has.
        known: Vec<String>,
        /// The model.
        model: Box<Model>,
    },
    /// The tool is at fault.
    Internal(String),
}

/// A model, or the variant of it that is asked for.
pub(super) fn chosen(model: Model, variant: Option<&str>) -> Result<Model, Refusal> {
    let Some(name) = variant else { return Ok(model) };
    match model.variant(name) {
        Some(variant) => Ok(variant),
        None => Err(Refusal::NoVariant { name: name.to_owned(), known: model.variant_names(), model: Box::new(model) }),
    }
}

impl Refusal {
    /// Why, in a few words.
    pub(super) const fn in_short(&self, lang: Lang) -> &'static str {
        match self {
            Self::Model(_) | Self::NoVariant { .. } => set::invalid(lang),
            Self::Internal(_) => set::failed(lang),
        }
    }
}

/// Loads a model, or one variant of it.
pub(super) fn load(path: &Path, variant: Option<&str>) -> Result<Model, Refusal> {
    let model = model(path).map_err(|diagnostics| Refusal::Model(Box::new(diagnostics)))?;
    chosen(model, variant)
}

/// Audits a model and compares it with itself; accepted risks are judged on the day asked for.
pub(super) fn audited(model: &Model, day: Option<Day>) -> Result<Dossier, Refusal> {
    Dossier::on(model, day).map_err(Refusal::from)
}

/// Audits a model, and nothing more.
pub(super) fn audit_of(model: &Model) -> Result<Audit, Refusal> {
    audit(model).map_err(Refusal::from)
}

/// Studies a model whose dossier is known.
pub(super) fn studied(dossier: Dossier, model: &Model) -> Result<Study, Refusal> {
    Study::of(dossier, model).map_err(Refusal::from)
}

/// Audits the variants of a model, each alone: what stands beside others needs no comparison with itself.
pub(super) fn audited_variants(model: &Model) -> Result<Vec<Audit>, Refusal> {
    model.variants().map(|variant| audit(&variant).map_err(Refusal::from)).collect()
}

impl From<AuditError> for Refusal {
    fn from(error: AuditError) -> Self {
        match error {
            AuditError::Model(diagnostics) => Self::Model(diagnostics),
            refused @ AuditError::Refused { .. } => Self::Internal(refused.to_string()),
        }
    }
}

/// A model named in one word: its path, or its path and one of its variants, `MODEL#variant`.
pub(super) struct Named {
    path: PathBuf,
    variant: Option<String>,
}

impl Named {
    /// A file of that very name, with its number sign, is meant first.
    pub(super) fn new(given: &Path) -> Self {
        let text = given.to_string_lossy();
        match text.rsplit_once('#') {
            Some((path, variant)) if !given.exists() => {
                Self { path: PathBuf::from(path), variant: Some(variant.to_owned()) }
            }
            _ => Self { path: given.to_owned(), variant: None },
        }
    }

    /// Loads it.
    pub(super) fn load(&self) -> Result<Model, Refusal> {
        load(&self.path, self.variant.as_deref())
    }

    /// A variant alone is one of the same file as another.
    pub(super) fn beside(self, other: &Self) -> Self {
        let path = if self.path.as_os_str().is_empty() { other.path.clone() } else { self.path };
        Self { path, variant: self.variant }
    }
}

/// The model that a command is about, and the variant of it that is asked for.
pub(super) fn asked(matches: &ArgMatches) -> Option<(&Path, Option<&str>)> {
    let path = matches.get_one::<PathBuf>("models")?;
    Some((path, matches.get_one::<String>("variant").map(String::as_str)))
}

impl Console<'_> {
    /// The models that a command is about, or how it ends when there are none.
    pub(super) fn expanded(&mut self, matches: &ArgMatches) -> Result<Vec<PathBuf>, Exit> {
        let given = matches.get_many::<PathBuf>("models").into_iter().flatten();
        expand(given).map_err(|empty| {
            self.error(&words::no_model(&shown(empty), self.lang()));
            Exit::Usage
        })
    }

    /// Loads and audits a model named in one word, or says why not and how the command ends.
    pub(super) fn named(&mut self, named: &Named) -> Result<(Model, Dossier), Exit> {
        self.dossier(&named.path, named.variant.as_deref(), None)
    }

    /// Loads and audits a model or a variant, or says why not and how the command ends.
    pub(super) fn dossier(
        &mut self,
        path: &Path,
        variant: Option<&str>,
        day: Option<Day>,
    ) -> Result<(Model, Dossier), Exit> {
        let model = load(path, variant).map_err(|refusal| self.refuse(&refusal))?;
        let dossier = audited(&model, day).map_err(|refusal| self.refuse(&refusal))?;
        Ok((model, dossier))
    }

    /// Studies a model whose dossier is known, or says why not.
    pub(super) fn study(&mut self, dossier: Dossier, model: &Model) -> Result<Study, Exit> {
        studied(dossier, model).map_err(|refusal| self.refuse(&refusal))
    }

    /// Why a model gives nothing, in a sentence; its mistakes are told on its lines.
    pub(super) fn why(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::Model(_) => refusal.in_short(self.lang()).to_owned(),
            Refusal::NoVariant { name, known, model } => {
                words::no_such_variant(name, &model.sources.root().name, known, self.lang_of(model))
            }
            Refusal::Internal(why) => why.clone(),
        }
    }

    /// Says why a model gives nothing, and how the command ends.
    pub(super) fn refuse(&mut self, refusal: &Refusal) -> Exit {
        match refusal {
            Refusal::Model(diagnostics) => {
                self.mistakes(diagnostics);
                Exit::Usage
            }
            Refusal::NoVariant { model, .. } => {
                let lang = self.lang_of(model);
                self.error_in(&self.why(refusal), lang);
                Exit::Usage
            }
            Refusal::Internal(why) => {
                self.error(why);
                Exit::Failure
            }
        }
    }

    /// Shows the mistakes of a model.
    pub(super) fn mistakes(&mut self, diagnostics: &Diagnostics) {
        let said = diagnostics.sources.root().text.lines().find_map(said_language);
        let (lang, style) = (self.asked.or(said).unwrap_or(self.ambient), self.err_style);
        let text = diagnostics.render(lang, style);
        self.complain(&text);
    }
}

/// Paths as they stand in one list: their folder below the one that they share, and their name without its ending.
pub(super) fn listed(paths: &[PathBuf]) -> Vec<(String, String)> {
    let folder = |path: &Path| path.parent().map(Path::to_owned).unwrap_or_default();
    let mut common = paths.first().map(|path| folder(path)).unwrap_or_default();
    for path in paths {
        while !folder(path).starts_with(&common) && common.pop() {}
    }
    let told = |path: &PathBuf| {
        let below = folder(path);
        let below = below.strip_prefix(&common).unwrap_or(&below);
        let below = if below.as_os_str().is_empty() { String::new() } else { shown(below) };
        let stem = path.file_stem().map_or_else(|| shown(path), |stem| harmless(&stem.to_string_lossy()));
        (below, if path == Path::new("-") { shown(path) } else { stem })
    };
    paths.iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_listed_below_the_folder_that_they_share() {
        let told = |paths: &[&str]| listed(&paths.iter().map(PathBuf::from).collect::<Vec<_>>());
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        assert_eq!(told(&["m/a/x.yaml", "m/a/y.yml"]), [pair("", "x"), pair("", "y")]);
        assert_eq!(told(&["m/a/x.yaml", "m/y.yaml"]), [pair("a", "x"), pair("", "y")]);
        assert_eq!(told(&["m/a/x.yaml", "/b/x.yaml", "-"]), [pair("m/a", "x"), pair("/b", "x"), pair("", "<stdin>")]);
        assert_eq!(told(&["m/a/x.yaml", "m/ab/x.yaml"]), [pair("a", "x"), pair("ab", "x")]);
        assert_eq!(told(&[]), []);
    }
}
