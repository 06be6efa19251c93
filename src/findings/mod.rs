//! The catalogue of findings: each rule is a query on what was derived, and on nothing else.
//!
//! A rule asks by which last steps actors read, at which components, under which keys. It never reads a label, and
//! of names only that they are those of the things concerned: renaming everything changes no finding.

mod advice;
mod clients;
mod flows;
mod keys;
mod people;
mod scene;
mod services;
mod severity;
mod storage;
mod thwarted;

pub use advice::{Advice, Remedy};
pub use severity::Weight;
pub use thwarted::{Thwarted, ThwartedKind, thwarted};

use crate::kernel::{Facts, Grade, Phase, Solution};
use crate::lower::Lowered;
use crate::model::Architecture;
use crate::source::Route;
use crate::text::finding::Rule;
use scene::Scene;

/// Who reads what, and how easily.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The actor, by its name.
    pub actor: String,
    /// The data asset, by its name.
    pub data: String,
    /// The easiest grade of the ways that the finding is about.
    pub grade: Grade,
    /// The component where it is read, by its name in the facts.
    pub at: String,
    /// Whether it is in clear there.
    pub clear: bool,
    /// Whether a lock hands it out, to whoever has its factors.
    pub locked: bool,
}

/// A finding: a rule, what it is raised on, and who reads that way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// The rule.
    pub rule: Rule,
    /// What it is raised on, by name: one thing, or both ends of a hop, or a storage and a key.
    pub about: Vec<String>,
    /// Who reads that way without being meant to, easiest first; never empty.
    pub reads: Vec<Read>,
    /// Where that is declared, the decisive place first.
    pub routes: Vec<Route>,
}

impl Raised {
    /// The easiest grade of its reads.
    pub fn grade(&self) -> Grade {
        self.reads.iter().map(|read| read.grade).min().unwrap_or(Grade::None)
    }

    /// Whether it is the same finding as another, of the same model once changed.
    pub fn is_same(&self, other: &Self) -> bool {
        // Moving a key from beside the data to the provider's own service is no remedy.
        let kind = |rule: Rule| if rule == Rule::KeyWithProvider { Rule::KeyBesideData } else { rule };
        kind(self.rule) == kind(other.rule) && self.about == other.about
    }
}

/// Every finding of an architecture whose facts were solved, in the order of the rules, then of the file.
pub fn raised(architecture: &Architecture, lowered: &Lowered, solution: &Solution) -> Vec<Raised> {
    let scene = Scene::new(architecture, &lowered.facts, solution);
    let groups: [fn(&Scene) -> Vec<Raised>; 6] =
        [flows::raised, storage::raised, keys::raised, services::raised, people::raised, clients::raised];
    let mut all: Vec<Raised> = groups.iter().flat_map(|group| group(&scene)).collect();
    all.sort_by_key(|one| one.rule);
    all
}

/// The easiest way of whoever reads a data asset without being meant to, at each component where they do.
pub fn reads_everywhere(architecture: &Architecture, facts: &Facts, solution: &Solution) -> Vec<Read> {
    Scene::new(architecture, facts, solution).everywhere()
}

/// Solves the facts of an architecture, then finds.
pub fn raised_alone(architecture: &Architecture, lowered: &Lowered) -> Vec<Raised> {
    raised(architecture, lowered, &Solution::solve(&lowered.facts, Phase::Next))
}
