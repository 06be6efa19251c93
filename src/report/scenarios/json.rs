//! Breach scenarios in the JSON of `check`, and in one of their own.

use serde::Serialize;

use super::{act, once, state_text};
use crate::audit::Audit;
use crate::compare::{Dossier, Event, Outcome, Scenario};
use crate::text::Lang;

/// One event and what it gives.
#[derive(Serialize)]
pub(in crate::report) struct ScenarioJson<'a> {
    event: &'static str,
    actor: &'a str,
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    authority: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    power: Option<&'static str>,
    worst: &'static str,
    undetermined: bool,
    concerned: Option<ConcernedJson>,
    outcomes: Vec<OutcomeJson<'a>>,
    explain: Option<ExplainJson<'a>>,
    turns_on: Vec<&'static str>,
}

#[derive(Serialize)]
struct ConcernedJson {
    at_least: u64,
    at_most: u64,
    unsaid: usize,
}

#[derive(Serialize)]
struct ExplainJson<'a> {
    actor: &'a str,
    data: &'a str,
}

#[derive(Serialize)]
struct OutcomeJson<'a> {
    data: &'a str,
    state: &'static str,
    /// The state with unknowns at best, where it differs.
    best: Option<&'static str>,
    past: &'static str,
    new: &'static str,
    acts: Vec<ActJson>,
    keys: Vec<Vec<&'a str>>,
}

#[derive(Serialize)]
struct ActJson {
    id: &'static str,
    text: String,
}

/// The schema of the document of `scenarios`.
pub const FORMAT: &str = "enclair-scenarios/1";

/// What `scenarios` prints as JSON.
///
/// # Errors
/// Only if a value cannot be written as JSON, which none of them is.
pub fn document(dossier: &Dossier, lang: Lang) -> Result<String, serde_json::Error> {
    let audit = &dossier.audit;
    let root = serde_json::json!({
        "format": FORMAT, "language": lang.id(), "version": env!("CARGO_PKG_VERSION"), "file": audit.file, "variant": audit.variant,
        "model_sha256": audit.hash, "scenarios": json(dossier, lang),
    });
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

pub(in crate::report) fn json(dossier: &Dossier, lang: Lang) -> Vec<ScenarioJson<'_>> {
    dossier.scenarios.iter().map(|one| scenario(&dossier.audit, one, lang)).collect()
}

fn scenario<'a>(audit: &'a Audit, one: &'a Scenario, lang: Lang) -> ScenarioJson<'a> {
    let (authority, power) = match &one.event {
        Event::Adversary => (None, None),
        Event::Order { authority, order, .. } => (Some(authority.as_str()), Some(order.id())),
    };
    let states = once(one.outcomes.iter().map(|outcome| outcome.state));
    ScenarioJson {
        event: if authority.is_some() { "order" } else { "adversary" },
        actor: &one.actor,
        label: one.label.get(lang),
        authority,
        power,
        worst: one.worst().id(),
        undetermined: one.undetermined(),
        concerned: one.concerned.map(|some| ConcernedJson {
            at_least: some.at_least,
            at_most: some.at_most,
            unsaid: some.unsaid,
        }),
        outcomes: one.outcomes.iter().map(|outcome| outcome_json(audit, outcome, lang)).collect(),
        explain: one.explain.map(|data| ExplainJson { actor: &one.actor, data: &audit.data[data].id }),
        turns_on: states.into_iter().map(|state| state_text(state).turns_on(lang)).collect(),
    }
}

fn outcome_json<'a>(audit: &'a Audit, outcome: &'a Outcome, lang: Lang) -> OutcomeJson<'a> {
    OutcomeJson {
        data: &audit.data[outcome.data].id,
        state: outcome.state.id(),
        best: outcome.best.map(crate::compare::State::id),
        past: outcome.past.id(),
        new: outcome.new.id(),
        acts: outcome.acts.iter().map(|one| ActJson { id: one.id(), text: act(one, lang) }).collect(),
        keys: outcome.keys.iter().map(|set| set.iter().map(|key| key.get(lang)).collect()).collect(),
    }
}
