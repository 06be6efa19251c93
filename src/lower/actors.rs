//! Organisations and people: who works for whom, who owns whom, who can be compelled.

use super::Case;
use super::context::{Lowering, Origin};
use crate::kernel::Order;
use crate::model::{Maybe, OrNone, OrderWord, Organisation};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

/// The one owner of everything whose owner is unknown. Were there several, custodians whose owner is
/// unknown would look independent.
pub(super) const UNKNOWN_OWNER: &str = "unknown-owner";

impl Lowering<'_> {
    /// Every organisation that something whose organisation is unknown may be of: those of the model,
    /// and a stranger.
    pub(super) fn any_organisation(&self) -> Vec<String> {
        self.model.organisations.keys().cloned().chain([UNKNOWN_OWNER.to_owned()]).collect()
    }
}

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, organisation) in &model.organisations {
        let route = Route::root("organisations").key(name);
        lowering.actor(name);
        owner(lowering, name, organisation, &route);
        countries(lowering, name, organisation, &route);
    }
    for (name, people) in model.people.iter() {
        lowering.actor(name);
        if let Some(of) = &people.of {
            let origin = Origin::Stated(Route::root("people").key(name).key("of"));
            lowering.staff(name, of, &origin);
        }
    }
}

fn owner(lowering: &mut Lowering, name: &str, organisation: &Organisation, route: &Route) {
    let route = route.key("owned_by");
    match &organisation.owned_by {
        Some(Maybe::Is(OrNone::Some(owner))) => lowering.owned(name, owner, &Origin::Stated(route)),
        Some(Maybe::Is(OrNone::None)) => {}
        Some(Maybe::Unknown) => {
            if lowering.unknown(Unknown::Owner, name, &route) == Case::Worst {
                lowering.owned(name, UNKNOWN_OWNER, &Origin::Stated(route));
            } else {
                lowering.actor(UNKNOWN_OWNER);
            }
        }
        None => {
            lowering.assume(Assumption::VendorUnowned, name, &route);
        }
    }
}

fn countries(lowering: &mut Lowering, name: &str, organisation: &Organisation, route: &Route) {
    let route = route.key("country");
    match &organisation.country {
        Maybe::Is(countries) => {
            for country in countries {
                for order in orders(lowering, country) {
                    let authority = format!("authority/{country}");
                    lowering.subject(name, &authority, order, &Origin::Stated(route.clone()));
                }
            }
        }
        Maybe::Unknown => {
            if lowering.unknown(Unknown::Country, name, &route) == Case::Worst {
                for order in Order::ALL.iter().copied() {
                    lowering.subject(name, "authority/unknown", order, &Origin::Stated(route.clone()));
                }
            }
        }
    }
}

/// What the authorities of a country can compel. The model says it; the tool states no law.
pub(super) fn orders(lowering: &mut Lowering, country: &str) -> Vec<Order> {
    let route = Route::root("jurisdictions").key(country);
    match lowering.model.jurisdictions.get(country) {
        Some(Maybe::Is(words)) => words.iter().map(|word| order(*word)).collect(),
        Some(Maybe::Unknown) => match lowering.unknown(Unknown::Orders, country, &route) {
            Case::Worst => Order::ALL.to_vec(),
            Case::Best => Vec::new(),
        },
        None => {
            lowering.assume(Assumption::JurisdictionDefault, country, &route);
            vec![Order::Produce, Order::Intercept]
        }
    }
}

/// The order that a word stands for.
pub(crate) const fn order(word: OrderWord) -> Order {
    match word {
        OrderWord::Produce => Order::Produce,
        OrderWord::Intercept => Order::Intercept,
        OrderWord::Alter => Order::Alter,
    }
}
