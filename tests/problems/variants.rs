//! Mistakes of variants: on their own lines, and each once.

use enclair::source::{Limits, SourceFile, Style};
use enclair::text::Lang;
use insta::assert_snapshot;

use super::{and, edit, load_ok, told};
use crate::bench::ends;

#[test]
fn a_mistake_is_on_the_lines_of_the_variant() {
    let variants = "variants:
  target:
    label: { fr: Cible, en: Target }
    change:
      storage: { db: { at_rest: { scope: requst, key: k } } }
      clients: { app: { kindd: mobile } }
    add:
      links: [ { from: app, to: dbb, tls: \"1.3\", carries: note } ]
      data: { note: { readers: nurse } }
    expect:
      - { actor: patient, data: note, past: desing }
";
    assert_snapshot!(told(&and(variants)), @r#"
    error[E014]: unknown value `requst`
      --> model.yaml:26:42
       |
    26 |       storage: { db: { at_rest: { scope: requst, key: k } } }
       |                                          ^^^^^^
       |
       = help: did you mean `request`?

    error[E011]: unknown property `kindd`
      --> model.yaml:27:25
       |
    27 |       clients: { app: { kindd: mobile } }
       |                         ^^^^^
       |
       = help: did you mean `kind`?

    error[E019]: `dbb` is not declared: expected a component
      --> model.yaml:29:33
       |
    29 |       links: [ { from: app, to: dbb, tls: "1.3", carries: note } ]
       |                                 ^^^
       |
       = help: possible: `vm`, `api`, `release`, `ci`

    error[E019]: `nurse` is not declared: expected an actor (organisation, people or admins)
      --> model.yaml:30:32
       |
    30 |       data: { note: { readers: nurse } }
       |                                ^^^^^
       |
       = help: possible: `acme`, `patient`

    error[E014]: unknown value `desing`
      --> model.yaml:32:45
       |
    32 |       - { actor: patient, data: note, past: desing }
       |                                             ^^^^^^
       |
       = help: did you mean `design`?
    "#);
}

/// What a variant breaks elsewhere is told there, with the variant's line beside it.
#[test]
fn what_a_variant_breaks_is_told_with_its_cause() {
    let variants = "variants:
  a:
    remove: [backend.ci, storage.db.used_by]
  b:
    remove: backend.ci
";
    assert_snapshot!(told(&and(variants)), @"
    error[E019]: `ci` is not declared: expected a backend component
      --> model.yaml:14:34
       |
    14 |   api: { runs_on: vm, code_from: ci }
       |                                  ^^
    ...
    24 |     remove: [backend.ci, storage.db.used_by]
       |              ---------- in the variant `a`
       |
       = help: possible: `api`, `release`

    error[E019]: `ci` is not declared: expected a backend component
      --> model.yaml:14:34
       |
    14 |   api: { runs_on: vm, code_from: ci }
       |                                  ^^
    ...
    26 |     remove: backend.ci
       |             ---------- in the variant `b`
       |
       = help: possible: `api`, `release`

    error[E012]: `used_by` is missing
      --> model.yaml:18:3
       |
    18 |   db: { runs_on: vm, used_by: api, holds: note, at_rest: none }
       |   ^^
    ...
    24 |     remove: [backend.ci, storage.db.used_by]
       |                          ------------------ in the variant `a`
       |
       = help: `used_by` may be `unknown`
    ");
    let french = super::told_in_french(&and("variants:\n  a: { remove: backend.ci }\n"));
    assert!(french.contains("dans la variante `a`"), "{french}");
}

#[test]
fn a_mistake_of_the_model_is_told_once() {
    let text = edit("kind: mobile", "kind: moblie").replace("holds: note", "holds: nota");
    let text =
        format!("{text}variants:\n  a: {{ add: {{ people: {{ x: {{}} }} }} }}\n  b: {{ of: a, remove: links }}\n");
    assert_snapshot!(told(&text), @r"
    error[E014]: unknown value `moblie`
      --> model.yaml:10:34
       |
    10 |   app: { used_by: patient, kind: moblie, code_from: release }
       |                                  ^^^^^^
       |
       = help: did you mean `mobile`?

    error[E019]: `nota` is not declared: expected a data asset
      --> model.yaml:18:43
       |
    18 |   db: { runs_on: vm, used_by: api, holds: nota, at_rest: none }
       |                                           ^^^^
       |
       = help: did you mean `note`?
    ");
}

/// The mistakes of a variant are not told again of those that start from it.
#[test]
fn a_mistake_of_a_variant_is_told_once() {
    let text =
        and("variants:\n  c: { of: b }\n  b: { of: a }\n  a: { change: { storage: { db: { holds: nota } } } }\n");
    assert_snapshot!(told(&text), @r"
    error[E019]: `nota` is not declared: expected a data asset
      --> model.yaml:25:42
       |
    25 |   a: { change: { storage: { db: { holds: nota } } } }
       |                                          ^^^^
       |
       = help: did you mean `note`?
    ");
}

#[test]
fn what_is_not_there_cannot_be_removed_nor_started_from() {
    let variants = "variants:
  target:
    remove: [backend.apj, \"links.app->apj\", storage.db.holds.nota, peeple, clients.app.kind.x, \"\"]
  other: { of: targt }
  far: { of: nowhere }
";
    assert_snapshot!(told(&and(variants)), @r#"
    error[E052]: nothing to remove: there is no `backend.apj`
      --> model.yaml:24:14
       |
    24 |     remove: [backend.apj, "links.app->apj", storage.db.holds.nota, peeple, clients.app.kind.x, ""]
       |              ^^^^^^^^^^^
       |
       = help: did you mean `backend.api`?

    error[E052]: nothing to remove: there is no `links.app->apj`
      --> model.yaml:24:27
       |
    24 |     remove: [backend.apj, "links.app->apj", storage.db.holds.nota, peeple, clients.app.kind.x, ""]
       |                           ^^^^^^^^^^^^^^^^
       |
       = help: did you mean `links.app->api`?

    error[E052]: nothing to remove: there is no `storage.db.holds.nota`
      --> model.yaml:24:45
       |
    24 |     remove: [backend.apj, "links.app->apj", storage.db.holds.nota, peeple, clients.app.kind.x, ""]
       |                                             ^^^^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `storage.db.holds.note`?

    error[E052]: nothing to remove: there is no `peeple`
      --> model.yaml:24:68
       |
    24 |     remove: [backend.apj, "links.app->apj", storage.db.holds.nota, peeple, clients.app.kind.x, ""]
       |                                                                    ^^^^^^
       |
       = help: did you mean `people`?

    error[E052]: nothing to remove: there is no `clients.app.kind.x`
      --> model.yaml:24:76
       |
    24 |     remove: [backend.apj, "links.app->apj", storage.db.holds.nota, peeple, clients.app.kind.x, ""]
       |                                                                            ^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `clients.app.kind.mobile`?

    error[E052]: nothing to remove: there is no ``
      --> model.yaml:24:96
       |
    24 |     remove: [backend.apj, "links.app->apj", storage.db.holds.nota, peeple, clients.app.kind.x, ""]
       |                                                                                                ^^
       |
       = help: possible: `enclair`, `system`, `organisations`, `people`, `data`, `clients`, `hosting`, `backend`, `storage`, `links`, `admins`

    error[E050]: no variant is called `targt`
      --> model.yaml:25:16
       |
    25 |   other: { of: targt }
       |                ^^^^^
       |
       = help: did you mean `target`?

    error[E050]: no variant is called `nowhere`
      --> model.yaml:26:14
       |
    26 |   far: { of: nowhere }
       |              ^^^^^^^
       |
       = help: possible: `target`, `other`
    "#);
}

#[test]
fn circles_of_variants() {
    let variants = "variants:\n  a: { of: b }\n  b: { of: c }\n  c: { of: b }\n  d: { of: d }\n";
    assert_snapshot!(told(&and(variants)), @r"
    error[E051]: these variants start from each other in a circle: b → c → b
      --> model.yaml:25:12
       |
    25 |   c: { of: b }
       |            ^

    error[E051]: these variants start from each other in a circle: d → d
      --> model.yaml:26:12
       |
    26 |   d: { of: d }
       |            ^
    ");
}

#[test]
fn what_no_variant_touches() {
    let variants = "variants:
  a:
    remove: [enclair, variants.a, expect]
    change: { include: x.yaml, enclair: 2 }
    add: { expect: [], storag: {} }
";
    assert_snapshot!(told(&and(variants)), @r"
    error[E053]: a variant does not touch `enclair`
      --> model.yaml:24:14
       |
    24 |     remove: [enclair, variants.a, expect]
       |              ^^^^^^^
       |
       = help: neither `enclair`, `include` nor `variants`; what a variant expects and accepts is in its own `expect` and `accept`

    error[E053]: a variant does not touch `variants`
      --> model.yaml:24:23
       |
    24 |     remove: [enclair, variants.a, expect]
       |                       ^^^^^^^^^^
       |
       = help: neither `enclair`, `include` nor `variants`; what a variant expects and accepts is in its own `expect` and `accept`

    error[E053]: a variant does not touch `expect`
      --> model.yaml:24:35
       |
    24 |     remove: [enclair, variants.a, expect]
       |                                   ^^^^^^
       |
       = help: neither `enclair`, `include` nor `variants`; what a variant expects and accepts is in its own `expect` and `accept`

    error[E053]: a variant does not touch `include`
      --> model.yaml:25:15
       |
    25 |     change: { include: x.yaml, enclair: 2 }
       |               ^^^^^^^
       |
       = help: neither `enclair`, `include` nor `variants`; what a variant expects and accepts is in its own `expect` and `accept`

    error[E053]: a variant does not touch `enclair`
      --> model.yaml:25:32
       |
    25 |     change: { include: x.yaml, enclair: 2 }
       |                                ^^^^^^^
       |
       = help: neither `enclair`, `include` nor `variants`; what a variant expects and accepts is in its own `expect` and `accept`

    error[E053]: a variant does not touch `expect`
      --> model.yaml:26:12
       |
    26 |     add: { expect: [], storag: {} }
       |            ^^^^^^
       |
       = help: neither `enclair`, `include` nor `variants`; what a variant expects and accepts is in its own `expect` and `accept`

    error[E011]: unknown property `storag`
      --> model.yaml:26:24
       |
    26 |     add: { expect: [], storag: {} }
       |                        ^^^^^^
       |
       = help: did you mean `storage`?
    ");
}

#[test]
fn nothing_is_added_to_what_is_unknown() {
    let text = edit("code_from: ci }", "code_from: unknown }");
    assert_snapshot!(told(&format!("{text}variants:\n  a: {{ add: {{ backend: {{ api: {{ code_from: ci }} }} }} }}\n")), @r"
    error[E054]: nothing is added to what is `unknown`
      --> model.yaml:23:44
       |
    23 |   a: { add: { backend: { api: { code_from: ci } } } }
       |                                            ^^
       |
       = help: say in `change` all that the variant has here
    ");
}

#[test]
fn an_empty_map_takes_nothing_away() {
    let text = and("variants:\n  a: { change: { backend: { api: {} } } }\n  b: { change: {} }\n");
    assert_snapshot!(told(&text), @"
    error[E057]: empty, this changes nothing: `change` replaces only the properties that it names
      --> model.yaml:23:34
       |
    23 |   a: { change: { backend: { api: {} } } }
       |                                  ^^
       |
       = help: take away with `remove` what the variant no longer has
    ");
}

#[test]
fn a_variant_that_is_not_written_as_one() {
    assert_snapshot!(told(&and("variants:\n  a: none\n  b: { remove: { x: y }, chnge: {} }\n  C: {}\n  d: { change: [] }\n")), @r"
    error[E013]: expected a map of properties, found text
      --> model.yaml:23:6
       |
    23 |   a: none
       |      ^^^^

    error[E013]: expected text or a list, found a map of properties
      --> model.yaml:24:8
       |
    24 |   b: { remove: { x: y }, chnge: {} }
       |        ^^^^^^

    error[E011]: unknown property `chnge`
      --> model.yaml:24:26
       |
    24 |   b: { remove: { x: y }, chnge: {} }
       |                          ^^^^^
       |
       = help: did you mean `change`?

    error[E017]: `C` is not a valid name
      --> model.yaml:25:3
       |
    25 |   C: {}
       |   ^
       |
       = help: lower-case ASCII letters, digits and hyphens, starting with a letter or a digit: `c`

    error[E013]: expected a map of properties, found a list
      --> model.yaml:26:8
       |
    26 |   d: { change: [] }
       |        ^^^^^^
    ");
}

#[test]
fn limits_hold_over_variants() {
    let many: Vec<String> = (0..33).map(|at| format!("  v{at}: {{}}\n")).collect();
    let many = many.concat();
    assert_snapshot!(told(&and(&format!("variants:\n{many}"))), @r"
    error[E055]: the model has over 32 variants
      --> model.yaml:55:3
       |
    55 |   v32: {}
       |   ^^^
    ");
    assert!(load_ok(&and(&format!("variants:\n{}", many.replace("  v32: {}\n", "")))));
    let limits = Limits { nodes: 300, ..Limits::default() };
    let file = SourceFile::new("model.yaml", and("variants: { a: {}, b: {}, c: {}, d: {} }\n"));
    let mistakes = enclair::model::load(file, &limits).expect_err("too many values");
    assert_snapshot!(mistakes.render(Lang::En, Style::Plain), @r"
    error[E056]: with this variant, the model has over 300 values
      --> model.yaml:22:27
       |
    22 | variants: { a: {}, b: {}, c: {}, d: {} }
       |                           ^
    ");
}

/// Variants made to hurt: they are refused, and keep nobody waiting.
#[test]
fn hostile_variants() {
    let refused = |text: &str| {
        let text = text.to_owned();
        let shown = ends(move || told(&text));
        shown.lines().next().unwrap_or_default().to_owned()
    };
    let keys = |of: std::ops::Range<usize>, value: &str| -> String {
        of.map(|at| format!("k{at}: {value}")).collect::<Vec<_>>().join(", ")
    };
    let routes = |of: std::ops::Range<usize>| of.map(|at| format!("keys.k{at}")).collect::<Vec<_>>().join(", ");
    let base = and(&format!("keys: {{ {} }}\n", keys(0..10_000, "vm")));
    assert_snapshot!(refused(&format!("{base}variants: {{ v: {{ remove: [{}] }} }}\n", routes(20_000..40_000))), @r"error[E052]: nothing to remove: there is no `keys.k20000`");
    assert_snapshot!(refused(&format!("{base}variants: {{ v: {{ remove: [{}, nothing] }} }}\n", routes(0..10_000))), @r"error[E052]: nothing to remove: there is no `nothing`");
    let change = keys(5_000..20_000, "nowhere");
    assert_snapshot!(refused(&format!("{base}variants: {{ v: {{ change: {{ keys: {{ {change} }} }} }} }}\n")), @r"error[E019]: `nowhere` is not declared: expected a component or an actor");
    let idle = (0..32).map(|at| format!("v{at}: {{}}")).collect::<Vec<_>>().join(", ");
    assert_snapshot!(refused(&format!("{base}variants: {{ {idle} }}\n")), @r"error[E056]: with this variant, the model has over 100,000 values");
}
