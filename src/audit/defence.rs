//! Why an answer is no worse: what the actor lacks, nearest first, and what the answer rests on.

use super::missing::{Missing, Need, Search, Slot};
use super::proofs::{self, Place, act};
use super::rests::{Rest, rests};
use super::verdicts::{ActorKind, Verdict};
use super::{Audit, Context};
use crate::kernel::clause::Rule;
use crate::kernel::{Fact, FactId, Facts, Grade, Name, Power, Proofs, When};
use crate::model::Model;
use crate::text::audit::Assumption;
use crate::text::defence::{Enough, Lack, missing};
use crate::text::{Both, Lang};

/// Which slots a defence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slots {
    /// Both, which have the same.
    Both,
    /// What is kept.
    Past,
    /// What passes.
    New,
}

/// What stands between an actor and a data asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defence {
    /// Of which slots.
    pub slots: Slots,
    /// The grade that the missing sets bring: `Breach` when it is about reading at all.
    pub limit: Grade,
    /// What is missing, nearest first.
    pub sets: Vec<MissingSet>,
    /// Whether more sets could be tried than are.
    pub truncated: bool,
    /// Whether the data is anywhere at all, as this slot reads it.
    pub present: bool,
    /// What the answer rests on.
    pub rests: Vec<Rest>,
    /// The favourable assumptions that may bear on it, by position.
    pub assumptions: Vec<usize>,
}

/// Facts that together would be enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingSet {
    /// The facts, in the notation of the method.
    pub facts: Vec<String>,
    /// Its sentence.
    pub sentence: Both,
    /// Where the model states what it would open.
    pub places: Vec<Place>,
}

/// What defends a cell: one for both slots when they have the same, none for a slot read by
/// privilege or easier.
pub fn defences(model: &Model, audit: &Audit, verdict: &Verdict) -> Vec<Defence> {
    let context = Context::new(model);
    let names = context.worst.lowered.facts.names();
    let (actor, data) = (&audit.actors[verdict.actor], &audit.data[verdict.data]);
    let (Some(who), Some(what)) = (names.get(&actor.id), names.get(&data.id)) else {
        return Vec::new();
    };
    let assumptions = assumptions(&context, actor.kind, &data.id);
    let slots = [(Slot::Past, Slots::Past, verdict.past), (Slot::New, Slots::New, verdict.new)];
    let mut defences: Vec<Defence> = Vec::new();
    for (slot, slots, grade) in slots.into_iter().filter(|(_, _, grade)| *grade > Grade::Privilege) {
        let limit = if grade.is_reachable() { Grade::Privilege } else { Grade::Breach };
        let mut defence = defence(&context, (who, what), slot, limit);
        (defence.slots, defence.assumptions) = (slots, assumptions.clone());
        match defences.first_mut() {
            Some(first) if (Defence { slots: first.slots, ..defence.clone() }) == *first => first.slots = Slots::Both,
            _ => defences.push(defence),
        }
    }
    defences
}

fn defence(context: &Context, (actor, asset): (Name, Name), slot: Slot, limit: Grade) -> Defence {
    let facts = &context.worst.lowered.facts;
    let mut search = Search::new(facts, (actor, asset), slot, limit);
    let ranks = Ranks { context, facts, asset };
    let Missing { sets, truncated, present } = search.run(|need| ranks.rank(need));
    let view = |set: &Vec<Need>| view(context, &search, (actor, asset), slot, set);
    Defence {
        slots: Slots::Both,
        limit,
        sets: sets.iter().map(view).collect(),
        truncated,
        present,
        rests: rests(context, &search, asset, slot, limit),
        assumptions: Vec::new(),
    }
}

/// How far a thing is: keys first, then storage, services, clients.
struct Ranks<'c> {
    context: &'c Context<'c>,
    facts: &'c Facts,
    asset: Name,
}

impl Ranks<'_> {
    fn rank(&self, need: Need) -> usize {
        match need {
            Need::Knows(secret) => usize::from(!self.is_key(secret)),
            Need::Can(component, power) => self.far(component) + power as usize,
        }
    }

    fn is_key(&self, secret: Name) -> bool {
        self.facts.iter().any(|(_, fact)| match fact {
            Fact::Sealed { item, keys, .. } => *item == self.asset && keys.contains(&secret),
            _ => false,
        })
    }

    /// Three powers on one thing are nearer than the least on a thing of the next sort.
    fn far(&self, component: Name) -> usize {
        let text = self.facts.text(component);
        let thing = text.split_once('/').map_or(text, |(thing, _)| thing);
        let architecture = &self.context.model.architecture;
        let backup = architecture.backups.as_ref().is_some_and(|backups| backups.iter().any(|(name, _)| name == thing));
        if text.ends_with("/answers") {
            // Nobody is given this but through the service.
            11
        } else if architecture.clients.contains_key(thing) {
            8
        } else if backup || architecture.storage.contains_key(thing) {
            2
        } else {
            5
        }
    }
}

fn view(context: &Context, search: &Search, (actor, asset): (Name, Name), slot: Slot, set: &[Need]) -> MissingSet {
    let (facts, derivation) = search.with(set);
    let mut prover = Proofs::new(&derivation);
    let proof = match slot {
        Slot::Past => prover.past(actor, asset),
        Slot::New => prover.new_data(actor, asset),
    };
    let step = proof.iter().flat_map(|proof| &proof.steps).rfind(|step| step.rule != Rule::R1);
    let ids: Vec<FactId> = step.map(|step| step.facts.clone()).unwrap_or_default();
    let cited: Vec<&Fact> = ids.iter().filter_map(|id| facts.get(*id)).collect();
    let sentence = |lang: Lang| {
        let name = |name: Name| context.labels.get(facts.text(name), lang);
        let lack = |need: &Need| match need {
            Need::Knows(secret) => Lack::Secret(name(*secret)),
            Need::Can(component, power) => Lack::Power(act(*power), name(*component)),
        };
        let lacks: Vec<Lack> = set.iter().map(lack).collect();
        let reason = Reason { search, set, rule: step.map(|step| step.rule), name: &name };
        missing(&lacks, &reason.of(&cited), lang)
    };
    MissingSet {
        facts: set.iter().map(|need| facts.line(&need.fact(actor))).collect(),
        sentence: Both { fr: sentence(Lang::Fr), en: sentence(Lang::En) },
        places: proofs::places(context, &facts, ids),
    }
}

/// Why a set is enough, from the last step of the proof that it opens.
struct Reason<'r> {
    search: &'r Search<'r>,
    set: &'r [Need],
    rule: Option<Rule>,
    name: &'r dyn Fn(Name) -> String,
}

impl Reason<'_> {
    fn of(&self, cited: &[&Fact]) -> Enough {
        let gate = cited.iter().find_map(|fact| match fact {
            Fact::Gate { factors, .. } => Some(factors.as_slice()),
            _ => None,
        });
        cited.iter().find_map(|fact| self.fact(fact, gate)).unwrap_or(Enough::Plain)
    }

    fn fact(&self, fact: &Fact, gate: Option<&[Name]>) -> Option<Enough> {
        let name = self.name;
        Some(match fact {
            Fact::Clear { component, when, .. } => match (gate, when) {
                (Some(factors), _) if self.is_given(factors) => Enough::Opens(name(*component)),
                (Some(_), _) => Enough::LeadsToOpen(name(*component)),
                _ if !self.is_on(*component) => Enough::LeadsToClear(name(*component)),
                (None, When::Stored) => Enough::ClearKept(name(*component)),
                (None, When::Live) => Enough::ClearPassing(name(*component)),
            },
            Fact::Sealed { component, .. } if self.rule == Some(Rule::R11) => Enough::Weak(name(*component)),
            Fact::Sealed { component, keys, when, .. } => self.sealed(*component, keys, *when, gate),
            Fact::Roster { end, source, .. } => Enough::Named(name(*end), name(*source)),
            _ => return None,
        })
    }

    fn sealed(&self, component: Name, keys: &[Name], when: When, gate: Option<&[Name]>) -> Enough {
        let power = if when == When::Stored { Power::Store } else { Power::Run };
        let had = match gate {
            Some(factors) => self.is_had(factors),
            None => self.search.has(Need::Can(component, power)),
        };
        let named = |keys: &[Name]| keys.iter().map(|key| (self.name)(*key)).collect::<Vec<_>>();
        let place = (self.name)(component);
        let direct = self.is_given(keys);
        match (had, self.is_had(keys)) {
            (true, false) if direct => Enough::CiphertextHad(place),
            (true, false) => Enough::GivesKeys(place, named(keys)),
            (false, true) if !keys.is_empty() => Enough::KeysHad(place, named(keys)),
            (false, false) if !direct || !(self.is_on(component) || gate.is_some_and(|gate| self.is_given(gate))) => {
                Enough::Leads(place)
            }
            _ => Enough::Encrypted(place),
        }
    }

    fn is_had(&self, secrets: &[Name]) -> bool {
        secrets.iter().all(|secret| self.search.has(Need::Knows(*secret)))
    }

    /// Whether the set itself gives all of these that are not had.
    fn is_given(&self, secrets: &[Name]) -> bool {
        let given = |secret: &Name| self.set.contains(&Need::Knows(*secret)) || self.search.has(Need::Knows(*secret));
        secrets.iter().all(given)
    }

    /// Whether the set gives a power on this very component.
    fn is_on(&self, component: Name) -> bool {
        self.set.iter().any(|need| matches!(need, Need::Can(on, _) if *on == component))
    }
}

/// The favourable assumptions, by position, but those that surely do not bear on the cell.
fn assumptions(context: &Context, actor: ActorKind, data: &str) -> Vec<usize> {
    let assumed = context.worst.lowered.assumptions.iter().enumerate();
    let about = |assumption: Assumption, name: &str| {
        let mut all = context.worst.lowered.assumptions.iter().filter(|one| one.assumption == assumption);
        all.any(|one| one.about.iter().any(|about| about == name))
    };
    let bears = |assumption: Assumption| match assumption {
        // Orders change no cell.
        Assumption::JurisdictionDefault => false,
        // An owner would be an organisation.
        Assumption::VendorUnowned => matches!(actor, ActorKind::Organisation | ActorKind::UnknownOwner),
        // The second factor is what a thief of credentials does not have.
        Assumption::MfaApart => actor == ActorKind::Adversary,
        Assumption::SealedFromTheStart | Assumption::HistoryNew => about(assumption, data),
        Assumption::SealedOnTheWay => about(Assumption::SealedFromTheStart, data),
        other => !other.is_worst_case(),
    };
    assumed.filter(|(_, one)| bears(one.assumption)).map(|(at, _)| at).collect()
}
