//! Certificates: who has which, and who reads all the same.
//!
//! [`crate::lower::lower`] is never given certificates, so no verdict can depend on them.

use crate::audit::{Audit, labels_of};
use crate::kernel::Grade;
use crate::model::Model;
use crate::text::Both;

/// The certificates of a system's organisations.
#[derive(Debug, Clone)]
pub struct Hds {
    /// One for each certified organisation, in the order of the file.
    pub certificates: Vec<CertificateView>,
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

pub(super) fn hds(model: &Model, audit: &Audit) -> Hds {
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
    let certificates = model.statements.certificates.iter().map(view).collect();
    Hds { certificates }
}
