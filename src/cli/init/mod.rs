//! `enclair init`.

mod answers;
mod ask;
mod template;
mod write;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::output;
use super::{Console, Exit, input, schema};
use crate::gallery::Entry;
use crate::model::Maybe;
use crate::text::{Lang, init as words, typeset};
use answers::{Answers, Known};
use ask::{Asker, Stop};

/// The name of the schema, beside the model.
const SCHEMA: &str = "enclair.schema.json";
/// What the schema says in every version.
const MARK: &str = "\"The version of the language: 1.\"";

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let given = match Given::read(matches, console.lang()) {
        Ok(given) => given,
        Err((option, why)) => {
            console.error(&format!("`--{option}`{}{why}", console.lang().pick(" : ", ": ")));
            return Exit::Usage;
        }
    };
    let path = matches.get_one::<PathBuf>("path").map(PathBuf::as_path);
    let expected = target(path, console.lang());
    if expected.exists() {
        // Said before the questions are answered for nothing.
        return console.unwritten(&expected, words::exists(console.lang()), console.lang());
    }
    if let Some(name) = matches.get_one::<String>("template") {
        let Some(entry) = Entry::find(name) else { return console.not_in_gallery(name) };
        let (lang, text) = template::model(entry, given.lang, console.lang());
        return finish(path, &text, lang, console);
    }
    let ask = !matches.get_flag("yes") && std::io::stdin().is_terminal();
    let answers = if ask { asked(&given, console) } else { Ok(given.with_defaults(console.lang())) };
    let answers = match answers {
        Ok(answers) => answers,
        Err(stop) => {
            let lang = console.lang();
            console.complain("\n");
            console.error(&match stop {
                Stop::End => words::stopped(lang).to_owned(),
                Stop::Io(error) => error.to_string(),
            });
            return Exit::Usage;
        }
    };
    finish(path, &write::model(&answers), answers.lang, console)
}

/// Prints the model, or writes it where it is asked.
fn finish(path: Option<&Path>, text: &str, lang: Lang, console: &mut Console) -> Exit {
    match path {
        Some(path) if path == Path::new("-") => console.print(text),
        path => put(&target(path, lang), text, lang, console),
    }
}

/// The file to write: in a directory, under the usual name.
fn target(path: Option<&Path>, lang: Lang) -> PathBuf {
    match path {
        None => PathBuf::from(words::file(lang)),
        Some(path) if path.is_dir() => path.join(words::file(lang)),
        Some(path) => path.to_owned(),
    }
}

/// Writes the model and its schema, or neither.
fn put(path: &Path, text: &str, lang: Lang, console: &mut Console) -> Exit {
    if path.exists() {
        return console.unwritten(path, words::exists(lang), lang);
    }
    let beside = path.with_file_name(SCHEMA);
    let schema = match schema::text() {
        Ok(schema) => schema,
        Err(error) => return console.unwritten(&beside, &error.to_string(), lang),
    };
    for (path, text, mark) in [(&*beside, &*schema, Some(MARK)), (path, text, None)] {
        if let Err(unwritten) = output::write(path, text, mark, false) {
            let not_ours = if mark.is_some() { words::not_the_schema(lang) } else { words::exists(lang) };
            return console.unwritten(path, &unwritten.why(not_ours, lang), lang);
        }
    }
    let (model, schema) = (input::shown(path), input::shown(&beside));
    let said = |text: &str| typeset(text, lang);
    let next = format!("  enclair check {model}\n  enclair questions {model}\n");
    console.print(&format!("{}\n{model}\n{schema}\n\n{}\n{next}", said(words::written(lang)), said(words::next(lang))))
}

/// What options say.
#[derive(Debug, Default)]
struct Given {
    lang: Option<Lang>,
    name: Option<String>,
    vendor: Option<String>,
    users: Option<Vec<String>>,
    web: bool,
    mobile: bool,
    host: Option<Maybe<String>>,
    tls: Option<Known>,
    at_rest: Option<Known>,
    backups: Option<Known>,
    admins: Option<Maybe<String>>,
    end_to_end: Option<Known>,
}

impl Given {
    /// Reads options, or tells which cannot be used and why.
    fn read(matches: &ArgMatches, lang: Lang) -> Result<Self, (&'static str, &'static str)> {
        let text = |option: &'static str| matches.get_one::<String>(option);
        let name = |option: &'static str| {
            let given = text(option).map(|text| answers::name(text, lang));
            given.transpose().map_err(|why| (option, why))
        };
        let known_name = |option: &'static str| match text(option) {
            Some(text) if answers::is_unknown(text) => Ok(Some(Maybe::Unknown)),
            _ => name(option).map(|name| name.map(Maybe::Is)),
        };
        let known = |option: &'static str| text(option).and_then(|text| Known::from_id(text));
        let users = text("users").map(|text| answers::names(text, lang)).transpose();
        Ok(Self {
            lang: text("lang").and_then(|text| Lang::from_id(text)),
            name: name("name")?,
            vendor: name("vendor")?,
            users: users.map_err(|why| ("users", why))?,
            web: matches.get_flag("web"),
            mobile: matches.get_flag("mobile"),
            host: known_name("host")?,
            tls: known("tls"),
            at_rest: known("at-rest"),
            backups: known("backups"),
            admins: known_name("admins")?,
            end_to_end: known("end-to-end"),
        })
    }

    /// The answers, where nobody is asked.
    fn with_defaults(&self, ambient: Lang) -> Answers {
        let lang = self.lang.unwrap_or(ambient);
        let own = |given: &Option<String>, default: &str| given.clone().unwrap_or_else(|| default.to_owned());
        let vendor = own(&self.vendor, words::some_vendor(lang));
        let users = words::some_users(lang).split(", ").map(str::to_owned);
        Answers {
            lang,
            name: own(&self.name, words::some_system(lang)),
            users: self.users.clone().unwrap_or_else(|| users.collect()),
            web: self.web || !self.mobile,
            mobile: self.mobile,
            host: self.host.as_ref().and_then(Maybe::known).cloned(),
            tls: self.tls.unwrap_or(Known::Unknown),
            at_rest: self.at_rest.unwrap_or(Known::Unknown),
            backups: self.backups.unwrap_or(Known::Unknown),
            admins: self.admins.as_ref().map_or_else(|| Some(vendor.clone()), |admins| admins.known().cloned()),
            end_to_end: self.end_to_end.unwrap_or(Known::No),
            vendor,
        }
    }
}

/// The answers given on a terminal, to what options do not say.
fn asked(given: &Given, console: &mut Console) -> Result<Answers, Stop> {
    let lang = console.lang();
    let mut stdin = std::io::stdin().lock();
    let mut asker = Asker { input: &mut stdin, out: &mut *console.err, lang };
    answered(given, &mut asker)
}

fn answered(given: &Given, asker: &mut Asker) -> Result<Answers, Stop> {
    asker.say(words::welcome(asker.lang))?;
    if given.lang.is_none() {
        asker.lang = asker.language()?;
    }
    let lang = asker.lang;
    let mut answers = given.with_defaults(lang);
    if given.name.is_none() {
        answers.name = asker.name(words::ask_name(lang), words::some_system(lang))?;
    }
    if given.vendor.is_none() {
        answers.vendor = asker.name(words::ask_vendor(lang), words::some_vendor(lang))?;
    }
    if given.users.is_none() {
        answers.users = asker.names(words::ask_users(lang), words::some_users(lang))?;
    }
    if !given.web && !given.mobile {
        answers.web = asker.yes(words::ask_web(lang), true)?;
        answers.mobile = asker.yes(words::ask_mobile(lang), false)?;
    }
    if given.host.is_none() {
        answers.host = asker.known_name(words::ask_host(lang), "?")?;
    }
    let known = |asker: &mut Asker, given: Option<Known>, question: &str, default: Known| match given {
        Some(given) => Ok(given),
        None => asker.known(question, default),
    };
    answers.tls = known(asker, given.tls, words::ask_tls(lang), Known::Unknown)?;
    answers.at_rest = known(asker, given.at_rest, words::ask_at_rest(lang), Known::Unknown)?;
    answers.backups = known(asker, given.backups, words::ask_backups(lang), Known::Unknown)?;
    if given.admins.is_none() {
        answers.admins = asker.known_name(words::ask_admins(lang), &answers.vendor)?;
    }
    answers.end_to_end = known(asker, given.end_to_end, words::ask_end_to_end(lang), Known::No)?;
    Ok(answers)
}

#[cfg(test)]
mod tests;
