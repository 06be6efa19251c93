//! Models without the words of their authors, so that what is read in a report is what the tool says.

use std::path::Path;

use enclair::model::Model;
use serde_yaml::Value;

use super::bench::{loaded, text_of};

/// What every name and every sentence of a model becomes: a word of no language.
pub(super) const NAME: &str = "Zed";

/// The properties whose text is the author's own.
const OWN: [&str; 9] = ["label", "says", "what", "lesson", "title", "reason", "ref", "name", "sources"];
/// Those that are either a name declared elsewhere or the author's own text.
const EITHER: [&str; 5] = ["owner", "by", "role", "at", "vendor"];

/// The sections whose entries have names to be shown.
const NAMED: [&str; 8] = ["organisations", "people", "data", "clients", "backend", "storage", "backups", "admins"];

/// A model whose author says nothing: what is left are its identifiers.
pub(super) fn neutral(path: &str) -> Model {
    let mut value: Value = serde_yaml::from_str(&text_of(Path::new(path))).expect("a model is YAML");
    if let Some(sections) = value.as_mapping_mut() {
        sections.remove("variants");
        for section in NAMED {
            sections.get_mut(section).and_then(Value::as_mapping_mut).into_iter().for_each(name);
        }
    }
    silence(&mut value);
    loaded(&serde_yaml::to_string(&value).expect("a value is YAML"))
}

/// Names each entry of a section, that none be called by its identifier.
fn name(section: &mut serde_yaml::Mapping) {
    for (_, entry) in section.iter_mut() {
        if let Some(entry) = entry.as_mapping_mut() {
            entry.insert("label".into(), NAME.into());
        }
    }
}

fn silence(value: &mut Value) {
    match value {
        Value::Mapping(map) => {
            for (key, value) in map.iter_mut() {
                let key = key.as_str().unwrap_or_default();
                if OWN.contains(&key) || (EITHER.contains(&key) && !is_name(value)) {
                    rename(value);
                } else {
                    silence(value);
                }
            }
        }
        Value::Sequence(list) => list.iter_mut().for_each(silence),
        _ => {}
    }
}

fn is_name(value: &Value) -> bool {
    let named = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-/".contains(c));
    value.as_str().is_none_or(named) && !value.is_mapping()
}

/// Puts the word in the place of every text.
fn rename(value: &mut Value) {
    match value {
        Value::Mapping(map) => map.iter_mut().for_each(|(_, text)| rename(text)),
        Value::Sequence(list) => list.iter_mut().for_each(rename),
        _ => *value = Value::String(NAME.to_owned()),
    }
}
