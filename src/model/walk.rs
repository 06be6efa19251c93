//! Checks a tree against the schema of the language, and reports every structural mistake.
//!
//! The schema is generated from the types that read the model, so the two cannot disagree on what
//! a key is called or what may stand there. The typed reader stops at its first error; this walk
//! does not.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::Value as Json;

use super::load::ModelFile;
use super::shape::{COUNTRY_PATTERN, DATE_PATTERN};
use crate::source::{Diagnostic, Entry, Node, Scalar, Span, Value};
use crate::text::problem::{Kind, Problem};

static SCHEMA: LazyLock<Json> =
    LazyLock::new(|| SchemaSettings::draft07().into_generator().into_root_schema_for::<ModelFile>().to_value());

/// The schema of a model file.
pub(super) fn schema() -> &'static Json {
    &SCHEMA
}

/// Every structural mistake of a tree.
pub(super) fn walk(root: &Node) -> Vec<Diagnostic> {
    let mut walker = Walker { problems: Vec::new() };
    walker.node(root, &SCHEMA, &first_line(root));
    walker.problems
}

/// The start of a value, up to where its first line could end; a block is too long to underline.
fn first_line(node: &Node) -> Span {
    match &node.value {
        Value::Map(entries) => entries.first().map_or_else(|| node.span.clone(), |entry| entry.key_span.clone()),
        _ => node.span.clone(),
    }
}

struct Walker {
    problems: Vec<Diagnostic>,
}

impl Walker {
    fn say(&mut self, problem: Problem, span: Span) {
        self.problems.push(Diagnostic::new(problem, span));
    }

    /// Checks a value; `place` is where to say what it lacks.
    fn node(&mut self, node: &Node, schema: &Json, place: &Span) {
        let branches = branches(schema);
        match &node.value {
            Value::Map(entries) => match find(&branches, "object") {
                Some(branch) => self.map(entries, branch, place),
                None => self.wrong_type(node, &branches, place),
            },
            Value::List(list) => match find(&branches, "array") {
                Some(branch) => {
                    for item in list {
                        self.node(item, &branch["items"], &first_line(item));
                    }
                }
                None => self.wrong_type(node, &branches, place),
            },
            Value::Scalar(scalar) => {
                if let Some(problem) = scalar_problem(scalar, &branches) {
                    let span = if node.span.is_empty() { place.clone() } else { node.span.clone() };
                    self.say(problem, span);
                }
            }
        }
    }

    fn wrong_type(&mut self, node: &Node, branches: &[&Json], place: &Span) {
        let problem = Problem::WrongType { expected: kinds(branches), found: node.kind() };
        self.say(problem, place.clone());
    }

    fn map(&mut self, entries: &[Entry], schema: &Json, place: &Span) {
        let properties = schema["properties"].as_object();
        let others = &schema["additionalProperties"];
        for entry in entries {
            let known = properties.and_then(|properties| properties.get(&entry.key));
            if let Some(schema) = known {
                self.node(&entry.node, schema, &entry.key_span);
            } else if others.is_object() {
                self.name(entry, schema);
                self.node(&entry.node, others, &entry.key_span);
            } else {
                let known = properties.map(|map| map.keys().cloned().collect()).unwrap_or_default();
                let key = entry.key.clone();
                self.say(Problem::UnknownKey { key, known }, entry.key_span.clone());
            }
        }
        self.missing(entries, schema, place);
    }

    fn name(&mut self, entry: &Entry, schema: &Json) {
        let word = Scalar { text: entry.key.clone(), quoted: false };
        let name = entry.key.clone();
        let country = schema["propertyNames"]["pattern"] == COUNTRY_PATTERN;
        if country {
            if !is_country(&name) {
                self.say(Problem::BadCountry { value: name }, entry.key_span.clone());
            }
        } else if matches!(name.as_str(), "none" | "unknown") || word.is_old_boolean() {
            self.say(Problem::ReservedName { name }, entry.key_span.clone());
        } else if !is_id(&name) {
            self.say(Problem::BadName { name }, entry.key_span.clone());
        }
    }

    fn missing(&mut self, entries: &[Entry], schema: &Json, place: &Span) {
        let required = schema["required"].as_array().into_iter().flatten();
        let keys: Vec<String> = required
            .filter_map(Json::as_str)
            .filter(|key| !entries.iter().any(|entry| entry.key == *key))
            .map(str::to_owned)
            .collect();
        if !keys.is_empty() {
            self.say(Problem::MissingKey { keys }, place.clone());
        }
    }
}

/// The alternatives of a schema, references followed.
fn branches(schema: &Json) -> Vec<&Json> {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.trim_start_matches("#/definitions/");
        return branches(&SCHEMA["definitions"][name]);
    }
    for key in ["anyOf", "oneOf", "allOf"] {
        if let Some(list) = schema[key].as_array() {
            return list.iter().flat_map(branches).collect();
        }
    }
    vec![schema]
}

fn is_type(schema: &Json, kind: &str) -> bool {
    match &schema["type"] {
        Json::String(one) => one == kind,
        Json::Array(list) => list.iter().any(|one| one == kind),
        _ => false,
    }
}

fn find<'s>(branches: &[&'s Json], kind: &str) -> Option<&'s Json> {
    branches.iter().copied().find(|branch| is_type(branch, kind))
}

/// The constants that may stand in this place.
fn constants(branches: &[&Json]) -> Vec<String> {
    let of = |branch: &Json| -> Vec<String> {
        let listed = branch["enum"].as_array().into_iter().flatten();
        listed.chain(branch.get("const")).filter_map(|value| value.as_str().map(str::to_owned)).collect()
    };
    branches.iter().flat_map(|branch| of(branch)).collect()
}

/// Free text, or text of a pattern.
fn free_text<'s>(branches: &[&'s Json]) -> Option<&'s Json> {
    branches
        .iter()
        .copied()
        .find(|branch| is_type(branch, "string") && branch.get("enum").is_none() && branch.get("const").is_none())
}

fn kinds(branches: &[&Json]) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for branch in branches {
        let kind = match () {
            () if is_type(branch, "object") => Kind::Map,
            () if is_type(branch, "array") => Kind::List,
            () if is_type(branch, "boolean") => Kind::Boolean,
            () if is_type(branch, "integer") => Kind::Integer,
            () if branch.get("pattern").is_some() => Kind::Name,
            () => Kind::Text,
        };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// What is wrong with a scalar, if anything is.
fn scalar_problem(scalar: &Scalar, branches: &[&Json]) -> Option<Problem> {
    let kind = scalar.kind();
    let constants = constants(branches);
    let text = scalar.text.clone();
    if constants.contains(&text) {
        return (kind != Kind::Text).then_some(Problem::UnquotedNumber { word: text });
    }
    if kind == Kind::Boolean && find(branches, "boolean").is_some() {
        return None;
    }
    if let (Kind::Integer, Some(branch)) = (kind, find(branches, "integer")) {
        return out_of_bounds(&text, branch);
    }
    if let Some(branch) = free_text(branches) {
        return text_problem(scalar, kind, branch, branches);
    }
    if kind == Kind::Text && (!constants.is_empty() || find(branches, "boolean").is_some()) {
        let mut known = constants;
        if find(branches, "boolean").is_some() {
            known.extend(["true".to_owned(), "false".to_owned()]);
        }
        return Some(Problem::UnknownValue { value: text, known });
    }
    Some(Problem::WrongType { expected: kinds(branches), found: kind })
}

fn text_problem(scalar: &Scalar, kind: Kind, branch: &Json, branches: &[&Json]) -> Option<Problem> {
    let word = scalar.text.clone();
    if kind == Kind::Null {
        let expected = kinds(branches);
        return Some(Problem::WrongType { expected, found: kind });
    }
    if kind == Kind::Boolean || (scalar.is_old_boolean() && branch.get("pattern").is_some()) {
        return Some(Problem::UnquotedBoolean { word });
    }
    if kind != Kind::Text {
        return Some(Problem::UnquotedNumber { word });
    }
    match branch["pattern"].as_str() {
        None => None,
        Some(COUNTRY_PATTERN) => (!is_country(&word)).then_some(Problem::BadCountry { value: word }),
        Some(DATE_PATTERN) => (!is_date(&word)).then_some(Problem::BadDate { value: word }),
        Some(_) => (!is_id(&word)).then_some(Problem::BadName { name: word }),
    }
}

fn out_of_bounds(text: &str, branch: &Json) -> Option<Problem> {
    let least = branch["minimum"].as_f64().map_or(0, bound);
    let most = branch["maximum"].as_f64().map_or(u64::MAX >> 1, bound);
    let inside = text.parse::<u64>().is_ok_and(|value| (least..=most).contains(&value));
    (!inside).then_some(Problem::OutOfBounds { least, most })
}

/// Bounds in the schema are small whole numbers, that JSON may carry as floating-point ones.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounds are small and positive")]
fn bound(value: f64) -> u64 {
    value as u64
}

fn is_id(text: &str) -> bool {
    let inner = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && !text.starts_with('-') && text.chars().all(inner)
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.chars().all(|c| c.is_ascii_uppercase())
}

fn is_date(text: &str) -> bool {
    let parts: Vec<Option<u32>> = text.split('-').map(|part| part.parse().ok()).collect();
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    match parts.as_slice() {
        [Some(_), Some(month), Some(day)] => lengths == [4, 2, 2] && (1..=12).contains(month) && (1..=31).contains(day),
        _ => false,
    }
}
