//! The ways that start from an item being somewhere, in clear or sealed, by hand as in [`super::ground`].

use enclair::kernel::clause::Rule;
use enclair::kernel::{Atom, Fact, Facts, GateKind, Grade, Guess, Name, Phase, Power, Strength, When};

use super::ground::{Ground, known, of_list, secrets};

/// A way to lay hands on what a component has of an item.
struct Door {
    rule: Rule,
    needs: Vec<Atom>,
    posing: Vec<Atom>,
    floor: Grade,
}

impl Ground<'_> {
    /// What is at a component in clear (R6, R8) or sealed (R7, R10, R11), and derived keys (R10).
    pub(super) fn presence(&mut self, fact: &Fact) {
        for actor in self.facts.actors() {
            match fact {
                Fact::Clear { component, item, when } => {
                    for door in self.doors(*actor, *component, *item, *when) {
                        for head in self.obtained(*actor, *item, *when) {
                            self.way_through(door.rule, head, &door.needs, &door.posing, door.floor);
                        }
                    }
                }
                Fact::Sealed { component, item, keys, when, strength } => {
                    self.decryption(*actor, *component, *item, keys, *when);
                    self.guesses(*actor, *component, *item, keys, *when);
                    self.weakness(*actor, *component, *item, *when, *strength);
                }
                Fact::Pw { key, password, .. } => {
                    let needed = Atom::Knows(*actor, *password);
                    self.way(Rule::R10, Atom::Knows(*actor, *key), &[needed], Grade::Design);
                }
                _ => {}
            }
        }
    }

    /// R7: the ciphertext and every key.
    fn decryption(&mut self, actor: Name, component: Name, item: Name, keys: &[Name], when: When) {
        for door in self.doors(actor, component, item, when) {
            let needs = [door.needs.clone(), known(actor, keys)].concat();
            let floor = door.floor.max(of_list(keys));
            for head in self.obtained(actor, item, when) {
                self.way_through(Rule::R7, head, &needs, &door.posing, floor);
            }
        }
    }

    /// R10: the ciphertext in hand, a guessable password, and no other key missing.
    fn guesses(&mut self, actor: Name, component: Name, item: Name, keys: &[Name], when: When) {
        for password in secrets(self.facts) {
            let from_it = |guess: Option<Guess>| derived(self.facts, password, guess);
            if !keys.iter().any(|key| from_it(Some(Guess::Guessable)).contains(key)) {
                continue;
            }
            let any = from_it(None);
            let others: Vec<Name> = keys.iter().copied().filter(|key| !any.contains(key)).collect();
            for door in self.doors(actor, component, item, when) {
                let needs = [door.needs, known(actor, &others)].concat();
                for head in self.obtained(actor, password, when) {
                    self.way(Rule::R10, head, &needs, Grade::Breach);
                }
            }
        }
    }

    /// R11: a broken construction, against who can alter the server.
    fn weakness(&mut self, actor: Name, component: Name, item: Name, when: When, strength: Strength) {
        if strength == Strength::Weak {
            let needed = Atom::Can(actor, component, Power::Change);
            for head in self.obtained(actor, item, when) {
                self.way(Rule::R11, head, &[needed], Grade::Breach);
            }
        }
    }

    /// What an item gives once in hand. What passes only gives what is new of data, and a secret
    /// only when it is next used.
    fn obtained(&self, actor: Name, item: Name, when: When) -> Vec<Atom> {
        match (self.facts.is_asset(item), when) {
            (true, When::Stored) => vec![Atom::Past(actor, item), Atom::New(actor, item)],
            (true, When::Live) => vec![Atom::New(actor, item)],
            (false, When::Live) if self.phase == Phase::Now => Vec::new(),
            (false, _) => vec![Atom::Knows(actor, item)],
        }
    }

    /// A power on the component, or a gate of its software on this item.
    fn doors(&self, actor: Name, component: Name, item: Name, when: When) -> Vec<Door> {
        let power = match when {
            When::Stored => Power::Store,
            When::Live => Power::Run,
        };
        let mut doors = vec![Door {
            rule: Rule::R6,
            needs: vec![Atom::Can(actor, component, power)],
            posing: Vec::new(),
            floor: Grade::Design,
        }];
        for (_, fact) in self.facts.iter() {
            match fact {
                Fact::Gate { component: c, item: i, factors, kind } if (*c, *i) == (component, item) => {
                    doors.push(gate(actor, factors, *kind));
                }
                _ => {}
            }
        }
        doors
    }
}

fn gate(actor: Name, factors: &[Name], kind: GateKind) -> Door {
    let needs = known(actor, factors);
    Door {
        rule: Rule::R8,
        posing: match kind {
            GateKind::User => needs.clone(),
            GateKind::Service => Vec::new(),
        },
        needs,
        floor: of_list(factors),
    }
}

/// The keys derived from a password, of one strength or of any.
fn derived(facts: &Facts, from: Name, strength: Option<Guess>) -> Vec<Name> {
    let from_it = facts.iter().filter_map(|(_, fact)| match fact {
        Fact::Pw { key, password, guess } if *password == from && strength.is_none_or(|wanted| wanted == *guess) => {
            Some(*key)
        }
        _ => None,
    });
    from_it.collect()
}
