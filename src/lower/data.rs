//! Data assets and their declared readers; whom pseudonyms let one recognise.

use super::Case;
use super::context::{Lowering, Origin};
use super::metadata::recognised_of;
use crate::kernel::{Grade, Guess, Power, When};
use crate::model::{Data, Maybe};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, data) in model.data.iter() {
        let route = Route::root("data").key(name);
        lowering.asset(name, &Origin::Stated(route.clone()));
        if data.readers == Maybe::Unknown {
            lowering.unknown(Unknown::Readers, name, &route.key("readers"));
        }
        for (at, reader) in data.declared_readers().iter().enumerate() {
            let origin = Origin::Stated(route.key("readers").index(at));
            lowering.intended(reader, name, &origin);
            reads(lowering, reader, name, &origin);
        }
        if data.pseudonym_of.is_some() {
            recognised(lowering, name, data, &route);
        }
    }
}

/// Whoever is meant to read pseudonyms has them in hand, and whoever is meant to read a table has it.
fn reads(lowering: &mut Lowering, reader: &str, name: &str, origin: &Origin) {
    let read = format!("{name}/read");
    for (other, table) in lowering.readings(name) {
        match table {
            Some(table) => {
                lowering.present(&read, &other, &[table], When::Stored, std::slice::from_ref(origin));
                lowering.power(reader, &read, Power::Store, Grade::Privilege, origin);
            }
            None => lowering.holds(reader, &other, Grade::Privilege, origin),
        }
    }
}

/// Content that lets people be recognised is a secret that can be guessed with the pseudonyms in hand.
fn recognised(lowering: &mut Lowering, name: &str, data: &Data, route: &Route) {
    let place = route.key("reidentifiable");
    let recognisable = match data.reidentifiable {
        Some(Maybe::Is(said)) => said,
        Some(Maybe::Unknown) => lowering.unknown(Unknown::Reidentifiable, name, &place) == Case::Worst,
        None => {
            lowering.assume(Assumption::PseudonymsHold, name, route);
            false
        }
    };
    if recognisable {
        let linking = format!("linking:{name}");
        lowering.pw(&recognised_of(name), &linking, Guess::Guessable, &Origin::Stated(place));
    }
}
