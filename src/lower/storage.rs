//! Storage and backups: the engine that answers, the bytes on the medium, the layers of each.

use super::Case;
use super::backend::{Site, orphan};
use super::context::{Lowering, Origin};
use super::layers::joined;
use crate::kernel::{GateKind, Grade, Power, When};
use crate::model::{AtRest, Maybe, OrNone, Scope, Storage, named};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

/// The encryption of bytes, resolved.
pub(super) enum Medium {
    /// In clear.
    Clear,
    /// Under this key, resident as the scope says.
    Under(String, Scope),
}

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, storage) in model.storage.iter() {
        let route = Route::root("storage").key(name);
        let site = Site {
            runs_on: storage.runs_on.as_ref(),
            operator: named(storage.operator.as_ref()),
            shield: storage.shield,
            attested_by: storage.attested_by.as_ref(),
        };
        let medium = medium_of(lowering, name, &storage.at_rest, best_scope(storage), &route);
        site.shell(lowering, name, &route);
        site.place(lowering, name, &route);
        orphan(lowering, name, storage.operator.is_some(), &route);
        resident_key(lowering, name, &site, &medium, &route);
        let held = lowering.held(name, storage);
        contents(lowering, (name, storage), name, &medium, &held, &route);
        users(lowering, name, storage);
        if storage.open {
            opened(lowering, name, storage, &route.key("open"));
        }
    }
    backups(lowering);
}

fn backups(lowering: &mut Lowering) {
    let model = lowering.model;
    let Some(backups) = &model.backups else {
        lowering.assume(Assumption::NoBackup, "", &Route::root("backups"));
        lowering.unknown(Unknown::Backups, "", &Route::root("backups"));
        return;
    };
    for (name, backup) in backups.iter() {
        let route = Route::root("backups").key(name);
        let (runs_on, operator) = (backup.runs_on.as_ref(), named(backup.operator.as_ref()));
        let site = Site { runs_on, operator, shield: None, attested_by: None };
        let medium = medium_of(lowering, name, &backup.at_rest, Scope::File, &route);
        site.shell(lowering, name, &route);
        site.place(lowering, name, &route);
        orphan(lowering, name, backup.operator.is_some(), &route);
        resident_key(lowering, name, &site, &medium, &route);
        for (at, of) in backup.of.iter().enumerate() {
            if let Some(storage) = model.storage.get(&of.0) {
                let copied = Origin::Stated(route.key("of").index(at));
                let held = lowering.held(&of.0, storage).into_iter().map(|(data, _)| (data, copied.clone()));
                let held: Vec<(String, Origin)> = held.collect();
                contents(lowering, (&of.0, storage), name, &medium, &held, &route);
            }
        }
    }
}

/// Where the key of a storage whose encryption is unknown is at best: with what decrypts for its readers,
/// or, where nothing reads it, nowhere.
fn best_scope(storage: &Storage) -> Scope {
    if storage.used_by == Maybe::Is(OrNone::None) { Scope::File } else { Scope::Volume }
}

/// How the bytes of a storage are encrypted; `scope` is that of the best case of an unknown.
pub(super) fn medium_of(
    lowering: &mut Lowering,
    name: &str,
    at_rest: &Maybe<OrNone<AtRest>>,
    scope: Scope,
    route: &Route,
) -> Medium {
    match at_rest {
        Maybe::Is(OrNone::Some(at_rest)) => Medium::Under(at_rest.key.0.clone(), at_rest.scope),
        Maybe::Is(OrNone::None) => Medium::Clear,
        Maybe::Unknown => match lowering.unknown(Unknown::AtRest, name, &route.key("at_rest")) {
            Case::Worst => Medium::Clear,
            Case::Best => Medium::Under(format!("unknown-key:{name}"), scope),
        },
    }
}

/// Where the key is while nobody asks: at the host, in the engine, nowhere.
fn resident_key(lowering: &mut Lowering, name: &str, site: &Site, medium: &Medium, route: &Route) {
    let Medium::Under(key, scope) = medium else { return };
    let places = match scope {
        Scope::Volume => site.volume_hosts(lowering, name, route),
        Scope::Engine => vec![name.to_owned()],
        Scope::Request | Scope::File => return,
    };
    // The best case of an unknown is a key that nobody holds.
    if lowering.model.keys.contains_key(key) {
        let origin = Origin::Stated(route.key("at_rest"));
        for at in &places {
            lowering.present(at, key, &[], When::Live, std::slice::from_ref(&origin));
        }
    }
}

impl Lowering<'_> {
    /// What a storage keeps: what it is said to hold, and what links bring it.
    pub(super) fn held(&mut self, name: &str, storage: &Storage) -> Vec<(String, Origin)> {
        let route = Route::root("storage").key(name);
        let place = route.key("holds");
        let mut held: Vec<(String, Origin)> = Vec::new();
        let unknown = storage.holds == Some(Maybe::Unknown);
        if unknown && self.unknown(Unknown::Holds, name, &place) == Case::Worst {
            held.extend(self.model.data.keys().map(|data| (data.clone(), Origin::Stated(place.clone()))));
        }
        for (at, data) in storage.held().iter().enumerate() {
            let origin = match (&storage.replica_of, &storage.staging_of) {
                (Some(_), _) => Origin::Stated(route.key("replica_of")),
                (_, Some(_)) => Origin::Stated(route.key("staging_of")),
                _ => Origin::Stated(place.index(at)),
            };
            held.push((data.0.clone(), origin));
        }
        for data in self.received(name) {
            if !held.iter().any(|(known, _)| *known == data) {
                let origin = self.assume(Assumption::HeldAsCarried, &format!("{data} → {name}"), &route);
                held.push((data, origin));
            }
        }
        held
    }

    /// Who reads a storage, with the place that says so.
    pub(super) fn users_of(&mut self, name: &str, storage: &Storage) -> Vec<(String, Origin)> {
        let route = Route::root("storage").key(name).key("used_by");
        if storage.used_by == Maybe::Unknown {
            let case = self.unknown(Unknown::UsedBy, name, &route);
            let any = self.model.backend.keys().filter(|_| case == Case::Worst);
            return any.map(|user| (user.clone(), Origin::Stated(route.clone()))).collect();
        }
        let users = storage.users().iter().enumerate();
        users.map(|(at, user)| (user.0.clone(), Origin::Stated(route.index(at)))).collect()
    }

    /// Whether a component reads a storage, as its unknown is taken.
    pub(super) fn uses(&self, component: &str, name: &str, storage: &Storage) -> bool {
        let unknown = storage.used_by == Maybe::Unknown
            && self.case(&Route::root("storage").key(name).key("used_by")) == Case::Worst
            && self.model.backend.contains_key(component);
        unknown || storage.users().iter().any(|user| user.0 == component)
    }
}

/// What a storage holds, as it holds it, in an engine and on a medium: its own, or a backup's.
fn contents(
    lowering: &mut Lowering,
    (original, storage): (&str, &Storage),
    place: &str,
    medium: &Medium,
    held: &[(String, Origin)],
    route: &Route,
) {
    for (data, origin) in held {
        let content = Lowering::content_keys(&Lowering::content(storage, data));
        for form in lowering.forms(original, data) {
            let sources = lowering.model.originals_of(original).into_iter().chain([place]);
            let mut ends: Vec<Vec<String>> = sources.flat_map(|source| lowering.payload(source, data)).collect();
            ends.sort();
            ends.dedup();
            for ends in ends {
                let inner = joined(&[&ends, &form, &content]);
                put(
                    lowering,
                    (place, true),
                    data,
                    &inner,
                    medium,
                    &[origin.clone(), Origin::Stated(route.key("at_rest"))],
                );
            }
        }
    }
}

impl Lowering<'_> {
    /// Puts an item in a storage, in all that copies it and in their backups, or in a backup. Tells
    /// whether the place is one of these.
    pub(super) fn stow(&mut self, place: &str, item: &str, inner: &[String], origins: &[Origin]) -> bool {
        let model = self.model;
        let has_it = |storage: &str| model.originals_of(storage).contains(&place);
        let mut kept: Vec<(&String, &Maybe<OrNone<AtRest>>, Scope, Route)> = Vec::new();
        for (name, storage) in model.storage.iter().filter(|(name, _)| has_it(name)) {
            kept.push((name, &storage.at_rest, best_scope(storage), Route::root("storage").key(name)));
        }
        for (name, backup) in model.backups.iter().flat_map(|backups| backups.iter()) {
            if name == place || backup.of.iter().any(|of| has_it(of)) {
                kept.push((name, &backup.at_rest, Scope::File, Route::root("backups").key(name)));
            }
        }
        for (name, at_rest, scope, route) in &kept {
            let medium = medium_of(self, name, at_rest, *scope, route);
            let origins: Vec<Origin> = origins.iter().cloned().chain([Origin::Stated(route.key("at_rest"))]).collect();
            // A replica starts with the same key beside it; a backup is sealed as a whole.
            let copied = name.as_str() != place && !model.storage.contains_key(name.as_str());
            put(self, (name, copied), item, inner, &medium, &origins);
        }
        !kept.is_empty()
    }
}

/// An item in a storage or a backup, under its own layers, and on the medium under that of the bytes. A key that is
/// kept there beside what it encrypts is not under itself; one that is copied with all the rest is. Of the origins, the
/// last says how the bytes are encrypted.
fn put(
    lowering: &mut Lowering,
    (place, copied): (&str, bool),
    item: &str,
    inner: &[String],
    medium: &Medium,
    origins: &[Origin],
) {
    let bytes = format!("{place}/medium");
    let own = &origins[..origins.len().saturating_sub(1)];
    match medium {
        Medium::Under(key, scope) if copied || key != item => {
            let outer = joined(&[inner, std::slice::from_ref(key)]);
            let sealed = matches!(scope, Scope::Request | Scope::File);
            let engine = if sealed { &outer } else { inner };
            lowering.present(place, item, engine, When::Stored, own);
            if *scope == Scope::Request {
                lowering.present(place, item, inner, When::Live, own);
            }
            lowering.present(&bytes, item, &outer, When::Stored, origins);
        }
        _ => {
            lowering.present(place, item, inner, When::Stored, own);
            lowering.present(&bytes, item, inner, When::Stored, own);
        }
    }
}

fn users(lowering: &mut Lowering, name: &str, storage: &Storage) {
    for (user, origin) in lowering.users_of(name, storage) {
        lowering.mount(&user, name, &origin);
        let login = format!("login:{user}->{name}");
        lowering.present(&user, &login, &[], When::Stored, std::slice::from_ref(&origin));
        if storage.read_only.iter().any(|only| only.0 == user) {
            continue;
        }
        lowering.assume(Assumption::WriteAccess, &format!("{user} → {name}"), origin.route());
        lowering.admin_if(name, Power::Change, &[login], &origin);
    }
}

/// Reachable with no credential: anyone reads what it answers, and its bytes.
fn opened(lowering: &mut Lowering, name: &str, storage: &Storage, route: &Route) {
    let origin = Origin::Stated(route.clone());
    for (data, _) in lowering.held(name, storage) {
        lowering.gate(name, &data, &[], GateKind::Service, std::slice::from_ref(&origin));
    }
    lowering.power("adversary/anyone", name, Power::Store, Grade::Privilege, &origin);
}
