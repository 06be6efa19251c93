//! One finding: on what, who reads that way, what to do, why it weighs so much, and its proof.

use std::collections::BTreeMap;

use serde::Serialize;

use super::proof::{Proof, proof};
use super::remedy::{Remedy, remedy, status};
use super::{FEW, Scene};
use crate::audit::RaisedView;
use crate::kernel::Grade;
use crate::report::findings::{Group, about, accepted_by, finding_of, groups, reasons};
use crate::report::grade_text;
use crate::report::html::words::{Graded, Lines};
use crate::text::finding::{self as sentences, Severity};
use crate::text::html::findings as texts;

#[derive(Debug, Serialize)]
pub(super) struct One {
    id: String,
    open: bool,
    about: String,
    /// Beside what it is about: how many read that way, and what becomes of the remedy.
    note: String,
    readers: Vec<Readers>,
    remedy: Remedy,
    class: &'static str,
    severity: String,
    /// Whether it weighs less than its rule at the heaviest.
    differs: bool,
    reasons: String,
    accepted: Option<String>,
    lines: Lines,
    proof: Proof,
}

/// Those who read at one grade, and what.
#[derive(Debug, Serialize)]
struct Readers {
    grade: Graded,
    names: String,
    data: String,
}

pub(super) fn one(scene: &Scene, at: usize, heaviest: Severity) -> One {
    let (words, lang) = (scene.words, scene.words.lang);
    let one = &scene.raised()[at];
    let severity = one.weight.severity;
    let finding = finding_of(words.audit, at);
    let locations = finding.map(|finding| finding.locations.as_slice()).unwrap_or_default();
    One {
        id: scene.ids[at].clone(),
        open: scene.raised().len() <= FEW || scene.heaviest.contains(&at),
        about: words.told(&about(one, lang)),
        note: note(scene, at),
        readers: readers(scene, one),
        remedy: remedy(scene, at),
        class: severity.id(),
        severity: words.say(&sentences::weighed(severity.word(lang), lang)),
        differs: severity != heaviest,
        reasons: words.say(&reasons(one.weight, lang)),
        accepted: finding.and_then(|finding| accepted_by(words.audit, finding, lang)).map(|text| words.told(&text)),
        lines: words.lines(locations.iter().map(|at| at.of_line())),
        proof: proof(scene, at),
    }
}

fn note(scene: &Scene, at: usize) -> String {
    let (words, raised) = (scene.words, &scene.raised()[at].raised);
    let mut easiest: BTreeMap<&str, Grade> = BTreeMap::new();
    for read in &raised.reads {
        let known = easiest.entry(read.actor.as_str()).or_insert(Grade::None);
        *known = (*known).min(read.grade.public());
    }
    let mut counts: BTreeMap<Grade, usize> = BTreeMap::new();
    for grade in easiest.into_values() {
        *counts.entry(grade).or_default() += 1;
    }
    let name = |grade: Grade| grade_text(grade).name(words.lang);
    let counts: Vec<(usize, &str)> = counts.into_iter().map(|(grade, count)| (count, name(grade))).collect();
    let read_by = texts::read_by(&counts, words.lang);
    words.say(&format!("{read_by} · {}", status(scene, at)))
}

/// Who reads; data that were named just before are not named again.
fn readers(scene: &Scene, one: &RaisedView) -> Vec<Readers> {
    let words = scene.words;
    let all = groups(words.audit, one, words.lang);
    let told = |(at, group): (usize, &Group)| {
        let same = at.checked_sub(1).is_some_and(|before| all[before].data == group.data);
        let data = if same { texts::same_data(words.lang) } else { &group.data };
        Readers { grade: words.grade(group.grade), names: words.told(&group.names), data: words.told(data) }
    };
    all.iter().enumerate().map(told).collect()
}
