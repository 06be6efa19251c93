//! How a model is written: the order of its entries, its layout and its names change no answer, and
//! certificates change no fact.

use std::collections::BTreeSet;

use enclair::lower::Case;
use serde_yaml::{Mapping, Value};

use crate::bench::{Answers, alone, answers, loaded, paths, plain, text_of};

const CASES: [Case; 2] = [Case::Worst, Case::Best];

/// A model alone, without what is said of it: expectations refer to sources by their names.
fn value_of(text: &str) -> Value {
    let mut value = alone(text);
    value.as_mapping_mut().map(|sections| ["about", "expect"].map(|key| sections.remove(key)));
    value
}

fn text(value: &Value) -> String {
    serde_yaml::to_string(value).expect("a value is written")
}

/// Every model, with its text.
fn each(check: impl Fn(&str, &str)) {
    for path in paths() {
        check(&path.to_string_lossy(), &text_of(&path));
    }
}

#[test]
fn a_model_gives_the_same_bytes_each_time() {
    each(|path, text| {
        for case in CASES {
            assert_eq!(plain(&loaded(text), case), plain(&loaded(text), case), "{path}");
        }
    });
}

/// A model without the certificates of its organisations.
fn uncertified(text: &str) -> String {
    let mut value = value_of(text);
    for (_, organisation) in value["organisations"].as_mapping_mut().expect("organisations are a map") {
        let organisation = organisation.as_mapping_mut().expect("an organisation is a map");
        for said in ["hds", "hds_until", "secnumcloud", "controller"] {
            organisation.remove(said);
        }
        organisation.remove("evidence");
    }
    self::text(&value)
}

#[test]
fn certificates_change_no_fact() {
    let mut certified = 0;
    for path in paths() {
        let with = text_of(&path);
        let without = uncertified(&with);
        certified += usize::from(with.contains("hds:"));
        assert!(!without.contains("hds:"), "{}", path.display());
        for case in CASES {
            assert_eq!(plain(&loaded(&with), case), plain(&loaded(&without), case), "{}", path.display());
        }
    }
    assert!(certified >= 5, "only {certified} models have certificates to take away");
}

#[test]
fn the_layout_changes_no_fact() {
    each(|path, text| {
        let value = value_of(text);
        let block = self::text(&value);
        let flow = serde_json::to_string(&value).expect("a model is JSON too");
        for case in CASES {
            let facts = plain(&loaded(text), case);
            assert_eq!(facts, plain(&loaded(&block), case), "{path} in blocks");
            assert_eq!(facts, plain(&loaded(&flow), case), "{path} in one line");
        }
    });
}

#[test]
fn lists_of_one_and_short_forms_change_no_fact() {
    each(|path, text| {
        let mut value = value_of(text);
        for (section, main) in [("hosting", "operator"), ("keys", "kept_in")] {
            for (_, entry) in value.get_mut(section).and_then(Value::as_mapping_mut).into_iter().flatten() {
                let map = entry.as_mapping().filter(|map| map.len() == 1).and_then(|map| map.get(main).cloned());
                if let Some(only) = map {
                    *entry = only;
                }
            }
        }
        for (_, storage) in value["storage"].as_mapping_mut().expect("storage is a map") {
            let held = storage.get("holds").filter(|held| held.as_str() != Some("unknown")).cloned();
            if let Some(Value::String(held)) = held {
                storage["holds"] = Value::Sequence(vec![Value::String(held)]);
            }
        }
        for case in CASES {
            assert_eq!(plain(&loaded(text), case), plain(&loaded(&self::text(&value)), case), "{path}");
        }
    });
}

/// A map with its last entry first.
fn turned(map: &Mapping) -> Mapping {
    let entries: Vec<(Value, Value)> = map.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
    entries.into_iter().rev().collect()
}

/// The entries of every section, last first, and the sections too.
fn reversed(value: &Value) -> Value {
    let mut sections = turned(value.as_mapping().expect("a model is a map"));
    for (_, section) in &mut sections {
        match section {
            Value::Mapping(map) => *map = turned(map),
            Value::Sequence(list) => list.reverse(),
            _ => {}
        }
    }
    Value::Mapping(sections)
}

#[test]
fn the_order_of_entries_changes_no_fact() {
    each(|path, text| {
        let turned = self::text(&reversed(&value_of(text)));
        assert_ne!(turned, self::text(&value_of(text)));
        for case in CASES {
            assert_eq!(plain(&loaded(text), case), plain(&loaded(&turned), case), "{path}");
        }
    });
}

/// Properties whose values are names of the model.
const NAMES: [&str; 57] = [
    "vendor",
    "owned_by",
    "of",
    "readers",
    "used_by",
    "code_from",
    "keeps",
    "operator",
    "runs_on",
    "attested_by",
    "holds",
    "read_only",
    "key",
    "data",
    "by",
    "opened_by",
    "kept_in",
    "in",
    "under",
    "at",
    "delivered_by",
    "login",
    "reset",
    "from",
    "to",
    "via",
    "carries",
    "between",
    "recipients_from",
    "clear_at",
    "run",
    "change",
    "store",
    "only",
    "claim",
    "id",
    "from_password",
    "opens_to",
    "policy_admins",
    "seen_by",
    "hash_in",
    "session_in",
    "impersonate",
    "people",
    "backed_up_to",
    "replica_of",
    "staging_of",
    "metadata_of",
    "visible_to",
    "pattern_of",
    "pseudonym_of",
    "mapping",
    "mdm",
    "scripts",
    "knows",
    "read",
    "idp",
];

/// Sections whose keys are names of the model.
const NAMED: [&str; 11] = [
    "organisations",
    "people",
    "data",
    "clients",
    "hosting",
    "backend",
    "storage",
    "backups",
    "keys",
    "accounts",
    "admins",
];

/// Another name, that sorts elsewhere.
fn other(name: &str) -> String {
    match name {
        "none" | "unknown" | "unknown-owner" => name.to_owned(),
        // A country, from where admins reach a system.
        _ if name.chars().all(|c| c.is_ascii_uppercase()) => name.to_owned(),
        _ if name.contains('/') => {
            let (of, part) = name.split_once('/').unwrap_or_default();
            let part = if matches!(part, "medium" | "session") { part.to_owned() } else { other(part) };
            format!("{}/{part}", other(of))
        }
        _ => format!("q-{}", name.chars().rev().collect::<String>()),
    }
}

/// An actor's other name: of a derived one, the part that is a name of the model.
fn other_actor(name: &str) -> String {
    let mut parts: Vec<String> = name.split('/').map(str::to_owned).collect();
    match parts.as_mut_slice() {
        [only] => other(only),
        [_, _, of, ..] => {
            *of = other(of);
            parts.join("/")
        }
        [class, own] if !BUILT_IN.contains(&own.as_str()) && class == "adversary" => {
            format!("adversary/{}", other(own))
        }
        _ => name.to_owned(),
    }
}

/// Adversaries that are one for the whole model, and not of its own.
const BUILT_IN: [&str; 6] = ["network-observer", "network-attacker", "anyone", "common-base", "domain", "inference"];

/// Renames every name in a value that stands for names.
fn rename_all(value: &mut Value) {
    match value {
        Value::String(name) => *name = other(name),
        Value::Sequence(list) => list.iter_mut().for_each(rename_all),
        other => rename(other, ""),
    }
}

/// Renames what is a name under a property.
fn rename(value: &mut Value, section: &str) {
    let Value::Mapping(map) = value else {
        value.as_sequence_mut().into_iter().flatten().for_each(|item| rename(item, ""));
        return;
    };
    let mut renamed = Mapping::new();
    for (key, mut value) in std::mem::take(map) {
        let name = key.as_str().unwrap_or_default().to_owned();
        let entries = NAMED.contains(&section) || section == "factors";
        match name.as_str() {
            _ if entries && value.is_string() => rename_all(&mut value),
            _ if entries => rename(&mut value, ""),
            "actor" => value = Value::String(other_actor(value.as_str().unwrap_or_default())),
            "label" | "says" => {}
            _ if NAMES.contains(&name.as_str()) && !value.is_mapping() => rename_all(&mut value),
            _ => rename(&mut value, &name),
        }
        let key = if entries { Value::String(other(&name)) } else { key };
        renamed.insert(key, value);
    }
    *map = renamed;
}

/// A section is renamed as a map of entries only at the top: `data` is a property elsewhere.
fn renamed(value: &Value) -> Value {
    let mut value = value.clone();
    for (name, section) in value.as_mapping_mut().expect("a model is a map") {
        rename(section, name.as_str().unwrap_or_default());
    }
    value
}

#[test]
fn names_change_no_answer_but_themselves() {
    each(|path, text| {
        let turned = self::text(&renamed(&value_of(text)));
        for case in CASES {
            let before = answers(&loaded(text), case);
            let expected: Answers =
                before.into_iter().map(|((actor, data), cell)| ((other_actor(&actor), other(&data)), cell)).collect();
            assert_eq!(answers(&loaded(&turned), case), expected, "{path} {case:?}");
        }
    });
}

#[test]
fn every_name_is_another_after_renaming() {
    let teleconsultation = text_of(std::path::Path::new("models/teleconsultation.yaml"));
    let (before, after) = (value_of(&teleconsultation), renamed(&value_of(&teleconsultation)));
    let names = |value: &Value| -> BTreeSet<String> {
        let sections = NAMED.iter().filter_map(|section| value.get(*section)?.as_mapping());
        sections.flat_map(|map| map.keys().filter_map(Value::as_str).map(str::to_owned)).collect()
    };
    assert!(names(&before).is_disjoint(&names(&after)));
    assert_eq!(names(&before).len(), names(&after).len());
}
