//! Links: hops, their TLS, whose network they cross, what passes live at both ends.

use super::Case;
use super::context::{Hop, Lowering, Origin};
use super::layers::joined;
use crate::kernel::{Mode, Shield, When};
use crate::model::{Carried, ClientKind, Link, Maybe, Network, Storage, Tls};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

/// How a hop is protected, resolved; in the order of what an active attacker can do to its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wire {
    /// Nothing: there is no secret.
    Clear,
    /// TLS with certificates on both sides.
    Mutual,
    /// TLS that holds.
    Tls,
    /// TLS that can be broken.
    Old,
    /// TLS whose peer is not checked.
    Unverified,
}

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (at, link) in model.links.iter().enumerate() {
        let route = Route::root("links").index(at);
        let wire = wire(lowering, link, &route);
        let hops = hops(lowering, link, wire, &route);
        let carried = carried(lowering, at, link, &route);
        let storage = lowering.storage_of(&link.from.0, &link.to.0);
        for hop in &hops {
            for (data, carried, origin) in &carried {
                pass(lowering, hop, &Passing { data, carried: carried.map(|one| (link, one)), storage }, origin);
            }
        }
        page(lowering, link, &hops, wire);
        lowering.hops.push(hops);
    }
    assumed(lowering);
    undescribed_pages(lowering);
}

fn wire(lowering: &mut Lowering, link: &Link, route: &Route) -> Wire {
    match link.tls {
        Maybe::Is(Tls::V13 | Tls::V12) => Wire::Tls,
        Maybe::Is(Tls::Mutual) => Wire::Mutual,
        Maybe::Is(Tls::Old) => Wire::Old,
        Maybe::Is(Tls::Unverified) => Wire::Unverified,
        Maybe::Is(Tls::None) => Wire::Clear,
        Maybe::Unknown => {
            match lowering.unknown(Unknown::Tls, &format!("{} → {}", link.from.0, link.to.0), &route.key("tls")) {
                Case::Worst => Wire::Clear,
                Case::Best => Wire::Tls,
            }
        }
    }
}

/// The hops of a link: TLS ends and restarts at each stop.
fn hops(lowering: &mut Lowering, link: &Link, wire: Wire, route: &Route) -> Vec<Hop> {
    let mut stops: Vec<&str> = vec![&link.from.0];
    stops.extend(link.via.iter().map(|via| via.0.as_str()));
    stops.push(&link.to.0);
    stops.windows(2).map(|pair| lowering.hop(pair[0], pair[1], wire, link.network, route)).collect()
}

impl Lowering<'_> {
    /// States one hop: its network, and its TLS secret live at both ends.
    fn hop(&mut self, from: &str, to: &str, wire: Wire, network: Option<Network>, route: &Route) -> Hop {
        let net = format!("net:{from}->{to}");
        let origin = Origin::Stated(route.key("tls"));
        let common = self.common_host(from, to);
        match (network, common) {
            (Some(Network::Private), None) => {
                // A private network between two hostings is in the hands of both.
                for end in [from, to] {
                    if let Some(host) = self.hosts(end).into_iter().next() {
                        self.on(&net, &host, Shield::None, &Origin::Stated(route.key("network")));
                    }
                }
            }
            (Some(Network::Private) | None, Some(host)) => {
                self.on(&net, &host, Shield::None, &Origin::Stated(route.clone()));
            }
            (Some(Network::Public), _) => self.in_public(&net, wire, route),
            (None, None) => {
                self.assume(Assumption::PublicNetwork, &format!("{from} → {to}"), route);
                self.in_public(&net, wire, route);
            }
        }
        let tls = (wire != Wire::Clear).then(|| format!("tls:{from}->{to}"));
        if let Some(secret) = &tls {
            for end in [from, to] {
                self.present(end, secret, &[], When::Live, std::slice::from_ref(&origin));
            }
        }
        Hop { net, from: from.to_owned(), to: to.to_owned(), tls, route: route.clone() }
    }

    /// Notes a public hop. Of several links between the same two components, the weakest counts:
    /// they share the hop and its secret.
    fn in_public(&mut self, net: &str, wire: Wire, route: &Route) {
        let known = self.public.entry(net.to_owned()).or_insert_with(|| (wire, route.clone()));
        if wire > known.0 {
            *known = (wire, route.clone());
        }
    }

    /// What a component runs on, nearest first.
    pub(super) fn hosts(&self, component: &str) -> Vec<String> {
        let chain = self.model.hosts_of(component);
        self.spend(chain.len() * chain.len());
        chain.into_iter().map(|host| host.0.clone()).collect()
    }

    fn common_host(&self, from: &str, to: &str) -> Option<String> {
        let others = self.hosts(to);
        self.hosts(from).into_iter().find(|host| others.contains(host))
    }

    /// A secret that travels on a hop, as a session or a password does.
    pub(super) fn travel(&mut self, hop: &Hop, secret: &str, origin: &Origin) {
        let origins = [origin.clone(), Origin::Stated(hop.route.key("tls"))];
        let layers: Vec<String> = hop.tls.iter().cloned().collect();
        self.present(&hop.net, secret, &layers, When::Live, &origins);
        for end in [&hop.from, &hop.to] {
            self.present(end, secret, &[], When::Live, std::slice::from_ref(origin));
        }
    }
}

/// What a link carries, piece by piece, with the place that says so.
fn carried<'m>(
    lowering: &mut Lowering<'m>,
    at: usize,
    link: &'m Link,
    route: &Route,
) -> Vec<(String, Option<&'m Carried>, Origin)> {
    let place = route.key("carries");
    let Maybe::Is(pieces) = &link.carries else {
        let about = format!("{} → {}", link.from.0, link.to.0);
        lowering.unknown(Unknown::Carries, &about, &place);
        return lowering.carried(at).into_iter().map(|data| (data, None, Origin::Stated(place.clone()))).collect();
    };
    let seen = lowering.carried(at);
    let mut all = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let origin = Origin::Stated(place.index(index));
        let data = piece.data().iter().filter(|data| seen.contains(&data.0));
        all.extend(data.map(|data| (data.0.clone(), Some(piece), origin.clone())));
    }
    all
}

impl Lowering<'_> {
    /// The end-to-end layers of data on a hop: none between two places that see it in clear, unless
    /// both are ends, which encrypt for each other.
    fn payload_between(&self, hop: &Hop, data: &str) -> Vec<Vec<String>> {
        let clear = |place: &str| self.payload(place, data).iter().any(Vec::is_empty);
        let both_ends = self.model.end_to_end.iter().any(|entry| {
            let is_end = |place: &str| entry.between.iter().any(|end| end.0 == place);
            entry.data.iter().any(|one| one.0 == data) && is_end(&hop.from) && is_end(&hop.to)
        });
        if !self.sees(&hop.from, data) && !self.sees(&hop.to, data) {
            return Vec::new();
        }
        if clear(&hop.from) && clear(&hop.to) && !both_ends {
            return vec![Vec::new()];
        }
        self.payload(&hop.net, data)
    }
}

/// What a link carries of one data asset: how, if the link is one that the model describes.
struct Passing<'a> {
    data: &'a str,
    carried: Option<(&'a Link, &'a Carried)>,
    storage: Option<&'a Storage>,
}

impl Passing<'_> {
    /// The keys under which it travels.
    fn travels_under(&self) -> Vec<String> {
        let sealed = self.carried.and_then(|(_, carried)| carried.sealed());
        sealed.into_iter().flat_map(|sealed| sealed.under.iter()).map(|key| key.0.clone()).collect()
    }

    /// The keys that a stop does not open.
    fn closed_to(&self, lowering: &Lowering, stop: &str) -> Vec<String> {
        self.carried.map_or_else(Vec::new, |(link, carried)| lowering.closed_at(link, carried, self.data, stop))
    }
}

/// Data on a hop: on the wire, and live at both ends.
fn pass(lowering: &mut Lowering, hop: &Hop, passing: &Passing, origin: &Origin) {
    let data = passing.data;
    let content = passing.storage.map(|storage| Lowering::content(storage, data)).unwrap_or_default();
    let tls: Vec<String> = hop.tls.iter().cloned().collect();
    let keys = Lowering::content_keys(&content);
    let origins = [origin.clone(), Origin::Stated(hop.route.key("tls"))];
    for ends in lowering.payload_between(hop, data) {
        let layers = joined(&[&ends, &keys, &passing.travels_under(), &tls]);
        lowering.present(&hop.net, data, &layers, When::Live, &origins);
    }
    for end in [&hop.from, &hop.to] {
        let closed = Lowering::closed_to(&content, end, false);
        for ends in lowering.payload(end, data) {
            let layers = joined(&[&ends, &closed, &passing.closed_to(lowering, end)]);
            lowering.present(end, data, &layers, When::Live, std::slice::from_ref(origin));
        }
    }
}

/// What stands on the way of a web page delivers its code.
fn page(lowering: &mut Lowering, link: &Link, hops: &[Hop], wire: Wire) {
    let model = lowering.model;
    for (client, source) in [(&link.from, &link.to), (&link.to, &link.from)] {
        let Some(page) = model.clients.get(&client.0) else {
            continue;
        };
        let any = lowering.case(&Route::root("clients").key(client).key("code_from")) == Case::Worst;
        let ships = model.backend.contains_key(&source.0) && page.may_run_code_of(source, any);
        if page.kind != ClientKind::Web || !ships {
            continue;
        }
        for (at, via) in link.via.iter().enumerate() {
            let Some(hop) = hops.first() else { continue };
            let origin = Origin::Stated(hop.route.key("via").index(at));
            lowering.code(&client.0, &via.0, Mode::Load, &origin);
        }
        if !matches!(wire, Wire::Tls | Wire::Mutual) {
            for hop in hops {
                let origin = lowering.assume(Assumption::PageInClear, &client.0, &hop.route);
                lowering.code(&client.0, &hop.net, Mode::Load, &origin);
            }
        }
    }
}

/// A page has to reach its client; where no link says how, the ordinary case is assumed and said.
fn undescribed_pages(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, client) in model.clients.iter().filter(|(_, client)| client.kind == ClientKind::Web) {
        let described = |link: &Link| {
            let from = client.code_from.known().map_or(&[][..], |from| from.as_slice());
            let joins = |end: &str, other: &crate::model::Id| end == name.as_str() && from.contains(other);
            joins(&link.from.0, &link.to) || joins(&link.to.0, &link.from)
        };
        if !model.links.iter().any(described) {
            lowering.assume(Assumption::PageOverTls, name, &Route::root("clients").key(name));
        }
    }
}

/// A service reaches the storage it uses, even where no link says how.
fn assumed(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, storage) in model.storage.iter() {
        for (user, origin) in lowering.users_of(name, storage) {
            let joins = |link: &&Link| {
                let ends = (&link.from.0, &link.to.0);
                ends == (&user, name) || ends == (name, &user)
            };
            if model.links.iter().any(|link| joins(&link)) {
                continue;
            }
            let route = origin.route().clone();
            let about = format!("{user} → {name}");
            let origin = lowering.assume(Assumption::LinkAssumed, &about, &route);
            let wire = match lowering.unknown(Unknown::Tls, &about, &route) {
                Case::Worst => Wire::Clear,
                Case::Best => Wire::Tls,
            };
            let hop = lowering.hop(&user, name, wire, None, &route);
            for (data, _) in lowering.held(name, storage) {
                let passing = Passing { data: &data, carried: None, storage: Some(storage) };
                pass(lowering, &hop, &passing, &origin);
            }
        }
    }
}
