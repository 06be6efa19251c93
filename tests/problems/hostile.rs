//! Texts made to hurt: they are refused, and keep nobody waiting.

use std::fmt::Write as _;

use enclair::source::Limits;
use enclair::text::problem::{Foreign, Problem};
use insta::assert_snapshot;
use serde_yaml::Value;

use super::{MODEL, and, told};
use crate::bench::{Dice, ends, paths, text_of};

/// The first lines of what is told of a text.
fn refused(text: &str) -> String {
    let text = text.to_owned();
    let shown = ends(move || told(&text));
    let lines: Vec<String> = shown.lines().take(2).map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

#[test]
fn deep_nesting() {
    assert_snapshot!(refused(&"[".repeat(10_000)), @r"
    error[E007]: nested more than 32 levels deep
     --> model.yaml:1:256
    ");
    assert_snapshot!(refused(&"{a: ".repeat(200_000)), @r"
    error[E007]: nested more than 32 levels deep
     --> model.yaml:1:1021
    ");
    assert_snapshot!(refused(&"- ".repeat(500_000)), @r"
    error[E007]: nested more than 32 levels deep
     --> model.yaml:1:67
    ");
    let blocks: Vec<String> = (0..1000).map(|at| format!("{}a:\n", " ".repeat(at))).collect();
    assert_snapshot!(refused(&blocks.concat()), @r"
    error[E007]: nested more than 32 levels deep
      --> model.yaml:33:33
    ");
}

#[test]
fn an_alias_bomb() {
    let mut text = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in b'b'..=b'j' {
        let (name, inner) = (char::from(level), char::from(level - 1));
        let nine = vec![format!("*{inner}"); 9].join(", ");
        let _ = writeln!(text, "{name}: &{name} [{nine}]");
    }
    assert_snapshot!(refused(&text), @r"
    error[E008]: more than 100,000 values, aliases included
     --> model.yaml:6:8
    ");
}

#[test]
fn one_alias_many_times() {
    let uses: Vec<String> = (0..3000).map(|at| format!("b{at}: *a\n")).collect();
    assert_snapshot!(refused(&format!("a: &a [{}]\n{}", ["x"].repeat(2000).join(","), uses.concat())), @r"
    error[E008]: more than 100,000 values, aliases included
      --> model.yaml:50:6
    ");
}

#[test]
fn very_long_lines() {
    let long = "a".repeat(1_000_000);
    assert_snapshot!(refused(&format!("x: {long}\n")).replace(&"a".repeat(50), "…"), @r"
    error[E011]: unknown property `x`
     --> model.yaml:1:1
    ");
    let keys = ["k: vm"].repeat(30_000).join(", ");
    assert_snapshot!(refused(&and(&format!("keys: {{ {keys} }}\n"))), @r"
    error[E010]: `k` is defined twice
      --> model.yaml:22:16
    ");
    let hidden: Vec<String> = (0..20_000).map(|at| format!("k{at}: \"\u{202e}\"")).collect();
    assert_snapshot!(refused(&and(&format!("keys: {{ {} }}\n", hidden.join(", ")))), @r"
    error[E017]: `U+202E` is not a valid name
      --> model.yaml:22:13
    ");
}

#[test]
fn very_many_mistakes() {
    let sections: Vec<String> = (0..40_000).map(|at| format!("s{at}: x\n")).collect();
    assert_snapshot!(refused(&and(&sections.concat())), @r"
    error[E011]: unknown property `s0`
      --> model.yaml:22:1
    ");
    let keys: Vec<String> = (0..3_000).map(|at| format!("  k{at}: [{}]\n", ["no"; 20].join("where, "))).collect();
    assert_snapshot!(refused(&and(&format!("keys:\n{}", keys.concat()))), @r"
    error[E015]: `no` without quotes is a boolean to some YAML readers
      --> model.yaml:23:179
    ");
    let twice: Vec<String> = (0..30_000).map(|_| "people: {}\n".to_owned()).collect();
    assert_snapshot!(refused(&and(&twice.concat())), @r"
    error[E010]: `people` is defined twice
      --> model.yaml:22:1
    ");
    let tags: Vec<String> = (0..30_000).map(|at| format!("  k{at}: !x vm\n")).collect();
    assert_snapshot!(refused(&and(&format!("keys:\n{}", tags.concat()))), @r"
    error[E009]: YAML tags (`!…`) are not of the language
      --> model.yaml:23:10
    ");
}

#[test]
fn very_many_names() {
    let mut text = MODEL.replace("admins: {}", "admins: {}\nkeys:");
    for at in 0..4_500 {
        let _ = writeln!(text, "  k{at}: [{}]", ["vm", "api", "db", "acme", "patient", "nobody"].repeat(3).join(", "));
    }
    assert_snapshot!(refused(&text), @r"
    error[E019]: `nobody` is not declared: expected a component or an actor
      --> model.yaml:23:36
    ");
}

/// A word is compared with those of its length only: neither a very long one nor very many take long.
#[test]
fn a_very_long_word_among_very_many_names() {
    let people: Vec<String> = (0..5_000).map(|at| format!("  p{at}: {{}}\n")).collect();
    let text = MODEL.replace("people:\n", &format!("people:\n{}", people.concat()));
    let text = text.replace("readers: patient", &format!("readers: {}", "q".repeat(900_000)));
    let shown = refused(&text).replace(&"q".repeat(900_000), "…");
    assert_snapshot!(shown, @r"
    error[E019]: `…` is not declared: expected an actor (organisation, people or admins)
        --> model.yaml:5008:34
    ");
}

#[test]
fn too_many_values() {
    let keys: Vec<String> = (0..60_000).map(|at| format!("  k{at}: vm\n")).collect();
    assert_snapshot!(refused(&and(&format!("keys:\n{}", keys.concat()))), @r"
    error[E008]: more than 100,000 values, aliases included
         --> model.yaml:49979:3
    ");
}

#[test]
fn nothing_at_all_in_many_lines() {
    assert_snapshot!(refused(&"#\n".repeat(400_000)), @r"
    error[E004]: the file is empty
     --> model.yaml:1:1
    ");
    assert_snapshot!(refused(&"\n".repeat(1_000_000)), @r"
    error[E004]: the file is empty
     --> model.yaml:1:1
    ");
}

/// Values that may come where another is expected.
const STRANGERS: [&str; 14] =
    ["~", "true", "0", "7", "-1", "1.5", "none", "unknown", "[]", "{}", "[a]", "[[a]]", "{ in: db, under: k }", "\"\""];

/// Every place of a value, as the steps that lead there.
fn places(value: &Value, path: &mut Vec<Value>, found: &mut Vec<Vec<Value>>) {
    found.push(path.clone());
    let children: Vec<(Value, &Value)> = match value {
        Value::Mapping(map) => map.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Sequence(list) => list.iter().enumerate().map(|(at, value)| (Value::from(at), value)).collect(),
        _ => Vec::new(),
    };
    for (step, child) in children {
        path.push(step);
        places(child, path, found);
        path.pop();
    }
}

/// The value at a place, put another way.
fn changed(value: &Value, path: &[Value], new: &Value) -> Value {
    let Some((step, rest)) = path.split_first() else { return new.clone() };
    let mut value = value.clone();
    let child = match &mut value {
        Value::Mapping(map) => map.get_mut(step),
        Value::Sequence(list) => step.as_u64().and_then(|at| list.get_mut(usize::try_from(at).ok()?)),
        _ => None,
    };
    if let Some(child) = child {
        *child = changed(child, rest, new);
    }
    value
}

/// The schema and the types that read a model are the same: what the first accepts, the others read.
/// Values are swapped, and replaced by strangers, in the models of the project.
#[test]
fn what_the_schema_accepts_is_read() {
    let mut dice = Dice(2026);
    let strangers = STRANGERS.map(|text| serde_yaml::from_str::<Value>(text).expect("a stranger is YAML"));
    for path in paths() {
        let text = text_of(&path);
        let model: Value = serde_yaml::from_str(&text).expect("a model is YAML");
        let mut all = Vec::new();
        places(&model, &mut Vec::new(), &mut all);
        for _ in 0..150 {
            let place = &all[dice.roll(all.len())];
            let new = &strangers[dice.roll(strangers.len())];
            let text = serde_yaml::to_string(&changed(&model, place, new)).expect("a value is written");
            let file = enclair::source::SourceFile::new("changed.yaml", text);
            let Err(mistakes) = enclair::model::load(file, &Limits::default()) else { continue };
            let refused = Problem::NotInLanguage { what: Foreign::Value };
            assert!(mistakes.list.iter().all(|one| one.problem != refused), "{place:?} {new:?}");
        }
    }
}
