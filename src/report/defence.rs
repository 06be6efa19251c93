//! What is missing to read, and what a good answer rests on: in text and as JSON.

use super::explain::{locations, places};
use super::wrap::hang;
use crate::audit::{Audit, Defence, MissingSet, Place, Rest, Slots};
use crate::kernel::Grade;
use crate::model::Model;
use crate::text::defence::{self as words, SlotText};
use crate::text::human::assumption_line;
use crate::text::{Both, Lang, typeset};

/// The most sets that a terminal shows, of those that would let read at all.
const SHOWN: usize = 5;
/// The most that it shows of those that are enough for what passes only.
const SHOWN_ON_TOP: usize = 2;
/// The most lines of the model shown under one thing that an answer rests on.
const LINES: usize = 3;

/// What the text is written about.
pub(super) struct Page<'a> {
    pub(super) audit: &'a Audit,
    pub(super) model: &'a Model,
    pub(super) lang: Lang,
}

impl Page<'_> {
    /// The defences under one heading: of a slot, or of both.
    pub(super) fn defences(&self, defences: &[Defence]) -> String {
        match defences {
            // More is enough to read what passes than what is kept: only what comes on top is told.
            [past, new] if past.limit == new.limit && past.present => self.defence(past) + &self.on_top(past, new),
            _ => defences.iter().map(|one| self.defence(one)).collect(),
        }
    }

    fn defence(&self, defence: &Defence) -> String {
        if !defence.present {
            let absent = match defence.slots {
                Slots::Past => SlotText::Past,
                Slots::New | Slots::Both => SlotText::New,
            };
            return format!("\n{}", hang(words::absent(absent, self.lang), "  ", 2, self.lang));
        }
        let at_all = defence.limit != Grade::Privilege;
        let sets: Vec<&MissingSet> = defence.sets.iter().collect();
        let title = words::missing_title(at_all, self.lang);
        let shown = if at_all { SHOWN } else { 1 };
        let rests: Vec<&Rest> = defence.rests.iter().collect();
        self.sets(title, &sets, shown, defence.truncated) + &self.rests(words::rests_title(self.lang), &rests)
    }

    /// What defends what passes, beyond what defends what is kept.
    fn on_top(&self, past: &Defence, new: &Defence) -> String {
        let sets: Vec<&MissingSet> =
            new.sets.iter().filter(|set| past.sets.iter().all(|known| known.facts != set.facts)).collect();
        let rests: Vec<&Rest> =
            new.rests.iter().filter(|rest| past.rests.iter().all(|known| known.sentence != rest.sentence)).collect();
        self.sets(words::also_missing(self.lang), &sets, SHOWN_ON_TOP, new.truncated)
            + &self.rests(words::also_rests(self.lang), &rests)
    }

    fn sets(&self, title: &str, sets: &[&MissingSet], shown: usize, truncated: bool) -> String {
        if sets.is_empty() {
            return String::new();
        }
        let others = words::others(sets.len().saturating_sub(shown), truncated, self.lang);
        let others = others.map(|text| hang(&text, "    ", 2, self.lang)).unwrap_or_default();
        let sets: String = sets.iter().take(shown).map(|set| self.item(&set.sentence, &set.places)).collect();
        format!("\n  {}\n{sets}{others}", typeset(title, self.lang))
    }

    fn rests(&self, title: &str, rests: &[&Rest]) -> String {
        if rests.is_empty() {
            return String::new();
        }
        let rests: String = rests.iter().map(|rest| self.item(&rest.sentence, &rest.places)).collect();
        format!("\n  {}\n{rests}", typeset(title, self.lang))
    }

    /// A sentence, and the first lines of the model that say so.
    fn item(&self, sentence: &Both, all: &[Place]) -> String {
        let sentence = hang(&format!("– {}", sentence.get(self.lang)), "  ", 2, self.lang);
        sentence + &places(all, LINES, self.model, self.lang)
    }

    /// The favourable assumptions that may bear on the cell, told once.
    pub(super) fn assumptions(&self, defences: &[Defence]) -> String {
        let lang = self.lang;
        let Some(assumptions) = defences.first().map(|one| &one.assumptions).filter(|all| !all.is_empty()) else {
            return String::new();
        };
        let mut out = format!("\n  {}\n", typeset(words::assumptions(lang), lang));
        for one in assumptions.iter().map(|at| &self.audit.assumptions[*at]) {
            let about: Vec<&str> = one.about.iter().map(|both| both.get(lang)).collect();
            let line = assumption_line(one.assumption.sentence(lang), &about.join(", "), lang);
            out += &hang(&format!("– {line}"), "  ", 2, lang);
        }
        out
    }
}

/// The defence of one slot as JSON; null for a slot read by privilege or easier.
pub(super) fn json(audit: &Audit, defences: &[Defence], slots: Slots, lang: Lang) -> serde_json::Value {
    let defence = defences.iter().find(|one| one.slots == slots || one.slots == Slots::Both);
    let Some(defence) = defence else { return serde_json::Value::Null };
    let set = |set: &MissingSet| {
        serde_json::json!({
            "facts": set.facts, "sentence": set.sentence.get(lang), "locations": locations(audit, &set.places, lang),
        })
    };
    let rest = |rest: &Rest| {
        serde_json::json!({
            "kind": rest.kind, "sentence": rest.sentence.get(lang), "facts": rest.facts,
            "locations": locations(audit, &rest.places, lang),
        })
    };
    let assumptions = defence.assumptions.iter().map(|at| audit.assumptions[*at].assumption.id());
    serde_json::json!({
        "to": defence.limit.id(),
        "present": defence.present,
        "missing": defence.sets.iter().map(set).collect::<Vec<_>>(),
        "truncated": defence.truncated,
        "rests_on": defence.rests.iter().map(rest).collect::<Vec<_>>(),
        "assumptions": assumptions.collect::<Vec<_>>(),
    })
}
