//! The map of a system: where each data asset is in clear or encrypted, at each component and on each hop, who reads it
//! there without being meant to, and where keys are. What a drawing shows is here, and comes from the facts.

mod pipes;
mod places;
mod presence;

use crate::audit::{Audit, labels_of};
use crate::findings::reads_everywhere;
use crate::kernel::{Fact, Facts, Grade, Phase, Solution};
use crate::lower::{Case, Resolution, lower};
use crate::model::{Architecture, Model};
use crate::text::Both;
use crate::text::labels::Labels;
pub use pipes::{Channel, Pipe};
pub use places::{Lane, Perimeter, Place};
use presence::Whereabouts;
pub use presence::{HeldKey, Presence};

/// A system as it is drawn.
#[derive(Debug, Clone, Default)]
pub struct SystemMap {
    /// The components, in the order of the file; what others run on is told by perimeters.
    pub places: Vec<Place>,
    /// The hops that join two of them.
    pub pipes: Vec<Pipe>,
    /// Who runs what is hosted.
    pub perimeters: Vec<Perimeter>,
    /// Who reads what, where, without being meant to, by rights already granted.
    pub readings: Vec<Reading>,
    /// Who reads through others that work for them or that they own, and through whom, by position in the audit.
    pub through: Vec<(usize, Vec<usize>)>,
}

/// Somebody who reads a data asset at a place without being meant to, by rights already granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The actor, by its position in the audit.
    pub actor: usize,
    /// The data asset, by its position in the audit.
    pub data: usize,
    /// Where.
    pub at: Spot,
}

/// A place or a hop of the map, by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// A component.
    Place(usize),
    /// A hop.
    Pipe(usize),
}

/// The facts of an architecture, unknowns at worst and at best.
struct Ground<'a> {
    architecture: &'a Architecture,
    data: Vec<&'a str>,
    worst: Whereabouts<'a>,
    best: Whereabouts<'a>,
    labels: &'a Labels,
}

impl SystemMap {
    /// The map of a model as it is declared, with who reads where.
    pub fn new(model: &Model, audit: &Audit) -> Self {
        let architecture = &model.architecture;
        let mut map = Self::of(model, audit, architecture);
        let facts = lower(architecture, &Resolution::all(Case::Worst)).facts;
        // What somebody reads by themselves: nobody's staff, nobody's owner.
        let alone = facts.to_builder(|fact| !matches!(fact, Fact::Staff { .. } | Fact::Owned { .. })).finish();
        let all = map.read(audit, architecture, &facts);
        let own = map.read(audit, architecture, &alone);
        map.share_out(&facts, audit, &all, &own);
        map
    }

    /// Who reads what, where, by rights already granted, as some facts say.
    fn read(&self, audit: &Audit, architecture: &Architecture, facts: &Facts) -> Vec<Reading> {
        let solution = Solution::solve(facts, Phase::Next);
        let mut found: Vec<Reading> = Vec::new();
        for read in reads_everywhere(architecture, facts, &solution) {
            let actor = audit.actors.iter().position(|actor| actor.id == read.actor);
            let data = audit.data.iter().position(|data| data.id == read.data);
            let (Some(actor), Some(data), Some(at)) = (actor, data, self.spot(&read.at)) else { continue };
            let reading = Reading { actor, data, at };
            if read.grade <= Grade::Privilege && !found.contains(&reading) {
                found.push(reading);
            }
        }
        found.sort_by_key(|reading| (reading.actor, reading.data, reading.at));
        found
    }

    /// Leaves what somebody reads only through those who work for them, or whom they own, to these. Where it takes several of
    /// them together, or none reads it alone, it stays with whoever has them all.
    fn share_out(&mut self, facts: &Facts, audit: &Audit, all: &[Reading], own: &[Reading]) {
        let at = |text: &str| audit.actors.iter().position(|actor| actor.id == text);
        let below = |actor: usize| -> Vec<usize> {
            let name = facts.names().get(&audit.actors[actor].id);
            let names = facts.with_those_below(&name.into_iter().collect::<Vec<_>>());
            names.into_iter().filter_map(|one| at(facts.text(one))).filter(|other| *other != actor).collect()
        };
        let mut readings = own.to_vec();
        for one in all.iter().filter(|one| !own.contains(one)) {
            let theirs = below(one.actor);
            let same = |other: &&Reading| theirs.contains(&other.actor) && (other.data, other.at) == (one.data, one.at);
            let through: Vec<usize> = own.iter().filter(same).map(|other| other.actor).collect();
            if through.is_empty() {
                readings.push(*one);
                continue;
            }
            match self.through.iter_mut().find(|(actor, _)| *actor == one.actor) {
                Some((_, known)) => known.extend(through),
                None => self.through.push((one.actor, through)),
            }
        }
        for (_, through) in &mut self.through {
            through.sort_unstable();
            through.dedup();
        }
        readings.sort_by_key(|reading| (reading.actor, reading.data, reading.at));
        self.readings = readings;
    }

    /// The map of an architecture made from a model, without its readers.
    pub(super) fn of(model: &Model, audit: &Audit, architecture: &Architecture) -> Self {
        let labels = labels_of(model);
        let [worst, best] = [Case::Worst, Case::Best].map(|case| lower(architecture, &Resolution::all(case)).facts);
        let ground = Ground {
            architecture,
            data: audit.data.iter().map(|data| data.id.as_str()).collect(),
            worst: Whereabouts::new(&worst),
            best: Whereabouts::new(&best),
            labels: &labels,
        };
        let (places, perimeters) = places::places(&ground, model);
        let pipes = pipes::pipes(&ground, &places);
        Self { places, pipes, perimeters, readings: Vec::new(), through: Vec::new() }
    }

    /// Where a component of the facts is on the map: its own place, or that of what it is a part of.
    fn spot(&self, component: &str) -> Option<Spot> {
        if let Some(hop) = component.strip_prefix("net:") {
            let (from, to) = hop.split_once("->")?;
            let ends = [self.place(from)?, self.place(to)?];
            let joins = |pipe: &Pipe| pipe.ends == ends || pipe.ends == [ends[1], ends[0]];
            return self.pipes.iter().position(joins).map(Spot::Pipe);
        }
        self.place(component.split('/').next()?).map(Spot::Place)
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.places.iter().position(|place| place.id == id)
    }
}

impl Ground<'_> {
    fn label(&self, name: &str) -> Both {
        self.labels.both(name)
    }
}
