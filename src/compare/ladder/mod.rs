//! The ladder: the same system with no encryption, in transit, at rest too, then by the application or
//! end-to-end, and as declared.
//!
//! A rung that the model does not describe is filled with an ordinary default, and says so.

mod filler;
mod step;

use crate::audit::{ActorKind, Audit, AuditError, labels_of};
use crate::kernel::Grade;
use crate::model::{Architecture, Model};
use crate::text::Both;
use crate::text::labels::Labels;

use filler::Filler;
pub use step::Step;

/// A kind of encryption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RungKind {
    /// No encryption.
    None,
    /// In transit.
    Transit,
    /// In transit and at rest.
    AtRest,
    /// In transit, at rest and by the application, before it stores.
    Application,
    /// In transit, at rest and end-to-end.
    EndToEnd,
    /// As the model says.
    Declared,
}

impl RungKind {
    /// Every rung, from the bottom.
    pub const ALL: [Self; 6] =
        [Self::None, Self::Transit, Self::AtRest, Self::Application, Self::EndToEnd, Self::Declared];

    /// The rung that it is added to; none of no encryption, nor of what is declared.
    pub const fn below(self) -> Option<Self> {
        match self {
            Self::None | Self::Declared => None,
            Self::Transit => Some(Self::None),
            Self::AtRest => Some(Self::Transit),
            Self::Application | Self::EndToEnd => Some(Self::AtRest),
        }
    }

    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Transit => "in-transit",
            Self::AtRest => "at-rest",
            Self::Application => "application",
            Self::EndToEnd => "end-to-end",
            Self::Declared => "declared",
        }
    }
}

/// Something that the model does not describe, filled for a rung.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    /// TLS 1.3 on these links.
    Tls(Vec<Both>),
    /// An encrypted volume whose key the host keeps, for these storages.
    Volume(Vec<Both>),
    /// End-to-end for these data, between the readers' clients, recipients learnt from these services, unverified.
    EndToEnd(Vec<Both>, Vec<Both>),
    /// Data without a reader's client at any end: it stays as on the rung below.
    NoEnd(Vec<Both>),
    /// Encrypted by the services that read these storages, with a key that they keep.
    Application(Vec<Both>),
    /// Content encryption that the model declares is left out.
    ContentLeftOut(Vec<Both>),
}

/// One rung.
#[derive(Debug, Clone)]
pub struct Rung {
    /// Which.
    pub kind: RungKind,
    /// The grades of each verdict of the audit, past and new, in the same order.
    pub cells: Vec<(Grade, Grade)>,
    /// For each data asset: how many actors who are not meant to read it do, at each grade from
    /// privilege to breach.
    pub unintended: Vec<[usize; 3]>,
    /// What was filled.
    pub fills: Vec<Fill>,
    /// The system as it is then.
    pub architecture: Architecture,
    /// What it bought, beside the rung that it is added to.
    pub step: Option<Step>,
}

/// All rungs, from the bottom.
#[derive(Debug, Clone)]
pub struct Ladder {
    /// The rungs.
    pub rungs: Vec<Rung>,
}

impl Ladder {
    /// A rung by its kind.
    pub fn rung(&self, kind: RungKind) -> Option<&Rung> {
        self.rungs.iter().find(|rung| rung.kind == kind)
    }
}

pub(super) fn ladder(model: &Model, audit: &Audit) -> Result<Ladder, AuditError> {
    let labels = labels_of(model);
    let mut rungs: Vec<Rung> = Vec::new();
    for kind in RungKind::ALL {
        let mut rung = rung(model, audit, kind, &labels)?;
        let below = kind.below().and_then(|below| rungs.iter().find(|known| known.kind == below));
        rung.step = below.map(|below| Step::new(audit, &below.cells, &rung.cells, |data| data.headline));
        rungs.push(rung);
    }
    Ok(Ladder { rungs })
}

fn rung(model: &Model, audit: &Audit, kind: RungKind, labels: &Labels) -> Result<Rung, AuditError> {
    let mut filler = Filler::new(model.architecture.clone(), labels);
    filler.climb(kind);
    let cells = if kind == RungKind::Declared {
        audit.verdicts.iter().map(|verdict| (verdict.past, verdict.new)).collect()
    } else {
        super::recomputed(model, audit, &filler.architecture)?
    };
    let unintended = unintended(audit, &cells);
    let Filler { architecture, fills, .. } = filler;
    Ok(Rung { kind, cells, unintended, fills, architecture, step: None })
}

/// Who reads each data asset without being meant to, by grade.
fn unintended(audit: &Audit, cells: &[(Grade, Grade)]) -> Vec<[usize; 3]> {
    let mut unintended = vec![[0; 3]; audit.data.len()];
    for (verdict, (past, new)) in audit.verdicts.iter().zip(cells) {
        if verdict.intended || audit.actors[verdict.actor].kind == ActorKind::CommonBase {
            continue;
        }
        let slot = match past.min(new) {
            Grade::Design | Grade::Privilege => 0,
            Grade::Tampering | Grade::Evident => 1,
            Grade::Breach => 2,
            Grade::None => continue,
        };
        unintended[verdict.data][slot] += 1;
    }
    unintended
}
