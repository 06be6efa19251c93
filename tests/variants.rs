//! Variants of a model: what they take away, change and add, and what they are expected to answer.

#[path = "support/bench.rs"]
mod bench;

use bench::{Dice, loaded, paths, plain, text_of, try_load};
use enclair::audit::audit;
use enclair::lower::Case;
use enclair::model::{Model, schema};

const MODEL: &str = r#"enclair: 1
system: { name: Demo, vendor: acme }
organisations:
  acme: { country: FR }
  cloud: { country: FR, owned_by: none }
people:
  patient: {}
  nurse: {}
data:
  note: { kind: health, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: release, keeps: none }
hosting:
  vm: cloud
keys:
  k: { kept_in: vm, label: Key }
backend:
  api: { runs_on: vm, code_from: ci }
  cdn: { operator: cloud }
  release: { operator: acme }
  ci: { kind: ci, operator: acme }
storage:
  db: { runs_on: vm, used_by: api, holds: note, at_rest: { scope: volume, key: k } }
backups: {}
links:
  - { from: app, to: api, via: cdn, tls: "1.3", carries: note }
  - { from: api, to: db, tls: none, carries: note }
admins:
  sre: { of: acme, mfa: true, can: { run: [api, cdn], read: { data: note, at: api } } }
expect:
  - { actor: cloud, data: note, past: none }
"#;

fn with(variants: &str) -> Model {
    loaded(&format!("{MODEL}variants:\n{variants}"))
}

fn variant(variants: &str) -> Model {
    with(variants).variant("v").expect("the variant is there")
}

/// The model with one text in the place of another, as a file of its own.
fn edited(edits: &[(&str, &str)]) -> Model {
    let mut text = MODEL.split("expect:").next().unwrap_or_default().to_owned();
    for (old, new) in edits {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    loaded(&text)
}

/// A variant has the facts of the same model written out, at worst and at best.
fn same(variants: &str, edits: &[(&str, &str)]) {
    let (variant, whole) = (variant(variants), edited(edits));
    for case in [Case::Worst, Case::Best] {
        assert_eq!(plain(&variant, case), plain(&whole, case), "{variants}");
    }
}

#[test]
fn what_is_removed_is_not_there() {
    same(
        "  v: { remove: [backend.cdn, \"links.app->api.via\", admins.sre.can.run.cdn] }\n",
        &[("  cdn: { operator: cloud }\n", ""), ("via: cdn, ", ""), ("[api, cdn]", "[api]")],
    );
    same("  v: { remove: \"links.api->db\" }\n", &[("  - { from: api, to: db, tls: none, carries: note }\n", "")]);
    same("  v: { remove: [admins.sre.can.read] }\n", &[(", read: { data: note, at: api }", "")]);
    same("  v: { remove: data.note.readers.patient }\n", &[("readers: patient", "readers: []")]);
    same("  v: { remove: backups }\n", &[("backups: {}\n", "")]);
    // A section that every model has is left empty.
    let admins = MODEL.find("  sre:").map(|at| MODEL[at..].lines().next().unwrap_or_default()).expect("the admin");
    same("  v: { remove: admins }\n", &[(&format!("admins:\n{admins}\n"), "admins: {}\n")]);
}

#[test]
fn maps_are_changed_key_by_key_and_the_rest_is_replaced() {
    same(
        "  v: { change: { storage: { db: { at_rest: { scope: engine } } } } }\n",
        &[("scope: volume", "scope: engine")],
    );
    same(
        "  v: { change: { storage: { db: { at_rest: none } } } }\n",
        &[("at_rest: { scope: volume, key: k }", "at_rest: none")],
    );
    same("  v: { change: { data: { note: { readers: [nurse] } } } }\n", &[("readers: patient", "readers: nurse")]);
    same(
        "  v: { change: { keys: { k: api, k2: api } } }\n",
        &[("k: { kept_in: vm, label: Key }", "k: api\n  k2: api")],
    );
    same(
        "  v: { change: { links: [] } }\n",
        &[
            ("links:\n", "links: []\n"),
            ("  - { from: app, to: api, via: cdn, tls: \"1.3\", carries: note }\n", ""),
            ("  - { from: api, to: db, tls: none, carries: note }\n", ""),
        ],
    );
    same(
        "  v: { change: { system: { vendor: cloud }, organisations: { acme: { owned_by: none } } } }\n",
        &[("vendor: acme", "vendor: cloud"), ("acme: { country: FR }", "acme: { country: FR, owned_by: none }")],
    );
    // What stands as its main property is changed as if it were written in full.
    same(
        "  v: { change: { hosting: { vm: { shield: locked } } } }\n",
        &[("vm: cloud", "vm: { operator: cloud, shield: locked }")],
    );
}

#[test]
fn lists_are_added_to() {
    same(
        "  v: { add: { data: { note: { readers: nurse } } } }\n",
        &[("readers: patient", "readers: [patient, nurse]")],
    );
    same(
        "  v: { add: { admins: { sre: { can: { run: db, change: [api] } } } } }\n",
        &[("run: [api, cdn]", "run: [api, cdn, db], change: api")],
    );
    same("  v: { add: { clients: { app: { keeps: [note] } } } }\n", &[("keeps: none", "keeps: note")]);
    same(
        "  v: { add: { links: [ { from: cdn, to: api, tls: unknown, carries: [] } ], keys: { k2: vm } } }\n",
        &[
            ("backups: {}\n", "backups: {}\n"),
            ("links:\n", "links:\n  - { from: cdn, to: api, tls: unknown, carries: [] }\n"),
            ("keys:\n", "keys:\n  k2: vm\n"),
        ],
    );
    same(
        "  v: { add: { end_to_end: [ { data: note, between: [app], recipients_from: api, verified: false } ] } }\n",
        &[(
            "links:\n",
            "end_to_end:\n  - { data: note, between: [app], recipients_from: api, verified: false }\nlinks:\n",
        )],
    );
}

/// It takes away, then changes, then adds; one that starts from another comes after it, wherever it is.
#[test]
fn steps_follow_each_other() {
    same(
        "  v: { remove: storage.db.at_rest, change: { storage: { db: { at_rest: none } } } }\n",
        &[("at_rest: { scope: volume, key: k }", "at_rest: none")],
    );
    let chain = "  v: { of: w, remove: data.note.readers.nurse, add: { data: { note: { readers: sre } } } }\n  w: { change: { data: { note: { readers: [patient, nurse] } } } }\n";
    same(chain, &[("readers: patient", "readers: [patient, sre]")]);
    assert_eq!(with(chain).variant_names(), ["v", "w"]);
}

#[test]
fn a_variant_has_its_own_expectations_label_and_places() {
    let model = with(
        "  v:\n    label: { fr: Cible, en: Target }\n    change: { backend: { api: { runs_on: cellar } } }\n    add: { hosting: { cellar: cloud } }\n    expect:\n      - { actor: cloud, data: note, past: privilege }\n  w: { of: v }\n",
    );
    let base = audit(&model).expect("an audit");
    assert!(!base.expectations[0].holds());
    let target = audit(&model.variant("v").expect("v")).expect("an audit");
    assert!(target.expectations.len() == 1 && target.expectations[0].holds());
    assert_eq!((target.system.fr.as_str(), target.variant.as_deref()), ("Demo – Cible", Some("v")));
    assert!(audit(&model.variant("w").expect("w")).expect("an audit").expectations.is_empty());
    assert!(model.variant("x").is_none() && model.variant("v").expect("v").variant_names().is_empty());
    let text = &model.sources.root().text;
    let said = text.lines().position(|line| line.contains("hosting: { cellar")).expect("a line") + 1;
    let places = target.proofs.iter().flat_map(|proof| &proof.steps).flat_map(|step| &step.places);
    assert!(places.clone().any(|place| place.position.line == said), "a proof rests on the variant's line");
    let base = base.proofs.iter().flat_map(|proof| &proof.steps).flat_map(|step| &step.places);
    assert!(base.clone().all(|place| place.position.line < said), "the model's own do not");
}

/// Mistakes that only the audit finds are found in variants too, and once.
#[test]
fn the_audit_of_a_model_goes_over_its_variants() {
    let told = |variants: &str| {
        let model = try_load(&format!("{MODEL}variants:\n{variants}")).expect("a model");
        match audit(&model) {
            Err(enclair::audit::AuditError::Model(mistakes)) => {
                mistakes.render(enclair::text::Lang::En, enclair::source::Style::Plain)
            }
            other => panic!("{other:?}"),
        }
    };
    let expect = told(
        "  v: { expect: { actor: clout, data: note, past: none } }\n"
            .replace("expect: {", "expect: [{")
            .replace("} }\n", "}] }\n")
            .as_str(),
    );
    assert_eq!(expect.matches("error[E019]: `clout`").count(), 1, "{expect}");
    let circle = told("  v: { change: { hosting: { vm: { runs_on: vm } } } }\n  w: { of: v }\n");
    assert!(circle.contains("error[E022]") && circle.contains("change: { hosting"), "{circle}");
}

/// A variant that says nothing is the model itself; so is one that replaces sections by themselves.
#[test]
fn a_variant_that_changes_nothing_is_the_model() {
    for path in paths() {
        let text = text_of(&path);
        let text = match text.split_once("\nvariants:\n") {
            Some((before, after)) => format!("{before}\nvariants:\n  idle: {{}}\n{after}"),
            None => format!("{text}variants:\n  idle: {{}}\n"),
        };
        let model = loaded(&text);
        let idle = model.variant("idle").expect("idle");
        for case in [Case::Worst, Case::Best] {
            assert_eq!(plain(&model, case), plain(&idle, case), "{}", path.display());
        }
    }
}

/// Whatever is removed, a model loads or tells why, and what it tells names the variant or its lines.
#[test]
fn anything_can_be_removed_or_it_is_told() {
    let mut dice = Dice(5);
    let text = text_of(std::path::Path::new("models/teleconsultation.yaml"));
    let value: serde_yaml::Value = serde_yaml::from_str(&text).expect("YAML");
    let mut routes = Vec::new();
    for (section, entries) in value.as_mapping().expect("a map") {
        let section = section.as_str().expect("a name");
        routes.push(section.to_owned());
        for (name, entry) in entries.as_mapping().into_iter().flatten() {
            let name = format!("{section}.{}", name.as_str().expect("a name"));
            let keys = entry.as_mapping().into_iter().flatten().map(|(key, _)| key.as_str().expect("a name"));
            routes.extend(keys.map(|key| format!("{name}.{key}")));
            routes.push(name);
        }
    }
    let own = text.lines().count();
    for _ in 0..120 {
        let route = &routes[dice.roll(routes.len())];
        let Err(mistakes) = try_load(&format!("{text}variants:\n  v: {{ remove: \"{route}\" }}\n")) else { continue };
        for one in &mistakes.list {
            let line = mistakes.sources.position(one.span.start).line;
            let cause = one.variant.as_deref().map(|(_, span)| mistakes.sources.position(span.start).line);
            assert!(line > own || cause.is_some_and(|line| line > own), "{route}: {one:?}");
        }
    }
}

/// The sections whose entries may be written as one property, as the schema tells them.
#[test]
fn every_entry_that_may_be_brief_can_be_changed() {
    let root = schema();
    let is_map = |schema: &serde_json::Value| schema["$ref"].is_string() || schema["type"] == "object";
    let brief = |node: &serde_json::Value| {
        let any = node["additionalProperties"]["anyOf"].as_array();
        node.get("propertyNames").is_some() && any.is_some_and(|any| any.first().is_some_and(is_map) && any.len() > 1)
    };
    let sections: Vec<&String> = root["properties"]
        .as_object()
        .expect("properties")
        .iter()
        .filter(|(_, node)| brief(node))
        .map(|(key, _)| key)
        .collect();
    assert_eq!(sections, ["hosting", "keys"], "`MAIN` of src/model/overlay.rs names them all");
}
