//! Findings on certificates, and what holds.

use serde::Serialize;

use super::Scene;
use crate::compare::hds::HdsFinding;
use crate::report::findings::{accepted_by, hds_about, hds_finding, holds, told};
use crate::report::html::words::{Lines, Span};
use crate::text::finding::{self as sentences, HdsRule};
use crate::text::labels::capitalised;

#[derive(Debug, Serialize)]
pub(super) struct Hds {
    title: String,
    rules: Vec<HdsView>,
}

/// A rule on certificates, with everything that it is raised on.
#[derive(Debug, Serialize)]
struct HdsView {
    id: &'static str,
    title: String,
    so_what: String,
    to_do: Vec<Span>,
    references: String,
    findings: Vec<HdsOne>,
}

#[derive(Debug, Serialize)]
struct HdsOne {
    id: String,
    about: String,
    accepted: Option<String>,
    lines: Lines,
}

/// What holds, each rule with its results.
#[derive(Debug, Serialize)]
pub(super) struct Good {
    title: String,
    rules: Vec<(&'static str, Vec<String>)>,
}

pub(super) fn hds(scene: &Scene) -> Option<Hds> {
    let all = &scene.study.dossier.hds.findings;
    let of = |rule: HdsRule| {
        let these: Vec<&HdsFinding> = all.iter().filter(|one| one.rule == rule).collect();
        (!these.is_empty()).then(|| view(scene, rule, &these))
    };
    (!all.is_empty()).then(|| Hds {
        title: scene.words.say(sentences::heading(scene.words.lang)),
        rules: HdsRule::ALL.into_iter().filter_map(of).collect(),
    })
}

fn view(scene: &Scene, rule: HdsRule, all: &[&HdsFinding]) -> HdsView {
    let (words, lang) = (scene.words, scene.words.lang);
    let one = |(at, one): (usize, &&HdsFinding)| {
        let finding = hds_finding(words.audit, one);
        HdsOne {
            id: format!("{}.{}", rule.id(), at + 1),
            about: words.told(&hds_about(one, lang)),
            accepted: finding.and_then(|finding| accepted_by(words.audit, finding, lang)).map(|text| words.told(&text)),
            lines: words.lines(one.locations.iter().map(|at| at.of_line())),
        }
    };
    HdsView {
        id: rule.id(),
        title: words.say(rule.title(lang)),
        so_what: words.say(rule.so_what(lang)),
        to_do: words.coded(&capitalised(rule.do_this(lang))),
        references: words.say(&told(rule.references())),
        findings: all.iter().enumerate().map(one).collect(),
    }
}

pub(super) fn good(scene: &Scene) -> Option<Good> {
    let (words, audit) = (scene.words, scene.words.audit);
    let of = |id: &'static str| {
        let these = audit.thwarted.iter().filter(|one| one.id == id);
        let told: Vec<String> = these.map(|one| words.told(&holds(audit, one, &scene.labels, words.lang))).collect();
        (!told.is_empty()).then_some((id, told))
    };
    (!audit.thwarted.is_empty()).then(|| Good {
        title: words.say(sentences::good(words.lang)),
        rules: sentences::GOOD.into_iter().filter_map(of).collect(),
    })
}
