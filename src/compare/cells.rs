//! The same answer in two models, matched by name, and how it moved: what every comparison of models counts by.

use crate::audit::{ActorKind, Audit, Verdict};
use crate::kernel::Grade;

/// A grade for what is kept and one for what passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slots {
    /// What is kept.
    pub past: Grade,
    /// What passes from now on.
    pub new: Grade,
}

impl Slots {
    const NOTHING: Self = Self { past: Grade::None, new: Grade::None };

    /// The grades of an answer; out of reach where there is none.
    pub fn of(verdict: Option<&Verdict>) -> Self {
        verdict.map_or(Self::NOTHING, |one| Self { past: one.past.public(), new: one.new.public() })
    }

    /// Whether either is strictly easier than the other's.
    pub fn is_easier_than(self, other: Self) -> bool {
        self.past < other.past || self.new < other.new
    }

    /// The easiest of both.
    pub fn easiest(self) -> Grade {
        self.past.min(self.new)
    }
}

/// How an answer moved from one model to another; one may move in several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// Read more easily, by an actor who is not meant to.
    Gained,
    /// Read less easily, by an actor who was not meant to.
    Lost,
    /// Who is meant to read changed.
    Meant,
    /// It became undetermined, with the same grades at worst.
    Opened,
    /// It became determined, with the same grades at worst.
    Closed,
}

impl Move {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Gained => "gained",
            Self::Lost => "lost",
            Self::Meant => "intended",
            Self::Opened => "undetermined",
            Self::Closed => "determined",
        }
    }
}

/// The same cell of two models; one of the two may lack it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) before: Option<&'a Verdict>,
    pub(super) after: Option<&'a Verdict>,
}

impl Pair<'_> {
    /// How it moved.
    pub(super) fn moves(self) -> Vec<Move> {
        let (before, after) = (unmeant(self.before), unmeant(self.after));
        let meant = (is_meant(self.before), is_meant(self.after));
        let same = Slots::of(self.before) == Slots::of(self.after);
        let settled = |was: bool, is: bool| {
            let (Some(before), Some(after)) = (self.before, self.after) else { return false };
            same && (before.undetermined.is_some(), after.undetermined.is_some()) == (was, is)
        };
        let all = [
            (Move::Gained, after.is_easier_than(before)),
            (Move::Lost, before.is_easier_than(after)),
            (Move::Meant, meant.0 != meant.1),
            (Move::Opened, settled(false, true)),
            (Move::Closed, settled(true, false)),
        ];
        all.into_iter().filter(|(_, moved)| *moved).map(|(one, _)| one).collect()
    }
}

/// What someone who is not meant to reads: who is meant to takes nothing.
pub(super) fn unmeant(verdict: Option<&Verdict>) -> Slots {
    Slots::of(verdict.filter(|one| !one.intended))
}

pub(super) fn is_meant(verdict: Option<&Verdict>) -> bool {
    verdict.is_some_and(|one| one.intended)
}

/// The answers of an audit, but those of the common base, which is the same everywhere.
pub(super) fn answers(audit: &Audit) -> impl Iterator<Item = &Verdict> {
    audit.verdicts.iter().filter(|one| audit.actors[one.actor].kind != ActorKind::CommonBase)
}

/// The names that an answer is matched by: of its actor and of its data asset.
pub(super) fn names<'a>(audit: &'a Audit, verdict: &Verdict) -> (&'a str, &'a str) {
    (&audit.actors[verdict.actor].id, &audit.data[verdict.data].id)
}

/// Actors who read something without being meant to, at this grade and no easier, by position.
pub fn unintended_readers(audit: &Audit, grade: Grade) -> Vec<usize> {
    let easiest = |actor: usize| {
        let own = answers(audit).filter(|verdict| verdict.actor == actor && !verdict.intended);
        own.map(|verdict| verdict.easiest().public()).min()
    };
    (0..audit.actors.len()).filter(|actor| easiest(*actor) == Some(grade)).collect()
}

/// Actors who read something by privilege or more easily, without being meant to, by position.
pub fn readers_by_privilege(audit: &Audit) -> Vec<usize> {
    let reads = |actor: usize| answers(audit).any(|one| one.actor == actor && one.is_unintended_reader());
    (0..audit.actors.len()).filter(|actor| reads(*actor)).collect()
}
