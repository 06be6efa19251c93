//! What a service returns on demand.
//!
//! A session or a support right opens what the service can fetch and decrypt: not its memory, and
//! not the database. The component `B/answers` stands for it.

use std::collections::BTreeSet;

use super::context::{Lowering, Origin};
use super::layers::joined;
use crate::kernel::When;
use crate::model::{Maybe, OrNone, Place, Scope, Storage};
use crate::source::Route;

/// Where data can be fetched, and the layers that nobody on the way opens.
struct Fetched {
    closed: Vec<String>,
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
                for ends in self.payload(service, &data) {
                    let layers = joined(&[&ends, &fetched.closed]);
                    self.present(&answers, &data, &layers, When::Stored, std::slice::from_ref(&origin));
                }
            }
            if !found.is_empty() {
                all.push(data);
            }
        }
        self.answered.insert(service.to_owned(), all.clone());
        all
    }

    /// Where a service can fetch a data asset: in its storages, in what it keeps, and through the
    /// services with which it exchanges that data.
    fn fetched(&mut self, service: &str, data: &str) -> Vec<Fetched> {
        let model = self.model;
        let behind = self.behind(service, data);
        let mut all = Vec::new();
        if !self.spend(model.storage.len() * behind.len()) {
            return all;
        }
        for (name, storage) in model.storage.iter() {
            let used = behind.iter().any(|one| uses(storage, one));
            let held = self.held(name, storage).into_iter().find(|(held, _)| held == data);
            if let (true, Some((_, origin))) = (used, held) {
                let closed = self.closed_behind(&behind, name, storage, data);
                all.push(Fetched { closed, route: origin.route().clone() });
            }
        }
        for one in &behind {
            let Some(backend) = model.backend.get(one) else { continue };
            let route = Route::root("backend").key(one);
            for (kept, origin) in super::backend::kept(self, one, backend, &route) {
                if kept == data {
                    all.push(Fetched { closed: Vec::new(), route: origin.route().clone() });
                }
            }
        }
        all
    }

    /// The services from which a data asset can come: the service, and those that exchange it.
    fn behind(&self, service: &str, data: &str) -> BTreeSet<String> {
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
        if let Maybe::Is(OrNone::Some(at_rest)) = &storage.at_rest {
            let asked = matches!(at_rest.scope, Scope::Request | Scope::File);
            if asked && !behind.iter().any(|service| self.can_use(service, name, &at_rest.key.0, 0)) {
                closed.push(at_rest.key.0.clone());
            }
        }
        closed
    }

    /// Whether a service, or the storage for it, can use a key: by its role where the key is kept,
    /// because the key is beside one of them, or because it can use the keys that seal it there.
    pub(super) fn can_use(&self, service: &str, storage: &str, key: &str, depth: usize) -> bool {
        const DEEPEST: usize = 8;
        if !self.spend(8) {
            return false;
        }
        let Some(entry) = self.model.keys.get(key) else { return false };
        if entry.used_by.iter().any(|user| user.0 == service) {
            return true;
        }
        let near = |at: &str| {
            at == service
                || at == storage
                || self.hosts(storage).iter().any(|host| host == at)
                || self.hosts(service).iter().any(|host| host == at)
        };
        let places = entry.kept_in.some().map_or(&[][..], |places| places.as_slice());
        places.iter().any(|place| match place {
            Place::At(at) => near(&at.0),
            Place::Under(sealed) => {
                let outer = || sealed.under.iter().all(|key| self.can_use(service, storage, &key.0, depth + 1));
                depth < DEEPEST && near(&sealed.at.0) && outer()
            }
        })
    }
}

fn uses(storage: &Storage, service: &str) -> bool {
    storage.used_by.some().is_some_and(|users| users.iter().any(|user| user.0 == service))
}
