//! Where health data is kept or used on the side of those who provide the system, and who may change what is there.

use std::collections::BTreeSet;

use crate::model::{Admin, Backend, BackendKind, DataKind, Id, Link, Maybe, Model, OrNone, Storage, named};
use crate::source::{Position, Route};

/// Whether health data stays in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// It does.
    Yes,
    /// What the place keeps is not known.
    Maybe,
    /// It is used there, and passes.
    No,
}

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A service.
    Service,
    /// A storage.
    Storage,
    /// A backup.
    Backup,
}

impl Sort {
    /// The section that declares it.
    pub(super) const fn section(self) -> &'static str {
        match self {
            Self::Service => "backend",
            Self::Storage => "storage",
            Self::Backup => "backups",
        }
    }
}

/// A component that keeps health data, or that uses it on machines of the system.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'m> {
    pub(super) name: &'m str,
    pub(super) sort: Sort,
    pub(super) kept: Kept,
}

impl Place<'_> {
    /// The route of its entry.
    pub(super) fn route(&self) -> Route {
        Route::root(self.sort.section()).key(self.name)
    }

    /// What is said of who operates it as its own.
    pub(super) fn said_operator<'m>(&self, model: &'m Model) -> Option<&'m Maybe<OrNone<Id>>> {
        let architecture = &model.architecture;
        match self.sort {
            Sort::Service => architecture.backend.get(self.name)?.operator.as_ref(),
            Sort::Storage => architecture.storage.get(self.name)?.operator.as_ref(),
            Sort::Backup => architecture.backups.as_ref()?.get(self.name)?.operator.as_ref(),
        }
    }

    /// Who is said to operate it as its own.
    pub(super) fn operator<'m>(&self, model: &'m Model) -> Option<&'m Id> {
        named(self.said_operator(model)).and_then(|operator| operator.known().copied())
    }

    /// Whether it is a system of somebody who receives data.
    pub(super) fn is_partner(&self, model: &Model) -> bool {
        let service = (self.sort == Sort::Service).then(|| model.architecture.backend.get(self.name)).flatten();
        service.is_some_and(|service| service.kind == BackendKind::Partner)
    }

    /// Whether it is not known what it runs on.
    pub(super) fn host_is_unknown(&self, model: &Model) -> bool {
        let architecture = &model.architecture;
        let said = match self.sort {
            Sort::Service => architecture.backend.get(self.name).and_then(|one| one.runs_on.as_ref()),
            Sort::Storage => architecture.storage.get(self.name).and_then(|one| one.runs_on.as_ref()),
            Sort::Backup => {
                let backups = architecture.backups.as_ref();
                backups.and_then(|backups| backups.get(self.name)).and_then(|one| one.runs_on.as_ref())
            }
        };
        said == Some(&Maybe::Unknown)
    }
}

/// The places of a model, and services of others through which health data only passes.
pub(super) struct Places<'m> {
    pub(super) list: Vec<Place<'m>>,
    pub(super) passing: Vec<&'m str>,
}

impl<'m> Places<'m> {
    pub(super) fn of(model: &'m Model) -> Self {
        let health = health(model);
        let mut places = Self { list: Vec::new(), passing: Vec::new() };
        let architecture = &model.architecture;
        for (name, backend) in architecture.backend.iter() {
            places.service(model, &health, name, backend);
        }
        for (name, storage) in architecture.storage.iter() {
            if let Some(kept) = held(storage, &health) {
                places.list.push(Place { name, sort: Sort::Storage, kept });
            }
        }
        for (name, backup) in architecture.backups.iter().flat_map(|backups| backups.iter()) {
            let of = backup.of.iter().filter_map(|of| held(architecture.storage.get(&of.0)?, &health));
            if let Some(kept) = of.min_by_key(|kept| *kept != Kept::Yes) {
                places.list.push(Place { name, sort: Sort::Backup, kept });
            }
        }
        places
    }

    fn service(&mut self, model: &'m Model, health: &BTreeSet<&str>, name: &'m str, backend: &Backend) {
        let passes = passes(model, health, name);
        let kept = match &backend.keeps {
            Some(Maybe::Is(OrNone::Some(list))) if list.iter().any(|data| health.contains(&*data.0)) => Kept::Yes,
            Some(Maybe::Unknown) if passes.is_some() => Kept::Maybe,
            _ => Kept::No,
        };
        let elsewhere = named(backend.operator.as_ref()).is_some() && backend.runs_on.is_none();
        match (kept, passes) {
            (Kept::No, None) => {}
            (Kept::No, Some(_)) if elsewhere => self.passing.push(name),
            (Kept::No, Some(Kept::Maybe)) => {
                self.list.push(Place { name, sort: Sort::Service, kept: Kept::Maybe });
            }
            _ => self.list.push(Place { name, sort: Sort::Service, kept }),
        }
    }

    /// A place by its name; the medium of one is the place itself.
    pub(super) fn get(&self, name: &str) -> Option<&Place<'m>> {
        let name = name.strip_suffix("/medium").unwrap_or(name);
        self.list.iter().find(|place| place.name == name)
    }
}

/// The health data of a model.
pub(super) fn health(model: &Model) -> BTreeSet<&str> {
    let data = model.architecture.data.iter().filter(|(_, data)| data.kind == DataKind::Health);
    data.map(|(name, _)| name.as_str()).collect()
}

fn held(storage: &Storage, health: &BTreeSet<&str>) -> Option<Kept> {
    match &storage.holds {
        Some(Maybe::Is(held)) => held.iter().any(|data| health.contains(&*data.0)).then_some(Kept::Yes),
        Some(Maybe::Unknown) => (!health.is_empty()).then_some(Kept::Maybe),
        None => None,
    }
}

/// Whether health data reaches a service, on a link or from a storage that it uses; `None`: not at all.
fn passes(model: &Model, health: &BTreeSet<&str>, name: &str) -> Option<Kept> {
    let architecture = &model.architecture;
    let links = || architecture.links.iter().filter(|link| link.stops().any(|stop| stop.0 == name));
    let carried = links().flat_map(Link::data).any(|data| health.contains(&*data.0));
    let used = |storage: &Storage| {
        storage.users().iter().any(|user| user.0 == name) && held(storage, health) == Some(Kept::Yes)
    };
    if carried || architecture.storage.values().any(used) {
        return Some(Kept::Yes);
    }
    let unknown = !health.is_empty() && links().any(|link| link.carries == Maybe::Unknown);
    unknown.then_some(Kept::Maybe)
}

/// What the credentials of admins allow at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// Observe it running.
    Run,
    /// Alter it.
    Change,
    /// Read what is stored.
    Store,
    /// Be shown data by it.
    Read,
    /// Act for people through it.
    Impersonate,
}

impl Verb {
    /// The word of the language.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Change => "change",
            Self::Store => "store",
            Self::Read => "read",
            Self::Impersonate => "impersonate",
        }
    }
}

/// Each right of some admins at a component: which, where, and the line that gives it.
pub(super) fn rights<'a>(model: &Model, name: &str, admin: &'a Admin) -> Vec<(Verb, &'a str, Position)> {
    let can = Route::root("admins").key(name).key("can");
    let mut all = Vec::new();
    let mut add = |verb: Verb, component: &'a str, at: usize| {
        all.push((verb, component, model.position(&can.key(verb.id()).index(at))));
    };
    admin.can.run.iter().enumerate().for_each(|(at, one)| add(Verb::Run, &one.0, at));
    admin.can.change.iter().enumerate().for_each(|(at, one)| add(Verb::Change, &one.0, at));
    admin.can.store.iter().enumerate().for_each(|(at, one)| add(Verb::Store, &one.0, at));
    admin.can.read.iter().enumerate().for_each(|(at, one)| add(Verb::Read, &one.at.0, at));
    admin.can.impersonate.iter().enumerate().for_each(|(at, one)| add(Verb::Impersonate, &one.at.0, at));
    all
}
