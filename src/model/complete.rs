//! What follows from one statement for others: copies hold what their original holds, and metadata goes
//! wherever its data goes.

use super::links::Carried;
use super::parts::Architecture;
use super::shape::{Id, Many, Maybe, OrNone};
use super::storage::ContentLayer;

/// Writes out what short forms imply, so that everything after sees one plain architecture.
pub(super) fn complete(model: &mut Architecture) {
    copies(model);
    // Metadata may itself have metadata: what is added in one turn may add in the next.
    for _ in 0..model.data.len() {
        accompany(model);
    }
}

/// A replica and a staging copy hold what their original holds, under the same content encryption.
fn copies(model: &mut Architecture) {
    // A copy of a copy is complete once its original is: the checks refuse circles.
    for _ in 0..model.storage.len() {
        for name in model.storage.keys().cloned().collect::<Vec<_>>() {
            copy(model, &name);
        }
    }
}

fn copy(model: &mut Architecture, name: &str) {
    let original = model.storage.get(name).and_then(|storage| storage.copies()).cloned();
    let Some(original) = original.and_then(|original| model.storage.get(&*original)).cloned() else { return };
    let Some(storage) = model.storage.0.get_mut(name) else { return };
    storage.holds = match (&storage.holds, &original.holds) {
        (Some(Maybe::Unknown), _) | (_, Some(Maybe::Unknown)) => Some(Maybe::Unknown),
        (own, _) => {
            let mut held = own.as_ref().and_then(Maybe::known).cloned().unwrap_or_default();
            extend(&mut held, original.held());
            Some(Maybe::Is(held))
        }
    };
    for layer in original.encrypted.iter() {
        // Data that the copy encrypts itself may have been decrypted before: one layer is sure.
        let own = |data: &Id| storage.encrypted.iter().any(|own| own.data.contains(data));
        let data: Vec<Id> = layer.data.iter().filter(|data| !own(data)).cloned().collect();
        if !data.is_empty() {
            storage.encrypted.0.push(ContentLayer { data: Many(data), ..layer.clone() });
        }
    }
}

/// Adds metadata and patterns beside the data that they accompany.
fn accompany(model: &mut Architecture) {
    let pairs = model.data.iter().filter_map(|(name, data)| Some((Id(name.clone()), data.accompanies()?.clone())));
    let pairs: Vec<(Id, Id)> = pairs.collect();
    for (shadow, data) in &pairs {
        for link in &mut model.links {
            let there = link.data().any(|one| one == data) && !link.data().any(|one| one == shadow);
            if let (true, Maybe::Is(carried)) = (there, &mut link.carries) {
                carried.0.push(Carried::Data(shadow.clone()));
            }
        }
        let lists = model.storage.0.values_mut().filter_map(|storage| match &mut storage.holds {
            Some(Maybe::Is(held)) => Some(held),
            _ => None,
        });
        let backend = model.backend.0.values_mut().filter_map(|backend| kept(&mut backend.keeps));
        let clients = model.clients.0.values_mut().filter_map(|client| kept(&mut client.keeps));
        for list in lists.chain(backend).chain(clients).filter(|list| list.contains(data)) {
            extend(list, std::slice::from_ref(shadow));
        }
    }
}

fn kept(keeps: &mut Option<Maybe<OrNone<Many<Id>>>>) -> Option<&mut Many<Id>> {
    match keeps {
        Some(Maybe::Is(OrNone::Some(list))) => Some(list),
        _ => None,
    }
}

fn extend(list: &mut Many<Id>, more: &[Id]) {
    for one in more {
        if !list.contains(one) {
            list.0.push(one.clone());
        }
    }
}
