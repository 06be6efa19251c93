//! One change at a time: each that the model allows, applied alone, and who reads then.

use std::cmp::Reverse;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::ladder::Step;
use super::recomputed;
use crate::audit::{Audit, MOST_EFFORT, labels_of, solving_once};
use crate::change::{self, Change};
use crate::kernel::Grade;
use crate::lower::{Case, Resolution, lower};
use crate::model::Model;
use crate::text::Both;
use crate::text::change::Action;
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
}

impl Effect {
    /// Whether it changes no answer.
    pub fn is_idle(&self) -> bool {
        self.step.is_empty() && self.apart.is_empty()
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
    let done: Vec<Option<Effect>> = all.into_par_iter().map(|change| effect(model, audit, &labels, change)).collect();
    let mut effects: Vec<Effect> = done.into_iter().flatten().collect();
    effects.sort_by_key(rank);
    Changes { skipped: known - effects.len(), effects }
}

/// What a change brings; none where what it makes of the model would ask for too much.
fn effect(model: &Model, audit: &Audit, labels: &Labels, change: Change) -> Option<Effect> {
    let below: Vec<(Grade, Grade)> = audit.verdicts.iter().map(|verdict| (verdict.past, verdict.new)).collect();
    let cells = recomputed(model, audit, &change.applied(&model.architecture)).ok()?;
    let step = Step::new(audit, &below, &cells, |data| data.headline);
    let apart = Step::new(audit, &below, &cells, |data| !data.headline);
    let about: Vec<Both> = change.names().map(|name| labels.both(name)).collect();
    let joined = |get: fn(&Both) -> &String| about.iter().map(|one| get(one).as_str()).collect::<Vec<_>>().join(", ");
    let about = Both { fr: joined(|both| &both.fr), en: joined(|both| &both.en) };
    let place = change.place.as_ref().map_or_else(|| Both::same(""), |place| labels.both(place));
    let (about, place) = match change.action {
        Action::Tls => {
            let joined = |one: &str, other: &str| format!("{one} – {other}");
            (Both { fr: joined(&about.fr, &place.fr), en: joined(&about.en, &place.en) }, Both::same(""))
        }
        _ => (about, place),
    };
    Some(Effect { change, about, place, cells, step, apart })
}

/// What stands first: fewer readers by privilege, nobody nearer, then more who read less; of equals, the order of the file.
fn rank(effect: &Effect) -> impl Ord + use<> {
    let fewer = |step: &Step| {
        let (before, after) = (step.privilege.0, step.privilege.1);
        Reverse(before.saturating_sub(after))
    };
    let less = |step: &Step| Reverse(step.stopped.len() + step.held.len() + step.partly.len());
    let (step, apart) = (&effect.step, &effect.apart);
    let nearer = step.nearer.len() + apart.nearer.len();
    (fewer(step), fewer(apart), effect.is_idle(), nearer, less(step), less(apart))
}
