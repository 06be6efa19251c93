//! Who reads or reaches in beside the certified operator, and what HDS organises around each such answer.

use super::duties::{Duty, DutyState, Role, role};
use super::places::{Places, Verb, rights as rights_of};
use crate::audit::{ActorKind, Audit};
use crate::model::{Absent, BackendKind, Maybe, Model};
use crate::source::{Position, Route};
use crate::text::Both;
use crate::text::labels::Labels;

/// A right in production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    /// Whose.
    pub admin: Both,
    /// What it allows.
    pub verb: Verb,
    /// Where.
    pub at: Both,
    /// The line that gives it.
    pub position: Position,
}

/// An organisation that leaves operation to a certified one, and whose staff have access all the same.
#[derive(Debug, Clone)]
pub struct Delegation {
    /// The organisation, by its name in the model.
    pub id: String,
    /// Its label.
    pub organisation: Both,
    /// The organisations that operate, and whose certificate states activity 5.
    pub operators: Vec<Both>,
    /// The rights of its staff.
    pub rights: Vec<Right>,
    /// The health data that they read by privilege without being declared readers.
    pub reads: Vec<usize>,
}

/// The requirements that frame an access by rights already granted, beside the cell they are about.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The verdict, by position.
    pub verdict: usize,
    /// The organisation of the actor, by its name in the model.
    pub id: String,
    /// Its label.
    pub organisation: Both,
    /// The least that is said of a certificate of its activities.
    pub certificate: DutyState,
    /// What is said of each activity that it carries out for certain.
    pub activities: Vec<(u8, DutyState)>,
    /// The numbers of the requirements.
    pub requirements: Vec<u8>,
}

/// What the model says of the logs that traces of access would be among.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Traces {
    /// It describes logs, there.
    Logs(Vec<Position>),
    /// It says that there are none.
    None,
    /// It says nothing.
    NotStated,
}

/// What is needed to look at each access.
pub(super) struct Access<'a> {
    pub(super) model: &'a Model,
    pub(super) audit: &'a Audit,
    pub(super) labels: &'a Labels,
    pub(super) places: &'a Places<'a>,
    pub(super) duties: &'a [Duty],
    pub(super) administered: &'a [(String, &'a str)],
}

impl Access<'_> {
    fn is_controller(&self, organisation: &str) -> bool {
        self.model.statements.controllers.get(organisation) == Some(&Maybe::Is(true))
    }

    fn states(&self, organisation: &str, activity: u8) -> bool {
        let certificate = self.model.statements.certificates.get(organisation);
        certificate.is_some_and(|one| one.activities.contains(&activity))
    }

    /// Each organisation that is neither controller nor certified for activity 5, whose staff have rights where
    /// another one operates under a certificate.
    pub(super) fn delegations(&self) -> Vec<Delegation> {
        let organisations = self.model.architecture.organisations.keys();
        let apart = organisations.filter(|id| !self.is_controller(id) && !self.states(id, 5));
        apart.filter_map(|id| self.delegation(id)).collect()
    }

    fn delegation(&self, id: &str) -> Option<Delegation> {
        let (mut operators, mut rights, mut admins) = (Vec::new(), Vec::new(), Vec::new());
        for (name, admin) in self.model.architecture.admins.iter().filter(|(name, _)| self.works_for(name, id)) {
            for (verb, at, position) in rights_of(self.model, name, admin) {
                let Some(place) = self.places.get(at) else { continue };
                let certified = self.operators(place.name, id);
                if certified.is_empty() {
                    continue;
                }
                operators.extend(certified.into_iter().filter(|one| !operators.contains(one)).collect::<Vec<_>>());
                rights.push(Right { admin: self.labels.both(name), verb, at: self.labels.both(place.name), position });
                admins.push(name.as_str());
            }
        }
        let reads = |data: &usize| {
            let mut own = self.audit.verdicts.iter().filter(|verdict| verdict.data == *data);
            let theirs = |actor: usize| admins.contains(&self.audit.actors[actor].id.as_str());
            self.audit.data[*data].health && own.any(|one| one.is_unintended_reader() && theirs(one.actor))
        };
        let reads = (0..self.audit.data.len()).filter(reads).collect();
        let operators: Vec<Both> = operators.iter().map(|operator: &&str| self.labels.both(operator)).collect();
        let (id, organisation) = (id.to_owned(), self.labels.both(id));
        (!rights.is_empty()).then_some(Delegation { id, organisation, operators, rights, reads })
    }

    /// Who else administers a place, under a certificate that states activity 5.
    fn operators(&self, place: &str, apart: &str) -> Vec<&str> {
        let there = self.administered.iter().filter(|(who, at)| *at == place && who != apart && self.states(who, 5));
        there.map(|(who, _)| who.as_str()).collect()
    }

    /// Each answer by privilege of a host or of its staff, on health data.
    pub(super) fn frames(&self) -> Vec<Frame> {
        let cells = self.audit.verdicts.iter().enumerate();
        let cells = cells.filter(|(_, one)| one.is_unintended_reader() && self.audit.data[one.data].health);
        cells.filter_map(|(at, one)| self.frame(at, one.actor)).collect()
    }

    fn frame(&self, verdict: usize, actor: usize) -> Option<Frame> {
        let actor = &self.audit.actors[actor];
        let admins = &self.model.architecture.admins;
        let id = match actor.kind {
            ActorKind::Organisation => actor.id.clone(),
            ActorKind::Admin => admins.get(&actor.id)?.of.known()?.0.clone(),
            _ => return None,
        };
        if role(self.model, self.duties, &id) != Role::Host {
            return None;
        }
        let shows = |name: &String| {
            let shown = admins.get(name).map(|admin| rights_of(self.model, name, admin)).unwrap_or_default();
            shown.iter().any(|(verb, ..)| matches!(verb, Verb::Read | Verb::Impersonate))
        };
        let own = |name: &&String| **name == actor.id || (actor.id == id && self.works_for(name, &id));
        let mut requirements = vec![15, 16, 23, 26];
        if admins.keys().filter(own).any(shows) {
            requirements.insert(0, 11);
        }
        let own = self.duties.iter().filter(|duty| duty.id == id && duty.state != DutyState::NotDerivable);
        let activities: Vec<(u8, DutyState)> = own.map(|duty| (duty.activity, duty.state)).collect();
        // A certificate says nothing of an activity that does not follow from the model.
        let least = activities.iter().map(|(_, state)| *state).max_by_key(|state| rank(*state));
        let certificate = least.unwrap_or(DutyState::NotDerivable);
        Some(Frame { verdict, organisation: self.labels.both(&id), id, certificate, activities, requirements })
    }

    fn works_for(&self, admin: &str, organisation: &str) -> bool {
        let of = self.model.architecture.admins.get(admin).and_then(|admin| admin.of.known());
        of.is_some_and(|of| of.0 == organisation)
    }

    /// What the model says of logs.
    pub(super) fn traces(&self) -> Traces {
        let architecture = &self.model.architecture;
        let logs = architecture.backend.iter().filter(|(_, one)| one.kind == BackendKind::Logs);
        let logs: Vec<Position> =
            logs.map(|(name, _)| self.model.position(&Route::root("backend").key(name))).collect();
        match logs.is_empty() {
            false => Traces::Logs(logs),
            true if self.model.statements.has_no.contains(&Absent::Logs) => Traces::None,
            true => Traces::NotStated,
        }
    }
}

/// What says most of a certificate comes first.
const fn rank(state: DutyState) -> u8 {
    match state {
        DutyState::Met => 0,
        DutyState::NoEnd => 1,
        DutyState::NoDay => 2,
        DutyState::Expired => 3,
        DutyState::NotCovered => 4,
        DutyState::NotStated => 5,
        DutyState::NotDerivable => 6,
        DutyState::Own => 7,
    }
}
