//! What certificates change, and what end-to-end encryption changes: both computed again.

use crate::audit::{ActorKind, Audit, AuditError};
use crate::compare::ladder::{Ladder, RungKind};
use crate::compare::recomputed;
use crate::kernel::{Grade, plain};
use crate::lower::{Case, Resolution, lower};
use crate::model::{Architecture, Model};

/// An answer that end-to-end encryption changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// The verdict, by position.
    pub verdict: usize,
    /// What is kept and what passes, before.
    pub before: (Grade, Grade),
    /// The same on the rung of end-to-end encryption.
    pub after: (Grade, Grade),
    /// Whether the model has end-to-end encryption for the data already: before is then the rung below.
    pub declared: bool,
}

/// The two comparisons, side by side.
#[derive(Debug, Clone)]
pub struct SideBySide {
    /// How many answers there are, those of whoever can alter every device apart.
    pub cells: usize,
    /// How many base facts, unknowns at worst.
    pub facts: usize,
    /// How many answers change once no organisation has any certificate.
    pub without: usize,
    /// How many change once each has all six activities, and `SecNumCloud` 3.2.
    pub with_all: usize,
    /// What end-to-end encryption changes.
    pub end_to_end: Vec<Changed>,
}

pub(super) fn side_by_side(model: &Model, audit: &Audit, ladder: &Ladder) -> Result<SideBySide, AuditError> {
    let own = facts(&model.architecture);
    Ok(SideBySide {
        cells: cells(audit).count(),
        facts: audit.facts,
        without: moved(model, audit, &own, false)?,
        with_all: moved(model, audit, &own, true)?,
        end_to_end: end_to_end(model, audit, ladder),
    })
}

fn cells(audit: &Audit) -> impl Iterator<Item = usize> {
    let counted = |at: &usize| audit.actors[audit.verdicts[*at].actor].kind != ActorKind::CommonBase;
    (0..audit.verdicts.len()).filter(counted)
}

fn facts(architecture: &Architecture) -> String {
    plain(&lower(architecture, &Resolution::all(Case::Worst)).facts)
}

/// How many answers the same text changes, read with every certificate or with none. The same facts have the same
/// answers: they are solved again only if one differs.
fn moved(model: &Model, audit: &Audit, own: &str, every: bool) -> Result<usize, AuditError> {
    let other = model.recertified(every);
    if facts(&other) == own {
        return Ok(0);
    }
    let grades = recomputed(model, audit, &other)?;
    let differs = |at: &usize| grades[*at] != (audit.verdicts[*at].past, audit.verdicts[*at].new);
    Ok(cells(audit).filter(differs).count())
}

fn end_to_end(model: &Model, audit: &Audit, ladder: &Ladder) -> Vec<Changed> {
    let grades = |kind: RungKind| ladder.rung(kind).map(|rung| &rung.cells);
    let (Some(below), Some(top)) = (grades(RungKind::AtRest), grades(RungKind::EndToEnd)) else { return Vec::new() };
    let declared = |data: usize| {
        let id = &audit.data[data].id;
        model.architecture.end_to_end.iter().any(|entry| entry.data.iter().any(|one| one.0 == *id))
    };
    let mut found = Vec::new();
    for at in cells(audit) {
        let verdict = &audit.verdicts[at];
        let declared = declared(verdict.data);
        let before = if declared { below[at] } else { (verdict.past, verdict.new) };
        if before != top[at] {
            found.push(Changed { verdict: at, before, after: top[at], declared });
        }
    }
    found
}
