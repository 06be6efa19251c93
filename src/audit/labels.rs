//! The labels that a model declares.

use crate::model::{Label, Model};
use crate::text::labels::{Labels, country_name};
use crate::text::{Both, Lang};

/// Collects the labels of everything declared.
pub fn labels_of(model: &Model) -> Labels {
    let architecture = &model.architecture;
    let mut labels = Labels::default();
    let mut declare = |name: &String, label: &Option<Label>| {
        labels.declare(name, label.as_ref().map(|label| &label.0));
    };
    architecture.keys.iter().for_each(|(name, entry)| declare(name, &entry.label));
    architecture.data.iter().for_each(|(name, entry)| declare(name, &entry.label));
    architecture.hosting.iter().for_each(|(name, entry)| declare(name, &entry.label));
    architecture.backend.iter().for_each(|(name, entry)| declare(name, &entry.label));
    architecture.storage.iter().for_each(|(name, entry)| declare(name, &entry.label));
    architecture.clients.iter().for_each(|(name, entry)| declare(name, &entry.label));
    if let Some(backups) = &architecture.backups {
        backups.iter().for_each(|(name, entry)| declare(name, &entry.label));
    }
    architecture.people.iter().for_each(|(name, entry)| declare(name, &entry.label));
    architecture.admins.iter().for_each(|(name, entry)| declare(name, &entry.label));
    architecture.organisations.iter().for_each(|(name, entry)| declare(name, &entry.label));
    let stated = architecture.organisations.values().filter_map(|organisation| organisation.country.known());
    for country in stated.flatten().chain(architecture.jurisdictions.keys()) {
        let name = |lang| country_name(country, lang);
        labels.declare(country, Some(&Both { fr: name(Lang::Fr), en: name(Lang::En) }));
    }
    labels
}
