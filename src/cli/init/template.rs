//! A model of the gallery as the start of one's own.

use crate::gallery::Entry;
use crate::text::{Lang, init as words, typeset};

/// The line that tells editors of the schema, in the gallery.
const FROM: &str = "$schema=../../schema/";
/// The same line beside the schema that `init` writes.
const TO: &str = "$schema=./";

/// The model, in the language asked for or its own, with what to do about it at its top; and that language.
pub(super) fn model(entry: &Entry, asked: Option<Lang>, ambient: Lang) -> (Lang, String) {
    let own = Lang::ALL.into_iter().find_map(|lang| Some((lang, said(entry.text, lang)?)));
    let lang = asked.or(own.map(|(lang, _)| lang)).unwrap_or(ambient);
    let mut text = entry.text.to_owned();
    if let Some((own, at)) = own {
        text.replace_range(at..at + written(own).len(), &written(lang));
    }
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let note = typeset(&words::from_template(entry.id, lang), lang);
    let note: Vec<String> = note.lines().map(|line| format!("# {line}\n")).collect();
    (lang, format!("{}\n#\n{}\n{rest}", first.replace(FROM, TO), note.concat()))
}

/// Where a model says that this is its language.
fn said(text: &str, lang: Lang) -> Option<usize> {
    let written = written(lang);
    let ends = |at: &usize| text[at + written.len()..].starts_with([' ', '\n', '}', ',']);
    text.match_indices(&written).map(|(at, _)| at).find(ends)
}

/// How a model says its language.
fn written(lang: Lang) -> String {
    format!("language: {lang}")
}
