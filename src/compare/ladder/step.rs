//! What a rung of the ladder bought: whom it stops, whom it holds back, and nobody else.

use crate::audit::{ActorKind, Audit, DataView};
use crate::kernel::Grade;

/// What changed for actors who are not meant to read, from one rung to another, on the data that the answer is
/// about. Actors by position, in the order of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Those who read before, and no longer do.
    pub stopped: Vec<usize>,
    /// Those who read by privilege before, and now need a tampering or a breach.
    pub held: Vec<usize>,
    /// Those for whom reading is harder, or gives less, in another way.
    pub partly: Vec<usize>,
    /// Those who read more easily than before: what was filled lets them.
    pub nearer: Vec<usize>,
    /// How many read by privilege before, and after.
    pub privilege: (usize, usize),
}

type Cells = [(Grade, Grade)];

impl Step {
    /// Whether nobody is told of.
    pub fn is_empty(&self) -> bool {
        [&self.stopped, &self.held, &self.partly, &self.nearer].into_iter().all(Vec::is_empty)
    }

    /// What changes on some of the data.
    pub(in crate::compare) fn new(audit: &Audit, below: &Cells, above: &Cells, on: impl Fn(&DataView) -> bool) -> Self {
        let mut step = Self { stopped: vec![], held: vec![], partly: vec![], nearer: vec![], privilege: (0, 0) };
        for (actor, entry) in audit.actors.iter().enumerate() {
            if entry.kind == ActorKind::CommonBase {
                continue;
            }
            let cells =
                audit.verdicts.iter().enumerate().filter(|(_, verdict)| {
                    verdict.actor == actor && !verdict.intended && on(&audit.data[verdict.data])
                });
            let cells: Vec<usize> = cells.map(|(at, _)| at).collect();
            step.count(actor, &cells, (below, above));
        }
        step
    }

    fn count(&mut self, actor: usize, cells: &[usize], (below, above): (&Cells, &Cells)) {
        let public = |(past, new): (Grade, Grade)| [past.public(), new.public()];
        let easiest = |of: &Cells| cells.iter().flat_map(|at| public(of[*at])).min().unwrap_or(Grade::None);
        let (before, after) = (easiest(below), easiest(above));
        self.privilege.0 += usize::from(before <= Grade::Privilege);
        self.privilege.1 += usize::from(after <= Grade::Privilege);
        let any = |compare: fn(&Grade, &Grade) -> bool| {
            let slots = cells.iter().flat_map(|at| public(below[*at]).into_iter().zip(public(above[*at])));
            let mut slots = slots;
            slots.any(|(before, after)| compare(&before, &after))
        };
        if any(|before, after| after < before) {
            self.nearer.push(actor);
        } else if before != Grade::None && after == Grade::None {
            self.stopped.push(actor);
        } else if before <= Grade::Privilege && after > Grade::Privilege {
            self.held.push(actor);
        } else if any(|before, after| after > before) {
            self.partly.push(actor);
        }
    }
}
