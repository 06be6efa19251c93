//! Comparisons: the ladder of encryption, and what certificates change.

mod hds;
mod ladder;

pub use hds::{CertificateView, Hds};
pub use ladder::{Fill, Ladder, Rung, RungKind};

use crate::audit::{Audit, AuditError, audit_on};
use crate::model::{Day, Model};

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
    /// As [`audit`](crate::audit::audit).
    pub fn new(model: &Model) -> Result<Self, AuditError> {
        Self::on(model, None)
    }

    /// The same, accepted risks being judged on a day. Default: the model's own date.
    ///
    /// # Errors
    /// As [`audit`](crate::audit::audit).
    pub fn on(model: &Model, day: Option<Day>) -> Result<Self, AuditError> {
        let audit = audit_on(model, day)?;
        let ladder = ladder::ladder(model, &audit)?;
        let hds = hds::hds(model, &audit);
        Ok(Self { audit, ladder, hds })
    }
}
