//! Secrets as the model names them, where they are lodged, and how well things are encrypted.

use super::Case;
use super::context::{Lowering, Origin};
use super::layers::joined;
use crate::kernel::When;
use crate::model::{Maybe, OrNone, SecretName, StrengthWord};
use crate::source::Route;
use crate::text::audit::{Assumption, Unknown};

/// Notes the keys under which something is encrypted in a broken or malleable way, or may be.
pub(super) fn strengths(lowering: &mut Lowering) {
    let model = lowering.model;
    for (name, storage) in model.storage.iter() {
        let route = Route::root("storage").key(name);
        if let Maybe::Is(OrNone::Some(at_rest)) = &storage.at_rest {
            strength(lowering, &at_rest.key, at_rest.strength, &route.key("at_rest"));
        }
        for (at, layer) in storage.encrypted.iter().enumerate() {
            strength(lowering, &layer.key, layer.strength, &route.key("encrypted").index(at));
        }
    }
    for (name, backup) in model.backups.iter().flat_map(|backups| backups.iter()) {
        if let Maybe::Is(OrNone::Some(at_rest)) = &backup.at_rest {
            let route = Route::root("backups").key(name).key("at_rest");
            strength(lowering, &at_rest.key, at_rest.strength, &route);
        }
    }
    for (name, key) in model.keys.iter() {
        for (at, place) in key.places().iter().enumerate() {
            if let crate::model::Place::Under(place) = place {
                let route = Route::root("keys").key(name).key("kept_in").index(at);
                place.under.iter().for_each(|key| strength(lowering, key, place.strength, &route));
            }
        }
    }
    of_what_travels(lowering);
    for (at, entry) in model.end_to_end.iter().enumerate() {
        let key = Lowering::end_to_end_key(entry);
        strength(lowering, &key, entry.strength, &Route::root("end_to_end").index(at));
    }
}

fn of_what_travels(lowering: &mut Lowering) {
    let model = lowering.model;
    for (at, link) in model.links.iter().enumerate() {
        for (place, carried) in link.carries.known().into_iter().flat_map(|carried| carried.iter()).enumerate() {
            if let Some(sealed) = carried.sealed() {
                let route = Route::root("links").index(at).key("carries").index(place);
                sealed.under.iter().for_each(|key| strength(lowering, key, sealed.strength, &route));
            }
        }
    }
    for (name, client) in model.clients.iter() {
        for (at, backup) in client.backed_up_to.iter().enumerate() {
            if let crate::model::DeviceBackup::Under(sealed) = backup {
                let route = Route::root("clients").key(name).key("backed_up_to").index(at);
                sealed.under.iter().for_each(|key| strength(lowering, key, sealed.strength, &route));
            }
        }
    }
}

fn strength(lowering: &mut Lowering, key: &str, said: Option<Maybe<StrengthWord>>, route: &Route) {
    let weak = match said {
        Some(Maybe::Is(word)) => word == StrengthWord::Weak,
        Some(Maybe::Unknown) => lowering.unknown(Unknown::Strength, key, &route.key("strength")) == Case::Worst,
        None => {
            lowering.assume(Assumption::SoundEncryption, key, route);
            false
        }
    };
    if weak {
        lowering.weak.insert(key.to_owned());
    }
}

impl Lowering<'_> {
    /// Layers of which some are weak and others not, once the weak ones are broken: whoever breaks one
    /// where the ciphertext is has what is under it, which needs the keys of the others still.
    pub(super) fn broken(
        &mut self,
        component: &str,
        layers: &[String],
        when: When,
        origins: &[Origin],
    ) -> Option<Vec<String>> {
        let weak: Vec<String> = layers.iter().filter(|key| self.weak.contains(*key)).cloned().collect();
        if weak.is_empty() || weak.len() == layers.len() {
            return None;
        }
        let opening = |key: &String| format!("broken:{key}/{component}");
        for key in &weak {
            self.seal(component, &opening(key), std::slice::from_ref(key), when, origins);
        }
        Some(layers.iter().map(|key| if weak.contains(key) { opening(key) } else { key.clone() }).collect())
    }

    /// The secrets that a name of the model stands for, all of which are needed: a factor or a session
    /// of people, a key, the credentials of admins, the role of a service.
    pub(super) fn secrets_of(&mut self, name: &str, origin: &Origin) -> Vec<String> {
        let model = self.model;
        if name.contains('/') || model.keys.contains_key(name) {
            return vec![name.to_owned()];
        }
        if let Some(admin) = model.admins.get(name) {
            return self.credentials(name, admin);
        }
        let role = format!("role:{name}");
        self.present(name, &role, &[], When::Stored, std::slice::from_ref(origin));
        vec![role]
    }

    /// Everything that these names stand for.
    pub(super) fn all_secrets_of(&mut self, names: &[SecretName], origin: &Origin) -> Vec<String> {
        let all: Vec<String> = names.iter().flat_map(|name| self.secrets_of(name, origin)).collect();
        joined(&[&all])
    }

    /// Keeps a secret in a component, whatever that is: in a storage it is also among the bytes of its
    /// medium, in its copies and its backups; on a device also on its medium.
    pub(super) fn lodge(&mut self, place: &str, secret: &str, layers: &[String], origin: &Origin) {
        let model = self.model;
        let origins = std::slice::from_ref(origin);
        if let Some(client) = model.clients.get(place) {
            let lock = self.lock_of(place, client);
            self.keep(place, secret, layers, &lock, origin);
        } else if !self.stow(place, secret, layers, origins) {
            self.present(place, secret, layers, When::Stored, origins);
        }
    }
}
