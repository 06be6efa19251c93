//! What is not known, and which answers it decides.

use super::silences::silences;
use super::verdicts::{Actor, Undetermined, Verdict};
use super::{Context, Solved, unknowns};
use crate::kernel::Grade;
use crate::lower::{Case, Resolution, UnknownSite};
use crate::model::{Admin, Architecture, Id, stated};
use crate::source::{Position, Route, Segment};
use crate::text::audit::Unknown;
use crate::text::silence::Topic;
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
    /// The topic, where the model says nothing of it at all; such a question bears on no verdict.
    pub topic: Option<Topic>,
    /// What the topic is about, where that is one thing.
    pub about: Option<Both>,
    /// The organisation to ask, by its name in the model.
    pub to: String,
    /// Its label.
    pub asked: Both,
    /// The data assets of the verdicts that depend on it, by position.
    pub data: Vec<usize>,
}

type Grades = Vec<(Grade, Grade)>;

/// Every question, most decisive first and what nobody speaks of last; verdicts are told which of
/// them they depend on.
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
    // Backups that nobody speaks of are a topic, among the others.
    let mut order: Vec<usize> = (0..sites.len()).filter(|at| sites[*at].unknown != Unknown::Backups).collect();
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
    let mut questions: Vec<Question> = order.into_iter().map(|at| question(context, &sites[at], decides(at))).collect();
    concerned(&mut questions, verdicts);
    questions.extend(silences(context));
    questions
}

/// Tells each question the data of the verdicts that depend on it.
fn concerned(questions: &mut [Question], verdicts: &[Verdict]) {
    for verdict in verdicts {
        for at in verdict.undetermined.iter().flat_map(|best| &best.questions) {
            let data = &mut questions[*at].data;
            if let Err(place) = data.binary_search(&verdict.data) {
                data.insert(place, verdict.data);
            }
        }
    }
}

/// The organisation that can answer what stands on a route. Whose service or machine it is knows
/// how it is run; an organisation, whom it answers to; an employer, how its admins sign in; of all
/// else, what the software does first, the vendor is asked.
pub(super) fn asked_of(context: &Context, route: &Route) -> String {
    let model = &context.model.architecture;
    let (section, name, rest) = match route.0.as_slice() {
        [Segment::Key(section), Segment::Key(name), rest @ ..] => (section, name, rest),
        [Segment::Key(section), Segment::Index(at), ..] if section == "links" => {
            // Of a link, both ends know; only an organisation that has both is asked instead of the vendor.
            let ends = model.links.get(*at).map(|link| [&link.from, &link.to].map(|end| model.operator_of(end)));
            let same = ends.and_then(|[from, to]| from.filter(|from| Some(*from) == to));
            return same.map_or_else(|| model.vendor.clone(), |operator| operator.0.clone());
        }
        _ => return model.vendor.clone(),
    };
    let operator = |place: &str| model.operator_of(place).map(|operator| operator.0.clone());
    let software = matches!(rest, [Segment::Key(key), ..] if key == "keeps" || key == "code_from");
    let found = match section.as_str() {
        "organisations" => Some(name.clone()),
        "admins" => model.admins.get(name).and_then(|admin| Some(admin.of.known()?.0.clone())),
        "clients" => employer(model, name),
        "backend" if software => model.backend.get(name).and_then(|entry| {
            let own = stated(entry.operator.as_ref()).cloned();
            own.or_else(|| supplier(model, name)).map(|supplier| supplier.0)
        }),
        "backend" | "storage" | "backups" | "hosting" => operator(name),
        _ => None,
    };
    found.unwrap_or_else(|| model.vendor.clone())
}

/// The organisation that alone employs those who use a client.
fn employer(model: &Architecture, client: &str) -> Option<String> {
    let users = model.clients.get(client)?.used_by.iter();
    let of: Option<Vec<&Id>> = users.map(|user| model.people.get(&user.0)?.of.as_ref()).collect();
    let of = of?;
    let (first, rest) = of.split_first()?;
    rest.iter().all(|one| one == first).then(|| first.0.clone())
}

/// The organisation of the admins who alter a service, where it is said to be operated by none of its own.
fn supplier<'m>(model: &'m Architecture, service: &str) -> Option<Id> {
    let changes = |admin: &&'m Admin| admin.can.change.iter().any(|at| at.0 == service);
    model.admins.values().find(changes).and_then(|admin| admin.of.known().cloned())
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
    let to = asked_of(context, &site.route);
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
        topic: None,
        about: None,
        asked: context.labels.both(&to),
        to,
        data: Vec::new(),
    }
}
