//! Evidence that nobody could check, or that is about nothing.

use insta::assert_snapshot;

use super::{edit, load_ok, told, told_in_french};

/// The model with evidence on its storage.
fn with(evidence: &str) -> String {
    edit("at_rest: none }", &format!("at_rest: none, evidence: {evidence} }}"))
}

#[test]
fn evidence_that_can_be_checked_is_accepted() {
    for good in [
        "declared",
        "{ level: document, ref: Contract }",
        "{ level: document, ref: { fr: Contrat, en: Contract }, date: 2026-01-02, by: Ana, on: [at_rest, runs_on] }",
        "[{ level: observed, date: 2026-01-02 }, { level: tested, date: 2026-01-03, on: holds }, declared]",
        "[]",
    ] {
        assert!(load_ok(&with(good)), "{good}: {}", told(&with(good)));
    }
}

#[test]
fn a_level_without_what_makes_it_checkable() {
    assert_snapshot!(told(&with("document")), @"
    error[E060]: `document` needs `ref`: without it, nobody can check
      --> model.yaml:18:74
       |
    18 |   db: { runs_on: vm, used_by: api, holds: note, at_rest: none, evidence: document }
       |                                                                          ^^^^^^^^
       |
       = help: write `{ level: document, ref: … }`
    ");
    assert_snapshot!(told_in_french(&with("[{ level: declared }, { level: tested, ref: Rapport }]")), @"
    erreur[E060]: `tested` demande `date` : sans cela, personne ne peut vérifier
      --> model.yaml:18:105
       |
    18 |   db: { runs_on: vm, used_by: api, holds: note, at_rest: none, evidence: [{ level: declared }, { level: tested, ref: Rapport }] }
       |                                                                                                         ^^^^^^
       |
       = aide : écrire `{ level: tested, date: AAAA-MM-JJ }`
    ");
}

#[test]
fn evidence_on_what_the_entry_does_not_state() {
    assert_snapshot!(told(&with("{ level: tested, date: 2026-01-02, on: at-rest }")), @"
    error[E061]: this entry states no property `at-rest`
      --> model.yaml:18:113
       |
    18 |   db: { runs_on: vm, used_by: api, holds: note, at_rest: none, evidence: { level: tested, date: 2026-01-02, on: at-rest } }
       |                                                                                                                 ^^^^^^^
       |
       = help: did you mean `at_rest`?
    ");
    assert_snapshot!(told_in_french(&with("{ level: tested, date: 2026-01-02, on: [runs_on, label] }")), @"
    erreur[E061]: cette entrée n’a pas de propriété `label`
      --> model.yaml:18:123
       |
    18 |   db: { runs_on: vm, used_by: api, holds: note, at_rest: none, evidence: { level: tested, date: 2026-01-02, on: [runs_on, label] } }
       |                                                                                                                           ^^^^^
       |
       = aide : possibles : `runs_on`, `used_by`, `holds`, `at_rest`
    ");
}

#[test]
fn evidence_of_no_known_kind() {
    assert_snapshot!(told(&with("proven")), @r"
    error[E014]: unknown value `proven`
      --> model.yaml:18:74
       |
    18 |   db: { runs_on: vm, used_by: api, holds: note, at_rest: none, evidence: proven }
       |                                                                          ^^^^^^
       |
       = help: possible: `declared`, `document`, `observed`, `tested`
    ");
    assert_snapshot!(told(&with("{ level: document, ref: x, reff: y }")), @r"
    error[E011]: unknown property `reff`
      --> model.yaml:18:101
       |
    18 |   db: { runs_on: vm, used_by: api, holds: note, at_rest: none, evidence: { level: document, ref: x, reff: y } }
       |                                                                                                     ^^^^
       |
       = help: did you mean `ref`?
    ");
}
