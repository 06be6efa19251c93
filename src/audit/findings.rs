//! What deserves attention: readers nobody meant, claims that do not hold, answers that changed.

use super::verdicts::ActorKind;
use super::{Audit, ClaimView, ExpectationView, Place};
use crate::findings::Raised;
use crate::kernel::Grade;
use crate::model::{ClaimVerdict, Model};
use crate::source::Position;
use crate::text::finding::{HdsRule, Rule};

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
    /// A rule of the catalogue is raised.
    Catalogue(Rule),
    /// What is stated of certificates is not what is done.
    Hds(HdsRule),
    /// The last day of an accepted risk is past.
    AcceptanceExpired,
    /// An accepted risk that is no finding.
    AcceptanceUnmatched,
    /// An accepted risk whose last day is compared with none.
    AcceptanceUndated,
}

impl FindingKind {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Expectation => "expectation-failed",
            Self::Claim => "claim-refuted",
            Self::Reader => "unintended-reader",
            Self::Undetermined => "undetermined",
            Self::Catalogue(rule) => rule.id(),
            Self::Hds(rule) => rule.id(),
            Self::AcceptanceExpired => "acceptance-expired",
            Self::AcceptanceUnmatched => "acceptance-unmatched",
            Self::AcceptanceUndated => "acceptance-undated",
        }
    }

    /// Every kind that is no rule of the catalogue, in order.
    pub const ALL: [Self; 7] = [
        Self::Expectation,
        Self::Claim,
        Self::Reader,
        Self::Undetermined,
        Self::AcceptanceExpired,
        Self::AcceptanceUnmatched,
        Self::AcceptanceUndated,
    ];

    /// Every kind that may be accepted, in order: the one list of them.
    pub fn acceptable() -> impl Iterator<Item = Self> {
        let own = [Self::Expectation, Self::Claim, Self::Reader, Self::Undetermined];
        let catalogue = Rule::ALL.iter().copied().map(Self::Catalogue);
        own.into_iter().chain(catalogue).chain(HdsRule::ALL.into_iter().map(Self::Hds))
    }

    /// Whether it is about an accepted risk.
    pub const fn is_of_acceptance(self) -> bool {
        matches!(self, Self::AcceptanceExpired | Self::AcceptanceUnmatched | Self::AcceptanceUndated)
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
    /// What the catalogue raises, by position.
    pub raised: Option<usize>,
    /// What a finding of the catalogue or on certificates is about, by name.
    pub about: Vec<String>,
    /// The accepted risk that it is about, by position.
    pub acceptance: Option<usize>,
    /// The accepted risk that covers it, by position: it no longer counts.
    pub accepted: Option<usize>,
    /// The easiest grade concerned.
    pub grade: Grade,
    /// Where, the decisive place first.
    pub locations: Vec<Position>,
}

impl Finding {
    /// A finding about nothing in particular yet.
    pub(crate) const fn new(kind: FindingKind, grade: Grade, locations: Vec<Position>) -> Self {
        Self {
            kind,
            verdict: None,
            claim: None,
            expectation: None,
            raised: None,
            about: Vec::new(),
            acceptance: None,
            accepted: None,
            grade,
            locations,
        }
    }
}

/// Every finding, in the order of their kinds.
pub(super) fn findings(audit: &Audit, model: &Model) -> Vec<Finding> {
    let unmet = audit.expectations.iter().enumerate().filter(|(_, one)| !one.holds());
    let refuted = audit.claims.iter().enumerate().filter(|(_, one)| one.verdict == ClaimVerdict::Refuted);
    let mut all: Vec<Finding> = unmet.map(|(at, one)| of_expectation(at, one)).collect();
    all.extend(refuted.map(|(at, claim)| of_claim(audit, at, claim)));
    all.extend((0..audit.verdicts.len()).filter_map(|at| of_verdict(audit, at)));
    all.extend(audit.raised.iter().enumerate().map(|(at, one)| of_raised(audit, model, at, &one.raised)));
    all.sort_by_key(|finding| finding.kind);
    all
}

fn of_expectation(at: usize, expectation: &ExpectationView) -> Finding {
    let finding = Finding::new(FindingKind::Expectation, Grade::None, vec![expectation.position]);
    Finding { expectation: Some(at), ..finding }
}

/// A claim that is refuted, by the first path against it.
fn of_claim(audit: &Audit, at: usize, claim: &ClaimView) -> Finding {
    let first = claim.refuters().next();
    let mut locations = vec![claim.position];
    locations.extend(first.map(|one| locations_of(audit, one.proof)).unwrap_or_default());
    locations.extend(claim.elsewhere.iter().map(|(_, position)| *position));
    let grade = first.map_or(Grade::None, |one| one.grade);
    let verdict = first.map(|one| one.verdict);
    Finding { verdict, claim: Some(at), ..Finding::new(FindingKind::Claim, grade, locations) }
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
    let (grade, locations) = (verdict.easiest(), locations_of(audit, audit.shortest_proof(verdict)));
    Some(Finding { verdict: Some(at), ..Finding::new(kind, grade, locations) })
}

/// What the catalogue raises, about the first who reads that way.
fn of_raised(audit: &Audit, model: &Model, at: usize, raised: &Raised) -> Finding {
    let verdict = raised.reads.first().and_then(|read| audit.verdict_of(&read.actor, &read.data));
    let locations = raised.routes.iter().map(|route| model.position(route)).collect();
    let finding = Finding::new(FindingKind::Catalogue(raised.rule), raised.grade(), locations);
    Finding { verdict, raised: Some(at), about: raised.about.clone(), ..finding }
}

/// The lines on which a proof rests, from its conclusion back.
fn locations_of(audit: &Audit, proof: Option<usize>) -> Vec<Position> {
    let steps = proof.map(|at| audit.proofs[at].steps.as_slice()).unwrap_or_default();
    let mut found: Vec<Position> = Vec::new();
    for &Place { position, .. } in steps.iter().rev().flat_map(|step| step.places.iter()) {
        if !found.contains(&position) {
            found.push(position);
        }
    }
    found
}
