//! Single changes, best first, and the best of them for the first screen.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::words::{Link, Words};
use crate::audit::Audit;
use crate::change::Change;
use crate::compare::{self, Effect, Step};
use crate::kernel::Grade;
use crate::report::Summary;
use crate::report::actors;
use crate::report::changes::title;
use crate::report::ladder::{names, scope};
use crate::text::html::changes::{self as texts, HeldBack};
use crate::text::{change as sentences, ladder};

#[derive(Debug, Serialize)]
pub(super) struct Changes {
    t: BTreeMap<&'static str, String>,
    pub(super) title: String,
    intro: [String; 2],
    /// Those that remove readers by privilege.
    removing: Vec<Row>,
    /// Said where there are none.
    none: Option<String>,
    /// Those that move others; folded under its title where some remove.
    others: Vec<Row>,
    others_title: String,
    /// Those that change no answer, under their number.
    idle: Vec<String>,
    idle_title: String,
    skipped: Option<String>,
}

#[derive(Debug, Serialize)]
struct Row {
    number: usize,
    title: String,
    cost: String,
    before: usize,
    after: usize,
    lists: Vec<List>,
    /// Folded: how many read less, and who.
    partly: Option<List>,
    apart: Vec<String>,
    nearer: String,
    cut_off: String,
}

/// Names under what is said of them.
#[derive(Debug, Serialize)]
struct List {
    head: String,
    names: String,
}

/// The best change, as the first screen tells it.
#[derive(Debug, Serialize)]
pub(super) struct Best {
    before: String,
    link: Option<Link>,
    after: String,
}

/// The changes that move somebody, under the numbers that they have in the page.
fn moving(changes: &compare::Changes) -> impl Iterator<Item = (usize, &Effect)> {
    changes.effects.iter().filter(|effect| !effect.is_idle()).enumerate().map(|(at, effect)| (at + 1, effect))
}

/// The number of a change in the page, if it moves somebody.
pub(super) fn number_of(changes: &compare::Changes, change: &Change) -> Option<usize> {
    moving(changes).find(|(_, effect)| effect.change == *change).map(|(number, _)| number)
}

/// Where a change stands.
pub(super) fn href(number: usize) -> String {
    format!("#c{number}")
}

pub(super) fn changes(words: &Words, changes: &compare::Changes) -> Changes {
    let lang = words.lang;
    let all = changes.effects.len();
    let (removing, others): (Vec<_>, Vec<_>) = moving(changes).partition(|(_, effect)| removed(&effect.step) > 0);
    let rows = |list: &[(usize, &Effect)]| list.iter().map(|(number, effect)| row(words, *number, effect)).collect();
    let idle: Vec<&Effect> = changes.effects.iter().filter(|effect| effect.is_idle()).collect();
    let nobody = removing.is_empty() && others.is_empty();
    let none = if nobody { texts::none_moved(lang) } else { texts::none_removed(lang) };
    Changes {
        t: heads(words),
        title: words.say(texts::changes_title(lang)),
        intro: [words.say(sentences::order(lang)), words.say(scope(words.audit, lang))],
        none: removing.is_empty().then(|| words.say(none)),
        removing: rows(&removing),
        others_title: words.say(&texts::others(others.len(), lang)),
        others: rows(&others),
        idle_title: words.say(&sentences::unmoving(idle.len(), all, lang)),
        idle: idle.iter().map(|effect| words.told(&title(effect, lang))).collect(),
        skipped: (changes.skipped > 0).then(|| words.say(&sentences::skipped(changes.skipped, lang))),
    }
}

fn heads(words: &Words) -> BTreeMap<&'static str, String> {
    let lang = words.lang;
    let heads = [
        ("removing", texts::removing(lang)),
        ("moving", texts::moving(lang)),
        ("change", texts::change(lang)),
        ("before_after", crate::text::html::findings::before_after(lang)),
        ("fewer", texts::fewer(lang)),
        ("more", texts::more(lang)),
        ("lost", texts::lost(lang)),
        ("nobody", texts::nobody(lang)),
        ("elsewhere", texts::elsewhere_read(lang)),
    ];
    heads.into_iter().map(|(key, text)| (key, words.say(text))).collect()
}

fn removed(step: &Step) -> usize {
    step.privilege.0.saturating_sub(step.privilege.1)
}

fn row(words: &Words, number: usize, effect: &Effect) -> Row {
    let (audit, lang, step) = (words.audit, words.lang, &effect.step);
    let told = names(audit, step, lang);
    let list = |head: &str, names: &str| List { head: words.say(head), names: words.told(names) };
    let lists = [(ladder::stopped(lang), &told.stopped), (ladder::held(lang), &told.held)];
    let partly = texts::so_many(ladder::partly(lang), step.partly.len(), lang);
    Row {
        number,
        title: words.told(&title(effect, lang)),
        cost: words.say(effect.change.action.cost(lang)),
        before: step.privilege.0,
        after: step.privilege.1,
        lists: lists
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(head, names)| list(head, names))
            .collect(),
        partly: (!told.partly.is_empty()).then(|| list(&partly, &told.partly)),
        apart: names(audit, &effect.apart, lang).changes(lang).iter().map(|line| words.told(line)).collect(),
        nearer: words.told(&told.nearer),
        cut_off: words.told(&listed(audit, &effect.cut_off, words)),
    }
}

fn listed(audit: &Audit, actors: &[usize], words: &Words) -> String {
    actors::listed(audit, actors.iter().copied(), words.lang)
}

/// The best change; nothing where nobody reads without being meant to.
pub(super) fn best(words: &Words, changes: &compare::Changes, readers: &Readers) -> Option<Best> {
    let lang = words.lang;
    if readers.privilege == 0 && readers.named.is_empty() {
        return None;
    }
    let Some((number, effect)) = most(words, changes, readers) else {
        let none = if readers.privilege == 0 { texts::none_held_back(lang) } else { texts::none_removed(lang) };
        let skipped = (changes.skipped > 0).then(|| sentences::skipped(changes.skipped, lang));
        let before: Vec<&str> = std::iter::once(none).chain(skipped.as_deref()).collect();
        return Some(Best { before: words.say(&before.join(" ")), link: None, after: String::new() });
    };
    Some(Best {
        before: words.say(texts::best_change(readers.privilege > 0, changes.skipped > 0, lang)),
        link: Some(Link { href: href(number), text: words.told(&title(effect, lang)) }),
        after: words.told(&bought(words, effect, readers)),
    })
}

/// The change that removes most of the readers that the answer names, or holds back most of them; of equals, the first.
fn most<'c>(words: &Words, changes: &'c compare::Changes, readers: &Readers) -> Option<(usize, &'c Effect)> {
    if readers.privilege > 0 {
        return moving(changes).next().filter(|(_, effect)| removed(&effect.step) > 0);
    }
    let helped = moving(changes).map(|(number, effect)| (held_back(words, effect, &readers.named), number, effect));
    let helped = helped.filter(|(held, ..)| held.total() > 0);
    let best = helped.max_by_key(|(held, number, _)| (held.stopped + held.harder, held.stopped, Reverse(*number)));
    best.map(|(_, number, effect)| (number, effect))
}

/// Of some actors, how many a change puts out of reach, or holds back.
fn held_back(words: &Words, effect: &Effect, named: &[usize]) -> HeldBack {
    let (audit, step) = (words.audit, &effect.step);
    let easiest = |actor: usize, after: bool| {
        let cells = audit.verdicts.iter().zip(&effect.cells);
        let cells = cells.filter(|(one, _)| one.actor == actor && !one.intended && audit.data[one.data].headline);
        let grades = cells.map(|(one, cell)| if after { cell.0.min(cell.1) } else { one.easiest() });
        grades.min().unwrap_or(Grade::None).public()
    };
    let of = |actors: &[usize]| named.iter().copied().filter(|one| actors.contains(one)).collect::<Vec<usize>>();
    let partly = of(&step.partly);
    let harder = partly.iter().filter(|one| easiest(**one, true) > easiest(**one, false)).count();
    HeldBack { stopped: of(&step.stopped).len(), harder, partly: partly.len() - harder, of: named.len() }
}

/// What the best change gains, and at whose expense.
fn bought(words: &Words, effect: &Effect, readers: &Readers) -> String {
    let (lang, step) = (words.lang, &effect.step);
    let gain = match readers.privilege {
        0 => {
            let others = held_back(words, effect, &readers.others);
            texts::held_back(held_back(words, effect, &readers.named), (others.stopped, others.of), lang)
        }
        _ => texts::removed(removed(step), step.privilege.0, lang),
    };
    let (lost, nearer) = (listed(words.audit, &effect.cut_off, words), names(words.audit, step, lang).nearer);
    let lost = (!lost.is_empty()).then(|| texts::would_lose(&lost, lang));
    let nearer = (!nearer.is_empty()).then(|| texts::would_read(&nearer, lang));
    std::iter::once(format!("{gain}.")).chain(lost).chain(nearer).collect::<Vec<_>>().join(" ")
}

/// Whom the answer counts: how many by privilege, and where there is none, those whom it names and those by breach
/// beside them.
#[derive(Debug)]
pub(super) struct Readers {
    pub(super) privilege: usize,
    pub(super) named: Vec<usize>,
    pub(super) others: Vec<usize>,
}

impl Readers {
    /// As the answer counts them.
    pub(super) fn new(audit: &Audit, summary: &Summary) -> Self {
        let by = |grade: Grade| summary.readers_by(grade, audit);
        let (tampering, breach) = (by(Grade::Tampering), by(Grade::Breach));
        let (named, others) = if tampering.is_empty() { (breach, Vec::new()) } else { (tampering, breach) };
        Self { privilege: summary.answer.privilege.len(), named, others }
    }
}
