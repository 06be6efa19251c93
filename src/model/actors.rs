//! Organisations, people and admins: who there is.

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::shape::{Brief, Bytes, Country, Date, Id, Label, Many, Maybe, OrNone};
use super::statements::{Qualification, TransferBasis};

/// An organisation as a file states it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationEntry {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// What it does here, in a word: vendor, host, managed-services, parent… Shown, never computed with.
    pub role: Option<String>,
    /// Countries whose authorities can compel it. `unknown`: some authority of an unknown country can.
    pub country: Maybe<Many<Country>>,
    /// The organisation that controls it, or `none`. Required for every organisation but the vendor.
    /// `unknown`: all unknown owners are taken as one.
    pub owned_by: Option<Maybe<OrNone<Id>>>,
    /// How many people work there with access. A number, never computed with.
    pub count: Option<Maybe<u64>>,
    /// Whether it is a controller: the data are its own, and its own system is no hosting for others. No verdict
    /// depends on it. Not said: it is asked.
    pub controller: Option<Maybe<bool>>,
    /// The HDS activities (1 to 6) it is certified for, or `none`. No verdict depends on them.
    #[serde(default)]
    #[schemars(schema_with = "activities")]
    pub hds: Option<Maybe<OrNone<Many<u8>>>>,
    /// Until when the certificate runs.
    pub hds_until: Option<Date>,
    /// Whether it is qualified `SecNumCloud` 3.2, or until when. No verdict depends on it.
    pub secnumcloud: Option<Maybe<Qualification>>,
    /// On what a transfer to it outside the European Economic Area is based. No verdict depends on it.
    pub transfer: Option<Maybe<TransferBasis>>,
}

fn activities(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let one = schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": 6 });
    schemars::json_schema!({
        "anyOf": [one, { "type": "array", "items": one }, { "const": "none" }, { "const": "unknown" }]
    })
}

/// An organisation as far as it bears on an answer: without its certificates.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    pub evidence: Many<Brief<Evidence>>,
    /// What it does here, in a word.
    pub role: Option<String>,
    /// Countries whose authorities can compel it.
    pub country: Maybe<Vec<String>>,
    /// The organisation that controls it.
    pub owned_by: Option<Maybe<OrNone<Id>>>,
    /// How many people work there with access.
    pub count: Option<Maybe<u64>>,
}

/// A group of people who use the system.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// The organisation they work for, which then has what they have.
    pub of: Option<Id>,
    /// How many they are.
    pub count: Option<Maybe<u64>>,
}

/// A group of people with rights on components.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Admin {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// The organisation they work for. `unknown`: at worst any of the model, and a stranger.
    pub of: Maybe<Id>,
    /// How many they are.
    pub count: Option<Maybe<u64>>,
    /// Countries from which they have access, whose authorities can then compel them. `unknown`: some
    /// authority of an unknown country can.
    pub from: Option<Maybe<Many<Country>>>,
    /// Whether a second factor is required. `unknown`: at worst it is not.
    pub mfa: Maybe<bool>,
    /// What their credentials allow.
    #[serde(default)]
    pub can: AdminPowers,
}

/// What credentials allow.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AdminPowers {
    /// Components they can observe running, with all that these can use.
    #[serde(default)]
    pub run: Many<Id>,
    /// Components they can alter.
    #[serde(default)]
    pub change: Many<Id>,
    /// Components of which they can read what is stored; or `X/medium`, the bytes alone, as they are on the disks.
    #[serde(default)]
    pub store: Many<Bytes>,
    /// Data that a service shows them: a support back-office, break-glass.
    #[serde(default)]
    pub read: Many<ReadAt>,
    /// People in whose name a service lets them act.
    #[serde(default)]
    pub impersonate: Many<ImpersonateAt>,
}

/// People in whose name a service lets one act.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImpersonateAt {
    /// The people.
    pub people: Many<Id>,
    /// The service.
    pub at: Id,
}

/// Data shown by a service.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadAt {
    /// The data assets.
    pub data: Many<Id>,
    /// The service that shows them.
    pub at: Id,
}
