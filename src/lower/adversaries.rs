//! The adversaries that every model gets without writing them.

use super::context::{Lowering, Origin};
use super::links::Wire;
use crate::kernel::{Grade, Power};
use crate::model::{AdversaryClass as Class, Client, ClientKind, Exposed, GrantGrade, OptionalClass, StorageKind};
use crate::source::Route;
use crate::text::audit::Assumption;

/// States what one class of adversaries was granted.
type Grant = fn(&mut Lowering);

pub(super) fn lower(lowering: &mut Lowering) {
    let off = &lowering.model.adversaries.without;
    let builders: [(Class, Grant); 10] = [
        (Class::NetworkObserver, observer),
        (Class::NetworkAttacker, attacker),
        (Class::Thief, thieves),
        (Class::DeviceThief, device_thieves),
        (Class::Intruder, intruders),
        (Class::Injection, injections),
        (Class::Stolen, stolen),
        (Class::StolenUser, stolen_users),
        (Class::Supplier, suppliers),
        (Class::CommonBase, common_base),
    ];
    for (class, build) in builders {
        if !off.contains(&class) {
            build(lowering);
        }
    }
    if lowering.model.adversaries.with.contains(&OptionalClass::Domain) {
        domain(lowering);
    }
    granted(lowering);
}

/// What the model grants adversaries of its own.
fn granted(lowering: &mut Lowering) {
    let model = lowering.model;
    for (at, grant) in model.adversaries.grant.iter().enumerate() {
        let route = Route::root("adversaries").key("grant").index(at);
        let actor = format!("adversary/{}", grant.to);
        let grade = match grant.grade {
            GrantGrade::Privilege => Grade::Privilege,
            GrantGrade::Tampering => Grade::Tampering,
            GrantGrade::Breach => Grade::Breach,
        };
        lowering.actor(&actor);
        for (at, secret) in grant.knows.iter().enumerate() {
            let origin = Origin::Stated(route.key("knows").index(at));
            for secret in lowering.secrets_of(secret, &origin) {
                lowering.holds(&actor, &secret, grade, &origin);
            }
            if lowering.logged.contains_key(&**secret) {
                lowering.holds(&actor, &format!("role:{}/uses", secret.0), grade, &origin);
            }
        }
        let powers = [(Power::Run, &grant.run, "run"), (Power::Change, &grant.change, "change")];
        for (at, bytes) in grant.store.iter().enumerate() {
            let origin = Origin::Stated(route.key("store").index(at));
            lowering.power(&actor, bytes, Power::Store, grade, &origin);
        }
        for (power, components, key) in powers {
            for (at, component) in components.iter().enumerate() {
                let origin = Origin::Stated(route.key(key).index(at));
                lowering.power(&actor, component, power, grade, &origin);
            }
        }
    }
}

/// Whoever carries public traffic sees it.
fn observer(lowering: &mut Lowering) {
    lowering.actor("adversary/network-observer");
    for (net, (_, route)) in lowering.public.clone() {
        let origin = Origin::BuiltIn(route);
        lowering.power("adversary/network-observer", &net, Power::Run, Grade::Privilege, &origin);
    }
}

/// Whoever can alter public traffic, and break or impersonate a TLS that allows it.
fn attacker(lowering: &mut Lowering) {
    let actor = "adversary/network-attacker";
    lowering.actor(actor);
    for (net, (wire, route)) in lowering.public.clone() {
        let origin = Origin::BuiltIn(route);
        let grade = if wire == Wire::Unverified { Grade::Tampering } else { Grade::Breach };
        lowering.power(actor, &net, Power::Change, grade, &origin);
        if matches!(wire, Wire::Old | Wire::Unverified) {
            let secret = net.replacen("net:", "tls:", 1);
            lowering.holds(actor, &secret, grade, &origin);
        }
    }
}

/// A certificate or a domain name taken over: of no use where both sides show a certificate.
fn domain(lowering: &mut Lowering) {
    let actor = "adversary/domain";
    lowering.actor(actor);
    let model = lowering.model;
    for (net, (wire, route)) in lowering.public.clone() {
        let origin = Origin::BuiltIn(route);
        lowering.power(actor, &net, Power::Change, Grade::Breach, &origin);
        if !matches!(wire, Wire::Clear | Wire::Mutual) {
            let secret = net.replacen("net:", "tls:", 1);
            lowering.holds(actor, &secret, Grade::Breach, &origin);
        }
    }
    for (name, client) in model.clients.iter().filter(|(_, client)| client.kind == ClientKind::Web) {
        for source in model.backend.keys().filter(|source| client.may_run_code_of(source, false)) {
            let key = if client.scripts.iter().any(|script| script.0 == *source) { "scripts" } else { "code_from" };
            let origin = Origin::BuiltIn(Route::root("clients").key(name).key(key));
            lowering.power(actor, source, Power::Change, Grade::Breach, &origin);
        }
    }
}

fn thieves(lowering: &mut Lowering) {
    let model = lowering.model;
    let storages = model.storage.keys().map(|name| (name, "storage"));
    let backups = model.backups.iter().flat_map(|all| all.keys()).map(|name| (name, "backups"));
    for (name, section) in storages.chain(backups) {
        let origin = Origin::BuiltIn(Route::root(section).key(name));
        let (actor, medium) = (format!("adversary/thief/{name}"), format!("{name}/medium"));
        lowering.power(&actor, &medium, Power::Store, Grade::Breach, &origin);
    }
}

fn device_thieves(lowering: &mut Lowering) {
    let model = lowering.model;
    for name in model.clients.keys() {
        let origin = Origin::BuiltIn(Route::root("clients").key(name));
        let (actor, medium) = (format!("adversary/device-thief/{name}"), format!("{name}/medium"));
        lowering.power(&actor, &medium, Power::Store, Grade::Breach, &origin);
    }
}

/// An intruder observes and alters what the internet reaches.
fn intruders(lowering: &mut Lowering) {
    for (name, route) in exposed(lowering) {
        let origin = Origin::BuiltIn(route);
        let actor = format!("adversary/intruder/{name}");
        lowering.power(&actor, &name, Power::Run, Grade::Breach, &origin);
        lowering.power(&actor, &name, Power::Change, Grade::Breach, &origin);
    }
}

/// Components that the internet reaches: said so, or reached by a client, or on its way.
fn exposed(lowering: &mut Lowering) -> Vec<(String, Route)> {
    let model = lowering.model;
    let mut found = Vec::new();
    for (name, backend) in model.backend.iter() {
        let route = Route::root("backend").key(name);
        let reached = reached_by_client(lowering, name);
        match backend.exposed {
            Some(Exposed::Internet) => found.push((name.clone(), route.key("exposed"))),
            None if reached => {
                lowering.assume(Assumption::Exposed, name, &route);
                found.push((name.clone(), route));
            }
            Some(Exposed::None) | None => {}
        }
    }
    for name in model.storage.keys() {
        if reached_by_client(lowering, name) {
            let route = Route::root("storage").key(name);
            lowering.assume(Assumption::Exposed, name, &route);
            found.push((name.clone(), route));
        }
    }
    found
}

fn reached_by_client(lowering: &Lowering, name: &str) -> bool {
    let model = lowering.model;
    // What a page runs is served to the internet, whatever link brings it.
    let serves = |client: &Client| client.kind == ClientKind::Web && client.may_run_code_of(name, false);
    model.clients.values().any(serves)
        || model.links.iter().any(|link| {
            let client = model.clients.contains_key(&link.from.0) || model.clients.contains_key(&link.to.0);
            let touches = link.from.0 == name || link.to.0 == name || link.via.iter().any(|via| via.0 == name);
            client && touches
        })
}

/// An injection reads what the database answers, and writes to it.
fn injections(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, storage) in model.storage.iter() {
        if storage.kind == StorageKind::Database {
            let origin = Origin::BuiltIn(Route::root("storage").key(name).key("kind"));
            let actor = format!("adversary/injection/{name}");
            lowering.power(&actor, name, Power::Store, Grade::Breach, &origin);
            lowering.power(&actor, name, Power::Change, Grade::Breach, &origin);
        }
    }
}

fn stolen(lowering: &mut Lowering) {
    let model = lowering.model;
    for name in model.admins.keys() {
        let origin = Origin::BuiltIn(Route::root("admins").key(name));
        let actor = format!("adversary/stolen/{name}");
        lowering.holds(&actor, &format!("cred:{name}"), Grade::Breach, &origin);
    }
}

fn stolen_users(lowering: &mut Lowering) {
    let model = lowering.model;
    for people in model.people.keys() {
        if lowering.services_of(people).is_empty() {
            continue;
        }
        let (factor, route) = lowering.first_factor(people);
        if lowering.model.accounts.get(people).is_some_and(|account| account.login.len() > 1) {
            lowering.assume(Assumption::MfaApart, people, &Route::root("accounts").key(people).key("login"));
        }
        let actor = format!("adversary/stolen-user/{people}");
        lowering.holds(&actor, &factor, Grade::Breach, &Origin::BuiltIn(route));
    }
}

/// Whoever supplies code can alter it, and R4 makes that tampering.
fn suppliers(lowering: &mut Lowering) {
    for (supplier, route) in lowering.suppliers.clone() {
        if supplier.starts_with("net:") {
            continue;
        }
        let actor = format!("adversary/supplier/{supplier}");
        lowering.power(&actor, &supplier, Power::Change, Grade::Privilege, &Origin::BuiltIn(route));
    }
}

/// System vendors, device management and antivirus can alter every client: one actor, told apart.
fn common_base(lowering: &mut Lowering) {
    let model = lowering.model;
    for name in model.clients.keys() {
        let origin = Origin::BuiltIn(Route::root("clients").key(name));
        lowering.power("adversary/common-base", name, Power::Change, Grade::Tampering, &origin);
    }
}
