//! What every part of the page needs: names and grades in words, places, and where proofs stand.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::audit::{Audit, Place, PlaceKind, ProofView, Verdict};
use crate::kernel::Grade;
use crate::report::{evidence, grade_text};
use crate::text::labels::capitalised;
use crate::text::{Both, Lang, explain, harmless, html as texts, typeset};

/// The version of the tool.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// An audit, told in a language.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) audit: &'a Audit,
    /// The paths of the model's files, from the folder of its own.
    pub(super) paths: &'a [&'a str],
    pub(super) lang: Lang,
}

/// A grade in words, with the class that colours them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Graded {
    pub(super) class: &'static str,
    pub(super) word: String,
}

/// A link within the page.
#[derive(Debug, Serialize)]
pub(super) struct Link {
    pub(super) href: String,
    pub(super) text: String,
}

/// A part of a sentence.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Span {
    code: bool,
    text: String,
}

/// Lines of the model.
#[derive(Debug, Serialize)]
pub(super) struct Lines {
    word: &'static str,
    items: Vec<LineRef>,
}

#[derive(Debug, Serialize)]
struct LineRef {
    anchor: String,
    /// The number, after the file's path where it is not the model's own.
    shown: String,
    #[serde(skip)]
    at: (usize, usize),
    note: &'static str,
}

/// Lines that follow each other, with one note, as one range.
fn ranges(items: &[LineRef]) -> Vec<LineRef> {
    let next =
        |one: &LineRef, other: &LineRef| one.note == other.note && one.at.0 == other.at.0 && one.at.1 + 1 == other.at.1;
    let chunks = items.chunk_by(next).filter_map(|chunk| {
        let (first, last) = (chunk.first()?, chunk.last()?);
        let end = if chunk.len() > 1 { format!("–{}", last.at.1) } else { String::new() };
        Some(LineRef { anchor: first.anchor.clone(), shown: format!("{}{end}", first.shown), ..*first })
    });
    chunks.collect()
}

/// Where a line stands in the page.
pub(super) fn line_anchor(file: usize, line: usize) -> String {
    match file {
        0 => format!("L{line}"),
        _ => format!("F{}L{line}", file + 1),
    }
}

impl Words<'_> {
    /// A sentence as the page prints it.
    pub(super) fn say(&self, text: &str) -> String {
        typeset(text, self.lang)
    }

    /// A sentence with names of the model in it.
    pub(super) fn told(&self, text: &str) -> String {
        self.say(&harmless(text))
    }

    /// A sentence with names of the model in it, as one part.
    pub(super) fn whole(&self, text: &str) -> Vec<Span> {
        vec![Span { code: false, text: self.told(text) }]
    }

    /// A sentence of the tool's own, what stands between back quotes being code.
    pub(super) fn coded(&self, text: &str) -> Vec<Span> {
        let said = self.say(text);
        let spans = said.split('`').enumerate().map(|(at, text)| Span { code: at % 2 == 1, text: text.to_owned() });
        spans.filter(|span| !span.text.is_empty()).collect()
    }

    /// A name or a text of the model.
    pub(super) fn name(&self, both: &Both) -> String {
        self.told(both.get(self.lang))
    }

    /// A name at the head of a row.
    pub(super) fn head(&self, both: &Both) -> String {
        capitalised(&self.name(both))
    }

    /// Names of the model, as a list in words.
    pub(super) fn list<'b>(&self, names: impl IntoIterator<Item = &'b Both>) -> String {
        let names: Vec<String> = names.into_iter().map(|both| self.name(both)).collect();
        self.lang.list(&names)
    }

    /// The label of an actor, by its position.
    pub(super) fn actor(&self, at: usize) -> String {
        self.name(&self.audit.actors[at].label)
    }

    /// The label of a data asset, by its position.
    pub(super) fn data(&self, at: usize) -> String {
        self.name(&self.audit.data[at].label)
    }

    /// The first digits of the model's hash.
    pub(super) fn short_hash(&self) -> &str {
        self.audit.hash.get(..12).unwrap_or(&self.audit.hash)
    }

    /// A grade in words.
    pub(super) fn grade(&self, grade: Grade) -> Graded {
        Graded { class: grade.id(), word: self.say(&explain::grade(grade_text(grade), grade.is_evident(), self.lang)) }
    }

    /// The grade on what is kept, with its next-use mark.
    pub(super) fn past(&self, verdict: &Verdict) -> Graded {
        let mut graded = self.grade(verdict.past);
        if verdict.next_use && verdict.past.is_reachable() {
            graded.word = self.say(&texts::next_use(&graded.word, self.lang));
        }
        graded
    }

    /// Two grades in one line, or one when they are the same.
    pub(super) fn grades(&self, past: &Graded, new: &Graded) -> String {
        if past == new {
            return past.word.clone();
        }
        self.say(&texts::two_grades(&past.word, &new.word, self.lang))
    }

    /// Lines by the numbers of their files and their own, in their order, each once.
    pub(super) fn lines(&self, places: impl IntoIterator<Item = (usize, usize)>) -> Lines {
        let places: BTreeSet<(usize, usize)> = places.into_iter().collect();
        self.worded(&places.into_iter().map(|at| self.line(at, "")).collect::<Vec<_>>())
    }

    fn line(&self, at: (usize, usize), note: &'static str) -> LineRef {
        let (file, number) = at;
        let shown = match file {
            0 => number.to_string(),
            _ => format!("{}:{number}", harmless(self.paths[file])),
        };
        LineRef { anchor: line_anchor(file, number), shown, at, note }
    }

    fn worded(&self, items: &[LineRef]) -> Lines {
        let word = texts::lines_word(items.len(), self.lang);
        Lines { word, items: ranges(items) }
    }

    /// Where the model says something, with what is only supposed there.
    pub(super) fn places(&self, places: &[Place]) -> Lines {
        let note = |kind: PlaceKind| match kind {
            PlaceKind::Stated => "",
            PlaceKind::Unknown => explain::unknown(self.lang),
            PlaceKind::Assumed => explain::assumed(self.lang),
            PlaceKind::BuiltIn => explain::built_in(self.lang),
        };
        let mut items: Vec<LineRef> = Vec::new();
        for place in places {
            let item = self.line(place.position.of_line(), note(place.kind));
            if !items.iter().any(|known| (known.at, known.note) == (item.at, item.note)) {
                items.push(item);
            }
        }
        items.sort_by_key(|item| item.at);
        self.worded(&items)
    }

    /// What a proof rests on at its weakest, by its position.
    pub(super) fn rests_on(&self, proof: usize) -> Option<String> {
        self.rests_of(&self.audit.proofs[proof])
    }

    /// What a proof rests on at its weakest.
    pub(super) fn rests_of(&self, proof: &ProofView) -> Option<String> {
        evidence::weakest(self.paths, proof, self.lang).map(|text| self.say(&text))
    }

    /// The same of two proofs, where both rest on the same.
    pub(super) fn both_rest_on(&self, proofs: [usize; 2]) -> Option<String> {
        let proofs = proofs.map(|at| &self.audit.proofs[at]);
        evidence::both(self.paths, proofs, self.lang).map(|text| self.say(&text))
    }

    /// Where the proofs of a verdict stand.
    pub(super) fn anchor(&self, verdict: &Verdict) -> String {
        let (actor, data) = (&self.audit.actors[verdict.actor], &self.audit.data[verdict.data]);
        format!("p-{}.{}", actor.id, data.id)
    }

    /// Where the proof of one of its slots stands.
    pub(super) fn slot_href(&self, verdict: &Verdict, suffix: &str) -> String {
        format!("#{}{}", self.anchor(verdict), if Self::is_shared(verdict) { "" } else { suffix })
    }

    /// Whether both slots have one proof.
    pub(super) fn is_shared(verdict: &Verdict) -> bool {
        verdict.past_proof.is_some() && (verdict.same_path || verdict.past_proof == verdict.new_proof)
    }
}
