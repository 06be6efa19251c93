//! Clients: who uses them, whose code they run, what stays on the device.

use super::Case;
use super::context::{Lowering, Origin};
use super::layers::joined;
use crate::kernel::{Grade, Guess, Mode, Power, When};
use crate::model::{Client, ClientKind, Lock, Maybe, OrNone, Updates};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

/// How a device is locked, resolved: the layer on its medium.
pub(super) struct DeviceLock {
    /// The key of the medium, if it is encrypted.
    pub(super) key: Option<String>,
    guess: Guess,
}

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, client) in model.clients.iter() {
        let route = Route::root("clients").key(name);
        for (at, user) in client.used_by.iter().enumerate() {
            let origin = Origin::Stated(route.key("used_by").index(at));
            lowering.power(user, name, Power::Run, Grade::Privilege, &origin);
        }
        code(lowering, name, client, &route);
        let lock = device(lowering, name, client, &route);
        for (data, origin) in kept(lowering, name, client, &route) {
            for ends in lowering.payload(name, &data) {
                lowering.keep(name, &data, &ends, &lock, &origin);
            }
        }
    }
}

impl Lowering<'_> {
    /// Keeps an item on a client and on its medium, under the device's key if it is locked.
    pub(super) fn keep(&mut self, client: &str, item: &str, layers: &[String], lock: &DeviceLock, origin: &Origin) {
        let origins = std::slice::from_ref(origin);
        self.present(client, item, layers, When::Stored, origins);
        self.keep_on_medium(client, item, layers, lock, origin);
    }

    /// Keeps an item on a client's medium.
    pub(super) fn keep_on_medium(
        &mut self,
        client: &str,
        item: &str,
        layers: &[String],
        lock: &DeviceLock,
        origin: &Origin,
    ) {
        let under = joined(&[layers, lock.key.as_slice()]);
        let medium = format!("{client}/medium");
        self.present(&medium, item, &under, When::Stored, std::slice::from_ref(origin));
    }

    /// The lock of a client.
    pub(super) fn lock_of(&mut self, name: &str, client: &Client) -> DeviceLock {
        let route = Route::root("clients").key(name).key("lock");
        let word = match client.lock {
            Some(Maybe::Is(word)) => word,
            Some(Maybe::Unknown) => match self.unknown(Unknown::Lock, name, &route) {
                Case::Worst => Lock::None,
                Case::Best => Lock::Strong,
            },
            None => {
                self.assume(Assumption::LockNone, name, &Route::root("clients").key(name));
                Lock::None
            }
        };
        let key = (word != Lock::None).then(|| format!("{name}/device-key"));
        let guess = if word == Lock::Guessable { Guess::Guessable } else { Guess::Strong };
        DeviceLock { key, guess }
    }
}

fn code(lowering: &mut Lowering, name: &str, client: &Client, route: &Route) {
    let mode = if client.kind == ClientKind::Web { Mode::Load } else { updates(lowering, name, client, route) };
    for (at, supplier) in client.code_from.iter().enumerate() {
        lowering.code(name, supplier, mode, &Origin::Stated(route.key("code_from").index(at)));
    }
}

/// How updates reach a native client; at best, by nothing that anyone controls.
fn updates(lowering: &mut Lowering, name: &str, client: &Client, route: &Route) -> Mode {
    match client.updates {
        Some(Maybe::Is(Updates::Auto)) => Mode::Update,
        Some(Maybe::Is(Updates::Logged)) => Mode::Logged,
        Some(Maybe::Is(Updates::Pinned)) => Mode::Pinned,
        Some(Maybe::Unknown) => match lowering.unknown(Unknown::Updates, name, &route.key("updates")) {
            Case::Worst => Mode::Update,
            Case::Best => Mode::Pinned,
        },
        None => {
            lowering.assume(Assumption::UpdatesAuto, name, route);
            Mode::Update
        }
    }
}

/// The device: its medium, its key, its passcode.
fn device(lowering: &mut Lowering, name: &str, client: &Client, route: &Route) -> DeviceLock {
    let lock = lowering.lock_of(name, client);
    let origin = Origin::Stated(route.key("lock"));
    let medium = format!("{name}/medium");
    lowering.mount(name, &medium, &origin);
    if let Some(key) = &lock.key {
        let passcode = format!("{name}/passcode");
        lowering.present(name, key, &[], When::Live, std::slice::from_ref(&origin));
        lowering.pw(key, &passcode, lock.guess, &origin);
        for user in client.used_by.iter() {
            lowering.holds(user, &passcode, Grade::Design, &origin);
        }
    }
    lock
}

/// The data that a client keeps, with the place that says so.
fn kept(lowering: &mut Lowering, name: &str, client: &Client, route: &Route) -> Vec<(String, Origin)> {
    let place = route.key("keeps");
    match &client.keeps {
        Some(Maybe::Is(OrNone::Some(list))) => {
            let origin = |at| Origin::Stated(place.index(at));
            list.iter().enumerate().map(|(at, data)| (data.0.clone(), origin(at))).collect()
        }
        Some(Maybe::Is(OrNone::None)) => Vec::new(),
        Some(Maybe::Unknown) => match lowering.unknown(Unknown::Keeps, name, &place) {
            Case::Worst => {
                lowering.received(name).into_iter().map(|data| (data, Origin::Stated(place.clone()))).collect()
            }
            Case::Best => Vec::new(),
        },
        None if client.kind == ClientKind::Web => {
            lowering.assume(Assumption::WebKeepsSession, name, route);
            Vec::new()
        }
        None => {
            let origin = lowering.assume(Assumption::KeepsAll, name, route);
            lowering.received(name).into_iter().map(|data| (data, origin.clone())).collect()
        }
    }
}
