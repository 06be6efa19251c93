//! Risks that somebody accepts: which finding, who answers for it, why, and until when.

use schemars::JsonSchema;
use serde::Deserialize;

use super::day::Day;
use super::shape::{Id, Label, Many};

/// A finding that is accepted. It stays among the findings; it no longer counts until the day that is said.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The rule of the finding: `unintended-reader`, `claim-refuted`, `expectation-failed`, `undetermined`, or one of
    /// the catalogue, `EC-011`.
    pub finding: String,
    /// What a finding of the catalogue is raised on: a component, a key, admins; both ends of a hop. Default: anything.
    #[serde(default)]
    pub about: Many<Id>,
    /// The actor that it is about, adversaries included. Default: any.
    pub actor: Option<String>,
    /// The data asset that it is about. Default: any.
    pub data: Option<Id>,
    /// The name of the claim that it is about. Default: any.
    pub claim: Option<Id>,
    /// Who accepts it, and answers for it.
    pub owner: Label,
    /// Why.
    pub reason: Label,
    /// The last day on which it is accepted.
    pub until: Day,
}
