//! What changed between two models: readers gained and lost, and what made them so. All is matched by name.

mod behind;
mod said;

use crate::audit::{ActorKind, Audit, StepView, Verdict};
use crate::compare::Dossier;
use crate::kernel::Grade;
use crate::model::Model;
use crate::text::Both;

pub use behind::{FactGroup, Thing};
pub use said::Flip;

use behind::Behind;

/// One of the two models, audited.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The model.
    pub model: &'a Model,
    /// What becomes of it.
    pub dossier: &'a Dossier,
}

/// A grade for what is kept and one for what passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slots {
    /// What is kept.
    pub past: Grade,
    /// What passes from now on.
    pub new: Grade,
}

impl Slots {
    const NOTHING: Self = Self { past: Grade::None, new: Grade::None };

    /// Whether either is strictly easier than the other's.
    fn is_easier_than(self, other: Self) -> bool {
        self.past < other.past || self.new < other.new
    }

    /// The easiest of both.
    pub fn easiest(self) -> Grade {
        self.past.min(self.new)
    }
}

/// The answer for one actor and one data asset, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The actor's name.
    pub actor: String,
    /// Its label.
    pub actor_label: Both,
    /// The data asset's name.
    pub data: String,
    /// Its label.
    pub data_label: Both,
    /// Before: out of reach where the actor or the data was not there.
    pub before: Slots,
    /// After.
    pub after: Slots,
    /// Whether the actor is meant to read it, before and after.
    pub meant: (bool, bool),
    /// Whether the actor and the data are there, before and after.
    pub there: (bool, bool),
    /// The shortest proof, of the model where it is read more easily; none where nobody gains or loses.
    pub steps: Vec<StepView>,
    /// The steps of it that rest on a fact which the other model has not, from 0.
    pub broken: Vec<usize>,
}

/// All that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    /// Read more easily than before, by an actor who is not meant to.
    pub gained: Vec<CellChange>,
    /// Read less easily than before, by an actor who was not meant to.
    pub lost: Vec<CellChange>,
    /// Where who is meant to read changed.
    pub meant: Vec<CellChange>,
    /// Answers that became undetermined, with the same grades at worst.
    pub undetermined: Vec<CellChange>,
    /// Answers that became determined, with the same grades at worst.
    pub determined: Vec<CellChange>,
    /// What the model has that it had not.
    pub things_added: Vec<Thing>,
    /// What it had and has not.
    pub things_removed: Vec<Thing>,
    /// The base facts that differ, by what they are about, unknowns at worst.
    pub facts: Vec<FactGroup>,
    /// Claims whose verdict changed, or that are on one side only.
    pub claims: Vec<Flip>,
    /// Expectations met before or after and not both, or that are on one side only.
    pub expectations: Vec<Flip>,
    /// Defaults that are now relied on.
    pub assumptions_added: Vec<(Both, Vec<Both>)>,
    /// Defaults that are no longer.
    pub assumptions_removed: Vec<(Both, Vec<Both>)>,
    /// Questions that are now open.
    pub questions_opened: Vec<Both>,
    /// Questions that no longer are.
    pub questions_closed: Vec<Both>,
}

impl Diff {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        let cells = [&self.gained, &self.lost, &self.meant, &self.undetermined, &self.determined];
        let things = [&self.things_added, &self.things_removed];
        let flips = [&self.claims, &self.expectations];
        let assumed = [&self.assumptions_added, &self.assumptions_removed];
        let asked = [&self.questions_opened, &self.questions_closed];
        cells.iter().all(|list| list.is_empty())
            && things.iter().all(|list| list.is_empty())
            && flips.iter().all(|list| list.is_empty())
            && assumed.iter().all(|list| list.is_empty())
            && asked.iter().all(|list| list.is_empty())
            && self.facts.is_empty()
    }
}

/// Compares two models.
pub fn diff(old: Side, new: Side) -> Diff {
    let behind = Behind::new(old.model, new.model);
    let cells = cells(&old.dossier.audit, &new.dossier.audit);
    let shown = |wanted: fn(&Pair) -> bool, proof: Option<From>| -> Vec<CellChange> {
        cells.iter().filter(|pair| wanted(pair)).map(|pair| pair.change(&behind, proof)).collect()
    };
    let assumptions = said::assumptions(&behind, old, new);
    let questions = said::questions(&old.dossier.audit, &new.dossier.audit);
    Diff {
        gained: shown(is_gained, Some(From::New)),
        lost: shown(is_lost, Some(From::Old)),
        meant: shown(is_meant_otherwise, None),
        undetermined: shown(|pair| pair.is_unsettled((false, true)), None),
        determined: shown(|pair| pair.is_unsettled((true, false)), None),
        things_added: behind::things(new.model, old.model),
        things_removed: behind::things(old.model, new.model),
        facts: behind.facts(),
        claims: said::claims(&old.dossier.audit, &new.dossier.audit),
        expectations: said::expectations(&old.dossier.audit, &new.dossier.audit),
        assumptions_added: assumptions.0,
        assumptions_removed: assumptions.1,
        questions_opened: questions.0,
        questions_closed: questions.1,
    }
}

/// The model that a proof is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    Old,
    New,
}

/// The same cell of both models; one of the two may lack it.
struct Pair<'a> {
    audits: (&'a Audit, &'a Audit),
    before: Option<&'a Verdict>,
    after: Option<&'a Verdict>,
}

/// Every cell but those of the common base: in the order of the new model, then what only the old has.
fn cells<'a>(old: &'a Audit, new: &'a Audit) -> Vec<Pair<'a>> {
    let audits = (old, new);
    let other = |from: &Audit, verdict: &Verdict, to: &'a Audit| {
        let (actor, data) = (&from.actors[verdict.actor].id, &from.data[verdict.data].id);
        to.verdicts.iter().find(|one| to.actors[one.actor].id == *actor && to.data[one.data].id == *data)
    };
    let apart = |audit: &Audit, verdict: &Verdict| audit.actors[verdict.actor].kind == ActorKind::CommonBase;
    let after = new.verdicts.iter().filter(|one| !apart(new, one));
    let mut pairs: Vec<Pair> =
        after.map(|after| Pair { audits, before: other(new, after, old), after: Some(after) }).collect();
    let only_old = old.verdicts.iter().filter(|one| !apart(old, one) && other(old, one, new).is_none());
    pairs.extend(only_old.map(|before| Pair { audits, before: Some(before), after: None }));
    pairs
}

fn slots(verdict: Option<&Verdict>) -> Slots {
    verdict.map_or(Slots::NOTHING, |one| Slots { past: one.past.public(), new: one.new.public() })
}

/// What someone who is not meant to reads: who is meant to takes nothing.
fn unmeant(verdict: Option<&Verdict>) -> Slots {
    slots(verdict.filter(|one| !one.intended))
}

fn is_meant(verdict: Option<&Verdict>) -> bool {
    verdict.is_some_and(|one| one.intended)
}

fn is_gained(pair: &Pair) -> bool {
    unmeant(pair.after).is_easier_than(unmeant(pair.before))
}

fn is_lost(pair: &Pair) -> bool {
    unmeant(pair.before).is_easier_than(unmeant(pair.after))
}

fn is_meant_otherwise(pair: &Pair) -> bool {
    is_meant(pair.before) != is_meant(pair.after)
}

impl Pair<'_> {
    /// Whether it was and is undetermined as said, the grades at worst being the same.
    fn is_unsettled(&self, (was, is): (bool, bool)) -> bool {
        let (Some(before), Some(after)) = (self.before, self.after) else { return false };
        let open = |verdict: &Verdict| verdict.undetermined.is_some();
        slots(self.before) == slots(self.after) && (open(before), open(after)) == (was, is)
    }

    fn change(&self, behind: &Behind, proof: Option<From>) -> CellChange {
        let (audit, verdict) = match (self.after, self.before) {
            (Some(after), _) => (self.audits.1, Some(after)),
            (None, before) => (self.audits.0, before),
        };
        let actor = verdict.map(|one| &audit.actors[one.actor]);
        let data = verdict.map(|one| &audit.data[one.data]);
        let steps = proof.map_or_else(Vec::new, |from| self.steps(from));
        CellChange {
            actor: actor.map_or_else(String::new, |one| one.id.clone()),
            actor_label: actor.map_or_else(|| Both::same(""), |one| one.label.clone()),
            data: data.map_or_else(String::new, |one| one.id.clone()),
            data_label: data.map_or_else(|| Both::same(""), |one| one.label.clone()),
            before: slots(self.before),
            after: slots(self.after),
            meant: (is_meant(self.before), is_meant(self.after)),
            there: (self.before.is_some(), self.after.is_some()),
            broken: behind.broken(&steps, proof == Some(From::New)),
            steps,
        }
    }

    /// The shorter proof of what one side reads more easily than the other.
    fn steps(&self, from: From) -> Vec<StepView> {
        let (audit, verdict, other) = match from {
            From::New => (self.audits.1, self.after, unmeant(self.before)),
            From::Old => (self.audits.0, self.before, unmeant(self.after)),
        };
        let Some(verdict) = verdict else { return Vec::new() };
        let own = slots(Some(verdict));
        let slots = [(own.past < other.past, verdict.past_proof), (own.new < other.new, verdict.new_proof)];
        let proofs = slots.into_iter().filter_map(|(easier, proof)| proof.filter(|_| easier));
        let shortest = proofs.map(|at| &audit.proofs[at].steps).min_by_key(|steps| steps.len());
        shortest.cloned().unwrap_or_default()
    }
}
