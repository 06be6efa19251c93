//! What answers rest on, in words and in JSON.

use serde_json::json;

use super::wrap::wrap;
use crate::audit::{Audit, Place, ProofView, StepView};
use crate::text::evidence::{self as words, Support};
use crate::text::{Lang, harmless, typeset};

/// The sentence on what a proof rests on, if it rests on anything of the model.
pub(super) fn weakest(proof: &ProofView, lang: Lang) -> Option<String> {
    let weakest = proof.weakest()?;
    let lines: Vec<String> = weakest.lines().iter().map(usize::to_string).collect();
    Some(words::rests_on(weakest.support, weakest.places.len(), &lines.join(", "), lang))
}

/// The same as a paragraph of a terminal.
pub(super) fn rests_on(proof: &ProofView, indent: &str, lang: Lang) -> String {
    weakest(proof, lang).map_or_else(String::new, |text| wrap(&text, indent, lang))
}

/// Beside a line of a step: the weakest evidence of what is stated there, when it is more than the
/// author's word.
pub(super) fn beside(step: &StepView, line: usize, lang: Lang) -> String {
    let there = step.places.iter().filter(|place| place.line == line).filter_map(|place| place.evidence.as_ref());
    let Some(evidence) = there.min_by_key(|evidence| evidence.support) else { return String::new() };
    if evidence.support <= Support::Declared {
        return String::new();
    }
    let by = evidence.by.as_ref().map(|who| words::by(who.get(lang), lang));
    let reference = evidence.reference.as_ref().map(|reference| reference.get(lang));
    let details: Vec<&str> = [reference, evidence.date.as_deref(), by.as_deref()].into_iter().flatten().collect();
    typeset(&harmless(&words::beside(evidence.support, &details, lang)), lang)
}

/// How many answers rest on little, when the model gives any evidence at all.
pub(super) fn remark(audit: &Audit, lang: Lang) -> Option<String> {
    let (weak, all) = audit.weak_answers();
    (audit.has_evidence() && all > 0).then(|| words::weak_answers(weak, all, lang))
}

/// The evidence of a place.
pub(super) fn place_json(place: &Place, lang: Lang) -> serde_json::Value {
    place.evidence.as_ref().map_or(serde_json::Value::Null, |evidence| {
        json!({
            "level": evidence.support.id(),
            "ref": evidence.reference.as_ref().map(|reference| reference.get(lang)),
            "date": evidence.date,
            "by": evidence.by.as_ref().map(|who| who.get(lang)),
        })
    })
}

/// What a proof rests on at its weakest.
pub(super) fn proof_json(proof: &ProofView) -> Option<serde_json::Value> {
    let weakest = proof.weakest()?;
    Some(json!({ "weakest": weakest.support.id(), "lines": weakest.lines() }))
}
