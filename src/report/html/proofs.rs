//! The proofs behind the cells, actor by actor, in the order of the matrix.

use serde::Serialize;

use super::words::{Step, Words};
use crate::audit::Verdict;
use crate::report::Summary;
use crate::text::html::{self as texts, Slot};

/// The proofs about one actor.
#[derive(Debug, Serialize)]
pub(super) struct ActorProofs {
    actor: String,
    cells: Vec<CellProof>,
}

#[derive(Debug, Serialize)]
struct CellProof {
    id: String,
    class: &'static str,
    data: String,
    grades: String,
    parts: Vec<Part>,
}

/// The proof of one slot, or of both.
#[derive(Debug, Serialize)]
struct Part {
    id: Option<String>,
    title: Option<String>,
    steps: Vec<Step>,
    rests: Option<String>,
    note: Option<String>,
}

pub(super) fn proofs(words: &Words, summary: &Summary) -> Vec<ActorProofs> {
    let shown = summary.rows.iter().map(|row| row.actor).chain(summary.common_base);
    let of =
        |actor: usize| ActorProofs { actor: words.head(&words.audit.actors[actor].label), cells: cells(words, actor) };
    shown.map(of).filter(|one| !one.cells.is_empty()).collect()
}

fn cells(words: &Words, actor: usize) -> Vec<CellProof> {
    let proved = |verdict: &&Verdict| verdict.actor == actor && verdict.easiest().is_reachable();
    words.audit.verdicts.iter().filter(proved).map(|verdict| cell(words, verdict)).collect()
}

fn cell(words: &Words, verdict: &Verdict) -> CellProof {
    CellProof {
        id: words.anchor(verdict),
        class: verdict.easiest().id(),
        data: words.data(verdict.data),
        grades: words.grades(&words.past(verdict), &words.grade(verdict.new)),
        parts: parts(words, verdict),
    }
}

fn parts(words: &Words, verdict: &Verdict) -> Vec<Part> {
    let (past, new) = (words.past(verdict), words.grade(verdict.new));
    if let Some(proof) = verdict.past_proof.filter(|_| Words::is_shared(verdict)) {
        let note = (verdict.past_proof != verdict.new_proof).then(|| texts::same_path(words.lang));
        // Slots that share a path may still differ by the next-use mark.
        let title = (past != new).then(|| title(words, Slot::Both, &words.grades(&past, &new)));
        let (steps, rests) = (words.steps(proof), words.rests_on(proof));
        return vec![Part { id: None, title, steps, rests, note: note.map(|note| words.say(note)) }];
    }
    vec![
        part(words, verdict, Slot::Past, verdict.past_proof, &past.word),
        part(words, verdict, Slot::New, verdict.new_proof, &new.word),
    ]
}

fn title(words: &Words, slot: Slot, grade: &str) -> String {
    words.say(&texts::slot(slot, grade, words.lang))
}

fn part(words: &Words, verdict: &Verdict, slot: Slot, proof: Option<usize>, grade: &str) -> Part {
    let suffix = if slot == Slot::New { "new" } else { "past" };
    Part {
        id: Some(format!("{}.{suffix}", words.anchor(verdict))),
        title: Some(title(words, slot, grade)),
        steps: proof.map(|proof| words.steps(proof)).unwrap_or_default(),
        rests: proof.and_then(|proof| words.rests_on(proof)),
        note: proof.is_none().then(|| words.say(texts::no_path(words.lang))),
    }
}
