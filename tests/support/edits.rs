//! Every small edit of a clause: a premise dropped, another floor, another constant.

use enclair::kernel::clause::{Clause, TABLE, parse};

/// Constants that can stand in each other's place.
const FAMILIES: &[&[&str]] = &[
    &["store", "run", "change"],
    &["none", "locked", "tee"],
    &["load", "update", "logged", "pinned"],
    &["none", "logged", "verified"],
    &["stored", "live"],
    &["strong", "weak"],
    &["strong", "guessable"],
    &["service", "user"],
];

const FLOORS: &[&str] = &["design", "privilege", "tampering", "evident", "breach"];

/// Edits that change no answer, because another clause or the floor of data gives at least as much.
pub const HARMLESS: &[&str] = &[
    // Data is never below privilege but for R0.
    "past(O,X) :- staff(A,O), past(A,X) @ privilege  =>  past(O,X) :- staff(A,O), past(A,X) @ design",
    "new(O,X) :- staff(A,O), new(A,X) @ privilege  =>  new(O,X) :- staff(A,O), new(A,X) @ design",
    "past(O,X) :- owned(A,O), past(A,X) @ privilege  =>  past(O,X) :- owned(A,O), past(A,X) @ design",
    "new(O,X) :- owned(A,O), new(A,X) @ privilege  =>  new(O,X) :- owned(A,O), new(A,X) @ design",
    // A lesser shield lets `change` pass more easily still.
    "can(A,C,change) :- on(C,H,tee), can(A,H,change) @ breach  =>  can(A,C,change) :- on(C,H,_), can(A,H,change) @ breach",
    // Who runs a component reads its disk, and so more than what passes.
    "gets(A,X,live) :- clear(C,X,live), can(A,C,run) @ design  =>  gets(A,X,live) :- clear(C,X,_), can(A,C,run) @ design",
    "gets(A,X,live) :- sealed(C,X,K,live,_), can(A,C,run), every(A,K) @ design  =>  gets(A,X,live) :- sealed(C,X,K,_,_), can(A,C,run), every(A,K) @ design",
    // A service's gate opens at least as easily as a person's.
    "gets(A,X,W) :- sealed(C,X,K,W,_), gate(C,X,F,user), own(A,F), every(A,K) @ design  =>  gets(A,X,W) :- sealed(C,X,K,W,_), gate(C,X,F,_), own(A,F), every(A,K) @ design",
    "gets(A,X,W) :- sealed(C,X,K,W,_), gate(C,X,F,user), every(A,F), every(A,K) @ tampering  =>  gets(A,X,W) :- sealed(C,X,K,W,_), gate(C,X,F,_), every(A,F), every(A,K) @ tampering",
    "gets(A,X,W) :- clear(C,X,W), gate(C,X,F,user), own(A,F) @ design  =>  gets(A,X,W) :- clear(C,X,W), gate(C,X,F,_), own(A,F) @ design",
    "gets(A,X,W) :- clear(C,X,W), gate(C,X,F,user), every(A,F) @ tampering  =>  gets(A,X,W) :- clear(C,X,W), gate(C,X,F,_), every(A,F) @ tampering",
    // A substituted key is had in both phases, so that having it at next use adds nothing.
    "gets(A,X,live) :- asset(X), roster(E,X,S,none), can(A,S,change) @ tampering  =>  gets(A,X,live) :- roster(E,X,S,none), can(A,S,change) @ tampering",
    "gets(A,X,live) :- asset(X), roster(E,X,S,logged), can(A,S,change) @ evident  =>  gets(A,X,live) :- roster(E,X,S,logged), can(A,S,change) @ evident",
    // As above: who runs a component reads its disk.
    "gets(A,P,live) :- sealed(C,X,K,live,_), among(Q,K), pw(Q,P,guessable), can(A,C,run), others(A,K,P) @ breach  =>  gets(A,P,live) :- sealed(C,X,K,_,_), among(Q,K), pw(Q,P,guessable), can(A,C,run), others(A,K,P) @ breach",
];

/// One edit of the table: which clause, and what stands in its place, nothing if it is dropped.
#[derive(Debug)]
pub struct Edit {
    at: usize,
    /// The new text.
    pub text: Option<String>,
}

impl Edit {
    /// What is edited into what.
    pub fn told(&self) -> String {
        let text = self.text.as_deref().unwrap_or("nothing");
        format!("{}  =>  {text}", TABLE[self.at].1)
    }

    /// The edited table; `None` if the edit is no clause.
    pub fn clauses(&self, right: &[Clause]) -> Option<Vec<Clause>> {
        let mut clauses = right.to_vec();
        match &self.text {
            Some(text) => clauses[self.at] = parse(TABLE[self.at].0, text).ok()?,
            None => drop(clauses.remove(self.at)),
        }
        Some(clauses)
    }
}

/// Every edit of every clause of the table.
pub fn edits() -> Vec<Edit> {
    let of_clause = |(at, text)| {
        let dropped = std::iter::once(None);
        let changed = changed(text).into_iter().map(Some);
        dropped.chain(changed).map(move |text| Edit { at, text })
    };
    let texts = TABLE.iter().map(|(_, text)| *text);
    texts.enumerate().flat_map(of_clause).collect()
}

/// The clause with one thing changed.
fn changed(text: &str) -> Vec<String> {
    let (head, rest) = text.split_once(" :- ").expect("a clause has a head");
    let (body, floor) = rest.rsplit_once(" @ ").expect("a clause has a floor");
    let literals: Vec<String> = body.split_inclusive(')').map(trimmed).collect();
    let mut texts: Vec<String> = Vec::new();
    let mut offer = |head: &str, body: &[String], floor: &str| {
        texts.push(format!("{head} :- {} @ {floor}", body.join(", ")));
    };
    for other in FLOORS.iter().filter(|other| **other != floor) {
        offer(head, &literals, other);
    }
    for other in with_other_words(head, false) {
        offer(&other, &literals, floor);
    }
    for (position, literal) in literals.iter().enumerate() {
        let (before, after) = (&literals[..position], &literals[position + 1..]);
        offer(head, &[before, after].concat(), floor);
        for other in with_other_words(literal, true) {
            offer(head, &[before, &[other], after].concat(), floor);
        }
    }
    texts
}

fn trimmed(literal: &str) -> String {
    literal.trim_start_matches([',', ' ']).to_owned()
}

/// The literal with one constant replaced by each of its family, or by anything in a body.
fn with_other_words(literal: &str, body: bool) -> Vec<String> {
    let (name, arguments) = literal.split_once('(').expect("a literal has arguments");
    let arguments: Vec<&str> = arguments.trim_end_matches(')').split(',').collect();
    let mut changed = Vec::new();
    for (at, word) in arguments.iter().enumerate() {
        let families = FAMILIES.iter().filter(|family| family.contains(word));
        let mut words: Vec<&str> = families.flat_map(|family| family.iter().copied()).collect();
        if body && !words.is_empty() {
            words.push("_");
        }
        words.retain(|other| other != word);
        for other in words {
            let mut arguments = arguments.clone();
            arguments[at] = other;
            changed.push(format!("{name}({})", arguments.join(",")));
        }
    }
    changed
}
