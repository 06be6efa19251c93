//! The story of a model: what it describes, what it teaches, and where that is known from. None bears on a verdict.

use schemars::JsonSchema;
use serde::Deserialize;

use super::shape::{Brief, Label, Main, Section};

/// What is told of a model before its answers.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// What the system is, in a few sentences.
    pub what: Label,
    /// What is to be learnt from it.
    pub lesson: Option<Label>,
    /// What the description rests on.
    pub basis: Option<Basis>,
    /// The sources of the description, by the names that expectations refer to.
    #[serde(default)]
    pub sources: Section<Brief<Source>>,
}

/// What a description rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// An invented system.
    Example,
    /// What was published of a real one, which its makers have not confirmed.
    PublicSources,
}

/// Where something is known from.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its title.
    pub title: Option<Label>,
    /// Its address.
    pub at: String,
}

impl Main for Source {
    type Of = String;

    fn from_main(at: String) -> Self {
        Self { title: None, at }
    }
}
