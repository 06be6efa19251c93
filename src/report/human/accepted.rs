//! Risks that somebody accepts, on a terminal.

use super::{Look, wrap};
use crate::audit::{AcceptanceState, AcceptanceView, Audit};
use crate::text::accept::{self as words, StateText};

/// The section of accepted risks; nothing where there are none.
pub(super) fn section(audit: &Audit, look: Look) -> String {
    if audit.acceptances.is_empty() {
        return String::new();
    }
    let lang = look.lang;
    let holding = audit.acceptances.iter().filter(|one| one.state == AcceptanceState::Holds).count();
    let day = audit.judged_on.map(|day| day.shown(lang));
    let mut out = look.heading(&words::title(holding, audit.acceptances.len(), day.as_deref(), lang));
    for one in &audit.acceptances {
        out += &wrap(&about(one), "  ", lang);
        let until = one.until.shown(lang);
        out += &wrap(&state(one.state).sentence(one.findings, &until, lang), "    ", lang);
        out += &wrap(&words::signed(one.owner.get(lang), one.reason.get(lang), lang), "    ", lang);
    }
    out
}

/// What is accepted, by the names of the model.
fn about(one: &AcceptanceView) -> String {
    let names = [&one.actor, &one.data, &one.claim].into_iter().flatten();
    std::iter::once(&one.rule).chain(names).map(String::as_str).collect::<Vec<_>>().join(" – ")
}

const fn state(state: AcceptanceState) -> StateText {
    match state {
        AcceptanceState::Holds => StateText::Holds,
        AcceptanceState::Expired => StateText::Expired,
        AcceptanceState::Undated => StateText::Undated,
        AcceptanceState::Unmatched => StateText::Unmatched,
    }
}
