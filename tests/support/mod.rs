//! What the tests of the kernel share: random facts, a naive engine, and an outside one.

#![allow(dead_code, unreachable_pub, reason = "several tests include it, and each uses a part")]

pub mod clingo;
pub mod edits;
pub mod ground;
pub mod naive;
mod presence;
pub mod random;
mod scribe;
pub mod shortest;
pub mod vary;
pub mod wrong;

use std::collections::BTreeMap;

use enclair::kernel::{Atom, Cell, Derivation, Facts, Grade, Name, Proof, Proofs, Solution};

/// The cells of every actor and data asset, by their names.
pub type Cells = BTreeMap<(String, String), Cell>;

/// Every actor with every data asset.
pub fn pairs(facts: &Facts) -> Vec<(Name, Name)> {
    let assets: Vec<Name> = facts.assets().collect();
    let actors = facts.actors().iter();
    actors.flat_map(|actor| assets.iter().map(|asset| (*actor, *asset))).collect()
}

/// The cells by name, whoever computed them.
pub fn cells(facts: &Facts, cell: impl Fn(Name, Name) -> Cell) -> Cells {
    let key = |actor, asset| (facts.text(actor).to_owned(), facts.text(asset).to_owned());
    pairs(facts).into_iter().map(|(actor, asset)| (key(actor, asset), cell(actor, asset))).collect()
}

/// The cells that the engine computes.
pub fn engine_cells(facts: &Facts, derivation: &Derivation) -> Cells {
    cells(facts, |actor, asset| derivation.cell(actor, asset))
}

/// Every proof of a cell, with the atom and the grade that it is to prove.
pub fn proofs(facts: &Facts, derivation: &Derivation) -> Vec<(Atom, Grade, Option<Proof>)> {
    let mut prover = Proofs::new(derivation);
    let mut found = Vec::new();
    for (actor, asset) in pairs(facts) {
        let cell = derivation.cell(actor, asset);
        found.push((Atom::Past(actor, asset), cell.past, prover.past(actor, asset)));
        found.push((Atom::New(actor, asset), cell.new, prover.new_data(actor, asset)));
    }
    found
}

/// The proofs of the cells that are reached.
pub fn found_proofs(facts: &Facts, derivation: &Derivation) -> Vec<(Atom, Grade, Proof)> {
    let all = proofs(facts, derivation).into_iter();
    all.filter_map(|(atom, grade, proof)| Some((atom, grade, proof?))).collect()
}

/// Every atom that a solution reaches, with its grade.
pub fn reached(solution: &Solution) -> BTreeMap<Atom, Grade> {
    solution.atoms().filter(|(_, grade)| grade.is_reachable()).collect()
}

/// An atom in words, for messages and for comparing sets with other names.
pub fn told(facts: &Facts, atom: Atom) -> String {
    let text = |name| facts.text(name);
    match atom {
        Atom::Can(actor, component, power) => format!("can({},{},{})", text(actor), text(component), power.id()),
        Atom::Knows(actor, secret) => format!("knows({},{})", text(actor), text(secret)),
        Atom::Past(actor, asset) => format!("past({},{})", text(actor), text(asset)),
        Atom::New(actor, asset) => format!("new({},{})", text(actor), text(asset)),
    }
}
