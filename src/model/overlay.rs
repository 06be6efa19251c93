//! What a variant does to a tree: takes away, changes, adds. What it brings keeps its own place.

use std::collections::BTreeMap;

use super::sound::REQUIRED;
use super::walk::UNTOUCHED;
use crate::source::{Diagnostic, Entry, Node, Span, Value};
use crate::text::problem::{Kind, Problem};

/// Sections whose entries may be written as their main property, and that property.
pub(super) const MAIN: [(&str, &str); 2] = [("hosting", "operator"), ("keys", "kept_in")];

/// After so many mistakes, no more suggestions are looked for.
const SUGGESTIONS: usize = 20;

/// Where a variant speaks of what a tree holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Trace {
    /// The keys that the variant repeats to reach below them, by the start of the first ones.
    pub(super) touched: BTreeMap<usize, Span>,
    /// The last names of what it takes away.
    pub(super) removed: Vec<(String, Span)>,
}

/// A tree under a variant.
#[derive(Debug)]
pub(super) struct Overlaid {
    pub(super) root: Node,
    pub(super) trace: Trace,
    pub(super) problems: Vec<Diagnostic>,
}

impl Overlaid {
    pub(super) fn new(root: Node) -> Self {
        Self { root, trace: Trace::default(), problems: Vec::new() }
    }

    /// Takes away what a route leads to; a section that every model has is left empty.
    pub(super) fn remove(&mut self, route: &str, span: &Span) {
        let steps: Vec<&str> = route.split('.').collect();
        let section = steps[0];
        if self.is_untouched(section, span) {
            return;
        }
        if let (Value::Map(sections), [(main, key)]) = (&mut self.root.value, main_of(section).as_slice()) {
            spread(sections, main, key, steps.get(1).filter(|_| steps.len() > 2));
        }
        let hints = self.problems.len() < SUGGESTIONS;
        if let Err(known) = take(&mut self.root, &steps, "", hints) {
            let problem = Problem::NoSuchRoute { route: route.to_owned(), known };
            self.problems.push(Diagnostic::new(problem, span.clone()));
            return;
        }
        self.trace.removed.extend(steps.last().map(|last| ((*last).to_owned(), span.clone())));
        let list = REQUIRED.iter().find(|(name, _)| steps == [*name]).map(|(_, list)| *list);
        if let (Some(list), Value::Map(sections)) = (list, &mut self.root.value) {
            let value = if list { Value::List(Vec::new()) } else { Value::Map(Vec::new()) };
            let node = Node { value, span: span.clone() };
            sections.push(Entry { key: section.to_owned(), quoted: false, key_span: span.clone(), node });
        }
    }

    /// Changes sections, map by map.
    pub(super) fn change(&mut self, sections: &Node) {
        self.each(sections, change);
    }

    /// Adds to sections, list by list.
    pub(super) fn add(&mut self, sections: &Node) {
        self.each(sections, add);
    }

    /// Sets what is said of answers in a section, and forgets what was.
    pub(super) fn say(&mut self, section: &str, said: Option<&Entry>) {
        if let Value::Map(sections) = &mut self.root.value {
            sections.retain(|known| known.key != section);
            sections.extend(said.cloned());
        }
    }

    fn is_untouched(&mut self, section: &str, span: &Span) -> bool {
        let untouched = UNTOUCHED.contains(&section);
        if untouched {
            let problem = Problem::NotInVariant { key: section.to_owned() };
            self.problems.push(Diagnostic::new(problem, span.clone()));
        }
        untouched
    }

    fn each(&mut self, over: &Node, how: fn(&mut Node, &Node, &mut Touch)) {
        let Value::Map(entries) = &over.value else { return };
        for entry in entries {
            if self.is_untouched(&entry.key, &entry.key_span) {
                continue;
            }
            let Value::Map(sections) = &mut self.root.value else { return };
            if let ([(main, key)], Value::Map(named)) = (main_of(&entry.key).as_slice(), &entry.node.value) {
                for name in named.iter().filter(|name| name.node.kind() == Kind::Map) {
                    spread(sections, main, key, Some(&name.key.as_str()));
                }
            }
            let mut touch = Touch { touched: &mut self.trace.touched, problems: &mut self.problems };
            touch.entry(sections, entry, how);
        }
    }
}

/// The main property of a section's entries, if they may be written as it.
fn main_of(section: &str) -> Vec<(&'static str, &'static str)> {
    MAIN.into_iter().filter(|(name, _)| *name == section).collect()
}

/// Writes an entry that stands as its main property in full.
fn spread(sections: &mut [Entry], section: &str, main: &str, name: Option<&&str>) {
    let Some(name) = name else { return };
    let section = sections.iter_mut().find(|one| one.key == section);
    let Some(Value::Map(entries)) = section.map(|section| &mut section.node.value) else { return };
    let brief = |entry: &&mut Entry| entry.key == *name && entry.node.kind() != Kind::Map;
    for entry in entries.iter_mut().filter(brief) {
        let node = entry.node.clone();
        let whole = Entry { key: main.to_owned(), quoted: false, key_span: entry.key_span.clone(), node };
        entry.node.value = Value::Map(vec![whole]);
    }
}

/// The name by which an element of a list is known: a word is its own, a link `from->to`.
fn name_of(item: &Node) -> Option<String> {
    let word = |key: &str| match item.entry(key).map(|entry| &entry.node.value) {
        Some(Value::Scalar(scalar)) => Some(scalar.text.clone()),
        _ => None,
    };
    match &item.value {
        Value::Scalar(scalar) => Some(scalar.text.clone()),
        Value::Map(_) => match (word("from"), word("to")) {
            (Some(from), Some(to)) => Some(format!("{from}->{to}")),
            _ => word("id").or_else(|| word("in")),
        },
        Value::List(_) => None,
    }
}

/// Takes away what these steps lead to, or gives the routes that would have led somewhere, if hints
/// are wanted.
fn take(node: &mut Node, steps: &[&str], before: &str, hints: bool) -> Result<(), Vec<String>> {
    let Some((step, rest)) = steps.split_first() else { return Ok(()) };
    let known = |names: &mut dyn Iterator<Item = String>| {
        names.take(if hints { usize::MAX } else { 0 }).map(|name| format!("{before}{name}")).collect()
    };
    let after = format!("{before}{step}.");
    match &mut node.value {
        Value::Map(entries) => match entries.iter().position(|entry| entry.key == *step) {
            None => Err(known(&mut entries.iter().map(|entry| entry.key.clone()))),
            Some(at) if rest.is_empty() => {
                entries.remove(at);
                Ok(())
            }
            Some(at) => take(&mut entries[at].node, rest, &after, hints),
        },
        Value::List(items) => {
            let named = |item: &Node| name_of(item).is_some_and(|name| name == *step);
            if !items.iter().any(named) {
                return Err(known(&mut items.iter().filter_map(name_of)));
            }
            if rest.is_empty() {
                items.retain(|item| !named(item));
                return Ok(());
            }
            let found = items.iter_mut().filter(|item| named(item)).map(|item| take(item, rest, &after, hints));
            // Several links may join the same ends: what one of them has is enough.
            let found: Vec<_> = found.collect();
            if found.iter().any(Result::is_ok) { Ok(()) } else { found.into_iter().next().unwrap_or(Ok(())) }
        }
        // A list of one.
        Value::Scalar(scalar) if rest.is_empty() && scalar.text == *step => {
            node.value = Value::List(Vec::new());
            Ok(())
        }
        Value::Scalar(scalar) => Err(known(&mut std::iter::once(scalar.text.clone()))),
    }
}

/// What is noted while a variant is laid over a tree.
struct Touch<'o> {
    touched: &'o mut BTreeMap<usize, Span>,
    problems: &'o mut Vec<Diagnostic>,
}

impl Touch<'_> {
    /// Lays an entry over those of a map.
    fn entry(&mut self, entries: &mut Vec<Entry>, over: &Entry, how: fn(&mut Node, &Node, &mut Self)) {
        match entries.iter_mut().find(|entry| entry.key == over.key) {
            None => entries.push(over.clone()),
            Some(entry) => {
                let replaced = entry.node.kind() != Kind::Map || over.node.kind() != Kind::Map;
                how(&mut entry.node, &over.node, self);
                if replaced && entry.node == over.node {
                    entry.key_span = over.key_span.clone();
                } else {
                    self.touched.insert(entry.key_span.start, over.key_span.clone());
                }
            }
        }
    }

    fn entries(&mut self, mine: &mut Vec<Entry>, theirs: &[Entry], how: fn(&mut Node, &Node, &mut Self)) {
        for over in theirs {
            self.entry(mine, over, how);
        }
    }
}

/// Maps are changed entry by entry, anything else is replaced.
fn change(node: &mut Node, over: &Node, touch: &mut Touch) {
    match (&mut node.value, &over.value) {
        (Value::Map(mine), Value::Map(theirs)) if theirs.is_empty() && !mine.is_empty() => {
            touch.problems.push(Diagnostic::new(Problem::ChangesNothing, over.span.clone()));
        }
        (Value::Map(mine), Value::Map(theirs)) => touch.entries(mine, theirs, change),
        _ => *node = over.clone(),
    }
}

/// Maps are added to entry by entry, anything else is a list, if only of one.
fn add(node: &mut Node, over: &Node, touch: &mut Touch) {
    if let (Value::Map(mine), Value::Map(theirs)) = (&mut node.value, &over.value) {
        return touch.entries(mine, theirs, add);
    }
    let more = match &over.value {
        Value::List(items) => items.clone(),
        _ => vec![over.clone()],
    };
    match &mut node.value {
        Value::List(items) => items.extend(more),
        Value::Scalar(scalar) if scalar.text == "none" => *node = over.clone(),
        Value::Scalar(scalar) if scalar.text == "unknown" => {
            touch.problems.push(Diagnostic::new(Problem::AddedToUnknown, over.span.clone()));
        }
        _ => {
            let one =
                Node { value: std::mem::replace(&mut node.value, Value::List(Vec::new())), span: node.span.clone() };
            node.value = Value::List([vec![one], more].concat());
        }
    }
}

/// How many values there are under one, itself included.
pub(super) fn size(node: &Node) -> usize {
    1 + match &node.value {
        Value::Scalar(_) => 0,
        Value::List(items) => items.iter().map(size).sum(),
        Value::Map(entries) => entries.iter().map(|entry| 1 + size(&entry.node)).sum(),
    }
}
