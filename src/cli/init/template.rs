//! A model of the gallery as the start of one's own.

use crate::gallery::Entry;
use crate::text::{Lang, init as words, typeset};

/// The line that tells editors of the schema, in the gallery.
const FROM: &str = "$schema=../../schema/";
/// The same line beside the schema that `init` writes.
const TO: &str = "$schema=./";

/// The model, in the language asked for or its own, with what to do about it at its top; and that language.
pub(super) fn model(entry: &Entry, asked: Option<Lang>, ambient: Lang) -> (Lang, String) {
    let own = Lang::ALL.into_iter().find(|lang| entry.text.contains(&written(*lang)));
    let lang = asked.or(own).unwrap_or(ambient);
    let text = own.map_or_else(|| entry.text.to_owned(), |own| entry.text.replacen(&written(own), &written(lang), 1));
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let note = typeset(&words::from_template(entry.id, lang), lang);
    let note: Vec<String> = note.lines().map(|line| format!("# {line}\n")).collect();
    (lang, format!("{}\n#\n{}\n{rest}", first.replace(FROM, TO), note.concat()))
}

/// How a model says its language.
fn written(lang: Lang) -> String {
    format!("language: {lang} }}")
}
