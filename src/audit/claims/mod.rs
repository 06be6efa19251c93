//! What the vendor says, confirmed or refuted.

mod stance;
mod worlds;

use super::proofs::ProofView;
use super::verdicts::{Actor, ActorKind, Verdict};
use super::{AuditError, Context, Question};
use crate::kernel::Grade;
use crate::model::{Claim, ClaimGrade, ClaimVerdict, Statement};
use crate::source::{Position, Route, Span};
use crate::text::claims::{Form, Word, checked, words_in};
use crate::text::{Both, Lang};
use stance::Trial;

/// A claim and what becomes of it.
#[derive(Debug, Clone)]
pub struct ClaimView {
    /// Its name.
    pub id: Option<String>,
    /// The vendor's words.
    pub says: Both,
    /// The data it is about, by position.
    pub data: Vec<usize>,
    /// The statement that it is checked as, by the property that says it.
    pub form: &'static str,
    /// The same, in one phrase.
    pub checked: Both,
    /// The labels of the actors, keys or clients that it names.
    pub named: Vec<Both>,
    /// What becomes of it.
    pub verdict: ClaimVerdict,
    /// The hardest grade that refutes it.
    pub limit: Grade,
    /// Who stands against it, easiest first and shortest proof first.
    pub against: Vec<Against>,
    /// Components that have the plaintext, of a claim that they do not; with where they are declared.
    pub elsewhere: Vec<(Both, Position)>,
    /// The questions it depends on, by position.
    pub questions: Vec<usize>,
    /// Words of it that are explained.
    pub words: Vec<Word>,
    /// Where its words stand, in French and in English.
    pub spans: [Span; 2],
    /// Where it is written.
    pub position: Position,
}

/// Somebody who stands against a claim.
#[derive(Debug, Clone, Copy)]
pub struct Against {
    /// The verdict of who reads what, by position.
    pub verdict: usize,
    /// The grade at which it stands against the claim: without a key it may be harder than that of the verdict.
    pub grade: Grade,
    /// The proof of it, by position.
    pub proof: Option<usize>,
}

impl ClaimView {
    /// Where its words stand, in a language.
    pub fn span(&self, lang: Lang) -> &Span {
        let [fr, en] = &self.spans;
        lang.pick(fr, en)
    }

    /// Those by whom alone the claim is refuted.
    pub fn refuters(&self) -> impl Iterator<Item = &Against> {
        self.against.iter().filter(|one| one.grade.public() <= self.limit)
    }
}

/// What claims are compared with.
pub(super) struct Answers<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) actors: &'a [Actor],
    pub(super) verdicts: &'a [Verdict],
    pub(super) questions: &'a [Question],
}

/// Every claim; the proofs that they need beyond those of verdicts are put with them.
pub(super) fn claims(answers: &Answers, proofs: &mut Vec<ProofView>) -> Result<Vec<ClaimView>, AuditError> {
    let mut views = Vec::new();
    for (at, claim) in answers.context.model.statements.claims.iter().enumerate() {
        // A sound model makes one statement in each claim.
        if let Some(statement) = claim.statements().first() {
            views.push(answers.judge((at, claim), *statement, proofs)?);
        }
    }
    Ok(views)
}

impl Answers<'_> {
    fn judge(
        &self,
        (at, claim): (usize, &Claim),
        statement: Statement,
        proofs: &mut Vec<ProofView>,
    ) -> Result<ClaimView, AuditError> {
        let context = self.context;
        let data: Vec<usize> =
            claim.data.iter().filter_map(|id| context.model.architecture.data.get_index_of(&id.0)).collect();
        let cells = (0..self.verdicts.len()).filter(|at| self.is_concerned(&self.verdicts[*at], statement, &data));
        let trial = Trial { answers: self, statement, data: &data, cells: cells.collect() };
        let found = trial.run(proofs)?;
        let route = Route::root("claims").index(at).key("says");
        // Where one text stands for both languages, the longer route stops at it.
        let spans = ["fr", "en"].map(|lang| context.model.tree.span(&route.key(lang)));
        let named = named(context, statement);
        Ok(ClaimView {
            id: claim.id.as_ref().map(|id| id.0.clone()),
            says: claim.says.0.clone(),
            form: statement.key(),
            checked: self.checked(statement, &data, &named),
            data,
            named,
            verdict: found.verdict,
            limit: limit(statement),
            against: found.against,
            elsewhere: found.elsewhere,
            questions: found.questions,
            words: words_in(&claim.says.0),
            spans,
            position: context.model.position(&route),
        })
    }

    /// Whether a cell may stand against a statement. The common base, true of every system, bears on none.
    fn is_concerned(&self, verdict: &Verdict, statement: Statement, data: &[usize]) -> bool {
        let actor = &self.actors[verdict.actor];
        let allowed = match statement {
            Statement::Only(list) => list.iter().any(|only| only.0 == actor.id),
            Statement::Not(list) => !list.iter().any(|not| not.0 == actor.id),
            Statement::Without(_) | Statement::Nobody(_) | Statement::EndToEnd(_) => verdict.intended,
        };
        data.contains(&verdict.data) && !allowed && actor.kind != ActorKind::CommonBase
    }

    fn checked(&self, statement: Statement, data: &[usize], named: &[Both]) -> Both {
        let form = match statement {
            Statement::Only(_) => Form::Only,
            Statement::Not(_) => Form::Not,
            Statement::Without(_) => Form::Without,
            Statement::Nobody(ClaimGrade::Privilege) => Form::NobodyByPrivilege,
            Statement::Nobody(ClaimGrade::Tampering) => Form::NobodyByTampering,
            Statement::EndToEnd(_) => Form::EndToEnd,
        };
        let architecture = &self.context.model.architecture;
        let assets = data.iter().filter_map(|at| architecture.data.get_index(*at));
        let assets: Vec<Both> = assets.map(|(id, _)| self.context.labels.both(id)).collect();
        let phrase = |lang: Lang| {
            let shown = |list: &[Both]| list.iter().map(|both| both.get(lang).to_owned()).collect::<Vec<_>>();
            checked(form, &shown(&assets), &shown(named), lang)
        };
        Both { fr: phrase(Lang::Fr), en: phrase(Lang::En) }
    }
}

/// The labels of what a statement names.
fn named(context: &Context, statement: Statement) -> Vec<Both> {
    let names = match statement {
        Statement::Only(list) | Statement::Not(list) | Statement::Without(list) | Statement::EndToEnd(list) => list,
        Statement::Nobody(_) => &[],
    };
    names.iter().map(|name| context.labels.both(name)).collect()
}

/// The hardest grade that refutes a statement.
const fn limit(statement: Statement) -> Grade {
    match statement {
        Statement::Nobody(ClaimGrade::Tampering) => Grade::Tampering,
        _ => Grade::Privilege,
    }
}
