//! Names: what is declared, and whether what is named is.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::parts::Architecture;
use super::shape::{Id, Many, Maybe, OrNone};
use crate::source::{Diagnostic, Route, Tree};
use crate::text::problem::{Problem, Sort};

/// What kind of component a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ComponentSort {
    /// A client.
    Client,
    /// A hosting entry.
    Hosting,
    /// A backend entry.
    Backend,
    /// A storage.
    Storage,
    /// A backup.
    Backup,
}

/// Every declared name, by namespace.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    /// Organisations, people and admins.
    pub actors: IndexMap<String, Route>,
    /// Components.
    pub components: IndexMap<String, (ComponentSort, Route)>,
}

impl Registry {
    /// Collects the names of an architecture.
    pub fn new(model: &Architecture) -> Self {
        Self::collect(model, &mut |_, _, _| {})
    }

    /// Collects the names, telling of each that stands for two things.
    fn collect(model: &Architecture, twice: &mut dyn FnMut(&str, &Route, &Route)) -> Self {
        let mut registry = Self::default();
        let mut actor = |name: &String, section: &str| {
            let route = Route::root(section).key(name);
            if let Some(first) = registry.actors.get(name) {
                twice(name, first, &route);
            } else {
                registry.actors.insert(name.clone(), route);
            }
        };
        model.organisations.keys().for_each(|name| actor(name, "organisations"));
        model.people.keys().for_each(|name| actor(name, "people"));
        model.admins.keys().for_each(|name| actor(name, "admins"));
        let mut component = |name: &String, section: &str, sort| {
            let route = Route::root(section).key(name);
            if let Some((_, first)) = registry.components.get(name) {
                twice(name, first, &route);
            } else {
                registry.components.insert(name.clone(), (sort, route));
            }
        };
        model.clients.keys().for_each(|name| component(name, "clients", ComponentSort::Client));
        model.hosting.keys().for_each(|name| component(name, "hosting", ComponentSort::Hosting));
        model.backend.keys().for_each(|name| component(name, "backend", ComponentSort::Backend));
        model.storage.keys().for_each(|name| component(name, "storage", ComponentSort::Storage));
        if let Some(backups) = &model.backups {
            backups.keys().for_each(|name| component(name, "backups", ComponentSort::Backup));
        }
        registry
    }
}

/// The state of one check.
pub(super) struct Checker<'m> {
    pub(super) model: &'m Architecture,
    pub(super) tree: &'m Tree,
    /// Names that are left out with what is faulty.
    pub(super) ghosts: &'m BTreeSet<String>,
    pub(super) registry: Registry,
    pub(super) problems: Vec<Diagnostic>,
}

/// After so many mistakes, no more suggestions are looked for.
const SUGGESTIONS: usize = 200;
/// After so many, no more are noted: the file was not written by hand.
const MANY: usize = 1000;

impl<'m> Checker<'m> {
    pub(super) fn new(model: &'m Architecture, tree: &'m Tree, ghosts: &'m BTreeSet<String>) -> Self {
        let mut problems = Vec::new();
        let registry = Registry::collect(model, &mut |name, first, second| {
            problems.push(twice(tree, name, first, second));
        });
        Self { model, tree, ghosts, registry, problems }
    }

    pub(super) fn say(&mut self, problem: Problem, route: &Route) {
        if self.problems.len() < MANY {
            self.problems.push(Diagnostic::new(problem, self.tree.span(route)));
        }
    }

    pub(super) fn say_key(&mut self, problem: Problem, route: &Route) {
        if self.problems.len() < MANY {
            self.problems.push(Diagnostic::new(problem, self.tree.key_span(route)));
        }
    }

    pub(super) fn say_twice(&mut self, name: &str, first: &Route, second: &Route) {
        self.problems.push(twice(self.tree, name, first, second));
    }

    fn is(&self, name: &str, sort: Sort) -> bool {
        let model = self.model;
        let component =
            |wanted: ComponentSort| self.registry.components.get(name).is_some_and(|(sort, _)| *sort == wanted);
        match sort {
            Sort::Organisation => model.organisations.contains_key(name),
            Sort::Actor => self.registry.actors.contains_key(name),
            Sort::People => model.people.contains_key(name),
            Sort::Data => model.data.contains_key(name),
            Sort::Key => model.keys.contains_key(name),
            Sort::Component => self.registry.components.contains_key(name),
            Sort::Hosting => component(ComponentSort::Hosting),
            Sort::Backend => component(ComponentSort::Backend),
            Sort::Client => component(ComponentSort::Client),
            Sort::Storage => component(ComponentSort::Storage),
            Sort::Verifier => self.is(name, Sort::Backend) || self.is(name, Sort::Client),
            Sort::Medium => self.is(name, Sort::Keeper) || self.is(name, Sort::Client),
            Sort::Thing => [Sort::Place, Sort::Key, Sort::Data].into_iter().any(|sort| self.is(name, sort)),
            Sort::Place => self.is(name, Sort::Component) || self.is(name, Sort::Actor),
            Sort::Person => model.people.contains_key(name) || model.admins.contains_key(name),
            Sort::Keeper => component(ComponentSort::Storage) || component(ComponentSort::Backup),
            Sort::Held | Sort::User | Sort::Factor | Sort::Stop | Sort::Secret | Sort::Password | Sort::Source => false,
        }
    }

    /// The names of a sort, to suggest one; those of a place in this very entry are known to the caller.
    fn known(&self, sort: Sort) -> Vec<String> {
        let registry = &self.registry;
        let data = self.model.data.keys().chain(self.model.keys.keys());
        let all = registry.components.keys().chain(registry.actors.keys()).chain(data);
        all.filter(|name| self.is(name, sort)).cloned().collect()
    }

    /// The name must be declared as this sort of thing.
    pub(super) fn name(&mut self, name: &str, sort: Sort, route: &Route) {
        if !self.is(name, sort) && !self.ghosts.contains(name) {
            let known = if self.problems.len() < SUGGESTIONS { self.known(sort) } else { Vec::new() };
            self.refuse(name, sort, known, route);
        }
    }

    /// The name must be one of those known in this very entry.
    pub(super) fn name_among(&mut self, name: &str, sort: Sort, known: &[&str], route: &Route) {
        if !known.contains(&name) && !self.ghosts.contains(name) {
            let known = known.iter().map(|name| (*name).to_owned()).collect();
            self.refuse(name, sort, known, route);
        }
    }

    fn refuse(&mut self, name: &str, sort: Sort, known: Vec<String>, route: &Route) {
        let elsewhere = match sort {
            Sort::Factor | Sort::Source => false,
            _ => [Sort::Place, Sort::Data, Sort::Key].into_iter().any(|other| self.is(name, other)),
        };
        let name = name.to_owned();
        let problem = if elsewhere {
            Problem::WrongSort { name, sort, known }
        } else {
            Problem::Undeclared { name, sort, known }
        };
        self.say(problem, route);
    }

    pub(super) fn names(&mut self, names: &[Id], sort: Sort, route: &Route) {
        for (at, name) in names.iter().enumerate() {
            self.name(name, sort, &route.index(at));
        }
    }

    pub(super) fn maybe_names(&mut self, names: Option<&Maybe<OrNone<Many<Id>>>>, sort: Sort, route: &Route) {
        if let Some(Maybe::Is(OrNone::Some(names))) = names {
            self.names(names, sort, route);
        }
    }

    pub(super) fn needs(&mut self, key: &str, because: &str, route: &Route) {
        let (key, because) = (key.to_owned(), because.to_owned());
        self.say_key(Problem::NeedsKey { key, because }, route);
    }

    pub(super) fn filled(&mut self, list: &[Id], route: &Route) {
        if list.is_empty() {
            self.say(Problem::EmptyList, route);
        }
    }
}

fn twice(tree: &Tree, name: &str, first: &Route, second: &Route) -> Diagnostic {
    Diagnostic::new(Problem::NameTwice { name: name.to_owned() }, tree.key_span(second)).and(tree.key_span(first))
}
