//! One change at a time: each that the model allows, applied alone, and who reads then.

use std::cmp::Reverse;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::ladder::Step;
use super::recomputed;
use crate::audit::{Audit, MOST_EFFORT, Verdict, labels_of, solving_once};
use crate::change::{self, Change};
use crate::kernel::{Atom, Fact, Grade, Phase, Solution};
use crate::lower::{Case, Resolution, lower};
use crate::model::{Architecture, Model};
use crate::text::Both;
use crate::text::labels::Labels;

/// What one change brings.
#[derive(Debug, Clone)]
pub struct Effect {
    /// The change.
    pub change: Change,
    /// What it is done to.
    pub about: Both,
    /// The place of a key; empty for others.
    pub place: Both,
    /// The grades of each verdict of the audit once it is done, past and new, in the same order.
    pub cells: Vec<(Grade, Grade)>,
    /// Whom it moves, on the data that the answer is about.
    pub step: Step,
    /// Whom it moves on other data.
    pub apart: Step,
    /// Declared readers who read by some way before, and have none left on some data asset, by position.
    pub cut_off: Vec<usize>,
}

impl Effect {
    /// Whether it changes no answer.
    pub fn is_idle(&self) -> bool {
        self.step.is_empty() && self.apart.is_empty() && self.cut_off.is_empty()
    }
}

/// Every change of a model, best first.
#[derive(Debug, Clone)]
pub struct Changes {
    /// What each brings.
    pub effects: Vec<Effect>,
    /// How many were not computed, since the model would ask for too much.
    pub skipped: usize,
}

/// Applies each change that a model allows, alone, and solves again.
pub fn changes(model: &Model, audit: &Audit) -> Changes {
    let architecture = &model.architecture;
    let facts = lower(architecture, &Resolution::all(Case::Worst)).facts;
    let affordable = usize::try_from(MOST_EFFORT / solving_once(&facts).max(1)).unwrap_or(usize::MAX);
    let mut all = change::changes(architecture);
    let known = all.len();
    all.truncate(affordable);
    let labels = labels_of(model);
    let before = ways(audit, architecture);
    let done = all.into_par_iter().map(|change| effect(model, audit, (&labels, &before), change));
    let done: Vec<Option<Effect>> = done.collect();
    let mut effects: Vec<Effect> = done.into_iter().flatten().collect();
    effects.sort_by_key(rank);
    Changes { skipped: known - effects.len(), effects }
}

/// What a change brings; none where what it makes of the model would ask for too much.
fn effect(model: &Model, audit: &Audit, (labels, before): (&Labels, &[bool]), change: Change) -> Option<Effect> {
    let below: Vec<(Grade, Grade)> = audit.verdicts.iter().map(|verdict| (verdict.past, verdict.new)).collect();
    let changed = change.applied(&model.architecture);
    let cells = recomputed(model, audit, &changed).ok()?;
    let cut_off = cut_off(audit, before, &ways(audit, &changed));
    let step = Step::new(audit, &below, &cells, |data| data.headline);
    let apart = Step::new(audit, &below, &cells, |data| !data.headline);
    let (about, place) = change.labels(labels);
    Some(Effect { change, about, place, cells, step, apart, cut_off })
}

/// Declared readers who had a way of their own to some data, and no longer do.
pub(super) fn cut_off(audit: &Audit, before: &[bool], after: &[bool]) -> Vec<usize> {
    let lost = audit.verdicts.iter().zip(before.iter().zip(after)).filter(|(_, (before, after))| **before && !**after);
    let mut actors: Vec<usize> = lost.map(|(verdict, _)| verdict.actor).collect();
    actors.dedup();
    actors
}

/// Of each verdict of a declared reader, whether a way of their own leads to the data: by right alone, and not because
/// they are meant to.
pub(super) fn ways(audit: &Audit, architecture: &Architecture) -> Vec<bool> {
    let facts = lower(architecture, &Resolution::all(Case::Worst)).facts;
    let facts = facts.to_builder(|fact| !matches!(fact, Fact::Intended { .. })).finish();
    let solution = Solution::solve(&facts, Phase::Next);
    let way = |verdict: &Verdict| {
        let names =
            (facts.names().get(&audit.actors[verdict.actor].id), facts.names().get(&audit.data[verdict.data].id));
        let (Some(actor), Some(data)) = names else { return false };
        let grade = solution.grade(Atom::Past(actor, data)).min(solution.grade(Atom::New(actor, data)));
        verdict.intended && grade <= Grade::Privilege
    };
    audit.verdicts.iter().map(way).collect()
}

/// What stands first: fewer readers by privilege, no intended access lost, nobody nearer, then more who read less; of
/// equals, the order of the file.
fn rank(effect: &Effect) -> impl Ord + use<> {
    let fewer = |step: &Step| {
        let count = |readers: usize| i64::try_from(readers).unwrap_or(i64::MAX);
        Reverse(count(step.privilege.0) - count(step.privilege.1))
    };
    let less = |step: &Step| Reverse(step.stopped.len() + step.held.len() + step.partly.len());
    let (step, apart) = (&effect.step, &effect.apart);
    let nearer = step.nearer.len() + apart.nearer.len();
    let takes = !effect.cut_off.is_empty();
    (fewer(step), effect.is_idle(), takes, fewer(apart), nearer, less(step), less(apart))
}
