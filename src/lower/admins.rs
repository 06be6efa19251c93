//! Admins: credentials, the powers they give, the data that services show them.

use std::collections::BTreeSet;

use super::Case;
use super::actors::orders;
use super::context::{Lowering, Origin};
use crate::kernel::{GateKind, Grade, Order, Power, When};
use crate::model::{Admin, Maybe};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, admin) in model.admins.iter() {
        let route = Route::root("admins").key(name);
        employer(lowering, name, admin, &route);
        whereabouts(lowering, name, admin, &route);
        let origin = Origin::Stated(route.key("mfa"));
        let factors = lowering.credentials(name, admin);
        for factor in &factors {
            lowering.holds(name, factor, Grade::Privilege, &origin);
        }
        let can = route.key("can");
        let mut gives = |power: Power, component: &str, place: Route| {
            lowering.admin_if(component, power, &factors, &Origin::Stated(place));
        };
        for (power, components, key) in
            [(Power::Run, &admin.can.run, "run"), (Power::Change, &admin.can.change, "change")]
        {
            for (at, component) in components.iter().enumerate() {
                gives(power, component, can.key(key).index(at));
            }
        }
        for (at, bytes) in admin.can.store.iter().enumerate() {
            gives(Power::Store, bytes, can.key("store").index(at));
        }
        reads(lowering, admin, &factors, &can);
        impersonates(lowering, admin, &factors, &can);
    }
}

fn employer(lowering: &mut Lowering, name: &str, admin: &Admin, route: &Route) {
    let place = route.key("of");
    let origin = Origin::Stated(place.clone());
    match &admin.of {
        Maybe::Is(of) => lowering.staff(name, of, &origin),
        Maybe::Unknown => {
            if lowering.unknown(Unknown::Employer, name, &place) == Case::Worst {
                for of in lowering.any_organisation() {
                    lowering.staff(name, &of, &origin);
                }
            } else {
                lowering.actor(name);
            }
        }
    }
}

/// Whoever has access from a country answers to its authorities too.
fn whereabouts(lowering: &mut Lowering, name: &str, admin: &Admin, route: &Route) {
    let place = route.key("from");
    match &admin.from {
        Some(Maybe::Is(countries)) => {
            for (at, country) in countries.iter().enumerate() {
                for order in orders(lowering, country) {
                    let origin = Origin::Stated(place.index(at));
                    lowering.subject(name, &format!("authority/{country}"), order, &origin);
                }
            }
        }
        Some(Maybe::Unknown) if lowering.unknown(Unknown::From, name, &place) == Case::Worst => {
            for order in Order::ALL.iter().copied() {
                lowering.subject(name, "authority/unknown", order, &Origin::Stated(place.clone()));
            }
        }
        _ => {}
    }
}

impl Lowering<'_> {
    /// The factors of an admin's credentials.
    pub(super) fn credentials(&mut self, name: &str, admin: &Admin) -> Vec<String> {
        let route = Route::root("admins").key(name);
        let second = match admin.mfa {
            Maybe::Is(mfa) => mfa,
            Maybe::Unknown => self.unknown(Unknown::Mfa, name, &route.key("mfa")) == Case::Best,
        };
        let mut factors = vec![format!("cred:{name}")];
        if second {
            factors.push(format!("mfa:{name}"));
            self.assume(Assumption::MfaApart, name, &route);
        }
        factors
    }
}

/// A back-office shows what its service can fetch or has; what no link brings there, it has because
/// the model says that it shows it. With data it shows what accompanies them.
fn reads(lowering: &mut Lowering, admin: &Admin, factors: &[String], can: &Route) {
    for (at, read) in admin.can.read.iter().enumerate() {
        let route = can.key("read").index(at);
        for (place, data) in read.data.iter().enumerate() {
            let origin = Origin::Stated(route.key("data").index(place));
            let accompanies = |one: &&String| lowering.with_what_it_accompanies(one).contains(&data.0);
            let shown: Vec<String> = lowering.model.data.keys().filter(accompanies).cloned().collect();
            shows(lowering, &read.at, &shown, factors, &origin);
        }
    }
}

/// A service shows these data to whoever presents these factors, whether a link brings them or not.
fn shows(lowering: &mut Lowering, service: &str, data: &[String], factors: &[String], origin: &Origin) {
    let origins = std::slice::from_ref(origin);
    let mut offered = lowering.answers(service);
    offered.extend(lowering.received(service));
    let answers = format!("{service}/answers");
    for data in data {
        if !offered.contains(data) {
            for layers in lowering.payload(service, data) {
                lowering.present(&answers, data, &layers, When::Stored, origins);
            }
        }
        opened(lowering, service, data, factors, origin);
    }
}

/// Data that a service shows to whoever presents these factors, as it has them, with its keys of them.
fn opened(lowering: &mut Lowering, service: &str, data: &str, factors: &[String], origin: &Origin) {
    let origins = std::slice::from_ref(origin);
    let answers = format!("{service}/answers");
    for component in [service, &answers] {
        lowering.gate(component, data, factors, GateKind::Service, origins);
    }
    for key in lowering.handed_with(service, data) {
        lowering.gate(&answers, &key, factors, GateKind::Service, origins);
    }
}

/// Acting for people through a tool made for it opens what their session opens, there and where they
/// have an account, and the session.
fn impersonates(lowering: &mut Lowering, admin: &Admin, factors: &[String], can: &Route) {
    for (at, acted) in admin.can.impersonate.iter().enumerate() {
        let route = can.key("impersonate").index(at);
        for (place, people) in acted.people.iter().enumerate() {
            let origin = Origin::Stated(route.key("people").index(place));
            let origins = std::slice::from_ref(&origin);
            let answers = format!("{}/answers", acted.at.0);
            let session = format!("{people}/session");
            lowering.present(&answers, &session, &[], When::Stored, origins);
            lowering.gate(&answers, &session, factors, GateKind::Service, origins);
            let mut services = BTreeSet::from([acted.at.0.clone()]);
            services.extend(lowering.services_of(people));
            for service in &services {
                for data in lowering.shown_to(people, service) {
                    opened(lowering, service, &data, factors, &origin);
                }
            }
        }
    }
}
