//! Arguments of the other commands: two models compared, questions, a first model, schema, shells, manual.

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Arg, Command};
use clap_complete::Shell;

use super::args::{choice, flag, model, models, option, sub, variant};
use super::date;
use crate::text::{
    Lang, change, cli as words, comparison as beside, diagram as drawing, diff as comparing, finding, gallery, init,
};
use crate::text::{questions as asking, shell, templates as own, typeset};

pub(super) fn findings(lang: Lang) -> Command {
    sub("findings", finding::command(lang), lang)
        .arg(model(lang))
        .arg(variant(lang))
        .arg(date::option(lang))
        .arg(choice("format", words::format(lang), &["human", "json"], lang))
        .arg(flag("proofs", finding::proofs(lang), lang))
        .arg(flag("references", finding::references(lang), lang))
}

pub(super) fn rules(lang: Lang) -> Command {
    sub("rules", words::rules(lang), lang)
        .arg(positional("rule", finding::rule_argument(lang), lang).value_name(lang.pick("RÈGLE", "RULE")))
        .arg(choice("format", words::format(lang), &["human", "json"], lang))
}

pub(super) fn changes(lang: Lang) -> Command {
    sub("changes", change::command(lang), lang)
        .arg(model(lang))
        .arg(variant(lang))
        .arg(choice("format", words::format(lang), &["human", "json"], lang))
        .arg(flag("all", change::all(lang), lang))
}

/// A part of `check` that has a command of its own.
pub(super) fn part(name: &'static str, about: &'static str, lang: Lang) -> Command {
    sub(name, about, lang).arg(model(lang)).arg(variant(lang)).arg(choice(
        "format",
        words::format(lang),
        &["human", "json"],
        lang,
    ))
}

pub(super) fn diagram(lang: Lang) -> Command {
    sub("diagram", drawing::command(lang), lang)
        .arg(model(lang))
        .arg(variant(lang))
        .arg(option("data", drawing::data(lang), lang).value_name(lang.pick("DONNÉE", "DATA")))
        .arg(option("output", drawing::output(lang), lang).short('o').value_name(path(lang)))
        .arg(choice("format", drawing::format(lang), &["svg", "png", "mermaid", "dot"], lang))
        .arg(option("scale", drawing::scale(lang), lang).value_name(lang.pick("NOMBRE", "NUMBER")))
        .arg(flag("force", words::force(lang), lang))
}

pub(super) fn questions(lang: Lang) -> Command {
    sub("questions", asking::command(lang), lang)
        .arg(model(lang))
        .arg(variant(lang))
        .arg(option("to", asking::to(lang), lang).value_name("ORGANISATION"))
        .arg(choice("format", words::format(lang), &["text", "markdown", "csv"], lang))
        .arg(option("output", asking::output(lang), lang).short('o').value_name(path(lang)))
        .arg(flag("force", asking::force(lang), lang))
}

pub(super) fn diff(lang: Lang) -> Command {
    let side = |name, help| {
        let value = clap::value_parser!(std::path::PathBuf);
        positional(name, help, lang).value_name(lang.pick("MODÈLE", "MODEL")).required(true).value_parser(value)
    };
    sub("diff", comparing::command(lang), lang)
        .arg(side("old", comparing::old(lang)).value_name(lang.pick("AVANT", "BEFORE")).index(1))
        .arg(side("new", comparing::new(lang)).value_name(lang.pick("APRÈS", "AFTER")).index(2))
        .arg(choice("format", words::format(lang), &["human", "json", "markdown"], lang))
        .arg(flag("all", comparing::all(lang), lang))
        .arg(flag("proofs", comparing::proofs(lang), lang))
        .arg(flag("facts", comparing::facts(lang), lang))
}

pub(super) fn compare(lang: Lang) -> Command {
    sub("compare", beside::command(lang), lang)
        .arg(models(lang).help(typeset(beside::models(lang), lang)))
        .arg(choice("format", words::format(lang), &["human", "json", "markdown"], lang))
        .arg(flag("all", beside::all(lang), lang))
}

pub(super) fn init(lang: Lang) -> Command {
    let known = |name, help| choice(name, help, &["yes", "no", "unknown"], lang);
    let named = |name, help| option(name, help, lang).value_name(lang.pick("NOM", "NAME"));
    sub("init", init::command(lang), lang)
        .arg(
            positional("path", init::path(lang), lang)
                .value_name(path(lang))
                .value_parser(clap::value_parser!(std::path::PathBuf)),
        )
        .arg(
            named("template", gallery::template(lang))
                .conflicts_with_all(["name", "vendor", "users", "web", "mobile", "host", "tls", "at-rest", "backups"])
                .conflicts_with_all(["admins", "end-to-end"]),
        )
        .arg(flag("yes", init::yes(lang), lang).short('y'))
        .arg(named("name", init::name(lang)))
        .arg(named("vendor", init::vendor(lang)))
        .arg(named("users", init::users(lang)).value_name(lang.pick("NOMS", "NAMES")))
        .arg(flag("web", init::web(lang), lang))
        .arg(flag("mobile", init::mobile(lang), lang))
        .arg(named("host", init::host(lang)))
        .arg(known("tls", init::tls(lang)))
        .arg(known("at-rest", init::at_rest(lang)))
        .arg(known("backups", init::backups(lang)))
        .arg(named("admins", init::admins(lang)))
        .arg(known("end-to-end", init::end_to_end(lang)))
}

pub(super) fn gallery(lang: Lang) -> Command {
    let id = positional("id", gallery::id(lang), lang).value_name(lang.pick("NOM", "NAME")).required(true);
    let show = sub("show", gallery::show(lang), lang).arg(id).arg(choice(
        "format",
        gallery::show_format(lang),
        &["human", "yaml"],
        lang,
    ));
    sub("gallery", gallery::command(lang), lang)
        .subcommand_help_heading(words::commands(lang))
        .subcommand_value_name(lang.pick("COMMANDE", "COMMAND"))
        .disable_help_subcommand(true)
        .arg(choice("format", gallery::list_format(lang), &["human", "markdown"], lang))
        .subcommand(show)
}

pub(super) fn templates(lang: Lang) -> Command {
    let output = option("output", own::output(lang), lang).short('o').value_name(lang.pick("DOSSIER", "DIRECTORY"));
    let output = output.required(true).value_parser(clap::value_parser!(std::path::PathBuf));
    sub("templates", own::command(lang), lang).arg(output).arg(flag("force", own::force(lang), lang))
}

pub(super) fn schema(lang: Lang) -> Command {
    sub("schema", shell::schema(lang), lang)
}

pub(super) fn completions(lang: Lang) -> Command {
    const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];
    let help = format!("{} [{}]", shell::shell(lang), SHELLS.join(", "));
    sub("completions", shell::completions(lang), lang).arg(
        positional("shell", &help, lang)
            .value_name(lang.pick("INTERPRÉTEUR", "SHELL"))
            .required(true)
            .hide_possible_values(true)
            .value_parser(PossibleValuesParser::new(SHELLS).try_map(|name| name.parse::<Shell>())),
    )
}

pub(super) fn man(lang: Lang) -> Command {
    let dir = option("dir", shell::dir(lang), lang).value_name(lang.pick("DOSSIER", "DIRECTORY"));
    sub("man", shell::man(lang), lang).arg(dir)
}

fn positional(name: &'static str, help: &str, lang: Lang) -> Arg {
    Arg::new(name).help(typeset(help, lang)).help_heading(words::arguments(lang))
}

fn path(lang: Lang) -> &'static str {
    lang.pick("CHEMIN", "PATH")
}
