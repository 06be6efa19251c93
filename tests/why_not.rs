//! What is missing to read, and what a good answer rests on, gone over with the naive engine.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;
mod support;

use bench::Dice;
use enclair::audit::{Need, Search, Slot, audit, defences};
use enclair::kernel::{Atom, Derivation, Fact, Facts, Grade, Name, Phase, Power};
use enclair::lower::Case;
use enclair::model::Model;
use support::naive::Naive;
use support::random;

/// The limits asked for: to read at all, and to read by privilege.
const LIMITS: [Grade; 2] = [Grade::Breach, Grade::Privilege];

/// The grade of a slot once some facts are added, as the naive engine finds it.
fn naive_grade(facts: &Facts, (actor, asset): (Name, Name), slot: Slot, added: &[Need]) -> Grade {
    let mut builder = facts.to_builder(|_| true);
    for need in added {
        builder.add(need.fact(actor), &[]);
    }
    Naive::solve(&builder.finish()).grade(Phase::Next, slot.atom(actor, asset))
}

/// Every set found is enough, and none of its parts is; whatever single thing named with the data
/// would be enough is found, or a weaker one.
fn gone_over(facts: &Facts, cell: (Name, Name), slot: Slot, limit: Grade, complete: bool) -> usize {
    let found = Search::new(facts, cell, slot, limit).run(|_| 0);
    for set in &found.sets {
        let told: Vec<String> = set.iter().map(|need| facts.line(&need.fact(cell.0))).collect();
        assert!(naive_grade(facts, cell, slot, set) <= limit, "not enough: {told:?}\n{}", plain(facts));
        for left in set {
            let part: Vec<Need> = set.iter().copied().filter(|need| need != left).collect();
            assert!(naive_grade(facts, cell, slot, &part) > limit, "a part is enough: {told:?}\n{}", plain(facts));
        }
    }
    let distinct: std::collections::BTreeSet<&Vec<Need>> = found.sets.iter().collect();
    assert_eq!(distinct.len(), found.sets.len(), "a set is told twice");
    if complete {
        for need in named_with(facts, cell.1) {
            if naive_grade(facts, cell, slot, &[need]) <= limit {
                let nearer = |set: &Vec<Need>| set.as_slice() == [need] || weaker(set, need);
                assert!(
                    found.sets.iter().any(nearer),
                    "not found: {}\n{}",
                    facts.line(&need.fact(cell.0)),
                    plain(facts)
                );
            }
        }
    }
    found.sets.len()
}

fn weaker(set: &[Need], need: Need) -> bool {
    match (set, need) {
        ([Need::Can(component, power)], Need::Can(same, stronger)) => *component == same && *power < stronger,
        _ => false,
    }
}

fn plain(facts: &Facts) -> String {
    enclair::kernel::plain(facts)
}

/// Everything that an actor could be given on what a fact names beside the data, written apart from
/// the search.
fn named_with(facts: &Facts, asset: Name) -> Vec<Need> {
    let mut needs = Vec::new();
    for (_, fact) in facts.iter() {
        let (components, secrets) = match fact {
            Fact::Clear { component, item, .. } if *item == asset => (vec![*component], Vec::new()),
            Fact::Sealed { component, item, keys, .. } if *item == asset => (vec![*component], keys.clone()),
            Fact::Gate { component, item, factors, .. } if *item == asset => (vec![*component], factors.clone()),
            Fact::Roster { end, item, source, .. } if *item == asset => (vec![*end, *source], Vec::new()),
            _ => continue,
        };
        needs.extend(secrets.into_iter().map(Need::Knows));
        for component in components {
            needs.extend(Power::ALL.iter().map(|power| Need::Can(component, *power)));
        }
    }
    needs
}

/// Slots that are not read at a limit, so that something is missing.
fn defended(facts: &Facts) -> Vec<((Name, Name), Slot, Grade)> {
    let derivation = Derivation::solve(facts);
    let mut all = Vec::new();
    for actor in facts.actors() {
        for asset in facts.assets() {
            for slot in Slot::ALL {
                let grade = derivation.next.grade(slot.atom(*actor, asset));
                all.extend(
                    LIMITS.into_iter().filter(|limit| grade > *limit).map(|limit| ((*actor, asset), slot, limit)),
                );
            }
        }
    }
    all
}

#[test]
fn what_is_missing_is_enough_and_no_part_of_it_is_on_random_sets() {
    let mut found = [0_usize; 4];
    let mut dice = Dice(7);
    for facts in random::fact_sets(120) {
        let defended = defended(&facts);
        for _ in 0..defended.len().min(5) {
            let (cell, slot, limit) = defended[dice.roll(defended.len())];
            let sets = gone_over(&facts, cell, slot, limit, true);
            found[sets.min(3)] += 1;
        }
    }
    assert!(found.iter().all(|count| *count > 10), "the cells are too much alike: {found:?}");
}

#[test]
fn what_is_missing_is_enough_and_no_part_of_it_is_on_the_models() {
    let mut dice = Dice(11);
    let mut seen = 0;
    for path in bench::some_under(&["models", "tests/soundness"], 8) {
        let facts = bench::lowered(&bench::loaded(&bench::text_of(&path)), Case::Worst).facts;
        let defended = defended(&facts);
        for _ in 0..if defended.is_empty() { 0 } else { 3 } {
            let (cell, slot, limit) = defended[dice.roll(defended.len())];
            // What the others can do bears on nothing here; see the next test.
            let own = facts.restricted_to(&[cell.0]).finish();
            seen += gone_over(&own, cell, slot, limit, false);
        }
    }
    assert!(seen > 50, "only {seen} sets");
}

#[test]
fn a_set_restricted_to_an_actor_and_those_below_gives_the_same_answers() {
    for facts in random::fact_sets(150) {
        let whole = Naive::solve(&facts);
        for actor in facts.actors() {
            let part = Naive::solve(&facts.restricted_to(&[*actor]).finish());
            let own = |reached: &support::naive::Reached| -> Vec<(Atom, Grade)> {
                reached.iter().filter(|(atom, _)| atom.actor() == *actor).map(|(atom, grade)| (*atom, *grade)).collect()
            };
            assert_eq!(own(&part.next), own(&whole.next), "{}", plain(&facts));
        }
    }
}

/// Taking a seal off where the actor already reaches the ciphertext breaks the answer: that is what
/// "rests on" means.
#[test]
fn an_answer_falls_with_the_seals_it_rests_on() {
    let mut seen = 0;
    for path in bench::some_under(&["models"], 10) {
        let model = bench::loaded(&bench::text_of(&path));
        let facts = bench::lowered(&model, Case::Worst).facts;
        let told = audit(&model).expect("the model is audited");
        for verdict in told.verdicts.iter().filter(|verdict| !verdict.past.is_reachable()).step_by(9) {
            let (actor, data) = (&told.actors[verdict.actor].id, &told.data[verdict.data].id);
            for rest in defences(&model, &told, verdict).iter().flat_map(|one| &one.rests) {
                assert!(!rest.places.is_empty() || rest.facts.is_empty(), "{}", rest.sentence.en);
                if rest.kind != "sealed" {
                    continue;
                }
                for line in &rest.facts {
                    let opened = without_seal(&facts, line);
                    let name = |text: &str| opened.names().get(text).expect("the name is known");
                    let grade = Naive::solve(&opened).grade(Phase::Next, Atom::New(name(actor), name(data)));
                    assert!(grade.is_reachable(), "{}: {actor}, {data}, {line}", path.display());
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 5, "only {seen} seals");
}

fn without_seal(facts: &Facts, line: &str) -> Facts {
    let mut builder = facts.to_builder(|fact| facts.line(fact) != line);
    let sealed = facts.iter().find(|(_, fact)| facts.line(fact) == line);
    let Some((_, Fact::Sealed { component, item, when, .. })) = sealed else { panic!("{line} is no seal") };
    builder.add(Fact::Clear { component: *component, item: *item, when: *when }, &[]);
    builder.finish()
}

fn model(path: &str) -> Model {
    bench::loaded(&std::fs::read_to_string(path).expect("the model can be read"))
}

/// The sentences of one cell, in French and in English.
fn sentences(path: &str, actor: &str, data: &str) -> Vec<(String, String)> {
    let model = model(path);
    let told = audit(&model).expect("the model is audited");
    let cell = told
        .verdicts
        .iter()
        .find(|verdict| told.actors[verdict.actor].id == actor && told.data[verdict.data].id == data);
    let defences = defences(&model, &told, cell.expect("the cell is there"));
    let sets = defences.iter().flat_map(|one| &one.sets);
    sets.map(|set| (set.sentence.fr.clone(), set.sentence.en.clone())).collect()
}

#[test]
fn the_nearest_thing_missing_is_told_in_words() {
    let thief = sentences("models/article-2-at-rest.yaml", "adversary/thief/stockage", "hello");
    let (fr, en) = &thief[0];
    assert_eq!(fr, "Il lui manque la clé du disque\u{a0}: il a déjà accès au chiffré (le support de Stockage).");
    assert_eq!(en, "It lacks the disk key: it already reaches the ciphertext at the medium of Storage.");
    let dba = sentences("models/teleconsultation.yaml", "dba", "message");
    assert_eq!(dba[0].0, "Il lui manque la clé des messages\u{a0}: il a déjà accès au chiffré (Base de données).");
    let both = thief.iter().find(|(fr, _)| fr.contains(" et le pouvoir d’observer "));
    assert!(both.is_some_and(|(_, en)| en.contains("it is encrypted at the link")), "{thief:?}");
}

#[test]
fn a_cell_read_by_privilege_has_no_defence_and_half_a_cell_has_its_own() {
    let model = model("models/teleconsultation.yaml");
    let told = audit(&model).expect("the model is audited");
    let of = |actor: &str, data: &str| {
        let cell = told
            .verdicts
            .iter()
            .find(|verdict| told.actors[verdict.actor].id == actor && told.data[verdict.data].id == data);
        defences(&model, &told, cell.expect("the cell is there"))
    };
    assert!(of("host", "message").is_empty());
    let push = of("push-company", "message");
    assert_eq!(push.len(), 1, "only what is kept is out of reach");
    assert_eq!(push[0].slots, enclair::audit::Slots::Past);
    let tampering = of("vendor", "message");
    assert!(tampering.iter().all(|one| one.limit == Grade::Privilege && !one.sets.is_empty()));
    assert!(tampering.iter().all(|one| !one.rests.is_empty()));
}

fn run(arguments: &[&str]) -> String {
    binary::text(&binary::run(arguments).stdout)
}

#[test]
fn explain_prints_what_is_missing_and_what_the_answer_rests_on() {
    let dba = ["explain", "models/teleconsultation.yaml", "--actor", "dba", "--data", "message"];
    insta::assert_snapshot!("why-not-fr", run(&[&dba[..], &["--lang", "fr"]].concat()));
    insta::assert_snapshot!("why-not-en", run(&[&dba[..], &["--lang", "en"]].concat()));
    let vendor = ["explain", "models/teleconsultation.yaml", "--actor", "vendor", "--data", "video", "--lang", "en"];
    insta::assert_snapshot!("defended-en", run(&vendor));
}

#[test]
fn the_json_of_explain_holds_the_facts_that_would_be_enough() {
    let told = |actor: &str| -> serde_json::Value {
        let cell =
            ["explain", "models/teleconsultation.yaml", "--actor", actor, "--data", "message", "--format", "json"];
        serde_json::from_str(&run(&cell)).expect("the result is JSON")
    };
    let root = told("dba");
    let defence = &root["past"]["defence"];
    assert_eq!(defence["to"], "breach");
    let key = "holds(\"dba\",\"message-key\",\"privilege\").";
    assert_eq!(defence["missing"][0]["facts"], serde_json::json!([key]));
    assert!(defence["missing"][0]["locations"][0]["line"].is_u64());
    assert_eq!(defence["rests_on"][0]["kind"], "sealed");
    assert!(defence["assumptions"].as_array().is_some_and(|all| all.contains(&"keys-as-declared".into())));
    let root = told("patient");
    assert!(root["past"]["defence"].is_null() && root["new"]["defence"].is_null());
}
