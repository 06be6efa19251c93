//! The two halves of a model: what bears on an answer, and what is said about it.

use indexmap::IndexMap;

use super::about::About;
use super::accept::Acceptance;
use super::actors::{Admin, Organisation, People};
use super::backend::{Backend, Hosting};
use super::claims::Claim;
use super::clients::Client;
use super::data::Data;
use super::keys::{Account, EndToEnd, Key};
use super::links::Link;
use super::load::System;
use super::shape::{Brief, Country, Id, Many, Maybe, OrNone, Section, stated};
use super::silence::Absent;
use super::statements::{Adversaries, Certificate, Expectation, OrderWord, Qualification, TransferBasis};
use super::storage::{Backup, Storage};

/// What bears on an answer. Certificates are not in it, so that none can.
#[derive(Debug, Clone)]
pub struct Architecture {
    /// The organisation that publishes the system, and administers what nobody else does.
    pub vendor: String,
    /// Organisations.
    pub organisations: IndexMap<String, Organisation>,
    /// People.
    pub people: Section<People>,
    /// Data assets.
    pub data: Section<Data>,
    /// Clients.
    pub clients: Section<Client>,
    /// Hosting.
    pub hosting: Section<Brief<Hosting>>,
    /// Backend.
    pub backend: Section<Backend>,
    /// Storage.
    pub storage: Section<Storage>,
    /// Backups; `None` when the model says nothing of them.
    pub backups: Option<Section<Backup>>,
    /// Keys.
    pub keys: Section<Brief<Key>>,
    /// Accounts.
    pub accounts: Section<Account>,
    /// Links.
    pub links: Vec<Link>,
    /// End-to-end encryption.
    pub end_to_end: Vec<EndToEnd>,
    /// Admins.
    pub admins: Section<Admin>,
    /// What the authorities of each country can compel.
    pub jurisdictions: IndexMap<String, Maybe<Many<OrderWord>>>,
    /// Built-in adversaries switched off or on.
    pub adversaries: Adversaries,
}

impl Architecture {
    /// The hosting that a component is said to run on.
    pub fn host_of(&self, component: &str) -> Option<&Id> {
        let backend = || stated(self.backend.get(component)?.runs_on.as_ref());
        let storage = || stated(self.storage.get(component)?.runs_on.as_ref());
        let backup = || stated(self.backups.as_ref()?.get(component)?.runs_on.as_ref());
        let hosting = || stated(self.hosting.get(component)?.runs_on.as_ref());
        let client = || self.clients.get(component)?.runs_on.as_ref();
        backend().or_else(storage).or_else(backup).or_else(hosting).or_else(client)
    }

    /// Everything that a component runs on, nearest first; a circle is followed once.
    pub fn hosts_of(&self, component: &str) -> Vec<&Id> {
        let mut chain: Vec<&Id> = Vec::new();
        let mut at = self.host_of(component);
        while let Some(host) = at.filter(|host| !chain.contains(host)) {
            chain.push(host);
            at = self.host_of(host);
        }
        chain
    }

    /// Who is said to operate a component, itself or what it runs on.
    pub fn operator_of(&self, component: &str) -> Option<&Id> {
        let own = |at: &str| {
            let hosting = || stated(self.hosting.get(at)?.operator.as_ref()).and_then(OrNone::some);
            let backend = || stated(self.backend.get(at)?.operator.as_ref()).and_then(OrNone::some);
            let storage = || stated(self.storage.get(at)?.operator.as_ref()).and_then(OrNone::some);
            let backup = || stated(self.backups.as_ref()?.get(at)?.operator.as_ref()).and_then(OrNone::some);
            hosting().or_else(backend).or_else(storage).or_else(backup)
        };
        own(component).or_else(|| self.hosts_of(component).into_iter().find_map(|host| own(host)))
    }

    /// In which countries a component is said to stand, itself or what it runs on, and what says so.
    pub fn location_of<'s>(&'s self, component: &'s str) -> Option<(&'s str, &'s Maybe<Many<Country>>)> {
        let own = |at: &'s str| {
            let hosting = || self.hosting.get(at)?.location.as_ref();
            let backend = || self.backend.get(at)?.location.as_ref();
            let storage = || self.storage.get(at)?.location.as_ref();
            let backup = || self.backups.as_ref()?.get(at)?.location.as_ref();
            hosting().or_else(backend).or_else(storage).or_else(backup).map(|said| (at, said))
        };
        own(component).or_else(|| self.hosts_of(component).into_iter().find_map(|host| own(host)))
    }

    /// A storage and what it copies, nearest first; a circle is followed once.
    pub fn originals_of<'s>(&'s self, storage: &'s str) -> Vec<&'s str> {
        let mut chain = vec![storage];
        while let Some(original) = chain.last().and_then(|at| self.storage.get(*at)).and_then(Storage::copies) {
            if chain.contains(&original.0.as_str()) {
                break;
            }
            chain.push(&original.0);
        }
        chain
    }

    /// Every component: clients, hosting, backend, storage, backups.
    pub fn components(&self) -> impl Iterator<Item = &String> {
        let backups = self.backups.iter().flat_map(|backups| backups.keys());
        let machines = self.hosting.keys().chain(self.backend.keys());
        self.clients.keys().chain(machines).chain(self.storage.keys()).chain(backups)
    }
}

/// What is said about an architecture.
#[derive(Debug, Clone)]
pub struct Statements {
    /// The system's name, date and language.
    pub system: System,
    /// The story of the model, and its sources.
    pub about: Option<About>,
    /// What there is none of.
    pub has_no: Vec<Absent>,
    /// Certificates of organisations.
    pub certificates: IndexMap<String, Certificate>,
    /// Whether organisations are said to be controllers.
    pub controllers: IndexMap<String, Maybe<bool>>,
    /// Whether organisations are said to be qualified `SecNumCloud` 3.2.
    pub qualifications: IndexMap<String, Maybe<Qualification>>,
    /// On what transfers to organisations are said to be based.
    pub transfers: IndexMap<String, Maybe<TransferBasis>>,
    /// What the vendor says.
    pub claims: Vec<Claim>,
    /// Answers that must come out.
    pub expect: Vec<Expectation>,
    /// Findings that somebody accepts.
    pub accept: Vec<Acceptance>,
}
