//! Base facts as rows, with the indexes that joins need.

use std::collections::HashMap;

use super::clause::{Arg, Clause};
use super::fact::{Predicate, Term, Word};
use super::facts::Facts;
use super::grade::Grade;
use super::name::Name;

/// A value that a variable may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Value {
    Name(Name),
    Word(Word),
    /// The list of this row.
    List(u32),
}

/// The values of a clause's variables.
pub(super) type Bindings = Vec<Option<Value>>;

/// The base facts, indexed.
pub(super) struct Rows<'f> {
    facts: &'f Facts,
    values: Vec<(Predicate, Vec<Value>)>,
    by_predicate: HashMap<Predicate, Vec<u32>>,
    by_value: HashMap<(Predicate, usize, Value), Vec<u32>>,
    by_member: HashMap<(Predicate, Name), Vec<u32>>,
    carried: Vec<Option<Grade>>,
}

impl<'f> Rows<'f> {
    pub(super) fn new(facts: &'f Facts) -> Self {
        let mut rows = Self {
            facts,
            values: Vec::with_capacity(facts.len()),
            by_predicate: HashMap::new(),
            by_value: HashMap::new(),
            by_member: HashMap::new(),
            carried: Vec::with_capacity(facts.len()),
        };
        for (id, fact) in facts.iter() {
            rows.insert(id.0, fact);
        }
        rows
    }

    fn insert(&mut self, id: u32, fact: &super::Fact) {
        let predicate = fact.predicate();
        let values: Vec<Value> = fact
            .terms()
            .into_iter()
            .map(|term| match term {
                Term::Name(name) => Value::Name(name),
                Term::Word(word) => Value::Word(word),
                Term::Names(_) => Value::List(id),
            })
            .collect();
        self.by_predicate.entry(predicate).or_default().push(id);
        for (at, value) in values.iter().enumerate() {
            self.by_value.entry((predicate, at, *value)).or_default().push(id);
        }
        for name in Facts::list_of(fact).unwrap_or_default() {
            self.by_member.entry((predicate, *name)).or_default().push(id);
        }
        self.carried.push(match fact {
            super::Fact::Holds { grade, .. } | super::Fact::Power { grade, .. } => Some(*grade),
            _ => None,
        });
        self.values.push((predicate, values));
    }

    /// The list of a row.
    pub(super) fn list(&self, row: u32) -> &'f [Name] {
        self.facts.get(super::FactId(row)).and_then(Facts::list_of).unwrap_or_default()
    }

    /// The grade that a row carries.
    pub(super) fn carried(&self, row: u32) -> Option<Grade> {
        self.carried.get(row as usize).copied().flatten()
    }

    /// Rows of the predicate whose list holds the name.
    pub(super) fn with_member(&self, predicate: Predicate, name: Name) -> &[u32] {
        self.by_member.get(&(predicate, name)).map_or(&[], Vec::as_slice)
    }

    /// The fewest candidate rows for a literal under these bindings.
    pub(super) fn candidates(&self, predicate: Predicate, args: &[Arg], bound: &Bindings) -> &[u32] {
        let mut best = self.by_predicate.get(&predicate).map_or(&[][..], Vec::as_slice);
        for (at, arg) in args.iter().enumerate() {
            let value = match *arg {
                Arg::Word(word) => Value::Word(word),
                Arg::Var(var) => match bound[var] {
                    Some(value) => value,
                    None => continue,
                },
                Arg::Any => continue,
            };
            let found = self.by_value.get(&(predicate, at, value)).map_or(&[][..], Vec::as_slice);
            if found.len() < best.len() {
                best = found;
            }
        }
        best
    }

    /// Binds a literal to a row; says whether it matches. `bound` is only to be used if it does.
    pub(super) fn bind(&self, row: u32, args: &[Arg], bound: &mut Bindings) -> bool {
        let values = &self.values[row as usize].1;
        args.iter().zip(values).all(|(arg, value)| unify(*arg, *value, bound))
    }
}

/// Makes an argument equal to a value, if it can be.
pub(super) fn unify(arg: Arg, value: Value, bound: &mut Bindings) -> bool {
    match arg {
        Arg::Any => true,
        Arg::Word(word) => value == Value::Word(word),
        Arg::Var(var) => *bound[var].get_or_insert(value) == value,
    }
}

/// The name bound to an argument, if it is bound to one.
pub(super) fn name_of(arg: Arg, bound: &Bindings) -> Option<Name> {
    match arg {
        Arg::Var(var) => match bound[var] {
            Some(Value::Name(name)) => Some(name),
            _ => None,
        },
        _ => None,
    }
}

/// The constant bound to an argument, if it is bound to one.
pub(super) fn word_of(arg: Arg, bound: &Bindings) -> Option<Word> {
    match arg {
        Arg::Word(word) => Some(word),
        Arg::Var(var) => match bound[var] {
            Some(Value::Word(word)) => Some(word),
            _ => None,
        },
        Arg::Any => None,
    }
}

/// No variable bound yet.
pub(super) fn unbound(clause: &Clause) -> Bindings {
    vec![None; clause.variables]
}
