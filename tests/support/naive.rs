//! An engine that is slow and obviously right: every way is tried again until nothing changes.

use std::collections::BTreeMap;

use enclair::kernel::{Atom, Cell, Facts, Grade, Name, Phase};

use super::ground::{Way, ways};

/// What is reached, at its lowest grade.
pub type Reached = BTreeMap<Atom, Grade>;

/// Both phases solved.
#[derive(Debug, Clone)]
pub struct Naive {
    /// Without what is learnt at next use.
    pub now: Reached,
    /// With it.
    pub next: Reached,
}

impl Naive {
    /// Solves the facts.
    pub fn solve(facts: &Facts) -> Self {
        Self { now: fixpoint(&ways(facts, Phase::Now)), next: fixpoint(&ways(facts, Phase::Next)) }
    }

    /// The grade of an atom in a phase.
    pub fn grade(&self, phase: Phase, atom: Atom) -> Grade {
        match phase {
            Phase::Now => grade_of(&self.now, atom),
            Phase::Next => grade_of(&self.next, atom),
        }
    }

    /// The answer for an actor and a data asset.
    pub fn cell(&self, actor: Name, asset: Name) -> Cell {
        let past = self.grade(Phase::Next, Atom::Past(actor, asset));
        Cell {
            past,
            new: self.grade(Phase::Next, Atom::New(actor, asset)),
            next_use: past < self.grade(Phase::Now, Atom::Past(actor, asset)),
        }
    }
}

fn grade_of(reached: &Reached, atom: Atom) -> Grade {
    reached.get(&atom).copied().unwrap_or(Grade::None)
}

fn fixpoint(ways: &[Way]) -> Reached {
    let mut reached = Reached::new();
    loop {
        let mut changed = false;
        for way in ways {
            let grade = through(way, &reached);
            if grade < grade_of(&reached, way.head) {
                reached.insert(way.head, grade);
                changed = true;
            }
        }
        if !changed {
            return reached;
        }
    }
}

/// The highest of the floor and of what is needed; posing as a person is a tampering.
fn through(way: &Way, reached: &Reached) -> Grade {
    let own = way.posing.iter().all(|factor| grade_of(reached, *factor) == Grade::Design);
    let floor = if own { way.floor } else { way.floor.max(Grade::Tampering) };
    let needs = way.needs.iter().map(|need| grade_of(reached, *need));
    needs.fold(floor, Grade::max)
}
