//! Data assets and their declared readers.

use super::context::{Lowering, Origin};
use crate::model::OrNone;
use crate::source::Route;

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, data) in model.data.iter() {
        let route = Route::root("data").key(name);
        lowering.asset(name, &Origin::Stated(route.clone()));
        if let OrNone::Some(readers) = &data.readers {
            for (at, reader) in readers.iter().enumerate() {
                let origin = Origin::Stated(route.key("readers").index(at));
                lowering.intended(reader, name, &origin);
            }
        }
    }
}
