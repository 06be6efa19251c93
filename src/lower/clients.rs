//! Clients: who uses them, whose code they run, what stays on the device.

use super::Case;
use super::backend::{Site, any_supplier, mode_of};
use super::context::{Lowering, Origin};
use super::layers::joined;
use crate::kernel::{Grade, Guess, Mode, Power, When};
use crate::model::{Client, ClientKind, Lock, Maybe, OrNone};
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
            if let Some(admin) = model.admins.get(&user.0) {
                // What admins type passes where they type it.
                for factor in lowering.credentials(user, admin) {
                    lowering.present(name, &factor, &[], When::Live, std::slice::from_ref(&origin));
                }
            }
        }
        code(lowering, name, client, &route);
        stands(lowering, name, client, &route);
        let lock = device(lowering, name, client, &route);
        for (data, origin) in kept(lowering, name, client, &route) {
            for layers in lowering.kept_forms(name, &data) {
                lowering.keep(name, &data, &layers, &lock, &origin);
            }
        }
    }
}

/// Who manages a device, and what it runs on if that is not in its user's hands.
fn stands(lowering: &mut Lowering, name: &str, client: &Client, route: &Route) {
    if let Some(OrNone::Some(managers)) = &client.mdm {
        for (at, manager) in managers.iter().enumerate() {
            let origin = Origin::Stated(route.key("mdm").index(at));
            lowering.power(manager, name, Power::Change, Grade::Privilege, &origin);
        }
    }
    if client.runs_on.is_some() || client.operator.is_some() {
        let (runs_on, operator) = (client.runs_on.clone().map(Maybe::Is), client.operator.as_ref().map(Maybe::Is));
        let shield = Some(Maybe::Is(crate::model::ShieldWord::None));
        let site = Site { runs_on: runs_on.as_ref(), operator, shield, attested_by: None };
        site.place(lowering, name, route);
        site.shell(lowering, name, route);
    }
}

impl Lowering<'_> {
    /// Keeps an item on a client and on its medium, under the device's key if it is locked.
    pub(super) fn keep(&mut self, client: &str, item: &str, layers: &[String], lock: &DeviceLock, origin: &Origin) {
        let origins = std::slice::from_ref(origin);
        self.present(client, item, layers, When::Stored, origins);
        self.keep_on_medium(client, item, layers, lock, origin);
        self.copy_device(client, item, layers, origin);
    }

    /// Copies an item that a device keeps to where the device is backed up, as the device has it.
    pub(super) fn copy_device(&mut self, client: &str, item: &str, layers: &[String], origin: &Origin) {
        let model = self.model;
        let targets = model.clients.get(client).map_or(&[][..], |entry| entry.backed_up_to.as_slice());
        for (at, target) in targets.iter().enumerate() {
            let route = Route::root("clients").key(client).key("backed_up_to").index(at);
            let under: Vec<String> = target.under().iter().map(|key| key.0.clone()).collect();
            let inner = joined(&[layers, &under]);
            let origins = [origin.clone(), Origin::Stated(route.clone())];
            self.stow(target.to(), item, &inner, &origins);
        }
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
    let place = route.key("code_from");
    match &client.code_from {
        Maybe::Is(suppliers) => {
            for (at, supplier) in suppliers.iter().enumerate() {
                lowering.code(name, supplier, mode, &Origin::Stated(place.index(at)));
            }
        }
        Maybe::Unknown => {
            let case = lowering.unknown(Unknown::CodeFrom, name, &place);
            if case == Case::Worst {
                any_supplier(lowering, name, mode, &Origin::Stated(place));
            }
        }
    }
    for (at, script) in client.scripts.iter().enumerate() {
        lowering.code(name, script, mode, &Origin::Stated(route.key("scripts").index(at)));
    }
}

/// How updates reach a native client; at best, by nothing that anyone controls.
fn updates(lowering: &mut Lowering, name: &str, client: &Client, route: &Route) -> Mode {
    if let Some(updates) = client.updates {
        return mode_of(lowering, name, updates, &route.key("updates"));
    }
    lowering.assume(Assumption::UpdatesAuto, name, route);
    Mode::Update
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
pub(super) fn kept(lowering: &mut Lowering, name: &str, client: &Client, route: &Route) -> Vec<(String, Origin)> {
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
