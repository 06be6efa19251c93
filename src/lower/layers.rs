//! The layers of encryption that an item wears where it is.
//!
//! The end-to-end key, unless the place is an end or sees clear all the same; the content keys, at
//! the storage that asks for them, its medium, its backups, its links and the services that cannot
//! open them; the medium's key, on the medium; TLS, on the wire. No layer left: the item is in clear.

use super::context::Lowering;
use crate::model::{ContentLayer, EndToEnd, Maybe, OrNone, Storage};

impl<'m> Lowering<'m> {
    /// The key of an end-to-end encryption.
    pub(super) fn end_to_end_key(entry: &EndToEnd) -> String {
        entry
            .key
            .as_ref()
            .map_or_else(|| format!("e2e:{}", entry.data.first().map_or("", |data| &data.0)), |key| key.0.clone())
    }

    /// The end-to-end layers of a data asset at a place: several when it is encrypted for several
    /// groups; one that is empty when the place sees it in clear.
    pub(super) fn payload(&self, place: &str, data: &str) -> Vec<Vec<String>> {
        let model = self.model;
        let mut alternatives = Vec::new();
        for entry in model.end_to_end.iter().filter(|entry| entry.data.iter().any(|one| one.0 == data)) {
            let sees = |list: &[crate::model::Id]| list.iter().any(|one| one.0 == place);
            if sees(&entry.between) || sees(&entry.clear_at) {
                return vec![Vec::new()];
            }
            alternatives.push(vec![Self::end_to_end_key(entry)]);
        }
        if alternatives.is_empty() { vec![Vec::new()] } else { alternatives }
    }

    /// The content layers of a data asset in a storage.
    pub(super) fn content<'s>(storage: &'s Storage, data: &str) -> Vec<&'s ContentLayer> {
        storage.encrypted.iter().filter(|layer| layer.data.iter().any(|one| one.0 == data)).collect()
    }

    /// The content keys that a component does not open: by encrypting, or by decrypting what is stored.
    pub(super) fn closed_to(layers: &[&ContentLayer], component: &str, stored: bool) -> Vec<String> {
        let opens = |layer: &ContentLayer| {
            let by = layer.by.iter().any(|one| one.0 == component);
            let opened = match &layer.opened_by {
                None => by,
                Some(OrNone::None) => false,
                Some(OrNone::Some(list)) => list.iter().any(|one| one.0 == component),
            };
            if stored { opened } else { opened || by }
        };
        layers.iter().filter(|layer| !opens(layer)).map(|layer| layer.key.0.clone()).collect()
    }

    /// Every content key.
    pub(super) fn content_keys(layers: &[&ContentLayer]) -> Vec<String> {
        layers.iter().map(|layer| layer.key.0.clone()).collect()
    }

    /// The storage at one end of a link, if there is one.
    pub(super) fn storage_of(&self, from: &str, to: &str) -> Option<&'m Storage> {
        let storages = &self.model.storage;
        storages.get(from).or_else(|| storages.get(to))
    }

    /// The data that links bring to a component.
    pub(super) fn received(&self, component: &str) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for link in &self.model.links {
            let touches =
                link.from.0 == component || link.to.0 == component || link.via.iter().any(|via| via.0 == component);
            if !touches {
                continue;
            }
            let carried: Vec<String> = match &link.carries {
                Maybe::Is(carried) => carried.iter().map(|data| data.0.clone()).collect(),
                Maybe::Unknown => self.model.data.keys().cloned().collect(),
            };
            for data in carried {
                if !all.contains(&data) {
                    all.push(data);
                }
            }
        }
        all
    }
}

/// Joins layers, outermost last, without repetition.
pub(super) fn joined(parts: &[&[String]]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for key in parts.iter().copied().flatten() {
        if !all.contains(key) {
            all.push(key.clone());
        }
    }
    all
}
