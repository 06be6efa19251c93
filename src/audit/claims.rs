//! What the vendor says, confirmed or refuted.

use super::Context;
use super::proofs::ProofView;
use super::verdicts::{Actor, ActorKind, Verdict, shortest};
use crate::kernel::Grade;
use crate::model::{Claim, ClaimVerdict};
use crate::source::{Position, Route, Span};
use crate::text::{Both, Lang};

/// A claim and what becomes of it.
#[derive(Debug, Clone)]
pub struct ClaimView {
    /// Its name.
    pub id: Option<String>,
    /// The vendor's words.
    pub says: Both,
    /// The data it is about, by position.
    pub data: Vec<usize>,
    /// The labels of the only readers it allows.
    pub only: Vec<Both>,
    /// What becomes of it.
    pub verdict: ClaimVerdict,
    /// The verdicts against it, by position, easiest first and shortest proof first.
    pub against: Vec<usize>,
    /// The questions it depends on, by position.
    pub questions: Vec<usize>,
    /// Where its words stand, in French and in English.
    pub spans: [Span; 2],
    /// Where it is written.
    pub position: Position,
}

impl ClaimView {
    /// Where its words stand, in a language.
    pub fn span(&self, lang: Lang) -> &Span {
        let [fr, en] = &self.spans;
        lang.pick(fr, en)
    }
}

pub(super) fn claims(
    context: &Context,
    actors: &[Actor],
    verdicts: &[Verdict],
    proofs: &[ProofView],
) -> Vec<ClaimView> {
    let judge = |(at, claim)| judge(context, actors, (verdicts, proofs), at, claim);
    context.model.statements.claims.iter().enumerate().map(judge).collect()
}

fn judge(
    context: &Context,
    actors: &[Actor],
    (verdicts, proofs): (&[Verdict], &[ProofView]),
    at: usize,
    claim: &Claim,
) -> ClaimView {
    let architecture = &context.model.architecture;
    let data: Vec<usize> = claim.data.iter().filter_map(|id| architecture.data.get_index_of(&id.0)).collect();
    let concerned = |verdict: &Verdict| {
        let actor = &actors[verdict.actor];
        let allowed = claim.only.iter().any(|only| only.0 == actor.id);
        data.contains(&verdict.data) && !allowed && actor.kind != ActorKind::CommonBase
    };
    let cells: Vec<usize> = (0..verdicts.len()).filter(|at| concerned(&verdicts[*at])).collect();
    let at_worst = |at: usize| verdicts[at].easiest().public();
    let at_best = |at: usize| {
        let best = verdicts[at].undetermined.as_ref().map(|best| best.past.min(best.new));
        best.unwrap_or_else(|| verdicts[at].easiest()).public()
    };
    let worst = outcome(cells.iter().map(|at| at_worst(*at)));
    let best = outcome(cells.iter().map(|at| at_best(*at)));
    let verdict = if worst == best { worst } else { ClaimVerdict::Undetermined };
    let mut against: Vec<usize> = cells.into_iter().filter(|at| at_worst(*at) <= Grade::Tampering).collect();
    // What is certain comes before what depends on an unknown, people of the system before
    // adversaries, and short ways before long ones.
    let steps = |at: usize| shortest(&verdicts[at], proofs).map_or(usize::MAX, |proof| proofs[proof].steps.len());
    let adversary = |at: usize| actors[verdicts[at].actor].kind >= ActorKind::UnknownOwner;
    against.sort_by_key(|at| (at_worst(*at), at_best(*at), adversary(*at), steps(*at), *at));
    let mut questions: Vec<usize> = Vec::new();
    if verdict == ClaimVerdict::Undetermined {
        for at in &against {
            let asked = verdicts[*at].undetermined.iter().flat_map(|best| best.questions.iter().copied());
            questions.extend(asked.filter(|question| !questions.contains(question)).collect::<Vec<_>>());
        }
    }
    let route = Route::root("claims").index(at).key("says");
    // Where one text stands for both languages, the longer route stops at it.
    let spans = ["fr", "en"].map(|lang| context.model.tree.span(&route.key(lang)));
    ClaimView {
        id: claim.id.as_ref().map(|id| id.0.clone()),
        says: claim.says.0.clone(),
        data,
        only: claim.only.iter().map(|only| context.labels.both(only)).collect(),
        verdict,
        against,
        questions,
        spans,
        position: context.model.position(&route),
    }
}

/// What grades of others make of a claim.
fn outcome(grades: impl Iterator<Item = Grade>) -> ClaimVerdict {
    match grades.min().unwrap_or(Grade::None) {
        Grade::Design | Grade::Privilege => ClaimVerdict::Refuted,
        Grade::Tampering | Grade::Evident => ClaimVerdict::Tampering,
        Grade::Breach | Grade::None => ClaimVerdict::Holds,
    }
}
