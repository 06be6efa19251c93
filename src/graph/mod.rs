//! The architecture as a graph: circles of hosting, data that does not reach its readers, and the
//! components that every path of a data asset crosses.

use std::collections::BTreeSet;

use petgraph::algo::{dominators, tarjan_scc};
use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{Architecture, ComponentSort, Maybe, Model, OrNone, Registry};
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

/// A flow of one data asset: who exchanges it with whom.
struct Flow {
    graph: DiGraph<String, ()>,
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
            let above = hosting.runs_on.as_ref().and_then(|on| names.iter().position(|name| **name == **on));
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
            let flow = self.flow(data);
            for reader in asset.readers.some().into_iter().flat_map(|readers| readers.iter()) {
                let is_people = self.model.people.contains_key(&reader.0);
                let served = self.model.clients.iter().any(|(client, entry)| {
                    let theirs = entry.used_by.contains(reader);
                    theirs && flow.has(client)
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
    /// clients that exchange it, or between the one client that has it and where it is kept.
    pub fn choke_points(&self, data: &str) -> Vec<String> {
        let flow = self.flow(data);
        let clients = flow.of(|name| self.sort(name) == Some(ComponentSort::Client));
        let ends = if clients.len() > 1 {
            clients.clone()
        } else {
            let kept = flow.of(|name| self.sort(name) == Some(ComponentSort::Storage));
            clients.iter().copied().chain(kept).collect()
        };
        let Some(root) = ends.first() else { return Vec::new() };
        let mut common: Option<BTreeSet<NodeIndex>> = None;
        let roots: Vec<NodeIndex> = if clients.len() > 1 { ends.clone() } else { vec![*root] };
        for root in roots {
            let dominators = dominators::simple_fast(&flow.graph, root);
            for end in ends.iter().filter(|end| **end != root) {
                let Some(path) = dominators.strict_dominators(*end) else {
                    continue;
                };
                let path: BTreeSet<NodeIndex> = path.filter(|node| !ends.contains(node)).collect();
                common = Some(match common {
                    None => path,
                    Some(known) => known.intersection(&path).copied().collect(),
                });
            }
        }
        let common = common.unwrap_or_default();
        common.into_iter().map(|node| flow.graph[node].clone()).collect()
    }

    fn sort(&self, name: &str) -> Option<ComponentSort> {
        self.registry.components.get(name).map(|(sort, _)| *sort)
    }

    /// The components through which a data asset goes, joined both ways.
    fn flow(&self, data: &str) -> Flow {
        let mut flow = Flow { graph: DiGraph::new() };
        for link in &self.model.links {
            let carried = match &link.carries {
                Maybe::Is(carried) => carried.iter().any(|one| one.0 == data),
                Maybe::Unknown => true,
            };
            if carried {
                let mut stops: Vec<&str> = vec![&link.from.0];
                stops.extend(link.via.iter().map(|via| via.0.as_str()));
                stops.push(&link.to.0);
                for pair in stops.windows(2) {
                    flow.join(pair[0], pair[1]);
                }
            }
        }
        for (name, storage) in self.model.storage.iter() {
            if storage.holds.iter().any(|held| held.0 == data) {
                if let OrNone::Some(users) = &storage.used_by {
                    for user in users.iter() {
                        flow.join(&user.0, name);
                    }
                }
            }
        }
        flow
    }
}

impl Flow {
    fn node(&mut self, name: &str) -> NodeIndex {
        let known = self.graph.node_indices().find(|node| self.graph[*node] == name);
        known.unwrap_or_else(|| self.graph.add_node(name.to_owned()))
    }

    fn join(&mut self, from: &str, to: &str) {
        let (from, to) = (self.node(from), self.node(to));
        self.graph.update_edge(from, to, ());
        self.graph.update_edge(to, from, ());
    }

    fn has(&self, name: &str) -> bool {
        self.graph.node_weights().any(|known| known == name)
    }

    fn of(&self, wanted: impl Fn(&str) -> bool) -> Vec<NodeIndex> {
        self.graph.node_indices().filter(|node| wanted(&self.graph[*node])).collect()
    }
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
