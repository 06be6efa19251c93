//! Keys: where they are kept, and who can use them.

use indexmap::IndexMap;

use super::context::{Lowering, Origin};
use super::storage::{Medium, medium_of};
use crate::kernel::{GateKind, Grade, When};
use crate::model::{Architecture, AtRest, ContentLayer, Key, Maybe, OrNone, Place, Scope};
use crate::source::Route;
use crate::text::audit::Assumption;

/// A key that is kept somewhere.
struct Kept<'k> {
    key: &'k str,
    /// The keys that seal it there.
    under: Vec<String>,
    origin: Origin,
}

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, key) in model.keys.iter() {
        let route = Route::root("keys").key(name);
        let users = users(lowering, name, key, &route);
        if protects(lowering, name) {
            lowering.assume(Assumption::KeysAsDeclared, name, &route);
        }
        let OrNone::Some(places) = &key.kept_in else { continue };
        for (at, place) in places.iter().enumerate() {
            let origin = Origin::Stated(route.key("kept_in").index(at));
            let (place, under) = match place {
                Place::At(place) => (&place.0, Vec::new()),
                Place::Under(place) => (&place.at.0, place.under.iter().map(|key| key.0.clone()).collect()),
            };
            let kept = Kept { key: name, under, origin };
            keep(lowering, &kept, place, !users.is_empty());
            roles(lowering, &kept, place, &users);
        }
        let in_component = places.iter().any(|place| match place {
            Place::At(at) => !model.organisations.contains_key(&at.0) && !is_person(model, &at.0),
            Place::Under(_) => true,
        });
        if !in_component {
            // What opens with a key that only people hold is handed it when it does.
            for (user, origin) in &users {
                lowering.present(user, name, &[], When::Live, std::slice::from_ref(origin));
            }
        }
    }
}

/// Whether a key protects what a storage or a backup keeps.
fn protects(lowering: &Lowering, key: &str) -> bool {
    let model = lowering.model;
    let medium = |at_rest: &Maybe<OrNone<AtRest>>| matches!(at_rest, Maybe::Is(OrNone::Some(one)) if *one.key == *key);
    let content = |layer: &ContentLayer| *layer.key == *key;
    let mut storages = model.storage.values();
    let mut backups = model.backups.iter().flat_map(|backups| backups.values());
    storages.any(|one| medium(&one.at_rest) || one.encrypted.iter().any(content))
        || backups.any(|one| medium(&one.at_rest))
}

fn is_person(model: &Architecture, name: &str) -> bool {
    model.people.contains_key(name) || model.admins.contains_key(name)
}

/// The services that use a key, and where that is said: those declared, and those that open what it
/// encrypts, which they could not do without it.
fn users(lowering: &Lowering, name: &str, key: &Key, route: &Route) -> IndexMap<String, Origin> {
    let model = lowering.model;
    let declared = key.used_by.iter().enumerate();
    let mut users: IndexMap<String, Origin> =
        declared.map(|(at, user)| (user.0.clone(), Origin::Stated(route.key("used_by").index(at)))).collect();
    for (storage, entry) in model.storage.iter() {
        for (at, layer) in entry.encrypted.iter().enumerate().filter(|(_, layer)| *layer.key == *name) {
            let (openers, key) = match &layer.opened_by {
                None => (layer.by.as_slice(), "by"),
                Some(openers) => (openers.some().map_or(&[][..], |openers| openers.as_slice()), "opened_by"),
            };
            let route = Route::root("storage").key(storage).key("encrypted").index(at).key(key);
            for (at, opener) in openers.iter().enumerate().filter(|(_, opener)| model.backend.contains_key(&opener.0)) {
                users.entry(opener.0.clone()).or_insert_with(|| Origin::Stated(route.index(at)));
            }
        }
        let asked = matches!(&entry.at_rest, Maybe::Is(OrNone::Some(at_rest))
            if *at_rest.key == *name && matches!(at_rest.scope, Scope::Request | Scope::File));
        let readers = entry.used_by.some().map_or(&[][..], |readers| readers.as_slice());
        for (at, reader) in
            readers.iter().enumerate().filter(|(_, reader)| asked && lowering.can_use(reader, storage, name, 0))
        {
            let route = Route::root("storage").key(storage).key("used_by").index(at);
            users.entry(reader.0.clone()).or_insert_with(|| Origin::Stated(route));
        }
    }
    users
}

/// Keeps a key somewhere: with an actor, in a component, beside the data it protects.
fn keep(lowering: &mut Lowering, kept: &Kept, place: &str, used: bool) {
    let model = lowering.model;
    let origins = std::slice::from_ref(&kept.origin);
    if let Some(backend) = model.backend.get(place) {
        let when = if backend.kind.holds_keys_live() { When::Live } else { When::Stored };
        lowering.present(place, kept.key, &kept.under, when, origins);
        if backend.kind.holds_keys_live() && used {
            // What the service itself may have opened elsewhere, it has opened to answer.
            let opens = |key: &&String| {
                let entry = model.keys.get(key.as_str());
                !entry.is_some_and(|entry| entry.used_by.iter().any(|user| user.0 == place))
            };
            let closed: Vec<String> = kept.under.iter().filter(opens).cloned().collect();
            lowering.present(&format!("{place}/answers"), kept.key, &closed, When::Stored, origins);
        }
    } else if let Some(storage) = model.storage.get(place) {
        lowering.present(place, kept.key, &kept.under, When::Stored, origins);
        let medium = medium_of(lowering, place, &storage.at_rest, Scope::Volume, &Route::root("storage").key(place));
        beside(lowering, kept, place, &medium);
        copies(lowering, kept, place);
    } else if let Some(backup) = model.backups.as_ref().and_then(|all| all.get(place)) {
        lowering.present(place, kept.key, &kept.under, When::Stored, origins);
        let medium = medium_of(lowering, place, &backup.at_rest, Scope::File, &Route::root("backups").key(place));
        beside(lowering, kept, place, &medium);
    } else if let Some(client) = model.clients.get(place) {
        let lock = lowering.lock_of(place, client);
        lowering.keep(place, kept.key, &kept.under, &lock, &kept.origin);
    } else if model.hosting.contains_key(place) {
        lowering.present(place, kept.key, &kept.under, When::Stored, origins);
    } else {
        lowering.holds(place, kept.key, Grade::Privilege, &kept.origin);
    }
}

/// A key kept in a storage lies on its medium too; its own key cannot protect it.
fn beside(lowering: &mut Lowering, kept: &Kept, place: &str, medium: &Medium) {
    let mut layers = kept.under.clone();
    if let Medium::Under(key, _) = medium
        && key != kept.key
    {
        layers.push(key.clone());
    }
    let bytes = format!("{place}/medium");
    lowering.present(&bytes, kept.key, &layers, When::Stored, std::slice::from_ref(&kept.origin));
}

/// A backup of a storage copies the keys that are kept there.
fn copies(lowering: &mut Lowering, kept: &Kept, storage: &str) {
    let model = lowering.model;
    for (name, backup) in model.backups.iter().flat_map(|backups| backups.iter()) {
        if backup.of.iter().any(|of| *of.0 == *storage) {
            let route = Route::root("backups").key(name);
            let medium = medium_of(lowering, name, &backup.at_rest, Scope::File, &route);
            beside(lowering, kept, name, &medium);
        }
    }
}

/// What keeps a key answers those who use it: with the key itself, as far as reading goes.
///
/// Using a key of a key management service on demand needs no waiting, hence the answer stands stored
/// on its `answers`; whoever observes the service learns the key at its next use only.
fn roles(lowering: &mut Lowering, kept: &Kept, place: &str, users: &IndexMap<String, Origin>) {
    let model = lowering.model;
    let hands_out = model.backend.contains_key(place) || model.storage.contains_key(place);
    if !hands_out && !model.hosting.contains_key(place) {
        return;
    }
    let mut places = vec![place.to_owned()];
    if model.backend.get(place).is_some_and(|backend| backend.kind.holds_keys_live()) {
        places.push(format!("{place}/answers"));
    }
    for (user, used) in users.iter().filter(|(user, _)| *user != place) {
        let role = format!("role:{user}");
        lowering.present(user, &role, &[], When::Stored, std::slice::from_ref(used));
        for place in &places {
            let role = std::slice::from_ref(&role);
            lowering.gate(place, kept.key, role, GateKind::Service, std::slice::from_ref(used));
        }
    }
}
