//! What stands behind a change: the things and the base facts that only one of two models has.

use std::collections::BTreeSet;

use crate::audit::{StepView, labels_of};
use crate::lower::{Case, Lowered, Resolution, lower};
use crate::model::{Architecture, Model};
use crate::source::{Entry, Node, Route, Segment, Value};
use crate::text::{Both, Lang, diff as words};

/// A thing of a model, on one side only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// Where the model has it: `storage.db`, `links.app->api`.
    pub property: String,
    /// Its label.
    pub label: Both,
}

/// The base facts that differ about one thing of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactGroup {
    /// What they are about.
    pub thing: Thing,
    /// The facts that are new, in the notation of the method.
    pub added: Vec<String>,
    /// Those that are gone.
    pub removed: Vec<String>,
}

/// Both models lowered, unknowns at worst.
pub(super) struct Behind<'m> {
    models: (&'m Model, &'m Model),
    pub(super) old: Lowered,
    pub(super) new: Lowered,
    lines: (BTreeSet<String>, BTreeSet<String>),
}

impl<'m> Behind<'m> {
    pub(super) fn new(old: &'m Model, new: &'m Model) -> Self {
        let lowered = |model: &Model| lower(&model.architecture, &Resolution::all(Case::Worst));
        let lines = |lowered: &Lowered| lowered.facts.iter().map(|(_, fact)| lowered.facts.line(fact)).collect();
        let models = (old, new);
        let (old, new) = (lowered(old), lowered(new));
        let lines = (lines(&old), lines(&new));
        Self { models, old, new, lines }
    }

    /// The steps that rest on a fact which the other side has not: what is gained is proved by the new model.
    pub(super) fn broken(&self, steps: &[StepView], gained: bool) -> Vec<usize> {
        let there = if gained { &self.lines.0 } else { &self.lines.1 };
        let lacks = |step: &StepView| step.facts.iter().any(|fact| !there.contains(fact));
        (0..steps.len()).filter(|at| lacks(&steps[*at])).collect()
    }

    /// The facts that differ, by what they are about, in the order of the new file, then of the old one.
    pub(super) fn facts(&self) -> Vec<FactGroup> {
        let mut groups: Vec<FactGroup> = Vec::new();
        collect(&mut groups, (self.models.1, &self.new), &self.lines.0, |group| &mut group.added);
        collect(&mut groups, (self.models.0, &self.old), &self.lines.1, |group| &mut group.removed);
        let order: Vec<String> =
            [self.models.1, self.models.0].iter().flat_map(|model| properties(&model.architecture)).collect();
        groups.sort_by_key(|group| {
            order.iter().position(|property| *property == group.thing.property).unwrap_or(order.len())
        });
        groups
    }
}

/// The things that one model has and the other has not, in the order of its file.
pub(super) fn things(of: &Model, other: &Model) -> Vec<Thing> {
    let known: BTreeSet<String> = properties(&other.architecture).into_iter().collect();
    let only = properties(&of.architecture).into_iter().filter(|property| !known.contains(property));
    only.map(|property| thing(of, property)).collect()
}

/// The section of what is encrypted end to end, which names nothing of its own.
const END_TO_END: &str = "end_to_end";

/// The things that both models have and write otherwise, about which facts differ.
pub(super) fn changed(facts: &[FactGroup], old: &Model, new: &Model) -> Vec<Thing> {
    let [before, after] = [old, new].map(|model| properties(&model.architecture));
    let is_in_both = |property: &String| before.contains(property) && after.contains(property);
    let is_there = |thing: &&Thing| thing.property == END_TO_END || is_in_both(&thing.property);
    let is_rewritten = |thing: &&Thing| {
        let (one, other) = (nodes(old, &thing.property), nodes(new, &thing.property));
        one.len() != other.len() || one.iter().zip(&other).any(|(one, other)| !same(one, other))
    };
    facts.iter().map(|group| &group.thing).filter(is_there).filter(is_rewritten).cloned().collect()
}

/// What a model writes of a thing; of a link, of all those that have its ends.
fn nodes<'m>(model: &'m Model, property: &str) -> Vec<&'m Node> {
    let routes: Vec<Route> = match property.split_once('.') {
        Some(("links", ends)) => {
            let all = model.architecture.links.iter().enumerate();
            let own = all.filter(|(_, link)| format!("{}->{}", link.from.0, link.to.0) == ends);
            own.map(|(at, _)| Route::root("links").index(at)).collect()
        }
        Some((section, name)) => vec![Route::root(section).key(name)],
        None => vec![Route::root(property)],
    };
    routes.iter().filter_map(|route| model.tree.node(route)).collect()
}

/// Whether two values are the same, wherever they stand.
fn same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Scalar(one), Value::Scalar(other)) => one == other,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            let alike = |entry: &Entry| other.iter().any(|two| two.key == entry.key && same(&entry.node, &two.node));
            one.len() == other.len() && one.iter().all(alike)
        }
        _ => false,
    }
}

fn collect(
    groups: &mut Vec<FactGroup>,
    (model, lowered): (&Model, &Lowered),
    known: &BTreeSet<String>,
    list: fn(&mut FactGroup) -> &mut Vec<String>,
) {
    let only = lowered.facts.iter().map(|(id, fact)| (id, lowered.facts.line(fact)));
    for (id, line) in only.filter(|(_, line)| !known.contains(line)) {
        let source = lowered.facts.sources(id).first();
        let origin = source.and_then(|source| lowered.origins.get(source.0 as usize));
        let property = origin.map_or_else(String::new, |origin| property(&model.architecture, origin.route()));
        let at = groups.iter().position(|group| group.thing.property == property).unwrap_or_else(|| {
            groups.push(FactGroup { thing: thing(model, property), added: Vec::new(), removed: Vec::new() });
            groups.len() - 1
        });
        list(&mut groups[at]).push(line);
    }
}

/// The section and the name of the thing that a route is of; a link by its ends.
pub(super) fn property(architecture: &Architecture, route: &Route) -> String {
    match route.0.as_slice() {
        [Segment::Key(section), Segment::Index(at), ..] if section == "links" => architecture
            .links
            .get(*at)
            .map_or_else(|| section.clone(), |link| format!("links.{}->{}", link.from.0, link.to.0)),
        [Segment::Key(section), Segment::Key(name), ..] => format!("{section}.{name}"),
        [Segment::Key(section), ..] => section.clone(),
        _ => String::new(),
    }
}

fn thing(model: &Model, property: String) -> Thing {
    let labels = labels_of(model);
    let name = property.split_once('.').map_or(property.as_str(), |(_, name)| name);
    let label = match name.split_once("->") {
        None if property == END_TO_END => {
            let both = |lang: Lang| words::end_to_end(lang).to_owned();
            Both { fr: both(Lang::Fr), en: both(Lang::En) }
        }
        Some((from, to)) => {
            let (from, to) = (labels.both(from), labels.both(to));
            Both { fr: format!("{} → {}", from.fr, to.fr), en: format!("{} → {}", from.en, to.en) }
        }
        None => labels.both(name),
    };
    Thing { property, label }
}

/// Every thing of a model, in the order of its sections.
fn properties(architecture: &Architecture) -> Vec<String> {
    let mut all = Vec::new();
    let mut of = |section: &str, names: Vec<&String>| {
        all.extend(names.into_iter().map(|name| format!("{section}.{name}")));
    };
    of("organisations", architecture.organisations.keys().collect());
    of("people", architecture.people.keys().collect());
    of("data", architecture.data.keys().collect());
    of("clients", architecture.clients.keys().collect());
    of("hosting", architecture.hosting.keys().collect());
    of("backend", architecture.backend.keys().collect());
    of("storage", architecture.storage.keys().collect());
    of("backups", architecture.backups.iter().flat_map(|backups| backups.keys()).collect());
    of("keys", architecture.keys.keys().collect());
    of("accounts", architecture.accounts.keys().collect());
    of("admins", architecture.admins.keys().collect());
    all.extend(architecture.links.iter().map(|link| format!("links.{}->{}", link.from.0, link.to.0)));
    all
}
