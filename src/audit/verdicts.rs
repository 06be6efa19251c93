//! Verdicts: one for every actor and data asset, with its proofs.

use std::collections::HashMap;

use super::proofs::{self, ProofView};
use super::{AuditError, Context};
use crate::kernel::{Atom, Cell, Grade, Name, Proof, Proofs, checker};
use crate::text::Both;

/// An actor as shown.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Its name: of the model, or derived.
    pub id: String,
    /// Its label.
    pub label: Both,
    /// What it is.
    pub kind: ActorKind,
    /// How many people it stands for.
    pub count: Option<u64>,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// An organisation.
    Organisation,
    /// People who use the system.
    People,
    /// Admins.
    Admin,
    /// The owner of everything whose owner is unknown.
    UnknownOwner,
    /// An adversary that every model gets.
    Adversary,
    /// Whoever can alter every device: reported apart.
    CommonBase,
}

/// The answer for one actor and one data asset.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The actor, by position.
    pub actor: usize,
    /// The data asset, by position.
    pub data: usize,
    /// Everything stored today, unknowns at worst; may be `Evident`.
    pub past: Grade,
    /// What passes from now on, unknowns at worst; may be `Evident`.
    pub new: Grade,
    /// The past needs a secret learnt at its next use.
    pub next_use: bool,
    /// Whether the actor is a declared reader.
    pub intended: bool,
    /// What unknowns would change.
    pub undetermined: Option<Undetermined>,
    /// The proof for the past, by position.
    pub past_proof: Option<usize>,
    /// The proof for what is new, by position.
    pub new_proof: Option<usize>,
    /// Whether both proofs take the same path, but for what is read at its end.
    pub same_path: bool,
}

impl Verdict {
    /// The easiest of both grades.
    pub fn easiest(&self) -> Grade {
        self.past.min(self.new)
    }

    /// Whether someone who is not meant to reads by privilege or easier.
    pub fn is_unintended_reader(&self) -> bool {
        !self.intended && self.easiest() <= Grade::Privilege
    }
}

/// A verdict that depends on what is not known.
#[derive(Debug, Clone)]
pub struct Undetermined {
    /// The past, unknowns at best.
    pub past: Grade,
    /// What is new, unknowns at best.
    pub new: Grade,
    /// The questions that settle it, by position, most decisive first.
    pub questions: Vec<usize>,
}

/// Every actor: organisations, people and admins in the order of the file, adversaries after them.
pub(super) fn actors(context: &Context) -> Vec<Actor> {
    let architecture = &context.model.architecture;
    let mut actors: Vec<Actor> = Vec::new();
    let mut add = |id: &str, kind: ActorKind, count: Option<u64>| {
        let label = context.labels.both(id);
        let id = id.to_owned();
        actors.push(Actor { id, label, kind, count });
    };
    let known = |count: Option<crate::model::Maybe<u64>>| count.and_then(|count| count.known().copied());
    for (id, organisation) in &architecture.organisations {
        add(id, ActorKind::Organisation, known(organisation.count));
    }
    for (id, people) in architecture.people.iter() {
        add(id, ActorKind::People, known(people.count));
    }
    for (id, admin) in architecture.admins.iter() {
        add(id, ActorKind::Admin, known(admin.count));
    }
    let facts = &context.worst.lowered.facts;
    let derived = facts.actors().iter().map(|name| facts.text(*name));
    for id in derived.filter(|id| id.contains('/') || *id == "unknown-owner") {
        let kind = match id {
            "unknown-owner" => ActorKind::UnknownOwner,
            "adversary/common-base" => ActorKind::CommonBase,
            _ => ActorKind::Adversary,
        };
        add(id, kind, None);
    }
    actors
}

/// Proofs as shown, each kept once.
struct Shelf<'c> {
    context: &'c Context<'c>,
    proofs: Vec<ProofView>,
    known: HashMap<Vec<crate::kernel::Step>, usize>,
}

impl Shelf<'_> {
    /// Checks a proof and gives its position.
    fn put(&mut self, proof: &Proof, atom: Atom, grade: Grade) -> Result<usize, AuditError> {
        let facts = &self.context.worst.lowered.facts;
        checker::check(facts, proof, atom, grade).map_err(|refusal| {
            let (actor, data) = match atom {
                Atom::Past(actor, data)
                | Atom::New(actor, data)
                | Atom::Knows(actor, data)
                | Atom::Can(actor, data, _) => (facts.text(actor).to_owned(), facts.text(data).to_owned()),
            };
            AuditError::Refused { actor, data, refusal }
        })?;
        if let Some(at) = self.known.get(&proof.steps) {
            return Ok(*at);
        }
        let at = self.proofs.len();
        self.proofs.push(proofs::view(self.context, proof));
        self.known.insert(proof.steps.clone(), at);
        Ok(at)
    }
}

/// Every verdict, and the proofs they refer to.
pub(super) fn verdicts(context: &Context, actors: &[Actor]) -> Result<(Vec<Verdict>, Vec<ProofView>), AuditError> {
    let mut shelf = Shelf { context, proofs: Vec::new(), known: HashMap::new() };
    let mut prover = Proofs::new(&context.worst.derivation);
    let names = context.worst.lowered.facts.names();
    let mut verdicts = Vec::new();
    for (actor, entry) in actors.iter().enumerate() {
        for (data, (id, asset)) in context.model.architecture.data.iter().enumerate() {
            let intended = asset.declared_readers().iter().any(|reader| reader.0 == entry.id);
            let cell = match (names.get(&entry.id), names.get(id)) {
                (Some(who), Some(what)) => Some((who, what, context.worst.derivation.cell(who, what))),
                _ => None,
            };
            let mut verdict = Verdict {
                actor,
                data,
                past: Grade::None,
                new: Grade::None,
                next_use: false,
                intended,
                undetermined: None,
                past_proof: None,
                new_proof: None,
                same_path: false,
            };
            if let Some((who, what, cell)) = cell {
                prove(&mut verdict, &mut shelf, &mut prover, (who, what), cell)?;
            }
            verdicts.push(verdict);
        }
    }
    Ok((verdicts, shelf.proofs))
}

fn prove(
    verdict: &mut Verdict,
    shelf: &mut Shelf,
    prover: &mut Proofs,
    (who, what): (Name, Name),
    cell: Cell,
) -> Result<(), AuditError> {
    verdict.past = cell.past;
    verdict.new = cell.new;
    verdict.next_use = cell.next_use;
    let past = prover.past(who, what);
    let new = prover.new_data(who, what);
    verdict.same_path = match (&past, &new) {
        (Some(past), Some(new)) => same_path(past, new),
        _ => false,
    };
    if let Some(past) = past {
        verdict.past_proof = Some(shelf.put(&past, Atom::Past(who, what), cell.past)?);
    }
    if let Some(new) = new {
        verdict.new_proof = Some(shelf.put(&new, Atom::New(who, what), cell.new)?);
    }
    Ok(())
}

/// Whether two proofs differ only in what their steps on data conclude.
fn same_path(past: &Proof, new: &Proof) -> bool {
    let alike = |left: &crate::kernel::Step, right: &crate::kernel::Step| {
        let data = |atom: Atom| match atom {
            Atom::Past(actor, data) | Atom::New(actor, data) => Some((actor, data)),
            _ => None,
        };
        let concluded = left.conclusion == right.conclusion
            || (data(left.conclusion).is_some() && data(left.conclusion) == data(right.conclusion));
        concluded && left.rule == right.rule && left.facts == right.facts && left.premises == right.premises
    };
    past.steps.len() == new.steps.len() && past.steps.iter().zip(&new.steps).all(|(left, right)| alike(left, right))
}

/// Of the proofs of a verdict's easiest grade, the one with fewer steps.
pub(super) fn shortest(verdict: &Verdict, proofs: &[ProofView]) -> Option<usize> {
    let easiest = verdict.easiest().public();
    let ways = [(verdict.past, verdict.past_proof), (verdict.new, verdict.new_proof)];
    let ways = ways.into_iter().filter(|(grade, _)| grade.public() == easiest).filter_map(|(_, proof)| proof);
    ways.min_by_key(|at| proofs[*at].steps.len())
}
