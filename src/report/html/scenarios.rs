//! Breach scenarios: the grave ones first, each with what it gives, and what remains to be done or kept.

use serde::Serialize;

use super::words::Words;
use crate::compare::{Dossier, Event, Outcome, State};
use crate::report::scenarios::{Group, act, groups, idle, once, state_text};
use crate::text::Both;
use crate::text::html::scenarios::{self as own, Worst};
use crate::text::labels::capitalised;
use crate::text::scenarios as texts;

#[derive(Debug, Serialize)]
pub(super) struct Scenarios {
    pub(super) title: String,
    intro: Vec<String>,
    parts: Vec<Part>,
    notes: Vec<String>,
    none: Option<String>,
}

/// Events of the same worst state.
#[derive(Debug, Serialize)]
struct Part {
    class: &'static str,
    title: String,
    turns_on: String,
    events: Vec<Told>,
    /// Those that an authority orders, with how many they are.
    orders: Vec<Told>,
    ordered: String,
}

#[derive(Debug, Serialize)]
struct Told {
    label: String,
    counts: Vec<Count>,
    people: Option<String>,
    states: Vec<Given>,
    acts: Vec<String>,
    keys: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Count {
    class: &'static str,
    text: String,
}

/// Data in a state.
#[derive(Debug, Serialize)]
struct Given {
    class: &'static str,
    state: String,
    data: String,
}

const STATES: [(State, Worst, &str); 3] = [
    (State::Readable, Worst::Readable, "privilege"),
    (State::Subvertible, Worst::Subvertible, "tampering"),
    (State::Intact, Worst::Intact, "none"),
];

pub(super) fn scenarios(words: &Words, dossier: &Dossier) -> Scenarios {
    let lang = words.lang;
    let (mut groups, nothing) = groups(&dossier.scenarios);
    groups.sort_by_key(weight);
    Scenarios {
        title: words.say(texts::title(lang)),
        intro: intro(words, &groups).iter().map(|line| words.say(line)).collect(),
        parts: STATES.into_iter().filter_map(|state| part(words, &groups, state)).collect(),
        notes: idle(&dossier.audit, &nothing, lang).iter().map(|line| words.say(line)).collect(),
        none: dossier.scenarios.is_empty().then(|| words.say(texts::none(lang))),
    }
}

/// The events whose worst state is so; those that an authority orders stand apart.
fn part(words: &Words, groups: &[Group], (state, worst, class): (State, Worst, &'static str)) -> Option<Part> {
    let lang = words.lang;
    let those: Vec<&Group> = groups.iter().filter(|group| group.first.worst() == state).collect();
    let (events, orders): (Vec<&Group>, Vec<&Group>) =
        those.iter().partition(|group| group.first.event == Event::Adversary);
    let told = |groups: &[&Group]| groups.iter().map(|group| told(words, group)).collect();
    (!those.is_empty()).then(|| Part {
        class,
        title: words.say(&own::heading(worst, those.len(), lang)),
        turns_on: capitalised(&words.say(state_text(state).turns_on(lang))),
        ordered: words.say(&own::ordered(orders.len(), lang)),
        events: told(&events),
        orders: told(&orders),
    })
}

/// What is graver comes first: more data readable, then subvertible, then more people.
fn weight(group: &Group) -> impl Ord + use<> {
    let count = |state| group.first.outcomes.iter().filter(|one| one.state == state).count();
    let people = group.first.concerned.map_or(0, |some| some.at_least);
    std::cmp::Reverse((count(State::Readable), count(State::Subvertible), people))
}

/// How to read the events, with the marks that are used.
fn intro(words: &Words, groups: &[Group]) -> Vec<String> {
    let lang = words.lang;
    let outcomes = || groups.iter().flat_map(|group| group.first.outcomes.iter().map(move |one| (group, one)));
    let marks = [
        (outcomes().any(|(group, one)| only_new(group, one)), texts::only_new(lang)),
        (outcomes().any(|(_, one)| one.best.is_some()), texts::undetermined(lang)),
        (groups.iter().any(|group| group.first.event != Event::Adversary), texts::orders(lang)),
    ];
    let marks = marks.into_iter().filter(|(is, _)| *is).map(|(_, note)| note.to_owned());
    std::iter::once(texts::intro(lang).to_owned()).chain(marks).collect()
}

/// What is intercepted is what passes, and an order says so by its name.
fn only_new(group: &Group, outcome: &Outcome) -> bool {
    outcome.only_new() && group.first.event == Event::Adversary
}

fn told(words: &Words, group: &Group) -> Told {
    let lang = words.lang;
    let outcomes = || group.members.iter().flat_map(|one| one.outcomes.iter());
    let label = |set: &Vec<Both>| set.iter().map(|key| words.name(key)).collect::<Vec<_>>().join(" + ");
    let people = group.first.concerned.map(|some| {
        let number = texts::people_concerned(some.at_least, some.at_most, some.unsaid, lang);
        words.say(&own::people(&number, lang))
    });
    Told {
        label: capitalised(&group.label(lang)),
        counts: STATES.into_iter().filter_map(|(state, _, class)| count(words, group, state, class)).collect(),
        people,
        states: STATES.into_iter().filter_map(|(state, _, class)| given(words, group, state, class)).collect(),
        acts: once(outcomes().flat_map(|one| one.acts.iter()).map(|one| words.say(&act(one, lang)))),
        keys: once(outcomes().flat_map(|one| one.keys.iter()).map(label)),
    }
}

fn of<'g>(group: &'g Group, state: State) -> Vec<&'g Outcome> {
    group.first.outcomes.iter().filter(|one| one.state == state).collect()
}

fn count(words: &Words, group: &Group, state: State, class: &'static str) -> Option<Count> {
    let all = of(group, state);
    let marked = |is: bool, mark: &'static str| if is { mark } else { "" };
    let only = marked(all.iter().any(|one| only_new(group, one)), "*");
    let unsure = marked(all.iter().any(|one| one.best.is_some()), words.lang.pick(" ?", "?"));
    let marks = format!("{only}{unsure}");
    let text = words.say(&own::counted(all.len(), state_text(state).word(words.lang), &marks, words.lang));
    (!all.is_empty()).then_some(Count { class, text })
}

fn given(words: &Words, group: &Group, state: State, class: &'static str) -> Option<Given> {
    let name = |one: &&Outcome| {
        let only = if only_new(group, one) { "*" } else { "" };
        let unsure = if one.best.is_some() { words.lang.pick(" ?", "?") } else { "" };
        format!("{}{only}{unsure}", words.data(one.data))
    };
    let data: Vec<String> = of(group, state).iter().map(name).collect();
    let state = capitalised(state_text(state).word(words.lang));
    (!data.is_empty()).then(|| Given { class, state, data: words.say(&data.join(", ")) })
}
