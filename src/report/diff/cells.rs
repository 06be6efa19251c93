//! Cells that move, told together: the data of one actor, the adversaries of one class.

use super::Item;
use crate::audit::StepView;
use crate::compare::{CellChange, Slots};
use crate::kernel::Grade;
use crate::kernel::clause::Rule;
use crate::report::actors::class_of;
use crate::report::summary::grade_text;
use crate::text::human::short_grade;
use crate::text::labels::class_and_target;
use crate::text::{Lang, diff as words};

/// Cells told in one line.
pub(super) struct Group<'a> {
    /// The class of adversaries, what they are called, and what each is against.
    class: Option<&'a str>,
    name: &'a str,
    targets: Vec<&'a str>,
    /// The data, by their labels.
    pub(super) data: Vec<&'a str>,
    cells: Vec<&'a CellChange>,
}

impl Group<'_> {
    /// The first of its cells: the others moved as it did.
    pub(super) fn first(&self) -> &CellChange {
        self.cells[0]
    }

    /// Its actors, in words.
    pub(super) fn actors(&self) -> String {
        if self.targets.is_empty() {
            self.name.to_owned()
        } else {
            format!("{} ({})", self.name, self.targets.join(", "))
        }
    }
}

/// What an actor is called; of an adversary of a class, that of the class and what it is against.
pub(super) fn name_of(cell: &CellChange, lang: Lang) -> (&str, Option<&str>) {
    let label = cell.actor_label.get(lang);
    let parts = class_of(&cell.actor).and_then(|_| class_and_target(label, lang));
    parts.map_or((label, None), |(name, target)| (name, Some(target)))
}

/// What must be alike for two cells to share a line.
fn alike(one: &CellChange, other: &CellChange) -> bool {
    let key = |cell: &CellChange| (cell.before, cell.after, cell.meant, cell.there);
    key(one) == key(other)
}

/// Cells grouped by actor and move, then adversaries of one class that move alike on the same data.
pub(super) fn grouped(cells: &[CellChange], lang: Lang) -> Vec<Group<'_>> {
    let mut rows: Vec<Vec<&CellChange>> = Vec::new();
    for cell in cells {
        match rows.iter_mut().find(|row| row[0].actor == cell.actor && alike(row[0], cell)) {
            Some(row) => row.push(cell),
            None => rows.push(vec![cell]),
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    for row in rows {
        let label = row[0].actor_label.get(lang);
        let parts = class_of(&row[0].actor).zip(class_and_target(label, lang));
        let data: Vec<&str> = row.iter().map(|cell| cell.data_label.get(lang)).collect();
        let Some((class, (name, target))) = parts else {
            groups.push(Group { class: None, name: label, targets: Vec::new(), data, cells: row });
            continue;
        };
        let same = |group: &&mut Group| {
            group.class == Some(class) && group.name == name && group.data == data && alike(group.cells[0], row[0])
        };
        match groups.iter_mut().find(same) {
            Some(group) => {
                group.targets.push(target);
                group.cells.extend(row);
            }
            None => groups.push(Group { class: Some(class), name, targets: vec![target], data, cells: row }),
        }
    }
    groups
}

/// Lines of what is gained or lost, worst first, each with its proof, or with the steps of it that no longer hold.
pub(super) fn moved(cells: &[CellChange], title: &'static str, broken: bool, lang: Lang) -> Vec<Item> {
    let mut groups = grouped(cells, lang);
    let easiest = |cell: &CellChange| if broken { cell.before.easiest() } else { cell.after.easiest() };
    groups.sort_by_key(|group| easiest(group.cells[0]));
    let item = |group: &Group| {
        let first = group.cells[0];
        let grades = grades(first.before, first.after, lang) + words::aside(first.there, first.meant, lang);
        let text = words::moved(&group.actors(), &group.data.join(", "), &grades, lang);
        let shortest = group.cells.iter().min_by_key(|cell| cell.steps.len());
        Item { text, title, details: shortest.map_or_else(Vec::new, |cell| steps(cell, group, broken, lang)) }
    };
    groups.iter().map(item).collect()
}

/// Numbered steps; of several cells, those of the one that is named first. Of what is lost, those that no longer hold; of
/// what is gained, all that teach something, those marked which rest on what the model before had not.
fn steps(cell: &CellChange, group: &Group, broken: bool, lang: Lang) -> Vec<String> {
    let is_new = |at: &usize| cell.broken.contains(at);
    let own = |at: &usize| is_its_own(&cell.steps[*at]);
    let taught = (0..cell.steps.len()).any(|at| is_new(&at) && !own(&at));
    let shown = |at: &usize| if broken { is_new(at) } else { !own(at) || (is_new(at) && !taught) };
    let numbered = (0..cell.steps.len()).filter(shown).enumerate();
    let lines = numbered.map(|(nth, at)| {
        let sentence = cell.steps[at].sentence.get(lang);
        // What is gained is told anew; the steps that are gone keep their numbers in the old proof.
        let number = if broken { at } else { nth } + 1;
        let mark = if !broken && is_new(&at) { format!(" ({}).", words::new_step(lang)) } else { ".".to_owned() };
        format!("{number}. {}{mark}", sentence.trim_end_matches('.'))
    });
    let which = format!("{} – {}", cell.actor_label.get(lang), cell.data_label.get(lang));
    let several = group.cells.len() > 1 && !cell.steps.is_empty();
    several.then_some(which).into_iter().chain(lines).collect()
}

/// Whether a step only says that somebody has what is its own by name: its credentials, the supply that it is.
fn is_its_own(step: &StepView) -> bool {
    let [fact] = step.facts.as_slice() else { return false };
    let mut quoted = fact.split('"').skip(1).step_by(2);
    let (Some(actor), Some(object)) = (quoted.next(), quoted.next()) else { return false };
    let name = actor.rsplit('/').next().unwrap_or(actor);
    step.rule == Rule::R0 && object.rsplit([':', '/']).next() == Some(name)
}

/// Both grades, of what is kept and of what passes.
pub(super) fn grades(before: Slots, after: Slots, lang: Lang) -> String {
    let word = |grade: Grade| grade_text(grade).name(lang);
    let past = words::from_to(word(before.past), word(after.past));
    let new = words::from_to(word(before.new), word(after.new));
    match (before.past == after.past, before.new == after.new) {
        _ if past == new => past,
        (true, false) => words::passing(&new, lang),
        (false, true) => words::kept(&past, lang),
        _ => words::slots(&past, &new, lang),
    }
}

/// Both grades in a cell: those of what is kept and of what passes apart where they move apart.
pub(super) fn short_grades(before: Slots, after: Slots, lang: Lang) -> String {
    let word = |grade: Grade| short_grade(grade_text(grade), lang);
    let past = words::from_to(word(before.past), word(after.past));
    let new = words::from_to(word(before.new), word(after.new));
    match (before.past == after.past, before.new == after.new) {
        _ if past == new => past,
        (true, false) => words::passing(&new, lang),
        (false, true) => words::kept(&past, lang),
        _ => format!("{}\n{}", words::kept(&past, lang), words::passing(&new, lang)),
    }
}
