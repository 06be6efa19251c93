//! Accounts: factors, sessions, and what a session opens.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Case;
use super::context::{Hop, Lowering, Origin};
use crate::kernel::{GateKind, Grade, Guess, When};
use crate::model::{Account, BackendKind as Kind, Factor, GuessWord, Maybe, OrNone, Sent};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

/// The factor of an account that the model does not describe.
const PASSWORD: &str = "password";
/// The factor by which an account is recovered at worst.
const MAILBOX: &str = "mailbox";

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for people in model.people.keys() {
        match model.accounts.get(people) {
            Some(account) => declared(lowering, people, account),
            None => assumed(lowering, people),
        }
    }
}

impl Lowering<'_> {
    /// The services where people have an account, declared or assumed.
    pub(super) fn services_of(&self, people: &str) -> Vec<String> {
        if let Some(account) = self.model.accounts.get(people) {
            return account.at.iter().map(|at| at.0.clone()).collect();
        }
        let mut services: Vec<String> = Vec::new();
        for (at, link) in self.model.links.iter().enumerate() {
            let carries = !self.carried(at).is_empty();
            for (client, service) in [(&link.from.0, &link.to.0), (&link.to.0, &link.from.0)] {
                let speaks = carries && self.is_client_of(client, people) && self.has_accounts(service);
                if speaks && !services.contains(service) {
                    services.push(service.clone());
                }
            }
        }
        services
    }

    /// Whether a component is a client that these people use.
    fn is_client_of(&self, component: &str, people: &str) -> bool {
        let client = self.model.clients.get(component);
        client.is_some_and(|client| client.used_by.iter().any(|user| user.0 == people))
    }

    /// Whether people are assumed to sign in there: not where the system only passes or is told of.
    fn has_accounts(&self, service: &str) -> bool {
        let kind = self.model.backend.get(service).map(|backend| backend.kind);
        matches!(kind, Some(Kind::Service | Kind::Idp | Kind::Directory | Kind::Search | Kind::Ai | Kind::Staging))
    }

    /// The links on the shortest ways from a client to a service, through other services.
    fn way(&self, client: &str, service: &str) -> Vec<usize> {
        let (out, back) = (self.distances(client), self.distances(service));
        let Some(whole) = out.get(service).copied() else { return Vec::new() };
        // A client or a storage between two services is the end of a way, not a stop on it.
        let passes = |at: &str, end: &str| at == end || self.model.backend.contains_key(at);
        let on_way = |from: &str, to: &str| match (out.get(from), back.get(to)) {
            (Some(before), Some(after)) if passes(from, client) && passes(to, service) => before + 1 + after == whole,
            _ => false,
        };
        let links = self.model.links.iter().enumerate();
        links
            .filter(|(_, link)| on_way(&link.from.0, &link.to.0) || on_way(&link.to.0, &link.from.0))
            .map(|(at, _)| at)
            .collect()
    }

    /// How many links away each component is, going through services only.
    fn distances(&self, start: &str) -> BTreeMap<String, usize> {
        let mut distances = BTreeMap::from([(start.to_owned(), 0)]);
        let mut open = VecDeque::from([start.to_owned()]);
        while let Some(at) = open.pop_front() {
            let here = distances[&at];
            if !self.spend(self.model.links.len()) {
                break;
            }
            if at != start && !self.model.backend.contains_key(&at) {
                continue;
            }
            for link in &self.model.links {
                let other = match (link.from.0 == at, link.to.0 == at) {
                    (true, false) => &link.to.0,
                    (false, true) => &link.from.0,
                    _ => continue,
                };
                if !distances.contains_key(other) {
                    distances.insert(other.clone(), here + 1);
                    open.push_back(other.clone());
                }
            }
        }
        distances
    }

    /// The factor that a thief of a user's password has, and where it is declared.
    pub(super) fn first_factor(&self, people: &str) -> (String, Route) {
        let account = self.model.accounts.get(people);
        let factor = account.and_then(|account| account.login.first()).map_or(PASSWORD, |factor| &factor.0);
        let route = match account {
            Some(_) => Route::root("accounts").key(people).key("login"),
            None => Route::root("people").key(people),
        };
        (format!("{people}/{factor}"), route)
    }
}

fn assumed(lowering: &mut Lowering, people: &str) {
    let services = lowering.services_of(people);
    if services.is_empty() {
        return;
    }
    let route = Route::root("people").key(people);
    let origin = lowering.assume(Assumption::OnePassword, people, &route);
    let password = format!("{people}/{PASSWORD}");
    lowering.holds(people, &password, Grade::Design, &origin);
    for service in &services {
        travels(lowering, people, service, &password, &origin);
        opens(lowering, people, service, std::slice::from_ref(&password), &origin);
    }
    session(lowering, people, &services, &origin);
}

fn declared(lowering: &mut Lowering, people: &str, account: &Account) {
    let route = Route::root("accounts").key(people);
    let services = lowering.services_of(people);
    for (factor, how) in account.factors.iter() {
        let route = route.key("factors").key(factor);
        let origin = Origin::Stated(route.clone());
        let secret = format!("{people}/{factor}");
        lowering.holds(people, &secret, Grade::Design, &origin);
        kept_elsewhere(lowering, &secret, how, &route);
        if how.sent == Sent::Always {
            // Who vouches for people is told what they present; the services only take its word.
            let told = account.idp.as_ref().map_or_else(|| services.clone(), |idp| vec![idp.0.clone()]);
            for service in &told {
                travels(lowering, people, service, &secret, &origin);
            }
        }
    }
    vouches(lowering, people, account, &route);
    for service in &services {
        opens(lowering, people, service, &factors_of(people, &account.login), &Origin::Stated(route.key("login")));
        for (way, origin) in resets(lowering, people, account, &route) {
            opens(lowering, people, service, &way, &origin);
        }
    }
    session(lowering, people, &services, &Origin::Stated(route));
}

/// What has a factor beside who knows it: what delivers it, what keeps it in clear, what keeps
/// something computed from it on which guesses can be tried.
fn kept_elsewhere(lowering: &mut Lowering, secret: &str, how: &Factor, route: &Route) {
    if let Some(by) = &how.delivered_by {
        let delivered = Origin::Stated(route.key("delivered_by"));
        lowering.present(&by.0, secret, &[], When::Stored, std::slice::from_ref(&delivered));
    }
    for (at, place) in how.kept_in.iter().enumerate() {
        lowering.lodge(place, secret, &[], &Origin::Stated(route.key("kept_in").index(at)));
    }
    if how.hash_in.is_empty() {
        return;
    }
    let place = route.key("strength");
    let (guess, said) = match how.strength {
        Some(Maybe::Is(GuessWord::Strong)) => (Guess::Strong, Origin::Stated(place)),
        Some(Maybe::Is(GuessWord::Guessable)) => (Guess::Guessable, Origin::Stated(place)),
        Some(Maybe::Unknown) => match lowering.unknown(Unknown::Guess, secret, &place) {
            Case::Worst => (Guess::Guessable, Origin::Stated(place)),
            Case::Best => (Guess::Strong, Origin::Stated(place)),
        },
        None => (Guess::Guessable, lowering.assume(Assumption::GuessablePassword, secret, route)),
    };
    let (hash, verifier) = (format!("hash:{secret}"), format!("verifier:{secret}"));
    lowering.pw(&hash, secret, guess, &said);
    for (at, place) in how.hash_in.iter().enumerate() {
        let origin = Origin::Stated(route.key("hash_in").index(at));
        lowering.lodge(place, &verifier, std::slice::from_ref(&hash), &origin);
    }
}

/// An identity provider opens a session for anybody, and a session kept by mistake opens what it opens.
fn vouches(lowering: &mut Lowering, people: &str, account: &Account, route: &Route) {
    let session = format!("{people}/session");
    if let Some(idp) = &account.idp {
        let origin = Origin::Stated(route.key("idp"));
        lowering.present(idp, &session, &[], When::Stored, std::slice::from_ref(&origin));
        opens(lowering, people, idp, &factors_of(people, &account.login), &Origin::Stated(route.key("login")));
    }
    for (at, place) in account.session_in.iter().enumerate() {
        lowering.lodge(place, &session, &[], &Origin::Stated(route.key("session_in").index(at)));
    }
}

fn factors_of(people: &str, factors: &[crate::model::Id]) -> Vec<String> {
    factors.iter().map(|factor| format!("{people}/{}", factor.0)).collect()
}

/// The ways to get in without the login factors.
fn resets(lowering: &mut Lowering, people: &str, account: &Account, route: &Route) -> Vec<(Vec<String>, Origin)> {
    let route = route.key("reset");
    match &account.reset {
        Maybe::Is(OrNone::Some(ways)) => {
            let way = |(at, factors): (usize, &crate::model::Many<crate::model::Id>)| {
                (factors_of(people, factors), Origin::Stated(route.index(at)))
            };
            ways.iter().enumerate().map(way).collect()
        }
        Maybe::Is(OrNone::None) => Vec::new(),
        Maybe::Unknown => match lowering.unknown(Unknown::Reset, people, &route) {
            Case::Worst => mailbox_ways(lowering, people, account, &Origin::Stated(route)),
            Case::Best => Vec::new(),
        },
    }
}

/// At worst, whatever is delivered is enough alone, and so is the mailbox: the one that is declared
/// as delivered by a mail service, or else one that the user and every mail service of the model have.
fn mailbox_ways(
    lowering: &mut Lowering,
    people: &str,
    account: &Account,
    origin: &Origin,
) -> Vec<(Vec<String>, Origin)> {
    let model = lowering.model;
    let is_mail = |by: &str| model.backend.get(by).is_some_and(|backend| backend.kind == Kind::Mail);
    let delivered = account.factors.iter().filter_map(|(factor, how)| Some((factor, how.delivered_by.as_ref()?)));
    let delivered: Vec<(String, bool)> =
        delivered.map(|(factor, by)| (format!("{people}/{factor}"), is_mail(&by.0))).collect();
    let mut ways: Vec<Vec<String>> = delivered.iter().map(|(factor, _)| vec![factor.clone()]).collect();
    if !delivered.iter().any(|(_, mail)| *mail) {
        let mailbox = format!("{people}/{MAILBOX}");
        lowering.holds(people, &mailbox, Grade::Design, origin);
        if !model.backend.keys().any(|name| is_mail(name)) {
            lowering.assume(Assumption::MailboxNotDescribed, people, origin.route());
        }
        for mail in model.backend.keys().filter(|name| is_mail(name)) {
            lowering.present(mail, &mailbox, &[], When::Stored, std::slice::from_ref(origin));
        }
        ways.push(vec![mailbox]);
    }
    ways.into_iter().map(|way| (way, origin.clone())).collect()
}

/// The session: its owner's, valid at the services, on the way there, kept on the device and in its copies.
fn session(lowering: &mut Lowering, people: &str, services: &[String], origin: &Origin) {
    let session = format!("{people}/session");
    lowering.holds(people, &session, Grade::Design, origin);
    let model = lowering.model;
    for service in services {
        travels(lowering, people, service, &session, origin);
        lowering.present(service, &session, &[], When::Live, std::slice::from_ref(origin));
        let answers = format!("{service}/answers");
        lowering.present(&answers, &session, &[], When::Stored, std::slice::from_ref(origin));
        reads(lowering, people, service, &session, origin);
    }
    for (client, entry) in model.clients.iter() {
        if entry.used_by.iter().any(|user| user.0 == people) && reaches(lowering, client, services) {
            let lock = lowering.lock_of(client, entry);
            lowering.present(client, &session, &[], When::Live, std::slice::from_ref(origin));
            lowering.keep_on_medium(client, &session, &[], &lock, origin);
            lowering.copy_device(client, &session, &[], origin);
        }
    }
}

fn reaches(lowering: &Lowering, client: &str, services: &[String]) -> bool {
    services.iter().any(|service| !lowering.way(client, service).is_empty())
}

/// Signing in gives the session.
fn opens(lowering: &mut Lowering, people: &str, service: &str, factors: &[String], origin: &Origin) {
    let session = format!("{people}/session");
    for place in [service.to_owned(), format!("{service}/answers")] {
        lowering.gate(&place, &session, factors, GateKind::User, std::slice::from_ref(origin));
    }
}

/// The session opens, of what its owner may read or is shown, what the service can fetch or has.
fn reads(lowering: &mut Lowering, people: &str, service: &str, session: &str, origin: &Origin) {
    let answers = format!("{service}/answers");
    let session = [session.to_owned()];
    for data in lowering.shown_to(people, service) {
        for place in [service, &answers] {
            lowering.gate(place, &data, &session, GateKind::User, std::slice::from_ref(origin));
        }
        for key in lowering.handed_with(service, &data) {
            lowering.gate(&answers, &key, &session, GateKind::User, std::slice::from_ref(origin));
        }
    }
}

impl Lowering<'_> {
    /// What a service shows people: of what they may read or are shown, and what accompanies it, what it
    /// can fetch or has.
    pub(super) fn shown_to(&mut self, people: &str, service: &str) -> Vec<String> {
        let model = self.model;
        let employer = model.people.get(people).and_then(|entry| entry.of.as_ref());
        let clients = model.clients.keys().filter(|client| self.is_client_of(client, people));
        let shown: Vec<String> = clients.flat_map(|client| self.received(client)).collect();
        let readable = |data: &str| {
            let Some(entry) = model.data.get(data) else { return false };
            let unknown = entry.readers == Maybe::Unknown
                && self.case(&Route::root("data").key(data).key("readers")) == Case::Worst;
            let meant = |who: &str| entry.declared_readers().iter().any(|reader| reader.0 == who);
            unknown
                || meant(people)
                || employer.is_some_and(|employer| meant(employer))
                || shown.iter().any(|one| one == data)
        };
        let readable: BTreeSet<&String> = model.data.keys().filter(|data| readable(data)).collect();
        let mut offered = self.answers(service);
        offered.extend(self.received(service));
        offered.retain(|data| self.with_what_it_accompanies(data).iter().any(|one| readable.contains(one)));
        offered
    }
}

/// A secret that a service receives passes on every hop between the people's clients and it.
fn travels(lowering: &mut Lowering, people: &str, service: &str, secret: &str, origin: &Origin) {
    let model = lowering.model;
    let clients = model.clients.keys().filter(|client| lowering.is_client_of(client, people));
    let links: BTreeSet<usize> = clients.flat_map(|client| lowering.way(client, service)).collect();
    let hops: Vec<Hop> = links.iter().flat_map(|at| lowering.hops[*at].iter().cloned()).collect();
    for hop in &hops {
        lowering.travel(hop, secret, origin);
    }
    lowering.present(service, secret, &[], When::Live, std::slice::from_ref(origin));
}
