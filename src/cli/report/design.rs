//! How reports look, by options: a user's own templates, a logo, a name, a colour, a mark.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};

use super::super::args::option;
use super::super::input::shown;
use super::super::{Console, Exit};
use crate::report::html::{
    Brand, Colour, ColourFault, Design, HtmlError, Logo, LogoFault, OwnFile, TemplateFault, Templates, files,
};
use crate::report::paragraph;
use crate::text::{Lang, brand as texts, cli as words, templates as own};

/// The most characters of a name or of a mark.
const LONGEST: usize = 80;
/// The most bytes of a template.
const LARGEST: u64 = 1 << 20;

/// The options, in the order of the help.
pub(in crate::cli) fn options(lang: Lang) -> [Arg; 5] {
    let path = clap::value_parser!(PathBuf);
    [
        option("templates", own::option(lang), lang)
            .value_name(lang.pick("DOSSIER", "DIRECTORY"))
            .value_parser(path.clone()),
        option("logo", texts::logo(lang), lang).value_name(lang.pick("FICHIER", "FILE")).value_parser(path),
        option("by", texts::by(lang), lang).value_name(lang.pick("NOM", "NAME")),
        option("accent", texts::accent(lang), lang).value_name(lang.pick("COULEUR", "COLOUR")),
        option("classification", texts::classification(lang), lang).value_name(lang.pick("TEXTE", "TEXT")),
    ]
}

/// Why there is no design.
enum Refused {
    /// Something is wrong with an option.
    Option(String),
    /// A template is at fault.
    Template(Box<TemplateFault>),
}

/// What is asked for.
pub(super) fn asked(matches: &ArgMatches, console: &mut Console) -> Result<Design, Exit> {
    let lang = console.lang();
    let design = brand(matches, lang).and_then(|brand| Ok(Design { templates: templates(matches, lang)?, brand }));
    design.map_err(|refused| match refused {
        Refused::Option(why) => {
            console.error(&why);
            Exit::Usage
        }
        Refused::Template(fault) => console.fault(&fault),
    })
}

fn brand(matches: &ArgMatches, lang: Lang) -> Result<Brand, Refused> {
    let brand = || {
        Ok(Brand {
            logo: matches.get_one::<PathBuf>("logo").map(|path| logo(path, lang)).transpose()?,
            by: line(matches, "by", lang)?,
            accent: matches.get_one::<String>("accent").map(|text| accent(text, lang)).transpose()?,
            classification: line(matches, "classification", lang)?,
        })
    };
    brand().map_err(Refused::Option)
}

/// A text of one line.
fn line(matches: &ArgMatches, name: &str, lang: Lang) -> Result<Option<String>, String> {
    let Some(text) = matches.get_one::<String>(name) else { return Ok(None) };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.chars().count() > LONGEST {
        return Err(texts::not_a_line(&format!("--{name}"), LONGEST, lang));
    }
    Ok(Some(text))
}

fn accent(text: &str, lang: Lang) -> Result<Colour, String> {
    Colour::accent(text).map_err(|fault| match fault {
        ColourFault::NotHex => texts::no_colour(text, lang),
        ColourFault::Faint(contrast) => texts::faint(text, contrast, lang),
    })
}

fn logo(path: &Path, lang: Lang) -> Result<Logo, String> {
    let most = u64::try_from(Logo::LARGEST).unwrap_or(u64::MAX);
    let logo = bytes(path, most, lang).and_then(|bytes| {
        Logo::new(bytes).map_err(|fault| match fault {
            LogoFault::Large => texts::large(lang).to_owned(),
            LogoFault::Kind => texts::neither(lang).to_owned(),
        })
    });
    logo.map_err(|why| texts::unread(&shown(path), &why, lang))
}

/// The bytes of a file, up to one over the most.
fn bytes(path: &Path, most: u64, lang: Lang) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    // A pipe or a device could be read for ever.
    if path.metadata().is_ok_and(|known| !known.is_file() && !known.is_dir()) {
        return Err(own::no_file(lang).to_owned());
    }
    let read = std::fs::File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    read.map_err(|error| why(&error, lang))?;
    Ok(bytes)
}

fn templates(matches: &ArgMatches, lang: Lang) -> Result<Templates, Refused> {
    let own = match matches.get_one::<PathBuf>("templates") {
        Some(folder) => own_files(folder, lang).map_err(Refused::Option)?,
        None => Vec::new(),
    };
    Templates::with(own).map_err(Refused::Template)
}

/// The files of a folder, in the order of their names.
fn own_files(folder: &Path, lang: Lang) -> Result<Vec<OwnFile>, String> {
    if !folder.is_dir() {
        return Err(own::unusable(&shown(folder), own::no_folder(lang), lang));
    }
    let mut found = inside(folder, lang)?;
    found.sort();
    found.iter().map(|path| own_file(folder, path, lang)).collect()
}

/// Every file under a folder; hidden ones are left alone.
fn inside(folder: &Path, lang: Lang) -> Result<Vec<PathBuf>, String> {
    /// The most files, and the most folders.
    const MOST: usize = 500;
    let (mut found, mut open, mut folders) = (Vec::new(), vec![folder.to_owned()], 0);
    while let Some(inside) = open.pop() {
        let why = |error| own::unusable(&shown(&inside), &why(&error, lang), lang);
        let entries = std::fs::read_dir(&inside).map_err(why)?;
        let hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let paths = entries.flatten().map(|entry| entry.path()).filter(|path| !hidden(path));
        let (below, files): (Vec<PathBuf>, Vec<PathBuf>) = paths.partition(|path| path.is_dir());
        open.extend(below);
        found.extend(files);
        folders += 1;
        if found.len().max(folders) > MOST {
            return Err(own::unusable(&shown(folder), own::too_many(lang), lang));
        }
    }
    Ok(found)
}

/// Why the system refuses a file, in words.
fn why(error: &std::io::Error, lang: Lang) -> String {
    words::io(error.kind(), lang).map_or_else(|| error.to_string(), str::to_owned)
}

fn own_file(folder: &Path, path: &Path, lang: Lang) -> Result<OwnFile, String> {
    let parts = path.strip_prefix(folder).unwrap_or(path).iter().map(|part| part.to_string_lossy());
    let name = parts.collect::<Vec<_>>().join("/");
    let known: Vec<String> = files().map(|(name, _)| name.to_owned()).collect();
    if !known.contains(&name) {
        return Err(own::unknown(&shown(path), &name, &known, lang));
    }
    let unusable = |why: &str| own::unusable(&shown(path), why, lang);
    let bytes = bytes(path, LARGEST, lang).map_err(|why| unusable(&why))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return Err(unusable(own::large(lang)));
    }
    let text = String::from_utf8(bytes).map_err(|_| unusable(own::not_text(lang)))?;
    Ok(OwnFile { name, path: shown(path), text })
}

impl Console<'_> {
    /// Says what is wrong with a template, on its line, and how the command ends.
    fn fault(&mut self, fault: &TemplateFault) -> Exit {
        self.error(&fault.sentence(self.lang()));
        if let Some(excerpt) = fault.excerpt() {
            self.complain(&excerpt);
        }
        let lang = self.lang();
        if let Some(known) = fault.known(lang) {
            self.complain(&paragraph(&known, lang));
        }
        if fault.is_users() { Exit::Usage } else { Exit::Failure }
    }

    /// Says why there is no page, and how the command ends.
    pub(super) fn no_page(&mut self, error: &HtmlError) -> Exit {
        match error {
            HtmlError::Template(fault) => self.fault(fault),
            HtmlError::Context(_) => {
                self.error(&error.to_string());
                Exit::Failure
            }
        }
    }
}
