//! The layers of encryption that an item wears where it is.
//!
//! The end-to-end key, unless the place is an end or sees clear all the same; the content keys, at
//! the storage that asks for them, its medium, its backups, its links and the services that cannot
//! open them; the medium's key, on the medium; TLS, on the wire. No layer left: the item is in clear.

use super::Case;
use super::context::Lowering;
use crate::model::{ContentLayer, EndToEnd, Maybe, OrNone, Storage};
use crate::source::Route;

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
        if !self.spend(model.end_to_end.len()) {
            return alternatives;
        }
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
        for at in 0..self.model.links.len() {
            if self.spend(1) && self.touches(at, component) {
                all.extend(self.carried(at).into_iter().filter(|data| !all.contains(data)).collect::<Vec<_>>());
            }
        }
        all
    }

    fn touches(&self, link: usize, component: &str) -> bool {
        let link = &self.model.links[link];
        link.from.0 == component || link.to.0 == component || link.via.iter().any(|via| via.0 == component)
    }

    /// Whether a link carries a data asset, as its unknown is taken.
    pub(super) fn carries(&self, link: usize, data: &str) -> bool {
        self.carried(link).iter().any(|carried| carried == data)
    }

    /// The data that a link carries. Unknown: at worst all that its two ends have, at best nothing.
    pub(super) fn carried(&self, at: usize) -> Vec<String> {
        let link = &self.model.links[at];
        if !self.spend(link.carries.known().map_or(1, |carried| carried.len())) {
            return Vec::new();
        }
        match &link.carries {
            Maybe::Is(carried) => carried.iter().map(|data| data.0.clone()).collect(),
            Maybe::Unknown => match self.case(&Route::root("links").index(at).key("carries")) {
                Case::Worst => self.had_by_ends(&link.from.0, &link.to.0),
                Case::Best => Vec::new(),
            },
        }
    }

    /// All the data that two components have, as far as the model says; where it says nothing of
    /// either, all data.
    fn had_by_ends(&self, from: &str, to: &str) -> Vec<String> {
        let model = self.model;
        if !self.spend(model.links.len()) {
            return Vec::new();
        }
        let of = |end: &str| -> Vec<String> {
            let held = model.storage.get(end).into_iter().flat_map(|storage| storage.holds.iter());
            let kept = model.backend.get(end).and_then(|backend| backend.keeps.as_ref());
            let kept = kept.and_then(|keeps| keeps.known()).and_then(|keeps| keeps.some());
            let stated = model.links.iter().enumerate().filter(|(at, _)| self.touches(*at, end));
            let stated = stated.filter_map(|(_, link)| link.carries.known()).flat_map(|carried| carried.iter());
            held.chain(kept.into_iter().flat_map(|kept| kept.iter())).chain(stated).map(|data| data.0.clone()).collect()
        };
        let had: Vec<String> = of(from).into_iter().chain(of(to)).collect();
        let all = model.data.keys().cloned();
        if had.is_empty() { all.collect() } else { all.filter(|data| had.contains(data)).collect() }
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
