//! Findings, and the rules of the catalogue, as JSON. Texts are in the language that it names.

use serde_json::{Value, json};

use super::catalogue::own;
use super::{Page, advice, hds_finding, hds_title, holds, severity, title};
use crate::audit::{Audit, FindingKind, labels_of};
use crate::change::Change;
use crate::compare::hds::HdsFinding;
use crate::findings::{Advice, Thwarted};
use crate::report::explain;
use crate::source::Position;
use crate::text::change::Action;
use crate::text::finding::{self as words, HdsRule, Own, References, Rule};
use crate::text::labels::Labels;
use crate::text::{Lang, typeset};

/// The format of the JSON.
pub const FORMAT: &str = "enclair-findings/1";

/// The findings as JSON. Texts are in the language that it names.
///
/// # Errors
/// Only if a value cannot be written as JSON, which none of them is.
pub fn json(page: &Page, lang: Lang) -> Result<String, serde_json::Error> {
    let audit = page.audit;
    let labels = labels_of(page.model);
    let findings: Vec<Value> = (0..audit.raised.len()).map(|at| finding_json(page, at, &labels, lang)).collect();
    let good: Vec<Value> = audit.thwarted.iter().map(|one| good_json(audit, one, &labels, lang)).collect();
    let root = json!({
        "format": FORMAT,
        "language": lang.id(),
        "file": audit.file,
        "variant": audit.variant,
        "attack_version": words::ATTACK_VERSION,
        "findings": findings,
        "hds": page.hds.iter().map(|one| hds_json(audit, one, lang)).collect::<Vec<_>>(),
        "good": good,
    });
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

fn finding_json(page: &Page, at: usize, labels: &Labels, lang: Lang) -> Value {
    let (audit, one) = (page.audit, &page.audit.raised[at]);
    let weight = one.weight;
    let remedied = &page.remedies[at];
    let set = |text: String| typeset(&text, lang);
    let finding = audit
        .findings
        .iter()
        .find(|finding| finding.kind == FindingKind::Catalogue(one.raised.rule) && finding.raised == Some(at));
    let locations = locations(audit, finding.map(|finding| finding.locations.as_slice()).unwrap_or_default());
    let reads: Vec<Value> = one
        .raised
        .reads
        .iter()
        .map(|read| json!({ "actor": read.actor, "data": read.data, "grade": read.grade.id(), "at": read.at }))
        .collect();
    json!({
        "rule": one.raised.rule.id(),
        "about": one.raised.about,
        "severity": weight.severity.id(),
        "reasons": set(severity(weight, lang)),
        "title": title(one, lang),
        "so_what": set(one.raised.rule.so_what(lang).to_owned()),
        "do_this": set(advice(remedied, labels, lang)),
        "advice": advice_id(&remedied.advice),
        "changes": changes_json(&remedied.advice),
        "readers_by_privilege": remedied.step.as_ref().map(|step| json!({ "before": step.privilege.0, "after": step.privilege.1 })),
        "cut_off": remedied.cut_off.iter().map(|at| &audit.actors[*at].id).collect::<Vec<_>>(),
        "reads": reads,
        "accepted": finding.is_some_and(|finding| finding.accepted.is_some()),
        "references": held(one.raised.rule.references()),
        "locations": locations,
        "proof": page.proofs[at].as_ref().map(|proof| explain::steps_json(audit, proof, lang)),
    })
}

fn hds_json(audit: &Audit, one: &HdsFinding, lang: Lang) -> Value {
    let finding = hds_finding(audit, one);
    json!({
        "rule": one.rule.id(),
        "about": one.about,
        "activities": one.activities,
        "title": typeset(&hds_title(one, lang), lang),
        "so_what": typeset(one.rule.so_what(lang), lang),
        "do_this": typeset(one.rule.do_this(lang), lang),
        "accepted": finding.is_some_and(|finding| finding.accepted.is_some()),
        "references": held(one.rule.references()),
        "locations": locations(audit, &one.locations),
    })
}

fn locations(audit: &Audit, positions: &[Position]) -> Vec<Value> {
    let place = |at: &Position| json!({ "file": audit.files[at.file], "line": at.line, "column": at.column });
    positions.iter().map(place).collect()
}

/// What is advised: to do, to lighten, to accept, or not computed.
const fn advice_id(advice: &Advice) -> &'static str {
    match advice {
        Advice::Do(_) => "do",
        Advice::Lighten(..) => "lighten",
        Advice::Accept => "accept",
        Advice::NotComputed => "not-computed",
    }
}

/// The changes of a remedy; null where it is to accept, or was not computed.
fn changes_json(advice: &Advice) -> Value {
    let (Advice::Do(remedy) | Advice::Lighten(remedy, _)) = advice else { return Value::Null };
    let change = |change: &Change| {
        let about: Vec<&String> = change.names().collect();
        json!({ "action": change.action.id(), "about": about, "place": change.place, "link": link(change) })
    };
    remedy.changes.iter().map(change).collect()
}

/// The number of the link that a change is done to, from 0.
fn link(change: &Change) -> Option<usize> {
    (change.action == Action::Tls).then_some(change.number)
}

fn good_json(audit: &Audit, one: &Thwarted, labels: &Labels, lang: Lang) -> Value {
    let text = typeset(&holds(audit, one, labels, lang), lang);
    json!({ "rule": one.id, "about": one.about, "data": one.data, "text": text })
}

/// One rule of the catalogue as JSON, with the model that raises it.
pub fn rule_json(rule: Rule, example: &str, lang: Lang) -> Value {
    let set = |text: &str| typeset(text, lang);
    json!({
        "rule": rule.id(),
        "title": set(rule.title(lang)),
        "so_what": set(rule.so_what(lang)),
        "logic": set(rule.logic(lang)),
        "false_positive": set(rule.mistaken(lang)),
        "references": held(rule.references()),
        "raised_by": example,
        "not_raised_by": format!("{example}#twin"),
    })
}

/// One rule on certificates as JSON.
pub fn hds_rule_json(rule: HdsRule, example: &str, lang: Lang) -> Value {
    let set = |text: &str| typeset(text, lang);
    json!({
        "rule": rule.id(),
        "title": set(rule.title(lang)),
        "so_what": set(rule.so_what(lang)),
        "logic": set(rule.logic(lang)),
        "false_positive": set(rule.mistaken(lang)),
        "references": held(rule.references()),
        "raised_by": example,
        "not_raised_by": format!("{example}#twin"),
    })
}

/// The findings that are no query of the catalogue, as JSON.
pub fn others_json(example: impl Fn(Own) -> Option<(&'static str, &'static str)>, lang: Lang) -> Vec<Value> {
    let one = |kind: FindingKind| {
        let own = own(kind)?;
        let (raised_by, not_raised_by) = example(own).unzip();
        let references = own.references().map(held);
        Some(json!({ "rule": kind.id(), "logic": typeset(own.logic(lang), lang), "references": references,
            "raised_by": raised_by, "not_raised_by": not_raised_by }))
    };
    FindingKind::ALL.into_iter().filter_map(one).collect()
}

fn held(references: &References) -> serde_json::Map<String, Value> {
    references.all().into_iter().map(|(name, held)| (name.to_owned(), json!(held))).collect()
}
