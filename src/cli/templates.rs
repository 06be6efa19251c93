//! `enclair templates`: the templates of the report, to be made one's own.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::output::{self, Unwritten};
use super::{Console, Exit, input};
use crate::report::html::files;
use crate::text::{templates as texts, typeset};

/// Writes every file, or none: what is there and differs is somebody's work.
pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let lang = console.lang();
    let Some(folder) = matches.get_one::<PathBuf>("output") else { return Exit::Usage };
    let force = matches.get_flag("force");
    let targets: Vec<(PathBuf, &str)> = files().map(|(name, text)| (place(folder, name), text)).collect();
    let same = |path: &Path, text: &str| std::fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes());
    let taken = targets.iter().find(|(path, text)| !force && path.exists() && !same(path, text));
    if let Some((path, _)) = taken {
        return console.unwritten(path, &Unwritten::NotOurs.why(texts::not_ours(lang), lang), lang);
    }
    let mut out = format!("{}\n", typeset(texts::written(lang), lang));
    for (path, text) in targets {
        if !same(&path, text)
            && let Err(unwritten) = output::write(&path, text, None, force)
        {
            return console.unwritten(&path, &unwritten.why(texts::not_ours(lang), lang), lang);
        }
        out += &input::shown(&path);
        out.push('\n');
    }
    console.print(&out)
}

fn place(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}
