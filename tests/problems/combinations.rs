//! What exclude each other, what goes together, what makes no sense.

use insta::assert_snapshot;

use super::{and, edit, told, told_by_the_audit, told_in_french};

#[test]
fn neither_a_host_nor_an_operator() {
    assert_snapshot!(told(&edit("vm: { operator: acme }", "vm: {}")), @r"
    error[E021]: `runs_on` or `operator` is needed
      --> model.yaml:12:3
       |
    12 |   vm: {}
       |   ^^
    ");
    assert_snapshot!(told_in_french(&edit("release: { operator: acme }", "release: { code_from: ci }")), @r"
    erreur[E021]: il faut `runs_on` ou `operator`
      --> model.yaml:15:3
       |
    15 |   release: { code_from: ci }
       |   ^^^^^^^
    ");
}

#[test]
fn a_property_that_another_one_calls_for() {
    assert_snapshot!(told(&edit("api: { runs_on: vm, code_from: ci }", "api: { runs_on: vm }")), @r"
    error[E023]: `code_from` must be said, because of `runs_on`
      --> model.yaml:14:3
       |
    14 |   api: { runs_on: vm }
       |   ^^^
    ");
    assert_snapshot!(told(&edit("ci: { kind: ci,", "ci: { kind: logs,")), @"
    error[E023]: `keeps` must be said, because of `kind`
      --> model.yaml:16:3
       |
    16 |   ci: { kind: logs, operator: acme }
       |   ^^
       |
       = help: `keeps: none` if it keeps nothing, `keeps: unknown` if that is not known
    ");
    assert_snapshot!(told(&edit("api: { runs_on: vm,", "api: { runs_on: vm, shield: tee,")), @r"
    error[E023]: `attested_by` must be said, because of `shield`
      --> model.yaml:14:3
       |
    14 |   api: { runs_on: vm, shield: tee, code_from: ci }
       |   ^^^
    ");
    assert_snapshot!(told_in_french(&edit("ci: { kind: ci,", "ci: { kind: logs,")), @"
    erreur[E023]: `keeps` doit être dit, à cause de `kind`
      --> model.yaml:16:3
       |
    16 |   ci: { kind: logs, operator: acme }
       |   ^^
       |
       = aide : `keeps: none` s’il ne garde rien, `keeps: unknown` si on ne le sait pas
    ");
}

#[test]
fn an_organisation_that_does_not_say_its_owner() {
    assert_snapshot!(told(&edit("acme: {", "other: { country: FR }\n  acme: {")), @r"
    error[E012]: `owned_by` is missing
     --> model.yaml:4:3
      |
    4 |   other: { country: FR }
      |   ^^^^^
      |
      = help: `owned_by` may be `unknown`
    ");
}

#[test]
fn a_list_that_is_empty_and_cannot_be() {
    assert_snapshot!(told(&edit("used_by: patient", "used_by: []")), @"
    error[E024]: this list cannot be empty
      --> model.yaml:10:10
       |
    10 |   app: { used_by: [], kind: mobile, code_from: release }
       |          ^^^^^^^
       |
       = help: name at least one
    ");
    assert_snapshot!(told(&edit("country: FR", "country: []")), @"
    error[E024]: this list cannot be empty
     --> model.yaml:4:11
      |
    4 |   acme: { country: [] }
      |           ^^^^^^^
      |
      = help: name at least one
    ");
    assert_snapshot!(told(&and("backups:\n  b: { of: [], runs_on: vm, at_rest: none }\n")), @"
    error[E024]: this list cannot be empty
      --> model.yaml:23:8
       |
    23 |   b: { of: [], runs_on: vm, at_rest: none }
       |        ^^
       |
       = help: name at least one
    ");
    assert_snapshot!(told(&and("keys:\n  k: { kept_in: { in: db, under: [] } }\n")), @"
    error[E024]: this list cannot be empty
      --> model.yaml:23:27
       |
    23 |   k: { kept_in: { in: db, under: [] } }
       |                           ^^^^^
       |
       = help: name at least one
    ");
}

#[test]
fn a_link_from_a_component_to_itself() {
    assert_snapshot!(told(&edit("to: api", "to: app")), @r#"
    error[E027]: this link joins `app` to itself
      --> model.yaml:20:22
       |
    20 |   - { from: app, to: app, tls: "1.3", carries: note }
       |                      ^^^
    "#);
}

#[test]
fn what_runs_on_what_in_a_circle() {
    let text = edit("vm: { operator: acme }", "vm: { runs_on: rack }\n  rack: { runs_on: vm }");
    assert_snapshot!(told_by_the_audit(&text), @r"
    error[E022]: what runs on what goes round in a circle: vm → rack → vm
      --> model.yaml:12:18
       |
    12 |   vm: { runs_on: rack }
       |                  ^^^^
    ");
}

#[test]
fn an_end_that_carries_none_of_the_data() {
    let text = edit("carries: note", "carries: []");
    let chat = "end_to_end:\n  - { data: note, between: app, recipients_from: api, verified: false }\n";
    assert_snapshot!(told(&format!("{text}{chat}")), @r"
    error[E030]: `app` carries none of this data: it is not an end
      --> model.yaml:23:28
       |
    23 |   - { data: note, between: app, recipients_from: api, verified: false }
       |                            ^^^
    ");
}

#[test]
fn an_account_that_no_client_reaches() {
    let account = "accounts:\n  patient: { at: ci, factors: { password: {} }, login: password, reset: none }\n";
    assert_snapshot!(told(&and(account)), @r"
    error[E032]: no link leads from a client of `patient` to `ci`
      --> model.yaml:23:18
       |
    23 |   patient: { at: ci, factors: { password: {} }, login: password, reset: none }
       |                  ^^
       |
       = help: say by which links the session goes
    ");
}

#[test]
fn expectations_that_expect_nothing_or_two_things() {
    let expected = "expect:
  - { actor: acme, data: note }
  - { data: note, past: none }
  - { actor: acme, data: note, verdict: holds }
  - { claim: mine }
  - { claim: mine, verdict: holds, past: none }
";
    let claims = "claims:\n  - { id: mine, says: x, data: note, only: patient }\n";
    assert_snapshot!(told(&and(&format!("{claims}{expected}"))), @r"
    error[E021]: `past`, `new` or `best` is needed
      --> model.yaml:25:7
       |
    25 |   - { actor: acme, data: note }
       |       ^^^^^

    error[E012]: `actor` is missing
      --> model.yaml:26:5
       |
    26 |   - { data: note, past: none }
       |     ^^^^^^^^^^^^^^^^^^^^^^^^^^

    error[E023]: `claim` must be said, because of `verdict`
      --> model.yaml:27:32
       |
    27 |   - { actor: acme, data: note, verdict: holds }
       |                                ^^^^^^^

    error[E023]: `verdict` must be said, because of `claim`
      --> model.yaml:28:7
       |
    28 |   - { claim: mine }
       |       ^^^^^

    error[E021]: `claim` and `past` exclude each other
      --> model.yaml:29:36
       |
    29 |   - { claim: mine, verdict: holds, past: none }
       |                                    ^^^^
    ");
}

#[test]
fn expectations_of_orders_and_of_several_together() {
    let expected = "expect:
  - { actor: authority/UZ, order: produce, data: note, past: none }
  - { actor: authority/FR, order: produce, through: acne, data: note, past: none, evident: none }
  - { actor: acme, through: acme, data: note, past: none }
  - { actor: acme, with: [acme, acne], data: note, past: none, next_use: true }
  - { actor: acme, data: note, past: none, source: [guide, guise] }
about:
  what: x
  basis: public-sources
";
    assert_snapshot!(told(&and(expected)), @"
    error[E019]: `acne` is not declared: expected an organisation
      --> model.yaml:24:53
       |
    24 |   - { actor: authority/FR, order: produce, through: acne, data: note, past: none, evident: none }
       |                                                     ^^^^
       |
       = help: did you mean `acme`?

    error[E021]: `order` and `evident` exclude each other
      --> model.yaml:24:83
       |
    24 |   - { actor: authority/FR, order: produce, through: acne, data: note, past: none, evident: none }
       |                                                                                   ^^^^^^^

    error[E023]: `order` must be said, because of `through`
      --> model.yaml:25:20
       |
    25 |   - { actor: acme, through: acme, data: note, past: none }
       |                    ^^^^^^^

    error[E021]: `with` and `next_use` exclude each other
      --> model.yaml:26:64
       |
    26 |   - { actor: acme, with: [acme, acne], data: note, past: none, next_use: true }
       |                                                                ^^^^^^^^

    error[E019]: `guide` is not declared: expected a source of `about`
      --> model.yaml:27:53
       |
    27 |   - { actor: acme, data: note, past: none, source: [guide, guise] }
       |                                                     ^^^^^
       |
       = help: nothing of the kind is declared

    error[E019]: `guise` is not declared: expected a source of `about`
      --> model.yaml:27:60
       |
    27 |   - { actor: acme, data: note, past: none, source: [guide, guise] }
       |                                                            ^^^^^
       |
       = help: nothing of the kind is declared

    error[E023]: `sources` must be said, because of `public-sources`
      --> model.yaml:30:3
       |
    30 |   basis: public-sources
       |   ^^^^^
    ");
    let known = expected.replace("basis: public-sources", "sources: { guide: x }").replace(", guise]", "]");
    let known = known.replace("through: acne, ", "").replace(", evident: none", "").replace(", next_use: true", "");
    assert_snapshot!(told_by_the_audit(&and(&known.replace("through: acme, ", ""))), @"
    error[E019]: `authority/UZ` is not declared: expected an actor (organisation, people or admins)
      --> model.yaml:23:14
       |
    23 |   - { actor: authority/UZ, order: produce, data: note, past: none }
       |              ^^^^^^^^^^^^
       |
       = help: did you mean `authority/FR`?

    error[E019]: `acne` is not declared: expected an actor (organisation, people or admins)
      --> model.yaml:26:33
       |
    26 |   - { actor: acme, with: [acme, acne], data: note, past: none }
       |                                 ^^^^
       |
       = help: did you mean `acme`?
    ");
}

#[test]
fn what_there_is_none_of_is_declared() {
    let logs = edit("ci: { kind: ci,", "journal: { kind: logs, keeps: none, operator: acme }\n  ci: { kind: ci,");
    assert_snapshot!(told(&format!("{logs}has_no: [push, logs]\n")), @r"
    error[E034]: `has_no` says that there is no `logs`, and the model declares some
      --> model.yaml:23:16
       |
    16 |   journal: { kind: logs, keeps: none, operator: acme }
       |                    ---- declared here
    ...
    23 | has_no: [push, logs]
       |                ^^^^
       |
       = help: remove this word from `has_no`, or what is declared
    ");
    assert_snapshot!(told_in_french(&format!("{logs}has_no: logs\n")), @r"
    erreur[E034]: `has_no` dit qu’il n’y a pas de `logs`, et le modèle en déclare
      --> model.yaml:23:9
       |
    16 |   journal: { kind: logs, keeps: none, operator: acme }
       |                    ---- déclaré ici
    ...
    23 | has_no: logs
       |         ^^^^
       |
       = aide : retirer ce mot de `has_no`, ou ce qui est déclaré
    ");
    assert_snapshot!(told(&and("has_no: [log, backup]\nexpect: 3\n")), @r"
    error[E014]: unknown value `log`
      --> model.yaml:22:10
       |
    22 | has_no: [log, backup]
       |          ^^^
       |
       = help: did you mean `logs`?

    error[E014]: unknown value `backup`
      --> model.yaml:22:15
       |
    22 | has_no: [log, backup]
       |               ^^^^^^
       |
       = help: did you mean `backups`?

    error[E013]: expected a list, found a whole number
      --> model.yaml:23:9
       |
    23 | expect: 3
       |         ^
    ");
}
