//! Accepted risks: by whom, why, until when, and where they stand.

use std::collections::BTreeMap;

use serde::Serialize;

use super::words::{Lines, Span, Words};
use crate::audit::{AcceptanceState, AcceptanceView};
use crate::report::human::acceptance;
use crate::text::finding::{HdsRule, Rule};
use crate::text::html::accepted as texts;
use crate::text::labels::Labels;
use crate::text::{accept, harmless};

#[derive(Debug, Serialize)]
pub(super) struct Accepted {
    t: BTreeMap<&'static str, String>,
    pub(super) title: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    /// Where the findings that it covers are told, if it covers any.
    href: Option<String>,
    rule: String,
    fact: Option<String>,
    about: String,
    owner: String,
    reason: String,
    class: &'static str,
    state: Vec<Span>,
    lines: Lines,
}

/// Nothing when nobody accepts anything.
pub(super) fn accepted(words: &Words, labels: &Labels) -> Option<Accepted> {
    let (all, lang) = (&words.audit.acceptances, words.lang);
    let holding = all.iter().filter(|one| one.state == AcceptanceState::Holds).count();
    let day = words.audit.judged_on.map(|day| day.shown(lang));
    let heads = [
        ("caption", texts::accepted_caption(lang)),
        ("risk", texts::accepted_risk(lang)),
        ("owner", texts::accepted_owner(lang)),
        ("reason", texts::accepted_reason(lang)),
        ("state", texts::accepted_state(lang)),
    ];
    (!all.is_empty()).then(|| Accepted {
        t: heads.into_iter().map(|(key, text)| (key, words.say(text))).collect(),
        title: words.say(&accept::title(holding, all.len(), day.as_deref(), lang)),
        rows: all.iter().map(|one| row(words, labels, one)).collect(),
    })
}

fn row(words: &Words, labels: &Labels, one: &AcceptanceView) -> Row {
    let names = one.about.iter().chain([&one.actor, &one.data, &one.claim].into_iter().flatten());
    let names: Vec<String> = names.map(|name| labels.get(name, words.lang)).collect();
    let (_, state) = acceptance(one, words.lang);
    Row {
        href: (one.findings > 0).then(|| section(&one.rule)),
        rule: harmless(&one.rule),
        fact: fact(words, &one.rule),
        about: words.told(&names.join(" – ")),
        owner: words.name(&one.owner),
        reason: words.name(&one.reason),
        class: one.state.id(),
        state: words.coded(&state),
        lines: words.lines([one.position.of_line()]),
    }
}

/// The fact of a rule of the catalogue, or on certificates.
fn fact(words: &Words, rule: &str) -> Option<String> {
    let of_catalogue = Rule::from_id(rule).map(|rule| rule.title(words.lang));
    let title = of_catalogue.or_else(|| HdsRule::from_id(rule).map(|rule| rule.title(words.lang)));
    title.map(|title| words.say(title))
}

/// Where the findings of a kind are told.
fn section(rule: &str) -> String {
    match rule {
        "claim-refuted" => "#claims".to_owned(),
        "unintended-reader" => "#matrix".to_owned(),
        "undetermined" => "#questions".to_owned(),
        "expectation-failed" => "#rules".to_owned(),
        rule => format!("#{rule}"),
    }
}
