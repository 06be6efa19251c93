//! Combinations, section by section: what no schema can say of a model.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::backend::ShieldWord;
use super::keys::{Account, Place};
use super::names::Checker;
use super::parts::{Architecture, Statements};
use super::shape::{Id, Maybe, OrNone};
use super::statements::Expectation;
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
    checker.keys();
    checker.links();
    checker.accounts();
    checker.end_to_end();
    checker.admins();
    checker.evidence();
    checker.claims(said);
    checker.expectations(said);
    checker.problems
}

impl Checker<'_> {
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
            self.filled(&client.used_by, &route.key("used_by"));
            self.filled(&client.code_from, &route.key("code_from"));
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
            let users = storage.used_by.some().map_or(&[][..], |users| users.as_slice());
            self.names(users, Sort::Backend, &route.key("used_by"));
            let users: Vec<&str> = users.iter().map(|user| &**user).collect();
            for (at, user) in storage.read_only.iter().enumerate() {
                self.name_among(user, Sort::User, &users, &route.key("read_only").index(at));
            }
            self.at_rest(&storage.at_rest, &route);
            for (at, layer) in storage.encrypted.iter().enumerate() {
                self.layer(layer, storage, &route.key("encrypted").index(at));
            }
        }
    }

    fn layer(&mut self, layer: &ContentLayer, storage: &Storage, route: &Route) {
        let held: Vec<&str> = storage.holds.iter().map(|data| &**data).collect();
        for (at, data) in layer.data.iter().enumerate() {
            self.name_among(data, Sort::Held, &held, &route.key("data").index(at));
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
            self.place(backup.runs_on.as_ref(), backup.operator.as_ref(), &route);
            self.names(&backup.of, Sort::Storage, &route.key("of"));
            self.filled(&backup.of, &route.key("of"));
            self.at_rest(&backup.at_rest, &route);
        }
    }

    fn keys(&mut self) {
        for (name, key) in self.model.keys.iter() {
            let route = Route::root("keys").key(name);
            if self.model.data.contains_key(name) {
                self.say_twice(name, &Route::root("data").key(name), &route);
            }
            for (at, place) in key.kept_in.some().into_iter().flat_map(|places| places.iter()).enumerate() {
                let kept = route.key("kept_in").index(at);
                match place {
                    Place::At(place) => self.name(place, Sort::Place, &kept),
                    Place::Under(place) => {
                        self.name(&place.at, Sort::Component, &kept.key("in"));
                        self.names(&place.under, Sort::Key, &kept.key("under"));
                        self.filled(&place.under, &kept.key("under"));
                    }
                }
            }
            self.names(&key.used_by, Sort::Backend, &route.key("used_by"));
        }
    }

    fn accounts(&mut self) {
        for (name, account) in self.model.accounts.iter() {
            let route = Route::root("accounts").key(name);
            self.name_of_entry(name, &route);
            self.names(&account.at, Sort::Backend, &route.key("at"));
            for (at, service) in account.at.iter().enumerate() {
                if self.model.people.contains_key(name) && !self.reaches(name, service) {
                    let (people, service) = (name.clone(), service.0.clone());
                    self.say(Problem::NoWay { people, service }, &route.key("at").index(at));
                }
            }
            for (factor, how) in account.factors.iter() {
                let route = route.key("factors").key(factor);
                if matches!(factor.as_str(), "session" | "devices") {
                    self.say_key(Problem::ReservedName { name: factor.clone() }, &route);
                }
                if let Some(by) = &how.delivered_by {
                    self.name(by, Sort::Backend, &route.key("delivered_by"));
                }
            }
            self.factors(account, &route);
        }
    }

    /// An account is that of people, whose name it has.
    fn name_of_entry(&mut self, name: &str, route: &Route) {
        let before = self.problems.len();
        self.name(name, Sort::People, route);
        let place = self.tree.key_span(route);
        self.problems.iter_mut().skip(before).for_each(|problem| problem.span = place.clone());
    }

    fn factors(&mut self, account: &Account, route: &Route) {
        let known: Vec<&str> = account.factors.keys().map(String::as_str).collect();
        for (at, factor) in account.login.iter().enumerate() {
            self.name_among(factor, Sort::Factor, &known, &route.key("login").index(at));
        }
        let Maybe::Is(OrNone::Some(ways)) = &account.reset else { return };
        for (at, way) in ways.iter().enumerate() {
            for (place, factor) in way.iter().enumerate() {
                self.name_among(factor, Sort::Factor, &known, &route.key("reset").index(at).index(place));
            }
        }
    }

    /// Whether links lead from a client of these people to this service, through other services or
    /// not; taken for true where something is left out as faulty.
    fn reaches(&self, people: &str, service: &str) -> bool {
        let model = self.model;
        if !self.problems.is_empty() || !self.ghosts.is_empty() || !model.backend.contains_key(service) {
            return true;
        }
        let theirs = model.clients.iter().filter(|(_, client)| client.used_by.iter().any(|user| **user == *people));
        let mut open: Vec<&str> = theirs.map(|(name, _)| name.as_str()).collect();
        let mut seen: BTreeSet<&str> = open.iter().copied().collect();
        while let Some(at) = open.pop() {
            for link in &model.links {
                let stops: Vec<&str> =
                    [&link.from].into_iter().chain(link.via.iter()).chain([&link.to]).map(|id| &**id).collect();
                if !stops.contains(&at) {
                    continue;
                }
                let new = stops.into_iter().filter(|stop| model.backend.contains_key(*stop) && !seen.contains(stop));
                let new: Vec<&str> = new.collect();
                seen.extend(&new);
                open.extend(new);
            }
        }
        seen.contains(service)
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
            self.filled(&entry.data, &route.key("data"));
            self.filled(&entry.between, &route.key("between"));
            for (place, end) in entry.between.iter().enumerate() {
                let known = self.model.clients.contains_key(&end.0) && self.ghosts.is_empty();
                if known && !self.carries_any(end, &entry.data) {
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

    fn claims(&mut self, said: &Statements) {
        let mut named: IndexMap<&str, Route> = IndexMap::new();
        for (at, claim) in said.claims.iter().enumerate() {
            let route = Route::root("claims").index(at);
            self.names(&claim.data, Sort::Data, &route.key("data"));
            self.names(&claim.only, Sort::Actor, &route.key("only"));
            let Some(id) = &claim.id else { continue };
            let route = route.key("id");
            if let Some(first) = named.get(&**id) {
                let problem = Problem::NameTwice { name: id.0.clone() };
                self.problems.push(Diagnostic::new(problem, self.tree.span(&route)).and(self.tree.span(first)));
            } else {
                named.insert(id, route);
            }
        }
    }

    fn expectations(&mut self, said: &Statements) {
        let claims: Vec<String> = said.claims.iter().filter_map(|claim| Some(claim.id.as_ref()?.0.clone())).collect();
        for (at, expectation) in said.expect.iter().enumerate() {
            let route = Route::root("expect").index(at);
            match &expectation.claim {
                Some(claim) => self.expected_claim(expectation, claim, &claims, &route),
                None => self.expected_cell(expectation, &route),
            }
        }
    }

    fn expected_claim(&mut self, expectation: &Expectation, claim: &Id, claims: &[String], route: &Route) {
        if !claims.contains(&claim.0) && !self.ghosts.contains(&claim.0) {
            let (name, known) = (claim.0.clone(), claims.to_vec());
            self.say(Problem::NoSuchClaim { name, known }, &route.key("claim"));
        }
        if expectation.verdict.is_none() {
            self.needs("verdict", "claim", &route.key("claim"));
        }
        let others = [
            ("actor", expectation.actor.is_some()),
            ("data", expectation.data.is_some()),
            ("past", expectation.past.is_some()),
            ("new", expectation.new.is_some()),
            ("best", expectation.best.is_some()),
        ];
        if let Some((other, _)) = others.iter().find(|(_, there)| *there) {
            let keys = vec!["claim".to_owned(), (*other).to_owned()];
            self.say_key(Problem::OneOf { keys, both: true }, &route.key(other));
        }
    }

    fn expected_cell(&mut self, expectation: &Expectation, route: &Route) {
        if let Some(data) = &expectation.data {
            self.name(data, Sort::Data, &route.key("data"));
        }
        if expectation.verdict.is_some() {
            self.needs("claim", "verdict", &route.key("verdict"));
            return;
        }
        let keys = [("actor", expectation.actor.is_none()), ("data", expectation.data.is_none())];
        let keys: Vec<String> = keys.iter().filter(|(_, gone)| *gone).map(|(key, _)| (*key).to_owned()).collect();
        if !keys.is_empty() {
            self.say(Problem::MissingKey { keys, unknown: Vec::new(), empty: Vec::new() }, route);
        } else if expectation.past.is_none() && expectation.new.is_none() && expectation.best.is_none() {
            let keys = ["past", "new", "best"].map(str::to_owned).to_vec();
            self.say_key(Problem::OneOf { keys, both: false }, &route.key("actor"));
        }
    }
}
