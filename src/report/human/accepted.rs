//! Risks that somebody accepts, on a terminal.

use super::{Look, wrap};
use crate::audit::{AcceptanceState, AcceptanceView, Audit};
use crate::text::Lang;
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
        let (about, state) = acceptance(one, lang);
        out += &wrap(&about, "  ", lang);
        out += &wrap(&state, "    ", lang);
        out += &wrap(&words::signed(one.owner.get(lang), one.reason.get(lang), lang), "    ", lang);
    }
    out
}

/// What is accepted, and what becomes of it.
pub(in crate::report) fn acceptance(one: &AcceptanceView, lang: Lang) -> (String, String) {
    (about(one), state(one.state).sentence(one.findings, &one.until.shown(lang), lang))
}

/// What is accepted, by the names of the model.
fn about(one: &AcceptanceView) -> String {
    let names = one.about.iter().chain([&one.actor, &one.data, &one.claim].into_iter().flatten());
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
