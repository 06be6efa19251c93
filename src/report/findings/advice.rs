//! What to do about a finding, and what that costs.

use crate::change::Change;
use crate::compare::Remedied;
use crate::findings::Advice;
use crate::text::Lang;
use crate::text::finding as words;
use crate::text::labels::Labels;

/// What to do in a sentence or two, after its head.
pub(super) fn advice(remedied: &Remedied, labels: &Labels, lang: Lang) -> String {
    let headed = |text: &str| words::headed(words::to_do_head(lang), text, lang);
    match &remedied.advice {
        Advice::Accept => headed(words::accept(lang)),
        Advice::NotComputed => headed(words::not_computed(lang)),
        Advice::Do(remedy) => told(&remedy.changes, labels, lang),
        Advice::Lighten(remedy, left) => {
            format!("{} {}", told(&remedy.changes, labels, lang), words::lightened(left.word(lang), lang))
        }
    }
}

fn told(changes: &[Change], labels: &Labels, lang: Lang) -> String {
    words::remedy(&titles(changes, labels, lang), &costs(changes, lang), lang)
}

/// Changes in words; those of one kind are told together.
pub(in crate::report) fn titles(changes: &[Change], labels: &Labels, lang: Lang) -> String {
    let alike = |one: &Change, next: &Change| one.action == next.action && place(one) == place(next);
    let together = |changes: &[Change]| {
        let about: Vec<String> = changes.iter().map(|one| one.labels(labels).0.get(lang).to_owned()).collect();
        let place = changes[0].labels(labels).1;
        words::uncapitalised(&changes[0].action.title(&about.join(", "), place.get(lang), lang))
    };
    joined(changes.chunk_by(alike).map(together), lang)
}

/// Where a key is kept; of a link, the other end is no place.
fn place(change: &Change) -> Option<&String> {
    change.place.as_ref().filter(|_| change.action != crate::text::change::Action::Tls)
}

/// What changes cost, each cost once.
pub(in crate::report) fn costs(changes: &[Change], lang: Lang) -> String {
    let mut costs: Vec<&str> = Vec::new();
    for change in changes {
        let cost = change.action.cost(lang);
        if !costs.contains(&cost) {
            costs.push(cost);
        }
    }
    joined(costs.into_iter().map(str::to_owned), lang)
}

fn joined(items: impl Iterator<Item = String>, lang: Lang) -> String {
    items.collect::<Vec<_>>().join(lang.pick(" ; ", "; "))
}
