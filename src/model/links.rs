//! Links: what goes from where to where, and how it is protected on the way.

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::shape::{Brief, Id, Label, Many, Maybe};
use super::storage::StrengthWord;

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
    /// Data it carries, in either direction; in clear but for TLS, or as ciphertext `under` keys.
    /// `unknown`: at worst all data of both ends.
    pub carries: Maybe<Many<Carried>>,
    /// The encryption of each hop. `unknown`: at worst none, at best 1.3.
    pub tls: Maybe<Tls>,
    /// Whether others carry the bits. Default: private inside one hosting, public otherwise.
    pub network: Option<Network>,
}

/// What a link carries.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Carried {
    /// Data, as the two ends have it.
    Data(Id),
    /// Data that was encrypted before.
    Under(CarriedUnder),
}

/// Data that travels encrypted under other keys than those of TLS.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CarriedUnder {
    /// Which data.
    pub data: Many<Id>,
    /// The keys that are all needed to open it.
    pub under: Many<Id>,
    /// The ends, and the components on the way, that open it. Default: none.
    #[serde(default)]
    pub opened_by: Many<Id>,
    /// How well it is encrypted. Default `strong`. `unknown`: at worst weak.
    pub strength: Option<Maybe<StrengthWord>>,
}

impl Carried {
    /// The data.
    pub fn data(&self) -> &[Id] {
        match self {
            Self::Data(data) => std::slice::from_ref(data),
            Self::Under(sealed) => &sealed.data,
        }
    }

    /// How it is encrypted, if it is.
    pub fn sealed(&self) -> Option<&CarriedUnder> {
        match self {
            Self::Data(_) => None,
            Self::Under(sealed) => Some(sealed),
        }
    }
}

impl Link {
    /// The data that it is said to carry, encrypted or not.
    pub fn data(&self) -> impl Iterator<Item = &Id> {
        self.carries.known().into_iter().flat_map(|carried| carried.iter()).flat_map(Carried::data)
    }

    /// Where it stops: its two ends, and what is on the way.
    pub fn stops(&self) -> impl Iterator<Item = &Id> {
        std::iter::once(&self.from).chain(self.via.iter()).chain(std::iter::once(&self.to))
    }
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
