//! Keys: where they are kept, and who can use them.

use indexmap::IndexMap;

use super::Case;
use super::context::{Lowering, Origin};
use crate::kernel::{GateKind, Grade, Guess, Mode, Power, When};
use crate::model::{
    ActingAs, Architecture, AtRest, ContentLayer, GuessWord, Id, Key, Maybe, OrNone, Place, Scope, Storage,
};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

/// A key that is kept somewhere.
struct Kept<'k> {
    key: &'k str,
    /// Where.
    place: String,
    /// The keys that seal it there.
    under: Vec<String>,
    origin: Origin,
}

pub(super) fn lower(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, key) in model.keys.iter() {
        let route = Route::root("keys").key(name);
        let users = users(lowering, name, key, &route);
        if protects(lowering, name) {
            lowering.assume(Assumption::KeysAsDeclared, name, &route);
        }
        passes(lowering, name, key, &users, &route);
        derived(lowering, name, key, &route);
        for kept in kept(lowering, name, key, &route) {
            keep(lowering, &kept, !users.is_empty());
            roles(lowering, &kept, key.logged, &users);
            opened_in_use(lowering, &kept, &users);
            policy(lowering, &kept, key, &route);
        }
        for (at, place) in key.places().iter().enumerate() {
            opens(lowering, name, place, &route.key("kept_in").index(at));
        }
    }
}

/// Every place of a key; where that is not known, at worst every one there is.
fn kept<'k>(lowering: &mut Lowering, name: &'k str, key: &Key, route: &Route) -> Vec<Kept<'k>> {
    let place = route.key("kept_in");
    if key.kept_in.known().is_none() {
        if lowering.unknown(Unknown::Custody, name, &place) == Case::Best {
            return Vec::new();
        }
        let model = lowering.model;
        let people = model.people.keys().chain(model.admins.keys()).cloned();
        let all = model.components().cloned().chain(people).chain(lowering.any_organisation());
        let all: Vec<String> = all.collect();
        let origin = || Origin::Stated(place.clone());
        return all.into_iter().map(|place| Kept { key: name, place, under: Vec::new(), origin: origin() }).collect();
    }
    let places = key.places().iter().enumerate();
    places
        .map(|(at, one)| Kept {
            key: name,
            place: one.at().0.clone(),
            under: one.under().iter().map(|key| key.0.clone()).collect(),
            origin: Origin::Stated(place.index(at)),
        })
        .collect()
}

/// What a key passes through without staying: what it is shown to; the clients on which people use one
/// that they have; and what uses one that people have or compute, which is handed it then.
fn passes(lowering: &mut Lowering, name: &str, key: &Key, users: &IndexMap<String, Origin>, route: &Route) {
    let model = lowering.model;
    for (at, seen) in key.seen_by.iter().enumerate() {
        let origin = Origin::Stated(route.key("seen_by").index(at));
        lowering.present(seen, name, &[], When::Live, &[origin]);
    }
    let theirs = key.places().iter().enumerate().filter(|(_, place)| !is_component(model, place.at()));
    for (at, person) in theirs {
        let origin = Origin::Stated(route.key("kept_in").index(at));
        for (client, entry) in model.clients.iter() {
            if entry.used_by.contains(person.at()) && lowering.meets(client, name) {
                lowering.present(client, name, &[], When::Live, std::slice::from_ref(&origin));
            }
        }
    }
    let handed = key.places().iter().any(|place| !hands_out(model, place.at()));
    if handed || key.from_password.is_some() || key.kept_in.known().is_none() {
        for (user, origin) in users {
            lowering.present(user, name, &[], When::Live, std::slice::from_ref(origin));
        }
    }
}

/// A key computed from a password: with it, and where the password is typed to compute it.
fn derived(lowering: &mut Lowering, name: &str, key: &Key, route: &Route) {
    let Some(password) = &key.from_password else { return };
    let model = lowering.model;
    let place = route.key("guess");
    let guess = match key.guess {
        Some(Maybe::Is(GuessWord::Strong)) => Guess::Strong,
        Some(Maybe::Unknown) if lowering.unknown(Unknown::Guess, name, &place) == Case::Best => Guess::Strong,
        _ => Guess::Guessable,
    };
    let origin = Origin::Stated(route.key("from_password"));
    // An admin's key comes from the password, whatever second factor the sign-in asks for.
    let secret = if password.contains('/') { password.0.clone() } else { format!("cred:{password}") };
    lowering.pw(name, &secret, guess, &origin);
    let typist = password.split('/').next().unwrap_or_default();
    for (client, _) in model.clients.iter().filter(|(_, one)| one.used_by.iter().any(|user| user.0 == typist)) {
        for item in [&secret, name] {
            lowering.present(client, item, &[], When::Live, std::slice::from_ref(&origin));
        }
    }
}

/// A lock that hands a key out to whoever presents what opens it.
fn opens(lowering: &mut Lowering, name: &str, place: &Place, route: &Route) {
    let Place::Under(lock) = place else { return };
    if lock.opens_to.is_empty() {
        return;
    }
    let origin = Origin::Stated(route.key("opens_to"));
    let factors = lowering.all_secrets_of(&lock.opens_to, &origin);
    let kind = if lock.acting == Some(ActingAs::User) { GateKind::User } else { GateKind::Service };
    let under: Vec<String> = lock.under.iter().map(|key| key.0.clone()).collect();
    let answers = format!("{}/answers", lock.at);
    lowering.present(&answers, name, &under, When::Stored, std::slice::from_ref(&origin));
    for place in [&lock.at.0, &answers] {
        lowering.gate(place, name, &factors, kind, std::slice::from_ref(&origin));
    }
}

/// Whoever writes the policy of a key can let themselves use it, in a log that shows it.
fn policy(lowering: &mut Lowering, kept: &Kept, key: &Key, route: &Route) {
    let model = lowering.model;
    if key.policy_admins.is_empty() || !is_component(model, &kept.place) {
        return;
    }
    let (policy, granted) = (format!("{}/policy", kept.key), format!("{}/granted", kept.key));
    for (at, admin) in key.policy_admins.iter().enumerate() {
        let origin = Origin::Stated(route.key("policy_admins").index(at));
        lowering.present(&granted, kept.key, &kept.under, When::Stored, std::slice::from_ref(&origin));
        lowering.follows(&granted, &policy, Mode::Logged, &origin);
        match model.admins.get(&admin.0) {
            Some(entry) => {
                let factors = lowering.credentials(admin, entry);
                lowering.admin_if(&policy, Power::Change, &factors, &origin);
            }
            None => lowering.power(admin, &policy, Power::Change, Grade::Privilege, &origin),
        }
    }
}

/// Whether a key protects what a storage or a backup keeps.
fn protects(lowering: &Lowering, key: &str) -> bool {
    let model = lowering.model;
    let medium = |at_rest: &Maybe<OrNone<AtRest>>| matches!(at_rest, Maybe::Is(OrNone::Some(one)) if *one.key == *key);
    let content = |layer: &ContentLayer| *layer.key == *key;
    let mut storages = model.storage.values();
    let mut backups = model.backups.iter().flat_map(|backups| backups.values());
    storages.any(|one| medium(&one.at_rest) || one.encrypted.iter().any(content))
        || backups.any(|one| medium(&one.at_rest))
}

/// Whether a place answers those who use a key that is kept there; from elsewhere, it is brought to them.
fn hands_out(model: &Architecture, place: &str) -> bool {
    model.backend.contains_key(place) || model.storage.contains_key(place) || model.hosting.contains_key(place)
}

fn is_component(model: &Architecture, name: &str) -> bool {
    model.components().any(|component| component == name)
}

/// The services that use a key, and where that is said: those declared, and those that open what it
/// encrypts, which they could not do without it.
fn users(lowering: &Lowering, name: &str, key: &Key, route: &Route) -> IndexMap<String, Origin> {
    let mut all = each(&key.used_by, &route.key("used_by"));
    for (storage, entry) in lowering.model.storage.iter() {
        all.extend(openers_of_layers(name, storage, entry));
        all.extend(readers_of_medium(lowering, name, storage, entry));
    }
    all.extend(openers_on_links(lowering.model, name));
    let mut users: IndexMap<String, Origin> = IndexMap::new();
    for (user, route) in all {
        if lowering.model.backend.contains_key(&user) {
            users.entry(user).or_insert_with(|| Origin::Stated(route));
        }
    }
    users
}

/// The names of a list, each with its place.
fn each(list: &[Id], route: &Route) -> Vec<(String, Route)> {
    list.iter().enumerate().map(|(at, one)| (one.0.clone(), route.index(at))).collect()
}

/// What opens the content that a storage has under a key.
fn openers_of_layers(name: &str, storage: &str, entry: &Storage) -> Vec<(String, Route)> {
    let route = Route::root("storage").key(storage).key("encrypted");
    let layers = entry.encrypted.iter().enumerate().filter(|(_, layer)| layer.key.0 == name);
    let openers = |(at, layer): (usize, &ContentLayer)| match &layer.opened_by {
        None => each(&layer.by, &route.index(at).key("by")),
        Some(OrNone::Some(openers)) => each(openers, &route.index(at).key("opened_by")),
        Some(OrNone::None) => Vec::new(),
    };
    layers.flat_map(openers).collect()
}

/// What reads a storage whose bytes are under a key that each request asks for, as far as it gets it.
fn readers_of_medium(lowering: &Lowering, name: &str, storage: &str, entry: &Storage) -> Vec<(String, Route)> {
    let Maybe::Is(OrNone::Some(at_rest)) = &entry.at_rest else { return Vec::new() };
    if at_rest.key.0 != name || !matches!(at_rest.scope, Scope::Request | Scope::File) {
        return Vec::new();
    }
    let route = Route::root("storage").key(storage).key("used_by");
    let reads = |one: &&String| lowering.uses(one, storage, entry) && lowering.can_use(one, storage, name, 0);
    let place = |one: &String| {
        let at = entry.users().iter().position(|user| user.0 == *one);
        (one.clone(), at.map_or_else(|| route.clone(), |at| route.index(at)))
    };
    lowering.model.backend.keys().filter(reads).map(place).collect()
}

/// What opens, where links end, what travels under a key.
fn openers_on_links(model: &Architecture, name: &str) -> Vec<(String, Route)> {
    let mut openers = Vec::new();
    for (at, link) in model.links.iter().enumerate() {
        for (index, carried) in link.carries.known().into_iter().flat_map(|carried| carried.iter()).enumerate() {
            if let Some(sealed) = carried.sealed().filter(|sealed| sealed.under.iter().any(|key| key.0 == name)) {
                let route = Route::root("links").index(at).key("carries").index(index).key("opened_by");
                openers.extend(each(&sealed.opened_by, &route));
            }
        }
    }
    openers
}

/// Keeps a key somewhere: with an actor, in a component, beside the data it protects.
fn keep(lowering: &mut Lowering, kept: &Kept, used: bool) {
    let model = lowering.model;
    let origins = std::slice::from_ref(&kept.origin);
    let live = model.backend.get(&kept.place).is_some_and(|backend| backend.kind.holds_keys_live());
    if live {
        lowering.present(&kept.place, kept.key, &kept.under, When::Live, origins);
        if used {
            // What the service itself may have opened elsewhere, it has opened to answer.
            let shut = |key: &&String| !lowering.can_use(&kept.place, &kept.place, key, 0);
            let closed: Vec<String> = kept.under.iter().filter(shut).cloned().collect();
            lowering.present(&format!("{}/answers", kept.place), kept.key, &closed, When::Stored, origins);
        }
    } else if is_component(model, &kept.place) {
        lowering.lodge(&kept.place, kept.key, &kept.under, &kept.origin);
    } else {
        lowering.holds(&kept.place, kept.key, Grade::Privilege, &kept.origin);
    }
}

/// A key under one whose uses are logged is in clear where it is used, at each use that it is asked for: whoever
/// observes that asks for nothing, and leaves no trace.
fn opened_in_use(lowering: &mut Lowering, kept: &Kept, users: &IndexMap<String, Origin>) {
    let model = lowering.model;
    let logged = |key: &&String| model.keys.get(key.as_str()).is_some_and(|key| key.logged);
    let outer: Vec<&String> = kept.under.iter().filter(logged).collect();
    if outer.is_empty() {
        return;
    }
    let opens = |service: &str| outer.iter().any(|key| lowering.can_use(service, service, key, 0));
    let keeper = model.backend.contains_key(&kept.place) && opens(&kept.place);
    let mut places: Vec<(String, Origin)> = users.iter().map(|(user, origin)| (user.clone(), origin.clone())).collect();
    places.extend(keeper.then(|| (kept.place.clone(), kept.origin.clone())));
    for (place, origin) in places {
        lowering.present(&place, kept.key, &[], When::Live, &[origin]);
    }
}

/// What keeps a key answers those who use it: with the key itself, as far as reading goes.
///
/// Using a key of a key management service on demand needs no waiting, hence the answer stands stored
/// on its `answers`; whoever observes the service learns the key at its next use only.
fn roles(lowering: &mut Lowering, kept: &Kept, logged: bool, users: &IndexMap<String, Origin>) {
    let model = lowering.model;
    let place = &kept.place;
    if !hands_out(model, place) {
        return;
    }
    let mut places = vec![place.clone()];
    if model.backend.get(place).is_some_and(|backend| backend.kind.holds_keys_live()) {
        places.push(format!("{place}/answers"));
    }
    for (user, used) in users.iter().filter(|(user, _)| *user != place) {
        let mut holder = user.clone();
        if logged {
            holder += "/uses";
            let said = Origin::Stated(Route::root("keys").key(kept.key).key("logged"));
            lowering.logged.entry(user.clone()).or_insert(said);
        }
        let role = format!("role:{holder}");
        lowering.present(&holder, &role, &[], When::Stored, std::slice::from_ref(used));
        for place in &places {
            let role = std::slice::from_ref(&role);
            lowering.gate(place, kept.key, role, GateKind::Service, std::slice::from_ref(used));
        }
    }
}
