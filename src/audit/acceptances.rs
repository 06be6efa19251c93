//! Risks that somebody accepts: which findings they cover, and what has expired or covers nothing.

use super::expectations::actors_of;
use super::findings::{Finding, FindingKind};
use super::{About, Audit};
use crate::kernel::Grade;
use crate::lower::{Case, Resolution, lower};
use crate::model::{Acceptance, Day, Model};
use crate::source::{Diagnostic, Position, Route, Span};
use crate::text::Both;
use crate::text::problem::{Problem, Sort};

/// An accepted risk, and what becomes of it.
#[derive(Debug, Clone)]
pub struct AcceptanceView {
    /// The rule of the findings that it covers.
    pub rule: String,
    /// What the finding must be raised on.
    pub about: Vec<String>,
    /// The actor that it is limited to.
    pub actor: Option<String>,
    /// The data asset that it is limited to.
    pub data: Option<String>,
    /// The claim that it is limited to.
    pub claim: Option<String>,
    /// Who answers for it.
    pub owner: Both,
    /// Why.
    pub reason: Both,
    /// The last day on which it holds.
    pub until: Day,
    /// What becomes of it.
    pub state: AcceptanceState,
    /// How many findings it covers, whether it holds or not.
    pub findings: usize,
    /// Where it is written.
    pub span: Span,
    /// Where it is written.
    pub position: Position,
}

/// What becomes of an accepted risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcceptanceState {
    /// It holds: the findings that it covers do not count.
    Holds,
    /// Its last day is past: they count again.
    Expired,
    /// Nothing says what day it is: they count, since it may have expired.
    Undated,
    /// It covers no finding.
    Unmatched,
}

impl AcceptanceState {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Expired => "expired",
            Self::Undated => "undated",
            Self::Unmatched => "unmatched",
        }
    }

    /// The finding that it makes, if it does not hold.
    const fn finding(self) -> Option<FindingKind> {
        match self {
            Self::Holds => None,
            Self::Expired => Some(FindingKind::AcceptanceExpired),
            Self::Undated => Some(FindingKind::AcceptanceUndated),
            Self::Unmatched => Some(FindingKind::AcceptanceUnmatched),
        }
    }
}

/// Rules that no finding has, and actors that no fact nor name of the model makes.
pub(super) fn problems(model: &Model) -> Vec<Diagnostic> {
    let accepted = &model.statements.accept;
    if accepted.is_empty() {
        return Vec::new();
    }
    let rules: Vec<String> = FindingKind::acceptable().map(|kind| kind.id().to_owned()).collect();
    let facts = lower(&model.architecture, &Resolution::all(Case::Worst)).facts;
    let actors = actors_of(model, &facts);
    let mut problems = Vec::new();
    for (at, one) in accepted.iter().enumerate() {
        let route = Route::root("accept").index(at);
        let mut say = |problem, key| problems.push(Diagnostic::new(problem, model.tree.span(&route.key(key))));
        if !rules.contains(&one.finding) {
            say(Problem::UnknownValue { value: one.finding.clone(), known: rules.clone() }, "finding");
        }
        if let Some(actor) = one.actor.as_ref().filter(|actor| !actors.contains(*actor)) {
            say(Problem::Undeclared { name: actor.clone(), sort: Sort::Actor, known: actors.clone() }, "actor");
        }
    }
    problems
}

/// Tells each finding which accepted risk covers it, and adds those of accepted risks themselves.
pub(super) fn accept(audit: &mut Audit, model: &Model, today: Option<Day>) {
    for (at, one) in model.statements.accept.iter().enumerate() {
        let covered: Vec<usize> =
            (0..audit.findings.len()).filter(|finding| covers(audit, one, &audit.findings[*finding])).collect();
        let state = match today {
            _ if covered.is_empty() => AcceptanceState::Unmatched,
            None => AcceptanceState::Undated,
            Some(today) if today > one.until => AcceptanceState::Expired,
            Some(_) => AcceptanceState::Holds,
        };
        for finding in covered.iter().filter(|_| state == AcceptanceState::Holds) {
            audit.findings[*finding].accepted.get_or_insert(at);
        }
        audit.acceptances.push(view(model, (at, one), state, covered.len()));
    }
    let own = audit.acceptances.iter().enumerate().filter_map(|(at, one)| of_acceptance(at, one));
    let own: Vec<Finding> = own.collect();
    audit.findings.extend(own);
    audit.findings.sort_by_key(|finding| finding.kind);
}

impl Audit {
    /// Adds findings that only a comparison shows, and tells again which accepted risk covers which.
    pub(crate) fn add_findings(&mut self, model: &Model, more: Vec<Finding>) {
        self.findings.retain(|finding| !finding.kind.is_of_acceptance());
        self.findings.iter_mut().for_each(|finding| finding.accepted = None);
        self.findings.extend(more);
        self.findings.sort_by_key(|finding| finding.kind);
        self.acceptances.clear();
        accept(self, model, self.judged_on);
    }
}

fn view(model: &Model, (at, one): (usize, &Acceptance), state: AcceptanceState, findings: usize) -> AcceptanceView {
    let span = model.tree.span(&Route::root("accept").index(at).key("finding"));
    AcceptanceView {
        rule: one.finding.clone(),
        about: one.about.iter().map(|name| name.0.clone()).collect(),
        actor: one.actor.clone(),
        data: one.data.as_ref().map(|id| id.0.clone()),
        claim: one.claim.as_ref().map(|id| id.0.clone()),
        owner: one.owner.0.clone(),
        reason: one.reason.0.clone(),
        until: one.until,
        state,
        findings,
        position: model.sources.position(span.start),
        span,
    }
}

fn of_acceptance(at: usize, one: &AcceptanceView) -> Option<Finding> {
    let kind = one.state.finding()?;
    Some(Finding { acceptance: Some(at), ..Finding::new(kind, Grade::None, vec![one.position]) })
}

/// Whether an accepted risk covers a finding: all that it names must be what the whole finding is about.
fn covers(audit: &Audit, one: &Acceptance, finding: &Finding) -> bool {
    let subjects = subjects(audit, finding);
    let actor = |wanted: &String| !subjects.is_empty() && subjects.iter().all(|(actor, _)| actor == wanted);
    let data = |wanted: &str| !subjects.is_empty() && subjects.iter().all(|(_, data)| data == wanted);
    one.finding == finding.kind.id()
        && one.about.iter().all(|name| finding.about.contains(&name.0))
        && one.actor.as_ref().is_none_or(actor)
        && one.data.as_ref().is_none_or(|wanted| data(wanted))
        && one.claim.as_ref().is_none_or(|wanted| claim_of(audit, finding) == Some(&**wanted))
}

/// Who reads what, according to a finding. A claim that several refute is about each of them: accepting one does not
/// accept the others.
fn subjects(audit: &Audit, finding: &Finding) -> Vec<(String, String)> {
    let cell = |at: usize| {
        let verdict = &audit.verdicts[at];
        (audit.actors[verdict.actor].id.clone(), audit.data[verdict.data].id.clone())
    };
    if let Some(claim) = finding.claim.map(|at| &audit.claims[at]) {
        if !claim.elsewhere.is_empty() {
            return Vec::new();
        }
        return claim.refuters().map(|one| cell(one.verdict)).collect();
    }
    if let Some(raised) = finding.raised.map(|at| &audit.raised[at].raised) {
        return raised.reads.iter().map(|read| (read.actor.clone(), read.data.clone())).collect();
    }
    match finding.expectation.map(|at| &audit.expectations[at].about) {
        Some(About::Cell { actor, data, with, .. }) => {
            std::iter::once(actor).chain(with).map(|actor| (actor.clone(), data.clone())).collect()
        }
        Some(About::Claim(_)) => Vec::new(),
        None => finding.verdict.map(cell).into_iter().collect(),
    }
}

fn claim_of<'a>(audit: &'a Audit, finding: &Finding) -> Option<&'a str> {
    match finding.expectation.map(|at| &audit.expectations[at].about) {
        Some(About::Claim(name)) => Some(name),
        _ => audit.claims[finding.claim?].id.as_deref(),
    }
}
