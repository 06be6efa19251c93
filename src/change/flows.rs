//! Changes of what goes where: what is no longer sent, kept, passed through, exposed or shown.

use super::Change;
use crate::model::{Architecture, BackendKind, Carried, CarriedUnder, Exposed, Link, Many, Maybe, OrNone};
use crate::text::change::Action;

/// What is offered.
pub(super) fn changes(architecture: &Architecture) -> Vec<Change> {
    let mut all = Vec::new();
    for (name, backend) in architecture.backend.iter() {
        let linked = architecture.links.iter().any(|link| {
            let end = link.from.0 == *name || link.to.0 == *name;
            end && (link.carries == Maybe::Unknown || link.data().next().is_some())
        });
        let keeps = backend.keeps.as_ref().is_some_and(|keeps| *keeps != Maybe::Is(OrNone::None));
        if is_aside(backend.kind) && (linked || keeps) {
            all.push(Change::of(Action::KeepOut, name));
        }
        if architecture.links.iter().any(|link| link.via.iter().any(|via| via.0 == *name)) {
            all.push(Change::of(Action::RouteAround, name));
        }
        if backend.exposed == Some(Exposed::Internet) && !meets_client(architecture, name) {
            all.push(Change::of(Action::Unexpose, name));
        }
    }
    for (name, storage) in architecture.storage.iter() {
        if storage.open {
            all.push(Change::of(Action::CloseStorage, name));
        }
        if storage.staging_of.is_some() {
            all.push(Change::of(Action::StagingOut, name));
        }
    }
    all
}

/// Whether the product works without such a component having the data.
const fn is_aside(kind: BackendKind) -> bool {
    !matches!(
        kind,
        BackendKind::Service
            | BackendKind::Kms
            | BackendKind::Hsm
            | BackendKind::Idp
            | BackendKind::Directory
            | BackendKind::Ci
            | BackendKind::Repo
            | BackendKind::AppRelease
            | BackendKind::AppStore
    )
}

/// Whether people's clients need a component on the internet: theirs, not admins'.
fn meets_client(architecture: &Architecture, name: &str) -> bool {
    let people = |client: &str| {
        let client = architecture.clients.get(client);
        client.is_some_and(|client| client.used_by.iter().any(|user| architecture.people.contains_key(&user.0)))
    };
    let serves =
        architecture.clients.iter().any(|(client, entry)| people(client) && entry.may_run_code_of(name, false));
    serves
        || architecture
            .links
            .iter()
            .any(|link| link.stops().any(|stop| stop.0 == name) && link.stops().any(|stop| people(stop)))
}

pub(super) fn apply(change: &Change, architecture: &mut Architecture) {
    let name = change.about.as_str();
    match change.action {
        Action::KeepOut => {
            for link in architecture.links.iter_mut().filter(|link| link.from.0 == name || link.to.0 == name) {
                link.carries = Maybe::Is(Many::default());
            }
            if let Some(backend) = architecture.backend.0.get_mut(name) {
                backend.keeps = Some(Maybe::Is(OrNone::None));
            }
        }
        Action::RouteAround => architecture.links.iter_mut().for_each(|link| around(link, name)),
        Action::Unexpose => {
            if let Some(backend) = architecture.backend.0.get_mut(name) {
                backend.exposed = Some(Exposed::None);
            }
        }
        Action::CloseStorage => {
            if let Some(storage) = architecture.storage.0.get_mut(name) {
                storage.open = false;
            }
        }
        _ => {
            if let Some(storage) = architecture.storage.0.get_mut(name) {
                (storage.staging_of, storage.holds) = (None, Some(Maybe::Is(Many::default())));
                storage.encrypted = Many::default();
            }
            let touches = |link: &&mut Link| link.from.0 == name || link.to.0 == name;
            architecture.links.iter_mut().filter(touches).for_each(|link| link.carries = Maybe::Is(Many::default()));
        }
    }
}

/// Takes a component off the way of a link.
fn around(link: &mut Link, name: &str) {
    link.via.0.retain(|via| via.0 != name);
    if let Maybe::Is(carried) = &mut link.carries {
        for piece in &mut carried.0 {
            if let Carried::Under(CarriedUnder { opened_by, .. }) = piece {
                opened_by.0.retain(|one| one.0 != name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_product_is_made_of_is_not_aside() {
        assert!(!is_aside(BackendKind::Service) && !is_aside(BackendKind::Kms));
        assert!(is_aside(BackendKind::Logs) && is_aside(BackendKind::Push) && is_aside(BackendKind::Cdn));
    }
}
