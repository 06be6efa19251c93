//! What changed between two models, as the minutes of a review: the balance, gains, losses, what is behind.

mod cells;
mod json;
mod opening;
mod stays;
mod terminal;
mod write;

pub use json::{FORMAT, json};
pub use terminal::{Detail, human};
pub(super) use write::escaped;
pub use write::markdown;

use super::human::readers_cell;
use crate::audit::{ActorKind, Audit};
use crate::compare::{CellChange, Diff, Flip, Readers, Scope, Side, Thing};
use crate::text::report as sentences;
use crate::text::{Both, Lang, diff as words, typeset};

/// A line, and what stands behind it.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) text: String,
    /// The title of what stands behind.
    pub(super) title: &'static str,
    /// What stands behind, a line each.
    pub(super) details: Vec<String>,
}

impl Item {
    fn plain(text: String) -> Self {
        Self { text, title: "", details: Vec::new() }
    }
}

/// The minutes, before they are written in one format or another.
#[derive(Debug)]
pub(super) struct Minutes {
    pub(super) title: String,
    pub(super) balance: Vec<String>,
    /// Who gains and who loses, actor by actor.
    pub(super) brief: Vec<String>,
    pub(super) sections: Vec<(&'static str, Vec<Item>)>,
}

/// The minutes of a comparison; with every fact if that is asked for.
pub(super) fn minutes(diff: &Diff, sides: (Side, Side), facts: bool, lang: Lang) -> Minutes {
    let audits = (&sides.0.dossier.audit, &sides.1.dossier.audit);
    let stays = stays::items(audits, lang);
    let mut sections = vec![
        (words::stays_title(lang), stays.0),
        (words::stays_tampering_title(lang), stays.1),
        (words::claims_title(lang), claims(diff, lang)),
        (words::gained_title(lang), cells::moved(&diff.gained, words::proof(lang), false, lang)),
        (words::lost_title(lang), cells::moved(&diff.lost, words::broken(lang), true, lang)),
        (words::meant_title(lang), meant(&diff.meant, lang)),
        (words::unsettled_title(lang), unsettled(diff, lang)),
        (words::behind_title(lang), things(diff, lang)),
        (words::facts_title(lang), groups(diff, facts, lang)),
        (words::expectations_title(lang), expectations(&diff.expectations, lang)),
        (words::assumptions_title(lang), assumptions(diff, lang)),
        (words::questions_title(lang), questions(diff, lang)),
        (words::numbers_title(lang), numbers(sides, false, lang)),
    ];
    sections.retain(|(_, items)| !items.is_empty() && !diff.is_empty());
    Minutes {
        title: opening::title(audits, lang),
        balance: opening::balance(diff, audits, lang),
        brief: opening::brief(diff, audits, lang),
        sections,
    }
}

/// How many actors there are, the common base apart.
pub(super) fn actors(audit: &Audit) -> usize {
    audit.actors.iter().filter(|actor| actor.kind != ActorKind::CommonBase).count()
}

fn meant(cells: &[CellChange], lang: Lang) -> Vec<Item> {
    let word = |cell: &CellChange| if cell.meant.1 { words::now_meant(lang) } else { words::no_longer_meant(lang) };
    let item = |group: &cells::Group| {
        Item::plain(words::moved(&group.actors(), &group.data.join(", "), word(group.first()), lang))
    };
    cells::grouped(cells, lang).iter().map(item).collect()
}

fn unsettled(diff: &Diff, lang: Lang) -> Vec<Item> {
    let opened = cells::grouped(&diff.undetermined, lang).into_iter().map(|group| (group, words::now_unknown(lang)));
    let closed = cells::grouped(&diff.determined, lang).into_iter().map(|group| (group, words::now_known(lang)));
    let item = |(group, word): (cells::Group, &str)| {
        Item::plain(words::moved(&group.actors(), &group.data.join(", "), word, lang))
    };
    opened.chain(closed).map(item).collect()
}

fn things(diff: &Diff, lang: Lang) -> Vec<Item> {
    let named = |thing: &Thing| format!("{} (`{}`)", thing.label.get(lang), thing.property);
    let item = |word: &'static str| move |thing: &Thing| Item::plain(words::said(word, &named(thing), lang));
    let added = diff.things_added.iter().map(item(words::added(lang)));
    let removed = diff.things_removed.iter().map(item(words::removed(lang)));
    let changed = diff.things_changed.iter().map(item(words::changed(lang)));
    added.chain(removed).chain(changed).collect()
}

fn groups(diff: &Diff, facts: bool, lang: Lang) -> Vec<Item> {
    let item = |group: &crate::compare::FactGroup| {
        let signed = |sign: char| move |fact: &String| format!("{sign} {fact}");
        let all = group.added.iter().map(signed('+')).chain(group.removed.iter().map(signed('-')));
        let thing = match group.thing.property.as_str() {
            "" => words::whole(lang),
            _ => group.thing.label.get(lang),
        };
        let (added, removed) = (group.added.len(), group.removed.len());
        Item {
            text: words::facts_of(thing, &group.thing.property, added, removed, lang),
            title: words::facts_title(lang),
            details: if facts { all.collect() } else { Vec::new() },
        }
    };
    diff.facts.iter().map(item).collect()
}

/// A claim in its words, and the data that it is tested on where these are not all.
pub(super) fn claimed(says: &Both, scope: &Scope, lang: Lang) -> String {
    let only: Vec<&str> = scope.only.iter().map(|label| label.get(lang)).collect();
    words::claim(says.get(lang), &only, lang)
}

/// Claims whose verdict changed, then those that are still refuted.
fn claims(diff: &Diff, lang: Lang) -> Vec<Item> {
    let verdict = |id: Option<&'static str>| id.map_or(words::not_there(lang), |id| sentences::claim_verdict(id, lang));
    let turned = diff.claims.iter().map(|flip| {
        let moved = words::from_to(verdict(flip.before), verdict(flip.after));
        words::said(&claimed(&flip.says, &flip.scope, lang), &moved, lang)
    });
    let still = diff.claims_refuted.iter().map(|flip| {
        let claim = claimed(&flip.says, &flip.scope, lang);
        words::said(words::still_refuted(lang), &claim, lang)
    });
    turned.chain(still).map(Item::plain).collect()
}

fn flips(flips: &[Flip], lang: Lang) -> Vec<Item> {
    let outcome = |id: Option<&'static str>| match id {
        None => words::not_there(lang),
        Some("met") => words::met(lang),
        Some(_) => words::missed(lang),
    };
    let item = |flip: &Flip| {
        let moved = words::from_to(outcome(flip.before), outcome(flip.after));
        Item::plain(words::said(flip.says.get(lang), &moved, lang))
    };
    flips.iter().map(item).collect()
}

/// Expectations of both sides, met on one only.
pub(super) fn turned(all: &[Flip], lang: Lang) -> Vec<Item> {
    let both = all.iter().filter(|flip| flip.before.is_some() && flip.after.is_some());
    flips(&both.cloned().collect::<Vec<_>>(), lang)
}

/// Those that turned, but those of one side only by their number.
fn expectations(all: &[Flip], lang: Lang) -> Vec<Item> {
    let apart: Vec<&Flip> = all.iter().filter(|flip| flip.before.is_none() || flip.after.is_none()).collect();
    let mut items = turned(all, lang);
    let added = apart.iter().filter(|flip| flip.before.is_none()).count();
    if !apart.is_empty() {
        items.push(Item::plain(words::expected_apart(added, apart.len() - added, lang)));
    }
    items
}

fn assumptions(diff: &Diff, lang: Lang) -> Vec<Item> {
    let item = |word: &'static str| {
        move |(sentence, about): &(Both, Vec<Both>)| {
            let about: Vec<&str> = about.iter().map(|both| both.get(lang)).collect();
            let what = crate::text::human::assumption_line(sentence.get(lang), &about.join(", "), lang);
            Item::plain(words::said(word, &what, lang))
        }
    };
    let added = diff.assumptions_added.iter().map(item(words::assumed(lang)));
    added.chain(diff.assumptions_removed.iter().map(item(words::unassumed(lang)))).collect()
}

fn questions(diff: &Diff, lang: Lang) -> Vec<Item> {
    let item = |word: &'static str| move |text: &Both| Item::plain(words::said(word, text.get(lang), lang));
    let opened = diff.questions_opened.iter().map(item(words::opened(lang)));
    let closed = diff.questions_closed.iter().map(item(words::closed(lang)));
    let pointless = diff.questions_pointless.iter().map(item(words::pointless(lang)));
    opened.chain(closed).chain(pointless).collect()
}

/// For each data asset of both models whose numbers move; in short, without what did not move in them.
pub(super) fn numbers(sides: (Side, Side), short: bool, lang: Lang) -> Vec<Item> {
    let (old, new) = (sides.0.dossier, sides.1.dossier);
    let flat = |text: String| text.replace('\n', ", ");
    let item = |(data, after): (&crate::audit::DataView, &crate::compare::DataNumbers)| {
        let before = old.numbers.data.iter().find(|one| one.id == data.id)?;
        let readers = (&before.readers[1], &after.readers[1]);
        let apart = readers.0.unattached && readers.1.unattached && short;
        let cell = |readers: &Readers| {
            let shown = if apart { Readers { unattached: false, ..readers.clone() } } else { readers.clone() };
            flat(readers_cell(&shown, lang))
        };
        let (before, after) = (cell(readers.0), cell(readers.1));
        let moved = words::said(data.label.get(lang), &words::from_to(&before, &after), lang);
        (before != after).then(|| Item::plain(moved))
    };
    new.audit.data.iter().zip(&new.numbers.data).filter_map(item).collect()
}

/// A line in the typography of its language.
pub(super) fn set(text: &str, lang: Lang) -> String {
    typeset(text, lang)
}
