//! Breach scenarios in the text of `check`: a line for each, by numbers.

use super::{Group, groups, idle};
use crate::compare::{Dossier, Event, Outcome, Scenario, State};
use crate::report::human::{Look, count_table};
use crate::report::wrap::wrap;
use crate::text::Lang;
use crate::text::scenarios::{self as words, StateText};

/// The states that are counted, worst first.
const STATES: [(State, StateText); 3] = [
    (State::Readable, StateText::Readable),
    (State::Subvertible, StateText::Subvertible),
    (State::Intact, StateText::Intact),
];

/// The section of a terminal.
pub(in crate::report) fn section(dossier: &Dossier, look: Look) -> String {
    let (audit, lang) = (&dossier.audit, look.lang);
    let (groups, nothing) = groups(&dossier.scenarios);
    let idle = idle(audit, &nothing, lang).map(|line| wrap(&line, "  ", lang)).unwrap_or_default();
    if groups.is_empty() {
        return if idle.is_empty() { idle } else { look.heading(words::brief_title(lang)) + &idle };
    }
    let states = STATES.map(|(_, text)| text.word(lang).to_owned());
    let header = [vec![words::event(lang).to_owned()], states.into(), vec![words::concerned(lang).to_owned()]].concat();
    let rows: Vec<Vec<String>> = groups.iter().map(|group| row(group, lang)).collect();
    let marked = |mark: char| rows.iter().flat_map(|row| row[1..=STATES.len()].iter()).any(|cell| cell.contains(mark));
    let notes = [(marked('*'), words::brief_only_new(lang)), (marked('?'), words::undetermined(lang))];
    let notes: String = notes.into_iter().filter(|(is, _)| *is).map(|(_, note)| wrap(note, "  ", lang)).collect();
    let whole = wrap(&words::brief_note(&audit.file, audit.variant.as_deref(), lang), "  ", lang);
    look.heading(words::brief_title(lang)) + &count_table(header, rows) + "\n" + &notes + &idle + &whole
}

fn row(group: &Group, lang: Lang) -> Vec<String> {
    let one = group.first;
    let people = one
        .concerned
        .map_or_else(String::new, |some| words::people_concerned(some.at_least, some.at_most, some.unsaid, lang));
    let counts = STATES.map(|(state, _)| count(one, state));
    [vec![group.label(lang)], counts.into(), vec![people]].concat()
}

/// How many data are in a state, with the marks of any of them.
fn count(scenario: &Scenario, state: State) -> String {
    let of: Vec<&Outcome> = scenario.outcomes.iter().filter(|one| one.state == state).collect();
    let only = scenario.event == Event::Adversary && of.iter().any(|one| one.only_new());
    let unsure = of.iter().any(|one| one.best.is_some());
    let marks = [(only, "*"), (unsure, "?")].into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark);
    let count = if of.is_empty() { "–".to_owned() } else { of.len().to_string() };
    std::iter::once(count.as_str()).chain(marks).collect()
}
