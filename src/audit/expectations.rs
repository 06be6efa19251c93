//! Expected answers, and whether they came out.

use super::claims::ClaimView;
use super::{Context, Graded};
use crate::kernel::Grade;
use crate::lower::{Case, Resolution, lower};
use crate::model::{Expectation, GradeWord, Model};
use crate::source::{Diagnostic, Position, Route, Span};
use crate::text::problem::{Problem, Sort};

/// An expectation and its outcome.
#[derive(Debug, Clone)]
pub struct ExpectationView {
    /// What it is about: `actor reads data`, or a claim's name.
    pub about: (String, String),
    /// The identifiers expected, each beside the one found.
    pub checks: Vec<Check>,
    /// Where it is written.
    pub span: Span,
    /// Where it is written.
    pub position: Position,
}

/// One value expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Which: `past`, `new`, `best.past`, `best.new`, `verdict`.
    pub what: &'static str,
    /// Expected.
    pub expected: String,
    /// Found.
    pub found: String,
}

impl ExpectationView {
    /// Whether everything came out as expected.
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.expected == check.found)
    }
}

/// Actors that no fact nor name of the model makes.
pub(super) fn unknown_actors(model: &Model) -> Vec<Diagnostic> {
    if model.statements.expect.iter().all(|expectation| expectation.actor.is_none()) {
        return Vec::new();
    }
    let facts = &lower(&model.architecture, &Resolution::all(Case::Worst)).facts;
    let known: Vec<String> = facts.actors().iter().map(|name| facts.text(*name).to_owned()).collect();
    let declared = |name: &str| {
        let model = &model.architecture;
        model.organisations.contains_key(name) || model.people.contains_key(name) || model.admins.contains_key(name)
    };
    let mut problems = Vec::new();
    for (at, expectation) in model.statements.expect.iter().enumerate() {
        let Some(actor) = &expectation.actor else { continue };
        if !declared(actor) && !known.contains(actor) {
            let problem = Problem::Undeclared { name: actor.clone(), sort: Sort::Actor, known: known.clone() };
            let route = Route::root("expect").index(at).key("actor");
            problems.push(Diagnostic::new(problem, model.tree.span(&route)));
        }
    }
    problems
}

pub(super) fn expectations(context: &Context, best: &Graded, claims: &[ClaimView]) -> Vec<ExpectationView> {
    let view = |(at, expectation): (usize, &Expectation)| {
        let route = Route::root("expect").index(at);
        let key = if expectation.claim.is_some() { "claim" } else { "actor" };
        let span = context.model.tree.span(&route.key(key));
        ExpectationView {
            about: (
                expectation
                    .actor
                    .clone()
                    .or_else(|| expectation.claim.as_ref().map(|id| id.0.clone()))
                    .unwrap_or_default(),
                expectation.data.as_ref().map(|id| id.0.clone()).unwrap_or_default(),
            ),
            checks: checks(context, best, claims, expectation),
            position: context.model.sources.position(span.start),
            span,
        }
    };
    context.model.statements.expect.iter().enumerate().map(view).collect()
}

fn checks(context: &Context, best: &Graded, claims: &[ClaimView], expectation: &Expectation) -> Vec<Check> {
    let verdict = || {
        let name = expectation.claim.as_ref()?;
        let claim = claims.iter().find(|claim| claim.id.as_deref() == Some(&**name))?;
        let (expected, found) = (expectation.verdict?.id().to_owned(), claim.verdict.id().to_owned());
        Some(Check { what: "verdict", expected, found })
    };
    let (Some(actor), Some(data)) = (&expectation.actor, &expectation.data) else {
        return verdict().into_iter().collect();
    };
    let (worst, best) = (context.worst.grades(actor, data), best.grades(actor, data));
    let at_best = expectation.best.as_ref();
    let wanted: [(&'static str, Option<GradeWord>, Grade); 4] = [
        ("past", expectation.past, worst.0),
        ("new", expectation.new, worst.1),
        ("best.past", at_best.and_then(|cell| cell.past), best.0),
        ("best.new", at_best.and_then(|cell| cell.new), best.1),
    ];
    let check = |(what, grade, found): (&'static str, Option<GradeWord>, Grade)| {
        Some(Check { what, expected: grade?.id().to_owned(), found: found.id().to_owned() })
    };
    wanted.into_iter().filter_map(check).collect()
}
