//! Keys: beside what they encrypt, with the provider, in a second place, in the build chain.

use std::collections::BTreeSet;

use super::Raised;
use super::scene::{Scene, Way, found};
use super::storage::backups;
use crate::kernel::Grade;
use crate::model::{BackendKind, Key, Place};
use crate::source::Route;
use crate::text::finding::Rule;

pub(super) fn raised(scene: &Scene) -> Vec<Raised> {
    let mut all = Vec::new();
    let storages = scene.architecture.storage.keys().map(|name| (name, "storage"));
    let kept = storages.chain(backups(scene).map(|(name, _)| (name, "backups")));
    for (name, section) in kept {
        let route = Route::root(section).key(name);
        all.extend(scene.architecture.keys.keys().flat_map(|key| within_reach(scene, (name, &route), key)));
    }
    for (at, entry) in scene.architecture.end_to_end.iter().enumerate() {
        let Some(key) = &entry.key else { continue };
        all.extend(elsewhere(scene, key, &Route::root("end_to_end").index(at)));
    }
    all.extend(scene.architecture.keys.iter().filter_map(|(key, entry)| in_build_chain(scene, key, &entry.0)));
    all
}

fn kind_at(scene: &Scene, place: &Place) -> Option<BackendKind> {
    Some(scene.architecture.backend.get(&place.at().0)?.kind)
}

/// Somebody has both what is stored under a key, and the key: by right, or with the bytes that they steal. Whoever has it
/// elsewhere than in a key service has it beside the data; others get it from that service.
fn within_reach(scene: &Scene, (name, route): (&str, &Route), key: &str) -> Vec<Raised> {
    let thief = format!("adversary/thief/{name}");
    let service = |at: &str| {
        let component = at.split('/').next().unwrap_or_default();
        scene.architecture.backend.get(component).is_some_and(|backend| backend.kind.holds_keys_live())
    };
    let beside: BTreeSet<&str> =
        scene.learns.iter().filter(|way| way.item == key && !service(way.at)).map(|way| way.actor).collect();
    let opens = |way: &Way| {
        let able = way.grade <= Grade::Privilege || way.actor == thief;
        way.is_at(name) && way.factors.is_none() && way.keys.contains(&key) && able
    };
    let routes = || vec![route.clone(), Route::root("keys").key(key)];
    let own = scene.who(|way| opens(way) && beside.contains(way.actor));
    let served = scene.who(|way| opens(way) && !beside.contains(way.actor));
    let own = found(Rule::KeyBesideData, &[name, key], own, routes());
    own.into_iter().chain(found(Rule::KeyWithProvider, &[name, key], served, routes())).collect()
}

/// The key of an end-to-end encryption is kept somewhere else than on its ends.
fn elsewhere(scene: &Scene, key: &str, route: &Route) -> Vec<Raised> {
    let Some(entry) = scene.architecture.keys.get(key) else { return Vec::new() };
    let places = entry.0.places().iter().enumerate();
    let places = places.filter(|(_, place)| !scene.architecture.clients.contains_key(&place.at().0));
    let secrets = BTreeSet::from([key]);
    places
        .filter_map(|(at, place)| {
            let place = &place.at().0;
            let reads = scene.who_opens_with(&secrets, |way| way.is_at(place));
            let kept = Route::root("keys").key(key).key("kept_in").index(at);
            found(Rule::KeyElsewhere, &[key, place], reads, vec![kept, route.clone()])
        })
        .collect()
}

/// A key lies where software is written, built or published.
fn in_build_chain(scene: &Scene, key: &str, entry: &Key) -> Option<Raised> {
    let chain =
        |kind| matches!(kind, BackendKind::Ci | BackendKind::Repo | BackendKind::AppRelease | BackendKind::AppStore);
    let places: Vec<(usize, &Place)> = entry.places().iter().enumerate().collect();
    let (at, place) = places.into_iter().find(|(_, place)| kind_at(scene, place).is_some_and(chain))?;
    let reads = scene.who_opens_with(&BTreeSet::from([key]), |way| way.is_at(&place.at().0));
    found(Rule::KeyInBuildChain, &[key], reads, vec![Route::root("keys").key(key).key("kept_in").index(at)])
}
