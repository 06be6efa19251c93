//! The sound part of a faulty tree, so that the rest of a model is checked in the same run.

use std::collections::{BTreeMap, BTreeSet};

use super::walk;
use crate::source::{Diagnostic, Entry, Node, Scalar, Tree, Value};
use crate::text::problem::identifier;

/// The required sections, and whether each is a list.
pub(super) const REQUIRED: [(&str, bool); 8] = [
    ("organisations", false),
    ("people", false),
    ("data", false),
    ("clients", false),
    ("backend", false),
    ("storage", false),
    ("admins", false),
    ("links", true),
];

/// The name of what is left out without a name of its own. No identifier is written so.
const GHOST: &str = "?";

/// The tree without its faulty entries; and the names that went with them, which are not to be
/// called undeclared.
pub(super) fn part(tree: &Tree, problems: &[&Diagnostic]) -> (Node, BTreeSet<String>) {
    let mut ghosts = BTreeSet::new();
    let mut root = tree.root.clone();
    let Value::Map(sections) = &mut root.value else {
        return (root, ghosts);
    };
    if problems.is_empty() {
        return (root, ghosts);
    }
    for dropped in &tree.dropped {
        haunt(dropped, &mut ghosts);
    }
    sections.retain(|section| {
        let sound = is_known(section);
        if !sound {
            haunt(&section.node, &mut ghosts);
        }
        sound
    });
    let starts = starts(problems);
    for section in sections.iter_mut() {
        section.node.value = without(&section.node.value, &starts, &mut ghosts);
    }
    complete(sections, &mut ghosts);
    (root, ghosts)
}

/// Where mistakes start; of several at one place, the shortest one tells what is faulty.
fn starts(problems: &[&Diagnostic]) -> BTreeMap<usize, usize> {
    let mut starts: BTreeMap<usize, usize> = BTreeMap::new();
    for span in problems.iter().map(|problem| &problem.span) {
        let end = starts.entry(span.start).or_insert(span.end);
        *end = span.end.min(*end);
    }
    starts
}

/// Whether a section is of the language, and of the right kind.
fn is_known(section: &Entry) -> bool {
    let schema = walk::schema()["properties"].get(&section.key);
    match (&section.node.value, schema) {
        (Value::List(_), Some(schema)) => takes_list(schema),
        (Value::Map(_), Some(schema)) => schema["type"] != "array",
        _ => false,
    }
}

/// Whether a list may stand there, alone or as one of several forms.
fn takes_list(schema: &serde_json::Value) -> bool {
    let forms = schema["anyOf"].as_array().into_iter().flatten();
    std::iter::once(schema).chain(forms).any(|form| form["type"] == "array")
}

/// A section without its faulty entries.
fn without(section: &Value, starts: &BTreeMap<usize, usize>, ghosts: &mut BTreeSet<String>) -> Value {
    match section {
        Value::Map(entries) => {
            let bad = |entry: &&Entry| is_faulty_entry(entry, starts);
            for entry in entries.iter().filter(bad) {
                ghosts.insert(entry.key.clone());
                ghosts.extend(identifier(&entry.key));
            }
            Value::Map(entries.iter().filter(|entry| !bad(entry)).cloned().collect())
        }
        Value::List(items) => {
            let bad = |item: &&Node| is_faulty(item, starts);
            for item in items.iter().filter(bad) {
                ghosts.insert(GHOST.to_owned());
                item.entry("id").into_iter().for_each(|id| haunt(&id.node, ghosts));
            }
            Value::List(items.iter().filter(|item| !bad(item)).cloned().collect())
        }
        Value::Scalar(_) => section.clone(),
    }
}

/// Whether a mistake lies within a place.
fn holds(start: usize, end: usize, starts: &BTreeMap<usize, usize>) -> bool {
    start <= end && starts.range(start..=end).any(|(_, last)| *last <= end)
}

fn is_faulty_entry(entry: &Entry, starts: &BTreeMap<usize, usize>) -> bool {
    holds(entry.key_span.start, entry.node.span.end, starts)
        || holds(entry.key_span.start, entry.key_span.end, starts)
        || is_faulty(&entry.node, starts)
}

/// Whether a mistake lies within a value; what a variant or an alias brings stands elsewhere than
/// what holds it.
fn is_faulty(node: &Node, starts: &BTreeMap<usize, usize>) -> bool {
    holds(node.span.start, node.span.end, starts)
        || match &node.value {
            Value::Scalar(_) => false,
            Value::List(items) => items.iter().any(|item| is_faulty(item, starts)),
            Value::Map(entries) => entries.iter().any(|entry| is_faulty_entry(entry, starts)),
        }
}

/// Adds what every model has, where it is missing or was faulty.
fn complete(sections: &mut Vec<Entry>, ghosts: &mut BTreeSet<String>) {
    for (name, list) in REQUIRED {
        let value = if list { Value::List(Vec::new()) } else { Value::Map(Vec::new()) };
        add(sections, name, value);
    }
    add(sections, "system", Value::Map(Vec::new()));
    sections.retain(|section| section.key != "enclair");
    add(sections, "enclair", word("1", false));
    for section in sections.iter_mut().filter(|section| section.key == "system") {
        if let Value::Map(entries) = &mut section.node.value {
            if add(entries, "vendor", word(GHOST, true)) {
                ghosts.insert(GHOST.to_owned());
            }
            add(entries, "name", word(GHOST, true));
        }
    }
}

/// Adds an entry unless there is one, and tells whether it did.
fn add(entries: &mut Vec<Entry>, key: &str, value: Value) -> bool {
    let absent = !entries.iter().any(|entry| entry.key == key);
    if absent {
        let node = Node { value, span: 0..0 };
        entries.push(Entry { key: key.to_owned(), quoted: false, key_span: 0..0, node });
    }
    absent
}

fn word(text: &str, quoted: bool) -> Value {
    Value::Scalar(Scalar { text: text.to_owned(), quoted })
}

/// Every key and word of a value that is left out may be the name of something.
fn haunt(node: &Node, ghosts: &mut BTreeSet<String>) {
    match &node.value {
        Value::Scalar(scalar) => {
            // `name:{}` without a space is one word to YAML.
            let word = scalar.text.split(':').next().unwrap_or_default();
            ghosts.insert(word.to_owned());
        }
        Value::List(list) => list.iter().for_each(|item| haunt(item, ghosts)),
        Value::Map(entries) => {
            for entry in entries {
                ghosts.insert(entry.key.clone());
                haunt(&entry.node, ghosts);
            }
        }
    }
}
