//! The acts that remain between an event and the data: where a proof leaves what is already had.

use crate::compare::supposed::Supposed;
use crate::kernel::clause::Rule;
use crate::kernel::{Fact, Grade, Name, Proofs, Shield, Step};
use crate::text::Both;
use crate::text::labels::Labels;

/// Something that remains to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Altering a component, to see what it handles.
    Alter(Both),
    /// Shipping altered code to a component, from its supplier.
    Ship(Both, Both),
    /// Naming oneself among the recipients, to an encrypting end.
    Name(Both, Both),
    /// Posing as a person at a component.
    Pose(Both),
    /// Altering a host that locks its own staff out.
    Unlock(Both),
    /// Breaking an enclave.
    Enclave(Both),
    /// Guessing the password that opens what a component has.
    Guess(Both),
    /// Exploiting a weak encryption at a component.
    Weak(Both),
    /// Anything else, in more than what was supposed.
    Other,
}

impl Act {
    /// The stable identifier.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Alter(_) => "alter",
            Self::Ship(..) => "ship",
            Self::Name(..) => "name",
            Self::Pose(_) => "pose",
            Self::Unlock(_) => "unlock",
            Self::Enclave(_) => "enclave",
            Self::Guess(_) => "guess",
            Self::Weak(_) => "weak",
            Self::Other => "other",
        }
    }
}

/// The acts of the shorter proof of the easiest grade, each once, in the order of the proof.
pub(super) fn acts(
    supposed: &Supposed,
    prover: &mut Proofs,
    labels: &Labels,
    (actor, asset): (Name, Name),
) -> Vec<Act> {
    let easiest = supposed.reads(actor, asset);
    let proofs = [prover.past(actor, asset), prover.new_data(actor, asset)].into_iter().flatten();
    let proofs = proofs.filter(|proof| proof.conclusion().is_some_and(|(_, grade)| grade == easiest));
    let Some(proof) = proofs.min_by_key(|proof| proof.steps.len()) else { return vec![Act::Other] };
    let mut acts = Vec::new();
    for step in &proof.steps {
        let before = step.premises.iter().map(|at| proof.steps[*at].grade).max().unwrap_or(Grade::Design);
        // A step that is dearer than all it rests on is where something more is done.
        let more = step.grade > Grade::Privilege && before < step.grade;
        let act = more.then(|| act(supposed, labels, step));
        acts.extend(act.filter(|act| !acts.contains(act)));
    }
    acts
}

fn act(supposed: &Supposed, labels: &Labels, step: &Step) -> Act {
    let label = |name: Name| labels.both(supposed.facts.text(name));
    let cited = || step.facts.iter().filter_map(|id| supposed.facts.get(*id));
    let found = match step.rule {
        Rule::R2 => match step.conclusion {
            crate::kernel::Atom::Can(_, component, _) => Some(Act::Alter(label(component))),
            _ => None,
        },
        Rule::R3 => cited().find_map(|fact| match fact {
            Fact::On { host, shield: Shield::Locked, .. } => Some(Act::Unlock(label(*host))),
            Fact::On { guest, shield: Shield::Tee, .. } => Some(Act::Enclave(label(*guest))),
            _ => None,
        }),
        Rule::R4 => cited().find_map(|fact| match fact {
            Fact::Code { component, supplier, .. } => Some(Act::Ship(label(*component), label(*supplier))),
            _ => None,
        }),
        Rule::R7 | Rule::R8 => cited().find_map(|fact| match fact {
            Fact::Gate { component, .. } => Some(Act::Pose(label(*component))),
            _ => None,
        }),
        Rule::R9 => cited().find_map(|fact| match fact {
            Fact::Roster { end, source, .. } => Some(Act::Name(label(*end), label(*source))),
            _ => None,
        }),
        Rule::R10 => cited().find_map(|fact| match fact {
            Fact::Sealed { component, .. } => Some(Act::Guess(label(*component))),
            _ => None,
        }),
        Rule::R11 => cited().find_map(|fact| match fact {
            Fact::Sealed { component, .. } => Some(Act::Weak(label(*component))),
            _ => None,
        }),
        Rule::R0 | Rule::R1 | Rule::R5 | Rule::R6 => None,
    };
    found.unwrap_or(Act::Other)
}
