//! The shape of the JSON of `check`: what stands where, under which name.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::Serialize;

use crate::report::{hds, numbers, scenarios, together, transfers};

#[derive(Serialize)]
pub(super) struct Model<'a> {
    pub(super) format: &'static str,
    pub(super) file: &'a str,
    #[serde(rename = "model_sha256")]
    pub(super) sha256: &'a str,
    pub(super) version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) variant: Option<&'a str>,
    pub(super) headline: String,
    pub(super) evidence: BTreeMap<&'static str, usize>,
    pub(super) verdicts: Vec<Cell<'a>>,
    pub(super) common_base: Option<together::BaseJson<'a>>,
    pub(super) compelled: Vec<Compelled<'a>>,
    pub(super) collusions: Vec<together::CollusionJson<'a>>,
    pub(super) scenarios: Vec<scenarios::ScenarioJson<'a>>,
    pub(super) transfers: transfers::TransfersJson<'a>,
    pub(super) claims: Vec<Claim<'a>>,
    pub(super) expectations: Vec<Expectation<'a>>,
    pub(super) findings: Vec<FindingJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) acceptances: Vec<Acceptance<'a>>,
    /// The day on which these are judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) judged_on: Option<String>,
    pub(super) assumptions: Vec<Assumption<'a>>,
    pub(super) questions: Vec<Question<'a>>,
    pub(super) ladder: Vec<Rung<'a>>,
    pub(super) certificates: Vec<Certificate<'a>>,
    pub(super) hds: hds::HdsJson<'a>,
    pub(super) choke_points: Vec<Choke<'a>>,
    pub(super) numbers: Vec<numbers::NumbersJson<'a>>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) variants: IndexMap<String, Model<'a>>,
}

#[derive(Serialize)]
pub(super) struct Nothing<'a> {
    pub(super) format: &'static str,
    pub(super) file: &'a str,
    pub(super) error: &'a str,
}

#[derive(Serialize)]
pub(super) struct Slots<T> {
    pub(super) past: T,
    pub(super) new: T,
}

#[derive(Serialize)]
pub(super) struct Cell<'a> {
    pub(super) actor: &'a str,
    pub(super) data: &'a str,
    pub(super) past: &'static str,
    pub(super) new: &'static str,
    pub(super) evident: Slots<bool>,
    pub(super) next_use: bool,
    pub(super) intended: bool,
    pub(super) undetermined: Option<Undetermined<'a>>,
    /// The weakest evidence that each proof rests on.
    pub(super) evidence: Slots<Option<&'static str>>,
}

#[derive(Serialize)]
pub(super) struct Undetermined<'a> {
    pub(super) best: Slots<&'static str>,
    pub(super) questions: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Compelled<'a> {
    pub(super) authority: &'a str,
    pub(super) organisation: &'a str,
    pub(super) power: &'static str,
    pub(super) data: &'a str,
    pub(super) past: &'static str,
    pub(super) new: &'static str,
}

#[derive(Serialize)]
pub(super) struct Location<'a> {
    pub(super) file: &'a str,
    pub(super) line: usize,
    pub(super) column: usize,
}

#[derive(Serialize)]
pub(super) struct Claim<'a> {
    pub(super) id: Option<&'a str>,
    pub(super) says: &'a str,
    pub(super) data: Vec<&'a str>,
    /// The property that says what it is checked as, and the same in one phrase.
    pub(super) form: &'static str,
    pub(super) checked: &'a str,
    pub(super) verdict: &'static str,
    pub(super) against: Vec<Against<'a>>,
    /// Components that have the plaintext, of a claim that they do not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) plaintext_at: Vec<&'a str>,
    pub(super) words: Vec<ExplainedWord>,
    pub(super) location: Location<'a>,
}

/// A word of a claim, with what it says and does not say.
#[derive(Serialize)]
pub(super) struct ExplainedWord {
    pub(super) id: &'static str,
    pub(super) word: &'static str,
    pub(super) text: &'static str,
}

/// A risk that somebody accepts.
#[derive(Serialize)]
pub(super) struct Acceptance<'a> {
    pub(super) finding: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub(super) about: &'a [String],
    pub(super) actor: Option<&'a str>,
    pub(super) data: Option<&'a str>,
    pub(super) claim: Option<&'a str>,
    pub(super) owner: &'a str,
    pub(super) reason: &'a str,
    pub(super) until: String,
    pub(super) state: &'static str,
    pub(super) location: Location<'a>,
}

#[derive(Serialize)]
pub(super) struct Against<'a> {
    pub(super) actor: &'a str,
    pub(super) data: &'a str,
    pub(super) grade: &'static str,
}

#[derive(Serialize)]
pub(super) struct Expectation<'a> {
    pub(super) actor: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub(super) with: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) order: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) through: Option<&'a str>,
    pub(super) data: Option<&'a str>,
    pub(super) claim: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub(super) source: &'a [String],
    pub(super) holds: bool,
    pub(super) checks: Vec<Check<'a>>,
    pub(super) location: Location<'a>,
}

#[derive(Serialize)]
pub(super) struct Check<'a> {
    pub(super) what: &'static str,
    pub(super) expected: &'a str,
    pub(super) found: &'a str,
}

#[derive(Serialize)]
pub(super) struct FindingJson<'a> {
    pub(super) rule: &'static str,
    pub(super) actor: Option<&'a str>,
    pub(super) data: Option<&'a str>,
    pub(super) claim: Option<&'a str>,
    /// Of the catalogue: what it is raised on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) about: Option<&'a [String]>,
    /// Of the catalogue: how much it weighs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) severity: Option<&'static str>,
    /// Of the catalogue: the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    pub(super) grade: &'static str,
    /// The accepted risk that covers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) accepted: Option<Acceptance<'a>>,
    /// The accepted risk that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) acceptance: Option<Acceptance<'a>>,
    pub(super) locations: Vec<Location<'a>>,
}

#[derive(Serialize)]
pub(super) struct Assumption<'a> {
    pub(super) id: &'static str,
    pub(super) worst_case: bool,
    pub(super) text: &'static str,
    pub(super) about: Vec<&'a str>,
    pub(super) locations: Vec<Location<'a>>,
}

#[derive(Serialize)]
pub(super) struct Question<'a> {
    pub(super) topic: Option<&'static str>,
    pub(super) property: &'a str,
    pub(super) to: &'a str,
    pub(super) text: &'a str,
    pub(super) worst: &'a str,
    pub(super) best: &'a str,
    pub(super) decides: usize,
    pub(super) data: Vec<&'a str>,
    pub(super) location: Location<'a>,
}

#[derive(Serialize)]
pub(super) struct Rung<'a> {
    pub(super) id: &'static str,
    /// What it bought, beside the rung that it is added to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) step: Option<Step<'a>>,
    pub(super) cells: Vec<RungCell<'a>>,
}

#[derive(Serialize)]
pub(super) struct Step<'a> {
    pub(super) below: &'static str,
    /// The data that it is about.
    pub(super) on: Vec<&'a str>,
    pub(super) stopped: Vec<&'a str>,
    pub(super) held: Vec<&'a str>,
    pub(super) partly: Vec<&'a str>,
    pub(super) nearer: Vec<&'a str>,
    pub(super) privilege: BeforeAfter,
    pub(super) text: String,
}

#[derive(Serialize)]
pub(super) struct BeforeAfter {
    pub(super) before: usize,
    pub(super) after: usize,
}

#[derive(Serialize)]
pub(super) struct RungCell<'a> {
    pub(super) actor: &'a str,
    pub(super) data: &'a str,
    pub(super) past: &'static str,
    pub(super) new: &'static str,
}

#[derive(Serialize)]
pub(super) struct Certificate<'a> {
    pub(super) organisation: &'a str,
    pub(super) activities: &'a [u8],
    pub(super) until: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Choke<'a> {
    pub(super) data: &'a str,
    pub(super) components: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Refused<'a> {
    pub(super) format: &'static str,
    pub(super) file: &'a str,
    pub(super) errors: Vec<Mistake<'a>>,
}

#[derive(Serialize)]
pub(super) struct Mistake<'a> {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) help: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) variant: Option<&'a str>,
    pub(super) location: Location<'a>,
}
