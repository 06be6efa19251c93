//! The JSON of `check`: versioned, with the identifiers of the method, independent of language
//! but for the sentences that people read.

use indexmap::IndexMap;
use serde::Serialize;

use super::together;
use crate::audit::{Audit, Finding, Verdict};
use crate::compare::Dossier;
use crate::source::{Diagnostics, Position};
use crate::text::{Lang, harmless};

/// A model that was audited, or the mistakes that kept it from being.
#[derive(Debug)]
pub enum Outcome {
    /// Audited, its variants after itself.
    Done(Vec<Dossier>),
    /// Refused.
    Refused(Box<Diagnostics>),
}

#[derive(Serialize)]
struct Model<'a> {
    format: &'static str,
    file: &'a str,
    #[serde(rename = "model_sha256")]
    sha256: &'a str,
    version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<&'a str>,
    headline: String,
    evidence: std::collections::BTreeMap<&'static str, usize>,
    verdicts: Vec<Cell<'a>>,
    common_base: Option<together::BaseJson<'a>>,
    compelled: Vec<Compelled<'a>>,
    collusions: Vec<together::CollusionJson<'a>>,
    claims: Vec<Claim<'a>>,
    expectations: Vec<Expectation<'a>>,
    findings: Vec<FindingJson<'a>>,
    assumptions: Vec<Assumption<'a>>,
    questions: Vec<Question<'a>>,
    ladder: Vec<Rung<'a>>,
    certificates: Vec<Certificate<'a>>,
    choke_points: Vec<Choke<'a>>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    variants: IndexMap<String, Model<'a>>,
}

#[derive(Serialize)]
struct Slots<T> {
    past: T,
    new: T,
}

#[derive(Serialize)]
struct Cell<'a> {
    actor: &'a str,
    data: &'a str,
    past: &'static str,
    new: &'static str,
    evident: Slots<bool>,
    next_use: bool,
    intended: bool,
    undetermined: Option<Undetermined<'a>>,
    /// The weakest evidence that each proof rests on.
    evidence: Slots<Option<&'static str>>,
}

#[derive(Serialize)]
struct Undetermined<'a> {
    best: Slots<&'static str>,
    questions: Vec<&'a str>,
}

#[derive(Serialize)]
struct Compelled<'a> {
    authority: &'a str,
    organisation: &'a str,
    power: &'static str,
    data: &'a str,
    past: &'static str,
    new: &'static str,
}

#[derive(Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Claim<'a> {
    id: Option<&'a str>,
    says: &'a str,
    data: Vec<&'a str>,
    verdict: &'static str,
    against: Vec<Against<'a>>,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Against<'a> {
    actor: &'a str,
    data: &'a str,
    grade: &'static str,
}

#[derive(Serialize)]
struct Expectation<'a> {
    actor: Option<&'a str>,
    data: Option<&'a str>,
    claim: Option<&'a str>,
    holds: bool,
    checks: Vec<Check<'a>>,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Check<'a> {
    what: &'static str,
    expected: &'a str,
    found: &'a str,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'static str,
    actor: Option<&'a str>,
    data: Option<&'a str>,
    claim: Option<&'a str>,
    grade: &'static str,
    locations: Vec<Location<'a>>,
}

#[derive(Serialize)]
struct Assumption<'a> {
    id: &'static str,
    worst_case: bool,
    text: &'static str,
    about: Vec<&'a str>,
    locations: Vec<Location<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    topic: Option<&'static str>,
    property: &'a str,
    to: &'a str,
    text: &'a str,
    worst: &'a str,
    best: &'a str,
    decides: usize,
    data: Vec<&'a str>,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Rung<'a> {
    id: &'static str,
    cells: Vec<RungCell<'a>>,
}

#[derive(Serialize)]
struct RungCell<'a> {
    actor: &'a str,
    data: &'a str,
    past: &'static str,
    new: &'static str,
}

#[derive(Serialize)]
struct Certificate<'a> {
    organisation: &'a str,
    activities: &'a [u8],
    until: Option<&'a str>,
}

#[derive(Serialize)]
struct Choke<'a> {
    data: &'a str,
    components: Vec<&'a str>,
}

#[derive(Serialize)]
struct Refused<'a> {
    format: &'static str,
    file: &'a str,
    errors: Vec<Mistake<'a>>,
}

#[derive(Serialize)]
struct Mistake<'a> {
    code: &'static str,
    message: String,
    help: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<&'a str>,
    location: Location<'a>,
}

/// The format of one model.
pub const FORMAT: &str = "enclair-check/1";
/// The format of several.
pub const SET_FORMAT: &str = "enclair-check-set/1";

/// The JSON of several models, or of one that stands alone.
///
/// # Errors
/// Only if a value cannot be written as JSON, which none of them is.
pub fn check(outcomes: &[Outcome], lang: Lang) -> Result<String, serde_json::Error> {
    let models = outcomes.iter().map(|outcome| value(outcome, lang)).collect::<Result<Vec<_>, _>>()?;
    let root = match models.as_slice() {
        [one] => one.clone(),
        _ => serde_json::json!({ "format": SET_FORMAT, "models": models }),
    };
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

fn value(outcome: &Outcome, lang: Lang) -> Result<serde_json::Value, serde_json::Error> {
    match outcome {
        Outcome::Done(dossiers) => serde_json::to_value(dossiers.split_first().map(|(first, variants)| {
            let names = variants.iter().map(|one| one.audit.variant.clone().unwrap_or_default());
            let variants = names.zip(variants.iter().map(|one| model(one, lang))).collect();
            Model { variants, ..model(first, lang) }
        })),
        Outcome::Refused(diagnostics) => serde_json::to_value(refused(diagnostics, lang)),
    }
}

fn model(dossier: &Dossier, lang: Lang) -> Model<'_> {
    let audit = &dossier.audit;
    Model {
        format: FORMAT,
        file: &audit.file,
        sha256: &audit.hash,
        version: env!("CARGO_PKG_VERSION"),
        variant: audit.variant.as_deref(),
        headline: super::Summary::new(audit).answer.headline(lang),
        evidence: audit.supports.iter().map(|(support, count)| (support.id(), *count)).collect(),
        verdicts: audit.verdicts.iter().map(|verdict| cell(audit, verdict)).collect(),
        common_base: together::common_base(audit, lang),
        compelled: compelled(audit),
        collusions: together::json(audit),
        claims: claims(audit, lang),
        expectations: expectations(audit),
        findings: audit.findings.iter().map(|one| finding(audit, one)).collect(),
        assumptions: assumptions(audit, lang),
        questions: questions(audit, lang),
        ladder: ladder(dossier),
        certificates: certificates(dossier, lang),
        choke_points: choke_points(audit, lang),
        variants: IndexMap::new(),
    }
}

fn cell<'a>(audit: &'a Audit, verdict: &'a Verdict) -> Cell<'a> {
    Cell {
        actor: &audit.actors[verdict.actor].id,
        data: &audit.data[verdict.data].id,
        past: verdict.past.id(),
        new: verdict.new.id(),
        evident: Slots { past: verdict.past.is_evident(), new: verdict.new.is_evident() },
        next_use: verdict.next_use,
        intended: verdict.intended,
        undetermined: verdict.undetermined.as_ref().map(|best| Undetermined {
            best: Slots { past: best.past.id(), new: best.new.id() },
            questions: best.questions.iter().map(|at| audit.questions[*at].property.as_str()).collect(),
        }),
        evidence: Slots { past: support(audit, verdict.past_proof), new: support(audit, verdict.new_proof) },
    }
}

fn support(audit: &Audit, proof: Option<usize>) -> Option<&'static str> {
    audit.support(proof).map(crate::text::evidence::Support::id)
}

fn compelled(audit: &Audit) -> Vec<Compelled<'_>> {
    let row = |row: &'_ crate::audit::Compelled| -> (&'static str, &'static str, &'static str) {
        (row.order.id(), row.past.id(), row.new.id())
    };
    audit
        .compelled
        .iter()
        .map(|one| {
            let (power, past, new) = row(one);
            Compelled { authority: &one.authority, organisation: &one.organisation, power, data: &one.data, past, new }
        })
        .collect()
}

fn at(audit: &Audit, Position { file, line, column }: Position) -> Location<'_> {
    let file = &audit.files[file];
    Location { file, line, column }
}

fn claims(audit: &Audit, lang: Lang) -> Vec<Claim<'_>> {
    let against = |at: &usize| {
        let verdict = &audit.verdicts[*at];
        Against {
            actor: &audit.actors[verdict.actor].id,
            data: &audit.data[verdict.data].id,
            grade: verdict.easiest().id(),
        }
    };
    let view = |claim: &'_ crate::audit::ClaimView| -> (Vec<usize>, Vec<usize>) {
        (claim.data.clone(), claim.against.clone())
    };
    audit
        .claims
        .iter()
        .map(|claim| {
            let (data, cells) = view(claim);
            Claim {
                id: claim.id.as_deref(),
                says: claim.says.get(lang),
                data: data.iter().map(|at| audit.data[*at].id.as_str()).collect(),
                verdict: claim.verdict.id(),
                against: cells.iter().map(against).collect(),
                location: at(audit, Position { file: claim.file, line: claim.line, column: claim.column }),
            }
        })
        .collect()
}

fn expectations(audit: &Audit) -> Vec<Expectation<'_>> {
    let present = |text: &'_ str| !text.is_empty();
    audit
        .expectations
        .iter()
        .map(|one| {
            let (first, data) = (one.about.0.as_str(), one.about.1.as_str());
            let is_claim = !present(data);
            Expectation {
                actor: (!is_claim).then_some(first),
                data: (!is_claim).then_some(data),
                claim: is_claim.then_some(first),
                holds: one.holds(),
                checks: one
                    .checks
                    .iter()
                    .map(|check| Check { what: check.what, expected: &check.expected, found: &check.found })
                    .collect(),
                location: at(audit, Position { file: one.file, line: one.line, column: one.column }),
            }
        })
        .collect()
}

fn finding<'a>(audit: &'a Audit, finding: &'a Finding) -> FindingJson<'a> {
    let verdict = finding.verdict.map(|at| &audit.verdicts[at]);
    FindingJson {
        rule: finding.kind.id(),
        actor: verdict.map(|verdict| audit.actors[verdict.actor].id.as_str()),
        data: verdict.map(|verdict| audit.data[verdict.data].id.as_str()),
        claim: finding.claim.and_then(|at| audit.claims[at].id.as_deref()),
        grade: finding.grade.id(),
        locations: finding.locations.iter().map(|position| at(audit, *position)).collect(),
    }
}

fn assumptions(audit: &Audit, lang: Lang) -> Vec<Assumption<'_>> {
    audit
        .assumptions
        .iter()
        .map(|one| Assumption {
            id: one.assumption.id(),
            worst_case: one.assumption.is_worst_case(),
            text: one.assumption.sentence(lang),
            about: one.about.iter().map(|both| both.get(lang)).collect(),
            locations: one.locations.iter().map(|position| at(audit, *position)).collect(),
        })
        .collect()
}

fn questions(audit: &Audit, lang: Lang) -> Vec<Question<'_>> {
    audit
        .questions
        .iter()
        .map(|one| Question {
            topic: one.topic.map(crate::text::silence::Topic::id),
            property: &one.property,
            to: &one.to,
            text: one.text.get(lang),
            worst: one.answers.0.get(lang),
            best: one.answers.1.get(lang),
            decides: one.decides,
            data: one.data.iter().map(|at| audit.data[*at].id.as_str()).collect(),
            location: at(audit, Position { file: one.file, line: one.line, column: one.column }),
        })
        .collect()
}

fn ladder(dossier: &Dossier) -> Vec<Rung<'_>> {
    let audit = &dossier.audit;
    let cells = |rung: &crate::compare::Rung| -> Vec<(usize, &'static str, &'static str)> {
        let grades = rung.cells.iter().enumerate();
        grades.map(|(at, (past, new))| (at, past.id(), new.id())).collect()
    };
    let named = |(at, past, new): (usize, &'static str, &'static str)| RungCell {
        actor: &audit.actors[audit.verdicts[at].actor].id,
        data: &audit.data[audit.verdicts[at].data].id,
        past,
        new,
    };
    let rungs = dossier.ladder.rungs.iter();
    rungs.map(|rung| Rung { id: rung.kind.id(), cells: cells(rung).into_iter().map(named).collect() }).collect()
}

fn certificates(dossier: &Dossier, lang: Lang) -> Vec<Certificate<'_>> {
    dossier
        .hds
        .certificates
        .iter()
        .map(|one| Certificate {
            organisation: one.organisation.get(lang),
            activities: &one.activities,
            until: one.until.as_deref(),
        })
        .collect()
}

fn choke_points(audit: &Audit, lang: Lang) -> Vec<Choke<'_>> {
    audit
        .data
        .iter()
        .map(|data| Choke { data: &data.id, components: data.choke_points.iter().map(|both| both.get(lang)).collect() })
        .collect()
}

fn refused(diagnostics: &Diagnostics, lang: Lang) -> Refused<'_> {
    let sources = &diagnostics.sources;
    let mistake = |one: &'_ crate::source::Diagnostic| -> (&'static str, String, Option<String>, Position) {
        let position = sources.position(one.span.start);
        let help = one.problem.help(lang).map(|help| harmless(&help));
        (one.problem.code(), harmless(&one.problem.message(lang)), help, position)
    };
    let told = |one| {
        let (code, message, help, Position { file, line, column }) = mistake(one);
        let location = Location { file: &sources.file(file).name, line, column };
        let variant = one.variant.as_deref().map(|(name, _)| name.as_str());
        Mistake { code, message, help, variant, location }
    };
    Refused { format: FORMAT, file: &sources.root().name, errors: diagnostics.list.iter().map(told).collect() }
}
