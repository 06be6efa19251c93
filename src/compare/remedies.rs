//! What to do about each finding: the smallest set of changes known to make it disappear, applied and solved again.

use std::cmp::Reverse;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::changes::{cut_off, ways};
use super::ladder::Step;
use crate::audit::{Audit, MOST_EFFORT, RaisedView, affordable, solving_once};
use crate::change::Change;
use crate::findings::{Advice, Raised, Read, Remedy, raised};
use crate::kernel::{Atom, Facts, Grade, Phase, Solution};
use crate::lower::{Case, Resolution, lower};
use crate::model::Model;
use crate::text::change::Action;
use crate::text::finding::Severity;

/// What to do about a finding, and what that brings.
#[derive(Debug, Clone)]
pub struct Remedied {
    /// What to do.
    pub advice: Advice,
    /// Whom it moves on the data that the answer is about, if it was computed.
    pub step: Option<Step>,
    /// Declared readers whom it leaves without a way to some data, by position: none if another remedy does without.
    pub cut_off: Vec<usize>,
}

/// What a lighter finding still weighs, how many still read, and whether those whom the product serves still do.
type Left = (Severity, Reverse<usize>, bool);

/// What to do about each finding of the catalogue, in the order of the audit.
pub fn remedies(model: &Model, audit: &Audit) -> Vec<Remedied> {
    let facts = lower(&model.architecture, &Resolution::all(Case::Worst)).facts;
    let mut left = usize::try_from(MOST_EFFORT / solving_once(&facts).max(1)).unwrap_or(usize::MAX);
    let with = |one: &RaisedView| {
        let candidates = one.raised.candidates(&model.architecture);
        // Each is solved twice: for its readers, and for those who are meant to read.
        let enough = 2 * candidates.len() <= left;
        left = left.saturating_sub(2 * candidates.len());
        enough.then_some(candidates)
    };
    let before = ways(audit, &model.architecture);
    let tried: Vec<Option<Vec<Remedy>>> = audit.raised.iter().map(with).collect();
    let found = audit.raised.iter().map(|one| &one.raised);
    let each: Vec<(&Raised, Option<Vec<Remedy>>)> = found.zip(tried).collect();
    each.into_par_iter().map(|(one, candidates)| remedied(model, (audit, &before), one, candidates)).collect()
}

fn remedied(
    model: &Model,
    (audit, before): (&Audit, &[bool]),
    one: &Raised,
    candidates: Option<Vec<Remedy>>,
) -> Remedied {
    let Some(candidates) = candidates else {
        return Remedied { advice: Advice::NotComputed, step: None, cut_off: Vec::new() };
    };
    let mut second = None;
    let mut lighter: Option<(Left, Remedied)> = None;
    for remedy in candidates {
        let changed = remedy.applied(&model.architecture);
        let lowered = lower(&changed, &Resolution::all(Case::Worst));
        if affordable(model, &lowered).is_err() {
            continue;
        }
        let solution = Solution::solve(&lowered.facts, Phase::Next);
        let left = raised(&changed, &lowered, &solution).into_iter().find(|other| other.is_same(one));
        if left.as_ref().is_some_and(|left| !is_lighter(left, one)) {
            continue;
        }
        let weighed = left.map(|left| (left.weight(&changed).severity, Reverse(left.reads.len())));
        let below: Vec<(Grade, Grade)> = audit.verdicts.iter().map(|verdict| (verdict.past, verdict.new)).collect();
        let after = cells(audit, &lowered.facts, &solution);
        let step = Step::new(audit, &below, &after, |data| data.headline);
        let cut_off = cut_off(audit, before, &ways(audit, &changed));
        let serves = cut_off.is_empty();
        // Of those that leave as much, one that takes no intended access.
        let left = weighed.map(|(severity, reads)| (severity, reads, serves));
        // Data that no longer reach a part of the product are no remedy where those whom it serves lose them, or where
        // nobody stops reading.
        let takes_out = |change: &Change| matches!(change.action, Action::KeepOut | Action::RouteAround);
        let refused = (!serves || after == below) && remedy.changes.iter().any(takes_out);
        let advice = match left {
            None => Advice::Do(remedy),
            Some((severity, ..)) => Advice::Lighten(remedy, severity),
        };
        let found = Remedied { advice, step: Some(step), cut_off };
        match (left, serves, refused) {
            (None, true, false) => return found,
            (None, false, false) if second.is_none() => second = Some(found),
            (Some(left), _, false) if lighter.as_ref().is_none_or(|(known, _)| left > *known) => {
                lighter = Some((left, found));
            }
            _ => {}
        }
    }
    second.or(lighter.map(|(_, found)| found)).unwrap_or(Remedied {
        advice: Advice::Accept,
        step: None,
        cut_off: Vec::new(),
    })
}

/// Whether a finding that remains has fewer reads, or harder ones, and none that was not there.
fn is_lighter(left: &Raised, before: &Raised) -> bool {
    let known = |read: &Read| {
        let same = |one: &&Read| one.actor == read.actor && one.data == read.data;
        before.reads.iter().find(same).is_some_and(|one| one.grade.public() <= read.grade.public())
    };
    let harder = || {
        let grades = |one: &Raised| one.reads.iter().map(|read| read.grade.public() as usize).sum::<usize>();
        grades(left) > grades(before)
    };
    left.reads.iter().all(known) && (left.reads.len() < before.reads.len() || harder())
}

/// The grades of each verdict of an audit in another solution.
fn cells(audit: &Audit, facts: &Facts, solution: &Solution) -> Vec<(Grade, Grade)> {
    let names = facts.names();
    let cell = |actor: &str, data: &str| match (names.get(actor), names.get(data)) {
        (Some(actor), Some(data)) => (solution.grade(Atom::Past(actor, data)), solution.grade(Atom::New(actor, data))),
        _ => (Grade::None, Grade::None),
    };
    audit.verdicts.iter().map(|verdict| cell(&audit.actors[verdict.actor].id, &audit.data[verdict.data].id)).collect()
}
