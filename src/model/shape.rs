//! The few shapes that properties share: a list of one without brackets, `unknown`, `none`, labels.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_yaml::Value;

use crate::text::{Both, Lang, harmless};

/// What identifiers look like.
pub(super) const ID_PATTERN: &str = "^[a-z0-9][a-z0-9-]*$";
/// What names of secrets look like: a key, an admin, a service, or a factor of people.
pub(super) const SECRET_PATTERN: &str = "^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?$";
/// What names of stored bytes look like: a component, or the medium of one.
pub(super) const BYTES_PATTERN: &str = "^[a-z0-9][a-z0-9-]*(/medium)?$";
/// What country codes look like.
pub(super) const COUNTRY_PATTERN: &str = "^[A-Z]{2}$";
/// What dates look like.
pub(super) const DATE_PATTERN: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// A list; a list of one may be written without brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Many<T>(pub Vec<T>);

impl<T> Deref for Many<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let list = match value {
            Value::Sequence(list) => list,
            one => vec![one],
        };
        list.into_iter().map(typed).collect::<Result<_, _>>().map(Self)
    }
}

fn typed<T: DeserializeOwned, E: Error>(value: Value) -> Result<T, E> {
    serde_yaml::from_value(value).map_err(E::custom)
}

impl<T: JsonSchema> JsonSchema for Many<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("ManyOf{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one }] })
    }
}

/// A value that may be `unknown`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maybe<T> {
    /// It is stated.
    Is(T),
    /// The author does not know.
    Unknown,
}

impl<T> Maybe<T> {
    /// The same of a reference to the value.
    pub const fn as_ref(&self) -> Maybe<&T> {
        match self {
            Self::Is(value) => Maybe::Is(value),
            Self::Unknown => Maybe::Unknown,
        }
    }

    /// The value, if it is stated.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Unknown => None,
        }
    }
}

/// The stated value of a property that may be absent or unknown.
pub fn stated<T>(property: Option<&Maybe<T>>) -> Option<&T> {
    property.and_then(Maybe::known)
}

/// What a property names, or that it is unknown; nothing if it is absent or `none`.
pub fn named<T>(property: Option<&Maybe<OrNone<T>>>) -> Option<Maybe<&T>> {
    match property? {
        Maybe::Is(value) => value.some().map(Maybe::Is),
        Maybe::Unknown => Some(Maybe::Unknown),
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        if value.as_str() == Some("unknown") {
            return Ok(Self::Unknown);
        }
        typed(value).map(Self::Is)
    }
}

impl<T: JsonSchema> JsonSchema for Maybe<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Maybe{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let known = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [known, { "const": "unknown" }] })
    }
}

/// A value, or the word `none`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrNone<T> {
    /// There is one.
    Some(T),
    /// `none`: stated that there is none.
    None,
}

impl<T> OrNone<T> {
    /// The value, if there is one.
    pub fn some(&self) -> Option<&T> {
        match self {
            Self::Some(value) => Some(value),
            Self::None => None,
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for OrNone<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        if value.as_str() == Some("none") {
            return Ok(Self::None);
        }
        typed(value).map(Self::Some)
    }
}

impl<T: JsonSchema> JsonSchema for OrNone<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("OrNone{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let some = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [some, { "const": "none" }] })
    }
}

/// Entries by name, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent, bound(deserialize = "T: Deserialize<'de>"))]
pub struct Section<T>(pub IndexMap<String, T>);

impl<T> Deref for Section<T> {
    type Target = IndexMap<String, T>;

    fn deref(&self) -> &IndexMap<String, T> {
        &self.0
    }
}

impl<T> Default for Section<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<T: JsonSchema> JsonSchema for Section<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("SectionOf{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let entry = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "propertyNames": { "pattern": ID_PATTERN }, "additionalProperties": entry })
    }
}

/// A map that may be written as the value of its main property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief<T>(pub T);

/// A type whose main property may stand for the whole.
pub trait Main: Sized {
    /// The type of the main property.
    type Of: DeserializeOwned + JsonSchema;

    /// Makes the whole from its main property.
    fn from_main(main: Self::Of) -> Self;
}

impl<T> Deref for Brief<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<'de, T: DeserializeOwned + Main> Deserialize<'de> for Brief<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        if value.is_mapping() {
            return typed(value).map(Self);
        }
        typed(value).map(|main| Self(T::from_main(main)))
    }
}

impl<T: JsonSchema + Main> JsonSchema for Brief<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Brief{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let whole = generator.subschema_for::<T>();
        let main = generator.subschema_for::<T::Of>();
        json_schema!({ "anyOf": [whole, main] })
    }
}

/// A text shown to readers, in one language or in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label(pub Both);

impl Label {
    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        self.0.get(lang)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.en)
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum LabelShape {
    One(String),
    Both { fr: String, en: String },
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match LabelShape::deserialize(deserializer)? {
            LabelShape::One(text) => Self(Both::same(&shown(&text))),
            LabelShape::Both { fr, en } => Self(Both { fr: shown(&fr), en: shown(&en) }),
        })
    }
}

/// A label is one line, whatever block of YAML it was written in, and has no character that acts: it
/// is made harmless here, once, for all that shows it.
fn shown(text: &str) -> String {
    harmless(&text.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
}

impl JsonSchema for Label {
    fn schema_name() -> Cow<'static, str> {
        "Label".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text shown to readers: one for both languages, or one for each.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": {
                        "fr": { "type": "string", "description": "The text in French." },
                        "en": { "type": "string", "description": "The text in English." }
                    },
                    "required": ["fr", "en"],
                    "additionalProperties": false
                }
            ]
        })
    }
}

macro_rules! pattern_word {
    ($($(#[$doc:meta])* $name:ident => $pattern:ident),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    )+ };
}

pattern_word! {
    /// The name of something declared.
    Id => ID_PATTERN,
    /// The name of what opens something: a key, an admin, a service, or `people/factor`.
    SecretName => SECRET_PATTERN,
    /// A component, or its bytes alone: `db/medium`.
    Bytes => BYTES_PATTERN,
    /// An ISO 3166 country code of two capital letters.
    Country => COUNTRY_PATTERN,
    /// A date, `YYYY-MM-DD`.
    Date => DATE_PATTERN,
}
