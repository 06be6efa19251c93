//! `enclair diagram`.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Console, Exit, input, output};
use crate::audit::Audit;
use crate::compare::SystemMap;
use crate::diagram::{self, Frame, PngError, Subject};
use crate::model::Model;
use crate::report::made_from;
use crate::text::{Lang, cli as words, diagram as texts, typeset};

/// The largest scale.
const LARGEST: u8 = 8;

/// What is asked.
struct Wanted<'m> {
    file: Option<PathBuf>,
    format: &'m str,
    scale: u8,
    force: bool,
}

impl<'m> Wanted<'m> {
    /// Reads the arguments, or says what makes no sense in them.
    fn new(matches: &'m ArgMatches, model: &Path) -> Result<Self, fn(Lang) -> &'static str> {
        let file = matches.get_one::<String>("output").map(PathBuf::from).filter(|path| path != Path::new("-"));
        let format = format(matches, file.as_deref()).ok_or(texts::bad_extension as fn(Lang) -> _)?;
        let scale = scale(matches).ok_or(texts::bad_scale as fn(Lang) -> _)?;
        match &file {
            Some(file) if file == model => Err(texts::over_model),
            None if format == "png" => Err(texts::png_to_file),
            _ => Ok(Self { file, format, scale, force: matches.get_flag("force") }),
        }
    }
}

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let Some((path, variant)) = input::asked(matches) else { return Exit::Usage };
    let wanted = match Wanted::new(matches, path) {
        Ok(wanted) => wanted,
        Err(why) => {
            console.error(why(console.lang()));
            return Exit::Usage;
        }
    };
    let (audit, model) = match input::load(path, variant).and_then(|model| Ok((input::audit_of(&model)?, model))) {
        Ok(done) => done,
        Err(refusal) => return console.refuse(&refusal),
    };
    let Some(subject) = subject(matches, &audit, console) else { return Exit::Usage };
    let lang = console.lang_of_document(&model);
    match drawn(&model, &audit, subject, &wanted, lang) {
        Ok(bytes) => put(&bytes, &wanted, console),
        Err(PngError::Large) => {
            console.error(texts::large(console.lang()));
            Exit::Usage
        }
        Err(error) => {
            console.error(&error.to_string());
            Exit::Failure
        }
    }
}

/// What is to be drawn; a name that is none of the model's is told.
fn subject(matches: &ArgMatches, audit: &Audit, console: &mut Console) -> Option<Subject> {
    let Some(id) = matches.get_one::<String>("data") else { return Some(Subject::Overview) };
    let found = audit.data.iter().position(|data| data.id == *id);
    if found.is_none() {
        let known: Vec<String> = audit.data.iter().map(|data| data.id.clone()).collect();
        console.error(&words::not_in_model(id, &known, console.lang()));
    }
    found.map(Subject::Data)
}

/// The drawing, in its format.
fn drawn(model: &Model, audit: &Audit, subject: Subject, wanted: &Wanted, lang: Lang) -> Result<Vec<u8>, PngError> {
    let map = SystemMap::new(model, audit);
    let svg = || {
        let scene = diagram::scene(&map, audit, subject, lang);
        diagram::svg(&scene, Frame { note: Some(&made_from(audit, lang)), prefix: "d", shared: true })
    };
    Ok(match wanted.format {
        "mermaid" => diagram::mermaid(&map, audit, subject, lang).into_bytes(),
        "dot" => diagram::dot(&map, audit, subject, lang).into_bytes(),
        "png" => diagram::png(&svg(), wanted.scale)?,
        _ => svg().into_bytes(),
    })
}

/// Writes it, or prints it.
fn put(bytes: &[u8], wanted: &Wanted, console: &mut Console) -> Exit {
    let Some(target) = &wanted.file else { return console.print(&String::from_utf8_lossy(bytes)) };
    match output::write(target, bytes, Some(mark(wanted.format)), wanted.force) {
        Ok(()) => console.print(&format!("{}\n", input::shown(target))),
        Err(unwritten) => {
            let lang = console.lang();
            console.unwritten(target, &unwritten.why(&typeset(words::not_ours(lang), lang), lang), lang)
        }
    }
}

/// What the drawings of the tool bear, by which it knows its own.
fn mark(format: &str) -> &'static str {
    match format {
        "mermaid" => "%% enclair ",
        "dot" => "// enclair ",
        "png" => "Software\0enclair ",
        _ => "<metadata>enclair ",
    }
}

/// The format asked for, or that of the file's extension; none where that is no extension of a format.
fn format<'m>(matches: &'m ArgMatches, file: Option<&Path>) -> Option<&'m str> {
    if let Some(format) = matches.get_one::<String>("format") {
        return Some(format);
    }
    let Some(file) = file else { return Some("svg") };
    match file.extension()?.to_str()? {
        "svg" => Some("svg"),
        "png" => Some("png"),
        "mmd" | "mermaid" => Some("mermaid"),
        "dot" | "gv" => Some("dot"),
        _ => None,
    }
}

fn scale(matches: &ArgMatches) -> Option<u8> {
    let Some(text) = matches.get_one::<String>("scale") else { return Some(2) };
    text.parse().ok().filter(|scale| (1..=LARGEST).contains(scale))
}
