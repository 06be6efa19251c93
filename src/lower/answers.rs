//! What a service returns on demand.
//!
//! A session or a support right opens what the service can fetch and decrypt: not its memory, and
//! not the database. The component `B/answers` stands for it.

use std::collections::BTreeSet;

use super::Case;
use super::context::{Lowering, Origin};
use super::layers::joined;
use crate::kernel::When;
use crate::model::{Maybe, OrNone, Place, Scope, Storage};
use crate::source::Route;

/// Where data can be fetched, and the layers that nobody on the way opens.
struct Fetched {
    layers: Vec<String>,
    route: Route,
}

impl Lowering<'_> {
    /// States what a service returns on demand, and gives the data concerned.
    pub(super) fn answers(&mut self, service: &str) -> Vec<String> {
        if let Some(known) = self.answered.get(service) {
            return known.clone();
        }
        let answers = format!("{service}/answers");
        let mut all = Vec::new();
        let data: Vec<String> = self.model.data.keys().cloned().collect();
        for data in data {
            let found = self.fetched(service, &data);
            for fetched in &found {
                let origin = Origin::Stated(fetched.route.clone());
                self.present(&answers, &data, &fetched.layers, When::Stored, std::slice::from_ref(&origin));
            }
            if !found.is_empty() {
                all.push(data);
            }
        }
        self.answered.insert(service.to_owned(), all.clone());
        all
    }

    /// Where a service can fetch a data asset: in its storages, in what it keeps, in the copies of
    /// devices that its storages have, and through the services with which it exchanges that data.
    fn fetched(&mut self, service: &str, data: &str) -> Vec<Fetched> {
        let model = self.model;
        let behind = self.behind(service, data);
        let mut found: Vec<(Vec<String>, Route)> = Vec::new();
        let mut stored: Vec<Fetched> = Vec::new();
        let mut copies = Vec::new();
        if !self.spend(model.storage.len() * behind.len()) {
            return copies;
        }
        for (name, storage) in model.storage.iter() {
            if !self.sees(name, data) || !behind.iter().any(|one| self.uses(one, name, storage)) {
                continue;
            }
            copies.extend(self.device_copies(&behind, name, storage, data));
            let held = self.held(name, storage).into_iter().find(|(held, _)| held == data);
            let Some((_, origin)) = held else { continue };
            let closed = self.closed_behind(&behind, name, storage, data);
            for form in self.closed_forms(&behind, name, data) {
                let closed = joined(&[&form, &closed]);
                // What passes in clear through a service is stored sealed all the same, unless it is an end.
                for ends in self.ends_stored(service, name, data) {
                    stored.push(Fetched { layers: joined(&[&ends, &closed]), route: origin.route().clone() });
                }
            }
        }
        for one in &behind {
            let Some(backend) = model.backend.get(one).filter(|_| self.sees(one, data)) else { continue };
            let route = Route::root("backend").key(one);
            for (kept, origin) in super::backend::kept(self, one, backend, &route) {
                if kept == data {
                    let forms = self.closed_forms(&behind, one, data).into_iter();
                    found.extend(forms.map(|closed| (closed, origin.route().clone())));
                }
            }
        }
        let ends = self.payload(service, data);
        let within = |(closed, route): &(Vec<String>, Route)| {
            let fetched = |ends: &Vec<String>| Fetched { layers: joined(&[ends, closed]), route: route.clone() };
            ends.iter().map(fetched).collect::<Vec<_>>()
        };
        found.iter().flat_map(within).chain(stored).chain(copies).collect()
    }

    /// The end-to-end layers that a service meets on what a storage, or what that copies, has of a data asset.
    fn ends_stored(&self, service: &str, storage: &str, data: &str) -> Vec<Vec<String>> {
        if self.is_end_of(service, data) {
            return vec![Vec::new()];
        }
        let sources = self.model.originals_of(storage).into_iter();
        let mut ends: Vec<Vec<String>> = sources.flat_map(|source| self.payload(source, data)).collect();
        ends.sort();
        ends.dedup();
        ends
    }

    /// What a storage has of a data asset in copies of devices: as each device has it, under the keys
    /// of the copy.
    fn device_copies(&mut self, behind: &BTreeSet<String>, name: &str, storage: &Storage, data: &str) -> Vec<Fetched> {
        let model = self.model;
        let mut all = Vec::new();
        let asked = self.closed_medium(behind, name, storage);
        for (client, entry) in model.clients.iter() {
            let route = Route::root("clients").key(client);
            let kept = super::clients::kept(self, client, entry, &route).iter().any(|(kept, _)| kept == data);
            for (at, copy) in entry.backed_up_to.iter().enumerate().filter(|_| kept) {
                if !model.originals_of(name).contains(&copy.to().0.as_str()) {
                    continue;
                }
                let opened = |key: &&String| behind.iter().any(|service| self.opens_on_a_link(service, key));
                let under = copy.under().iter().map(|key| &key.0).filter(|key| !opened(key)).cloned();
                let under: Vec<String> = under.chain(asked.iter().cloned()).collect();
                let forms = self.kept_forms(client, data).into_iter();
                let route = route.key("backed_up_to").index(at);
                all.extend(forms.map(|form| Fetched { layers: joined(&[&form, &under]), route: route.clone() }));
            }
        }
        all
    }

    /// The keys that seal a data asset wherever a service can fetch it.
    pub(super) fn sealed_where_fetched(&mut self, service: &str, data: &str) -> Vec<String> {
        self.fetched(service, data).into_iter().flat_map(|fetched| fetched.layers).collect()
    }

    /// The keys under which data came to be kept somewhere, but for those that a service on the way opens.
    fn closed_forms(&self, behind: &BTreeSet<String>, place: &str, data: &str) -> Vec<Vec<String>> {
        let opened = |key: &String| behind.iter().any(|service| self.opens_on_a_link(service, key));
        let closed = |form: Vec<String>| form.into_iter().filter(|key| !opened(key)).collect();
        self.forms(place, data).into_iter().map(closed).collect()
    }

    /// Whether a service opens, on some link, what travels under a key, or may use that key.
    fn opens_on_a_link(&self, service: &str, key: &str) -> bool {
        let names = |list: &[crate::model::Id]| list.iter().any(|one| one.0 == service);
        let may_use = self.model.keys.get(key).is_some_and(|entry| names(&entry.used_by));
        let pieces = self.model.links.iter().filter_map(|link| link.carries.known()).flat_map(|carried| carried.iter());
        let mut sealed = pieces.filter_map(|piece| piece.sealed());
        may_use || sealed.any(|sealed| sealed.under.iter().any(|one| one.0 == key) && names(&sealed.opened_by))
    }

    /// The services from which a data asset can come: the service, and those that exchange it.
    pub(super) fn behind(&self, service: &str, data: &str) -> BTreeSet<String> {
        let mut reached = BTreeSet::from([service.to_owned()]);
        let mut open = vec![service.to_owned()];
        while let Some(at) = open.pop() {
            if !self.spend(self.model.links.len()) {
                break;
            }
            for (index, link) in self.model.links.iter().enumerate() {
                let other = match (link.from.0 == at, link.to.0 == at) {
                    (true, false) => &link.to.0,
                    (false, true) => &link.from.0,
                    _ => continue,
                };
                let carried = self.model.backend.contains_key(other) && self.carries(index, data);
                if carried && reached.insert(other.clone()) {
                    open.push(other.clone());
                }
            }
        }
        reached
    }

    /// The layers of stored data that none of the services on the way opens.
    fn closed_behind(&self, behind: &BTreeSet<String>, name: &str, storage: &Storage, data: &str) -> Vec<String> {
        let content = Self::content(storage, data);
        let mut closed = Self::content_keys(&content);
        for service in behind {
            let kept = Self::closed_to(&content, service, true);
            closed.retain(|key| kept.contains(key));
        }
        closed.extend(self.closed_medium(behind, name, storage));
        closed
    }

    /// The key of stored bytes, if it is asked for at each request and none of the services gets it.
    fn closed_medium(&self, behind: &BTreeSet<String>, name: &str, storage: &Storage) -> Option<String> {
        let Maybe::Is(OrNone::Some(at_rest)) = &storage.at_rest else { return None };
        let asked = matches!(at_rest.scope, Scope::Request | Scope::File);
        let used = || behind.iter().any(|service| self.can_use(service, name, &at_rest.key.0, 0));
        (asked && !used()).then(|| at_rest.key.0.clone())
    }

    /// Whether a service, or the storage for it, can use a key: by its role where the key is kept, or
    /// in a lock that opens to it, because the key is beside one of them, or because it can use the keys that seal it there.
    pub(super) fn can_use(&self, service: &str, storage: &str, key: &str, depth: usize) -> bool {
        const DEEPEST: usize = 8;
        if !self.spend(8) {
            return false;
        }
        let Some(entry) = self.model.keys.get(key) else { return false };
        let anywhere =
            entry.kept_in.known().is_none() && self.case(&Route::root("keys").key(key).key("kept_in")) == Case::Worst;
        if anywhere || entry.used_by.iter().any(|user| user.0 == service) {
            return true;
        }
        let near = |at: &str| [service, storage].iter().any(|one| at == *one || self.may_run_on(one, at));
        entry.places().iter().any(|place| match place {
            Place::At(at) => near(&at.0),
            Place::Under(sealed) => {
                let outer = || sealed.under.iter().all(|key| self.can_use(service, storage, &key.0, depth + 1));
                let unlocked = !sealed.opens_to.is_empty() && sealed.opens_to.iter().all(|name| name.0 == service);
                depth < DEEPEST && (near(&sealed.at.0) || unlocked) && outer()
            }
        })
    }

    /// Whether a component runs on a hosting; where it is not known on which, at worst it may.
    fn may_run_on(&self, component: &str, host: &str) -> bool {
        let service = self.model.backend.get(component).map(|entry| (entry.runs_on.as_ref(), "backend"));
        let storage = self.model.storage.get(component).map(|entry| (entry.runs_on.as_ref(), "storage"));
        let unknown = service.or(storage).is_some_and(|(runs_on, section)| {
            let route = Route::root(section).key(component).key("runs_on");
            runs_on == Some(&Maybe::Unknown) && self.case(&route) == Case::Worst
        });
        self.hosts(component).iter().any(|one| one == host) || (unknown && self.model.hosting.contains_key(host))
    }
}
