//! What two independent organisations reach together.

use serde::Serialize;

use super::words::Words;
use crate::report::together::{hosts, pairs};
use crate::text::together as sentences;

#[derive(Debug, Serialize)]
pub(super) struct Together {
    pub(super) title: String,
    note: String,
    pairs: Vec<Pair>,
}

#[derive(Debug, Serialize)]
struct Pair {
    sentence: String,
    shared: Option<String>,
}

/// Nothing when no pair reaches more than its organisations alone.
pub(super) fn together(words: &Words) -> Option<Together> {
    let lang = words.lang;
    let pair = |pair: &crate::report::together::Pair| {
        let names = pair.labels.map(|label| words.name(label));
        let [one, other] = &names;
        let shared = hosts(pair, lang);
        Pair {
            sentence: words.say(&sentences::line([one, other], &pair.reached(lang), lang)),
            shared: (!shared.is_empty()).then(|| words.say(&sentences::shared(&shared, lang))),
        }
    };
    let all: Vec<Pair> = pairs(words.audit).iter().map(pair).collect();
    (!all.is_empty()).then(|| Together {
        title: words.say(sentences::title(lang)),
        note: words.say(sentences::note(lang)),
        pairs: all,
    })
}
