//! What exercises each part of the language and of the method: every property, every word, every base
//! fact, every rule, every adversary, every default and every mistake has an example or a test, and the
//! table of them, `docs/coverage.md`, is written here.
//!
//! `ENCLAIR_UPDATE=1 cargo test --test coverage` writes the table again.

#[path = "support/bench.rs"]
mod bench;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use bench::{lowered, paths_under};
use enclair::kernel::clause::Rule;
use enclair::kernel::{Derivation, Predicate};
use enclair::lower::Case;
use enclair::model::{Model, load_with, schema};
use enclair::source::{Limits, SourceFile, Style};
use enclair::text::Lang;
use enclair::text::problem::{Problem, Unread};
use serde_json::Value as Json;
use serde_yaml::Value;

const PAGE: &str = "docs/coverage.md";
const REFERENCE: &str = "docs/language.md";

/// A key may be written as where it is kept, as a word or a list; a map is the key's own properties, though
/// the schema of the short form has those of a place too.
const NOT_SAID: [&str; 5] = ["keys.*.as", "keys.*.in", "keys.*.opens_to", "keys.*.strength", "keys.*.under"];

/// A model, how the table names it, and the parts shown before it.
struct Sample {
    name: String,
    text: String,
    parts: Vec<(String, String)>,
}

impl Sample {
    fn load(&self) -> Model {
        let part = |path: &str, _: u64| {
            let part = self.parts.iter().find(|(name, _)| name == path);
            part.map(|(_, text)| text.clone().into_bytes()).ok_or(Unread::Missing)
        };
        let file = SourceFile::new("model.yaml", self.text.clone());
        let loaded = load_with(file, &Limits::default(), &part);
        loaded.unwrap_or_else(|mistakes| panic!("{}: {}", self.name, mistakes.render(Lang::En, Style::Plain)))
    }
}

/// The models of the reference, then those of the project, then those of the tests.
fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    let reference = std::fs::read_to_string(REFERENCE).expect("the reference can be read");
    let mut section = String::new();
    let mut block: Option<(Option<&str>, String)> = None;
    let mut parts = Vec::new();
    for line in reference.lines() {
        match (&mut block, line) {
            (None, "```yaml") => block = Some((None, String::new())),
            (None, line) if line.starts_with("```yaml ") => {
                block = Some((line.strip_prefix("```yaml "), String::new()));
            }
            (Some(_), "```") => match block.take().unwrap_or_default() {
                (Some(path), text) => parts.push((path.to_owned(), text)),
                (None, text) => {
                    let name = format!("[{section}](language.md#{})", anchor(&section));
                    all.push(Sample { name, text, parts: std::mem::take(&mut parts) });
                }
            },
            (Some((_, text)), line) => {
                let _ = writeln!(text, "{line}");
            }
            (None, line) => {
                if let Some(title) = line.strip_prefix("## ") {
                    title.clone_into(&mut section);
                }
            }
        }
    }
    let directories = ["models", "tests/soundness", "tests/words"];
    let there: Vec<&str> = directories.into_iter().filter(|path| PathBuf::from(path).is_dir()).collect();
    for path in paths_under(&there) {
        let text = std::fs::read_to_string(&path).expect("a model can be read");
        all.push(Sample { name: format!("[{0}](../{0})", path.display()), text, parts: Vec::new() });
    }
    all
}

/// The anchor of a heading, as code hosts make it.
fn anchor(title: &str) -> String {
    let kept = title.to_lowercase().chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect::<String>();
    kept.replace(' ', "-")
}

/// Every property and every word of the schema, by its path; names of the author's own are `*`.
fn vocabulary(node: &Json, root: &Json, path: &str, found: &mut BTreeSet<String>) {
    if let Some(name) = node["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap_or_default();
        vocabulary(&root["definitions"][name], root, path, found);
    }
    for (name, property) in node["properties"].as_object().into_iter().flatten() {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        found.insert(path.clone());
        // What a variant expects is said as what the model expects, and evidence is alike everywhere.
        let again = ["variants.*.expect", "variants.*.accept"].contains(&path.as_str())
            || (name == "evidence" && !path.starts_with("organisations."));
        if !again {
            vocabulary(property, root, &path, found);
        }
    }
    let words = node["enum"].as_array().into_iter().flatten().chain(node.get("const"));
    found.extend(words.filter_map(Json::as_str).map(|word| format!("{path} = {word}")));
    if node["type"] == "boolean" {
        found.extend([format!("{path} = true"), format!("{path} = false")]);
    }
    for key in ["anyOf", "oneOf", "allOf"] {
        node[key].as_array().into_iter().flatten().for_each(|one| vocabulary(one, root, path, found));
    }
    node.get("items").into_iter().for_each(|one| vocabulary(one, root, path, found));
    if let Some(entry) = node.get("additionalProperties").filter(|entry| entry.is_object()) {
        let path = if path.is_empty() { "*".to_owned() } else { format!("{path}.*") };
        vocabulary(entry, root, &path, found);
    }
}

/// Every path and word that a model uses, as the vocabulary names them.
fn used(value: &Value, path: &str, known: &BTreeSet<String>, found: &mut BTreeSet<String>) {
    match value {
        Value::Mapping(map) => {
            for (key, value) in map {
                let key = key.as_str().unwrap_or_default();
                let own = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                let path = if known.contains(&own) { own } else { format!("{path}.*") };
                found.insert(path.clone());
                used(value, &path, known, found);
            }
        }
        Value::Sequence(list) => list.iter().for_each(|one| used(one, path, known, found)),
        Value::String(word) => {
            found.insert(format!("{path} = {word}"));
            // A map written as its main property.
            for (section, main) in [("hosting.*", "operator"), ("keys.*", "kept_in")] {
                if path == section {
                    found.extend([format!("{section}.{main}"), format!("{section}.{main} = {word}")]);
                }
            }
        }
        Value::Bool(said) => {
            found.insert(format!("{path} = {said}"));
        }
        _ => {}
    }
}

/// The first sample in which each thing is found, in the order of the samples.
fn first(samples: &[Sample], of: impl Fn(&Sample) -> BTreeSet<String>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for sample in samples {
        for one in of(sample) {
            found.entry(one).or_insert_with(|| sample.name.clone());
        }
    }
    found
}

/// A table of what there is, and what shows it.
fn table(page: &mut String, title: &str, what: &str, rows: &[(String, Option<String>)], missing: &mut Vec<String>) {
    let _ = write!(page, "\n## {title}\n\n| {what} | shown by |\n|---|---|\n");
    for (name, shown) in rows {
        let _ = writeln!(page, "| `{name}` | {} |", shown.as_deref().unwrap_or("**nothing**"));
        if shown.is_none() {
            missing.push(format!("{title}: {name}"));
        }
    }
}

fn rows(all: impl IntoIterator<Item = String>, found: &BTreeMap<String, String>) -> Vec<(String, Option<String>)> {
    all.into_iter().map(|one| (one.clone(), found.get(&one).cloned())).collect()
}

/// What the facts of a sample show: predicates, rules that fire, adversaries.
fn facts_of(sample: &Sample) -> [BTreeSet<String>; 3] {
    let model = sample.load();
    let mut shown = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
    for case in [Case::Worst, Case::Best] {
        let facts = lowered(&model, case).facts;
        shown[0].extend(facts.iter().map(|(_, fact)| fact.predicate().id().to_owned()));
        let fired = Derivation::solve(&facts).next.firings();
        shown[1].extend(fired.keys().map(|rule| rule.id().to_owned()));
        for actor in facts.actors() {
            let name = facts.text(*actor).strip_prefix("adversary/").unwrap_or_default();
            shown[2].insert(name.split('/').next().unwrap_or_default().to_owned());
        }
    }
    shown
}

/// The variants of an enum of the texts, as its source lists them.
fn variants(name: &str) -> Vec<String> {
    let source = include_str!("../src/text/audit.rs");
    let (_, body) = source.split_once(&format!("pub enum {name} {{")).expect("the enum is there");
    let (body, _) = body.split_once("\n}").expect("the enum ends");
    let names = body.lines().filter_map(|line| line.trim().strip_suffix(','));
    names.filter(|name| name.chars().all(char::is_alphanumeric)).map(str::to_owned).collect()
}

fn silences_of(sample: &Sample) -> BTreeSet<String> {
    let lowered = lowered(&sample.load(), Case::Worst);
    let assumed = lowered.assumptions.iter().map(|one| format!("{:?}", one.assumption));
    assumed.chain(lowered.unknowns.iter().map(|one| format!("{:?}", one.unknown))).collect()
}

/// The tests that reach each mistake: the snapshots they hold are compared at each run.
fn mistakes() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut files: Vec<PathBuf> = std::fs::read_dir("tests/problems")
        .expect("tests/problems can be read")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a test can be read");
        let mut function = "";
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("fn ") {
                function = name.split('(').next().unwrap_or_default();
            }
            if let Some((code, _)) = line.trim_start().strip_prefix("error[").and_then(|rest| rest.split_once(']')) {
                let shown = format!("[{0}](../{0}), `{function}`", path.display());
                found.entry(code.to_owned()).or_insert(shown);
            }
        }
    }
    found
}

#[test]
fn everything_is_shown_by_an_example_or_a_test() {
    let samples = samples();
    assert!(samples.len() > 30, "only {} samples", samples.len());
    let root = schema();
    let mut known = BTreeSet::new();
    vocabulary(&root, &root, "", &mut known);
    known.retain(|path| !NOT_SAID.contains(&path.split(" = ").next().unwrap_or_default()));
    // A level alone is refused where it wants a reference or a date.
    known.retain(|path| {
        path == "organisations.*.evidence = declared" || !path.starts_with("organisations.*.evidence = ")
    });
    let paths = first(&samples, |sample| {
        let mut found = BTreeSet::new();
        let value: Value = serde_yaml::from_str(&sample.text).expect("a sample is YAML");
        used(&value, "", &known, &mut found);
        found
    });
    let (words, properties): (Vec<String>, Vec<String>) = known.into_iter().partition(|path| path.contains(" = "));
    let shown: Vec<[BTreeSet<String>; 3]> = samples.iter().map(facts_of).collect();
    let at = |place: usize| {
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        for (sample, shown) in samples.iter().zip(&shown) {
            for one in &shown[place] {
                found.entry(one.clone()).or_insert_with(|| sample.name.clone());
            }
        }
        found
    };
    let silences = first(&samples, silences_of);
    let adversaries = words.iter().filter_map(|word| {
        let (path, class) = word.split_once(" = ")?;
        matches!(path, "adversaries.without" | "adversaries.with").then(|| class.to_owned())
    });
    let adversaries: Vec<String> = adversaries.chain(["anyone".to_owned()]).collect();
    let mut page = String::from(PREFACE);
    let mut missing = Vec::new();
    table(&mut page, "Properties", "property", &rows(properties, &paths), &mut missing);
    table(&mut page, "Words", "property and word", &rows(words.clone(), &paths), &mut missing);
    let predicates = Predicate::ALL.iter().map(|predicate| predicate.id().to_owned());
    table(&mut page, "Base facts", "fact", &rows(predicates, &at(0)), &mut missing);
    let rules = Rule::ALL.iter().map(|rule| rule.id().to_owned());
    table(&mut page, "Rules", "rule", &rows(rules, &at(1)), &mut missing);
    table(&mut page, "Adversaries", "class", &rows(adversaries, &at(2)), &mut missing);
    table(&mut page, "Defaults", "assumption", &rows(variants("Assumption"), &silences), &mut missing);
    table(&mut page, "Unknowns", "what is unknown", &rows(variants("Unknown"), &silences), &mut missing);
    let codes = Problem::CODES.iter().map(|code| (*code).to_owned());
    table(&mut page, "Mistakes", "code", &rows(codes, &mistakes()), &mut missing);
    assert!(missing.is_empty(), "nothing shows {missing:#?}");
    if std::env::var_os("ENCLAIR_UPDATE").is_some() {
        std::fs::write(PAGE, &page).expect("the table can be written");
    }
    let committed = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(committed == page, "{PAGE} is not up to date: run this test with ENCLAIR_UPDATE=1");
}

const PREFACE: &str = "# What shows each part

Every property of the language and every word that it may take, every base fact, every rule, every adversary, every
default, every unknown and every mistake, with the first example or test in which it occurs. The table is written by
`tests/coverage.rs`, which fails where something is shown by nothing: each example and model named here is lowered,
solved and compared with the answers that it expects, and each mistake with the message that it must give. A `*` stands
for a name of the author’s own.
";
