//! What is not known, and what is assumed.

use serde::Serialize;

use super::words::{Lines, Span, Words};
use crate::audit::{AssumptionView, Question as QuestionView};
use crate::text::{harmless, html as texts, silence};

#[derive(Debug, Serialize)]
pub(super) struct Question {
    id: String,
    text: String,
    worst: String,
    best: String,
    decides: usize,
    property: String,
    lines: Lines,
}

/// Assumptions, those that may hide a reader first.
#[derive(Debug, Serialize)]
pub(super) struct Assumptions {
    favourable: Vec<Assumption>,
    worst: Vec<Assumption>,
}

#[derive(Debug, Serialize)]
struct Assumption {
    sentence: Vec<Span>,
    lines: Lines,
}

pub(super) fn questions(words: &Words) -> Vec<Question> {
    let question = |(at, view): (usize, &QuestionView)| Question {
        id: format!("q{}", at + 1),
        text: words.name(&view.text),
        worst: words.name(&view.answers.0),
        best: words.name(&view.answers.1),
        decides: view.decides,
        property: harmless(&view.property),
        lines: words.lines([view.position.of_line()]),
    };
    words.audit.unknowns().iter().enumerate().map(question).collect()
}

/// What the model says nothing of, as one paragraph; empty if it speaks of everything.
pub(super) fn silences(words: &Words) -> String {
    let names: Vec<String> =
        crate::report::silences(words.audit, words.lang).iter().map(|name| harmless(name)).collect();
    if names.is_empty() { String::new() } else { words.say(&silence::silences(&names, words.lang)) }
}

pub(super) fn assumptions(words: &Words) -> Assumptions {
    let (worst, favourable): (Vec<&AssumptionView>, Vec<&AssumptionView>) =
        words.audit.assumptions.iter().partition(|one| one.assumption.is_worst_case());
    let all = |list: Vec<&AssumptionView>| list.into_iter().map(|one| assumption(words, one)).collect();
    Assumptions { favourable: all(favourable), worst: all(worst) }
}

fn assumption(words: &Words, view: &AssumptionView) -> Assumption {
    let about = words.list(&view.about);
    Assumption {
        sentence: words.coded(&texts::assumption(view.assumption, &about, words.lang)),
        lines: words.lines(view.locations.iter().map(|at| at.of_line())),
    }
}
