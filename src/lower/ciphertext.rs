//! Ciphertext that travels: who has it in clear, beside those who are said to open it.

use super::context::Lowering;
use crate::model::{Carried, ContentLayer, Id, Link, Maybe};

impl Lowering<'_> {
    /// The keys of what a link carries of a data asset that a component does not open.
    pub(super) fn closed_at(&self, link: &Link, carried: &Carried, data: &str, component: &str) -> Vec<String> {
        let Some(sealed) = carried.sealed() else { return Vec::new() };
        let said = names(&sealed.opened_by, component);
        if said || self.reads_at(component, data) || self.encrypts(link, data, component) {
            return Vec::new();
        }
        let keys = sealed.under.iter().map(|key| &key.0);
        keys.filter(|key| !self.is_layer_of(component, data, key)).cloned().collect()
    }

    /// Whether a component is where a declared reader of a data asset reads it.
    fn reads_at(&self, client: &str, data: &str) -> bool {
        let readers = self.model.data.get(data).map_or(&[][..], |data| data.declared_readers());
        let client = self.model.clients.get(client);
        client.is_some_and(|client| client.used_by.iter().any(|user| readers.contains(user)))
    }

    /// Whether a component applies this key to a data asset before that is stored somewhere.
    fn is_layer_of(&self, component: &str, data: &str, key: &str) -> bool {
        let mut layers = self.model.storage.values().flat_map(|storage| storage.encrypted.iter());
        let applies = |layer: &ContentLayer| layer.key.0 == key && names(&layer.data, data);
        layers.any(|layer| applies(layer) && names(&layer.by, component))
    }

    /// Whether a component sends by a link what came to it from nowhere: it is where it was encrypted.
    /// Links go in either direction, so that what is exchanged with a client may come from there.
    fn encrypts(&self, link: &Link, data: &str, component: &str) -> bool {
        let is_client = |name: &str| self.model.clients.contains_key(name);
        if link.from.0 != component || (!is_client(component) && is_client(&link.to)) {
            return false;
        }
        let brings = |other: &&Link| {
            let from_elsewhere = other.from.0 != component || (!is_client(component) && is_client(&other.to));
            let touches = other.stops().any(|stop| stop.0 == component);
            touches && from_elsewhere && other.data().any(|one| one.0 == data)
        };
        let keeps = self.model.storage.values().any(|storage| {
            names(storage.users(), component) && storage.holds != Some(Maybe::Unknown) && names(storage.held(), data)
        });
        !keeps && !self.model.links.iter().any(|other| brings(&other))
    }

    /// Whether something that a client sends, receives or copies elsewhere is under a key.
    pub(super) fn meets(&self, client: &str, key: &str) -> bool {
        let touching = self.model.links.iter().filter(|link| link.stops().any(|stop| stop.0 == client));
        let mut pieces = touching.filter_map(|link| link.carries.known()).flat_map(|carried| carried.iter());
        let mut layers = self.model.storage.values().flat_map(|storage| storage.encrypted.iter());
        let mut copies = self.model.clients.get(client).into_iter().flat_map(|entry| entry.backed_up_to.iter());
        pieces.any(|piece| piece.sealed().is_some_and(|sealed| names(&sealed.under, key)))
            || layers.any(|layer| layer.key.0 == key && names(&layer.by, client))
            || copies.any(|copy| names(copy.under(), key))
    }
}

fn names(list: &[Id], name: &str) -> bool {
    list.iter().any(|one| one.0 == name)
}
