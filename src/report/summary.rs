//! What every report says first, computed once.

use crate::audit::{ActorKind, Audit, Verdict};
use crate::kernel::Grade;
use crate::text::report::Answer;
use crate::text::rules::GradeText;

/// The answer, and the order in which actors are shown.
#[derive(Debug, Clone)]
pub struct Summary {
    /// The answer in numbers and names.
    pub answer: Answer,
    /// Actors with something to show, those who read without being meant to first.
    pub rows: Vec<Row>,
    /// Actors out of reach of everything, by position.
    pub out_of_reach: Vec<usize>,
    /// The actor of the common base, by position.
    pub common_base: Option<usize>,
    /// Verdicts that depend on what is not known, the common base apart.
    pub undetermined: usize,
}

/// An actor's row: one verdict per data asset, in the order of the data.
#[derive(Debug, Clone)]
pub struct Row {
    /// The actor, by position.
    pub actor: usize,
    /// Its verdicts, by position.
    pub verdicts: Vec<usize>,
    /// The easiest grade on data it is not meant to read.
    pub easiest: Grade,
}

impl Summary {
    /// Sums up an audit.
    pub fn new(audit: &Audit) -> Self {
        let mut rows: Vec<Row> = (0..audit.actors.len()).map(|actor| row(audit, actor)).collect();
        let common_base = audit.actors.iter().position(|actor| actor.kind == ActorKind::CommonBase);
        rows.retain(|row| Some(row.actor) != common_base);
        let reaches = |row: &Row| row.verdicts.iter().any(|at| audit.verdicts[*at].easiest().is_reachable());
        let (mut rows, idle): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(reaches);
        rows.sort_by_key(|row| (row.easiest.public(), audit.actors[row.actor].kind, row.actor));
        let undetermined = audit
            .verdicts
            .iter()
            .filter(|verdict| verdict.undetermined.is_some() && Some(verdict.actor) != common_base);
        Self {
            answer: answer(audit, &rows),
            undetermined: undetermined.count(),
            rows,
            out_of_reach: idle.into_iter().map(|row| row.actor).collect(),
            common_base,
        }
    }
}

fn row(audit: &Audit, actor: usize) -> Row {
    let verdicts: Vec<usize> = (0..audit.verdicts.len()).filter(|at| audit.verdicts[*at].actor == actor).collect();
    let unmeant = verdicts.iter().map(|at| &audit.verdicts[*at]).filter(|verdict| !verdict.intended);
    let easiest = unmeant.map(Verdict::easiest).min().unwrap_or(Grade::None);
    Row { actor, verdicts, easiest }
}

/// Whoever needs no credential.
const ANYONE: &str = "adversary/anyone";

/// The rows that the answer names. Where anyone reads, every adversary does: one that reads nothing easier is not named.
fn named<'r>(audit: &'r Audit, rows: &'r [Row]) -> impl Iterator<Item = &'r Row> {
    let easiest = |row: &Row| -> Vec<Grade> { row.verdicts.iter().map(|at| audit.verdicts[*at].easiest()).collect() };
    let anyone = rows.iter().find(|row| audit.actors[row.actor].id == ANYONE).map(|row| (row.actor, easiest(row)));
    rows.iter().filter(move |row| match &anyone {
        Some((actor, grades)) if *actor != row.actor && audit.actors[row.actor].kind == ActorKind::Adversary => {
            easiest(row).iter().zip(grades).any(|(own, anyone)| own < anyone)
        }
        _ => true,
    })
}

/// Who reads at which grade: of health data if there is any, else of all data but metadata.
fn answer(audit: &Audit, rows: &[Row]) -> Answer {
    let health = audit.data.iter().any(|data| data.health);
    let apart = !health && audit.data.iter().any(|data| !data.headline);
    let mut answer = Answer { health, apart, all_adversaries: true, ..Answer::default() };
    for row in named(audit, rows) {
        let label = audit.actors[row.actor].label.clone();
        match concerned(audit, row) {
            Grade::Design | Grade::Privilege => answer.privilege.push(label),
            Grade::Tampering | Grade::Evident => answer.tampering.push(label),
            Grade::Breach => {
                answer.all_adversaries &= audit.actors[row.actor].kind == ActorKind::Adversary;
                answer.breach.push(label);
            }
            Grade::None => {}
        }
    }
    answer
}

impl Summary {
    /// Actors who read without being meant to, and no easier than by this grade, by position: as in the answer.
    pub fn readers_by(&self, grade: Grade, audit: &Audit) -> Vec<usize> {
        let rows = named(audit, &self.rows).filter(|row| concerned(audit, row).public() == grade);
        rows.map(|row| row.actor).collect()
    }
}

impl Row {
    /// The easiest grade on the data that the answer speaks of, where nobody meant it.
    pub fn concerned(&self, audit: &Audit) -> Grade {
        concerned(audit, self)
    }
}

/// The easiest grade of a row on the data that the answer speaks of, where nobody meant it.
fn concerned(audit: &Audit, row: &Row) -> Grade {
    let unmeant = row.verdicts.iter().map(|at| &audit.verdicts[*at]);
    let concerned = unmeant.filter(|verdict| !verdict.intended && audit.data[verdict.data].headline);
    concerned.map(Verdict::easiest).min().unwrap_or(Grade::None)
}

/// The words of a grade.
pub const fn grade_text(grade: Grade) -> GradeText {
    match grade {
        Grade::Design => GradeText::Design,
        Grade::Privilege => GradeText::Privilege,
        Grade::Tampering | Grade::Evident => GradeText::Tampering,
        Grade::Breach => GradeText::Breach,
        Grade::None => GradeText::None,
    }
}
