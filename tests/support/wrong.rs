//! Wrong rules, to be planted one at a time: a test that misses one of them guards nothing.

use enclair::kernel::clause::{Clause, Rule, TABLE, parse};

/// A wrong rule: clauses of the table and what stands in their place, nothing if they are dropped.
#[derive(Debug)]
pub struct Mutant {
    /// Its stable name.
    pub id: &'static str,
    /// What is wrong with it.
    pub wrong: &'static str,
    edits: &'static [(&'static str, Option<&'static str>)],
}

impl Mutant {
    /// The clauses of the table with the wrong ones in place.
    pub fn clauses(&self) -> Vec<Clause> {
        for (right, _) in self.edits {
            let known = TABLE.iter().any(|(_, text)| text == right);
            assert!(known, "{}: the table has no clause `{right}` any more", self.id);
        }
        clauses_with(|_, text| {
            let edit = self.edits.iter().find(|(right, _)| right == &text);
            edit.map_or_else(|| Some(text.to_owned()), |(_, wrong)| wrong.map(str::to_owned))
        })
    }

    /// The rule that it spoils.
    pub fn rule(&self) -> Rule {
        let spoilt = TABLE.iter().find(|(_, text)| self.edits[0].0 == *text);
        spoilt.expect("the first edit is of a clause of the table").0
    }
}

/// The clauses of the table, each edited or dropped.
pub fn clauses_with(edit: impl Fn(usize, &'static str) -> Option<String>) -> Vec<Clause> {
    let edited = TABLE.iter().enumerate().filter_map(|(at, (rule, text))| Some((*rule, edit(at, text)?)));
    edited.map(|(rule, text)| parse(rule, &text).unwrap_or_else(|why| panic!("{text}: {why}"))).collect()
}

macro_rules! mutants {
    ($($id:literal $wrong:literal { $($right:literal => $edit:expr),+ $(,)? })+) => {
        /// The wrong rules, in the order of the rules that they spoil.
        pub const MUTANTS: &[Mutant] = &[$(Mutant {
            id: $id,
            wrong: $wrong,
            edits: &[$(($right, $edit)),+],
        }),+];
    };
}

mutants! {
    "flat-grades" "whatever is held is held by design" {
        "knows(A,S) :- holds(A,S,G) @ G" => Some("knows(A,S) :- holds(A,S,_) @ design"),
    }
    "free-staff" "an organisation has its staff's secrets by design" {
        "knows(O,S) :- staff(A,O), knows(A,S) @ privilege" => Some("knows(O,S) :- staff(A,O), knows(A,S) @ design"),
    }
    "reversed-ownership" "a subsidiary has its owner's powers" {
        "can(O,C,P) :- owned(A,O), can(A,C,P) @ privilege" =>
            Some("can(A,C,P) :- owned(A,O), can(O,C,P) @ privilege"),
    }
    "silent-change" "altering code to see its data is no tampering" {
        "can(A,C,run) :- can(A,C,change) @ tampering" => Some("can(A,C,run) :- can(A,C,change) @ design"),
    }
    "store-runs" "reading a disk is observing the memory" {
        "can(A,C,store) :- can(A,C,run) @ design" => Some("can(A,C,run) :- can(A,C,store) @ design"),
    }
    "shield-ignored" "a host reads a guest whatever its shield" {
        "can(A,C,P) :- on(C,H,none), can(A,H,P) @ design" => Some("can(A,C,P) :- on(C,H,_), can(A,H,P) @ design"),
    }
    "locked-runs" "a lock that the host controls lets observation pass" {
        "can(A,C,change) :- on(C,H,locked), can(A,H,change) @ tampering" =>
            Some("can(A,C,P) :- on(C,H,locked), can(A,H,P) @ tampering"),
    }
    "enclave-tampered" "breaking an enclave is a mere tampering" {
        "can(A,C,run) :- on(C,H,tee), can(A,H,run) @ breach" =>
            Some("can(A,C,run) :- on(C,H,tee), can(A,H,run) @ tampering"),
    }
    "mount-at-rest" "reading a service's disk reads the disks it mounts" {
        "can(A,S,store) :- mount(C,S), can(A,C,run) @ design" =>
            Some("can(A,S,store) :- mount(C,S), can(A,C,store) @ design"),
    }
    "pinned-updates" "pinned code is treated as updated" {
        "can(A,C,change) :- code(C,S,update), can(A,S,change) @ tampering" =>
            Some("can(A,C,change) :- code(C,S,pinned), can(A,S,change) @ tampering"),
    }
    "log-unseen" "a logged update leaves no evidence" {
        "can(A,C,change) :- code(C,S,logged), can(A,S,change) @ evident" =>
            Some("can(A,C,change) :- code(C,S,logged), can(A,S,change) @ tampering"),
    }
    "admin-for-all" "admin rights ask for no factor" {
        "can(A,C,P) :- admin_if(C,P,F), every(A,F) @ design" => Some("can(A,C,P) :- admin_if(C,P,_) @ privilege"),
    }
    "admin-by-breach" "admin rights are dearer than their factors" {
        "can(A,C,P) :- admin_if(C,P,F), every(A,F) @ design" =>
            Some("can(A,C,P) :- admin_if(C,P,F), every(A,F) @ breach"),
    }
    "live-stored" "what only passes is treated as stored" {
        "gets(A,X,live) :- clear(C,X,live), can(A,C,run) @ design" =>
            Some("gets(A,X,stored) :- clear(C,X,live), can(A,C,run) @ design"),
    }
    "live-at-rest" "what only passes is read from the disk" {
        "gets(A,X,live) :- clear(C,X,live), can(A,C,run) @ design" =>
            Some("gets(A,X,live) :- clear(C,X,live), can(A,C,store) @ design"),
    }
    "no-key" "ciphertext is read without its keys" {
        "gets(A,X,stored) :- sealed(C,X,K,stored,_), can(A,C,store), every(A,K) @ design" =>
            Some("gets(A,X,stored) :- sealed(C,X,_,stored,_), can(A,C,store) @ design"),
    }
    "no-ciphertext" "the keys are enough without the ciphertext" {
        "gets(A,X,stored) :- sealed(C,X,K,stored,_), can(A,C,store), every(A,K) @ design" =>
            Some("gets(A,X,stored) :- sealed(C,X,K,stored,_), every(A,K) @ design"),
    }
    "gate-no-cipher" "no gate hands out ciphertext" {
        "gets(A,X,W) :- sealed(C,X,K,W,_), gate(C,X,F,service), every(A,F), every(A,K) @ design" => None,
        "gets(A,X,W) :- sealed(C,X,K,W,_), gate(C,X,F,user), own(A,F), every(A,K) @ design" => None,
        "gets(A,X,W) :- sealed(C,X,K,W,_), gate(C,X,F,user), every(A,F), every(A,K) @ tampering" => None,
    }
    "posing-is-free" "a person's gate is a service's" {
        "gets(A,X,W) :- clear(C,X,W), gate(C,X,F,service), every(A,F) @ design" =>
            Some("gets(A,X,W) :- clear(C,X,W), gate(C,X,F,_), every(A,F) @ design"),
    }
    "own-gate-forged" "a person's own factors make a tampering" {
        "gets(A,X,W) :- clear(C,X,W), gate(C,X,F,user), own(A,F) @ design" => None,
    }
    "open-gate" "a gate opens without its factors" {
        "gets(A,X,W) :- clear(C,X,W), gate(C,X,F,service), every(A,F) @ design" =>
            Some("gets(A,X,W) :- clear(C,X,W), gate(C,X,_,service) @ design"),
    }
    "substitution-past" "a substituted recipient reads the data of the past" {
        "gets(A,X,live) :- asset(X), roster(E,X,S,none), can(A,S,change) @ tampering" =>
            Some("gets(A,X,stored) :- asset(X), roster(E,X,S,none), can(A,S,change) @ tampering"),
    }
    "verified-ignored" "recipients verified out of band are substituted" {
        "gets(A,X,live) :- asset(X), roster(E,X,S,none), can(A,S,change) @ tampering" =>
            Some("gets(A,X,live) :- asset(X), roster(E,X,S,_), can(A,S,change) @ tampering"),
    }
    "key-unused" "a substituted group key opens nothing of the past" {
        "gets(A,X,stored) :- secret(X), roster(E,X,S,none), can(A,S,change) @ tampering" =>
            Some("gets(A,X,live) :- secret(X), roster(E,X,S,none), can(A,S,change) @ tampering"),
    }
    "password-from-key" "a key gives its password" {
        "knows(A,K) :- pw(K,P,_), knows(A,P) @ design" => Some("knows(A,P) :- pw(K,P,_), knows(A,K) @ design"),
    }
    "guess-missing-key" "a password is guessed while another key is missing" {
        "gets(A,P,stored) :- sealed(C,X,K,stored,_), among(Q,K), pw(Q,P,guessable), can(A,C,store), others(A,K,P) @ breach" =>
            Some("gets(A,P,stored) :- sealed(C,X,K,stored,_), among(Q,K), pw(Q,P,guessable), can(A,C,store) @ breach"),
    }
    "guess-strong" "a strong password is guessed" {
        "gets(A,P,stored) :- sealed(C,X,K,stored,_), among(Q,K), pw(Q,P,guessable), can(A,C,store), others(A,K,P) @ breach" =>
            Some("gets(A,P,stored) :- sealed(C,X,K,stored,_), among(Q,K), pw(Q,P,_), can(A,C,store), others(A,K,P) @ breach"),
    }
    "guess-cheap" "guessing is a mere tampering" {
        "gets(A,P,stored) :- sealed(C,X,K,stored,_), among(Q,K), pw(Q,P,guessable), can(A,C,store), others(A,K,P) @ breach" =>
            Some("gets(A,P,stored) :- sealed(C,X,K,stored,_), among(Q,K), pw(Q,P,guessable), can(A,C,store), others(A,K,P) @ tampering"),
    }
    "weak-ignored" "a weak construction is as good as a strong one" {
        "gets(A,X,W) :- sealed(C,X,_,W,weak), can(A,C,change) @ breach" => None,
    }
    "strong-broken" "a strong construction breaks as a weak one" {
        "gets(A,X,W) :- sealed(C,X,_,W,weak), can(A,C,change) @ breach" =>
            Some("gets(A,X,W) :- sealed(C,X,_,W,_), can(A,C,change) @ breach"),
    }
    "weak-passive" "a weak construction breaks before who only observes" {
        "gets(A,X,W) :- sealed(C,X,_,W,weak), can(A,C,change) @ breach" =>
            Some("gets(A,X,W) :- sealed(C,X,_,W,weak), can(A,C,run) @ breach"),
    }
}
