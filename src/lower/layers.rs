//! The layers of encryption that an item wears where it is.
//!
//! The end-to-end key, unless the place is an end or sees clear all the same; the content keys, at
//! the storage that asks for them, its medium, its backups, its links and the services that cannot
//! open them; the medium's key, on the medium; TLS, on the wire. No layer left: the item is in clear.

use super::Case;
use super::context::Lowering;
use crate::model::{ContentLayer, EndToEnd, Link, Maybe, OrNone, Storage};
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
    /// None at all where it is not seen.
    pub(super) fn payload(&self, place: &str, data: &str) -> Vec<Vec<String>> {
        let model = self.model;
        if !place.starts_with("net:") && !self.sees(place, data) {
            return Vec::new();
        }
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

    /// Whether a component is an end of an end-to-end encryption of a data asset.
    pub(super) fn is_end_of(&self, component: &str, data: &str) -> bool {
        let mut entries = self.model.end_to_end.iter().filter(|entry| entry.data.iter().any(|one| one.0 == data));
        entries.any(|entry| entry.between.iter().any(|one| one.0 == component))
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

    /// Whether one of the ends of a link sees a data asset.
    fn is_seen_on(&self, link: &Link, data: &str) -> bool {
        link.stops().any(|stop| self.sees(stop, data))
    }

    fn touches(&self, link: usize, component: &str) -> bool {
        let link = &self.model.links[link];
        link.from.0 == component || link.to.0 == component || link.via.iter().any(|via| via.0 == component)
    }

    /// Whether a link carries a data asset, as its unknown is taken.
    pub(super) fn carries(&self, link: usize, data: &str) -> bool {
        self.carried(link).iter().any(|carried| carried == data)
    }

    /// The keys under which a data asset reaches a component by links, where it does not open them; one
    /// empty set when it comes as it is, or when no link says how it comes.
    pub(super) fn forms(&self, component: &str, data: &str) -> Vec<Vec<String>> {
        let mut forms: Vec<Vec<String>> = Vec::new();
        for (at, link) in self.model.links.iter().enumerate() {
            if !self.touches(at, component) || !self.carries(at, data) {
                continue;
            }
            for one in link.carries.known().map_or(&[][..], |carried| carried.as_slice()) {
                if one.data().iter().any(|one| one.0 == data) {
                    forms.push(self.closed_at(link, one, data, component));
                }
            }
            if link.carries == Maybe::Unknown {
                forms.push(Vec::new());
            }
        }
        if let Some(original) = self.original_of(component, data) {
            forms.extend(self.forms(&original, data));
        }
        forms.sort();
        forms.dedup();
        if forms.is_empty() { vec![Vec::new()] } else { forms }
    }

    /// The storage from which a copy has a data asset.
    fn original_of(&self, copy: &str, data: &str) -> Option<String> {
        let original = &self.model.storage.get(copy)?.copies()?.0;
        let storage = self.model.storage.get(original)?;
        let holds = storage.holds == Some(Maybe::Unknown) || storage.held().iter().any(|held| held.0 == data);
        (holds || self.received(original).iter().any(|one| one == data)).then(|| original.clone())
    }

    /// The layers of what a component keeps as it came: end-to-end, and under the keys of its links.
    pub(super) fn kept_forms(&self, component: &str, data: &str) -> Vec<Vec<String>> {
        let forms = self.forms(component, data);
        let ends = self.payload(component, data);
        ends.iter().flat_map(|ends| forms.iter().map(|form| joined(&[ends, form]))).collect()
    }

    /// The data that a link carries. Unknown: at worst all that its two ends have, at best nothing.
    pub(super) fn carried(&self, at: usize) -> Vec<String> {
        let link = &self.model.links[at];
        if !self.spend(link.carries.known().map_or(1, |carried| carried.len())) {
            return Vec::new();
        }
        match &link.carries {
            Maybe::Is(_) => {
                let mut all: Vec<String> = Vec::new();
                for data in link.data().filter(|data| self.is_seen_on(link, data)) {
                    if !all.contains(&data.0) {
                        all.push(data.0.clone());
                    }
                }
                all
            }
            Maybe::Unknown => match self.case(&Route::root("links").index(at).key("carries")) {
                Case::Worst => self.had_by_ends(&link.from.0, &link.to.0),
                Case::Best => Vec::new(),
            },
        }
    }

    /// All the data that two components have, as far as the model says, or get from what has it by
    /// links of which it is unknown; where it says nothing, all data.
    fn had_by_ends(&self, from: &str, to: &str) -> Vec<String> {
        let model = self.model;
        let mut ends = vec![from, to];
        let mut at = 0;
        while let Some(end) = ends.get(at).copied() {
            if !self.spend(model.links.len() * 2) {
                return Vec::new();
            }
            let unknown = model.links.iter().filter(|link| link.carries == Maybe::Unknown);
            for stop in unknown.filter(|link| link.stops().any(|stop| stop.0 == end)).flat_map(Link::stops) {
                if !ends.contains(&stop.0.as_str()) {
                    ends.push(&stop.0);
                }
            }
            at += 1;
        }
        let had: Vec<String> = ends.iter().flat_map(|end| self.said_of(end)).collect();
        let all = model.data.keys().cloned();
        if had.is_empty() { all.collect() } else { all.filter(|data| had.contains(data)).collect() }
    }

    /// All the data that a component is said to have, or may be said to hold.
    fn said_of(&self, end: &str) -> Vec<String> {
        let model = self.model;
        if model.storage.get(end).is_some_and(|storage| storage.holds == Some(Maybe::Unknown)) {
            return model.data.keys().cloned().collect();
        }
        let held = model.storage.get(end).into_iter().flat_map(|storage| storage.held().iter());
        let copied = model.backups.iter().filter_map(|backups| backups.get(end)).flat_map(|backup| backup.of.iter());
        let copied = copied.filter_map(|of| model.storage.get(&of.0)).flat_map(|storage| storage.held().iter());
        let client = model.clients.get(end).and_then(|client| client.keeps.as_ref());
        let kept = model.backend.get(end).and_then(|backend| backend.keeps.as_ref()).or(client);
        let kept = kept.and_then(|keeps| keeps.known()).and_then(|keeps| keeps.some());
        let stated = model.links.iter().enumerate().filter(|(at, _)| self.touches(*at, end));
        let stated = stated.flat_map(|(_, link)| link.data());
        let used = model.storage.iter().filter(|(name, storage)| self.uses(end, name, storage));
        let used = used.flat_map(|(name, _)| self.said_of(name));
        let kept = kept.into_iter().flat_map(|kept| kept.iter());
        held.chain(copied).chain(kept).chain(stated).map(|data| data.0.clone()).chain(used).collect()
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
