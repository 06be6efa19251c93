//! The audit of a model: the one view that every output reads.

mod claims;
mod compulsion;
mod effort;
mod evidence;
mod expectations;
mod findings;
mod labels;
mod proofs;
mod questions;
mod verdicts;

use thiserror::Error;

pub use claims::ClaimView;
pub use compulsion::Compelled;
pub use effort::{Effort, MOST_EFFORT};
pub(crate) use effort::{affordable, incomplete};
pub use evidence::{EvidenceView, Weakest};
pub use expectations::{Check, ExpectationView};
pub use findings::{Finding, FindingKind};
pub use labels::labels_of;
pub use proofs::{Place, PlaceKind, ProofView, StepView};
pub use questions::Question;
pub use verdicts::{Actor, ActorKind, Undetermined, Verdict};

use crate::graph::{self, Graph, Unreached};
use crate::kernel::checker::Refusal;
use crate::kernel::{Derivation, Grade};
use crate::lower::{Assumed, Case, Lowered, Resolution, UnknownSite, lower};
use crate::model::Model;
use crate::source::{Diagnostics, Limits};
use crate::text::Both;
use crate::text::labels::Labels;

/// Why there is no audit.
#[derive(Debug, Error)]
pub enum AuditError {
    /// The model has mistakes.
    #[error("the model has mistakes")]
    Model(Box<Diagnostics>),
    /// A proof was refused by the independent checker: a fault of the tool, never of the model.
    #[error("internal error: the proof that `{actor}` reads `{data}` was refused: {refusal}")]
    Refused {
        /// The actor.
        actor: String,
        /// The data asset.
        data: String,
        /// Why.
        refusal: Refusal,
    },
}

/// A data asset as shown.
#[derive(Debug, Clone)]
pub struct DataView {
    /// Its name in the model.
    pub id: String,
    /// Its label.
    pub label: Both,
    /// Whether it is health data.
    pub health: bool,
    /// How many people it is about.
    pub subjects: Option<u64>,
    /// The labels of its declared readers.
    pub readers: Vec<Both>,
    /// The components that every path of it crosses.
    pub choke_points: Vec<Both>,
}

/// Everything an output needs.
#[derive(Debug, Clone)]
pub struct Audit {
    /// The file's name, as given.
    pub file: String,
    /// The SHA-256 of its text, in hexadecimal.
    pub hash: String,
    /// The system's name.
    pub system: Both,
    /// The date of the description.
    pub date: Option<String>,
    /// The vendor.
    pub vendor: Both,
    /// Actors, in the order of the file, adversaries last.
    pub actors: Vec<Actor>,
    /// Data assets, in the order of the file.
    pub data: Vec<DataView>,
    /// One verdict for each actor and data asset, actors first.
    pub verdicts: Vec<Verdict>,
    /// The proofs that verdicts refer to.
    pub proofs: Vec<ProofView>,
    /// What authorities can compel.
    pub compelled: Vec<Compelled>,
    /// What the vendor says, and what becomes of it.
    pub claims: Vec<ClaimView>,
    /// Expected answers, and whether they came out.
    pub expectations: Vec<ExpectationView>,
    /// What deserves attention.
    pub findings: Vec<Finding>,
    /// Defaults that were relied on.
    pub assumptions: Vec<AssumptionView>,
    /// What is not known, most decisive first.
    pub questions: Vec<Question>,
    /// Data that no declared path brings to its readers.
    pub unreached: Vec<(Both, Both)>,
    /// How many base facts there are, unknowns at worst.
    pub facts: usize,
    /// How many facts rest on what, weakest first, unknowns at worst; built-in adversaries are left out.
    pub supports: Vec<(crate::text::evidence::Support, usize)>,
    /// How often each rule fired, unknowns at worst.
    pub firings: Vec<(&'static str, usize)>,
}

impl Audit {
    /// The shorter proof of the easiest grade of a verdict, by position.
    pub fn shortest_proof(&self, verdict: &Verdict) -> Option<usize> {
        verdicts::shortest(verdict, &self.proofs)
    }
}

/// A default as shown.
#[derive(Debug, Clone)]
pub struct AssumptionView {
    /// Which default.
    pub assumption: crate::text::audit::Assumption,
    /// What it is about.
    pub about: Vec<Both>,
    /// The lines where that is declared.
    pub lines: Vec<usize>,
}

/// A lowering and its solution.
pub(crate) struct Solved {
    pub(crate) lowered: Lowered,
    pub(crate) derivation: Derivation,
}

impl Solved {
    pub(crate) fn new(model: &crate::model::Architecture, resolution: &Resolution) -> Self {
        Self::of(lower(model, resolution))
    }

    /// Solves what was lowered whole.
    pub(crate) fn of(lowered: Lowered) -> Self {
        assert!(lowered.is_whole(), "internal error: facts are missing");
        let derivation = Derivation::solve(&lowered.facts);
        Self { lowered, derivation }
    }

    /// The grades of a cell, public, by the names of the model.
    pub(crate) fn grades(&self, actor: &str, data: &str) -> (Grade, Grade) {
        let names = self.lowered.facts.names();
        match (names.get(actor), names.get(data)) {
            (Some(actor), Some(data)) => {
                let cell = self.derivation.cell(actor, data);
                (cell.past, cell.new)
            }
            _ => (Grade::None, Grade::None),
        }
    }
}

/// What the parts of an audit share.
struct Context<'m> {
    model: &'m Model,
    labels: Labels,
    worst: Solved,
    best: Solved,
}

/// Audits a model.
///
/// # Errors
/// Mistakes that only the graph or the actors' names show; or a proof that the checker refuses.
pub fn audit(model: &Model) -> Result<Audit, AuditError> {
    let faults = graph::problems(model);
    if !faults.is_empty() {
        return Err(mistakes(model, faults));
    }
    let worst = lower(&model.architecture, &Resolution::all(Case::Worst));
    if let Some(refusal) = effort::refusal(model, &worst) {
        return Err(mistakes(model, vec![refusal]));
    }
    let context = Context {
        model,
        labels: labels::labels_of(model),
        worst: Solved::of(worst),
        best: Solved::new(&model.architecture, &Resolution::all(Case::Best)),
    };
    let faults = expectations::unknown_actors(&context);
    if !faults.is_empty() {
        return Err(mistakes(model, faults));
    }
    let actors = verdicts::actors(&context);
    let (mut verdicts, proofs) = verdicts::verdicts(&context, &actors)?;
    let questions = questions::questions(&context, &actors, &mut verdicts);
    let claims = claims::claims(&context, &actors, &verdicts, &proofs);
    let expectations = expectations::expectations(&context, &claims);
    let mut audit = Audit {
        file: model.file.name.clone(),
        hash: hash(&model.file.text),
        system: model.statements.system.name.0.clone(),
        date: model.statements.system.date.as_ref().map(|date| date.0.clone()),
        vendor: context.labels.both(&model.architecture.vendor),
        data: data(&context),
        compelled: compulsion::compelled(&context),
        findings: Vec::new(),
        assumptions: assumptions(&context),
        unreached: unreached(&context),
        facts: context.worst.lowered.facts.len(),
        supports: evidence::supports(&context),
        firings: firings(&context),
        actors,
        verdicts,
        proofs,
        claims,
        expectations,
        questions,
    };
    audit.findings = findings::findings(&audit);
    Ok(audit)
}

pub(crate) fn mistakes(model: &Model, faults: Vec<crate::source::Diagnostic>) -> AuditError {
    let limit = Limits::default().problems;
    AuditError::Model(Box::new(Diagnostics::new(model.file.clone(), faults, limit)))
}

/// The SHA-256 of a text, in hexadecimal.
pub fn hash(text: &str) -> String {
    use sha2::{Digest, Sha256};
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('0'));
    Sha256::digest(text.as_bytes()).iter().flat_map(digits).collect()
}

fn data(context: &Context) -> Vec<DataView> {
    let architecture = &context.model.architecture;
    let graph = Graph::new(architecture);
    let view = |(id, data): (&String, &crate::model::Data)| DataView {
        id: id.clone(),
        label: context.labels.both(id),
        health: data.kind == crate::model::DataKind::Health,
        subjects: data.subjects,
        readers: data
            .readers
            .some()
            .into_iter()
            .flat_map(|readers| readers.iter())
            .map(|reader| context.labels.both(reader))
            .collect(),
        choke_points: graph.choke_points(id).iter().map(|name| context.labels.both(name)).collect(),
    };
    architecture.data.iter().map(view).collect()
}

fn unreached(context: &Context) -> Vec<(Both, Both)> {
    let graph = Graph::new(&context.model.architecture);
    let view = |Unreached { data, reader }: Unreached| (context.labels.both(&data), context.labels.both(&reader));
    graph.unreached().into_iter().map(view).collect()
}

fn assumptions(context: &Context) -> Vec<AssumptionView> {
    let labelled = |name: &String| {
        let parts: Vec<Both> = name.split(" → ").map(|part| context.labels.both(part)).collect();
        let join =
            |get: fn(&Both) -> &String| parts.iter().map(|part| get(part).as_str()).collect::<Vec<_>>().join(" → ");
        Both { fr: join(|both| &both.fr), en: join(|both| &both.en) }
    };
    let view = |assumed: &Assumed| AssumptionView {
        assumption: assumed.assumption,
        about: assumed.about.iter().filter(|name| !name.is_empty()).map(labelled).collect(),
        lines: assumed.routes.iter().map(|route| context.model.position(route).0).collect(),
    };
    context.worst.lowered.assumptions.iter().map(view).collect()
}

fn firings(context: &Context) -> Vec<(&'static str, usize)> {
    let counts = context.worst.derivation.next.firings();
    crate::kernel::clause::Rule::ALL.iter().map(|rule| (rule.id(), counts.get(rule).copied().unwrap_or(0))).collect()
}

/// The unknowns of a model, as the worst case meets them.
fn unknowns<'c>(context: &'c Context) -> &'c [UnknownSite] {
    &context.worst.lowered.unknowns
}
