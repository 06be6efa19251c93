//! One answer and its numbered proof, each step on its lines of the model.

use std::fmt::Write as _;

use super::defence::{self, Page};
use super::evidence;
use super::human::Look;
use super::summary::grade_text;
use super::wrap::{hang, wrap};
use crate::audit::{Audit, Defence, Place, PlaceKind, ProofView, Slots, StepView, Verdict};
use crate::kernel::Grade;
use crate::model::Model;
use crate::source::Position;
use crate::text::evidence::Support;
use crate::text::explain as words;
use crate::text::{Lang, harmless, typeset};

/// The proofs of one cell, and what defends it.
pub fn explain(audit: &Audit, model: &Model, verdict: &Verdict, defences: &[Defence], look: Look) -> String {
    let lang = look.lang;
    let actor = audit.actors[verdict.actor].label.get(lang);
    let data = audit.data[verdict.data].label.get(lang);
    let mut out = String::new();
    let grade = |grade: Grade| words::grade(grade_text(grade), grade.is_evident(), lang);
    let page = Page { audit, model, lang };
    let of = |slots: Slots| defences.iter().filter(|one| one.slots == slots).cloned().collect::<Vec<_>>();
    let neither = verdict.past_proof.is_none() && verdict.new_proof.is_none();
    if neither || (verdict.same_path && verdict.past == verdict.new && !verdict.next_use) {
        out += &look.bold(&typeset(&words::both(actor, data, &grade(verdict.past), lang), lang));
        out += "\n\n";
        out += &proof(audit, model, verdict.past_proof, lang);
        out += &page.defences(defences);
    } else {
        out += &look.bold(&typeset(&words::past(actor, data, &grade(verdict.past), verdict.next_use, lang), lang));
        out += "\n\n";
        out += &proof(audit, model, verdict.past_proof, lang);
        out += &page.defences(&of(Slots::Past));
        out.push('\n');
        out += &look.bold(&typeset(&words::new(actor, data, &grade(verdict.new), lang), lang));
        out += "\n\n";
        out += &proof(audit, model, verdict.new_proof, lang);
        out += &page.defences(&of(Slots::New));
        out += &page.defences(&of(Slots::Both));
    }
    out += &page.assumptions(defences);
    if let Some(best) = &verdict.undetermined {
        out.push('\n');
        out += &wrap(&words::undetermined(&grade(best.past), &grade(best.new), lang), "", lang);
        for question in &best.questions {
            let question = &audit.questions[*question];
            out += &typeset(
                &format!(
                    "  – {} ({}:{})\n",
                    question.text.get(lang),
                    audit.files[question.position.file],
                    question.position.line
                ),
                lang,
            );
        }
    }
    out
}

fn proof(audit: &Audit, model: &Model, at: Option<usize>, lang: Lang) -> String {
    match at {
        None => wrap(words::no_way(lang), "  ", lang),
        Some(at) => steps(&audit.proofs[at], model, lang) + &evidence::rests_on(audit, &audit.proofs[at], "  ", lang),
    }
}

/// A proof, step by step.
pub(super) fn steps(proof: &ProofView, model: &Model, lang: Lang) -> String {
    proof.steps.iter().enumerate().map(|(at, one)| step(at, one, model, lang)).collect()
}

fn step(at: usize, step: &StepView, model: &Model, lang: Lang) -> String {
    let from: Vec<String> = step.premises.iter().map(|premise| (premise + 1).to_string()).collect();
    let from = if from.is_empty() { String::new() } else { words::from_steps(&from.join(", "), lang) };
    let grade = grade_text(step.grade).name(lang);
    let head = format!("{}. {} [{}{from}, {grade}]", at + 1, step.sentence.get(lang), step.rule);
    let mut out = hang(&head, "  ", 3, lang);
    out += &places(&step.places, usize::MAX, model, lang);
    out
}

/// Places, each with its line of the model, once: so many lines at most.
pub(super) fn places(places: &[Place], most: usize, model: &Model, lang: Lang) -> String {
    let mut out = String::new();
    let mut lines: Vec<(usize, usize)> = Vec::new();
    for place in places {
        let Position { file, line, column } = place.position;
        if lines.contains(&(file, line)) || lines.len() == most {
            continue;
        }
        lines.push((file, line));
        let kind = match place.kind {
            PlaceKind::Stated => "",
            PlaceKind::Unknown => words::unknown(lang),
            PlaceKind::Assumed => words::assumed(lang),
            PlaceKind::BuiltIn => words::built_in(lang),
        };
        let file = model.sources.file(file);
        let text = harmless(&shortened(file.line(line).unwrap_or_default().trim()));
        let name = harmless(&file.name);
        let beside = evidence::beside(places, place, lang);
        let _ = writeln!(out, "     {name}:{line}:{column}{kind}{beside}\n       {text}");
    }
    out
}

/// A line of the model, cut where a terminal would wrap it.
fn shortened(line: &str) -> String {
    const MOST: usize = 72;
    if line.chars().count() <= MOST {
        return line.to_owned();
    }
    line.chars().take(MOST - 1).chain(['…']).collect()
}

/// One answer, its proofs and what defends it, as JSON.
///
/// # Errors
/// Only if a value cannot be written as JSON, which none of them is.
pub fn json(audit: &Audit, verdict: &Verdict, defences: &[Defence], lang: Lang) -> Result<String, serde_json::Error> {
    let steps = |at: Option<usize>| at.map(|at| steps_json(audit, &audit.proofs[at], lang));
    let defence = |slots: Slots| defence::json(audit, defences, slots, lang);
    let rests = |at: Option<usize>| at.and_then(|at| evidence::proof_json(audit, &audit.proofs[at]));
    let root = serde_json::json!({
        "format": "enclair-explain/1",
        "file": audit.file,
        "actor": audit.actors[verdict.actor].id,
        "data": audit.data[verdict.data].id,
        "past": { "grade": verdict.past.id(), "evident": verdict.past.is_evident(),
            "next_use": verdict.next_use, "proof": steps(verdict.past_proof), "evidence": rests(verdict.past_proof),
            "defence": defence(Slots::Past) },
        "new": { "grade": verdict.new.id(), "evident": verdict.new.is_evident(), "proof": steps(verdict.new_proof),
            "evidence": rests(verdict.new_proof), "defence": defence(Slots::New) },
    });
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

/// A proof as JSON.
pub(super) fn steps_json(audit: &Audit, proof: &ProofView, lang: Lang) -> Vec<serde_json::Value> {
    let step = |(at, step): (usize, &StepView)| {
        serde_json::json!({
            "number": at + 1, "rule": step.rule.id(), "grade": step.grade.id(),
            "sentence": step.sentence.get(lang), "evidence": step.support().map(Support::id),
            "from": step.premises.iter().map(|premise| premise + 1).collect::<Vec<_>>(),
            "locations": locations(audit, &step.places, lang),
        })
    };
    proof.steps.iter().enumerate().map(step).collect()
}

/// Places as JSON.
pub(super) fn locations(audit: &Audit, places: &[Place], lang: Lang) -> Vec<serde_json::Value> {
    let place = |place: &Place| {
        serde_json::json!({
            "file": audit.files[place.position.file],
            "line": place.position.line,
            "column": place.position.column,
            "stated": place.kind == PlaceKind::Stated,
            "evidence": evidence::place_json(place, lang),
        })
    };
    places.iter().map(place).collect()
}
