//! What people hold: lost, copied, managed from afar, altered by who delivers its code; whom it encrypts for; what
//! stays visible, and what can be joined again.

use std::collections::BTreeSet;

use super::Raised;
use super::scene::{Scene, Way, found};
use crate::kernel::{Fact, Grade, Mode, Power};
use crate::model::{Client, OrNone};
use crate::source::Route;
use crate::text::finding::Rule;

pub(super) fn raised(scene: &Scene) -> Vec<Raised> {
    let mut all = Vec::new();
    for (name, client) in scene.architecture.clients.iter() {
        let route = Route::root("clients").key(name);
        let lost = scene.all_of(&format!("adversary/device-thief/{name}"));
        all.extend(found(Rule::LostDevice, &[name], lost, vec![route.key("lock")]));
        all.extend(copied(scene, name, client, &route));
        all.extend(managed(scene, name, client, &route));
        all.extend(scripts(scene, name, client, &route));
        all.extend(delivered(scene, name, client, &route));
    }
    all.extend(recipients(scene));
    all.extend(metadata(scene));
    all.extend(pseudonyms(scene));
    all
}

/// A copy of the device, made of itself, lies somewhere.
fn copied(scene: &Scene, name: &str, client: &Client, route: &Route) -> Option<Raised> {
    let places: Vec<&str> = client.backed_up_to.iter().map(|copy| copy.to().0.as_str()).collect();
    let at_copy = |way: &Way| places.iter().any(|place| way.is_at(place));
    let learnt = scene.learns.iter().filter(|way| at_copy(way) && way.factors.is_none());
    let secrets: BTreeSet<&str> = learnt.map(|way| way.item).collect();
    let mut reads = scene.who(|way| at_copy(way) && way.factors.is_none());
    let opened = scene.who_opens_with(&secrets, at_copy);
    reads.extend(
        opened
            .into_iter()
            .filter(|one| !reads.iter().any(|known| (&known.actor, &known.data) == (&one.actor, &one.data)))
            .collect::<Vec<_>>(),
    );
    found(Rule::DeviceCopy, &[name], reads, vec![route.key("backed_up_to")])
}

/// Whoever manages the device can alter it.
fn managed(scene: &Scene, name: &str, client: &Client, route: &Route) -> Option<Raised> {
    let by = managers(client);
    let reads = scene.who(|way| by.contains(way.actor) && way.is_at(name));
    found(Rule::ManagedDevice, &[name], reads, vec![route.key("mdm")])
}

fn managers(client: &Client) -> BTreeSet<&str> {
    match &client.mdm {
        Some(OrNone::Some(by)) => by.iter().map(|one| one.0.as_str()).collect(),
        _ => BTreeSet::new(),
    }
}

/// A script of others runs in the page.
fn scripts(scene: &Scene, name: &str, client: &Client, route: &Route) -> Option<Raised> {
    let reads = scene.who(|way| {
        let theirs = client.scripts.iter().any(|one| scene.can(way.actor, &one.0, Power::Change) <= Grade::Privilege);
        way.is_at(name) && theirs
    });
    found(Rule::ThirdPartyScript, &[name], reads, vec![route.key("scripts")])
}

/// Data encrypted from end to end is read on the device by whoever delivers its code.
fn delivered(scene: &Scene, name: &str, client: &Client, route: &Route) -> Option<Raised> {
    let ends = scene.architecture.end_to_end.iter().filter(|entry| entry.between.iter().any(|end| end.0 == *name));
    let data: BTreeSet<&str> = ends.flat_map(|entry| entry.data.iter().map(|one| one.0.as_str())).collect();
    let suppliers: Vec<&str> = scene
        .facts()
        .filter_map(|fact| match fact {
            Fact::Code { component, supplier, mode: Mode::Load | Mode::Update } if scene.text(*component) == name => {
                Some(scene.text(*supplier))
            }
            _ => None,
        })
        .filter(|supplier| !client.scripts.iter().any(|script| script.0 == **supplier))
        .collect();
    let managers = managers(client);
    let reads = scene.who(|way| {
        let delivers = || suppliers.iter().any(|supplier| scene.can(way.actor, supplier, Power::Change) <= way.grade);
        let altered = matches!(way.grade, Grade::Tampering | Grade::Breach);
        altered && way.is_at(name) && data.contains(way.item) && !managers.contains(way.actor) && delivers()
    });
    found(Rule::DeliveredCode, &[name], reads, vec![route.key("code_from")])
}

/// A directory names the recipients, and nobody checks.
fn recipients(scene: &Scene) -> Vec<Raised> {
    let mut all = Vec::new();
    for (at, entry) in scene.architecture.end_to_end.iter().enumerate() {
        let data: Vec<&str> = entry.data.iter().map(|one| one.0.as_str()).collect();
        // Substitution that a public log shows is told by its grade, and is no finding of this rule.
        let named = |way: &Way| way.named && way.grade != Grade::Evident;
        let groups: BTreeSet<&str> = scene.learns.iter().filter(|way| named(way)).map(|way| way.item).collect();
        let mut reads = scene.who(|way| named(way) && data.contains(&way.item));
        let opened = scene.who_opens_with(&groups, named);
        for one in opened.into_iter().filter(|one| data.contains(&one.data.as_str())) {
            if !reads.iter().any(|known| (&known.actor, &known.data) == (&one.actor, &one.data)) {
                reads.push(one);
            }
        }
        let route = Route::root("end_to_end").index(at).key("verified");
        all.extend(found(Rule::UnverifiedRecipients, &data, reads, vec![route]));
    }
    all
}

/// What accompanies data that is encrypted from end to end stays readable.
fn metadata(scene: &Scene) -> Vec<Raised> {
    let covered =
        |name: &str| scene.architecture.end_to_end.iter().any(|entry| entry.data.iter().any(|one| one.0 == name));
    let beside = scene.architecture.data.iter().filter(|(_, data)| data.accompanies().is_some_and(|of| covered(&of.0)));
    beside
        .filter_map(|(name, _)| {
            let reads = scene.who(|way| way.item == name && way.grade <= Grade::Privilege);
            found(Rule::Metadata, &[name], reads, vec![Route::root("data").key(name)])
        })
        .collect()
}

/// Somebody has both the pseudonyms and the table, or is helped by the content.
fn pseudonyms(scene: &Scene) -> Vec<Raised> {
    let mut all = Vec::new();
    for (name, data) in scene.architecture.data.iter() {
        let Some(of) = &data.pseudonym_of else { continue };
        let table = format!("map:{}", data.mapping.as_ref().map_or(name, |mapping| &mapping.0));
        let people = format!("recognised:{name}");
        let joins = |key: &str| key == table || key == people;
        let reads = scene.who(|way| way.item == of.0 && way.keys.iter().any(|key| joins(key)));
        all.extend(found(Rule::Pseudonyms, &[name], reads, vec![Route::root("data").key(name).key("pseudonym_of")]));
    }
    all
}
