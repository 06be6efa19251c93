//! Good results: what a protection keeps from somebody, and as long as what.

use std::collections::BTreeSet;

use super::scene::Scene;
use crate::kernel::{Fact, Grade, Solution};
use crate::lower::Lowered;
use crate::model::{Architecture, Data};
use crate::source::Route;

/// What a protection keeps from somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThwartedKind {
    /// A thief of its bytes reads nothing of these data without these keys.
    Bytes {
        /// The keys of the bytes.
        keys: Vec<String>,
    },
    /// The public network shows nothing, on so many hops.
    Wire {
        /// How many hops are protected.
        hops: usize,
    },
    /// Nobody who is not meant to reads by privilege; these do otherwise.
    EndToEnd {
        /// Who reads by tampering or breach.
        except: Vec<String>,
    },
    /// Admins who read the storage do not read what the application encrypts.
    Content {
        /// The admins.
        admin: String,
        /// The keys of the content.
        keys: Vec<String>,
    },
}

/// A good result, with its condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thwarted {
    /// The stable identifier of its rule.
    pub id: &'static str,
    /// What.
    pub kind: ThwartedKind,
    /// What it is about, by name.
    pub about: Vec<String>,
    /// The data that it keeps, by name.
    pub data: Vec<String>,
    /// Where the protection is declared.
    pub routes: Vec<Route>,
}

/// Every good result.
pub fn thwarted(architecture: &Architecture, lowered: &Lowered, solution: &Solution) -> Vec<Thwarted> {
    let scene = Scene::new(architecture, &lowered.facts, solution);
    let mut all = bytes(&scene);
    all.extend(wire(&scene));
    all.extend(end_to_end(&scene));
    all.extend(content(&scene));
    all
}

/// What is sealed somewhere, and under which keys, in the order of the facts.
fn sealed<'a>(scene: &'a Scene<'a>, at: &'a str) -> impl Iterator<Item = (&'a str, Vec<&'a str>)> {
    scene.facts().filter_map(move |fact| match fact {
        Fact::Sealed { component, item, keys, .. } if scene.text(*component) == at => {
            Some((scene.text(*item), keys.iter().map(|key| scene.text(*key)).collect()))
        }
        _ => None,
    })
}

fn is_data(scene: &Scene, item: &str) -> bool {
    scene.architecture.data.contains_key(item)
}

/// The data of some kept things, in the order of the file, that an actor does not read.
fn unread(scene: &Scene, items: &BTreeSet<&str>, actor: &str) -> Vec<String> {
    let read: BTreeSet<String> = scene.who(|way| way.actor == actor).into_iter().map(|read| read.data).collect();
    let meant = |data: &Data| data.declared_readers().iter().any(|reader| reader.0 == actor);
    let all = scene.architecture.data.iter().filter(|(_, data)| !meant(data)).map(|(name, _)| name);
    all.filter(|name| items.contains(name.as_str()) && !read.contains(*name)).cloned().collect()
}

fn bytes(scene: &Scene) -> Vec<Thwarted> {
    let off = &scene.architecture.adversaries.without;
    if off.contains(&crate::model::AdversaryClass::Thief) {
        return Vec::new();
    }
    let storages = scene.architecture.storage.keys().map(|name| (name, "storage"));
    let backups = super::storage::backups(scene).map(|(name, _)| (name, "backups"));
    let mut all = Vec::new();
    for (name, section) in storages.chain(backups) {
        let medium = format!("{name}/medium");
        let held: Vec<(&str, Vec<&str>)> = sealed(scene, &medium).filter(|(item, _)| is_data(scene, item)).collect();
        let items = held.iter().map(|(item, _)| *item).collect();
        let data = unread(scene, &items, &format!("adversary/thief/{name}"));
        // What a set of keys opens, all of them needed; joining pseudonyms to people is no key of the bytes.
        let mut sets: Vec<(Vec<String>, Vec<String>)> = Vec::new();
        for (item, keys) in held.iter().filter(|(_, keys)| !keys.iter().any(|key| joins_people(key))) {
            let mut keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
            keys.sort();
            match sets.iter_mut().find(|(known, _)| *known == keys) {
                Some((_, of)) => of.push((*item).to_owned()),
                None => sets.push((keys, vec![(*item).to_owned()])),
            }
        }
        for (keys, of) in sets {
            let data: Vec<String> = data.iter().filter(|one| of.contains(one)).cloned().collect();
            let (kind, about) = (ThwartedKind::Bytes { keys }, vec![name.clone()]);
            let routes = vec![Route::root(section).key(name).key("at_rest")];
            all.extend((!data.is_empty()).then_some(Thwarted { id: "EC-009", kind, about, data, routes }));
        }
    }
    all
}

/// Whether having it is recognising people behind pseudonyms, and no key of an encryption.
fn joins_people(key: &str) -> bool {
    ["map:", "recognised:"].iter().any(|prefix| key.starts_with(prefix))
}

fn wire(scene: &Scene) -> Option<Thwarted> {
    let observer = "adversary/network-observer";
    // Where TLS can be broken or its peer impersonated, listening is not all that it takes to be kept out.
    let broken: BTreeSet<String> = scene
        .facts()
        .filter_map(|fact| match fact {
            Fact::Holds { actor, secret, .. } if scene.text(*actor) == "adversary/network-attacker" => {
                Some(scene.text(*secret).replacen("tls:", "net:", 1))
            }
            _ => None,
        })
        .collect();
    let mut hops = BTreeSet::new();
    for fact in scene.facts() {
        if let Fact::Power { actor, component, .. } = fact
            && scene.text(*actor) == observer
            && !broken.contains(scene.text(*component))
            && sealed(scene, scene.text(*component)).any(|(item, _)| is_data(scene, item))
        {
            hops.insert(scene.text(*component));
        }
    }
    let blind = scene.who(|way| way.actor == observer).is_empty();
    let kind = ThwartedKind::Wire { hops: hops.len() };
    let routes = vec![Route::root("links")];
    let one = Thwarted { id: "EC-040", kind, about: Vec::new(), data: Vec::new(), routes };
    (blind && !hops.is_empty()).then_some(one)
}

fn end_to_end(scene: &Scene) -> Vec<Thwarted> {
    let mut all = Vec::new();
    for (at, entry) in scene.architecture.end_to_end.iter().enumerate() {
        let data: Vec<String> = entry.data.iter().map(|one| one.0.clone()).collect();
        let reads = scene.who(|way| data.iter().any(|one| one == way.item));
        if data.is_empty() || reads.iter().any(|read| read.grade <= Grade::Privilege) {
            continue;
        }
        let mut except: Vec<String> = Vec::new();
        for read in reads {
            if !except.contains(&read.actor) {
                except.push(read.actor);
            }
        }
        let routes = vec![Route::root("end_to_end").index(at)];
        all.push(Thwarted { id: "EC-041", kind: ThwartedKind::EndToEnd { except }, about: Vec::new(), data, routes });
    }
    all
}

fn content(scene: &Scene) -> Vec<Thwarted> {
    let mut all = Vec::new();
    for (admin, entry) in scene.architecture.admins.iter() {
        for (at, bytes) in entry.can.store.iter().enumerate() {
            let name = bytes.split('/').next().unwrap_or_default();
            let Some(storage) = scene.architecture.storage.get(name) else { continue };
            let layers = storage.encrypted.iter();
            let items: BTreeSet<&str> = layers.flat_map(|layer| layer.data.iter().map(|one| one.0.as_str())).collect();
            let data = unread(scene, &items, admin);
            let of = storage.encrypted.iter().filter(|layer| layer.data.iter().any(|one| data.contains(&one.0)));
            let keys: BTreeSet<String> = of.map(|layer| layer.key.0.clone()).collect();
            let kind = ThwartedKind::Content { admin: admin.clone(), keys: keys.into_iter().collect() };
            let routes = vec![Route::root("admins").key(admin).key("can").key("store").index(at)];
            let one = Thwarted { id: "EC-042", kind, about: vec![name.to_owned()], data, routes };
            all.extend((!one.data.is_empty()).then_some(one));
        }
    }
    all
}
