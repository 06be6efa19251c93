//! Links: what goes from where to where, and how it is protected on the way.

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::shape::{Brief, Id, Label, Many, Maybe};

/// A link between two components.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// Where it starts.
    pub from: Id,
    /// Where it ends.
    pub to: Id,
    /// Where TLS ends and restarts on the way: each sees what passes.
    #[serde(default)]
    pub via: Many<Id>,
    /// Data it carries, in either direction. `unknown`: at worst all data of both ends.
    pub carries: Maybe<Many<Id>>,
    /// The encryption of each hop. `unknown`: at worst none, at best 1.3.
    pub tls: Maybe<Tls>,
    /// Whether others carry the bits. Default: private inside one hosting, public otherwise.
    pub network: Option<Network>,
}

/// The encryption of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Tls {
    /// TLS 1.3.
    #[serde(rename = "1.3")]
    V13,
    /// TLS 1.2.
    #[serde(rename = "1.2")]
    V12,
    /// TLS with certificates on both sides.
    #[serde(rename = "mutual")]
    Mutual,
    /// An obsolete version that can be broken.
    #[serde(rename = "old")]
    Old,
    /// The certificate is not checked.
    #[serde(rename = "unverified")]
    Unverified,
    /// None.
    #[serde(rename = "none")]
    None,
}

/// Whose network a link goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Network {
    /// Others carry the bits.
    Public,
    /// It stays inside the hosting.
    Private,
}
