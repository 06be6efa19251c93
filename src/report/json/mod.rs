//! The JSON of `check`: versioned, with the identifiers of the method, independent of language
//! but for the sentences that people read.

mod shape;

use indexmap::IndexMap;

use shape::{
    Acceptance, Against, Assumption, BeforeAfter, Cell, Certificate, Check, Choke, Claim, Compelled, Expectation,
    ExplainedWord, FindingJson, Location, Mistake, Model, Nothing, Question, Refused, Rung, RungCell, Slots, Step,
    Undetermined,
};

use super::{hds, scenarios, together, transfers};
use crate::audit::{About, AcceptanceView, Audit, Finding, Verdict};
use crate::compare::Dossier;
use crate::source::{Diagnostics, Position};
use crate::text::claims::Word;
use crate::text::{Lang, harmless};

/// A model that was audited, or the mistakes that kept it from being.
#[derive(Debug)]
pub enum Outcome {
    /// Audited, its variants after itself.
    Done(Vec<Dossier>),
    /// Refused.
    Refused(Box<Diagnostics>),
    /// Nothing was computed for another reason: the name of the file, and why.
    Nothing(String, String),
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
        Outcome::Nothing(file, why) => serde_json::to_value(Nothing { format: FORMAT, file, error: why }),
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
        scenarios: scenarios::json(dossier, lang),
        transfers: transfers::json(dossier, lang),
        claims: claims(audit, lang),
        expectations: expectations(audit),
        findings: audit.findings.iter().map(|one| finding(audit, one, lang)).collect(),
        acceptances: audit.acceptances.iter().map(|one| acceptance(audit, one, lang)).collect(),
        judged_on: audit.judged_on.filter(|_| !audit.acceptances.is_empty()).map(|day| day.to_string()),
        assumptions: assumptions(audit, lang),
        questions: questions(audit, lang),
        ladder: ladder(dossier, lang),
        certificates: certificates(dossier, lang),
        hds: hds::json(&dossier.audit, &dossier.hds, lang),
        choke_points: choke_points(audit, lang),
        numbers: super::numbers::json(dossier),
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
    audit
        .compelled
        .iter()
        .map(|one| Compelled {
            authority: &one.authority,
            organisation: &one.organisation,
            power: one.order.id(),
            data: &one.data,
            past: one.past.id(),
            new: one.new.id(),
        })
        .collect()
}

fn at(audit: &Audit, Position { file, line, column }: Position) -> Location<'_> {
    let file = &audit.files[file];
    Location { file, line, column }
}

fn claims(audit: &Audit, lang: Lang) -> Vec<Claim<'_>> {
    let against = |one: &crate::audit::Against| {
        let verdict = &audit.verdicts[one.verdict];
        Against { actor: &audit.actors[verdict.actor].id, data: &audit.data[verdict.data].id, grade: one.grade.id() }
    };
    audit
        .claims
        .iter()
        .map(|claim| Claim {
            id: claim.id.as_deref(),
            says: claim.says.get(lang),
            data: claim.data.iter().map(|at| audit.data[*at].id.as_str()).collect(),
            form: claim.form,
            checked: claim.checked.get(lang),
            verdict: claim.verdict.id(),
            against: claim.against.iter().map(against).collect(),
            plaintext_at: claim.elsewhere.iter().map(|(label, _)| label.get(lang)).collect(),
            words: claim.words.iter().map(|word| explained(*word, lang)).collect(),
            location: at(audit, claim.position),
        })
        .collect()
}

fn explained(word: Word, lang: Lang) -> ExplainedWord {
    ExplainedWord { id: word.id(), word: word.name(lang), text: word.explanation(lang) }
}

fn expectations(audit: &Audit) -> Vec<Expectation<'_>> {
    audit
        .expectations
        .iter()
        .map(|one| {
            let (claim, cell) = match &one.about {
                About::Claim(name) => (Some(name.as_str()), None),
                About::Cell { actor, with, order, data } => (None, Some((actor, with, order, data))),
            };
            let order = cell.and_then(|(_, _, order, _)| order.as_ref());
            Expectation {
                actor: cell.map(|(actor, ..)| actor.as_str()),
                with: cell.map(|(_, with, ..)| with.as_slice()).unwrap_or_default(),
                order: order.map(|(order, _)| order.id()),
                through: order.and_then(|(_, through)| through.as_deref()),
                data: cell.map(|(.., data)| data.as_str()),
                claim,
                source: &one.sources,
                holds: one.holds(),
                checks: one
                    .checks
                    .iter()
                    .map(|check| Check { what: check.what, expected: &check.expected, found: &check.found })
                    .collect(),
                location: at(audit, one.position),
            }
        })
        .collect()
}

fn finding<'a>(audit: &'a Audit, finding: &'a Finding, lang: Lang) -> FindingJson<'a> {
    let verdict = finding.verdict.map(|at| &audit.verdicts[at]);
    let raised = finding.raised.map(|at| &audit.raised[at]);
    FindingJson {
        rule: finding.kind.id(),
        actor: verdict.map(|verdict| audit.actors[verdict.actor].id.as_str()),
        data: verdict.map(|verdict| audit.data[verdict.data].id.as_str()),
        claim: finding.claim.and_then(|at| audit.claims[at].id.as_deref()),
        about: (!finding.about.is_empty()).then_some(finding.about.as_slice()),
        severity: raised.map(|one| one.weight.severity.id()),
        title: raised.map(|one| super::findings::title(one, lang)),
        grade: finding.grade.id(),
        accepted: finding.accepted.map(|at| acceptance(audit, &audit.acceptances[at], lang)),
        acceptance: finding.acceptance.map(|at| acceptance(audit, &audit.acceptances[at], lang)),
        locations: finding.locations.iter().map(|position| at(audit, *position)).collect(),
    }
}

fn acceptance<'a>(audit: &'a Audit, one: &'a AcceptanceView, lang: Lang) -> Acceptance<'a> {
    Acceptance {
        finding: &one.rule,
        about: &one.about,
        actor: one.actor.as_deref(),
        data: one.data.as_deref(),
        claim: one.claim.as_deref(),
        owner: one.owner.get(lang),
        reason: one.reason.get(lang),
        until: one.until.to_string(),
        state: one.state.id(),
        location: at(audit, one.position),
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
            location: at(audit, one.position),
        })
        .collect()
}

/// What a rung bought.
fn step<'a>(audit: &'a Audit, rung: &crate::compare::Rung, lang: Lang) -> Option<Step<'a>> {
    let (step, below) = (rung.step.as_ref()?, rung.kind.below()?);
    let ids = |actors: &[usize]| actors.iter().map(|at| audit.actors[*at].id.as_str()).collect();
    Some(Step {
        below: below.id(),
        on: audit.data.iter().filter(|data| data.headline).map(|data| data.id.as_str()).collect(),
        stopped: ids(&step.stopped),
        held: ids(&step.held),
        partly: ids(&step.partly),
        nearer: ids(&step.nearer),
        privilege: BeforeAfter { before: step.privilege.0, after: step.privilege.1 },
        text: super::ladder::step(rung, audit, lang).unwrap_or_default(),
    })
}

fn ladder(dossier: &Dossier, lang: Lang) -> Vec<Rung<'_>> {
    let audit = &dossier.audit;
    let mut rungs = Vec::new();
    for rung in &dossier.ladder.rungs {
        let cells = audit.verdicts.iter().zip(&rung.cells).map(|(verdict, (past, new))| RungCell {
            actor: &audit.actors[verdict.actor].id,
            data: &audit.data[verdict.data].id,
            past: past.id(),
            new: new.id(),
        });
        let (id, step) = (rung.kind.id(), step(audit, rung, lang));
        rungs.push(Rung { id, step, cells: cells.collect() });
    }
    rungs
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
    let mut errors = Vec::new();
    for one in &diagnostics.list {
        let Position { file, line, column } = sources.position(one.span.start);
        errors.push(Mistake {
            code: one.problem.code(),
            message: harmless(&one.problem.message(lang)),
            help: one.problem.help(lang).map(|help| harmless(&help)),
            variant: one.variant.as_deref().map(|(name, _)| name.as_str()),
            location: Location { file: &sources.file(file).name, line, column },
        });
    }
    Refused { format: FORMAT, file: &sources.root().name, errors }
}
