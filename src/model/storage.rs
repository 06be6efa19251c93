//! Storage, backups, and their encryption.

use schemars::JsonSchema;
use serde::Deserialize;

use super::backend::ShieldWord;
use super::evidence::Evidence;
use super::shape::{Brief, Id, Label, Many, Maybe, OrNone};

/// A place that keeps data.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Storage {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// What it is. A `database` can be injected into. Default `files`.
    #[serde(default)]
    pub kind: StorageKind,
    /// The hosting it runs on.
    pub runs_on: Option<Id>,
    /// The organisation whose own service it is.
    pub operator: Option<Id>,
    /// What separates its computing from its host; never its bytes. Default `none`.
    pub shield: Option<Maybe<ShieldWord>>,
    /// Data it keeps.
    pub holds: Many<Id>,
    /// Backend components that read it, or `none`.
    pub used_by: OrNone<Many<Id>>,
    /// Those that cannot write to it.
    #[serde(default)]
    pub read_only: Many<Id>,
    /// Encryption of its bytes, or `none`. `unknown`: at worst none, at best a key that nobody holds.
    pub at_rest: Maybe<OrNone<AtRest>>,
    /// Encryption of the content before it is stored.
    #[serde(default)]
    pub encrypted: Many<ContentLayer>,
    /// Reachable with no credential at all.
    #[serde(default)]
    pub open: bool,
}

/// What a storage is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StorageKind {
    /// A database, that answers queries.
    Database,
    /// An object store.
    ObjectStore,
    /// Files.
    #[default]
    Files,
}

/// Encryption of stored bytes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AtRest {
    /// Where the key is while the system runs.
    pub scope: Scope,
    /// The key.
    pub key: Id,
}

/// Where the key of encrypted bytes is while the system runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The host decrypts: an encrypted disk or volume.
    Volume,
    /// The engine decrypts: transparent data encryption.
    Engine,
    /// Each request decrypts: the key stays nowhere.
    Request,
    /// A file encrypted before it is put away, as backups are.
    File,
}

/// Content encrypted before it is stored.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContentLayer {
    /// Which data.
    pub data: Many<Id>,
    /// The services that encrypt, and see it in clear while it passes.
    pub by: Many<Id>,
    /// The services that can decrypt what is stored. Default: those of `by`.
    pub opened_by: Option<OrNone<Many<Id>>>,
    /// The key.
    pub key: Id,
}

/// A copy of a storage.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Backup {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// The storages it copies.
    pub of: Many<Id>,
    /// The hosting it lies on.
    pub runs_on: Option<Id>,
    /// The organisation whose own service it is.
    pub operator: Option<Id>,
    /// Encryption of its bytes, or `none`. `unknown`: at worst none, at best a key that nobody holds.
    pub at_rest: Maybe<OrNone<AtRest>>,
}
