//! The hops of a map: what protects the channel, and how data is inside it.

use super::Ground;
use super::places::Place;
use super::presence::Presence;
use crate::kernel::Fact;
use crate::model::{Maybe, Tls};

/// What protects a channel, weakest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// TLS with certificates on both sides.
    Mutual,
    /// TLS 1.3.
    Tls13,
    /// TLS 1.2.
    Tls12,
    /// TLS that can be broken.
    Old,
    /// TLS whose peer is not checked.
    Unverified,
    /// Not known.
    Unknown,
    /// Nothing.
    Open,
    /// No channel of the model: a copy of what is kept.
    Copy,
}

impl Channel {
    /// Whether it is protected.
    pub fn is_protected(self) -> bool {
        !matches!(self, Self::Open | Self::Unknown | Self::Copy)
    }

    fn of(tls: Maybe<Tls>) -> Self {
        match tls {
            Maybe::Unknown => Self::Unknown,
            Maybe::Is(Tls::Mutual) => Self::Mutual,
            Maybe::Is(Tls::V13) => Self::Tls13,
            Maybe::Is(Tls::V12) => Self::Tls12,
            Maybe::Is(Tls::Old) => Self::Old,
            Maybe::Is(Tls::Unverified) => Self::Unverified,
            Maybe::Is(Tls::None) => Self::Open,
        }
    }
}

/// A hop between two places, both ways; several links between the same two share it, and the weakest counts.
#[derive(Debug, Clone)]
pub struct Pipe {
    /// Its ends, by position.
    pub ends: [usize; 2],
    /// What protects the channel.
    pub channel: Channel,
    /// Whether no link says that it exists: a service reaches the storage that it uses.
    pub assumed: bool,
    /// How each data asset is inside it, in the order of the audit.
    pub data: Vec<Presence>,
    /// How many hops it stands for, and how many of them have the weakest channel.
    pub hops: (usize, usize),
}

pub(super) fn pipes(ground: &Ground, places: &[Place]) -> Vec<Pipe> {
    let at = |name: &str| places.iter().position(|place| place.id == name);
    let mut pipes: Vec<Pipe> = Vec::new();
    for link in &ground.architecture.links {
        let stops: Vec<&str> = link.stops().map(|stop| stop.0.as_str()).collect();
        for pair in stops.windows(2) {
            if let (Some(from), Some(to)) = (at(pair[0]), at(pair[1])) {
                add(&mut pipes, ground, (from, to), (pair[0], pair[1]), Channel::of(link.tls), false);
            }
        }
    }
    for (_, fact) in ground.worst.facts.iter() {
        let (Fact::Clear { component, .. } | Fact::Sealed { component, .. }) = fact else { continue };
        let hop = ground.worst.facts.text(*component).strip_prefix("net:").and_then(|hop| hop.split_once("->"));
        let Some((from, to)) = hop else { continue };
        let (Some(one), Some(other)) = (at(from), at(to)) else { continue };
        if !pipes.iter().any(|pipe| pipe.ends == [one, other] || pipe.ends == [other, one]) {
            add(&mut pipes, ground, (one, other), (from, to), Channel::Unknown, true);
        }
    }
    copies(&mut pipes, ground, places);
    pipes
}

/// What is copied, and where to: a backup, a replica, a staging copy, a device's backup.
fn copies(pipes: &mut Vec<Pipe>, ground: &Ground, places: &[Place]) {
    let architecture = ground.architecture;
    let backups = architecture.backups.iter().flat_map(|backups| backups.iter());
    let backups = backups.flat_map(|(name, backup)| backup.of.iter().map(move |of| (of.0.as_str(), name.as_str())));
    let replicas =
        architecture.storage.iter().filter_map(|(name, storage)| Some((storage.copies()?.0.as_str(), name.as_str())));
    let devices = architecture.clients.iter().flat_map(|(name, client)| {
        client.backed_up_to.iter().map(move |backup| (name.as_str(), backup.to().0.as_str()))
    });
    let at = |name: &str| places.iter().position(|place| place.id == name);
    for (from, to) in backups.chain(replicas).chain(devices) {
        let (Some(from), Some(to)) = (at(from), at(to)) else { continue };
        if from == to || pipes.iter().any(|pipe| pipe.ends == [from, to] || pipe.ends == [to, from]) {
            continue;
        }
        let data = places[to].at_rest.clone();
        pipes.push(Pipe { ends: [from, to], channel: Channel::Copy, assumed: false, data, hops: (1, 1) });
    }
}

fn add(
    pipes: &mut Vec<Pipe>,
    ground: &Ground,
    (from, to): (usize, usize),
    names: (&str, &str),
    channel: Channel,
    assumed: bool,
) {
    if from == to {
        return;
    }
    let data = ground.core(&format!("net:{}->{}", names.0, names.1));
    match pipes.iter_mut().find(|pipe| pipe.ends == [from, to] || pipe.ends == [to, from]) {
        Some(known) => {
            known.channel = known.channel.max(channel);
            for (known, more) in known.data.iter_mut().zip(data) {
                *known = (*known).max(more);
            }
        }
        None => pipes.push(Pipe { ends: [from, to], channel, assumed, data, hops: (1, 1) }),
    }
}
