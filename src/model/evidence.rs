//! What statements rest on: somebody's word, a document, an observation, a test. No fact depends on it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::names::Checker;
use super::parts::Architecture;
use super::shape::{Brief, Date, Label, Main, Many};
use crate::source::{Route, Segment, Value};
use crate::text::problem::Problem;

/// What the statements of an entry rest on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What kind of evidence it is.
    pub level: EvidenceLevel,
    /// The document, and the place in it. Required with `document`.
    #[serde(rename = "ref")]
    pub reference: Option<Label>,
    /// The date of the document, of the observation, of the test. Required with `observed` and `tested`.
    pub date: Option<Date>,
    /// Who wrote, saw or tried it.
    pub by: Option<Label>,
    /// The properties of the entry that it is about. Default: all.
    #[serde(default)]
    pub on: Many<String>,
}

/// The kinds of evidence, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceLevel {
    /// The author of the model says it. The default.
    Declared,
    /// A document says it: a contract, an architecture file, an audit report.
    Document,
    /// Somebody saw it: a screen, a configuration, an export.
    Observed,
    /// Somebody tried it.
    Tested,
}

impl EvidenceLevel {
    /// The word of the language.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Document => "document",
            Self::Observed => "observed",
            Self::Tested => "tested",
        }
    }

    /// The property that must come with it, without which nobody could check.
    const fn needs(self) -> Option<&'static str> {
        match self {
            Self::Declared => None,
            Self::Document => Some("ref"),
            Self::Observed | Self::Tested => Some("date"),
        }
    }
}

impl Main for Evidence {
    type Of = EvidenceLevel;

    fn from_main(level: EvidenceLevel) -> Self {
        Self { level, reference: None, date: None, by: None, on: Many::default() }
    }
}

impl Architecture {
    /// What the statement on a route rests on: the strongest evidence on its property, or else the
    /// strongest on its whole entry; `None` when the model gives none.
    pub fn evidence(&self, route: &Route) -> Option<&Evidence> {
        let (entry, property) = split(route)?;
        let all = self.evidence_of(&entry)?;
        let strongest = |list: Vec<&'_ Evidence>| -> Option<EvidenceLevel> { list.iter().map(|one| one.level).max() };
        let on = |one: &&Evidence| property.is_some_and(|property| one.on.iter().any(|name| name == property));
        let special: Vec<&Evidence> = all.iter().map(|one| &one.0).filter(on).collect();
        let whole: Vec<&Evidence> = all.iter().map(|one| &one.0).filter(|one| one.on.is_empty()).collect();
        let chosen = if special.is_empty() { whole } else { special };
        let level = strongest(chosen.clone())?;
        chosen.into_iter().find(|one| one.level == level)
    }

    /// The evidence that an entry states.
    fn evidence_of(&self, entry: &[Segment]) -> Option<&Many<Brief<Evidence>>> {
        match entry {
            [Segment::Key(section), Segment::Key(name)] => match section.as_str() {
                "organisations" => self.organisations.get(name).map(|one| &one.evidence),
                "people" => self.people.get(name).map(|one| &one.evidence),
                "data" => self.data.get(name).map(|one| &one.evidence),
                "clients" => self.clients.get(name).map(|one| &one.evidence),
                "hosting" => self.hosting.get(name).map(|one| &one.evidence),
                "backend" => self.backend.get(name).map(|one| &one.evidence),
                "storage" => self.storage.get(name).map(|one| &one.evidence),
                "backups" => self.backups.as_ref()?.get(name).map(|one| &one.evidence),
                "keys" => self.keys.get(name).map(|one| &one.evidence),
                "accounts" => self.accounts.get(name).map(|one| &one.evidence),
                "admins" => self.admins.get(name).map(|one| &one.evidence),
                _ => None,
            },
            [Segment::Key(section), Segment::Index(at)] => match section.as_str() {
                "links" => self.links.get(*at).map(|one| &one.evidence),
                "end_to_end" => self.end_to_end.get(*at).map(|one| &one.evidence),
                _ => None,
            },
            _ => None,
        }
    }

    /// The route of every entry that can state evidence.
    fn entries(&self) -> Vec<Route> {
        let backups = self.backups.iter().flat_map(|backups| backups.keys());
        let named = [
            ("organisations", self.organisations.keys().collect::<Vec<_>>()),
            ("people", self.people.keys().collect()),
            ("data", self.data.keys().collect()),
            ("clients", self.clients.keys().collect()),
            ("hosting", self.hosting.keys().collect()),
            ("backend", self.backend.keys().collect()),
            ("storage", self.storage.keys().collect()),
            ("backups", backups.collect()),
            ("keys", self.keys.keys().collect()),
            ("accounts", self.accounts.keys().collect()),
            ("admins", self.admins.keys().collect()),
        ];
        let of = |(section, names): (&str, Vec<&String>)| -> Vec<Route> {
            names.into_iter().map(|name| Route::root(section).key(name)).collect()
        };
        let mut routes: Vec<Route> = named.into_iter().flat_map(of).collect();
        routes.extend((0..self.links.len()).map(|at| Route::root("links").index(at)));
        routes.extend((0..self.end_to_end.len()).map(|at| Route::root("end_to_end").index(at)));
        routes
    }
}

/// The entry that a route goes through, and the property of it.
fn split(route: &Route) -> Option<(Vec<Segment>, Option<&str>)> {
    let entry = route.0.get(..2)?.to_vec();
    let property = match route.0.get(2) {
        Some(Segment::Key(property)) => Some(property.as_str()),
        _ => None,
    };
    Some((entry, property))
}

impl Checker<'_> {
    /// Evidence that nobody could check, or that is about nothing.
    pub(super) fn evidence(&mut self) {
        let model = self.model;
        for route in model.entries() {
            let Some(all) = model.evidence_of(&route.0).filter(|all| !all.is_empty()) else { continue };
            let known = self.stated(&route);
            for (at, one) in all.iter().enumerate() {
                self.one(one, &known, &route.key("evidence").index(at));
            }
        }
    }

    fn one(&mut self, evidence: &Evidence, known: &[String], route: &Route) {
        let has = |key: &str| match key {
            "ref" => evidence.reference.is_some(),
            _ => evidence.date.is_some(),
        };
        if let Some(key) = evidence.level.needs().filter(|key| !has(key)) {
            self.say(Problem::Unverifiable { level: evidence.level.id(), key }, &route.key("level"));
        }
        for (at, name) in evidence.on.iter().enumerate() {
            if !known.iter().any(|property| property == name) {
                let problem = Problem::NoSuchProperty { name: name.clone(), known: known.to_vec() };
                self.say(problem, &route.key("on").index(at));
            }
        }
    }

    /// The properties that an entry states.
    fn stated(&self, route: &Route) -> Vec<String> {
        match self.tree.node(route).map(|node| &node.value) {
            Some(Value::Map(entries)) => {
                let keys = entries.iter().map(|entry| entry.key.clone());
                keys.filter(|key| key != "label" && key != "evidence").collect()
            }
            _ => Vec::new(),
        }
    }
}
