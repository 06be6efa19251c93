//! What is said about two models and differs: claims, expectations, assumptions, questions.

use super::Side;
use super::behind::{Behind, Thing};
use crate::audit::{AssumptionView, Audit, ClaimView, ExpectationView, Question};
use crate::lower::Assumed;
use crate::model::ClaimVerdict;
use crate::text::{Both, Lang};

/// Something said whose outcome changed; none on the side that does not say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// Its words, or what it is about.
    pub says: Both,
    /// The data that it is tested on, of a claim.
    pub scope: Scope,
    /// The outcome before, by its identifier.
    pub before: Option<&'static str>,
    /// The outcome after.
    pub after: Option<&'static str>,
}

/// The data that a claim is tested on: its words may say more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Their names.
    pub data: Vec<String>,
    /// Their labels; none where these are all the data of the model.
    pub only: Vec<Both>,
}

/// What is said in a model, and its outcome.
#[derive(Debug, Clone)]
pub(in crate::compare) struct Told {
    /// What it is matched by: its name, or else its words; and its data.
    pub(in crate::compare) key: String,
    pub(in crate::compare) says: Both,
    pub(in crate::compare) scope: Scope,
    pub(in crate::compare) outcome: &'static str,
}

/// Claims whose verdict changed; then those that are refuted on both sides.
pub(super) fn claims(old: &Audit, new: &Audit) -> (Vec<Flip>, Vec<Flip>) {
    let all = flips(told_claims(old), told_claims(new));
    let refuted = Some(ClaimVerdict::Refuted.id());
    let still = all.iter().filter(|flip| flip.before == refuted && flip.after == refuted).cloned().collect();
    (turned(all), still)
}

/// Every claim, as comparisons match it.
pub(in crate::compare) fn told_claims(audit: &Audit) -> Vec<Told> {
    // On other data it is another claim, whatever its name.
    let key = |claim: &ClaimView| {
        let name = claim.id.as_ref().unwrap_or(&claim.says.fr);
        claim.data.iter().fold(name.clone(), |key, at| format!("{key} {}", audit.data[*at].id))
    };
    let told = |claim: &ClaimView| Told {
        key: key(claim),
        says: claim.says.clone(),
        scope: scope(audit, &claim.data),
        outcome: claim.verdict.id(),
    };
    audit.claims.iter().map(told).collect()
}

fn scope(audit: &Audit, data: &[usize]) -> Scope {
    let is_whole = (0..audit.data.len()).all(|at| data.contains(&at));
    let labels = data.iter().map(|at| audit.data[*at].label.clone());
    Scope {
        data: data.iter().map(|at| audit.data[*at].id.clone()).collect(),
        only: if is_whole { Vec::new() } else { labels.collect() },
    }
}

/// Whether an expectation is met, matched by what it is about.
pub(super) fn expectations(old: &Audit, new: &Audit) -> Vec<Flip> {
    let told = |audit: &Audit| audit.expectations.iter().map(expected).collect();
    turned(flips(told(old), told(new)))
}

fn expected(one: &ExpectationView) -> Told {
    let about = [one.about.who()].into_iter().chain(one.about.data().map(str::to_owned)).collect::<Vec<_>>().join(", ");
    let wanted: Vec<String> = one.checks.iter().map(|check| check.expected.clone()).collect();
    Told {
        key: format!("{about} {}", wanted.join(" ")),
        says: Both::same(&about),
        scope: Scope::default(),
        outcome: if one.holds() { "met" } else { "missed" },
    }
}

/// All of both sides, in the order of the new one, then what only the old one says. Several of one key are matched in
/// their order.
fn flips(old: Vec<Told>, new: Vec<Told>) -> Vec<Flip> {
    let mut left = old;
    let mut found = Vec::new();
    for Told { key, says, scope, outcome } in new {
        let at = left.iter().position(|other| other.key == key);
        let before = at.map(|at| left.remove(at).outcome);
        found.push(Flip { says, scope, before, after: Some(outcome) });
    }
    let gone = |one: Told| Flip { says: one.says, scope: one.scope, before: Some(one.outcome), after: None };
    found.extend(left.into_iter().map(gone));
    found
}

/// Those whose outcome differs.
fn turned(mut all: Vec<Flip>) -> Vec<Flip> {
    all.retain(|flip| flip.before != flip.after);
    all
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

/// Questions opened; questions closed; questions about what the new model no longer has, which nobody answered.
pub(super) fn questions(old: &Audit, new: &Audit, removed: &[Thing]) -> (Vec<Both>, Vec<Both>, Vec<Both>) {
    let same = |one: &Question, other: &Question| one.property == other.property && one.topic == other.topic;
    let told = |question: &Question| match (&question.topic, &question.about) {
        (Some(_), Some(about)) => {
            let text = &question.text;
            Both { fr: format!("{} ({})", text.fr, about.fr), en: format!("{} ({})", text.en, about.en) }
        }
        _ => question.text.clone(),
    };
    let only = |of: &Audit, other: &Audit| -> Vec<(Both, bool)> {
        let open = of.questions.iter().filter(|one| !other.questions.iter().any(|two| same(one, two)));
        open.map(|one| (told(one), removed.iter().any(|thing| is_about(one, thing)))).collect()
    };
    let opened = only(new, old).into_iter().map(|(text, _)| text).collect();
    let (pointless, closed): (Vec<_>, Vec<_>) = only(old, new).into_iter().partition(|(_, is_removed)| *is_removed);
    let texts = |all: Vec<(Both, bool)>| all.into_iter().map(|(text, _)| text).collect();
    (opened, texts(closed), texts(pointless))
}

/// Whether a question is about a property of a thing.
fn is_about(question: &Question, thing: &Thing) -> bool {
    let rest = question.property.strip_prefix(&thing.property);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
