//! The least fixpoint of the clauses over a set of facts, grade by grade.
//!
//! Atoms are settled in the order of their grades, as in Knuth's generalisation of Dijkstra's
//! algorithm: no premise of a conclusion can have a higher grade than the conclusion, so the first
//! grade at which an atom is settled is its lowest. Every instance of a clause whose premises hold
//! is recorded; proofs are searched among them.

use std::collections::{HashMap, HashSet, VecDeque};

use super::clause::{Arg, Clause, Floor, Literal, Rule};
use super::fact::{Fact, Power, When, Word};
use super::facts::{FactId, Facts};
use super::grade::Grade;
use super::join::{Bindings, Rows, Value, name_of, unbound, unify, word_of};
use super::name::Name;
use super::solution::{Atom, Instance, Phase, Solution};

/// A rule instance is the same if the clause, the facts and the head are.
type Key = (usize, Vec<FactId>, u32);

/// One run of the clauses over a set of facts.
pub(super) struct Engine<'f> {
    clauses: &'f [Clause],
    facts: &'f Facts,
    rows: Rows<'f>,
    assets: HashSet<Name>,
    derived: HashMap<Name, Vec<Name>>,
    settled: Vec<bool>,
    queues: Vec<VecDeque<u32>>,
    seen: HashSet<Key>,
    out: Solution,
}

/// A partial match: bindings, and the base facts matched so far by literal.
#[derive(Clone)]
struct Match {
    bound: Bindings,
    facts: Vec<(usize, u32)>,
    done: Vec<bool>,
}

impl<'f> Engine<'f> {
    pub(super) fn new(facts: &'f Facts, clauses: &'f [Clause], phase: Phase) -> Self {
        let mut derived: HashMap<Name, Vec<Name>> = HashMap::new();
        for (_, fact) in facts.iter() {
            if let Fact::Pw { key, password, .. } = fact {
                derived.entry(*password).or_default().push(*key);
            }
        }
        Self {
            clauses,
            facts,
            rows: Rows::new(facts),
            assets: facts.assets().collect(),
            derived,
            settled: Vec::new(),
            queues: vec![VecDeque::new(); Grade::REACHABLE.len()],
            seen: HashSet::new(),
            out: Solution { phase, atoms: Vec::new(), ids: HashMap::new(), grades: Vec::new(), instances: Vec::new() },
        }
    }

    pub(super) fn run(mut self) -> Solution {
        let clauses = self.clauses;
        for (at, clause) in clauses.iter().enumerate() {
            if !clause.body.iter().any(is_atom) {
                self.join(at, start(clause));
            }
        }
        while let Some(atom) = self.pop() {
            self.settled[atom as usize] = true;
            for (at, clause) in clauses.iter().enumerate() {
                for literal in 0..clause.body.len() {
                    self.trigger(at, literal, self.out.atoms[atom as usize]);
                }
            }
        }
        self.out
    }

    fn pop(&mut self) -> Option<u32> {
        for queue in &mut self.queues {
            while let Some(atom) = queue.pop_front() {
                if !self.settled[atom as usize] {
                    return Some(atom);
                }
            }
        }
        None
    }

    /// Looks for the instances that a newly settled atom completes at one literal of a clause.
    fn trigger(&mut self, at: usize, literal: usize, atom: Atom) {
        let clause = &self.clauses[at];
        match (&clause.body[literal], atom) {
            (Literal::Can([a, c, p]), Atom::Can(actor, component, power)) => {
                let values = [Value::Name(actor), Value::Name(component), Value::Word(power.word())];
                self.join_if(at, &[*a, *c, *p], &values);
            }
            (Literal::Knows([a, i]), Atom::Knows(actor, item))
            | (Literal::Past([a, i]), Atom::Past(actor, item))
            | (Literal::New([a, i]), Atom::New(actor, item)) => {
                self.join_if(at, &[*a, *i], &[Value::Name(actor), Value::Name(item)]);
            }
            (Literal::Every([a, l]) | Literal::Own([a, l]) | Literal::Others([a, l, _]), Atom::Knows(actor, item)) => {
                let mut found = start(clause);
                if unify(*a, Value::Name(actor), &mut found.bound) {
                    self.trigger_list(at, *l, item, &found);
                }
            }
            _ => {}
        }
    }

    fn join_if(&mut self, at: usize, args: &[Arg], values: &[Value]) {
        let refused = |(arg, value): (&Arg, &Value)| matches!(arg, Arg::Word(word) if *value != Value::Word(*word));
        if args.iter().zip(values).any(refused) {
            return;
        }
        let mut found = start(&self.clauses[at]);
        if args.iter().zip(values).all(|(arg, value)| unify(*arg, *value, &mut found.bound)) {
            self.join(at, found);
        }
    }

    /// Starts from the facts whose list holds the secret that has just become known.
    fn trigger_list(&mut self, at: usize, list: Arg, item: Name, found: &Match) {
        let clause = &self.clauses[at];
        for (position, literal) in clause.body.iter().enumerate() {
            let Literal::Fact(predicate, args) = literal else {
                continue;
            };
            if !args.contains(&list) {
                continue;
            }
            for row in self.rows.with_member(*predicate, item).to_vec() {
                let mut next = found.clone();
                if self.rows.bind(row, args, &mut next.bound) {
                    next.facts.push((position, row));
                    next.done[position] = true;
                    self.join(at, next);
                }
            }
        }
    }

    /// Matches the remaining base literals of a clause, the most selective first.
    fn join(&mut self, at: usize, found: Match) {
        let clause = &self.clauses[at];
        let next = clause
            .body
            .iter()
            .enumerate()
            .filter(|(position, _)| !found.done[*position])
            .filter_map(|(position, literal)| match literal {
                Literal::Fact(predicate, args) => {
                    Some((self.rows.candidates(*predicate, args, &found.bound).len(), position))
                }
                _ => None,
            })
            .min();
        let Some((_, position)) = next else {
            self.join_among(at, found);
            return;
        };
        let Literal::Fact(predicate, args) = &clause.body[position] else {
            return;
        };
        for row in self.rows.candidates(*predicate, args, &found.bound).to_vec() {
            let mut next = found.clone();
            if self.rows.bind(row, args, &mut next.bound) {
                next.facts.push((position, row));
                next.done[position] = true;
                self.join(at, next);
            }
        }
    }

    /// Matches `among` once every fact is matched. Its list comes from a fact, and its member is
    /// bound by the fact that names it.
    fn join_among(&mut self, at: usize, mut found: Match) {
        let clause = &self.clauses[at];
        let holds = clause.body.iter().all(|literal| match literal {
            Literal::Among([member, list]) => {
                let name = name_of(*member, &found.bound);
                name.is_some_and(|name| self.list(*list, &found.bound).contains(&name))
            }
            _ => true,
        });
        if holds {
            found.facts.sort_unstable();
            self.fire(at, &found);
        }
    }

    fn list(&self, arg: Arg, bound: &Bindings) -> &'f [Name] {
        match arg {
            Arg::Var(var) => match bound[var] {
                Some(Value::List(row)) => self.rows.list(row),
                _ => &[],
            },
            _ => &[],
        }
    }

    /// Checks the derived premises; where nothing binds the actor, every actor is tried.
    fn fire(&mut self, at: usize, found: &Match) {
        let Some(actor_var) = actor_variable(&self.clauses[at]) else {
            return;
        };
        if found.bound[actor_var].is_some() {
            self.conclude(at, found);
            return;
        }
        for actor in self.facts.actors() {
            let mut next = found.clone();
            next.bound[actor_var] = Some(Value::Name(*actor));
            self.conclude(at, &next);
        }
    }

    fn conclude(&mut self, at: usize, found: &Match) {
        let clause = &self.clauses[at];
        let Some((premises, vacuous)) = self.premises(clause, &found.bound) else {
            return;
        };
        let rows: Vec<u32> = found.facts.iter().map(|(_, row)| *row).collect();
        let base = match clause.floor {
            Floor::Fixed(grade) => grade,
            Floor::Carried(_) => rows.iter().find_map(|row| self.rows.carried(*row)).unwrap_or(Grade::Privilege),
        };
        let base = if vacuous { base.max(Grade::Privilege) } else { base };
        let facts: Vec<FactId> = rows.into_iter().map(FactId).collect();
        for head in self.heads(&clause.head, &found.bound) {
            let asset = matches!(head, Atom::Past(..) | Atom::New(..));
            let floor = if asset && clause.rule != Rule::R0 { base.max(Grade::Privilege) } else { base };
            self.record(at, head, facts.clone(), premises.clone(), floor);
        }
    }

    /// The settled premises of an instance, and whether some list of factors was empty.
    fn premises(&self, clause: &Clause, bound: &Bindings) -> Option<(Vec<(u32, bool)>, bool)> {
        let mut premises: Vec<(u32, bool)> = Vec::new();
        let mut vacuous = false;
        for literal in &clause.body {
            let (atoms, own) = self.needs(literal, bound)?;
            vacuous |= matches!(literal, Literal::Every(_) | Literal::Own(_)) && atoms.is_empty();
            for atom in atoms {
                let id = *self.out.ids.get(&atom)?;
                let by_design = self.out.grades[id as usize] == Grade::Design;
                if !self.settled[id as usize] || (own && !by_design) {
                    return None;
                }
                match premises.iter_mut().find(|(known, _)| *known == id) {
                    Some(premise) => premise.1 |= own,
                    None => premises.push((id, own)),
                }
            }
        }
        Some((premises, vacuous))
    }

    /// The atoms that a literal needs, and whether by design. `None` when it is not fully bound.
    fn needs(&self, literal: &Literal, bound: &Bindings) -> Option<(Vec<Atom>, bool)> {
        let name = |arg: Arg| name_of(arg, bound);
        Some(match literal {
            Literal::Can([a, c, p]) => (vec![Atom::Can(name(*a)?, name(*c)?, power(word_of(*p, bound)?)?)], false),
            Literal::Knows([a, s]) => (vec![Atom::Knows(name(*a)?, name(*s)?)], false),
            Literal::Past([a, x]) => (vec![Atom::Past(name(*a)?, name(*x)?)], false),
            Literal::New([a, x]) => (vec![Atom::New(name(*a)?, name(*x)?)], false),
            Literal::Every([a, l]) => (self.known(name(*a)?, *l, bound, &[]), false),
            Literal::Own([a, l]) => (self.known(name(*a)?, *l, bound, &[]), true),
            Literal::Others([a, l, p]) => {
                let derived = self.derived.get(&name(*p)?).map_or(&[][..], Vec::as_slice);
                (self.known(name(*a)?, *l, bound, derived), false)
            }
            _ => (Vec::new(), false),
        })
    }

    fn known(&self, actor: Name, list: Arg, bound: &Bindings, except: &[Name]) -> Vec<Atom> {
        self.list(list, bound)
            .iter()
            .filter(|name| !except.contains(name))
            .map(|name| Atom::Knows(actor, *name))
            .collect()
    }

    /// What a head concludes. `gets` depends on the sort of the item and on the phase.
    fn heads(&self, head: &Literal, bound: &Bindings) -> Vec<Atom> {
        let name = |arg: Arg| name_of(arg, bound);
        let heads = match head {
            Literal::Can([a, c, p]) => (|| Some(vec![Atom::Can(name(*a)?, name(*c)?, power(word_of(*p, bound)?)?)]))(),
            Literal::Knows([a, s]) => name(*a).zip(name(*s)).map(|(a, s)| vec![Atom::Knows(a, s)]),
            Literal::Past([a, x]) => name(*a).zip(name(*x)).map(|(a, x)| vec![Atom::Past(a, x)]),
            Literal::New([a, x]) => name(*a).zip(name(*x)).map(|(a, x)| vec![Atom::New(a, x)]),
            Literal::Gets([a, i, w]) => {
                let when = word_of(*w, bound);
                name(*a).zip(name(*i)).map(|(a, i)| self.gets(a, i, when == Some(When::Stored.word())))
            }
            _ => None,
        };
        heads.unwrap_or_default()
    }

    fn gets(&self, actor: Name, item: Name, stored: bool) -> Vec<Atom> {
        match (self.assets.contains(&item), stored, self.out.phase) {
            (true, true, _) => vec![Atom::Past(actor, item), Atom::New(actor, item)],
            (true, false, _) => vec![Atom::New(actor, item)],
            (false, true, _) | (false, false, Phase::Next) => vec![Atom::Knows(actor, item)],
            (false, false, Phase::Now) => Vec::new(),
        }
    }

    fn record(&mut self, at: usize, head: Atom, facts: Vec<FactId>, premises: Vec<(u32, bool)>, floor: Grade) {
        let head = self.id(head);
        if premises.iter().any(|(premise, _)| *premise == head) {
            return;
        }
        let grade = premises.iter().map(|(premise, _)| self.out.grades[*premise as usize]).fold(floor, Grade::max);
        // The actor is part of every atom, so clause, facts and head name the instance, except for
        // R1 and R2, whose premise differs: they are told apart by it.
        let mut key_facts = facts.clone();
        key_facts.extend(premises.iter().map(|(premise, _)| FactId(*premise)));
        if !self.seen.insert((at, key_facts, head)) {
            return;
        }
        self.out.instances.push(Instance {
            clause: at,
            rule: self.clauses[at].rule,
            head,
            facts,
            premises,
            floor,
            grade,
        });
        if grade < self.out.grades[head as usize] {
            self.out.grades[head as usize] = grade;
            self.queues[grade.index()].push_back(head);
        }
    }

    fn id(&mut self, atom: Atom) -> u32 {
        if let Some(id) = self.out.ids.get(&atom) {
            return *id;
        }
        let id = u32::try_from(self.out.atoms.len()).expect("internal error: too many atoms");
        self.out.ids.insert(atom, id);
        self.out.atoms.push(atom);
        self.out.grades.push(Grade::None);
        self.settled.push(false);
        id
    }
}

fn start(clause: &Clause) -> Match {
    Match { bound: unbound(clause), facts: Vec::new(), done: vec![false; clause.body.len()] }
}

fn is_atom(literal: &Literal) -> bool {
    matches!(literal, Literal::Can(_) | Literal::Knows(_) | Literal::Past(_) | Literal::New(_))
}

/// The variable of the actor that the head speaks of.
fn actor_variable(clause: &Clause) -> Option<usize> {
    let (Literal::Can([arg, ..])
    | Literal::Gets([arg, ..])
    | Literal::Knows([arg, _])
    | Literal::Past([arg, _])
    | Literal::New([arg, _])) = &clause.head
    else {
        return None;
    };
    match arg {
        Arg::Var(var) => Some(*var),
        _ => None,
    }
}

fn power(word: Word) -> Option<Power> {
    Power::ALL.iter().copied().find(|power| power.word() == word)
}
