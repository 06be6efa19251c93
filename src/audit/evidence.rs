//! What answers rest on: the evidence of each place, and the weakest of a proof.

use super::proofs::{Place, ProofView, StepView};
use super::verdicts::Verdict;
use super::{Audit, Context};
use crate::lower::Origin;
use crate::model::{Evidence, EvidenceLevel, Model};
use crate::source::Route;
use crate::text::Both;
use crate::text::evidence::Support;

/// What a place rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceView {
    /// How strong it is.
    pub support: Support,
    /// The document, and the place in it.
    pub reference: Option<Both>,
    /// Its date.
    pub date: Option<String>,
    /// Who wrote, saw or tried it.
    pub by: Option<Both>,
}

/// What a proof rests on at its weakest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weakest<'p> {
    /// How strong that is.
    pub support: Support,
    /// The places that rest on no more.
    pub places: Vec<&'p Place>,
}

impl Weakest<'_> {
    /// The files and lines of those places, in order, each once.
    pub fn lines(&self) -> Vec<(usize, usize)> {
        let mut lines: Vec<(usize, usize)> = self.places.iter().map(|place| place.position.of_line()).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }
}

/// Where a fact comes from has evidence of its own; `None` for what every model gets.
pub(super) fn of(model: &Model, origin: &Origin) -> Option<EvidenceView> {
    let bare = |support| EvidenceView { support, reference: None, date: None, by: None };
    match origin {
        Origin::BuiltIn(_) => None,
        Origin::Assumed(..) => Some(bare(Support::Assumed)),
        Origin::Stated(route) if is_unknown(model, route) => Some(bare(Support::Assumed)),
        Origin::Stated(route) => Some(model.architecture.evidence(route).map_or_else(|| bare(Support::Declared), view)),
    }
}

/// Whether a model says `unknown` somewhere: what follows from it is then taken at worst, whatever it rests on.
pub(super) fn is_unknown(model: &Model, route: &Route) -> bool {
    let (file, within) = model.sources.within(&model.tree.span(route));
    model.sources.file(file).text.get(within) == Some("unknown")
}

fn view(evidence: &Evidence) -> EvidenceView {
    EvidenceView {
        support: support(evidence.level),
        reference: evidence.reference.as_ref().map(|label| label.0.clone()),
        date: evidence.date.as_ref().map(|date| date.0.clone()),
        by: evidence.by.as_ref().map(|label| label.0.clone()),
    }
}

const fn support(level: EvidenceLevel) -> Support {
    match level {
        EvidenceLevel::Declared => Support::Declared,
        EvidenceLevel::Document => Support::Document,
        EvidenceLevel::Observed => Support::Observed,
        EvidenceLevel::Tested => Support::Tested,
    }
}

impl StepView {
    /// The weakest evidence that the step itself cites.
    pub fn support(&self) -> Option<Support> {
        self.places.iter().filter_map(Place::support).min()
    }
}

impl Place {
    /// How strong its evidence is; `None` for what every model gets.
    pub fn support(&self) -> Option<Support> {
        self.evidence.as_ref().map(|evidence| evidence.support)
    }
}

impl ProofView {
    /// What the proof rests on at its weakest; `None` when it rests on nothing of the model.
    pub fn weakest(&self) -> Option<Weakest<'_>> {
        let support = self.steps.iter().filter_map(StepView::support).min()?;
        let mut places: Vec<&Place> = Vec::new();
        for place in self.steps.iter().flat_map(|step| &step.places) {
            let known = places.iter().any(|known| known.span == place.span);
            if place.support() == Some(support) && !known {
                places.push(place);
            }
        }
        Some(Weakest { support, places })
    }
}

impl Audit {
    /// The weakest evidence of a proof, by its position.
    pub fn support(&self, proof: Option<usize>) -> Option<Support> {
        Some(self.proofs[proof?].weakest()?.support)
    }

    /// Whether any fact rests on more than the author's word.
    pub fn has_evidence(&self) -> bool {
        self.supports.iter().any(|(support, count)| *support > Support::Declared && *count > 0)
    }

    /// Of the answers by privilege, or easier, of actors who are not meant to read: how many rest on
    /// something that is assumed, how many others on something only declared, and how many there are.
    pub fn weak_answers(&self) -> (usize, usize, usize) {
        let answers = self.verdicts.iter().filter(|verdict| verdict.is_unintended_reader());
        let supports: Vec<Option<Support>> =
            answers.map(|verdict: &Verdict| self.support(self.shortest_proof(verdict))).collect();
        let count = |wanted: Support| supports.iter().filter(|support| **support == Some(wanted)).count();
        (count(Support::Assumed), count(Support::Declared), supports.len())
    }
}

/// How many facts there are at each level, the weakest of its places counting for a fact; what every
/// model gets is left out.
pub(super) fn supports(context: &Context) -> Vec<(Support, usize)> {
    let lowered = &context.worst.lowered;
    let origins: Vec<Option<Support>> =
        lowered.origins.iter().map(|origin| of(context.model, origin).map(|evidence| evidence.support)).collect();
    let weakest = |(id, _): (crate::kernel::FactId, &crate::kernel::Fact)| {
        let sources = lowered.facts.sources(id).iter();
        sources.filter_map(|source| origins.get(source.0 as usize).copied().flatten()).min()
    };
    let found: Vec<Support> = lowered.facts.iter().filter_map(weakest).collect();
    Support::ALL.map(|level| (level, found.iter().filter(|support| **support == level).count())).to_vec()
}
