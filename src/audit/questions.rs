//! What is not known, and which answers it decides.

use super::verdicts::{Actor, Undetermined, Verdict};
use super::{Context, Solved, unknowns};
use crate::kernel::Grade;
use crate::lower::{Case, Resolution, UnknownSite};
use crate::source::Position;
use crate::text::{Both, Lang};

/// A question to ask.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its words.
    pub text: Both,
    /// The two answers it decides between: at worst, at best.
    pub answers: (Both, Both),
    /// The property of the model to fill in, by its route.
    pub property: String,
    /// Where it is written: file, by its number.
    pub file: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// How many verdicts it bears on, the other unknowns staying as they are.
    pub decides: usize,
}

type Grades = Vec<(Grade, Grade)>;

/// Every question, most decisive first; verdicts are told which of them they depend on.
pub(super) fn questions(context: &Context, actors: &[Actor], verdicts: &mut [Verdict]) -> Vec<Question> {
    let sites = unknowns(context);
    let cells: Vec<(String, String)> = verdicts
        .iter()
        .map(|verdict| {
            let data = context.model.architecture.data.get_index(verdict.data);
            (actors[verdict.actor].id.clone(), data.map_or_else(String::new, |(id, _)| id.clone()))
        })
        .collect();
    let worst = grades(&context.worst, &cells);
    let best = grades(&context.best, &cells);
    let moved: Vec<Vec<bool>> = sites.iter().map(|site| moves(context, site, &cells, &worst, &best)).collect();
    let pivots = pivots(context, sites, &cells, &worst);
    let mut order: Vec<usize> = (0..sites.len()).collect();
    let decides = |at: usize| moved[at].iter().filter(|moves| **moves).count();
    order.sort_by_key(|at| std::cmp::Reverse(decides(*at)));
    for (cell, verdict) in verdicts.iter_mut().enumerate() {
        if worst[cell] == best[cell] {
            continue;
        }
        let mut asked: Vec<usize> = (0..order.len()).filter(|rank| moved[order[*rank]][cell]).collect();
        if asked.is_empty() {
            // No single answer settles it: those that do together, taken in the order of the file.
            asked = (0..order.len()).filter(|rank| pivots[order[*rank]][cell]).collect();
        }
        let (past, new) = best[cell];
        let questions = asked;
        verdict.undetermined = Some(Undetermined { past, new, questions });
    }
    order.into_iter().map(|at| question(context, &sites[at], decides(at))).collect()
}

fn grades(solved: &Solved, cells: &[(String, String)]) -> Grades {
    cells.iter().map(|(actor, data)| solved.grades(actor, data)).collect()
}

/// Which cells change when this one unknown is settled, either way, and the others are not.
fn moves(
    context: &Context,
    site: &UnknownSite,
    cells: &[(String, String)],
    worst: &Grades,
    best: &Grades,
) -> Vec<bool> {
    let solve = |resolution: Resolution| grades(&Solved::new(&context.model.architecture, &resolution), cells);
    let settled_best = solve(Resolution::all(Case::Worst).with(&site.route, Case::Best));
    let settled_worst = solve(Resolution::all(Case::Best).with(&site.route, Case::Worst));
    (0..cells.len()).map(|at| settled_best[at] != worst[at] || settled_worst[at] != best[at]).collect()
}

/// Which cells change when this unknown is settled at best after all those before it.
fn pivots(context: &Context, sites: &[UnknownSite], cells: &[(String, String)], worst: &Grades) -> Vec<Vec<bool>> {
    let mut resolution = Resolution::all(Case::Worst);
    let mut before = worst.clone();
    let mut all = Vec::new();
    for site in sites {
        resolution = resolution.with(&site.route, Case::Best);
        let after = grades(&Solved::new(&context.model.architecture, &resolution), cells);
        all.push((0..cells.len()).map(|at| before[at] != after[at]).collect());
        before = after;
    }
    all
}

fn question(context: &Context, site: &UnknownSite, decides: usize) -> Question {
    let Position { file, line, column } = context.model.position(&site.route);
    let label = |lang: Lang| -> String {
        let parts: Vec<String> = site.about.split(" → ").map(|part| context.labels.get(part, lang)).collect();
        parts.join(" → ")
    };
    let answers = |lang: Lang| site.unknown.answers(lang);
    let both = |fr: &str, en: &str| Both { fr: fr.to_owned(), en: en.to_owned() };
    Question {
        text: Both {
            fr: site.unknown.question(&label(Lang::Fr), Lang::Fr),
            en: site.unknown.question(&label(Lang::En), Lang::En),
        },
        answers: (both(answers(Lang::Fr).0, answers(Lang::En).0), both(answers(Lang::Fr).1, answers(Lang::En).1)),
        property: site.route.to_string(),
        file,
        line,
        column,
        decides,
    }
}
