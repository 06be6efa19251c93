//! Third countries: who outside the European Economic Area reads, or holds ciphertext, and which of the seven
//! use cases of the EDPB’s Recommendations 01/2020 that is.
//!
//! The answer of a use case is the EDPB’s; the questions on its conditions are the tool’s own.

mod conditions;
mod ties;

pub use conditions::{Condition, Query, Status};
pub(super) use ties::ties as ties_of;
pub use ties::{Tie, TieKind};

use conditions::Inquiry;

use super::supposed::Supposed;
use crate::audit::{ActorKind, Audit, labels_of};
use crate::kernel::{Atom, Fact, Grade, Name, Phase, Solution, When};
use crate::model::{Maybe, Model, TransferBasis};
use crate::text::Both;

/// A use case of Annex 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UseCase {
    /// Stored or carried as ciphertext only.
    Stored,
    /// Under pseudonyms only.
    Pseudonyms,
    /// In transit only.
    Transit,
    /// A protected recipient, end-to-end.
    Recipient,
    /// Split between several.
    Split,
    /// A processor that needs the plaintext.
    Processor,
    /// Remote access, or use of its own.
    Remote,
}

impl UseCase {
    /// Every use case, in order.
    pub const ALL: [Self; 7] =
        [Self::Stored, Self::Pseudonyms, Self::Transit, Self::Recipient, Self::Split, Self::Processor, Self::Remote];

    /// Its number in the annex.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Whether the EDPB sees an effective technical measure in it.
    pub const fn is_effective(self) -> bool {
        !matches!(self, Self::Processor | Self::Remote)
    }
}

/// What becomes of one data asset with one actor outside.
#[derive(Debug, Clone)]
pub struct Transferred {
    /// The data asset, by position.
    pub data: usize,
    /// Whether the actor, or somebody of its own, is a declared reader.
    pub declared: bool,
    /// Whether it reads, by privilege or by design; otherwise it holds ciphertext only, or a part.
    pub reads: bool,
    /// The use case, unknowns at worst.
    pub use_case: UseCase,
    /// Whether it would be another, or none, with unknowns at best.
    pub undetermined: bool,
    /// The tool’s own questions on its conditions.
    pub conditions: Vec<Condition>,
}

/// What a use case and the answers on its conditions come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Conclusion {
    /// The EDPB sees no effective technical measure in it.
    No,
    /// It sees one, and a condition is not met.
    NotEstablished,
    /// It sees one, if what is not stated is so.
    Conditional,
    /// It sees one, and every condition is met.
    Yes,
}

impl Conclusion {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::NotEstablished => "not-established",
            Self::Conditional => "conditional",
            Self::Yes => "yes",
        }
    }
}

impl Transferred {
    /// The answer of the use case, as far as its conditions let it be given.
    pub fn conclusion(&self) -> Conclusion {
        let any = |status| self.conditions.iter().any(|condition| condition.status == status);
        match self.use_case.is_effective() {
            false => Conclusion::No,
            true if any(Status::Fails) => Conclusion::NotEstablished,
            true if any(Status::NotStated) => Conclusion::Conditional,
            true => Conclusion::Yes,
        }
    }
}

/// An actor outside the European Economic Area, or maybe outside, with what it has.
#[derive(Debug, Clone)]
pub struct Transfer {
    /// The actor, by position in the audit.
    pub actor: usize,
    /// What ties it to a third country.
    pub ties: Vec<Tie>,
    /// On what the transfer is said to be based; of admins, that of who employs them. `None`: not stated.
    pub basis: Option<Maybe<TransferBasis>>,
    /// What it has, in the order of the data.
    pub data: Vec<Transferred>,
}

/// How an actor is tied to a third country, all its ties together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It is there, or has access from there.
    Outside,
    /// Somebody from there controls it: a law that may apply, and no transfer that is described.
    Controlled,
    /// Nothing known ties it to one, and nothing excludes it.
    ToAsk,
}

impl Standing {
    /// Each, in the order told.
    pub const ALL: [Self; 3] = [Self::Outside, Self::Controlled, Self::ToAsk];

    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Controlled => "controlled",
            Self::ToAsk => "to-ask",
        }
    }
}

impl Transfer {
    /// How its ties stand together.
    pub fn standing(&self) -> Standing {
        let there = |tie: &Tie| matches!(tie.kind, TieKind::Country(_) | TieKind::From(_));
        match (self.ties.iter().any(there), self.is_certain()) {
            (true, _) => Standing::Outside,
            (false, true) => Standing::Controlled,
            (false, false) => Standing::ToAsk,
        }
    }

    /// Whether a tie is known, and not only not excluded.
    pub fn is_certain(&self) -> bool {
        self.ties.iter().any(|tie| tie.kind.is_certain())
    }
}

/// Readers outside the European Economic Area, and where nobody says from where a reader has access.
#[derive(Debug, Clone, Default)]
pub struct Transfers {
    /// Who is, or may be, outside, and has something.
    pub list: Vec<Transfer>,
    /// Admins who read, and of whom nothing says from where.
    pub from_not_stated: Vec<Both>,
}

/// Every transfer, in the order of the actors.
pub(super) fn transfers(model: &Model, audit: &Audit, worst: &Supposed, best: &Supposed) -> Transfers {
    let ties: Vec<(usize, Vec<Tie>)> = (0..audit.actors.len())
        .map(|at| (at, ties::ties(model, &audit.actors[at])))
        .filter(|(_, ties)| !ties.is_empty())
        .collect();
    let outside: Vec<String> = ties.iter().map(|(at, _)| audit.actors[*at].id.clone()).collect();
    let certain = |ties: &[Tie]| ties.iter().any(|tie| tie.kind.is_certain());
    let (worst, best) = (Side::new(audit, worst, &outside), Side::new(audit, best, &outside));
    let inquiry = Inquiry {
        model,
        audit,
        side: &worst,
        labels: labels_of(model),
        outside: ties.iter().map(|(at, ties)| (*at, certain(ties))).collect(),
    };
    let mut list = Vec::new();
    for (actor, ties) in ties {
        let found = |data| transferred(&inquiry, &best, actor, data);
        let data: Vec<Transferred> = (0..audit.data.len()).filter_map(found).collect();
        if !data.is_empty() {
            list.push(Transfer { actor, basis: basis(model, &audit.actors[actor].id), ties, data });
        }
    }
    Transfers { list, from_not_stated: from_not_stated(model, audit) }
}

fn transferred(inquiry: &Inquiry, best: &Side, actor: usize, data: usize) -> Option<Transferred> {
    let side = inquiry.side;
    let use_case = side.use_case(inquiry.model, actor, data)?;
    Some(Transferred {
        data,
        declared: side.pair(actor, data).is_some_and(|(who, what)| side.has_declared(who, what)),
        reads: side.reads(actor, data),
        use_case,
        undetermined: best.use_case(inquiry.model, actor, data) != Some(use_case),
        conditions: inquiry.conditions(use_case, actor, data),
    })
}

/// On what a transfer to an actor is said to be based.
fn basis(model: &Model, actor: &str) -> Option<Maybe<TransferBasis>> {
    let admin = model.architecture.admins.get(actor);
    let employer = admin.and_then(|admin| admin.of.known()).map_or(actor, |of| of.0.as_str());
    model.statements.transfers.get(employer).copied()
}

/// Admins who read by privilege, and of whom the model does not say from where they have access.
fn from_not_stated(model: &Model, audit: &Audit) -> Vec<Both> {
    let silent = |id: &str| model.architecture.admins.get(id).is_some_and(|admin| admin.from.is_none());
    let reads = |at: usize| {
        let mut own = audit.verdicts.iter().filter(|verdict| verdict.actor == at);
        own.any(|verdict| verdict.easiest() <= Grade::Privilege)
    };
    let admins = (0..audit.actors.len()).filter(|at| audit.actors[*at].kind == ActorKind::Admin);
    let found = admins.filter(|at| silent(&audit.actors[*at].id) && reads(*at));
    found.map(|at| audit.actors[at].label.clone()).collect()
}

/// What is needed of one side of the unknowns.
struct Side<'a> {
    audit: &'a Audit,
    solved: &'a Supposed,
    /// What each actor outside has by powers and knowledge of its own: neither by its people, by what it
    /// controls, nor as a declared reader.
    own: Solution,
}

impl<'a> Side<'a> {
    fn new(audit: &'a Audit, solved: &'a Supposed, outside: &[String]) -> Self {
        let names: Vec<Name> = outside.iter().filter_map(|id| solved.facts.names().get(id)).collect();
        let below = solved.facts.restricted_to(&names).finish();
        let own =
            below.to_builder(|fact| !matches!(fact, Fact::Staff { .. } | Fact::Owned { .. } | Fact::Intended { .. }));
        Self { audit, solved, own: Solution::solve(&own.finish(), Phase::Next) }
    }

    fn pair(&self, actor: usize, data: usize) -> Option<(Name, Name)> {
        let names = self.solved.facts.names();
        names.get(&self.audit.actors[actor].id).zip(names.get(&self.audit.data[data].id))
    }

    fn reads(&self, actor: usize, data: usize) -> bool {
        self.pair(actor, data).is_some_and(|(who, what)| self.solved.reads(who, what) <= Grade::Privilege)
    }

    /// Whether it reads by what it runs itself.
    fn runs(&self, who: Name, what: Name) -> bool {
        self.own.grade(Atom::Past(who, what)).min(self.own.grade(Atom::New(who, what))) <= Grade::Privilege
    }

    fn is_declared(&self, who: Name, what: Name) -> bool {
        self.solved.facts.contains(&Fact::Intended { actor: who, asset: what })
    }

    /// Whether it, or somebody of its own, is a declared reader.
    fn has_declared(&self, who: Name, what: Name) -> bool {
        self.solved.facts.with_those_below(&[who]).iter().any(|one| self.is_declared(*one, what))
    }

    /// Whether it reads through declared readers alone: nothing that it or they run shows the data, and nobody else
    /// of its own reads.
    fn only_declared(&self, model: &Model, who: Name, what: Name) -> bool {
        let facts = &self.solved.facts;
        facts.with_those_below(&[who]).into_iter().all(|one| {
            if self.is_declared(one, what) {
                return !self.operates(model, one);
            }
            let alone = facts.with_those_below(&[one]).len() == 1;
            if alone { self.solved.reads(one, what) > Grade::Privilege } else { !self.runs(one, what) }
        })
    }

    /// Whether it runs anything of the system itself, devices of its own apart.
    fn operates(&self, model: &Model, who: Name) -> bool {
        let architecture = &model.architecture;
        let own = |component: Name| {
            let name = self.solved.facts.text(component).split('/').next().unwrap_or_default();
            architecture.clients.contains_key(name) || architecture.data.contains_key(name)
        };
        let mut facts = self.solved.facts.iter();
        facts.any(|(_, fact)| matches!(fact, Fact::Power { actor, component, .. } if *actor == who && !own(*component)))
    }

    fn use_case(&self, model: &Model, actor: usize, data: usize) -> Option<UseCase> {
        let (who, what) = self.pair(actor, data)?;
        if self.solved.reads(who, what) <= Grade::Privilege {
            return Some(self.reading(model, actor, data, (who, what)));
        }
        let held: Vec<&Fact> = self.held(who, what);
        if self.split(actor, data, !held.is_empty(), model) {
            return Some(UseCase::Split);
        }
        let transit = |fact: &&Fact| self.is_transit(who, fact);
        (!held.is_empty()).then(|| if held.iter().all(transit) { UseCase::Transit } else { UseCase::Stored })
    }

    /// The use case of who reads.
    fn reading(&self, model: &Model, actor: usize, data: usize, (who, what): (Name, Name)) -> UseCase {
        let id = &self.audit.data[data].id;
        let sealed = model.architecture.end_to_end.iter().any(|entry| entry.data.iter().any(|one| one.0 == *id));
        if sealed && self.has_declared(who, what) && self.only_declared(model, who, what) {
            return UseCase::Recipient;
        }
        let behind = model.architecture.data.get(id).and_then(|data| data.pseudonym_of.as_ref());
        let behind = behind.and_then(|of| self.solved.facts.names().get(of));
        if behind.is_some_and(|behind| self.solved.reads(who, behind) > Grade::Privilege) {
            return UseCase::Pseudonyms;
        }
        let organisation = self.audit.actors[actor].kind == ActorKind::Organisation;
        if organisation && self.runs(who, what) { UseCase::Processor } else { UseCase::Remote }
    }

    /// The ciphertexts that rights already granted give.
    fn held(&self, who: Name, what: Name) -> Vec<&Fact> {
        let all = self.solved.ciphertexts(who, what).into_iter();
        // What stands for people under pseudonyms is no ciphertext of them: those data are told by themselves.
        let linked = |fact: &Fact| {
            let keys = crate::kernel::Facts::list_of(fact).unwrap_or_default();
            let link = |key: &str| key.starts_with("map:") || key.starts_with("recognised:");
            keys.iter().any(|key| link(self.solved.facts.text(*key)))
        };
        all.filter(|(fact, grade)| *grade <= Grade::Privilege && !linked(fact)).map(|(fact, _)| fact).collect()
    }

    /// The keys of a ciphertext that rights already granted do not give.
    fn lacking(&self, who: Name, fact: &Fact) -> Vec<Name> {
        let keys = crate::kernel::Facts::list_of(fact).unwrap_or_default().iter().copied();
        keys.filter(|key| self.solved.grade(Atom::Knows(who, *key)) > Grade::Privilege).collect()
    }

    /// Whether a ciphertext is only passing, under a TLS that it does not end.
    fn is_transit(&self, who: Name, fact: &Fact) -> bool {
        let passing = matches!(fact, Fact::Sealed { when: When::Live, .. });
        passing && self.lacking(who, fact).iter().any(|key| self.solved.facts.text(*key).starts_with("tls:"))
    }

    /// Whether what it lacks is with another one: known to be outside too, or with the ciphertext while it has the key. A key
    /// that is kept inside is the condition of ciphertext alone.
    fn split(&self, actor: usize, data: usize, holds: bool, model: &Model) -> bool {
        self.partners(actor, data).any(|other| {
            let known = self.audit.actors.iter().find(|known| known.id == other);
            !holds || known.is_some_and(|known| ties::ties(model, known).iter().any(|tie| tie.kind.is_certain()))
        })
    }

    /// Those with whom it would read, and neither alone.
    fn partners(&self, actor: usize, data: usize) -> impl Iterator<Item = &'a str> {
        let (id, asset) = (self.audit.actors[actor].id.clone(), self.audit.data[data].id.clone());
        self.audit.collusions.iter().filter(move |one| one.data == asset).filter_map(move |one| {
            let [left, right] = &one.organisations;
            if *left == id { Some(right.as_str()) } else { (*right == id).then_some(left.as_str()) }
        })
    }
}
