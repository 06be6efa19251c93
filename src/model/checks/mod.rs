//! Combinations, section by section: what no schema can say of a model.

mod custody;
mod said;

use std::collections::BTreeSet;

use super::backend::ShieldWord;
use super::clients::Client;
use super::data::Data;
use super::links::Link;
use super::names::Checker;
use super::parts::{Architecture, Statements};
use super::shape::{Id, Maybe, OrNone, named};
use super::storage::{AtRest, ContentLayer, Storage};
use crate::source::{Diagnostic, Route, Tree};
use crate::text::problem::{Problem, Sort};

/// The name of the one owner of everything whose owner is unknown.
const UNKNOWN_OWNER: &str = "unknown-owner";

/// Every mistake of names and combinations.
pub(super) fn check(
    model: &Architecture,
    said: &Statements,
    tree: &Tree,
    ghosts: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let mut checker = Checker::new(model, tree, ghosts);
    checker.actors();
    checker.data();
    checker.clients();
    checker.hosting();
    checker.backend();
    checker.storage();
    checker.backups();
    checker.absences(said);
    checker.keys();
    checker.links();
    checker.accounts();
    checker.end_to_end();
    checker.admins();
    checker.evidence();
    checker.adversaries();
    checker.about(said);
    checker.claims(said);
    checker.expectations(said);
    checker.acceptances(said);
    checker.problems
}

impl<'m> Checker<'m> {
    fn actors(&mut self) {
        let vendor = self.model.vendor.clone();
        self.name(&vendor, Sort::Organisation, &Route::root("system").key("vendor"));
        let model = self.model;
        for (name, organisation) in &model.organisations {
            let route = Route::root("organisations").key(name);
            if name == UNKNOWN_OWNER {
                self.say_key(Problem::ReservedName { name: name.clone() }, &route);
            }
            if matches!(&organisation.country, Maybe::Is(countries) if countries.is_empty()) {
                self.say(Problem::EmptyList, &route.key("country"));
            }
            match &organisation.owned_by {
                Some(Maybe::Is(OrNone::Some(owner))) => self.name(owner, Sort::Organisation, &route.key("owned_by")),
                None if *name != vendor && self.model.organisations.contains_key(&vendor) => {
                    let keys = vec!["owned_by".to_owned()];
                    self.say_key(Problem::MissingKey { unknown: keys.clone(), keys, empty: Vec::new() }, &route);
                }
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
            let route = Route::root("data").key(name);
            if let Maybe::Is(OrNone::Some(readers)) = &data.readers {
                self.names(readers, Sort::Actor, &route.key("readers"));
            }
            self.derived_data(data, &route);
            let accompanied = |at: &str| self.model.data.get(at)?.accompanies().map(|of| of.0.clone());
            self.circle(
                name,
                &accompanied,
                &route,
                if data.metadata_of.is_some() { "metadata_of" } else { "pattern_of" },
            );
            let stood_for = |at: &str| self.model.data.get(at)?.pseudonym_of.as_ref().map(|of| of.0.clone());
            self.circle(name, &stood_for, &route, "pseudonym_of");
        }
    }

    /// Data that are what they are by other data: metadata, patterns, pseudonyms.
    fn derived_data(&mut self, data: &Data, route: &Route) {
        let others = [
            ("metadata_of", &data.metadata_of),
            ("pattern_of", &data.pattern_of),
            ("pseudonym_of", &data.pseudonym_of),
            ("mapping", &data.mapping),
        ];
        for (key, other) in others {
            if let Some(other) = other {
                self.name(other, Sort::Data, &route.key(key));
            }
        }
        self.both(
            &route.key("pattern_of"),
            &["metadata_of", "pattern_of"],
            &[data.metadata_of.is_some(), data.pattern_of.is_some()],
        );
        if let Some(places) = &data.visible_to {
            self.names(places, Sort::Component, &route.key("visible_to"));
            if data.accompanies().is_none() {
                self.needs("metadata_of", "visible_to", &route.key("visible_to"));
            }
        }
        let said = [("mapping", data.mapping.is_some()), ("reidentifiable", data.reidentifiable.is_some())];
        for (key, _) in said.into_iter().filter(|(_, said)| *said && data.pseudonym_of.is_none()) {
            self.needs("pseudonym_of", key, &route.key(key));
        }
    }

    /// Two properties of which at most one can be said.
    fn both(&mut self, route: &Route, keys: &[&str], said: &[bool]) {
        if said.iter().all(|said| *said) {
            let keys = keys.iter().map(|key| (*key).to_owned()).collect();
            self.say_key(Problem::OneOf { keys, both: true }, route);
        }
    }

    /// Something that is, through others, what it is by itself; told once, at its first name.
    fn circle(&mut self, name: &str, next: &dyn Fn(&str) -> Option<String>, route: &Route, key: &str) {
        let mut through = vec![name.to_owned()];
        while let Some(at) = through.last().and_then(|at| next(at)) {
            if at == name {
                through.push(at);
                if through.iter().min() == Some(&through[0]) {
                    self.say(Problem::Circle { through }, &route.key(key));
                }
                return;
            }
            if through.contains(&at) {
                return;
            }
            through.push(at);
        }
    }

    fn clients(&mut self) {
        for (name, client) in self.model.clients.iter() {
            let route = Route::root("clients").key(name);
            self.names(&client.used_by, Sort::Person, &route.key("used_by"));
            self.filled(&client.used_by, &route.key("used_by"));
            if let Maybe::Is(from) = &client.code_from {
                self.names(from, Sort::Backend, &route.key("code_from"));
                self.filled(from, &route.key("code_from"));
            }
            self.names(&client.scripts, Sort::Backend, &route.key("scripts"));
            self.maybe_names(client.keeps.as_ref(), Sort::Data, &route.key("keeps"));
            self.device(client, &route);
        }
    }

    /// What a device is copied to, who manages it, what it runs on.
    fn device(&mut self, client: &Client, route: &Route) {
        for (at, backup) in client.backed_up_to.iter().enumerate() {
            let route = route.key("backed_up_to").index(at);
            self.name(backup.to(), Sort::Keeper, &route.key("to"));
            self.names(backup.under(), Sort::Key, &route.key("under"));
        }
        if let Some(OrNone::Some(managers)) = &client.mdm {
            self.names(managers, Sort::Organisation, &route.key("mdm"));
        }
        if let Some(host) = &client.runs_on {
            self.name(host, Sort::Hosting, &route.key("runs_on"));
        }
        if let Some(operator) = &client.operator {
            self.name(operator, Sort::Organisation, &route.key("operator"));
        }
    }

    fn hosting(&mut self) {
        for (name, hosting) in self.model.hosting.iter() {
            let route = Route::root("hosting").key(name);
            self.site(hosting.runs_on.as_ref(), hosting.operator.as_ref(), &route);
            self.attested(hosting.attested_by.as_ref(), hosting.shield, &route);
        }
    }

    fn attested(&mut self, by: Option<&Id>, shield: Option<Maybe<ShieldWord>>, route: &Route) {
        if let Some(by) = by {
            self.name(by, Sort::Verifier, &route.key("attested_by"));
            if shield != Some(Maybe::Is(ShieldWord::Tee)) {
                self.needs("shield", "attested_by", &route.key("attested_by"));
            }
        }
    }

    /// The same, of what may be operated by nobody.
    fn site(&mut self, runs_on: Option<&Maybe<Id>>, operator: Option<&Maybe<OrNone<Id>>>, route: &Route) {
        if operator.is_none() || named(operator).is_some() {
            self.place(runs_on, named(operator), route);
        } else if let Some(Maybe::Is(host)) = runs_on {
            self.name(host, Sort::Hosting, &route.key("runs_on"));
        }
    }

    /// Where something runs or who operates it: at least one must be said.
    fn place(&mut self, runs_on: Option<&Maybe<Id>>, operator: Option<Maybe<&Id>>, route: &Route) {
        if let Some(Maybe::Is(host)) = runs_on {
            self.name(host, Sort::Hosting, &route.key("runs_on"));
        }
        if let Some(Maybe::Is(operator)) = operator {
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
            self.site(backend.runs_on.as_ref(), backend.operator.as_ref(), &route);
            match &backend.code_from {
                Some(Maybe::Is(from)) => self.names(from, Sort::Backend, &route.key("code_from")),
                None if matches!(backend.operator, None | Some(Maybe::Is(OrNone::None))) => {
                    self.needs("code_from", "runs_on", &route);
                }
                _ => {}
            }
            self.maybe_names(backend.keeps.as_ref(), Sort::Data, &route.key("keeps"));
            if backend.kind.must_say_keeps() && backend.keeps.is_none() {
                self.needs("keeps", "kind", &route);
            }
            match &backend.attested_by {
                Some(by) => self.name(by, Sort::Verifier, &route.key("attested_by")),
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
            self.site(storage.runs_on.as_ref(), storage.operator.as_ref(), &route);
            self.attested(storage.attested_by.as_ref(), storage.shield, &route);
            self.copied(name, storage, &route);
            self.names(storage.held(), Sort::Data, &route.key("holds"));
            self.names(storage.users(), Sort::Backend, &route.key("used_by"));
            let users: Vec<&str> = storage.users().iter().map(|user| &**user).collect();
            let any = storage.used_by == Maybe::Unknown;
            for (at, user) in storage.read_only.iter().enumerate().filter(|_| !any) {
                self.name_among(user, Sort::User, &users, &route.key("read_only").index(at));
            }
            self.at_rest(&storage.at_rest, &route);
            for (at, layer) in storage.encrypted.iter().enumerate() {
                self.layer(layer, name, &route.key("encrypted").index(at));
            }
        }
    }

    /// What a storage holds: said, or that of another.
    fn copied(&mut self, name: &str, storage: &Storage, route: &Route) {
        for (key, of) in [("replica_of", &storage.replica_of), ("staging_of", &storage.staging_of)] {
            if let Some(of) = of {
                self.name(of, Sort::Storage, &route.key(key));
                let original = |at: &str| self.model.storage.get(at)?.copies().map(|of| of.0.clone());
                self.circle(name, &original, route, key);
            }
        }
        let said = [storage.replica_of.is_some(), storage.staging_of.is_some()];
        self.both(&route.key("staging_of"), &["replica_of", "staging_of"], &said);
        if storage.holds.is_none() && storage.copies().is_none() {
            let keys = vec!["holds".to_owned()];
            self.say_key(Problem::MissingKey { unknown: keys.clone(), keys, empty: Vec::new() }, route);
        }
    }

    /// The data that a storage holds, those of what it copies included; `None` where some are not known.
    fn held_in_all(&self, name: &'m str) -> Option<Vec<&'m str>> {
        let mut held = Vec::new();
        for storage in self.model.originals_of(name).into_iter().filter_map(|at| self.model.storage.get(at)) {
            if storage.holds == Some(Maybe::Unknown) {
                return None;
            }
            held.extend(storage.held().iter().map(|data| &**data));
        }
        Some(held)
    }

    fn layer(&mut self, layer: &ContentLayer, storage: &'m str, route: &Route) {
        let held = self.held_in_all(storage);
        for (at, data) in layer.data.iter().enumerate() {
            let route = route.key("data").index(at);
            match &held {
                None => self.name(data, Sort::Data, &route),
                Some(held) => self.name_among(data, Sort::Held, held, &route),
            }
        }
        self.names(&layer.by, Sort::Component, &route.key("by"));
        if let Some(OrNone::Some(openers)) = &layer.opened_by {
            self.names(openers, Sort::Component, &route.key("opened_by"));
        }
        self.name(&layer.key, Sort::Key, &route.key("key"));
    }

    fn at_rest(&mut self, at_rest: &Maybe<OrNone<AtRest>>, route: &Route) {
        if let Maybe::Is(OrNone::Some(at_rest)) = at_rest {
            self.name(&at_rest.key, Sort::Key, &route.key("at_rest").key("key"));
        }
    }

    fn backups(&mut self) {
        for (name, backup) in self.model.backups.iter().flat_map(|backups| backups.iter()) {
            let route = Route::root("backups").key(name);
            self.site(backup.runs_on.as_ref(), backup.operator.as_ref(), &route);
            self.names(&backup.of, Sort::Storage, &route.key("of"));
            self.filled(&backup.of, &route.key("of"));
            self.at_rest(&backup.at_rest, &route);
        }
    }

    /// What is said not to be, and is declared.
    fn absences(&mut self, said: &Statements) {
        for (at, absent) in said.has_no.iter().enumerate() {
            let topic = absent.topic();
            let Some(declared) = self.model.declares(topic) else { continue };
            let problem = Problem::ThereIsOne { topic: topic.id().to_owned() };
            let place = self.tree.span(&Route::root("has_no").index(at));
            self.problems.push(Diagnostic::new(problem, place).and(self.tree.span(&declared)));
        }
    }

    fn links(&mut self) {
        for (at, link) in self.model.links.iter().enumerate() {
            let route = Route::root("links").index(at);
            self.name(&link.from, Sort::Component, &route.key("from"));
            self.name(&link.to, Sort::Component, &route.key("to"));
            self.names(&link.via, Sort::Backend, &route.key("via"));
            self.carried(link, &route);
            if link.from == link.to {
                let name = link.from.0.clone();
                self.say(Problem::LinkToItself { name }, &route.key("to"));
            }
        }
    }
    fn carried(&mut self, link: &Link, route: &Route) {
        let Maybe::Is(carried) = &link.carries else { return };
        let stops: Vec<&str> = link.stops().map(|stop| &**stop).collect();
        for (at, one) in carried.iter().enumerate() {
            let route = route.key("carries").index(at);
            let Some(sealed) = one.sealed() else {
                self.names(one.data(), Sort::Data, &route);
                continue;
            };
            self.names(&sealed.data, Sort::Data, &route.key("data"));
            self.names(&sealed.under, Sort::Key, &route.key("under"));
            self.filled(&sealed.under, &route.key("under"));
            for (place, opener) in sealed.opened_by.iter().enumerate() {
                self.name_among(opener, Sort::Stop, &stops, &route.key("opened_by").index(place));
            }
        }
    }
}
