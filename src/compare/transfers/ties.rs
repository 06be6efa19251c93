//! What ties an actor to a country outside the European Economic Area: its own, its owners’, where it reaches from.

use crate::audit::{Actor, ActorKind};
use crate::model::{Admin, Maybe, Model, OrNone, Organisation, is_in_eea};
use crate::source::{Position, Route};
use crate::text::Both;
use crate::text::Lang;
use crate::text::labels::country_name;

/// How an actor is tied to a third country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TieKind {
    /// It answers to the law of this country.
    Country(String),
    /// It is controlled, through any number of owners, by this organisation of this country.
    Owner(String, String),
    /// It has access from this country.
    From(String),
    /// Its country is not known.
    CountryUnknown,
    /// Who owns it, or the owner of this organisation above it, is not known.
    OwnerUnknown(String),
    /// The country of this owner is not known.
    OwnerCountryUnknown(String),
    /// From where it has access is not known.
    FromUnknown,
    /// For whom it works is not known.
    EmployerUnknown,
}

impl TieKind {
    /// Whether it is stated, and not only not excluded.
    pub const fn is_certain(&self) -> bool {
        matches!(self, Self::Country(_) | Self::Owner(..) | Self::From(_))
    }

    /// The stable identifier.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Country(_) => "country",
            Self::Owner(..) => "owner",
            Self::From(_) => "from",
            Self::CountryUnknown => "country-unknown",
            Self::OwnerUnknown(_) => "owner-unknown",
            Self::OwnerCountryUnknown(_) => "owner-country-unknown",
            Self::FromUnknown => "from-unknown",
            Self::EmployerUnknown => "employer-unknown",
        }
    }

    /// The country, where there is one.
    pub fn country(&self) -> Option<&str> {
        match self {
            Self::Country(country) | Self::Owner(_, country) | Self::From(country) => Some(country),
            _ => None,
        }
    }

    /// The organisation above, where there is one.
    pub fn organisation(&self) -> Option<&str> {
        match self {
            Self::Owner(owner, _) | Self::OwnerUnknown(owner) | Self::OwnerCountryUnknown(owner) => Some(owner),
            _ => None,
        }
    }
}

/// A tie, and where the model says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// Which.
    pub kind: TieKind,
    /// Where.
    pub position: Position,
}

impl Tie {
    /// The name of its country.
    pub fn country(&self) -> Option<Both> {
        let country = self.kind.country()?;
        Some(Both { fr: country_name(country, Lang::Fr), en: country_name(country, Lang::En) })
    }
}

/// The ties of an actor: none if it is wholly inside, or if where it is bears on nothing.
pub(in crate::compare) fn ties(model: &Model, actor: &Actor) -> Vec<Tie> {
    let architecture = &model.architecture;
    let mut found = Vec::new();
    match actor.kind {
        ActorKind::Organisation => {
            if let Some(organisation) = architecture.organisations.get(&actor.id) {
                own(model, &actor.id, organisation, &mut found);
                owners(model, &actor.id, organisation, &mut found);
            }
        }
        ActorKind::Admin => {
            if let Some(admin) = architecture.admins.get(&actor.id) {
                reach(model, &actor.id, admin, &mut found);
            }
        }
        ActorKind::People | ActorKind::UnknownOwner | ActorKind::Adversary | ActorKind::CommonBase => {}
    }
    found
}

fn own(model: &Model, id: &str, organisation: &Organisation, found: &mut Vec<Tie>) {
    let position = model.position(&Route::root("organisations").key(id).key("country"));
    match &organisation.country {
        Maybe::Is(countries) => {
            let outside = countries.iter().filter(|country| !is_in_eea(country));
            found.extend(outside.map(|country| Tie { kind: TieKind::Country(country.clone()), position }));
        }
        Maybe::Unknown => found.push(Tie { kind: TieKind::CountryUnknown, position }),
    }
}

/// The owners above an organisation; a circle is followed once.
fn owners(model: &Model, id: &str, organisation: &Organisation, found: &mut Vec<Tie>) {
    let (mut at, mut seen) = ((id, organisation), vec![id]);
    loop {
        let position = model.position(&Route::root("organisations").key(at.0).key("owned_by"));
        let owner = match &at.1.owned_by {
            Some(Maybe::Is(OrNone::Some(owner))) => owner.0.as_str(),
            Some(Maybe::Unknown) => {
                found.push(Tie { kind: TieKind::OwnerUnknown(at.0.to_owned()), position });
                return;
            }
            Some(Maybe::Is(OrNone::None)) | None => return,
        };
        let Some(above) = model.architecture.organisations.get(owner).filter(|_| !seen.contains(&owner)) else {
            return;
        };
        match &above.country {
            Maybe::Is(countries) => {
                let outside = countries.iter().filter(|country| !is_in_eea(country));
                let kind = |country: &String| TieKind::Owner(owner.to_owned(), country.clone());
                found.extend(outside.map(|country| Tie { kind: kind(country), position }));
            }
            Maybe::Unknown => {
                found.push(Tie { kind: TieKind::OwnerCountryUnknown(owner.to_owned()), position });
            }
        }
        seen.push(owner);
        at = (owner, above);
    }
}

fn reach(model: &Model, id: &str, admin: &Admin, found: &mut Vec<Tie>) {
    let route = Route::root("admins").key(id);
    match &admin.from {
        Some(Maybe::Is(countries)) => {
            for (at, country) in countries.iter().enumerate().filter(|(_, country)| !is_in_eea(&country.0)) {
                let position = model.position(&route.key("from").index(at));
                found.push(Tie { kind: TieKind::From(country.0.clone()), position });
            }
        }
        Some(Maybe::Unknown) => {
            found.push(Tie { kind: TieKind::FromUnknown, position: model.position(&route.key("from")) });
        }
        None => {}
    }
    if admin.of == Maybe::Unknown {
        found.push(Tie { kind: TieKind::EmployerUnknown, position: model.position(&route.key("of")) });
    }
}
