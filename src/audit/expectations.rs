//! Expected answers, and whether they came out.

use super::claims::ClaimView;
use super::{Context, Solved};
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
    /// File, by its number.
    pub file: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
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

pub(super) fn expectations(context: &Context, claims: &[ClaimView]) -> Vec<ExpectationView> {
    let view = |(at, expectation): (usize, &Expectation)| {
        let route = Route::root("expect").index(at);
        let key = if expectation.claim.is_some() { "claim" } else { "actor" };
        let span = context.model.tree.span(&route.key(key));
        let Position { file, line, column } = context.model.sources.position(span.start);
        ExpectationView {
            about: (
                expectation
                    .actor
                    .clone()
                    .or_else(|| expectation.claim.as_ref().map(|id| id.0.clone()))
                    .unwrap_or_default(),
                expectation.data.as_ref().map(|id| id.0.clone()).unwrap_or_default(),
            ),
            checks: checks(context, claims, expectation),
            span,
            file,
            line,
            column,
        }
    };
    context.model.statements.expect.iter().enumerate().map(view).collect()
}

fn checks(context: &Context, claims: &[ClaimView], expectation: &Expectation) -> Vec<Check> {
    let mut checks = Vec::new();
    if let Some(name) = &expectation.claim {
        let claim = claims.iter().find(|claim| claim.id.as_deref() == Some(&**name));
        if let (Some(claim), Some(verdict)) = (claim, expectation.verdict) {
            checks.push(Check {
                what: "verdict",
                expected: verdict.id().to_owned(),
                found: claim.verdict.id().to_owned(),
            });
        }
        return checks;
    }
    let (Some(actor), Some(data)) = (&expectation.actor, &expectation.data) else {
        return checks;
    };
    let best = expectation.best.as_ref();
    let wanted: [(&Solved, &'static str, Option<GradeWord>, bool); 4] = [
        (&context.worst, "past", expectation.past, true),
        (&context.worst, "new", expectation.new, false),
        (&context.best, "best.past", best.and_then(|best| best.past), true),
        (&context.best, "best.new", best.and_then(|best| best.new), false),
    ];
    for (solved, what, grade, past) in wanted {
        let Some(grade) = grade else { continue };
        let found = solved.grades(actor, data);
        checks.push(Check {
            what,
            expected: grade.id().to_owned(),
            found: if past { found.0 } else { found.1 }.id().to_owned(),
        });
    }
    checks
}
