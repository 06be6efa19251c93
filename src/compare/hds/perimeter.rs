//! Flows of health data between two hosts, or between a host and the outside, without a TLS that is checked.

use super::duties::{Duty, Role, role};
use super::places::health;
use crate::audit::Audit;
use crate::compare::supposed::Supposed;
use crate::kernel::{Fact, Name, When};
use crate::model::{Id, Link, Maybe, Model, OrNone, Tls, stated};
use crate::source::{Position, Route};
use crate::text::Both;
use crate::text::labels::Labels;

/// What is said of the TLS of a flow that has none that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowTls {
    /// There is none.
    None,
    /// Its certificate is not checked.
    Unverified,
    /// It is not known.
    Unknown,
    /// No link is described.
    NotStated,
}

impl FlowTls {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unverified => "unverified",
            Self::Unknown => "unknown",
            Self::NotStated => "not-stated",
        }
    }

    const fn of(link: &Link) -> Option<Self> {
        match link.tls {
            Maybe::Is(Tls::None) => Some(Self::None),
            Maybe::Is(Tls::Unverified) => Some(Self::Unverified),
            Maybe::Unknown => Some(Self::Unknown),
            Maybe::Is(Tls::V13 | Tls::V12 | Tls::Mutual | Tls::Old) => None,
        }
    }
}

/// A flow that crosses the perimeter of a host.
#[derive(Debug, Clone)]
pub struct Flow {
    /// Where it starts.
    pub from: Both,
    /// Where it ends.
    pub to: Both,
    /// Their names in the model.
    pub ends: [String; 2],
    /// What is said of its TLS.
    pub tls: FlowTls,
    /// The health data that it is said to carry; empty if what it carries is not known.
    pub data: Vec<usize>,
    /// Those that are in clear on it but for its TLS, unknowns at worst; the others are encrypted otherwise.
    pub clear: Vec<usize>,
    /// Whether its ends are known to be under different hosts.
    pub certain: bool,
    /// Where it is declared.
    pub position: Position,
}

/// Under whom a component stands.
enum Side<'m> {
    /// In people's hands, at a controller's own, or with somebody who hosts for nobody.
    Outside,
    /// At this host.
    At(&'m str),
    /// At this organisation, which may be one.
    MaybeAt(&'m str),
    /// Nothing says where.
    NotStated,
}

pub(super) struct Perimeter<'a> {
    pub(super) model: &'a Model,
    pub(super) audit: &'a Audit,
    pub(super) labels: &'a Labels,
    pub(super) worst: &'a Supposed,
    pub(super) duties: &'a [Duty],
}

impl Perimeter<'_> {
    /// Each such flow, in the order of the file; those that no link describes last.
    pub(super) fn flows(&self) -> Vec<Flow> {
        let architecture = &self.model.architecture;
        let mut flows = Vec::new();
        for (at, link) in architecture.links.iter().enumerate() {
            let Some(tls) = FlowTls::of(link) else { continue };
            let unknown = link.carries == Maybe::Unknown;
            let data: Vec<&str> = link.data().map(|data| data.0.as_str()).collect();
            let stops: Vec<&str> = link.stops().map(|stop| stop.0.as_str()).collect();
            for pair in stops.windows(2) {
                let position = self.model.position(&Route::root("links").index(at).key("tls"));
                flows.extend(self.flow((pair[0], pair[1]), tls, (&data, unknown), position));
            }
        }
        for (name, storage) in architecture.storage.iter() {
            for (at, user) in storage.users().iter().enumerate() {
                let mut links = architecture.links.iter().map(|link| (&link.from.0, &link.to.0));
                if links.any(|ends| ends == (&user.0, name) || ends == (name, &user.0)) {
                    continue;
                }
                let held: Vec<&str> = storage.held().iter().map(|data| data.0.as_str()).collect();
                let position = self.model.position(&Route::root("storage").key(name).key("used_by").index(at));
                let unknown = storage.holds == Some(Maybe::Unknown);
                flows.extend(self.flow((&user.0, name), FlowTls::NotStated, (&held, unknown), position));
            }
        }
        flows
    }

    fn flow(
        &self,
        (from, to): (&str, &str),
        tls: FlowTls,
        (carried, unknown): (&[&str], bool),
        position: Position,
    ) -> Option<Flow> {
        let certain = self.crosses(from, to)?;
        let health = health(self.model);
        let concerned = |at: &usize| {
            let id = self.audit.data[*at].id.as_str();
            carried.contains(&id) && health.contains(id)
        };
        let data: Vec<usize> = (0..self.audit.data.len()).filter(concerned).collect();
        if data.is_empty() && (!unknown || health.is_empty()) {
            return None;
        }
        let clear = data.iter().copied().filter(|at| self.in_clear(from, to, &self.audit.data[*at].id)).collect();
        let ends = [from.to_owned(), to.to_owned()];
        let (from, to) = (self.labels.both(from), self.labels.both(to));
        Some(Flow { ends, from, to, tls, data, clear, certain: certain && !unknown, position })
    }

    /// Whether a flow leaves a perimeter, and whether that is certain; `None` if it does not.
    fn crosses(&self, from: &str, to: &str) -> Option<bool> {
        let architecture = &self.model.architecture;
        let (own, other) = (architecture.hosts_of(from), architecture.hosts_of(to));
        if own.iter().any(|host| other.contains(host)) {
            return None;
        }
        match (self.side(from), self.side(to)) {
            (Side::Outside, Side::Outside) => None,
            (Side::Outside, Side::MaybeAt(_)) | (Side::MaybeAt(_), Side::Outside) => Some(false),
            (Side::Outside, _) | (_, Side::Outside) => Some(true),
            (Side::At(one), Side::At(other) | Side::MaybeAt(other)) | (Side::MaybeAt(one), Side::At(other)) => {
                (one != other).then_some(true)
            }
            (Side::MaybeAt(one), Side::MaybeAt(other)) => (one != other).then_some(false),
            (Side::NotStated, _) | (_, Side::NotStated) => Some(false),
        }
    }

    /// Under whom a component stands: whoever has the machines at the bottom, or whose own service it is.
    fn side(&self, name: &str) -> Side<'_> {
        let architecture = &self.model.architecture;
        let operator = match architecture.hosts_of(name).last() {
            Some(host) => architecture.hosting.get(&host.0).and_then(|host| host.operator.as_ref()),
            None if architecture.clients.contains_key(name) => return Side::Outside,
            None => {
                let backend = architecture.backend.get(name).and_then(|one| one.operator.as_ref());
                let storage = || architecture.storage.get(name).and_then(|one| one.operator.as_ref());
                backend.or_else(storage)
            }
        };
        let Some(Id(operator)) = stated(operator).and_then(OrNone::some) else { return Side::NotStated };
        match role(self.model, self.duties, operator) {
            Role::Host => Side::At(operator),
            Role::Maybe => Side::MaybeAt(operator),
            Role::No => Side::Outside,
        }
    }

    /// Whether data passes with nothing around it, or nothing but the TLS of the hop.
    fn in_clear(&self, from: &str, to: &str, data: &str) -> bool {
        let facts = &self.worst.facts;
        let named = |name: &str| facts.names().get(name);
        let (Some(hop), Some(data)) = (named(&format!("net:{from}->{to}")), named(data)) else { return false };
        let tls = |keys: &[Name]| keys.iter().all(|key| facts.text(*key).starts_with("tls:"));
        facts.iter().any(|(_, fact)| match fact {
            Fact::Clear { component, item, when: When::Live } => (*component, *item) == (hop, data),
            Fact::Sealed { component, item, keys, when: When::Live, .. } => {
                (*component, *item) == (hop, data) && tls(keys)
            }
            _ => false,
        })
    }
}
