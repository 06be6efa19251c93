//! The ladder: for each rung and data asset, how many actors who are not meant to read it do.

use serde::Serialize;

use super::words::{Graded, Words};
use crate::audit::ActorKind;
use crate::compare::{self, Fill, Rung as RungView, RungKind, SystemMap};
use crate::kernel::Grade;
use crate::text::labels::capitalised;
use crate::text::ladder::FillText;
use crate::text::{Both, html as texts};

#[derive(Debug, Serialize)]
pub(super) struct Ladder {
    schemes: Vec<Scheme>,
    columns: Vec<Column>,
    rungs: Vec<Rung>,
    fills: Vec<Fills>,
}

/// A rung as a small drawing, with how many read by privilege what the answer is about.
#[derive(Debug, Serialize)]
struct Scheme {
    name: String,
    declared: bool,
    figure: super::drawing::Figure,
    readers: String,
    said: String,
}

/// A data asset at the head of a column.
#[derive(Debug, Serialize)]
pub(super) struct Column {
    label: String,
    note: String,
}

#[derive(Debug, Serialize)]
struct Rung {
    name: String,
    declared: bool,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    grade: Graded,
    counts: Vec<usize>,
}

/// What a rung assumes beyond the one below.
#[derive(Debug, Serialize)]
struct Fills {
    rung: String,
    sentences: Vec<String>,
}

pub(super) fn ladder(words: &Words, ladder: &compare::Ladder, maps: &[SystemMap]) -> Ladder {
    let rungs = &ladder.rungs;
    let fills = (0..rungs.len()).map(|at| {
        let below = rungs[at].kind.below().and_then(|kind| ladder.rung(kind)).map(|below| below.fills.as_slice());
        fills(words, &rungs[at], below.unwrap_or_default())
    });
    Ladder {
        schemes: rungs.iter().zip(maps).enumerate().map(|(at, (rung, map))| scheme(words, at, rung, map)).collect(),
        columns: columns(words),
        rungs: rungs.iter().map(|one| rung(words, one)).collect(),
        fills: fills.filter(|one| !one.sentences.is_empty()).collect(),
    }
}

fn scheme(words: &Words, at: usize, rung: &RungView, map: &SystemMap) -> Scheme {
    let name = name(words, rung.kind);
    let scene = crate::diagram::scheme(map, words.audit, &name, words.lang);
    let id = format!("scheme-{}", rung.kind.id());
    let mut readers: Vec<usize> = Vec::new();
    for (verdict, (past, new)) in words.audit.verdicts.iter().zip(&rung.cells) {
        let apart = verdict.intended || words.audit.actors[verdict.actor].kind == ActorKind::CommonBase;
        let reads = (*past).min(*new) <= Grade::Privilege && words.audit.data[verdict.data].headline;
        if reads && !apart && !readers.contains(&verdict.actor) {
            readers.push(verdict.actor);
        }
    }
    Scheme {
        declared: rung.kind == RungKind::Declared,
        figure: super::drawing::figure(&id, name.clone(), &scene, &format!("s{at}-"), false),
        readers: readers.len().to_string(),
        said: words.say(texts::scheme_readers(readers.len(), words.lang)),
        name,
    }
}

/// The data assets, as heads of columns.
pub(super) fn columns(words: &Words) -> Vec<Column> {
    let column = |(at, data): (usize, &crate::audit::DataView)| Column {
        label: words.data(at),
        note: words.say(&texts::data_note(data.health, data.subjects, words.lang)),
    };
    words.audit.data.iter().enumerate().map(column).collect()
}

fn name(words: &Words, kind: RungKind) -> String {
    capitalised(&words.say(crate::report::ladder::text(kind).name(words.lang)))
}

fn rung(words: &Words, rung: &RungView) -> Rung {
    let row = |(slot, grade): (usize, Grade)| Row {
        grade: words.grade(grade),
        counts: rung.unintended.iter().map(|counts| counts[slot]).collect(),
    };
    let grades = [Grade::Privilege, Grade::Tampering, Grade::Breach];
    Rung {
        name: name(words, rung.kind),
        declared: rung.kind == RungKind::Declared,
        rows: grades.into_iter().enumerate().map(row).collect(),
    }
}

fn fills(words: &Words, rung: &RungView, below: &[Fill]) -> Fills {
    let more = rung.fills.iter().filter(|fill| !below.contains(fill));
    Fills { rung: name(words, rung.kind), sentences: more.map(|fill| sentence(words, fill)).collect() }
}

fn sentence(words: &Words, fill: &Fill) -> String {
    let none: Vec<Both> = Vec::new();
    let (text, names, others) = match fill {
        Fill::Tls(names) => (FillText::Tls, names, &none),
        Fill::Volume(names) => (FillText::Volume, names, &none),
        Fill::EndToEnd(names, services) => (FillText::EndToEnd, names, services),
        Fill::Application(names) => (FillText::Application, names, &none),
        Fill::NoEnd(names) => (FillText::NoEnd, names, &none),
        Fill::ContentLeftOut(names) => (FillText::ContentLeftOut, names, &none),
    };
    words.say(&text.sentence(&words.list(names), &words.list(others), words.lang))
}
