//! Key custody: what each key opens, where it is kept, which services may use it, and who can get it.
//!
//! Keys of the model and keys of end-to-end encryption: those of TLS and of sessions are not told one by one.

mod opens;

use crate::audit::{ActorKind, Audit, labels_of};
use crate::kernel::{Atom, Fact, Facts, Grade, Name, Phase, Solution};
use crate::lower::{Case, Resolution, lower};
use crate::model::{Architecture, EndToEnd, GuessWord, Key, Maybe, Model, OrNone, Place};
use crate::source::{Position, Route};
use crate::text::Both;
use crate::text::labels::Labels;

pub use opens::{Opened, OpenedHow};

/// A key and its custody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Custody {
    /// Its name, in the model or among the facts.
    pub id: String,
    /// Its label.
    pub label: Both,
    /// What it opens.
    pub opens: Vec<Opened>,
    /// Where it is kept.
    pub kept: Kept,
    /// The password that it is computed from.
    pub password: Option<Password>,
    /// What uses it where it is kept, or opens what it encrypts.
    pub users: Vec<Both>,
    /// What sees it pass.
    pub seen_by: Vec<Both>,
    /// Who can change who may use it.
    pub policy_admins: Vec<Both>,
    /// Whether each of its uses is written in a log.
    pub logged: bool,
    /// Who gets it, unknowns at worst, easiest first: actors by position, whoever can alter every device apart. By
    /// design: of end-to-end keys, declared readers of all the data that they open.
    pub learnt: Vec<(usize, Grade)>,
    /// Where it is declared.
    pub positions: Vec<Position>,
}

/// Where a key is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// The model does not know; at worst everywhere.
    Unknown,
    /// Nowhere.
    Nowhere,
    /// There.
    At(Vec<KeptAt>),
}

/// A place of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAt {
    /// The component or the actor.
    pub place: Both,
    /// The keys that seal it there.
    pub under: Vec<Both>,
    /// What the place asks for to hand it out.
    pub opens_to: Vec<Both>,
}

/// A password that a key is computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Password {
    /// Which.
    pub label: Both,
    /// Whether it can be guessed by trying; `None` if that is not known.
    pub guessable: Option<bool>,
}

/// Every key: those declared in the order of the file, then those that end-to-end encryption makes on its ends.
pub(super) fn custody(model: &Model, audit: &Audit) -> Vec<Custody> {
    let architecture = &model.architecture;
    let facts = lower(architecture, &Resolution::all(Case::Worst)).facts;
    let keeper =
        Keeper { model, audit, labels: labels_of(model), solution: Solution::solve(&facts, Phase::Next), facts };
    let mut all: Vec<Custody> = architecture.keys.iter().map(|(name, key)| keeper.declared(name, &key.0)).collect();
    for (at, entry) in architecture.end_to_end.iter().enumerate().filter(|(_, entry)| entry.key.is_none()) {
        let one = keeper.of_ends(at, entry);
        match all.iter_mut().find(|known| known.id == one.id) {
            Some(known) => known.merge(one),
            None => all.push(one),
        }
    }
    all
}

impl Custody {
    /// Two encryptions of the same data share the key of their first one.
    fn merge(&mut self, other: Self) {
        add(&mut self.opens, other.opens);
        add(&mut self.positions, other.positions);
        if let (Kept::At(known), Kept::At(more)) = (&mut self.kept, other.kept) {
            add(known, more);
        }
    }
}

/// Adds what is not there yet.
fn add<T: PartialEq>(known: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    for one in more {
        if !known.contains(&one) {
            known.push(one);
        }
    }
}

struct Keeper<'m> {
    model: &'m Model,
    audit: &'m Audit,
    labels: Labels,
    facts: Facts,
    solution: Solution,
}

impl Keeper<'_> {
    fn architecture(&self) -> &Architecture {
        &self.model.architecture
    }

    fn named<'i, S: std::ops::Deref<Target = str> + 'i>(&self, names: impl IntoIterator<Item = &'i S>) -> Vec<Both> {
        let mut all = Vec::new();
        add(&mut all, names.into_iter().map(|name| self.labels.both(name)));
        all
    }

    fn declared(&self, name: &str, key: &Key) -> Custody {
        let users = opens::users(self.architecture(), name, key);
        Custody {
            id: name.to_owned(),
            label: self.labels.both(name),
            opens: opens::of(self.architecture(), &self.labels, name),
            kept: self.kept(name, key),
            password: self.password(key),
            users: self.named(users),
            seen_by: self.named(key.seen_by.iter()),
            policy_admins: self.named(key.policy_admins.iter()),
            logged: key.logged,
            learnt: self.learnt(name),
            positions: vec![self.model.position(&Route::root("keys").key(name))],
        }
    }

    /// A key that end-to-end encryption makes of its own, on its ends alone.
    fn of_ends(&self, at: usize, entry: &EndToEnd) -> Custody {
        let id = format!("e2e:{}", entry.data.first().map_or("", |data| &data.0));
        Custody {
            label: self.labels.both(&id),
            opens: vec![opens::end_to_end(&self.labels, entry)],
            kept: Kept::At(self.ends(entry)),
            password: None,
            users: Vec::new(),
            seen_by: Vec::new(),
            policy_admins: Vec::new(),
            logged: false,
            learnt: self.learnt(&id),
            positions: vec![self.model.position(&Route::root("end_to_end").index(at))],
            id,
        }
    }

    fn ends(&self, entry: &EndToEnd) -> Vec<KeptAt> {
        let end = |place| KeptAt { place, under: Vec::new(), opens_to: Vec::new() };
        self.named(entry.between.iter()).into_iter().map(end).collect()
    }

    /// The places that are declared, and the ends of what it encrypts end-to-end.
    fn kept(&self, name: &str, key: &Key) -> Kept {
        if key.kept_in.known().is_none() {
            return Kept::Unknown;
        }
        let mut places: Vec<KeptAt> = key.places().iter().map(|place| self.place(place)).collect();
        let own =
            self.architecture().end_to_end.iter().filter(|entry| entry.key.as_ref().is_some_and(|key| key.0 == name));
        for entry in own {
            add(&mut places, self.ends(entry));
        }
        if places.is_empty() { Kept::Nowhere } else { Kept::At(places) }
    }

    fn place(&self, place: &Place) -> KeptAt {
        let opens_to = match place {
            Place::At(_) => Vec::new(),
            Place::Under(lock) => self.named(lock.opens_to.iter()),
        };
        KeptAt { place: self.labels.both(place.at()), under: self.named(place.under()), opens_to }
    }

    fn password(&self, key: &Key) -> Option<Password> {
        let name = key.from_password.as_ref()?;
        // The password of an admin has no name of its own in the model.
        let secret = if name.contains('/') { name.0.clone() } else { format!("cred:{}", name.0) };
        let guessable = match key.guess {
            Some(Maybe::Is(GuessWord::Strong)) => Some(false),
            Some(Maybe::Is(GuessWord::Guessable)) => Some(true),
            Some(Maybe::Unknown) | None => None,
        };
        Some(Password { label: self.labels.both(&secret), guessable })
    }

    /// Who gets a key, easiest first, then in the order of the audit.
    fn learnt(&self, key: &str) -> Vec<(usize, Grade)> {
        let names = self.facts.names();
        let Some(key) = names.get(key) else { return Vec::new() };
        let grade = |id: &str| names.get(id).map_or(Grade::None, |actor| self.solution.grade(Atom::Knows(actor, key)));
        let actors = self.audit.actors.iter().enumerate().filter(|(_, actor)| actor.kind != ActorKind::CommonBase);
        let meant = self.meant(key);
        let end_to_end = self.is_end_to_end(self.facts.text(key));
        let all = actors.map(|(at, actor)| match grade(&actor.id).public() {
            Grade::Privilege if end_to_end && meant(&actor.id) => (at, Grade::Design),
            grade => (at, grade),
        });
        let mut found: Vec<(usize, Grade)> = all.filter(|(_, grade)| grade.is_reachable()).collect();
        found.sort_by_key(|(at, grade)| (*grade, *at));
        found
    }

    /// Whether a key is one of end-to-end encryption, on whose ends its readers have it.
    fn is_end_to_end(&self, key: &str) -> bool {
        let named = |entry: &EndToEnd| entry.key.as_ref().is_some_and(|one| one.0 == key);
        key.starts_with("e2e:") || self.architecture().end_to_end.iter().any(named)
    }

    /// Whether somebody is a declared reader of all the data under a key.
    fn meant(&self, key: Name) -> impl Fn(&str) -> bool + '_ {
        let mut under: Vec<Name> = Vec::new();
        for (_, fact) in self.facts.iter() {
            if let Fact::Sealed { item, keys, .. } = fact
                && keys.contains(&key)
                && self.facts.assets().any(|asset| asset == *item)
            {
                add(&mut under, [*item]);
            }
        }
        move |actor: &str| {
            let actor = self.facts.names().get(actor);
            let reads =
                |asset: &Name| actor.is_some_and(|actor| self.facts.contains(&Fact::Intended { actor, asset: *asset }));
            !under.is_empty() && under.iter().all(reads)
        }
    }
}

/// What is known of a property that may be none.
fn said<T>(property: &Maybe<OrNone<T>>) -> Option<&T> {
    property.known().and_then(OrNone::some)
}
