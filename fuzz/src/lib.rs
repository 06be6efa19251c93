//! What both targets assert of whatever is printed, and models changed as models.

pub mod change;

use enclair::model::{Model, load_with};
use enclair::source::{Diagnostics, Limits, Node, SourceFile, Sources, Span, Style, Value};
use enclair::text::problem::Unread;
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

/// A place of a model is inside one of its files, and cuts no character.
pub fn assert_placed(sources: &Sources, span: &Span) {
    let (file, within) = sources.within(span);
    assert_eq!(within.len(), span.len(), "{span:?} goes beyond its file");
    assert_place(&sources.file(file).text, &within);
}

/// Every value and every key of a tree has its place.
pub fn assert_places(sources: &Sources, node: &Node) {
    assert_placed(sources, &node.span);
    match &node.value {
        Value::Scalar(_) => {}
        Value::List(list) => list.iter().for_each(|one| assert_places(sources, one)),
        Value::Map(entries) => {
            for entry in entries {
                assert_placed(sources, &entry.key_span);
                assert_places(sources, &entry.node);
            }
        }
    }
}

/// A text as a model and its parts: what follows a line of four `%` is the next part, `p1.yaml` first.
pub fn loaded(text: &str) -> Result<Model, Diagnostics> {
    let mut files = text.split("\n%%%%\n");
    let root = SourceFile::new("fuzz.yaml", files.next().unwrap_or_default().to_owned());
    let parts: Vec<&str> = files.collect();
    let part = |path: &str, _: u64| {
        let number = path.strip_prefix('p').and_then(|rest| rest.strip_suffix(".yaml")).and_then(|at| at.parse().ok());
        let text = number.and_then(|at: usize| parts.get(at.checked_sub(1)?));
        text.map(|text| text.as_bytes().to_vec()).ok_or(Unread::Missing)
    };
    load_with(root, &Limits::default(), &part)
}

/// Mistakes have their places, and are told in both languages.
pub fn assert_told(diagnostics: &Diagnostics) {
    assert!(!diagnostics.list.is_empty(), "a refusal says nothing");
    for one in &diagnostics.list {
        assert_placed(&diagnostics.sources, &one.span);
        one.second.iter().for_each(|span| assert_placed(&diagnostics.sources, span));
    }
    for lang in Lang::ALL {
        let told = diagnostics.render(lang, Style::Plain);
        assert_harmless("a mistake", &told);
        assert!(told.contains(diagnostics.list[0].problem.code()));
        let _ = diagnostics.render(lang, Style::Ansi);
    }
}
