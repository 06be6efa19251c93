//! The day on which accepted risks are judged: asked for, or of the environment; never that of a clock.

use clap::{Arg, ArgMatches};

use super::{Console, Exit, args};
use crate::model::Day;
use crate::text::Lang;
use crate::text::cli as words;

/// The variable by which builds that can be done again say what day it is.
const VARIABLE: &str = "SOURCE_DATE_EPOCH";

/// `--date`.
pub(super) fn option(lang: Lang) -> Arg {
    args::option("date", words::date(lang), lang).value_name(lang.pick("AAAA-MM-JJ", "YYYY-MM-DD"))
}

/// The day asked for by option, else by the environment; without either, the model's own date stands.
pub(super) fn asked(matches: &ArgMatches, console: &mut Console) -> Result<Option<Day>, Exit> {
    let lang = console.lang();
    let (value, name, form, day) = match (matches.get_one::<String>("date"), std::env::var_os(VARIABLE)) {
        (Some(text), _) => (text.clone(), "--date", lang.pick("AAAA-MM-JJ", "YYYY-MM-DD"), Day::parse(text)),
        (None, Some(text)) => {
            let text = text.to_string_lossy().into_owned();
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let seconds = text.parse::<u64>().ok().filter(|_| digits);
            (text, VARIABLE, words::epoch_form(lang), seconds.and_then(Day::of_epoch))
        }
        (None, None) => return Ok(None),
    };
    if day.is_none() {
        console.error(&words::invalid_value(&value, name, form, lang));
        return Err(Exit::Usage);
    }
    Ok(day)
}
