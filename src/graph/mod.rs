//! The architecture as a graph: circles of hosting, data that does not reach its readers, and the
//! components that every path of a data asset crosses.

use petgraph::algo::{has_path_connecting, tarjan_scc};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::NodeFiltered;

use crate::model::{Architecture, ComponentSort, Maybe, Model, OrNone, Registry, stated};
use crate::source::{Diagnostic, Route};
use crate::text::problem::Problem;

/// The components and what passes between them.
pub struct Graph<'m> {
    model: &'m Architecture,
    registry: Registry,
}

/// A data asset and a declared reader whom no declared path brings it to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreached {
    /// The data asset.
    pub data: String,
    /// The reader.
    pub reader: String,
}

/// Which components a data asset goes through: where that is not known, all that may be, or none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Carried {
    Maybe,
    Surely,
}

/// A flow of one data asset: who exchanges it with whom.
struct Flow {
    graph: DiGraph<Stop, ()>,
}

/// A component that a data asset goes through. One on the way of a link is a stop of that link
/// alone: what enters by one link does not leave by another without reaching an end of them.
#[derive(PartialEq, Eq)]
struct Stop {
    name: String,
    on_link: Option<usize>,
}

impl<'m> Graph<'m> {
    /// Views an architecture as a graph.
    pub fn new(model: &'m Architecture) -> Self {
        Self { model, registry: Registry::new(model) }
    }

    /// Circles of things that run on each other.
    pub fn hosting_cycles(&self) -> Vec<Vec<String>> {
        let mut graph: DiGraph<&str, ()> = DiGraph::new();
        let names: Vec<&str> = self.model.hosting.keys().map(String::as_str).collect();
        let nodes: Vec<NodeIndex> = names.iter().map(|name| graph.add_node(name)).collect();
        for (at, hosting) in self.model.hosting.values().enumerate() {
            let host = stated(hosting.runs_on.as_ref());
            let above = host.and_then(|on| names.iter().position(|name| **name == **on));
            if let Some(above) = above {
                graph.add_edge(nodes[at], nodes[above], ());
            }
        }
        let looped = |component: &Vec<NodeIndex>| {
            component.len() > 1 || component.iter().any(|node| graph.contains_edge(*node, *node))
        };
        tarjan_scc(&graph)
            .into_iter()
            .filter(looped)
            .map(|component| {
                let mut circle: Vec<String> = component.iter().rev().map(|node| graph[*node].to_owned()).collect();
                circle.extend(circle.first().cloned());
                circle
            })
            .collect()
    }

    /// Data that no declared path brings to a person meant to read it.
    pub fn unreached(&self) -> Vec<Unreached> {
        let mut found = Vec::new();
        for (data, asset) in self.model.data.iter() {
            let flow = self.flow(data, Carried::Maybe);
            for reader in asset.declared_readers() {
                let is_people = self.model.people.contains_key(&reader.0);
                let served = self.model.clients.iter().any(|(client, entry)| {
                    let theirs = entry.used_by.contains(reader);
                    let keeps = match &entry.keeps {
                        Some(Maybe::Unknown) => true,
                        known => {
                            let kept = stated(known.as_ref()).and_then(OrNone::some);
                            kept.is_some_and(|kept| kept.iter().any(|one| one.0 == *data))
                        }
                    };
                    theirs && (keeps || flow.has(client))
                });
                if is_people && !served {
                    let (data, reader) = (data.clone(), reader.0.clone());
                    found.push(Unreached { data, reader });
                }
            }
        }
        found
    }

    /// The components, other than clients, that every path of a data asset crosses: between any two
    /// clients that exchange it, or between the one client that has it and where it is kept. What is not
    /// known to carry it may go around one of them; it brings it to somebody only where nothing else does.
    pub fn choke_points(&self, data: &str) -> Vec<String> {
        let (sure, possible) = (self.flow(data, Carried::Surely), self.flow(data, Carried::Maybe));
        let clients = sure.of(|name| self.sort(name) == Some(ComponentSort::Client));
        let mut ends = clients.clone();
        if clients.len() == 1 {
            ends.extend(sure.of(|name| self.sort(name) == Some(ComponentSort::Storage)));
        }
        let joined =
            |flow: &Flow| -> Vec<(&str, &str)> { pairs(&ends).filter(|pair| flow.joins(*pair, None)).collect() };
        let (surely, maybe) = (joined(&sure), joined(&possible));
        let (flow, joined) = if surely.is_empty() { (&possible, maybe) } else { (&sure, surely) };
        if joined.is_empty() {
            return Vec::new();
        }
        let names = flow.of(|name| !ends.contains(&name));
        let crossed = |name: &&str| joined.iter().all(|pair| !possible.joins(*pair, Some(name)));
        names.into_iter().filter(crossed).map(str::to_owned).collect()
    }

    fn sort(&self, name: &str) -> Option<ComponentSort> {
        self.registry.components.get(name).map(|(sort, _)| *sort)
    }

    /// The components through which a data asset goes, joined both ways.
    fn flow(&self, data: &str, which: Carried) -> Flow {
        let any = which == Carried::Maybe;
        let mut flow = Flow { graph: DiGraph::new() };
        for (at, link) in self.model.links.iter().enumerate() {
            let carried = (any && link.carries == Maybe::Unknown) || link.data().any(|one| one.0 == data);
            if carried {
                let mut stops = vec![(link.from.0.as_str(), None)];
                stops.extend(link.via.iter().map(|via| (via.0.as_str(), Some(at))));
                stops.push((&link.to.0, None));
                for pair in stops.windows(2) {
                    flow.join(pair[0], pair[1]);
                }
            }
        }
        for (name, storage) in self.model.storage.iter() {
            let held =
                (any && storage.holds == Some(Maybe::Unknown)) || storage.held().iter().any(|held| held.0 == data);
            let maybe = self.model.backend.keys().filter(|_| any && storage.used_by == Maybe::Unknown);
            for user in storage.users().iter().map(|user| &user.0).chain(maybe).filter(|_| held) {
                flow.join((user, None), (name, None));
            }
        }
        flow
    }
}

impl Flow {
    fn node(&mut self, (name, on_link): (&str, Option<usize>)) -> NodeIndex {
        let stop = Stop { name: name.to_owned(), on_link };
        let known = self.graph.node_indices().find(|node| self.graph[*node] == stop);
        known.unwrap_or_else(|| self.graph.add_node(stop))
    }

    fn join(&mut self, from: (&str, Option<usize>), to: (&str, Option<usize>)) {
        let (from, to) = (self.node(from), self.node(to));
        self.graph.update_edge(from, to, ());
        self.graph.update_edge(to, from, ());
    }

    fn has(&self, name: &str) -> bool {
        self.graph.node_weights().any(|stop| stop.name == name)
    }

    /// The components wanted, each once.
    fn of(&self, wanted: impl Fn(&str) -> bool) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for stop in self.graph.node_weights().filter(|stop| wanted(&stop.name)) {
            if !names.contains(&stop.name.as_str()) {
                names.push(&stop.name);
            }
        }
        names
    }

    /// Whether a path joins two components, without another if one is left out.
    fn joins(&self, (from, to): (&str, &str), without: Option<&str>) -> bool {
        let end = |name: &str| {
            let stop = Stop { name: name.to_owned(), on_link: None };
            self.graph.node_indices().find(|node| self.graph[*node] == stop)
        };
        let kept = NodeFiltered::from_fn(&self.graph, |node| Some(self.graph[node].name.as_str()) != without);
        end(from).zip(end(to)).is_some_and(|(from, to)| has_path_connecting(&kept, from, to, None))
    }
}

/// Every pair of ends.
fn pairs<'n>(ends: &'n [&'n str]) -> impl Iterator<Item = (&'n str, &'n str)> {
    ends.iter().enumerate().flat_map(|(at, from)| ends[at + 1..].iter().map(|to| (*from, *to)))
}

/// Mistakes that only the graph shows.
pub fn problems(model: &Model) -> Vec<Diagnostic> {
    let graph = Graph::new(&model.architecture);
    graph
        .hosting_cycles()
        .into_iter()
        .map(|through| {
            let route = Route::root("hosting").key(through.first().map_or("", String::as_str)).key("runs_on");
            Diagnostic::new(Problem::HostingCycle { through }, model.tree.span(&route))
        })
        .collect()
}
