//! People: what admins' rights show, what a stolen account opens, who can get into the accounts of others.

use std::collections::BTreeSet;

use super::scene::{Scene, Way, found};
use super::storage::backups;
use super::{Raised, Read};
use crate::kernel::{Fact, Grade, Power, Shield};
use crate::model::{Account, Admin, is_in_eea};
use crate::source::Route;
use crate::text::finding::Rule;

pub(super) fn raised(scene: &Scene) -> Vec<Raised> {
    let hosting = scene.architecture.hosting.keys();
    let mut all: Vec<Raised> = hosting.clone().filter_map(|name| host(scene, name)).collect();
    all.extend(hosting.filter_map(|name| isolation(scene, name)));
    for (name, admin) in scene.architecture.admins.iter() {
        all.extend(rights(scene, name, admin));
    }
    for (name, account) in scene.architecture.accounts.iter() {
        all.extend(ways_in(scene, name, account));
    }
    for name in scene.architecture.people.keys() {
        let actor = format!("adversary/stolen-user/{name}");
        let section = if scene.architecture.accounts.contains_key(name) { "accounts" } else { "people" };
        let route = Route::root(section).key(name);
        all.extend(found(Rule::StolenUser, &[name], scene.all_of(&actor), vec![route]));
    }
    for name in scene.architecture.people.keys() {
        all.extend(shown(scene, name));
    }
    for (name, organisation) in &scene.architecture.organisations {
        all.extend(runs(scene, name));
        let outside = organisation.country.known().is_none_or(|all| all.iter().any(|code| !is_in_eea(code)));
        let reads = scene.who(|way| way.actor == name && way.grade <= Grade::Privilege);
        let route = Route::root("organisations").key(name).key("country");
        all.extend(outside.then(|| found(Rule::ThirdCountry, &[name], reads, vec![route])).flatten());
    }
    all
}

/// An organisation that runs services itself reads what these have; those of third parties are told by what they receive.
fn runs(scene: &Scene, name: &str) -> Option<Raised> {
    let third = |component: &str| {
        let operator = scene.architecture.backend.get(component).and_then(|backend| backend.operator.as_ref());
        operator.is_some() && name != scene.architecture.vendor
    };
    let own: BTreeSet<&str> = scene
        .facts()
        .filter_map(|fact| match fact {
            Fact::Power { actor, component, power: Power::Run, .. } if scene.text(*actor) == name => {
                Some(scene.text(*component))
            }
            _ => None,
        })
        .filter(|component| !scene.architecture.hosting.contains_key(*component) && !third(component))
        .filter(|component| !component.contains('/') && !backups(scene).any(|(name, _)| name == component))
        .collect();
    let above = scene.with_those_above(name);
    let reads = scene.who(|way| {
        let at_own = || own.iter().any(|component| way.is_at(component) || scene.mounts(component, way.at));
        let theirs = above.contains(way.actor) && scene.shares(name, way);
        theirs && way.grade <= Grade::Privilege && way.factors.is_none() && at_own()
    });
    found(Rule::Operator, &[name], reads, vec![Route::root("organisations").key(name)])
}

/// People are shown, by their own account or on their own device, what they are not declared to read.
fn shown(scene: &Scene, name: &str) -> Option<Raised> {
    let session = format!("{name}/session");
    let own = |way: &Way| match &way.factors {
        Some(factors) => factors.contains(&session.as_str()),
        None => scene
            .architecture
            .clients
            .iter()
            .any(|(client, entry)| way.is_at(client) && entry.used_by.iter().any(|user| user.0 == name)),
    };
    let above = scene.with_those_above(name);
    let reads = scene
        .who(|way| above.contains(way.actor) && scene.shares(name, way) && way.grade <= Grade::Privilege && own(way));
    found(Rule::Overexposed, &[name], reads, vec![Route::root("people").key(name)])
}

/// Whoever has a machine reads what runs on it, in its memory.
fn host(scene: &Scene, name: &str) -> Option<Raised> {
    let on = |way: &Way| {
        let component = way.at.split('/').next().unwrap_or_default();
        let bytes = way.at.ends_with("/medium");
        !bytes && scene.architecture.hosts_of(component).iter().any(|host| host.0 == name)
    };
    let organisation = |actor: &str| !actor.contains('/') && !scene.architecture.admins.contains_key(actor);
    let has = |actor: &str| scene.can(actor, name, Power::Run) <= Grade::Privilege;
    let reads = scene.who(|way| {
        way.clear
            && way.factors.is_none()
            && way.grade <= Grade::Privilege
            && organisation(way.actor)
            && on(way)
            && has(way.actor)
    });
    found(Rule::HostMemory, &[name], reads, vec![Route::root("hosting").key(name)])
}

/// What keeps a host out of what it runs is in the hands of that host.
fn isolation(scene: &Scene, name: &str) -> Option<Raised> {
    let shielded: BTreeSet<&str> = scene
        .facts()
        .filter_map(|fact| match fact {
            Fact::On { guest, host, shield: Shield::Locked | Shield::Tee } if scene.text(*host) == name => {
                Some(scene.text(*guest))
            }
            _ => None,
        })
        .collect();
    let organisation = |actor: &str| !actor.contains('/') && !scene.architecture.admins.contains_key(actor);
    let reads = scene.who(|way| {
        let there = shielded.iter().any(|guest| way.is_at(guest) || scene.mounts(guest, way.at));
        let has = || scene.can(way.actor, name, Power::Change) <= Grade::Privilege;
        there && way.grade == Grade::Tampering && organisation(way.actor) && has()
    });
    found(Rule::Isolation, &[name], reads, vec![Route::root("hosting").key(name)])
}

/// What each kind of right of admins shows them, and what their credentials show a thief.
fn rights(scene: &Scene, name: &str, admin: &Admin) -> Vec<Raised> {
    let route = Route::root("admins").key(name);
    let can = route.key("can");
    // Bytes alone are told where they lie: in clear, or beside their key.
    let stored = |way: &Way| !way.at.ends_with("/medium") && admin.can.store.iter().any(|bytes| way.is_at(bytes));
    // What they can do, their employer can, and who controls it.
    let above = scene.with_those_above(name);
    let shared = |way: &Way| above.contains(way.actor) && scene.shares(name, way);
    let theirs = |way: &Way| shared(way) && way.grade <= Grade::Privilege;
    let credential = format!("cred:{name}");
    let by_tool = |way: &Way| way.factors.as_ref().is_some_and(|factors| factors.contains(&credential.as_str()));
    let shown_by_tool = |way: &Way| {
        admin.can.read.iter().any(|read| {
            let same = |data: &str| scene.accompanies(way.item, data) || data == way.item;
            way.is_at(&read.at.0) && read.data.iter().any(|data| same(&data.0))
        })
    };
    let mut all = Vec::new();
    if !admin.can.run.is_empty() || !admin.can.change.is_empty() {
        let runs: Vec<&str> = admin.can.run.iter().chain(admin.can.change.iter()).map(|one| one.0.as_str()).collect();
        let observes = |way: &Way| {
            let there = scene.can(name, way.at, Power::Run) <= Grade::Privilege;
            let mounted = || runs.iter().any(|component| scene.mounts(component, way.at));
            theirs(way) && way.factors.is_none() && (there || mounted())
        };
        let key = if admin.can.run.is_empty() { "change" } else { "run" };
        all.extend(found(Rule::Operator, &[name], scene.who(observes), vec![can.key(key)]));
    }
    if !admin.can.store.is_empty() {
        let reads = scene.who(|way| theirs(way) && way.factors.is_none() && stored(way));
        all.extend(found(Rule::StorageAdmin, &[name], reads, vec![can.key("store")]));
    }
    if !admin.can.read.is_empty() {
        let reads = scene.who(|way| theirs(way) && by_tool(way) && shown_by_tool(way));
        all.extend(found(Rule::SupportTool, &[name], reads, vec![can.key("read")]));
    }
    if !admin.can.impersonate.is_empty() {
        let reads = scene.who(|way| shared(way) && by_tool(way) && !shown_by_tool(way));
        all.extend(found(Rule::Impersonation, &[name], reads, vec![can.key("impersonate")]));
    }
    let stolen = scene.all_of(&format!("adversary/stolen/{name}"));
    all.extend(found(Rule::StolenAdmin, &[name], stolen, vec![route.key("mfa")]));
    all
}

/// How others get into people's accounts: without their factors, through sessions kept, through who vouches.
fn ways_in(scene: &Scene, name: &str, account: &Account) -> Vec<Raised> {
    let route = Route::root("accounts").key(name);
    let session = format!("{name}/session");
    let only_session = BTreeSet::from([session.as_str()]);
    let mut login: Vec<String> = account.login.iter().map(|factor| format!("{name}/{}", factor.0)).collect();
    login.sort();
    let mut all = Vec::new();
    // The owner of the account gets in by right, and so do those who have it from them.
    let own = scene.with_those_above(name);
    let others = |reads: Vec<Read>| -> Vec<Read> {
        reads.into_iter().filter(|read| !own.contains(read.actor.as_str())).collect()
    };
    // A way in that asks for other factors than signing in does.
    let reset = scene.who_opens_with(&only_session, |way| {
        let others = |factors: &Vec<&str>| {
            let own = factors.iter().all(|factor| factor.starts_with(&format!("{name}/")));
            own && factors.iter().copied().ne(login.iter().map(String::as_str))
        };
        way.factors.as_ref().is_some_and(others)
    });
    all.extend(found(Rule::Recovery, &[name], others(reset), vec![route.key("reset")]));
    let factors = account.factors.iter().filter(|(_, factor)| !factor.kept_in.is_empty());
    let factors: Vec<(String, &crate::model::Factor)> =
        factors.map(|(id, one)| (format!("{name}/{id}"), one)).collect();
    let mut secrets: BTreeSet<&str> = factors.iter().map(|(secret, _)| secret.as_str()).collect();
    secrets.insert(&session);
    let kept = |way: &Way| {
        let places =
            factors.iter().filter(|(secret, _)| secret == way.item).flat_map(|(_, factor)| factor.kept_in.iter());
        let sessions = account.session_in.iter().filter(|_| way.item == session);
        places.chain(sessions).any(|place| way.is_at(&place.0))
    };
    let learners: BTreeSet<&str> =
        scene.learns.iter().filter(|way| secrets.contains(way.item) && kept(way)).map(|way| way.actor).collect();
    let reads = scene.who(|way| {
        learners.contains(way.actor) && way.factors.as_ref().is_some_and(|factors| factors.contains(&session.as_str()))
    });
    let place = if account.session_in.is_empty() { route.key("factors") } else { route.key("session_in") };
    all.extend(found(Rule::SessionKept, &[name], others(reads), vec![place]));
    if let Some(idp) = &account.idp {
        let reads = scene.who_opens_with(&only_session, |way| way.is_at(&idp.0) && way.factors.is_none());
        all.extend(found(Rule::IdentityProvider, &[name], others(reads), vec![route.key("idp")]));
    }
    all
}
