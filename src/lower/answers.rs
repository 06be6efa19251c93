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

/// Data that a service can fetch, and the layers it does not open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fetched {
    pub(super) data: String,
    closed: Vec<String>,
    route: Route,
}

impl Lowering<'_> {
    /// States what a service returns on demand, and gives the data concerned.
    pub(super) fn answers(&mut self, service: &str) -> Vec<String> {
        let answers = format!("{service}/answers");
        let mut all: Vec<String> = Vec::new();
        for fetched in self.fetched(service, &mut BTreeSet::new()) {
            let origin = Origin::Stated(fetched.route.clone());
            for ends in self.payload(service, &fetched.data) {
                let layers = joined(&[&ends, &fetched.closed]);
                self.present(&answers, &fetched.data, &layers, When::Stored, std::slice::from_ref(&origin));
            }
            if !all.contains(&fetched.data) {
                all.push(fetched.data);
            }
        }
        all
    }

    /// What a service can fetch: from its storages, from what it keeps, from services behind it.
    fn fetched(&mut self, service: &str, seen: &mut BTreeSet<String>) -> BTreeSet<Fetched> {
        let mut all = BTreeSet::new();
        if !seen.insert(service.to_owned()) {
            return all;
        }
        let model = self.model;
        for (name, storage) in model.storage.iter() {
            if uses(storage, service) {
                self.from_storage(service, name, storage, &mut all);
            }
        }
        if let Some(backend) = model.backend.get(service) {
            let route = Route::root("backend").key(service);
            for (data, origin) in super::backend::kept(self, service, backend, &route) {
                let (closed, route) = (Vec::new(), origin.route().clone());
                all.insert(Fetched { data, closed, route });
            }
        }
        for link in &model.links {
            let other = match (link.from.0 == service, link.to.0 == service) {
                (true, false) => &link.to.0,
                (false, true) => &link.from.0,
                _ => continue,
            };
            if !model.backend.contains_key(other) {
                continue;
            }
            let carries = |data: &str| match &link.carries {
                Maybe::Is(carried) => carried.iter().any(|one| one.0 == data),
                Maybe::Unknown => true,
            };
            all.extend(self.fetched(other, seen).into_iter().filter(|one| carries(&one.data)));
        }
        all
    }

    fn from_storage(&self, service: &str, name: &str, storage: &Storage, all: &mut BTreeSet<Fetched>) {
        let request = self.request_key(service, name, storage);
        for (at, data) in storage.holds.iter().enumerate() {
            let content = Self::content(storage, &data.0);
            let mut closed = Self::closed_to(&content, service, true);
            closed.extend(request.clone());
            let route = Route::root("storage").key(name).key("holds").index(at);
            let data = data.0.clone();
            all.insert(Fetched { data, closed, route });
        }
    }

    /// The key of a storage that decrypts at each request, where the service may not use it.
    fn request_key(&self, service: &str, name: &str, storage: &Storage) -> Option<String> {
        let Maybe::Is(OrNone::Some(at_rest)) = &storage.at_rest else {
            return None;
        };
        let key = self.model.keys.get(&at_rest.key.0)?;
        if at_rest.scope != Scope::Request || key.used_by.iter().any(|user| user.0 == service) {
            return None;
        }
        let places = key.kept_in.some().map_or(&[][..], |places| places.as_slice());
        let held = |place: &Place| match place {
            Place::At(at) => at.0 == service || at.0 == name || self.hosts(name).contains(&at.0),
            Place::Under(_) => false,
        };
        (!places.iter().any(held)).then(|| at_rest.key.0.clone())
    }
}

fn uses(storage: &Storage, service: &str) -> bool {
    storage.used_by.some().is_some_and(|users| users.iter().any(|user| user.0 == service))
}
