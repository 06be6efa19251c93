//! Comparisons: the ladder of encryption, what certificates change, how many can read.

mod diff;
mod hds;
mod ladder;
mod numbers;

pub use diff::{CellChange, Diff, FactGroup, Flip, Side, Slots, Thing, diff};
pub use hds::{CertificateView, Hds};
pub use ladder::{Fill, Ladder, Rung, RungKind};
pub use numbers::{ClearAt, DataNumbers, Numbers, Readers};

use crate::audit::{Audit, AuditError, audit};
use crate::model::Model;

/// An audit with its comparisons: what a report shows.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The audit.
    pub audit: Audit,
    /// The same system under each kind of encryption.
    pub ladder: Ladder,
    /// The certificates, and what they do not change.
    pub hds: Hds,
    /// How many can read, and where data is in clear.
    pub numbers: Numbers,
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
        let numbers = numbers::numbers(model, &audit);
        Ok(Self { audit, ladder, hds, numbers })
    }
}
