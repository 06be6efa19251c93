//! All the mistakes of a file in one run, and none of them twice.

use insta::assert_snapshot;

use super::{edit, mistakes, told};

/// Structure, names and combinations at once, each in a part of its own.
#[test]
fn mistakes_of_different_kinds_are_told_together() {
    let text = edit("kind: mobile", "kind: moblie")
        .replace("readers: patient", "readers: [patient, nurse]")
        .replace("vm: { operator: acme }", "vm: {}")
        .replace("admins: {}", "admins:\n  sre: { of: acme, of: acme, mfa: true }\n  dba: { of: acme }")
        .replace("holds: note", "holds: nota")
        .replace("enclair: 1", "enclair: 3")
        .replace("vendor: acme", "vendor: acme, date: yesterday");
    assert_snapshot!(told(&text), @r"
    error[E029]: only 1 is possible here
     --> model.yaml:1:10
      |
    1 | enclair: 3
      |          ^

    error[E026]: `yesterday` is not a date YYYY-MM-DD
     --> model.yaml:2:43
      |
    2 | system: { name: Demo, vendor: acme, date: yesterday }
      |                                           ^^^^^^^^^

    error[E019]: `nurse` is not declared: expected an actor (organisation, people or admins)
     --> model.yaml:8:44
      |
    8 |   note: { kind: health, readers: [patient, nurse] }
      |                                            ^^^^^
      |
      = help: possible: `acme`, `patient`

    error[E014]: unknown value `moblie`
      --> model.yaml:10:34
       |
    10 |   app: { used_by: patient, kind: moblie, code_from: release }
       |                                  ^^^^^^
       |
       = help: did you mean `mobile`?

    error[E021]: `runs_on` or `operator` is needed
      --> model.yaml:12:3
       |
    12 |   vm: {}
       |   ^^

    error[E019]: `nota` is not declared: expected a data asset
      --> model.yaml:18:43
       |
    18 |   db: { runs_on: vm, used_by: api, holds: nota, at_rest: none }
       |                                           ^^^^
       |
       = help: did you mean `note`?

    error[E010]: `of` is defined twice
      --> model.yaml:22:20
       |
    22 |   sre: { of: acme, of: acme, mfa: true }
       |          --        ^^
       |          |
       |          first defined here
       |
       = help: most YAML readers would silently keep the later one

    error[E012]: `mfa` is missing
      --> model.yaml:23:3
       |
    23 |   dba: { of: acme }
       |   ^^^
       |
       = help: `mfa` may be `unknown`
    ");
}

/// The second link is at fault, whatever became of the first one.
#[test]
fn what_is_left_out_does_not_shift_the_rest() {
    let links = "links:\n  - { from: app, tls: none }\n  - { from: app, to: apj, tls: none, carries: note }\n";
    let text = edit("links:\n  - { from: app, to: api, tls: \"1.3\", carries: note }\n", links);
    assert_snapshot!(told(&text), @r"
    error[E012]: `to` and `carries` are missing
      --> model.yaml:20:7
       |
    20 |   - { from: app, tls: none }
       |       ^^^^
       |
       = help: `carries` may be `unknown`

    error[E019]: `apj` is not declared: expected a component
      --> model.yaml:21:22
       |
    21 |   - { from: app, to: apj, tls: none, carries: note }
       |                      ^^^
       |
       = help: did you mean `app`?
    ");
}

/// What a faulty entry declares is declared.
#[test]
fn a_faulty_entry_does_not_make_its_name_undeclared() {
    for (old, new) in [
        ("patient: {}", "patient: { cuont: 3 }"),
        ("patient: {}", "patient: 3"),
        ("patient: {}", "patient:{}"),
        ("people:\n  patient: {}", "people: [patient]"),
        ("people:\n  patient: {}", "people: patient"),
        ("people:", "poeple:"),
        ("people:", "? [people]\n: x\npersons:"),
        ("  acme: { country: FR }", "  acme: { country: France }"),
        ("system: { name: Demo, vendor: acme }", "system: { name: Demo }"),
        ("api: { runs_on: vm, code_from: ci }", "api: { runs_on: vm, code_from: ci, keeps: { note: 1 } }"),
        ("note: { kind: health,", "note: { kind: healht,"),
    ] {
        let codes: Vec<&str> = mistakes(&edit(old, new)).list.iter().map(|one| one.problem.code()).collect();
        let structural = codes.iter().all(|code| !["E019", "E031"].contains(code));
        assert!(structural, "{old} → {new}: {codes:?}");
    }
}

#[test]
fn only_so_many_mistakes_are_shown_and_the_rest_is_counted() {
    let keys: Vec<String> = (0..150).map(|at| format!("  k{at}: nowhere\n")).collect();
    let text = format!("{}keys:\n{}", super::MODEL, keys.concat());
    let mistakes = mistakes(&text);
    assert_eq!((mistakes.list.len(), mistakes.more), (100, 50));
    assert!(told(&text).ends_with("and 50 more errors\n"));
}
