//! What EXI 28 to 31 turn on: where data is kept, from where it is reached, whose law its hosts answer to.

use super::duties::{Duties, Duty, DutyState, Role, role};
use super::places::{Kept, Place, Places, rights};
use crate::audit::Audit;
use crate::compare::transfers::{Tie, ties_of};
use crate::model::{Day, Id, Maybe, Model, Qualification, TransferBasis, is_in_eea};
use crate::source::{Position, Route};
use crate::text::Both;
use crate::text::labels::Labels;

/// Where a place that keeps health data is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Located {
    /// In these countries, all of the European Economic Area.
    Inside(Vec<String>),
    /// In these countries, at least one of which is outside.
    Outside(Vec<String>),
    /// The model does not say.
    NotStated,
}

/// A place that keeps health data.
#[derive(Debug, Clone)]
pub struct Stored {
    /// The place.
    pub what: Both,
    /// Where it is.
    pub located: Located,
    /// The entry that says so, or that could.
    pub position: Position,
}

/// Admins with rights where health data is.
#[derive(Debug, Clone)]
pub struct Remote {
    /// Who.
    pub admin: Both,
    /// The countries outside from which they have access; empty if the model does not say from where.
    pub countries: Vec<String>,
    /// On what a transfer to their employer is said to be based.
    pub basis: Option<Maybe<TransferBasis>>,
    /// The line that says so, or their entry.
    pub position: Position,
}

/// An organisation that carries out an activity, and may answer to the law of a third country.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Which, by its name in the model.
    pub id: String,
    /// Its label.
    pub organisation: Both,
    /// What ties it to a third country, or may.
    pub ties: Vec<Tie>,
    /// On what a transfer to it is said to be based.
    pub basis: Option<Maybe<TransferBasis>>,
}

impl Subject {
    /// Whether a tie is known.
    pub fn is_certain(&self) -> bool {
        self.ties.iter().any(|tie| tie.kind.is_certain())
    }
}

/// What EXI 31 asks to publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The sentence of a qualified activity.
    Qualified,
    /// The sentence of no transfer.
    NoTransfer,
    /// The table of chapter 8.
    Table,
    /// The model does not say enough.
    NotDetermined,
}

impl Outcome {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Qualified => "secnumcloud",
            Self::NoTransfer => "no-transfer",
            Self::Table => "table",
            Self::NotDetermined => "not-determined",
        }
    }
}

/// What has to be known for that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// Is it qualified?
    Qualification,
    /// On which day is the qualification judged?
    Day,
    /// Where is what it keeps?
    Location,
    /// From where do its people have access?
    Access,
    /// Can the law of a third country impose an access on it?
    Law,
}

impl Ask {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Qualification => "secnumcloud",
            Self::Day => "date",
            Self::Location => "location",
            Self::Access => "from",
            Self::Law => "law",
        }
    }
}

/// What one organisation has to publish, by what the model says.
#[derive(Debug, Clone)]
pub struct Publication {
    /// Which.
    pub organisation: Both,
    /// The outcome.
    pub outcome: Outcome,
    /// What has to be known first.
    pub asks: Vec<Ask>,
}

/// All of it.
#[derive(Debug, Clone, Default)]
pub struct Sovereignty {
    /// Places that keep health data (EXI 28).
    pub stored: Vec<Stored>,
    /// Access from outside, or from where nothing says (EXI 29).
    pub remote: Vec<Remote>,
    /// Hosts under the law of a third country, or maybe (EXI 30).
    pub law: Vec<Subject>,
    /// What each has to publish (EXI 31).
    pub published: Vec<Publication>,
    /// Organisations of which the model does not say whether they host for others.
    pub maybe_hosts: Vec<Both>,
}

pub(super) struct Borders<'a> {
    pub(super) model: &'a Model,
    pub(super) audit: &'a Audit,
    pub(super) labels: &'a Labels,
    pub(super) day: Option<Day>,
    pub(super) places: &'a Places<'a>,
    pub(super) found: &'a Duties<'a>,
}

impl<'a> Borders<'a> {
    pub(super) fn sovereignty(&self, duties: &[Duty]) -> Sovereignty {
        let mut active: Vec<&str> = Vec::new();
        for duty in duties.iter().filter(|duty| duty.state != DutyState::Own) {
            if !active.contains(&duty.id.as_str()) {
                active.push(&duty.id);
            }
        }
        let (hosts, open): (Vec<&str>, Vec<&str>) =
            active.iter().partition(|id| role(self.model, duties, id) == Role::Host);
        Sovereignty {
            stored: self.stored(&active).map(|place| self.placed(place)).collect(),
            remote: self.remote(),
            law: hosts.iter().filter_map(|host| self.subject(host)).collect(),
            published: hosts.iter().map(|host| self.publication(host)).collect(),
            maybe_hosts: open.into_iter().map(|id| self.labels.both(id)).collect(),
        }
    }

    /// What keeps health data, and is not only in the hands of controllers.
    fn stored<'b>(&'b self, hosts: &'b [&str]) -> impl Iterator<Item = &'b Place<'a>> {
        let kept = self.places.list.iter().filter(|place| place.kept != Kept::No);
        kept.filter(|place| {
            let mut holders = self.found.held.iter().filter(|(_, name)| *name == place.name).peekable();
            holders.peek().is_none() || holders.any(|(who, _)| hosts.contains(&who.as_str()))
        })
    }

    fn placed(&self, place: &Place) -> Stored {
        let what = self.labels.both(place.name);
        let entry = self.model.position(&place.route());
        let Some((by, said)) = self.model.architecture.location_of(place.name) else {
            return Stored { what, located: Located::NotStated, position: entry };
        };
        let sections = ["hosting", "backend", "storage", "backups"];
        let routes = sections.map(|section| Route::root(section).key(by).key("location"));
        let position = routes.iter().find(|route| self.model.tree.node(route).is_some());
        let position = position.map_or(entry, |route| self.model.position(route));
        let located = match said {
            Maybe::Unknown => Located::NotStated,
            Maybe::Is(countries) => {
                let all: Vec<String> = countries.iter().map(|country| country.0.clone()).collect();
                let inside = all.iter().all(|country| is_in_eea(country));
                if inside { Located::Inside(all) } else { Located::Outside(all) }
            }
        };
        Stored { what, located, position }
    }

    fn has_rights(&self, name: &str) -> bool {
        let admin = self.model.architecture.admins.get(name);
        let rights = admin.map(|admin| rights(self.model, name, admin)).unwrap_or_default();
        rights.iter().any(|(_, at, _)| self.places.get(at).is_some() || self.is_beneath(at))
    }

    /// Whether a place runs on these machines, or on machines that do.
    fn is_beneath(&self, machines: &str) -> bool {
        let mut hosts = self.places.list.iter().flat_map(|place| self.model.architecture.hosts_of(place.name));
        hosts.any(|host| host.0 == machines)
    }

    fn remote(&self) -> Vec<Remote> {
        let mut all = Vec::new();
        for (name, admin) in self.model.architecture.admins.iter().filter(|(name, _)| self.has_rights(name)) {
            let employer = admin.of.known().map(|of| of.0.as_str());
            let controller = |of: &str| self.model.statements.controllers.get(of) == Some(&Maybe::Is(true));
            if employer.is_some_and(controller) {
                continue;
            }
            let countries = outside(admin.from.as_ref());
            if countries.as_ref().is_some_and(Vec::is_empty) {
                continue;
            }
            let route = Route::root("admins").key(name);
            let said = if admin.from.is_some() { route.key("from") } else { route };
            all.push(Remote {
                admin: self.labels.both(name),
                countries: countries.unwrap_or_default(),
                basis: employer.and_then(|of| self.model.statements.transfers.get(of).copied()),
                position: self.model.position(&said),
            });
        }
        all
    }

    fn subject(&self, host: &str) -> Option<Subject> {
        let actor = self.audit.actors.iter().find(|actor| actor.id == host)?;
        let ties = ties_of(self.model, actor);
        let basis = self.model.statements.transfers.get(host).copied();
        (!ties.is_empty()).then(|| Subject { id: host.to_owned(), organisation: actor.label.clone(), ties, basis })
    }

    fn publication(&self, host: &str) -> Publication {
        let qualified = match self.model.statements.qualifications.get(host) {
            Some(Maybe::Is(Qualification::Stated(is))) => Ok(*is),
            Some(Maybe::Is(Qualification::Until(until))) => self.day.map(|day| day <= *until).ok_or(Ask::Day),
            Some(Maybe::Unknown) | None => Err(Ask::Qualification),
        };
        let (transfers, mut asks) = self.transfers(host);
        // Whoever may answer to the law of a third country is not handed the sentence of no transfer.
        if transfers {
            asks.clear();
        } else {
            asks.extend(self.subject(host).map(|_| Ask::Law));
        }
        let outcome = match (qualified, transfers) {
            (Ok(true), _) => Outcome::Qualified,
            (Ok(false), true) => Outcome::Table,
            (Ok(false), false) if asks.is_empty() => Outcome::NoTransfer,
            (Ok(false), false) | (Err(_), _) => Outcome::NotDetermined,
        };
        match (outcome, qualified) {
            (Outcome::NotDetermined, Err(ask)) => asks.insert(0, ask),
            (Outcome::NotDetermined, Ok(_)) => {}
            _ => asks.clear(),
        }
        Publication { organisation: self.labels.both(host), outcome, asks }
    }

    /// Whether a transfer of its own is known, and what would have to be known to say that there is none.
    fn transfers(&self, host: &str) -> (bool, Vec<Ask>) {
        let own = self.found.held.iter().filter(|(who, _)| who == host);
        let own = own.filter_map(|(_, name)| self.places.get(name)).filter(|place| place.kept != Kept::No);
        let located: Vec<Located> = own.map(|place| self.placed(place).located).collect();
        let admins = self.model.architecture.admins.iter();
        let admins = admins.filter(|(name, admin)| admin.of == Maybe::Is(Id(host.to_owned())) && self.has_rights(name));
        let from: Vec<Option<Vec<String>>> = admins.map(|(_, admin)| outside(admin.from.as_ref())).collect();
        let stored = located.iter().any(|one| matches!(one, Located::Outside(_)));
        let reached = from.iter().flatten().any(|countries| !countries.is_empty());
        let mut asks = Vec::new();
        if located.contains(&Located::NotStated) {
            asks.push(Ask::Location);
        }
        // Of a host whose people are not described, nothing says from where they have access.
        if from.is_empty() || from.contains(&None) {
            asks.push(Ask::Access);
        }
        (stored || reached, asks)
    }
}

/// The countries outside the European Economic Area among some; `None` if they are not known.
fn outside(from: Option<&Maybe<crate::model::Many<crate::model::Country>>>) -> Option<Vec<String>> {
    let known = from?.known()?;
    Some(known.iter().map(|country| country.0.clone()).filter(|country| !is_in_eea(country)).collect())
}
