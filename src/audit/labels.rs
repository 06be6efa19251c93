//! The labels that a model declares.

use crate::model::{Label, Model};
use crate::text::labels::Labels;

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
    labels
}
