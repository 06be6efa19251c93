//! `enclair diagram`.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Console, Exit, input, output};
use crate::compare::SystemMap;
use crate::diagram::{self, Frame, PngError, Subject};
use crate::report::made_from;
use crate::text::{cli as words, diagram as texts, typeset};

/// The largest scale.
const LARGEST: u8 = 8;

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let Some((path, variant)) = input::asked(matches) else { return Exit::Usage };
    let file = matches.get_one::<String>("output").map(PathBuf::from).filter(|path| path != Path::new("-"));
    let Some(format) = format(matches, file.as_deref()) else {
        console.error(texts::bad_extension(console.lang()));
        return Exit::Usage;
    };
    if file.as_deref() == Some(path) {
        console.error(texts::over_model(console.lang()));
        return Exit::Usage;
    }
    let Some(scale) = scale(matches) else {
        console.error(texts::bad_scale(console.lang()));
        return Exit::Usage;
    };
    if format == "png" && file.is_none() {
        console.error(texts::png_to_file(console.lang()));
        return Exit::Usage;
    }
    let (model, audit) = match input::load(path, variant).and_then(|model| Ok((input::audit_of(&model)?, model))) {
        Ok((audit, model)) => (model, audit),
        Err(refusal) => return console.refuse(&refusal),
    };
    let lang = console.lang_of_document(&model);
    let asked = matches.get_one::<String>("data");
    let found = asked.map(|id| (id, audit.data.iter().position(|data| data.id == *id)));
    let subject = match found {
        None => Subject::Overview,
        Some((_, Some(at))) => Subject::Data(at),
        Some((id, None)) => {
            let known: Vec<String> = audit.data.iter().map(|data| data.id.clone()).collect();
            console.error(&words::not_in_model(id, &known, console.lang()));
            return Exit::Usage;
        }
    };
    let map = SystemMap::new(&model, &audit);
    let svg = || {
        let scene = diagram::scene(&map, &audit, subject, lang);
        diagram::svg(&scene, Frame { note: Some(&made_from(&audit, lang)), prefix: "d", shared: true })
    };
    let bytes = match format {
        "mermaid" => diagram::mermaid(&map, &audit, subject, lang).into_bytes(),
        "dot" => diagram::dot(&map, &audit, subject, lang).into_bytes(),
        "png" => match diagram::png(&svg(), scale) {
            Ok(bytes) => bytes,
            Err(PngError::Large) => {
                console.error(texts::large(console.lang()));
                return Exit::Usage;
            }
            Err(error) => {
                console.error(&error.to_string());
                return Exit::Failure;
            }
        },
        _ => svg().into_bytes(),
    };
    match file {
        None => console.print(&String::from_utf8_lossy(&bytes)),
        Some(target) => match output::write(&target, &bytes, Some(mark(format)), matches.get_flag("force")) {
            Ok(()) => console.print(&format!("{}\n", input::shown(&target))),
            Err(unwritten) => {
                let lang = console.lang();
                console.unwritten(&target, &unwritten.why(&typeset(words::not_ours(lang), lang), lang), lang)
            }
        },
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
