//! Arguments of the commands that do not compute.

use clap::Command;

use super::args::{choice, flag, model, option, sub};
use crate::text::{Lang, cli as words, questions as asking};

pub(super) fn questions(lang: Lang) -> Command {
    sub("questions", asking::command(lang), lang)
        .arg(model(lang))
        .arg(option("to", asking::to(lang), lang).value_name("ORGANISATION"))
        .arg(choice("format", words::format(lang), &["text", "markdown", "csv"], lang))
        .arg(option("output", asking::output(lang), lang).short('o').value_name(path(lang)))
        .arg(flag("force", asking::force(lang), lang))
}

fn path(lang: Lang) -> &'static str {
    lang.pick("CHEMIN", "PATH")
}
