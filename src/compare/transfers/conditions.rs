//! The tool’s own questions on the conditions of a use case, answered from the model where it says enough.

use std::collections::BTreeSet;

use super::{Side, UseCase};
use crate::audit::{ActorKind, Audit};
use crate::kernel::{Atom, Fact, Grade, Name, Strength};
use crate::model::{Maybe, Model, OrNone, Verified};
use crate::source::{Position, Route};
use crate::text::Both;
use crate::text::labels::Labels;

/// A question on a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Query {
    /// Is each key out of reach of everyone outside?
    KeysApart,
    /// Does it stay unreadable even if they alter what they run or supply?
    Unaltered,
    /// Is the encryption free of known weaknesses?
    Strong,
    /// Will it hold as long as the data must stay secret?
    Lasting,
    /// Is what links pseudonyms to people out of their reach?
    MappingApart,
    /// Is the content alone not enough to recognise people?
    ContentAlone,
    /// Was it studied with what authorities may know from elsewhere?
    Crossed,
    /// Is the content encrypted end-to-end inside the transport?
    ContentToo,
    /// Does nobody but declared readers read?
    ReadersOnly,
    /// Are recipients’ keys verified?
    RecipientVerified,
    /// Does the law of the recipient’s country protect it from having to hand the data over?
    Exempt,
    /// Is each part unreadable alone?
    PartsAlone,
    /// Can no authority compel both?
    OtherLaw,
    /// Do the authorities of both not cooperate?
    Apart,
    /// Does the task need the plaintext?
    PlaintextNeeded,
    /// Does the law of the country let its authorities reach the data in practice?
    LawInPractice,
}

/// What the model says of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It is met, in this model.
    Holds,
    /// It is not met, in this model.
    Fails,
    /// The model does not say.
    NotStated,
}

impl Status {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Fails => "fails",
            Self::NotStated => "not-stated",
        }
    }

    const fn of(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }
}

/// A question, what the model answers, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The question.
    pub query: Query,
    /// The answer.
    pub status: Status,
    /// Who or what it rests on.
    pub about: Vec<Both>,
    /// Where the model says so.
    pub locations: Vec<Position>,
}

impl Condition {
    fn new(query: Query, status: Status) -> Self {
        Self { query, status, about: Vec::new(), locations: Vec::new() }
    }
}

/// What the questions are answered from.
pub(super) struct Inquiry<'a> {
    pub(super) model: &'a Model,
    pub(super) audit: &'a Audit,
    pub(super) side: &'a Side<'a>,
    pub(super) labels: Labels,
    /// Actors outside by position, and whether that is certain.
    pub(super) outside: Vec<(usize, bool)>,
}

impl Inquiry<'_> {
    pub(super) fn conditions(&self, use_case: UseCase, actor: usize, data: usize) -> Vec<Condition> {
        let Some(pair) = self.side.pair(actor, data) else { return Vec::new() };
        let open = |query| Condition::new(query, Status::NotStated);
        match use_case {
            UseCase::Stored => {
                vec![self.keys_apart(pair), self.unaltered(pair), self.strong(pair), open(Query::Lasting)]
            }
            UseCase::Transit => vec![
                self.keys_apart(pair),
                self.unaltered(pair),
                self.strong(pair),
                self.content_too(data),
                open(Query::Lasting),
            ],
            UseCase::Pseudonyms => vec![self.mapping_apart(data), self.content_alone(data), open(Query::Crossed)],
            UseCase::Recipient => vec![self.readers_only(data), self.verified(data), open(Query::Exempt)],
            UseCase::Split => vec![
                Condition::new(
                    Query::PartsAlone,
                    Status::of(self.side.solved.reads(pair.0, pair.1) > Grade::Privilege),
                ),
                self.other_law(actor, data),
                open(Query::Apart),
            ],
            UseCase::Processor | UseCase::Remote => vec![open(Query::PlaintextNeeded), open(Query::LawInPractice)],
        }
    }

    /// Each ciphertext that it holds needs a key that nobody outside has.
    fn keys_apart(&self, (who, what): (Name, Name)) -> Condition {
        let mut condition = Condition::new(Query::KeysApart, Status::Holds);
        for fact in self.side.held(who, what) {
            let lacking = self.side.lacking(who, fact);
            let best = lacking.iter().map(|key| (self.key_status(*key), *key)).min_by_key(|(found, _)| found.0);
            let Some(((_, status, holders), key)) = best else { continue };
            if status != Status::Holds && condition.status != Status::Fails {
                condition.status = status;
            }
            let said = holders.into_iter().chain(std::iter::once(key)).map(|name| self.label(name));
            let said = said.filter(|label| !condition.about.contains(label)).collect::<Vec<_>>();
            condition.about.extend(said);
            let place = self.key_place(self.side.solved.facts.text(key));
            condition.locations.extend(place.filter(|place| !condition.locations.contains(place)));
        }
        condition
    }

    /// Whether a key is out of reach of everyone outside: best first, with those who have it.
    fn key_status(&self, key: Name) -> (u8, Status, Vec<Name>) {
        let mut holders = Vec::new();
        let mut certain = false;
        for (at, sure) in &self.outside {
            let Some(who) = self.side.solved.facts.names().get(&self.audit.actors[*at].id) else { continue };
            if self.side.solved.grade(Atom::Knows(who, key)) <= Grade::Privilege {
                holders.push(who);
                certain |= sure;
            }
        }
        match (holders.is_empty(), certain) {
            (true, _) => (0, Status::Holds, holders),
            (false, false) => (1, Status::NotStated, holders),
            (false, true) => (2, Status::Fails, holders),
        }
    }

    /// Where a key is declared, itself or as that of end-to-end encryption.
    fn key_place(&self, key: &str) -> Option<Position> {
        if self.model.architecture.keys.contains_key(key) {
            return Some(self.model.position(&Route::root("keys").key(key)));
        }
        let of = key.strip_prefix("e2e:")?;
        let mut entries = self.model.architecture.end_to_end.iter();
        let at = entries.position(|entry| entry.data.iter().any(|data| data.0 == of))?;
        Some(self.model.position(&Route::root("end_to_end").index(at)))
    }

    fn unaltered(&self, (who, what): (Name, Name)) -> Condition {
        Condition::new(Query::Unaltered, Status::of(self.side.solved.reads(who, what) > Grade::Evident))
    }

    fn strong(&self, (who, what): (Name, Name)) -> Condition {
        let held = self.side.held(who, what);
        let weak = held.iter().any(|fact| matches!(fact, Fact::Sealed { strength: Strength::Weak, .. }));
        Condition::new(Query::Strong, Status::of(!weak))
    }

    /// The entries of end-to-end encryption for a data asset, with their places.
    fn entries(&self, data: usize) -> impl Iterator<Item = (usize, &crate::model::EndToEnd)> {
        let id = &self.audit.data[data].id;
        let all = self.model.architecture.end_to_end.iter().enumerate();
        all.filter(move |(_, entry)| entry.data.iter().any(|one| one.0 == *id))
    }

    fn content_too(&self, data: usize) -> Condition {
        let places = self.entries(data).map(|(at, _)| self.model.position(&Route::root("end_to_end").index(at)));
        let locations: Vec<Position> = places.collect();
        Condition { locations, ..Condition::new(Query::ContentToo, Status::of(self.entries(data).next().is_some())) }
    }

    /// What links pseudonyms to people is out of reach of everyone outside: at worst, whoever recognises them has it.
    fn mapping_apart(&self, data: usize) -> Condition {
        let id = &self.audit.data[data].id;
        let route = Route::root("data").key(id);
        let declared = self.model.architecture.data.get(id);
        let table = declared.and_then(|data| data.mapping.as_ref());
        let position = table.map_or_else(|| route.key("pseudonym_of"), |_| route.key("mapping"));
        let facts = &self.side.solved.facts;
        let named = |name: &str| facts.names().get(name);
        let secret = named(&format!("map:{}", table.map_or(id, |table| &table.0)));
        let mut condition = Condition::new(Query::MappingApart, Status::Holds);
        condition.locations.push(self.model.position(&position));
        for (at, sure) in &self.outside {
            let Some(who) = named(&self.audit.actors[*at].id) else { continue };
            let by_table = table.and_then(|table| named(table)).map(|table| self.side.solved.reads(who, table));
            let by_secret = secret.map(|secret| self.side.solved.grade(Atom::Knows(who, secret)));
            if by_table.into_iter().chain(by_secret).any(|grade| grade <= Grade::Evident) {
                condition.about.push(self.audit.actors[*at].label.clone());
                let status = if *sure { Status::Fails } else { Status::NotStated };
                condition.status = if condition.status == Status::Fails { Status::Fails } else { status };
            }
        }
        condition
    }

    fn content_alone(&self, data: usize) -> Condition {
        let id = &self.audit.data[data].id;
        let said = self.model.architecture.data.get(id).and_then(|data| data.reidentifiable.as_ref());
        let status = match said {
            Some(Maybe::Is(recognisable)) => Status::of(!recognisable),
            Some(Maybe::Unknown) | None => Status::NotStated,
        };
        let place = said.map(|_| self.model.position(&Route::root("data").key(id).key("reidentifiable")));
        Condition { locations: place.into_iter().collect(), ..Condition::new(Query::ContentAlone, status) }
    }

    /// Whoever reads by privilege, and is neither a declared reader nor somebody who has none but these.
    fn readers_only(&self, data: usize) -> Condition {
        let others =
            self.audit.verdicts.iter().filter(|verdict| verdict.data == data && verdict.is_unintended_reader());
        let counted = |kind| matches!(kind, ActorKind::Organisation | ActorKind::Admin | ActorKind::People);
        let others = others.filter(|verdict| counted(self.audit.actors[verdict.actor].kind));
        let others = others.filter(|verdict| {
            let pair = self.side.pair(verdict.actor, data);
            !pair.is_some_and(|(who, what)| {
                self.side.has_declared(who, what) && self.side.only_declared(self.model, who, what)
            })
        });
        let about: Vec<Both> = others.map(|verdict| self.audit.actors[verdict.actor].label.clone()).collect();
        Condition { about: about.clone(), ..Condition::new(Query::ReadersOnly, Status::of(about.is_empty())) }
    }

    fn verified(&self, data: usize) -> Condition {
        let mut condition = Condition::new(Query::RecipientVerified, Status::Holds);
        for (at, entry) in self.entries(data) {
            let status = match (&entry.recipients_from, &entry.verified) {
                (Maybe::Is(OrNone::None), _) | (_, Maybe::Is(Verified::Yes)) => Status::Holds,
                (_, Maybe::Is(Verified::Logged | Verified::No)) => Status::Fails,
                (_, Maybe::Unknown) => Status::NotStated,
            };
            if status != Status::Holds && condition.status != Status::Fails {
                condition.status = status;
            }
            condition.locations.push(self.model.position(&Route::root("end_to_end").index(at).key("verified")));
        }
        condition
    }

    /// No authority can compel the actor and its counterpart, their people and their owners included.
    fn other_law(&self, actor: usize, data: usize) -> Condition {
        let facts = &self.side.solved.facts;
        let authorities = |id: &str| -> BTreeSet<&str> {
            let Some(who) = facts.names().get(id) else { return BTreeSet::new() };
            let mut around = facts.with_those_above(&[who]);
            around.extend(facts.with_those_below(&[who]));
            let subject = facts.iter().filter_map(|(_, fact)| match fact {
                Fact::Subject { organisation, authority, .. } if around.contains(organisation) => Some(*authority),
                _ => None,
            });
            subject.map(|authority| facts.text(authority)).collect()
        };
        let own = authorities(&self.audit.actors[actor].id);
        let mut condition = Condition::new(Query::OtherLaw, Status::Holds);
        for other in self.side.partners(actor, data) {
            let theirs = authorities(other);
            let shared: Vec<&str> = own.intersection(&theirs).copied().collect();
            let unknown = own.contains("authority/unknown") || theirs.contains("authority/unknown");
            if shared.iter().any(|name| *name != "authority/unknown") {
                condition.status = Status::Fails;
            } else if unknown && condition.status == Status::Holds {
                condition.status = Status::NotStated;
            }
            let about = std::iter::once(other).chain(shared).map(|name| self.labels.both(name));
            let about = about.filter(|label| !condition.about.contains(label)).collect::<Vec<_>>();
            condition.about.extend(about);
        }
        condition
    }

    fn label(&self, name: Name) -> Both {
        self.labels.both(self.side.solved.facts.text(name))
    }
}
