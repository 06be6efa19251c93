//! R12: two independent organisations pooled, gone over with the naive engine.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;
mod support;

use std::collections::BTreeSet;

use enclair::audit::{ActorKind, Audit, Collusion, audit};
use enclair::kernel::{Fact, Facts, Grade, Name};
use enclair::lower::Case;
use support::naive::Naive;

/// The bytes at one organisation, the key at another: `owners` closes each organisation.
fn custody(owners: [&str; 3]) -> String {
    let [vendor, store, keys] = owners;
    format!(
        r#"enclair: 1
system: {{ name: T, vendor: vendor, date: 2026-01-01, language: en }}
organisations:
  vendor: {{ country: FR, owned_by: {vendor} }}
  store: {{ country: FR, owned_by: {store} }}
  notary: {{ country: FR, owned_by: {keys} }}
  group: {{ country: FR, owned_by: none }}
people: {{ patient: {{}}, doctor: {{}} }}
data:
  message: {{ kind: health, readers: [patient, doctor] }}
clients:
  cp: {{ used_by: patient, kind: mobile, code_from: ci, updates: pinned, keeps: none, lock: strong }}
  cd: {{ used_by: doctor, kind: mobile, code_from: ci, updates: pinned, keeps: none, lock: strong }}
hosting: {{ vm: {{ operator: vendor }} }}
backend:
  ci: {{ kind: ci, operator: vendor }}
  api: {{ runs_on: vm, code_from: ci }}
  hsm: {{ kind: hsm, operator: notary }}
storage:
  files: {{ kind: object-store, operator: store, used_by: none, holds: [message], at_rest: {{ scope: file, key: k }} }}
links:
  - {{ from: cp, to: api, tls: "1.3", carries: [] }}
  - {{ from: cd, to: api, tls: "1.3", carries: [] }}
accounts:
  patient: {{ at: api, factors: {{ pk: {{ sent: never }} }}, login: [pk], reset: none }}
  doctor: {{ at: api, factors: {{ pk: {{ sent: never }} }}, login: [pk], reset: none }}
keys:
  k: {{ kept_in: hsm }}
admins: {{}}
backups: {{}}
"#
    )
}

fn audited(text: &str) -> Audit {
    audit(&bench::loaded(text)).expect("the model is audited")
}

fn told(one: &Collusion) -> (String, Grade, Grade) {
    (format!("{}+{} {}", one.organisations[0], one.organisations[1], one.data), one.past, one.new)
}

#[test]
fn two_custodians_read_together_what_neither_reads_alone() {
    let found = audited(&custody(["none", "none", "none"]));
    let alone = |actor: &str| {
        let verdict = found.verdicts.iter().find(|verdict| found.actors[verdict.actor].id == actor);
        verdict.map(|verdict| (verdict.past, verdict.new))
    };
    assert_eq!((alone("store"), alone("notary")), (Some((Grade::None, Grade::None)), Some((Grade::None, Grade::None))));
    let rows: Vec<_> = found.collusions.iter().map(told).collect();
    assert_eq!(rows, [("store+notary message".to_owned(), Grade::Privilege, Grade::Privilege)]);
}

#[test]
fn organisations_with_one_owner_are_not_independent() {
    for owners in [["none", "group", "group"], ["none", "notary", "none"], ["none", "none", "store"]] {
        assert!(
            audited(&custody(owners)).collusions.iter().all(|one| one.organisations != ["store", "notary"]),
            "{owners:?}"
        );
    }
    // An owner of one of them alone changes nothing, and stands beside it.
    let rows: Vec<_> = audited(&custody(["none", "group", "none"])).collusions.iter().map(|one| told(one).0).collect();
    assert_eq!(rows, ["store+notary message", "notary+group message"]);
}

#[test]
fn unknown_owners_are_taken_as_one() {
    assert_eq!(audited(&custody(["none", "unknown", "unknown"])).collusions, []);
    assert_eq!(audited(&custody(["none", "unknown", "none"])).collusions.len(), 1);
}

#[test]
fn three_organisations_are_never_pooled() {
    let text = custody(["none", "none", "none"])
        .replace("k: { kept_in: hsm }", "k: { kept_in: [ { in: hsm, under: [k2] } ] }\n  k2: { kept_in: ci }");
    assert_eq!(audited(&text).collusions, []);
    // The three would read, if they were.
    let facts = bench::lowered(&bench::loaded(&text), Case::Worst).facts;
    let mut builder = facts.to_builder(|_| true);
    let pool = builder.actor("pool");
    for id in ["vendor", "store", "notary"] {
        builder.add(Fact::Staff { actor: facts.names().get(id).expect("known"), organisation: pool }, &[]);
    }
    let message = facts.names().get("message").expect("known");
    assert_eq!(Naive::solve(&builder.finish()).cell(pool, message).past, Grade::Privilege);
}

/// The binary on a text.
fn run(text: &str, arguments: &[&str]) -> String {
    let output = binary::enclair(arguments).write_stdin(text).output().expect("the binary runs");
    binary::text(&output.stdout)
}

#[test]
fn a_pair_stands_apart_in_every_output() {
    let text = custody(["none", "none", "none"]);
    let shown = run(&text, &["check", "--lang", "en", "-"]);
    assert!(shown.contains("store and notary together: message, by privilege."), "{shown}");
    let french = run(&text, &["check", "--lang", "fr", "-"]);
    assert!(french.contains("store et notary ensemble\u{a0}: message, par privilège."), "{french}");
    let root: serde_json::Value =
        serde_json::from_str(&run(&text, &["check", "--format", "json", "-"])).expect("the result is JSON");
    let row = &root["collusions"][0];
    assert_eq!(row["organisations"], serde_json::json!(["store", "notary"]));
    assert_eq!(
        (&row["data"], &row["past"], &row["new"]),
        (&"message".into(), &"privilege".into(), &"privilege".into())
    );
    assert!(!root["verdicts"].to_string().contains('+'));
    let page = run(&text, &["report", "--lang", "en", "-o", "-", "-"]);
    assert_eq!(page.matches("store and notary together").count(), 1);
    let none = run(&custody(["none", "unknown", "unknown"]), &["report", "--lang", "en", "-o", "-", "-"]);
    assert!(none.contains("id=\"orders\"") && !none.contains("id=\"together\""));
}

#[test]
fn the_common_base_is_told_once_and_apart() {
    let text = std::fs::read_to_string("models/teleconsultation.yaml").expect("the model can be read");
    let shown = run(&text, &["check", "--lang", "en", "-"]);
    let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words.matches("system vendors, antivirus").count(), 1, "{shown}");
    let root: serde_json::Value =
        serde_json::from_str(&run(&text, &["check", "--format", "json", "-"])).expect("the result is JSON");
    assert_eq!(root["common_base"]["actor"], "adversary/common-base");
    assert_eq!(root["common_base"]["easiest"], "tampering");
    for list in ["findings", "claims", "collusions"] {
        assert!(!root[list].to_string().contains("common-base"), "{list}");
    }
    assert!(root["verdicts"].to_string().contains("common-base"));
    let page = run(&text, &["report", "--lang", "en", "-o", "-", "-"]);
    let matrix = page.split("<section id=\"matrix\"").nth(1).and_then(|rest| rest.split("</section>").next());
    assert_eq!(matrix.expect("the matrix").matches("ystem vendors, antivirus").count(), 1);
}

/// Components of both on the machines of a third are noted.
#[test]
fn a_shared_host_is_noted() {
    let text = custody(["none", "none", "none"])
        .replace("  hsm: { kind: hsm, operator: notary }", "  hsm: { kind: hsm, runs_on: vm, code_from: ci }")
        .replace("operator: store, used_by: none", "runs_on: vm, used_by: none")
        .replace("vm: { operator: vendor }", "vm: { operator: group, shield: locked }")
        .replace(
            "admins: {}",
            "admins:\n  sa: { of: store, mfa: true, can: { run: [files] } }\n  na: { of: notary, mfa: true, can: { run: [hsm] } }",
        );
    let found = audited(&text);
    let pair = found.collusions.iter().find(|one| one.organisations == ["store", "notary"]);
    assert_eq!(pair.map(|one| one.shared_hosts.clone()), Some(vec!["vm".to_owned()]), "{:?}", found.collusions);
}

/// All that is reached from a name by steps up, or down, of staff and owners: by hand.
fn reached(facts: &Facts, from: Name, up: bool) -> BTreeSet<Name> {
    let mut found = BTreeSet::from([from]);
    loop {
        let steps = facts.iter().filter_map(|(_, fact)| match *fact {
            Fact::Staff { actor, organisation } => Some((actor, organisation)),
            Fact::Owned { organisation, owner } => Some((organisation, owner)),
            _ => None,
        });
        let steps = steps.map(|(below, above)| if up { (below, above) } else { (above, below) });
        let next: Vec<Name> =
            steps.filter(|(from, to)| found.contains(from) && !found.contains(to)).map(|(_, to)| to).collect();
        if next.is_empty() {
            return found;
        }
        found.extend(next);
    }
}

fn is_independent(facts: &Facts, one: Name, other: Name) -> bool {
    [true, false].iter().all(|up| reached(facts, one, *up).is_disjoint(&reached(facts, other, *up)))
}

/// The rows of a pair, as the naive engine finds them.
fn naive_rows(facts: &Facts, audit: &Audit, [one, other]: [Name; 2]) -> Vec<(String, Grade, Grade)> {
    let mut builder = facts.restricted_to(&[one, other]);
    let pool = builder.actor("pool");
    for actor in [one, other] {
        builder.add(Fact::Staff { actor, organisation: pool }, &[]);
    }
    let solved = Naive::solve(&builder.finish());
    let gained = |pool: Grade, alone: Grade| {
        if pool <= Grade::Evident && pool.public() < alone.public() { pool } else { Grade::None }
    };
    let mut rows = Vec::new();
    for data in &audit.data {
        let asset = facts.names().get(&data.id).expect("the data is known");
        let (cell, alone) = (solved.cell(pool, asset), [solved.cell(one, asset), solved.cell(other, asset)]);
        let past = gained(cell.past, alone[0].past.min(alone[1].past));
        let new = gained(cell.new, alone[0].new.min(alone[1].new));
        if past.is_reachable() || new.is_reachable() {
            let (one, other) = (facts.text(one), facts.text(other));
            rows.push((format!("{one}+{other} {}", data.id), past, new));
        }
    }
    rows
}

/// Every pair of every model, those that the search skips included.
#[test]
fn the_naive_engine_finds_the_same_pooled_cells() {
    let (mut pairs, mut seen) = (0, 0);
    let models = bench::some_under(&["models", "tests/soundness"], 3).map(|path| bench::text_of(&path));
    let texts = [custody(["none", "none", "none"]), custody(["none", "unknown", "none"])];
    for text in models.chain(texts) {
        let model = bench::loaded(&text);
        let found = audit(&model).expect("the model is audited");
        let facts = bench::lowered(&model, Case::Worst).facts;
        let organisations = found.actors.iter().filter(|actor| actor.kind == ActorKind::Organisation);
        let organisations: Vec<Name> = organisations.filter_map(|actor| facts.names().get(&actor.id)).collect();
        let mut expected = Vec::new();
        for (at, one) in organisations.iter().enumerate() {
            for other in organisations[at + 1..].iter().filter(|other| is_independent(&facts, *one, **other)) {
                expected.extend(naive_rows(&facts, &found, [*one, *other]));
                pairs += 1;
            }
        }
        let rows: Vec<_> = found.collusions.iter().map(told).collect();
        assert_eq!(rows, expected, "{text}");
        seen += rows.len();
    }
    assert!(pairs > 50 && seen > 2, "only {pairs} pairs, {seen} rows");
}

#[test]
fn a_pair_is_neither_an_actor_nor_a_verdict() {
    let found = audited(&custody(["none", "none", "none"]));
    assert!(found.actors.iter().all(|actor| !actor.id.contains('+')));
    assert_eq!(found.verdicts.len(), found.actors.len());
}
