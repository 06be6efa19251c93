//! Comparisons: the ladder, single changes, two models or more, certificates, how many can read, what an event would give, who
//! outside the EEA reads.

mod cells;
mod changes;
mod comparison;
mod custody;
mod diff;
pub mod hds;
mod ladder;
mod map;
mod numbers;
mod remedies;
mod scenarios;
mod study;
mod supposed;
mod transfers;

pub use cells::{Move, Slots, readers_by_privilege, unintended_readers};
pub use changes::{Changes, Effect, changes};
pub use comparison::{Column, Comparison, Reader, Row, Said};
pub use custody::{Custody, Kept, KeptAt, Opened, OpenedHow, Password};
pub use diff::{CellChange, Diff, FactGroup, Flip, Scope, Side, Thing, diff};
pub use hds::{CertificateView, Hds};
pub use ladder::{Fill, Ladder, Rung, RungKind, Step};
pub use map::{Channel, HeldKey, Lane, Perimeter, Pipe, Place, Presence, Reading, Spot, SystemMap};
pub use numbers::{ClearAt, DataNumbers, Member, Numbers, OwnerGroup, Readers};
pub use remedies::{Remedied, remedies};
pub use scenarios::{Act, Concerned, Event, Outcome, Scenario, State};
pub use study::Study;
pub use transfers::{
    Conclusion, Condition, Query, Standing, Status, Tie, TieKind, Transfer, Transferred, Transfers, UseCase,
};

use crate::audit::{Audit, AuditError, Finding, FindingKind, Graded, Verdict, affordable, audit_on};
use crate::kernel::Grade;
use crate::lower::{Case, Resolution, lower};
use crate::model::{Architecture, Day, Model};
use supposed::Supposed;

/// An audit with its comparisons: what a report shows.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The audit.
    pub audit: Audit,
    /// The same system under each kind of encryption.
    pub ladder: Ladder,
    /// HDS beside end-to-end encryption: what certificates organise, and what they do not change.
    pub hds: Hds,
    /// What each adversary and each order would have, supposing that it has happened.
    pub scenarios: Vec<Scenario>,
    /// Who outside the European Economic Area has what.
    pub transfers: Transfers,
    /// How many can read, and where data is in clear.
    pub numbers: Numbers,
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
        let mut audit = audit_on(model, day)?;
        let ladder = ladder::ladder(model, &audit)?;
        let (worst, best) = (Supposed::new(model, Case::Worst)?, Supposed::new(model, Case::Best)?);
        let hds = hds::hds(model, &audit, &ladder, &worst)?;
        let scenarios = scenarios::scenarios(model, &audit, &worst, &best);
        let transfers = transfers::transfers(model, &audit, &worst, &best);
        let numbers = numbers::numbers(model, &audit);
        let more = hds.findings.iter().map(|one| Finding {
            verdict: one.verdict,
            about: one.about.clone(),
            ..Finding::new(FindingKind::Hds(one.rule), Grade::None, one.locations.clone())
        });
        audit.add_findings(model, more.collect());
        Ok(Self { audit, ladder, hds, scenarios, transfers, numbers })
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
