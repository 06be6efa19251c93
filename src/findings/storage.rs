//! Storage: bytes in clear, doors left open, copies that say as much as the original.

use super::Raised;
use super::scene::{Scene, found};
use crate::model::{Backup, Storage};
use crate::source::Route;
use crate::text::finding::Rule;

pub(super) fn raised(scene: &Scene) -> Vec<Raised> {
    let mut all = Vec::new();
    for (name, storage) in scene.architecture.storage.iter() {
        let route = Route::root("storage").key(name);
        all.extend(clear_bytes(scene, Rule::ClearStorage, name, route.key("at_rest")));
        all.extend(open(scene, (name, storage), route.key("open")));
        all.extend(staging(scene, (name, storage), &route));
    }
    for (name, _) in backups(scene) {
        let route = Route::root("backups").key(name).key("at_rest");
        all.extend(clear_bytes(scene, Rule::ClearBackup, name, route));
    }
    all
}

/// The backups that are described.
pub(super) fn backups<'a>(scene: &Scene<'a>) -> impl Iterator<Item = (&'a String, &'a Backup)> {
    scene.architecture.backups.iter().flat_map(|backups| backups.iter())
}

/// Whoever has the bytes reads them.
fn clear_bytes(scene: &Scene, rule: Rule, name: &str, route: Route) -> Option<Raised> {
    let bytes = format!("{name}/medium");
    let reads = scene.who(|way| way.at == bytes && way.clear && way.factors.is_none());
    found(rule, &[name], reads, vec![route])
}

/// Reached without a credential: by whoever the internet brings.
fn open(scene: &Scene, (name, storage): (&str, &Storage), route: Route) -> Option<Raised> {
    let anyone = "adversary/anyone";
    let reads = scene.who(|way| way.is_at(name) && way.actor == anyone);
    storage.open.then(|| found(Rule::OpenStorage, &[name], reads, vec![route])).flatten()
}

/// A copy made to try things out, with users of its own.
fn staging(scene: &Scene, (name, storage): (&str, &Storage), route: &Route) -> Option<Raised> {
    storage.staging_of.as_ref()?;
    let reads = scene.who(|way| way.is_at(name));
    found(Rule::Staging, &[name], reads, vec![route.key("staging_of")])
}
