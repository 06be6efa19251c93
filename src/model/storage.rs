//! Storage, backups, and their encryption.

use schemars::JsonSchema;
use serde::Deserialize;

use super::backend::ShieldWord;
use super::evidence::Evidence;
use super::shape::{Brief, Country, Id, Label, Many, Maybe, OrNone, stated};

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
    /// The hosting it runs on. `unknown`: at worst it stands on any hosting, and any organisation of the model, and a stranger, has it.
    pub runs_on: Option<Maybe<Id>>,
    /// The organisation whose own service it is, or `none`. `unknown`: at worst any of the model, and a stranger.
    pub operator: Option<Maybe<OrNone<Id>>>,
    /// What separates its computing from its host; never its bytes. Default `none`.
    pub shield: Option<Maybe<ShieldWord>>,
    /// The component that checks what runs in it, if the shield is `tee`. Default: its host.
    pub attested_by: Option<Id>,
    /// The country or countries where it stands. Default: where what it runs on does. No answer depends on it.
    pub location: Option<Maybe<Many<Country>>>,
    /// The storage whose data it copies as they change, content encryption included, with users of its own.
    pub replica_of: Option<Id>,
    /// The storage whose data were copied there to try things out, with users of its own.
    pub staging_of: Option<Id>,
    /// Data it keeps. Required unless it copies another. `unknown`: at worst all data.
    pub holds: Option<Maybe<Many<Id>>>,
    /// Backend components that read it, or `none`. `unknown`: at worst all of them.
    pub used_by: Maybe<OrNone<Many<Id>>>,
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
    /// How well the bytes are encrypted. Default `strong`. `unknown`: at worst weak.
    pub strength: Option<Maybe<StrengthWord>>,
}

/// How well something is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StrengthWord {
    /// No known weakness.
    Strong,
    /// Broken, or malleable: whoever alters what holds the ciphertext ends up with the plaintext.
    Weak,
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
    /// How well it is encrypted. Default `strong`. `unknown`: at worst weak.
    pub strength: Option<Maybe<StrengthWord>>,
}

impl Storage {
    /// Data it is said to keep.
    pub fn held(&self) -> &[Id] {
        stated(self.holds.as_ref()).map_or(&[], |held| held.as_slice())
    }

    /// Backend components that are said to read it.
    pub fn users(&self) -> &[Id] {
        self.used_by.known().and_then(OrNone::some).map_or(&[], |users| users.as_slice())
    }

    /// The storage that it copies.
    pub fn copies(&self) -> Option<&Id> {
        self.replica_of.as_ref().or(self.staging_of.as_ref())
    }
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
    /// The hosting it lies on. `unknown`: at worst it stands on any hosting, and any organisation of the model, and a stranger, has it.
    pub runs_on: Option<Maybe<Id>>,
    /// The organisation whose own service it is, or `none`. `unknown`: at worst any of the model, and a stranger.
    pub operator: Option<Maybe<OrNone<Id>>>,
    /// The country or countries where it stands. Default: where what it runs on does. No answer depends on it.
    pub location: Option<Maybe<Many<Country>>>,
    /// Encryption of its bytes, or `none`. `unknown`: at worst none, at best a key that nobody holds.
    pub at_rest: Maybe<OrNone<AtRest>>,
}
