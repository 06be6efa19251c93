//! The proof of a finding at its very place, written once in the page.

use serde::Serialize;

use super::Scene;
use crate::audit::{Place, ProofView, StepView, Verdict};
use crate::report::html::steps::Step;
use crate::report::html::words::Link;
use crate::text::html::{self, findings as texts};

#[derive(Debug, Serialize)]
pub(super) struct Proof {
    /// What is said of it: whose it is, or where it stands.
    sentence: String,
    link: Option<Link>,
    count: String,
    steps: Vec<Step>,
    rests: Option<String>,
}

pub(super) fn proof(scene: &Scene, at: usize) -> Proof {
    let (words, lang) = (scene.words, scene.words.lang);
    let said = |sentence: &str, link: Option<Link>| Proof {
        sentence: words.say(sentence),
        link,
        count: String::new(),
        steps: Vec::new(),
        rests: None,
    };
    let Some(own) = &scene.study.proofs[at] else { return said(texts::no_proof(lang), None) };
    if let Some(link) = of_cell(scene, at, own) {
        return said(texts::same_as_cell(lang), Some(link));
    }
    let same = (0..at).find(|other| scene.study.proofs[*other].as_ref().is_some_and(|other| is_same(other, own)));
    if let Some(same) = same {
        let id = scene.ids[same].clone();
        return said(texts::same_path_as(lang), Some(Link { href: format!("#{id}"), text: id }));
    }
    Proof {
        count: texts::steps(own.steps.len(), lang),
        steps: words.steps(own),
        rests: words.rests_of(own),
        ..said(&subject(scene, at), None)
    }
}

/// Who reads what, and how easily.
fn subject(scene: &Scene, at: usize) -> String {
    let (words, raised) = (scene.words, &scene.raised()[at].raised);
    let Some((verdict, read)) = verdict_of(scene, at).zip(raised.reads.first()) else { return String::new() };
    let grade = words.grade(read.grade.public()).word;
    words.told(&html::reads(&words.actor(verdict.actor), &words.data(verdict.data), &grade, words.lang))
}

/// The answer about the first who reads that way.
fn verdict_of<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a Verdict> {
    let audit = scene.words.audit;
    let read = audit.raised[at].raised.reads.first()?;
    audit.verdict_of(&read.actor, &read.data).map(|at| &audit.verdicts[at])
}

/// The place of the proof in the matrix, where it is the same one.
fn of_cell(scene: &Scene, at: usize, own: &ProofView) -> Option<Link> {
    let words = scene.words;
    let verdict = verdict_of(scene, at)?;
    let slots = [(verdict.past_proof, ".past"), (verdict.new_proof, ".new")];
    let same = |proof: Option<usize>| proof.is_some_and(|proof| is_same(&words.audit.proofs[proof], own));
    let (_, suffix) = slots.into_iter().find(|(proof, _)| same(*proof))?;
    let text = format!("{}, {}", words.actor(verdict.actor), words.data(verdict.data));
    Some(Link { href: words.slot_href(verdict, suffix), text })
}

/// Whether two proofs show the same, step by step.
fn is_same(one: &ProofView, other: &ProofView) -> bool {
    let places = |one: &[Place], other: &[Place]| {
        let shown = |place: &Place| (place.position, place.kind);
        one.iter().map(shown).eq(other.iter().map(shown))
    };
    let alike = |(one, other): (&StepView, &StepView)| {
        (one.rule, &one.sentence, one.grade, &one.premises)
            == (other.rule, &other.sentence, other.grade, &other.premises)
            && places(&one.places, &other.places)
    };
    one.steps.len() == other.steps.len() && one.steps.iter().zip(&other.steps).all(alike)
}
