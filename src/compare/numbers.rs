//! Numbers that speak: how many people and owner groups can read each data asset, and where it is in clear.
//!
//! Counts are cumulative: at each grade, everyone who reads at that grade or easier.

mod groups;
mod owners;

use std::collections::BTreeSet;

use crate::audit::{ActorKind, Audit, labels_of};
use crate::kernel::{Atom, Fact, Facts, Grade, Name, Phase, Solution, When};
use crate::lower::{Case, Resolution, lower};
use crate::model::{Architecture, Model, stated};
use crate::text::Both;
use groups::Groups;
pub use owners::{Member, OwnerGroup};

/// The numbers of each data asset, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    /// One for each data asset of the audit, in the same order.
    pub data: Vec<DataNumbers>,
    /// Organisations by the owner that joins them, with those who work for them; people of none come last.
    pub owners: Vec<OwnerGroup>,
}

/// The numbers of one data asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataNumbers {
    /// Its name in the model.
    pub id: String,
    /// How many people it is about.
    pub subjects: Option<u64>,
    /// Who reads it at each grade or easier: design, privilege, tampering, breach.
    pub readers: [Readers; 4],
    /// Where it is in clear, each component once.
    pub clear: Vec<ClearAt>,
}

/// Who reads at one grade or easier. Adversaries are neither people nor owners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readers {
    /// The grade.
    pub grade: Grade,
    /// How many people, each counted once.
    pub people: u64,
    /// Readers whose number the model does not give: with any, `people` is a lower bound.
    pub uncounted: Vec<Both>,
    /// How many groups of organisations that one owner joins; all unknown owners are one.
    pub owner_groups: usize,
    /// Whether people of no organisation read: a group apart, not among the owners.
    pub unattached: bool,
}

impl Readers {
    /// Whether the number of people is a lower bound.
    pub fn is_at_least(&self) -> bool {
        !self.uncounted.is_empty()
    }
}

/// A component where data is in clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClearAt {
    /// Its name.
    pub id: String,
    /// Its label.
    pub label: Both,
    /// Whether it is kept there, or only passes.
    pub stored: bool,
    /// Whether it is the bytes of a disk.
    pub medium: bool,
}

/// The grades at which readers are counted.
const GRADES: [Grade; 4] = [Grade::Design, Grade::Privilege, Grade::Tampering, Grade::Breach];

pub(super) fn numbers(model: &Model, audit: &Audit) -> Numbers {
    let facts = lower(&model.architecture, &Resolution::all(Case::Worst)).facts;
    let alone = facts.to_builder(|fact| !matches!(fact, Fact::Staff { .. } | Fact::Owned { .. })).finish();
    let count = Count {
        architecture: &model.architecture,
        audit,
        groups: Groups::new(&facts).with_organisations(model.architecture.organisations.keys()),
        alone: Solution::solve(&alone, Phase::Next),
        facts,
    };
    let labels = labels_of(model);
    let data = audit.data.iter().enumerate().map(|(at, data)| DataNumbers {
        id: data.id.clone(),
        subjects: data.subjects,
        readers: GRADES.map(|grade| count.readers(at, grade)),
        clear: clear(&count.facts, &data.id, |name| labels.both(name)),
    });
    let data = data.collect();
    Numbers { data, owners: owners::owners(audit, &count.groups, &labels) }
}

/// Where a data asset is in clear, in the order of names; what is kept there also passes.
fn clear(facts: &Facts, data: &str, label: impl Fn(&str) -> Both) -> Vec<ClearAt> {
    let mut found: Vec<ClearAt> = Vec::new();
    for (_, fact) in facts.iter() {
        let Fact::Clear { component, item, when } = fact else { continue };
        // What a service returns on demand is no place of its own: it fetches from those that are.
        if facts.text(*item) != data || facts.text(*component).ends_with("/answers") {
            continue;
        }
        let (id, stored) = (facts.text(*component), *when == When::Stored);
        if let Some(one) = found.iter_mut().find(|one| one.id == id) {
            one.stored |= stored;
        } else {
            let medium = id.ends_with("/medium");
            found.push(ClearAt { id: id.to_owned(), label: label(id), stored, medium });
        }
    }
    found.sort_by(|one, other| one.id.cmp(&other.id));
    found
}

/// What counting needs.
struct Count<'a> {
    architecture: &'a Architecture,
    audit: &'a Audit,
    facts: Facts,
    groups: Groups,
    /// What each actor reads by itself, its staff and what it owns apart.
    alone: Solution,
}

impl Count<'_> {
    fn readers(&self, data: usize, grade: Grade) -> Readers {
        let reads: BTreeSet<usize> = self
            .audit
            .verdicts
            .iter()
            .filter(|verdict| verdict.data == data && verdict.easiest().public() <= grade)
            .map(|verdict| verdict.actor)
            .filter(|actor| !matches!(self.audit.actors[*actor].kind, ActorKind::Adversary | ActorKind::CommonBase))
            .collect();
        let mut found = Readers { grade, people: 0, uncounted: Vec::new(), owner_groups: 0, unattached: false };
        let mut owners = BTreeSet::new();
        for actor in &reads {
            match self.groups.of(&self.audit.actors[*actor].id) {
                Some(owner) => {
                    owners.insert(owner);
                }
                None => found.unattached = true,
            }
            self.count(*actor, data, &reads, &mut found);
        }
        found.owner_groups = owners.len();
        found
    }

    /// Adds an actor: people by their number; an organisation only if it reads otherwise than through
    /// those it is made of, and then by what its number adds to theirs.
    fn count(&self, actor: usize, data: usize, reads: &BTreeSet<usize>, found: &mut Readers) {
        let shown = &self.audit.actors[actor];
        if matches!(shown.kind, ActorKind::People | ActorKind::Admin) {
            match shown.count {
                Some(count) => found.people += count,
                None => found.uncounted.push(shown.label.clone()),
            }
            return;
        }
        let below = |member: &&usize| self.groups.members(&shown.id).contains(&self.audit.actors[**member].id);
        let through: Vec<usize> = reads.iter().filter(below).copied().collect();
        if !through.is_empty() && !self.reads_alone(&shown.id, data, found.grade) {
            return;
        }
        let Some(own) = self.own_count(&shown.id) else {
            found.uncounted.push(shown.label.clone());
            return;
        };
        let staff = through.iter().map(|member| &self.audit.actors[*member]);
        let staff = staff.filter(|member| matches!(member.kind, ActorKind::People | ActorKind::Admin));
        // Those of its staff who are counted already are among its own number.
        found.people += own.saturating_sub(staff.map(|member| member.count.unwrap_or(0)).sum());
    }

    fn own_count(&self, organisation: &str) -> Option<u64> {
        stated(self.architecture.organisations.get(organisation)?.count.as_ref()).copied()
    }

    fn reads_alone(&self, actor: &str, data: usize, grade: Grade) -> bool {
        let named = |text: &str| -> Option<Name> { self.facts.names().get(text) };
        let (Some(actor), Some(data)) = (named(actor), named(&self.audit.data[data].id)) else { return false };
        let easiest = self.alone.grade(Atom::Past(actor, data)).min(self.alone.grade(Atom::New(actor, data)));
        easiest.public() <= grade
    }
}
