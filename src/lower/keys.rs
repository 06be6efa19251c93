//! Keys and their custody.

use super::context::{Lowering, Origin};
use super::storage::{Medium, medium_of};
use crate::kernel::{GateKind, Grade, When};
use crate::model::{Key, OrNone, Place, Scope};
use crate::source::Route;

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, key) in model.keys.iter() {
        let route = Route::root("keys").key(name);
        let kept = route.key("kept_in");
        let OrNone::Some(places) = &key.kept_in else { continue };
        for (at, place) in places.iter().enumerate() {
            let origin = Origin::Stated(kept.index(at));
            match place {
                Place::At(place) => keep(lowering, name, key, &place.0, &[], &origin, &route),
                Place::Under(place) => {
                    let under: Vec<String> = place.under.iter().map(|key| key.0.clone()).collect();
                    keep(lowering, name, key, &place.at.0, &under, &origin, &route);
                }
            }
        }
    }
}

/// Keeps a key somewhere: with an actor, in a component, beside the data it protects.
fn keep(lowering: &mut Lowering, name: &str, key: &Key, place: &str, under: &[String], origin: &Origin, route: &Route) {
    let model = lowering.model;
    let origins = std::slice::from_ref(origin);
    if let Some(backend) = model.backend.get(place) {
        let when = if backend.kind.holds_keys_live() { When::Live } else { When::Stored };
        lowering.present(place, name, under, when, origins);
        if backend.kind.holds_keys_live() {
            roles(lowering, name, key, place, under, origin, route);
        }
    } else if let Some(storage) = model.storage.get(place) {
        lowering.present(place, name, under, When::Stored, origins);
        let medium = medium_of(lowering, place, &storage.at_rest, Scope::Volume, &Route::root("storage").key(place));
        beside(lowering, name, place, under, &medium, origin);
    } else if let Some(backup) = model.backups.as_ref().and_then(|all| all.get(place)) {
        lowering.present(place, name, under, When::Stored, origins);
        let medium = medium_of(lowering, place, &backup.at_rest, Scope::File, &Route::root("backups").key(place));
        beside(lowering, name, place, under, &medium, origin);
    } else if let Some(client) = model.clients.get(place) {
        let lock = lowering.lock_of(place, client);
        lowering.keep(place, name, under, &lock, origin);
    } else if model.hosting.contains_key(place) {
        lowering.present(place, name, under, When::Stored, origins);
    } else {
        lowering.holds(place, name, Grade::Privilege, origin);
    }
}

/// A key kept in a storage lies on its medium too; its own key cannot protect it.
fn beside(lowering: &mut Lowering, name: &str, place: &str, under: &[String], medium: &Medium, origin: &Origin) {
    let mut layers = under.to_vec();
    if let Medium::Under(key, _) = medium
        && key != name
    {
        layers.push(key.clone());
    }
    let bytes = format!("{place}/medium");
    lowering.present(&bytes, name, &layers, When::Stored, std::slice::from_ref(origin));
}

/// A key management service answers those who use it: with the key itself, as far as reading goes.
///
/// Using a key on demand needs no waiting, hence the answer stands stored on `answers`; whoever
/// observes the service learns the key at its next use only.
fn roles(lowering: &mut Lowering, name: &str, key: &Key, kms: &str, under: &[String], origin: &Origin, route: &Route) {
    let answers = format!("{kms}/answers");
    for (at, user) in key.used_by.iter().enumerate() {
        let used = Origin::Stated(route.key("used_by").index(at));
        let role = format!("role:{}", user.0);
        lowering.present(&user.0, &role, &[], When::Stored, std::slice::from_ref(&used));
        lowering.present(&answers, name, under, When::Stored, std::slice::from_ref(origin));
        for place in [kms, &answers] {
            lowering.gate(place, name, std::slice::from_ref(&role), GateKind::Service, std::slice::from_ref(&used));
        }
    }
}
