//! The matrix: who can read what, each answer leading to its proof.

use serde::Serialize;

use super::ladder::{Column, columns};
use super::words::{Graded, Link, Words};
use crate::audit::{Actor, ActorKind, Undetermined, Verdict};
use crate::kernel::Grade;
use crate::report::{Row as RowView, Summary};
use crate::text::html::{self as texts, ActorSort, RowSort};

/// The most data assets beside each other on an upright sheet.
const UPRIGHT: usize = 6;

#[derive(Debug, Serialize)]
pub(super) struct Matrix {
    columns: Vec<Column>,
    span: usize,
    /// Whether a sheet of paper is turned to hold it.
    wide: bool,
    groups: Vec<Group>,
    idle: Option<Idle>,
    base: Option<Base>,
}

#[derive(Debug, Serialize)]
struct Group {
    title: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    actor: String,
    note: String,
    cells: Vec<Cell>,
}

#[derive(Debug, Serialize)]
struct Cell {
    class: &'static str,
    slots: Vec<Slot>,
    best: Option<Best>,
}

/// A grade on what is kept, on what passes, or on both.
#[derive(Debug, Serialize)]
struct Slot {
    when: Option<String>,
    grade: Graded,
    href: Option<String>,
}

/// The best case of an answer, and the questions that settle it.
#[derive(Debug, Serialize)]
struct Best {
    text: String,
    questions: Vec<Link>,
}

/// Actors who reach nothing.
#[derive(Debug, Serialize)]
struct Idle {
    title: String,
    actors: Vec<String>,
}

/// The common base: its data, by grade.
#[derive(Debug, Serialize)]
struct Base {
    sentence: String,
    grades: Vec<BaseGrade>,
}

#[derive(Debug, Serialize)]
struct BaseGrade {
    grade: String,
    data: Vec<Link>,
}

pub(super) fn matrix(words: &Words, summary: &Summary) -> Matrix {
    let columns = columns(words);
    let groups = summary.rows.chunk_by(|one, next| sort(one) == sort(next));
    let idle = (!summary.out_of_reach.is_empty()).then(|| Idle {
        title: words.say(&texts::out_of_reach(summary.out_of_reach.len(), words.lang)),
        actors: summary.out_of_reach.iter().map(|at| words.actor(*at)).collect(),
    });
    Matrix {
        span: columns.len() + 1,
        wide: columns.len() > UPRIGHT,
        columns,
        groups: groups.map(|rows| group(words, rows)).collect(),
        idle,
        base: summary.common_base.map(|actor| base(words, actor)).filter(|base| !base.grades.is_empty()),
    }
}

fn sort(row: &RowView) -> RowSort {
    sort_of(row.easiest)
}

const fn sort_of(grade: Grade) -> RowSort {
    match grade {
        Grade::Design | Grade::Privilege => RowSort::Privilege,
        Grade::Tampering | Grade::Evident => RowSort::Tampering,
        Grade::Breach => RowSort::Breach,
        Grade::None => RowSort::Intended,
    }
}

fn group(words: &Words, rows: &[RowView]) -> Group {
    let sort = rows.first().map_or(RowSort::Intended, sort);
    let named = rows.iter().filter(|row| sort_of(row.concerned(words.audit)) == sort).count();
    let health = words.audit.data.iter().any(|data| data.health);
    Group {
        title: words.say(&texts::group(sort, (named, rows.len()), health, words.lang)),
        rows: rows.iter().map(|one| row(words, one)).collect(),
    }
}

fn row(words: &Words, row: &RowView) -> Row {
    let verdicts = row.verdicts.iter().map(|at| &words.audit.verdicts[*at]);
    Row {
        actor: words.head(&words.audit.actors[row.actor].label),
        note: words.say(&note(words, &words.audit.actors[row.actor])),
        cells: verdicts.map(|verdict| cell(words, verdict)).collect(),
    }
}

fn note(words: &Words, actor: &Actor) -> String {
    let sort = match actor.kind {
        ActorKind::Organisation | ActorKind::UnknownOwner => ActorSort::Organisation,
        ActorKind::People => ActorSort::Users,
        ActorKind::Admin => ActorSort::Admins,
        ActorKind::Adversary | ActorKind::CommonBase => ActorSort::Adversary,
    };
    texts::actor_note(sort, actor.count, words.lang)
}

fn cell(words: &Words, verdict: &Verdict) -> Cell {
    Cell {
        class: verdict.easiest().id(),
        slots: slots(words, verdict),
        best: verdict.undetermined.as_ref().map(|best| best_case(words, best)),
    }
}

fn slots(words: &Words, verdict: &Verdict) -> Vec<Slot> {
    let (past, new) = (words.past(verdict), words.grade(verdict.new));
    let href = |proof: Option<usize>, suffix: &str| proof.map(|_| words.slot_href(verdict, suffix));
    if past == new {
        let (when, href) = (None, href(verdict.past_proof, ""));
        return vec![Slot { when, grade: past, href }];
    }
    let [kept, from_now] = texts::slots(words.lang);
    vec![
        Slot { when: Some(words.say(kept)), grade: past, href: href(verdict.past_proof, ".past") },
        Slot { when: Some(words.say(from_now)), grade: new, href: href(verdict.new_proof, ".new") },
    ]
}

fn best_case(words: &Words, best: &Undetermined) -> Best {
    let grades = words.grades(&words.grade(best.past), &words.grade(best.new));
    Best {
        text: words.say(&texts::best(&grades, words.lang)),
        questions: best.questions.iter().map(|at| question(words, *at)).collect(),
    }
}

/// A link to a question, by its position.
pub(super) fn question(words: &Words, at: usize) -> Link {
    Link { href: format!("#q{}", at + 1), text: words.say(&texts::question(at + 1, words.lang)) }
}

fn base(words: &Words, actor: usize) -> Base {
    let mut grades: Vec<BaseGrade> = Vec::new();
    let verdicts = words.audit.verdicts.iter().filter(|verdict| verdict.actor == actor);
    for verdict in verdicts.filter(|verdict| verdict.easiest().is_reachable()) {
        let grade = words.grades(&words.past(verdict), &words.grade(verdict.new));
        let link = Link { href: format!("#{}", words.anchor(verdict)), text: words.data(verdict.data) };
        match grades.iter_mut().find(|known| known.grade == grade) {
            Some(known) => known.data.push(link),
            None => grades.push(BaseGrade { grade, data: vec![link] }),
        }
    }
    Base { sentence: words.say(&texts::base(&words.actor(actor), words.lang)), grades }
}
