//! What is not known, and which answers it decides.

use std::cell::LazyCell;

use super::silences::silences;
use super::verdicts::{Actor, Undetermined, Verdict};
use super::{Context, Graded};
use crate::kernel::Grade;
use crate::lower::{Case, Resolution, UnknownSite};
use crate::model::{Admin, Architecture, Id, OrNone, stated};
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
    /// Where it is written.
    pub position: Position,
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

/// The grades of every cell, in the order of the verdicts.
type Grades = Vec<(Grade, Grade)>;

/// Every question, most decisive first and what nobody speaks of last; verdicts are told which of
/// them they depend on.
pub(super) fn questions(context: &Context, best: &Graded, actors: &[Actor], verdicts: &mut [Verdict]) -> Vec<Question> {
    let sites = &context.worst.lowered.unknowns;
    let trial = Trial::new(context, best, actors, verdicts);
    let moved: Vec<Vec<bool>> = sites.iter().map(|site| trial.moves(site)).collect();
    // Backups that nobody speaks of are a topic, among the others.
    let mut order: Vec<usize> = (0..sites.len()).filter(|at| sites[*at].unknown != Unknown::Backups).collect();
    let decides = |at: usize| moved[at].iter().filter(|moves| **moves).count();
    order.sort_by_key(|at| std::cmp::Reverse(decides(*at)));
    let pivots = LazyCell::new(|| trial.pivots(sites));
    for (cell, verdict) in verdicts.iter_mut().enumerate() {
        if trial.worst[cell] == trial.best[cell] {
            continue;
        }
        let (past, new) = trial.best[cell];
        let mut questions: Vec<usize> = (0..order.len()).filter(|rank| moved[order[*rank]][cell]).collect();
        if questions.is_empty() {
            // No single answer settles it: those that do together, taken in the order of the file.
            questions = (0..order.len()).filter(|rank| pivots[order[*rank]][cell]).collect();
        }
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
/// how it is run; an organisation, whom it answers to; an employer, how its admins sign in and how its
/// people’s devices are locked and managed; who alters a service, what it does; of all else the vendor is asked.
pub(super) fn asked_of(context: &Context, route: &Route) -> String {
    let model = &context.model.architecture;
    let (section, name, rest) = match route.0.as_slice() {
        [Segment::Key(section), Segment::Key(name), rest @ ..] => (section, name, rest),
        [Segment::Key(section), Segment::Index(at), ..] if section == "links" => {
            // Both ends know a link; only an organisation that runs both is asked instead of the vendor.
            let ends = model.links.get(*at).map(|link| [&link.from, &link.to].map(|end| runs(model, end)));
            let same = ends.and_then(|[from, to]| from.filter(|from| Some(from) == to.as_ref()));
            return same.map_or_else(|| model.vendor.clone(), |operator| operator.0);
        }
        _ => return model.vendor.clone(),
    };
    let about = |keys: &[&str]| matches!(rest, [Segment::Key(key), ..] if keys.contains(&key.as_str()));
    let found = match section.as_str() {
        "organisations" => Some(name.clone()),
        "admins" => model.admins.get(name).and_then(|admin| Some(admin.of.known()?.0.clone())),
        "clients" if about(&["lock", "mdm", "backed_up_to"]) => employer(model, name),
        "backend" if about(&["keeps", "code_from"]) => runs(model, name).map(|operator| operator.0),
        "backend" | "storage" | "backups" | "hosting" => model.operator_of(name).map(|operator| operator.0.clone()),
        _ => None,
    };
    found.unwrap_or_else(|| model.vendor.clone())
}

/// How a property is written from its section down, as routes of variants are: a link by its ends.
pub(super) fn property(model: &Architecture, route: &Route) -> String {
    if let [Segment::Key(section), Segment::Index(at), rest @ ..] = route.0.as_slice()
        && let Some(link) = model.links.get(*at).filter(|_| section == "links")
    {
        let named = [Segment::Key(section.clone()), Segment::Key(format!("{}->{}", link.from, link.to))];
        return Route(named.into_iter().chain(rest.iter().cloned()).collect()).to_string();
    }
    route.to_string()
}

/// The organisation that alone employs those who use a client.
fn employer(model: &Architecture, client: &str) -> Option<String> {
    let users = model.clients.get(client)?.used_by.iter();
    let of: Option<Vec<&Id>> = users.map(|user| model.people.get(&user.0)?.of.as_ref()).collect();
    let of = of?;
    let (first, rest) = of.split_first()?;
    rest.iter().all(|one| one == first).then(|| first.0.clone())
}

/// Whose service it is, whatever machine it is on: its own operator, or the organisation of admins who alter it.
fn runs(model: &Architecture, service: &str) -> Option<Id> {
    let changes = |admin: &&Admin| admin.can.change.iter().any(|at| at.0 == service);
    let altered = || model.admins.values().find(changes).and_then(|admin| admin.of.known().cloned());
    let own = model.backend.get(service).and_then(|entry| stated(entry.operator.as_ref()).and_then(OrNone::some));
    own.cloned().or_else(altered)
}

/// Solves again with some unknowns settled.
struct Trial<'c> {
    context: &'c Context<'c>,
    cells: Vec<(String, String)>,
    worst: Grades,
    best: Grades,
}

impl<'c> Trial<'c> {
    fn new(context: &'c Context, best: &Graded, actors: &[Actor], verdicts: &[Verdict]) -> Self {
        let data: Vec<&String> = context.model.architecture.data.keys().collect();
        let cell = |verdict: &Verdict| (actors[verdict.actor].id.clone(), data[verdict.data].clone());
        let cells: Vec<(String, String)> = verdicts.iter().map(cell).collect();
        let worst = cells.iter().map(|(actor, data)| context.worst.grades(actor, data)).collect();
        let best = cells.iter().map(|(actor, data)| best.grades(actor, data)).collect();
        Self { context, cells, worst, best }
    }

    fn grades(&self, resolution: &Resolution) -> Grades {
        let solved = Graded::new(&self.context.model.architecture, resolution);
        self.cells.iter().map(|(actor, data)| solved.grades(actor, data)).collect()
    }

    /// Which cells change when this one unknown is settled, either way, and the others are not.
    fn moves(&self, site: &UnknownSite) -> Vec<bool> {
        let settled_best = self.grades(&Resolution::all(Case::Worst).with(&site.route, Case::Best));
        let settled_worst = self.grades(&Resolution::all(Case::Best).with(&site.route, Case::Worst));
        let moves = |at: usize| settled_best[at] != self.worst[at] || settled_worst[at] != self.best[at];
        (0..self.cells.len()).map(moves).collect()
    }

    /// Of each unknown, which cells change when it is settled at best after all those before it.
    fn pivots(&self, sites: &[UnknownSite]) -> Vec<Vec<bool>> {
        let mut resolution = Resolution::all(Case::Worst);
        let mut before = self.worst.clone();
        let mut all = Vec::new();
        for site in sites {
            resolution = resolution.with(&site.route, Case::Best);
            let after = self.grades(&resolution);
            all.push((0..self.cells.len()).map(|at| before[at] != after[at]).collect());
            before = after;
        }
        all
    }
}

fn question(context: &Context, site: &UnknownSite, decides: usize) -> Question {
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
        property: property(&context.model.architecture, &site.route),
        position: context.model.position(&site.route),
        decides,
        topic: None,
        about: None,
        asked: context.labels.both(&to),
        to,
        data: Vec::new(),
    }
}
