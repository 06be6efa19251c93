//! Mistakes of a model in several files: each in its own file, and what may be included.

use std::collections::BTreeMap;

use enclair::model::load_with;
use enclair::source::{Diagnostics, Limits, SourceFile, Style};
use enclair::text::Lang;
use enclair::text::problem::Unread;
use insta::assert_snapshot;

use super::{MODEL, edit};

/// What loading a model with these parts tells.
fn mistakes_with(text: &str, parts: &[(&str, &str)], limits: &Limits) -> Option<Diagnostics> {
    let parts: BTreeMap<&str, &str> = parts.iter().copied().collect();
    let read = |path: &str, _: u64| parts.get(path).map(|text| text.as_bytes().to_vec()).ok_or(Unread::Missing);
    load_with(SourceFile::new("dir/model.yaml", text.to_owned()), limits, &read).err()
}

fn told(text: &str, parts: &[(&str, &str)]) -> String {
    let mistakes = mistakes_with(text, parts, &Limits::default());
    mistakes.map_or_else(|| "no mistake".to_owned(), |mistakes| mistakes.render(Lang::En, Style::Plain))
}

/// The model, with these lines in the place of one of its sections.
fn but(section: &str, lines: &str) -> String {
    let start = MODEL.find(&format!("\n{section}:")).expect("the section is there") + 1;
    let end = MODEL[start..].match_indices('\n').map(|(at, _)| start + at + 1);
    let end = end.into_iter().find(|at| !MODEL[*at..].starts_with(' ')).expect("the section ends");
    format!("{}{lines}{}", &MODEL[..start], &MODEL[end..])
}

const PEOPLE: &str = "people:\n  patient: {}\n";

#[test]
fn a_part_takes_the_place_of_a_section() {
    assert_eq!(told(&but("people", "include: people.yaml\n"), &[("people.yaml", PEOPLE)]), "no mistake");
    assert_eq!(told(&but("people", "include: [a.yml]\n"), &[("a.yml", PEOPLE)]), "no mistake");
}

#[test]
fn each_mistake_is_in_its_file() {
    let model = but("people", "include: [people.yaml, sub/storage.yaml]\n").replace("kind: mobile", "kind: moblie");
    let storage = "storage:\n  cache: { runs_on: vn, used_by: api, holds: note, at_rst: none }\n\
        backups:\n  copy: { of: db, operator: acmee, at_rest: none }\n";
    assert_snapshot!(told(&model, &[("people.yaml", "people:\n  patient: { of: nobody }\n"), ("sub/storage.yaml", storage)]), @r"
    error[E014]: unknown value `moblie`
     --> dir/model.yaml:9:34
      |
    9 |   app: { used_by: patient, kind: moblie, code_from: release }
      |                                  ^^^^^^
      |
      = help: did you mean `mobile`?

    error[E019]: `nobody` is not declared: expected an organisation
     --> dir/people.yaml:2:18
      |
    2 |   patient: { of: nobody }
      |                  ^^^^^^
      |
      = help: possible: `acme`

    error[E011]: unknown property `at_rst`
     --> dir/sub/storage.yaml:2:52
      |
    2 |   cache: { runs_on: vn, used_by: api, holds: note, at_rst: none }
      |                                                    ^^^^^^
      |
      = help: did you mean `at_rest`?

    error[E019]: `acmee` is not declared: expected an organisation
     --> dir/sub/storage.yaml:4:29
      |
    4 |   copy: { of: db, operator: acmee, at_rest: none }
      |                             ^^^^^
      |
      = help: did you mean `acme`?
    ");
}

#[test]
fn a_name_in_two_files_is_told_with_both_places() {
    let parts = [
        ("a.yaml", "people:\n  patient: {}\nadversaries: { without: thief }\n"),
        ("b.yaml", "adversaries: { without: stolen }\nhosting:\n  app: acme\n"),
    ];
    assert_snapshot!(told(&super::and("include: [a.yaml, b.yaml]\n"), &parts), @r"
    error[E020]: `patient` names two things
     --> dir/a.yaml:2:3
      |
    2 |   patient: {}
      |   ^^^^^^^
      |
     ::: dir/model.yaml:6:3
      |
    6 |   patient: {}
      |   ------- first defined here
      |
      = help: four namespaces: clients, hosting, backend, storage and backups; organisations, people and admins; data and keys; claims

    error[E047]: `without` is defined in two files
     --> dir/b.yaml:1:16
      |
    1 | adversaries: { without: stolen }
      |                ^^^^^^^
      |
     ::: dir/a.yaml:3:16
      |
    3 | adversaries: { without: thief }
      |                ------- first defined here
      |
      = help: keep it in one of the two

    error[E020]: `app` names two things
      --> dir/b.yaml:3:3
       |
     3 |   app: acme
       |   ^^^
       |
      ::: dir/model.yaml:10:3
       |
    10 |   app: { used_by: patient, kind: mobile, code_from: release }
       |   --- first defined here
       |
       = help: four namespaces: clients, hosting, backend, storage and backups; organisations, people and admins; data and keys; claims
    ");
}

#[test]
fn paths_that_are_not_followed() {
    assert_snapshot!(told(&super::and("include: [/etc/passwd, ../x.json, 'C:\\x.yaml', 'https://x.org/x.yaml', 7]\n"), &[]), @r#"
    error[E040]: `/etc/passwd` is not a path that a model may include
      --> dir/model.yaml:22:11
       |
    22 | include: [/etc/passwd, ../x.json, 'C:\x.yaml', 'https://x.org/x.yaml', 7]
       |           ^^^^^^^^^^^
       |
       = help: a path relative to this file, with `/`, that ends in `.yaml` or `.yml`

    error[E040]: `../x.json` is not a path that a model may include
      --> dir/model.yaml:22:24
       |
    22 | include: [/etc/passwd, ../x.json, 'C:\x.yaml', 'https://x.org/x.yaml', 7]
       |                        ^^^^^^^^^
       |
       = help: a path relative to this file, with `/`, that ends in `.yaml` or `.yml`

    error[E040]: `C:\x.yaml` is not a path that a model may include
      --> dir/model.yaml:22:35
       |
    22 | include: [/etc/passwd, ../x.json, 'C:\x.yaml', 'https://x.org/x.yaml', 7]
       |                                   ^^^^^^^^^^^
       |
       = help: a path relative to this file, with `/`, that ends in `.yaml` or `.yml`

    error[E040]: `https://x.org/x.yaml` is not a path that a model may include
      --> dir/model.yaml:22:48
       |
    22 | include: [/etc/passwd, ../x.json, 'C:\x.yaml', 'https://x.org/x.yaml', 7]
       |                                                ^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: a path relative to this file, with `/`, that ends in `.yaml` or `.yml`

    error[E016]: `7` reads as a number, text is expected
      --> dir/model.yaml:22:72
       |
    22 | include: [/etc/passwd, ../x.json, 'C:\x.yaml', 'https://x.org/x.yaml', 7]
       |                                                                        ^
       |
       = help: write it in quotes: `"7"`
    "#);
    let french = mistakes_with(&super::and("include: /etc/passwd\n"), &[], &Limits::default());
    assert_snapshot!(french.expect("a mistake").render(Lang::Fr, Style::Plain), @r"
    erreur[E040]: `/etc/passwd` n’est pas un chemin qu’un modèle puisse inclure
      --> dir/model.yaml:22:10
       |
    22 | include: /etc/passwd
       |          ^^^^^^^^^^^
       |
       = aide : un chemin relatif à ce fichier, avec des `/`, et qui finit par `.yaml` ou `.yml`
    ");
}

/// What may be declared in a part that is not there is not called undeclared.
#[test]
fn parts_that_cannot_be_read() {
    let parts = [("empty.yaml", "# nothing\n"), ("list.yaml", "- a\n- b\n"), ("broken.yaml", "a: [\n")];
    let model = but("people", "include: [none.yaml, empty.yaml, list.yaml, broken.yaml]\n");
    assert_snapshot!(told(&model, &parts), @r"
    error[E041]: `none.yaml` cannot be included: the file does not exist
     --> dir/model.yaml:5:11
      |
    5 | include: [none.yaml, empty.yaml, list.yaml, broken.yaml]
      |           ^^^^^^^^^

    error[E042]: `empty.yaml` is empty
     --> dir/model.yaml:5:22
      |
    5 | include: [none.yaml, empty.yaml, list.yaml, broken.yaml]
      |                      ^^^^^^^^^^
      |
      = help: write a section in it, or do not include it

    error[E013]: expected a map of properties, found a list
     --> dir/list.yaml:1:1
      |
    1 | / - a
    2 | | - b
      | |____^

    error[E005]: this is not YAML: a bracket `[` is not closed
     --> dir/broken.yaml:1:4
      |
    1 | a: [
      |    ^
    ");
    assert_snapshot!(super::told(&super::and("include: x.yaml\n")), @r"
    error[E041]: `x.yaml` cannot be included: this text is read alone, without files around
      --> model.yaml:22:10
       |
    22 | include: x.yaml
       |          ^^^^^^
    ");
}

#[test]
fn a_part_in_another_encoding() {
    let read = |_: &str, _: u64| Ok(b"people:\n  patient: { label: \xe9 }\n".to_vec());
    let file = SourceFile::new("model.yaml", but("people", "include: p.yaml\n"));
    let mistakes = load_with(file, &Limits::default(), &read).expect_err("not UTF-8");
    assert_snapshot!(mistakes.render(Lang::En, Style::Plain), @r"
    error[E003]: the file is not UTF-8
     --> p.yaml:2:21
      |
    2 |   patient: { label: � }
      |                     ^
      |
      = help: save it as UTF-8 in the editor
    ");
    let read = |_: &str, _: u64| Ok(format!("\u{feff}{PEOPLE}").into_bytes());
    let file = SourceFile::new("model.yaml", but("people", "include: p.yaml\n"));
    assert!(load_with(file, &Limits::default(), &read).is_ok(), "a byte-order mark does not matter");
}

#[test]
fn circles_are_refused_and_twice_is_once() {
    let circle = [("a.yaml", "include: sub/b.yaml\n"), ("sub/b.yaml", "include: [../a.yaml, ../model.yaml]\n")];
    assert_snapshot!(told(&super::and("include: a.yaml\n"), &circle), @r"
    error[E043]: these files include each other in a circle: a.yaml → sub/b.yaml → a.yaml
     --> dir/sub/b.yaml:1:11
      |
    1 | include: [../a.yaml, ../model.yaml]
      |           ^^^^^^^^^

    error[E043]: these files include each other in a circle: model.yaml → a.yaml → sub/b.yaml → model.yaml
     --> dir/sub/b.yaml:1:22
      |
    1 | include: [../a.yaml, ../model.yaml]
      |                      ^^^^^^^^^^^^^
    ");
    let twice = [("a.yaml", "include: ./p.yaml\n"), ("b/b.yaml", "include: ../p.yaml\n"), ("p.yaml", PEOPLE)];
    assert_eq!(told(&but("people", "include: [a.yaml, b/b.yaml, p.yaml]\n"), &twice), "no mistake");
}

#[test]
fn a_part_is_not_a_model() {
    assert_snapshot!(told(&but("people", "include: p.yaml\n"), &[("p.yaml", &edit("admins: {}\n", ""))]), @"
    error[E044]: `enclair` does not belong in an included file
     --> dir/p.yaml:1:1
      |
    1 | enclair: 1
      | ^^^^^^^
      |
      = help: `enclair`, `system` and `about` are in the model’s own file only, the one that includes the others

    error[E044]: `system` does not belong in an included file
     --> dir/p.yaml:2:1
      |
    2 | system: { name: Demo, vendor: acme }
      | ^^^^^^
      |
      = help: `enclair`, `system` and `about` are in the model’s own file only, the one that includes the others
    ");
}

#[test]
fn sections_of_the_wrong_kind_are_told_in_their_files() {
    let parts =
        [("a.yaml", "links: {}\ninclude: { x: y }\npeeple: {}\n"), ("b.yaml", "people: []\nkeys: vm\nkeyz: {}\n")];
    assert_snapshot!(told(&super::and("include: [a.yaml, b.yaml]\n"), &parts), @r"
    error[E013]: expected a list, found a map of properties
     --> dir/a.yaml:1:1
      |
    1 | links: {}
      | ^^^^^

    error[E013]: expected text or a list, found a map of properties
     --> dir/a.yaml:2:1
      |
    2 | include: { x: y }
      | ^^^^^^^

    error[E011]: unknown property `peeple`
     --> dir/a.yaml:3:1
      |
    3 | peeple: {}
      | ^^^^^^
      |
      = help: did you mean `people`?

    error[E013]: expected a map of properties, found a list
     --> dir/b.yaml:1:1
      |
    1 | people: []
      | ^^^^^^

    error[E013]: expected a map of properties, found text
     --> dir/b.yaml:2:7
      |
    2 | keys: vm
      |       ^^

    error[E011]: unknown property `keyz`
     --> dir/b.yaml:3:1
      |
    3 | keyz: {}
      | ^^^^
      |
      = help: did you mean `keys`?
    ");
}

/// Limits hold over all the files together.
#[test]
fn limits_are_over_all_files() {
    let shown = |limits: Limits, text: &str, parts: &[(&str, &str)]| {
        let mistakes = mistakes_with(text, parts, &limits);
        mistakes.map_or_else(|| "no mistake".to_owned(), |mistakes| mistakes.render(Lang::En, Style::Plain))
    };
    let model = but("people", "include: [p.yaml, q.yaml]\n");
    let parts = [("p.yaml", PEOPLE), ("q.yaml", "keys: { k: vm }\n")];
    let bytes = (model.len() + PEOPLE.len() + parts[1].1.len()) as u64;
    let limits = |bytes: u64, nodes: usize, files: usize| Limits { bytes, nodes, files, ..Limits::default() };
    assert_eq!(shown(limits(bytes, 1000, 3), &model, &parts), "no mistake");
    assert_snapshot!(shown(limits(bytes - 1, 1000, 3), &model, &parts).replace(&(bytes - 1).to_string(), "N"), @r"
    error[E045]: the model and the files it includes are over N bytes together
     --> dir/model.yaml:5:19
      |
    5 | include: [p.yaml, q.yaml]
      |                   ^^^^^^
    ");
    assert_snapshot!(shown(limits(bytes, 1000, 2), &model, &parts), @r"
    error[E046]: the model has over 2 files
     --> dir/model.yaml:5:19
      |
    5 | include: [p.yaml, q.yaml]
      |                   ^^^^^^
    ");
    let values = (1..1000).find(|nodes| shown(limits(bytes, *nodes, 3), &model, &parts) == "no mistake");
    let alone = (1..1000).find(|nodes| shown(limits(bytes, *nodes, 3), MODEL, &[]) == "no mistake");
    // Without `people`, `patient` and its map; with the include and what the parts hold.
    let (values, alone) = (values.expect("enough"), alone.expect("enough"));
    assert_eq!(values, alone - 4 + 4 + 5 + 5);
    assert_snapshot!(shown(limits(bytes, values - 1, 3), &model, &parts), @r"
    error[E008]: more than 95 values, aliases included
     --> dir/q.yaml:1:12
      |
    1 | keys: { k: vm }
      |            ^^
    ");
    let many: Vec<String> = (0..70).map(|at| format!("p{at}.yaml")).collect();
    let texts: Vec<String> = (0..70).map(|at| format!("keys: {{ k{at}: vm }}\n")).collect();
    let parts: Vec<(&str, &str)> = many.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let all = super::and(&format!("include: [{}]\n", many.join(", ")));
    let told = shown(Limits::default(), &all, &parts);
    assert_eq!(told.matches("error[E046]: the model has over 64 files").count(), 1, "{told}");
    let few = super::and(&format!("include: [{}]\n", many[..63].join(", ")));
    assert_eq!(shown(Limits::default(), &few, &parts), "no mistake");
}
