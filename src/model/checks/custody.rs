//! Keys, accounts, end-to-end encryption, admins, adversaries: who knows and opens what.

use std::collections::BTreeSet;

use crate::model::keys::{Account, Place};
use crate::model::names::Checker;
use crate::model::shape::{Bytes, Id, Maybe, OrNone, SecretName};
use crate::source::Route;
use crate::text::problem::{Problem, Sort};

impl Checker<'_> {
    pub(super) fn keys(&mut self) {
        for (name, key) in self.model.keys.iter() {
            let route = Route::root("keys").key(name);
            if self.model.data.contains_key(name) {
                self.say_twice(name, &Route::root("data").key(name), &route);
            }
            for (at, place) in key.places().iter().enumerate() {
                self.place_of_key(place, &route.key("kept_in").index(at));
            }
            self.names(&key.used_by, Sort::Backend, &route.key("used_by"));
            self.names(&key.seen_by, Sort::Component, &route.key("seen_by"));
            self.names(&key.policy_admins, Sort::Actor, &route.key("policy_admins"));
            if key.logged && key.used_by.is_empty() && !key.places().is_empty() {
                self.needs("used_by", "logged", &route.key("logged"));
            }
            match (&key.from_password, &key.guess) {
                (Some(password), guess) => {
                    self.secret(password, Sort::Password, &route.key("from_password"));
                    if guess.is_none() {
                        self.needs("guess", "from_password", &route.key("from_password"));
                    }
                }
                (None, Some(_)) => self.needs("from_password", "guess", &route.key("guess")),
                (None, None) => {}
            }
        }
    }

    fn place_of_key(&mut self, place: &Place, route: &Route) {
        let place = match place {
            Place::At(place) => return self.name(place, Sort::Place, route),
            Place::Under(place) => place,
        };
        self.name(&place.at, Sort::Component, &route.key("in"));
        self.names(&place.under, Sort::Key, &route.key("under"));
        self.secrets(&place.opens_to, &route.key("opens_to"));
        let said = |key: &str| self.tree.node(&route.key(key)).is_some();
        if let Some(empty) = ["under", "opens_to"].into_iter().find(|key| said(key)) {
            if place.under.is_empty() && place.opens_to.is_empty() {
                self.filled(&place.under, &route.key(empty));
            }
        } else {
            let keys = vec!["under".to_owned(), "opens_to".to_owned()];
            self.say_key(Problem::OneOf { keys, both: false }, &route.key("in"));
        }
        if !place.opens_to.is_empty() && place.acting.is_none() {
            self.needs("as", "opens_to", &route.key("opens_to"));
        }
        if place.acting.is_some() && place.opens_to.is_empty() {
            self.needs("opens_to", "as", &route.key("as"));
        }
    }

    fn secrets(&mut self, names: &[SecretName], route: &Route) {
        for (at, name) in names.iter().enumerate() {
            self.secret(name, Sort::Secret, &route.index(at));
        }
    }

    /// The name must be that of a key, an admin, a service, or of a factor of people.
    fn secret(&mut self, name: &str, sort: Sort, route: &Route) {
        let owner = name.split('/').next().unwrap_or_default();
        let known = self.known_secrets(sort);
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        if !self.ghosts.contains(owner) {
            self.name_among(name, sort, &known, route);
        }
    }

    /// Everything that opens something; of passwords, those that people or admins type.
    fn known_secrets(&self, sort: Sort) -> Vec<String> {
        let model = self.model;
        let mut known: Vec<String> = model.admins.keys().cloned().collect();
        for people in model.people.keys() {
            let account = model.accounts.get(people);
            let factors = account.map(|account| account.factors.keys().map(String::as_str).collect::<Vec<_>>());
            let factors = factors.unwrap_or_else(|| vec!["password"]);
            known.extend(factors.iter().map(|factor| format!("{people}/{factor}")));
            if sort == Sort::Secret {
                known.push(format!("{people}/session"));
            }
        }
        if sort == Sort::Secret {
            known.extend(model.keys.keys().chain(model.backend.keys()).cloned());
        }
        known
    }

    pub(super) fn accounts(&mut self) {
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
                self.names(&how.hash_in, Sort::Component, &route.key("hash_in"));
                self.names(&how.kept_in, Sort::Component, &route.key("kept_in"));
            }
            self.factors(account, &route);
            if let Some(idp) = &account.idp {
                self.name(idp, Sort::Backend, &route.key("idp"));
            }
            self.names(&account.session_in, Sort::Component, &route.key("session_in"));
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

    pub(super) fn end_to_end(&mut self) {
        for (at, entry) in self.model.end_to_end.iter().enumerate() {
            let route = Route::root("end_to_end").index(at);
            self.names(&entry.data, Sort::Data, &route.key("data"));
            self.names(&entry.between, Sort::Client, &route.key("between"));
            self.names(&entry.clear_at, Sort::Component, &route.key("clear_at"));
            if let Maybe::Is(OrNone::Some(source)) = &entry.recipients_from {
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
            touches && (link.carries == Maybe::Unknown || link.data().any(|one| data.contains(one)))
        })
    }

    pub(super) fn admins(&mut self) {
        for (name, admin) in self.model.admins.iter() {
            let route = Route::root("admins").key(name);
            if let Maybe::Is(of) = &admin.of {
                self.name(of, Sort::Organisation, &route.key("of"));
            }
            let can = route.key("can");
            self.names(&admin.can.run, Sort::Component, &can.key("run"));
            self.names(&admin.can.change, Sort::Component, &can.key("change"));
            self.bytes(&admin.can.store, &can.key("store"));
            for (at, read) in admin.can.read.iter().enumerate() {
                let route = can.key("read").index(at);
                self.names(&read.data, Sort::Data, &route.key("data"));
                self.name(&read.at, Sort::Backend, &route.key("at"));
            }
            for (at, acted) in admin.can.impersonate.iter().enumerate() {
                let route = can.key("impersonate").index(at);
                self.names(&acted.people, Sort::People, &route.key("people"));
                self.name(&acted.at, Sort::Backend, &route.key("at"));
            }
        }
    }

    pub(super) fn adversaries(&mut self) {
        for (at, grant) in self.model.adversaries.grant.iter().enumerate() {
            let route = Route::root("adversaries").key("grant").index(at);
            // One for each thing: nobody could tell which of them is meant.
            let several = ["thief", "device-thief", "intruder", "injection", "stolen", "stolen-user", "supplier"];
            if several.contains(&&*grant.to) {
                self.say(Problem::ReservedName { name: grant.to.0.clone() }, &route.key("to"));
            }
            self.secrets(&grant.knows, &route.key("knows"));
            for (key, components) in [("run", &grant.run), ("change", &grant.change)] {
                self.names(components, Sort::Component, &route.key(key));
            }
            self.bytes(&grant.store, &route.key("store"));
        }
    }

    /// Components, or the media of those that have one.
    fn bytes(&mut self, names: &[Bytes], route: &Route) {
        for (at, name) in names.iter().enumerate() {
            match name.strip_suffix("/medium") {
                Some(of) => self.name(of, Sort::Medium, &route.index(at)),
                None => self.name(name, Sort::Component, &route.index(at)),
            }
        }
    }
}
