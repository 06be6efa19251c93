//! The clauses of the rules: the one table from which they run, are listed and are shown.
//!
//! A clause reads `head :- body @ floor`. Words in lower case are constants or predicates,
//! words in upper case are variables, `_` matches anything. The grade of the head is the highest
//! of the premises' grades and the floor; of several ways the lowest counts.
//!
//! Derived atoms: `can(A,C,P)`, `knows(A,S)`, `past(A,X)`, `new(A,X)`. The head `gets(A,I,W)` stands
//! for what presence `W` of item `I` gives: a data asset that is `stored` is read past and new, one
//! that is `live` is read new; a secret is known, and from `live` only "from next use on".
//! `every(A,L)`: A knows every secret of the list L (an empty list is held by everyone, at
//! privilege). `own(A,L)`: the same, and each by design. `among(K,L)`: K is of L. `others(A,L,P)`:
//! A knows every key of L that is not derived from the password P.

use std::fmt;
use std::sync::LazyLock;

use super::fact::{Predicate, Word};
use super::grade::Grade;

/// The rules of the method, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each rule's sentence stands in `text::rules`")]
pub enum Rule {
    R0,
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    R10,
    R11,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 12] = [
        Self::R0,
        Self::R1,
        Self::R2,
        Self::R3,
        Self::R4,
        Self::R5,
        Self::R6,
        Self::R7,
        Self::R8,
        Self::R9,
        Self::R10,
        Self::R11,
    ];

    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::R0 => "R0",
            Self::R1 => "R1",
            Self::R2 => "R2",
            Self::R3 => "R3",
            Self::R4 => "R4",
            Self::R5 => "R5",
            Self::R6 => "R6",
            Self::R7 => "R7",
            Self::R8 => "R8",
            Self::R9 => "R9",
            Self::R10 => "R10",
            Self::R11 => "R11",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// Every clause, as it runs.
pub const TABLE: &[(Rule, &str)] = &[
    (Rule::R0, "past(A,X) :- intended(A,X) @ design"),
    (Rule::R0, "new(A,X) :- intended(A,X) @ design"),
    (Rule::R0, "knows(A,S) :- holds(A,S,G) @ G"),
    (Rule::R0, "can(A,C,P) :- power(A,C,P,G) @ G"),
    (Rule::R1, "can(O,C,P) :- staff(A,O), can(A,C,P) @ privilege"),
    (Rule::R1, "knows(O,S) :- staff(A,O), knows(A,S) @ privilege"),
    (Rule::R1, "past(O,X) :- staff(A,O), past(A,X) @ privilege"),
    (Rule::R1, "new(O,X) :- staff(A,O), new(A,X) @ privilege"),
    (Rule::R1, "can(O,C,P) :- owned(A,O), can(A,C,P) @ privilege"),
    (Rule::R1, "knows(O,S) :- owned(A,O), knows(A,S) @ privilege"),
    (Rule::R1, "past(O,X) :- owned(A,O), past(A,X) @ privilege"),
    (Rule::R1, "new(O,X) :- owned(A,O), new(A,X) @ privilege"),
    (Rule::R2, "can(A,C,run) :- can(A,C,change) @ tampering"),
    (Rule::R2, "can(A,C,store) :- can(A,C,run) @ design"),
    (Rule::R3, "can(A,C,P) :- on(C,H,none), can(A,H,P) @ design"),
    (Rule::R3, "can(A,C,change) :- on(C,H,locked), can(A,H,change) @ tampering"),
    (Rule::R3, "can(A,C,run) :- on(C,H,tee), can(A,H,run) @ breach"),
    (Rule::R3, "can(A,C,change) :- on(C,H,tee), can(A,H,change) @ breach"),
    (Rule::R3, "can(A,S,store) :- mount(C,S), can(A,C,run) @ design"),
    (Rule::R4, "can(A,C,change) :- code(C,S,load), can(A,S,change) @ tampering"),
    (Rule::R4, "can(A,C,change) :- code(C,S,update), can(A,S,change) @ tampering"),
    (Rule::R4, "can(A,C,change) :- code(C,S,logged), can(A,S,change) @ evident"),
    (Rule::R5, "can(A,C,P) :- admin_if(C,P,F), every(A,F) @ design"),
    (Rule::R6, "gets(A,X,stored) :- clear(C,X,stored), can(A,C,store) @ design"),
    (Rule::R6, "gets(A,X,live) :- clear(C,X,live), can(A,C,run) @ design"),
    (Rule::R7, "gets(A,X,stored) :- sealed(C,X,K,stored,_), can(A,C,store), every(A,K) @ design"),
    (Rule::R7, "gets(A,X,live) :- sealed(C,X,K,live,_), can(A,C,run), every(A,K) @ design"),
    (Rule::R7, "gets(A,X,W) :- sealed(C,X,K,W,_), gate(C,X,F,service), every(A,F), every(A,K) @ design"),
    (Rule::R7, "gets(A,X,W) :- sealed(C,X,K,W,_), gate(C,X,F,user), own(A,F), every(A,K) @ design"),
    (Rule::R7, "gets(A,X,W) :- sealed(C,X,K,W,_), gate(C,X,F,user), every(A,F), every(A,K) @ tampering"),
    (Rule::R8, "gets(A,X,W) :- clear(C,X,W), gate(C,X,F,service), every(A,F) @ design"),
    (Rule::R8, "gets(A,X,W) :- clear(C,X,W), gate(C,X,F,user), own(A,F) @ design"),
    (Rule::R8, "gets(A,X,W) :- clear(C,X,W), gate(C,X,F,user), every(A,F) @ tampering"),
    (Rule::R9, "gets(A,X,live) :- asset(X), roster(E,X,S,none), can(A,S,change) @ tampering"),
    (Rule::R9, "gets(A,X,live) :- asset(X), roster(E,X,S,logged), can(A,S,change) @ evident"),
    (Rule::R9, "gets(A,X,stored) :- secret(X), roster(E,X,S,none), can(A,S,change) @ tampering"),
    (Rule::R9, "gets(A,X,stored) :- secret(X), roster(E,X,S,logged), can(A,S,change) @ evident"),
    (Rule::R10, "knows(A,K) :- pw(K,P,_), knows(A,P) @ design"),
    (
        Rule::R10,
        "gets(A,P,stored) :- sealed(C,X,K,stored,_), among(Q,K), pw(Q,P,guessable), can(A,C,store), others(A,K,P) @ breach",
    ),
    (
        Rule::R10,
        "gets(A,P,live) :- sealed(C,X,K,live,_), among(Q,K), pw(Q,P,guessable), can(A,C,run), others(A,K,P) @ breach",
    ),
    (
        Rule::R10,
        "gets(A,P,W) :- sealed(C,X,K,W,_), among(Q,K), pw(Q,P,guessable), gate(C,X,F,_), every(A,F), others(A,K,P) @ breach",
    ),
    (Rule::R11, "gets(A,X,W) :- sealed(C,X,_,W,weak), can(A,C,change) @ breach"),
];

/// An argument of a literal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arg {
    /// The variable of this number.
    Var(usize),
    /// A constant.
    Word(Word),
    /// Anything.
    Any,
}

/// A literal of a body, or a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// A base fact.
    Fact(Predicate, Vec<Arg>),
    /// `can(A,C,P)`.
    Can([Arg; 3]),
    /// `knows(A,S)`.
    Knows([Arg; 2]),
    /// `past(A,X)`.
    Past([Arg; 2]),
    /// `new(A,X)`.
    New([Arg; 2]),
    /// `gets(A,I,W)`, in heads only.
    Gets([Arg; 3]),
    /// `every(A,L)`.
    Every([Arg; 2]),
    /// `own(A,L)`.
    Own([Arg; 2]),
    /// `among(K,L)`.
    Among([Arg; 2]),
    /// `others(A,L,P)`.
    Others([Arg; 3]),
}

/// The floor of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Floor {
    /// A fixed grade.
    Fixed(Grade),
    /// The grade that the base fact carries, in this variable.
    Carried(usize),
}

/// A clause, read from its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The rule it belongs to.
    pub rule: Rule,
    /// Its text, as in [`TABLE`].
    pub text: String,
    /// What it concludes.
    pub head: Literal,
    /// What it needs.
    pub body: Vec<Literal>,
    /// The least grade of its conclusion.
    pub floor: Floor,
    /// How many variables it has.
    pub variables: usize,
}

/// The clauses of [`TABLE`], read once.
pub static CLAUSES: LazyLock<Vec<Clause>> = LazyLock::new(|| {
    TABLE
        .iter()
        .map(|(rule, text)| parse(*rule, text).expect("internal error: a clause of the table does not read"))
        .collect()
});

/// Reads a clause.
///
/// # Errors
/// A sentence that says what does not read; the table's own clauses all do (tested).
pub fn parse(rule: Rule, text: &str) -> Result<Clause, String> {
    let (head, rest) = text.split_once(":-").ok_or("no `:-`")?;
    let (body, floor) = rest.rsplit_once('@').ok_or("no floor")?;
    let mut names: Vec<String> = Vec::new();
    let head = literal(head.trim(), &mut names)?;
    let body = split_literals(body).iter().map(|part| literal(part, &mut names)).collect::<Result<Vec<_>, _>>()?;
    let floor = read_floor(floor.trim(), &names)?;
    Ok(Clause { rule, text: text.to_owned(), head, body, floor, variables: names.len() })
}

fn read_floor(text: &str, names: &[String]) -> Result<Floor, String> {
    if text == "evident" {
        return Ok(Floor::Fixed(Grade::Evident));
    }
    if let Some(grade) = Grade::from_id(text) {
        return Ok(Floor::Fixed(grade));
    }
    names
        .iter()
        .position(|name| name == text)
        .map(Floor::Carried)
        .ok_or_else(|| format!("floor `{text}` is neither a grade nor a variable"))
}

fn split_literals(body: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    for c in body.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

fn literal(text: &str, names: &mut Vec<String>) -> Result<Literal, String> {
    let (name, rest) = text.split_once('(').ok_or_else(|| format!("`{text}` has no arguments"))?;
    let inside = rest.strip_suffix(')').ok_or_else(|| format!("`{text}` is not closed"))?;
    let args = inside.split(',').map(|arg| argument(arg.trim(), names)).collect::<Result<Vec<_>, _>>()?;
    build(name, &args).ok_or_else(|| format!("`{text}` is not a literal"))
}

fn argument(text: &str, names: &mut Vec<String>) -> Result<Arg, String> {
    if text == "_" {
        return Ok(Arg::Any);
    }
    if text.starts_with(char::is_uppercase) {
        let at = names.iter().position(|name| name == text).unwrap_or_else(|| {
            names.push(text.to_owned());
            names.len() - 1
        });
        return Ok(Arg::Var(at));
    }
    Word::from_id(text).map(Arg::Word).ok_or_else(|| format!("`{text}` is not a constant"))
}

fn build(name: &str, args: &[Arg]) -> Option<Literal> {
    Some(match (name, args) {
        ("can", &[a, b, c]) => Literal::Can([a, b, c]),
        ("knows", &[a, b]) => Literal::Knows([a, b]),
        ("past", &[a, b]) => Literal::Past([a, b]),
        ("new", &[a, b]) => Literal::New([a, b]),
        ("gets", &[a, b, c]) => Literal::Gets([a, b, c]),
        ("every", &[a, b]) => Literal::Every([a, b]),
        ("own", &[a, b]) => Literal::Own([a, b]),
        ("among", &[a, b]) => Literal::Among([a, b]),
        ("others", &[a, b, c]) => Literal::Others([a, b, c]),
        _ => {
            let predicate = Predicate::ALL.iter().find(|known| known.id() == name)?;
            Literal::Fact(*predicate, args.to_vec())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clause_of_the_table_reads() {
        for (rule, text) in TABLE {
            let clause = parse(*rule, text).unwrap_or_else(|why| panic!("{text}: {why}"));
            assert!(clause.variables > 0, "{text}");
        }
    }

    #[test]
    fn every_rule_has_a_clause_and_stands_in_order() {
        let rules: Vec<Rule> = TABLE.iter().map(|(rule, _)| *rule).collect();
        assert!(rules.is_sorted());
        for rule in Rule::ALL {
            assert!(rules.contains(&rule), "{rule} has no clause");
        }
    }

    #[test]
    fn a_clause_that_does_not_read_says_why() {
        let why = parse(Rule::R2, "can(A,C,fly) :- can(A,C,run) @ design");
        assert_eq!(why, Err("`fly` is not a constant".to_owned()));
    }
}
