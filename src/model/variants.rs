//! Named variants of a model: what they take away, change and add, resolved before any check.

use std::borrow::Cow;
use std::collections::BTreeSet;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

use super::accept::Acceptance;
use super::overlay::{Overlaid, Trace, size};
use super::shape::{Id, Label, Many};
use super::statements::Expectation;
use crate::source::{Diagnostic, Entry, Limits, Node, Span, Tree, Value};
use crate::text::problem::Problem;

/// A variant of the model.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// The name shown.
    pub label: Option<Label>,
    /// Another variant to start from. Default: the model itself.
    pub of: Option<Id>,
    /// Routes of what it does not have: `backend.cdn`, `links.api->db`, `admins.support.can.read`.
    #[serde(default)]
    pub remove: Many<String>,
    /// What it has otherwise: maps are changed entry by entry, a word or a list is replaced.
    #[serde(default)]
    pub change: Sections,
    /// What it has besides: entries, and elements at the end of lists.
    #[serde(default)]
    pub add: Sections,
    /// Answers that must come out of it. Those of the model do not apply.
    #[serde(default)]
    pub expect: Vec<Expectation>,
    /// Findings of it that somebody accepts. What is accepted of the model is not of the variant.
    #[serde(default)]
    pub accept: Vec<Acceptance>,
}

/// Sections of the model, in part. What they hold is checked once the variant is resolved.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sections;

impl Sections {
    /// The name of its definition in the schema.
    pub(super) const NAME: &str = "Sections";
}

impl<'de> Deserialize<'de> for Sections {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

impl JsonSchema for Sections {
    fn schema_name() -> Cow<'static, str> {
        Self::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Sections of the model, with the entries and properties concerned only. The whole is checked once the variant is resolved.",
            "type": "object",
            "additionalProperties": true
        })
    }
}

/// A variant as a tree of its own.
#[derive(Debug)]
pub(super) struct Resolved {
    /// Where it is written.
    pub(super) places: Places,
    /// The one it starts from, by position.
    parent: Option<usize>,
    pub(super) root: Node,
    /// What was told of it.
    told: Told,
}

/// Where a variant is written, and where it speaks of what the model holds.
#[derive(Debug, Clone)]
pub(super) struct Places {
    pub(super) name: String,
    key: Span,
    node: Span,
    trace: Trace,
}

/// The variants of a tree, each after the one it starts from; and what is wrong with them by themselves.
pub(super) fn resolve(
    tree: &Tree,
    problems: &[Diagnostic],
    nodes: usize,
    limits: &Limits,
) -> (Vec<Resolved>, Vec<Diagnostic>) {
    let declared = match tree.root.entry("variants").map(|entry| &entry.node.value) {
        Some(Value::Map(entries)) => entries.as_slice(),
        _ => &[],
    };
    let mut base = tree.root.clone();
    if let Value::Map(sections) = &mut base.value {
        sections.retain(|section| !["variants", "include"].contains(&section.key.as_str()));
    }
    let mut resolver = Resolver {
        declared,
        base,
        faulty: problems,
        states: vec![State::Waiting; declared.len()],
        done: Vec::new(),
        problems: Vec::new(),
        nodes,
        limits,
    };
    if let Some(one_more) = declared.get(limits.variants) {
        let problem = Problem::TooManyVariants { limit: limits.variants };
        return (Vec::new(), vec![Diagnostic::new(problem, one_more.key_span.clone())]);
    }
    for at in 0..declared.len() {
        resolver.one(at);
    }
    (resolver.done, resolver.problems)
}

/// What a variant says of its own answers, in the place of what the model says of its own.
const SAID: [&str; 2] = ["expect", "accept"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Open,
    Failed,
    Done(usize),
}

struct Resolver<'t> {
    declared: &'t [Entry],
    /// The model without its variants.
    base: Node,
    faulty: &'t [Diagnostic],
    states: Vec<State>,
    done: Vec<Resolved>,
    problems: Vec<Diagnostic>,
    nodes: usize,
    limits: &'t Limits,
}

impl Resolver<'_> {
    /// Resolves a variant, after the one it starts from, and gives its position.
    fn one(&mut self, at: usize) -> Option<usize> {
        match self.states[at] {
            State::Waiting => {}
            State::Done(done) => return Some(done),
            State::Open | State::Failed => return None,
        }
        self.states[at] = State::Open;
        let done = self.resolved(at);
        self.states[at] = done.map_or(State::Failed, State::Done);
        done
    }

    fn resolved(&mut self, at: usize) -> Option<usize> {
        let entry = &self.declared[at];
        if self.is_faulty(entry) || self.nodes > self.limits.nodes {
            return None;
        }
        let parent = match word(&entry.node, "of") {
            None => None,
            Some((of, span)) => Some(self.parent(at, &of, &span)?),
        };
        let start = parent.map_or(&self.base, |parent| &self.done[parent].root);
        if self.nodes + size(start) > self.limits.nodes {
            return self.too_large(entry);
        }
        let mut laid = match parent {
            None => Overlaid::new(self.base.clone()),
            Some(parent) => {
                let parent = &self.done[parent];
                Overlaid { root: parent.root.clone(), trace: parent.places.trace.clone(), problems: Vec::new() }
            }
        };
        lay(&mut laid, &entry.node);
        self.problems.append(&mut laid.problems);
        self.nodes += size(&laid.root);
        if self.nodes > self.limits.nodes {
            return self.too_large(entry);
        }
        let (name, key, node) = (entry.key.clone(), entry.key_span.clone(), entry.node.span.clone());
        let places = Places { name, key, node, trace: laid.trace };
        self.done.push(Resolved { places, parent, root: laid.root, told: Told::new() });
        Some(self.done.len() - 1)
    }

    /// Says so, once: no variant after this one is looked at.
    fn too_large(&mut self, entry: &Entry) -> Option<usize> {
        let problem = Problem::VariantsTooLarge { limit: self.limits.nodes };
        self.problems.push(Diagnostic::new(problem, entry.key_span.clone()));
        self.nodes = usize::MAX;
        None
    }

    /// The variant that another starts from.
    fn parent(&mut self, at: usize, of: &str, span: &Span) -> Option<usize> {
        let Some(parent) = self.declared.iter().position(|other| other.key == of) else {
            let known =
                self.declared.iter().map(|other| other.key.clone()).filter(|name| *name != self.declared[at].key);
            let problem = Problem::NoSuchVariant { name: of.to_owned(), known: known.collect() };
            self.problems.push(Diagnostic::new(problem, span.clone()));
            return None;
        };
        if self.states[parent] == State::Open {
            let problem = Problem::VariantCycle { through: self.circle(parent) };
            self.problems.push(Diagnostic::new(problem, span.clone()));
            return None;
        }
        self.one(parent)
    }

    /// The names of a circle, from one that is in it and back.
    fn circle(&self, start: usize) -> Vec<String> {
        let mut through = vec![self.declared[start].key.clone()];
        while through.len() <= self.declared.len() {
            let last = self.declared.iter().find(|entry| Some(&entry.key) == through.last());
            let Some((of, _)) = last.and_then(|entry| word(&entry.node, "of")) else { break };
            through.push(of);
            if through.first() == through.last() {
                break;
            }
        }
        through
    }

    /// Whether what a variant does cannot be told; what it expects does not matter here.
    fn is_faulty(&self, entry: &Entry) -> bool {
        let Value::Map(properties) = &entry.node.value else { return true };
        properties.iter().filter(|property| !SAID.contains(&property.key.as_str())).any(|property| {
            let (start, end) = (property.key_span.start, property.node.span.end);
            self.faulty.iter().any(|problem| problem.span.start >= start && problem.span.end <= end)
        })
    }
}

/// The word under a key.
fn word(node: &Node, key: &str) -> Option<(String, Span)> {
    let node = &node.entry(key)?.node;
    match &node.value {
        Value::Scalar(scalar) => Some((scalar.text.clone(), node.span.clone())),
        _ => None,
    }
}

/// Lays a variant over a tree: it takes away, then changes, then adds.
fn lay(laid: &mut Overlaid, variant: &Node) {
    let under = |key: &str| variant.entry(key).map(|entry| &entry.node);
    let removed = match under("remove") {
        None => &[][..],
        Some(Node { value: Value::List(items), .. }) => items,
        Some(one) => std::slice::from_ref(one),
    };
    for item in removed {
        if let Value::Scalar(scalar) = &item.value {
            laid.remove(&scalar.text, &item.span);
        }
    }
    if let Some(sections) = under("change") {
        laid.change(sections);
    }
    if let Some(sections) = under("add") {
        laid.add(sections);
    }
    for section in SAID {
        laid.say(section, variant.entry(section));
    }
}

/// A mistake by its code and place: told there once, it is not told again.
pub(super) type Told = BTreeSet<(&'static str, usize, usize)>;

fn key(problem: &Diagnostic) -> (&'static str, usize, usize) {
    (problem.problem.code(), problem.span.start, problem.span.end)
}

/// What these mistakes tell.
pub(super) fn told(problems: &[Diagnostic]) -> Told {
    problems.iter().map(key).collect()
}

/// The mistakes of a variant that neither the model nor what it starts from has, each on the
/// variant's own lines, or beside them.
pub(super) fn own(all: &mut [Resolved], at: usize, base: &Told, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told = Told::new();
    let mut above = all[at].parent;
    while let Some(parent) = above {
        told.extend(&all[parent].told);
        above = all[parent].parent;
    }
    let mut own = Vec::new();
    for problem in found {
        let first = key(&problem);
        let placed = all[at].places.placed(problem);
        let is_told = |key| base.contains(&key) || told.contains(&key);
        if !is_told(first) && !is_told(key(&placed)) {
            all[at].told.extend([first, key(&placed)]);
            own.push(placed);
        }
    }
    own
}

impl Places {
    /// A mistake where the variant makes it.
    pub(super) fn placed(&self, mut problem: Diagnostic) -> Diagnostic {
        let is_own = |span: &Span| span.start >= self.key.start && span.end <= self.node.end;
        if let Some(key) = self.trace.touched.get(&problem.span.start).filter(|_| !is_own(&problem.span)) {
            problem.span = key.clone();
        }
        if !is_own(&problem.span) {
            let cause = |name: &str| self.trace.removed.iter().rev().find(|(removed, _)| removed == name);
            let cause = match &problem.problem {
                Problem::Undeclared { name, .. } | Problem::NoSuchClaim { name, .. } => cause(name),
                Problem::MissingKey { keys, .. } | Problem::OneOf { keys, .. } => {
                    keys.iter().find_map(|key| cause(key))
                }
                _ => None,
            };
            let place = cause.map_or(&self.key, |(_, span)| span);
            problem.variant = Some(Box::new((self.name.clone(), place.clone())));
        }
        problem
    }
}
