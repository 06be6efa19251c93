//! Who reads what, a line for the data of one actor, or of adversaries of one class, that move alike.

use super::{Grid, Part, Sheet};
use crate::audit::Verdict;
use crate::compare::{Row, Slots};
use crate::report::actors::class_of;
use crate::report::human::{cell, marks_in};
use crate::text::Lang;
use crate::text::comparison::{self as words, MoveText};
use crate::text::labels::class_and_target;

/// Lines told together.
struct Group<'a> {
    actor: &'a str,
    class: Option<&'a str>,
    name: &'a str,
    targets: Vec<&'a str>,
    data: Vec<&'a str>,
    cells: Vec<String>,
}

pub(super) fn part(sheet: &Sheet, lang: Lang) -> Part {
    let rows = &sheet.comparison.rows;
    let shown: Vec<&Row> = rows.iter().filter(|row| sheet.all || row.differs()).collect();
    let lines: Vec<_> = grouped(&shown, lang).iter().map(|group| (group.label(), group.cells.clone())).collect();
    let mut notes = notes(&shown, lang);
    if rows.iter().all(|row| !row.differs()) {
        notes.insert(0, words::nothing(lang).to_owned());
    }
    if !sheet.all {
        let absent = rows.iter().filter(|row| row.is_absent_somewhere()).count();
        notes.push(words::alike(rows.len() - shown.len() - absent, absent, lang));
    }
    let grid = (!lines.is_empty()).then_some(Grid { heading: words::who(lang), lines });
    Part { title: words::cells(lang), grid, notes }
}

impl Group<'_> {
    fn label(&self) -> String {
        let who = match self.targets.as_slice() {
            [] => self.name.to_owned(),
            targets => format!("{} ({})", self.name, targets.join(", ")),
        };
        format!("{who} – {}", self.data.join(", "))
    }
}

/// The data of one actor whose cells are the same, then adversaries of one class that are so on the same data.
fn grouped<'a>(rows: &[&'a Row], lang: Lang) -> Vec<Group<'a>> {
    let mut own: Vec<Group> = Vec::new();
    for row in rows {
        let cells: Vec<String> = (0..row.cells.len()).map(|at| cell_of(row, at, lang)).collect();
        let data = row.data_label.get(lang);
        if let Some(group) = own.iter_mut().find(|group| group.actor == row.actor && group.cells == cells) {
            group.data.push(data);
            continue;
        }
        let label = row.actor_label.get(lang);
        let parts = class_of(&row.actor).zip(class_and_target(label, lang));
        let (class, name, targets) = match parts {
            Some((class, (name, target))) => (Some(class), name, vec![target]),
            None => (None, label, Vec::new()),
        };
        own.push(Group { actor: &row.actor, class, name, targets, data: vec![data], cells });
    }
    let mut groups: Vec<Group> = Vec::new();
    for group in own {
        let same = |other: &&mut Group| {
            group.class.is_some()
                && (other.class, other.name) == (group.class, group.name)
                && (&other.data, &other.cells) == (&group.data, &group.cells)
        };
        match groups.iter_mut().find(same) {
            Some(other) => other.targets.extend(group.targets),
            None => groups.push(group),
        }
    }
    groups
}

/// The grades of a cell, whether its actor is meant to read, and how it differs from the first column.
fn cell_of(row: &Row, at: usize, lang: Lang) -> String {
    let verdict = row.cells[at].as_ref();
    let mut lines = vec![verdict.map_or_else(|| words::absent(lang).to_owned(), |one| cell(one, lang))];
    if verdict.is_some_and(|one| one.intended) {
        lines.push(words::meant(lang).to_owned());
    }
    lines.extend(signs(Slots::of(row.cells[0].as_ref()), Slots::of(verdict)).map(|sign| sign.word(lang).to_owned()));
    lines.join("\n")
}

/// How grades differ, whoever is meant to read. What is kept may be easier to read and what passes harder.
pub(super) fn signs(before: Slots, after: Slots) -> impl Iterator<Item = MoveText> {
    let reads = |slots: Slots| slots.easiest().is_reachable();
    let easier = if reads(before) { MoveText::Easier } else { MoveText::Gained };
    let harder = if reads(after) { MoveText::Harder } else { MoveText::Lost };
    let up = after.is_easier_than(before).then_some(easier);
    up.into_iter().chain(before.is_easier_than(after).then_some(harder))
}

/// What the marks in the cells mean, where there are any.
fn notes(rows: &[&Row], lang: Lang) -> Vec<String> {
    let cells = || rows.iter().flat_map(|row| row.cells.iter());
    let shown: Vec<&Verdict> = cells().flatten().collect();
    let mut notes = Vec::new();
    let moved = |row: &&Row| row.cells.iter().any(|cell| Slots::of(cell.as_ref()) != Slots::of(row.cells[0].as_ref()));
    if rows.iter().any(moved) {
        notes.push(words::signs(lang).to_owned());
    }
    if shown.iter().any(|verdict| verdict.intended) {
        notes.push(words::meant_note(lang).to_owned());
    }
    if cells().any(Option::is_none) {
        notes.push(words::absent_note(lang).to_owned());
    }
    notes.extend(marks_in(&shown, lang));
    notes
}
