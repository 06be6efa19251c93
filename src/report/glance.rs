//! A model in a few numbers, to stand beside others.

use super::Summary;
use crate::audit::Audit;
use crate::model::ClaimVerdict;

/// What a row of a summary shows of an audit.
#[derive(Debug, Clone)]
pub struct Glance {
    /// Actors who read without being meant to: by privilege, by tampering, by breach, each once.
    pub readers: [usize; 3],
    /// Answers that depend on what is not known, the common base apart.
    pub undetermined: usize,
    /// Claims: how many have each verdict, those without any left out.
    pub claims: Vec<(ClaimVerdict, usize)>,
    /// Expectations met, and all of them.
    pub expectations: (usize, usize),
}

impl Glance {
    /// Counts.
    pub fn new(audit: &Audit) -> Self {
        let Summary { answer, undetermined, .. } = Summary::new(audit);
        let met = audit.expectations.iter().filter(|one| one.holds()).count();
        let verdicts =
            [ClaimVerdict::Refuted, ClaimVerdict::Undetermined, ClaimVerdict::Tampering, ClaimVerdict::Holds];
        let counted =
            |verdict: ClaimVerdict| (verdict, audit.claims.iter().filter(|claim| claim.verdict == verdict).count());
        Self {
            readers: [answer.privilege.len(), answer.tampering.len(), answer.breach.len()],
            undetermined,
            claims: verdicts.into_iter().map(counted).filter(|(_, count)| *count > 0).collect(),
            expectations: (met, audit.expectations.len()),
        }
    }

    /// How many claims are refuted, and how many there are.
    pub fn refuted(&self) -> (usize, usize) {
        let all = self.claims.iter().map(|(_, count)| count).sum();
        let refuted = self.claims.iter().find(|(verdict, _)| *verdict == ClaimVerdict::Refuted);
        (refuted.map_or(0, |(_, count)| *count), all)
    }
}
