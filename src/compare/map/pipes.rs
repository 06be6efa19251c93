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
    /// No link says that it exists: a service reaches the storage that it uses.
    Assumed,
    /// Nothing.
    Open,
    /// No channel of the model: a copy of what is kept.
    Copy,
}

impl Channel {
    /// Whether it is protected: TLS that can be broken, or whose peer is not checked, protects from those who only listen.
    pub fn is_protected(self) -> bool {
        matches!(self, Self::Mutual | Self::Tls13 | Self::Tls12)
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
    /// What protects the channel, for each data asset that passes: the weakest of the links that carry it.
    pub channels: Vec<Option<Channel>>,
    /// How each data asset is inside it, in the order of the audit.
    pub data: Vec<Presence>,
    /// What protects each of the hops that it stands for.
    pub hops: Vec<Channel>,
}

impl Pipe {
    /// What protects it, for those of the data that satisfy something: the weakest.
    pub fn channel(&self, of: impl Fn(usize) -> bool) -> Option<Channel> {
        let each = self.channels.iter().enumerate().filter(|(at, _)| of(*at));
        each.filter_map(|(_, channel)| *channel).max()
    }

    /// Whether it is a copy, and no hop.
    pub fn is_copy(&self) -> bool {
        self.channels.contains(&Some(Channel::Copy))
    }
}

pub(super) fn pipes(ground: &Ground, places: &[Place]) -> Vec<Pipe> {
    let at = |name: &str| places.iter().position(|place| place.id == name);
    let mut pipes: Vec<Pipe> = Vec::new();
    for link in &ground.architecture.links {
        let stops: Vec<&str> = link.stops().map(|stop| stop.0.as_str()).collect();
        let carried = |data: &str| link.carries == Maybe::Unknown || link.data().any(|one| one.0 == data);
        for pair in stops.windows(2) {
            if let (Some(from), Some(to)) = (at(pair[0]), at(pair[1])) {
                let channel = Channel::of(link.tls);
                add(&mut pipes, (from, to), ground.hop((pair[0], pair[1]), channel, &carried));
            }
        }
    }
    for (_, fact) in ground.worst.facts.iter() {
        let (Fact::Clear { component, .. } | Fact::Sealed { component, .. }) = fact else { continue };
        let hop = ground.worst.facts.text(*component).strip_prefix("net:").and_then(|hop| hop.split_once("->"));
        let Some((from, to)) = hop else { continue };
        let (Some(one), Some(other)) = (at(from), at(to)) else { continue };
        if !pipes.iter().any(|pipe| pipe.ends == [one, other] || pipe.ends == [other, one]) {
            add(&mut pipes, (one, other), ground.hop((from, to), Channel::Assumed, &|_| true));
        }
    }
    copies(&mut pipes, ground, places);
    pipes
}

/// How each data asset passes, and what protects it.
type Passing = (Vec<Presence>, Vec<Option<Channel>>);

impl Ground<'_> {
    /// How what a link carries passes on one of its hops.
    fn hop(&self, (from, to): (&str, &str), channel: Channel, carried: &dyn Fn(&str) -> bool) -> Passing {
        let ends = self.presence(from, None).into_iter().zip(self.presence(to, None));
        let core = self.core(&format!("net:{from}->{to}")).into_iter().zip(ends);
        // TLS makes the fact a strong one; what is inside it is as weak as at the ends that have it so.
        let inside = |(core, (one, other)): (Presence, (Presence, Presence))| match core {
            Presence::Sealed if one == Presence::Weak || other == Presence::Weak => Presence::Weak,
            core => core,
        };
        let data: Vec<Presence> = core.map(inside).collect();
        let each = self.data.iter().zip(&data);
        let channels = each.map(|(name, one)| (one.is_there() && carried(name)).then_some(channel)).collect();
        (data, channels)
    }
}

/// What is copied, and where to: a backup, a replica, a staging copy, a device's backup.
fn copies(pipes: &mut Vec<Pipe>, ground: &Ground, places: &[Place]) {
    let architecture = ground.architecture;
    let backups = architecture.backups.iter().flat_map(|backups| backups.iter());
    let backups =
        backups.flat_map(|(name, backup)| backup.of.iter().map(move |of| (of.0.as_str(), name.as_str(), false)));
    let replicas = architecture.storage.iter();
    let replicas = replicas.filter_map(|(name, storage)| Some((storage.copies()?.0.as_str(), name.as_str(), false)));
    let devices = architecture.clients.iter().flat_map(|(name, client)| {
        let copies = client.backed_up_to.iter();
        copies.map(move |backup| (name.as_str(), backup.to().0.as_str(), !backup.under().is_empty()))
    });
    let at = |name: &str| places.iter().position(|place| place.id == name);
    for (from, to, sealed) in backups.chain(replicas).chain(devices) {
        let (Some(from), Some(to)) = (at(from), at(to)) else { continue };
        if from == to || pipes.iter().any(|pipe| pipe.ends == [from, to] || pipe.ends == [to, from]) {
            continue;
        }
        let source = places[from].data.iter().zip(&places[from].at_rest);
        let copied = |((passes, kept), copy): ((&Presence, &Presence), &Presence)| match copy {
            // Only what the one has is copied to the other.
            _ if !passes.is_there() && !kept.is_there() => Presence::Absent,
            copy if sealed && copy.is_there() => Presence::Sealed,
            copy => *copy,
        };
        let data: Vec<Presence> = source.zip(&places[to].at_rest).map(copied).collect();
        let channels = data.iter().map(|one| one.is_there().then_some(Channel::Copy)).collect();
        pipes.push(Pipe { ends: [from, to], channels, data, hops: vec![Channel::Copy] });
    }
}

fn add(pipes: &mut Vec<Pipe>, (from, to): (usize, usize), (data, channels): Passing) {
    if from == to {
        return;
    }
    let Some(known) = pipes.iter_mut().find(|pipe| pipe.ends == [from, to] || pipe.ends == [to, from]) else {
        let hops = channels.iter().flatten().max().copied().into_iter().collect();
        pipes.push(Pipe { ends: [from, to], channels, data, hops });
        return;
    };
    for (known, more) in known.data.iter_mut().zip(data) {
        *known = (*known).max(more);
    }
    for (known, more) in known.channels.iter_mut().zip(channels) {
        *known = (*known).max(more);
    }
    known.hops = known.channels.iter().flatten().max().copied().into_iter().collect();
}
