//! The shape of the source: which layer uses which, and files that stay readable.

use std::path::{Path, PathBuf};

/// Each layer, and those it may use beside itself. `cli` may use them all.
const LAYERS: [(&str, &[&str]); 14] = [
    ("text", &[]),
    ("kernel", &[]),
    ("source", &["text"]),
    ("model", &["source", "text"]),
    ("change", &["model", "text"]),
    ("gallery", &["model", "source", "text"]),
    ("graph", &["model", "source", "text"]),
    ("lower", &["model", "kernel", "source", "text"]),
    ("findings", &["change", "lower", "model", "kernel", "source", "text"]),
    ("audit", &["findings", "graph", "lower", "model", "kernel", "source", "text"]),
    ("compare", &["audit", "findings", "change", "graph", "lower", "model", "kernel", "source", "text"]),
    ("diagram", &["compare", "audit", "model", "kernel", "text"]),
    (
        "report",
        &["diagram", "compare", "audit", "findings", "change", "graph", "lower", "model", "kernel", "source", "text"],
    ),
    (
        "cli",
        &[
            "gallery", "report", "diagram", "compare", "audit", "findings", "change", "graph", "lower", "model",
            "kernel", "source", "text",
        ],
    ),
];

const LONGEST: usize = 500;

/// Every file under `src/`, with its text.
fn files() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from("src")];
    while let Some(directory) = open.pop() {
        for entry in std::fs::read_dir(&directory).expect("src/ can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source file can be read");
                found.push((path, text));
            }
        }
    }
    found.sort();
    assert!(found.len() > 50, "only {} files", found.len());
    found
}

/// The modules that lead to a file: `src/a/b.rs` is `a::b`, `src/a/mod.rs` is `a`.
fn modules(path: &Path) -> Vec<String> {
    let inside = path.strip_prefix("src").expect("the file is under src/").with_extension("");
    let parts = inside.iter().map(|part| part.to_string_lossy().into_owned());
    parts.filter(|part| !matches!(part.as_str(), "mod" | "lib" | "main")).collect()
}

/// The lines of code, from 1: neither comments nor documentation.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The top-level modules that a line names: after `crate::`, alone or in braces.
fn named(line: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for rest in line.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            None => found.push(word(rest)),
            Some(group) => found.extend(group.split([',', '}']).map(|part| word(part.trim()))),
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

#[test]
fn names_are_found_after_crate() {
    assert_eq!(named("use crate::kernel::{Facts, plain};"), ["kernel"]);
    assert_eq!(named("use crate::{kernel, text::Lang};"), ["kernel", "text"]);
    assert_eq!(named("let x: crate::a::B = crate::c::D;"), ["a", "c"]);
}

#[test]
fn each_layer_uses_only_those_below_it() {
    let mut faults = Vec::new();
    for (path, text) in files() {
        let Some(layer) = modules(&path).first().cloned() else { continue };
        let known = LAYERS.iter().find(|(name, _)| *name == layer);
        let (_, below) = known.unwrap_or_else(|| panic!("{} is of no known layer", path.display()));
        for (at, line) in code(&text) {
            assert!(!line.ends_with("crate::{"), "{}:{at} names of the crate stand on one line", path.display());
            let strangers = named(line).into_iter().filter(|name| *name != layer && !below.contains(&name.as_str()));
            faults.extend(strangers.map(|name| format!("{}:{at} {layer} uses {name}", path.display())));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// `super` would reach another layer without naming the crate, if it climbed to its root.
#[test]
fn super_stays_inside_a_layer() {
    let mut faults = Vec::new();
    for (path, text) in files() {
        let mut depth = modules(&path).len();
        for (at, line) in code(&text) {
            if line.starts_with("mod ") && line.ends_with('{') {
                depth += 1;
            }
            let climbed = line.matches("super::").count();
            let chained = line.contains("super::super") && climbed >= depth;
            if chained || (climbed == 1 && depth <= 1) {
                faults.push(format!("{}:{at} {}", path.display(), line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    for (path, text) in files() {
        let first = text.lines().next().unwrap_or_default();
        let sentence = first.strip_prefix("//! ").unwrap_or_else(|| panic!("{} does not", path.display()));
        assert!(sentence.len() > 10, "{}: {sentence}", path.display());
    }
}

#[test]
fn no_file_is_too_long() {
    let long = files().into_iter().filter(|(_, text)| text.lines().count() > LONGEST);
    let long: Vec<String> = long.map(|(path, text)| format!("{}: {}", path.display(), text.lines().count())).collect();
    assert!(long.is_empty(), "over {LONGEST} lines: {long:#?}");
}

/// A lock held on standard error while models are computed side by side would keep the thread that draws the bar
/// waiting for ever: on a terminal alone, where no test looks.
#[test]
fn nobody_holds_standard_error() {
    for (path, text) in files() {
        let held = code(&text).find(|(_, line)| line.contains("stderr().lock()"));
        assert!(held.is_none(), "{}: {held:?}", path.display());
    }
}
