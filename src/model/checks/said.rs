//! Claims, expectations and accepted findings: what is said of a model must be about it.

use indexmap::IndexMap;

use crate::model::about::Basis;
use crate::model::claims::{Claim, Statement};
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
            self.statement(claim, &route);
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

    /// A claim is checked as one thing.
    fn statement(&mut self, claim: &Claim, route: &Route) {
        let statements = claim.statements();
        match statements.as_slice() {
            [] => {
                let keys = Statement::KEYS.map(str::to_owned).to_vec();
                self.say(Problem::OneOf { keys, both: false }, &route.key("says"));
            }
            [_] => {}
            [first, second, ..] => {
                let keys = vec![first.key().to_owned(), second.key().to_owned()];
                self.say_key(Problem::OneOf { keys, both: true }, &route.key(second.key()));
            }
        }
        for statement in statements {
            let (place, key) = (route.key(statement.key()), statement.key());
            let (names, sort) = match statement {
                Statement::Only(names) | Statement::Not(names) => (names, Sort::Actor),
                Statement::Without(names) => (names, Sort::Key),
                Statement::EndToEnd(names) => (names, Sort::Client),
                Statement::Nobody(_) => continue,
            };
            // Only an empty list of readers says something.
            if key != "only" {
                self.filled(names, &place);
            }
            self.names(names, sort, &place);
        }
    }

    /// Findings that are accepted; their rules and actors are known to the audit.
    pub(super) fn acceptances(&mut self, said: &Statements) {
        let claims = claims_of(said);
        for (at, acceptance) in said.accept.iter().enumerate() {
            let route = Route::root("accept").index(at);
            for (place, name) in acceptance.about.iter().enumerate() {
                self.name(name, Sort::Thing, &route.key("about").index(place));
            }
            if let Some(data) = &acceptance.data {
                self.name(data, Sort::Data, &route.key("data"));
            }
            if let Some(claim) = &acceptance.claim {
                self.claim_named(claim, &claims, &route.key("claim"));
            }
        }
    }

    fn claim_named(&mut self, claim: &Id, known: &[String], route: &Route) {
        if !known.contains(&claim.0) && !self.ghosts.contains(&claim.0) {
            let (name, known) = (claim.0.clone(), known.to_vec());
            self.say(Problem::NoSuchClaim { name, known }, route);
        }
    }

    /// What is said to come from public sources names them.
    pub(super) fn about(&mut self, said: &Statements) {
        let Some(about) = &said.about else { return };
        if about.basis == Some(Basis::PublicSources) && about.sources.is_empty() {
            self.needs("sources", "public-sources", &Route::root("about").key("basis"));
        }
    }

    pub(super) fn expectations(&mut self, said: &Statements) {
        let claims = claims_of(said);
        let sources: Vec<&str> = said.about.iter().flat_map(|about| about.sources.keys().map(String::as_str)).collect();
        for (at, expectation) in said.expect.iter().enumerate() {
            let route = Route::root("expect").index(at);
            match &expectation.claim {
                Some(claim) => self.expected_claim(expectation, claim, &claims, &route),
                None => self.expected_cell(expectation, &route),
            }
            self.bounds(expectation, &route);
            for (at, source) in expectation.source.iter().enumerate() {
                self.name_among(source, Sort::Source, &sources, &route.key("source").index(at));
            }
        }
    }

    fn expected_claim(&mut self, expectation: &Expectation, claim: &Id, claims: &[String], route: &Route) {
        self.claim_named(claim, claims, &route.key("claim"));
        if expectation.verdict.is_none() {
            self.needs("verdict", "claim", &route.key("claim"));
        }
        self.one_of("claim", &OF_A_CELL, expectation, route);
    }

    fn expected_cell(&mut self, expectation: &Expectation, route: &Route) {
        if let Some(data) = &expectation.data {
            self.name(data, Sort::Data, &route.key("data"));
        }
        if expectation.verdict.is_some() {
            self.needs("claim", "verdict", &route.key("verdict"));
            return;
        }
        match (&expectation.through, expectation.order) {
            (Some(through), Some(_)) => self.name(through, Sort::Organisation, &route.key("through")),
            (Some(_), None) => self.needs("order", "through", &route.key("through")),
            (None, _) => {}
        }
        if expectation.order.is_some() {
            self.one_of("order", &["with", "best", "evident", "next_use", "asks"], expectation, route);
        } else if !expectation.with.is_empty() {
            self.one_of("with", &["best", "next_use", "asks"], expectation, route);
        }
        let keys = [("actor", expectation.actor.is_none()), ("data", expectation.data.is_none())];
        let keys: Vec<String> = keys.iter().filter(|(_, gone)| *gone).map(|(key, _)| (*key).to_owned()).collect();
        if !keys.is_empty() {
            self.say(Problem::MissingKey { keys, unknown: Vec::new(), empty: Vec::new() }, route);
        } else if !["past", "new", "best"].into_iter().any(|key| states(expectation, key)) {
            let keys = ["past", "new", "best"].map(str::to_owned).to_vec();
            self.say_key(Problem::OneOf { keys, both: false }, &route.key("actor"));
        }
    }

    /// Bounds on grades must depend on the grade.
    fn bounds(&mut self, expectation: &Expectation, route: &Route) {
        let best = expectation.best.as_ref();
        let bounds = [
            (expectation.past, route.key("past")),
            (expectation.new, route.key("new")),
            (best.and_then(|best| best.past), route.key("best").key("past")),
            (best.and_then(|best| best.new), route.key("best").key("new")),
        ];
        for (bound, place) in bounds {
            if let Some(bound) = bound.filter(|bound| bound.is_idle()) {
                self.say(Problem::IdleBound { bound: bound.to_string() }, &place);
            }
        }
    }

    /// The first of these properties that an entry states beside one that excludes them.
    fn one_of(&mut self, key: &str, others: &[&'static str], expectation: &Expectation, route: &Route) {
        if let Some(other) = others.iter().find(|other| states(expectation, other)) {
            let keys = vec![key.to_owned(), (*other).to_owned()];
            self.say_key(Problem::OneOf { keys, both: true }, &route.key(other));
        }
    }
}

/// The names of claims.
fn claims_of(said: &Statements) -> Vec<String> {
    said.claims.iter().filter_map(|claim| Some(claim.id.as_ref()?.0.clone())).collect()
}

/// What an entry about a claim does not have.
const OF_A_CELL: [&str; 11] =
    ["actor", "data", "past", "new", "best", "evident", "next_use", "asks", "with", "through", "order"];

/// Whether an expectation states a property.
fn states(expectation: &Expectation, key: &str) -> bool {
    match key {
        "actor" => expectation.actor.is_some(),
        "data" => expectation.data.is_some(),
        "past" => expectation.past.is_some(),
        "new" => expectation.new.is_some(),
        "best" => expectation.best.is_some(),
        "evident" => expectation.evident.is_some(),
        "next_use" => expectation.next_use.is_some(),
        "asks" => !expectation.asks.is_empty(),
        "with" => !expectation.with.is_empty(),
        "through" => expectation.through.is_some(),
        _ => expectation.order.is_some(),
    }
}
