//! Data assets and their declared readers.

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::shape::{Brief, Id, Label, Many, Maybe, OrNone};

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
    /// `unknown`: nobody is taken for meant, and it is asked.
    pub readers: Maybe<OrNone<Many<Id>>>,
    /// The data that it accompanies: names, dates, sizes, subjects. It goes wherever that data goes, in
    /// clear under every end-to-end and content encryption; only TLS and encrypted media cover it.
    pub metadata_of: Option<Id>,
    /// The data whose patterns it is: what deterministic or searchable encryption shows, equal values,
    /// order, frequencies. It goes wherever that data goes, as metadata does.
    pub pattern_of: Option<Id>,
    /// With `metadata_of` or `pattern_of`: the only components that see it. Default: all that the data reaches.
    pub visible_to: Option<Many<Id>>,
    /// The data that it stands for, under pseudonyms. Whoever has it and the table reads that data.
    pub pseudonym_of: Option<Id>,
    /// The data asset that is the table from pseudonyms to people. Default: a table kept nowhere.
    pub mapping: Option<Id>,
    /// Whether its content alone lets people be recognised. `unknown`: at worst it does. Default `false`.
    pub reidentifiable: Option<Maybe<bool>>,
}

impl Data {
    /// Who is meant to read it, as far as the model says.
    pub fn declared_readers(&self) -> &[Id] {
        self.readers.known().and_then(OrNone::some).map_or(&[], |readers| readers.as_slice())
    }

    /// The data that it accompanies wherever that goes.
    pub fn accompanies(&self) -> Option<&Id> {
        self.metadata_of.as_ref().or(self.pattern_of.as_ref())
    }
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
    /// The table from pseudonyms to people.
    PseudonymMap,
    /// Mail.
    Mail,
    /// Other personal data.
    Personal,
    /// Anything else.
    Other,
}
