//! Breach scenarios told: on a terminal those of one class with the same outcome share a line; in JSON each stands alone.

mod brief;
mod json;

pub(super) use brief::section as brief;
pub use json::{FORMAT, document};
pub(super) use json::{ScenarioJson, json};

use super::actors::{class_of, listed};
use super::human::{Look, scenario_table};
use super::wrap::wrap;
use crate::audit::{Audit, DataView};
use crate::compare::{Act, Dossier, Event, Outcome, Scenario, State};
use crate::text::labels::class_and_target;
use crate::text::scenarios::{self as words, ActText, StateText};
use crate::text::{Both, Lang, report as sentences, typeset};

/// Data assets beside each other.
const COLUMNS: usize = 3;

/// The words of a state.
pub(super) const fn state_text(state: State) -> StateText {
    match state {
        State::Readable => StateText::Readable,
        State::Subvertible => StateText::Subvertible,
        State::Intact => StateText::Intact,
        State::NotReached => StateText::NotReached,
    }
}

/// An act in words.
pub(super) fn act(act: &Act, lang: Lang) -> String {
    let get = |both: &Both| both.get(lang).to_owned();
    match act {
        Act::Alter(one) => ActText::Alter(&get(one)).phrase(lang),
        Act::Ship(one, other) => ActText::Ship(&get(one), &get(other)).phrase(lang),
        Act::Name(one, other) => ActText::Name(&get(one), &get(other)).phrase(lang),
        Act::Pose(one) => ActText::Pose(&get(one)).phrase(lang),
        Act::Unlock(one) => ActText::Unlock(&get(one)).phrase(lang),
        Act::Enclave(one) => ActText::Enclave(&get(one)).phrase(lang),
        Act::Guess(one) => ActText::Guess(&get(one)).phrase(lang),
        Act::Weak(one) => ActText::Weak(&get(one)).phrase(lang),
        Act::Other => ActText::Other.phrase(lang),
    }
}

/// Scenarios that share a line.
pub(super) struct Group<'a> {
    pub(super) first: &'a Scenario,
    pub(super) members: Vec<&'a Scenario>,
}

impl Group<'_> {
    pub(super) fn label(&self, lang: Lang) -> String {
        let first = self.first.label.get(lang);
        let label = match &self.first.event {
            Event::Adversary => {
                let targets = self.members.iter().skip(1).map(|one| {
                    let label = one.label.get(lang);
                    class_and_target(label, lang).map_or(label, |(_, target)| target)
                });
                std::iter::once(first).chain(targets).collect::<Vec<_>>().join(", ")
            }
            Event::Order { label, .. } => {
                let orders = self.members.iter().filter_map(|one| match &one.event {
                    Event::Order { order, .. } => Some(sentences::order(order.id(), lang)),
                    Event::Adversary => None,
                });
                let orders: Vec<&str> = orders.collect();
                words::order_event(first, label.get(lang), &lang.list(&orders), lang)
            }
        };
        typeset(&label, lang)
    }
}

/// Whether two scenarios are told together: of one class, or one authority and organisation, with the same states.
fn alike(one: &Scenario, other: &Scenario) -> bool {
    let states = |scenario: &Scenario| -> Vec<_> {
        scenario.outcomes.iter().map(|one| (one.best, cell(scenario, one, Lang::En))).collect()
    };
    let kin = match (&one.event, &other.event) {
        (Event::Adversary, Event::Adversary) => {
            class_of(&one.actor).is_some() && class_of(&one.actor) == class_of(&other.actor)
        }
        (Event::Order { authority, .. }, Event::Order { authority: same, .. }) => {
            one.actor == other.actor && authority == same
        }
        _ => false,
    };
    kin && states(one) == states(other)
}

/// What is told together, and what reaches nothing.
pub(super) fn groups(scenarios: &[Scenario]) -> (Vec<Group<'_>>, Vec<&Scenario>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut nothing = Vec::new();
    for scenario in scenarios {
        if scenario.worst() == State::NotReached && !scenario.undetermined() {
            nothing.push(scenario);
            continue;
        }
        match groups.iter_mut().find(|group| alike(group.first, scenario)) {
            Some(group) => group.members.push(scenario),
            None => groups.push(Group { first: scenario, members: vec![scenario] }),
        }
    }
    (groups, nothing)
}

/// What `scenarios` prints.
pub fn human(dossier: &Dossier, look: Look) -> String {
    let lang = look.lang;
    let title = look.bold(&super::human::named(&dossier.audit, lang)) + "\n";
    let section = section(dossier, look);
    if section.is_empty() { format!("{title}\n{}", wrap(words::none(lang), "", lang)) } else { title + &section }
}

fn section(dossier: &Dossier, look: Look) -> String {
    if dossier.scenarios.is_empty() {
        return String::new();
    }
    let (audit, lang) = (&dossier.audit, look.lang);
    let (groups, nothing) = groups(&dossier.scenarios);
    let mut out = look.heading(words::title(lang));
    let all: Vec<usize> = (0..audit.data.len()).collect();
    for part in all.chunks(COLUMNS) {
        out += &table(audit, &groups, part, lang);
    }
    out += &notes(dossier, &groups, lang).iter().map(|note| wrap(note, "  ", lang)).collect::<String>();
    out + &idle(audit, &nothing, lang).map(|line| wrap(&line, "  ", lang)).unwrap_or_default()
}

/// Adversaries that reach nothing; an order that reaches nothing is not told.
pub(super) fn idle(audit: &Audit, nothing: &[&Scenario], lang: Lang) -> Option<String> {
    let idle = nothing.iter().filter(|one| one.event == Event::Adversary);
    let idle = idle.filter_map(|one| audit.actors.iter().position(|actor| actor.id == one.actor));
    let names = listed(audit, idle, lang);
    (!names.is_empty()).then(|| words::nothing(&names, lang))
}

fn table(audit: &Audit, groups: &[Group], part: &[usize], lang: Lang) -> String {
    let mut header = vec![words::event(lang).to_owned()];
    header.extend(part.iter().map(|at| audit.data[*at].label.get(lang).to_owned()));
    let mut rows = Vec::new();
    for group in groups {
        let cells: Vec<String> = part.iter().map(|at| cell(group.first, &group.first.outcomes[*at], lang)).collect();
        if cells.iter().all(|cell| cell == StateText::NotReached.word(lang)) {
            continue;
        }
        rows.push(std::iter::once(group.label(lang)).chain(cells).collect());
    }
    if rows.is_empty() { String::new() } else { scenario_table(header, rows) + "\n" }
}

/// A state in a word, with its marks. What is intercepted is what passes, and an order says so by its name.
fn cell(scenario: &Scenario, outcome: &Outcome, lang: Lang) -> String {
    let only = if outcome.only_new() && scenario.event == Event::Adversary { "*" } else { "" };
    let unsure = if outcome.best.is_some() { "?" } else { "" };
    format!("{}{only}{unsure}", state_text(outcome.state).word(lang))
}

/// What the table leaves to say.
fn notes(dossier: &Dossier, groups: &[Group], lang: Lang) -> Vec<String> {
    let outcomes = || groups.iter().flat_map(|group| group.members.iter()).flat_map(|one| one.outcomes.iter());
    let marked =
        |group: &Group| group.first.event == Event::Adversary && group.first.outcomes.iter().any(Outcome::only_new);
    let mut notes = vec![words::intro(lang).to_owned()];
    if groups.iter().any(marked) {
        notes.push(words::only_new(lang).to_owned());
    }
    if outcomes().any(|outcome| outcome.best.is_some()) {
        notes.push(words::undetermined(lang).to_owned());
    }
    let people = |data: &DataView| (data.label.get(lang).to_owned(), data.subjects);
    notes.push(words::people(&dossier.audit.data.iter().map(people).collect::<Vec<_>>(), lang));
    notes.extend(further(groups, lang));
    for state in State::ALL {
        if state != State::NotReached && outcomes().any(|outcome| outcome.state == state) {
            notes.push(state_text(state).turns_on(lang).to_owned());
        }
    }
    if groups.iter().any(|group| group.first.event != Event::Adversary) {
        notes.push(words::orders(lang).to_owned());
    }
    notes.extend(example(dossier, groups, lang));
    notes
}

/// The acts and the keys on which outcomes turn; groups of which the same is to be said share a line.
fn further(groups: &[Group], lang: Lang) -> Vec<String> {
    let mut acts: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    let mut keys: Vec<(Vec<Vec<String>>, Vec<String>)> = Vec::new();
    for group in groups {
        let outcomes = || group.members.iter().flat_map(|one| one.outcomes.iter());
        let done = once(outcomes().flat_map(|one| one.acts.iter()).map(|one| act(one, lang)));
        let label = |set: &Vec<Both>| set.iter().map(|key| key.get(lang).to_owned()).collect::<Vec<_>>();
        let lacking = once(outcomes().flat_map(|one| one.keys.iter()).map(label));
        share(&mut acts, done, group.label(lang));
        share(&mut keys, lacking, group.label(lang));
    }
    let acts = acts.iter().map(|(acts, events)| words::remains(&events.join(" ; "), acts, lang));
    let keys = keys.iter().map(|(keys, events)| words::condition(&events.join(" ; "), keys, lang));
    acts.chain(keys).collect()
}

/// Each once, where it first stands.
pub(super) fn once<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for one in all {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

/// Adds a label to what is said of it, if anything is.
fn share<T: PartialEq>(known: &mut Vec<(Vec<T>, Vec<String>)>, said: Vec<T>, label: String) {
    if said.is_empty() {
        return;
    }
    match known.iter_mut().find(|(other, _)| *other == said) {
        Some((_, labels)) => labels.push(label),
        None => known.push((said, vec![label])),
    }
}

/// One path to read, of the worst state.
fn example(dossier: &Dossier, groups: &[Group], lang: Lang) -> Option<String> {
    let audit = &dossier.audit;
    let worst = groups.iter().map(|group| group.first).min_by_key(|one| one.worst())?;
    let data = &audit.data[worst.explain?].id;
    Some(words::example(&audit.file, &worst.actor, data, audit.variant.as_deref(), lang))
}
