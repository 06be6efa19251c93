//! What an actor lacks to read a data asset: the smallest sets of facts that would let it.
//!
//! A set is offered from where the data is: access to a place, and the keys that are missing there.
//! It is kept only if solving again shows that it is enough, and that no part of it is.

use std::collections::{BTreeSet, HashMap};

use crate::kernel::{Atom, Auth, Derivation, Fact, Facts, FactsBuilder, Grade, Name, Phase, Power, Solution, When};

/// The most sets that are tried, and the most that one place of the data gives. Beyond, the answer
/// says that it is cut short.
const MOST: usize = 400;
const MOST_OF_PLACE: usize = 64;

/// Which of the two answers of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// Everything stored today.
    Past,
    /// What passes from now on.
    New,
}

impl Slot {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Past, Self::New];

    /// What is to be derived.
    pub const fn atom(self, actor: Name, asset: Name) -> Atom {
        match self {
            Self::Past => Atom::Past(actor, asset),
            Self::New => Atom::New(actor, asset),
        }
    }
}

/// One thing that an actor may lack. Of one component, a stronger power comes after a weaker one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// Knowledge of a secret.
    Knows(Name),
    /// A power on a component.
    Can(Name, Power),
}

impl Need {
    /// The fact that would give it to the actor, by privilege.
    pub const fn fact(self, actor: Name) -> Fact {
        let grade = Grade::Privilege;
        match self {
            Self::Knows(secret) => Fact::Holds { actor, secret, grade },
            Self::Can(component, power) => Fact::Power { actor, component, power, grade },
        }
    }

    const fn atom(self, actor: Name) -> Atom {
        match self {
            Self::Knows(secret) => Atom::Knows(actor, secret),
            Self::Can(component, power) => Atom::Can(actor, component, power),
        }
    }

    /// Whether having the other one is having this one too.
    fn is_within(self, other: Self) -> bool {
        match (self, other) {
            (Self::Can(component, power), Self::Can(same, stronger)) => component == same && power <= stronger,
            _ => self == other,
        }
    }
}

/// What is missing, nearest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Each set is enough, and none of its parts is.
    pub sets: Vec<Vec<Need>>,
    /// Whether more sets could be tried than are.
    pub truncated: bool,
    /// Whether the data is anywhere at all, as this slot reads it.
    pub present: bool,
}

/// A place of the data: what must be known there, and what gives access to it.
struct Presence<'f> {
    component: Name,
    keys: &'f [Name],
    power: Power,
}

/// The search for one actor, data asset and slot.
pub struct Search<'f> {
    facts: &'f Facts,
    own: FactsBuilder,
    base: Solution,
    actor: Name,
    asset: Name,
    slot: Slot,
    limit: Grade,
    tried: HashMap<Vec<Need>, bool>,
}

impl<'f> Search<'f> {
    /// A search for what brings a slot to a grade, or to an easier one.
    pub fn new(facts: &'f Facts, (actor, asset): (Name, Name), slot: Slot, limit: Grade) -> Self {
        let own = facts.restricted_to(&[actor]);
        let base = Solution::solve(&own.clone().finish(), Phase::Next);
        Self { facts, own, base, actor, asset, slot, limit, tried: HashMap::new() }
    }

    /// The sets found, by size, then by how near they are: the sum of the ranks of what they need.
    pub fn run(&mut self, rank: impl Fn(Need) -> usize) -> Missing {
        let (candidates, truncated) = self.candidates();
        let named = self.slot == Slot::New && self.sources(self.asset).next().is_some();
        let present = named || !self.presences().is_empty();
        let mut found: Vec<Vec<Need>> = Vec::new();
        for candidate in candidates {
            if !found.iter().any(|known| dominates(known, &candidate)) && self.is_enough(&candidate) {
                let least = self.least(candidate);
                if !least.is_empty() && !found.iter().any(|known| dominates(known, &least)) {
                    found.retain(|known| !dominates(&least, known));
                    found.push(least);
                }
            }
        }
        let text = |need: &Need| self.facts.line(&need.fact(self.actor));
        found.sort_by_cached_key(|set| {
            let ranks: usize = set.iter().map(|need| rank(*need)).sum();
            (set.len(), ranks, set.iter().map(text).collect::<Vec<_>>())
        });
        Missing { sets: found, truncated, present }
    }

    /// Whether the actor has it already, at the grade asked for or easier.
    pub fn has(&self, need: Need) -> bool {
        self.base.grade(need.atom(self.actor)) <= self.limit
    }

    /// The facts with a set added, of this actor and those below only, and what follows from them.
    pub fn with(&self, set: &[Need]) -> (Facts, Derivation) {
        let facts = self.extended(set);
        let derivation = Derivation::solve(&facts);
        (facts, derivation)
    }

    fn extended(&self, set: &[Need]) -> Facts {
        let mut builder = self.own.clone();
        for need in set {
            builder.add(need.fact(self.actor), &[]);
        }
        builder.finish()
    }

    /// Solves again with a set added.
    fn is_enough(&mut self, set: &[Need]) -> bool {
        if let Some(known) = self.tried.get(set) {
            return *known;
        }
        let solution = Solution::solve(&self.extended(set), Phase::Next);
        let enough = solution.grade(self.slot.atom(self.actor, self.asset)) <= self.limit;
        self.tried.insert(set.to_vec(), enough);
        enough
    }

    /// A part that is enough and of which no part is. More facts never read less, so that one pass
    /// does it.
    fn least(&mut self, set: Vec<Need>) -> Vec<Need> {
        let mut least = set.clone();
        for need in set.into_iter().rev() {
            let without: Vec<Need> = least.iter().copied().filter(|one| *one != need).collect();
            if self.is_enough(&without) {
                least = without;
            }
        }
        least
    }

    /// The sets worth trying, the smallest first, and whether some are left out.
    fn candidates(&self) -> (Vec<Vec<Need>>, bool) {
        let mut sets: BTreeSet<(usize, Vec<Need>)> = BTreeSet::new();
        let mut truncated = false;
        let mut offer = |needs: Vec<Need>| {
            let lacking: BTreeSet<Need> = needs.into_iter().filter(|need| !self.has(*need)).collect();
            if !lacking.is_empty() {
                sets.insert((lacking.len(), lacking.into_iter().collect()));
            }
        };
        for need in self.mentioned() {
            offer(vec![need]);
        }
        for presence in self.presences() {
            let accesses = self.accesses(&presence);
            let (keys, cut) = self.alternatives(presence.keys);
            truncated |= cut;
            for access in accesses {
                for keys in &keys {
                    offer(access.iter().chain(keys).copied().collect());
                }
            }
        }
        truncated |= sets.len() > MOST;
        (sets.into_iter().take(MOST).map(|(_, set)| set).collect(), truncated)
    }

    /// Where the data is, as this slot reads it.
    fn presences(&self) -> Vec<Presence<'f>> {
        let presence = |fact: &'f Fact| {
            let (component, item, keys, when) = match fact {
                Fact::Clear { component, item, when } => (*component, *item, &[][..], *when),
                Fact::Sealed { component, item, keys, when, .. } => (*component, *item, keys.as_slice(), *when),
                _ => return None,
            };
            let power = if when == When::Stored { Power::Store } else { Power::Run };
            let read = item == self.asset && (when == When::Stored || self.slot == Slot::New);
            read.then_some(Presence { component, keys, power })
        };
        self.facts.iter().filter_map(|(_, fact)| presence(fact)).collect()
    }

    /// The ways to lay hands on what is at a place: a power, or what a gate asks for.
    fn accesses(&self, presence: &Presence) -> Vec<Vec<Need>> {
        let powers = Power::ALL.iter().filter(|power| **power >= presence.power);
        let mut all: Vec<Vec<Need>> = powers.map(|power| vec![Need::Can(presence.component, *power)]).collect();
        for (_, fact) in self.facts.iter() {
            match fact {
                Fact::Gate { component, item, factors, .. }
                    if (*component, *item) == (presence.component, self.asset) =>
                {
                    all.push(factors.iter().map(|factor| Need::Knows(*factor)).collect());
                }
                _ => {}
            }
        }
        all
    }

    /// The ways to come to all of some keys: each known, or its password, or named by its roster.
    fn alternatives(&self, keys: &[Name]) -> (Vec<Vec<Need>>, bool) {
        let mut all: Vec<Vec<Need>> = vec![Vec::new()];
        for key in keys.iter().filter(|key| !self.has(Need::Knows(**key))) {
            let ways: Vec<Need> = self.ways(*key).collect();
            all = ways.iter().flat_map(|way| all.iter().map(|set| [set.as_slice(), &[*way]].concat())).collect();
            if all.len() > MOST_OF_PLACE {
                all.truncate(MOST_OF_PLACE);
                // Each set must still have all the keys.
                let known: Vec<Need> = keys.iter().map(|key| Need::Knows(*key)).collect();
                return (vec![known], true);
            }
        }
        (all, false)
    }

    fn ways(&self, key: Name) -> impl Iterator<Item = Need> {
        let derived = self.facts.iter().filter_map(move |(_, fact)| match fact {
            Fact::Pw { key: of, password, .. } if *of == key => Some(Need::Knows(*password)),
            _ => None,
        });
        std::iter::once(Need::Knows(key)).chain(derived).chain(self.sources(key))
    }

    /// The sources that could name another recipient of an item.
    fn sources(&self, item: Name) -> impl Iterator<Item = Need> {
        self.facts.iter().filter_map(move |(_, fact)| match fact {
            Fact::Roster { item: of, source, auth, .. } if *of == item && *auth != Auth::Verified => {
                Some(Need::Can(*source, Power::Change))
            }
            _ => None,
        })
    }

    /// Every single thing on what is named with the data: its places, keys, factors and rosters.
    fn mentioned(&self) -> Vec<Need> {
        let mut needs: Vec<Need> = Vec::new();
        for (_, fact) in self.facts.iter() {
            let (components, secrets): (Vec<Name>, &[Name]) = match fact {
                Fact::Clear { component, item, .. } if *item == self.asset => (vec![*component], &[]),
                Fact::Sealed { component, item, keys: secrets, .. }
                | Fact::Gate { component, item, factors: secrets, .. }
                    if *item == self.asset =>
                {
                    (vec![*component], secrets)
                }
                Fact::Roster { end, item, source, .. } if *item == self.asset => (vec![*end, *source], &[]),
                _ => continue,
            };
            needs.extend(secrets.iter().map(|secret| Need::Knows(*secret)));
            let powers = |component: Name| Power::ALL.iter().map(move |power| Need::Can(component, *power));
            needs.extend(components.into_iter().flat_map(powers));
        }
        needs
    }
}

/// Whether having all of the second is having all of the first.
fn dominates(first: &[Need], second: &[Need]) -> bool {
    first.iter().all(|need| second.iter().any(|other| need.is_within(*other)))
}
