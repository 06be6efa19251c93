//! The engine against clingo, on rules written apart from the table of clauses.

#![cfg(feature = "external")]

mod support;

use enclair::kernel::{Derivation, asp};
use support::clingo::clingo_cells;
use support::{engine_cells, random};

#[test]
fn clingo_finds_the_same_cells() {
    let mut reached = 0;
    for facts in random::fact_sets(200) {
        let cells = engine_cells(&facts, &Derivation::solve(&facts));
        reached += cells.values().filter(|cell| cell.new.is_reachable()).count();
        let text = asp(&facts);
        assert_eq!(clingo_cells(&text), cells, "{text}");
    }
    assert!(reached > 300, "only {reached} cells are reached");
}
