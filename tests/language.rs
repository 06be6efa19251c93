//! The reference of the language and its schema, checked against what the tool does.

#[path = "support/bench.rs"]
mod bench;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use bench::{loaded, lowered, paths, text_of};
use enclair::audit::audit;
use enclair::kernel::{Derivation, plain};
use enclair::lower::Case;
use enclair::model::{Model, load_with, schema};
use enclair::source::{Limits, SourceFile, Style};
use enclair::text::Lang;
use enclair::text::problem::Unread;
use serde_json::Value;

const REFERENCE: &str = "docs/language.md";
const SCHEMA: &str = "schema/enclair.schema.json";

fn reference() -> String {
    std::fs::read_to_string(REFERENCE).expect("the reference can be read")
}

/// A model of the reference, the parts shown before it, the facts named under it, and the line
/// where it starts.
struct Example {
    model: String,
    parts: Vec<(String, String)>,
    facts: Vec<String>,
    line: usize,
}

/// Every fenced block: its language, its text, its first line.
fn fences(text: &str) -> Vec<(String, String, usize)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String, usize)> = None;
    for (at, line) in text.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => open = Some((language.to_owned(), String::new(), at + 2)),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some((_, block, _)), None) => {
                let _ = writeln!(block, "{line}");
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    blocks
}

fn examples() -> Vec<Example> {
    let text = reference();
    let blocks = fences(&text);
    let models = blocks.iter().enumerate().filter(|(_, (language, ..))| language == "yaml");
    models
        .map(|(at, (_, model, line))| {
            let facts = blocks.get(at + 1).filter(|(language, ..)| language == "facts");
            let (_, facts, _) = facts.unwrap_or_else(|| panic!("{REFERENCE}:{line}: no facts follow the model"));
            let facts = facts.lines().map(str::to_owned).collect();
            let parts = blocks[..at]
                .iter()
                .rev()
                .map_while(|(language, text, _)| Some((language.strip_prefix("yaml ")?.to_owned(), text.clone())));
            Example { model: model.clone(), parts: parts.collect(), facts, line: *line }
        })
        .collect()
}

impl Example {
    /// The model with its parts.
    fn load(&self) -> Model {
        let part = |path: &str, _: u64| {
            let part = self.parts.iter().find(|(name, _)| name == path);
            part.map(|(_, text)| text.clone().into_bytes()).ok_or(Unread::Missing)
        };
        let loaded = load_with(SourceFile::new("model.yaml", self.model.clone()), &Limits::default(), &part);
        loaded.unwrap_or_else(|mistakes| panic!("{}", mistakes.render(Lang::En, Style::Plain)))
    }
}

/// The reference, section by section: the title, and the text outside of blocks.
fn sections() -> Vec<(String, String)> {
    let mut sections = vec![(String::new(), String::new())];
    let mut inside = false;
    for line in reference().lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if let (false, Some(title)) = (inside, line.strip_prefix("## ")) {
            sections.push((title.to_owned(), String::new()));
        } else if let (false, Some((_, text))) = (inside, sections.last_mut()) {
            let _ = writeln!(text, "{line}");
        }
    }
    sections
}

/// Every word in a code span of a text.
fn code_words(text: &str) -> BTreeSet<String> {
    let spans = text.split('`').skip(1).step_by(2);
    spans
        .flat_map(|span| span.split(|c: char| !(c.is_alphanumeric() || "_-.".contains(c))))
        .flat_map(|word| word.split('.').chain([word]))
        .map(str::to_owned)
        .collect()
}

/// The properties and the words possible under a node of the schema.
fn vocabulary(node: &Value, root: &Value, found: &mut BTreeSet<String>) {
    if let Some(name) = node["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap_or_default();
        // What stands on every entry has a section of its own.
        if !["Label", "Evidence", "EvidenceLevel"].contains(&name) {
            vocabulary(&root["definitions"][name], root, found);
        }
    }
    for (name, property) in node["properties"].as_object().into_iter().flatten() {
        found.insert(name.clone());
        // What variants expect and accept is described in sections of their own.
        if !["expect", "accept"].contains(&name.as_str()) {
            vocabulary(property, root, found);
        }
    }
    let words = node["enum"].as_array().into_iter().flatten().chain(node.get("const"));
    found.extend(words.filter_map(Value::as_str).map(str::to_owned));
    for key in ["anyOf", "oneOf", "allOf"] {
        node[key].as_array().into_iter().flatten().for_each(|one| vocabulary(one, root, found));
    }
    for key in ["items", "additionalProperties"] {
        node.get(key).into_iter().for_each(|one| vocabulary(one, root, found));
    }
}

#[test]
fn every_example_loads_and_becomes_the_facts_named_under_it() {
    for example in examples() {
        let model = example.load();
        let worst = lowered(&model, Case::Worst);
        let _ = Derivation::solve(&worst.facts);
        let facts = plain(&worst.facts);
        assert!(example.facts.len() >= 2, "{REFERENCE}:{}: too few facts", example.line);
        for fact in &example.facts {
            let there = facts.lines().any(|line| line == fact);
            assert!(there, "{REFERENCE}:{}: no fact {fact}\n{facts}", example.line);
        }
    }
}

#[test]
fn every_example_gives_the_answers_it_expects() {
    for example in examples() {
        let model = example.load();
        for model in [model.clone()].into_iter().chain(model.variants()) {
            let audit = audit(&model).unwrap_or_else(|error| panic!("{}: {error}", example.line));
            for one in &audit.expectations {
                let line = example.line + one.position.line - 1;
                assert!(one.holds(), "{REFERENCE}:{line}: {:?} {:?}", one.about, one.checks);
            }
        }
    }
}

#[test]
fn every_section_is_described_with_an_example_and_all_its_words() {
    let (root, sections) = (schema(), sections());
    let mut missing = Vec::new();
    for (key, node) in root["properties"].as_object().expect("the schema has properties") {
        let title = format!("`{key}`");
        let section = sections.iter().find(|(known, _)| known.contains(&title));
        let (_, text) = section.unwrap_or_else(|| panic!("no section on {key}"));
        let known = code_words(text);
        let mut wanted = BTreeSet::new();
        vocabulary(node, &root, &mut wanted);
        missing.extend(wanted.into_iter().filter(|word| !known.contains(word)).map(|word| format!("{key}: {word}")));
    }
    assert!(missing.is_empty(), "not in {REFERENCE}: {missing:#?}");
}

#[test]
fn evidence_is_described_with_all_its_words() {
    let (root, sections) = (schema(), sections());
    let (_, text) = sections.iter().find(|(title, _)| title == "Evidence").expect("evidence has a section");
    let known = code_words(text);
    let mut wanted = BTreeSet::new();
    for name in ["Evidence", "EvidenceLevel"] {
        vocabulary(&root["definitions"][name], &root, &mut wanted);
    }
    assert!(wanted.len() >= 9, "{wanted:?}");
    let missing: Vec<&String> = wanted.iter().filter(|word| !known.contains(*word)).collect();
    assert!(missing.is_empty(), "not in {REFERENCE}: {missing:?}");
}

#[test]
fn the_sections_stand_in_the_order_of_the_model() {
    let root = schema();
    let keys: Vec<&String> = root["properties"].as_object().expect("the schema has properties").keys().collect();
    let titles = sections();
    let place = |key: &str| titles.iter().position(|(title, _)| title.contains(&format!("`{key}`")));
    let places: Vec<Option<usize>> = keys.iter().map(|key| place(key)).collect();
    assert!(places.is_sorted(), "{keys:?} {places:?}");
}

#[test]
fn every_example_shows_its_section() {
    let text = reference();
    let root = schema();
    for key in root["properties"].as_object().expect("the schema has properties").keys() {
        let after = text.find(&format!("`{key}`\n")).or_else(|| text.find(&format!("`{key}` and")));
        let rest = &text[after.unwrap_or_else(|| panic!("no section on {key}"))..];
        let blocks = fences(rest);
        let (_, model, line) = blocks.iter().find(|(language, ..)| language == "yaml").expect("an example");
        let shown = model.lines().any(|line| line.starts_with(&format!("{key}:")));
        assert!(shown, "the example under `{key}` (+{line}) does not show it");
    }
}

#[test]
fn the_limits_are_those_that_hold() {
    let Limits { bytes, depth, nodes, aliases, files, variants, .. } = Limits::default();
    let [nodes, aliases] = [nodes, aliases].map(|number| Lang::En.number(number as u64));
    let said = format!("at most {} MiB, {depth} levels and {nodes} values", bytes / 1024 / 1024);
    let files = format!("over its at most {files} files");
    let said = [said, files, format!("at most {aliases} aliases"), format!("at most {variants} variants")];
    let text = reference().replace('\n', " ");
    assert!(said.iter().all(|said| text.contains(said)), "{said:?}");
    let most = u64::try_from(enclair::audit::MOST_EFFORT).expect("the most is a number");
    assert!(reference().contains(&format!("at most {}.", Lang::En.number(most))), "{most}");
}

/// The variants of an enum, as its source lists them.
fn variants(source: &str, name: &str) -> BTreeSet<String> {
    let (_, body) = source.split_once(&format!("pub enum {name} {{")).expect("the enum is there");
    let (body, _) = body.split_once("\n}").expect("the enum ends");
    let names = body.lines().filter_map(|line| line.trim().strip_suffix(','));
    names.filter(|name| name.chars().all(char::is_alphanumeric)).map(str::to_owned).collect()
}

#[test]
fn every_default_and_every_unknown_is_reached() {
    let source = include_str!("../src/text/audit.rs");
    let mut models: Vec<Model> = examples().iter().map(Example::load).collect();
    models.extend(paths().iter().map(|path| loaded(&text_of(path))));
    let (mut assumed, mut unknown) = (BTreeSet::new(), BTreeSet::new());
    for model in models {
        let lowered = lowered(&model, Case::Worst);
        assumed.extend(lowered.assumptions.iter().map(|one| format!("{:?}", one.assumption)));
        unknown.extend(lowered.unknowns.iter().map(|one| format!("{:?}", one.unknown)));
    }
    assert_eq!(assumed, variants(source, "Assumption"));
    assert_eq!(unknown, variants(source, "Unknown"));
}

#[test]
fn every_default_is_listed_as_worst_case_or_favourable() {
    let sections = sections();
    let (_, table) = sections.iter().find(|(title, _)| title == "Assumptions").expect("assumptions are listed");
    let (worst, favourable) = table.split_once("*favourable").expect("two kinds of assumptions are listed");
    let mut seen = BTreeSet::new();
    for example in examples() {
        for assumed in lowered(&example.load(), Case::Worst).assumptions {
            let kind = if assumed.assumption.is_worst_case() { worst } else { favourable };
            let id = assumed.assumption.id();
            assert!(kind.contains(&format!("| `{id}` |")), "{id}");
            seen.insert(id);
        }
    }
    let listed = table.lines().filter_map(|line| line.split('`').rev().nth(1).filter(|_| line.contains("` | ")));
    assert!(listed.count() >= seen.len());
}

#[test]
fn the_committed_schema_is_that_of_the_types() {
    let expected = serde_json::to_string_pretty(&schema()).expect("a schema is JSON") + "\n";
    if std::env::var_os("ENCLAIR_UPDATE").is_some() {
        std::fs::write(SCHEMA, &expected).expect("the schema can be written");
    }
    let committed = std::fs::read_to_string(SCHEMA).unwrap_or_default();
    assert!(committed == expected, "{SCHEMA} is not up to date: run this test with ENCLAIR_UPDATE=1");
}

/// Every property of the schema, with its description.
fn described<'s>(node: &'s Value, path: &str, found: &mut Vec<(String, Option<&'s str>)>) {
    match node {
        Value::Object(map) => {
            for (name, property) in node["properties"].as_object().into_iter().flatten() {
                found.push((format!("{path}.{name}"), property["description"].as_str()));
            }
            map.iter().for_each(|(key, child)| described(child, &format!("{path}.{key}"), found));
        }
        Value::Array(list) => list.iter().for_each(|child| described(child, path, found)),
        _ => {}
    }
}

#[test]
fn the_schema_describes_every_property_and_names_no_type() {
    let root = schema();
    assert_eq!(root["$schema"], "http://json-schema.org/draft-07/schema#");
    assert!(root.get("title").is_none() && root.get("$id").is_none());
    let mut found = Vec::new();
    described(&root, "", &mut found);
    assert!(found.len() > 100, "{}", found.len());
    let bare: Vec<&String> = found.iter().filter(|(_, text)| text.is_none()).map(|(path, _)| path).collect();
    assert!(bare.is_empty(), "no description: {bare:#?}");
}
