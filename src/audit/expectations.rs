//! Expected answers, and whether they came out.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::claims::ClaimView;
use super::compulsion::Compelled;
use super::verdicts::Verdict;
use super::{Actor, Context, Graded, Question, collusion};
use crate::kernel::{Fact, Facts, Grade, Order};
use crate::lower::{Case, Resolution, lower, order};
use crate::model::{Expectation, ExpectedGrade, GradeWord, Model, OrNone, SlotWord};
use crate::source::{Diagnostic, Position, Route, Span};
use crate::text::problem::{Problem, Sort};

/// An expectation and its outcome.
#[derive(Debug, Clone)]
pub struct ExpectationView {
    /// What it is about.
    pub about: About,
    /// The identifiers expected, each beside the one found.
    pub checks: Vec<Check>,
    /// Where the answer is known from: names of sources.
    pub sources: Vec<String>,
    /// Where it is written.
    pub span: Span,
    /// Where it is written.
    pub position: Position,
}

/// What an expectation is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A claim, by its name.
    Claim(String),
    /// What somebody reads of a data asset.
    Cell {
        /// The actor, or an authority.
        actor: String,
        /// Those with whom it pools what it has.
        with: Vec<String>,
        /// What it orders, and of whom.
        order: Option<(Order, Option<String>)>,
        /// The data asset.
        data: String,
    },
}

impl About {
    fn new(expectation: &Expectation) -> Self {
        if let Some(claim) = &expectation.claim {
            return Self::Claim(claim.0.clone());
        }
        let through = expectation.through.as_ref().map(|id| id.0.clone());
        Self::Cell {
            actor: expectation.actor.clone().unwrap_or_default(),
            with: expectation.with.0.clone(),
            order: expectation.order.map(|word| (order(word), through)),
            data: expectation.data.as_ref().map(|id| id.0.clone()).unwrap_or_default(),
        }
    }

    /// Who reads, by the names of the model: `host`, `host + vendor`, `authority/US: produce, host`.
    pub fn who(&self) -> String {
        match self {
            Self::Claim(name) => name.clone(),
            Self::Cell { actor, with, order: None, .. } => {
                std::iter::once(actor).chain(with).map(String::as_str).collect::<Vec<_>>().join(" + ")
            }
            Self::Cell { actor, order: Some((order, through)), .. } => {
                let through = through.iter().map(|through| format!(", {through}"));
                format!("{actor}: {}{}", order.id(), through.collect::<String>())
            }
        }
    }

    /// The data asset; none of a claim.
    pub fn data(&self) -> Option<&str> {
        match self {
            Self::Claim(_) => None,
            Self::Cell { data, .. } => Some(data),
        }
    }
}

/// One value expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Which: `past`, `new`, `best.past`, `best.new`, `evident.past`, `evident.new`, `next_use`, `asks`, `verdict`.
    pub what: &'static str,
    /// Expected.
    pub expected: String,
    /// Found.
    pub found: String,
    /// Whether what is found is as expected: the same, or within the bound.
    pub is_met: bool,
}

impl ExpectationView {
    /// Whether everything came out as expected.
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.is_met)
    }
}

/// Actors that no fact nor name of the model makes.
pub(super) fn unknown_actors(model: &Model) -> Vec<Diagnostic> {
    if model.statements.expect.iter().all(|expectation| expectation.actor.is_none()) {
        return Vec::new();
    }
    let facts = &lower(&model.architecture, &Resolution::all(Case::Worst)).facts;
    let architecture = &model.architecture;
    let known = actors_of(model, facts);
    let subject = |fact: &Fact| match fact {
        Fact::Subject { authority, .. } => Some(facts.text(*authority).to_owned()),
        _ => None,
    };
    let mut authorities: Vec<String> = facts.iter().filter_map(|(_, fact)| subject(fact)).collect();
    // An authority whose orders reach nothing may be expected to get nothing.
    let countries = architecture.organisations.values().filter_map(|one| one.country.known()).flatten();
    authorities.extend(countries.map(|country| format!("authority/{country}")));
    authorities.sort();
    authorities.dedup();
    let mut problems = Vec::new();
    for (at, expectation) in model.statements.expect.iter().enumerate() {
        let route = Route::root("expect").index(at);
        let known = if expectation.order.is_some() { &authorities } else { &known };
        let mut named = |actor: &String, route: &Route| {
            if !known.contains(actor) {
                let problem = Problem::Undeclared { name: actor.clone(), sort: Sort::Actor, known: known.clone() };
                problems.push(Diagnostic::new(problem, model.tree.span(route)));
            }
        };
        expectation.actor.iter().for_each(|actor| named(actor, &route.key("actor")));
        for (other, name) in expectation.with.iter().enumerate() {
            named(name, &route.key("with").index(other));
        }
    }
    problems
}

/// The names of actors, those of the model first: so they are suggested before others.
pub(super) fn actors_of(model: &Model, facts: &Facts) -> Vec<String> {
    let architecture = &model.architecture;
    let (organisations, people) = (architecture.organisations.keys(), architecture.people.keys());
    let mut known: Vec<String> = organisations.chain(people).chain(architecture.admins.keys()).cloned().collect();
    for name in facts.actors() {
        if !known.iter().any(|one| one == facts.text(*name)) {
            known.push(facts.text(*name).to_owned());
        }
    }
    known
}

/// Past and new of those who are together, by their names, and of a data asset.
type Pooled = BTreeMap<(Vec<String>, String), (Grade, Grade)>;

/// What expectations are compared with.
pub(super) struct Answers<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) best: &'a Graded,
    pub(super) actors: &'a [Actor],
    pub(super) verdicts: &'a [Verdict],
    pub(super) compelled: &'a [Compelled],
    pub(super) claims: &'a [ClaimView],
    pub(super) questions: &'a [Question],
    /// What is reached together, by those who are and the data asset: solved once for each.
    pub(super) pooled: RefCell<Pooled>,
}

pub(super) fn expectations(answers: &Answers) -> Vec<ExpectationView> {
    let model = answers.context.model;
    let view = |(at, expectation): (usize, &Expectation)| {
        let route = Route::root("expect").index(at);
        let key = if expectation.claim.is_some() { "claim" } else { "actor" };
        let span = model.tree.span(&route.key(key));
        ExpectationView {
            about: About::new(expectation),
            checks: answers.checks(expectation),
            sources: expectation.source.iter().map(|id| id.0.clone()).collect(),
            position: model.sources.position(span.start),
            span,
        }
    };
    model.statements.expect.iter().enumerate().map(view).collect()
}

impl Answers<'_> {
    fn checks(&self, expectation: &Expectation) -> Vec<Check> {
        if let Some(name) = &expectation.claim {
            let claim = self.claims.iter().find(|claim| claim.id.as_deref() == Some(&**name));
            return claim
                .zip(expectation.verdict)
                .map(|(claim, verdict)| same("verdict", verdict.id(), claim.verdict.id()))
                .into_iter()
                .collect();
        }
        let (Some(actor), Some(data)) = (&expectation.actor, &expectation.data) else { return Vec::new() };
        let mut checks = graded(expectation, self.grades(expectation, actor, data));
        let verdict = self.verdict(actor, data);
        if let Some(cell) = &expectation.best {
            let best = self.best.grades(actor, data);
            checks.extend(slots(["best.past", "best.new"], [cell.past, cell.new], best));
        }
        if let Some(next_use) = expectation.next_use {
            let found = verdict.is_some_and(|verdict| verdict.next_use);
            checks.push(same("next_use", &next_use.to_string(), &found.to_string()));
        }
        let asked: Vec<&str> = verdict
            .and_then(|verdict| verdict.undetermined.as_ref())
            .map(|best| best.questions.iter().map(|at| self.questions[*at].property.as_str()).collect())
            .unwrap_or_default();
        for property in expectation.asks.iter() {
            let found = if asked.contains(&property.as_str()) { property.clone() } else { asked.join(", ") };
            checks.push(same("asks", property, &found));
        }
        checks
    }

    fn verdict(&self, actor: &str, data: &str) -> Option<&Verdict> {
        let data = self.context.model.architecture.data.get_index_of(data)?;
        self.verdicts.iter().find(|verdict| verdict.data == data && self.actors[verdict.actor].id == actor)
    }

    /// The grades that an expectation is about: of an actor, of several together, or of an order.
    fn grades(&self, expectation: &Expectation, actor: &str, data: &str) -> (Grade, Grade) {
        if let Some(word) = expectation.order {
            let through = expectation.through.as_ref().map(|id| id.0.as_str());
            let rows = self.compelled.iter().filter(|row| {
                let asked = row.authority == actor && row.data == data && row.order == order(word);
                asked && through.is_none_or(|through| row.organisation == through)
            });
            return rows.fold((Grade::None, Grade::None), |(past, new), row| (past.min(row.past), new.min(row.new)));
        }
        if expectation.with.is_empty() {
            return self.context.worst.grades(actor, data);
        }
        let mut together: Vec<String> =
            std::iter::once(actor.to_owned()).chain(expectation.with.iter().cloned()).collect();
        together.sort();
        together.dedup();
        let key = (together, data.to_owned());
        let known = self.pooled.borrow().get(&key).copied();
        known.unwrap_or_else(|| {
            let grades = collusion::pooled(self.context, &key.0, data);
            self.pooled.borrow_mut().insert(key, grades);
            grades
        })
    }
}

fn same(what: &'static str, expected: &str, found: &str) -> Check {
    Check { what, expected: expected.to_owned(), found: found.to_owned(), is_met: expected == found }
}

fn slots(names: [&'static str; 2], wanted: [Option<ExpectedGrade>; 2], (past, new): (Grade, Grade)) -> Vec<Check> {
    let slots = names.into_iter().zip(wanted).zip([past, new]);
    let check = |((what, wanted), found): ((&'static str, Option<ExpectedGrade>), Grade)| {
        let (expected, found) = (wanted?, word(found));
        let is_met = expected.is_met(found);
        Some(Check { what, expected: expected.to_string(), found: found.id().to_owned(), is_met })
    };
    slots.filter_map(check).collect()
}

/// A grade as models write it.
const fn word(grade: Grade) -> GradeWord {
    match grade {
        Grade::Design => GradeWord::Design,
        Grade::Privilege => GradeWord::Privilege,
        Grade::Tampering | Grade::Evident => GradeWord::Tampering,
        Grade::Breach => GradeWord::Breach,
        Grade::None => GradeWord::None,
    }
}

/// The grades of an expectation, and whether they leave evidence.
fn graded(expectation: &Expectation, found: (Grade, Grade)) -> Vec<Check> {
    let mut checks = slots(["past", "new"], [expectation.past, expectation.new], found);
    if let Some(evident) = &expectation.evident {
        let wanted: &[SlotWord] = match evident {
            OrNone::Some(slots) => slots,
            OrNone::None => &[],
        };
        let slots = [("evident.past", SlotWord::Past, found.0), ("evident.new", SlotWord::New, found.1)];
        let check = |(what, slot, grade): (&'static str, SlotWord, Grade)| {
            same(what, &wanted.contains(&slot).to_string(), &grade.is_evident().to_string())
        };
        checks.extend(slots.map(check));
    }
    checks
}
