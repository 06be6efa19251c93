//! `enclair completions` and `enclair man`: what shells and manuals need.

use std::io;
use std::path::PathBuf;

use clap::ArgMatches;
use clap_complete::Shell;
use clap_mangen::Man;

use super::output;
use super::{Console, Exit, args, input};
use crate::text::shell as texts;
use crate::text::{Lang, typeset};

/// What a page of the manual bears, by which the tool knows its own.
const MARK: &str = ".TH enclair";

/// Writes the completions of a shell.
pub(super) fn completions(matches: &ArgMatches, console: &mut Console) -> Exit {
    let Some(shell) = matches.get_one::<Shell>("shell") else {
        return Exit::Usage;
    };
    let mut bytes = Vec::new();
    clap_complete::generate(*shell, &mut args::command(console.lang()), "enclair", &mut bytes);
    console.print(&String::from_utf8_lossy(&bytes))
}

/// Writes the pages of the manual: one after the other, or each to a file.
pub(super) fn man(matches: &ArgMatches, console: &mut Console) -> Exit {
    let lang = console.lang();
    let pages = match pages(lang) {
        Ok(pages) => pages,
        Err(error) => {
            console.error(&error.to_string());
            return Exit::Failure;
        }
    };
    let Some(directory) = matches.get_one::<String>("dir").map(PathBuf::from) else {
        let all: String = pages.into_iter().map(|(_, page)| page).collect();
        return console.print(&all);
    };
    let mut out = format!("{}\n", typeset(texts::written(lang), lang));
    for (name, page) in pages {
        let path = directory.join(name);
        if let Err(unwritten) = output::write(&path, &page, Some(MARK), false) {
            return console.unwritten(&path, &unwritten.why(texts::not_ours(lang), lang), lang);
        }
        out += &input::shown(&path);
        out.push('\n');
    }
    console.print(&out)
}

/// Every page: its file name and its text, that of the whole command first.
fn pages(lang: Lang) -> io::Result<Vec<(String, String)>> {
    let mut root = args::command(lang);
    root.build();
    let commands = std::iter::once(root.clone()).chain(root.get_subcommands().cloned());
    commands.map(|command| page(command, lang)).collect()
}

fn page(command: clap::Command, lang: Lang) -> io::Result<(String, String)> {
    let man = Man::new(command).source(concat!("enclair ", env!("CARGO_PKG_VERSION")));
    let mut bytes = Vec::new();
    man.render(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.lines().map(|line| match line.strip_prefix(".SH ") {
        Some(title) => format!(".SH {}\n", texts::heading(title.trim_matches(['"', '\u{a0}', ' ']), lang)),
        None => format!("{line}\n"),
    });
    Ok((man.get_filename(), lines.collect()))
}
