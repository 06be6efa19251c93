//! The two halves of a model: what bears on an answer, and what is said about it.

use indexmap::IndexMap;

use super::actors::{Admin, Organisation, People};
use super::backend::{Backend, Hosting};
use super::clients::Client;
use super::data::Data;
use super::keys::{Account, EndToEnd, Key};
use super::links::Link;
use super::load::System;
use super::shape::{Brief, Id, Many, Maybe, Section};
use super::silence::Absent;
use super::statements::{Adversaries, Certificate, Claim, Expectation, OrderWord};
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

/// What is said about an architecture.
#[derive(Debug, Clone)]
pub struct Statements {
    /// The system's name, date and language.
    pub system: System,
    /// What there is none of.
    pub has_no: Vec<Absent>,
    /// Certificates of organisations.
    pub certificates: IndexMap<String, Certificate>,
    /// What the vendor says.
    pub claims: Vec<Claim>,
    /// Answers that must come out.
    pub expect: Vec<Expectation>,
}

impl Architecture {
    /// Who operates a component, itself or what it runs on.
    pub fn operator_of(&self, component: &str) -> Option<String> {
        let mut at = component;
        // What runs on what makes no circle, but for models that are refused later.
        for _ in 0..=self.hosting.len() + 1 {
            let (operator, host) = self.place_of(at)?;
            if let Some(operator) = operator {
                return Some(operator.0.clone());
            }
            at = host?;
        }
        None
    }

    /// The operator of a component and what it runs on, as declared.
    fn place_of(&self, component: &str) -> Option<(Option<&Id>, Option<&Id>)> {
        let hosting = self.hosting.get(component).map(|entry| (entry.operator.as_ref(), entry.runs_on.as_ref()));
        let backend = || self.backend.get(component).map(|entry| (entry.operator.as_ref(), entry.runs_on.as_ref()));
        let storage = || self.storage.get(component).map(|entry| (entry.operator.as_ref(), entry.runs_on.as_ref()));
        let backup = || {
            let entry = self.backups.as_ref()?.get(component)?;
            Some((entry.operator.as_ref(), entry.runs_on.as_ref()))
        };
        hosting.or_else(backend).or_else(storage).or_else(backup)
    }
}
