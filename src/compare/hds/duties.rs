//! Which of the six HDS activities each organisation carries out, by what it does in the model, and whether a
//! certificate states it.

use std::collections::BTreeMap;

use super::places::{Kept, Place, Places, Sort, Verb, rights};
use crate::model::{Day, Hosting, Id, Maybe, Model, OrNone, named};
use crate::source::{Position, Route};
use crate::text::Both;
use crate::text::labels::Labels;

/// What is said of an activity that an organisation carries out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DutyState {
    /// A certificate states it, and runs on the day.
    Met,
    /// Certificates of the organisation are stated, and none states it.
    NotCovered,
    /// The certificate that states it has run out.
    Expired,
    /// Nothing is said of a certificate of the organisation.
    NotStated,
    /// A certificate states it, and nothing says until when.
    NoEnd,
    /// A certificate states it until some day, and nothing says what day it is.
    NoDay,
    /// The model does not say whether the organisation carries it out, and no certificate states it.
    NotDerivable,
    /// The organisation is said to be a controller: its own system is no hosting for others.
    Own,
}

impl DutyState {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotCovered | Self::Expired => "missing",
            Self::NotStated | Self::NoEnd | Self::NoDay | Self::NotDerivable => "unknown",
            Self::Own => "own-system",
        }
    }

    /// Why it is missing or unknown.
    pub const fn reason(self) -> Option<&'static str> {
        match self {
            Self::Met | Self::Own => None,
            Self::NotCovered => Some("not-covered"),
            Self::Expired => Some("expired"),
            Self::NotStated => Some("not-stated"),
            Self::NoEnd => Some("no-end-date"),
            Self::NoDay => Some("no-date"),
            Self::NotDerivable => Some("not-derivable"),
        }
    }
}

/// An entry of the model that an activity follows from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// What the entry is.
    pub what: Both,
    /// Where it stands.
    pub position: Position,
    /// Whether it follows from a default alone: the vendor administers what nobody else does.
    pub assumed: bool,
}

/// An activity that an organisation carries out.
#[derive(Debug, Clone)]
pub struct Duty {
    /// The organisation, by its name in the model.
    pub id: String,
    /// Its label.
    pub organisation: Both,
    /// The activity, 1 to 6.
    pub activity: u8,
    /// The entries that it follows from.
    pub why: Vec<Why>,
    /// What is said of it.
    pub state: DutyState,
}

/// Whether an organisation hosts for others, and how far the model says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It has a certificate, or carries out an activity for certain.
    Host,
    /// It may carry one out.
    Maybe,
    /// Nothing says so, or the data are its own.
    No,
}

/// What an organisation is, by its certificates and by what it does.
pub(super) fn role(model: &Model, duties: &[Duty], organisation: &str) -> Role {
    let said = &model.statements;
    if said.controllers.get(organisation) == Some(&Maybe::Is(true)) {
        return Role::No;
    }
    let certified = said.certificates.get(organisation).is_some_and(|one| !one.activities.is_empty());
    let mut own = duties.iter().filter(|duty| duty.id == organisation).map(|duty| duty.state).peekable();
    match (certified, own.peek().is_some()) {
        (true, _) => Role::Host,
        (false, true) if own.any(|state| state != DutyState::NotDerivable) => Role::Host,
        (false, true) => Role::Maybe,
        (false, false) => Role::No,
    }
}

/// What keeps an activity from being given to anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// What a component runs on, or who operates it, is not known.
    Host,
    /// For whom its admins work is not known.
    Employer,
}

/// An entry that gives an activity to nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// What is not known.
    pub gap: Gap,
    /// Of what.
    pub what: Both,
    /// Where.
    pub position: Position,
}

/// What an organisation does: surely or maybe, and the places where.
#[derive(Debug, Default)]
struct Found {
    sure: bool,
    why: Vec<Why>,
}

/// The activities being derived.
pub(super) struct Duties<'m> {
    model: &'m Model,
    labels: &'m Labels,
    day: Option<Day>,
    found: BTreeMap<(usize, u8), Found>,
    pub(super) open: Vec<Open>,
    /// Places by the organisation that has them in hand, each once.
    pub(super) held: Vec<(String, &'m str)>,
    /// Those that an organisation administers.
    pub(super) administered: Vec<(String, &'m str)>,
}

impl<'m> Duties<'m> {
    pub(super) fn of(model: &'m Model, labels: &'m Labels, day: Option<Day>, places: &Places<'m>) -> Self {
        let mut duties = Self {
            model,
            labels,
            day,
            found: BTreeMap::new(),
            open: Vec::new(),
            held: Vec::new(),
            administered: Vec::new(),
        };
        for place in &places.list {
            duties.infrastructure(place);
            duties.service(place);
            if place.sort != Sort::Backup {
                duties.administration(place);
            }
        }
        duties
    }

    /// Each activity of each organisation, in the order of the file.
    pub(super) fn list(&self) -> Vec<Duty> {
        let of = |((at, activity), found): (&(usize, u8), &Found)| {
            let (id, _) = self.model.architecture.organisations.get_index(*at)?;
            Some(Duty {
                id: id.clone(),
                organisation: self.labels.both(id),
                activity: *activity,
                why: found.why.clone(),
                state: self.state(id, *activity, found.sure),
            })
        };
        self.found.iter().filter_map(of).collect()
    }

    fn state(&self, id: &str, activity: u8, sure: bool) -> DutyState {
        if self.model.statements.controllers.get(id) == Some(&Maybe::Is(true)) {
            return DutyState::Own;
        }
        let certificate = self.model.statements.certificates.get(id);
        let covering = certificate.filter(|one| one.activities.contains(&activity));
        let Some(covering) = covering else {
            return match (sure, certificate) {
                (false, _) => DutyState::NotDerivable,
                (true, Some(_)) => DutyState::NotCovered,
                (true, None) => DutyState::NotStated,
            };
        };
        let until = covering.until.as_ref().and_then(|date| Day::parse(date));
        match (until, self.day) {
            (None, _) => DutyState::NoEnd,
            (Some(_), None) => DutyState::NoDay,
            (Some(until), Some(today)) if today > until => DutyState::Expired,
            (Some(_), Some(_)) => DutyState::Met,
        }
    }

    fn add(&mut self, organisation: &str, activities: &[u8], sure: bool, why: &Why, place: &Place<'m>) {
        let Some(at) = self.model.architecture.organisations.get_index_of(organisation) else { return };
        for activity in activities {
            let found = self.found.entry((at, *activity)).or_default();
            // What is sure stands before what may be; the first of each kind is enough to say which.
            if sure && !found.sure {
                found.why.clear();
            }
            if (sure || !found.sure) && !found.why.contains(why) {
                found.why.push(why.clone());
            }
            found.sure |= sure;
        }
        let held = (organisation.to_owned(), place.name);
        if activities.contains(&5) && !self.administered.contains(&held) {
            self.administered.push(held.clone());
        }
        if !self.held.contains(&held) {
            self.held.push(held);
        }
    }

    fn why(&self, name: &str, route: &Route) -> Why {
        Why { what: self.labels.both(name), position: self.model.position(route), assumed: false }
    }

    fn gap(&mut self, gap: Gap, name: &str, route: &Route) {
        let open = Open { gap, what: self.labels.both(name), position: self.model.position(route) };
        if !self.open.contains(&open) {
            self.open.push(open);
        }
    }

    /// Sites and hardware are those of the machines at the bottom, virtual machines those of what stands on them.
    fn infrastructure(&mut self, place: &Place<'m>) {
        let model = self.model;
        let sure = place.kept != Kept::Maybe;
        let levels: Vec<(&str, &Hosting)> = model
            .architecture
            .hosts_of(place.name)
            .into_iter()
            .filter_map(|host| Some((host.0.as_str(), &**model.architecture.hosting.get(&host.0)?)))
            .collect();
        let Some((_, beneath)) = levels.split_last() else {
            if place.host_is_unknown(model) {
                self.gap(Gap::Host, place.name, &place.route().key("runs_on"));
            } else if let Some(operator) = place.operator(model) {
                let why = self.why(place.name, &place.route().key("operator"));
                self.add(operator, &[1, 2, 3], false, &why, place);
            }
            return;
        };
        let upper = beneath.iter().filter_map(|(name, hosting)| Some((*name, self.host(name, hosting)?)));
        let upper: Vec<(&str, (String, Why))> = upper.collect();
        let (name, bottom) = levels[levels.len() - 1];
        let lowest = self.host(name, bottom);
        for (_, (organisation, why)) in &upper {
            // Of machines on another's, nothing says whether it provides them or only runs what is on them.
            let both = lowest.as_ref().is_some_and(|(lowest, _)| lowest == organisation);
            self.add(organisation, &[3], sure && both, why, place);
        }
        match lowest {
            Some((organisation, why)) => {
                let activities: &[u8] = if upper.is_empty() { &[1, 2, 3] } else { &[1, 2] };
                self.add(&organisation, activities, sure, &why, place);
            }
            None if bottom.runs_on == Some(Maybe::Unknown) => {
                self.gap(Gap::Host, name, &Route::root("hosting").key(name).key("runs_on"));
            }
            None => self.gap(Gap::Host, name, &Route::root("hosting").key(name)),
        }
    }

    /// Who operates machines: as said, or the vendor where nobody else does.
    fn host(&self, name: &str, hosting: &Hosting) -> Option<(String, Why)> {
        let route = Route::root("hosting").key(name);
        match &hosting.operator {
            Some(Maybe::Is(OrNone::Some(operator))) => {
                Some((operator.0.clone(), self.why(name, &route.key("operator"))))
            }
            Some(_) => None,
            None => self.by_default(name, &route),
        }
    }

    /// The vendor, of what has no operator and that no admin can change.
    fn by_default(&self, name: &str, route: &Route) -> Option<(String, Why)> {
        let model = &self.model.architecture;
        let changed = model.admins.values().any(|admin| admin.can.change.iter().any(|one| one.0 == name));
        let why = Why { assumed: true, ..self.why(name, route) };
        (!changed).then(|| (model.vendor.clone(), why))
    }

    /// Who offers a place as a service of its own: a storage is a platform, a service is operated, a backup is kept.
    fn service(&mut self, place: &Place<'m>) {
        let model = self.model;
        // A partner receives data: it may keep them for itself, or for others.
        let sure = place.kept != Kept::Maybe && !place.is_partner(model);
        let activity = match place.sort {
            Sort::Storage => 4,
            Sort::Service => 5,
            Sort::Backup => 6,
        };
        let route = place.route().key("operator");
        match named(place.said_operator(model)) {
            Some(Maybe::Is(operator)) => {
                let why = self.why(place.name, &route);
                self.add(operator, &[activity], sure, &why, place);
            }
            Some(Maybe::Unknown) => self.gap(Gap::Host, place.name, &route),
            None if place.sort == Sort::Backup => self.backup(place, sure),
            None => {}
        }
    }

    /// A backup that nobody offers as a service is kept by whoever has the machines that it lies on.
    fn backup(&mut self, place: &Place<'m>, sure: bool) {
        let hosts = self.model.architecture.hosts_of(place.name);
        let hosting = &self.model.architecture.hosting;
        let mut levels = hosts.into_iter().filter_map(|host| Some((&host.0, hosting.get(&host.0)?)));
        let found = levels.find_map(|(name, one)| self.host(name, one));
        let found = found.map(|(who, _)| (who, self.why(place.name, &place.route().key("runs_on"))));
        match found.or_else(|| self.by_default(place.name, &place.route())) {
            Some((organisation, why)) => self.add(&organisation, &[6], sure, &why, place),
            None => self.gap(Gap::Host, place.name, &place.route()),
        }
    }

    /// Who observes a place running or alters it administers it.
    fn administration(&mut self, place: &Place<'m>) {
        let model = self.model;
        let sure = place.kept != Kept::Maybe;
        let mut anybody = place.said_operator(model).is_some();
        let hosts = model.architecture.hosts_of(place.name);
        for (name, admin) in model.architecture.admins.iter() {
            let rights = rights(model, name, admin);
            let mut own = rights.iter().filter(|(verb, at, _)| {
                matches!(verb, Verb::Run | Verb::Change)
                    && (*at == place.name || hosts.iter().any(|host| host.0 == *at))
            });
            let Some(right) = own.next() else { continue };
            anybody |= admin.can.change.iter().any(|one| one.0 == place.name);
            match &admin.of {
                Maybe::Is(Id(employer)) => {
                    let why = Why { what: self.labels.both(name), position: right.2, assumed: false };
                    self.add(employer, &[5], sure, &why, place);
                }
                Maybe::Unknown => self.gap(Gap::Employer, name, &Route::root("admins").key(name).key("of")),
            }
        }
        if !anybody && let Some((vendor, why)) = self.by_default(place.name, &place.route()) {
            self.add(&vendor, &[5], sure, &why, place);
        }
    }
}
