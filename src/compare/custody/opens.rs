//! What a key opens, as declared: media, contents, links, ends, copies of devices, other keys; and what opens with it.

use super::{add, said};
use crate::model::{Architecture, Carried, EndToEnd, Id, Key, OrNone};
use crate::text::Both;
use crate::text::labels::Labels;

/// What a key is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenedHow {
    /// Data from end to end, between these clients.
    EndToEnd,
    /// Data that an application encrypted before storing it there.
    Content,
    /// The medium of these storages.
    Medium,
    /// Data on these links.
    Link,
    /// Copies of these devices.
    DeviceCopy,
    /// Other keys, kept there.
    Key,
}

/// Something that a key opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What it is over.
    pub how: OpenedHow,
    /// Where.
    pub at: Vec<Both>,
    /// Which data, or which keys; none where the model does not say.
    pub what: Vec<Both>,
}

/// What one key opens: places of the same kind with the same data together.
pub(super) fn of(model: &Architecture, labels: &Labels, key: &str) -> Vec<Opened> {
    let mut found = Found { labels, key, all: Vec::new() };
    for entry in model.end_to_end.iter().filter(|entry| entry.key.as_ref().is_some_and(|one| one.0 == key)) {
        found.all.push(end_to_end(labels, entry));
    }
    found.kept(model);
    found.on_links(model);
    found.copies(model);
    found.keys(model);
    found.all.sort_by_key(|one| one.how);
    found.all
}

/// What an end-to-end encryption is over.
pub(super) fn end_to_end(labels: &Labels, entry: &EndToEnd) -> Opened {
    let named = |list: &[Id]| list.iter().map(|one| labels.both(&one.0)).collect();
    Opened { how: OpenedHow::EndToEnd, at: named(&entry.between), what: named(&entry.data) }
}

/// What a storage has: its own data, and those of what it copies.
fn held<'m>(model: &'m Architecture, storage: &'m str) -> impl Iterator<Item = &'m Id> {
    let originals = model.originals_of(storage).into_iter();
    originals.filter_map(|name| model.storage.get(name)).flat_map(|storage| storage.held().iter())
}

struct Found<'l> {
    labels: &'l Labels,
    key: &'l str,
    all: Vec<Opened>,
}

impl Found<'_> {
    fn is(&self, id: &Id) -> bool {
        id.0 == self.key
    }

    fn seals(&self, under: &[Id]) -> bool {
        under.iter().any(|one| self.is(one))
    }

    fn add<'i>(&mut self, how: OpenedHow, at: &str, what: impl IntoIterator<Item = &'i Id>) {
        let mut named = Vec::new();
        add(&mut named, what.into_iter().map(|one| self.labels.both(&one.0)));
        let place = self.labels.both(at);
        match self.all.iter_mut().find(|one| one.how == how && one.what == named) {
            Some(known) => add(&mut known.at, [place]),
            None => self.all.push(Opened { how, at: vec![place], what: named }),
        }
    }

    /// What storages and backups keep.
    fn kept(&mut self, model: &Architecture) {
        for (name, storage) in model.storage.iter() {
            for layer in storage.encrypted.iter() {
                if self.is(&layer.key) {
                    self.add(OpenedHow::Content, name, layer.data.iter());
                }
            }
            if said(&storage.at_rest).is_some_and(|one| self.is(&one.key)) {
                self.add(OpenedHow::Medium, name, held(model, name));
            }
        }
        for (name, backup) in model.backups.iter().flat_map(|backups| backups.iter()) {
            let copied = backup.of.iter().flat_map(|of| model.originals_of(&of.0));
            for layer in copied.filter_map(|name| model.storage.get(name)).flat_map(|storage| storage.encrypted.iter())
            {
                if self.is(&layer.key) {
                    self.add(OpenedHow::Content, name, layer.data.iter());
                }
            }
            if said(&backup.at_rest).is_some_and(|one| self.is(&one.key)) {
                self.add(OpenedHow::Medium, name, backup.of.iter().flat_map(|of| held(model, &of.0)));
            }
        }
    }

    fn on_links(&mut self, model: &Architecture) {
        for link in &model.links {
            let name = format!("net:{}->{}", link.from.0, link.to.0);
            let carried = link.carries.known().into_iter().flat_map(|carried| carried.iter());
            for sealed in carried.filter_map(Carried::sealed) {
                if self.seals(&sealed.under) {
                    self.add(OpenedHow::Link, &name, sealed.data.iter());
                }
            }
        }
    }

    /// Copies of devices.
    fn copies(&mut self, model: &Architecture) {
        for (name, client) in model.clients.iter() {
            for copy in client.backed_up_to.iter() {
                if self.seals(copy.under()) {
                    self.add(OpenedHow::DeviceCopy, &copy.to().0, [&Id(name.clone())]);
                }
            }
        }
    }

    /// Keys that it seals.
    fn keys(&mut self, model: &Architecture) {
        for (name, other) in model.keys.iter() {
            for place in other.places() {
                if self.seals(place.under()) {
                    self.add(OpenedHow::Key, place.at(), [&Id(name.clone())]);
                }
            }
        }
    }
}

/// What uses a key where it is kept, and what encrypts or opens with it.
pub(super) fn users<'m>(model: &'m Architecture, name: &str, key: &'m Key) -> Vec<&'m Id> {
    let mut all: Vec<&Id> = Vec::new();
    add(&mut all, key.used_by.iter());
    for layer in model.storage.values().flat_map(|storage| storage.encrypted.iter()).filter(|one| one.key.0 == name) {
        add(&mut all, layer.by.iter());
        add(&mut all, layer.opened_by.iter().filter_map(OrNone::some).flat_map(|openers| openers.iter()));
    }
    for link in &model.links {
        let carried = link.carries.known().into_iter().flat_map(|carried| carried.iter());
        for sealed in carried.filter_map(Carried::sealed).filter(|one| one.under.iter().any(|key| key.0 == name)) {
            add(&mut all, sealed.opened_by.iter());
        }
    }
    all
}
