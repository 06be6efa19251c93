//! The labels that a model declares.

use crate::model::{Account, AccountScope, Label, Model};
use crate::text::labels::{Labels, account_scope, country_name, stolen_first_factor};
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
    for grant in architecture.adversaries.grant.iter().filter(|grant| grant.label.is_some()) {
        declare(&format!("adversary/{}", grant.to), &grant.label);
    }
    let stated = architecture.organisations.values().filter_map(|organisation| organisation.country.known());
    let from =
        architecture.admins.values().filter_map(|admin| admin.from.as_ref()?.known()).flat_map(|from| from.iter());
    let from = from.map(|country| &country.0);
    for country in stated.flatten().chain(from).chain(architecture.jurisdictions.keys()) {
        let name = |lang| country_name(country, lang);
        labels.declare(country, Some(&Both { fr: name(Lang::Fr), en: name(Lang::En) }));
    }
    for (people, account) in architecture.accounts.iter() {
        stolen_factor(&mut labels, people, account);
    }
    labels
}

/// What is stolen from people is the first factor that they sign in with, whatever it is; and it shows as
/// much as their account says.
fn stolen_factor(labels: &mut Labels, people: &str, account: &Account) {
    let other = account.login.first().is_some_and(|factor| factor.0 != "password");
    if !other && account.scope.is_none() {
        return;
    }
    let actor = format!("adversary/stolen-user/{people}");
    let name = |lang| {
        let name = if other { stolen_first_factor(&labels.get(people, lang), lang) } else { labels.get(&actor, lang) };
        let scope = account.scope.map(|scope| account_scope(scope == AccountScope::Single, lang));
        scope.map_or_else(|| name.clone(), |scope| format!("{name} ({scope})"))
    };
    let both = Both { fr: name(Lang::Fr), en: name(Lang::En) };
    labels.declare(&actor, Some(&both));
}
