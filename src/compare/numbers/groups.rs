//! Organisations joined by their owners, and who works for which.

use std::collections::{BTreeMap, BTreeSet};

use crate::kernel::{Fact, Facts};

/// The owner of everything whose owner is unknown, as it is named among the facts.
const UNKNOWN: &str = "unknown-owner";

/// Who belongs to whom, unknowns at worst.
pub(super) struct Groups {
    owners: BTreeMap<String, String>,
    employers: BTreeMap<String, BTreeSet<String>>,
    organisations: BTreeSet<String>,
}

impl Groups {
    pub(super) fn new(facts: &Facts) -> Self {
        let mut groups = Self { owners: BTreeMap::new(), employers: BTreeMap::new(), organisations: BTreeSet::new() };
        for (_, fact) in facts.iter() {
            match fact {
                Fact::Owned { organisation, owner } => {
                    groups.owners.insert(facts.text(*organisation).to_owned(), facts.text(*owner).to_owned());
                }
                Fact::Staff { actor, organisation } => {
                    let employers = groups.employers.entry(facts.text(*actor).to_owned()).or_default();
                    employers.insert(facts.text(*organisation).to_owned());
                }
                _ => {}
            }
        }
        groups
    }

    /// Names what is an organisation, whoever owns it.
    pub(super) fn with_organisations<'n>(mut self, names: impl Iterator<Item = &'n String>) -> Self {
        self.organisations = names.cloned().chain([UNKNOWN.to_owned()]).collect();
        self
    }

    /// The root owner of an actor's group; none for people of no organisation. People of any of several
    /// organisations, since which is unknown, are of the unknown owner.
    pub(super) fn of(&self, actor: &str) -> Option<String> {
        if self.organisations.contains(actor) {
            return Some(self.root(actor));
        }
        let employers = self.employers.get(actor)?;
        match employers.iter().collect::<Vec<_>>().as_slice() {
            [only] => Some(self.root(only)),
            _ => Some(UNKNOWN.to_owned()),
        }
    }

    /// The one organisation that somebody works for, if it is known which.
    pub(super) fn employer(&self, actor: &str) -> Option<&str> {
        let employers = self.employers.get(actor)?;
        employers.iter().next().filter(|_| employers.len() == 1).map(String::as_str)
    }

    fn root(&self, organisation: &str) -> String {
        let mut at = organisation;
        // A circle of owners, if there were one, has no root: it is cut.
        for _ in 0..=self.owners.len() {
            match self.owners.get(at) {
                Some(owner) => at = owner,
                None => break,
            }
        }
        at.to_owned()
    }

    /// Those who work for an organisation, and what it owns.
    pub(super) fn members(&self, organisation: &str) -> BTreeSet<String> {
        let staff = self.employers.iter().filter(|(_, employers)| employers.contains(organisation));
        let owned = self.owners.iter().filter(|(_, owner)| *owner == organisation);
        staff.map(|(name, _)| name.clone()).chain(owned.map(|(name, _)| name.clone())).collect()
    }
}
