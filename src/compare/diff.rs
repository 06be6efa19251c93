//! What changed between two models: readers gained and lost, and what made them so. All is matched by name.

mod behind;
mod said;

use crate::audit::{Audit, StepView, Verdict};
use crate::compare::Dossier;
use crate::compare::cells::{self, Move, Slots, is_meant, unmeant};
use crate::model::Model;
use crate::text::Both;

pub use behind::{FactGroup, Thing};
pub use said::{Flip, Scope};
pub(super) use said::{Told, told_claims};

use behind::Behind;

/// One of the two models, audited.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The model.
    pub model: &'a Model,
    /// What becomes of it.
    pub dossier: &'a Dossier,
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
    /// What both have and write otherwise, about which base facts differ.
    pub things_changed: Vec<Thing>,
    /// The base facts that differ, by what they are about, unknowns at worst.
    pub facts: Vec<FactGroup>,
    /// Claims whose verdict changed, or that are on one side only.
    pub claims: Vec<Flip>,
    /// Claims that are refuted before and after.
    pub claims_refuted: Vec<Flip>,
    /// Expectations met before or after and not both, or that are on one side only.
    pub expectations: Vec<Flip>,
    /// Defaults that are now relied on.
    pub assumptions_added: Vec<(Both, Vec<Both>)>,
    /// Defaults that are no longer.
    pub assumptions_removed: Vec<(Both, Vec<Both>)>,
    /// Questions that are now open.
    pub questions_opened: Vec<Both>,
    /// Questions that no longer are, about what is still there.
    pub questions_closed: Vec<Both>,
    /// Questions that no longer are, for what they were about is not there.
    pub questions_pointless: Vec<Both>,
}

impl Diff {
    /// Whether nothing changed: a claim that is still refuted is no change.
    pub fn is_empty(&self) -> bool {
        let cells = [&self.gained, &self.lost, &self.meant, &self.undetermined, &self.determined];
        let things = [&self.things_added, &self.things_removed];
        let flips = [&self.claims, &self.expectations];
        let assumed = [&self.assumptions_added, &self.assumptions_removed];
        let asked = [&self.questions_opened, &self.questions_closed, &self.questions_pointless];
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
    let shown = |wanted: Move, proof: Option<From>| -> Vec<CellChange> {
        let moved = cells.iter().filter(|cell| cell.pair.moves().contains(&wanted));
        moved.map(|cell| cell.change(&behind, proof)).collect()
    };
    let assumptions = said::assumptions(&behind, old, new);
    let facts = behind.facts();
    let (things_added, things_removed) = (behind::things(new.model, old.model), behind::things(old.model, new.model));
    let audits = (&old.dossier.audit, &new.dossier.audit);
    let questions = said::questions(audits.0, audits.1, &things_removed);
    let claims = said::claims(audits.0, audits.1);
    Diff {
        gained: shown(Move::Gained, Some(From::New)),
        lost: shown(Move::Lost, Some(From::Old)),
        meant: shown(Move::Meant, None),
        undetermined: shown(Move::Opened, None),
        determined: shown(Move::Closed, None),
        things_changed: behind::changed(&facts, old.model, new.model),
        things_added,
        things_removed,
        facts,
        claims: claims.0,
        claims_refuted: claims.1,
        expectations: said::expectations(audits.0, audits.1),
        assumptions_added: assumptions.0,
        assumptions_removed: assumptions.1,
        questions_opened: questions.0,
        questions_closed: questions.1,
        questions_pointless: questions.2,
    }
}

/// The model that a proof is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    Old,
    New,
}

/// The same cell of both models, with these.
struct Cell<'a> {
    audits: (&'a Audit, &'a Audit),
    pair: cells::Pair<'a>,
}

/// Every cell but those of the common base: in the order of the new model, then what only the old has.
fn cells<'a>(old: &'a Audit, new: &'a Audit) -> Vec<Cell<'a>> {
    let audits = (old, new);
    let other = |from: &Audit, verdict: &Verdict, to: &'a Audit| {
        let wanted = cells::names(from, verdict);
        to.verdicts.iter().find(|one| cells::names(to, one) == wanted)
    };
    let cell = |before, after| Cell { audits, pair: cells::Pair { before, after } };
    let after = cells::answers(new).map(|after| cell(other(new, after, old), Some(after)));
    let only_old = cells::answers(old).filter(|one| other(old, one, new).is_none());
    after.chain(only_old.map(|before| cell(Some(before), None))).collect()
}

impl Cell<'_> {
    fn change(&self, behind: &Behind, proof: Option<From>) -> CellChange {
        let cells::Pair { before, after } = self.pair;
        // What is lost is called as it was: a label may tell what the new model has instead.
        let (audit, verdict) = match (before, after) {
            (Some(before), after) if proof == Some(From::Old) || after.is_none() => (self.audits.0, Some(before)),
            (_, after) => (self.audits.1, after),
        };
        let actor = verdict.map(|one| &audit.actors[one.actor]);
        let data = verdict.map(|one| &audit.data[one.data]);
        let steps = proof.map_or_else(Vec::new, |from| self.steps(from));
        CellChange {
            actor: actor.map_or_else(String::new, |one| one.id.clone()),
            actor_label: actor.map_or_else(|| Both::same(""), |one| one.label.clone()),
            data: data.map_or_else(String::new, |one| one.id.clone()),
            data_label: data.map_or_else(|| Both::same(""), |one| one.label.clone()),
            before: Slots::of(before),
            after: Slots::of(after),
            meant: (is_meant(before), is_meant(after)),
            there: (before.is_some(), after.is_some()),
            broken: behind.broken(&steps, proof == Some(From::New)),
            steps,
        }
    }

    /// The shorter proof of what one side reads more easily than the other.
    fn steps(&self, from: From) -> Vec<StepView> {
        let cells::Pair { before, after } = self.pair;
        let (audit, verdict, other) = match from {
            From::New => (self.audits.1, after, unmeant(before)),
            From::Old => (self.audits.0, before, unmeant(after)),
        };
        let Some(verdict) = verdict else { return Vec::new() };
        let own = Slots::of(Some(verdict));
        let slots = [(own.past < other.past, verdict.past_proof), (own.new < other.new, verdict.new_proof)];
        let proofs = slots.into_iter().filter_map(|(easier, proof)| proof.filter(|_| easier));
        let shortest = proofs.map(|at| &audit.proofs[at].steps).min_by_key(|steps| steps.len());
        shortest.cloned().unwrap_or_default()
    }
}
