//! The facts as they stand once every adversary has what its event gives: solved once for all of them.
//!
//! Nobody works for an adversary and nobody controls one, so R1, the only rule that takes anything from one
//! actor to another, never applies between two of them: solved together, each has what it has alone.

use std::collections::BTreeMap;

use crate::audit::{AuditError, affordable};
use crate::kernel::{Atom, Derivation, Fact, FactId, Facts, GateKind, Grade, Name, Power, When};
use crate::lower::{Case, Resolution, lower};
use crate::model::Model;

/// What the names of adversaries start with.
pub(super) const ADVERSARY: &str = "adversary/";

/// Facts with the events supposed, and what follows.
pub(super) struct Supposed {
    pub(super) facts: Facts,
    pub(super) derivation: Derivation,
    /// Ciphertexts by data asset.
    sealed: BTreeMap<Name, Vec<FactId>>,
    /// What software hands over, by component and data asset.
    gates: BTreeMap<(Name, Name), Vec<FactId>>,
}

impl Supposed {
    /// Supposes every event, unknowns at one side.
    pub(super) fn new(model: &Model, case: Case) -> Result<Self, AuditError> {
        let lowered = lower(&model.architecture, &Resolution::all(case));
        affordable(model, &lowered)?;
        let facts = supposed(&lowered.facts);
        let derivation = Derivation::solve(&facts);
        let mut sealed: BTreeMap<Name, Vec<FactId>> = BTreeMap::new();
        let mut gates: BTreeMap<(Name, Name), Vec<FactId>> = BTreeMap::new();
        for (id, fact) in facts.iter() {
            match fact {
                Fact::Sealed { item, .. } => sealed.entry(*item).or_default().push(id),
                Fact::Gate { component, item, .. } => gates.entry((*component, *item)).or_default().push(id),
                _ => {}
            }
        }
        Ok(Self { facts, derivation, sealed, gates })
    }

    /// The easiest grade at which an actor reads a data asset.
    pub(super) fn reads(&self, actor: Name, asset: Name) -> Grade {
        let cell = self.derivation.cell(actor, asset);
        cell.past.min(cell.new)
    }

    /// The grade of an atom, with what is learnt at its next use.
    pub(super) fn grade(&self, atom: Atom) -> Grade {
        self.derivation.next.grade(atom)
    }

    /// How easily an actor knows all of some secrets; nobody lacks any of none.
    pub(super) fn knows_all(&self, actor: Name, secrets: &[Name]) -> Grade {
        secrets.iter().map(|one| self.grade(Atom::Knows(actor, *one))).max().unwrap_or(Grade::Privilege)
    }

    /// Each ciphertext of a data asset that an actor reaches: how easily.
    pub(super) fn ciphertexts(&self, actor: Name, asset: Name) -> Vec<(&Fact, Grade)> {
        let sealed = self.sealed.get(&asset).into_iter().flatten().filter_map(|id| self.facts.get(*id));
        let reached = sealed.filter_map(|fact| match fact {
            Fact::Sealed { component, when, .. } => Some((fact, self.bytes(actor, *component, asset, *when))),
            _ => None,
        });
        reached.filter(|(_, grade)| grade.is_reachable()).collect()
    }

    /// How easily an actor has what a component has of a data asset, opened or not: by its bytes, by watching
    /// it, or because its software hands it over.
    fn bytes(&self, actor: Name, component: Name, asset: Name, when: When) -> Grade {
        let power = if when == When::Stored { Power::Store } else { Power::Run };
        let gates = self.gates.get(&(component, asset)).into_iter().flatten().filter_map(|id| self.facts.get(*id));
        let handed = gates.filter_map(|fact| match fact {
            Fact::Gate { factors, kind, .. } => {
                let known = self.knows_all(actor, factors);
                let own = *kind == GateKind::Service || (!factors.is_empty() && known == Grade::Design);
                Some(if own { known } else { known.max(Grade::Tampering) })
            }
            _ => None,
        });
        handed.fold(self.grade(Atom::Can(actor, component, power)), Grade::min)
    }
}

/// Whatever it takes to be this adversary has been done. A power that it was granted is had by privilege. A
/// secret is presented as one's own: using a stolen account is the event, not a further act, and whoever can call
/// a service that decrypts needs no key. Whoever can alter every device is no event, and is left as it is.
fn supposed(facts: &Facts) -> Facts {
    let base = "adversary/common-base";
    let happened = |actor: Name| facts.text(actor).starts_with(ADVERSARY) && facts.text(actor) != base;
    let granted = |fact: &Fact| match fact {
        Fact::Power { actor, .. } | Fact::Holds { actor, .. } => happened(*actor),
        _ => false,
    };
    let mut builder = facts.to_builder(|fact| !granted(fact));
    for (id, fact) in facts.iter().filter(|(_, fact)| granted(fact)) {
        let mut fact = fact.clone();
        match &mut fact {
            Fact::Power { grade, .. } => *grade = (*grade).min(Grade::Privilege),
            Fact::Holds { grade, .. } => *grade = Grade::Design,
            _ => {}
        }
        builder.add(fact, facts.sources(id));
    }
    builder.finish()
}
