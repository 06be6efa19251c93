//! Findings: how many, the heaviest at a glance, then each rule with what it is raised on.

mod around;
mod one;
mod overview;
mod proof;
mod remedy;

use std::collections::BTreeMap;

use serde::Serialize;

use super::words::Words;
use crate::audit::{RaisedView, labels_of};
use crate::compare::Study;
use crate::model::Model;
use crate::report::findings::{accepted_count, of_severity, told};
use crate::text::finding::{self as sentences, Rule, Severity};
use crate::text::html::findings as texts;
use crate::text::labels::Labels;

/// The most findings that are all shown unfolded.
const FEW: usize = 12;
/// The most findings of the overview.
const HEAVIEST: usize = 10;

#[derive(Debug, Serialize)]
pub(super) struct Findings {
    t: BTreeMap<&'static str, String>,
    pub(super) title: String,
    counts: Vec<Count>,
    intro: String,
    /// What the relations to other catalogues are.
    catalogues: String,
    /// How many somebody accepts, or that nobody accepts any.
    accepted: Option<String>,
    overview: Option<overview::Overview>,
    rules: Vec<RuleView>,
    hds: Option<around::Hds>,
    good: Option<around::Good>,
}

/// How many findings of a severity there are.
#[derive(Debug, Serialize)]
struct Count {
    class: &'static str,
    number: usize,
    word: &'static str,
}

/// A rule, with everything that it is raised on.
#[derive(Debug, Serialize)]
struct RuleView {
    id: &'static str,
    class: &'static str,
    severity: String,
    title: String,
    count: Option<String>,
    so_what: String,
    references: String,
    findings: Vec<one::One>,
}

/// What every part of the section needs.
struct Scene<'a> {
    words: &'a Words<'a>,
    study: &'a Study,
    labels: Labels,
    /// The identifier of each finding in the page.
    ids: Vec<String>,
    /// The heaviest, by position.
    heaviest: Vec<usize>,
}

impl Scene<'_> {
    fn raised(&self) -> &[RaisedView] {
        &self.words.audit.raised
    }
}

pub(super) fn findings(words: &Words, study: &Study, model: &Model) -> Findings {
    let (audit, lang) = (words.audit, words.lang);
    let heaviest = overview::heaviest(study);
    let scene = Scene { words, study, labels: labels_of(model), ids: ids(&audit.raised), heaviest };
    let count = |severity: Severity| {
        let number = of_severity(audit, severity);
        let class = if number == 0 { "none" } else { severity.id() };
        Count { class, number, word: severity.counted(number, lang) }
    };
    let accepted = accepted_count(audit);
    let none = audit.acceptances.is_empty().then(|| texts::none_accepted(lang).to_owned());
    let accepted = if accepted > 0 { Some(sentences::of_which_accepted(accepted, lang)) } else { none };
    let intro = if audit.raised.is_empty() { sentences::none(lang) } else { texts::intro(lang) };
    Findings {
        t: heads(words),
        title: words.say(sentences::title(lang)),
        counts: Severity::ALL.into_iter().filter(|_| !audit.raised.is_empty()).map(count).collect(),
        intro: words.say(intro),
        catalogues: words.say(texts::related(lang)),
        accepted: accepted.map(|text| words.say(&text)),
        overview: overview::overview(&scene),
        rules: rules(&scene),
        hds: around::hds(&scene),
        good: around::good(&scene),
    }
}

fn heads(words: &Words) -> BTreeMap<&'static str, String> {
    let lang = words.lang;
    let heads = [
        ("finding", texts::finding(lang)),
        ("before_after", texts::before_after(lang)),
        ("reads", sentences::reads(lang)),
        ("to_do", sentences::to_do_head(lang)),
        ("cost", sentences::cost(lang)),
        ("effect", texts::effect(lang)),
        ("moves", texts::moves(lang)),
        ("declared", texts::declared(lang)),
        ("proof", texts::proof(lang)),
        ("references", texts::elsewhere(lang)),
        ("accepted", sentences::accepted_word(lang)),
    ];
    heads.into_iter().map(|(key, text)| (key, words.say(text))).collect()
}

/// Each finding under its rule and its number among those of the rule.
fn ids(raised: &[RaisedView]) -> Vec<String> {
    let mut counts: BTreeMap<Rule, usize> = BTreeMap::new();
    let id = |one: &RaisedView| {
        let count = counts.entry(one.raised.rule).or_default();
        *count += 1;
        format!("{}.{count}", one.raised.rule.id())
    };
    raised.iter().map(id).collect()
}

/// The rules in the order of their heaviest findings.
fn rules(scene: &Scene) -> Vec<RuleView> {
    let mut rules: Vec<(Rule, Vec<usize>)> = Vec::new();
    for (at, one) in scene.raised().iter().enumerate() {
        match rules.iter_mut().find(|(rule, _)| *rule == one.raised.rule) {
            Some((_, all)) => all.push(at),
            None => rules.push((one.raised.rule, vec![at])),
        }
    }
    rules.iter().map(|(rule, all)| rule_view(scene, *rule, all)).collect()
}

fn rule_view(scene: &Scene, rule: Rule, all: &[usize]) -> RuleView {
    let (words, lang) = (scene.words, scene.words.lang);
    let severity = scene.raised()[all[0]].weight.severity;
    RuleView {
        id: rule.id(),
        class: severity.id(),
        severity: words.say(&sentences::weighed(severity.word(lang), lang)),
        title: words.say(rule.title(lang)),
        count: (all.len() > 1).then(|| texts::findings(all.len(), lang)),
        so_what: words.say(rule.so_what(lang)),
        references: words.say(&told(rule.references())),
        findings: all.iter().map(|at| one::one(scene, *at, severity)).collect(),
    }
}
