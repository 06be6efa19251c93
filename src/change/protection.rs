//! Changes that encrypt, move a key, verify, or shield.

use super::Change;
use crate::model::{
    Architecture, AtRest, Backend, BackendKind, Brief, ContentLayer, Data, DataKind, EndToEnd, Exposed, History, Id,
    Key, Link, Main, Many, Maybe, OrNone, Place, Scope, ShieldWord, Storage, Tls, Verified, stated,
};
use crate::text::change::Action;

/// What is offered.
pub(super) fn changes(architecture: &Architecture) -> Vec<Change> {
    let mut all = Vec::new();
    for (at, link) in architecture.links.iter().enumerate() {
        if !matches!(link.tls, Maybe::Is(Tls::V13 | Tls::V12 | Tls::Mutual)) {
            all.push(Change::at(Action::Tls, &link.from, &link.to, at));
        }
    }
    let bare = |at_rest: &Maybe<OrNone<AtRest>>| !matches!(at_rest, Maybe::Is(OrNone::Some(_)));
    let storages = architecture.storage.iter().map(|(name, storage)| (name, &storage.at_rest));
    let backups = architecture.backups.iter().flat_map(|all| all.iter()).map(|(name, backup)| (name, &backup.at_rest));
    let keepers =
        storages.chain(backups).filter(|(name, at_rest)| bare(at_rest) && keeper(architecture, name).is_some());
    all.extend(keepers.map(|(name, _)| Change::of(Action::EncryptBytes, name)));
    let open = architecture.backups.iter().flat_map(|all| all.iter()).filter(|(_, backup)| bare(&backup.at_rest));
    all.extend(open.map(|(name, _)| Change::of(Action::SealBackup, name)));
    for (name, storage) in architecture.storage.iter() {
        if content_of(architecture, storage, name).is_some() {
            all.push(Change::of(Action::SealContent, name));
        }
    }
    let data = architecture.data.iter().filter(|(name, _)| end_to_end_of(architecture, name).is_ok());
    let data: Vec<(&String, &Data)> = data.collect();
    all.extend(data.iter().map(|(name, _)| Change::of(Action::EndToEnd, name)));
    // What matters most is often in several data assets, which the same people read.
    let health = data.iter().filter(|(_, data)| data.kind == DataKind::Health).map(|(name, _)| *name);
    let mut sets: Vec<Vec<&String>> = vec![health.collect(), data.iter().map(|(name, _)| *name).collect()];
    sets.dedup();
    let several = sets.iter().filter(|set| set.len() > 1);
    all.extend(several.filter_map(|set| Change::of_all(Action::EndToEnd, set)));
    for (at, entry) in architecture.end_to_end.iter().enumerate() {
        let (Some(data), false) = (entry.data.first(), entry.verified == Maybe::Is(Verified::Yes)) else { continue };
        all.push(Change { number: at, ..Change::of(Action::VerifyRecipients, data) });
    }
    all.extend(keys(architecture));
    for (name, backend) in architecture.backend.iter() {
        let bare = backend.shield.is_none() || backend.shield == Some(Maybe::Is(ShieldWord::None));
        if bare && backend.runs_on.is_some() {
            all.push(Change::of(Action::Enclave, name));
        }
    }
    all
}

/// Keys that may be moved, and places where they need not be.
fn keys(architecture: &Architecture) -> Vec<Change> {
    let mut all = Vec::new();
    for (name, key) in architecture.keys.iter() {
        let places = key.places();
        let component = |place: &&Place| architecture.components().any(|known| *known == place.at().0);
        let client = |place: &Place| architecture.clients.contains_key(&place.at().0);
        let used = !key.used_by.is_empty();
        if used && places.iter().any(|place| component(&place) && !client(place)) {
            all.push(Change::of(Action::MoveKey, name));
        }
        if places.len() > 1 {
            let out = places.iter().enumerate().filter(|(_, place)| !client(place));
            all.extend(out.map(|(at, place)| Change::at(Action::KeyOut, name, place.at(), at)));
        }
    }
    all
}

pub(super) fn apply(change: &Change, architecture: &mut Architecture) {
    match change.action {
        Action::Tls => {
            if let Some(link) = architecture.links.get_mut(change.number) {
                link.tls = Maybe::Is(Tls::V13);
            }
        }
        Action::EncryptBytes => encrypt_bytes(architecture, &change.about),
        Action::SealBackup => seal_backup(architecture, &change.about),
        Action::SealContent => seal_content(architecture, &change.about),
        Action::EndToEnd => {
            for name in change.names() {
                if let Ok(entry) = end_to_end_of(architecture, name) {
                    architecture.end_to_end.push(entry);
                }
            }
        }
        Action::VerifyRecipients => {
            if let Some(entry) = architecture.end_to_end.get_mut(change.number) {
                entry.verified = Maybe::Is(Verified::Yes);
            }
        }
        Action::MoveKey => move_key(architecture, &change.about),
        Action::KeyOut => {
            if let Some(Brief(key)) = architecture.keys.0.get_mut(&change.about)
                && let Maybe::Is(OrNone::Some(places)) = &mut key.kept_in
                && change.number < places.len()
            {
                places.0.remove(change.number);
            }
        }
        _ => shield(architecture, &change.about),
    }
}

/// A key kept at some places.
pub(crate) fn kept_at(places: impl IntoIterator<Item = Id>) -> Brief<Key> {
    let places = places.into_iter().map(Place::At).collect();
    Brief(Key::from_main(Maybe::Is(OrNone::Some(Many(places)))))
}

/// Where the key of a storage's or a backup's bytes would be: with its host, or with who operates it.
fn keeper(architecture: &Architecture, name: &str) -> Option<Id> {
    let host = architecture.host_of(name);
    host.or_else(|| architecture.operator_of(name)).cloned()
}

/// A name that nothing has yet.
fn free(architecture: &Architecture, name: &str) -> String {
    let taken = |name: &str| architecture.keys.contains_key(name) || architecture.components().any(|one| one == name);
    let mut found = name.to_owned();
    while taken(&found) {
        found.push_str("-x");
    }
    found
}

fn encrypt_bytes(architecture: &mut Architecture, name: &str) {
    let Some(keeper) = keeper(architecture, name) else { return };
    let key = free(architecture, &format!("volume-of-{name}"));
    let layer = AtRest { scope: Scope::Volume, key: Id(key.clone()), strength: None };
    let layer = Maybe::Is(OrNone::Some(layer));
    if let Some(storage) = architecture.storage.0.get_mut(name) {
        storage.at_rest = layer;
    } else if let Some(backup) = architecture.backups.as_mut().and_then(|backups| backups.0.get_mut(name)) {
        backup.at_rest = layer;
    }
    architecture.keys.0.insert(key, kept_at([keeper]));
}

/// A backup encrypted as a file, under a key that only a key service of the vendor keeps.
fn seal_backup(architecture: &mut Architecture, name: &str) {
    let (key, vault) = (free(architecture, &format!("backup-of-{name}")), free(architecture, "vendor-keys"));
    let Some(backup) = architecture.backups.as_mut().and_then(|backups| backups.0.get_mut(name)) else { return };
    let layer = AtRest { scope: Scope::File, key: Id(key.clone()), strength: None };
    backup.at_rest = Maybe::Is(OrNone::Some(layer));
    architecture.backend.0.insert(vault.clone(), of_vendor(architecture, BackendKind::Kms));
    architecture.keys.0.insert(key, kept_at([Id(vault)]));
}

/// Encryption of what a storage holds, and does not encrypt yet, by the services that read it; metadata and
/// patterns, which only they could encrypt, apart. None where nothing is left to encrypt, or nobody to.
pub(crate) fn content_of(architecture: &Architecture, storage: &Storage, name: &str) -> Option<ContentLayer> {
    let any = || architecture.backend.keys().cloned().map(Id).collect();
    let by = if storage.used_by == Maybe::Unknown { any() } else { storage.users().to_vec() };
    let unknown = storage.holds == Some(Maybe::Unknown);
    let held = |data: &Id| unknown || storage.held().contains(data);
    let open = |data: &Id| !storage.encrypted.iter().any(|layer| layer.data.contains(data));
    let content = |data: &Data| data.kind != DataKind::Metadata && data.accompanies().is_none();
    let all = architecture.data.iter().filter(|(_, data)| content(data)).map(|(name, _)| Id(name.clone()));
    let data: Vec<Id> = all.filter(|data| held(data) && open(data)).collect();
    let key = free(architecture, &format!("content-of-{name}"));
    let layer = ContentLayer { data: Many(data), by: Many(by), opened_by: None, key: Id(key), strength: None };
    (!layer.data.is_empty() && !layer.by.is_empty()).then_some(layer)
}

fn seal_content(architecture: &mut Architecture, name: &str) {
    let Some(layer) = architecture.storage.get(name).and_then(|storage| content_of(architecture, storage, name)) else {
        return;
    };
    architecture.keys.0.insert(layer.key.0.clone(), kept_at(layer.by.iter().cloned()));
    if let Some(storage) = architecture.storage.0.get_mut(name) {
        storage.encrypted.0.push(layer);
    }
}

/// End-to-end encryption of a data asset between its readers’ clients: recipients learnt from the service through
/// which they exchange it, unverified.
///
/// # Errors
/// Whether it has an end: what is encrypted already, or only accompanies other data, is not offered either.
pub(crate) fn end_to_end_of(architecture: &Architecture, name: &str) -> Result<EndToEnd, NoEnd> {
    let data = architecture.data.get(name).ok_or(NoEnd::Apart)?;
    let mut declared = architecture.end_to_end.iter();
    let covered = declared.any(|entry| entry.data.iter().any(|one| one.0 == name));
    if covered || data.kind == DataKind::Metadata || data.accompanies().is_some() {
        return Err(NoEnd::Apart);
    }
    let ends = ends(architecture, name, data.declared_readers());
    if ends.is_empty() {
        return Err(NoEnd::NoClient);
    }
    let service = service(architecture, name, &ends);
    Ok(EndToEnd {
        evidence: Many::default(),
        data: Many(vec![Id(name.to_owned())]),
        between: Many(ends),
        key: None,
        recipients_from: Maybe::Is(service),
        verified: Maybe::Is(Verified::No),
        history: History::New,
        clear_at: Many::default(),
        strength: None,
        directory_apart: false,
    })
}

/// Why a data asset gets no end-to-end encryption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoEnd {
    /// It has one, or accompanies other data.
    Apart,
    /// No reader’s client exchanges it.
    NoClient,
}

fn carrying<'a>(architecture: &'a Architecture, data: &'a str) -> impl Iterator<Item = &'a Link> {
    let carries = move |link: &&Link| link.carries == Maybe::Unknown || link.data().any(|one| one.0 == data);
    architecture.links.iter().filter(carries)
}

/// The readers' clients that exchange this data.
fn ends(architecture: &Architecture, data: &str, readers: &[Id]) -> Vec<Id> {
    let clients = architecture.clients.iter().filter(|(name, client)| {
        let read = client.used_by.iter().any(|user| readers.contains(user));
        read && carrying(architecture, data).any(|link| link.from.0 == **name || link.to.0 == **name)
    });
    clients.map(|(name, _)| Id(name.clone())).collect()
}

/// The service through which the ends exchange this data.
fn service(architecture: &Architecture, data: &str, ends: &[Id]) -> OrNone<Id> {
    let found = carrying(architecture, data).find_map(|link| {
        let other = match (ends.contains(&link.from), ends.contains(&link.to)) {
            (true, false) => &link.to,
            (false, true) => &link.from,
            _ => return None,
        };
        architecture.backend.contains_key(&other.0).then(|| other.clone())
    });
    // Ends that exchange through a storage alone still learn recipients from some service.
    let any = || architecture.backend.keys().next().map(|name| Id(name.clone()));
    found.or_else(any).map_or(OrNone::None, OrNone::Some)
}

/// A service of the vendor's own.
fn of_vendor(architecture: &Architecture, kind: BackendKind) -> Backend {
    Backend {
        label: None,
        evidence: Many::default(),
        kind,
        runs_on: None,
        operator: Some(Maybe::Is(OrNone::Some(Id(architecture.vendor.clone())))),
        shield: None,
        attested_by: None,
        location: None,
        exposed: Some(Exposed::None),
        code_from: None,
        updates: None,
        keeps: None,
    }
}

/// Puts a key in a key service of the vendor, out of the components where it is kept.
fn move_key(architecture: &mut Architecture, name: &str) {
    let (vault, service) = (free(architecture, "vendor-keys"), of_vendor(architecture, BackendKind::Kms));
    let moved: Vec<String> = architecture.components().cloned().collect();
    let clients: Vec<String> = architecture.clients.keys().cloned().collect();
    let Some(Brief(key)) = architecture.keys.0.get_mut(name) else { return };
    let stays = |place: &&Place| !moved.contains(&place.at().0) || clients.contains(&place.at().0);
    let mut places: Vec<Place> = key.places().iter().filter(stays).cloned().collect();
    places.push(Place::At(Id(vault.clone())));
    key.kept_in = Maybe::Is(OrNone::Some(Many(places)));
    architecture.backend.0.insert(vault, service);
}

/// Runs a service in an enclave that a service of the vendor verifies.
fn shield(architecture: &mut Architecture, name: &str) {
    let (verifier, service) = (free(architecture, "vendor-attestation"), of_vendor(architecture, BackendKind::Service));
    let Some(backend) = architecture.backend.0.get_mut(name) else { return };
    if stated(backend.runs_on.as_ref()).is_none() && backend.runs_on.is_none() {
        return;
    }
    backend.shield = Some(Maybe::Is(ShieldWord::Tee));
    backend.attested_by = Some(Id(verifier.clone()));
    architecture.backend.0.insert(verifier, service);
}
