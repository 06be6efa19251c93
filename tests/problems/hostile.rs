//! Texts made to hurt: they are refused, and fast.

use std::time::{Duration, Instant};

use insta::assert_snapshot;

use super::{MODEL, and, told};

/// The first lines of what is told of a text, which must not take long to tell.
fn refused(text: &str) -> String {
    let start = Instant::now();
    let shown = told(text);
    let spent = start.elapsed();
    assert!(spent < Duration::from_secs(2), "{spent:?} for {} bytes", text.len());
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
        text.push_str(&format!("{name}: &{name} [{nine}]\n"));
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
        text.push_str(&format!(
            "  k{at}: [{}]\n",
            ["vm", "api", "db", "acme", "patient", "nobody"].repeat(3).join(", ")
        ));
    }
    assert_snapshot!(refused(&text), @r"
    error[E019]: `nobody` is not declared: expected a component or an actor
      --> model.yaml:23:36
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
