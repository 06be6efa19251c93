//! What both targets assert of whatever is printed, and models changed as models.

pub mod change;

use enclair::source::{Diagnostics, Node, Span, Style, Value};
use enclair::text::{Lang, is_hidden};

/// Nothing that acts on the text around it, nor that cannot be seen, is printed as it is.
pub fn assert_harmless(what: &str, text: &str) {
    let found = text.chars().find(|c| *c != '\n' && *c != '\t' && is_hidden(*c));
    assert!(found.is_none(), "{what} prints {found:?}");
}

/// A place is inside the text, and cuts no character.
pub fn assert_place(text: &str, span: &Span) {
    assert!(text.get(span.clone()).is_some(), "{span:?} is not a place of {} bytes", text.len());
}

/// Every value and every key of a tree has its place.
pub fn assert_places(text: &str, node: &Node) {
    assert_place(text, &node.span);
    match &node.value {
        Value::Scalar(_) => {}
        Value::List(list) => list.iter().for_each(|one| assert_places(text, one)),
        Value::Map(entries) => {
            for entry in entries {
                assert_place(text, &entry.key_span);
                assert_places(text, &entry.node);
            }
        }
    }
}

/// Mistakes have their places, and are told in both languages.
pub fn assert_told(diagnostics: &Diagnostics) {
    assert!(!diagnostics.list.is_empty(), "a refusal says nothing");
    for one in &diagnostics.list {
        assert_place(&diagnostics.file.text, &one.span);
        one.second.iter().for_each(|span| assert_place(&diagnostics.file.text, span));
    }
    for lang in Lang::ALL {
        let told = diagnostics.render(lang, Style::Plain);
        assert_harmless("a mistake", &told);
        assert!(told.contains(diagnostics.list[0].problem.code()));
        let _ = diagnostics.render(lang, Style::Ansi);
    }
}
