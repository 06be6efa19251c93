//! Services: third parties that receive data, side copies, what an intruder finds, what whoever ships code can do.

use super::scene::{Scene, Way, found};
use super::{Raised, Read};
use crate::kernel::{Fact, Grade, Mode};
use crate::model::{Backend, BackendKind, Maybe, OrNone};
use crate::source::Route;
use crate::text::finding::Rule;

pub(super) fn raised(scene: &Scene) -> Vec<Raised> {
    let mut all = Vec::new();
    for (name, backend) in scene.architecture.backend.iter() {
        let route = Route::root("backend").key(name);
        all.extend(received(scene, (name, backend), &route));
        let intruder = format!("adversary/intruder/{name}");
        all.extend(found(Rule::Intruder, &[name], scene.all_of(&intruder), vec![route.key("exposed")]));
        all.extend(found(Rule::Supplier, &[name], supplied(scene, name), vec![route]));
    }
    for name in scene.architecture.storage.keys() {
        let route = Route::root("storage").key(name);
        let injection = format!("adversary/injection/{name}");
        all.extend(found(Rule::Injection, &[name], scene.all_of(&injection), vec![route.key("kind")]));
    }
    all
}

/// Who alters the code that a component supplies, and reads by it: on clients, what is not encrypted between them.
fn supplied(scene: &Scene, name: &str) -> Vec<Read> {
    let supplies = scene.facts().any(|fact| match fact {
        Fact::Code { component, supplier, mode: Mode::Load | Mode::Update } => {
            scene.text(*supplier) == name && !scene.text(*component).contains('/')
        }
        _ => false,
    });
    if !supplies {
        return Vec::new();
    }
    let adversary = format!("adversary/supplier/{name}");
    let between_clients =
        |data: &str| scene.architecture.end_to_end.iter().any(|entry| entry.data.iter().any(|one| one.0 == data));
    scene.who(|way| way.actor == adversary && !(on_client(scene, way) && between_clients(way.item)))
}

/// Whether it is read on what people hold.
fn on_client(scene: &Scene, way: &Way) -> bool {
    scene.architecture.clients.keys().any(|client| way.is_at(client))
}

/// Data in clear at a component that is not what the product runs on.
fn received(scene: &Scene, (name, backend): (&str, &Backend), route: &Route) -> Option<Raised> {
    let rule = match backend.kind {
        BackendKind::Logs | BackendKind::ErrorTracker => Rule::Logs,
        BackendKind::Cache | BackendKind::Queue | BackendKind::Search => Rule::SideCopy,
        BackendKind::Staging => Rule::Staging,
        _ if of_third_party(scene, backend) && !on_the_way(scene, name) => Rule::ThirdParty,
        _ => return None,
    };
    let reads = scene.who(|way| way.is_at(name) && way.factors.is_none() && way.grade <= Grade::Breach);
    let place = if backend.operator.is_some() { route.key("operator") } else { route.clone() };
    found(rule, &[name], reads, vec![place])
}

/// Whether a component is the own service of an organisation that is not the vendor.
fn of_third_party(scene: &Scene, backend: &Backend) -> bool {
    match &backend.operator {
        Some(Maybe::Is(OrNone::Some(operator))) => operator.0 != scene.architecture.vendor,
        Some(Maybe::Unknown) => true,
        _ => false,
    }
}

fn on_the_way(scene: &Scene, name: &str) -> bool {
    scene.architecture.links.iter().any(|link| link.via.iter().any(|via| via.0 == name))
}
