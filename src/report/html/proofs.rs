//! The proofs behind the cells, actor by actor, in the order of the matrix; each step about an actor is written once.

use serde::Serialize;

use super::steps::{Path, Shared};
use super::words::Words;
use crate::audit::Verdict;
use crate::report::Summary;
use crate::text::html as texts;
use crate::text::labels::capitalised;

/// The proofs about one actor.
#[derive(Debug, Serialize)]
pub(super) struct ActorProofs {
    actor: String,
    count: String,
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
    path: Option<Path>,
    rests: Option<String>,
    note: Option<String>,
}

pub(super) fn proofs(words: &Words, summary: &Summary) -> Vec<ActorProofs> {
    let shown = summary.rows.iter().map(|row| row.actor).chain(summary.common_base);
    shown.enumerate().filter_map(|(at, actor)| about(words, at + 1, actor)).collect()
}

fn about(words: &Words, list: usize, actor: usize) -> Option<ActorProofs> {
    let mut told = Shared::new(words, list);
    let proved = |verdict: &&Verdict| verdict.actor == actor && verdict.easiest().is_reachable();
    let verdicts = words.audit.verdicts.iter().filter(proved);
    let cells: Vec<CellProof> = verdicts.map(|verdict| cell(words, verdict, &mut told)).collect();
    (!cells.is_empty()).then(|| ActorProofs {
        actor: words.head(&words.audit.actors[actor].label),
        count: words.say(&texts::proofs_count(cells.len(), told.len(), words.lang)),
        cells,
    })
}

fn cell(words: &Words, verdict: &Verdict, told: &mut Shared) -> CellProof {
    CellProof {
        id: words.anchor(verdict),
        class: verdict.easiest().id(),
        data: words.head(&words.audit.data[verdict.data].label),
        grades: words.grades(&words.past(verdict), &words.grade(verdict.new)),
        parts: parts(words, verdict, told),
    }
}

fn parts(words: &Words, verdict: &Verdict, told: &mut Shared) -> Vec<Part> {
    if let Some(proof) = verdict.past_proof.filter(|_| Words::is_shared(verdict)) {
        let note = (verdict.past_proof != verdict.new_proof).then(|| words.say(texts::same_path(words.lang)));
        let (path, rests) = (Some(told.tell(proof)), words.rests_on(proof));
        return vec![Part { id: None, title: None, path, rests, note }];
    }
    let [kept, new] = texts::slot_names(words.lang);
    let slots = [("past", kept, verdict.past_proof), ("new", new, verdict.new_proof)];
    let both = verdict.past_proof.zip(verdict.new_proof).and_then(|(one, other)| words.both_rest_on([one, other]));
    let part = |(suffix, title, proof): (&'static str, &str, Option<usize>)| Part {
        id: Some(format!("{}.{suffix}", words.anchor(verdict))),
        title: Some(capitalised(title)),
        path: proof.map(|proof| told.tell(proof)),
        rests: match &both {
            None => proof.and_then(|proof| words.rests_on(proof)),
            // Said once, under the second.
            both => both.clone().filter(|_| suffix == "new"),
        },
        note: proof.is_none().then(|| words.say(texts::no_path(words.lang))),
    };
    slots.into_iter().map(part).collect()
}
