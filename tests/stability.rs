//! What must not change an answer: certificates, the order of entries, the layout of the file, names.

use std::collections::BTreeMap;

use enclair::audit::{Audit, audit};
use enclair::kernel::plain;
use enclair::lower::{Case, Resolution, lower};
use enclair::model::{Model, load};
use enclair::source::{Limits, SourceFile, Style};
use enclair::text::Lang;
use serde_yaml::Value;

fn texts() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for directory in ["models", "tests/soundness"] {
        for entry in std::fs::read_dir(directory).expect("the directory").flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|extension| extension == "yaml") {
                let text = std::fs::read_to_string(&path).expect("the model");
                all.push((path.to_string_lossy().into_owned(), text));
            }
        }
    }
    assert!(all.len() > 20);
    all
}

fn model(name: &str, text: String) -> Model {
    let loaded = load(SourceFile::new(name, text), &Limits::default());
    loaded.unwrap_or_else(|mistakes| panic!("{}", mistakes.render(Lang::En, Style::Plain)))
}

fn facts(model: &Model, case: Case) -> String {
    plain(&lower(&model.architecture, &Resolution::all(case)).facts)
}

fn value(text: &str) -> Value {
    serde_yaml::from_str(text).expect("YAML")
}

fn dumped(value: &Value) -> String {
    serde_yaml::to_string(value).expect("YAML")
}

#[test]
fn certificates_leave_the_facts_byte_for_byte_the_same() {
    let mut certified = 0;
    for (name, text) in texts() {
        let whole = model(&name, text.clone());
        let mut root = value(&text);
        let organisations = root["organisations"].as_mapping_mut().expect("organisations");
        for (_, organisation) in organisations.iter_mut() {
            let organisation = organisation.as_mapping_mut().expect("an organisation");
            certified += usize::from(organisation.remove("hds").is_some());
        }
        let bare = model(&name, dumped(&root));
        assert!(bare.statements.certificates.is_empty());
        for case in [Case::Worst, Case::Best] {
            assert_eq!(facts(&whole, case), facts(&bare, case), "{name}");
        }
    }
    assert!(certified >= 8, "only {certified} certificates were taken away");
}

/// Every map and every list of entries the other way round. Lists of names keep their order where
/// it names something: the first factor of a login, the first data of an end-to-end key.
fn reversed(value: &Value, depth: usize) -> Value {
    match value {
        Value::Mapping(map) => {
            let entries: Vec<(&Value, &Value)> = map.iter().collect();
            let entries = entries.into_iter().rev().map(|(key, value)| (key.clone(), reversed(value, depth + 1)));
            Value::Mapping(entries.collect())
        }
        Value::Sequence(list) if depth == 1 => list.iter().rev().map(|one| reversed(one, depth + 1)).collect(),
        Value::Sequence(list) => list.iter().map(|one| reversed(one, depth + 1)).collect(),
        other => other.clone(),
    }
}

#[test]
fn order_and_layout_leave_the_facts_the_same() {
    for (name, text) in texts() {
        let whole = model(&name, text.clone());
        let root = value(&text);
        for (how, other) in [("laid out anew", dumped(&root)), ("reversed", dumped(&reversed(&root, 0)))] {
            let other = model(&name, other);
            for case in [Case::Worst, Case::Best] {
                assert_eq!(facts(&whole, case), facts(&other, case), "{name} {how}");
            }
        }
    }
}

/// Every name that a section declares, with another that sorts otherwise.
fn renaming(root: &Value) -> BTreeMap<String, String> {
    let sections =
        ["organisations", "people", "data", "clients", "hosting", "backend", "storage", "backups", "keys", "admins"];
    let entries = sections.iter().filter_map(|section| root[*section].as_mapping());
    let names = entries.flat_map(|entries| entries.keys()).filter_map(|key| key.as_str().map(str::to_owned));
    names.enumerate().map(|(at, name)| (name.clone(), format!("n{:03}-{name}", 997 - at))).collect()
}

/// Keys of the language stay; names declared by the model change, wherever they stand.
fn renamed(value: &Value, names: &BTreeMap<String, String>, free: bool) -> Value {
    let one = |text: &str| Value::String(names.get(text).cloned().unwrap_or_else(|| text.to_owned()));
    match value {
        Value::Mapping(map) => {
            let entry = |(key, value): (&Value, &Value)| {
                let text = key.as_str().unwrap_or_default();
                let named = free && names.contains_key(text);
                let told = ["label", "name", "says", "role", "kind", "scope", "tls", "factors", "login", "reset"]
                    .contains(&text)
                    && !named;
                let inner = if told { value.clone() } else { renamed(value, names, false) };
                (if named { one(text) } else { key.clone() }, inner)
            };
            Value::Mapping(map.iter().map(entry).collect())
        }
        Value::Sequence(list) => list.iter().map(|value| renamed(value, names, false)).collect(),
        Value::String(text) => one(text),
        other => other.clone(),
    }
}

fn cells(audit: &Audit, names: &BTreeMap<String, String>) -> BTreeMap<(String, String), (String, String, bool)> {
    let named = |name: &str| names.get(name).cloned().unwrap_or_else(|| name.to_owned());
    let declared = audit.verdicts.iter().filter(|verdict| !audit.actors[verdict.actor].id.contains('/'));
    declared
        .map(|verdict| {
            let key = (named(&audit.actors[verdict.actor].id), named(&audit.data[verdict.data].id));
            (key, (verdict.past.id().to_owned(), verdict.new.id().to_owned(), verdict.next_use))
        })
        .collect()
}

#[test]
fn names_leave_the_answers_the_same() {
    for (name, text) in texts() {
        let mut root = value(&text);
        root.as_mapping_mut().expect("a map").remove("expect");
        let names = renaming(&root);
        let sections = root.as_mapping().expect("a map").iter();
        let sections = sections.map(|(section, value)| {
            let free = section.as_str() != Some("system");
            (section.clone(), renamed(value, &names, free))
        });
        let sections = Value::Mapping(sections.collect());
        let whole = audit(&model(&name, dumped(&root))).expect("an audit");
        let other = audit(&model(&name, dumped(&sections))).expect("an audit");
        assert_eq!(cells(&whole, &names), cells(&other, &BTreeMap::new()), "{name}");
    }
}

#[test]
fn unknowns_at_best_never_read_more_than_at_worst() {
    for (name, text) in texts() {
        let audit = audit(&model(&name, text)).expect("an audit");
        for verdict in &audit.verdicts {
            if let Some(best) = &verdict.undetermined {
                assert!(best.past >= verdict.past && best.new >= verdict.new, "{name}");
            }
        }
    }
}
