//! Proofs: of all derivations of the lowest grade, the one with the fewest steps.
//!
//! Steps are counted along the tree, and shared steps are written once. Only instances at most as
//! high as the grade to prove are used, so that a short but dearer way never replaces the answer.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::clause::Rule;
use super::facts::FactId;
use super::grade::Grade;
use super::name::Name;
use super::solution::{Atom, Derivation, Phase, Solution};

/// One step of a proof.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Step {
    /// The rule applied.
    pub rule: Rule,
    /// The clause of the table.
    pub clause: usize,
    /// What follows.
    pub conclusion: Atom,
    /// At which grade.
    pub grade: Grade,
    /// The base facts used.
    pub facts: Vec<FactId>,
    /// The earlier steps used, by position.
    pub premises: Vec<usize>,
}

/// A numbered proof; the last step is the conclusion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Whether secrets learnt at next use may be used.
    pub phase: Phase,
    /// The steps, each after its premises.
    pub steps: Vec<Step>,
}

impl Proof {
    /// What is proved, and at which grade.
    pub fn conclusion(&self) -> Option<(Atom, Grade)> {
        self.steps.last().map(|step| (step.conclusion, step.grade))
    }
}

/// For one bound on the grade: the best instance of every atom.
struct Plan {
    cost: Vec<u32>,
    choice: Vec<Option<u32>>,
}

/// Finds proofs in one solution; plans are made once per grade.
struct Prover<'s> {
    solution: &'s Solution,
    /// The instances that use an atom, and whether they need it by design.
    users: Vec<Vec<(u32, bool)>>,
    plans: HashMap<Grade, Plan>,
}

impl<'s> Prover<'s> {
    fn new(solution: &'s Solution) -> Self {
        let mut users = vec![Vec::new(); solution.atoms.len()];
        for (at, instance) in solution.instances.iter().enumerate() {
            let at = u32::try_from(at).expect("internal error: too many instances");
            for (premise, own) in &instance.premises {
                users[*premise as usize].push((at, *own));
            }
        }
        Self { solution, users, plans: HashMap::new() }
    }

    /// The proof of an atom at its own grade; `None` if it is not derived.
    fn prove(&mut self, atom: Atom) -> Option<Proof> {
        let grade = self.solution.grade(atom);
        let id = *self.solution.ids.get(&atom)?;
        if !grade.is_reachable() {
            return None;
        }
        for bound in [Grade::Design, grade] {
            if !self.plans.contains_key(&bound) {
                let plan = self.plan(bound);
                self.plans.insert(bound, plan);
            }
        }
        let mut writer = Writer { prover: self, steps: Vec::new(), known: HashMap::new(), written: HashMap::new() };
        writer.write(id, grade)?;
        Some(Proof { phase: self.solution.phase, steps: writer.steps })
    }

    /// Knuth's algorithm on the number of steps, over the instances up to a grade.
    fn plan(&self, bound: Grade) -> Plan {
        let atoms = self.solution.atoms.len();
        let mut plan = Plan { cost: vec![u32::MAX; atoms], choice: vec![None; atoms] };
        let mut missing: Vec<usize> = self.solution.instances.iter().map(|i| i.premises.len()).collect();
        let mut settled = vec![false; atoms];
        let mut heap: BinaryHeap<Reverse<(u32, u32, u32)>> = BinaryHeap::new();
        for (at, missing) in missing.iter_mut().enumerate().filter(|(at, _)| self.usable(*at, bound)) {
            *missing -= self.owned(at, bound);
            if *missing == 0 {
                self.offer(at, bound, &plan, &mut heap);
            }
        }
        while let Some(Reverse((cost, instance, atom))) = heap.pop() {
            if std::mem::replace(&mut settled[atom as usize], true) {
                continue;
            }
            plan.cost[atom as usize] = cost;
            plan.choice[atom as usize] = Some(instance);
            for (user, own) in &self.users[atom as usize] {
                let at = *user as usize;
                if !self.usable(at, bound) || (*own && bound != Grade::Design) {
                    continue;
                }
                missing[at] -= 1;
                if missing[at] == 0 {
                    self.offer(at, bound, &plan, &mut heap);
                }
            }
        }
        plan
    }

    fn usable(&self, at: usize, bound: Grade) -> bool {
        self.solution.instances[at].grade <= bound
    }

    /// How many premises are taken from the plan for `design` instead of this one.
    fn owned(&self, at: usize, bound: Grade) -> usize {
        if bound == Grade::Design {
            return 0;
        }
        self.solution.instances[at].premises.iter().filter(|(_, own)| *own).count()
    }

    fn offer(&self, at: usize, bound: Grade, plan: &Plan, heap: &mut BinaryHeap<Reverse<(u32, u32, u32)>>) {
        let instance = &self.solution.instances[at];
        let cost = instance
            .premises
            .iter()
            .fold(1_u32, |sum, (premise, own)| sum.saturating_add(self.cost(*premise, *own, bound, plan)));
        let at = u32::try_from(at).expect("internal error: too many instances");
        heap.push(Reverse((cost.min(u32::MAX - 1), at, instance.head)));
    }

    fn cost(&self, premise: u32, own: bool, bound: Grade, plan: &Plan) -> u32 {
        if own && bound != Grade::Design {
            return self.plans[&Grade::Design].cost[premise as usize];
        }
        plan.cost[premise as usize]
    }
}

/// Writes the chosen instances as numbered steps, premises first.
struct Writer<'p, 's> {
    prover: &'p Prover<'s>,
    steps: Vec<Step>,
    known: HashMap<(u32, Grade), usize>,
    written: HashMap<Step, usize>,
}

impl Writer<'_, '_> {
    fn write(&mut self, atom: u32, bound: Grade) -> Option<usize> {
        if let Some(at) = self.known.get(&(atom, bound)) {
            return Some(*at);
        }
        let choice = self.prover.plans.get(&bound)?.choice[atom as usize]?;
        let instance = &self.prover.solution.instances[choice as usize];
        let mut premises = Vec::new();
        for (premise, own) in &instance.premises {
            let bound = if *own { Grade::Design } else { bound };
            premises.push(self.write(*premise, bound)?);
        }
        let step = Step {
            rule: instance.rule,
            clause: instance.clause,
            conclusion: self.prover.solution.atoms[atom as usize],
            grade: premises.iter().map(|at| self.steps[*at].grade).fold(instance.floor, Grade::max),
            facts: instance.facts.clone(),
            premises,
        };
        let at = *self.written.entry(step.clone()).or_insert_with(|| {
            self.steps.push(step);
            self.steps.len() - 1
        });
        self.known.insert((atom, bound), at);
        Some(at)
    }
}

/// Proofs of the cells of a derivation.
pub struct Proofs<'d> {
    derivation: &'d Derivation,
    now: Prover<'d>,
    next: Prover<'d>,
}

impl<'d> Proofs<'d> {
    /// Prepares the search in both phases.
    pub fn new(derivation: &'d Derivation) -> Self {
        Self { derivation, now: Prover::new(&derivation.now), next: Prover::new(&derivation.next) }
    }

    /// The proof that the actor reads what is stored of the asset.
    pub fn past(&mut self, actor: Name, asset: Name) -> Option<Proof> {
        let atom = Atom::Past(actor, asset);
        if self.derivation.cell(actor, asset).next_use { self.next.prove(atom) } else { self.now.prove(atom) }
    }

    /// The proof that the actor reads what passes of the asset.
    pub fn new_data(&mut self, actor: Name, asset: Name) -> Option<Proof> {
        let atom = Atom::New(actor, asset);
        // A way that needs no secret learnt later is told first when it is as easy.
        if self.derivation.now.grade(atom) == self.derivation.next.grade(atom) {
            self.now.prove(atom)
        } else {
            self.next.prove(atom)
        }
    }
}
