//! The audit of a model: the one view that every output reads.

mod acceptances;
mod at_place;
mod claims;
mod collusion;
mod compulsion;
mod defence;
mod effort;
mod evidence;
mod expectations;
mod findings;
mod labels;
mod missing;
mod proofs;
mod questions;
mod rests;
mod silences;
mod story;
mod verdicts;

use std::cell::RefCell;

use thiserror::Error;

pub use acceptances::{AcceptanceState, AcceptanceView};
pub use at_place::proofs_at_place;
pub use claims::{Against, ClaimView};
pub use collusion::Collusion;
pub use compulsion::Compelled;
pub(crate) use compulsion::reached;
pub use defence::{Defence, MissingSet, Slots, defences};
pub use effort::{Effort, MOST_EFFORT};
pub(crate) use effort::{affordable, incomplete, solving_once};
pub use evidence::{EvidenceView, Weakest};
pub use expectations::{About, Check, ExpectationView};
pub use findings::{Finding, FindingKind};
pub use labels::labels_of;
pub use missing::{Missing, Need, Search, Slot};
pub use proofs::{Place, PlaceKind, ProofView, StepView};
pub use questions::Question;
pub use rests::Rest;
pub use story::{SourceView, Story};
pub use verdicts::{Actor, ActorKind, Undetermined, Verdict};

use crate::findings::{Raised, Thwarted, Weight, raised as findings_of, thwarted};
use crate::graph::{self, Graph, Unreached};
use crate::kernel::checker::Refusal;
use crate::kernel::{Atom, Derivation, Facts, Grade, Phase, Solution};
use crate::lower::{Assumed, Case, Lowered, Resolution, lower};
use crate::model::{Architecture, Data, DataKind, Day, Model};
use crate::source::{Diagnostic, Diagnostics, Limits, Position, Sources};
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
    /// Whether the answer in one sentence is about it: health data if there is any; else all but metadata.
    pub headline: bool,
    /// How many people it is about.
    pub subjects: Option<u64>,
    /// The labels of its declared readers.
    pub readers: Vec<Both>,
    /// The components that every path of it crosses.
    pub choke_points: Vec<Both>,
}

/// What the catalogue of findings raises, as shown.
#[derive(Debug, Clone)]
pub struct RaisedView {
    /// The finding.
    pub raised: Raised,
    /// How much it weighs, and why.
    pub weight: Weight,
    /// The labels of what it is raised on.
    pub about: Vec<Both>,
}

/// Everything an output needs.
#[derive(Debug, Clone)]
pub struct Audit {
    /// The name of the model's own file, as given.
    pub file: String,
    /// The names of all its files, that one first, in the order of reading.
    pub files: Vec<String>,
    /// The SHA-256 of its text, in hexadecimal: see [`hash`].
    pub hash: String,
    /// Which variant of the model it is, by its name.
    pub variant: Option<String>,
    /// The system's name, and that of the variant.
    pub system: Both,
    /// The name of the variant alone; of the model itself, that of the system.
    pub own_name: Both,
    /// The date of the description.
    pub date: Option<String>,
    /// What is told of the system before its answers.
    pub story: Option<Story>,
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
    /// What two independent organisations reach together and neither alone.
    pub collusions: Vec<Collusion>,
    /// What the vendor says, and what becomes of it.
    pub claims: Vec<ClaimView>,
    /// Expected answers, and whether they came out.
    pub expectations: Vec<ExpectationView>,
    /// What the catalogue of findings raises, unknowns at worst, heaviest first.
    pub raised: Vec<RaisedView>,
    /// What protections keep from somebody, and as long as what.
    pub thwarted: Vec<Thwarted>,
    /// What deserves attention.
    pub findings: Vec<Finding>,
    /// Risks that somebody accepts, and what becomes of them.
    pub acceptances: Vec<AcceptanceView>,
    /// The day on which these are judged, if anything says which it is.
    pub judged_on: Option<Day>,
    /// Defaults that were relied on.
    pub assumptions: Vec<AssumptionView>,
    /// What is not known, most decisive first; then what the model says nothing of.
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

    /// The verdict of an actor and a data asset, by position, from their names.
    pub fn verdict_of(&self, actor: &str, data: &str) -> Option<usize> {
        let of = |verdict: &Verdict| self.actors[verdict.actor].id == actor && self.data[verdict.data].id == data;
        self.verdicts.iter().position(of)
    }

    /// The questions that the model itself asks, by an `unknown`; they come first.
    pub fn unknowns(&self) -> &[Question] {
        &self.questions[..self.asked()]
    }

    /// The questions on what the model says nothing of.
    pub fn silences(&self) -> &[Question] {
        &self.questions[self.asked()..]
    }

    fn asked(&self) -> usize {
        self.questions.iter().take_while(|question| question.topic.is_none()).count()
    }
}

impl Audit {
    /// The property that a question is about, with its file where that is not the model's own.
    pub fn property_of(&self, question: &Question) -> String {
        match question.position.file {
            0 => question.property.clone(),
            file => format!("{}, {}", question.property, self.files[file]),
        }
    }
}

/// A default as shown.
#[derive(Debug, Clone)]
pub struct AssumptionView {
    /// Which default.
    pub assumption: crate::text::audit::Assumption,
    /// What it is about.
    pub about: Vec<Both>,
    /// Where that is declared.
    pub locations: Vec<Position>,
}

/// A lowering and its solution.
struct Solved {
    lowered: Lowered,
    derivation: Derivation,
}

impl Solved {
    fn new(model: &Architecture, resolution: &Resolution) -> Self {
        let lowered = whole(lower(model, resolution));
        let derivation = Derivation::solve(&lowered.facts);
        Self { lowered, derivation }
    }

    /// The grades of a cell, by the names of the model.
    fn grades(&self, actor: &str, data: &str) -> (Grade, Grade) {
        grades(&self.lowered.facts, &self.derivation.next, actor, data)
    }
}

/// A lowering of which grades alone are wanted: no mark, which takes a second phase to know.
pub(crate) struct Graded {
    facts: Facts,
    solution: Solution,
}

impl Graded {
    fn new(model: &Architecture, resolution: &Resolution) -> Self {
        Self::of(lower(model, resolution))
    }

    /// Solves what was lowered whole.
    pub(crate) fn of(lowered: Lowered) -> Self {
        let facts = whole(lowered).facts;
        let solution = Solution::solve(&facts, Phase::Next);
        Self { facts, solution }
    }

    /// The grades of a cell, by the names of the model.
    pub(crate) fn grades(&self, actor: &str, data: &str) -> (Grade, Grade) {
        grades(&self.facts, &self.solution, actor, data)
    }
}

fn whole(lowered: Lowered) -> Lowered {
    assert!(lowered.is_whole(), "internal error: facts are missing");
    lowered
}

fn grades(facts: &Facts, solution: &Solution, actor: &str, data: &str) -> (Grade, Grade) {
    match (facts.names().get(actor), facts.names().get(data)) {
        (Some(actor), Some(data)) => (solution.grade(Atom::Past(actor, data)), solution.grade(Atom::New(actor, data))),
        _ => (Grade::None, Grade::None),
    }
}

/// What the parts of an audit share.
struct Context<'m> {
    model: &'m Model,
    labels: Labels,
    worst: Solved,
}

impl<'m> Context<'m> {
    fn new(model: &'m Model) -> Self {
        Self {
            model,
            labels: labels::labels_of(model),
            worst: Solved::new(&model.architecture, &Resolution::all(Case::Worst)),
        }
    }
}

/// Audits a model.
///
/// # Errors
/// Mistakes that only the graph or the actors' names show; or a proof that the checker refuses.
pub fn audit(model: &Model) -> Result<Audit, AuditError> {
    audit_on(model, None)
}

/// Audits a model, accepted risks being judged on a day. Default: the model's own date. No answer depends on it.
///
/// # Errors
/// As [`audit`].
pub fn audit_on(model: &Model, day: Option<Day>) -> Result<Audit, AuditError> {
    // Nothing is solved before it is known that all of it can be.
    let checks: [fn(&Model) -> Vec<Diagnostic>; 4] =
        [graph::problems, effort::refusals, expectations::unknown_actors, acceptances::problems];
    for check in checks {
        let faults = model.every(check);
        if !faults.is_empty() {
            return Err(mistakes(model, faults));
        }
    }
    let context = Context::new(model);
    let actors = verdicts::actors(&context);
    let (mut verdicts, mut proofs) = verdicts::verdicts(&context, &actors)?;
    let best = Graded::new(&model.architecture, &Resolution::all(Case::Best));
    let questions = questions::questions(&context, &best, &actors, &mut verdicts);
    let answers = claims::Answers { context: &context, actors: &actors, verdicts: &verdicts, questions: &questions };
    let claims = claims::claims(&answers, &mut proofs)?;
    let compelled = compulsion::compelled(&context);
    let expectations = expectations::expectations(&expectations::Answers {
        context: &context,
        best: &best,
        actors: &actors,
        verdicts: &verdicts,
        compelled: &compelled,
        claims: &claims,
        questions: &questions,
        pooled: RefCell::default(),
    });
    let mut audit = Audit {
        file: model.sources.root().name.clone(),
        files: model.sources.files().map(|file| file.name.clone()).collect(),
        hash: hash(&model.sources),
        variant: model.variant.as_ref().map(|variant| variant.id.clone()),
        system: system(model),
        own_name: own_name(model),
        date: model.statements.system.date.as_ref().map(|date| date.0.clone()),
        story: Story::new(model),
        vendor: context.labels.both(&model.architecture.vendor),
        data: data(&context),
        compelled,
        collusions: collusion::collusions(&context),
        raised: raised(&context),
        thwarted: thwarted(&model.architecture, &context.worst.lowered, &context.worst.derivation.next),
        findings: Vec::new(),
        acceptances: Vec::new(),
        judged_on: day.or_else(|| Day::parse(model.statements.system.date.as_ref()?)),
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
    audit.findings = findings::findings(&audit, model);
    let day = audit.judged_on;
    acceptances::accept(&mut audit, model, day);
    Ok(audit)
}

pub(crate) fn mistakes(model: &Model, faults: Vec<Diagnostic>) -> AuditError {
    let limit = Limits::default().problems;
    AuditError::Model(Box::new(Diagnostics::new(model.sources.clone(), faults, limit)))
}

/// What the catalogue raises, heaviest first; of equals, in the order of the rules, then of the file.
fn raised(context: &Context) -> Vec<RaisedView> {
    let (architecture, worst) = (&context.model.architecture, &context.worst);
    let view = |raised: Raised| RaisedView {
        weight: raised.weight(architecture),
        about: raised.about.iter().map(|name| context.labels.both(name)).collect(),
        raised,
    };
    let found = findings_of(architecture, &worst.lowered, &worst.derivation.next);
    let mut all: Vec<RaisedView> = found.into_iter().map(view).collect();
    all.sort_by_key(|one| one.weight.severity);
    all
}

/// The name of the system, with that of the variant.
fn system(model: &Model) -> Both {
    let Both { fr, en } = &model.statements.system.name.0;
    match &model.variant {
        None => Both { fr: fr.clone(), en: en.clone() },
        Some(variant) => {
            Both { fr: format!("{fr} – {}", variant.label.fr), en: format!("{en} – {}", variant.label.en) }
        }
    }
}

fn own_name(model: &Model) -> Both {
    model.variant.as_ref().map_or_else(|| model.statements.system.name.0.clone(), |variant| variant.label.clone())
}

/// The SHA-256 of a model, in hexadecimal. Of one file it is that of its text. Of several it is that
/// of all, in the order of reading, each written as its path from the folder of the model's own file,
/// a line feed, the number of its bytes, a line feed, and its text.
pub fn hash(sources: &Sources) -> String {
    use sha2::{Digest, Sha256};
    let mut text = String::new();
    for (path, file) in sources.paths().zip(sources.files()) {
        if sources.files().len() > 1 {
            let size = file.text.len().to_string();
            text.extend([path, "\n", &size, "\n"]);
        }
        text += &file.text;
    }
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('0'));
    Sha256::digest(text.as_bytes()).iter().flat_map(digits).collect()
}

fn data(context: &Context) -> Vec<DataView> {
    let architecture = &context.model.architecture;
    let graph = Graph::new(architecture);
    let health = architecture.data.values().any(|data| data.kind == DataKind::Health);
    let some_else = architecture.data.values().any(|data| data.kind != DataKind::Metadata);
    let headline =
        |kind: DataKind| if health { kind == DataKind::Health } else { !some_else || kind != DataKind::Metadata };
    let view = |(id, data): (&String, &Data)| DataView {
        id: id.clone(),
        label: context.labels.both(id),
        health: data.kind == DataKind::Health,
        headline: headline(data.kind),
        subjects: data.subjects,
        readers: data.declared_readers().iter().map(|reader| context.labels.both(reader)).collect(),
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
        locations: assumed.routes.iter().map(|route| context.model.position(route)).collect(),
    };
    context.worst.lowered.assumptions.iter().map(view).collect()
}

fn firings(context: &Context) -> Vec<(&'static str, usize)> {
    let counts = context.worst.derivation.next.firings();
    crate::kernel::clause::Rule::ALL.iter().map(|rule| (rule.id(), counts.get(rule).copied().unwrap_or(0))).collect()
}
