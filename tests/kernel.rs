//! The kernel on random sets of facts: its grades, its proofs, and what no change may do to them.

mod support;

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use enclair::kernel::clause::Rule;
use enclair::kernel::{Atom, Derivation, Facts, Grade, Phase, Proof, Solution, checker, plain};
use proptest::prelude::*;
use support::ground::ways;
use support::naive::Naive;
use support::random::{self, Case, Sort};
use support::shortest::{fewest_steps, tree_size};
use support::{cells, engine_cells, found_proofs, proofs, reached, told, vary};

#[test]
fn engine_and_naive_agree_on_every_atom() {
    let run = random::runner(2000).run(&random::case(), |case| {
        let facts = case.facts();
        let (engine, naive) = (Derivation::solve(&facts), Naive::solve(&facts));
        prop_assert_eq!(reached(&engine.now), naive.now.clone(), "now");
        prop_assert_eq!(reached(&engine.next), naive.next.clone(), "next");
        let expected = cells(&facts, |actor, asset| naive.cell(actor, asset));
        prop_assert_eq!(engine_cells(&facts, &engine), expected);
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn every_reachable_cell_has_a_proof_that_the_checker_accepts() {
    let run = random::runner(400).run(&random::case(), |case| {
        let facts = case.facts();
        let derivation = Derivation::solve(&facts);
        for (atom, grade, proof) in proofs(&facts, &derivation) {
            prop_assert_eq!(proof.is_some(), grade.is_reachable(), "{}", told(&facts, atom));
            let Some(proof) = proof else { continue };
            let verdict = checker::check(&facts, &proof, atom, grade);
            prop_assert_eq!(verdict, Ok(()), "{} {:#?}", told(&facts, atom), proof);
            prop_assert_eq!(proof.conclusion(), Some((atom, grade)));
            well_written(&proof)?;
            right_phase(&derivation, &proof, atom)?;
        }
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
}

/// No step stands twice, and every step but the last serves a later one.
fn well_written(proof: &Proof) -> Result<(), TestCaseError> {
    let distinct: HashSet<_> = proof.steps.iter().collect();
    prop_assert_eq!(distinct.len(), proof.steps.len(), "a step is repeated: {:#?}", proof);
    let used: HashSet<usize> = proof.steps.iter().flat_map(|step| step.premises.clone()).collect();
    let idle = (0..proof.steps.len() - 1).find(|at| !used.contains(at));
    prop_assert_eq!(idle, None, "a step serves nothing: {:#?}", proof);
    Ok(())
}

/// What is learnt at next use is only told where the same grade cannot be had without it.
fn right_phase(derivation: &Derivation, proof: &Proof, atom: Atom) -> Result<(), TestCaseError> {
    let later = derivation.now.grade(atom) > derivation.next.grade(atom);
    prop_assert_eq!(proof.phase == Phase::Next, later);
    if let Atom::Past(actor, asset) = atom {
        prop_assert_eq!(derivation.cell(actor, asset).next_use, later);
    }
    Ok(())
}

#[test]
fn a_damaged_proof_is_refused() {
    let mut damaged = 0;
    for facts in random::fact_sets(60) {
        for (atom, grade, proof) in found_proofs(&facts, &Derivation::solve(&facts)) {
            for (what, wrong) in damages(&facts, &proof) {
                let verdict = checker::check(&facts, &wrong, atom, grade);
                assert!(verdict.is_err(), "{what}: {wrong:#?}\n{}", plain(&facts));
                damaged += 1;
            }
        }
    }
    assert!(damaged > 1000, "only {damaged}");
}

/// The proof with one thing wrong in one step.
fn damages(facts: &Facts, proof: &Proof) -> Vec<(&'static str, Proof)> {
    let mut wrong = Vec::new();
    for (at, step) in proof.steps.iter().enumerate() {
        let mut with = |what, change: &dyn Fn(&mut enclair::kernel::Step)| {
            let mut proof = proof.clone();
            change(&mut proof.steps[at]);
            wrong.push((what, proof));
        };
        for grade in Grade::REACHABLE.into_iter().filter(|grade| *grade != step.grade) {
            with("another grade", &|step| step.grade = grade);
        }
        for rule in Rule::ALL.into_iter().filter(|rule| *rule != step.rule) {
            with("another rule", &|step| step.rule = rule);
        }
        with("a premise that comes later", &|step| step.premises.push(at));
        if !step.premises.is_empty() {
            with("a missing premise", &|step| {
                step.premises.truncate(step.premises.len() - 1);
            });
        }
        if !step.facts.is_empty() {
            with("a missing fact", &|step| step.facts.truncate(step.facts.len() - 1));
        }
        if let Some(other) = vary::another(facts, &step.facts) {
            with("a fact too many", &|step| step.facts.push(other));
        }
    }
    wrong
}

#[test]
fn every_rule_fires_in_many_random_sets() {
    let sets = random::fact_sets(1000);
    let mut fired: BTreeMap<Rule, usize> = BTreeMap::new();
    let mut guessed = 0;
    for facts in &sets {
        let derivation = Derivation::solve(facts);
        for rule in derivation.next.firings().into_keys() {
            *fired.entry(rule).or_default() += 1;
        }
        guessed += usize::from(is_guessed(facts, &derivation));
    }
    let table = Rule::ALL.iter().fold(String::new(), |mut table, rule| {
        let share = 100 * fired.get(rule).copied().unwrap_or(0) / sets.len();
        let _ = writeln!(table, "{:>4} {share:>4} %", rule.id());
        table
    });
    show(&format!("sets in which each rule fires:\n{table}and a password is guessed in {guessed} of {}", sets.len()));
    assert!(guessed * 20 >= sets.len(), "passwords are guessed too seldom: {guessed}");
    for rule in Rule::ALL {
        let share = fired.get(&rule).copied().unwrap_or(0);
        assert!(share * 20 >= sets.len(), "{rule} fires too seldom:\n{table}");
    }
}

/// Whether a way to guess a password is open.
fn is_guessed(facts: &Facts, derivation: &Derivation) -> bool {
    ways(facts, Phase::Next).iter().any(|way| {
        let open = |need: &Atom| derivation.next.grade(*need).is_reachable();
        way.rule == Rule::R10 && way.floor == Grade::Breach && way.needs.iter().all(open)
    })
}

#[expect(clippy::print_stdout, reason = "the table is what one reads this test for")]
fn show(text: &str) {
    println!("{text}");
}

/// Every atom's grade in both phases is at least as high after as before.
fn never_lower(before: &Facts, after: &Facts) -> Result<(), TestCaseError> {
    let (old, new) = (Derivation::solve(before), Derivation::solve(after));
    for (old, new) in [(&old.now, &new.now), (&old.next, &new.next)] {
        for (atom, grade) in new.atoms() {
            prop_assert!(
                old.grade(atom) <= grade,
                "{}\nbefore:\n{}\nafter:\n{}",
                told(after, atom),
                plain(before),
                plain(after)
            );
        }
    }
    Ok(())
}

/// Compares each random set with every changed one.
fn none_lower(changed: impl Fn(&Facts) -> Vec<Facts>) {
    let mut compared = 0;
    for facts in random::fact_sets(200) {
        for after in changed(&facts) {
            never_lower(&facts, &after).unwrap_or_else(|failure| panic!("{failure}"));
            compared += 1;
        }
    }
    assert!(compared > 300, "only {compared} compared");
}

#[test]
fn more_power_never_reads_less() {
    let strategy = (random::case(), prop::collection::vec(random::power(), 1..=3));
    let run = random::runner(600).run(&strategy, |(case, draws)| {
        for draw in &draws {
            never_lower(&case.with(draw), &case.facts())?;
        }
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn one_more_key_to_a_seal_never_lowers_a_grade() {
    none_lower(vary::with_fresh_keys);
}

#[test]
fn encrypting_what_was_in_clear_never_adds_a_reader() {
    none_lower(vary::with_clear_sealed);
}

#[test]
fn taking_a_secret_from_its_holder_never_lowers_a_grade() {
    none_lower(vary::with_less_held);
}

/// Grades, and sizes of proofs, of everything in a set, under the names that `plainly` gives back.
fn portrait(facts: &Facts, plainly: &dyn Fn(&str) -> String) -> BTreeMap<String, String> {
    let derivation = Derivation::solve(facts);
    let mut lines = BTreeMap::new();
    let mut note = |phase: &str, solution: &Solution| {
        for (atom, grade) in reached(solution) {
            lines.insert(format!("{phase} {}", plainly(&told(facts, atom))), format!("{grade:?}"));
        }
    };
    note("now", &derivation.now);
    note("next", &derivation.next);
    for (atom, _, proof) in proofs(facts, &derivation) {
        let size = proof.map(|proof| (proof.phase, tree_size(&proof)));
        lines.insert(format!("proof of {}", plainly(&told(facts, atom))), format!("{size:?}"));
    }
    lines
}

#[test]
fn names_and_order_change_nothing() {
    let numbers = |count: usize| Just((0..count).collect::<Vec<_>>()).prop_shuffle();
    let strategy = (random::case(), numbers(24), numbers(45));
    let run = random::runner(400).run(&strategy, |(case, names, order)| {
        let (renamed, back) = renamed(&case, &names, &order);
        let plain = portrait(&case.facts(), &str::to_owned);
        prop_assert_eq!(portrait(&renamed, &|text| put_back(text, &back)), plain);
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
}

/// The set under names dealt at random over all sorts, in another order, with the way back.
fn renamed(case: &Case, names: &[usize], order: &[usize]) -> (Facts, BTreeMap<String, String>) {
    let plain_names = |sort, count| (0..count).map(move |number| Sort::label(sort, number));
    let all: Vec<String> = plain_names(Sort::Actor, 6)
        .chain(plain_names(Sort::Component, 8))
        .chain(plain_names(Sort::Asset, 2))
        .chain(plain_names(Sort::Secret, 6))
        .collect();
    let back: BTreeMap<String, String> =
        names.iter().zip(&all).map(|(number, name)| (format!("x{number:02}"), name.clone())).collect();
    let there: BTreeMap<&String, &String> = back.iter().map(|(new, old)| (old, new)).collect();
    let label = |sort: Sort, number| there[&sort.label(number)].clone();
    (case.build(&label, order), back)
}

fn put_back(text: &str, back: &BTreeMap<String, String>) -> String {
    let parts = text.split_inclusive(['(', ',', ')']);
    let parts = parts.map(|part| {
        let word = part.trim_end_matches(['(', ',', ')']);
        back.get(word).map_or_else(|| part.to_owned(), |name| part.replace(word, name))
    });
    parts.collect()
}

#[test]
fn proofs_have_the_fewest_steps() {
    let mut compared = 0;
    for facts in random::fact_sets(400) {
        let by_phase = [ways(&facts, Phase::Now), ways(&facts, Phase::Next)];
        for (atom, grade, proof) in found_proofs(&facts, &Derivation::solve(&facts)) {
            let ways = &by_phase[usize::from(proof.phase == Phase::Next)];
            let fewest = fewest_steps(ways, grade).get(&atom).copied();
            assert_eq!(Some(tree_size(&proof)), fewest, "{proof:#?}\n{}", plain(&facts));
            compared += 1;
        }
    }
    assert!(compared > 1000, "only {compared} compared");
}
