//! What authorities can compel.

use serde::Serialize;

use super::words::Words;
use crate::audit::Compelled;
use crate::kernel::Order;
use crate::text::html::{self as texts, Scope};

/// The table of orders: a column for each order that gives something.
#[derive(Debug, Serialize)]
pub(super) struct Orders {
    columns: Vec<String>,
    authorities: Vec<Authority>,
}

#[derive(Debug, Serialize)]
struct Authority {
    name: String,
    rows: Vec<Organisation>,
}

#[derive(Debug, Serialize)]
struct Organisation {
    name: String,
    cells: Vec<String>,
}

pub(super) fn orders(words: &Words) -> Orders {
    let compelled = &words.audit.compelled;
    let given = |order: &Order| compelled.iter().any(|one| one.order == *order);
    let orders = [Order::Produce, Order::Intercept, Order::Alter];
    let orders: Vec<Order> = orders.into_iter().filter(given).collect();
    let authorities = in_order(compelled.iter().map(|one| one.authority.as_str()));
    let column = |order: &Order| words.say(texts::order(order.id(), words.lang));
    let rows = |name: &&str| {
        let theirs: Vec<&Compelled> = compelled.iter().filter(|one| one.authority == *name).collect();
        authority(words, &theirs, &orders)
    };
    Orders { columns: orders.iter().map(column).collect(), authorities: authorities.iter().map(rows).collect() }
}

/// Each name once, where it first stands.
fn in_order<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut once: Vec<&str> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

fn authority(words: &Words, compelled: &[&Compelled], orders: &[Order]) -> Authority {
    let organisations = in_order(compelled.iter().map(|one| one.organisation.as_str()));
    let row = |id: &&str| {
        let theirs = || compelled.iter().filter(|one| one.organisation == *id);
        let given = |order: &Order| theirs().filter(|one| one.order == *order).copied().collect();
        let cell = |order: &Order| cell(words, given(order));
        Organisation {
            name: theirs().next().map(|one| words.head(&one.labels[1])).unwrap_or_default(),
            cells: orders.iter().map(cell).collect(),
        }
    };
    Authority {
        name: compelled.first().map(|one| words.head(&one.labels[0])).unwrap_or_default(),
        rows: organisations.iter().map(row).collect(),
    }
}

/// What an order gives.
fn cell(words: &Words, compelled: Vec<&Compelled>) -> String {
    let item = |one: &Compelled| {
        let scope = match (one.order, one.past.is_reachable(), one.new.is_reachable()) {
            (Order::Intercept, true, _) => Scope::NextUse,
            (Order::Alter, true, false) => Scope::PastOnly,
            (Order::Alter, false, true) => Scope::NewOnly,
            _ => Scope::Usual,
        };
        words.say(&texts::obtained(&words.name(&one.labels[2]), scope, words.lang))
    };
    compelled.into_iter().map(item).collect::<Vec<_>>().join(", ")
}
