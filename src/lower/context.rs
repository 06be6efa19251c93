//! The state of one lowering: facts with their places, assumptions, unknowns.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::{Case, Lowered, Resolution};
use crate::kernel::{
    Auth, Fact, FactsBuilder, GateKind, Grade, Mode, Name, Order, Power, Shield, Source, Strength, When,
};
use crate::model::Architecture;
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A value of the model.
    Stated(Route),
    /// A default, about the thing on this route.
    Assumed(Assumption, Route),
    /// An adversary that every model gets, against the thing on this route.
    BuiltIn(Route),
}

impl Origin {
    /// The place in the model.
    pub fn route(&self) -> &Route {
        match self {
            Self::Stated(route) | Self::Assumed(_, route) | Self::BuiltIn(route) => route,
        }
    }
}

/// A default that was relied on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumed {
    /// Which default.
    pub assumption: Assumption,
    /// The names of what it is about.
    pub about: Vec<String>,
    /// Where that is declared.
    pub routes: Vec<Route>,
}

/// An attribute that is unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownSite {
    /// What it is about.
    pub unknown: Unknown,
    /// The name of the thing that has it.
    pub about: String,
    /// Where it is written.
    pub route: Route,
}

/// A network hop between two components.
#[derive(Debug, Clone)]
pub(super) struct Hop {
    /// The derived name, `net:a->b`.
    pub(super) net: String,
    /// Its first end.
    pub(super) from: String,
    /// Its second end.
    pub(super) to: String,
    /// The secret of its TLS, if it has any.
    pub(super) tls: Option<String>,
    /// Where it is declared.
    pub(super) route: Route,
}

/// One lowering.
pub(super) struct Lowering<'m> {
    pub(super) model: &'m Architecture,
    resolution: &'m Resolution,
    builder: FactsBuilder,
    origins: IndexMap<Origin, ()>,
    assumptions: IndexMap<Assumption, (Vec<String>, Vec<Route>)>,
    unknowns: IndexMap<Route, UnknownSite>,
    /// Hops by link, in the order of the links; assumed links come last.
    pub(super) hops: Vec<Vec<Hop>>,
    /// Public hops, with their TLS as declared.
    pub(super) public: BTreeMap<String, (super::links::Wire, Route)>,
    /// Components whose code others run without holding it still, and where that is said.
    pub(super) suppliers: BTreeMap<String, Route>,
    /// Keys under which something is encrypted in a way that is broken or malleable.
    pub(super) weak: BTreeSet<String>,
    /// What services return on demand, as far as it is stated already.
    pub(super) answered: BTreeMap<String, Vec<String>>,
    /// Services that use keys whose uses are logged, and where that is said.
    pub(super) logged: BTreeMap<String, Origin>,
    /// Steps taken.
    pub(super) spent: Cell<u64>,
}

impl<'m> Lowering<'m> {
    pub(super) fn new(model: &'m Architecture, resolution: &'m Resolution) -> Self {
        Self {
            model,
            resolution,
            builder: FactsBuilder::default(),
            origins: IndexMap::new(),
            assumptions: IndexMap::new(),
            unknowns: IndexMap::new(),
            hops: Vec::new(),
            public: BTreeMap::new(),
            suppliers: BTreeMap::new(),
            weak: BTreeSet::new(),
            answered: BTreeMap::new(),
            logged: BTreeMap::new(),
            spent: Cell::new(0),
        }
    }

    pub(super) fn finish(self) -> Lowered {
        let assumptions =
            self.assumptions.into_iter().map(|(assumption, (about, routes))| Assumed { assumption, about, routes });
        let mut assumptions: Vec<Assumed> = assumptions.collect();
        assumptions.sort_by_key(|assumed| (assumed.assumption.is_worst_case(), assumed.assumption));
        Lowered {
            steps: self.spent.get(),
            facts: self.builder.finish(),
            origins: self.origins.into_keys().collect(),
            assumptions,
            unknowns: self.unknowns.into_values().collect(),
        }
    }

    /// Gives the uses of logged keys to those who have the service, and in the log's sight to those who alter it.
    pub(super) fn mirror_uses(&mut self) {
        for (user, origin) in std::mem::take(&mut self.logged) {
            let uses = format!("{user}/uses");
            let (from, to) = (self.name(&user), self.name(&uses));
            let moved = |fact: &Fact| match fact {
                Fact::Power { actor, component, power, grade } if *component == from && *power != Power::Change => {
                    Some(Fact::Power { actor: *actor, component: to, power: *power, grade: *grade })
                }
                Fact::AdminIf { component, power, factors } if *component == from && *power != Power::Change => {
                    Some(Fact::AdminIf { component: to, power: *power, factors: factors.clone() })
                }
                // What a lock keeps out has to alter the service first, and shows.
                Fact::On { guest, host, shield } if *guest == from && *shield != Shield::Locked => {
                    Some(Fact::On { guest: to, host: *host, shield: *shield })
                }
                _ => None,
            };
            let known = self.builder.facts().iter();
            let mirrored: Vec<(Fact, Vec<Source>)> =
                known.filter_map(|(fact, sources)| Some((moved(fact)?, sources.clone()))).collect();
            for (fact, sources) in mirrored {
                self.spend(1);
                self.builder.add(fact, &sources);
            }
            self.follows(&uses, &user, Mode::Logged, &origin);
        }
    }

    /// Notes an unknown, and tells from which side it is taken.
    pub(super) fn unknown(&mut self, unknown: Unknown, about: &str, route: &Route) -> Case {
        let site = UnknownSite { unknown, about: about.to_owned(), route: route.clone() };
        self.unknowns.entry(route.clone()).or_insert(site);
        self.resolution.case(route)
    }

    /// The side from which an unknown is taken.
    pub(super) fn case(&self, route: &Route) -> Case {
        self.resolution.case(route)
    }

    /// Notes a default, and gives the origin of facts that rest on it.
    pub(super) fn assume(&mut self, assumption: Assumption, about: &str, route: &Route) -> Origin {
        let (names, routes) = self.assumptions.entry(assumption).or_default();
        if !names.iter().any(|name| name == about) {
            names.push(about.to_owned());
            routes.push(route.clone());
        }
        Origin::Assumed(assumption, route.clone())
    }

    pub(super) fn actor(&mut self, name: &str) {
        self.builder.actor(name);
    }

    fn add(&mut self, fact: Fact, origins: &[Origin]) {
        if !self.spend(1 + origins.len()) {
            return;
        }
        let sources: Vec<Source> = origins
            .iter()
            .map(|origin| {
                let (at, _) = self.origins.insert_full(origin.clone(), ());
                Source(u32::try_from(at).expect("internal error: too many origins"))
            })
            .collect();
        self.builder.add(fact, &sources);
    }

    fn name(&mut self, text: &str) -> Name {
        self.builder.name(text)
    }

    /// The name of an item, declared a secret unless it is data.
    fn item(&mut self, text: &str, origins: &[Origin]) -> Name {
        let name = self.name(text);
        if !self.model.data.contains_key(text) {
            self.add(Fact::Secret { secret: name }, origins);
        }
        name
    }

    fn items(&mut self, texts: &[String], origins: &[Origin]) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::new();
        if !self.spend(texts.len()) {
            return names;
        }
        for text in texts {
            let name = self.item(text, origins);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    pub(super) fn asset(&mut self, asset: &str, origin: &Origin) {
        let asset = self.name(asset);
        self.add(Fact::Asset { asset }, std::slice::from_ref(origin));
    }

    pub(super) fn intended(&mut self, actor: &str, asset: &str, origin: &Origin) {
        let (actor, asset) = (self.builder.actor(actor), self.name(asset));
        self.add(Fact::Intended { actor, asset }, std::slice::from_ref(origin));
    }

    pub(super) fn holds(&mut self, actor: &str, secret: &str, grade: Grade, origin: &Origin) {
        let origins = std::slice::from_ref(origin);
        let (actor, secret) = (self.builder.actor(actor), self.item(secret, origins));
        self.add(Fact::Holds { actor, secret, grade }, origins);
    }

    pub(super) fn power(&mut self, actor: &str, component: &str, power: Power, grade: Grade, origin: &Origin) {
        let (actor, component) = (self.builder.actor(actor), self.name(component));
        let fact = Fact::Power { actor, component, power, grade };
        self.add(fact, std::slice::from_ref(origin));
    }

    /// Run and change, by privilege: what operating a component gives.
    pub(super) fn operates(&mut self, actor: &str, component: &str, origin: &Origin) {
        self.power(actor, component, Power::Run, Grade::Privilege, origin);
        self.power(actor, component, Power::Change, Grade::Privilege, origin);
    }

    pub(super) fn on(&mut self, guest: &str, host: &str, shield: Shield, origin: &Origin) {
        let (guest, host) = (self.name(guest), self.name(host));
        self.add(Fact::On { guest, host, shield }, std::slice::from_ref(origin));
    }

    pub(super) fn mount(&mut self, component: &str, store: &str, origin: &Origin) {
        let (component, store) = (self.name(component), self.name(store));
        self.add(Fact::Mount { component, store }, std::slice::from_ref(origin));
    }

    pub(super) fn code(&mut self, component: &str, supplier: &str, mode: Mode, origin: &Origin) {
        if mode != Mode::Pinned {
            self.suppliers.entry(supplier.to_owned()).or_insert_with(|| origin.route().clone());
        }
        self.follows(component, supplier, mode, origin);
    }

    /// A component that becomes what another makes of it, without that being a supplier of code.
    pub(super) fn follows(&mut self, component: &str, supplier: &str, mode: Mode, origin: &Origin) {
        let (component, supplier) = (self.name(component), self.name(supplier));
        let fact = Fact::Code { component, supplier, mode };
        self.add(fact, std::slice::from_ref(origin));
    }

    pub(super) fn admin_if(&mut self, component: &str, power: Power, factors: &[String], origin: &Origin) {
        let origins = std::slice::from_ref(origin);
        let (component, factors) = (self.name(component), self.items(factors, origins));
        let fact = Fact::AdminIf { component, power, factors };
        self.add(fact, origins);
    }

    /// An item at a component, under these layers; none means in clear. What pseudonyms stand for is
    /// there too, under the table that joins them.
    pub(super) fn present(&mut self, component: &str, item: &str, layers: &[String], when: When, origins: &[Origin]) {
        let origins = &self.with_cause(item, origins);
        for (other, key) in self.readings(item) {
            let more: Vec<String> = layers.iter().cloned().chain(key).collect();
            self.present(component, &other, &more, when, origins);
        }
        self.seal(component, item, layers, when, origins);
        if let Some(broken) = self.broken(component, layers, when, origins) {
            self.seal(component, item, &broken, when, origins);
        }
    }

    /// An item at a component, exactly so: in clear where there is no layer, and weak where all are.
    pub(super) fn seal(&mut self, component: &str, item: &str, layers: &[String], when: When, origins: &[Origin]) {
        let weak = layers.iter().all(|key| self.weak.contains(key));
        let strength = if weak { Strength::Weak } else { Strength::Strong };
        let keys = self.items(layers, origins);
        let (component, item) = (self.name(component), self.item(item, origins));
        let fact = if keys.is_empty() {
            Fact::Clear { component, item, when }
        } else {
            Fact::Sealed { component, item, keys, when, strength }
        };
        self.add(fact, origins);
    }

    pub(super) fn gate(&mut self, component: &str, item: &str, factors: &[String], kind: GateKind, origins: &[Origin]) {
        for (other, _) in self.readings(item) {
            self.gate(component, &other, factors, kind, origins);
        }
        let factors = self.items(factors, origins);
        let (component, item) = (self.name(component), self.item(item, origins));
        let fact = Fact::Gate { component, item, factors, kind };
        self.add(fact, origins);
    }

    pub(super) fn roster(&mut self, end: &str, item: &str, source: &str, auth: Auth, origins: &[Origin]) {
        self.roster_of_readings(item, source, auth, origins);
        let (end, item, source) = (self.name(end), self.item(item, origins), self.name(source));
        let fact = Fact::Roster { end, item, source, auth };
        self.add(fact, origins);
    }

    pub(super) fn pw(&mut self, key: &str, password: &str, guess: crate::kernel::Guess, origin: &Origin) {
        let origins = std::slice::from_ref(origin);
        let (key, password) = (self.item(key, origins), self.item(password, origins));
        self.add(Fact::Pw { key, password, guess }, origins);
    }

    pub(super) fn staff(&mut self, actor: &str, organisation: &str, origin: &Origin) {
        let (actor, organisation) = (self.builder.actor(actor), self.builder.actor(organisation));
        self.add(Fact::Staff { actor, organisation }, std::slice::from_ref(origin));
    }

    pub(super) fn owned(&mut self, organisation: &str, owner: &str, origin: &Origin) {
        let (organisation, owner) = (self.builder.actor(organisation), self.builder.actor(owner));
        self.add(Fact::Owned { organisation, owner }, std::slice::from_ref(origin));
    }

    pub(super) fn subject(&mut self, organisation: &str, authority: &str, order: Order, origin: &Origin) {
        let (organisation, authority) = (self.builder.actor(organisation), self.name(authority));
        let fact = Fact::Subject { organisation, authority, order };
        self.add(fact, std::slice::from_ref(origin));
    }
}
