//! Two models or more, side by side: in brief, who reads what, who reads no longer, how many, what is claimed.

mod cells;
mod json;
mod numbers;
mod write;

pub use json::{FORMAT, json};
pub use write::{human, markdown};

use super::actors::with_data;
use super::human::acceptance;
use super::summary::Summary;
use crate::audit::{AcceptanceState, Audit};
use crate::compare::{Column, Comparison, Dossier, Reader, Said};
use crate::model::ClaimVerdict;
use crate::text::report::{self as sentences, Answer};
use crate::text::{Lang, comparison as words, diff as changes, human as tables};

/// What is compared: the models, and how the columns are named.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// What it is of, a dossier for each column.
    pub dossiers: &'a [Dossier],
    /// Whether what differs nowhere is shown too.
    pub all: bool,
}

/// A table of a first column of words and a column for each model.
#[derive(Debug)]
pub(super) struct Grid {
    /// The heading of the first column.
    pub(super) heading: &'static str,
    /// What each line is about, and its cells.
    pub(super) lines: Vec<(String, Vec<String>)>,
}

/// A part of the whole: its table if it has one, and what there is to say.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) title: &'static str,
    pub(super) grid: Option<Grid>,
    pub(super) notes: Vec<String>,
}

impl Sheet<'_> {
    fn audits(&self) -> impl Iterator<Item = &Audit> {
        self.dossiers.iter().map(|dossier| &dossier.audit)
    }

    /// The columns, each by its number and a short name.
    pub(super) fn names(&self, lang: Lang) -> Vec<String> {
        let one_file = self.audits().all(|audit| audit.file == self.dossiers[0].audit.file);
        let name = |audit: &Audit| match (&audit.variant, one_file) {
            (Some(variant), true) => variant.clone(),
            (None, true) => words::itself(lang).to_owned(),
            (variant, false) => {
                let name = audit.file.rsplit('/').next().unwrap_or(&audit.file);
                let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
                variant.as_ref().map_or_else(|| stem.to_owned(), |variant| format!("{stem} #{variant}"))
            }
        };
        self.audits().enumerate().map(|(at, audit)| words::column(at + 1, &name(audit))).collect()
    }

    /// What each column stands for.
    pub(super) fn legends(&self, lang: Lang) -> Vec<String> {
        let legend = |(name, audit): (String, &Audit)| words::legend(&name, audit.system.get(lang), &audit.file);
        self.names(lang).into_iter().zip(self.audits()).map(legend).collect()
    }

    /// Every part that has something to tell, in order.
    pub(super) fn parts(&self, lang: Lang) -> Vec<Part> {
        let parts = [
            self.brief(lang),
            cells::part(self, lang),
            self.readers(lang),
            numbers::people(self, lang),
            numbers::places(self, lang),
            self.claims(lang),
            self.failures(lang),
        ];
        parts.into_iter().filter(|part| part.grid.is_some() || !part.notes.is_empty()).collect()
    }

    /// Whether the answers are about health data; else whether they leave metadata apart; in every column.
    fn counted(&self) -> (bool, bool) {
        let answers: Vec<Answer> = self.audits().map(|audit| Summary::new(audit).answer).collect();
        (answers.iter().all(|one| one.health), answers.iter().all(|one| one.apart))
    }

    fn brief(&self, lang: Lang) -> Part {
        let line = |what: &str, cell: &dyn Fn(usize, &Audit) -> String| {
            (what.to_owned(), self.audits().enumerate().map(|(at, audit)| cell(at, audit)).collect())
        };
        let of = |part: usize, all: usize| format!("{part}/{all}");
        let (health, apart) = self.counted();
        let main = changes::counted(health, apart, lang).filter(|_| self.audits().any(has_others));
        let all = if main.is_some() { words::readers_of_all(lang) } else { words::readers(lang) };
        let mut lines: Vec<(String, Vec<String>)> = Vec::new();
        lines.extend(main.map(|data| {
            let count = |_, audit: &Audit| Summary::new(audit).answer.privilege.len().to_string();
            line(&words::readers_of(data, lang), &count)
        }));
        lines.extend([
            line(all, &|at, _| {
                let readers = &self.comparison.columns[at].readers;
                tables::counts([readers[0].len(), readers[1].len(), readers[2].len()])
            }),
            line(words::actors(lang), &|_, audit| super::diff::actors(audit).to_string()),
            line(words::undetermined(lang), &|_, audit| Summary::new(audit).undetermined.to_string()),
            line(words::refuted(lang), &|_, audit| {
                let refuted = audit.claims.iter().filter(|claim| claim.verdict == ClaimVerdict::Refuted);
                of(refuted.count(), audit.claims.len())
            }),
            line(words::missed(lang), &|_, audit| {
                of(audit.expectations.iter().filter(|one| !one.holds()).count(), audit.expectations.len())
            }),
        ]);
        if self.audits().any(|audit| !audit.acceptances.is_empty()) {
            lines.push(line(words::unaccepted(lang), &|_, audit| {
                let failed = audit.acceptances.iter().filter(|one| one.state != AcceptanceState::Holds);
                of(failed.count(), audit.acceptances.len())
            }));
        }
        Part { title: words::brief(lang), grid: Some(Grid { heading: words::count(lang), lines }), notes: Vec::new() }
    }

    /// What is read by privilege in each column but the first, and was not there; and the contrary.
    fn readers(&self, lang: Lang) -> Part {
        let names = self.names(lang);
        let first = &self.dossiers[0].audit;
        let told = |(at, column): (usize, &Column)| {
            let audit = &self.dossiers[at].audit;
            let [added, come] = [true, false].map(|there| readers(audit, &column.added, there, lang));
            let [removed, gone] = [true, false].map(|there| readers(first, &column.removed, there, lang));
            words::moved(&names[at], [&added, &come, &removed, &gone], lang)
        };
        let notes = self.comparison.columns.iter().enumerate().skip(1).flat_map(told).collect();
        Part { title: words::readers_title(lang), grid: None, notes }
    }

    fn claims(&self, lang: Lang) -> Part {
        let verdict = |id: Option<&'static str>| {
            id.map_or_else(|| words::unsaid(lang).to_owned(), |id| sentences::claim_verdict(id, lang).to_owned())
        };
        let line = |said: &Said| {
            (super::diff::claimed(&said.says, &said.scope, lang), said.verdicts.iter().copied().map(verdict).collect())
        };
        let lines: Vec<_> = self.comparison.claims.iter().map(line).collect();
        let grid = (!lines.is_empty()).then_some(Grid { heading: words::claim(lang), lines });
        Part { title: words::claims(lang), grid, notes: Vec::new() }
    }

    fn failures(&self, lang: Lang) -> Part {
        let mut notes = Vec::new();
        for (name, audit) in self.names(lang).iter().zip(self.audits()) {
            for one in audit.expectations.iter().filter(|one| !one.holds()) {
                let about: Vec<String> =
                    [one.about.who()].into_iter().chain(one.about.data().map(str::to_owned)).collect();
                let wrong = one.checks.iter().filter(|check| !check.is_met);
                let wrong: Vec<String> = wrong
                    .map(|check| tables::expected_found(check.what, &check.expected, &check.found, lang))
                    .collect();
                notes.push(words::failure(name, &about.join(", "), &wrong.join(", "), lang));
            }
            let failed = audit.acceptances.iter().filter(|one| one.state != AcceptanceState::Holds);
            for one in failed {
                let (about, why) = acceptance(one, lang);
                notes.push(words::failure(name, &about, &why, lang));
            }
        }
        Part { title: words::failures(lang), grid: None, notes }
    }
}

/// Whether some data are not those that the answer of `check` counts.
fn has_others(audit: &Audit) -> bool {
    audit.data.iter().any(|data| !data.headline)
}

/// Readers with what they read; only who is on the other side too, or only who is not.
fn readers(audit: &Audit, all: &[Reader], there: bool, lang: Lang) -> String {
    let kept = all.iter().filter(|one| one.is_there == there).map(|one| (one.actor, one.data));
    with_data(audit, kept, lang).join(lang.pick(" ; ", "; "))
}
