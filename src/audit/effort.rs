//! How much a model asks to compute, known before it is computed: no file keeps the tool busy for long.

use std::collections::BTreeSet;

use super::AuditError;
use crate::kernel::Facts;
use crate::lower::{Case, Lowered, MOST_STEPS, Resolution, lower};
use crate::model::{Claim, Expectation, Model, Statement};
use crate::source::{Diagnostic, Diagnostics, Route};
use crate::text::problem::Problem;

/// The most that is computed for one model: some ten seconds on an ordinary computer. The largest model of
/// the project asks for less than a fiftieth of it.
pub const MOST_EFFORT: u128 = 50_000_000;

/// What checking and telling the proofs of one cell costs, beside solving.
const CELL: u128 = 100;
/// How often a model without unknowns is solved: at worst, at best, on each rung of the ladder.
const SOLVED: u128 = 8;
/// How often it is solved again for each unknown.
const SOLVED_AGAIN: u128 = 3;

/// An estimate of what the audit of a model costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    actors: usize,
    facts: usize,
    data: usize,
    unknowns: usize,
    cost: u128,
}

/// Those whom an expectation takes together.
fn together(expectation: &Expectation) -> Option<Vec<&String>> {
    let actors = (!expectation.with.is_empty()).then(|| expectation.actor.iter().chain(expectation.with.iter()));
    actors.map(Iterator::collect)
}

/// How often a model is solved again for a claim that is checked in worlds of its own.
fn worlds(claim: &Claim, unknowns: u128) -> u128 {
    let of = |statement: &Statement| match statement {
        Statement::Without(keys) => keys.len() as u128,
        // Each component asks for itself, beside the actors.
        Statement::EndToEnd(_) => 4,
        Statement::Only(_) | Statement::Not(_) | Statement::Nobody(_) => 0,
    };
    claim.statements().iter().map(of).sum::<u128>() * (2 + SOLVED_AGAIN * unknowns)
}

impl Effort {
    /// The effort of solving these facts once.
    fn once(facts: &Facts) -> u128 {
        let weight = |list: usize| 1 + (list as u128) * (list as u128);
        let facts_weight: u128 = facts.iter().map(|(_, fact)| weight(Facts::list_of(fact).map_or(0, <[_]>::len))).sum();
        facts_weight * (facts.actors().len() as u128).max(1)
    }

    /// The effort of an audit, from the facts of the worst case.
    pub fn new(lowered: &Lowered, model: &Model) -> Self {
        let facts = &lowered.facts;
        let (claims, organisations) = (model.statements.claims.len(), model.architecture.organisations.len() as u128);
        let (actors, data) = (facts.actors().len(), facts.assets().count());
        let cells = (actors as u128) * (data as u128);
        let unknowns = lowered.unknowns.len();
        let solves = SOLVED + SOLVED_AGAIN * (unknowns as u128);
        let alone = Self::once(facts);
        // Organisations are pooled two by two, each pair as an actor more, and solved once more.
        let pooled = alone / (actors as u128).max(1) * organisations * organisations / 2;
        let expected: BTreeSet<Vec<&String>> = model.statements.expect.iter().filter_map(together).collect();
        let again: u128 = model.statements.claims.iter().map(|claim| worlds(claim, unknowns as u128)).sum();
        let cells_again = cells * (CELL + solves + claims as u128) + cells * CELL * again.min(1);
        let cost = alone * (solves + expected.len() as u128 + again) + pooled + cells_again;
        Self { actors, facts: facts.len(), data, unknowns, cost }
    }

    /// The estimate itself.
    pub fn cost(&self) -> u128 {
        self.cost
    }
}

/// An estimate of what solving these facts once costs.
pub(crate) fn solving_once(facts: &Facts) -> u128 {
    Effort::once(facts)
}

/// The mistake of a model that asks for too much, at its head, if it does.
pub(super) fn refusals(model: &Model) -> Vec<Diagnostic> {
    let lowered = lower(&model.architecture, &Resolution::all(Case::Worst));
    let effort = Effort::new(&lowered, model);
    if lowered.steps <= MOST_STEPS / 10 && effort.cost <= MOST_EFFORT {
        return Vec::new();
    }
    vec![too_much(model, effort)]
}

/// The mistake of a model one variant of which, solved once, asks for too much.
pub(crate) fn affordable(model: &Model, lowered: &Lowered) -> Result<(), AuditError> {
    if lowered.is_whole() && Effort::once(&lowered.facts) <= MOST_EFFORT {
        return Ok(());
    }
    Err(super::mistakes(model, vec![too_much(model, Effort::new(lowered, model))]))
}

/// The mistake of a model whose facts are not whole, which must not be shown as if they were.
pub(crate) fn incomplete(model: &Model, lowered: &Lowered) -> Option<Diagnostics> {
    let mistake = || too_much(model, Effort::new(lowered, model));
    (!lowered.is_whole()).then(|| Diagnostics::new(model.sources.clone(), vec![mistake()], 1))
}

fn too_much(model: &Model, effort: Effort) -> Diagnostic {
    let Effort { actors, facts, data, unknowns, .. } = effort;
    let problem = Problem::TooMuch { actors, facts, data, unknowns };
    Diagnostic::new(problem, model.tree.key_span(&Route::root("enclair")))
}
