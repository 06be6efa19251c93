//! What is said about two models and differs: claims, expectations, assumptions, questions.

use super::Side;
use super::behind::Behind;
use crate::audit::{AssumptionView, Audit, ClaimView, ExpectationView, Question};
use crate::lower::Assumed;
use crate::text::{Both, Lang};

/// Something said whose outcome changed; none on the side that does not say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// Its words, or what it is about.
    pub says: Both,
    /// The outcome before, by its identifier.
    pub before: Option<&'static str>,
    /// The outcome after.
    pub after: Option<&'static str>,
}

/// Claims whose verdict changed, matched as [`told_claims`] does.
pub(super) fn claims(old: &Audit, new: &Audit) -> Vec<Flip> {
    flips(told_claims(old), told_claims(new))
}

/// Every claim with what it is matched by, its name or else its words; its words; its verdict.
pub(in crate::compare) fn told_claims(audit: &Audit) -> Vec<(String, Both, &'static str)> {
    let key = |claim: &ClaimView| claim.id.clone().unwrap_or_else(|| claim.says.fr.clone());
    audit.claims.iter().map(|claim| (key(claim), claim.says.clone(), claim.verdict.id())).collect()
}

/// Whether an expectation is met, matched by what it is about.
pub(super) fn expectations(old: &Audit, new: &Audit) -> Vec<Flip> {
    let told = |audit: &Audit| audit.expectations.iter().map(expected).collect();
    flips(told(old), told(new))
}

fn expected(one: &ExpectationView) -> (String, Both, &'static str) {
    let about = [one.about.who()].into_iter().chain(one.about.data().map(str::to_owned)).collect::<Vec<_>>().join(", ");
    let wanted: Vec<String> = one.checks.iter().map(|check| check.expected.clone()).collect();
    (format!("{about} {}", wanted.join(" ")), Both::same(&about), if one.holds() { "met" } else { "missed" })
}

/// Those whose outcome differs, in the order of the new side, then what only the old one says. Several of
/// one key are matched in their order.
fn flips(old: Vec<(String, Both, &'static str)>, new: Vec<(String, Both, &'static str)>) -> Vec<Flip> {
    let mut left = old;
    let mut found = Vec::new();
    for (key, says, after) in new {
        let at = left.iter().position(|(other, ..)| *other == key);
        let before = at.map(|at| left.remove(at).2);
        if before != Some(after) {
            found.push(Flip { says, before, after: Some(after) });
        }
    }
    found.extend(left.into_iter().map(|(_, says, before)| Flip { says, before: Some(before), after: None }));
    found
}

type Assumptions = Vec<(Both, Vec<Both>)>;

/// Defaults relied on now and not before; before and not now.
pub(super) fn assumptions(behind: &Behind, old: Side, new: Side) -> (Assumptions, Assumptions) {
    let only = |of: &[Assumed], other: &[Assumed], audit: &Audit| {
        let views = of.iter().zip(&audit.assumptions);
        views.filter_map(|(one, view)| only_about(one, other, view)).collect()
    };
    let (before, after) = (&behind.old.assumptions, &behind.new.assumptions);
    (only(after, before, &new.dossier.audit), only(before, after, &old.dossier.audit))
}

/// A default with what it is about on this side and not on the other; nothing if that is nothing.
fn only_about(one: &Assumed, other: &[Assumed], view: &AssumptionView) -> Option<(Both, Vec<Both>)> {
    let same: Vec<&Assumed> = other.iter().filter(|two| two.assumption == one.assumption).collect();
    let names = one.about.iter().filter(|name| !name.is_empty());
    let about: Vec<Both> = names
        .zip(&view.about)
        .filter(|(name, _)| !same.iter().any(|two| two.about.contains(name)))
        .map(|(_, label)| label.clone())
        .collect();
    let whole = view.about.is_empty() && same.is_empty();
    let sentence = |lang: Lang| view.assumption.sentence(lang).to_owned();
    (whole || !about.is_empty()).then(|| (Both { fr: sentence(Lang::Fr), en: sentence(Lang::En) }, about))
}

/// Questions opened, and questions closed.
pub(super) fn questions(old: &Audit, new: &Audit) -> (Vec<Both>, Vec<Both>) {
    let same = |one: &Question, other: &Question| one.property == other.property && one.topic == other.topic;
    let told = |question: &Question| match (&question.topic, &question.about) {
        (Some(_), Some(about)) => {
            let text = &question.text;
            Both { fr: format!("{} ({})", text.fr, about.fr), en: format!("{} ({})", text.en, about.en) }
        }
        _ => question.text.clone(),
    };
    let only = |of: &Audit, other: &Audit| {
        let open = of.questions.iter().filter(|one| !other.questions.iter().any(|two| same(one, two)));
        open.map(told).collect()
    };
    (only(new, old), only(old, new))
}
