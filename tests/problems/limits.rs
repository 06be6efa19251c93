//! The limits on a file: what is exactly at one passes, what is one over is refused.

use std::fmt::Write as _;

use enclair::audit::audit;
use enclair::lower::{Case, MOST_STEPS};
use enclair::model::{load, read};
use enclair::source::{Limits, SourceFile, Tree};
use insta::assert_snapshot;

use super::{MODEL, told_by_the_audit};
use crate::bench::{ends, loaded, lowered};

fn codes(text: &str) -> Vec<&'static str> {
    let text = text.to_owned();
    let parsed = ends(move || Tree::parse(&text, &Limits::default()));
    parsed.err().into_iter().flatten().map(|one| one.problem.code()).collect()
}

#[test]
fn bytes() {
    let limit = usize::try_from(Limits::default().bytes).expect("a limit is small");
    let directory = tempfile::tempdir().expect("a directory is made");
    let path = directory.path().join("long.yaml");
    let padded = |size: usize| format!("{MODEL}#{}\n", "x".repeat(size - MODEL.len() - 2));
    for (size, passes) in [(limit, true), (limit + 1, false)] {
        std::fs::write(&path, padded(size)).expect("a file is written");
        match read(&path, "long.yaml", &Limits::default()) {
            Ok(file) => assert!(passes && load(file, &Limits::default()).is_ok(), "{size}"),
            Err(refused) => assert!(!passes && refused.list[0].problem.code() == "E002", "{size}"),
        }
    }
}

#[test]
fn depth() {
    let limit = Limits::default().depth;
    let nested = |depth: usize| format!("{}x{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(codes(&nested(limit)), [""; 0]);
    assert_eq!(codes(&nested(limit + 1)), ["E007"]);
}

#[test]
fn values() {
    let limit = Limits::default().nodes;
    // The list itself is a value.
    let list = |values: usize| format!("[{}]", vec!["x"; values - 1].join(","));
    assert_eq!(codes(&list(limit)), [""; 0]);
    assert_eq!(codes(&list(limit + 1)), ["E008"]);
}

#[test]
fn values_once_aliases_are_followed() {
    let limit = Limits::default().nodes;
    // One list of 1,000 values, the same again by alias, and single values up to the limit.
    let text = |values: usize| {
        let thousand = format!("&a [{}]", vec!["x"; 999].join(","));
        let aliases = 50;
        let counted = 1 + 1000 + aliases * (1 + 1000);
        format!("[{thousand},{},{}]", vec!["*a"; aliases].join(","), vec!["x"; values - counted].join(","))
    };
    assert_eq!(codes(&text(limit)), [""; 0]);
    assert_eq!(codes(&text(limit + 1)), ["E008"]);
}

#[test]
fn aliases() {
    let limit = Limits::default().aliases;
    let text = |aliases: usize| format!("[&a x,{}]", vec!["*a"; aliases].join(","));
    assert_eq!(codes(&text(limit)), [""; 0]);
    assert_eq!(codes(&text(limit + 1)), ["E035"]);
}

#[test]
fn too_many_aliases_are_told() {
    let text = format!("[&a x,\n{}]", "*a,\n".repeat(2000));
    assert_snapshot!(super::told(&text), @"
    error[E035]: more than 1,000 aliases
        --> model.yaml:1002:1
         |
    1002 | *a,
         | ^^
    ");
}

/// A model of so many more storages.
fn wide(storages: usize) -> String {
    let mut more = String::new();
    for at in 0..storages {
        let _ = writeln!(more, "  s{at}: {{ runs_on: vm, used_by: api, holds: note, at_rest: unknown }}");
    }
    MODEL.replace("links:\n", &format!("{more}links:\n"))
}

#[test]
fn a_model_that_asks_for_too_much_computing() {
    assert_snapshot!(ends(|| told_by_the_audit(&wide(2000))), @"
    error[E036]: this model asks for too much computing (actors: 2,011, data assets: 1, facts: 28,065, unknowns: 4,002)
     --> model.yaml:1:1
      |
    1 | enclair: 1
      | ^^^^^^^
      |
      = help: put what is alike in one entry, or describe one part of the system at a time
    ");
    let modest = load(SourceFile::new("model.yaml", wide(10)), &Limits::default()).expect("no mistake");
    assert!(audit(&modest).is_ok());
}

/// Keys that seal each other in every way make as many ways to try as there are paths.
#[test]
fn keys_under_keys_under_keys() {
    let mut keys = String::from("keys:\n");
    for key in 0..40 {
        let places: Vec<String> = (1..=12).map(|step| format!("{{ in: vm, under: k{} }}", (key + step) % 40)).collect();
        let _ = writeln!(keys, "  k{key}: {{ kept_in: [{}] }}", places.join(", "));
    }
    let text = MODEL.replace("at_rest: none", "at_rest: { scope: request, key: k0 }") + &keys;
    let model = loaded(&text);
    let tried = ends(move || lowered(&model, Case::Worst));
    assert!(!tried.is_whole() && tried.steps < 2 * MOST_STEPS, "{} steps", tried.steps);
    assert_snapshot!(told_by_the_audit(&text), @"
    error[E036]: this model asks for too much computing (actors: 10, data assets: 1, facts: 39, unknowns: 2)
     --> model.yaml:1:1
      |
    1 | enclair: 1
      | ^^^^^^^
      |
      = help: put what is alike in one entry, or describe one part of the system at a time
    ");
}
