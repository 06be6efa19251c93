//! Data assets and their declared readers; whom pseudonyms let one recognise.

use super::Case;
use super::context::{Lowering, Origin};
use crate::kernel::Guess;
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
        }
        if data.pseudonym_of.is_some() {
            recognised(lowering, name, data, &route);
        }
    }
}

/// Content that lets people be recognised is a table that can be guessed with the pseudonyms in hand.
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
        let table = lowering.table_of(name);
        let linking = table.replacen("map:", "linking:", 1);
        lowering.pw(&table, &linking, Guess::Guessable, &Origin::Stated(place));
    }
}
