//! The words for what is expected, what is found, and what models do not use.

use crate::text::Lang;

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// There is none.
    Missing,
    /// It is not allowed.
    Forbidden,
    /// It is a directory.
    Directory,
    /// It is neither a file nor a directory, or a link to a file that is not YAML.
    Strange,
    /// There are no files around a text that stands alone.
    Alone,
    /// What the system says.
    Other(String),
}

/// A YAML feature that models do not use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// `<<:`.
    MergeKey,
    /// `!tag`.
    Tag,
    /// Several documents in a file.
    Documents,
    /// A key that is not a word.
    ComplexKey,
    /// An alias of a value that contains it.
    Recursion,
    /// Anything else that the typed reader refuses.
    Value,
}

/// The kind of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A name.
    Name,
    /// One of the words possible there.
    Word,
    /// The word `unknown`.
    Unknown,
    /// The word `none`.
    Without,
    /// A whole number.
    Integer,
    /// Any other number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Nothing.
    Null,
    /// A list.
    List,
    /// A map.
    Map,
}

/// What a name should name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// An organisation.
    Organisation,
    /// People, admins or an organisation.
    Actor,
    /// People.
    People,
    /// A data asset.
    Data,
    /// A data asset that this storage holds.
    Held,
    /// A key.
    Key,
    /// A component.
    Component,
    /// A hosting entry.
    Hosting,
    /// A backend entry.
    Backend,
    /// A backend entry that uses this storage.
    User,
    /// A client.
    Client,
    /// A storage.
    Storage,
    /// A factor of this account.
    Factor,
    /// A component, or an actor, where a key is kept.
    Place,
    /// People or admins.
    Person,
    /// A storage or a backup.
    Keeper,
    /// A stop of this link.
    Stop,
    /// What opens something.
    Secret,
    /// What people or admins type.
    Password,
    /// A backend component or a client.
    Verifier,
    /// Something with bytes of its own.
    Medium,
    /// A source of `about`.
    Source,
    /// Anything of the model that has a name.
    Thing,
}

impl Unread {
    pub(super) fn message(&self, lang: Lang) -> String {
        let (fr, en) = match self {
            Self::Missing => ("le fichier n’existe pas", "the file does not exist"),
            Self::Forbidden => {
                ("le fichier ne peut pas être lu : accès refusé", "the file cannot be read: access denied")
            }
            Self::Directory => ("c’est un répertoire, pas un fichier", "this is a directory, not a file"),
            Self::Strange => ("ce n’est pas un fichier YAML ordinaire", "this is not an ordinary YAML file"),
            Self::Alone => {
                ("ce texte est lu seul, sans fichiers autour", "this text is read alone, without files around")
            }
            Self::Other(why) => {
                return lang.pick(
                    format!("le fichier ne peut pas être lu : {why}"),
                    format!("the file cannot be read: {why}"),
                );
            }
        };
        lang.pick(fr, en).to_owned()
    }
}

impl Foreign {
    pub(super) const fn message(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::MergeKey, Lang::Fr) => "la fusion `<<` n’est pas du langage",
            (Self::MergeKey, Lang::En) => "the merge key `<<` is not of the language",
            (Self::Tag, Lang::Fr) => "les étiquettes YAML (`!…`) ne sont pas du langage",
            (Self::Tag, Lang::En) => "YAML tags (`!…`) are not of the language",
            (Self::Documents, Lang::Fr) => "un fichier contient un seul modèle",
            (Self::Documents, Lang::En) => "a file holds one model",
            (Self::ComplexKey, Lang::Fr) => "une propriété est un mot",
            (Self::ComplexKey, Lang::En) => "a property is a word",
            (Self::Recursion, Lang::Fr) => "un alias ne peut pas contenir sa propre valeur",
            (Self::Recursion, Lang::En) => "an alias cannot contain its own value",
            (Self::Value, Lang::Fr) => "cette valeur n’est pas du langage",
            (Self::Value, Lang::En) => "this value is not of the language",
        }
    }
}

impl Kind {
    pub(super) const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Text, Lang::Fr) => "un texte",
            (Self::Text, Lang::En) => "text",
            (Self::Name, Lang::Fr) => "un nom",
            (Self::Name, Lang::En) => "a name",
            (Self::Word, Lang::Fr) => "un mot de la liste",
            (Self::Word, Lang::En) => "a word of the list",
            (Self::Unknown, _) => "`unknown`",
            (Self::Without, _) => "`none`",
            (Self::Integer, Lang::Fr) => "un nombre entier",
            (Self::Integer, Lang::En) => "a whole number",
            (Self::Number, Lang::Fr) => "un nombre",
            (Self::Number, Lang::En) => "a number",
            (Self::Boolean, Lang::Fr) => "`true` ou `false`",
            (Self::Boolean, Lang::En) => "`true` or `false`",
            (Self::Null, Lang::Fr) => "rien",
            (Self::Null, Lang::En) => "nothing",
            (Self::List, Lang::Fr) => "une liste",
            (Self::List, Lang::En) => "a list",
            (Self::Map, Lang::Fr) => "un bloc de propriétés",
            (Self::Map, Lang::En) => "a map of properties",
        }
    }
}

impl Kind {
    /// The words for a kind that is expected: each value of the shortest ones.
    pub(super) fn names(self, lang: Lang) -> Vec<&'static str> {
        match self {
            Self::Boolean => vec!["`true`", "`false`"],
            other => vec![other.name(lang)],
        }
    }
}

impl Sort {
    pub(super) const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Organisation, Lang::Fr) => "une organisation",
            (Self::Organisation, Lang::En) => "an organisation",
            (Self::Actor, Lang::Fr) => "un acteur (organisation, personnes ou administrateurs)",
            (Self::Actor, Lang::En) => "an actor (organisation, people or admins)",
            (Self::People, Lang::Fr) => "un groupe de personnes",
            (Self::People, Lang::En) => "a group of people",
            (Self::Data, Lang::Fr) => "une donnée",
            (Self::Data, Lang::En) => "a data asset",
            (Self::Held, Lang::Fr) => "une donnée que garde ce stockage",
            (Self::Held, Lang::En) => "a data asset that this storage holds",
            (Self::Key, Lang::Fr) => "une clé",
            (Self::Key, Lang::En) => "a key",
            (Self::Component, Lang::Fr) => "un composant",
            (Self::Component, Lang::En) => "a component",
            (Self::Hosting, Lang::Fr) => "un hébergement",
            (Self::Hosting, Lang::En) => "a hosting entry",
            (Self::Backend, Lang::Fr) => "un composant du backend",
            (Self::Backend, Lang::En) => "a backend component",
            (Self::User, Lang::Fr) => "un composant qui utilise ce stockage",
            (Self::User, Lang::En) => "a component that uses this storage",
            (Self::Client, Lang::Fr) => "un client",
            (Self::Client, Lang::En) => "a client",
            (Self::Storage, Lang::Fr) => "un stockage",
            (Self::Storage, Lang::En) => "a storage",
            (Self::Factor, Lang::Fr) => "un facteur de ce compte",
            (Self::Factor, Lang::En) => "a factor of this account",
            (Self::Place, Lang::Fr) => "un composant ou un acteur",
            (Self::Place, Lang::En) => "a component or an actor",
            (Self::Person, Lang::Fr) => "un groupe de personnes ou d’administrateurs",
            (Self::Person, Lang::En) => "a group of people or of admins",
            (Self::Keeper, Lang::Fr) => "un stockage ou une sauvegarde",
            (Self::Keeper, Lang::En) => "a storage or a backup",
            (Self::Stop, Lang::Fr) => "un bout ou une étape de ce lien",
            (Self::Stop, Lang::En) => "an end or a stop of this link",
            (Self::Secret, Lang::Fr) => {
                "ce qui ouvre quelque chose : une clé, un service, des administrateurs, ou `personnes/facteur`"
            }
            (Self::Secret, Lang::En) => "something that opens: a key, a service, admins, or `people/factor`",
            (Self::Password, Lang::Fr) => "un facteur de personnes (`personnes/facteur`) ou des administrateurs",
            (Self::Password, Lang::En) => "a factor of people (`people/factor`) or admins",
            (Self::Verifier, Lang::Fr) => "un composant du backend ou un client",
            (Self::Verifier, Lang::En) => "a backend component or a client",
            (Self::Medium, Lang::Fr) => "un stockage, une sauvegarde ou un client",
            (Self::Medium, Lang::En) => "a storage, a backup or a client",
            (Self::Source, Lang::Fr) => "une source de `about`",
            (Self::Source, Lang::En) => "a source of `about`",
            (Self::Thing, Lang::Fr) => "un composant, une clé, une donnée ou un acteur",
            (Self::Thing, Lang::En) => "a component, a key, a data asset or an actor",
        }
    }
}
