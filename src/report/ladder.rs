//! The ladder in words, for every output.

use super::actors;
use crate::audit::Audit;
use crate::compare::{Rung, RungKind, Step};
use crate::text::ladder::{self, RungText, StepNames};
use crate::text::{Lang, typeset};

/// The words of a rung.
pub const fn text(kind: RungKind) -> RungText {
    match kind {
        RungKind::None => RungText::None,
        RungKind::Transit => RungText::Transit,
        RungKind::AtRest => RungText::AtRest,
        RungKind::Application => RungText::Application,
        RungKind::EndToEnd => RungText::EndToEnd,
        RungKind::Declared => RungText::Declared,
    }
}

/// What a rung bought beside the one that it is added to, if it is added to one.
pub fn step(rung: &Rung, audit: &Audit, lang: Lang) -> Option<String> {
    let names = names(audit, rung.step.as_ref()?, lang);
    Some(typeset(&names.sentences(text(rung.kind), lang), lang))
}

/// Whom a step moves, in words.
pub(super) fn names(audit: &Audit, step: &Step, lang: Lang) -> StepNames {
    let listed = |actors: &[usize]| actors::listed(audit, actors.iter().copied(), lang);
    StepNames {
        stopped: listed(&step.stopped),
        held: listed(&step.held),
        partly: listed(&step.partly),
        nearer: listed(&step.nearer),
        privilege: step.privilege,
    }
}

/// On which data steps are told.
pub(super) fn scope(audit: &Audit, lang: Lang) -> &'static str {
    let health = audit.data.iter().any(|data| data.health);
    ladder::scope(health, audit.data.iter().any(|data| !data.headline), lang)
}
