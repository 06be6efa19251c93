//! Data assets and their declared readers.

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::shape::{Brief, Id, Label, Many, OrNone};

/// A data asset.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// What it is.
    pub kind: DataKind,
    /// How many people it is about.
    pub subjects: Option<u64>,
    /// Who is meant to read it: people, admins, organisations, or `none`. Nobody else is `design`.
    pub readers: OrNone<Many<Id>>,
}

/// What a data asset is. Shown and used in findings, never in a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DataKind {
    /// Health data.
    Health,
    /// Names, contact details, identifiers.
    Identifier,
    /// Data about exchanges: who, when, how much.
    Metadata,
    /// Other personal data.
    Personal,
    /// Anything else.
    Other,
}
