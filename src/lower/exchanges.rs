//! Rights of services that nobody spoke of: at others that keep data, and on keys of what they read.

use super::context::Lowering;
use crate::model::{Admin, BackendKind as Kind, Id, Link, Maybe, OrNone, Scope, Storage};
use crate::source::Route;
use crate::text::audit::Assumption;

/// Storages whose bytes are opened at each request, or were closed before, and whose readers have no key: favourable, if
/// a right was forgotten.
pub(super) fn unopened(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, storage) in model.storage.iter() {
        let Maybe::Is(OrNone::Some(at_rest)) = &storage.at_rest else { continue };
        let asks = matches!(at_rest.scope, Scope::Request | Scope::File) && !storage.users().is_empty();
        let key = &at_rest.key.0;
        let opens = |service: &&Id| lowering.can_use(service, name, key, 0);
        if asks && !storage.users().iter().any(|service| opens(&service)) {
            lowering.assume(Assumption::NobodyOpens, name, &Route::root("storage").key(name).key("at_rest"));
        }
    }
}

/// A service that exchanges data with another, which keeps them, is taken to get what is asked for at the time and
/// nothing on its own: favourable to whoever runs the one and not the other.
pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (at, link) in model.links.iter().enumerate() {
        let (asks, keeps) = (&link.from.0, &link.to.0);
        // Logs, partners and the like are sent data, and asked for none.
        let asked = |kind: Kind| matches!(kind, Kind::Service | Kind::Search | Kind::Cache | Kind::Directory);
        let far = model.backend.get(keeps).is_some_and(|backend| asked(backend.kind));
        let services = model.backend.contains_key(asks) && far;
        if services && !same_hands(lowering, link) && brings_what_only_one_keeps(lowering, at, link) {
            let route = Route::root("links").index(at);
            lowering.assume(Assumption::NoStandingRight, &format!("{asks} → {keeps}"), &route);
        }
    }
}

/// Whether some data that a link carries are kept at its far end, or in a storage that this end uses, and not at its
/// near one.
fn brings_what_only_one_keeps(lowering: &Lowering, at: usize, link: &Link) -> bool {
    let model = lowering.model;
    let keeps = |service: &str, data: &str| {
        let used = |(name, storage): (&String, &Storage)| {
            lowering.uses(service, name, storage) && storage.held().iter().any(|held| held.0 == data)
        };
        let own = model.backend.get(service).is_some_and(|backend| backend.names_kept(data));
        own || model.storage.iter().any(used)
    };
    let mut carried = model.data.keys().filter(|data| lowering.carries(at, data));
    carried.any(|data| keeps(&link.to, data) && !keeps(&link.from, data))
}

/// Whether whoever operates or administers the near end does so at the far one.
fn same_hands(lowering: &Lowering, link: &Link) -> bool {
    let model = lowering.model;
    let has = |list: &[Id], name: &str| list.iter().any(|one| one.0 == name);
    let administers = |admin: &Admin, name: &str| has(&admin.can.run, name) || has(&admin.can.change, name);
    let mut near = model.admins.values().filter(|admin| administers(admin, &link.from));
    model.operator_of(&link.from) == model.operator_of(&link.to) && near.all(|admin| administers(admin, &link.to))
}
