//! Checks a tree against the schema of the language, and reports every structural mistake.
//!
//! The schema is generated from the types that read the model, so the two cannot disagree on what
//! a key is called or what may stand there. The typed reader stops at its first error; this walk
//! does not.

use std::sync::LazyLock;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value as Json;

use super::bounds::{BOUND_PATTERN, ExpectedGrade};
use super::day::Day;
use super::load::ModelFile;
use super::shape::{BYTES_PATTERN, COUNTRY_PATTERN, DATE_PATTERN, SECRET_PATTERN};
use super::variants::Sections;
use crate::source::{Diagnostic, Entry, Node, Scalar, Span, Value};
use crate::text::problem::{Kind, Problem, nearest};

static SCHEMA: LazyLock<Json> = LazyLock::new(|| {
    let mut settings = SchemaSettings::draft07();
    settings.transforms.push(Box::new(RecursiveTransform(without_null)));
    let mut schema = settings.into_generator().into_root_schema_for::<ModelFile>();
    // The name of a type says nothing to those who write models.
    schema.remove("title");
    let mut schema = schema.to_value();
    let sections: Vec<Json> =
        schema["properties"].as_object().into_iter().flatten().map(|(key, _)| Json::from(key.as_str())).collect();
    let touched = sections.into_iter().filter(|key| !key.as_str().is_some_and(|key| UNTOUCHED.contains(&key)));
    schema["definitions"][Sections::NAME]["propertyNames"] = serde_json::json!({ "enum": touched.collect::<Vec<_>>() });
    schema
});

/// Sections that no variant changes or adds to.
pub(super) const UNTOUCHED: [&str; 5] = ["enclair", "include", "variants", "expect", "accept"];

/// What is not stated is left out, not written as nothing.
fn without_null(schema: &mut Schema) {
    for key in ["type", "enum", "anyOf"] {
        let Some(Json::Array(list)) = schema.get_mut(key) else { continue };
        list.retain(|one| *one != "null" && !one.is_null() && one["type"] != "null");
        if key == "type" && list.len() == 1 {
            let only = list.remove(0);
            schema.insert(key.to_owned(), only);
        }
    }
}

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

/// Every structural mistake of one section.
pub(super) fn section(section: &Entry) -> Vec<Diagnostic> {
    let mut walker = Walker { problems: Vec::new() };
    walker.node(&section.node, &SCHEMA["properties"][&section.key], &section.key_span);
    walker.problems
}

/// Whether a section is of the language.
pub(super) fn is_section(key: &str) -> bool {
    SCHEMA["properties"].get(key).is_some()
}

/// Whether the entries of a section have names that the author gives.
pub(super) fn is_of_names(key: &str) -> bool {
    SCHEMA["properties"][key].get("additionalProperties").is_some_and(Json::is_object)
}

/// The start of a value, up to where its first line could end; a block is too long to underline.
pub(super) fn first_line(node: &Node) -> Span {
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
            Value::List(list) => match best_list(list, &branches) {
                Some(problems) => self.problems.extend(problems),
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
        self.say(wrong_type(node.kind(), branches), place.clone());
    }

    fn map(&mut self, entries: &[Entry], schema: &Json, place: &Span) {
        let properties = schema["properties"].as_object();
        let others = &schema["additionalProperties"];
        for entry in entries {
            let known = properties.and_then(|properties| properties.get(&entry.key));
            if *others == Json::Bool(true) {
                continue;
            }
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
        let problem = match () {
            () if country && !is_country(&name) => Problem::BadCountry { value: name },
            () if country && word.is_old_boolean() && !entry.quoted => Problem::UnquotedBoolean { word: name },
            () if country => return,
            () if matches!(name.as_str(), "none" | "unknown") || word.is_old_boolean() => {
                Problem::ReservedName { name }
            }
            () if !is_id(&name) => Problem::BadName { name },
            () => return,
        };
        self.say(problem, entry.key_span.clone());
    }

    /// Required keys that are not there, but for those that an unknown key is near: it was said already.
    fn missing(&mut self, entries: &[Entry], schema: &Json, place: &Span) {
        let Some(properties) = schema["properties"].as_object() else { return };
        let known: Vec<String> = properties.keys().cloned().collect();
        let meant = |key: &str| {
            let strangers = entries.iter().filter(|entry| !properties.contains_key(&entry.key));
            strangers.into_iter().any(|entry| nearest(&entry.key, &known) == Some(key))
        };
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
        let absent = |key: &&str| !entries.iter().any(|entry| entry.key == *key) && !meant(key);
        let keys: Vec<String> = required.filter(absent).map(str::to_owned).collect();
        if keys.is_empty() {
            return;
        }
        let unknown =
            keys.iter().filter(|key| constants(&branches(&properties[*key])).iter().any(|word| word == "unknown"));
        let unknown = unknown.cloned().collect();
        let empty = keys.iter().filter_map(|key| Some(format!("{key}: {}", empty(&branches(&properties[key]))?)));
        let empty = empty.collect();
        self.say(Problem::MissingKey { keys, unknown, empty }, place.clone());
    }
}

/// The mistakes of a list, read as that one of the lists possible which it fits best; `None` when no
/// list is possible.
fn best_list(list: &[Node], branches: &[&Json]) -> Option<Vec<Diagnostic>> {
    let lists = branches.iter().filter(|branch| is_type(branch, "array"));
    let read = |branch: &&Json| {
        let mut walker = Walker { problems: Vec::new() };
        for item in list {
            walker.node(item, &branch["items"], &first_line(item));
        }
        walker.problems
    };
    lists.map(read).min_by_key(Vec::len)
}

/// How to write that there is none, where a section or a plain list may stand.
fn empty(branches: &[&Json]) -> Option<&'static str> {
    match branches {
        [only] if is_type(only, "array") => Some("[]"),
        [only] if is_type(only, "object") && only.get("propertyNames").is_some() => Some("{}"),
        [only] if is_type(only, "object") && only.get("required").is_none() => Some("{}"),
        _ => None,
    }
}

fn wrong_type(found: Kind, branches: &[&Json]) -> Problem {
    let known = match found {
        Kind::Null => empty(branches).map(str::to_owned).into_iter().collect(),
        _ => Some(constants(branches)).filter(|words| !words.is_empty()).unwrap_or_else(|| forms(branches)),
    };
    Problem::WrongType { expected: kinds(branches), found, known }
}

/// How a map is written that has required properties, if they are few.
fn forms(branches: &[&Json]) -> Vec<String> {
    const FEW: usize = 4;
    let form = |branch: &&Json| {
        let required = branch["required"].as_array().filter(|required| required.len() <= FEW)?;
        let required = required.iter().filter_map(Json::as_str);
        let properties: Vec<String> = required.map(|key| format!("{key}: …")).collect();
        Some(format!("{{ {} }}", properties.join(", ")))
    };
    branches.iter().filter_map(form).collect()
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
    schema["type"] == kind
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
        let constant = branch["const"].as_str();
        let kind = match () {
            () if is_type(branch, "object") => Kind::Map,
            () if is_type(branch, "array") => Kind::List,
            () if is_type(branch, "boolean") => Kind::Boolean,
            () if is_type(branch, "integer") => Kind::Integer,
            () if constant == Some("unknown") => Kind::Unknown,
            () if constant == Some("none") => Kind::Without,
            () if constant.is_some() || branch.get("enum").is_some() => Kind::Word,
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
    if find(branches, "boolean").is_some() {
        if kind == Kind::Boolean {
            return None;
        }
        if matches!(text.as_str(), "true" | "false") {
            return Some(wrong_type(kind, branches));
        }
    }
    if let (Kind::Integer, Some(branch)) = (kind, find(branches, "integer")) {
        return out_of_bounds(&text, branch);
    }
    if let Some(branch) = free_text(branches) {
        return text_problem(scalar, kind, branch, branches);
    }
    let words = find(branches, "integer").is_none();
    if words && kind == Kind::Text && (!constants.is_empty() || find(branches, "boolean").is_some()) {
        let mut known = constants;
        if find(branches, "boolean").is_some() {
            known.extend(["true".to_owned(), "false".to_owned()]);
        }
        return Some(Problem::UnknownValue { value: text, known });
    }
    Some(wrong_type(kind, branches))
}

fn text_problem(scalar: &Scalar, kind: Kind, branch: &Json, branches: &[&Json]) -> Option<Problem> {
    let word = scalar.text.clone();
    if kind == Kind::Null {
        return Some(wrong_type(kind, branches));
    }
    if branch["pattern"] == BOUND_PATTERN {
        let known = ExpectedGrade::words();
        return ExpectedGrade::parse(&word).is_none().then_some(Problem::UnknownValue { value: word, known });
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
        Some(DATE_PATTERN) => Day::parse(&word).is_none().then_some(Problem::BadDate { value: word }),
        Some(BYTES_PATTERN) => {
            (!is_id(word.strip_suffix("/medium").unwrap_or(&word))).then_some(Problem::BadName { name: word })
        }
        Some(SECRET_PATTERN) => (!word.split('/').take(3).all(is_id) || word.split('/').count() > 2)
            .then_some(Problem::BadName { name: word }),
        Some(_) => (!is_id(&word)).then_some(Problem::BadName { name: word }),
    }
}

fn out_of_bounds(text: &str, branch: &Json) -> Option<Problem> {
    let least = branch["minimum"].as_f64().map_or(0, bound);
    let most = branch["maximum"].as_f64().map(bound);
    let inside = text.parse::<u64>().is_ok_and(|value| value >= least && most.is_none_or(|most| value <= most));
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
