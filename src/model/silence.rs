//! What a model says that there is none of, and where it speaks of each topic.

use schemars::JsonSchema;
use serde::Deserialize;

use super::backend::BackendKind;
use super::keys::Place;
use super::parts::Architecture;
use super::shape::{Maybe, OrNone};
use crate::source::Route;
use crate::text::silence::Topic;

/// Something of which there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Absent {
    /// No storage is copied: as `backups: {}`.
    Backups,
    /// Nothing is logged beside what is described.
    Logs,
    /// Errors are reported to nobody.
    ErrorTracking,
    /// Uses are measured by nobody.
    Analytics,
    /// No push notification.
    Push,
    /// Neither mails nor text messages.
    Notifications,
    /// Support has no tool that shows data.
    Support,
    /// Nobody supplies code any more to services whose `code_from` is empty.
    CodeSupply,
    /// What a lost key sealed is lost.
    Recovery,
    /// No staging or test copy of real data.
    Staging,
    /// No partner receives data.
    Exports,
    /// Nothing stands in front of the system and ends TLS.
    Cdn,
    /// Nobody manages the devices remotely.
    DeviceManagement,
}

impl Absent {
    /// The topic.
    pub const fn topic(self) -> Topic {
        match self {
            Self::Backups => Topic::Backups,
            Self::Logs => Topic::Logs,
            Self::ErrorTracking => Topic::ErrorTracking,
            Self::Analytics => Topic::Analytics,
            Self::Push => Topic::Push,
            Self::Notifications => Topic::Notifications,
            Self::Support => Topic::Support,
            Self::CodeSupply => Topic::CodeSupply,
            Self::Recovery => Topic::Recovery,
            Self::Staging => Topic::Staging,
            Self::Exports => Topic::Exports,
            Self::Cdn => Topic::Cdn,
            Self::DeviceManagement => Topic::DeviceManagement,
        }
    }
}

impl Architecture {
    /// Where the model declares that there is such a thing, which `has_no` would contradict.
    pub fn declares(&self, topic: Topic) -> Option<Route> {
        match topic {
            Topic::Backups => self.first_backup(),
            Topic::Logs => self.of_kind(&[BackendKind::Logs]),
            Topic::ErrorTracking => self.of_kind(&[BackendKind::ErrorTracker]),
            Topic::Analytics => self.of_kind(&[BackendKind::Analytics]),
            Topic::Push => self.of_kind(&[BackendKind::Push]),
            Topic::Notifications => self.of_kind(&[BackendKind::Mail, BackendKind::Sms]),
            Topic::Support => self.support(),
            Topic::Recovery => self.escrow(),
            Topic::Staging => self.of_kind(&[BackendKind::Staging]).or_else(|| self.staged()),
            Topic::Exports => self.of_kind(&[BackendKind::Partner]),
            Topic::Cdn => self.of_kind(&[BackendKind::Cdn]),
            Topic::DeviceManagement => self.managed(),
            Topic::SignIn | Topic::CodeSupply => None,
        }
    }

    /// Whether the model speaks of a topic, so that there is nothing left to ask.
    pub fn speaks_of(&self, topic: Topic) -> bool {
        let said = match topic {
            Topic::Backups => self.backups.is_some(),
            Topic::Notifications => self.delivers(),
            Topic::Recovery => self.client_keys().any(|(_, place)| !self.is_client(place)),
            Topic::Cdn => self.of_kind(&[BackendKind::Proxy]).is_some(),
            Topic::DeviceManagement => self.manages_clients() || self.says_unmanaged(),
            _ => false,
        };
        said || self.declares(topic).is_some()
    }

    /// Whether a topic makes sense for such a system.
    pub fn concerns(&self, topic: Topic) -> bool {
        let (clients, services) = (!self.clients.is_empty(), !self.backend.is_empty());
        let keeps = !self.storage.is_empty() || services;
        match topic {
            Topic::Backups | Topic::Staging | Topic::Exports => keeps,
            Topic::Logs => services,
            Topic::ErrorTracking => clients || services,
            Topic::Analytics | Topic::Push | Topic::DeviceManagement => clients,
            Topic::Notifications | Topic::Cdn => clients && services,
            Topic::Support => services && !self.people.is_empty(),
            Topic::Recovery => !self.end_to_end.is_empty() || self.client_keys().next().is_some(),
            Topic::SignIn | Topic::CodeSupply => true,
        }
    }

    /// Services of nobody else whose code is said to come from nowhere, and that no admin changes.
    pub fn without_supplier(&self) -> impl Iterator<Item = &String> {
        let bare = |entry: &super::backend::Backend| {
            entry.operator.is_none() && matches!(&entry.code_from, Some(Maybe::Is(from)) if from.is_empty())
        };
        let changed =
            |name: &String| self.admins.values().any(|admin| admin.can.change.iter().any(|one| one.0 == *name));
        self.backend.iter().filter(move |(name, entry)| bare(entry) && !changed(name)).map(|(name, _)| name)
    }

    fn first_backup(&self) -> Option<Route> {
        let (name, _) = self.backups.as_ref()?.first()?;
        Some(Route::root("backups").key(name))
    }

    fn of_kind(&self, kinds: &[BackendKind]) -> Option<Route> {
        let (name, _) = self.backend.iter().find(|(_, entry)| kinds.contains(&entry.kind))?;
        Some(Route::root("backend").key(name).key("kind"))
    }

    /// An admin whom a service shows data, or lets act for people.
    fn support(&self) -> Option<Route> {
        self.admins.iter().find_map(|(name, admin)| {
            let route = Route::root("admins").key(name).key("can");
            let shown = (!admin.can.read.is_empty()).then(|| route.key("read"));
            shown.or_else(|| (!admin.can.impersonate.is_empty()).then(|| route.key("impersonate")))
        })
    }

    /// A storage where data were copied to try things out.
    fn staged(&self) -> Option<Route> {
        let (name, _) = self.storage.iter().find(|(_, storage)| storage.staging_of.is_some())?;
        Some(Route::root("storage").key(name).key("staging_of"))
    }

    /// A device that an organisation manages.
    fn managed(&self) -> Option<Route> {
        let (name, _) = self.clients.iter().find(|(_, client)| matches!(client.mdm, Some(OrNone::Some(_))))?;
        Some(Route::root("clients").key(name).key("mdm"))
    }

    /// Whether every device is said to be managed by nobody.
    fn says_unmanaged(&self) -> bool {
        self.clients.values().all(|client| client.mdm.is_some())
    }

    /// Whether some factor of an account is delivered, as by a text message.
    fn delivers(&self) -> bool {
        self.accounts.values().any(|account| account.factors.values().any(|factor| factor.delivered_by.is_some()))
    }

    /// Whether somebody has rights on what people hold.
    fn manages_clients(&self) -> bool {
        let rights = self.admins.values().flat_map(|admin| admin.can.run.iter().chain(admin.can.change.iter()));
        rights.into_iter().any(|component| self.clients.contains_key(&component.0))
    }

    /// The key of an end-to-end encryption, kept sealed somewhere for when it is lost.
    fn escrow(&self) -> Option<Route> {
        let (key, at) = self.end_to_end.iter().find_map(|entry| {
            let key = entry.key.as_ref()?;
            let at = self.keys.get(&key.0)?.places().iter().position(|place| matches!(place, Place::Under(_)))?;
            Some((key, at))
        })?;
        Some(Route::root("keys").key(&key.0).key("kept_in").index(at))
    }

    /// The keys that lie at a client or seal from end to end, with each place where they are kept.
    fn client_keys(&self) -> impl Iterator<Item = (&String, &Place)> {
        let ends =
            |name: &String| self.end_to_end.iter().any(|entry| entry.key.as_ref().is_some_and(|key| key.0 == *name));
        self.keys
            .iter()
            .filter(move |(name, key)| ends(name) || key.places().iter().any(|place| self.is_client(place)))
            .flat_map(|(name, key)| key.places().iter().map(move |at| (name, at)))
    }

    fn is_client(&self, place: &Place) -> bool {
        matches!(place, Place::At(at) if self.clients.contains_key(&at.0))
    }
}
