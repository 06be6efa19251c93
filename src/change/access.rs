//! Changes of who may do what: rights, factors, ways back into an account.

use super::Change;
use crate::model::{Admin, Architecture, Factor, GuessWord, Id, Many, Maybe, OrNone, Sent};
use crate::text::change::Action;

/// What is offered.
pub(super) fn changes(architecture: &Architecture) -> Vec<Change> {
    let mut all = Vec::new();
    for (name, admin) in architecture.admins.iter() {
        let can = &admin.can;
        let rights = [
            (Action::NoRun, can.run.is_empty()),
            (Action::NoChange, can.change.is_empty()),
            (Action::NoStore, can.store.is_empty()),
            (Action::NoRead, can.read.is_empty()),
            (Action::NoImpersonate, can.impersonate.is_empty()),
            (Action::AdminFactor, admin.mfa == Maybe::Is(true)),
        ];
        all.extend(rights.into_iter().filter(|(_, none)| !none).map(|(action, _)| Change::of(action, name)));
    }
    for (name, account) in architecture.accounts.iter() {
        let kept = account.factors.values().any(|factor| !factor.kept_in.is_empty());
        let ways = [
            (Action::SecondFactor, account.login.len() == 1),
            (Action::NoReset, account.reset != Maybe::Is(OrNone::None)),
            (Action::SessionOut, kept || !account.session_in.is_empty()),
        ];
        all.extend(ways.into_iter().filter(|(_, offered)| *offered).map(|(action, _)| Change::of(action, name)));
    }
    all
}

pub(super) fn apply(change: &Change, architecture: &mut Architecture) {
    match change.action {
        Action::SecondFactor | Action::NoReset | Action::SessionOut => account(change, architecture),
        _ => {
            if let Some(admin) = architecture.admins.0.get_mut(&change.about) {
                rights(change.action, admin);
            }
        }
    }
}

fn rights(action: Action, admin: &mut Admin) {
    let can = &mut admin.can;
    match action {
        Action::NoRun => can.run = Many::default(),
        Action::NoChange => can.change = Many::default(),
        Action::NoStore => can.store = Many::default(),
        Action::NoRead => can.read = Many::default(),
        Action::NoImpersonate => can.impersonate = Many::default(),
        _ => admin.mfa = Maybe::Is(true),
    }
}

fn account(change: &Change, architecture: &mut Architecture) {
    let Some(account) = architecture.accounts.0.get_mut(&change.about) else { return };
    match change.action {
        Action::SecondFactor => {
            let strength = Some(Maybe::Is(GuessWord::Strong));
            let factor = Factor { sent: Sent::Never, strength, ..Factor::default() };
            let mut name = "second".to_owned();
            while account.factors.contains_key(&name) {
                name.push_str("-x");
            }
            account.factors.0.insert(name.clone(), factor);
            account.login.0.push(Id(name));
        }
        Action::NoReset => account.reset = Maybe::Is(OrNone::None),
        _ => {
            account.session_in = Many::default();
            account.factors.0.values_mut().for_each(|factor| factor.kept_in = Many::default());
        }
    }
}
