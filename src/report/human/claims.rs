//! What the vendor says, on a terminal: what each claim is checked as, what becomes of it, what its words mean.

use super::{Look, wrap};
use crate::audit::{Audit, ClaimView};
use crate::kernel::Grade;
use crate::model::{ClaimVerdict, Model};
use crate::report::actors;
use crate::report::summary::grade_text;
use crate::source::{Notice, Span};
use crate::text::{Lang, claims as texts, human as words, report as sentences};

/// The section of claims.
pub(super) fn section(audit: &Audit, model: &Model, look: Look) -> String {
    if audit.claims.is_empty() {
        return String::new();
    }
    let lang = look.lang;
    let mut out = look.heading(words::claims_title(lang));
    for claim in &audit.claims {
        let said = lang.quote(claim.says.get(lang));
        let verdict = sentences::claim_verdict(claim.verdict.id(), lang);
        out += &wrap(&format!("{said} : {}", look.bold(verdict)).replace(" : ", lang.pick(" : ", ": ")), "  ", lang);
        out += &wrap(&texts::checked_as(claim.checked.get(lang), lang), "    ", lang);
        out += &outcome(audit, model, claim, look);
        for word in &claim.words {
            out += &wrap(&texts::explained(*word, lang), "    ", lang);
        }
    }
    out
}

/// Who and what stands against a claim, and what it depends on.
fn outcome(audit: &Audit, model: &Model, claim: &ClaimView, look: Look) -> String {
    let lang = look.lang;
    let mut out = String::new();
    if claim.verdict == ClaimVerdict::Tampering {
        let against = claim.against.iter().map(|one| audit.verdicts[one.verdict].actor);
        out += &wrap(&words::except_by(&actors::listed(audit, against, lang), lang), "    ", lang);
    }
    for question in &claim.questions {
        out += &wrap(&words::depends_on(audit.questions[*question].text.get(lang), lang), "    ", lang);
    }
    if !claim.elsewhere.is_empty() {
        let names: Vec<&str> = claim.elsewhere.iter().map(|(label, _)| label.get(lang)).collect();
        out += &wrap(&texts::elsewhere(&names.join(", "), lang), "    ", lang);
    }
    if claim.verdict == ClaimVerdict::Refuted
        && let Some(notice) = refutation(audit, claim, lang)
    {
        out.push('\n');
        out += &notice.render(&model.sources, lang, look.style);
        out += "\n\n";
        let others = claim.refuters().skip(1).map(|one| audit.verdicts[one.verdict].actor);
        let names = actors::listed(audit, others, lang);
        if !names.is_empty() {
            let by_tampering = claim.limit > Grade::Privilege;
            let too = if by_tampering { texts::refuted_too_by_tampering } else { words::refuted_too };
            out += &wrap(&too(&names, lang), "    ", lang);
        }
    }
    out
}

/// The shortest path against a claim, on the lines of the model.
pub fn refutation(audit: &Audit, claim: &ClaimView, lang: Lang) -> Option<Notice> {
    let against = claim.refuters().next()?;
    let verdict = &audit.verdicts[against.verdict];
    let steps = &audit.proofs[against.proof?].steps;
    let mut others: Vec<(Span, String)> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let place = step.places.iter().find(|place| others.iter().all(|(span, _)| *span != place.span));
        if let Some(place) = place {
            others.push((place.span.clone(), format!("{}. {}", at + 1, step.sentence.get(lang))));
        }
    }
    let (actor, data) = (&audit.actors[verdict.actor], &audit.data[verdict.data]);
    let grade = grade_text(against.grade).name(lang);
    let whole = words::refuted_note(&audit.file, &actor.id, &data.id, audit.variant.as_deref(), lang);
    Some(Notice {
        code: "claim-refuted",
        title: words::refuted_title(actor.label.get(lang), data.label.get(lang), grade, lang),
        primary: (claim.span(lang).clone(), words::refuted_label(lang).to_owned()),
        others,
        // Without a key the path is another than the one of the answer, which `explain` tells.
        notes: if claim.form == "without" { Vec::new() } else { vec![whole] },
    })
}
