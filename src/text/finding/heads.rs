//! Heads of what is told of a finding, and a text after its head.

use crate::text::Lang;

fixed! {
    /// Who reads that way.
    reads => "Lisent ainsi", "Read this way";
    /// What to do.
    to_do_head => "À faire", "Do this";
    /// What that costs.
    cost => "Coût", "Cost";
}

/// A severity by its word.
pub fn weighed(word: &str, lang: Lang) -> String {
    lang.pick(format!("Gravité {word}"), format!("Severity {word}"))
}

/// A text after its head.
pub fn headed(head: &str, text: &str, lang: Lang) -> String {
    lang.pick(format!("{head} : {text}"), format!("{head}: {text}"))
}
