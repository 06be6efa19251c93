//! Flows: what passes in clear, under a TLS that does not hold, or through what opens it on the way.

use super::Raised;
use super::scene::{Scene, found};
use crate::kernel::Fact;
use crate::model::{Maybe, Tls};
use crate::source::Route;
use crate::text::finding::Rule;

pub(super) fn raised(scene: &Scene) -> Vec<Raised> {
    let mut all = clear(scene);
    all.extend(broken(scene, Tls::Old, Rule::OldTls));
    all.extend(broken(scene, Tls::Unverified, Rule::UnverifiedPeer));
    all.extend(opened_on_the_way(scene));
    all
}

/// The hops of declared links, each once, with the links that make it.
pub(super) fn hops(scene: &Scene) -> Vec<(String, String, Vec<usize>)> {
    let mut hops: Vec<(String, String, Vec<usize>)> = Vec::new();
    for (at, link) in scene.architecture.links.iter().enumerate() {
        let stops: Vec<&String> = link.stops().map(|stop| &stop.0).collect();
        for pair in stops.windows(2) {
            match hops.iter_mut().find(|(from, to, _)| from == pair[0] && to == pair[1]) {
                Some((_, _, links)) => links.push(at),
                None => hops.push((pair[0].clone(), pair[1].clone(), vec![at])),
            }
        }
    }
    hops
}

fn route(link: usize) -> Route {
    Route::root("links").index(link)
}

/// Data in clear on the wire. Where no link is described, one is supposed.
fn clear(scene: &Scene) -> Vec<Raised> {
    let mut all = Vec::new();
    let hops = hops(scene);
    for (from, to, links) in &hops {
        let net = format!("net:{from}->{to}");
        let reads = scene.who(|way| way.at == net && way.clear && way.factors.is_none());
        let bare =
            |link: &&usize| matches!(scene.architecture.links[**link].tls, Maybe::Unknown | Maybe::Is(Tls::None));
        let routes = links.iter().filter(bare).map(|link| route(*link).key("tls")).collect();
        all.extend(found(Rule::ClearFlow, &[from, to], reads, routes));
    }
    for (user, storage, at) in scene
        .architecture
        .storage
        .iter()
        .flat_map(|(name, storage)| storage.users().iter().enumerate().map(move |(at, user)| (&user.0, name, at)))
    {
        let known = |from: &String, to: &String| hops.iter().any(|(one, other, _)| one == from && other == to);
        if known(user, storage) || known(storage, user) {
            continue;
        }
        let net = format!("net:{user}->{storage}");
        let reads = scene.who(|way| way.at == net && way.clear && way.factors.is_none());
        let route = Route::root("storage").key(storage).key("used_by").index(at);
        all.extend(found(Rule::ClearFlow, &[user, storage], reads, vec![route]));
    }
    all
}

/// TLS whose secret an attacker of the network has.
fn broken(scene: &Scene, tls: Tls, rule: Rule) -> Vec<Raised> {
    let mut all = Vec::new();
    for (from, to, links) in hops(scene) {
        let links: Vec<usize> =
            links.into_iter().filter(|link| scene.architecture.links[*link].tls == Maybe::Is(tls)).collect();
        if links.is_empty() {
            continue;
        }
        let (net, secret) = (format!("net:{from}->{to}"), format!("tls:{from}->{to}"));
        let holders = scene.facts().filter_map(|fact| match fact {
            Fact::Holds { actor, secret: held, .. } if scene.text(*held) == secret => Some(scene.text(*actor)),
            _ => None,
        });
        let holders: Vec<&str> = holders.collect();
        let reads = scene.who(|way| way.at == net && holders.contains(&way.actor));
        let routes = links.iter().map(|link| route(*link).key("tls")).collect();
        all.extend(found(rule, &[&from, &to], reads, routes));
    }
    all
}

/// What stands on the way of a link and ends its TLS sees what passes.
fn opened_on_the_way(scene: &Scene) -> Vec<Raised> {
    let mut all = Vec::new();
    for name in scene.architecture.backend.keys() {
        let on_the_way = scene.architecture.links.iter().enumerate().flat_map(|(at, link)| {
            let stops = link.via.iter().enumerate().filter(|(_, via)| via.0 == *name);
            stops.map(move |(stop, _)| route(at).key("via").index(stop))
        });
        let routes: Vec<Route> = on_the_way.collect();
        if routes.is_empty() {
            continue;
        }
        let reads = scene.who(|way| way.at == name && way.clear && way.factors.is_none());
        all.extend(found(Rule::Intermediary, &[name], reads, routes));
    }
    all
}
