//! What changed between two models, as programs read it.

use serde_json::{Value, json as value};

use crate::audit::Audit;
use crate::compare::{CellChange, Diff, Dossier, Flip, Side, Slots, Thing, readers_by_privilege};
use crate::report::{Summary, numbers};
use crate::text::{Both, Lang};

/// The format.
pub const FORMAT: &str = "enclair-diff/1";

/// All that changed, with proofs.
///
/// # Errors
/// Only if a value cannot be written as JSON, which none of them is.
pub fn json(diff: &Diff, sides: (Side, Side), lang: Lang) -> Result<String, serde_json::Error> {
    let cells = |cells: &[CellChange]| cells.iter().map(|one| cell(one, lang)).collect::<Vec<_>>();
    let facts = |added: bool| {
        let lists = diff.facts.iter().map(|group| if added { &group.added } else { &group.removed });
        let mut all: Vec<&str> = lists.flatten().map(String::as_str).collect();
        all.sort_unstable();
        all
    };
    let root = value!({
        "format": FORMAT,
        "version": env!("CARGO_PKG_VERSION"),
        "old": side(sides.0.dossier)?,
        "new": side(sides.1.dossier)?,
        "changed": !diff.is_empty(),
        "gained": cells(&diff.gained),
        "lost": cells(&diff.lost),
        "intended": cells(&diff.meant),
        "undetermined": cells(&diff.undetermined),
        "determined": cells(&diff.determined),
        "stays": stays((&sides.0.dossier.audit, &sides.1.dossier.audit)),
        "things": { "added": things(&diff.things_added), "removed": things(&diff.things_removed), "changed": things(&diff.things_changed) },
        "facts": { "added": facts(true), "removed": facts(false) },
        "claims": diff.claims.iter().map(|one| claim(one, lang)).collect::<Vec<_>>(),
        "claims_still_refuted": diff.claims_refuted.iter().map(|one| claim(one, lang)).collect::<Vec<_>>(),
        "expectations": diff.expectations.iter().map(|one| flip(one, lang)).collect::<Vec<_>>(),
        "assumptions": { "added": assumed(&diff.assumptions_added, lang), "removed": assumed(&diff.assumptions_removed, lang) },
        "questions": {
            "opened": texts(&diff.questions_opened, lang), "closed": texts(&diff.questions_closed, lang),
            "removed": texts(&diff.questions_pointless, lang),
        },
    });
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

fn stays(audits: (&Audit, &Audit)) -> Value {
    let (privilege, tampering) = super::stays::cells(audits);
    let told = |cells: &[(usize, usize)]| {
        let cell = |(actor, data): &(usize, usize)| value!({ "actor": audits.1.actors[*actor].id, "data": audits.1.data[*data].id });
        cells.iter().map(cell).collect::<Vec<_>>()
    };
    value!({ "privilege": told(&privilege), "tampering": told(&tampering) })
}

fn things(things: &[Thing]) -> Vec<&str> {
    things.iter().map(|one| one.property.as_str()).collect()
}

fn texts(texts: &[Both], lang: Lang) -> Vec<&str> {
    texts.iter().map(|one| one.get(lang)).collect()
}

fn side(dossier: &Dossier) -> Result<Value, serde_json::Error> {
    let audit = &dossier.audit;
    Ok(value!({
        "file": audit.file, "variant": audit.variant, "model_sha256": audit.hash,
        "unintended_readers_by_privilege": {
            "headline": Summary::new(audit).answer.privilege.len(), "all": readers_by_privilege(audit).len(),
        },
        "numbers": serde_json::to_value(numbers::json(dossier))?,
    }))
}

fn slots(slots: Slots) -> Value {
    value!({ "past": slots.past.id(), "new": slots.new.id() })
}

fn cell(cell: &CellChange, lang: Lang) -> Value {
    let step = |(at, step): (usize, &crate::audit::StepView)| {
        value!({
            "number": at + 1, "rule": step.rule.id(), "grade": step.grade.id(), "sentence": step.sentence.get(lang),
            "from": step.premises.iter().map(|premise| premise + 1).collect::<Vec<_>>(),
            "facts": step.facts, "only_here": cell.broken.contains(&at),
        })
    };
    value!({
        "actor": cell.actor, "data": cell.data, "before": slots(cell.before), "after": slots(cell.after),
        "intended": { "before": cell.meant.0, "after": cell.meant.1 },
        "present": { "before": cell.there.0, "after": cell.there.1 },
        "proof": cell.steps.iter().enumerate().map(step).collect::<Vec<_>>(),
    })
}

fn flip(flip: &Flip, lang: Lang) -> Value {
    value!({ "says": flip.says.get(lang), "before": flip.before, "after": flip.after })
}

fn claim(one: &Flip, lang: Lang) -> Value {
    value!({ "says": one.says.get(lang), "data": one.scope.data, "before": one.before, "after": one.after })
}

fn assumed(list: &[(Both, Vec<Both>)], lang: Lang) -> Vec<Value> {
    let one = |(sentence, about): &(Both, Vec<Both>)| {
        let about: Vec<&str> = about.iter().map(|both| both.get(lang)).collect();
        value!({ "text": sentence.get(lang), "about": about })
    };
    list.iter().map(one).collect()
}
