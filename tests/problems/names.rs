//! Names: undeclared ones, those declared as something else, and one name for two things.

use insta::assert_snapshot;

use super::{and, bench, edit, told, told_by_the_audit, told_in_french};

#[test]
fn bytes_are_those_of_a_storage_a_backup_or_a_client() {
    let can = |store: &str| {
        edit("admins: {}", &format!("admins:\n  ops: {{ of: acme, mfa: true, can: {{ store: {store} }} }}"))
    };
    assert!(bench::try_load(&can("[db/medium, app/medium, db, vm]")).is_ok());
    assert_snapshot!(told(&can("[api/medium, bd/medium]")), @"
    error[E031]: `api` is not a storage, a backup or a client
      --> model.yaml:22:46
       |
    22 |   ops: { of: acme, mfa: true, can: { store: [api/medium, bd/medium] } }
       |                                              ^^^^^^^^^^
       |
       = help: did you mean `app`?

    error[E019]: `bd` is not declared: expected a storage, a backup or a client
      --> model.yaml:22:58
       |
    22 |   ops: { of: acme, mfa: true, can: { store: [api/medium, bd/medium] } }
       |                                                          ^^^^^^^^^
       |
       = help: did you mean `db`?
    ");
    assert_snapshot!(told(&can("[api/medium, bd/medium, db/disk, db/medium/medium]")), @"
    error[E017]: `db/disk` is not a valid name
      --> model.yaml:22:69
       |
    22 |   ops: { of: acme, mfa: true, can: { store: [api/medium, bd/medium, db/disk, db/medium/medium] } }
       |                                                                     ^^^^^^^
       |
       = help: lower-case ASCII letters, digits and hyphens, starting with a letter or a digit: `db-disk`

    error[E017]: `db/medium/medium` is not a valid name
      --> model.yaml:22:78
       |
    22 |   ops: { of: acme, mfa: true, can: { store: [api/medium, bd/medium, db/disk, db/medium/medium] } }
       |                                                                              ^^^^^^^^^^^^^^^^
       |
       = help: lower-case ASCII letters, digits and hyphens, starting with a letter or a digit: `db-medium-medium`
    ");
}

#[test]
fn an_undeclared_name() {
    assert_snapshot!(told(&edit("readers: patient", "readers: [patient, nurse]")), @r"
    error[E019]: `nurse` is not declared: expected an actor (organisation, people or admins)
     --> model.yaml:8:44
      |
    8 |   note: { kind: health, readers: [patient, nurse] }
      |                                            ^^^^^
      |
      = help: possible: `acme`, `patient`
    ");
    assert_snapshot!(told(&edit("used_by: patient", "used_by: patiant")), @"
    error[E019]: `patiant` is not declared: expected a group of people or of admins
      --> model.yaml:10:19
       |
    10 |   app: { used_by: patiant, kind: mobile, code_from: release }
       |                   ^^^^^^^
       |
       = help: did you mean `patient`?
    ");
    assert_snapshot!(told(&edit("code_from: ci", "code_from: none")), @"
    error[E019]: `none` is not declared: expected a backend component
      --> model.yaml:14:34
       |
    14 |   api: { runs_on: vm, code_from: none }
       |                                  ^^^^
       |
       = help: where there is none, leave the property out, or write `[]` if it is required
    ");
    assert_snapshot!(told(&edit("vendor: acme", "vendor: unknown")), @"
    error[E019]: `unknown` is not declared: expected an organisation
     --> model.yaml:2:31
      |
    2 | system: { name: Demo, vendor: unknown }
      |                               ^^^^^^^
      |
      = help: `unknown` has no meaning here: write the worst that is possible
    ");
    assert_snapshot!(told(&edit("vendor: acme", "vendor: acma")), @r"
    error[E019]: `acma` is not declared: expected an organisation
     --> model.yaml:2:31
      |
    2 | system: { name: Demo, vendor: acma }
      |                               ^^^^
      |
      = help: did you mean `acme`?
    ");
    assert_snapshot!(told(&edit("runs_on: vm, used_by", "runs_on: rack, used_by")), @r"
    error[E019]: `rack` is not declared: expected a hosting entry
      --> model.yaml:18:18
       |
    18 |   db: { runs_on: rack, used_by: api, holds: note, at_rest: none }
       |                  ^^^^
       |
       = help: possible: `vm`
    ");
    assert_snapshot!(told_in_french(&edit("readers: patient", "readers: [patient, nurse]")), @r"
    erreur[E019]: `nurse` n’est déclaré nulle part : il faut un acteur (organisation, personnes ou administrateurs)
     --> model.yaml:8:44
      |
    8 |   note: { kind: health, readers: [patient, nurse] }
      |                                            ^^^^^
      |
      = aide : possibles : `acme`, `patient`
    ");
}

#[test]
fn an_undeclared_key_in_each_of_its_places() {
    assert_snapshot!(told(&edit("at_rest: none", "at_rest: { scope: volume, key: disk }")), @r"
    error[E019]: `disk` is not declared: expected a key
      --> model.yaml:18:80
       |
    18 |   db: { runs_on: vm, used_by: api, holds: note, at_rest: { scope: volume, key: disk } }
       |                                                                                ^^^^
       |
       = help: nothing of the kind is declared
    ");
    assert_snapshot!(told(&and("keys:\n  inner: { kept_in: { in: db, under: outer } }\n")), @r"
    error[E019]: `outer` is not declared: expected a key
      --> model.yaml:23:38
       |
    23 |   inner: { kept_in: { in: db, under: outer } }
       |                                      ^^^^^
       |
       = help: possible: `inner`
    ");
    assert_snapshot!(told(&and("keys:\n  inner: [vm, safe]\n")), @r"
    error[E019]: `safe` is not declared: expected a component or an actor
      --> model.yaml:23:15
       |
    23 |   inner: [vm, safe]
       |               ^^^^
       |
       = help: possible: `app`, `vm`, `api`, `release`, `ci`, `db`, `acme`, `patient`
    ");
    assert_snapshot!(told(&and("keys:\n  inner: safe\n")), @r"
    error[E019]: `safe` is not declared: expected a component or an actor
      --> model.yaml:23:10
       |
    23 |   inner: safe
       |          ^^^^
       |
       = help: possible: `app`, `vm`, `api`, `release`, `ci`, `db`, `acme`, `patient`
    ");
}

#[test]
fn an_undeclared_factor_of_an_account() {
    let account = |reset: &str| {
        let rest = format!("factors: {{ password: {{}} }}, login: password, reset: {reset} }}\n");
        and(&format!("accounts:\n  patient: {{ at: api, {rest}"))
    };
    assert!(super::load_ok(&account("[[password], [password]]")));
    assert_snapshot!(told(&account("[[password], [password, code]]")), @r"
    error[E019]: `code` is not declared: expected a factor of this account
      --> model.yaml:23:98
       |
    23 |   patient: { at: api, factors: { password: {} }, login: password, reset: [[password], [password, code]] }
       |                                                                                                  ^^^^
       |
       = help: possible: `password`
    ");
    assert_snapshot!(told(&account("mailbox")), @r"
    error[E019]: `mailbox` is not declared: expected a factor of this account
      --> model.yaml:23:74
       |
    23 |   patient: { at: api, factors: { password: {} }, login: password, reset: mailbox }
       |                                                                          ^^^^^^^
       |
       = help: possible: `password`
    ");
}

#[test]
fn an_account_of_nobody() {
    assert_snapshot!(told(&and("accounts:\n  doctor: { at: api, factors: {}, login: [], reset: none }\n")), @r"
    error[E019]: `doctor` is not declared: expected a group of people
      --> model.yaml:23:3
       |
    23 |   doctor: { at: api, factors: {}, login: [], reset: none }
       |   ^^^^^^
       |
       = help: possible: `patient`
    ");
}

#[test]
fn an_undeclared_actor_that_is_expected_to_read() {
    assert_snapshot!(told_by_the_audit(&and("expect:\n  - { actor: adversary/theif/db, data: note, new: none }\n")), @r"
    error[E019]: `adversary/theif/db` is not declared: expected an actor (organisation, people or admins)
      --> model.yaml:23:14
       |
    23 |   - { actor: adversary/theif/db, data: note, new: none }
       |              ^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `adversary/thief/db`?
    ");
}

#[test]
fn a_name_declared_as_something_else() {
    assert_snapshot!(told(&edit("code_from: release", "code_from: app")), @r"
    error[E031]: `app` is not a backend component
      --> model.yaml:10:53
       |
    10 |   app: { used_by: patient, kind: mobile, code_from: app }
       |                                                     ^^^
       |
       = help: did you mean `api`?
    ");
    assert_snapshot!(told(&edit("holds: note", "holds: patient")), @r"
    error[E031]: `patient` is not a data asset
      --> model.yaml:18:43
       |
    18 |   db: { runs_on: vm, used_by: api, holds: patient, at_rest: none }
       |                                           ^^^^^^^
       |
       = help: possible: `note`
    ");
    assert_snapshot!(told(&edit("runs_on: vm, used_by", "runs_on: api, used_by")), @r"
    error[E031]: `api` is not a hosting entry
      --> model.yaml:18:18
       |
    18 |   db: { runs_on: api, used_by: api, holds: note, at_rest: none }
       |                  ^^^
       |
       = help: possible: `vm`
    ");
    assert_snapshot!(told_in_french(&edit("code_from: release", "code_from: app")), @r"
    erreur[E031]: `app` n’est pas un composant du backend
      --> model.yaml:10:53
       |
    10 |   app: { used_by: patient, kind: mobile, code_from: app }
       |                                                     ^^^
       |
       = aide : vouliez-vous dire `api` ?
    ");
}

#[test]
fn what_a_storage_neither_holds_nor_knows() {
    let layer = "holds: note, encrypted: { data: other, by: api, key: k }";
    let text = edit("holds: note", layer).replace("data:\n", "data:\n  other: { kind: other, readers: none }\n");
    assert_snapshot!(told(&format!("{text}keys:\n  k: api\n")), @r"
    error[E031]: `other` is not a data asset that this storage holds
      --> model.yaml:19:68
       |
    19 |   db: { runs_on: vm, used_by: api, holds: note, encrypted: { data: other, by: api, key: k }, at_rest: none }
       |                                                                    ^^^^^
       |
       = help: possible: `note`
    ");
    assert_snapshot!(told(&edit("holds: note", "holds: note, read_only: ci")), @r"
    error[E031]: `ci` is not a component that uses this storage
      --> model.yaml:18:60
       |
    18 |   db: { runs_on: vm, used_by: api, holds: note, read_only: ci, at_rest: none }
       |                                                            ^^
       |
       = help: possible: `api`
    ");
}

#[test]
fn one_name_for_two_things() {
    assert_snapshot!(told(&edit("  ci: {", "  app: { operator: acme }\n  ci: {")), @r"
    error[E020]: `app` names two things
      --> model.yaml:16:3
       |
    10 |   app: { used_by: patient, kind: mobile, code_from: release }
       |   --- first defined here
    ...
    16 |   app: { operator: acme }
       |   ^^^
       |
       = help: four namespaces: clients, hosting, backend, storage and backups; organisations, people and admins; data and keys; claims
    ");
    assert_snapshot!(told(&and("keys:\n  note: vm\n")), @r"
    error[E020]: `note` names two things
      --> model.yaml:23:3
       |
     8 |   note: { kind: health, readers: patient }
       |   ---- first defined here
    ...
    23 |   note: vm
       |   ^^^^
       |
       = help: four namespaces: clients, hosting, backend, storage and backups; organisations, people and admins; data and keys; claims
    ");
    let claim = "  - { id: mine, says: x, data: note, only: patient }\n";
    assert_snapshot!(told(&and(&format!("claims:\n{claim}{claim}"))), @r"
    error[E020]: `mine` names two things
      --> model.yaml:24:11
       |
    23 |   - { id: mine, says: x, data: note, only: patient }
       |           ---- first defined here
    24 |   - { id: mine, says: x, data: note, only: patient }
       |           ^^^^
       |
       = help: four namespaces: clients, hosting, backend, storage and backups; organisations, people and admins; data and keys; claims
    ");
    assert_snapshot!(told_in_french(&and("keys:\n  note: vm\n")), @r"
    erreur[E020]: `note` nomme deux choses
      --> model.yaml:23:3
       |
     8 |   note: { kind: health, readers: patient }
       |   ---- défini ici d’abord
    ...
    23 |   note: vm
       |   ^^^^
       |
       = aide : quatre espaces de noms : clients, hébergements, backend, stockages et sauvegardes ; organisations, personnes et administrateurs ; données et clés ; affirmations
    ");
}

#[test]
fn a_claim_that_is_not_declared() {
    assert_snapshot!(told(&and("expect:\n  - { claim: mine, verdict: holds }\n")), @r"
    error[E028]: no claim is called `mine`
      --> model.yaml:23:14
       |
    23 |   - { claim: mine, verdict: holds }
       |              ^^^^
       |
       = help: nothing of the kind is declared
    ");
}
