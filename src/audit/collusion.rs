//! R12: what two independent organisations reach together and neither reaches alone.
//!
//! It changes no cell. A pair is an actor for whom both work, solved beside the facts of the worst
//! case; three organisations are never pooled.

use std::collections::BTreeSet;

use super::Context;
use crate::kernel::{Atom, Fact, Facts, Grade, Name, Phase, Power, Solution};
use crate::text::Both;

/// What a pair of independent organisations reaches of a data asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collusion {
    /// The two organisations, in the order of the file.
    pub organisations: [String; 2],
    /// The data asset.
    pub data: String,
    /// The pair's grade on what is stored; `None` when the pair is no better there, or not enough.
    pub past: Grade,
    /// The pair's grade on what passes; `None` likewise.
    pub new: Grade,
    /// Hosting of a third party on which both depend.
    pub shared_hosts: Vec<String>,
    /// Labels of the organisations and of the data.
    pub labels: [Both; 3],
    /// Labels of the shared hosting.
    pub host_labels: Vec<Both>,
}

/// The easiest grades at which a pair is reported, and alone is already as good as reading.
const ENOUGH: Grade = Grade::Tampering;

/// Every pair that reaches more than each of its organisations, in the order of the file.
pub(super) fn collusions(context: &Context) -> Vec<Collusion> {
    let facts = &context.worst.lowered.facts;
    let organisations: Vec<Name> =
        context.model.architecture.organisations.keys().filter_map(|id| facts.names().get(id)).collect();
    let pairs = pairs(context, &organisations);
    if pairs.is_empty() {
        return Vec::new();
    }
    let mut builder = facts.restricted_to(&organisations);
    let pools: Vec<Name> = pairs
        .iter()
        .map(|[one, other]| {
            let pool = builder.actor(&format!("{}+{}", facts.text(*one), facts.text(*other)));
            for organisation in [*one, *other] {
                builder.add(Fact::Staff { actor: organisation, organisation: pool }, &[]);
            }
            pool
        })
        .collect();
    let pooled = Solution::solve(&builder.finish(), Phase::Next);
    let mut rows = Vec::new();
    for (pair, pool) in pairs.iter().zip(pools) {
        for asset in context.model.architecture.data.keys().filter_map(|id| facts.names().get(id)) {
            let slot = |atom: fn(Name, Name) -> Atom| {
                let alone = pair.map(|one| context.worst.derivation.next.grade(atom(one, asset)));
                let [one, other] = alone;
                gained(pooled.grade(atom(pool, asset)), one.min(other))
            };
            let (past, new) = (slot(Atom::Past), slot(Atom::New));
            if past.is_reachable() || new.is_reachable() {
                rows.push(row(context, *pair, asset, (past, new)));
            }
        }
    }
    rows
}

/// What actors reach of a data asset together, by their names: past and new.
pub(super) fn pooled(context: &Context, together: &[String], data: &str) -> (Grade, Grade) {
    let facts = &context.worst.lowered.facts;
    let names: Vec<Name> = together.iter().filter_map(|id| facts.names().get(id)).collect();
    let Some(asset) = facts.names().get(data) else { return (Grade::None, Grade::None) };
    let mut builder = facts.restricted_to(&names);
    let pool = builder.actor(&together.join("+"));
    for one in names {
        builder.add(Fact::Staff { actor: one, organisation: pool }, &[]);
    }
    let solution = Solution::solve(&builder.finish(), Phase::Next);
    (solution.grade(Atom::Past(pool, asset)), solution.grade(Atom::New(pool, asset)))
}

/// The pair's grade, if it is easy enough and strictly easier than alone.
fn gained(pool: Grade, alone: Grade) -> Grade {
    if pool.public() <= ENOUGH && pool.public() < alone.public() { pool } else { Grade::None }
}

fn row(context: &Context, pair: [Name; 2], asset: Name, (past, new): (Grade, Grade)) -> Collusion {
    let facts = &context.worst.lowered.facts;
    let label = |name: Name| context.labels.both(facts.text(name));
    let [one, other] = pair;
    let shared: Vec<Name> = shared_hosts(context, pair);
    Collusion {
        organisations: pair.map(|name| facts.text(name).to_owned()),
        data: facts.text(asset).to_owned(),
        past,
        new,
        labels: [label(one), label(other), label(asset)],
        host_labels: shared.iter().map(|host| label(*host)).collect(),
        shared_hosts: shared.iter().map(|host| facts.text(*host).to_owned()).collect(),
    }
}

/// The pairs of independent organisations that may reach more together.
fn pairs(context: &Context, organisations: &[Name]) -> Vec<[Name; 2]> {
    let facts = &context.worst.lowered.facts;
    let mut pairs = Vec::new();
    for (at, one) in organisations.iter().enumerate() {
        for other in &organisations[at + 1..] {
            if independent(facts, *one, *other) && may_matter(context, *one, *other) {
                pairs.push([*one, *other]);
            }
        }
    }
    pairs
}

/// No owner in common and none in common among those below: neither owns the other, and unknown
/// owners are one.
fn independent(facts: &Facts, one: Name, other: Name) -> bool {
    let apart = |of: fn(&Facts, &[Name]) -> BTreeSet<Name>| of(facts, &[one]).is_disjoint(&of(facts, &[other]));
    apart(Facts::with_those_above) && apart(Facts::with_those_below)
}

/// Whether each brings something that the other lacks, and some slot could get easier.
fn may_matter(context: &Context, one: Name, other: Name) -> bool {
    let solution = &context.worst.derivation.next;
    let has = |name: Name, atom: Atom| match atom {
        Atom::Can(_, component, power) => solution.grade(Atom::Can(name, component, power)),
        Atom::Knows(_, secret) => solution.grade(Atom::Knows(name, secret)),
        Atom::Past(_, asset) => solution.grade(Atom::Past(name, asset)),
        Atom::New(_, asset) => solution.grade(Atom::New(name, asset)),
    };
    let brings = |from: Name, to: Name| {
        let means = solution.atoms().filter(|(atom, _)| atom.actor() == from);
        let mut means = means.filter(|(atom, _)| matches!(atom, Atom::Can(..) | Atom::Knows(..)));
        means.any(|(atom, grade)| grade.is_reachable() && grade < has(to, atom))
    };
    let assets: Vec<Name> = context.worst.lowered.facts.assets().collect();
    let open = assets.iter().any(|asset| {
        [Atom::Past, Atom::New].iter().any(|atom| {
            let alone = solution.grade(atom(one, *asset)).min(solution.grade(atom(other, *asset)));
            alone > Grade::Privilege
        })
    });
    open && brings(one, other) && brings(other, one)
}

/// The hosting under components of both that neither operates.
fn shared_hosts(context: &Context, pair: [Name; 2]) -> Vec<Name> {
    let facts = &context.worst.lowered.facts;
    let architecture = &context.model.architecture;
    let [one, other] = pair.map(|name| hosts(context, name));
    let operates = |host: &Name| pair.iter().any(|name| runs(context, *name, *host));
    let hosting = architecture.hosting.keys().filter_map(|id| facts.names().get(id));
    hosting.filter(|host| one.contains(host) && other.contains(host) && !operates(host)).collect()
}

/// What an organisation runs by privilege, and all that is under it.
fn hosts(context: &Context, organisation: Name) -> BTreeSet<Name> {
    let facts = &context.worst.lowered.facts;
    let guests = facts.iter().filter_map(|(_, fact)| match fact {
        Fact::On { guest, .. } => Some(*guest),
        _ => None,
    });
    let mut found: BTreeSet<Name> = guests.filter(|guest| runs(context, organisation, *guest)).collect();
    loop {
        let before = found.len();
        for (_, fact) in facts.iter() {
            match fact {
                Fact::On { guest, host, .. } if found.contains(guest) => {
                    found.insert(*host);
                }
                _ => {}
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

fn runs(context: &Context, organisation: Name, component: Name) -> bool {
    let grade = |power| context.worst.derivation.next.grade(Atom::Can(organisation, component, power));
    grade(Power::Run).min(grade(Power::Change)) <= Grade::Privilege
}
