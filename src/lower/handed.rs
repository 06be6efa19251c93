//! The keys that a service hands out with the data that they open.
//!
//! Whoever signs in on a new device receives the data, and the keys that the service keeps for them,
//! sealed under a password or a recovery key as they may be: the application could not open the data
//! otherwise. So what opens the data at a service opens these copies of its keys too.

use std::collections::BTreeSet;

use super::Case;
use super::context::{Lowering, Origin};
use crate::kernel::When;
use crate::model::{BackendKind, Maybe, OrNone, Place, Scope, ShieldWord, Storage};
use crate::source::Route;

impl Lowering<'_> {
    /// States the keys of a data asset that a service returns on demand, as it has them, and names them.
    pub(super) fn handed_with(&mut self, service: &str, data: &str) -> BTreeSet<String> {
        let model = self.model;
        let behind = self.behind(service, data);
        let answers = format!("{service}/answers");
        let (mut seen, mut handed) = (BTreeSet::new(), BTreeSet::new());
        let mut open = self.keys_of(service, data);
        while let Some(key) = open.pop() {
            if !seen.insert(key.clone()) {
                continue;
            }
            let Some(entry) = model.keys.get(&key) else { continue };
            let route = Route::root("keys").key(&key).key("kept_in");
            if entry.kept_in.known().is_none() && self.case(&route) == Case::Worst {
                // Of all the places where it may be, one is where the data are.
                self.present(&answers, &key, &[], When::Stored, &[Origin::Stated(route.clone())]);
                handed.insert(key.clone());
            }
            let places = entry.places();
            for (at, place) in places.iter().enumerate() {
                let origin = Origin::Stated(route.index(at));
                for closing in self.handing(&behind, place) {
                    let sealed = place.under().iter().map(|key| key.0.clone());
                    let under: Vec<String> = sealed.chain(closing).collect();
                    self.present(&answers, &key, &under, When::Stored, std::slice::from_ref(&origin));
                    open.extend(under);
                    handed.insert(key.clone());
                }
            }
        }
        handed
    }

    /// The key that closes all that a storage holds, for services that cannot use it: each request needs it, or the
    /// files were encrypted before.
    fn closing(&self, services: &BTreeSet<String>, storage: &str) -> Option<String> {
        let at_rest = match &self.model.storage.get(storage)?.at_rest {
            Maybe::Is(OrNone::Some(at_rest)) if matches!(at_rest.scope, Scope::Request | Scope::File) => at_rest,
            _ => return None,
        };
        let key = &at_rest.key.0;
        (!services.iter().any(|service| self.can_use(service, storage, key, 0))).then(|| key.clone())
    }

    /// The keys that close a data asset for a service, where it fetches it or receives it.
    fn keys_of(&mut self, service: &str, data: &str) -> Vec<String> {
        let fetched = self.sealed_where_fetched(service, data);
        let received = self.kept_forms(service, data).into_iter().flatten();
        fetched.into_iter().chain(received).collect()
    }

    /// The ways in which services return what lies in a place, each with the key that closes it for them: in one of
    /// them, or in a storage that one of them uses, that one or a copy of it; not where it has a lock of its own, nor in
    /// a key service, which has, nor a key as it is in an enclave, which is there for the enclave alone.
    fn handing(&self, services: &BTreeSet<String>, place: &Place) -> Vec<Option<String>> {
        let at = &place.at().0;
        if matches!(place, Place::Under(lock) if !lock.opens_to.is_empty()) {
            return Vec::new();
        }
        let has_it = |storage: &&String| self.model.originals_of(storage).contains(&at.as_str());
        let used = |(name, storage): (&String, &Storage)| {
            let uses = services.iter().any(|service| self.uses(service, name, storage));
            uses.then(|| self.closing(services, name))
        };
        let storages = self.model.storage.iter().filter(|(name, _)| has_it(name)).filter_map(used);
        let kept = |kind: BackendKind| kind.holds_keys_live() || (place.under().is_empty() && self.in_enclave(at));
        let own = self.model.backend.get(at).filter(|backend| services.contains(at) && !kept(backend.kind));
        storages.chain(own.map(|_| None)).collect()
    }

    /// Whether a service runs in an enclave: its own, or one of the hostings it stands on.
    fn in_enclave(&self, service: &str) -> bool {
        let tee = |shield: Option<&Option<Maybe<ShieldWord>>>| shield == Some(&Some(Maybe::Is(ShieldWord::Tee)));
        let own = tee(self.model.backend.get(service).map(|backend| &backend.shield));
        own || self.hosts(service).iter().any(|host| tee(self.model.hosting.get(host).map(|hosting| &hosting.shield)))
    }
}
