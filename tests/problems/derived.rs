//! Things that are what they are by others: metadata, pseudonyms, copies, keys behind locks, ciphertext on
//! links, adversaries of the model's own.

use insta::assert_snapshot;

use super::{and, edit, load_ok, told};

#[test]
fn data_that_accompany_or_stand_for_others() {
    let data = "note: { kind: health, readers: patient }";
    let with = |more: &str| edit(data, &format!("{data}\n{more}"));
    assert_snapshot!(told(&with("  a: { kind: metadata, readers: none, metadata_of: nope }")), @"
    error[E019]: `nope` is not declared: expected a data asset
     --> model.yaml:9:52
      |
    9 |   a: { kind: metadata, readers: none, metadata_of: nope }
      |                                                    ^^^^
      |
      = help: did you mean `note`?
    ");
    assert_snapshot!(told(&with("  a: { kind: metadata, readers: none, metadata_of: note, pattern_of: note }")), @"
    error[E021]: `metadata_of` and `pattern_of` exclude each other
     --> model.yaml:9:58
      |
    9 |   a: { kind: metadata, readers: none, metadata_of: note, pattern_of: note }
      |                                                          ^^^^^^^^^^
    ");
    assert_snapshot!(told(&with("  a: { kind: metadata, readers: none, visible_to: api, mapping: note, reidentifiable: true }")), @"
    error[E023]: `metadata_of` must be said, because of `visible_to`
     --> model.yaml:9:39
      |
    9 |   a: { kind: metadata, readers: none, visible_to: api, mapping: note, reidentifiable: true }
      |                                       ^^^^^^^^^^

    error[E023]: `pseudonym_of` must be said, because of `mapping`
     --> model.yaml:9:56
      |
    9 |   a: { kind: metadata, readers: none, visible_to: api, mapping: note, reidentifiable: true }
      |                                                        ^^^^^^^

    error[E023]: `pseudonym_of` must be said, because of `reidentifiable`
     --> model.yaml:9:71
      |
    9 |   a: { kind: metadata, readers: none, visible_to: api, mapping: note, reidentifiable: true }
      |                                                                       ^^^^^^^^^^^^^^
    ");
    assert_snapshot!(told(&with("  a: { kind: health, readers: none, pseudonym_of: b }\n  b: { kind: health, readers: none, pseudonym_of: a }")), @"
    error[E033]: this goes round in a circle: a → b → a
     --> model.yaml:9:51
      |
    9 |   a: { kind: health, readers: none, pseudonym_of: b }
      |                                                   ^
    ");
    assert_snapshot!(told(&with("  a: { kind: metadata, readers: none, metadata_of: a }")), @"
    error[E033]: this goes round in a circle: a → a
     --> model.yaml:9:52
      |
    9 |   a: { kind: metadata, readers: none, metadata_of: a }
      |                                                    ^
    ");
    assert!(load_ok(&with("  a: { kind: metadata, readers: none, metadata_of: note, visible_to: api }")));
}

#[test]
fn copies_of_storages() {
    let db = "db: { runs_on: vm, used_by: api, holds: note, at_rest: none }";
    let with = |more: &str| edit(db, &format!("{db}\n{more}"));
    assert_snapshot!(told(&with("  copy: { runs_on: vm, used_by: none, at_rest: none }")), @"
    error[E012]: `holds` is missing
      --> model.yaml:19:3
       |
    19 |   copy: { runs_on: vm, used_by: none, at_rest: none }
       |   ^^^^
       |
       = help: `holds` may be `unknown`
    ");
    assert_snapshot!(told(&with("  copy: { runs_on: vm, used_by: none, at_rest: none, replica_of: db, staging_of: db }")), @"
    error[E021]: `replica_of` and `staging_of` exclude each other
      --> model.yaml:19:70
       |
    19 |   copy: { runs_on: vm, used_by: none, at_rest: none, replica_of: db, staging_of: db }
       |                                                                      ^^^^^^^^^^
    ");
    assert_snapshot!(told(&with("  copy: { runs_on: vm, used_by: none, at_rest: none, replica_of: other }\n  other: { runs_on: vm, used_by: none, at_rest: none, staging_of: copy }")), @"
    error[E033]: this goes round in a circle: copy → other → copy
      --> model.yaml:19:66
       |
    19 |   copy: { runs_on: vm, used_by: none, at_rest: none, replica_of: other }
       |                                                                  ^^^^^
    ");
    assert!(load_ok(&with("  copy: { runs_on: vm, used_by: none, at_rest: none, replica_of: db }")));
}

#[test]
fn keys_behind_locks_and_from_passwords() {
    let keys = |text: &str| and(&format!("keys:\n{text}"));
    assert_snapshot!(told(&keys("  k: { kept_in: { in: db } }\n")), @"
    error[E021]: `under` or `opens_to` is needed
      --> model.yaml:23:19
       |
    23 |   k: { kept_in: { in: db } }
       |                   ^^
    ");
    assert_snapshot!(told(&keys("  k: { kept_in: { in: db, opens_to: patient/pin } }\n")), @"
    error[E023]: `as` must be said, because of `opens_to`
      --> model.yaml:23:27
       |
    23 |   k: { kept_in: { in: db, opens_to: patient/pin } }
       |                           ^^^^^^^^

    error[E019]: `patient/pin` is not declared: expected something that opens: a key, a service, admins, or `people/factor`
      --> model.yaml:23:37
       |
    23 |   k: { kept_in: { in: db, opens_to: patient/pin } }
       |                                     ^^^^^^^^^^^
       |
       = help: possible: `patient/password`, `patient/session`, `k`, `api`, `release`, `ci`
    ");
    assert_snapshot!(told(&keys("  k: { kept_in: { in: db, under: l, as: user } }\n  l: none\n")), @"
    error[E023]: `opens_to` must be said, because of `as`
      --> model.yaml:23:37
       |
    23 |   k: { kept_in: { in: db, under: l, as: user } }
       |                                     ^^
    ");
    assert_snapshot!(told(&keys("  k: { kept_in: none, from_password: patient/password }\n")), @"
    error[E023]: `guess` must be said, because of `from_password`
      --> model.yaml:23:23
       |
    23 |   k: { kept_in: none, from_password: patient/password }
       |                       ^^^^^^^^^^^^^
    ");
    assert_snapshot!(told(&keys("  k: { kept_in: none, guess: strong }\n")), @"
    error[E023]: `from_password` must be said, because of `guess`
      --> model.yaml:23:23
       |
    23 |   k: { kept_in: none, guess: strong }
       |                       ^^^^^
    ");
    assert_snapshot!(told(&keys("  k: { kept_in: none, from_password: api, guess: strong }\n")), @"
    error[E031]: `api` is not a factor of people (`people/factor`) or admins
      --> model.yaml:23:38
       |
    23 |   k: { kept_in: none, from_password: api, guess: strong }
       |                                      ^^^
       |
       = help: possible: `patient/password`
    ");
    assert_snapshot!(told(&keys("  k: { kept_in: none, from_password: a/b/c, guess: strong }\n")), @"
    error[E017]: `a/b/c` is not a valid name
      --> model.yaml:23:38
       |
    23 |   k: { kept_in: none, from_password: a/b/c, guess: strong }
       |                                      ^^^^^
       |
       = help: lower-case ASCII letters, digits and hyphens, starting with a letter or a digit: `a-b-c`
    ");
    assert!(load_ok(&keys("  k: { kept_in: { in: db, opens_to: [patient/password, api], as: user } }\n")));
    assert!(load_ok(&keys("  k: { kept_in: none, from_password: patient/password, guess: unknown }\n")));
}

#[test]
fn ciphertext_on_a_link() {
    let carries = |text: &str| edit("carries: note", &format!("carries: {text}"));
    assert_snapshot!(told(&carries("{ data: note, under: k }")), @r#"
    error[E019]: `k` is not declared: expected a key
      --> model.yaml:20:69
       |
    20 |   - { from: app, to: api, tls: "1.3", carries: { data: note, under: k } }
       |                                                                     ^
       |
       = help: nothing of the kind is declared
    "#);
    assert_snapshot!(told(&carries("{ data: note, under: [] }")), @r#"
    error[E024]: this list cannot be empty
      --> model.yaml:20:62
       |
    20 |   - { from: app, to: api, tls: "1.3", carries: { data: note, under: [] } }
       |                                                              ^^^^^
       |
       = help: name at least one
    "#);
    assert_snapshot!(told(&(carries("{ data: note, under: k, opened_by: ci }") + "keys: { k: none }\n")), @r#"
    error[E031]: `ci` is not an end or a stop of this link
      --> model.yaml:20:83
       |
    20 |   - { from: app, to: api, tls: "1.3", carries: { data: note, under: k, opened_by: ci } }
       |                                                                                   ^^
       |
       = help: possible: `app`, `api`
    "#);
    assert!(load_ok(&(carries("[note, { data: note, under: k, opened_by: api }]") + "keys: { k: none }\n")));
}

#[test]
fn devices_and_their_surroundings() {
    let app = |more: &str| edit("kind: mobile", &format!("kind: mobile, {more}"));
    assert_snapshot!(told(&app("backed_up_to: api")), @"
    error[E031]: `api` is not a storage or a backup
      --> model.yaml:10:56
       |
    10 |   app: { used_by: patient, kind: mobile, backed_up_to: api, code_from: release }
       |                                                        ^^^
       |
       = help: possible: `db`
    ");
    assert_snapshot!(told(&app("backed_up_to: { to: db, under: nope }")), @"
    error[E019]: `nope` is not declared: expected a key
      --> model.yaml:10:73
       |
    10 |   app: { used_by: patient, kind: mobile, backed_up_to: { to: db, under: nope }, code_from: release }
       |                                                                         ^^^^
       |
       = help: nothing of the kind is declared
    ");
    assert_snapshot!(told(&app("mdm: patient, scripts: app, runs_on: acme")), @"
    error[E031]: `patient` is not an organisation
      --> model.yaml:10:47
       |
    10 |   app: { used_by: patient, kind: mobile, mdm: patient, scripts: app, runs_on: acme, code_from: release }
       |                                               ^^^^^^^
       |
       = help: possible: `acme`

    error[E031]: `app` is not a backend component
      --> model.yaml:10:65
       |
    10 |   app: { used_by: patient, kind: mobile, mdm: patient, scripts: app, runs_on: acme, code_from: release }
       |                                                                 ^^^
       |
       = help: did you mean `api`?

    error[E031]: `acme` is not a hosting entry
      --> model.yaml:10:79
       |
    10 |   app: { used_by: patient, kind: mobile, mdm: patient, scripts: app, runs_on: acme, code_from: release }
       |                                                                               ^^^^
       |
       = help: possible: `vm`
    ");
    assert_snapshot!(told(&edit("vm: { operator: acme }", "vm: { operator: acme, attested_by: api }")), @"
    error[E023]: `shield` must be said, because of `attested_by`
      --> model.yaml:12:25
       |
    12 |   vm: { operator: acme, attested_by: api }
       |                         ^^^^^^^^^^^
    ");
    assert!(load_ok(&app("backed_up_to: db, mdm: none, scripts: api, runs_on: vm")));
}

#[test]
fn adversaries_of_the_models_own() {
    let grant = |text: &str| and(&format!("adversaries: {{ grant: {text} }}\n"));
    assert_snapshot!(told(&grant("{ to: thief, run: api }")), @"
    error[E018]: `thief` is a reserved word
      --> model.yaml:22:29
       |
    22 | adversaries: { grant: { to: thief, run: api } }
       |                             ^^^^^
    ");
    assert_snapshot!(told(&grant("{ to: ring, knows: [patient/pin, nobody], run: nowhere }")), @"
    error[E019]: `patient/pin` is not declared: expected something that opens: a key, a service, admins, or `people/factor`
      --> model.yaml:22:43
       |
    22 | adversaries: { grant: { to: ring, knows: [patient/pin, nobody], run: nowhere } }
       |                                           ^^^^^^^^^^^
       |
       = help: possible: `patient/password`, `patient/session`, `api`, `release`, `ci`

    error[E019]: `nobody` is not declared: expected something that opens: a key, a service, admins, or `people/factor`
      --> model.yaml:22:56
       |
    22 | adversaries: { grant: { to: ring, knows: [patient/pin, nobody], run: nowhere } }
       |                                                        ^^^^^^
       |
       = help: possible: `patient/password`, `patient/session`, `api`, `release`, `ci`

    error[E019]: `nowhere` is not declared: expected a component
      --> model.yaml:22:70
       |
    22 | adversaries: { grant: { to: ring, knows: [patient/pin, nobody], run: nowhere } }
       |                                                                      ^^^^^^^
       |
       = help: possible: `app`, `vm`, `api`, `release`, `ci`, `db`
    ");
    assert!(load_ok(&grant("{ to: ring, knows: [patient/session, patient/password, api], change: api }")));
}
