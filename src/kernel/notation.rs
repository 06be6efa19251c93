//! The printed form of facts: one a line, so that anyone can compute the answers again.

use std::fmt::Write as _;

use super::fact::{Fact, Term};
use super::facts::Facts;
use super::name::{Name, Names};

/// One fact in the notation of the method, with its final period.
pub(super) fn line(fact: &Fact, names: &Names) -> String {
    let terms: Vec<String> = fact
        .terms()
        .into_iter()
        .map(|term| match term {
            Term::Name(name) => quoted(names.text(name)),
            Term::Word(word) => quoted(word.id()),
            Term::Names(list) => {
                let items: Vec<String> = list.iter().map(|name| quoted(names.text(*name))).collect();
                format!("[{}]", items.join(","))
            }
        })
        .collect();
    format!("{}({}).", fact.predicate().id(), terms.join(","))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Every fact, sorted by bytes, one a line.
pub fn plain(facts: &Facts) -> String {
    facts.iter().fold(String::new(), |mut text, (_, fact)| {
        text.push_str(&line(fact, facts.names()));
        text.push('\n');
        text
    })
}

/// Every fact without lists, for Datalog engines: a fact that needs several things gets a number,
/// and `needs(number, thing)` once per thing.
pub fn asp(facts: &Facts) -> String {
    let mut text = String::new();
    for name in facts.actors() {
        let _ = writeln!(text, "actor({}).", quoted(facts.text(*name)));
    }
    for (id, fact) in facts.iter() {
        let terms: Vec<String> = fact
            .terms()
            .into_iter()
            .filter_map(|term| match term {
                Term::Name(name) => Some(quoted(facts.text(name))),
                Term::Word(word) => Some(quoted(word.id())),
                Term::Names(_) => None,
            })
            .collect();
        let predicate = fact.predicate().id();
        match Facts::list_of(fact) {
            None => {
                let _ = writeln!(text, "{predicate}({}).", terms.join(","));
            }
            Some(list) => {
                let _ = writeln!(text, "{predicate}({},{}).", id.0, terms.join(","));
                needs(&mut text, id.0, list, facts.names());
            }
        }
    }
    text
}

fn needs(text: &mut String, id: u32, list: &[Name], names: &Names) {
    for name in list {
        let _ = writeln!(text, "needs({id},{}).", quoted(names.text(*name)));
    }
}
