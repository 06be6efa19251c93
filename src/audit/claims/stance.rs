//! What stands against one claim, unknowns at worst and at best, and the questions that settle it.

use super::super::proofs::ProofView;
use super::super::verdicts::{self, ActorKind, shortest};
use super::super::{AuditError, Context, Graded, Solved, questions};
use super::{Against, Answers, limit, worlds};
use crate::kernel::{Derivation, Grade};
use crate::lower::{Case, Lowered, Resolution, lower};
use crate::model::{ClaimVerdict, Statement};
use crate::source::Position;
use crate::text::Both;

/// A claim under examination.
pub(super) struct Trial<'t> {
    pub(super) answers: &'t Answers<'t>,
    pub(super) statement: Statement<'t>,
    /// The data it is about, by position.
    pub(super) data: &'t [usize],
    /// The verdicts that may stand against it, by position.
    pub(super) cells: Vec<usize>,
}

/// What comes of it.
pub(super) struct Found {
    pub(super) verdict: ClaimVerdict,
    pub(super) against: Vec<Against>,
    pub(super) elsewhere: Vec<(Both, Position)>,
    pub(super) questions: Vec<usize>,
}

/// What stands against the claim, unknowns taken in one way: the grade of each cell concerned, and the
/// components that have the plaintext though they should not.
struct Stance {
    grades: Vec<Grade>,
    elsewhere: Vec<String>,
}

impl Trial<'_> {
    pub(super) fn run(&self, proofs: &mut Vec<ProofView>) -> Result<Found, AuditError> {
        let (worst, mut shown) = self.worst(proofs)?;
        let best = self.best();
        let verdict = match (self.outcome(&worst), self.outcome(&best)) {
            (worst, best) if worst == best => worst,
            _ => ClaimVerdict::Undetermined,
        };
        let against = self.against(&worst, &best, &mut shown, proofs);
        let questions = match verdict {
            ClaimVerdict::Undetermined => self.questions(&against, &worst, &best),
            _ => Vec::new(),
        };
        let context = self.answers.context;
        let place = |name: &String| (context.labels.both(name), context.model.position(&worlds::route(context, name)));
        Ok(Found { verdict, against, questions, elsewhere: worst.elsewhere.iter().map(place).collect() })
    }

    /// What becomes of the claim, unknowns taken in one way.
    fn outcome(&self, stance: &Stance) -> ClaimVerdict {
        let easiest = stance.grades.iter().copied().min().unwrap_or(Grade::None).public();
        match easiest {
            grade if grade <= limit(self.statement) || !stance.elsewhere.is_empty() => ClaimVerdict::Refuted,
            // What is said of one grade says nothing of those that are harder.
            Grade::Tampering if !matches!(self.statement, Statement::Nobody(_)) => ClaimVerdict::Tampering,
            _ => ClaimVerdict::Holds,
        }
    }

    /// Unknowns at worst, with the proofs of what is read without a key.
    fn worst(&self, proofs: &[ProofView]) -> Result<(Stance, Vec<Option<Shown>>), AuditError> {
        let context = self.answers.context;
        let verdicts = self.answers.verdicts;
        let Statement::Without(keys) = self.statement else {
            let grades = self.cells.iter().map(|at| verdicts[*at].easiest()).collect();
            let shown = self.cells.iter().map(|at| shortest(&verdicts[*at], proofs).map(Shown::Known));
            let elsewhere = self.elsewhere(&context.worst.lowered);
            return Ok((Stance { grades, elsewhere }, shown.collect()));
        };
        let mut grades = vec![Grade::None; self.cells.len()];
        let mut shown: Vec<Option<Shown>> = self.cells.iter().map(|_| None).collect();
        for key in keys {
            let lowered = worlds::without(context.worst.lowered.clone(), key);
            let derivation = Derivation::solve(&lowered.facts);
            let labels = context.labels.clone();
            let world = Context { model: context.model, labels, worst: Solved { lowered, derivation } };
            let (found, proofs) = verdicts::verdicts(&world, self.answers.actors)?;
            for (place, at) in self.cells.iter().enumerate() {
                if found[*at].easiest() < grades[place] {
                    grades[place] = found[*at].easiest();
                    let proof = shortest(&found[*at], &proofs).map(|proof| Box::new(proofs[proof].clone()));
                    shown[place] = proof.map(Shown::Own);
                }
            }
        }
        Ok((Stance { grades, elsewhere: Vec::new() }, shown))
    }

    /// Unknowns at best.
    fn best(&self) -> Stance {
        if matches!(self.statement, Statement::Without(_) | Statement::EndToEnd(_)) {
            return self.stance(&Resolution::all(Case::Best));
        }
        let best = |at: &usize| {
            let verdict = &self.answers.verdicts[*at];
            verdict.undetermined.as_ref().map_or_else(|| verdict.easiest(), |best| best.past.min(best.new))
        };
        Stance { grades: self.cells.iter().map(best).collect(), elsewhere: Vec::new() }
    }

    /// Unknowns as said: solved again.
    fn stance(&self, resolution: &Resolution) -> Stance {
        let model = &self.answers.context.model.architecture;
        let lowered = lower(model, resolution);
        let elsewhere = self.elsewhere(&lowered);
        let worlds = match self.statement {
            Statement::Without(keys) => keys.iter().map(|key| worlds::without(lowered.clone(), key)).collect(),
            _ => vec![lowered],
        };
        let mut grades = vec![Grade::None; self.cells.len()];
        for world in worlds.into_iter().map(Graded::of) {
            for (grade, at) in grades.iter_mut().zip(&self.cells) {
                let verdict = &self.answers.verdicts[*at];
                let data = model.data.get_index(verdict.data).map_or("", |(id, _)| id);
                let (past, new) = world.grades(&self.answers.actors[verdict.actor].id, data);
                *grade = past.min(new).min(*grade);
            }
        }
        Stance { grades, elsewhere }
    }

    fn elsewhere(&self, lowered: &Lowered) -> Vec<String> {
        let Statement::EndToEnd(clients) = self.statement else { return Vec::new() };
        let model = &self.answers.context.model.architecture;
        let data: Vec<&String> =
            self.data.iter().filter_map(|at| model.data.get_index(*at)).map(|(id, _)| id).collect();
        let clients: Vec<&str> = clients.iter().map(|client| client.0.as_str()).collect();
        worlds::plaintext(&lowered.facts, model, &data, &clients)
    }

    /// Who stands against the claim. What is certain comes before what depends on an unknown, people of the system
    /// before adversaries, and short ways before long ones.
    fn against(
        &self,
        worst: &Stance,
        best: &Stance,
        shown: &mut [Option<Shown>],
        proofs: &mut Vec<ProofView>,
    ) -> Vec<Against> {
        let answers = self.answers;
        let hardest = match self.statement {
            Statement::Nobody(_) => limit(self.statement),
            _ => Grade::Tampering,
        };
        let mut places: Vec<usize> =
            (0..self.cells.len()).filter(|place| worst.grades[*place].public() <= hardest).collect();
        let adversary =
            |place: usize| answers.actors[answers.verdicts[self.cells[place]].actor].kind >= ActorKind::UnknownOwner;
        let steps = |place: usize| match &shown[place] {
            None => usize::MAX,
            Some(Shown::Known(at)) => proofs[*at].steps.len(),
            Some(Shown::Own(proof)) => proof.steps.len(),
        };
        places.sort_by_key(|place| {
            let (worst, best) = (worst.grades[*place].public(), best.grades[*place].public());
            (worst, best, adversary(*place), steps(*place), *place)
        });
        let mut put = |shown: Option<Shown>| match shown? {
            Shown::Known(at) => Some(at),
            Shown::Own(proof) => {
                proofs.push(*proof);
                Some(proofs.len() - 1)
            }
        };
        let against = |place: usize| {
            let (verdict, grade) = (self.cells[place], worst.grades[place]);
            Against { verdict, grade, proof: put(shown[place].take()) }
        };
        places.into_iter().map(against).collect()
    }

    /// The questions that the claim depends on: those of who stands against it; or, where it is checked in a world of
    /// its own, the unknowns that settle it there.
    fn questions(&self, against: &[Against], worst: &Stance, best: &Stance) -> Vec<usize> {
        if matches!(self.statement, Statement::Without(_) | Statement::EndToEnd(_)) {
            return self.settling(self.outcome(worst), self.outcome(best));
        }
        let mut questions: Vec<usize> = Vec::new();
        for one in against {
            for question in self.answers.verdicts[one.verdict].undetermined.iter().flat_map(|best| &best.questions) {
                if !questions.contains(question) {
                    questions.push(*question);
                }
            }
        }
        questions
    }

    /// The unknowns that change what becomes of the claim when each is settled alone; or, where none does, those that
    /// do when they are settled at best one after another.
    fn settling(&self, worst: ClaimVerdict, best: ClaimVerdict) -> Vec<usize> {
        let context = self.answers.context;
        let sites = &context.worst.lowered.unknowns;
        let outcome = |resolution: &Resolution| self.outcome(&self.stance(resolution));
        let alone = |at: &usize| {
            let route = &sites[*at].route;
            outcome(&Resolution::all(Case::Worst).with(route, Case::Best)) != worst
                || outcome(&Resolution::all(Case::Best).with(route, Case::Worst)) != best
        };
        let mut found: Vec<usize> = (0..sites.len()).filter(alone).collect();
        if found.is_empty() {
            let (mut resolution, mut before) = (Resolution::all(Case::Worst), worst);
            for (at, site) in sites.iter().enumerate() {
                resolution = resolution.with(&site.route, Case::Best);
                let after = outcome(&resolution);
                found.extend((after != before).then_some(at));
                before = after;
            }
        }
        let asked = |at: usize| questions::property(&context.model.architecture, &sites[at].route);
        let question = |at: usize| self.answers.questions.iter().position(|question| question.property == asked(at));
        let mut found: Vec<usize> = found.into_iter().filter_map(question).collect();
        found.sort_unstable();
        found
    }
}

/// A proof to show: one of the audit's, or one of the world where the claim is checked.
enum Shown {
    Known(usize),
    Own(Box<ProofView>),
}
