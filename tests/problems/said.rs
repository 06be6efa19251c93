//! Claims, expectations and accepted risks that cannot be checked.

use insta::assert_snapshot;

use super::{and, load_ok, told, told_by_the_audit, told_in_french};

fn claim(statement: &str) -> String {
    and(&format!("claims:\n  - {{ says: Private, data: note{statement} }}\n"))
}

fn expecting(grades: &str) -> String {
    and(&format!("expect:\n  - {{ actor: acme, data: note, {grades} }}\n"))
}

fn accepting(about: &str) -> String {
    and(&format!("accept:\n  - {{ {about}, owner: A, reason: B, until: 2026-01-01 }}\n"))
}

#[test]
fn one_statement_is_enough() {
    for one in ["only: []", "only: patient", "not: acme", "nobody: tampering", "end_to_end: [app]"] {
        assert!(load_ok(&claim(&format!(", {one}"))), "{one}");
    }
}

#[test]
fn a_claim_without_a_statement_or_with_two() {
    assert_snapshot!(told(&claim("")), @"
    error[E021]: `only`, `not`, `without`, `nobody` or `end_to_end` is needed
      --> model.yaml:23:13
       |
    23 |   - { says: Private, data: note }
       |             ^^^^^^^
    ");
    assert_snapshot!(told(&claim(", only: patient, not: acme, nobody: privilege")), @"
    error[E021]: `only` and `not` exclude each other
      --> model.yaml:23:49
       |
    23 |   - { says: Private, data: note, only: patient, not: acme, nobody: privilege }
       |                                                 ^^^
    ");
    assert_snapshot!(told(&claim(", not: []")), @"
    error[E024]: this list cannot be empty
      --> model.yaml:23:34
       |
    23 |   - { says: Private, data: note, not: [] }
       |                                  ^^^
       |
       = help: name at least one
    ");
}

#[test]
fn statements_name_what_they_are_about() {
    assert_snapshot!(told(&claim(", end_to_end: api")), @"
    error[E031]: `api` is not a client
      --> model.yaml:23:46
       |
    23 |   - { says: Private, data: note, end_to_end: api }
       |                                              ^^^
       |
       = help: did you mean `app`?
    ");
    assert_snapshot!(told(&claim(", without: key")), @"
    error[E019]: `key` is not declared: expected a key
      --> model.yaml:23:43
       |
    23 |   - { says: Private, data: note, without: key }
       |                                           ^^^
       |
       = help: nothing of the kind is declared
    ");
    assert_snapshot!(told(&claim(", nobody: breach")), @"
    error[E014]: unknown value `breach`
      --> model.yaml:23:42
       |
    23 |   - { says: Private, data: note, nobody: breach }
       |                                          ^^^^^^
       |
       = help: possible: `privilege`, `tampering`
    ");
}

#[test]
fn a_bound_is_a_comparison_and_a_grade() {
    assert_snapshot!(told(&expecting("past: \"<= privilage\"")), @r#"
    error[E014]: unknown value `<= privilage`
      --> model.yaml:23:38
       |
    23 |   - { actor: acme, data: note, past: "<= privilage" }
       |                                      ^^^^^^^^^^^^^^
       |
       = help: did you mean `<= privilege`?
    "#);
    assert_snapshot!(told(&expecting("best: { past: \"=> breach\" }")), @r#"
    error[E014]: unknown value `=> breach`
      --> model.yaml:23:46
       |
    23 |   - { actor: acme, data: note, best: { past: "=> breach" } }
       |                                              ^^^^^^^^^^^
       |
       = help: did you mean `>= breach`?
    "#);
    assert_snapshot!(told(&expecting("past: 3")), @"
    error[E014]: unknown value `3`
      --> model.yaml:23:38
       |
    23 |   - { actor: acme, data: note, past: 3 }
       |                                      ^
       |
       = help: possible: `design`, `privilege`, `tampering`, `breach`, `none`, `>= privilege`, `>= tampering`, `>= breach`, `>= none`, `<= design`, `<= privilege`, `<= tampering`, …
    ");
}

#[test]
fn a_bound_that_expects_nothing() {
    assert_snapshot!(told(&expecting("past: \">= design\"")), @r#"
    error[E070]: `>= design` does not depend on the answer: this expectation checks nothing
      --> model.yaml:23:38
       |
    23 |   - { actor: acme, data: note, past: ">= design" }
       |                                      ^^^^^^^^^^^
       |
       = help: from the easiest to the hardest: `design`, `privilege`, `tampering`, `breach`, `none`
    "#);
    assert_snapshot!(told_in_french(&expecting("new: \"> none\"")), @r#"
    erreur[E070]: `> none` ne dépend pas de la réponse : cette attente ne vérifie rien
      --> model.yaml:23:37
       |
    23 |   - { actor: acme, data: note, new: "> none" }
       |                                     ^^^^^^^^
       |
       = aide : du plus facile au plus difficile : `design`, `privilege`, `tampering`, `breach`, `none`
    "#);
    for bound in ["> design", "<= breach", ">= none", "< none"] {
        assert!(load_ok(&expecting(&format!("past: \"{bound}\""))), "{bound}");
    }
}

#[test]
fn a_bound_is_written_in_quotes() {
    assert_snapshot!(told(&expecting("past: >= tampering")), @r#"
    error[E005]: this is not YAML: text that starts with `>` is written in quotes: ">= tampering"
      --> model.yaml:23:38
       |
    23 |   - { actor: acme, data: note, past: >= tampering }
       |                                      ^
    "#);
    assert_snapshot!(told(&and("expect:\n  - actor: acme\n    data: note\n    past: > tampering\n")), @r#"
    error[E005]: this is not YAML: text that starts with `>` is written in quotes: ">= tampering"
      --> model.yaml:25:11
       |
    25 |     past: > tampering
       |           ^
    "#);
    assert!(load_ok(&and("expect:\n  - actor: acme\n    data: note\n    past: <= tampering\n")));
}

#[test]
fn what_is_accepted_is_a_finding_of_the_model() {
    assert_snapshot!(told_by_the_audit(&accepting("finding: claim-refutd")), @"
    error[E014]: unknown value `claim-refutd`
      --> model.yaml:23:16
       |
    23 |   - { finding: claim-refutd, owner: A, reason: B, until: 2026-01-01 }
       |                ^^^^^^^^^^^^
       |
       = help: did you mean `claim-refuted`?
    ");
    assert_snapshot!(told_by_the_audit(&accepting("finding: acceptance-expired")), @"
    error[E014]: unknown value `acceptance-expired`
      --> model.yaml:23:16
       |
    23 |   - { finding: acceptance-expired, owner: A, reason: B, until: 2026-01-01 }
       |                ^^^^^^^^^^^^^^^^^^
       |
       = help: possible: `expectation-failed`, `claim-refuted`, `unintended-reader`, `undetermined`, `EC-001`, `EC-002`, `EC-003`, `EC-004`, `EC-005`, `EC-006`, `EC-007`, `EC-008`, …
    ");
    assert_snapshot!(told_by_the_audit(&accepting("finding: undetermined, actor: adversary/thief/bd")), @"
    error[E019]: `adversary/thief/bd` is not declared: expected an actor (organisation, people or admins)
      --> model.yaml:23:37
       |
    23 |   - { finding: undetermined, actor: adversary/thief/bd, owner: A, reason: B, until: 2026-01-01 }
       |                                     ^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `adversary/thief/db`?
    ");
    assert_snapshot!(told(&accepting("finding: undetermined, data: notes, claim: private")), @"
    error[E019]: `notes` is not declared: expected a data asset
      --> model.yaml:23:36
       |
    23 |   - { finding: undetermined, data: notes, claim: private, owner: A, reason: B, until: 2026-01-01 }
       |                                    ^^^^^
       |
       = help: did you mean `note`?

    error[E028]: no claim is called `private`
      --> model.yaml:23:50
       |
    23 |   - { finding: undetermined, data: notes, claim: private, owner: A, reason: B, until: 2026-01-01 }
       |                                                  ^^^^^^^
       |
       = help: nothing of the kind is declared
    ");
    assert!(load_ok(&accepting("finding: undetermined, actor: adversary/thief/db")));
}

#[test]
fn an_accepted_risk_has_an_owner_a_reason_and_an_end() {
    assert_snapshot!(told(&and("accept:\n  - { finding: undetermined }\n")), @"
    error[E012]: `owner`, `reason` and `until` are missing
      --> model.yaml:23:7
       |
    23 |   - { finding: undetermined }
       |       ^^^^^^^
    ");
    assert_snapshot!(told(&accepting("finding: undetermined").replace("2026-01-01", "2026-02-29")), @"
    error[E026]: `2026-02-29` is not a date YYYY-MM-DD
      --> model.yaml:23:58
       |
    23 |   - { finding: undetermined, owner: A, reason: B, until: 2026-02-29 }
       |                                                          ^^^^^^^^^^
    ");
}
