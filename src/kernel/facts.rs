//! A set of base facts, sorted and without repetition, each remembering where it came from.

use std::collections::{BTreeSet, HashMap};

use super::fact::Fact;
use super::name::{Name, Names};
use super::notation;

/// Where a fact came from: an index into a table of the caller's own. The kernel never reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source(pub u32);

/// The position of a fact in its sorted set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub u32);

/// Base facts being collected.
#[derive(Debug, Clone, Default)]
pub struct FactsBuilder {
    names: Names,
    actors: BTreeSet<Name>,
    facts: Vec<(Fact, Vec<Source>)>,
    index: HashMap<Fact, usize>,
}

impl FactsBuilder {
    /// Interns a name.
    pub fn name(&mut self, text: &str) -> Name {
        self.names.intern(text)
    }

    /// Declares an actor, so that it is answered for even without a fact of its own.
    pub fn actor(&mut self, text: &str) -> Name {
        let name = self.names.intern(text);
        self.actors.insert(name);
        name
    }

    /// Adds a fact; a fact stated twice keeps both sources.
    ///
    /// Lists are sets: they are kept sorted and without repetition. A base fact has no evident
    /// grade, only what derives from it may: `Evident` is taken as the easier tampering.
    pub fn add(&mut self, fact: Fact, sources: &[Source]) {
        let fact = self.canonical(fact);
        self.note_actors(&fact);
        if let Some(&at) = self.index.get(&fact) {
            let known = &mut self.facts[at].1;
            for source in sources {
                if !known.contains(source) {
                    known.push(*source);
                }
            }
            return;
        }
        self.index.insert(fact.clone(), self.facts.len());
        self.facts.push((fact, sources.to_vec()));
    }

    /// The facts so far, with their sources.
    pub fn facts(&self) -> &[(Fact, Vec<Source>)] {
        &self.facts
    }

    fn canonical(&self, mut fact: Fact) -> Fact {
        match &mut fact {
            Fact::AdminIf { factors: list, .. }
            | Fact::Gate { factors: list, .. }
            | Fact::Sealed { keys: list, .. } => {
                list.sort_by(|left, right| self.names.text(*left).cmp(self.names.text(*right)));
                list.dedup();
            }
            Fact::Holds { grade, .. } | Fact::Power { grade, .. } => *grade = grade.public(),
            _ => {}
        }
        fact
    }

    fn note_actors(&mut self, fact: &Fact) {
        match *fact {
            Fact::Intended { actor, .. } | Fact::Holds { actor, .. } | Fact::Power { actor, .. } => {
                self.actors.insert(actor);
            }
            Fact::Staff { actor, organisation } => {
                self.actors.extend([actor, organisation]);
            }
            Fact::Owned { organisation, owner } => {
                self.actors.extend([organisation, owner]);
            }
            Fact::Subject { organisation, .. } => {
                self.actors.insert(organisation);
            }
            _ => {}
        }
    }

    /// The finished set, sorted by the bytes of its notation.
    pub fn finish(self) -> Facts {
        let Self { names, actors, facts, .. } = self;
        let mut rows: Vec<(String, Fact, Vec<Source>)> =
            facts.into_iter().map(|(fact, sources)| (notation::line(&fact, &names), fact, sources)).collect();
        rows.sort_by(|left, right| left.0.cmp(&right.0));
        let mut actors: Vec<Name> = actors.into_iter().collect();
        actors.sort_by(|left, right| names.text(*left).cmp(names.text(*right)));
        let (sorted, sources) = rows.into_iter().map(|(_, fact, sources)| (fact, sources)).unzip();
        Facts { names, actors, sorted, sources }
    }
}

/// A finished set of base facts.
#[derive(Debug, Clone)]
pub struct Facts {
    names: Names,
    actors: Vec<Name>,
    sorted: Vec<Fact>,
    sources: Vec<Vec<Source>>,
}

impl Facts {
    /// The table of names.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The text of a name.
    pub fn text(&self, name: Name) -> &str {
        self.names.text(name)
    }

    /// Every actor, in the order of their names.
    pub fn actors(&self) -> &[Name] {
        &self.actors
    }

    /// Every data asset, in the order of their names.
    pub fn assets(&self) -> impl Iterator<Item = Name> + '_ {
        self.sorted.iter().filter_map(|fact| match fact {
            Fact::Asset { asset } => Some(*asset),
            _ => None,
        })
    }

    /// Every fact, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, &Fact)> {
        self.sorted
            .iter()
            .enumerate()
            .map(|(at, fact)| (FactId(u32::try_from(at).expect("internal error: too many facts")), fact))
    }

    /// How many facts there are.
    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// A fact by its position; `None` when the position is not of this set.
    pub fn get(&self, id: FactId) -> Option<&Fact> {
        self.sorted.get(id.0 as usize)
    }

    /// The sources of a fact.
    pub fn sources(&self, id: FactId) -> &[Source] {
        self.sources.get(id.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether the set holds this very fact.
    pub fn contains(&self, fact: &Fact) -> bool {
        self.sorted.iter().any(|known| known == fact)
    }

    /// Whether the item is a data asset.
    pub fn is_asset(&self, item: Name) -> bool {
        self.contains(&Fact::Asset { asset: item })
    }

    /// The set as a builder again, to add facts or take some away.
    pub fn to_builder(&self, keep: impl Fn(&Fact) -> bool) -> FactsBuilder {
        let mut builder = FactsBuilder {
            names: self.names.clone(),
            actors: self.actors.iter().copied().collect(),
            ..FactsBuilder::default()
        };
        for (fact, sources) in self.sorted.iter().zip(&self.sources) {
            if keep(fact) {
                builder.add(fact.clone(), sources);
            }
        }
        builder
    }

    /// The set as a builder again, with these actors and those whose powers and knowledge come to
    /// them by R1. Nobody else bears on what they can do, which is the same in the smaller set.
    pub fn restricted_to(&self, actors: &[Name]) -> FactsBuilder {
        let kept = self.with_those_below(actors);
        let mut builder = self.to_builder(|fact| match fact {
            Fact::Intended { actor, .. } | Fact::Holds { actor, .. } | Fact::Power { actor, .. } => {
                kept.contains(actor)
            }
            Fact::Staff { actor: below, organisation: above } | Fact::Owned { organisation: below, owner: above } => {
                kept.contains(below) && kept.contains(above)
            }
            Fact::Subject { .. } => false,
            _ => true,
        });
        builder.actors = kept;
        builder
    }

    /// These actors, those who work for them or are controlled by them, and so on.
    pub fn with_those_below(&self, actors: &[Name]) -> BTreeSet<Name> {
        self.closure(actors, |below, above| (above, below))
    }

    /// These organisations, those that control them, and so on; of people, whom they work for.
    pub fn with_those_above(&self, actors: &[Name]) -> BTreeSet<Name> {
        self.closure(actors, |below, above| (below, above))
    }

    fn closure(&self, actors: &[Name], step: impl Fn(Name, Name) -> (Name, Name)) -> BTreeSet<Name> {
        let mut found: BTreeSet<Name> = actors.iter().copied().collect();
        loop {
            let before = found.len();
            for fact in &self.sorted {
                let (Fact::Staff { actor: below, organisation: above }
                | Fact::Owned { organisation: below, owner: above }) = *fact
                else {
                    continue;
                };
                let (from, to) = step(below, above);
                if found.contains(&from) {
                    found.insert(to);
                }
            }
            if found.len() == before {
                return found;
            }
        }
    }

    /// A fact in the notation of the method, with its final period. Its names are those of this set.
    pub fn line(&self, fact: &Fact) -> String {
        notation::line(fact, &self.names)
    }

    /// The names in a list argument of this fact, if it has one.
    pub fn list_of(fact: &Fact) -> Option<&[Name]> {
        match fact {
            Fact::AdminIf { factors, .. } | Fact::Gate { factors, .. } => Some(factors),
            Fact::Sealed { keys, .. } => Some(keys),
            _ => None,
        }
    }
}
