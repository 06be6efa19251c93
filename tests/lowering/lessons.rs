//! Each lesson was a silent wrong answer once. A pair of small models shows it: the answers differ
//! because of one statement, and are worked out by hand from the rules.

use std::fmt::Write as _;

use enclair::lower::Case;

use crate::bench::{answers, loaded};

/// What the models of the lessons share: a vendor, a cloud, an operator, one patient with a phone that
/// keeps nothing and takes no update, one note.
const SHARED: &str = "enclair: 1
system: { name: Lesson, vendor: acme }
organisations:
  acme: { country: FR, owned_by: none }
  cloud: { country: FR, owned_by: none }
  infog: { country: FR, owned_by: none }
people:
  patient: {}
data:
  note: { kind: health, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: shop, updates: pinned, keeps: none, lock: strong }
hosting:
  vm: cloud
";

/// A model: what is shared, and these sections; those that are not given are empty.
fn model(sections: &str) -> String {
    let sections = sections.trim_start_matches("backend:\n");
    let mut text = format!("{SHARED}backend:\n  shop: {{ operator: acme }}\n{sections}");
    for (section, empty) in [("storage", "{}"), ("links", "[]"), ("admins", "{}"), ("backups", "{}")] {
        if !text.contains(&format!("\n{section}:")) {
            let _ = writeln!(text, "{section}: {empty}");
        }
    }
    text
}

/// The answer of an actor on the note: past and new.
fn cell(text: &str, actor: &str) -> (String, String) {
    let answers = answers(&loaded(text), Case::Worst);
    let cell = answers.get(&(actor.to_owned(), "note".to_owned()));
    cell.unwrap_or_else(|| panic!("nobody is called {actor}")).clone()
}

/// The answer of a model, and that of its twin, where one text is replaced.
fn twins(sections: &str, (old, new): (&str, &str), actor: &str, answer: [&str; 2], other: [&str; 2]) {
    let first = model(sections);
    assert!(first.contains(old), "the model has no `{old}`");
    let second = first.replacen(old, new, 1);
    let found = |text: &str| {
        let (past, new) = cell(text, actor);
        [past, new]
    };
    assert_eq!(found(&first), answer, "{actor}\n{first}");
    assert_eq!(found(&second), other, "{actor}\n{second}");
}

#[test]
fn a_session_opens_what_the_service_can_fetch_and_decrypt() {
    let sections = r#"backend:
  api: { runs_on: vm, code_from: [] }
  worker: { runs_on: vm, code_from: [] }
storage:
  db: { runs_on: vm, holds: note, used_by: [api, worker], at_rest: none, encrypted: { data: note, by: [api, worker], key: k } }
links:
  - { from: app, to: api, tls: "1.3", carries: note }
keys:
  k: worker
"#;
    // The password opens the past too. Where the service cannot decrypt, it opens what passes only.
    let change = ("by: [api, worker]", "by: worker");
    twins(sections, change, "adversary/stolen-user/patient", ["breach", "breach"], ["none", "breach"]);
}

#[test]
fn a_support_gate_opens_what_the_service_can_fetch() {
    let sections = "backend:
  desk: { runs_on: vm, code_from: [] }
storage:
  db: { runs_on: vm, holds: note, used_by: desk, at_rest: none, encrypted: { data: note, by: desk, key: k } }
keys:
  k: acme
admins:
  support: { of: infog, mfa: true, can: { read: { data: note, at: desk } } }
";
    twins(sections, ("note, by: desk", "note, by: []"), "support", ["privilege", "privilege"], ["none", "none"]);
}

#[test]
fn a_support_tool_shows_what_the_model_says_it_shows() {
    let sections = "backend:
  desk: { runs_on: vm, code_from: [] }
admins:
  support: { of: infog, mfa: true, can: { read: { data: note, at: desk } } }
";
    let change = ("read: { data: note, at: desk }", "read: []");
    twins(sections, change, "support", ["privilege", "privilege"], ["none", "none"]);
}

/// A chat whose directory of keys is a service of its own; nobody has an account.
const CHAT: &str = r#"backend:
  api: { runs_on: vm, code_from: [] }
  directory: { runs_on: vm, code_from: [] }
storage:
  db: { kind: database, runs_on: vm, holds: note, used_by: [api, directory], read_only: [], at_rest: none }
links:
  - { from: app, to: api, tls: "1.3", carries: note }
end_to_end:
  - { data: note, between: app, recipients_from: directory, verified: false, directory_apart: false }
admins:
  sre: { of: infog, mfa: true, can: { run: api } }
accounts:
  patient: { at: [], factors: {}, login: [], reset: none }
"#;

#[test]
fn whoever_runs_a_service_writes_to_what_it_writes_to() {
    // The API's own login alters the table of keys; without it, the API only reads ciphertext.
    twins(CHAT, ("read_only: []", "read_only: api"), "sre", ["none", "tampering"], ["none", "none"]);
}

#[test]
fn an_injection_alters() {
    let change = ("directory_apart: false", "directory_apart: true");
    twins(CHAT, change, "adversary/injection/db", ["none", "breach"], ["none", "none"]);
}

#[test]
fn an_intruder_alters() {
    let change = ("recipients_from: directory", "recipients_from: none");
    twins(CHAT, change, "adversary/intruder/api", ["none", "breach"], ["none", "none"]);
}

#[test]
fn whoever_signs_in_adds_a_device() {
    let account = "at: api, factors: { password: {} }, login: password";
    let chat = CHAT.replace("at: [], factors: {}, login: []", account);
    let change = ("verified: false", "verified: true");
    twins(&chat, change, "adversary/stolen-user/patient", ["none", "breach"], ["none", "none"]);
}

#[test]
fn the_bytes_of_a_storage_are_on_the_host_whatever_shields_it() {
    let sections = "storage:
  db: { runs_on: vm, shield: tee, holds: note, used_by: none, at_rest: none }
keys:
  k: acme
";
    let change = ("at_rest: none", "at_rest: { scope: file, key: k }");
    twins(sections, change, "cloud", ["privilege", "privilege"], ["none", "none"]);
}

#[test]
fn the_bytes_that_a_service_keeps_are_on_the_host_whatever_shields_it() {
    let sections = r#"backend:
  logs: { kind: logs, runs_on: vm, shield: tee, attested_by: check, code_from: [], keeps: note }
  check: { operator: acme }
links:
  - { from: app, to: logs, tls: "1.3", carries: note }
"#;
    // Memory takes a breach to read, a disk does not.
    twins(sections, ("keeps: note", "keeps: none"), "cloud", ["privilege", "privilege"], ["none", "breach"]);
}

#[test]
fn scopes_differ_in_where_the_key_is_when_nobody_asks() {
    let sections = "backend:
  api: { operator: acme }
  kms: { kind: kms, operator: acme }
storage:
  db: { runs_on: vm, shield: tee, holds: note, used_by: api, at_rest: { scope: volume, key: k } }
links:
  - { from: api, to: db, tls: mutual, carries: note }
keys:
  k: { kept_in: kms, used_by: api }
";
    // At the host: it decrypts the disk, and its operator waits for the key to be used. In the engine:
    // the host must first let something else run in the enclave that it attests itself. Nowhere: what
    // is not asked for stays closed.
    let volume = ["privilege^", "privilege"];
    twins(sections, ("scope: volume", "scope: engine"), "cloud", volume, ["tampering", "tampering"]);
    twins(sections, ("scope: volume", "scope: request"), "cloud", volume, ["none", "tampering"]);
}

#[test]
fn a_key_is_beside_the_data_only_if_it_is_said_to_be() {
    let sections = "storage:
  db: { runs_on: vm, holds: note, used_by: none, at_rest: none }
backups:
  nightly: { of: db, operator: infog, at_rest: { scope: file, key: k } }
keys:
  k: acme
";
    twins(sections, ("k: acme", "k: nightly"), "adversary/thief/nightly", ["none", "none"], ["breach", "breach"]);
}

#[test]
fn a_backup_copies_the_keys_that_its_storage_keeps() {
    let sections = "backend:
  api: { operator: acme }
storage:
  db: { runs_on: vm, holds: note, used_by: api, at_rest: none, encrypted: { data: note, by: api, key: k } }
backups:
  nightly: { of: db, operator: infog, at_rest: none }
keys:
  k: api
";
    twins(sections, ("k: api", "k: db"), "infog", ["none", "none"], ["privilege", "privilege"]);
}

#[test]
fn breaking_a_vault_leaves_the_pin() {
    let sections = "backend:
  vault: { operator: acme, exposed: internet }
storage:
  db: { runs_on: vm, holds: note, used_by: vault, at_rest: none, encrypted: { data: note, by: app, key: k } }
keys:
  k: { kept_in: vault }
  pin: patient
";
    let change = ("kept_in: vault", "kept_in: { in: vault, under: pin }");
    twins(sections, change, "adversary/intruder/vault", ["breach", "breach"], ["none", "none"]);
}

#[test]
fn the_proxy_on_the_path_of_a_page_delivers_its_code() {
    let sections = r#"backend:
  site: { operator: acme }
  proxy: { kind: cdn, operator: infog }
links:
  - { from: app, to: site, via: proxy, tls: "1.3", carries: note }
end_to_end:
  - { data: note, between: app, recipients_from: none, verified: true }
"#;
    let page = |text: &str| text.replace("kind: mobile, code_from: shop", "kind: web, code_from: site");
    let first = page(&model(sections));
    let second = first.replace("via: proxy, ", "");
    assert_eq!(cell(&first, "infog"), ("none".to_owned(), "tampering".to_owned()), "{first}");
    assert_eq!(cell(&second, "infog"), ("none".to_owned(), "none".to_owned()), "{second}");
}

#[test]
fn a_page_without_tls_comes_from_whoever_carries_it() {
    let sections = "backend:
  site: { operator: acme }
links:
  - { from: app, to: site, tls: none, carries: note }
end_to_end:
  - { data: note, between: app, recipients_from: none, verified: true }
";
    let first = model(sections).replace("kind: mobile, code_from: shop", "kind: web, code_from: site");
    let second = first.replace("tls: none", "tls: \"1.3\"");
    let attacker = "adversary/network-attacker";
    assert_eq!(cell(&first, attacker), ("none".to_owned(), "breach".to_owned()), "{first}");
    assert_eq!(cell(&second, attacker), ("none".to_owned(), "none".to_owned()), "{second}");
}

#[test]
fn a_vendor_without_production_access_ships_the_code() {
    let sections = "backend:
  api: { runs_on: vm, code_from: ci }
  ci: { kind: ci, operator: acme }
storage:
  db: { runs_on: vm, holds: note, used_by: api, at_rest: none }
admins:
  sre: { of: infog, mfa: true, can: { change: [api, db] } }
";
    twins(sections, ("code_from: ci", "code_from: []"), "acme", ["tampering", "tampering"], ["none", "none"]);
}

const RECORDS: &str = "backend:
  api: { operator: acme }
  kms: { kind: kms, operator: acme }
storage:
  db: { runs_on: vm, holds: note, used_by: api, at_rest: { scope: request, key: k } }
links:
  - { from: api, to: db, tls: mutual, carries: note }
keys:
  k: { kept_in: kms, used_by: api }
admins:
  ops: { of: infog, mfa: true, can: { run: api, store: db } }
";

#[test]
fn a_role_at_a_kms_is_used_without_waiting_and_watching_it_is_not() {
    let change = ("run: api", "run: kms");
    twins(RECORDS, change, "ops", ["privilege", "privilege"], ["privilege^", "privilege"]);
}

#[test]
fn the_role_at_a_kms_is_what_opens() {
    let change = ("used_by: api }\nadmins", "used_by: [] }\nadmins");
    twins(RECORDS, change, "ops", ["privilege", "privilege"], ["none", "privilege"]);
}

#[test]
fn what_opens_a_content_layer_can_use_its_key() {
    let sections = "backend:
  api: { operator: acme }
  vault: { operator: acme }
storage:
  db: { runs_on: vm, holds: note, used_by: api, at_rest: none, encrypted: { data: note, by: api, opened_by: api, key: k } }
links:
  - { from: api, to: db, tls: mutual, carries: note }
keys:
  k: vault
admins:
  ops: { of: infog, mfa: true, can: { run: api } }
";
    let change = ("opened_by: api", "opened_by: none");
    twins(sections, change, "ops", ["privilege", "privilege"], ["none", "privilege"]);
}

#[test]
fn of_several_links_between_two_components_the_weakest_counts() {
    let sections = r#"backend:
  api: { operator: acme }
  worker: { operator: acme }
links:
  - { from: api, to: worker, tls: old, carries: note }
  - { from: api, to: worker, tls: "1.3", carries: note }
"#;
    let change = ("tls: old", "tls: \"1.2\"");
    twins(sections, change, "adversary/network-attacker", ["none", "breach"], ["none", "none"]);
}

#[test]
fn a_certificate_taken_over_is_of_no_use_between_two_that_show_theirs() {
    let sections = r#"backend:
  api: { operator: acme }
  worker: { operator: acme }
links:
  - { from: api, to: worker, tls: "1.3", carries: note }
adversaries: { with: domain }
"#;
    twins(sections, ("\"1.3\"", "mutual"), "adversary/domain", ["none", "breach"], ["none", "none"]);
}

#[test]
fn unknown_owners_are_one() {
    let sections = "backend:
  left: { operator: cloud }
  right: { operator: infog }
storage:
  db: { operator: cloud, holds: note, used_by: left, at_rest: none, encrypted: { data: note, by: acme-app, key: k } }
keys:
  k: right
";
    let sections = sections.replace("acme-app", "app");
    let first = model(&sections)
        .replace("cloud: { country: FR, owned_by: none }", "cloud: { country: FR, owned_by: unknown }")
        .replace("infog: { country: FR, owned_by: none }", "infog: { country: FR, owned_by: unknown }");
    let second = first.replacen("owned_by: unknown", "owned_by: acme", 1);
    assert_eq!(cell(&first, "unknown-owner"), ("privilege".to_owned(), "privilege".to_owned()), "{first}");
    assert_eq!(cell(&second, "unknown-owner"), ("none".to_owned(), "none".to_owned()), "{second}");
}
