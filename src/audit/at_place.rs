//! The proof of a finding: that somebody reads data at the very place that the finding is about.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::{AuditError, Context, ProofView, Solved, proofs};
use crate::findings::Read;
use crate::kernel::{Atom, Derivation, Fact, Facts, Grade, Name, Proof, Proofs, checker};
use crate::lower::Lowered;
use crate::model::Model;

/// The proofs of some reads, in the same order: each from the facts where the data is nowhere else, which are facts of
/// the model.
///
/// # Errors
/// A proof that the independent checker refuses.
pub fn proofs_at_place(model: &Model, reads: &[&Read]) -> Result<Vec<Option<ProofView>>, AuditError> {
    let whole = Context::new(model);
    let each = |read: &&Read| {
        // Whoever gets factors by observing the place itself could read there as well: only then do both stay.
        let strict = proof(&whole, model, read, true)?;
        let enough = |proof: &ProofView| proof.steps.last().is_some_and(|step| step.grade <= read.grade);
        if strict.as_ref().is_some_and(enough) || !read.locked { Ok(strict) } else { proof(&whole, model, read, false) }
    };
    reads.par_iter().map(each).collect()
}

fn proof(whole: &Context, model: &Model, read: &Read, strict: bool) -> Result<Option<ProofView>, AuditError> {
    let names = whole.worst.lowered.facts.names();
    let (Some(actor), Some(data)) = (names.get(&read.actor), names.get(&read.data)) else { return Ok(None) };
    let lowered = narrowed(&whole.worst.lowered, read, (actor, data), strict);
    let derivation = Derivation::solve(&lowered.facts);
    let context = Context { model, labels: whole.labels.clone(), worst: Solved { lowered, derivation } };
    let facts = &context.worst.lowered.facts;
    let mut prover = Proofs::new(&context.worst.derivation);
    let cell = context.worst.derivation.cell(actor, data);
    let ways = [
        (prover.past(actor, data), Atom::Past(actor, data), cell.past),
        (prover.new_data(actor, data), Atom::New(actor, data), cell.new),
    ];
    let found = ways.into_iter().filter_map(|(proof, atom, grade)| Some((proof?, atom, grade)));
    let Some((proof, atom, grade)) = found.min_by_key(|(proof, _, grade)| (*grade, proof.steps.len())) else {
        return Ok(None);
    };
    checked(facts, &proof, atom, grade, read)?;
    Ok(Some(proofs::view(&context, &proof)))
}

fn checked(facts: &Facts, proof: &Proof, atom: Atom, grade: Grade, read: &Read) -> Result<(), AuditError> {
    let (actor, data) = (read.actor.clone(), read.data.clone());
    checker::check(facts, proof, atom, grade).map_err(|refusal| AuditError::Refused { actor, data, refusal })
}

/// The facts on one actor, with the data at one place alone, in clear or under keys as it is read there.
fn narrowed(whole: &Lowered, read: &Read, (actor, data): (Name, Name), strict: bool) -> Lowered {
    let shut = strict && read.locked;
    let there = |name: Name| whole.facts.text(name) == read.at;
    let kept = |fact: &Fact| match fact {
        Fact::Clear { component, item, .. } if *item == data => read.clear && there(*component),
        Fact::Sealed { component, item, .. } if *item == data => !read.clear && there(*component),
        Fact::Roster { end, item, .. } if *item == data => there(*end),
        // What a lock hands out is not observed there; what is observed goes through no lock.
        Fact::Gate { component, item, .. } if *item == data => read.locked && there(*component),
        Fact::Power { component, .. } | Fact::AdminIf { component, .. } if shut => !there(*component),
        Fact::On { guest, .. } if shut => !there(*guest),
        Fact::Intended { asset, .. } => *asset != data,
        _ => true,
    };
    let facts = whole.facts.to_builder(kept).finish().restricted_to(&[actor]).finish();
    Lowered { facts, ..whole.clone() }
}
