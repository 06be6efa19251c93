//! A model of the gallery, told on a terminal.

use super::{Look, tables};
use crate::report::Summary;
use crate::report::gallery::Told;
use crate::report::wrap::{hang, wrap};
use crate::text::gallery as texts;
use crate::text::labels::capitalised;
use crate::text::{about, html as sentences, report};

/// The story: what it is, what the vendor says, who reads what, otherwise, the lesson, the known answers, the sources.
pub fn story(told: &Told, look: Look) -> String {
    let (audit, lang) = (&told.audit, look.lang);
    let mut out = format!("{}\n", look.bold(&format!("{} ({})", audit.system.get(lang), told.id)));
    let basis = audit.story.as_ref().and_then(|story| story.basis_in(lang));
    let dated = sentences::dated(audit.date.as_deref(), lang);
    let facts = [Some(dated), basis.map(str::to_owned)];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    out += &wrap(&capitalised(&facts), "", lang);
    if let Some(story) = &audit.story {
        out += &look.heading(about::title(lang));
        out += &hang(story.what.get(lang), "  ", 0, lang);
    }
    if !audit.claims.is_empty() {
        out += &look.heading(texts::says(lang));
        for claim in &audit.claims {
            let verdict = look.bold(report::claim_verdict(claim.verdict.id(), lang));
            let said = lang.quote(claim.says.get(lang));
            out += &wrap(&format!("{said}{}{verdict}", lang.pick(" : ", ": ")), "  ", lang);
        }
    }
    out += &look.heading(texts::reads(lang));
    let summary = Summary::new(audit);
    out += &tables::matrix(audit, &summary, look);
    out += &super::marks(audit, &summary, lang);
    if !told.variants.is_empty() {
        out += &look.heading(texts::otherwise(lang));
        for variant in &told.variants {
            let headline = Summary::new(variant).answer.headline(lang);
            let name = variant.own_name.get(lang);
            out += &wrap(&format!("{name}{}{headline}", lang.pick(" : ", ": ")), "  ", lang);
        }
    }
    if let Some(lesson) = audit.story.as_ref().and_then(|story| story.lesson.as_ref()) {
        out += &look.heading(about::lesson(lang));
        out += &hang(lesson.get(lang), "  ", 0, lang);
    }
    let (met, all) = told.answers();
    out.push('\n');
    out += &wrap(&texts::known_answers(met, all, lang), "", lang);
    if audit.story.as_ref().is_some_and(|story| !story.sources.is_empty()) {
        out += &look.heading(about::sources(lang));
    }
    for source in audit.story.iter().flat_map(|story| &story.sources) {
        let title = source.title.as_ref().map(|title| format!("{}, ", title.get(lang))).unwrap_or_default();
        out += &wrap(&format!("[{}] {title}{}", source.id, source.address), "  ", lang);
    }
    out += &look.heading(texts::next(lang));
    for command in texts::commands(told.id, lang) {
        out += &wrap(&command, "  ", lang);
    }
    out
}
