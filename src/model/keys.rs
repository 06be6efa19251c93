//! Keys and their custody, accounts, end-to-end encryption.

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::shape::{Brief, Id, Label, Main, Many, Maybe, OrNone, Section};

/// A key and its custody.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// Where it is kept: components, actors, or sealed somewhere `under` other keys; `none` if nowhere.
    pub kept_in: OrNone<Many<Place>>,
    /// Services that can use it where it is kept. Those that open a content layer under it can too.
    #[serde(default)]
    pub used_by: Many<Id>,
}

impl Main for Key {
    type Of = OrNone<Many<Place>>;

    fn from_main(kept_in: Self::Of) -> Self {
        Self { label: None, evidence: Many::default(), kept_in, used_by: Many::default() }
    }
}

/// A place where a key is kept.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Place {
    /// A component or an actor.
    At(Id),
    /// Sealed at a component.
    Under(PlaceUnder),
}

/// A key kept sealed under others.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceUnder {
    /// The component.
    #[serde(rename = "in")]
    pub at: Id,
    /// The keys that are all needed to open it.
    pub under: Many<Id>,
}

/// How people sign in to a service.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// The services where the session is valid.
    pub at: Many<Id>,
    /// What can be presented.
    pub factors: Section<Factor>,
    /// The factors that are all needed to sign in.
    pub login: Many<Id>,
    /// Ways to get in without them, each a set of factors; or `none`. `unknown`: at worst the mailbox alone.
    pub reset: Maybe<OrNone<Many<Many<Id>>>>,
}

/// A factor of an account.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// The component that delivers it, and keeps it: a mail or text-message service.
    pub delivered_by: Option<Id>,
    /// Whether the service receives the factor itself. Default `always`.
    #[serde(default)]
    pub sent: Sent,
}

/// Whether a service receives a factor itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sent {
    /// At each sign-in.
    #[default]
    Always,
    /// Never: the service checks it without learning it.
    Never,
}

/// Encryption from end to end.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndToEnd {
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// Which data.
    pub data: Many<Id>,
    /// The clients that hold the keys.
    pub between: Many<Id>,
    /// The key, if it is declared among `keys`. Default: one of its own, on the ends alone.
    pub key: Option<Id>,
    /// The service from which an end learns recipients' keys, or `none` if out of band.
    pub recipients_from: OrNone<Id>,
    /// Whether ends verify recipients' keys, as a rule that is enforced. `unknown`: at worst not.
    pub verified: Maybe<Verified>,
    /// Whether members added later receive what was said before. Default `new`.
    #[serde(default)]
    pub history: History,
    /// Components that see the data in clear all the same.
    #[serde(default)]
    pub clear_at: Many<Id>,
    /// The directory of keys is not in a storage of the service.
    #[serde(default)]
    pub directory_apart: bool,
}

/// Whether recipients' keys are verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verified {
    /// Out of band, as a rule that is enforced.
    Yes,
    /// By a public log that shows substitution.
    Logged,
    /// No.
    No,
}

impl<'de> Deserialize<'de> for Verified {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Shape {
            Is(bool),
            Word(Word),
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "kebab-case")]
        enum Word {
            Logged,
        }
        Ok(match Shape::deserialize(deserializer)? {
            Shape::Is(true) => Self::Yes,
            Shape::Is(false) => Self::No,
            Shape::Word(Word::Logged) => Self::Logged,
        })
    }
}

impl JsonSchema for Verified {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Verified".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "`true`: verified out of band, as a rule that is enforced. `logged`: a public log shows substitution.",
            "anyOf": [{ "type": "boolean" }, { "const": "logged" }]
        })
    }
}

/// What members added later receive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum History {
    /// Only what is new.
    #[default]
    New,
    /// The past too: the group's key is shared with them.
    Shared,
}
