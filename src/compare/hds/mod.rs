//! HDS beside end-to-end encryption: which activities each organisation carries out and what states them, what the
//! requirements organise around each access, and which answers each of the two changes.
//!
//! [`crate::lower::lower`] is never given certificates, so no verdict can depend on them.

mod access;
mod changed;
mod duties;
mod found;
mod perimeter;
mod places;
mod sovereignty;

pub use access::{Delegation, Frame, Right, Traces};
pub use changed::{Changed, SideBySide};
pub use duties::{Duty, DutyState, Gap, Open, Why};
pub use found::HdsFinding;
pub use perimeter::{Flow, FlowTls};
pub use places::Verb;
pub use sovereignty::{Ask, Located, Outcome, Publication, Remote, Sovereignty, Stored, Subject};

use super::ladder::Ladder;
use super::supposed::Supposed;
use crate::audit::{Audit, AuditError, labels_of};
use crate::kernel::Grade;
use crate::model::{Day, Maybe, Model};
use crate::text::Both;

use access::Access;
use duties::Duties;
use perimeter::Perimeter;
use places::Places;
use sovereignty::Borders;

/// What HDS organises in a system, and what it does not change.
#[derive(Debug, Clone)]
pub struct Hds {
    /// One for each certified organisation, in the order of the file.
    pub certificates: Vec<CertificateView>,
    /// Whether the model says anything of certificates, of qualifications or of controllers.
    pub stated: bool,
    /// The day on which certificates are judged.
    pub day: Option<Day>,
    /// The activities of each organisation, by what it does in the model.
    pub duties: Vec<Duty>,
    /// Entries that give an activity to nobody.
    pub open: Vec<Open>,
    /// Services of others through which health data only passes: no activity is derived from them.
    pub passing: Vec<Both>,
    /// Organisations with an activity that nothing states, of which the model does not say whether they are controllers.
    pub controller_not_stated: Vec<Both>,
    /// Who leaves operation to a certified organisation and has access all the same.
    pub delegations: Vec<Delegation>,
    /// Flows of health data between hosts without TLS.
    pub flows: Vec<Flow>,
    /// What frames each access by rights already granted.
    pub frames: Vec<Frame>,
    /// What the model says of logs.
    pub traces: Traces,
    /// Location, remote access, law, and what is to be published.
    pub sovereignty: Sovereignty,
    /// What deserves attention in it.
    pub findings: Vec<HdsFinding>,
    /// What certificates change, and what end-to-end encryption changes.
    pub changed: SideBySide,
}

/// A certified organisation.
#[derive(Debug, Clone)]
pub struct CertificateView {
    /// The organisation.
    pub organisation: Both,
    /// Its activities, 1 to 6.
    pub activities: Vec<u8>,
    /// Until when.
    pub until: Option<String>,
    /// The data that it reads by privilege all the same, without being a declared reader.
    pub reads: Vec<Both>,
}

impl CertificateView {
    /// Whether its activities are those of the category « hébergeur d’infrastructure physique » (1, 2).
    pub fn is_physical(&self) -> bool {
        self.activities.iter().any(|activity| *activity <= 2)
    }

    /// Whether its activities are those of the category « hébergeur infogéreur » (3 to 6).
    pub fn is_managed(&self) -> bool {
        self.activities.iter().any(|activity| *activity > 2)
    }
}

pub(super) fn hds(model: &Model, audit: &Audit, ladder: &Ladder, worst: &Supposed) -> Result<Hds, AuditError> {
    let labels = labels_of(model);
    let (day, places) = (audit.judged_on, Places::of(model));
    let found = Duties::of(model, &labels, day, &places);
    let duties = found.list();
    let administered = &found.administered;
    let access = Access { model, audit, labels: &labels, places: &places, duties: &duties, administered };
    let (delegations, frames, traces) = (access.delegations(), access.frames(), access.traces());
    let borders = Borders { model, audit, labels: &labels, day, places: &places, found: &found };
    let said = &model.statements;
    let mut hds = Hds {
        certificates: certificates(model, audit),
        stated: !(said.certificates.is_empty() && said.qualifications.is_empty() && said.controllers.is_empty()),
        day,
        controller_not_stated: controller_not_stated(model, &duties),
        delegations,
        flows: Perimeter { model, audit, labels: &labels, worst, duties: &duties }.flows(),
        frames,
        traces,
        sovereignty: borders.sovereignty(&duties),
        changed: changed::side_by_side(model, audit, ladder)?,
        open: found.open.clone(),
        passing: places.passing.iter().map(|name| labels.both(name)).collect(),
        findings: Vec::new(),
        duties,
    };
    hds.findings = found::findings(&hds, audit);
    Ok(hds)
}

fn certificates(model: &Model, audit: &Audit) -> Vec<CertificateView> {
    let labels = labels_of(model);
    let view = |(name, certificate): (&String, &crate::model::Certificate)| {
        let reads = audit.verdicts.iter().filter(|verdict| {
            let theirs = audit.actors[verdict.actor].id == *name;
            theirs && !verdict.intended && verdict.easiest() <= Grade::Privilege
        });
        CertificateView {
            organisation: labels.both(name),
            activities: certificate.activities.clone(),
            until: certificate.until.as_ref().map(|date| date.0.clone()),
            reads: reads.map(|verdict| audit.data[verdict.data].label.clone()).collect(),
        }
    };
    let all = model.statements.certificates.iter();
    all.filter(|(_, certificate)| !certificate.activities.is_empty()).map(view).collect()
}

/// Whoever runs its own system as a controller needs no certificate: asked where nothing states the activity.
fn controller_not_stated(model: &Model, duties: &[Duty]) -> Vec<Both> {
    let open = |duty: &&Duty| {
        let said = matches!(model.statements.controllers.get(&duty.id), Some(Maybe::Is(_)));
        !said && !matches!(duty.state, DutyState::Met | DutyState::NoEnd | DutyState::NoDay)
    };
    let mut all: Vec<Both> = Vec::new();
    for duty in duties.iter().filter(open) {
        if !all.contains(&duty.organisation) {
            all.push(duty.organisation.clone());
        }
    }
    all
}
