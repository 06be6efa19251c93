//! Breach scenarios: each state from each kind of event, on small models and on those of the gallery.

#[path = "support/bench.rs"]
mod bench;

use std::collections::BTreeMap;

use bench::{loaded, paths_under, text_of};
use enclair::compare::{Dossier, Event, Outcome, Scenario, State};
use enclair::kernel::{Atom, Derivation, Fact, FactsBuilder, Grade, Name, Phase, Solution};
use enclair::lower::Case;
use enclair::model::Model;

const MODEL: &str = r#"enclair: 1
system: { name: Demo, vendor: acme }
organisations:
  acme: { country: FR }
  cloud: { country: US, owned_by: none }
people:
  patient: { count: 10 }
data:
  note: { kind: health, subjects: 120, readers: patient }
  visit: { kind: health, subjects: 100, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: release, keeps: none }
hosting:
  vm: cloud
keys:
  k: { kept_in: vm, label: Disk key }
  app-key: { kept_in: api, label: Field key }
backend:
  api: { runs_on: vm, code_from: ci }
  release: { operator: acme }
  ci: { kind: ci, operator: acme }
storage:
  db: { kind: database, runs_on: vm, used_by: api, holds: [note, visit], at_rest: { scope: volume, key: k }, encrypted: { data: visit, by: api, key: app-key } }
backups:
  copy: { operator: acme, of: db, at_rest: none }
accounts:
  patient: { at: api, factors: { password: {} }, login: [password], reset: none }
links:
  - { from: app, to: api, tls: "1.3", carries: [note, visit] }
  - { from: api, to: db, tls: none, carries: [note, visit] }
admins:
  sre: { of: acme, mfa: false, can: { run: api } }
  strict: { of: acme, mfa: true, can: { run: api } }
jurisdictions:
  FR: [produce]
  US: [produce, intercept, alter]
"#;

fn dossier(model: &Model) -> Dossier {
    Dossier::new(model).expect("the model is audited")
}

fn of(text: &str) -> Dossier {
    dossier(&loaded(text))
}

fn edited(edits: &[(&str, &str)]) -> Dossier {
    let mut text = MODEL.to_owned();
    for (old, new) in edits {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    of(&text)
}

fn outcome<'d>(dossier: &'d Dossier, actor: &str, data: &str) -> &'d Outcome {
    let scenario = dossier.scenarios.iter().find(|one| one.actor == actor && one.event == Event::Adversary);
    let scenario = scenario.unwrap_or_else(|| panic!("no scenario of {actor}"));
    let at = dossier.audit.data.iter().position(|one| one.id == data).expect("the data");
    &scenario.outcomes[at]
}

fn states(dossier: &Dossier, actor: &str) -> [State; 2] {
    ["note", "visit"].map(|data| outcome(dossier, actor, data).state)
}

fn ordered<'d>(dossier: &'d Dossier, actor: &str, order: &str) -> &'d Scenario {
    let found = dossier.scenarios.iter().find(|one| match &one.event {
        Event::Order { order: given, .. } => one.actor == actor && given.id() == order,
        Event::Adversary => false,
    });
    found.unwrap_or_else(|| panic!("no order to {actor} to {order}"))
}

#[test]
fn a_stolen_disk_is_intact_as_long_as_its_key_is_elsewhere() {
    let dossier = of(MODEL);
    assert_eq!(states(&dossier, "adversary/thief/db"), [State::Intact; 2]);
    let keys = |data| {
        let sets = outcome(&dossier, "adversary/thief/db", data).keys.iter();
        sets.map(|set| set.iter().map(|key| key.en.as_str()).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    assert_eq!(keys("note"), [["Disk key"]]);
    assert_eq!(keys("visit"), [["Field key", "Disk key"]], "both are missing");
    // Without the encryption of the volume, one is readable and the other needs one key only.
    let bare = edited(&[("at_rest: { scope: volume, key: k }", "at_rest: none")]);
    assert_eq!(states(&bare, "adversary/thief/db"), [State::Readable, State::Intact]);
}

#[test]
fn a_backup_in_clear_is_readable_and_an_injection_stops_at_the_field_key() {
    let dossier = of(MODEL);
    assert_eq!(states(&dossier, "adversary/thief/copy"), [State::Readable, State::Intact]);
    assert_eq!(states(&dossier, "adversary/injection/db"), [State::Readable, State::Intact]);
    assert_eq!(states(&dossier, "adversary/intruder/api"), [State::Readable; 2]);
}

#[test]
fn a_supplier_must_still_ship_altered_code() {
    let dossier = of(MODEL);
    let found = outcome(&dossier, "adversary/supplier/ci", "note");
    assert_eq!(found.state, State::Subvertible);
    assert_eq!(found.acts.iter().map(enclair::compare::Act::id).collect::<Vec<_>>(), ["ship"]);
    let guessed = edited(&[(
        "k: { kept_in: vm, label: Disk key }",
        "k: { kept_in: none, from_password: patient/password, guess: guessable }",
    )]);
    let found = outcome(&guessed, "adversary/thief/db", "note");
    assert_eq!(found.state, State::Subvertible);
    assert_eq!(found.acts.iter().map(enclair::compare::Act::id).collect::<Vec<_>>(), ["guess"]);
}

#[test]
fn calling_a_service_that_decrypts_is_having_the_key() {
    let dossier = of(MODEL);
    // A password and a credential open no key service: the service opens the data for them.
    assert_eq!(states(&dossier, "adversary/stolen-user/patient"), [State::Readable; 2]);
    assert_eq!(states(&dossier, "adversary/stolen/sre"), [State::Readable; 2]);
    assert_eq!(states(&dossier, "adversary/stolen/strict"), [State::NotReached; 2], "a second factor is missing");
}

#[test]
fn tls_leaves_a_listener_the_ciphertext_and_no_tls_the_data() {
    let dossier = of(MODEL);
    assert_eq!(states(&dossier, "adversary/network-observer"), [State::Intact; 2]);
    let bare = edited(&[("tls: \"1.3\"", "tls: none")]);
    assert_eq!(states(&bare, "adversary/network-observer"), [State::Readable; 2]);
    assert!(outcome(&bare, "adversary/network-observer", "note").only_new(), "what was sent before is gone");
}

#[test]
fn what_a_model_grants_is_an_event_too() {
    let granted = "jurisdictions:\nadversaries: { grant: { to: burglar, knows: k, store: db/medium } }\n";
    let text =
        MODEL.replace("jurisdictions:\n", &format!("{}jurisdictions:\n", granted.replace("jurisdictions:\n", "")));
    assert_eq!(states(&of(&text), "adversary/burglar"), [State::Readable, State::Intact]);
}

#[test]
fn orders_give_what_they_reach() {
    let dossier = of(MODEL);
    let states = |order| ordered(&dossier, "cloud", order).outcomes.iter().map(|one| one.state).collect::<Vec<_>>();
    assert_eq!(states("produce"), [State::Readable; 2]);
    assert_eq!(states("intercept"), [State::Readable; 2]);
    // Data that the whole system never holds in clear where the order lands.
    let sealed = edited(&[
        ("hosting:\n  vm: cloud\n", "hosting:\n  vm: cloud\n  own: acme\n"),
        ("api: { runs_on: vm,", "api: { runs_on: own,"),
        ("k: { kept_in: vm,", "k: { kept_in: api,"),
    ]);
    let found: Vec<State> = ordered(&sealed, "cloud", "produce").outcomes.iter().map(|one| one.state).collect();
    assert_eq!(found[1], State::Intact, "the field key is not there");
}

#[test]
fn orders_agree_with_what_can_be_compelled() {
    for path in paths_under(&["models/ehealth", "models/systems"]).iter().step_by(4) {
        let dossier = dossier(&loaded(&text_of(path)));
        let mut found = BTreeMap::new();
        for scenario in &dossier.scenarios {
            let Event::Order { authority, order, .. } = &scenario.event else { continue };
            for one in scenario.outcomes.iter().filter(|one| one.past.min(one.new).is_reachable()) {
                let key = (authority.clone(), scenario.actor.clone(), *order, dossier.audit.data[one.data].id.clone());
                found.insert(key, (one.past, one.new));
            }
        }
        let rows = dossier.audit.compelled.iter();
        let rows = rows.map(|one| {
            ((one.authority.clone(), one.organisation.clone(), one.order, one.data.clone()), (one.past, one.new))
        });
        assert_eq!(found, rows.collect(), "{}", path.display());
    }
}

/// What an adversary alone has, its own event supposed and no other: by the definition, one at a time.
fn alone(model: &Model, actor: &str) -> Vec<(Grade, Grade)> {
    let facts = bench::lowered(model, Case::Worst).facts;
    let who = facts.names().get(actor).expect("the adversary");
    let mut builder: FactsBuilder = facts
        .to_builder(|fact| !matches!(fact, Fact::Power { actor, .. } | Fact::Holds { actor, .. } if *actor == who));
    for (_, fact) in facts.iter() {
        match fact.clone() {
            Fact::Power { actor, component, power, .. } if actor == who => {
                builder.add(Fact::Power { actor, component, power, grade: Grade::Privilege }, &[]);
            }
            Fact::Holds { actor, secret, .. } if actor == who => {
                builder.add(Fact::Holds { actor, secret, grade: Grade::Design }, &[]);
            }
            _ => {}
        }
    }
    let facts = builder.finish();
    let solution = Solution::solve(&facts, Phase::Next);
    let data = model.architecture.data.keys().filter_map(|id| facts.names().get(id));
    data.map(|data: Name| (solution.grade(Atom::Past(who, data)), solution.grade(Atom::New(who, data)))).collect()
}

#[test]
fn events_supposed_together_give_what_each_gives_alone() {
    let mut compared = 0;
    for path in
        ["models/systems/doctolib-tanker.yaml", "models/systems/health-data-hub.yaml", "models/ehealth/imaging.yaml"]
    {
        let model = loaded(&text_of(path.as_ref()));
        for scenario in dossier(&model).scenarios.iter().filter(|one| one.event == Event::Adversary) {
            let found: Vec<_> = scenario.outcomes.iter().map(|one| (one.past, one.new)).collect();
            assert_eq!(found, alone(&model, &scenario.actor), "{path}: {}", scenario.actor);
            compared += 1;
        }
    }
    assert!(compared > 20, "only {compared}");
}

/// An event gives at least what the adversary had, and never the rights of a declared reader.
#[test]
fn supposing_an_event_never_takes_anything_away() {
    for path in paths_under(&["models/ehealth"]).iter().step_by(3) {
        let model = loaded(&text_of(path));
        let dossier = dossier(&model);
        let facts = bench::lowered(&model, Case::Worst).facts;
        let before = Derivation::solve(&facts);
        for scenario in dossier.scenarios.iter().filter(|one| one.event == Event::Adversary) {
            for one in &scenario.outcomes {
                let name = |text: &str| facts.names().get(text).expect("a name");
                let cell = before.cell(name(&scenario.actor), name(&dossier.audit.data[one.data].id));
                assert!(one.past <= cell.past && one.new <= cell.new, "{}", scenario.actor);
                assert!(one.past > Grade::Design && one.new > Grade::Design, "{}", scenario.actor);
                assert_eq!(one.state == State::Subvertible, !one.acts.is_empty(), "{}", scenario.actor);
            }
        }
    }
}

#[test]
fn the_common_base_is_no_event() {
    let dossier = of(MODEL);
    assert!(dossier.audit.actors.iter().any(|actor| actor.id == "adversary/common-base"));
    assert!(dossier.scenarios.iter().all(|one| one.actor != "adversary/common-base"));
}

#[test]
fn people_are_counted_between_the_largest_number_and_the_sum() {
    let dossier = of(MODEL);
    let concerned = |actor: &str| {
        let one = dossier.scenarios.iter().find(|one| one.actor == actor).expect("the scenario");
        one.concerned.map(|some| (some.at_least, some.at_most, some.unsaid))
    };
    assert_eq!(concerned("adversary/thief/db"), Some((120, 220, 0)));
    assert_eq!(concerned("adversary/stolen/strict"), None);
    let unsaid = edited(&[("subjects: 100, ", "")]);
    let one = unsaid.scenarios.iter().find(|one| one.actor == "adversary/thief/db").expect("the scenario");
    assert_eq!(one.concerned.map(|some| (some.at_least, some.at_most, some.unsaid)), Some((120, 120, 1)));
}

#[test]
fn what_is_not_known_shows_both_ends() {
    let dossier = edited(&[("at_rest: { scope: volume, key: k }", "at_rest: unknown")]);
    let found = outcome(&dossier, "adversary/thief/db", "note");
    assert_eq!((found.state, found.best), (State::Readable, Some(State::Intact)));
}

/// Every id and label renamed: the same states in the same order.
#[test]
fn names_change_nothing_but_names() {
    let mut text = MODEL.to_owned();
    for (old, new) in
        [("note", "zeta"), ("visit", "alpha"), ("cloud", "northwind"), ("acme", "quux"), ("app-key", "kkk")]
    {
        text = text.replace(old, new);
    }
    let told = |dossier: &Dossier| {
        let mut all: Vec<Vec<_>> = dossier
            .scenarios
            .iter()
            .map(|one| one.outcomes.iter().map(|one| (one.state, one.best, one.past, one.new)).collect())
            .collect();
        all.sort();
        all
    };
    assert_eq!(told(&of(MODEL)), told(&of(&text)));
}
