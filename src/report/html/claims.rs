//! What the vendor says, and what becomes of it.

use serde::Serialize;

use super::matrix::question;
use super::steps::Step;
use super::words::{Lines, Link, Words};
use crate::audit::{Against, ClaimView, Verdict};
use crate::kernel::Grade;
use crate::model::ClaimVerdict;
use crate::text::claims::checked_as;
use crate::text::{html as texts, report as sentences};

#[derive(Debug, Serialize)]
pub(super) struct Claim {
    says: String,
    class: &'static str,
    verdict: String,
    about: String,
    lines: Lines,
    path: Option<Path>,
    others: Vec<Others>,
    questions: Vec<Link>,
}

/// The easiest path against a claim.
#[derive(Debug, Serialize)]
struct Path {
    sentence: String,
    steps: Vec<Step>,
}

/// Everybody else who stands against it, at one grade.
#[derive(Debug, Serialize)]
struct Others {
    before: String,
    links: Vec<Link>,
}

pub(super) fn claims(words: &Words) -> Vec<Claim> {
    words.audit.claims.iter().map(|one| claim(words, one)).collect()
}

fn claim(words: &Words, claim: &ClaimView) -> Claim {
    let data = words.list(claim.data.iter().map(|at| &words.audit.data[*at].label));
    let about = match claim.form {
        "only" => texts::claim_about(&data, &words.list(&claim.named), words.lang),
        _ => checked_as(&words.name(&claim.checked), words.lang),
    };
    let refuted = claim.verdict == ClaimVerdict::Refuted;
    let first = claim.refuters().next().filter(|_| refuted);
    Claim {
        says: words.say(&words.lang.quote(&words.name(&claim.says))),
        class: claim.verdict.id(),
        verdict: words.say(sentences::claim_verdict(claim.verdict.id(), words.lang)),
        about: words.say(&about),
        lines: words.lines([claim.position.of_line()]),
        path: first.map(|one| path(words, one)),
        others: others(words, claim, first.map(|one| one.verdict)),
        questions: claim.questions.iter().map(|at| question(words, *at)).collect(),
    }
}

fn path(words: &Words, against: &Against) -> Path {
    let verdict = &words.audit.verdicts[against.verdict];
    let (actor, data) = (words.actor(verdict.actor), words.data(verdict.data));
    let grade = words.grade(against.grade).word;
    Path {
        sentence: words.say(&texts::reads(&actor, &data, &grade, words.lang)),
        steps: against.proof.map(|proof| words.steps(&words.audit.proofs[proof])).unwrap_or_default(),
    }
}

fn others(words: &Words, claim: &ClaimView, told: Option<usize>) -> Vec<Others> {
    let rest: Vec<&Against> = claim.against.iter().filter(|one| Some(one.verdict) != told).collect();
    let at_grade = |grade: Grade| {
        let theirs = rest.iter().filter(|one| one.grade.public() == grade);
        let links: Vec<Link> = theirs.map(|one| link(words, claim, &words.audit.verdicts[one.verdict])).collect();
        let before = texts::others(&words.grade(grade).word, told.is_none(), words.lang);
        let before = words.say(&before);
        (!links.is_empty()).then_some(Others { before, links })
    };
    [Grade::Privilege, Grade::Tampering].into_iter().filter_map(at_grade).collect()
}

fn link(words: &Words, claim: &ClaimView, verdict: &Verdict) -> Link {
    let actor = words.actor(verdict.actor);
    let text = if claim.data.len() > 1 { format!("{actor} ({})", words.data(verdict.data)) } else { actor };
    Link { href: format!("#{}", words.anchor(verdict)), text }
}
