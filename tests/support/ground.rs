//! Every way to come to something that the rules give, written by hand from their sentences.
//!
//! It shares nothing with the engine but the types of facts and atoms: no clause is read here, and
//! nothing is searched. For each fact and each actor the ways are listed, whether open or not.

use std::collections::BTreeSet;

use enclair::kernel::clause::Rule;
use enclair::kernel::{Atom, Auth, Fact, Facts, Grade, Mode, Name, Phase, Power, Shield};

/// One way to come to something.
#[derive(Debug, Clone)]
pub struct Way {
    /// The rule that gives it.
    pub rule: Rule,
    /// What is come to.
    pub head: Atom,
    /// What is needed, all of it, each once.
    pub needs: Vec<Atom>,
    /// What a person's own gate asks for: unless all of it is known by design, going in is posing
    /// as that person, a tampering.
    pub posing: Vec<Atom>,
    /// The least grade of this way.
    pub floor: Grade,
}

/// The ways listed so far.
pub(super) struct Ground<'f> {
    pub(super) facts: &'f Facts,
    pub(super) phase: Phase,
    ways: Vec<Way>,
}

/// Every way that these facts give in this phase.
pub fn ways(facts: &Facts, phase: Phase) -> Vec<Way> {
    let mut ground = Ground { facts, phase, ways: Vec::new() };
    for (_, fact) in facts.iter() {
        ground.declared(fact);
        ground.architecture(fact);
        ground.presence(fact);
    }
    ground.stronger_powers();
    ground.ways
}

impl Ground<'_> {
    pub(super) fn way(&mut self, rule: Rule, head: Atom, needs: &[Atom], floor: Grade) {
        self.way_through(rule, head, needs, &[], floor);
    }

    /// On a data asset, every rule but R0 has the floor privilege.
    pub(super) fn way_through(&mut self, rule: Rule, head: Atom, needs: &[Atom], posing: &[Atom], floor: Grade) {
        let asset = matches!(head, Atom::Past(..) | Atom::New(..));
        let floor = if asset && rule != Rule::R0 { floor.max(Grade::Privilege) } else { floor };
        let mut each: Vec<Atom> = Vec::new();
        for need in needs {
            if !each.contains(need) {
                each.push(*need);
            }
        }
        self.ways.push(Way { rule, head, needs: each, posing: posing.to_vec(), floor });
    }

    /// R0: declared reality. R1: an organisation can do what its people can.
    fn declared(&mut self, fact: &Fact) {
        match *fact {
            Fact::Intended { actor, asset } => {
                self.way(Rule::R0, Atom::Past(actor, asset), &[], Grade::Design);
                self.way(Rule::R0, Atom::New(actor, asset), &[], Grade::Design);
            }
            Fact::Holds { actor, secret, grade } => self.way(Rule::R0, Atom::Knows(actor, secret), &[], grade),
            Fact::Power { actor, component, power, grade } => {
                self.way(Rule::R0, Atom::Can(actor, component, power), &[], grade);
            }
            Fact::Staff { actor, organisation } => self.inherits(actor, organisation),
            Fact::Owned { organisation, owner } => self.inherits(organisation, owner),
            _ => {}
        }
    }

    fn inherits(&mut self, below: Name, above: Name) {
        for component in components(self.facts) {
            for power in Power::ALL {
                let needed = Atom::Can(below, component, *power);
                self.way(Rule::R1, Atom::Can(above, component, *power), &[needed], Grade::Privilege);
            }
        }
        for secret in secrets(self.facts) {
            let needed = Atom::Knows(below, secret);
            self.way(Rule::R1, Atom::Knows(above, secret), &[needed], Grade::Privilege);
        }
        for asset in self.facts.assets().collect::<Vec<_>>() {
            let (past, new) = (Atom::Past(below, asset), Atom::New(below, asset));
            self.way(Rule::R1, Atom::Past(above, asset), &[past], Grade::Privilege);
            self.way(Rule::R1, Atom::New(above, asset), &[new], Grade::Privilege);
        }
    }

    /// R2: altering code gives what the code sees.
    fn stronger_powers(&mut self) {
        for actor in self.facts.actors() {
            for component in components(self.facts) {
                let can = |power| Atom::Can(*actor, component, power);
                self.way(Rule::R2, can(Power::Run), &[can(Power::Change)], Grade::Tampering);
                self.way(Rule::R2, can(Power::Store), &[can(Power::Run)], Grade::Design);
            }
        }
    }

    /// R3: hosts and disks. R4: suppliers of code. R5: admin rights. R9: recipients.
    fn architecture(&mut self, fact: &Fact) {
        for actor in self.facts.actors() {
            match fact {
                Fact::On { guest, host, shield } => self.hosting(*actor, *guest, *host, *shield),
                Fact::Mount { component, store } => {
                    let needed = Atom::Can(*actor, *component, Power::Run);
                    let head = Atom::Can(*actor, *store, Power::Store);
                    self.way(Rule::R3, head, &[needed], Grade::Design);
                }
                Fact::Code { component, supplier, mode } => self.supply(*actor, *component, *supplier, *mode),
                Fact::AdminIf { component, power, factors } => {
                    let head = Atom::Can(*actor, *component, *power);
                    self.way(Rule::R5, head, &known(*actor, factors), of_list(factors));
                }
                Fact::Roster { item, source, auth, .. } => self.recipients(*actor, *item, *source, *auth),
                _ => {}
            }
        }
    }

    fn hosting(&mut self, actor: Name, guest: Name, host: Name, shield: Shield) {
        let passing: &[(Power, Grade)] = match shield {
            Shield::None => {
                &[(Power::Store, Grade::Design), (Power::Run, Grade::Design), (Power::Change, Grade::Design)]
            }
            Shield::Locked => &[(Power::Change, Grade::Tampering)],
            Shield::Tee => &[(Power::Run, Grade::Breach), (Power::Change, Grade::Breach)],
        };
        for (power, floor) in passing {
            let needed = Atom::Can(actor, host, *power);
            self.way(Rule::R3, Atom::Can(actor, guest, *power), &[needed], *floor);
        }
    }

    fn supply(&mut self, actor: Name, component: Name, supplier: Name, mode: Mode) {
        let floor = match mode {
            Mode::Load | Mode::Update => Grade::Tampering,
            Mode::Logged => Grade::Evident,
            Mode::Pinned => return,
        };
        let needed = Atom::Can(actor, supplier, Power::Change);
        self.way(Rule::R4, Atom::Can(actor, component, Power::Change), &[needed], floor);
    }

    /// Of data, what is sent from now on; of a key, everything it opens.
    fn recipients(&mut self, actor: Name, item: Name, source: Name, auth: Auth) {
        let floor = match auth {
            Auth::None => Grade::Tampering,
            Auth::Logged => Grade::Evident,
            Auth::Verified => return,
        };
        let needed = Atom::Can(actor, source, Power::Change);
        let head = if self.facts.is_asset(item) { Atom::New(actor, item) } else { Atom::Knows(actor, item) };
        self.way(Rule::R9, head, &[needed], floor);
    }
}

/// The knowledge of all of a list.
pub(super) fn known(actor: Name, secrets: &[Name]) -> Vec<Atom> {
    secrets.iter().map(|secret| Atom::Knows(actor, *secret)).collect()
}

/// What nobody has to know, everyone has at privilege.
pub(super) fn of_list(list: &[Name]) -> Grade {
    if list.is_empty() { Grade::Privilege } else { Grade::Design }
}

/// Every secret.
pub(super) fn secrets(facts: &Facts) -> BTreeSet<Name> {
    let secrets = facts.iter().filter_map(|(_, fact)| match fact {
        Fact::Secret { secret } => Some(*secret),
        _ => None,
    });
    secrets.collect()
}

/// Everything on which a fact can give or need a power.
fn components(facts: &Facts) -> BTreeSet<Name> {
    let components = facts.iter().flat_map(|(_, fact)| match *fact {
        Fact::On { guest: a, host: b, .. }
        | Fact::Mount { component: a, store: b }
        | Fact::Code { component: a, supplier: b, .. }
        | Fact::Roster { end: a, source: b, .. } => vec![a, b],
        Fact::Power { component, .. }
        | Fact::AdminIf { component, .. }
        | Fact::Clear { component, .. }
        | Fact::Sealed { component, .. }
        | Fact::Gate { component, .. } => vec![component],
        _ => Vec::new(),
    });
    components.collect()
}
