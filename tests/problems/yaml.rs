//! What is not YAML, or not the YAML of models.

use insta::assert_snapshot;

use super::{MODEL, and, edit, told, told_in_french};

#[test]
fn an_empty_file() {
    assert_snapshot!(told(""), @r"
    error[E004]: the file is empty
    --> model.yaml
     = help: a model starts with `enclair: 1`
    ");
    assert_snapshot!(told("# nothing but a comment\n"), @r"
    error[E004]: the file is empty
     --> model.yaml:1:1
      |
    1 | # nothing but a comment
      | ^
      |
      = help: a model starts with `enclair: 1`
    ");
    assert_snapshot!(told_in_french(""), @r"
    erreur[E004]: le fichier est vide
    --> model.yaml
     = aide : un modèle commence par `enclair: 1`
    ");
}

#[test]
fn another_thing_than_a_model() {
    assert_snapshot!(told("hello\n"), @"
    error[E013]: expected a map of properties, found text
     --> model.yaml:1:1
      |
    1 | hello
      | ^^^^^
    ");
    assert_snapshot!(told("- a\n- b\n"), @"
    error[E013]: expected a map of properties, found a list
     --> model.yaml:1:1
      |
    1 | / - a
    2 | | - b
      | |____^
    ");
}

#[test]
fn a_tab_for_indentation() {
    assert_snapshot!(told(&edit("  patient: {}", "\tpatient: {}")), @r"
    error[E006]: a tab cannot indent YAML
     --> model.yaml:6:1
      |
    6 |     patient: {}
      | ^^^^
      |
      = help: replace the tab by spaces
    ");
    assert_snapshot!(told_in_french(&edit("  patient: {}", "\tpatient: {}")), @r"
    erreur[E006]: une tabulation ne peut pas servir de retrait en YAML
     --> model.yaml:6:1
      |
    6 |     patient: {}
      | ^^^^
      |
      = aide : remplacer la tabulation par des espaces
    ");
}

#[test]
fn brackets_and_quotes_that_are_not_closed() {
    assert_snapshot!(told(&edit("carries: note", "carries: [note")), @r#"
    error[E005]: this is not YAML: `[` is closed by `}`
      --> model.yaml:20:48
       |
    20 |   - { from: app, to: api, tls: "1.3", carries: [note }
       |                                                ^
    "#);
    assert_snapshot!(told(&edit("vendor: acme }", "vendor: acme")), @"
    error[E005]: this is not YAML: `,` or `}` is expected; text that contains one of them is written in quotes
     --> model.yaml:3:14
      |
    3 | organisations:
      |              ^
    ");
    assert_snapshot!(told(&edit("admins: {}", "admins: {")), @r"
    error[E005]: this is not YAML: a brace `{` is not closed
      --> model.yaml:21:9
       |
    21 | admins: {
       |         ^
    ");
    assert_snapshot!(told(&edit("name: Demo", "name: \"Demo")), @r#"
    error[E005]: this is not YAML: text follows a closing quote; perhaps a quote is missing above
      --> model.yaml:20:33
       |
    20 |   - { from: app, to: api, tls: "1.3", carries: note }
       |                                 ^
    "#);
    assert_snapshot!(told_in_french(&edit("carries: note", "carries: [note")), @r#"
    erreur[E005]: ce n’est pas du YAML : `[` est fermé par `}`
      --> model.yaml:20:48
       |
    20 |   - { from: app, to: api, tls: "1.3", carries: [note }
       |                                                ^
    "#);
}

#[test]
fn a_colon_in_a_text() {
    assert_snapshot!(told(&edit("  patient: {}", "  patient: a: b")), @r"
    error[E005]: this is not YAML: a `:` cannot stand here; text that contains one is written in quotes
     --> model.yaml:6:13
      |
    6 |   patient: a: b
      |             ^
    ");
}

#[test]
fn an_indentation_that_does_not_fit() {
    assert_snapshot!(told(&edit("  acme: {", "    other: {}\n  acme: {")), @r"
    error[E005]: this is not YAML: a property is expected, indented as those before it
     --> model.yaml:5:3
      |
    5 |   acme: { country: FR }
      |   ^
    ");
    assert_snapshot!(told(&edit("  patient: {}", "  patient: {}\n  - x")), @r"
    error[E005]: this is not YAML: a property is expected, indented as those before it
     --> model.yaml:7:5
      |
    7 |   - x
      |     ^
    ");
}

#[test]
fn an_escape_that_does_not_exist() {
    assert_snapshot!(told(&edit("name: Demo", "name: \"a\\qb\"")), @r#"
    error[E005]: this is not YAML: after `\`, this character has no meaning in double quotes
     --> model.yaml:2:17
      |
    2 | system: { name: "a\qb", vendor: acme }
      |                 ^
    "#);
}

#[test]
fn several_documents() {
    assert_snapshot!(told(&and("---\nenclair: 1\n")), @r"
    error[E009]: a file holds one model
      --> model.yaml:22:1
       |
    22 | ---
       | ^^^
    ");
    assert_snapshot!(told_in_french(&and("---\nenclair: 1\n")), @r"
    erreur[E009]: un fichier contient un seul modèle
      --> model.yaml:22:1
       |
    22 | ---
       | ^^^
    ");
}

#[test]
fn one_document_may_be_marked() {
    assert!(super::load_ok(&format!("---\n{MODEL}...\n")));
}

#[test]
fn a_tag() {
    assert_snapshot!(told(&edit("kind: health", "kind: !important health")), @r"
    error[E009]: YAML tags (`!…`) are not of the language
     --> model.yaml:8:28
      |
    8 |   note: { kind: !important health, readers: patient }
      |                            ^^^^^^
    ");
}

#[test]
fn a_merge_key() {
    assert_snapshot!(told(&edit("acme: { country: FR }", "acme: { <<: { country: FR } }")), @r"
    error[E009]: the merge key `<<` is not of the language
     --> model.yaml:4:11
      |
    4 |   acme: { <<: { country: FR } }
      |           ^^
    ");
}

#[test]
fn a_key_that_is_no_word() {
    assert_snapshot!(told(&edit("  patient: {}", "  patient: {}\n  ? [a, b]\n  : {}")), @r"
    error[E009]: a property is a word
     --> model.yaml:7:5
      |
    7 |   ? [a, b]
      |     ^^^^^^
    ");
}

#[test]
fn aliases() {
    assert!(super::load_ok(&edit("patient: {}", "patient: &p { count: 3 }\n  doctor: *p")));
    assert_snapshot!(told(&edit("patient: {}", "patient: *nobody")), @r"
    error[E005]: this is not YAML: this alias refers to nothing
     --> model.yaml:6:12
      |
    6 |   patient: *nobody
      |            ^
    ");
    assert_snapshot!(told(&edit("patient: {}", "patient: &p { label: *p }")), @r"
    error[E009]: an alias cannot contain its own value
     --> model.yaml:6:24
      |
    6 |   patient: &p { label: *p }
      |                        ^^
    ");
}
