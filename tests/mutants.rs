//! Wrong rules planted one at a time: each must be seen by a guard, and the table says by which.
//!
//! The table is kept in `docs/mutants.md`. To write it again:
//! `ENCLAIR_UPDATE=1 cargo test --features external --test mutants`.

mod support;

use std::fmt::Write as _;
use std::path::Path;

use enclair::kernel::clause::{CLAUSES, Clause};
use enclair::kernel::{Derivation, Facts, checker};
use support::edits::{Edit, HARMLESS, edits};
use support::naive::Naive;
use support::wrong::{MUTANTS, Mutant};
use support::{Cells, cells, engine_cells, found_proofs, random, reached, told};

/// How many random sets each wrong rule is planted in.
const SETS: usize = 500;

/// How many of them clingo solves.
const CLINGO_SETS: usize = 300;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/mutants.md");

const PREFACE: &str = "\
# Wrong rules, and what sees them

Each line is a rule of the kernel made wrong on purpose. It is planted alone in the table of clauses, and random sets
of facts are solved with it. A guard sees it if, in some set,

- **naive**: a cell differs from what the naive engine of the tests finds;
- **checker**: the independent checker refuses a proof of a reachable cell. Where a way is merely missing there is no
  proof to refuse: that is for the other two;
- **clingo**: a cell differs from what clingo finds with `tests/kernel.lp`.
";

/// Random sets with what they should give.
struct Bench {
    sets: Vec<Facts>,
    naive: Vec<Naive>,
    clingo: Vec<Cells>,
}

impl Bench {
    fn new() -> Self {
        let sets = random::fact_sets(SETS);
        Self { naive: sets.iter().map(Naive::solve).collect(), clingo: clingo(&sets), sets }
    }
}

#[cfg(feature = "external")]
fn clingo(sets: &[Facts]) -> Vec<Cells> {
    let sets = sets.iter().take(CLINGO_SETS);
    sets.map(|facts| support::clingo::clingo_cells(&enclair::kernel::asp(facts))).collect()
}

#[cfg(not(feature = "external"))]
fn clingo(_: &[Facts]) -> Vec<Cells> {
    Vec::new()
}

/// In how many sets each guard sees a wrong rule.
struct Seen {
    naive: usize,
    checker: usize,
    clingo: usize,
}

fn judge(bench: &Bench, clauses: &[Clause]) -> Seen {
    let mut seen = Seen { naive: 0, checker: 0, clingo: 0 };
    for (at, facts) in bench.sets.iter().enumerate() {
        let naive = &bench.naive[at];
        let derivation = Derivation::solve_with(facts, clauses);
        let found = engine_cells(facts, &derivation);
        let expected = cells(facts, |actor, asset| naive.cell(actor, asset));
        seen.naive += usize::from(expected != found);
        seen.clingo += usize::from(bench.clingo.get(at).is_some_and(|expected| *expected != found));
        seen.checker += usize::from(is_refused(facts, naive, &derivation));
    }
    seen
}

/// Whether the checker refuses some proof. What it accepts must be true.
fn is_refused(facts: &Facts, naive: &Naive, derivation: &Derivation) -> bool {
    let mut refused = false;
    for (atom, grade, proof) in found_proofs(facts, derivation) {
        if checker::check(facts, &proof, atom, grade).is_err() {
            refused = true;
        } else {
            let least = naive.grade(proof.phase, atom);
            assert!(least <= grade, "a false proof is accepted: {} {proof:#?}", told(facts, atom));
        }
    }
    refused
}

#[test]
fn the_right_rules_are_seen_by_no_guard() {
    let seen = judge(&Bench::new(), &CLAUSES);
    assert_eq!((seen.naive, seen.checker, seen.clingo), (0, 0, 0));
}

#[test]
fn every_wrong_rule_is_seen() {
    let bench = Bench::new();
    let judged: Vec<(&Mutant, Seen)> =
        MUTANTS.iter().map(|mutant| (mutant, judge(&bench, &mutant.clauses()))).collect();
    for (mutant, seen) in &judged {
        assert!(seen.naive + seen.checker > 0, "no guard sees {}", mutant.id);
        if cfg!(feature = "external") {
            assert!(seen.clingo > 0, "clingo does not see {}", mutant.id);
        }
    }
    compare(&page(&judged));
}

fn page(judged: &[(&Mutant, Seen)]) -> String {
    let mut page = format!(
        "{PREFACE}\nIn how many random sets each guard sees it: of {SETS}, and of the first {CLINGO_SETS} for clingo.\n\n"
    );
    page.push_str("| wrong rule | rule | what is wrong | naive | checker | clingo |\n|---|---|---|--:|--:|--:|\n");
    for (mutant, seen) in judged {
        let (id, rule, wrong) = (mutant.id, mutant.rule(), mutant.wrong);
        let count = |count: usize| {
            if count == 0 { "–".to_owned() } else { count.to_string() }
        };
        let (naive, checker, clingo) = (count(seen.naive), count(seen.checker), count(seen.clingo));
        let _ = writeln!(page, "| `{id}` | {rule} | {wrong} | {naive} | {checker} | {clingo} |");
    }
    page
}

/// Compares the page with the committed one, or writes it. Without clingo its column is left out.
fn compare(page: &str) {
    let external = cfg!(feature = "external");
    if std::env::var_os("ENCLAIR_UPDATE").is_some() {
        assert!(external, "the page needs `--features external` to be written");
        std::fs::write(PAGE, page).expect("the page can be written");
    }
    let committed = std::fs::read_to_string(Path::new(PAGE)).unwrap_or_default();
    let seen = |text: &str| {
        if external { text.to_owned() } else { without_last_column(text) }
    };
    let same = seen(&committed) == seen(page);
    assert!(same, "docs/mutants.md is not what the test finds; see the top of tests/mutants.rs:\n{page}");
}

fn without_last_column(page: &str) -> String {
    let cut = |line: &str| match line.strip_suffix('|').and_then(|row| row.rsplit_once('|')) {
        Some((row, _)) => format!("{row}\n"),
        None => format!("{line}\n"),
    };
    page.lines().map(cut).collect()
}

#[test]
fn every_small_edit_of_a_clause_is_seen_unless_it_changes_nothing() {
    let sets = random::fact_sets(SETS);
    let right: Vec<Naive> = sets.iter().map(Naive::solve).collect();
    let is_seen = |clauses: &[Clause]| {
        sets.iter().zip(&right).any(|(facts, right)| {
            let derivation = Derivation::solve_with(facts, clauses);
            reached(&derivation.now) != right.now || reached(&derivation.next) != right.next
        })
    };
    let edits = edits();
    let unseen: Vec<String> = edits
        .iter()
        .filter(|edit| edit.clauses(&CLAUSES).is_some_and(|clauses| !is_seen(&clauses)))
        .map(Edit::told)
        .collect();
    assert!(edits.len() > 400, "only {} edits", edits.len());
    assert_eq!(unseen, HARMLESS, "{unseen:#?}");
}
