//! Names of actors in a sentence, and adversaries of one class told together.

use crate::audit::Audit;
use crate::text::Lang;
use crate::text::labels::class_and_target;

/// The class of an adversary, by its name in the model: `thief` of `adversary/thief/db`.
pub(super) fn class_of(actor: &str) -> Option<&str> {
    Some(actor.strip_prefix("adversary/")?.split_once('/')?.0)
}

/// These actors in a sentence, each once; adversaries of one class stand where the first of them does.
pub(super) fn listed(audit: &Audit, actors: impl IntoIterator<Item = usize>, lang: Lang) -> String {
    let mut known: Vec<usize> = Vec::new();
    let mut groups: Vec<(Option<&str>, &str, Vec<&str>)> = Vec::new();
    for at in actors {
        if known.contains(&at) {
            continue;
        }
        known.push(at);
        let actor = &audit.actors[at];
        let label = actor.label.get(lang);
        let Some((class, (name, target))) = class_of(&actor.id).zip(class_and_target(label, lang)) else {
            groups.push((None, label, Vec::new()));
            continue;
        };
        match groups.iter_mut().find(|(other, shared, _)| (*other, *shared) == (Some(class), name)) {
            Some((_, _, targets)) => targets.push(target),
            None => groups.push((Some(class), name, vec![target])),
        }
    }
    let told = |(_, name, targets): &(Option<&str>, &str, Vec<&str>)| match targets.as_slice() {
        [] => (*name).to_owned(),
        targets => format!("{name} ({})", targets.join(", ")),
    };
    groups.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// Actors with the data that each reads, by position: those of the same data together.
pub(super) fn with_data(audit: &Audit, cells: impl IntoIterator<Item = (usize, usize)>, lang: Lang) -> Vec<String> {
    let mut own: Vec<(usize, Vec<usize>)> = Vec::new();
    for (actor, data) in cells {
        match own.iter_mut().find(|(other, _)| *other == actor) {
            Some((_, all)) => all.push(data),
            None => own.push((actor, vec![data])),
        }
    }
    let mut alike: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    for (actor, data) in own {
        match alike.iter_mut().find(|(same, _)| *same == data) {
            Some((_, actors)) => actors.push(actor),
            None => alike.push((data, vec![actor])),
        }
    }
    let told = |(data, actors): &(Vec<usize>, Vec<usize>)| {
        let data: Vec<&str> = data.iter().map(|at| audit.data[*at].label.get(lang)).collect();
        format!("{} – {}", listed(audit, actors.iter().copied(), lang), data.join(", "))
    };
    alike.iter().map(told).collect()
}
