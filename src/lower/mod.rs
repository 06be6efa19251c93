//! From the model to facts: one file per feature of the language.
//!
//! The architecture that is lowered carries no certificate, so none can bear on an answer. Every
//! `unknown` is taken at its worst or at its best as the caller says, and every default is listed.

mod accounts;
mod actors;
mod admins;
mod adversaries;
mod answers;
mod backend;
mod budget;
mod ciphertext;
mod clients;
mod context;
mod data;
mod end_to_end;
mod exchanges;
mod handed;
mod keys;
mod layers;
mod links;
mod metadata;
mod secrets;
mod storage;

use std::collections::BTreeMap;

pub(crate) use actors::order;
pub use budget::MOST_STEPS;
pub use context::{Assumed, Origin, UnknownSite};

use crate::kernel::Facts;
use crate::model::Architecture;
use crate::source::Route;
use context::Lowering;

/// The side from which an unknown is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// The union of the facts of every value it may have.
    Worst,
    /// The facts common to all of them.
    Best,
}

/// How unknowns are taken: all at one side, but for some.
#[derive(Debug, Clone)]
pub struct Resolution {
    /// The side of all others.
    pub default: Case,
    /// Those taken otherwise.
    pub fixed: BTreeMap<Route, Case>,
}

impl Resolution {
    /// Every unknown at one side.
    pub fn all(default: Case) -> Self {
        Self { default, fixed: BTreeMap::new() }
    }

    /// The same, with one unknown at a given side.
    #[must_use]
    pub fn with(mut self, route: &Route, case: Case) -> Self {
        self.fixed.insert(route.clone(), case);
        self
    }

    fn case(&self, route: &Route) -> Case {
        self.fixed.get(route).copied().unwrap_or(self.default)
    }
}

/// The facts of an architecture, and what they rest on.
#[derive(Debug, Clone)]
pub struct Lowered {
    /// The facts.
    pub facts: Facts,
    /// Where facts come from, by the number of their source.
    pub origins: Vec<Origin>,
    /// Defaults that were relied on, in the order of the file.
    pub assumptions: Vec<Assumed>,
    /// Attributes that are unknown, in the order of the file.
    pub unknowns: Vec<UnknownSite>,
    /// How many steps it took.
    pub steps: u64,
}

impl Lowered {
    /// Whether every fact is there. What is not whole is not to be solved: a fact that lacks would pass
    /// for something out of reach.
    pub fn is_whole(&self) -> bool {
        self.steps <= MOST_STEPS
    }
}

/// Lowers an architecture to facts.
pub fn lower(model: &Architecture, resolution: &Resolution) -> Lowered {
    let mut lowering = Lowering::new(model, resolution);
    secrets::strengths(&mut lowering);
    actors::lower(&mut lowering);
    data::lower(&mut lowering);
    backend::lower(&mut lowering);
    storage::lower(&mut lowering);
    clients::lower(&mut lowering);
    links::lower(&mut lowering);
    exchanges::lower(&mut lowering);
    exchanges::unopened(&mut lowering);
    keys::lower(&mut lowering);
    accounts::lower(&mut lowering);
    end_to_end::lower(&mut lowering);
    admins::lower(&mut lowering);
    adversaries::lower(&mut lowering);
    lowering.mirror_uses();
    lowering.finish()
}
