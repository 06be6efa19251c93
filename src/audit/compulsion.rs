//! R12: what each authority can compel each organisation to do, as far as data goes.

use super::Context;
use crate::kernel::{Atom, Derivation, Fact, Grade, Name, Order};
use crate::text::Both;

/// What an order to an organisation gives an authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compelled {
    /// The authority.
    pub authority: String,
    /// The organisation.
    pub organisation: String,
    /// What it is compelled to do.
    pub order: Order,
    /// The data asset.
    pub data: String,
    /// The grade on what is stored; `None` when the order does not reach it.
    pub past: Grade,
    /// The grade on what passes; `None` when the order does not reach it.
    pub new: Grade,
    /// Labels of authority, organisation and data.
    pub labels: [Both; 3],
}

/// Every order that reaches something: organisations and data in the order of the file.
pub(super) fn compelled(context: &Context) -> Vec<Compelled> {
    let facts = &context.worst.lowered.facts;
    let mut rows = Vec::new();
    for (_, fact) in facts.iter() {
        let Fact::Subject { organisation, authority, order } = *fact else {
            continue;
        };
        for data in facts.assets() {
            let (past, new) = reached(&context.worst.derivation, organisation, data, order);
            if !past.is_reachable() && !new.is_reachable() {
                continue;
            }
            let name = |name| facts.text(name).to_owned();
            let label = |name| context.labels.both(facts.text(name));
            rows.push(Compelled {
                authority: name(authority),
                organisation: name(organisation),
                order,
                data: name(data),
                past,
                new,
                labels: [label(authority), label(organisation), label(data)],
            });
        }
    }
    let model = &context.model.architecture;
    rows.sort_by_cached_key(|row| {
        let organisation = model.organisations.get_index_of(&row.organisation);
        // An owner that nobody knows comes after those of the file.
        let organisation = (organisation.is_none(), organisation);
        (organisation, row.authority.clone(), row.order, model.data.get_index_of(&row.data))
    });
    rows
}

/// What an organisation can be made to reach: production gives what it has, interception what
/// passes and what a key learnt while passing opens, alteration what tampering gives.
pub(crate) fn reached(derivation: &Derivation, organisation: Name, data: Name, order: Order) -> (Grade, Grade) {
    let cell = derivation.cell(organisation, data);
    let held_today = derivation.now.grade(Atom::Past(organisation, data));
    let upto = |grade: Grade, limit: Grade| if grade <= limit { grade } else { Grade::None };
    match order {
        Order::Produce => (upto(held_today, Grade::Privilege), Grade::None),
        Order::Intercept => {
            let learnt = if cell.next_use { upto(cell.past, Grade::Privilege) } else { Grade::None };
            (learnt, upto(cell.new, Grade::Privilege))
        }
        Order::Alter => (upto(cell.past, Grade::Evident), upto(cell.new, Grade::Evident)),
    }
}
