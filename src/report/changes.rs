//! Single changes, best first: who no longer reads, who does, and what it costs.

use serde::Serialize;

use super::actors;
use super::human::Look;
use super::ladder::{names, scope};
use super::wrap::wrap;
use crate::audit::Audit;
use crate::compare::{Changes, Effect};
use crate::text::{Lang, change as words, typeset};

/// What `changes` prints; those that change no answer only if asked.
pub fn text(audit: &Audit, changes: &Changes, all: bool, look: Look) -> String {
    let lang = look.lang;
    let mut out = format!("{}\n", look.bold(&format!("{} ({})", audit.system.get(lang), audit.file)));
    out += &look.heading(words::title(lang));
    out += &wrap(words::order(lang), "", lang);
    out += &wrap(scope(audit, lang), "", lang);
    let idle = changes.effects.iter().filter(|effect| effect.is_idle()).count();
    let shown = changes.effects.iter().filter(|effect| all || !effect.is_idle());
    for (at, effect) in shown.enumerate() {
        out.push('\n');
        out += &wrap(&format!("{}. {}", at + 1, look.bold(&title(effect, lang))), "", lang);
        for line in lines(audit, effect, lang) {
            out += &wrap(&line, "   ", lang);
        }
    }
    out.push('\n');
    if idle == changes.effects.len() && changes.skipped == 0 && !all {
        out += &wrap(words::none(lang), "", lang);
    } else if idle > 0 && !all {
        out += &wrap(&words::idle(idle, changes.effects.len(), lang), "", lang);
    }
    if changes.skipped > 0 {
        out += &wrap(&words::skipped(changes.skipped, lang), "", lang);
    }
    out
}

/// A change in words.
pub(super) fn title(effect: &Effect, lang: Lang) -> String {
    typeset(&effect.change.action.title(effect.about.get(lang), effect.place.get(lang), lang), lang)
}

/// Whom a change moves, and what it costs.
fn lines(audit: &Audit, effect: &Effect, lang: Lang) -> Vec<String> {
    let mut lines = names(audit, &effect.step, lang).changes(lang);
    let apart = names(audit, &effect.apart, lang).changes(lang);
    lines.extend(apart.into_iter().map(|line| words::on_other_data(&line, lang)));
    if !effect.cut_off.is_empty() {
        lines.push(words::cut_off(&actors::listed(audit, effect.cut_off.iter().copied(), lang), lang));
    }
    lines.push(words::costs(effect.change.action.cost(lang), lang));
    lines
}

/// The format of the JSON.
pub const FORMAT: &str = "enclair-changes/1";

#[derive(Serialize)]
struct Root<'a> {
    format: &'static str,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<&'a str>,
    /// The data that the readers of each change are counted on.
    on: Vec<&'a str>,
    changes: Vec<ChangeJson<'a>>,
    skipped: usize,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    action: &'static str,
    about: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    title: String,
    cost: &'static str,
    readers_by_privilege: BeforeAfter,
    stopped: Vec<&'a str>,
    held: Vec<&'a str>,
    partly: Vec<&'a str>,
    nearer: Vec<&'a str>,
    cut_off: Vec<&'a str>,
    cells: Vec<CellJson<'a>>,
}

#[derive(Serialize)]
struct BeforeAfter {
    before: usize,
    after: usize,
}

/// An answer that a change moves.
#[derive(Serialize)]
struct CellJson<'a> {
    actor: &'a str,
    data: &'a str,
    before: Slots,
    after: Slots,
}

#[derive(Serialize)]
struct Slots {
    past: &'static str,
    new: &'static str,
}

/// The JSON of every change.
///
/// # Errors
/// Only if a value cannot be written as JSON, which none of them is.
pub fn json(audit: &Audit, changes: &Changes, lang: Lang) -> Result<String, serde_json::Error> {
    let root = Root {
        format: FORMAT,
        file: &audit.file,
        variant: audit.variant.as_deref(),
        on: audit.data.iter().filter(|data| data.headline).map(|data| data.id.as_str()).collect(),
        changes: changes.effects.iter().map(|effect| change(audit, effect, lang)).collect(),
        skipped: changes.skipped,
    };
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

fn change<'a>(audit: &'a Audit, effect: &'a Effect, lang: Lang) -> ChangeJson<'a> {
    let ids = |actors: &[usize]| actors.iter().map(|at| audit.actors[*at].id.as_str()).collect();
    let moved = audit.verdicts.iter().zip(&effect.cells).filter(|(verdict, after)| {
        (verdict.past.public(), verdict.new.public()) != (after.0.public(), after.1.public())
    });
    let cell =
        |(verdict, after): (&'a crate::audit::Verdict, &(crate::kernel::Grade, crate::kernel::Grade))| CellJson {
            actor: &audit.actors[verdict.actor].id,
            data: &audit.data[verdict.data].id,
            before: Slots { past: verdict.past.id(), new: verdict.new.id() },
            after: Slots { past: after.0.id(), new: after.1.id() },
        };
    let step = &effect.step;
    ChangeJson {
        action: effect.change.action.id(),
        about: effect.change.names().map(String::as_str).collect(),
        place: effect.change.place.as_deref(),
        title: title(effect, lang),
        cost: effect.change.action.cost(lang),
        readers_by_privilege: BeforeAfter { before: step.privilege.0, after: step.privilege.1 },
        stopped: ids(&step.stopped),
        held: ids(&step.held),
        partly: ids(&step.partly),
        nearer: ids(&step.nearer),
        cut_off: ids(&effect.cut_off),
        cells: moved.map(cell).collect(),
    }
}
