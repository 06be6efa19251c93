//! Random sets of facts with enough structure that every rule fires in many of them.
//!
//! A fact is drawn as a kind and a few numbers, which choose among the names and the constants when
//! the set is built; so a set can be built again under other names, or in another order.

use std::fmt;

use enclair::kernel::{Facts, FactsBuilder, plain};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::scribe::Scribe;

/// What a drawn fact states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Intended,
    Holds,
    Power,
    On,
    Mount,
    Code,
    AdminIf,
    Clear,
    Sealed,
    Gate,
    Roster,
    Pw,
    Staff,
    Owned,
    Subject,
}

/// How often each kind is drawn.
const KINDS: &[(u32, Kind)] = &[
    (2, Kind::Intended),
    (8, Kind::Holds),
    (8, Kind::Power),
    (5, Kind::On),
    (3, Kind::Mount),
    (6, Kind::Code),
    (2, Kind::AdminIf),
    (5, Kind::Clear),
    (8, Kind::Sealed),
    (7, Kind::Gate),
    (5, Kind::Roster),
    (4, Kind::Pw),
    (3, Kind::Staff),
    (2, Kind::Owned),
    (1, Kind::Subject),
];

/// The kinds that only ever add power or knowledge.
const POWERS: &[(u32, Kind)] = &[(1, Kind::Holds), (1, Kind::Power), (1, Kind::Staff), (1, Kind::Owned)];

/// How many data assets there are.
pub(super) const ASSETS: usize = 2;

/// A fact as drawn.
#[derive(Debug, Clone)]
pub struct Draw {
    pub(super) kind: Kind,
    pub(super) picks: [u8; 4],
    pub(super) list: Vec<u8>,
}

/// A random set of facts, still without names.
#[derive(Clone)]
pub struct Case {
    pub(super) actors: usize,
    pub(super) components: usize,
    pub(super) secrets: usize,
    draws: Vec<Draw>,
}

/// Which numbered name stands for what.
#[derive(Debug, Clone, Copy)]
pub enum Sort {
    /// An actor.
    Actor,
    /// A component.
    Component,
    /// A data asset.
    Asset,
    /// A secret.
    Secret,
}

impl Sort {
    /// The name of the thing of this number.
    pub fn label(self, number: usize) -> String {
        let letter = match self {
            Self::Actor => "actor",
            Self::Component => "comp",
            Self::Asset => "data",
            Self::Secret => "key",
        };
        format!("{letter}{number}")
    }
}

/// The strategy of random sets.
pub fn case() -> impl Strategy<Value = Case> {
    let size = (15_usize..=45, 15_usize..=45).prop_map(|(one, other)| one.max(other));
    (4_usize..=6, 5_usize..=8, 5_usize..=6, size).prop_flat_map(|(actors, components, secrets, size)| {
        let declarations = ASSETS + secrets;
        prop::collection::vec(draw(KINDS), size - declarations).prop_map(move |draws| Case {
            actors,
            components,
            secrets,
            draws,
        })
    })
}

/// A fact that only adds power or knowledge.
pub fn power() -> impl Strategy<Value = Draw> {
    draw(POWERS)
}

fn draw(kinds: &[(u32, Kind)]) -> impl Strategy<Value = Draw> + use<> {
    let kinds = kinds.iter().map(|(weight, kind)| (*weight, Just(*kind))).collect();
    let byte = || any::<u8>();
    let list = prop_oneof![
        1 => Just(Vec::new()),
        10 => prop::collection::vec(byte(), 1),
        6 => prop::collection::vec(byte(), 2),
        2 => prop::collection::vec(byte(), 3),
    ];
    let picks = prop::array::uniform4(byte());
    (prop::strategy::Union::new_weighted(kinds), picks, list).prop_map(|(kind, picks, list)| Draw { kind, picks, list })
}

/// A runner that draws the same sets every time.
pub fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// The same random values every time.
pub fn sample<T: fmt::Debug>(count: usize, strategy: &impl Strategy<Value = T>) -> Vec<T> {
    let mut runner = runner(1);
    let draw = |_| strategy.new_tree(&mut runner).expect("the strategy rejects nothing").current();
    (0..count).map(draw).collect()
}

/// The same random sets of facts every time.
pub fn fact_sets(count: usize) -> Vec<Facts> {
    sample(count, &case()).iter().map(Case::facts).collect()
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{}", plain(&self.facts()))
    }
}

impl Case {
    /// The set under plain names, in the order of the draw.
    pub fn facts(&self) -> Facts {
        let order: Vec<usize> = (0..self.draws.len()).collect();
        self.build(&Sort::label, &order)
    }

    /// The set under these names, its facts added in this order; numbers past the end do nothing.
    pub fn build(&self, label: &dyn Fn(Sort, usize) -> String, order: &[usize]) -> Facts {
        let mut scribe = Scribe::new(self, FactsBuilder::default(), label);
        for draw in order.iter().filter_map(|at| self.draws.get(*at)) {
            scribe.write(draw);
        }
        scribe.declare();
        scribe.finish()
    }

    /// The set under plain names with one more fact.
    pub fn with(&self, draw: &Draw) -> Facts {
        let builder = self.facts().to_builder(|_| true);
        let mut scribe = Scribe::new(self, builder, &Sort::label);
        scribe.write(draw);
        scribe.finish()
    }

    /// Where something is in clear or sealed: what gates are put on.
    pub(super) fn presences(&self) -> Vec<&Draw> {
        let present = |draw: &&Draw| matches!(draw.kind, Kind::Clear | Kind::Sealed);
        self.draws.iter().filter(present).collect()
    }

    /// The secrets that somebody holds: what gates ask for.
    pub(super) fn held(&self) -> Vec<u8> {
        let held = self.draws.iter().filter(|draw| draw.kind == Kind::Holds);
        held.map(|draw| draw.picks[1]).collect()
    }

    /// The keys that seal something: what passwords are derived into.
    pub(super) fn sealing(&self) -> Vec<u8> {
        let seals = self.draws.iter().filter(|draw| draw.kind == Kind::Sealed);
        seals.flat_map(|draw| draw.list.iter().copied()).collect()
    }
}
