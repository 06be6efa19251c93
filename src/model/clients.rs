//! Clients: the things that people hold.

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::shape::{Brief, Id, Label, Many, Maybe, OrNone};
use super::storage::StrengthWord;

/// An application in people's hands.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Client {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// Who uses it: people, or admins, whose credentials then pass there.
    pub used_by: Many<Id>,
    /// What it is. The code of a `web` client is delivered again at each use.
    pub kind: ClientKind,
    /// Where its code comes from: the release channel or app store, and the vendor's build behind it.
    /// `unknown`: at worst every service of the model, and a stranger.
    pub code_from: Maybe<Many<Id>>,
    /// Components whose code runs beside its own: scripts of a page, toolkits of an application.
    #[serde(default)]
    pub scripts: Many<Id>,
    /// How updates reach it; ignored for web clients. Default `auto`. `unknown`: at worst auto.
    pub updates: Option<Maybe<Updates>>,
    /// Data it keeps. Default: everything it carries, nothing for web clients.
    pub keeps: Option<Maybe<OrNone<Many<Id>>>>,
    /// How the device is locked. Default `none`. `unknown`: at worst none.
    pub lock: Option<Maybe<Lock>>,
    /// Storages or backups that receive a copy of what it keeps, keys included, under other keys or not.
    #[serde(default)]
    pub backed_up_to: Many<DeviceBackup>,
    /// Organisations that manage the device and can alter what it runs, or `none`.
    pub mdm: Option<OrNone<Many<Id>>>,
    /// The hosting it runs on, for a desktop in a cloud.
    pub runs_on: Option<Id>,
    /// The organisation that operates what it runs on, for a desktop in a cloud.
    pub operator: Option<Id>,
}

impl Client {
    /// Whether a component may supply code that runs in it, its own or a script's; `any`: if its
    /// supplier is unknown, it may.
    pub fn may_run_code_of(&self, source: &str, any: bool) -> bool {
        let own = self.code_from.known().map_or(&[][..], |from| from.as_slice());
        let unknown = any && self.code_from == Maybe::Unknown;
        unknown || own.iter().chain(self.scripts.iter()).any(|one| one.0 == source)
    }
}

/// Where a device is copied to.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum DeviceBackup {
    /// A storage or a backup.
    At(Id),
    /// The same, encrypted before it leaves the device.
    Under(DeviceBackupUnder),
}

/// A copy of a device, encrypted before it leaves it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeviceBackupUnder {
    /// The storage or the backup.
    pub to: Id,
    /// The keys that are all needed to open the copy.
    pub under: Many<Id>,
    /// How well it is encrypted. Default `strong`. `unknown`: at worst weak.
    pub strength: Option<Maybe<StrengthWord>>,
}

impl DeviceBackup {
    /// The storage or the backup.
    pub fn to(&self) -> &Id {
        match self {
            Self::At(to) => to,
            Self::Under(under) => &under.to,
        }
    }

    /// The keys that are all needed to open the copy.
    pub fn under(&self) -> &[Id] {
        match self {
            Self::At(_) => &[],
            Self::Under(under) => &under.under,
        }
    }
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
