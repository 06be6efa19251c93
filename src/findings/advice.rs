//! What to do about a finding: the first set of changes, smallest first, that makes it disappear once solved again.

use std::collections::BTreeSet;

use super::Raised;
use crate::change::{Change, changes};
use crate::model::{Architecture, BackendKind, ClientKind};
use crate::text::change::Action;
use crate::text::finding::{Rule, Severity};

/// A set of changes that makes a finding disappear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// The changes, all of them.
    pub changes: Vec<Change>,
}

impl Remedy {
    /// The architecture once all are done.
    pub fn applied(&self, architecture: &Architecture) -> Architecture {
        self.changes.iter().fold(architecture.clone(), |changed, change| change.applied(&changed))
    }
}

/// What to do about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// These changes make it disappear: it was computed.
    Do(Remedy),
    /// These leave it, and lighten it to this severity: none tried makes it disappear.
    Lighten(Remedy, Severity),
    /// None of those that the tool knows does: to accept, with an owner and a date.
    Accept,
    /// It was not computed, since the model would ask for too much.
    NotComputed,
}

impl Raised {
    /// Sets of changes to try, smallest first.
    pub fn candidates(&self, architecture: &Architecture) -> Vec<Remedy> {
        let offered = changes(architecture);
        let own = self.own(architecture, &offered);
        let mut sets: Vec<Vec<Change>> = own.iter().filter(|set| !set.is_empty()).cloned().collect();
        if let Some(end_to_end) = self.end_to_end(&offered) {
            // What is there to carry data to others goes on doing so, sealed.
            let carrier = |name: &String| {
                let kind = architecture.backend.get(name).map(|backend| backend.kind);
                matches!(kind, Some(BackendKind::Mail | BackendKind::Partner))
            };
            let first = self.rule == Rule::ThirdParty && self.about.iter().any(carrier);
            sets.insert(if first { 0 } else { sets.len() }, vec![end_to_end.clone()]);
            let with = |set: &Vec<Change>| set.iter().cloned().chain([end_to_end.clone()]).collect();
            let both: Vec<Vec<Change>> = own.iter().filter(|set| !set.is_empty()).map(with).collect();
            sets.extend(both);
        }
        sets.into_iter().map(|changes| Remedy { changes }).collect()
    }

    /// End-to-end encryption of what is read, as far as it is offered.
    fn end_to_end(&self, offered: &[Change]) -> Option<Change> {
        let read: BTreeSet<&String> = self.reads.iter().map(|read| &read.data).collect();
        let single = offered.iter().filter(|change| change.action == Action::EndToEnd && change.names().count() == 1);
        let names: Vec<&String> = single.map(|change| &change.about).filter(|name| read.contains(name)).collect();
        Change::of_all(Action::EndToEnd, &names)
    }

    /// Those that the rule itself suggests.
    fn own(&self, architecture: &Architecture, offered: &[Change]) -> Vec<Vec<Change>> {
        let first = self.about.first().map_or("", String::as_str);
        let second = self.about.get(1).map_or("", String::as_str);
        let of = |action: Action, name: &str| -> Vec<Change> {
            let about =
                |change: &&Change| change.action == action && change.names().count() == 1 && change.about == name;
            offered.iter().filter(about).cloned().collect()
        };
        let either = |actions: &[Action]| -> Vec<Vec<Change>> {
            let each: Vec<Vec<Change>> = actions.iter().map(|action| of(*action, first)).collect();
            let all = each.concat();
            if each.len() > 1 { each.into_iter().chain([all]).collect() } else { each }
        };
        match self.rule {
            Rule::ClearFlow | Rule::OldTls | Rule::UnverifiedPeer => vec![self.tls(architecture, offered)],
            Rule::Intermediary => either(&[Action::RouteAround]),
            Rule::ClearStorage => either(&[Action::EncryptBytes]),
            Rule::ClearBackup => either(&[Action::SealBackup]),
            Rule::OpenStorage => either(&[Action::CloseStorage]),
            Rule::Staging => either(&[Action::StagingOut, Action::KeepOut]),
            Rule::KeyBesideData | Rule::KeyWithProvider => {
                vec![of(Action::MoveKey, second), of(Action::SealContent, first)]
            }
            Rule::KeyElsewhere => {
                let place = |change: &Change| change.place.as_deref() == Some(second);
                vec![of(Action::KeyOut, first).into_iter().filter(place).collect()]
            }
            Rule::KeyInBuildChain => vec![out_of_build_chain(architecture, of(Action::KeyOut, first))],
            Rule::Logs | Rule::SideCopy | Rule::ThirdParty => either(&[Action::KeepOut]),
            Rule::Intruder => {
                vec![of(Action::Unexpose, first), of(Action::RouteAround, first), of(Action::KeepOut, first)]
            }
            Rule::Injection => either(&[Action::SealContent]),
            Rule::HostMemory => {
                let on = |name: &String| architecture.hosts_of(name).iter().any(|host| host.0 == first);
                vec![
                    architecture
                        .backend
                        .keys()
                        .filter(|name| on(name))
                        .flat_map(|name| of(Action::Enclave, name))
                        .collect(),
                ]
            }
            Rule::Operator => either(&[Action::NoRun, Action::NoChange]),
            Rule::StorageAdmin => {
                let held = architecture.admins.get(first).map(|admin| admin.can.store.iter());
                let sealed = held.into_iter().flatten().flat_map(|bytes| of(Action::SealContent, bytes));
                vec![sealed.collect(), of(Action::NoStore, first)]
            }
            Rule::SupportTool => either(&[Action::NoRead]),
            Rule::Impersonation => either(&[Action::NoImpersonate]),
            Rule::StolenAdmin => either(&[Action::AdminFactor]),
            Rule::StolenUser => either(&[Action::SecondFactor]),
            Rule::Recovery => either(&[Action::NoReset]),
            Rule::SessionKept => either(&[Action::SessionOut]),
            Rule::LostDevice => either(&[Action::LockDevice, Action::KeepNothing]),
            Rule::DeviceCopy => either(&[Action::CopyOut]),
            Rule::ManagedDevice => either(&[Action::NoManagement]),
            Rule::ThirdPartyScript => either(&[Action::ScriptsOut]),
            Rule::ThirdCountry => vec![leave(architecture, offered, first)],
            Rule::DeliveredCode => {
                let page = architecture.clients.get(first).is_some_and(|client| client.kind == ClientKind::Web);
                either(if page { &[Action::ShipApp] } else { &[Action::LogUpdates] })
            }
            Rule::UnverifiedRecipients => {
                let same = |number: usize| {
                    let data = architecture.end_to_end.get(number).map(|entry| entry.data.iter().map(|one| &one.0));
                    data.is_some_and(|data| data.eq(self.about.iter()))
                };
                let verify = |change: &&Change| change.action == Action::VerifyRecipients && same(change.number);
                vec![offered.iter().filter(verify).cloned().collect()]
            }
            Rule::Overexposed
            | Rule::IdentityProvider
            | Rule::Supplier
            | Rule::Isolation
            | Rule::Metadata
            | Rule::Pseudonyms => Vec::new(),
        }
    }

    /// TLS on every link that has the hop.
    fn tls(&self, architecture: &Architecture, offered: &[Change]) -> Vec<Change> {
        let has = |number: usize| {
            let stops: Vec<&String> = architecture
                .links
                .get(number)
                .map(|link| link.stops().map(|stop| &stop.0).collect())
                .unwrap_or_default();
            stops.windows(2).any(|pair| pair.iter().copied().eq(self.about.iter()))
        };
        offered.iter().filter(|change| change.action == Action::Tls && has(change.number)).cloned().collect()
    }
}

/// Takes data out of what an organisation operates, or seals what it keeps.
fn leave(architecture: &Architecture, offered: &[Change], organisation: &str) -> Vec<Change> {
    let takes = |change: &&Change| {
        let out = matches!(change.action, Action::RouteAround | Action::KeepOut | Action::SealBackup);
        out && architecture.operator_of(&change.about).is_some_and(|operator| operator.0 == organisation)
    };
    offered.iter().filter(takes).cloned().collect()
}

/// Takes a key out of where software is written, built and published: the last place first, since each removal moves
/// those after it.
fn out_of_build_chain(architecture: &Architecture, mut out: Vec<Change>) -> Vec<Change> {
    out.retain(|change| {
        let kind = change.place.as_ref().and_then(|place| architecture.backend.get(place)).map(|at| at.kind);
        matches!(kind, Some(BackendKind::Ci | BackendKind::Repo | BackendKind::AppRelease | BackendKind::AppStore))
    });
    out.reverse();
    out
}
