//! Names and combinations: what no schema can say of a model.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::backend::ShieldWord;
use super::keys::Place;
use super::parts::{Architecture, Statements};
use super::shape::{Id, Maybe, OrNone};
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

/// Every mistake of names and combinations.
pub(super) fn check(
    model: &Architecture,
    said: &Statements,
    tree: &Tree,
    ghosts: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let registry = Registry::collect(model, &mut |name, first, second| {
        let problem = Problem::NameTwice { name: name.to_owned() };
        problems.push(Diagnostic::new(problem, tree.key_span(second)).and(tree.key_span(first)));
    });
    let mut checker = Checker { model, tree, ghosts, registry, problems };
    checker.actors();
    checker.data();
    checker.clients();
    checker.hosting();
    checker.backend();
    checker.storage();
    checker.backups();
    checker.keys();
    checker.accounts();
    checker.links();
    checker.end_to_end();
    checker.admins();
    checker.statements(said);
    checker.problems
}

struct Checker<'m> {
    model: &'m Architecture,
    tree: &'m Tree,
    ghosts: &'m BTreeSet<String>,
    registry: Registry,
    problems: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn say(&mut self, problem: Problem, route: &Route) {
        self.problems.push(Diagnostic::new(problem, self.tree.span(route)));
    }

    fn say_key(&mut self, problem: Problem, route: &Route) {
        self.problems.push(Diagnostic::new(problem, self.tree.key_span(route)));
    }

    fn known(&self, sort: Sort) -> Vec<String> {
        let components = |wanted: &[ComponentSort]| -> Vec<String> {
            let named = self.registry.components.iter();
            named.filter(|(_, (sort, _))| wanted.contains(sort)).map(|(name, _)| name.clone()).collect()
        };
        match sort {
            Sort::Organisation => self.model.organisations.keys().cloned().collect(),
            Sort::Actor => self.registry.actors.keys().cloned().collect(),
            Sort::People => self.model.people.keys().cloned().collect(),
            Sort::Data => self.model.data.keys().cloned().collect(),
            Sort::Key => self.model.keys.keys().cloned().collect(),
            Sort::Component => self.registry.components.keys().cloned().collect(),
            Sort::Hosting => components(&[ComponentSort::Hosting]),
            Sort::Backend => components(&[ComponentSort::Backend]),
            Sort::Client => components(&[ComponentSort::Client]),
            Sort::Storage => components(&[ComponentSort::Storage]),
            Sort::Place => self.registry.components.keys().chain(self.registry.actors.keys()).cloned().collect(),
            Sort::Factor => Vec::new(),
        }
    }

    /// The name must be declared as this sort of thing.
    fn name(&mut self, name: &str, sort: Sort, route: &Route) {
        let known = self.known(sort);
        self.name_among(name, sort, known, route);
    }

    fn name_among(&mut self, name: &str, sort: Sort, known: Vec<String>, route: &Route) {
        if known.iter().any(|other| other == name) || self.ghosts.contains(name) {
            return;
        }
        let name = name.to_owned();
        self.say(Problem::Undeclared { name, sort, known }, route);
    }

    fn names(&mut self, names: &[Id], sort: Sort, route: &Route) {
        for (at, name) in names.iter().enumerate() {
            self.name(name, sort, &route.index(at));
        }
    }

    fn maybe_names(&mut self, names: Option<&Maybe<OrNone<super::shape::Many<Id>>>>, sort: Sort, route: &Route) {
        if let Some(Maybe::Is(OrNone::Some(names))) = names {
            self.names(names, sort, route);
        }
    }

    fn needs(&mut self, key: &str, because: &str, route: &Route) {
        let (key, because) = (key.to_owned(), because.to_owned());
        self.say_key(Problem::NeedsKey { key, because }, route);
    }

    fn actors(&mut self) {
        let vendor = self.model.vendor.clone();
        self.name(&vendor, Sort::Organisation, &Route::root("system").key("vendor"));
        let model = self.model;
        for (name, organisation) in &model.organisations {
            let route = Route::root("organisations").key(name);
            match &organisation.owned_by {
                Some(Maybe::Is(OrNone::Some(owner))) => self.name(owner, Sort::Organisation, &route.key("owned_by")),
                None if *name != vendor => self.needs("owned_by", name, &route),
                _ => {}
            }
        }
        for (name, people) in model.people.iter() {
            if let Some(of) = &people.of {
                self.name(of, Sort::Organisation, &Route::root("people").key(name).key("of"));
            }
        }
    }

    fn data(&mut self) {
        for (name, data) in self.model.data.iter() {
            if let OrNone::Some(readers) = &data.readers {
                self.names(readers, Sort::Actor, &Route::root("data").key(name).key("readers"));
            }
        }
    }

    fn clients(&mut self) {
        for (name, client) in self.model.clients.iter() {
            let route = Route::root("clients").key(name);
            self.names(&client.used_by, Sort::People, &route.key("used_by"));
            self.names(&client.code_from, Sort::Backend, &route.key("code_from"));
            self.maybe_names(client.keeps.as_ref(), Sort::Data, &route.key("keeps"));
            for (list, key) in [(&client.used_by, "used_by"), (&client.code_from, "code_from")] {
                if list.is_empty() {
                    self.say(Problem::EmptyList, &route.key(key));
                }
            }
        }
    }

    fn hosting(&mut self) {
        for (name, hosting) in self.model.hosting.iter() {
            let route = Route::root("hosting").key(name);
            self.place(hosting.runs_on.as_ref(), hosting.operator.as_ref(), &route);
        }
    }

    /// Where something runs or who operates it: at least one must be said.
    fn place(&mut self, runs_on: Option<&Id>, operator: Option<&Id>, route: &Route) {
        if let Some(host) = runs_on {
            self.name(host, Sort::Hosting, &route.key("runs_on"));
        }
        if let Some(operator) = operator {
            self.name(operator, Sort::Organisation, &route.key("operator"));
        }
        if runs_on.is_none() && operator.is_none() {
            let keys = vec!["runs_on".to_owned(), "operator".to_owned()];
            self.say_key(Problem::OneOf { keys, both: false }, route);
        }
    }

    fn backend(&mut self) {
        for (name, backend) in self.model.backend.iter() {
            let route = Route::root("backend").key(name);
            self.place(backend.runs_on.as_ref(), backend.operator.as_ref(), &route);
            match &backend.code_from {
                Some(Maybe::Is(from)) => self.names(from, Sort::Backend, &route.key("code_from")),
                None if backend.operator.is_none() => self.needs("code_from", "runs_on", &route),
                _ => {}
            }
            self.maybe_names(backend.keeps.as_ref(), Sort::Data, &route.key("keeps"));
            if backend.kind.must_say_keeps() && backend.keeps.is_none() {
                self.needs("keeps", "kind", &route);
            }
            match &backend.attested_by {
                Some(by) => self.name(by, Sort::Backend, &route.key("attested_by")),
                None if backend.shield == Some(Maybe::Is(ShieldWord::Tee)) => {
                    self.needs("attested_by", "shield", &route);
                }
                None => {}
            }
        }
    }

    fn storage(&mut self) {
        for (name, storage) in self.model.storage.iter() {
            let route = Route::root("storage").key(name);
            self.place(storage.runs_on.as_ref(), storage.operator.as_ref(), &route);
            self.names(&storage.holds, Sort::Data, &route.key("holds"));
            if let OrNone::Some(users) = &storage.used_by {
                self.names(users, Sort::Backend, &route.key("used_by"));
            }
            self.names(&storage.read_only, Sort::Backend, &route.key("read_only"));
            if let Maybe::Is(OrNone::Some(at_rest)) = &storage.at_rest {
                self.name(&at_rest.key, Sort::Key, &route.key("at_rest").key("key"));
            }
            for (at, layer) in storage.encrypted.iter().enumerate() {
                let route = route.key("encrypted").index(at);
                self.names(&layer.data, Sort::Data, &route.key("data"));
                self.names(&layer.by, Sort::Component, &route.key("by"));
                if let Some(OrNone::Some(openers)) = &layer.opened_by {
                    self.names(openers, Sort::Component, &route.key("opened_by"));
                }
                self.name(&layer.key, Sort::Key, &route.key("key"));
            }
        }
    }

    fn backups(&mut self) {
        for (name, backup) in self.model.backups.iter().flat_map(|backups| backups.iter()) {
            let route = Route::root("backups").key(name);
            self.place(backup.runs_on.as_ref(), backup.operator.as_ref(), &route);
            self.names(&backup.of, Sort::Storage, &route.key("of"));
            if backup.of.is_empty() {
                self.say(Problem::EmptyList, &route.key("of"));
            }
            if let Maybe::Is(OrNone::Some(at_rest)) = &backup.at_rest {
                self.name(&at_rest.key, Sort::Key, &route.key("at_rest").key("key"));
            }
        }
    }

    fn keys(&mut self) {
        for (name, key) in self.model.keys.iter() {
            let route = Route::root("keys").key(name);
            let kept =
                if self.tree.node(&route.key("kept_in")).is_some() { route.key("kept_in") } else { route.clone() };
            for (at, place) in key.kept_in.some().into_iter().flat_map(|places| places.iter()).enumerate() {
                let kept = kept.index(at);
                match place {
                    Place::At(place) => self.name(place, Sort::Place, &kept),
                    Place::Under(place) => {
                        self.name(&place.at, Sort::Component, &kept.key("in"));
                        self.names(&place.under, Sort::Key, &kept.key("under"));
                    }
                }
            }
            self.names(&key.used_by, Sort::Backend, &route.key("used_by"));
        }
    }

    fn accounts(&mut self) {
        for (name, account) in self.model.accounts.iter() {
            let route = Route::root("accounts").key(name);
            if !self.model.people.contains_key(name) && !self.ghosts.contains(name) {
                let known = self.known(Sort::People);
                let name = name.clone();
                self.say_key(Problem::Undeclared { name, sort: Sort::People, known }, &route);
            }
            self.names(&account.at, Sort::Backend, &route.key("at"));
            for (factor, how) in account.factors.iter() {
                if let Some(by) = &how.delivered_by {
                    let route = route.key("factors").key(factor).key("delivered_by");
                    self.name(by, Sort::Backend, &route);
                }
            }
            let known: Vec<String> = account.factors.keys().cloned().collect();
            for (at, factor) in account.login.iter().enumerate() {
                self.name_among(factor, Sort::Factor, known.clone(), &route.key("login").index(at));
            }
            if let Maybe::Is(OrNone::Some(ways)) = &account.reset {
                for (at, way) in ways.iter().enumerate() {
                    for (place, factor) in way.iter().enumerate() {
                        let route = route.key("reset").index(at).index(place);
                        self.name_among(factor, Sort::Factor, known.clone(), &route);
                    }
                }
            }
        }
    }

    fn links(&mut self) {
        for (at, link) in self.model.links.iter().enumerate() {
            let route = Route::root("links").index(at);
            self.name(&link.from, Sort::Component, &route.key("from"));
            self.name(&link.to, Sort::Component, &route.key("to"));
            self.names(&link.via, Sort::Backend, &route.key("via"));
            if let Maybe::Is(carried) = &link.carries {
                self.names(carried, Sort::Data, &route.key("carries"));
            }
            if link.from == link.to {
                let name = link.from.0.clone();
                self.say(Problem::LinkToItself { name }, &route.key("to"));
            }
        }
    }

    fn end_to_end(&mut self) {
        for (at, entry) in self.model.end_to_end.iter().enumerate() {
            let route = Route::root("end_to_end").index(at);
            self.names(&entry.data, Sort::Data, &route.key("data"));
            self.names(&entry.between, Sort::Client, &route.key("between"));
            self.names(&entry.clear_at, Sort::Component, &route.key("clear_at"));
            if let OrNone::Some(source) = &entry.recipients_from {
                self.name(source, Sort::Backend, &route.key("recipients_from"));
            }
            if let Some(key) = &entry.key {
                self.name(key, Sort::Key, &route.key("key"));
            }
            for (list, key) in [(&entry.data, "data"), (&entry.between, "between")] {
                if list.is_empty() {
                    self.say(Problem::EmptyList, &route.key(key));
                }
            }
            for (place, end) in entry.between.iter().enumerate() {
                if self.model.clients.contains_key(&end.0) && !self.carries_any(end, &entry.data) {
                    let name = end.0.clone();
                    self.say(Problem::NotAnEnd { name }, &route.key("between").index(place));
                }
            }
        }
    }

    fn carries_any(&self, client: &str, data: &[Id]) -> bool {
        self.model.links.iter().any(|link| {
            let touches = *link.from == *client || *link.to == *client;
            let carries = match &link.carries {
                Maybe::Is(carried) => carried.iter().any(|one| data.contains(one)),
                Maybe::Unknown => true,
            };
            touches && carries
        })
    }

    fn admins(&mut self) {
        for (name, admin) in self.model.admins.iter() {
            let route = Route::root("admins").key(name);
            self.name(&admin.of, Sort::Organisation, &route.key("of"));
            let can = route.key("can");
            self.names(&admin.can.run, Sort::Component, &can.key("run"));
            self.names(&admin.can.change, Sort::Component, &can.key("change"));
            self.names(&admin.can.store, Sort::Component, &can.key("store"));
            for (at, read) in admin.can.read.iter().enumerate() {
                let route = can.key("read").index(at);
                self.names(&read.data, Sort::Data, &route.key("data"));
                self.name(&read.at, Sort::Backend, &route.key("at"));
            }
        }
    }

    fn statements(&mut self, said: &Statements) {
        for (at, claim) in said.claims.iter().enumerate() {
            let route = Route::root("claims").index(at);
            self.names(&claim.data, Sort::Data, &route.key("data"));
            self.names(&claim.only, Sort::Actor, &route.key("only"));
        }
        let claims: Vec<String> =
            said.claims.iter().filter_map(|claim| claim.id.as_ref().map(|id| id.0.clone())).collect();
        for (at, expectation) in said.expect.iter().enumerate() {
            let route = Route::root("expect").index(at);
            if let Some(claim) = &expectation.claim {
                if !claims.contains(&claim.0) {
                    let (name, known) = (claim.0.clone(), claims.clone());
                    self.say(Problem::NoSuchClaim { name, known }, &route.key("claim"));
                }
                if expectation.verdict.is_none() {
                    self.needs("verdict", "claim", &route.key("claim"));
                }
                continue;
            }
            match (&expectation.actor, &expectation.data) {
                (Some(_), Some(data)) => self.name(data, Sort::Data, &route.key("data")),
                _ => {
                    let keys = vec!["actor".to_owned(), "data".to_owned()];
                    self.say(Problem::MissingKey { keys }, &route);
                }
            }
        }
    }
}
