//! Storage and backups: the engine that answers, the bytes on the medium, the layers of each.

use super::Case;
use super::backend::{orphan, place};
use super::context::{Lowering, Origin};
use super::layers::joined;
use crate::kernel::{GateKind, Grade, Power, Shield, When};
use crate::model::{AtRest, Maybe, OrNone, Scope, Storage};
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
        let medium = medium_of(lowering, name, &storage.at_rest, Scope::Volume, &route);
        shell(lowering, name, storage.runs_on.as_deref(), storage.operator.as_deref(), &route);
        place(lowering, name, storage.runs_on.as_deref(), storage.operator.as_deref(), storage.shield, &route);
        orphan(lowering, name, storage.operator.is_some(), &route);
        resident_key(lowering, name, storage.runs_on.as_deref(), &medium, &route);
        let held = lowering.held(name, storage);
        contents(lowering, name, storage, &medium, &held, &route);
        users(lowering, name, storage, &route);
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
        let medium = medium_of(lowering, name, &backup.at_rest, Scope::File, &route);
        shell(lowering, name, backup.runs_on.as_deref(), backup.operator.as_deref(), &route);
        place(lowering, name, backup.runs_on.as_deref(), backup.operator.as_deref(), None, &route);
        orphan(lowering, name, backup.operator.is_some(), &route);
        resident_key(lowering, name, backup.runs_on.as_deref(), &medium, &route);
        for (at, of) in backup.of.iter().enumerate() {
            if let Some(storage) = model.storage.get(&of.0) {
                let copied = Origin::Stated(route.key("of").index(at));
                let held = lowering.held(&of.0, storage).into_iter().map(|(data, _)| (data, copied.clone()));
                let held: Vec<(String, Origin)> = held.collect();
                contents(lowering, name, storage, &medium, &held, &route);
            }
        }
    }
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

/// The bytes are on the host whatever shields the machine.
pub(super) fn shell(lowering: &mut Lowering, name: &str, runs_on: Option<&str>, operator: Option<&str>, route: &Route) {
    let medium = format!("{name}/medium");
    if let Some(host) = runs_on {
        lowering.on(&medium, host, Shield::None, &Origin::Stated(route.key("runs_on")));
    }
    if let Some(operator) = operator {
        let origin = Origin::Stated(route.key("operator"));
        lowering.power(operator, &medium, Power::Store, Grade::Privilege, &origin);
    }
}

/// Where the key is while nobody asks: at the host, in the engine, nowhere.
fn resident_key(lowering: &mut Lowering, name: &str, runs_on: Option<&str>, medium: &Medium, route: &Route) {
    let Medium::Under(key, scope) = medium else { return };
    let at = match scope {
        Scope::Volume => runs_on.unwrap_or(name),
        Scope::Engine => name,
        Scope::Request | Scope::File => return,
    };
    // The best case of an unknown is a key that nobody holds.
    if lowering.model.keys.contains_key(key) {
        let origin = Origin::Stated(route.key("at_rest"));
        lowering.present(at, key, &[], When::Live, std::slice::from_ref(&origin));
    }
}

impl Lowering<'_> {
    /// What a storage keeps: what it is said to hold, and what links bring it.
    pub(super) fn held(&mut self, name: &str, storage: &Storage) -> Vec<(String, Origin)> {
        let route = Route::root("storage").key(name);
        let stated = storage.holds.iter().enumerate();
        let mut held: Vec<(String, Origin)> =
            stated.map(|(at, data)| (data.0.clone(), Origin::Stated(route.key("holds").index(at)))).collect();
        for data in self.received(name) {
            if !held.iter().any(|(known, _)| *known == data) {
                let origin = self.assume(Assumption::HeldAsCarried, &format!("{data} → {name}"), &route);
                held.push((data, origin));
            }
        }
        held
    }
}

/// What a storage holds, in its engine and on its medium.
fn contents(
    lowering: &mut Lowering,
    name: &str,
    storage: &Storage,
    medium: &Medium,
    held: &[(String, Origin)],
    route: &Route,
) {
    let bytes = format!("{name}/medium");
    for (data, origin) in held {
        let mut origins = vec![origin.clone()];
        let content = Lowering::content_keys(&Lowering::content(storage, data));
        for ends in lowering.payload(name, data) {
            let inner = joined(&[&ends, &content]);
            match medium {
                Medium::Clear => {
                    lowering.present(name, data, &inner, When::Stored, &origins);
                    lowering.present(&bytes, data, &inner, When::Stored, &origins);
                }
                Medium::Under(key, scope) => {
                    let outer = joined(&[&inner, std::slice::from_ref(key)]);
                    let sealed = matches!(scope, Scope::Request | Scope::File);
                    let engine = if sealed { &outer } else { &inner };
                    lowering.present(name, data, engine, When::Stored, &origins);
                    if *scope == Scope::Request {
                        lowering.present(name, data, &inner, When::Live, &origins);
                    }
                    origins.push(Origin::Stated(route.key("at_rest")));
                    lowering.present(&bytes, data, &outer, When::Stored, &origins);
                    origins.pop();
                }
            }
        }
    }
}

fn users(lowering: &mut Lowering, name: &str, storage: &Storage, route: &Route) {
    let OrNone::Some(users) = &storage.used_by else { return };
    for (at, user) in users.iter().enumerate() {
        let origin = Origin::Stated(route.key("used_by").index(at));
        lowering.mount(user, name, &origin);
        let login = format!("login:{user}->{name}");
        lowering.present(user, &login, &[], When::Stored, std::slice::from_ref(&origin));
        if storage.read_only.contains(user) {
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
