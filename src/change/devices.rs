//! Changes of what people hold: what it keeps, how it is locked, who can alter it.

use super::Change;
use crate::model::{Architecture, Client, ClientKind, Lock, Many, Maybe, OrNone, Updates};
use crate::text::change::Action;

/// What is offered.
pub(super) fn changes(architecture: &Architecture) -> Vec<Change> {
    let mut all = Vec::new();
    for (name, client) in architecture.clients.iter() {
        let page = client.kind == ClientKind::Web;
        let logged = matches!(client.updates, Some(Maybe::Is(Updates::Logged | Updates::Pinned)));
        let nothing = client.keeps == Some(Maybe::Is(OrNone::None)) || (page && client.keeps.is_none());
        let offers = [
            (Action::KeepNothing, !nothing),
            (Action::LockDevice, client.lock != Some(Maybe::Is(Lock::Strong))),
            (Action::CopyOut, !client.backed_up_to.is_empty()),
            (Action::NoManagement, matches!(client.mdm, Some(OrNone::Some(_)))),
            (Action::LogUpdates, !page && !logged),
            (Action::ShipApp, page),
            (Action::ScriptsOut, !client.scripts.is_empty()),
        ];
        all.extend(offers.into_iter().filter(|(_, offered)| *offered).map(|(action, _)| Change::of(action, name)));
    }
    all
}

pub(super) fn apply(change: &Change, architecture: &mut Architecture) {
    if let Some(client) = architecture.clients.0.get_mut(&change.about) {
        alter(change.action, client);
    }
}

fn alter(action: Action, client: &mut Client) {
    match action {
        Action::KeepNothing => client.keeps = Some(Maybe::Is(OrNone::None)),
        Action::LockDevice => client.lock = Some(Maybe::Is(Lock::Strong)),
        Action::CopyOut => client.backed_up_to = Many::default(),
        Action::NoManagement => client.mdm = Some(OrNone::None),
        Action::LogUpdates => client.updates = Some(Maybe::Is(Updates::Logged)),
        Action::ShipApp => {
            client.kind = ClientKind::Mobile;
            client.updates = Some(Maybe::Is(Updates::Logged));
            if client.keeps.is_none() {
                client.keeps = Some(Maybe::Is(OrNone::None));
            }
        }
        _ => client.scripts = Many::default(),
    }
}
