//! What can be wrong with a model, each with a stable code.

use super::Lang;

macro_rules! problems {
    ($($(#[$doc:meta])* $variant:ident $({ $($(#[$fdoc:meta])* $field:ident : $ty:ty),+ $(,)? })? => $code:literal),+ $(,)?) => {
        /// A mistake in a model.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Problem { $($(#[$doc])* $variant $({ $($(#[$fdoc])* $field: $ty),+ })?),+ }

        impl Problem {
            /// The stable code.
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$variant $({ $($field: _),+ })? => $code),+ }
            }

            /// Every code, in order.
            pub const CODES: &'static [&'static str] = &[$($code),+];
        }
    };
}

problems! {
    /// The file cannot be read.
    Unreadable { /** Why. */ why: String } => "E001",
    /// The file is larger than the limit.
    TooLarge { /** The limit, in bytes. */ limit: u64 } => "E002",
    /// The file is not UTF-8.
    NotUtf8 => "E003",
    /// The file has no content.
    Empty => "E004",
    /// The text is not YAML.
    NotYaml { /** What the reader says. */ why: String } => "E005",
    /// Indentation by a tab.
    Tab => "E006",
    /// Nested too deep.
    TooDeep { /** The limit. */ limit: usize } => "E007",
    /// Too many values, aliases included.
    TooMany { /** The limit. */ limit: usize } => "E008",
    /// A YAML feature that models do not use.
    NotInLanguage { /** Which. */ what: Foreign } => "E009",
    /// A key stated twice in one map.
    DuplicateKey { /** The key. */ key: String } => "E010",
    /// A key that the language does not have.
    UnknownKey { /** The key. */ key: String, /** What may stand there. */ known: Vec<String> } => "E011",
    /// A required key is missing.
    MissingKey { /** The keys. */ keys: Vec<String> } => "E012",
    /// A value of the wrong kind.
    WrongType { /** What was expected. */ expected: Vec<Kind>, /** What was found. */ found: Kind } => "E013",
    /// A value that is not one of those possible.
    UnknownValue { /** The value. */ value: String, /** Those possible. */ known: Vec<String> } => "E014",
    /// An unquoted word that some readers take for a boolean.
    UnquotedBoolean { /** The word. */ word: String } => "E015",
    /// A number written where text is expected.
    UnquotedNumber { /** The number. */ word: String } => "E016",
    /// A name that is not an identifier.
    BadName { /** The name. */ name: String } => "E017",
    /// A name reserved by the language.
    ReservedName { /** The name. */ name: String } => "E018",
    /// A name that nothing declares.
    Undeclared { /** The name. */ name: String, /** What it should name. */ sort: Sort, /** Names of that sort. */ known: Vec<String> } => "E019",
    /// One name for two things.
    NameTwice { /** The name. */ name: String } => "E020",
    /// Two things that exclude each other, or neither of two.
    OneOf { /** The keys. */ keys: Vec<String>, /** Whether both are there. */ both: bool } => "E021",
    /// What runs on what goes round in a circle.
    HostingCycle { /** The circle. */ through: Vec<String> } => "E022",
    /// A key is needed in this place.
    NeedsKey { /** The missing key. */ key: String, /** Because of. */ because: String } => "E023",
    /// A list that must not be empty.
    EmptyList => "E024",
    /// A country that is not an ISO 3166 code.
    BadCountry { /** The value. */ value: String } => "E025",
    /// A date that is not `YYYY-MM-DD`.
    BadDate { /** The value. */ value: String } => "E026",
    /// A link that does not join two different components.
    LinkToItself { /** The component. */ name: String } => "E027",
    /// A claim that is not declared.
    NoSuchClaim { /** The name. */ name: String, /** Those declared. */ known: Vec<String> } => "E028",
    /// A number out of its bounds.
    OutOfBounds { /** The least. */ least: u64, /** The most. */ most: u64 } => "E029",
    /// An end-to-end encryption with an end that cannot be one.
    NotAnEnd { /** The component. */ name: String } => "E030",
    /// Anything else that the typed reader refuses.
    Shape { /** What it says. */ why: String } => "E031",
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
}

/// The kind of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A name.
    Name,
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
    /// A key.
    Key,
    /// A component.
    Component,
    /// A hosting entry.
    Hosting,
    /// A backend entry.
    Backend,
    /// A client.
    Client,
    /// A storage.
    Storage,
    /// A factor of this account.
    Factor,
    /// A component, or an actor, where a key is kept.
    Place,
}

impl Kind {
    fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Text, Lang::Fr) => "un texte",
            (Self::Text, Lang::En) => "text",
            (Self::Name, Lang::Fr) => "un nom",
            (Self::Name, Lang::En) => "a name",
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

impl Sort {
    fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Organisation, Lang::Fr) => "organisation",
            (Self::Organisation, Lang::En) => "organisation",
            (Self::Actor, Lang::Fr) => "acteur (organisation, personnes ou administrateurs)",
            (Self::Actor, Lang::En) => "actor (organisation, people or admins)",
            (Self::People, Lang::Fr) => "groupe de personnes",
            (Self::People, Lang::En) => "people",
            (Self::Data, Lang::Fr) => "donnée",
            (Self::Data, Lang::En) => "data asset",
            (Self::Key, Lang::Fr) => "clé",
            (Self::Key, Lang::En) => "key",
            (Self::Component, Lang::Fr) => "composant",
            (Self::Component, Lang::En) => "component",
            (Self::Hosting, Lang::Fr) => "hébergement",
            (Self::Hosting, Lang::En) => "hosting entry",
            (Self::Backend, Lang::Fr) => "composant du backend",
            (Self::Backend, Lang::En) => "backend component",
            (Self::Client, Lang::Fr) => "client",
            (Self::Client, Lang::En) => "client",
            (Self::Storage, Lang::Fr) => "stockage",
            (Self::Storage, Lang::En) => "storage",
            (Self::Factor, Lang::Fr) => "facteur de ce compte",
            (Self::Factor, Lang::En) => "factor of this account",
            (Self::Place, Lang::Fr) => "composant ou acteur",
            (Self::Place, Lang::En) => "component or actor",
        }
    }
}

fn ticked(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("`{name}`")).collect()
}

impl Problem {
    /// The message: lower case, no final period, the user's text in backticks.
    #[expect(clippy::too_many_lines, reason = "one exhaustive match, a line or two per problem")]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable { why } => {
                lang.pick(format!("le fichier ne peut pas être lu : {why}"), format!("the file cannot be read: {why}"))
            }
            Self::TooLarge { limit } => lang.pick(
                format!("le fichier dépasse {} octets", lang.number(*limit)),
                format!("the file is over {} bytes", lang.number(*limit)),
            ),
            Self::NotUtf8 => lang.pick("le fichier n’est pas en UTF-8", "the file is not UTF-8").into(),
            Self::Empty => lang.pick("le fichier est vide", "the file is empty").into(),
            Self::NotYaml { why } => {
                lang.pick(format!("ce n’est pas du YAML : {why}"), format!("this is not YAML: {why}"))
            }
            Self::Tab => {
                lang.pick("une tabulation ne peut pas servir de retrait en YAML", "a tab cannot indent YAML").into()
            }
            Self::TooDeep { limit } => {
                lang.pick(format!("plus de {limit} niveaux imbriqués"), format!("nested more than {limit} levels deep"))
            }
            Self::TooMany { limit } => lang.pick(
                format!("plus de {} valeurs, alias compris", lang.number(*limit as u64)),
                format!("more than {} values, aliases included", lang.number(*limit as u64)),
            ),
            Self::NotInLanguage { what } => foreign(*what, lang).into(),
            Self::DuplicateKey { key } => {
                lang.pick(format!("`{key}` est défini deux fois"), format!("`{key}` is defined twice"))
            }
            Self::UnknownKey { key, .. } => {
                lang.pick(format!("propriété inconnue `{key}`"), format!("unknown property `{key}`"))
            }
            Self::MissingKey { keys } => {
                let names = lang.list(&ticked(keys));
                match (keys.len(), lang) {
                    (1, Lang::Fr) => format!("il manque {names}"),
                    (_, Lang::Fr) => format!("il manque {names}"),
                    (1, Lang::En) => format!("{names} is missing"),
                    (_, Lang::En) => format!("{names} are missing"),
                }
            }
            Self::WrongType { expected, found } => {
                let names: Vec<&str> = expected.iter().map(|kind| kind.name(lang)).collect();
                let (expected, found) = (lang.either(&names), found.name(lang));
                lang.pick(
                    format!("{expected} est attendu ici, pas {found}"),
                    format!("expected {expected}, found {found}"),
                )
            }
            Self::UnknownValue { value, .. } => {
                lang.pick(format!("valeur inconnue `{value}`"), format!("unknown value `{value}`"))
            }
            Self::UnquotedBoolean { word } => lang.pick(
                format!("`{word}` sans guillemets est un booléen pour certains lecteurs YAML"),
                format!("`{word}` without quotes is a boolean to some YAML readers"),
            ),
            Self::UnquotedNumber { word } => lang.pick(
                format!("`{word}` est lu comme un nombre, un texte est attendu"),
                format!("`{word}` reads as a number, text is expected"),
            ),
            Self::BadName { name } => {
                lang.pick(format!("`{name}` n’est pas un nom valable"), format!("`{name}` is not a valid name"))
            }
            Self::ReservedName { name } => {
                lang.pick(format!("`{name}` est un mot réservé"), format!("`{name}` is a reserved word"))
            }
            Self::Undeclared { name, sort, .. } => {
                let sort = sort.name(lang);
                lang.pick(
                    format!("`{name}` n’est déclaré nulle part ({sort})"),
                    format!("`{name}` is not declared ({sort})"),
                )
            }
            Self::NameTwice { name } => {
                lang.pick(format!("`{name}` nomme deux choses"), format!("`{name}` names two things"))
            }
            Self::OneOf { keys, both } => {
                let names = if *both { lang.list(&ticked(keys)) } else { lang.either(&ticked(keys)) };
                match (both, lang) {
                    (true, Lang::Fr) => format!("{names} ne vont pas ensemble"),
                    (true, Lang::En) => format!("{names} exclude each other"),
                    (false, Lang::Fr) => format!("il faut {names}"),
                    (false, Lang::En) => format!("{names} is needed"),
                }
            }
            Self::HostingCycle { through } => {
                let path = through.join(" → ");
                lang.pick(
                    format!("ce qui tourne sur quoi fait une boucle : {path}"),
                    format!("what runs on what goes round in a circle: {path}"),
                )
            }
            Self::NeedsKey { key, because } => lang.pick(
                format!("`{key}` doit être dit, à cause de `{because}`"),
                format!("`{key}` must be said, because of `{because}`"),
            ),
            Self::EmptyList => lang.pick("cette liste ne peut pas être vide", "this list cannot be empty").into(),
            Self::BadCountry { value } => lang.pick(
                format!("`{value}` n’est pas un code de pays à deux lettres majuscules"),
                format!("`{value}` is not a country code of two capital letters"),
            ),
            Self::BadDate { value } => lang.pick(
                format!("`{value}` n’est pas une date AAAA-MM-JJ"),
                format!("`{value}` is not a date YYYY-MM-DD"),
            ),
            Self::LinkToItself { name } => {
                lang.pick(format!("ce lien relie `{name}` à lui-même"), format!("this link joins `{name}` to itself"))
            }
            Self::NoSuchClaim { name, .. } => {
                lang.pick(format!("aucune affirmation ne s’appelle `{name}`"), format!("no claim is called `{name}`"))
            }
            Self::OutOfBounds { least, most } => lang.pick(
                format!("un nombre entre {least} et {most} est attendu"),
                format!("a number between {least} and {most} is expected"),
            ),
            Self::NotAnEnd { name } => lang.pick(
                format!("`{name}` ne porte aucune de ces données : ce n’est pas un bout"),
                format!("`{name}` carries none of this data: it is not an end"),
            ),
            Self::Shape { why } => lang.pick(format!("valeur refusée : {why}"), format!("value refused: {why}")),
        }
    }

    /// What to do about it, where there is something to add.
    pub fn help(&self, lang: Lang) -> Option<String> {
        match self {
            Self::UnknownKey { key, known } => Some(suggest(key, known, lang)),
            Self::UnknownValue { value, known } => Some(suggest(value, known, lang)),
            Self::Undeclared { name, known, .. } | Self::NoSuchClaim { name, known } => Some(suggest(name, known, lang)),
            Self::UnquotedBoolean { word } | Self::UnquotedNumber { word } => Some(lang.pick(
                format!("l’écrire entre guillemets : \"{word}\""),
                format!("write it in quotes: \"{word}\""),
            )),
            Self::MissingKey { .. } => Some(
                lang.pick(
                    "ce qu’un modèle doit dire, il faut le dire ; `unknown` est permis là où la référence le dit",
                    "what a model must say has to be said; `unknown` is allowed where the reference says so",
                )
                .into(),
            ),
            Self::DuplicateKey { .. } => Some(
                lang.pick(
                    "la plupart des lecteurs YAML garderaient la seconde sans rien dire",
                    "most YAML readers would silently keep the later one",
                )
                .into(),
            ),
            Self::Tab => Some(lang.pick("remplacer la tabulation par des espaces", "replace the tab by spaces").into()),
            Self::BadName { .. } => Some(
                lang.pick(
                    "minuscules sans accent, chiffres et traits d’union, en commençant par une lettre ou un chiffre",
                    "lower-case ASCII letters, digits and hyphens, starting with a letter or a digit",
                )
                .into(),
            ),
            Self::Empty => Some(lang.pick("un modèle commence par `enclair: 1`", "a model starts with `enclair: 1`").into()),
            Self::WrongType { found: Kind::Null, expected } if expected.contains(&Kind::Map) => {
                Some(lang.pick("écrire `{}` pour dire qu’il n’y en a pas", "write `{}` to say that there is none").into())
            }
            Self::WrongType { found: Kind::Null, expected } if expected.contains(&Kind::List) => {
                Some(lang.pick("écrire `[]` pour dire qu’il n’y en a pas", "write `[]` to say that there is none").into())
            }
            Self::NameTwice { .. } => Some(
                lang.pick(
                    "clients, hébergements, backend, stockages et sauvegardes partagent un espace de noms ; organisations, personnes et administrateurs un autre",
                    "clients, hosting, backend, storage and backups share one namespace; organisations, people and admins another",
                )
                .into(),
            ),
            _ => None,
        }
    }

    /// The word beside a second place that the problem points to.
    pub fn second_place(&self, lang: Lang) -> &'static str {
        match self {
            Self::DuplicateKey { .. } | Self::NameTwice { .. } => lang.pick("défini ici d’abord", "first defined here"),
            _ => lang.pick("à cause de ceci", "because of this"),
        }
    }
}

fn foreign(what: Foreign, lang: Lang) -> &'static str {
    match (what, lang) {
        (Foreign::MergeKey, Lang::Fr) => "la fusion `<<` n’est pas du langage",
        (Foreign::MergeKey, Lang::En) => "the merge key `<<` is not of the language",
        (Foreign::Tag, Lang::Fr) => "les étiquettes YAML (`!…`) ne sont pas du langage",
        (Foreign::Tag, Lang::En) => "YAML tags (`!…`) are not of the language",
        (Foreign::Documents, Lang::Fr) => "un fichier contient un seul modèle",
        (Foreign::Documents, Lang::En) => "a file holds one model",
        (Foreign::ComplexKey, Lang::Fr) => "une propriété est un mot",
        (Foreign::ComplexKey, Lang::En) => "a property is a word",
        (Foreign::Recursion, Lang::Fr) => "un alias ne peut pas contenir sa propre valeur",
        (Foreign::Recursion, Lang::En) => "an alias cannot contain its own value",
    }
}

fn suggest(wrong: &str, known: &[String], lang: Lang) -> String {
    if let Some(near) = nearest(wrong, known) {
        return lang.pick(format!("vouliez-vous dire `{near}` ?"), format!("did you mean `{near}`?"));
    }
    if known.is_empty() {
        return lang.pick("il n’y en a aucun dans ce modèle", "there is none in this model").into();
    }
    let shown: Vec<String> = ticked(known).into_iter().take(12).collect();
    let more = if known.len() > shown.len() { ", …" } else { "" };
    lang.pick(format!("possibles : {}{more}", shown.join(", ")), format!("possible: {}{more}", shown.join(", ")))
}

/// The known word nearest to a wrong one, if one is near.
pub fn nearest<'k>(wrong: &str, known: &'k [String]) -> Option<&'k str> {
    known
        .iter()
        .map(|word| (strsim::damerau_levenshtein(wrong, word), word))
        .filter(|(distance, word)| *distance <= 1 + word.chars().count() / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_word_is_suggested_and_a_far_one_is_not() {
        let known = vec!["storage".to_owned(), "backend".to_owned()];
        assert_eq!(nearest("storgae", &known), Some("storage"));
        assert_eq!(nearest("organisations", &known), None);
    }

    #[test]
    fn codes_are_unique_and_in_order() {
        assert!(Problem::CODES.is_sorted());
        let mut codes = Problem::CODES.to_vec();
        codes.dedup();
        assert_eq!(codes.len(), Problem::CODES.len());
    }
}
