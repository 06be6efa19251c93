//! Hosting and backend: what runs on what, who operates it, whose code it runs, what it keeps.

use super::Case;
use super::context::{Lowering, Origin};
use super::storage::shell;
use crate::kernel::{Mode, Shield, When};
use crate::model::{Backend, BackendKind, Maybe, OrNone, ShieldWord};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, hosting) in model.hosting.iter() {
        let route = Route::root("hosting").key(name);
        // A hosting entry written as its operator alone has no key of its own to point to.
        place(lowering, name, hosting.runs_on.as_deref(), hosting.operator.as_deref(), hosting.shield, &route);
        orphan(lowering, name, hosting.operator.is_some(), &route);
    }
    for (name, backend) in model.backend.iter() {
        let route = Route::root("backend").key(name);
        place(lowering, name, backend.runs_on.as_deref(), backend.operator.as_deref(), backend.shield, &route);
        attestation(lowering, name, backend, &route);
        code(lowering, name, backend, &route);
        orphan(lowering, name, backend.operator.is_some(), &route);
        let shielded = !matches!(backend.shield, None | Some(Maybe::Is(ShieldWord::None)));
        for (data, origin) in kept(lowering, name, backend, &route) {
            let origins = std::slice::from_ref(&origin);
            for layers in lowering.payload(name, &data) {
                lowering.present(name, &data, &layers, When::Stored, origins);
                if shielded {
                    lowering.present(&format!("{name}/medium"), &data, &layers, When::Stored, origins);
                    shell(lowering, name, backend.runs_on.as_deref(), backend.operator.as_deref(), &route);
                }
            }
        }
    }
}

/// What a component runs on and who operates it.
pub(super) fn place(
    lowering: &mut Lowering,
    name: &str,
    runs_on: Option<&str>,
    operator: Option<&str>,
    shield: Option<Maybe<ShieldWord>>,
    route: &Route,
) {
    let implicit = format!("{name}/host");
    let shield_route = route.key("shield");
    let shielded = matches!(shield, Some(Maybe::Unknown | Maybe::Is(ShieldWord::Locked | ShieldWord::Tee)));
    let host = match (runs_on, operator) {
        (Some(host), _) => Some((host.to_owned(), route.key("runs_on"))),
        (None, Some(operator)) if shielded => {
            lowering.operates(operator, &implicit, &Origin::Stated(route.key("operator")));
            Some((implicit, shield_route.clone()))
        }
        _ => None,
    };
    if let Some((host, on_route)) = host {
        match shield {
            Some(Maybe::Is(word)) => {
                lowering.on(name, &host, shield_of(word), &Origin::Stated(shield_route));
                if word == ShieldWord::Tee
                    && lowering.model.backend.get(name).is_none_or(|one| one.attested_by.is_none())
                {
                    let origin = lowering.assume(Assumption::AttestedByHost, name, route);
                    lowering.code(name, &host, Mode::Update, &origin);
                }
            }
            Some(Maybe::Unknown) => {
                if lowering.unknown(Unknown::Shield, name, &shield_route) == Case::Worst {
                    lowering.on(name, &host, Shield::None, &Origin::Stated(shield_route));
                }
            }
            None => {
                lowering.assume(Assumption::ShieldNone, name, route);
                lowering.on(name, &host, Shield::None, &Origin::Stated(on_route));
            }
        }
    }
    if let (Some(operator), false) = (operator, shielded && runs_on.is_none()) {
        lowering.operates(operator, name, &Origin::Stated(route.key("operator")));
    }
}

const fn shield_of(word: ShieldWord) -> Shield {
    match word {
        ShieldWord::None => Shield::None,
        ShieldWord::Locked => Shield::Locked,
        ShieldWord::Tee => Shield::Tee,
    }
}

/// Whoever verifies what runs in an enclave can let something else run there.
fn attestation(lowering: &mut Lowering, name: &str, backend: &Backend, route: &Route) {
    if let Some(verifier) = &backend.attested_by {
        lowering.code(name, verifier, Mode::Update, &Origin::Stated(route.key("attested_by")));
    }
}

fn code(lowering: &mut Lowering, name: &str, backend: &Backend, route: &Route) {
    let route = route.key("code_from");
    let origin = Origin::Stated(route.clone());
    match &backend.code_from {
        Some(Maybe::Is(suppliers)) => {
            for (at, supplier) in suppliers.iter().enumerate() {
                lowering.code(name, supplier, Mode::Update, &Origin::Stated(route.index(at)));
            }
        }
        Some(Maybe::Unknown) => {
            let case = lowering.unknown(Unknown::CodeFrom, name, &route);
            for supplier in possible_suppliers(lowering, name).into_iter().filter(|_| case == Case::Worst) {
                lowering.code(name, &supplier, Mode::Update, &origin);
            }
        }
        None => {}
    }
}

/// Whoever may supply a service whose supplier is unknown: the builds of the model, and a stranger.
fn possible_suppliers(lowering: &Lowering, name: &str) -> Vec<String> {
    let builds = lowering.model.backend.iter().filter(|(other, entry)| *other != name && entry.kind == BackendKind::Ci);
    builds.map(|(build, _)| build.clone()).chain([format!("{name}/supplier")]).collect()
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
