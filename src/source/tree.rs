//! YAML as a tree of values that know their places.

use std::fmt;

use super::builder::Builder;
use super::diagnostic::Diagnostic;
use super::file::Span;
use super::limits::Limits;
use crate::text::problem::Kind;

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// A YAML value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A word, a number, a boolean, nothing.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file.
    Map(Vec<Entry>),
}

/// A scalar as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// Its text, without quotes.
    pub text: String,
    /// Whether it was quoted.
    pub quoted: bool,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Whether the key was quoted.
    pub quoted: bool,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub node: Node,
}

/// A step of a route.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// Under this key.
    Key(String),
    /// The element of this index.
    Index(usize),
}

/// A route from the root of a model to a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Route(pub Vec<Segment>);

impl Route {
    /// The route to a top-level key.
    pub fn root(key: &str) -> Self {
        Self(vec![Segment::Key(key.to_owned())])
    }

    /// One key further.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut path = self.0.clone();
        path.push(Segment::Key(key.to_owned()));
        Self(path)
    }

    /// One element further.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut path = self.0.clone();
        path.push(Segment::Index(index));
        Self(path)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(key) if at == 0 => write!(f, "{key}")?,
                Segment::Key(key) => write!(f, ".{key}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl Node {
    /// The kind of the value, as a reader would name it.
    pub fn kind(&self) -> Kind {
        match &self.value {
            Value::List(_) => Kind::List,
            Value::Map(_) => Kind::Map,
            Value::Scalar(scalar) => scalar.kind(),
        }
    }

    /// The entry under a key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }

    /// Counts the places of the value and of all it holds from another byte.
    fn shift(&mut self, by: usize) {
        self.span = self.span.start + by..self.span.end + by;
        match &mut self.value {
            Value::Scalar(_) => {}
            Value::List(list) => list.iter_mut().for_each(|node| node.shift(by)),
            Value::Map(entries) => {
                for entry in entries {
                    entry.key_span = entry.key_span.start + by..entry.key_span.end + by;
                    entry.node.shift(by);
                }
            }
        }
    }

    /// The value as the typed reader takes it.
    pub fn to_yaml(&self) -> serde_yaml::Value {
        match &self.value {
            Value::Scalar(scalar) => scalar.to_yaml(),
            Value::List(list) => serde_yaml::Value::Sequence(list.iter().map(Self::to_yaml).collect()),
            Value::Map(entries) => serde_yaml::Value::Mapping(
                entries
                    .iter()
                    .map(|entry| (serde_yaml::Value::String(entry.key.clone()), entry.node.to_yaml()))
                    .collect(),
            ),
        }
    }
}

impl Scalar {
    /// The kind of the scalar under YAML 1.2's core schema.
    pub fn kind(&self) -> Kind {
        let text = self.text.as_str();
        match text {
            _ if self.quoted => Kind::Text,
            "" | "~" | "null" | "Null" | "NULL" => Kind::Null,
            "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => Kind::Boolean,
            _ if text.parse::<i64>().is_ok() => Kind::Integer,
            _ if text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) && text.parse::<f64>().is_ok() => {
                Kind::Number
            }
            _ => Kind::Text,
        }
    }

    /// Whether an unquoted word is a boolean to YAML 1.1 readers.
    pub fn is_old_boolean(&self) -> bool {
        let lower = self.text.to_ascii_lowercase();
        !self.quoted && matches!(lower.as_str(), "yes" | "no" | "on" | "off" | "y" | "n" | "true" | "false")
    }

    fn to_yaml(&self) -> serde_yaml::Value {
        match self.kind() {
            Kind::Null => serde_yaml::Value::Null,
            Kind::Boolean => serde_yaml::Value::Bool(self.text.eq_ignore_ascii_case("true")),
            Kind::Integer => self
                .text
                .parse::<i64>()
                .map_or_else(|_| serde_yaml::Value::String(self.text.clone()), |n| serde_yaml::Value::Number(n.into())),
            _ => serde_yaml::Value::String(self.text.clone()),
        }
    }
}

/// A whole file as a tree.
#[derive(Debug, Clone)]
pub struct Tree {
    /// The outermost value.
    pub root: Node,
    /// Entries that are not in the tree, since their key stood there already or is not of the language.
    pub dropped: Vec<Node>,
}

impl Tree {
    /// Reads YAML: the tree, and the mistakes that do not keep from reading on, such as duplicate keys
    /// and features that models do not use.
    ///
    /// # Errors
    /// What stops the reader, after the mistakes found before it.
    pub fn parse(text: &str, limits: &Limits) -> Result<(Self, Vec<Diagnostic>), Vec<Diagnostic>> {
        Self::parse_at(text, 0, &mut 0, limits)
    }

    /// The same, for a text that starts at a byte of a longer row, after others of so many values.
    ///
    /// # Errors
    /// As [`Tree::parse`].
    pub fn parse_at(
        text: &str,
        base: usize,
        nodes: &mut usize,
        limits: &Limits,
    ) -> Result<(Self, Vec<Diagnostic>), Vec<Diagnostic>> {
        let mut builder = Builder::new(text, *nodes, limits);
        let root = builder.document();
        *nodes = builder.nodes;
        let Builder { mut dropped, mut problems, .. } = builder;
        let root = root.map_err(|fatal| problems.push(fatal));
        for problem in &mut problems {
            problem.shift(base);
        }
        for node in &mut dropped {
            node.shift(base);
        }
        match root {
            Ok(mut root) => {
                root.shift(base);
                Ok((Self { root, dropped }, problems))
            }
            Err(()) => Err(problems),
        }
    }

    /// The place of the value on a route. Where a list of one is written without brackets, or a map
    /// as its main property, the place of what is written.
    pub fn span(&self, route: &Route) -> Span {
        let (node, place) = self.follow(route).1;
        // The value itself is underlined where it is a word; a block is too long, its key is enough.
        match (&node.value, place) {
            (Value::Map(_) | Value::List(_), Some(place)) => place,
            _ => node.span.clone(),
        }
    }

    /// The place of the key on a route.
    pub fn key_span(&self, route: &Route) -> Span {
        let Some((Segment::Key(last), parents)) = route.0.split_last() else {
            return self.span(route);
        };
        self.node(&Route(parents.to_vec()))
            .and_then(|node| node.entry(last))
            .map_or_else(|| self.span(route), |entry| entry.key_span.clone())
    }

    /// The value on a route.
    pub fn node(&self, route: &Route) -> Option<&Node> {
        let (whole, (node, _)) = self.follow(route);
        whole.then_some(node)
    }

    /// Follows a route as far as it goes: whether that is to its end, the value there, and the place of
    /// its key or element. A step that a shorter form leaves out is taken for made.
    fn follow(&self, route: &Route) -> (bool, (&Node, Option<Span>)) {
        let mut at = (&self.root, None);
        for segment in &route.0 {
            let next = match (segment, &at.0.value) {
                (Segment::Key(key), Value::Map(_)) => {
                    at.0.entry(key).map(|entry| (&entry.node, Some(entry.key_span.clone())))
                }
                (Segment::Index(index), Value::List(list)) => {
                    list.get(*index).map(|node| (node, Some(node.span.clone())))
                }
                (Segment::Index(0) | Segment::Key(_), _) => continue,
                (Segment::Index(_), _) => None,
            };
            let Some(found) = next else { return (false, at) };
            at = found;
        }
        (true, at)
    }
}
