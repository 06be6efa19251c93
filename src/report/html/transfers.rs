//! Third countries: who is outside or controlled from there, what each has, and on what that turns.

use serde::Serialize;

use super::words::{Graded, Span, Words};
use crate::compare::{Conclusion, Dossier, Standing, Transfer, Transferred};
use crate::report::transfers::{
    alike, answer_text, basis, from_not_stated, has_adequacy, in_the_clear, labels, marks, question, standing_text,
    standings, ties, to_ask,
};
use crate::text::transfers as texts;

#[derive(Debug, Serialize)]
pub(super) struct Transfers {
    pub(super) title: String,
    intro: Option<String>,
    nobody: Option<String>,
    parts: Vec<Part>,
    clear: Option<Clear>,
    notes: Vec<Vec<Span>>,
}

/// Those of one standing.
#[derive(Debug, Serialize)]
struct Part {
    title: String,
    actors: Vec<Actor>,
    to_ask: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Actor {
    name: String,
    ties: String,
    cases: Vec<Case>,
}

/// A use case, and the data of it.
#[derive(Debug, Serialize)]
struct Case {
    number: String,
    what: String,
    answer: Graded,
    data: String,
    questions: Vec<String>,
}

/// What holds of whoever has data in the clear.
#[derive(Debug, Serialize)]
struct Clear {
    says: String,
    asked: String,
    questions: Vec<String>,
}

pub(super) fn transfers(words: &Words, dossier: &Dossier) -> Transfers {
    let (all, lang) = (&dossier.transfers.list, words.lang);
    let clear = in_the_clear(words.audit, all, lang).map(|one| Clear {
        says: words.say(texts::never_rescued(lang)),
        asked: words.say(&one.asked),
        questions: one.questions.iter().map(|question| words.say(question)).collect(),
    });
    let adequacy = has_adequacy(all).then(|| texts::adequacy_dated(lang).to_owned());
    let notes = adequacy.into_iter().chain(from_not_stated(dossier, lang));
    Transfers {
        title: words.say(texts::title(lang)),
        intro: all.iter().any(Transfer::is_certain).then(|| words.say(texts::intro(lang))),
        nobody: all.is_empty().then(|| words.say(texts::nobody(lang))),
        parts: standings(all).into_iter().map(|(standing, those)| part(words, standing, &those)).collect(),
        clear,
        notes: notes.map(|note| words.coded(&note)).collect(),
    }
}

fn part(words: &Words, standing: Standing, those: &[&Transfer]) -> Part {
    let asked = standing == Standing::ToAsk;
    let lines = if asked { to_ask(words.audit, those, words.lang) } else { Vec::new() };
    let heading = standing_text(standing).heading(words.lang);
    Part {
        title: words.say(heading.trim_end_matches([' ', ':'])),
        actors: if asked { Vec::new() } else { those.iter().map(|one| actor(words, one)).collect() },
        to_ask: lines.iter().map(|line| words.say(line)).collect(),
    }
}

fn actor(words: &Words, transfer: &Transfer) -> Actor {
    let mut ties = ties(words.audit, transfer, words.lang);
    ties.push(texts::basis(basis(transfer), words.lang).to_owned());
    let case = |(first, data): (&Transferred, Vec<usize>)| case(words, first, &data);
    Actor {
        name: words.actor(transfer.actor),
        ties: words.say(&ties.join(", ")),
        cases: alike(&transfer.data).into_iter().map(case).collect(),
    }
}

fn case(words: &Words, first: &Transferred, data: &[usize]) -> Case {
    let (lang, use_case) = (words.lang, first.use_case);
    let marks = marks(first, lang);
    let named = std::iter::once(labels(words.audit, data, lang)).chain(marks.into_iter().map(str::to_owned));
    let conclusion = first.conclusion();
    // The questions of use cases 6 and 7 are the same for all: they are asked once, of all.
    let asked = first.conditions.iter().filter(|_| use_case.is_effective());
    Case {
        number: texts::numbered(use_case.number(), lang),
        what: words.say(texts::use_case(use_case.number(), lang)),
        answer: Graded { class: class_of(conclusion), word: words.say(answer_text(conclusion).phrase(lang)) },
        data: words.say(&named.collect::<Vec<_>>().join(", ")),
        questions: asked.map(|condition| words.say(&question(condition, lang))).collect(),
    }
}

const fn class_of(conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::No | Conclusion::NotEstablished => "privilege",
        Conclusion::Conditional => "open",
        Conclusion::Yes => "none",
    }
}
