//! What can be wrong with a model, each with a stable code.

mod kinds;
mod near;
mod parts;
mod syntax;

pub use kinds::{Foreign, Kind, Sort, Unread};
pub use near::{identifier, nearest};
pub use parts::in_variant;

use super::Lang;
use near::{possible, suggest};

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
    Unreadable { /** Why. */ why: Unread } => "E001",
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
    MissingKey { /** The keys. */ keys: Vec<String>, /** Those that may be `unknown`. */ unknown: Vec<String>, /** How to write that there is none. */ empty: Vec<String> } => "E012",
    /// A value of the wrong kind.
    WrongType { /** What was expected. */ expected: Vec<Kind>, /** What was found. */ found: Kind, /** The words possible. */ known: Vec<String> } => "E013",
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
    OutOfBounds { /** The least. */ least: u64, /** The most, if there is one. */ most: Option<u64> } => "E029",
    /// An end-to-end encryption with an end that cannot be one.
    NotAnEnd { /** The component. */ name: String } => "E030",
    /// A name that is declared as something else.
    WrongSort { /** The name. */ name: String, /** What it should name. */ sort: Sort, /** Names of that sort. */ known: Vec<String> } => "E031",
    /// An account at a service that no link leads to from a client of its people.
    NoWay { /** The people. */ people: String, /** The service. */ service: String } => "E032",
    /// Something that is what it is by itself, through others.
    Circle { /** The circle. */ through: Vec<String> } => "E033",
    /// Something that is said not to be, and is declared.
    ThereIsOne { /** The word of `has_no`. */ topic: String } => "E034",
    /// Too many aliases.
    TooManyAliases { /** The limit. */ limit: usize } => "E035",
    /// A model that asks for too much computing.
    TooMuch { /** Actors. */ actors: usize, /** Facts. */ facts: usize, /** Data assets. */ data: usize, /** Unknowns. */ unknowns: usize } => "E036",
    /// A part whose path is not one of the language.
    PartPath { /** The path. */ path: String } => "E040",
    /// A part that cannot be read.
    PartUnread { /** The path. */ path: String, /** Why. */ why: Unread } => "E041",
    /// A part without content.
    PartEmpty { /** The path. */ path: String } => "E042",
    /// Parts that include each other in a circle.
    IncludeCycle { /** The circle. */ through: Vec<String> } => "E043",
    /// A section that only the model's own file may have.
    NotInPart { /** The section. */ key: String } => "E044",
    /// Files that are too large together.
    PartsTooLarge { /** The limit, in bytes. */ limit: u64 } => "E045",
    /// Too many files.
    TooManyFiles { /** The limit. */ limit: usize } => "E046",
    /// A property of one section in two files.
    InTwoFiles { /** The property. */ key: String } => "E047",
    /// A variant that is not declared.
    NoSuchVariant { /** The name. */ name: String, /** Those declared. */ known: Vec<String> } => "E050",
    /// Variants that start from each other in a circle.
    VariantCycle { /** The circle. */ through: Vec<String> } => "E051",
    /// A route that leads to nothing.
    NoSuchRoute { /** The route. */ route: String, /** Those that lead somewhere. */ known: Vec<String> } => "E052",
    /// A section that no variant may touch.
    NotInVariant { /** The section. */ key: String } => "E053",
    /// Something added to what is unknown.
    AddedToUnknown => "E054",
    /// Too many variants.
    TooManyVariants { /** The limit. */ limit: usize } => "E055",
    /// Variants that have too many values together.
    VariantsTooLarge { /** The limit. */ limit: usize } => "E056",
    /// An empty map where a variant changes one that is not.
    ChangesNothing => "E057",
    /// Evidence that nobody could check.
    Unverifiable { /** Its level. */ level: &'static str, /** What must come with it. */ key: &'static str } => "E060",
    /// Evidence on a property that the entry does not state.
    NoSuchProperty { /** The name. */ name: String, /** Those stated. */ known: Vec<String> } => "E061",
    /// A bound that every grade meets, or none.
    IdleBound { /** The bound. */ bound: String } => "E070",
}

fn ticked(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("`{name}`")).collect()
}

impl Problem {
    /// The message: lower case, no final period, the user's text in backticks.
    #[expect(clippy::too_many_lines, reason = "one exhaustive match, a line or two per problem")]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable { why } => why.message(lang),
            Self::TooLarge { limit } => lang.pick(
                format!("le fichier dépasse {} octets", lang.number(*limit)),
                format!("the file is over {} bytes", lang.number(*limit)),
            ),
            Self::NotUtf8 => lang.pick("le fichier n’est pas en UTF-8", "the file is not UTF-8").into(),
            Self::Empty => lang.pick("le fichier est vide", "the file is empty").into(),
            Self::NotYaml { why } => {
                let why = syntax::reworded(why, lang);
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
            Self::NotInLanguage { what } => what.message(lang).into(),
            Self::DuplicateKey { key } => {
                lang.pick(format!("`{key}` est défini deux fois"), format!("`{key}` is defined twice"))
            }
            Self::UnknownKey { key, .. } => {
                lang.pick(format!("propriété inconnue `{key}`"), format!("unknown property `{key}`"))
            }
            Self::MissingKey { keys, .. } => {
                let names = lang.list(&ticked(keys));
                match (keys.len(), lang) {
                    (_, Lang::Fr) => format!("il manque {names}"),
                    (1, Lang::En) => format!("{names} is missing"),
                    (_, Lang::En) => format!("{names} are missing"),
                }
            }
            Self::WrongType { expected, found, .. } => {
                let names: Vec<&str> = expected.iter().flat_map(|kind| kind.names(lang)).collect();
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
                    format!("`{name}` n’est déclaré nulle part : il faut {sort}"),
                    format!("`{name}` is not declared: expected {sort}"),
                )
            }
            Self::WrongSort { name, sort, .. } => {
                let sort = sort.name(lang);
                lang.pick(format!("`{name}` n’est pas {sort}"), format!("`{name}` is not {sort}"))
            }
            Self::NoWay { people, service } => lang.pick(
                format!("aucun lien ne mène d’un client de `{people}` à `{service}`"),
                format!("no link leads from a client of `{people}` to `{service}`"),
            ),
            Self::ThereIsOne { topic } => lang.pick(
                format!("`has_no` dit qu’il n’y a pas de `{topic}`, et le modèle en déclare"),
                format!("`has_no` says that there is no `{topic}`, and the model declares some"),
            ),
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
            Self::Circle { through } => {
                let path = through.join(" → ");
                lang.pick(format!("cela fait une boucle : {path}"), format!("this goes round in a circle: {path}"))
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
            Self::OutOfBounds { least, most: None } => lang.pick(
                format!("un nombre d’au moins {least} est attendu"),
                format!("a number of at least {least} is expected"),
            ),
            Self::OutOfBounds { least, most: Some(most) } if least == most => {
                lang.pick(format!("seul {least} est possible ici"), format!("only {least} is possible here"))
            }
            Self::OutOfBounds { least, most: Some(most) } => lang.pick(
                format!("un nombre entre {least} et {most} est attendu"),
                format!("a number between {least} and {most} is expected"),
            ),
            Self::Unverifiable { level, key } => lang.pick(
                format!("`{level}` demande `{key}` : sans cela, personne ne peut vérifier"),
                format!("`{level}` needs `{key}`: without it, nobody can check"),
            ),
            Self::NoSuchProperty { name, .. } => lang.pick(
                format!("cette entrée n’a pas de propriété `{name}`"),
                format!("this entry states no property `{name}`"),
            ),
            Self::IdleBound { bound } => parts::idle_bound(bound, lang),
            Self::TooManyAliases { limit } => lang.pick(
                format!("plus de {} alias", lang.number(*limit as u64)),
                format!("more than {} aliases", lang.number(*limit as u64)),
            ),
            Self::TooMuch { actors, facts, data, unknowns } => {
                let [actors, facts, data, unknowns] = [actors, facts, data, unknowns].map(|n| lang.number(*n as u64));
                lang.pick(
                    format!("ce modèle demande trop de calculs (acteurs : {actors}, données : {data}, faits : {facts}, inconnues : {unknowns})"),
                    format!("this model asks for too much computing (actors: {actors}, data assets: {data}, facts: {facts}, unknowns: {unknowns})"),
                )
            }
            Self::NotAnEnd { name } => lang.pick(
                format!("`{name}` ne porte aucune de ces données : ce n’est pas un bout"),
                format!("`{name}` carries none of this data: it is not an end"),
            ),
            Self::PartPath { path } => parts::path(path, lang),
            Self::PartUnread { path, why } => parts::unread(path, &why.message(lang), lang),
            Self::PartEmpty { path } => parts::empty(path, lang),
            Self::IncludeCycle { through } => parts::include_cycle(&through.join(" → "), lang),
            Self::NotInPart { key } => parts::not_in_part(key, lang),
            Self::PartsTooLarge { limit } => parts::too_large(&lang.number(*limit), lang),
            Self::TooManyFiles { limit } => parts::too_many_files(*limit, lang),
            Self::InTwoFiles { key } => parts::in_two_files(key, lang),
            Self::NoSuchVariant { name, .. } => parts::no_such_variant(name, lang),
            Self::VariantCycle { through } => parts::variant_cycle(&through.join(" → "), lang),
            Self::NoSuchRoute { route, .. } => parts::no_such_route(route, lang),
            Self::NotInVariant { key } => parts::not_in_variant(key, lang),
            Self::AddedToUnknown => parts::added_to_unknown(lang).to_owned(),
            Self::ChangesNothing => parts::changes_nothing(lang).to_owned(),
            Self::TooManyVariants { limit } => parts::too_many_variants(*limit, lang),
            Self::VariantsTooLarge { limit } => parts::variants_too_large(&lang.number(*limit as u64), lang),
        }
    }

    /// What to do about it, where there is something to add.
    pub fn help(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Undeclared { name, .. } if name == "none" || name == "unknown" => Some(not_here(name, lang)),
            Self::UnknownKey { key: word, known }
            | Self::UnknownValue { value: word, known }
            | Self::Undeclared { name: word, known, .. }
            | Self::WrongSort { name: word, known, .. }
            | Self::NoSuchProperty { name: word, known }
            | Self::NoSuchClaim { name: word, known }
            | Self::NoSuchVariant { name: word, known }
            | Self::NoSuchRoute { route: word, known } => Some(suggest(word, known, lang)),
            Self::Unverifiable { level, key } => Some(evidence_form(level, key, lang)),
            Self::UnquotedBoolean { word } | Self::UnquotedNumber { word } => Some(lang.pick(
                format!("l’écrire entre guillemets : `\"{word}\"`"),
                format!("write it in quotes: `\"{word}\"`"),
            )),
            Self::MissingKey { unknown, empty, .. } => absent(unknown, empty, lang),
            Self::WrongType { found: Kind::Null, known, .. } if !known.is_empty() => Some(none(known, lang)),
            Self::WrongType { expected, known, .. } if expected.contains(&Kind::Word) => Some(possible(known, lang)),
            Self::WrongType { expected, known, .. } if expected.contains(&Kind::Map) && !known.is_empty() => {
                let form = lang.either(&ticked(known));
                Some(lang.pick(format!("écrire {form}"), format!("write {form}")))
            }
            Self::NeedsKey { key, .. } if key == "keeps" => Some(lang.pick(
                "`keeps: none` s’il ne garde rien, `keeps: unknown` si on ne le sait pas".to_owned(),
                "`keeps: none` if it keeps nothing, `keeps: unknown` if that is not known".to_owned(),
            )),
            Self::BadName { name } => {
                let rule = lang.pick(
                    "minuscules sans accent, chiffres et traits d’union, en commençant par une lettre ou un chiffre",
                    "lower-case ASCII letters, digits and hyphens, starting with a letter or a digit",
                );
                Some(match (identifier(name), lang) {
                    (Some(like), Lang::Fr) => format!("{rule} : `{like}`"),
                    (Some(like), Lang::En) => format!("{rule}: `{like}`"),
                    (None, _) => rule.to_owned(),
                })
            }
            other => other.advice().map(|(fr, en)| lang.pick(fr, en).to_owned()),
        }
    }

    /// What to do about it, where that does not depend on what was written.
    const fn advice(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::DuplicateKey { .. } => (
                "la plupart des lecteurs YAML garderaient la seconde sans rien dire",
                "most YAML readers would silently keep the later one",
            ),
            Self::EmptyList => ("en nommer au moins un", "name at least one"),
            Self::NotUtf8 => ("l’enregistrer en UTF-8 dans l’éditeur", "save it as UTF-8 in the editor"),
            Self::Tab => ("remplacer la tabulation par des espaces", "replace the tab by spaces"),
            Self::Empty => ("un modèle commence par `enclair: 1`", "a model starts with `enclair: 1`"),
            Self::NameTwice { .. } => (
                "quatre espaces de noms : clients, hébergements, backend, stockages et sauvegardes ; organisations, personnes et administrateurs ; données et clés ; affirmations",
                "four namespaces: clients, hosting, backend, storage and backups; organisations, people and admins; data and keys; claims",
            ),
            Self::ThereIsOne { .. } => (
                "retirer ce mot de `has_no`, ou ce qui est déclaré",
                "remove this word from `has_no`, or what is declared",
            ),
            Self::TooMuch { .. } => (
                "réunir ce qui se ressemble en une seule entrée, ou décrire une partie du système à la fois",
                "put what is alike in one entry, or describe one part of the system at a time",
            ),
            Self::NoWay { .. } => ("dire par quels liens passe la session", "say by which links the session goes"),
            other => return parts::advice(other),
        })
    }

    /// The word beside a second place that the problem points to.
    pub fn second_place(&self, lang: Lang) -> &'static str {
        match self {
            Self::DuplicateKey { .. } | Self::NameTwice { .. } | Self::InTwoFiles { .. } => {
                lang.pick("défini ici d’abord", "first defined here")
            }
            Self::ThereIsOne { .. } => lang.pick("déclaré ici", "declared here"),
            _ => lang.pick("à cause de ceci", "because of this"),
        }
    }
}

/// How to write evidence that can be checked.
fn evidence_form(level: &str, key: &str, lang: Lang) -> String {
    let value = match (key, lang) {
        ("date", Lang::Fr) => "AAAA-MM-JJ",
        ("date", Lang::En) => "YYYY-MM-DD",
        _ => "…",
    };
    let form = format!("`{{ level: {level}, {key}: {value} }}`");
    lang.pick(format!("écrire {form}"), format!("write {form}"))
}

/// What may be written where something is missing.
fn absent(unknown: &[String], empty: &[String], lang: Lang) -> Option<String> {
    if !empty.is_empty() {
        return Some(none(empty, lang));
    }
    let names = lang.list(&ticked(unknown));
    match (unknown.len(), lang) {
        (0, _) => None,
        (1, Lang::Fr) => Some(format!("{names} peut être `unknown`")),
        (_, Lang::Fr) => Some(format!("{names} peuvent être `unknown`")),
        (_, Lang::En) => Some(format!("{names} may be `unknown`")),
    }
}

/// What to write where a reserved word does not go.
fn not_here(word: &str, lang: Lang) -> String {
    if word == "none" {
        return lang
            .pick(
                "là où il n’y en a pas, ôter la propriété, ou écrire `[]` si elle est obligatoire",
                "where there is none, leave the property out, or write `[]` if it is required",
            )
            .into();
    }
    lang.pick(
        "`unknown` n’est pas prévu ici : écrire le pire qui soit possible",
        "`unknown` has no meaning here: write the worst that is possible",
    )
    .into()
}

/// How to say that there is nothing.
fn none(empty: &[String], lang: Lang) -> String {
    let words = lang.list(&ticked(empty));
    lang.pick(
        format!("écrire {words} pour dire qu’il n’y en a pas"),
        format!("write {words} to say that there is none"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_order() {
        assert!(Problem::CODES.is_sorted());
        let mut codes = Problem::CODES.to_vec();
        codes.dedup();
        assert_eq!(codes.len(), Problem::CODES.len());
    }
}
