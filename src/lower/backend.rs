//! Hosting and backend: what runs on what, who operates it, whose code it runs, what it keeps.

use std::collections::BTreeSet;

use super::Case;
use super::context::{Lowering, Origin};
use crate::kernel::{Grade, Mode, Power, Shield, When};
use crate::model::{Backend, BackendKind, Hosting, Id, Maybe, OrNone, ShieldWord, Updates, named, stated};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, hosting) in model.hosting.iter() {
        let route = Route::root("hosting").key(name);
        // A hosting entry written as its operator alone has no key of its own to point to.
        let site = Site::of(hosting);
        site.place(lowering, name, &route);
        orphan(lowering, name, hosting.operator.is_some(), &route);
    }
    for (name, backend) in model.backend.iter() {
        let route = Route::root("backend").key(name);
        let site = Site {
            runs_on: backend.runs_on.as_ref(),
            operator: named(backend.operator.as_ref()),
            shield: backend.shield,
            attested_by: backend.attested_by.as_ref(),
        };
        site.place(lowering, name, &route);
        code(lowering, name, backend, &route);
        orphan(lowering, name, backend.operator.is_some(), &route);
        let shielded = site.is_shielded() || site.stands_on_shielded(lowering);
        for (data, origin) in kept(lowering, name, backend, &route) {
            let origins = std::slice::from_ref(&origin);
            for layers in lowering.kept_forms(name, &data) {
                lowering.present(name, &data, &layers, When::Stored, origins);
                if shielded {
                    lowering.present(&format!("{name}/medium"), &data, &layers, When::Stored, origins);
                    site.shell(lowering, name, &route);
                }
            }
        }
    }
}

/// What a component runs on and who operates it, as the model says.
#[derive(Clone, Copy)]
pub(super) struct Site<'s> {
    pub(super) runs_on: Option<&'s Maybe<Id>>,
    pub(super) operator: Option<Maybe<&'s Id>>,
    pub(super) shield: Option<Maybe<ShieldWord>>,
    pub(super) attested_by: Option<&'s Id>,
}

impl<'s> Site<'s> {
    /// That of a hosting entry.
    fn of(hosting: &'s Hosting) -> Self {
        Self {
            runs_on: hosting.runs_on.as_ref(),
            operator: named(hosting.operator.as_ref()),
            shield: hosting.shield,
            attested_by: hosting.attested_by.as_ref(),
        }
    }

    /// Whether one of the machines beneath it shields what runs there.
    fn stands_on_shielded(&self, lowering: &Lowering) -> bool {
        let shielded = |host: &String| {
            let hosting = lowering.model.hosting.get(host);
            hosting.is_some_and(|hosting| Site::of(hosting).is_shielded())
        };
        match self.runs_on {
            Some(Maybe::Unknown) => lowering.model.hosting.keys().any(shielded),
            Some(Maybe::Is(host)) => shielded(&host.0) || lowering.hosts(host).iter().any(shielded),
            None => false,
        }
    }

    /// Whether something keeps its host out, or may.
    const fn is_shielded(&self) -> bool {
        !matches!(self.shield, None | Some(Maybe::Is(ShieldWord::None)))
    }

    /// Whoever operates it: as said, or, where that is not known, at worst anyone.
    fn operators(&self, lowering: &mut Lowering, name: &str, route: &Route) -> Vec<(String, Origin)> {
        let mut all = Vec::new();
        let host = self.runs_on.map(Maybe::as_ref);
        for (said, key) in [(self.operator, "operator"), (host, "runs_on")] {
            let route = route.key(key);
            match said {
                Some(Maybe::Is(operator)) if key == "operator" => {
                    all.push((operator.0.clone(), Origin::Stated(route)));
                }
                Some(Maybe::Unknown) if lowering.unknown(Unknown::Operator, name, &route) == Case::Worst => {
                    let any = lowering.any_organisation().into_iter();
                    all.extend(any.map(|one| (one, Origin::Stated(route.clone()))));
                }
                _ => {}
            }
        }
        all
    }

    /// What it may stand on, and where that is said: where it is not known, at worst any hosting that
    /// does not itself stand on it; under a shield, at least a host of its own.
    fn hosts(&self, lowering: &Lowering, name: &str, route: &Route) -> Vec<(String, Route)> {
        let place = route.key("runs_on");
        if let Some(host) = stated(self.runs_on) {
            return vec![(host.0.clone(), place)];
        }
        let mut hosts = Vec::new();
        if self.runs_on == Some(&Maybe::Unknown) && lowering.case(&place) == Case::Worst {
            let apart = |host: &&String| *host != name && !lowering.hosts(host).iter().any(|above| above == name);
            let any = lowering.model.hosting.keys().filter(apart);
            hosts.extend(any.map(|host| (host.clone(), place.clone())));
        }
        if matches!(self.shield, Some(Maybe::Unknown | Maybe::Is(ShieldWord::Locked | ShieldWord::Tee))) {
            hosts.push((format!("{name}/host"), route.key("shield")));
        }
        hosts
    }

    /// What has its key, on an encrypted volume, while nobody asks.
    pub(super) fn volume_hosts(&self, lowering: &Lowering, name: &str, route: &Route) -> Vec<String> {
        let hosts = self.hosts(lowering, name, route).into_iter().map(|(host, _)| host);
        let hosts: Vec<String> = hosts.collect();
        if hosts.is_empty() { vec![name.to_owned()] } else { hosts }
    }

    /// States the powers of those who have the component, and what shields it from them.
    pub(super) fn place(&self, lowering: &mut Lowering, name: &str, route: &Route) {
        let operators = self.operators(lowering, name, route);
        let implicit = format!("{name}/host");
        let hosts = self.hosts(lowering, name, route);
        let beneath = hosts.iter().any(|(host, _)| *host == implicit);
        for (operator, origin) in &operators {
            lowering.operates(operator, if beneath { &implicit } else { name }, origin);
        }
        for (host, on_route) in hosts {
            self.stand(lowering, name, &host, &on_route, route);
        }
        if let Some(verifier) = self.attested_by {
            // Whoever verifies what runs in an enclave can let something else run there.
            let origin = Origin::Stated(route.key("attested_by"));
            if lowering.model.clients.contains_key(&verifier.0) {
                // A client supplies no code: whoever alters it is counted already.
                lowering.follows(name, verifier, Mode::Update, &origin);
            } else {
                lowering.code(name, verifier, Mode::Update, &origin);
            }
        }
    }

    /// States what the component stands on, and what is between them.
    fn stand(&self, lowering: &mut Lowering, name: &str, host: &str, on_route: &Route, route: &Route) {
        let place = route.key("shield");
        match self.shield {
            Some(Maybe::Is(word)) => {
                lowering.on(name, host, shield_of(word), &Origin::Stated(place));
                if word == ShieldWord::Tee && self.attested_by.is_none() {
                    let origin = lowering.assume(Assumption::AttestedByHost, name, route);
                    lowering.code(name, host, Mode::Update, &origin);
                }
            }
            Some(Maybe::Unknown) => {
                if lowering.unknown(Unknown::Shield, name, &place) == Case::Worst {
                    lowering.on(name, host, Shield::None, &Origin::Stated(place));
                }
            }
            None => {
                lowering.assume(Assumption::ShieldNone, name, route);
                lowering.on(name, host, Shield::None, &Origin::Stated(on_route.clone()));
            }
        }
    }

    /// The bytes are on the host whatever shields the machine.
    pub(super) fn shell(&self, lowering: &mut Lowering, name: &str, route: &Route) {
        let medium = format!("{name}/medium");
        let known = |lowering: &Lowering, host: &String| lowering.model.hosting.contains_key(host);
        let own = self.hosts(lowering, name, route).into_iter().filter(|(host, _)| known(lowering, host));
        let mut open: Vec<(String, Route, bool)> = own.map(|(host, place)| (host, place, true)).collect();
        let mut seen = BTreeSet::new();
        while let Some((host, place, direct)) = open.pop() {
            if direct {
                lowering.on(&medium, &host, Shield::None, &Origin::Stated(place));
            }
            let Some(hosting) = lowering.model.hosting.get(&host).filter(|_| seen.insert(host.clone())) else {
                continue;
            };
            // A shield between two machines covers what computes, and the disks are those of the lower one.
            let (site, route) = (Site::of(hosting), Route::root("hosting").key(&host));
            let beneath = site.hosts(lowering, &host, &route).into_iter();
            open.extend(beneath.map(|(below, place)| (below, place, site.is_shielded())));
        }
        for (operator, origin) in self.operators(lowering, name, route) {
            lowering.power(&operator, &medium, Power::Store, Grade::Privilege, &origin);
        }
    }
}

const fn shield_of(word: ShieldWord) -> Shield {
    match word {
        ShieldWord::None => Shield::None,
        ShieldWord::Locked => Shield::Locked,
        ShieldWord::Tee => Shield::Tee,
    }
}

fn code(lowering: &mut Lowering, name: &str, backend: &Backend, route: &Route) {
    let mode = match backend.updates {
        None => Mode::Update,
        Some(updates) => mode_of(lowering, name, updates, &route.key("updates")),
    };
    let route = route.key("code_from");
    let origin = Origin::Stated(route.clone());
    match &backend.code_from {
        Some(Maybe::Is(suppliers)) => {
            for (at, supplier) in suppliers.iter().enumerate() {
                lowering.code(name, supplier, mode, &Origin::Stated(route.index(at)));
            }
        }
        Some(Maybe::Unknown) => {
            let case = lowering.unknown(Unknown::CodeFrom, name, &route);
            if case == Case::Worst {
                any_supplier(lowering, name, mode, &origin);
            }
        }
        None => {}
    }
}

/// How new versions of a code arrive, as stated.
pub(super) fn mode_of(lowering: &mut Lowering, name: &str, updates: Maybe<Updates>, route: &Route) -> Mode {
    match updates {
        Maybe::Is(Updates::Auto) => Mode::Update,
        Maybe::Is(Updates::Logged) => Mode::Logged,
        Maybe::Is(Updates::Pinned) => Mode::Pinned,
        Maybe::Unknown => match lowering.unknown(Unknown::Updates, name, route) {
            Case::Worst => Mode::Update,
            Case::Best => Mode::Pinned,
        },
    }
}

/// Whoever may supply what has an unknown supplier: any service of the model, and a stranger. The
/// builds and the stranger are suppliers by trade; of the others, it is news.
pub(super) fn any_supplier(lowering: &mut Lowering, name: &str, mode: Mode, origin: &Origin) {
    for (service, entry) in lowering.model.backend.iter().filter(|(service, _)| *service != name) {
        if entry.kind == BackendKind::Ci {
            lowering.code(name, service, mode, origin);
        } else {
            lowering.follows(name, service, mode, origin);
        }
    }
    lowering.code(name, &format!("{name}/supplier"), mode, origin);
}

/// What nobody administers, the vendor does.
pub(super) fn orphan(lowering: &mut Lowering, name: &str, operated: bool, route: &Route) {
    let model = lowering.model;
    if !lowering.spend(model.admins.len()) {
        return;
    }
    let changed = |admin: &crate::model::Admin| admin.can.change.iter().any(|component| **component == *name);
    if operated || model.admins.values().any(changed) {
        return;
    }
    let origin = lowering.assume(Assumption::VendorAdministers, name, route);
    lowering.operates(&model.vendor, name, &origin);
}

/// The data that a backend component keeps, with the place that says so.
pub(super) fn kept(lowering: &mut Lowering, name: &str, backend: &Backend, route: &Route) -> Vec<(String, Origin)> {
    let route = route.key("keeps");
    match &backend.keeps {
        Some(Maybe::Is(OrNone::Some(list))) => {
            let origin = |at| Origin::Stated(route.index(at));
            list.iter().enumerate().map(|(at, data)| (data.0.clone(), origin(at))).collect()
        }
        Some(Maybe::Unknown) => match lowering.unknown(Unknown::Keeps, name, &route) {
            Case::Worst => {
                lowering.received(name).into_iter().map(|data| (data, Origin::Stated(route.clone()))).collect()
            }
            Case::Best => Vec::new(),
        },
        Some(Maybe::Is(OrNone::None)) | None => Vec::new(),
    }
}
