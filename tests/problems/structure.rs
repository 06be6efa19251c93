//! Keys, kinds of values, words and numbers.

use insta::assert_snapshot;

use super::{and, edit, told, told_in_french};

#[test]
fn an_unknown_property() {
    assert_snapshot!(told(&edit("api: { runs_on", "api: { runs_onn")), @r"
    error[E011]: unknown property `runs_onn`
      --> model.yaml:14:10
       |
    14 |   api: { runs_onn: vm, code_from: ci }
       |          ^^^^^^^^
       |
       = help: did you mean `runs_on`?
    ");
    assert_snapshot!(told(&edit("api: { runs_on: vm,", "api: { runs_on: vm, colour: red,")), @"
    error[E011]: unknown property `colour`
      --> model.yaml:14:23
       |
    14 |   api: { runs_on: vm, colour: red, code_from: ci }
       |                       ^^^^^^
       |
       = help: possible: `label`, `evidence`, `kind`, `runs_on`, `operator`, `shield`, `attested_by`, `location`, `exposed`, `code_from`, `updates`, `keeps`
    ");
    assert_snapshot!(told_in_french(&edit("api: { runs_on", "api: { runs_onn")), @r"
    erreur[E011]: propriété inconnue `runs_onn`
      --> model.yaml:14:10
       |
    14 |   api: { runs_onn: vm, code_from: ci }
       |          ^^^^^^^^
       |
       = aide : vouliez-vous dire `runs_on` ?
    ");
}

#[test]
fn a_misspelt_required_property_is_told_once() {
    assert_snapshot!(told(&edit("kind: mobile", "kimd: mobile")), @r"
    error[E011]: unknown property `kimd`
      --> model.yaml:10:28
       |
    10 |   app: { used_by: patient, kimd: mobile, code_from: release }
       |                            ^^^^
       |
       = help: did you mean `kind`?
    ");
}

#[test]
fn an_unknown_section_is_told_once_and_its_names_stand() {
    let text = edit("admins: {}", "admin:\n  sre: { of: acme, mfa: true }");
    assert_snapshot!(told(&text.replace("readers: patient", "readers: [patient, sre]")), @r"
    error[E011]: unknown property `admin`
      --> model.yaml:21:1
       |
    21 | admin:
       | ^^^^^
       |
       = help: did you mean `admins`?
    ");
}

#[test]
fn a_property_stated_twice() {
    assert_snapshot!(told(&edit("kind: mobile", "kind: mobile, kind: web")), @r"
    error[E010]: `kind` is defined twice
      --> model.yaml:10:42
       |
    10 |   app: { used_by: patient, kind: mobile, kind: web, code_from: release }
       |                            ----          ^^^^
       |                            |
       |                            first defined here
       |
       = help: most YAML readers would silently keep the later one
    ");
    assert_snapshot!(told(&edit("people:\n", "people:\n  patient: { count: 3 }\n")), @r"
    error[E010]: `patient` is defined twice
     --> model.yaml:7:3
      |
    6 |   patient: { count: 3 }
      |   ------- first defined here
    7 |   patient: {}
      |   ^^^^^^^
      |
      = help: most YAML readers would silently keep the later one
    ");
    assert_snapshot!(told_in_french(&and("people:\n  doctor: {}\n")), @r"
    erreur[E010]: `people` est défini deux fois
      --> model.yaml:22:1
       |
     5 | people:
       | ------ défini ici d’abord
    ...
    22 | people:
       | ^^^^^^
       |
       = aide : la plupart des lecteurs YAML garderaient la seconde sans rien dire
    ");
}

#[test]
fn a_required_property_that_is_missing() {
    assert_snapshot!(told(&edit("readers: patient", "subjects: 3")), @"
    error[E012]: `readers` is missing
     --> model.yaml:8:3
      |
    8 |   note: { kind: health, subjects: 3 }
      |   ^^^^
      |
      = help: `readers` may be `unknown`
    ");
    assert_snapshot!(told(&edit(", tls: \"1.3\", carries: note", "")), @r"
    error[E012]: `carries` and `tls` are missing
      --> model.yaml:20:7
       |
    20 |   - { from: app, to: api }
       |       ^^^^
       |
       = help: `carries` and `tls` may be `unknown`
    ");
    assert_snapshot!(told(&edit(", vendor: acme", "")), @r"
    error[E012]: `vendor` is missing
     --> model.yaml:2:1
      |
    2 | system: { name: Demo }
      | ^^^^^^
    ");
    assert_snapshot!(told_in_french(&edit(", tls: \"1.3\", carries: note", "")), @r"
    erreur[E012]: il manque `carries` et `tls`
      --> model.yaml:20:7
       |
    20 |   - { from: app, to: api }
       |       ^^^^
       |
       = aide : `carries` et `tls` peuvent être `unknown`
    ");
}

#[test]
fn an_absent_section_is_a_mistake_and_an_empty_one_is_not() {
    assert_snapshot!(told(&edit("admins: {}\n", "")), @r"
    error[E012]: `admins` is missing
     --> model.yaml:1:1
      |
    1 | enclair: 1
      | ^^^^^^^
      |
      = help: write `admins: {}` to say that there is none
    ");
    assert_snapshot!(told(&edit("admins: {}", "admins:")), @r"
    error[E013]: expected a map of properties, found nothing
      --> model.yaml:21:1
       |
    21 | admins:
       | ^^^^^^
       |
       = help: write `{}` to say that there is none
    ");
    assert_snapshot!(told("enclair: 1\n"), @r"
    error[E012]: `system`, `organisations`, `people`, `data`, `clients`, `backend`, `storage`, `links` and `admins` are missing
     --> model.yaml:1:1
      |
    1 | enclair: 1
      | ^^^^^^^
      |
      = help: write `organisations: {}`, `people: {}`, `data: {}`, `clients: {}`, `backend: {}`, `storage: {}`, `links: []` and `admins: {}` to say that there is none
    ");
}

#[test]
fn a_value_of_the_wrong_kind() {
    assert_snapshot!(told(&edit("patient: {}", "patient: [a]")), @r"
    error[E013]: expected a map of properties, found a list
     --> model.yaml:6:3
      |
    6 |   patient: [a]
      |   ^^^^^^^
    ");
    assert_snapshot!(told(&edit("people:\n  patient: {}", "people: [patient]")), @r"
    error[E013]: expected a map of properties, found a list
     --> model.yaml:5:1
      |
    5 | people: [patient]
      | ^^^^^^
    ");
    assert_snapshot!(told(&edit("readers: patient", "readers: { patient: true }")), @"
    error[E013]: expected a name, a list, `none` or `unknown`, found a map of properties
     --> model.yaml:8:25
      |
    8 |   note: { kind: health, readers: { patient: true } }
      |                         ^^^^^^^
    ");
    assert_snapshot!(told(&edit("kind: mobile", "kind: [mobile]")), @r"
    error[E013]: expected a word of the list, found a list
      --> model.yaml:10:28
       |
    10 |   app: { used_by: patient, kind: [mobile], code_from: release }
       |                            ^^^^
       |
       = help: possible: `web`, `mobile`, `desktop`, `device`
    ");
    assert_snapshot!(told(&edit("used_by: patient", "used_by:")), @r"
    error[E013]: expected a name or a list, found nothing
      --> model.yaml:10:10
       |
    10 |   app: { used_by:, kind: mobile, code_from: release }
       |          ^^^^^^^
    ");
    assert_snapshot!(told(&edit("patient: {}", "patient: { count: many }")), @r"
    error[E013]: expected a whole number or `unknown`, found text
     --> model.yaml:6:21
      |
    6 |   patient: { count: many }
      |                     ^^^^
    ");
    assert_snapshot!(told(&edit("system: { name: Demo, vendor: acme }", "system: Demo")), @"
    error[E013]: expected a map of properties, found text
     --> model.yaml:2:9
      |
    2 | system: Demo
      |         ^^^^
      |
      = help: write `{ name: …, vendor: … }`
    ");
    assert_snapshot!(told_in_french(&edit("readers: patient", "readers: { patient: true }")), @"
    erreur[E013]: un nom, une liste, `none` ou `unknown` est attendu ici, pas un bloc de propriétés
     --> model.yaml:8:25
      |
    8 |   note: { kind: health, readers: { patient: true } }
      |                         ^^^^^^^
    ");
}

#[test]
fn a_space_missing_after_a_colon() {
    assert_snapshot!(told(&edit("patient: {}", "patient:{}")), @r"
    error[E013]: expected a map of properties, found text
     --> model.yaml:6:3
      |
    6 |   patient:{}
      |   ^^^^^^^^^^
    ");
}

#[test]
fn a_word_that_is_not_possible() {
    assert_snapshot!(told(&edit("kind: mobile", "kind: moblie")), @r"
    error[E014]: unknown value `moblie`
      --> model.yaml:10:34
       |
    10 |   app: { used_by: patient, kind: moblie, code_from: release }
       |                                  ^^^^^^
       |
       = help: did you mean `mobile`?
    ");
    assert_snapshot!(told(&edit("kind: mobile", "kind: tablet")), @r"
    error[E014]: unknown value `tablet`
      --> model.yaml:10:34
       |
    10 |   app: { used_by: patient, kind: tablet, code_from: release }
       |                                  ^^^^^^
       |
       = help: possible: `web`, `mobile`, `desktop`, `device`
    ");
    assert_snapshot!(told(&edit("\"1.3\"", "\"1.1\"")), @r#"
    error[E014]: unknown value `1.1`
      --> model.yaml:20:32
       |
    20 |   - { from: app, to: api, tls: "1.1", carries: note }
       |                                ^^^^^
       |
       = help: possible: `1.3`, `1.2`, `mutual`, `old`, `unverified`, `none`, `unknown`
    "#);
    assert_snapshot!(told_in_french(&edit("kind: mobile", "kind: tablet")), @r"
    erreur[E014]: valeur inconnue `tablet`
      --> model.yaml:10:34
       |
    10 |   app: { used_by: patient, kind: tablet, code_from: release }
       |                                  ^^^^^^
       |
       = aide : possibles : `web`, `mobile`, `desktop`, `device`
    ");
}

#[test]
fn words_that_used_to_be_booleans() {
    assert_snapshot!(told(&edit("\"1.3\"", "no")), @r"
    error[E014]: unknown value `no`
      --> model.yaml:20:32
       |
    20 |   - { from: app, to: api, tls: no, carries: note }
       |                                ^^
       |
       = help: did you mean `none`?
    ");
    assert_snapshot!(told(&edit("admins: {}", "admins:\n  sre: { of: acme, mfa: no }")), @r"
    error[E014]: unknown value `no`
      --> model.yaml:22:25
       |
    22 |   sre: { of: acme, mfa: no }
       |                         ^^
       |
       = help: did you mean `false`?
    ");
    assert_snapshot!(told(&edit("admins: {}", "admins:\n  sre: { of: acme, mfa: \"true\" }")), @r#"
    error[E013]: expected `true`, `false` or `unknown`, found text
      --> model.yaml:22:25
       |
    22 |   sre: { of: acme, mfa: "true" }
       |                         ^^^^^^
    "#);
}

#[test]
fn norway_without_quotes() {
    assert_snapshot!(told(&edit("country: FR", "country: NO")), @r#"
    error[E015]: `NO` without quotes is a boolean to some YAML readers
     --> model.yaml:4:20
      |
    4 |   acme: { country: NO }
      |                    ^^
      |
      = help: write it in quotes: `"NO"`
    "#);
    assert_snapshot!(told(&edit("country: FR", "country: [FR, NO]")), @r#"
    error[E015]: `NO` without quotes is a boolean to some YAML readers
     --> model.yaml:4:25
      |
    4 |   acme: { country: [FR, NO] }
      |                         ^^
      |
      = help: write it in quotes: `"NO"`
    "#);
    assert_snapshot!(told(&and("jurisdictions:\n  NO: produce\n")), @r#"
    error[E015]: `NO` without quotes is a boolean to some YAML readers
      --> model.yaml:23:3
       |
    23 |   NO: produce
       |   ^^
       |
       = help: write it in quotes: `"NO"`
    "#);
    assert_snapshot!(told_in_french(&edit("country: FR", "country: NO")), @r#"
    erreur[E015]: `NO` sans guillemets est un booléen pour certains lecteurs YAML
     --> model.yaml:4:20
      |
    4 |   acme: { country: NO }
      |                    ^^
      |
      = aide : l’écrire entre guillemets : `"NO"`
    "#);
    assert!(super::load_ok(&edit("country: FR", "country: \"NO\"")));
}

#[test]
fn a_number_where_text_is_expected() {
    assert_snapshot!(told(&edit("\"1.3\"", "1.3")), @r#"
    error[E016]: `1.3` reads as a number, text is expected
      --> model.yaml:20:32
       |
    20 |   - { from: app, to: api, tls: 1.3, carries: note }
       |                                ^^^
       |
       = help: write it in quotes: `"1.3"`
    "#);
    assert_snapshot!(told(&edit("name: Demo", "name: 12")), @r#"
    error[E016]: `12` reads as a number, text is expected
     --> model.yaml:2:17
      |
    2 | system: { name: 12, vendor: acme }
      |                 ^^
      |
      = help: write it in quotes: `"12"`
    "#);
}

#[test]
fn a_number_out_of_its_bounds() {
    assert_snapshot!(told(&edit("enclair: 1", "enclair: 2")), @r"
    error[E029]: only 1 is possible here
     --> model.yaml:1:10
      |
    1 | enclair: 2
      |          ^
    ");
    assert_snapshot!(told(&edit("country: FR", "country: FR, hds: [1, 7]")), @r"
    error[E029]: a number between 1 and 6 is expected
     --> model.yaml:4:33
      |
    4 |   acme: { country: FR, hds: [1, 7] }
      |                                 ^
    ");
    assert_snapshot!(told(&edit("patient: {}", "patient: { count: -1 }")), @r"
    error[E029]: a number of at least 0 is expected
     --> model.yaml:6:21
      |
    6 |   patient: { count: -1 }
      |                     ^^
    ");
    assert_snapshot!(told(&edit("patient: {}", "patient: { count: 1.5 }")), @r"
    error[E013]: expected a whole number or `unknown`, found a number
     --> model.yaml:6:21
      |
    6 |   patient: { count: 1.5 }
      |                     ^^^
    ");
}

#[test]
fn a_name_that_is_no_identifier() {
    assert_snapshot!(told(&edit("  patient: {}", "  Médecin_Chef: {}\n  patient: {}")), @r"
    error[E017]: `Médecin_Chef` is not a valid name
     --> model.yaml:6:3
      |
    6 |   Médecin_Chef: {}
      |   ^^^^^^^^^^^^
      |
      = help: lower-case ASCII letters, digits and hyphens, starting with a letter or a digit: `medecin-chef`
    ");
    assert_snapshot!(told(&edit("  patient: {}", "  Patient: {}")), @r"
    error[E017]: `Patient` is not a valid name
     --> model.yaml:6:3
      |
    6 |   Patient: {}
      |   ^^^^^^^
      |
      = help: lower-case ASCII letters, digits and hyphens, starting with a letter or a digit: `patient`
    ");
    assert_snapshot!(told(&edit("readers: patient", "readers: \"a b\"")), @r#"
    error[E017]: `a b` is not a valid name
     --> model.yaml:8:34
      |
    8 |   note: { kind: health, readers: "a b" }
      |                                  ^^^^^
      |
      = help: lower-case ASCII letters, digits and hyphens, starting with a letter or a digit: `a-b`
    "#);
}

#[test]
fn a_reserved_name() {
    assert_snapshot!(told(&edit("  patient: {}", "  patient: {}\n  on: {}")), @r"
    error[E018]: `on` is a reserved word
     --> model.yaml:7:3
      |
    7 |   on: {}
      |   ^^
    ");
    assert_snapshot!(told(&edit("  patient: {}", "  patient: {}\n  unknown: {}")), @r"
    error[E018]: `unknown` is a reserved word
     --> model.yaml:7:3
      |
    7 |   unknown: {}
      |   ^^^^^^^
    ");
    let account = "accounts:\n  patient: { at: api, factors: { session: {} }, login: session, reset: none }\n";
    assert_snapshot!(told(&and(account)), @r"
    error[E018]: `session` is a reserved word
      --> model.yaml:23:34
       |
    23 |   patient: { at: api, factors: { session: {} }, login: session, reset: none }
       |                                  ^^^^^^^
    ");
    assert_snapshot!(told(&edit("acme: {", "unknown-owner: { country: FR, owned_by: none }\n  acme: {")), @r"
    error[E018]: `unknown-owner` is a reserved word
     --> model.yaml:4:3
      |
    4 |   unknown-owner: { country: FR, owned_by: none }
      |   ^^^^^^^^^^^^^
    ");
}

#[test]
fn a_country_that_is_no_code() {
    assert_snapshot!(told(&edit("country: FR", "country: France")), @r"
    error[E025]: `France` is not a country code of two capital letters
     --> model.yaml:4:20
      |
    4 |   acme: { country: France }
      |                    ^^^^^^
    ");
    assert_snapshot!(told(&and("jurisdictions:\n  fr: produce\n")), @r"
    error[E025]: `fr` is not a country code of two capital letters
      --> model.yaml:23:3
       |
    23 |   fr: produce
       |   ^^
    ");
}

#[test]
fn a_date_that_is_none() {
    assert_snapshot!(told(&edit("vendor: acme", "vendor: acme, date: 22/11/2026")), @r"
    error[E026]: `22/11/2026` is not a date YYYY-MM-DD
     --> model.yaml:2:43
      |
    2 | system: { name: Demo, vendor: acme, date: 22/11/2026 }
      |                                           ^^^^^^^^^^
    ");
    assert_snapshot!(told(&edit("vendor: acme", "vendor: acme, date: 2026-13-01")), @r"
    error[E026]: `2026-13-01` is not a date YYYY-MM-DD
     --> model.yaml:2:43
      |
    2 | system: { name: Demo, vendor: acme, date: 2026-13-01 }
      |                                           ^^^^^^^^^^
    ");
}

#[test]
fn a_label_in_one_language_of_two() {
    assert_snapshot!(told(&edit("patient: {}", "patient: { label: { fr: Patiente } }")), @r"
    error[E012]: `en` is missing
     --> model.yaml:6:14
      |
    6 |   patient: { label: { fr: Patiente } }
      |              ^^^^^
    ");
}
