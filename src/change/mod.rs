//! Single changes of an architecture: what could be protected, moved, verified or taken away, one at a time.
//!
//! A change edits the architecture and nothing else; what it brings is known by solving again.

mod access;
mod devices;
mod flows;
mod protection;

pub(crate) use protection::{NoEnd, content_of, end_to_end_of, kept_at};

use crate::model::Architecture;
use crate::text::Both;
use crate::text::change::Action;
use crate::text::labels::Labels;

/// A change, and what it is done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What is done.
    pub action: Action,
    /// The name of the component, data asset, key, admins or people that it is done to; of a link, its first end.
    pub about: String,
    /// Others that it is done to as well.
    pub others: Vec<String>,
    /// The place of a key, or the other end of a link.
    pub place: Option<String>,
    /// Which of several: the number of a link, of an end-to-end encryption, or of a key's place.
    pub number: usize,
}

impl Change {
    fn of(action: Action, about: &str) -> Self {
        Self { action, about: about.to_owned(), others: Vec::new(), place: None, number: 0 }
    }

    /// One change of several things at once.
    pub(crate) fn of_all(action: Action, names: &[&String]) -> Option<Self> {
        let (first, others) = names.split_first()?;
        Some(Self { others: others.iter().map(|name| (*name).clone()).collect(), ..Self::of(action, first) })
    }

    /// What it is done to.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.about).chain(&self.others)
    }

    fn at(action: Action, about: &str, place: &str, number: usize) -> Self {
        Self { place: Some(place.to_owned()), number, ..Self::of(action, about) }
    }

    /// What it is done to, and the place of a key, in words.
    pub fn labels(&self, labels: &Labels) -> (Both, Both) {
        let about: Vec<Both> = self.names().map(|name| labels.both(name)).collect();
        let joined =
            |get: fn(&Both) -> &String| about.iter().map(|one| get(one).as_str()).collect::<Vec<_>>().join(", ");
        let about = Both { fr: joined(|both| &both.fr), en: joined(|both| &both.en) };
        let place = self.place.as_ref().map_or_else(|| Both::same(""), |place| labels.both(place));
        match self.action {
            Action::Tls => {
                let joined = |one: &str, other: &str| format!("{one} – {other}");
                (Both { fr: joined(&about.fr, &place.fr), en: joined(&about.en, &place.en) }, Both::same(""))
            }
            _ => (about, place),
        }
    }

    /// The architecture once it is done.
    #[must_use]
    pub fn applied(&self, architecture: &Architecture) -> Architecture {
        let mut changed = architecture.clone();
        match self.action {
            Action::Tls
            | Action::EncryptBytes
            | Action::SealContent
            | Action::EndToEnd
            | Action::VerifyRecipients
            | Action::MoveKey
            | Action::KeyOut
            | Action::SealBackup
            | Action::Enclave => protection::apply(self, &mut changed),
            Action::NoRun
            | Action::NoChange
            | Action::NoStore
            | Action::NoRead
            | Action::NoImpersonate
            | Action::AdminFactor
            | Action::SecondFactor
            | Action::NoReset
            | Action::SessionOut => access::apply(self, &mut changed),
            Action::KeepOut | Action::RouteAround | Action::CloseStorage | Action::Unexpose | Action::StagingOut => {
                flows::apply(self, &mut changed);
            }
            Action::KeepNothing
            | Action::LockDevice
            | Action::CopyOut
            | Action::NoManagement
            | Action::LogUpdates
            | Action::ShipApp
            | Action::ScriptsOut => devices::apply(self, &mut changed),
        }
        changed
    }
}

/// Every change that an architecture allows, in the order of [`Action::ALL`], then of the file.
pub fn changes(architecture: &Architecture) -> Vec<Change> {
    let mut all = protection::changes(architecture);
    all.extend(access::changes(architecture));
    all.extend(flows::changes(architecture));
    all.extend(devices::changes(architecture));
    all.sort_by_key(|change| change.action);
    all
}
