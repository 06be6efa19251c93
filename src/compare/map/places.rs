//! The components of a map: in which lane each stands, and in whose perimeter.

use super::Ground;
use super::presence::{HeldKey, Presence};
use crate::kernel::When;
use crate::model::{BackendKind as Kind, ComponentSort, Model, Registry};
use crate::text::Both;

/// A column of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// People's devices.
    Devices,
    /// The network, and the services of third parties.
    Network,
    /// What runs in a hosting perimeter.
    Services,
    /// What keeps data or keys.
    Data,
}

impl Lane {
    /// Every lane, in order.
    pub const ALL: [Self; 4] = [Self::Devices, Self::Network, Self::Services, Self::Data];
}

/// A component.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its name in the model.
    pub id: String,
    /// Its label.
    pub label: Both,
    /// What it is.
    pub sort: ComponentSort,
    /// Where it stands.
    pub lane: Lane,
    /// In whose perimeter, by position; none on devices, on the network and at third parties.
    pub perimeter: Option<usize>,
    /// How each data asset is there at any time, in the order of the audit.
    pub data: Vec<Presence>,
    /// How each is kept there: on its disk, if that is another matter.
    pub at_rest: Vec<Presence>,
    /// The keys that are there, and encrypt data somewhere.
    pub keys: Vec<HeldKey>,
    /// The people who use it, by name, if it is a client.
    pub users: Vec<String>,
    /// The components that it stands for, if it is several: by their labels.
    pub members: Vec<Both>,
}

/// What one organisation hosts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perimeter {
    /// The organisation's name in the model; none where it is not known.
    pub organisation: Option<String>,
    /// Its label.
    pub label: Option<Both>,
    /// The HDS activities of its certificate; empty where there is said to be none, nothing where nothing is said.
    pub hds: Option<Vec<u8>>,
    /// Keys that are on the machines themselves, surely or not.
    pub keys: Vec<HeldKey>,
    /// The hosts that it stands for, if it is several.
    pub members: Vec<Both>,
}

pub(super) fn places(ground: &Ground, model: &Model) -> (Vec<Place>, Vec<Perimeter>) {
    let registry = Registry::new(ground.architecture);
    let mut perimeters: Vec<Perimeter> = Vec::new();
    let mut places = Vec::new();
    for (id, (sort, _)) in &registry.components {
        if *sort == ComponentSort::Hosting {
            continue;
        }
        let lane = lane(ground, id, *sort);
        let hosted = matches!(lane, Lane::Services | Lane::Data);
        let perimeter = hosted.then(|| perimeter(ground, model, &mut perimeters, id));
        let data = ground.presence(id, None);
        places.push(Place {
            id: id.clone(),
            label: ground.label(id),
            sort: *sort,
            lane,
            perimeter,
            at_rest: at_rest(ground, id),
            data,
            keys: ground.keys_at(id),
            users: ground.users(id),
            members: Vec::new(),
        });
    }
    for id in ground.architecture.hosting.keys() {
        let keys = ground.keys_at(id);
        if keys.is_empty() {
            continue;
        }
        let at = perimeter(ground, model, &mut perimeters, id);
        for key in keys {
            if !perimeters[at].keys.iter().any(|known| known.id == key.id) {
                perimeters[at].keys.push(key);
            }
        }
    }
    (places, perimeters)
}

/// How data is kept: the bytes of the disk where there is one apart, else what is stored at the component.
fn at_rest(ground: &Ground, id: &str) -> Vec<Presence> {
    let medium = ground.presence(&format!("{id}/medium"), None);
    let stored = ground.presence(id, Some(When::Stored));
    let either = |(medium, stored): (Presence, Presence)| if medium.is_there() { medium } else { stored };
    medium.into_iter().zip(stored).map(either).collect()
}

fn lane(ground: &Ground, id: &str, sort: ComponentSort) -> Lane {
    let architecture = ground.architecture;
    let Some(backend) = architecture.backend.get(id) else {
        return if sort == ComponentSort::Client { Lane::Devices } else { Lane::Data };
    };
    let hosted = architecture.host_of(id).is_some();
    let keeps = matches!(backend.kind, Kind::Kms | Kind::Hsm | Kind::Logs | Kind::Search | Kind::Queue | Kind::Cache);
    let outside = matches!(
        backend.kind,
        Kind::Cdn
            | Kind::Push
            | Kind::Mail
            | Kind::Sms
            | Kind::ErrorTracker
            | Kind::Analytics
            | Kind::Idp
            | Kind::Ci
            | Kind::Repo
            | Kind::AppRelease
            | Kind::AppStore
            | Kind::Ai
            | Kind::Partner
    );
    match (hosted, keeps, outside) {
        (false, _, true) => Lane::Network,
        (_, true, _) => Lane::Data,
        _ => Lane::Services,
    }
}

fn perimeter(ground: &Ground, model: &Model, known: &mut Vec<Perimeter>, id: &str) -> usize {
    let owner = ground.architecture.operator_of(id).map(|owner| owner.0.as_str());
    if let Some(at) = known.iter().position(|one| one.organisation.as_deref() == owner) {
        return at;
    }
    let certificate = owner.and_then(|owner| model.statements.certificates.get(owner));
    known.push(Perimeter {
        organisation: owner.map(str::to_owned),
        label: owner.map(|owner| ground.label(owner)),
        hds: certificate.map(|one| one.activities.clone()),
        keys: Vec::new(),
        members: Vec::new(),
    });
    known.len() - 1
}

impl Ground<'_> {
    fn users(&self, id: &str) -> Vec<String> {
        let client = self.architecture.clients.get(id);
        client.into_iter().flat_map(|client| client.used_by.iter()).map(|user| user.0.clone()).collect()
    }
}
