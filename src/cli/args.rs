//! Arguments, and help in both languages.

use std::ffi::OsString;
use std::io::Write;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{
    Console, Exit, changes, check, compare, date, diagram, diff, explain, facts, findings, gallery, init, more, parts,
    questions, report, rules, schema, shell, templates,
};
use crate::source::Style;
use crate::text::cli as words;
use crate::text::{Lang, hds, scenarios, set, transfers, typeset};

/// The place in the help of what every command has: after what is its own.
const LAST: usize = 1000;

const HELP: &str = "{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}";

/// The command tree, in a language.
pub(super) fn command(lang: Lang) -> Command {
    let root = Command::new("enclair")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words::about(lang))
        .after_help(words::after_help(lang))
        .subcommand_required(true)
        .subcommand_help_heading(words::commands(lang))
        .subcommand_value_name(lang.pick("COMMANDE", "COMMAND"))
        .disable_help_subcommand(true)
        .subcommand(
            sub("check", words::check(lang), lang)
                .arg(models(lang))
                .arg(variant(lang))
                .arg(choice("format", words::format(lang), &["human", "json"], lang))
                .arg(flag("summary", set::summary_option(lang), lang))
                .arg(date::option(lang))
                .arg(
                    option("fail-on", words::fail_on(lang), lang)
                        .value_name(lang.pick("GENRE", "KIND"))
                        .action(ArgAction::Append),
                ),
        )
        .subcommand(
            sub("report", words::report(lang), lang)
                .arg(models(lang))
                .arg(variant(lang))
                .arg(option("output", words::output(lang), lang).short('o').value_name(lang.pick("CHEMIN", "PATH")))
                .arg(date::option(lang))
                .arg(flag("force", words::force(lang), lang))
                .args(report::options(lang)),
        )
        .subcommand(
            sub("explain", words::explain(lang), lang)
                .arg(model(lang))
                .arg(variant(lang))
                .arg(option("actor", words::actor(lang), lang).required(true).value_name(lang.pick("ACTEUR", "ACTOR")))
                .arg(option("data", words::data(lang), lang).required(true).value_name(lang.pick("DONNÉE", "DATA")))
                .arg(choice("format", words::format(lang), &["human", "json"], lang)),
        )
        .subcommand(more::findings(lang))
        .subcommand(more::changes(lang))
        .subcommand(more::part("hds", hds::command(lang), lang).arg(date::option(lang)))
        .subcommand(more::part("scenarios", scenarios::command(lang), lang))
        .subcommand(more::part("transfers", transfers::command(lang), lang))
        .subcommand(more::diagram(lang))
        .subcommand(more::diff(lang))
        .subcommand(more::compare(lang))
        .subcommand(more::questions(lang))
        .subcommand(
            sub("facts", words::facts(lang), lang)
                .arg(model(lang))
                .arg(variant(lang))
                .arg(flag("best", words::best(lang), lang))
                .arg(choice("format", words::format(lang), &["plain", "asp"], lang)),
        )
        .subcommand(more::rules(lang))
        .subcommand(more::gallery(lang))
        .subcommand(more::init(lang))
        .subcommand(more::templates(lang))
        .subcommand(more::schema(lang))
        .subcommand(more::completions(lang))
        .subcommand(more::man(lang));
    common(root, lang)
        .arg(choice("lang", words::lang(lang), &["fr", "en"], lang).global(true).display_order(LAST))
        .arg(
            choice("color", words::color(lang), &["auto", "always", "never"], lang)
                .global(true)
                .display_order(LAST + 1),
        )
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words::version(lang))
                .display_order(LAST + 2)
                .help_heading(words::options(lang)),
        )
}

/// What every command has: help in the right words.
fn common(command: Command, lang: Lang) -> Command {
    let french = |text: &str| typeset(text, lang);
    command.help_template(HELP.replace("{usage-heading}", &french(words::usage(lang)))).disable_help_flag(true).arg(
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(words::help(lang))
            .help_heading(words::options(lang)),
    )
}

pub(super) fn sub(name: &'static str, about: &'static str, lang: Lang) -> Command {
    common(Command::new(name).about(about), lang)
}

pub(super) fn models(lang: Lang) -> Arg {
    Arg::new("models")
        .value_name(lang.pick("MODÈLE", "MODEL"))
        .help(typeset(words::models(lang), lang))
        .help_heading(words::arguments(lang))
        .num_args(1..)
        .required(true)
        .value_parser(clap::value_parser!(std::path::PathBuf))
}

pub(super) fn model(lang: Lang) -> Arg {
    models(lang).num_args(1).help(typeset(words::model(lang), lang))
}

/// The variant that takes the place of the model.
pub(super) fn variant(lang: Lang) -> Arg {
    option("variant", words::variant(lang), lang).value_name(lang.pick("NOM", "NAME"))
}

pub(super) fn option(name: &'static str, help: &'static str, lang: Lang) -> Arg {
    Arg::new(name).long(name).help(typeset(help, lang)).help_heading(words::options(lang))
}

pub(super) fn flag(name: &'static str, help: &'static str, lang: Lang) -> Arg {
    option(name, help, lang).action(ArgAction::SetTrue)
}

pub(super) fn choice(name: &'static str, help: &'static str, values: &'static [&'static str], lang: Lang) -> Arg {
    let shown = format!("{} [{}]", typeset(help, lang), values.join(", "));
    option(name, help, lang)
        .help(shown)
        .value_name(lang.pick("CHOIX", "CHOICE"))
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(values))
}

/// Reads the arguments and runs the command.
pub(super) fn dispatch(arguments: Vec<OsString>, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    let (asked, ambient) = languages(&arguments);
    let lang = asked.unwrap_or(ambient);
    let mut console = Console { out, err, asked, ambient, style: Style::Plain, err_style: Style::Plain };
    match command(lang).try_get_matches_from(arguments) {
        Ok(matches) => {
            let color = matches.get_one::<String>("color").map_or("auto", String::as_str);
            console.style = style(color, anstream::AutoStream::choice(&std::io::stdout()));
            console.err_style = style(color, anstream::AutoStream::choice(&std::io::stderr()));
            command_of(&matches, &mut console)
        }
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            console.print(&error.render().to_string())
        }
        Err(error) => {
            let text = usage_error(&error, lang);
            console.error(&text);
            console.complain(&(words::see_help(lang) + "\n"));
            Exit::Usage
        }
    }
}

fn command_of(matches: &ArgMatches, console: &mut Console) -> Exit {
    match matches.subcommand() {
        Some(("check", matches)) => check::run(matches, console),
        Some(("report", matches)) => report::run(matches, console),
        Some(("explain", matches)) => explain::run(matches, console),
        Some(("findings", matches)) => findings::run(matches, console),
        Some(("changes", matches)) => changes::run(matches, console),
        Some(("hds", matches)) => parts::hds(matches, console),
        Some(("scenarios", matches)) => parts::scenarios(matches, console),
        Some(("transfers", matches)) => parts::transfers(matches, console),
        Some(("diagram", matches)) => diagram::run(matches, console),
        Some(("diff", matches)) => diff::run(matches, console),
        Some(("compare", matches)) => compare::run(matches, console),
        Some(("questions", matches)) => questions::run(matches, console),
        Some(("facts", matches)) => facts::run(matches, console),
        Some(("rules", matches)) => rules::run(matches, console),
        Some(("gallery", matches)) => gallery::run(matches, console),
        Some(("init", matches)) => init::run(matches, console),
        Some(("templates", matches)) => templates::run(matches, console),
        Some(("schema", _)) => schema::run(console),
        Some(("completions", matches)) => shell::completions(matches, console),
        Some(("man", matches)) => shell::man(matches, console),
        _ => Exit::Usage,
    }
}

fn style(color: &str, auto: anstream::ColorChoice) -> Style {
    match color {
        "always" => Style::Ansi,
        "never" => Style::Plain,
        _ if auto == anstream::ColorChoice::Never => Style::Plain,
        _ => Style::Ansi,
    }
}

/// The language asked for by option, read before the arguments are, since help depends on it; and
/// that of the environment.
fn languages(arguments: &[OsString]) -> (Option<Lang>, Lang) {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let spaced = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let asked = spaced.or(joined).and_then(Lang::from_id);
    let own = std::env::var("ENCLAIR_LANG").ok();
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let french = |value: &String| value.starts_with("fr");
    let ambient = if own.or(locale).as_ref().is_some_and(french) { Lang::Fr } else { Lang::En };
    (asked, ambient)
}

/// What is wrong with the arguments, in the right language.
fn usage_error(error: &clap::Error, lang: Lang) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let said = match error.kind() {
        ErrorKind::UnknownArgument => words::unknown_argument(&argument, lang),
        ErrorKind::InvalidSubcommand => words::unknown_argument(&text(ContextKind::InvalidSubcommand), lang),
        ErrorKind::InvalidValue => {
            words::invalid_value(&text(ContextKind::InvalidValue), &argument, &text(ContextKind::ValidValue), lang)
        }
        ErrorKind::ArgumentConflict => words::conflict(&argument, &text(ContextKind::PriorArg), lang),
        ErrorKind::MissingRequiredArgument => words::missing(&argument, lang),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words::missing(lang.pick("une commande", "a command"), lang)
        }
        _ => words::bad_usage(lang).to_owned(),
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    // Of several words that are near, the last is the nearest.
    let nearest = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(list)) => list.last().cloned().unwrap_or_default(),
        _ => text(kind),
    };
    let near = near.into_iter().map(nearest).find(|near| !near.is_empty());
    match near {
        Some(near) => format!("{said} ; {}", words::did_you_mean(&near, lang)).replace(" ; ", lang.pick(" ; ", "; ")),
        None => said,
    }
}
