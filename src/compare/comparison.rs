//! Two models or more, side by side: the same answers, claims and readers, each beside those of the first.

use std::collections::BTreeMap;

use super::cells::{Move, Pair, answers, names, readers_by_privilege, unintended_readers};
use super::diff::{Scope, Told, told_claims};
use crate::audit::{Audit, Verdict};
use crate::kernel::Grade;
use crate::text::Both;

/// The models, a column each.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// What each column counts, in the order given.
    pub columns: Vec<Column>,
    /// Every actor and data asset of any column but the common base, in the order of the first that has them.
    pub rows: Vec<Row>,
    /// Every claim of any column.
    pub claims: Vec<Said>,
}

/// Who reads in one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Actors who read something without being meant to, each at its easiest: by privilege or by design, by tampering,
    /// by breach; by position in its audit.
    pub readers: [Vec<usize>; 3],
    /// What is read here by privilege or more easily, without being meant to, and was not so in the first column.
    pub added: Vec<Reader>,
    /// What was so in the first column, and is not here.
    pub removed: Vec<Reader>,
}

/// Who reads what on one side of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// The actor, by position in the audit of the column that it reads in.
    pub actor: usize,
    /// The data asset, likewise.
    pub data: usize,
    /// Whether both are on the other side too.
    pub is_there: bool,
}

/// The answers for one actor and one data asset.
#[derive(Debug, Clone)]
pub struct Row {
    /// The actor's name.
    pub actor: String,
    /// Its label.
    pub actor_label: Both,
    /// The data asset's name.
    pub data: String,
    /// Its label.
    pub data_label: Both,
    /// The answer of each column, with the positions of its audit; none where the actor or the data is not there,
    /// which is not to be out of reach.
    pub cells: Vec<Option<Verdict>>,
    /// How each differs from the first, as between two models.
    pub moves: Vec<Vec<Move>>,
}

/// A claim in every column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its words, in the first column that has it.
    pub says: Both,
    /// The data that it is tested on, likewise.
    pub scope: Scope,
    /// Its verdict in each, by its identifier; none where nobody says it.
    pub verdicts: Vec<Option<&'static str>>,
}

impl Comparison {
    /// Sets audits side by side; the first is the one that the others are compared with.
    pub fn new(audits: &[&Audit]) -> Self {
        let Some(first) = audits.first() else {
            return Self { columns: Vec::new(), rows: Vec::new(), claims: Vec::new() };
        };
        let columns = audits.iter().map(|audit| column(first, audit)).collect();
        Self { columns, rows: rows(audits), claims: claims(audits) }
    }
}

impl Row {
    /// Whether an answer differs, marks included. That somebody who reads nothing is not there is no difference.
    pub fn differs(&self) -> bool {
        let mut there = self.cells.iter().flatten();
        let same = there.next().is_none_or(|first| there.all(|other| answer(first) == answer(other)));
        !same || self.moves.iter().any(|moves| !moves.is_empty())
    }

    /// Whether the columns differ only in that the actor or the data is not everywhere, without reading anywhere.
    pub fn is_absent_somewhere(&self) -> bool {
        !self.differs() && self.cells.iter().any(Option::is_none)
    }
}

/// All that a cell shows.
fn answer(one: &Verdict) -> impl PartialEq + use<> {
    let best = one.undetermined.as_ref().map(|best| (best.past, best.new));
    (one.past, one.new, one.next_use, one.intended, best)
}

fn rows(audits: &[&Audit]) -> Vec<Row> {
    let mut at: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut rows: Vec<Row> = Vec::new();
    for (column, audit) in audits.iter().enumerate() {
        for verdict in answers(audit) {
            let key = names(audit, verdict);
            let row = *at.entry(key).or_insert_with(|| {
                rows.push(Row {
                    actor: key.0.to_owned(),
                    actor_label: audit.actors[verdict.actor].label.clone(),
                    data: key.1.to_owned(),
                    data_label: audit.data[verdict.data].label.clone(),
                    cells: vec![None; audits.len()],
                    moves: Vec::new(),
                });
                rows.len() - 1
            });
            rows[row].cells[column] = Some(verdict.clone());
        }
    }
    for row in &mut rows {
        let before = row.cells[0].as_ref();
        row.moves = row.cells.iter().map(|cell| Pair { before, after: cell.as_ref() }.moves()).collect();
    }
    rows
}

fn column(first: &Audit, audit: &Audit) -> Column {
    let [tampering, breach] = [Grade::Tampering, Grade::Breach].map(|grade| unintended_readers(audit, grade));
    let readers = [readers_by_privilege(audit), tampering, breach];
    Column { readers, added: only(audit, first), removed: only(first, audit) }
}

/// What is read by privilege on one side, without being meant to, and not on the other.
fn only(of: &Audit, other: &Audit) -> Vec<Reader> {
    let known: BTreeMap<(&str, &str), bool> =
        answers(other).map(|one| (names(other, one), one.is_unintended_reader())).collect();
    let reader = |one: &Verdict| {
        let there = known.get(&names(of, one));
        let is_there = there.is_some();
        (there != Some(&true)).then_some(Reader { actor: one.actor, data: one.data, is_there })
    };
    answers(of).filter(|one| one.is_unintended_reader()).filter_map(reader).collect()
}

/// Claims matched as between two models; several of one name are matched in their order.
fn claims(audits: &[&Audit]) -> Vec<Said> {
    let mut at: BTreeMap<(String, usize), usize> = BTreeMap::new();
    let mut all: Vec<Said> = Vec::new();
    for (column, audit) in audits.iter().enumerate() {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for Told { key, says, scope, outcome } in told_claims(audit) {
            let nth = seen.entry(key.clone()).or_default();
            let row = *at.entry((key, *nth)).or_insert_with(|| {
                all.push(Said { says, scope, verdicts: vec![None; audits.len()] });
                all.len() - 1
            });
            *nth += 1;
            all[row].verdicts[column] = Some(outcome);
        }
    }
    all
}
