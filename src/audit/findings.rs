//! What deserves attention: readers nobody meant, claims that do not hold, answers that changed.

use super::verdicts::ActorKind;
use super::{Audit, ClaimView, ExpectationView, Place};
use crate::kernel::Grade;
use crate::model::ClaimVerdict;
use crate::source::Position;

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// An answer is not the expected one.
    Expectation,
    /// A claim is refuted.
    Claim,
    /// Somebody reads by privilege who is not meant to.
    Reader,
    /// An answer depends on what is not known.
    Undetermined,
}

impl FindingKind {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Expectation => "expectation-failed",
            Self::Claim => "claim-refuted",
            Self::Reader => "unintended-reader",
            Self::Undetermined => "undetermined",
        }
    }
}

/// Something that deserves attention.
#[derive(Debug, Clone)]
pub struct Finding {
    /// What it is about.
    pub kind: FindingKind,
    /// The verdict, by position.
    pub verdict: Option<usize>,
    /// The claim, by position.
    pub claim: Option<usize>,
    /// The expectation, by position.
    pub expectation: Option<usize>,
    /// The easiest grade concerned.
    pub grade: Grade,
    /// Where, the decisive place first.
    pub locations: Vec<Position>,
}

/// Every finding, in the order of their kinds.
pub(super) fn findings(audit: &Audit) -> Vec<Finding> {
    let unmet = audit.expectations.iter().enumerate().filter(|(_, one)| !one.holds());
    let refuted = audit.claims.iter().enumerate().filter(|(_, one)| one.verdict == ClaimVerdict::Refuted);
    let mut all: Vec<Finding> = unmet.map(|(at, one)| of_expectation(at, one)).collect();
    all.extend(refuted.map(|(at, claim)| of_claim(audit, at, claim)));
    all.extend((0..audit.verdicts.len()).filter_map(|at| of_verdict(audit, at)));
    all.sort_by_key(|finding| finding.kind);
    all
}

fn of_expectation(at: usize, expectation: &ExpectationView) -> Finding {
    Finding {
        kind: FindingKind::Expectation,
        verdict: None,
        claim: None,
        expectation: Some(at),
        grade: Grade::None,
        locations: vec![expectation.position],
    }
}

/// A claim that is refuted, by the first path against it.
fn of_claim(audit: &Audit, at: usize, claim: &ClaimView) -> Finding {
    let first = claim.against.first().copied();
    let path = first.map(|verdict| locations_of(audit, verdict)).unwrap_or_default();
    Finding {
        kind: FindingKind::Claim,
        verdict: first,
        claim: Some(at),
        expectation: None,
        grade: first.map_or(Grade::None, |verdict| audit.verdicts[verdict].easiest()),
        locations: [vec![claim.position], path].concat(),
    }
}

fn of_verdict(audit: &Audit, at: usize) -> Option<Finding> {
    let verdict = &audit.verdicts[at];
    let common = audit.actors[verdict.actor].kind == ActorKind::CommonBase;
    let kind = match (verdict.is_unintended_reader(), &verdict.undetermined) {
        _ if common => return None,
        (true, _) => FindingKind::Reader,
        (false, Some(_)) => FindingKind::Undetermined,
        (false, None) => return None,
    };
    let (grade, locations) = (verdict.easiest(), locations_of(audit, at));
    Some(Finding { kind, verdict: Some(at), claim: None, expectation: None, grade, locations })
}

/// The lines on which a verdict rests, from its conclusion back.
fn locations_of(audit: &Audit, verdict: usize) -> Vec<Position> {
    let verdict = &audit.verdicts[verdict];
    let proof = audit.shortest_proof(verdict);
    let steps = proof.map(|at| audit.proofs[at].steps.as_slice()).unwrap_or_default();
    let mut found: Vec<Position> = Vec::new();
    for &Place { position, .. } in steps.iter().rev().flat_map(|step| step.places.iter()) {
        if !found.contains(&position) {
            found.push(position);
        }
    }
    found
}
