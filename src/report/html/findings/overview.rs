//! The heaviest findings at a glance.

use std::cmp::Reverse;

use serde::Serialize;

use super::remedy::{status, to_do};
use super::{HEAVIEST, Scene};
use crate::compare::Study;
use crate::report::findings::{about, finding_of};
use crate::report::html::words::Span;
use crate::text::finding as sentences;
use crate::text::html::findings as texts;

/// Fewer are seen at a glance where they are told.
const FEWEST: usize = 4;

#[derive(Debug, Serialize)]
pub(super) struct Overview {
    caption: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    id: String,
    class: &'static str,
    severity: String,
    title: String,
    about: String,
    to_do: Vec<Span>,
    /// How many read before and after, or what becomes of the finding.
    gain: String,
    accepted: Option<&'static str>,
}

/// The heaviest, by position: what somebody accepts last, then by severity, then by readers removed.
pub(super) fn heaviest(study: &Study) -> Vec<usize> {
    let audit = &study.dossier.audit;
    let weight = |at: &usize| {
        let accepted = finding_of(audit, *at).is_some_and(|finding| finding.accepted.is_some());
        let step = study.remedies[*at].step.as_ref();
        let removed = step.map_or(0, |step| step.privilege.0.saturating_sub(step.privilege.1));
        (accepted, audit.raised[*at].weight.severity, Reverse(removed))
    };
    let mut all: Vec<usize> = (0..audit.raised.len()).collect();
    all.sort_by_key(weight);
    all.truncate(HEAVIEST);
    all
}

pub(super) fn overview(scene: &Scene) -> Option<Overview> {
    let all = scene.raised().len();
    let caption = texts::heaviest(scene.heaviest.len(), all, scene.words.lang);
    (all >= FEWEST).then(|| Overview {
        caption: scene.words.say(&caption),
        rows: scene.heaviest.iter().map(|at| row(scene, *at)).collect(),
    })
}

fn row(scene: &Scene, at: usize) -> Row {
    let (words, lang) = (scene.words, scene.words.lang);
    let one = &scene.raised()[at];
    let severity = one.weight.severity;
    let step = scene.study.remedies[at].step.as_ref();
    let gain = step.map(|step| format!("{} → {}", step.privilege.0, step.privilege.1));
    let accepted = finding_of(words.audit, at).is_some_and(|finding| finding.accepted.is_some());
    Row {
        id: scene.ids[at].clone(),
        class: severity.id(),
        severity: words.say(&sentences::weighed(severity.word(lang), lang)),
        title: words.say(one.raised.rule.title(lang)),
        about: words.told(&about(one, lang)),
        to_do: if step.is_some() { to_do(scene, at) } else { Vec::new() },
        gain: gain.unwrap_or_else(|| words.say(&status(scene, at))),
        accepted: accepted.then(|| sentences::accepted_word(lang)),
    }
}
