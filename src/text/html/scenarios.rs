//! Sentences of the breach scenarios of the page.

use crate::text::Lang;

/// The worst that events of a group give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worst {
    /// Data is read.
    Readable,
    /// A protection can be subverted.
    Subvertible,
    /// Only ciphertext is had.
    Intact,
}

/// The heading of the events whose worst is so.
pub fn heading(worst: Worst, count: usize, lang: Lang) -> String {
    let title = match (worst, lang) {
        (Worst::Readable, Lang::Fr) => "Des données sont lues",
        (Worst::Readable, Lang::En) => "Data is read",
        (Worst::Subvertible, Lang::Fr) => "Une protection reste à contourner",
        (Worst::Subvertible, Lang::En) => "A protection remains to be subverted",
        (Worst::Intact, Lang::Fr) => "Seul du chiffré est pris",
        (Worst::Intact, Lang::En) => "Only ciphertext is taken",
    };
    match (count, lang) {
        (1, Lang::Fr) => format!("{title} : 1 événement"),
        (_, Lang::Fr) => format!("{title} : {count} événements"),
        (1, Lang::En) => format!("{title}: 1 event"),
        (_, Lang::En) => format!("{title}: {count} events"),
    }
}

/// How many of the events are orders of an authority.
pub fn ordered(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => "Dont 1 sur ordre d’une autorité".to_owned(),
        (_, Lang::Fr) => format!("Dont {count} sur ordre d’une autorité"),
        (_, Lang::En) => format!("Of which {count} by order of an authority"),
    }
}

/// How many data assets are in a state, by its word, with the marks of any of them.
pub fn counted(count: usize, word: &str, marks: &str, lang: Lang) -> String {
    let plural = if count > 1 && lang == Lang::Fr { "s" } else { "" };
    format!("{count} {word}{plural}{marks}")
}

/// How many people are concerned.
pub fn people(number: &str, lang: Lang) -> String {
    lang.pick(format!("personnes : {number}"), format!("people: {number}"))
}
