//! Keys and their custody, accounts, end-to-end encryption.

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::shape::{Brief, Id, Label, Main, Many, Maybe, OrNone, SecretName, Section};
use super::storage::StrengthWord;

/// A key and its custody.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// Where it is kept: components, actors, or somewhere `under` other keys, or behind a lock that
    /// `opens_to` someone; `none` if nowhere. `unknown`: at worst everywhere.
    pub kept_in: Maybe<OrNone<Many<Place>>>,
    /// Services that can use it where it is kept. Those that open a content layer under it can too.
    #[serde(default)]
    pub used_by: Many<Id>,
    /// Components that see it while it passes, and do not keep it: a key that comes with each request.
    #[serde(default)]
    pub seen_by: Many<Id>,
    /// Who can change who may use it where it is kept, in a log that shows it.
    #[serde(default)]
    pub policy_admins: Many<Id>,
    /// Whether its keeper writes each use of it in a log that shows it and that those who use it cannot alter. Default
    /// `false`.
    #[serde(default)]
    pub logged: bool,
    /// The password that it is computed from: a factor of people's account, or an admin's password.
    pub from_password: Option<SecretName>,
    /// Whether that password can be guessed by trying. Required with it. `unknown`: at worst it can.
    pub guess: Option<Maybe<GuessWord>>,
}

impl Key {
    /// The places where it is said to be kept.
    pub fn places(&self) -> &[Place] {
        self.kept_in.known().and_then(OrNone::some).map_or(&[], |places| places.as_slice())
    }
}

/// How hard a password is to guess, by whoever can try as often as they like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GuessWord {
    /// It cannot be guessed: long and random.
    Strong,
    /// It can.
    Guessable,
}

impl Main for Key {
    type Of = Maybe<OrNone<Many<Place>>>;

    fn from_main(kept_in: Self::Of) -> Self {
        Self {
            label: None,
            evidence: Many::default(),
            kept_in,
            used_by: Many::default(),
            seen_by: Many::default(),
            policy_admins: Many::default(),
            logged: false,
            from_password: None,
            guess: None,
        }
    }
}

/// A place where a key is kept.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Place {
    /// A component or an actor.
    At(Id),
    /// At a component, sealed or behind a lock.
    Under(PlaceUnder),
}

impl Place {
    /// The component or the actor.
    pub fn at(&self) -> &Id {
        match self {
            Self::At(at) => at,
            Self::Under(under) => &under.at,
        }
    }

    /// The keys that seal it there.
    pub fn under(&self) -> &[Id] {
        match self {
            Self::At(_) => &[],
            Self::Under(under) => &under.under,
        }
    }
}

/// A key kept sealed under others, or behind a lock, or both.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceUnder {
    /// The component.
    #[serde(rename = "in")]
    pub at: Id,
    /// The keys that are all needed to open it.
    #[serde(default)]
    pub under: Many<Id>,
    /// What is all needed for the component to hand it out: factors of people (`patient/pin`), their
    /// `session`, an admin, a service, another key.
    #[serde(default)]
    pub opens_to: Many<SecretName>,
    /// Whether presenting that is acting as a `service` within its role, or as a `user` in person.
    #[serde(rename = "as")]
    pub acting: Option<ActingAs>,
    /// How well it is sealed. Default `strong`. `unknown`: at worst weak.
    pub strength: Option<Maybe<StrengthWord>>,
}

/// In which quality something is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActingAs {
    /// A service, or staff with a tool made for it: within their role.
    Service,
    /// A person: somebody else who presents their factors poses as them.
    User,
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
    /// The identity provider whose word the services take: it can open a session for anybody.
    pub idp: Option<Id>,
    /// Components that keep sessions in clear: logs, traces, crash reports.
    #[serde(default)]
    pub session_in: Many<Id>,
    /// Whether a session shows one person's data or that of all. Shown, never computed with.
    pub scope: Option<AccountScope>,
}

/// How much one session shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AccountScope {
    /// The data of one person.
    Single,
    /// The data of many.
    Bulk,
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
    /// How hard it is to guess for whoever can try as often as they like. Default `guessable`.
    /// `unknown`: at worst it can be guessed.
    pub strength: Option<Maybe<GuessWord>>,
    /// Storages and backups that keep something computed from it, on which guesses can be tried: a hash.
    #[serde(default)]
    pub hash_in: Many<Id>,
    /// Components that keep it in clear, meant to or not: logs, traces, crash reports.
    #[serde(default)]
    pub kept_in: Many<Id>,
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
    /// The service from which an end learns recipients' keys, or `none` if out of band. `unknown`: at
    /// worst every service.
    pub recipients_from: Maybe<OrNone<Id>>,
    /// Whether ends verify recipients' keys, as a rule that is enforced. `unknown`: at worst not.
    pub verified: Maybe<Verified>,
    /// Whether members added later receive what was said before. Default `new`.
    #[serde(default)]
    pub history: History,
    /// Components that see the data in clear all the same.
    #[serde(default)]
    pub clear_at: Many<Id>,
    /// How well it is encrypted. Default `strong`. `unknown`: at worst weak.
    pub strength: Option<Maybe<StrengthWord>>,
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
