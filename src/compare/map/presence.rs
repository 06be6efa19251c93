//! Whether a data asset is in clear at a component or on a hop, from the facts alone.

use std::collections::HashMap;

use super::Ground;
use crate::kernel::{Fact, Facts, Name, Strength, When};
use crate::text::Both;

/// How a data asset is somewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// It is not there.
    #[default]
    Absent,
    /// Encrypted, and nothing else.
    Sealed,
    /// Encrypted by what can be broken, and nothing else.
    Weak,
    /// In clear if what is not known is at its worst, and not at its best.
    Unknown,
    /// In clear.
    Plain,
}

impl Presence {
    /// Whether it is in clear, unknowns at worst.
    pub fn is_clear(self) -> bool {
        matches!(self, Self::Plain | Self::Unknown)
    }

    /// Whether it is there at all.
    pub fn is_there(self) -> bool {
        self != Self::Absent
    }

    fn joined(worst: Self, best: Self) -> Self {
        if worst == Self::Plain && best != Self::Plain { Self::Unknown } else { worst }
    }
}

/// A key that is somewhere, and the data that it encrypts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldKey {
    /// Its name in the facts.
    pub id: String,
    /// Its label.
    pub label: Both,
    /// What it encrypts, somewhere, by position in the audit.
    pub data: Vec<usize>,
    /// Whether it is there at best too: else that is not known.
    pub sure: bool,
}

impl Ground<'_> {
    /// How each data asset is at a component: when it passes, or at any time.
    pub(super) fn presence(&self, component: &str, when: Option<When>) -> Vec<Presence> {
        self.each(|facts, data| facts.presence(component, data, when, &|_| true))
    }

    /// How each data asset is on a hop, its channel being opened: what the channel itself protects is another matter.
    pub(super) fn core(&self, net: &str) -> Vec<Presence> {
        self.each(|facts, data| facts.presence(net, data, None, &|key| !key.starts_with("tls:")))
    }

    fn each(&self, at: impl Fn(&Whereabouts, &str) -> Presence) -> Vec<Presence> {
        let both = |data: &&str| Presence::joined(at(&self.worst, data), at(&self.best, data));
        self.data.iter().map(both).collect()
    }

    /// The keys that are at a component and encrypt data somewhere.
    pub(super) fn keys_at(&self, component: &str) -> Vec<HeldKey> {
        let facts = self.worst.facts;
        let at = |at: &Whereabouts, key: &str| at.presence(component, key, None, &|_| true) == Presence::Plain;
        let mut found: Vec<HeldKey> = Vec::new();
        for (_, fact) in facts.iter() {
            let Fact::Sealed { item, keys, .. } = fact else { continue };
            let Some(data) = self.data.iter().position(|data| *data == facts.text(*item)) else { continue };
            for id in keys.iter().map(|key| facts.text(*key)).filter(|key| self.is_named(key)) {
                match found.iter_mut().find(|known| known.id == id) {
                    Some(known) if known.data.contains(&data) => {}
                    Some(known) => known.data.push(data),
                    None if !at(&self.worst, id) => {}
                    None => found.push(HeldKey {
                        id: id.to_owned(),
                        label: self.label(id),
                        data: vec![data],
                        sure: at(&self.best, id),
                    }),
                }
            }
        }
        for key in &mut found {
            key.data.sort_unstable();
        }
        found
    }

    /// Whether it is a key of the model, or of its end-to-end encryption: not one of a channel, nor of a session.
    fn is_named(&self, key: &str) -> bool {
        self.architecture.keys.contains_key(key) || key.starts_with("e2e:")
    }
}

/// The facts that say where items are, by component and item.
pub(super) struct Whereabouts<'f> {
    pub(super) facts: &'f Facts,
    at: HashMap<(Name, Name), Vec<&'f Fact>>,
}

impl<'f> Whereabouts<'f> {
    pub(super) fn new(facts: &'f Facts) -> Self {
        let mut at: HashMap<(Name, Name), Vec<&Fact>> = HashMap::new();
        for (_, fact) in facts.iter() {
            if let Fact::Clear { component, item, .. } | Fact::Sealed { component, item, .. } = fact {
                at.entry((*component, *item)).or_default().push(fact);
            }
        }
        Self { facts, at }
    }

    /// How an item is at a component; keys that do not count are taken as known.
    fn presence(&self, component: &str, item: &str, when: Option<When>, counts: &dyn Fn(&str) -> bool) -> Presence {
        let names = self.facts.names();
        let (Some(component), Some(item)) = (names.get(component), names.get(item)) else { return Presence::Absent };
        let of = |fact: &&Fact| match fact {
            Fact::Clear { when: then, .. } if when.is_none_or(|when| when == *then) => Presence::Plain,
            Fact::Sealed { keys, when: then, strength, .. } if when.is_none_or(|when| when == *then) => {
                let sealed = keys.iter().any(|key| counts(self.facts.text(*key)));
                match (sealed, strength) {
                    (false, _) => Presence::Plain,
                    (true, Strength::Weak) => Presence::Weak,
                    (true, Strength::Strong) => Presence::Sealed,
                }
            }
            _ => Presence::Absent,
        };
        self.at.get(&(component, item)).and_then(|facts| facts.iter().map(of).max()).unwrap_or_default()
    }
}
