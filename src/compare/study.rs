//! All that a report tells of a model: its dossier, what to do about each finding, and each single change.

use super::custody::custody;
use super::{Changes, Custody, Dossier, Remedied, SystemMap, changes, remedies};
use crate::audit::{AuditError, ProofView, proofs_at_place};
use crate::model::{Day, Model};

/// A dossier, and what would change its answers.
#[derive(Debug, Clone)]
pub struct Study {
    /// The audit with its comparisons.
    pub dossier: Dossier,
    /// What to do about each finding of the catalogue, in the order of the audit.
    pub remedies: Vec<Remedied>,
    /// The proof of each of those findings, of the first who reads that way.
    pub proofs: Vec<Option<ProofView>>,
    /// Every single change, best first.
    pub changes: Changes,
    /// Where each data asset is in clear, and who reads it there.
    pub map: SystemMap,
    /// The same under each kind of encryption, in the order of the ladder, without its readers.
    pub rungs: Vec<SystemMap>,
    /// What each key opens, and who can get it.
    pub custody: Vec<Custody>,
}

impl Study {
    /// Studies a model whose dossier is known.
    ///
    /// # Errors
    /// A proof that the checker refuses.
    pub fn of(dossier: Dossier, model: &Model) -> Result<Self, AuditError> {
        let audit = &dossier.audit;
        let first: Vec<_> = audit.raised.iter().filter_map(|one| one.raised.reads.first()).collect();
        Ok(Self {
            remedies: remedies(model, audit),
            proofs: proofs_at_place(model, &first)?,
            changes: changes(model, audit),
            map: SystemMap::new(model, audit),
            rungs: dossier.ladder.rungs.iter().map(|rung| SystemMap::of(model, audit, &rung.architecture)).collect(),
            custody: custody(model, audit),
            dossier,
        })
    }

    /// Studies a model, accepted risks being judged on a day. Default: the model's own date.
    ///
    /// # Errors
    /// As [`audit`](crate::audit::audit).
    pub fn on(model: &Model, day: Option<Day>) -> Result<Self, AuditError> {
        Self::of(Dossier::on(model, day)?, model)
    }
}
