//! Breach scenarios: suppose that each event has happened, and read what it gives.
//!
//! The three states are those of a breach notification: readable, protected by something that could be
//! subverted, still unintelligible. No conclusion of law is drawn from them.

mod acts;

pub use acts::Act;

use std::cell::RefCell;

use super::supposed::{ADVERSARY, Supposed};
use crate::audit::{Audit, DataView, labels_of, reached};
use crate::kernel::{Atom, Fact, Facts, Grade, Name, Order, Proofs, When};
use crate::model::Model;
use crate::text::Both;
use crate::text::labels::Labels;

/// What an event leaves of the protection of a data asset, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Read with no further act: it was intelligible.
    Readable,
    /// Protected, by something that a further act would subvert.
    Subvertible,
    /// The ciphertext is reached, and cannot be opened.
    Intact,
    /// Neither the data nor its ciphertext is reached.
    NotReached,
}

impl State {
    /// Every state, the worst first.
    pub const ALL: [Self; 4] = [Self::Readable, Self::Subvertible, Self::Intact, Self::NotReached];

    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Readable => "readable",
            Self::Subvertible => "subvertible",
            Self::Intact => "intact",
            Self::NotReached => "not-reached",
        }
    }
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// An adversary has what it was granted.
    Adversary,
    /// An authority gives an order to an organisation, or to admins reached from its country.
    Order {
        /// The authority.
        authority: String,
        /// Its label.
        label: Both,
        /// What is ordered.
        order: Order,
    },
}

/// What becomes of one data asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The data asset, by position.
    pub data: usize,
    /// Its state, unknowns at worst.
    pub state: State,
    /// Its state with unknowns at best, where it differs.
    pub best: Option<State>,
    /// The grade on what is kept, once the event has happened.
    pub past: Grade,
    /// The grade on what passes from then on.
    pub new: Grade,
    /// Of what is subvertible: the acts that remain to be done.
    pub acts: Vec<Act>,
    /// Of what is intact: the keys that must stay out of reach; each set would be enough.
    pub keys: Vec<Vec<Both>>,
}

impl Outcome {
    /// Whether only what passes from then on is in this state, not what is kept.
    pub fn only_new(&self) -> bool {
        match self.state {
            State::Readable => self.past > Grade::Privilege,
            State::Subvertible => !self.past.is_reachable(),
            State::Intact | State::NotReached => false,
        }
    }
}

/// How many people some data are about, counted once each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concerned {
    /// At least: the largest number among the data.
    pub at_least: u64,
    /// At most: their sum.
    pub at_most: u64,
    /// How many of the data say nothing of their number.
    pub unsaid: usize,
}

/// One event and what it gives.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// What has happened.
    pub event: Event,
    /// Who then has something: the adversary, or whoever received the order.
    pub actor: String,
    /// Its label.
    pub label: Both,
    /// One outcome for each data asset, in the order of the file.
    pub outcomes: Vec<Outcome>,
    /// The people concerned by the data that were reached, in whatever state; `None` when none is.
    pub concerned: Option<Concerned>,
    /// The data whose proof is to be read first, by position: of the worst state, the shortest.
    pub explain: Option<usize>,
}

impl Scenario {
    /// The worst state of all data.
    pub fn worst(&self) -> State {
        self.outcomes.iter().map(|outcome| outcome.state).min().unwrap_or(State::NotReached)
    }

    /// Whether what is not known would change an outcome.
    pub fn undetermined(&self) -> bool {
        self.outcomes.iter().any(|outcome| outcome.best.is_some())
    }
}

/// Every scenario: adversaries in the order of the audit, then orders in that of the organisations.
pub(super) fn scenarios(model: &Model, audit: &Audit, worst: &Supposed, best: &Supposed) -> Vec<Scenario> {
    let scene =
        Scene { audit, worst, best, labels: labels_of(model), prover: RefCell::new(Proofs::new(&worst.derivation)) };
    let adversaries = audit
        .actors
        .iter()
        .filter(|actor| actor.id.starts_with(ADVERSARY) && actor.kind != crate::audit::ActorKind::CommonBase);
    let mut all: Vec<Scenario> = adversaries.map(|actor| scene.scenario(&actor.id, Event::Adversary)).collect();
    for (actor, authority, order) in scene.orders() {
        let label = scene.labels.both(&authority);
        all.push(scene.scenario(&actor, Event::Order { authority, label, order }));
    }
    all
}

/// What scenarios share.
struct Scene<'a> {
    audit: &'a Audit,
    worst: &'a Supposed,
    best: &'a Supposed,
    labels: Labels,
    prover: RefCell<Proofs<'a>>,
}

impl Scene<'_> {
    /// Every order: who receives it, from whom, to do what.
    fn orders(&self) -> Vec<(String, String, Order)> {
        let facts = &self.worst.facts;
        let text = |name| facts.text(name).to_owned();
        let orders = facts.iter().filter_map(|(_, fact)| match *fact {
            Fact::Subject { organisation, authority, order } => Some((text(organisation), text(authority), order)),
            _ => None,
        });
        let mut orders: Vec<_> = orders.collect();
        let place = |actor: &str| self.audit.actors.iter().position(|known| known.id == actor);
        orders.sort_by_cached_key(|(actor, authority, order)| (place(actor), authority.clone(), *order));
        orders
    }

    fn scenario(&self, actor: &str, event: Event) -> Scenario {
        let outcomes: Vec<Outcome> = (0..self.audit.data.len()).map(|data| self.outcome(actor, &event, data)).collect();
        let reached = outcomes.iter().filter(|outcome| outcome.state != State::NotReached);
        let reached: Vec<&DataView> = reached.map(|outcome| &self.audit.data[outcome.data]).collect();
        Scenario {
            concerned: concerned(&reached),
            explain: self.first_proof(actor, &outcomes),
            label: self.labels.both(actor),
            actor: actor.to_owned(),
            event,
            outcomes,
        }
    }

    fn outcome(&self, actor: &str, event: &Event, data: usize) -> Outcome {
        let asset = &self.audit.data[data].id;
        let (state, (past, new)) = state_of(self.worst, actor, event, asset);
        let (best, _) = state_of(self.best, actor, event, asset);
        let names = self.worst.facts.names().get(actor).zip(self.worst.facts.names().get(asset));
        let acts = names.filter(|_| state == State::Subvertible);
        let keys = names.filter(|_| state == State::Intact);
        Outcome {
            data,
            state,
            best: (best != state).then_some(best),
            past,
            new,
            acts: acts
                .map(|pair| acts::acts(self.worst, &mut self.prover.borrow_mut(), &self.labels, pair))
                .unwrap_or_default(),
            keys: keys.map(|pair| self.missing(pair)).unwrap_or_default(),
        }
    }

    /// The keys that an actor lacks for the ciphertext that it reaches: the smallest sets.
    fn missing(&self, (actor, asset): (Name, Name)) -> Vec<Vec<Both>> {
        let mut sets: Vec<Vec<Name>> = Vec::new();
        for (fact, _) in self.worst.ciphertexts(actor, asset) {
            let keys = Facts::list_of(fact).unwrap_or_default().iter().copied();
            let lacking = keys.filter(|key| !self.worst.grade(Atom::Knows(actor, *key)).is_reachable());
            let lacking: Vec<Name> = lacking.collect();
            let within = |one: &[Name], other: &[Name]| one.iter().all(|key| other.contains(key));
            if !lacking.is_empty() && !sets.iter().any(|known| within(known, &lacking)) {
                sets.retain(|known| !within(&lacking, known));
                sets.push(lacking);
            }
        }
        let label = |key: &Name| self.labels.both(self.worst.facts.text(*key));
        sets.iter().map(|set| set.iter().map(label).collect()).collect()
    }

    /// Of the data in the worst state, the one whose proof has the fewest steps.
    fn first_proof(&self, actor: &str, outcomes: &[Outcome]) -> Option<usize> {
        let worst = outcomes.iter().map(|outcome| outcome.state).min()?;
        let steps = |data: usize| {
            let verdicts = self.audit.verdicts.iter();
            let mut own = verdicts.filter(|one| one.data == data && self.audit.actors[one.actor].id == actor);
            let proof = own.next().and_then(|verdict| self.audit.shortest_proof(verdict));
            proof.map_or(usize::MAX, |at| self.audit.proofs[at].steps.len())
        };
        let data = outcomes.iter().filter(|outcome| outcome.state == worst).map(|outcome| outcome.data);
        data.min_by_key(|data| (steps(*data), *data)).filter(|_| worst != State::NotReached)
    }
}

/// What an event leaves of a data asset, and the grades of what is kept and of what passes.
fn state_of(supposed: &Supposed, actor: &str, event: &Event, asset: &str) -> (State, (Grade, Grade)) {
    let names = supposed.facts.names();
    let Some((actor, asset)) = names.get(actor).zip(names.get(asset)) else {
        return (State::NotReached, (Grade::None, Grade::None));
    };
    let (past, new) = match event {
        Event::Adversary => {
            let cell = supposed.derivation.cell(actor, asset);
            (cell.past, cell.new)
        }
        Event::Order { order, .. } => reached(&supposed.derivation, actor, asset, *order),
    };
    let state = match past.min(new) {
        Grade::Design | Grade::Privilege => State::Readable,
        Grade::Tampering | Grade::Evident | Grade::Breach => State::Subvertible,
        Grade::None if hands_over(supposed, actor, event, asset) => State::Intact,
        Grade::None => State::NotReached,
    };
    (state, (past, new))
}

/// Whether ciphertext comes with the event. An adversary may act further; an order takes what is asked for.
fn hands_over(supposed: &Supposed, actor: Name, event: &Event, asset: Name) -> bool {
    let most = match event {
        Event::Adversary => Grade::Breach,
        Event::Order { order: Order::Alter, .. } => Grade::Evident,
        Event::Order { .. } => Grade::Privilege,
    };
    let asked = |fact: &Fact| {
        let kept = matches!(fact, Fact::Sealed { when: When::Stored, .. });
        kept || !matches!(event, Event::Order { order: Order::Produce, .. })
    };
    supposed.ciphertexts(actor, asset).iter().any(|(fact, grade)| *grade <= most && asked(fact))
}

/// How many people, at least and at most.
fn concerned(data: &[&DataView]) -> Option<Concerned> {
    let said = || data.iter().filter_map(|one| one.subjects);
    (!data.is_empty()).then(|| Concerned {
        at_least: said().max().unwrap_or(0),
        at_most: said().fold(0, u64::saturating_add),
        unsaid: data.iter().filter(|one| one.subjects.is_none()).count(),
    })
}
