//! The fewest steps of a derivation, counted along its tree, by trying every way again and again.

use std::collections::BTreeMap;

use enclair::kernel::{Atom, Grade, Proof};

use super::ground::Way;

/// For what can be had at most at a grade, the fewest steps.
pub type Fewest = BTreeMap<Atom, u64>;

/// The fewest steps to everything that can be had at most at the bound.
pub fn fewest_steps(ways: &[Way], bound: Grade) -> Fewest {
    let design = relax(ways, Grade::Design, None);
    if bound == Grade::Design { design } else { relax(ways, bound, Some(&design)) }
}

fn relax(ways: &[Way], bound: Grade, design: Option<&Fewest>) -> Fewest {
    let mut fewest = Fewest::new();
    loop {
        let mut changed = false;
        for way in ways {
            let Some(steps) = through(way, bound, &fewest, design.unwrap_or(&fewest)) else {
                continue;
            };
            if fewest.get(&way.head).is_none_or(|known| steps < *known) {
                fewest.insert(way.head, steps);
                changed = true;
            }
        }
        if !changed {
            return fewest;
        }
    }
}

/// A person's gate is gone through with their own factors, or by posing as them if that is allowed.
fn through(way: &Way, bound: Grade, fewest: &Fewest, design: &Fewest) -> Option<u64> {
    if way.floor > bound {
        return None;
    }
    let sum = |own: bool| {
        let each = way.needs.iter().map(|need| {
            let table = if own && way.posing.contains(need) { design } else { fewest };
            table.get(need).copied()
        });
        each.sum::<Option<u64>>().map(|steps| steps + 1)
    };
    let posing = if Grade::Tampering <= bound { sum(false) } else { None };
    [sum(true), posing].into_iter().flatten().min()
}

/// The steps of a proof along its tree: a step used twice counts twice.
pub fn tree_size(proof: &Proof) -> u64 {
    let mut sizes: Vec<u64> = Vec::new();
    for step in &proof.steps {
        sizes.push(1 + step.premises.iter().map(|premise| sizes[*premise]).sum::<u64>());
    }
    sizes.last().copied().unwrap_or(0)
}
