//! Claims and expectations: what is said of a model must be about it.

use indexmap::IndexMap;

use crate::model::names::Checker;
use crate::model::parts::Statements;
use crate::model::shape::Id;
use crate::model::statements::Expectation;
use crate::source::{Diagnostic, Route};
use crate::text::problem::{Problem, Sort};

impl Checker<'_> {
    pub(super) fn claims(&mut self, said: &Statements) {
        let mut named: IndexMap<&str, Route> = IndexMap::new();
        for (at, claim) in said.claims.iter().enumerate() {
            let route = Route::root("claims").index(at);
            self.names(&claim.data, Sort::Data, &route.key("data"));
            self.names(&claim.only, Sort::Actor, &route.key("only"));
            let Some(id) = &claim.id else { continue };
            let route = route.key("id");
            if let Some(first) = named.get(&**id) {
                let problem = Problem::NameTwice { name: id.0.clone() };
                self.problems.push(Diagnostic::new(problem, self.tree.span(&route)).and(self.tree.span(first)));
            } else {
                named.insert(id, route);
            }
        }
    }

    pub(super) fn expectations(&mut self, said: &Statements) {
        let claims: Vec<String> = said.claims.iter().filter_map(|claim| Some(claim.id.as_ref()?.0.clone())).collect();
        for (at, expectation) in said.expect.iter().enumerate() {
            let route = Route::root("expect").index(at);
            match &expectation.claim {
                Some(claim) => self.expected_claim(expectation, claim, &claims, &route),
                None => self.expected_cell(expectation, &route),
            }
        }
    }

    fn expected_claim(&mut self, expectation: &Expectation, claim: &Id, claims: &[String], route: &Route) {
        if !claims.contains(&claim.0) && !self.ghosts.contains(&claim.0) {
            let (name, known) = (claim.0.clone(), claims.to_vec());
            self.say(Problem::NoSuchClaim { name, known }, &route.key("claim"));
        }
        if expectation.verdict.is_none() {
            self.needs("verdict", "claim", &route.key("claim"));
        }
        let others = [
            ("actor", expectation.actor.is_some()),
            ("data", expectation.data.is_some()),
            ("past", expectation.past.is_some()),
            ("new", expectation.new.is_some()),
            ("best", expectation.best.is_some()),
        ];
        if let Some((other, _)) = others.iter().find(|(_, there)| *there) {
            let keys = vec!["claim".to_owned(), (*other).to_owned()];
            self.say_key(Problem::OneOf { keys, both: true }, &route.key(other));
        }
    }

    fn expected_cell(&mut self, expectation: &Expectation, route: &Route) {
        if let Some(data) = &expectation.data {
            self.name(data, Sort::Data, &route.key("data"));
        }
        if expectation.verdict.is_some() {
            self.needs("claim", "verdict", &route.key("verdict"));
            return;
        }
        let keys = [("actor", expectation.actor.is_none()), ("data", expectation.data.is_none())];
        let keys: Vec<String> = keys.iter().filter(|(_, gone)| *gone).map(|(key, _)| (*key).to_owned()).collect();
        if !keys.is_empty() {
            self.say(Problem::MissingKey { keys, unknown: Vec::new(), empty: Vec::new() }, route);
        } else if expectation.past.is_none() && expectation.new.is_none() && expectation.best.is_none() {
            let keys = ["past", "new", "best"].map(str::to_owned).to_vec();
            self.say_key(Problem::OneOf { keys, both: false }, &route.key("actor"));
        }
    }
}
