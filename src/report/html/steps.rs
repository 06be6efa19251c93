//! Steps of proofs: alone in their own list, or written once for every answer about an actor.

use serde::Serialize;

use super::words::{Lines, Words};
use crate::audit::{ProofView, StepView};
use crate::text::html as texts;

/// A step of a proof.
#[derive(Debug, Serialize)]
pub(super) struct Step {
    /// Where it stands, if other proofs lead to it.
    id: Option<String>,
    rule: &'static str,
    sentence: String,
    grade: String,
    uses: Option<Numbers>,
    lines: Lines,
}

/// Numbers of steps, with the words around them.
#[derive(Debug, Serialize)]
pub(super) struct Numbers {
    before: &'static str,
    items: Vec<Number>,
    after: &'static str,
}

#[derive(Debug, Serialize)]
struct Number {
    href: Option<String>,
    text: String,
}

/// A proof among those about one actor: the steps already told, then its own.
#[derive(Debug, Serialize)]
pub(super) struct Path {
    /// Those already told, if any.
    told: Option<Numbers>,
    /// The number of the first of its own.
    start: usize,
    steps: Vec<Step>,
}

/// A step that is told, with what it uses: numbers of the list, from 0.
struct Told<'a> {
    step: &'a StepView,
    uses: Vec<usize>,
}

impl Told<'_> {
    /// Whether another step, on the same steps, says the same.
    fn is(&self, step: &StepView, uses: &[usize]) -> bool {
        let say = |one: &StepView| (one.rule, one.clause, one.grade);
        self.uses == uses
            && say(self.step) == say(step)
            && self.step.sentence == step.sentence
            && self.step.places == step.places
            && self.step.facts == step.facts
    }
}

/// The steps about one actor, numbered, each told once: premises always come before.
pub(super) struct Shared<'a> {
    words: &'a Words<'a>,
    /// What makes their anchors differ from those of another actor.
    list: usize,
    told: Vec<Told<'a>>,
}

impl<'a> Shared<'a> {
    pub(super) const fn new(words: &'a Words<'a>, list: usize) -> Self {
        Self { words, list, told: Vec::new() }
    }

    /// How many steps are told.
    pub(super) const fn len(&self) -> usize {
        self.told.len()
    }

    /// Tells a proof, by its position. Steps already told use such steps only, so they may all come first.
    pub(super) fn tell(&mut self, proof: usize) -> Path {
        let start = self.told.len();
        let mut numbers: Vec<usize> = Vec::new();
        for step in &self.words.audit.proofs[proof].steps {
            let uses: Vec<usize> = step.premises.iter().filter_map(|at| numbers.get(*at).copied()).collect();
            let known = self.told.iter().position(|told| told.is(step, &uses));
            numbers.push(known.unwrap_or(self.told.len()));
            if known.is_none() {
                self.told.push(Told { step, uses });
            }
        }
        numbers.retain(|number| *number < start);
        numbers.sort_unstable();
        numbers.dedup();
        let own = self.told.len() > start;
        let [before, after] = texts::told(numbers.len(), own, self.words.lang);
        let told = (!numbers.is_empty()).then(|| Numbers { before, items: self.ranges(&numbers), after });
        // The first of its own comes right after the last of those told.
        let before = |at: usize| if at > start { Some(at - 1) } else { numbers.last().copied() };
        Path { told, start: start + 1, steps: (start..self.told.len()).map(|at| self.step(at, before(at))).collect() }
    }

    fn step(&self, at: usize, before: Option<usize>) -> Step {
        let Told { step, uses } = &self.told[at];
        let items = uses.iter().map(|number| self.number(*number)).collect();
        Step { id: Some(self.anchor(at)), ..self.words.step(step, uses, before, items) }
    }

    fn anchor(&self, at: usize) -> String {
        format!("s{}.{}", self.list, at + 1)
    }

    fn number(&self, at: usize) -> Number {
        Number { href: Some(format!("#{}", self.anchor(at))), text: (at + 1).to_string() }
    }

    /// Numbers that follow each other as one, from three on.
    fn ranges(&self, numbers: &[usize]) -> Vec<Number> {
        let mut all = Vec::new();
        for chunk in numbers.chunk_by(|one, next| one + 1 == *next) {
            match chunk {
                [first, _, .., last] => {
                    let range = format!("{}–{}", first + 1, last + 1);
                    all.push(Number { text: range, ..self.number(*first) });
                }
                few => all.extend(few.iter().map(|at| self.number(*at))),
            }
        }
        all
    }
}

impl Words<'_> {
    /// The steps of a proof, numbered from 1.
    pub(super) fn steps(&self, proof: &ProofView) -> Vec<Step> {
        let number = |at: &usize| Number { href: None, text: (at + 1).to_string() };
        let step = |(at, step): (usize, &StepView)| {
            let items = step.premises.iter().map(number).collect();
            self.step(step, &step.premises, at.checked_sub(1), items)
        };
        proof.steps.iter().enumerate().map(step).collect()
    }

    /// A step. What it uses goes without saying when that is the step just before.
    fn step(&self, step: &StepView, uses: &[usize], before: Option<usize>, items: Vec<Number>) -> Step {
        let plain = uses.is_empty() || (uses.len() == 1 && uses.first() == before.as_ref());
        let numbers = Numbers { before: texts::uses(items.len(), self.lang), items, after: "" };
        Step {
            id: None,
            rule: step.rule.id(),
            sentence: self.name(&step.sentence),
            grade: self.grade(step.grade).word,
            uses: (!plain).then_some(numbers),
            lines: self.places(&step.places),
        }
    }
}
