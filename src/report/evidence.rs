//! What answers rest on, in words and in JSON.

use serde_json::json;

use super::wrap::wrap;
use crate::audit::{Audit, Place, ProofView};
use crate::text::evidence::{self as words, Support};
use crate::text::{Lang, harmless, typeset};

/// The sentence on what a proof rests on, if it rests on anything of the model; files are named so.
pub(super) fn weakest<S: AsRef<str>>(files: &[S], proof: &ProofView, lang: Lang) -> Option<String> {
    told(files, proof, |support, count, lines| words::rests_on(support, count, lines, lang))
}

/// The same of two proofs, where both rest on the same.
pub(super) fn both<S: AsRef<str>>(files: &[S], proofs: [&ProofView; 2], lang: Lang) -> Option<String> {
    let [one, other] = proofs
        .map(|proof| told(files, proof, |support, count, lines| words::both_rest_on(support, count, lines, lang)));
    if one == other { one } else { None }
}

fn told<S: AsRef<str>>(files: &[S], proof: &ProofView, say: impl Fn(Support, usize, &str) -> String) -> Option<String> {
    let weakest = proof.weakest()?;
    let told = |(file, line): &(usize, usize)| match file {
        0 => line.to_string(),
        file => format!("{}:{line}", files[*file].as_ref()),
    };
    let lines: Vec<String> = weakest.lines().iter().map(told).collect();
    Some(say(weakest.support, weakest.places.len(), &lines.join(", ")))
}

/// The same as a paragraph of a terminal.
pub(super) fn rests_on(audit: &Audit, proof: &ProofView, indent: &str, lang: Lang) -> String {
    weakest(&audit.files, proof, lang).map_or_else(String::new, |text| wrap(&text, indent, lang))
}

/// Beside the line of a place: the weakest evidence of what is stated there, when it is more than the
/// author's word.
pub(super) fn beside(places: &[Place], place: &Place, lang: Lang) -> String {
    let here = places.iter().filter(|other| other.position.of_line() == place.position.of_line());
    let there = here.filter_map(|place| place.evidence.as_ref());
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
    let (assumed, declared, all) = audit.weak_answers();
    (audit.has_evidence() && all > 0).then(|| words::weak_answers(assumed, declared, all, lang))
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
pub(super) fn proof_json(audit: &Audit, proof: &ProofView) -> Option<serde_json::Value> {
    let weakest = proof.weakest()?;
    let place = |(file, line): (usize, usize)| json!({ "file": audit.files[file], "line": line });
    let lines: Vec<serde_json::Value> = weakest.lines().into_iter().map(place).collect();
    Some(json!({ "weakest": weakest.support.id(), "lines": lines }))
}
