//! A rung of the ladder: what the model lacks for it, filled with ordinary defaults.

use super::{Fill, RungKind};
use crate::change::{NoEnd, content_of, end_to_end_of, kept_at};
use crate::model::{Architecture, AtRest, Carried, DeviceBackup, Id, Link, Many, Maybe, OrNone, Scope, Tls, stated};
use crate::text::Both;
use crate::text::labels::Labels;

/// The two ends of a link, in words.
fn between(labels: &Labels, from: &str, to: &str) -> Both {
    let (from, to) = (labels.both(from), labels.both(to));
    Both { fr: format!("{} – {}", from.fr, to.fr), en: format!("{} – {}", from.en, to.en) }
}

/// Changes an architecture into one of its rungs.
pub(super) struct Filler<'l> {
    /// The architecture.
    pub(super) architecture: Architecture,
    labels: &'l Labels,
    /// What was filled so far.
    pub(super) fills: Vec<Fill>,
}

impl<'l> Filler<'l> {
    pub(super) fn new(architecture: Architecture, labels: &'l Labels) -> Self {
        Self { architecture, labels, fills: Vec::new() }
    }

    pub(super) fn climb(&mut self, kind: RungKind) {
        if kind == RungKind::Declared {
            return;
        }
        let declared = std::mem::take(&mut self.architecture.end_to_end);
        if kind != RungKind::Application {
            self.leave_content_out(kind == RungKind::EndToEnd);
        }
        self.write_assumed_links();
        match kind {
            RungKind::None => {
                self.no_tls();
                self.no_at_rest();
            }
            RungKind::Transit => {
                self.fill_tls();
                self.no_at_rest();
            }
            RungKind::AtRest => {
                self.fill_tls();
                self.fill_at_rest();
            }
            RungKind::Application => {
                self.fill_tls();
                self.fill_at_rest();
                self.fill_application();
            }
            RungKind::EndToEnd | RungKind::Declared => {
                self.fill_tls();
                self.fill_at_rest();
                self.architecture.end_to_end = declared;
                self.fill_end_to_end();
            }
        }
    }

    fn both(&self, name: &str) -> Both {
        self.labels.both(name)
    }

    /// Leaves out what is encrypted before it is stored, sent or copied, and says where; the encryption
    /// of a device's copies stays on a rung whose encryption they would undo.
    fn leave_content_out(&mut self, copies_stay: bool) {
        let mut left = Vec::new();
        for link in &mut self.architecture.links {
            let Maybe::Is(carried) = &mut link.carries else { continue };
            if carried.iter().any(|piece| piece.sealed().is_some()) {
                let plain = carried.iter().flat_map(|piece| piece.data().to_vec()).map(Carried::Data).collect();
                carried.0 = plain;
                left.push(between(self.labels, &link.from, &link.to));
            }
        }
        for (name, client) in &mut self.architecture.clients.0 {
            if !copies_stay && client.backed_up_to.iter().any(|target| !target.under().is_empty()) {
                for target in &mut client.backed_up_to.0 {
                    *target = DeviceBackup::At(target.to().clone());
                }
                left.push(self.labels.both(name));
            }
        }
        for (name, storage) in &mut self.architecture.storage.0 {
            if !storage.encrypted.is_empty() {
                storage.encrypted = Many::default();
                left.push(self.labels.both(name));
            }
        }
        if !left.is_empty() {
            self.fills.push(Fill::ContentLeftOut(left));
        }
    }

    /// Links that a storage's users imply are written out, so that a rung can protect them.
    fn write_assumed_links(&mut self) {
        let mut more = Vec::new();
        for (name, storage) in self.architecture.storage.iter() {
            // Of what is unknown, at worst any service reads a storage, and it holds anything.
            let all = self.architecture.data.keys().filter(|_| storage.holds == Some(Maybe::Unknown));
            let held: Vec<Id> = storage.held().iter().cloned().chain(all.cloned().map(Id)).collect();
            let any = self.architecture.backend.keys().filter(|_| storage.used_by == Maybe::Unknown);
            for user in storage.users().iter().cloned().chain(any.cloned().map(Id)) {
                let joined = self.architecture.links.iter().any(|link| {
                    let ends = (&link.from.0, &link.to.0);
                    ends == (&user.0, name) || ends == (name, &user.0)
                });
                if !joined {
                    more.push(Link {
                        label: None,
                        evidence: Many::default(),
                        from: user,
                        to: Id(name.clone()),
                        via: Many::default(),
                        carries: Maybe::Is(Many(held.iter().cloned().map(Carried::Data).collect())),
                        tls: Maybe::Is(Tls::None),
                        network: None,
                    });
                }
            }
        }
        self.architecture.links.extend(more);
    }

    fn no_tls(&mut self) {
        for link in &mut self.architecture.links {
            link.tls = Maybe::Is(Tls::None);
        }
    }

    fn fill_tls(&mut self) {
        let mut filled = Vec::new();
        for link in &mut self.architecture.links {
            let holds = matches!(link.tls, Maybe::Is(Tls::V13 | Tls::V12 | Tls::Mutual));
            if !holds {
                link.tls = Maybe::Is(Tls::V13);
                filled.push(between(self.labels, &link.from, &link.to));
            }
        }
        if !filled.is_empty() {
            self.fills.push(Fill::Tls(filled));
        }
    }

    fn no_at_rest(&mut self) {
        for storage in self.architecture.storage.0.values_mut() {
            storage.at_rest = Maybe::Is(OrNone::None);
        }
        for backup in self.architecture.backups.iter_mut().flat_map(|backups| backups.0.values_mut()) {
            backup.at_rest = Maybe::Is(OrNone::None);
        }
    }

    /// Bytes that the model leaves in clear, or says nothing of, go on a volume whose key the host keeps.
    fn fill_at_rest(&mut self) {
        let mut filled = Vec::new();
        let mut keys = Vec::new();
        let mut fill = |name: &String, at_rest: &mut Maybe<OrNone<AtRest>>, place: Option<&Id>, owner: Option<&Id>| {
            let described = matches!(at_rest, Maybe::Is(OrNone::Some(_)));
            let Some(keeper) = place.or(owner).filter(|_| !described) else {
                return;
            };
            let key = format!("volume-of-{name}");
            let scope = Scope::Volume;
            *at_rest = Maybe::Is(OrNone::Some(AtRest { scope, key: Id(key.clone()), strength: None }));
            keys.push((key, keeper.clone()));
            filled.push(self.labels.both(name));
        };
        for (name, storage) in &mut self.architecture.storage.0 {
            let (host, operator) =
                (stated(storage.runs_on.as_ref()), stated(storage.operator.as_ref()).and_then(OrNone::some));
            fill(name, &mut storage.at_rest, host, operator);
        }
        for (name, backup) in self.architecture.backups.iter_mut().flat_map(|backups| backups.0.iter_mut()) {
            let (host, operator) =
                (stated(backup.runs_on.as_ref()), stated(backup.operator.as_ref()).and_then(OrNone::some));
            fill(name, &mut backup.at_rest, host, operator);
        }
        let keys = keys.into_iter().map(|(name, keeper)| (name, kept_at([keeper])));
        self.architecture.keys.0.extend(keys);
        if !filled.is_empty() {
            self.fills.push(Fill::Volume(filled));
        }
    }

    /// What a storage holds without content encryption is encrypted by the services that read it, with a key
    /// that they keep.
    fn fill_application(&mut self) {
        let mut filled = Vec::new();
        let storages: Vec<String> = self.architecture.storage.keys().cloned().collect();
        for name in storages {
            let storage = self.architecture.storage.get(&name);
            let Some(layer) = storage.and_then(|storage| content_of(&self.architecture, storage, &name)) else {
                continue;
            };
            self.architecture.keys.0.insert(layer.key.0.clone(), kept_at(layer.by.iter().cloned()));
            if let Some(storage) = self.architecture.storage.0.get_mut(&name) {
                storage.encrypted.0.push(layer);
            }
            filled.push(self.both(&name));
        }
        if !filled.is_empty() {
            self.fills.push(Fill::Application(filled));
        }
    }

    fn fill_end_to_end(&mut self) {
        let mut sealed = Vec::new();
        let mut services: Vec<Both> = Vec::new();
        let mut without = Vec::new();
        let data: Vec<String> = self.architecture.data.keys().cloned().collect();
        for name in data {
            match end_to_end_of(&self.architecture, &name) {
                Err(NoEnd::Apart) => {}
                Err(NoEnd::NoClient) => without.push(self.both(&name)),
                Ok(entry) => {
                    let service =
                        entry.recipients_from.known().and_then(OrNone::some).map(|service| self.both(service));
                    services.extend(service.filter(|label| !services.contains(label)));
                    sealed.push(self.both(&name));
                    self.architecture.end_to_end.push(entry);
                }
            }
        }
        if !sealed.is_empty() {
            self.fills.push(Fill::EndToEnd(sealed, services));
        }
        if !without.is_empty() {
            self.fills.push(Fill::NoEnd(without));
        }
    }
}
