//! What to do about a finding, and what that gives once solved again.

use serde::Serialize;

use super::Scene;
use crate::change::Change;
use crate::compare::Remedied;
use crate::findings::Advice;
use crate::report::actors;
use crate::report::findings::{costs, titles};
use crate::report::html::changes;
use crate::report::html::words::{Link, Span};
use crate::report::ladder::names;
use crate::text::html::findings as texts;
use crate::text::labels::capitalised;
use crate::text::{change, finding as sentences, ladder};

#[derive(Debug, Serialize)]
pub(super) struct Remedy {
    to_do: Vec<Span>,
    cost: Option<String>,
    /// How many read before and after, what is left of the finding, who loses an intended access.
    effect: Vec<Vec<Span>>,
    /// Who else is moved: here, or where it is told.
    moves: Vec<String>,
    elsewhere: Option<(String, Link)>,
}

/// The changes of a remedy; none where it is to accept, or was not computed.
fn changes_of(remedied: &Remedied) -> &[Change] {
    match &remedied.advice {
        Advice::Do(remedy) | Advice::Lighten(remedy, _) => &remedy.changes,
        Advice::Accept | Advice::NotComputed => &[],
    }
}

/// What to do in words, without what it costs.
pub(super) fn to_do(scene: &Scene, at: usize) -> Vec<Span> {
    let (words, lang) = (scene.words, scene.words.lang);
    let remedied = &scene.study.remedies[at];
    match &remedied.advice {
        Advice::Accept => words.coded(&capitalised(sentences::accept(lang))),
        Advice::NotComputed => words.coded(&capitalised(sentences::not_computed(lang))),
        Advice::Do(remedy) | Advice::Lighten(remedy, _) => {
            words.whole(&capitalised(&titles(&remedy.changes, &scene.labels, lang)))
        }
    }
}

/// What becomes of the finding, in a few words.
pub(super) fn status(scene: &Scene, at: usize) -> String {
    let lang = scene.words.lang;
    let remedied = &scene.study.remedies[at];
    let counts = remedied.step.as_ref().map(|step| step.privilege).filter(|(before, after)| before != after);
    match (&remedied.advice, counts) {
        (Advice::Accept, _) => texts::to_accept(lang).to_owned(),
        (Advice::NotComputed, _) => texts::uncomputed(lang).to_owned(),
        (_, Some((before, after))) => texts::remedy_counts(before, after, lang),
        (Advice::Do(_), None) => texts::remedied(lang).to_owned(),
        (Advice::Lighten(..), None) => texts::lighter(lang).to_owned(),
    }
}

pub(super) fn remedy(scene: &Scene, at: usize) -> Remedy {
    let (words, lang) = (scene.words, scene.words.lang);
    let remedied = &scene.study.remedies[at];
    let all = changes_of(remedied);
    let (moves, elsewhere) = moves(scene, at, all);
    Remedy {
        to_do: to_do(scene, at),
        cost: (!all.is_empty()).then(|| words.say(&capitalised(&costs(all, lang)))),
        effect: effect(scene, remedied),
        moves,
        elsewhere,
    }
}

fn effect(scene: &Scene, remedied: &Remedied) -> Vec<Vec<Span>> {
    let (words, lang) = (scene.words, scene.words.lang);
    let step = remedied.step.as_ref();
    let mut said: Vec<Vec<Span>> =
        step.iter().map(|step| words.whole(&ladder::by_privilege(step.privilege, lang))).collect();
    if let Advice::Lighten(_, left) = &remedied.advice {
        said.push(words.coded(&sentences::lightened(left.word(lang), lang)));
    }
    if !remedied.cut_off.is_empty() {
        let names = actors::listed(words.audit, remedied.cut_off.iter().copied(), lang);
        said.push(words.whole(&change::cut_off(&names, lang)));
    }
    said
}

/// Whom a remedy moves: told once in the page, and linked to from elsewhere.
fn moves(scene: &Scene, at: usize, all: &[Change]) -> (Vec<String>, Option<(String, Link)>) {
    let (words, lang) = (scene.words, scene.words.lang);
    let Some(step) = scene.study.remedies[at].step.as_ref().filter(|step| !step.is_empty()) else {
        return (Vec::new(), None);
    };
    let link = |before: &str, href: String, text: String| Some((words.say(before), Link { href, text }));
    if let [change] = all
        && let Some(number) = changes::number_of(&scene.study.changes, change)
    {
        let (before, text) = texts::whom_it_moves(number, lang);
        return (Vec::new(), link(before, changes::href(number), text));
    }
    let same = (0..at).find(|other| changes_of(&scene.study.remedies[*other]) == all);
    if let Some(same) = same {
        let id = scene.ids[same].clone();
        return (Vec::new(), link(texts::same_moves_as(lang), format!("#{id}"), id));
    }
    (names(words.audit, step, lang).moves(lang).iter().map(|line| words.told(line)).collect(), None)
}
