//! What was derived, arranged for questions: who gets what, where, under which keys, by which lock.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Raised, Read};
use crate::kernel::clause::Rule as Clause;
use crate::kernel::{Atom, Fact, Facts, Grade, Name, Power, Solution};
use crate::model::{Architecture, Storage};
use crate::source::Route;
use crate::text::finding::Rule;

/// Whoever can alter every device is told apart from findings.
const COMMON_BASE: &str = "adversary/common-base";

/// A last step by which somebody reads data, or learns a secret.
pub(super) struct Way<'a> {
    /// Who.
    pub(super) actor: &'a str,
    /// The data asset, or the secret.
    pub(super) item: &'a str,
    /// The component where it is.
    pub(super) at: &'a str,
    /// Whether it is in clear there.
    pub(super) clear: bool,
    /// The keys under which it is there.
    pub(super) keys: Vec<&'a str>,
    /// The factors of the lock that opens it, if one does.
    pub(super) factors: Option<Vec<&'a str>>,
    /// Whether the recipients were named by a directory.
    pub(super) named: bool,
    /// The grade.
    pub(super) grade: Grade,
}

impl Way<'_> {
    /// Whether it is at a component, or at a part that the lowering makes of it: its bytes, what it answers.
    pub(super) fn is_at(&self, component: &str) -> bool {
        let rest = self.at.strip_prefix(component);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// What the rules ask.
pub(super) struct Scene<'a> {
    /// The architecture.
    pub(super) architecture: &'a Architecture,
    facts: &'a Facts,
    solution: &'a Solution,
    /// Ways of actors who are not meant to read, on data.
    pub(super) reads: Vec<Way<'a>>,
    /// Whoever reads data, meant to or not: where, in clear or not, through a lock or not.
    known: HashSet<(&'a str, &'a str, &'a str, bool, bool)>,
    /// Ways to secrets, whoever learns.
    pub(super) learns: Vec<Way<'a>>,
    order: HashMap<&'a str, usize>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(architecture: &'a Architecture, facts: &'a Facts, solution: &'a Solution) -> Self {
        let intended: HashSet<(Name, Name)> = facts
            .iter()
            .filter_map(|(_, fact)| match fact {
                Fact::Intended { actor, asset } => Some((*actor, *asset)),
                _ => None,
            })
            .collect();
        let assets: HashSet<Name> = facts.assets().collect();
        let (mut reads, mut learns, mut known) = (Vec::new(), Vec::new(), HashSet::new());
        for way in solution.ways() {
            let (Atom::Past(actor, item) | Atom::New(actor, item) | Atom::Knows(actor, item)) = way.gives else {
                continue;
            };
            let cited: Vec<&Fact> = way.facts.iter().filter_map(|id| facts.get(*id)).collect();
            let Some(told) = told(facts, actor, item, &cited, way.grade) else { continue };
            if told.actor == COMMON_BASE || matches!(way.rule, Clause::R0 | Clause::R1) {
                continue;
            }
            if !assets.contains(&item) {
                learns.push(told);
                continue;
            }
            known.insert((told.actor, told.item, told.at, told.clear, told.factors.is_some()));
            if !intended.contains(&(actor, item)) {
                reads.push(told);
            }
        }
        let data = architecture.data.keys().map(String::as_str);
        let actors = architecture.organisations.keys().chain(architecture.people.keys());
        let actors = actors.chain(architecture.admins.keys()).map(String::as_str);
        let order = data.chain(actors).enumerate().map(|(at, name)| (name, at)).collect();
        Self { architecture, facts, solution, reads, known, learns, order }
    }

    /// How easily an actor has a power on a component.
    pub(super) fn can(&self, actor: &str, component: &str, power: Power) -> Grade {
        let names = self.facts.names();
        match (names.get(actor), names.get(component)) {
            (Some(actor), Some(component)) => self.solution.grade(Atom::Can(actor, component, power)),
            _ => Grade::None,
        }
    }

    /// An actor, those whom it works for, those who control them, and so on.
    pub(super) fn with_those_above(&self, actor: &str) -> BTreeSet<&'a str> {
        let name = self.facts.names().get(actor);
        let above = self.facts.with_those_above(&name.into_iter().collect::<Vec<_>>());
        above.into_iter().map(|name| self.facts.text(name)).collect()
    }

    /// Whether a data asset is what goes along with another.
    pub(super) fn accompanies(&self, data: &str, of: &str) -> bool {
        self.architecture.data.get(data).and_then(|entry| entry.accompanies()).is_some_and(|one| one.0 == of)
    }

    /// Whether somebody has the same way as another, meant to read or not.
    pub(super) fn shares(&self, actor: &str, way: &Way) -> bool {
        self.known.contains(&(actor, way.item, way.at, way.clear, way.factors.is_some()))
    }

    /// Whether a component reads the storage that something is at.
    pub(super) fn mounts(&self, component: &str, at: &str) -> bool {
        let storage = at.split('/').next().unwrap_or_default();
        let used = self.architecture.storage.get(storage).map(Storage::users);
        used.is_some_and(|users| users.iter().any(|user| user.0 == component))
    }

    /// The base facts.
    pub(super) fn facts(&self) -> impl Iterator<Item = &'a Fact> {
        self.facts.iter().map(|(_, fact)| fact)
    }

    /// The text of a name.
    pub(super) fn text(&self, name: Name) -> &'a str {
        self.facts.text(name)
    }

    /// Who reads by the ways that satisfy something.
    pub(super) fn who(&self, by: impl Fn(&Way) -> bool) -> Vec<Read> {
        self.best(self.reads.iter().filter(|way| by(way)).map(|way| (way, way.grade)))
    }

    /// Whoever reads without being meant to, at each component, easiest first.
    pub(super) fn everywhere(&self) -> Vec<Read> {
        let places: BTreeSet<&str> = self.reads.iter().map(|way| way.at).collect();
        let at = |place: &str| self.best(self.reads.iter().filter(|way| way.at == place).map(|way| (way, way.grade)));
        places.into_iter().flat_map(at).collect()
    }

    /// All that an actor reads without being meant to, by the ways of their own: not where anyone reads.
    pub(super) fn all_of(&self, actor: &str) -> Vec<Read> {
        self.who(|way| way.actor == actor && way.factors.as_ref().is_none_or(|factors| !factors.is_empty()))
    }

    /// The easiest of some ways for each actor and data asset, easiest first, then in the order of the file.
    fn best<'w>(&self, ways: impl Iterator<Item = (&'w Way<'a>, Grade)>) -> Vec<Read>
    where
        'a: 'w,
    {
        let mut found: BTreeMap<(&str, &str), (Grade, &str, bool, bool)> = BTreeMap::new();
        for (way, grade) in ways {
            let this = (grade, way.at, way.clear, way.factors.is_some());
            let known = found.entry((way.actor, way.item)).or_insert(this);
            *known = (*known).min(this);
        }
        let read = |((actor, data), (grade, at, clear, locked)): ((&str, &str), (Grade, &str, bool, bool))| Read {
            actor: actor.to_owned(),
            data: data.to_owned(),
            grade,
            at: at.to_owned(),
            clear,
            locked,
        };
        let mut reads: Vec<Read> = found.into_iter().map(read).collect();
        let at = |name: &String| self.order.get(name.as_str()).copied().unwrap_or(usize::MAX);
        reads.sort_by_key(|read| (read.grade, at(&read.actor), read.actor.clone(), at(&read.data)));
        reads
    }

    /// Who learns some secrets by ways that satisfy something, and then reads data that these secrets open: under them,
    /// or behind a lock that asks for them.
    pub(super) fn who_opens_with(&self, secrets: &BTreeSet<&str>, learnt: impl Fn(&Way) -> bool) -> Vec<Read> {
        let mut who: BTreeMap<&str, Grade> = BTreeMap::new();
        for way in self.learns.iter().filter(|way| secrets.contains(way.item) && learnt(way)) {
            let known = who.entry(way.actor).or_insert(way.grade);
            *known = (*known).min(way.grade);
        }
        let opens = |way: &&Way| {
            let factors = way.factors.iter().flatten();
            way.keys.iter().chain(factors).any(|one| secrets.contains(one))
        };
        let ways = self.reads.iter().filter(opens);
        // As easily as the secret is learnt there, whatever other ways there are to it.
        self.best(ways.filter_map(|way| Some((way, way.grade.max(*who.get(way.actor)?)))))
    }
}

/// A last step in terms of what is where; none for those that are not about a place.
fn told<'a>(facts: &'a Facts, actor: Name, item: Name, cited: &[&Fact], grade: Grade) -> Option<Way<'a>> {
    let text = |name: &Name| facts.text(*name);
    let mut way = Way {
        actor: facts.text(actor),
        item: facts.text(item),
        at: "",
        clear: false,
        keys: Vec::new(),
        factors: None,
        named: false,
        grade,
    };
    for fact in cited {
        match fact {
            Fact::Clear { component, .. } => (way.at, way.clear) = (text(component), true),
            Fact::Sealed { component, keys, .. } => {
                (way.at, way.keys) = (text(component), keys.iter().map(text).collect());
            }
            Fact::Gate { factors, .. } => way.factors = Some(factors.iter().map(text).collect()),
            Fact::Roster { end, .. } => (way.at, way.named) = (text(end), true),
            _ => {}
        }
    }
    (!way.at.is_empty()).then_some(way)
}

/// A finding, if anybody reads that way.
pub(super) fn found(rule: Rule, about: &[&str], reads: Vec<Read>, routes: Vec<Route>) -> Option<Raised> {
    let about = about.iter().map(|&name| name.to_owned()).collect();
    (!reads.is_empty()).then_some(Raised { rule, about, reads, routes })
}
