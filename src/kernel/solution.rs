//! What is derived: atoms, their grades, and the answer for each actor and data asset.

use std::collections::HashMap;

use super::clause::{CLAUSES, Clause, Rule};
use super::engine::Engine;
use super::fact::Power;
use super::facts::{FactId, Facts};
use super::grade::Grade;
use super::name::Name;

/// A derived atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Atom {
    /// The actor has the power on the component.
    Can(Name, Name, Power),
    /// The actor knows the secret.
    Knows(Name, Name),
    /// The actor reads everything stored of the asset.
    Past(Name, Name),
    /// The actor reads what passes of the asset from now on.
    New(Name, Name),
}

impl Atom {
    /// The actor it speaks of.
    pub const fn actor(self) -> Name {
        match self {
            Self::Can(actor, ..) | Self::Knows(actor, _) | Self::Past(actor, _) | Self::New(actor, _) => actor,
        }
    }
}

/// Whether secrets that are learnt at their next use count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Only what can be had today.
    Now,
    /// Also what is learnt when a secret is next used.
    Next,
}

/// One instance of a clause whose premises all hold.
#[derive(Debug, Clone)]
pub(super) struct Instance {
    pub(super) clause: usize,
    pub(super) rule: Rule,
    pub(super) head: u32,
    pub(super) facts: Vec<FactId>,
    /// Premises that must hold, and whether they must hold by design.
    pub(super) premises: Vec<(u32, bool)>,
    pub(super) floor: Grade,
    pub(super) grade: Grade,
}

/// A last step that leads to an atom.
#[derive(Debug, Clone, Copy)]
pub struct Way<'s> {
    /// What it gives.
    pub gives: Atom,
    /// The rule applied.
    pub rule: Rule,
    /// The base facts that it uses.
    pub facts: &'s [FactId],
    /// The grade at which it gives it.
    pub grade: Grade,
}

/// Everything derived in one phase.
#[derive(Debug, Clone)]
pub struct Solution {
    pub(super) phase: Phase,
    pub(super) atoms: Vec<Atom>,
    pub(super) ids: HashMap<Atom, u32>,
    pub(super) grades: Vec<Grade>,
    pub(super) instances: Vec<Instance>,
}

impl Solution {
    /// Solves the facts in one phase, with the rules of the method.
    pub fn solve(facts: &Facts, phase: Phase) -> Self {
        Engine::new(facts, &CLAUSES, phase).run()
    }

    /// The grade of an atom; `None` when it is not derived.
    pub fn grade(&self, atom: Atom) -> Grade {
        self.ids.get(&atom).map_or(Grade::None, |id| self.grades[*id as usize])
    }

    /// Every derived atom with its grade, in the order of derivation.
    pub fn atoms(&self) -> impl Iterator<Item = (Atom, Grade)> + '_ {
        self.atoms.iter().copied().zip(self.grades.iter().copied())
    }

    /// Every last step that leads to an atom, whether or not an easier one does.
    pub fn ways(&self) -> impl Iterator<Item = Way<'_>> {
        self.instances.iter().map(|instance| Way {
            gives: self.atoms[instance.head as usize],
            rule: instance.rule,
            facts: &instance.facts,
            grade: instance.grade,
        })
    }

    /// How many instances of each rule fired.
    pub fn firings(&self) -> HashMap<Rule, usize> {
        self.instances.iter().fold(HashMap::new(), |mut count, instance| {
            *count.entry(instance.rule).or_default() += 1;
            count
        })
    }
}

/// The answer for one actor and one data asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Everything stored today.
    pub past: Grade,
    /// What passes from now on.
    pub new: Grade,
    /// The past needs a secret that is learnt at its next use.
    pub next_use: bool,
}

/// Both phases solved.
#[derive(Debug, Clone)]
pub struct Derivation {
    /// Without what is learnt at next use.
    pub now: Solution,
    /// With it.
    pub next: Solution,
}

impl Derivation {
    /// Solves the facts with the rules of the method.
    pub fn solve(facts: &Facts) -> Self {
        Self::solve_with(facts, &CLAUSES)
    }

    /// Solves the facts with other clauses. Tests plant wrong rules this way.
    pub fn solve_with(facts: &Facts, clauses: &[Clause]) -> Self {
        Self {
            now: Engine::new(facts, clauses, Phase::Now).run(),
            next: Engine::new(facts, clauses, Phase::Next).run(),
        }
    }

    /// The answer for an actor and a data asset.
    pub fn cell(&self, actor: Name, asset: Name) -> Cell {
        let past = self.next.grade(Atom::Past(actor, asset));
        Cell {
            past,
            new: self.next.grade(Atom::New(actor, asset)),
            next_use: self.now.grade(Atom::Past(actor, asset)) > past,
        }
    }
}
