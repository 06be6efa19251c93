//! Clients: the things that people hold.

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::shape::{Brief, Id, Label, Many, Maybe, OrNone};

/// An application in people's hands.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Client {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// Who uses it.
    pub used_by: Many<Id>,
    /// What it is. The code of a `web` client is delivered again at each use.
    pub kind: ClientKind,
    /// Where its code comes from: the release channel or app store, and the vendor's build behind it.
    pub code_from: Many<Id>,
    /// How updates reach it; ignored for web clients. Default `auto`. `unknown`: at worst auto.
    pub updates: Option<Maybe<Updates>>,
    /// Data it keeps. Default: everything it carries, nothing for web clients.
    pub keeps: Option<Maybe<OrNone<Many<Id>>>>,
    /// How the device is locked. Default `none`. `unknown`: at worst none.
    pub lock: Option<Maybe<Lock>>,
}

/// What a client is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClientKind {
    /// A page in a browser.
    Web,
    /// An application on a phone or tablet.
    Mobile,
    /// An application on a computer.
    Desktop,
    /// A connected device.
    Device,
}

/// How updates reach a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Updates {
    /// Whoever ships the code changes it.
    Auto,
    /// As auto, in a public log that shows every release.
    Logged,
    /// The code does not change without its user.
    Pinned,
}

/// How a device is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lock {
    /// Encrypted under a passcode that cannot be guessed.
    Strong,
    /// Encrypted under a passcode that can.
    Guessable,
    /// Not encrypted.
    None,
}
