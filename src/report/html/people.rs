//! How many people and groups of owners read each data asset, and how much each organisation reads.

use serde::Serialize;

use super::words::Words;
use crate::compare::{DataNumbers, Member, Numbers, OwnerGroup, Readers};
use crate::report::grade_text;
use crate::text::html::people as own;
use crate::text::numbers as texts;

#[derive(Debug, Serialize)]
pub(super) struct People {
    note: String,
    grades: Vec<String>,
    data: Vec<DataRow>,
    uncounted: bool,
    groups: Vec<Group>,
    nothing: Option<String>,
}

#[derive(Debug, Serialize)]
struct DataRow {
    name: String,
    subjects: Option<String>,
    cells: Vec<Cell>,
    uncounted: Vec<Uncounted>,
}

/// How many people, and in how many groups.
#[derive(Debug, Serialize)]
struct Cell {
    class: &'static str,
    people: String,
    groups: Vec<String>,
}

/// Readers without a number, by the grade at which they come in.
#[derive(Debug, Serialize)]
struct Uncounted {
    grade: String,
    names: String,
}

#[derive(Debug, Serialize)]
struct Group {
    name: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    staff: String,
    reads: Vec<Reads>,
}

#[derive(Debug, Serialize)]
struct Reads {
    class: &'static str,
    text: String,
}

pub(super) fn people(words: &Words, numbers: &Numbers) -> People {
    let grades = numbers.data.first().map(|one| one.readers.iter().map(|one| one.grade)).into_iter().flatten();
    let data: Vec<DataRow> = numbers.data.iter().enumerate().map(|(at, one)| data_row(words, at, one)).collect();
    People {
        note: words.say(texts::note(words.lang)),
        grades: grades.map(|grade| words.say(grade_text(grade).name(words.lang))).collect(),
        uncounted: data.iter().any(|row| !row.uncounted.is_empty()),
        data,
        groups: numbers.owners.iter().filter_map(|one| group(words, one)).collect(),
        nothing: nothing(words, &numbers.owners),
    }
}

fn data_row(words: &Words, at: usize, numbers: &DataNumbers) -> DataRow {
    DataRow {
        name: words.data(at),
        subjects: numbers.subjects.map(|count| words.lang.number(count)),
        cells: cells(words, &numbers.readers),
        uncounted: uncounted(words, &numbers.readers),
    }
}

/// A cell for each grade; what adds nobody to the grade before says so by its class.
fn cells(words: &Words, all: &[Readers]) -> Vec<Cell> {
    let told = |one: &Readers| (one.people, one.uncounted.len(), one.owner_groups, one.unattached);
    let before = std::iter::once(None).chain(all.iter().map(Some));
    let is_same = |one: &Readers, before: Option<&Readers>| before.is_some_and(|before| told(before) == told(one));
    all.iter().zip(before).map(|(one, before)| cell(words, one, is_same(one, before))).collect()
}

fn cell(words: &Words, readers: &Readers, same: bool) -> Cell {
    let (groups, lang) = (readers.owner_groups, words.lang);
    let text = texts::readers(readers.people, readers.is_at_least(), groups, readers.unattached, lang);
    let mut lines = text.lines().map(|line| words.say(line));
    let nobody = readers.people == 0 && !readers.is_at_least() && groups == 0 && !readers.unattached;
    Cell {
        class: class_of(nobody, same, readers.grade.id()),
        people: lines.next().unwrap_or_default(),
        groups: if nobody { Vec::new() } else { lines.collect() },
    }
}

const fn class_of(nobody: bool, same: bool, grade: &'static str) -> &'static str {
    match (nobody, same) {
        (true, _) => "zero",
        (false, true) => "same",
        (false, false) => grade,
    }
}

fn uncounted(words: &Words, readers: &[Readers]) -> Vec<Uncounted> {
    let mut known = Vec::new();
    let mut all = Vec::new();
    for one in readers {
        let new: Vec<_> = one.uncounted.iter().filter(|label| !known.contains(label)).collect();
        if !new.is_empty() {
            let names: Vec<String> = new.iter().map(|label| words.name(label)).collect();
            let grade = words.say(grade_text(one.grade).name(words.lang));
            all.push(Uncounted { grade, names: names.join(", ") });
        }
        known.extend(new);
    }
    all
}

/// A group, those of its members who read something.
fn group(words: &Words, group: &OwnerGroup) -> Option<Group> {
    let rows: Vec<Row> = group.members.iter().filter(|member| reads(member)).map(|one| row(words, one)).collect();
    let owner = group.owner.as_ref().map_or_else(|| own::no_group(words.lang).to_owned(), |owner| words.head(owner));
    (!rows.is_empty()).then(|| Group { name: words.say(&owner), rows })
}

/// Whether somebody reads anything, at whatever grade.
fn reads(member: &Member) -> bool {
    member.reads.iter().any(|count| *count > 0)
}

fn row(words: &Words, member: &Member) -> Row {
    let (lang, all) = (words.lang, words.audit.data.len());
    let named = |at: &usize| own::staff(&words.actor(*at), words.audit.actors[*at].count, lang);
    let actor = &words.audit.actors[member.actor];
    let staff: Vec<String> = member.staff.iter().map(named).collect();
    let before = |at: usize| at.checked_sub(1).map(|before| member.reads[before]);
    let cell = |(at, grade): (usize, &'static str)| Reads {
        class: class_of(member.reads[at] == 0, before(at) == Some(member.reads[at]), grade),
        text: words.say(&own::out_of(member.reads[at], all, lang)),
    };
    Row {
        name: match actor.count {
            Some(count) => words.say(&own::staff(&words.head(&actor.label), Some(count), lang)),
            None => words.head(&actor.label),
        },
        staff: words.say(&staff.join(", ")),
        reads: ["design", "privilege", "tampering", "breach"].into_iter().enumerate().map(cell).collect(),
    }
}

fn nothing(words: &Words, groups: &[OwnerGroup]) -> Option<String> {
    let members = groups.iter().flat_map(|group| group.members.iter());
    let names: Vec<String> = members.filter(|member| !reads(member)).map(|one| words.actor(one.actor)).collect();
    (!names.is_empty()).then(|| words.say(&own::nothing(&names.join(", "), words.lang)))
}
