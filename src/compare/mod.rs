//! Comparisons: the ladder of encryption, single changes, and what certificates change.

mod changes;
mod hds;
mod ladder;

pub use changes::{Changes, Effect, changes};
pub use hds::{CertificateView, Hds};
pub use ladder::{Fill, Ladder, Rung, RungKind, Step};

use crate::audit::{Audit, AuditError, Graded, Verdict, affordable, audit};
use crate::kernel::Grade;
use crate::lower::{Case, Resolution, lower};
use crate::model::{Architecture, Model};

/// An audit with its comparisons: what a report shows.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The audit.
    pub audit: Audit,
    /// The same system under each kind of encryption.
    pub ladder: Ladder,
    /// The certificates, and what they do not change.
    pub hds: Hds,
}

impl Dossier {
    /// Audits a model and compares it with itself.
    ///
    /// # Errors
    /// As [`audit`].
    pub fn new(model: &Model) -> Result<Self, AuditError> {
        let audit = audit(model)?;
        let ladder = ladder::ladder(model, &audit)?;
        let hds = hds::hds(model, &audit);
        Ok(Self { audit, ladder, hds })
    }
}

/// The grades of each verdict of an audit under another architecture, unknowns at worst.
fn recomputed(model: &Model, audit: &Audit, other: &Architecture) -> Result<Vec<(Grade, Grade)>, AuditError> {
    let lowered = lower(other, &Resolution::all(Case::Worst));
    affordable(model, &lowered)?;
    let graded = Graded::of(lowered);
    let cell = |verdict: &Verdict| graded.grades(&audit.actors[verdict.actor].id, &audit.data[verdict.data].id);
    Ok(audit.verdicts.iter().map(cell).collect())
}
