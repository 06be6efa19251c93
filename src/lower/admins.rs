//! Admins: credentials, the powers they give, the data that services show them.

use super::Case;
use super::context::{Lowering, Origin};
use crate::kernel::{GateKind, Grade, Power, When};
use crate::model::{Admin, Id, Maybe};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, admin) in model.admins.iter() {
        let route = Route::root("admins").key(name);
        lowering.staff(name, &admin.of, &Origin::Stated(route.key("of")));
        let factors = factors(lowering, name, admin, &route);
        let can = route.key("can");
        let powers: [(Power, &[Id], &str); 3] = [
            (Power::Run, &admin.can.run, "run"),
            (Power::Change, &admin.can.change, "change"),
            (Power::Store, &admin.can.store, "store"),
        ];
        for (power, components, key) in powers {
            for (at, component) in components.iter().enumerate() {
                let origin = Origin::Stated(can.key(key).index(at));
                lowering.admin_if(&component.0, power, &factors, &origin);
            }
        }
        reads(lowering, admin, &factors, &can);
    }
}

/// The factors of an admin's credentials, held by the admin.
fn factors(lowering: &mut Lowering, name: &str, admin: &Admin, route: &Route) -> Vec<String> {
    let place = route.key("mfa");
    let origin = Origin::Stated(place.clone());
    let second = match admin.mfa {
        Maybe::Is(mfa) => mfa,
        Maybe::Unknown => lowering.unknown(Unknown::Mfa, name, &place) == Case::Best,
    };
    let mut factors = vec![format!("cred:{name}")];
    if second {
        factors.push(format!("mfa:{name}"));
        lowering.assume(Assumption::MfaApart, name, route);
    }
    for factor in &factors {
        lowering.holds(name, factor, Grade::Privilege, &origin);
    }
    factors
}

/// A back-office shows what its service can fetch or has; what no link brings there, it has because
/// the model says that it shows it.
fn reads(lowering: &mut Lowering, admin: &Admin, factors: &[String], can: &Route) {
    for (at, read) in admin.can.read.iter().enumerate() {
        let route = can.key("read").index(at);
        let mut offered = lowering.answers(&read.at.0);
        offered.extend(lowering.received(&read.at.0));
        let answers = format!("{}/answers", read.at.0);
        for (place, data) in read.data.iter().enumerate() {
            let origin = Origin::Stated(route.key("data").index(place));
            let origins = std::slice::from_ref(&origin);
            if !offered.contains(&data.0) {
                for layers in lowering.payload(&read.at.0, &data.0) {
                    lowering.present(&answers, &data.0, &layers, When::Stored, origins);
                }
            }
            for component in [&read.at.0, &answers] {
                lowering.gate(component, &data.0, factors, GateKind::Service, origins);
            }
        }
    }
}
