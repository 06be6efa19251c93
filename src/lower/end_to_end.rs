//! End-to-end encryption: the key on the ends, and whom the ends trust to name recipients.

use super::Case;
use super::context::{Lowering, Origin};
use crate::kernel::{Auth, Power};
use crate::model::{ClientKind, EndToEnd, History, Maybe, OrNone, Verified};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (at, entry) in model.end_to_end.iter().enumerate() {
        let route = Route::root("end_to_end").index(at);
        ends(lowering, entry, &route);
        roster(lowering, entry, &route);
        favourable(lowering, entry, &route);
    }
}

/// What end-to-end encryption is taken to do without the model saying so.
fn favourable(lowering: &mut Lowering, entry: &EndToEnd, route: &Route) {
    let model = lowering.model;
    for data in entry.data.iter() {
        lowering.assume(Assumption::SealedFromTheStart, &data.0, route);
        for name in model.backend.keys().filter(|name| !entry.clear_at.iter().any(|clear| clear.0 == **name)) {
            let kept = model.storage.iter().any(|(at, storage)| {
                let held = storage.holds == Some(Maybe::Unknown) || storage.held().contains(data);
                held && lowering.uses(name, at, storage)
            });
            if kept || lowering.received(name).contains(&data.0) {
                lowering.assume(Assumption::SealedOnTheWay, name, &Route::root("backend").key(name));
            }
        }
    }
}

/// The key is kept by each end; a native client keeps it on its device.
fn ends(lowering: &mut Lowering, entry: &EndToEnd, route: &Route) {
    let model = lowering.model;
    let key = Lowering::end_to_end_key(entry);
    for (at, end) in entry.between.iter().enumerate() {
        let origin = Origin::Stated(route.key("between").index(at));
        let Some(client) = model.clients.get(&end.0) else {
            continue;
        };
        if client.kind == ClientKind::Web {
            let when = crate::kernel::When::Stored;
            lowering.present(&end.0, &key, &[], when, std::slice::from_ref(&origin));
        } else {
            let lock = lowering.lock_of(&end.0, client);
            lowering.keep(&end.0, &key, &[], &lock, &origin);
        }
    }
}

/// An end encrypts for whom its directory names.
fn roster(lowering: &mut Lowering, entry: &EndToEnd, route: &Route) {
    let services = directories(lowering, entry, route);
    if services.is_empty() {
        return;
    }
    let auth = match &entry.verified {
        Maybe::Is(Verified::Yes) => Auth::Verified,
        Maybe::Is(Verified::Logged) => Auth::Logged,
        Maybe::Is(Verified::No) => Auth::None,
        Maybe::Unknown => {
            let about = entry.data.first().map_or("", |data| &data.0);
            match lowering.unknown(Unknown::Verified, about, &route.key("verified")) {
                Case::Worst => Auth::None,
                Case::Best => Auth::Verified,
            }
        }
    };
    // A recipient receives what follows, whether the past is shared too or not.
    let mut items: Vec<String> = entry.data.iter().map(|data| data.0.clone()).collect();
    match entry.history {
        History::Shared => items.push(Lowering::end_to_end_key(entry)),
        History::New => {
            for data in entry.data.iter() {
                lowering.assume(Assumption::HistoryNew, &data.0, route);
            }
        }
    }
    for service in &services {
        for (source, origins) in sources(lowering, entry, service, route) {
            for end in entry.between.iter() {
                for item in &items {
                    lowering.roster(&end.0, item, &source, auth, &origins);
                }
            }
        }
    }
}

/// The services that name recipients; where that is not known, at worst any.
fn directories(lowering: &mut Lowering, entry: &EndToEnd, route: &Route) -> Vec<String> {
    match &entry.recipients_from {
        Maybe::Is(OrNone::Some(service)) => vec![service.0.clone()],
        Maybe::Is(OrNone::None) => Vec::new(),
        Maybe::Unknown => {
            let about = entry.data.first().map_or("", |data| &data.0);
            match lowering.unknown(Unknown::Recipients, about, &route.key("recipients_from")) {
                Case::Worst => lowering.model.backend.keys().cloned().collect(),
                Case::Best => Vec::new(),
            }
        }
    }
}

/// What can lie about recipients: the service, its storages, and the account of each user, to which
/// whoever signs in can add a device.
fn sources(lowering: &mut Lowering, entry: &EndToEnd, service: &str, route: &Route) -> Vec<(String, Vec<Origin>)> {
    let model = lowering.model;
    let from = Origin::Stated(route.key("recipients_from"));
    let verified = Origin::Stated(route.key("verified"));
    let mut sources = vec![(service.to_owned(), vec![from.clone(), verified.clone()])];
    for (name, storage) in model.storage.iter() {
        if lowering.uses(service, name, storage) && !entry.directory_apart {
            let assumed = lowering.assume(Assumption::DirectoryInStorage, name, &Route::root("storage").key(name));
            sources.push((name.clone(), vec![assumed, verified.clone()]));
        }
    }
    for people in model.people.keys() {
        let uses_an_end = entry.between.iter().any(|end| {
            let client = model.clients.get(&end.0);
            client.is_some_and(|client| client.used_by.iter().any(|user| user.0 == *people))
        });
        if uses_an_end && !lowering.services_of(people).is_empty() {
            let assumed = lowering.assume(Assumption::DeviceByAccount, people, &Route::root("people").key(people));
            let devices = format!("{people}/devices");
            lowering.admin_if(&devices, Power::Change, &[format!("{people}/session")], &assumed);
            sources.push((devices, vec![assumed, verified.clone()]));
        }
    }
    sources
}
