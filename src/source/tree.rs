//! YAML as a tree of values that know their places.

use std::collections::HashMap;
use std::fmt;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};

use super::diagnostic::Diagnostic;
use super::file::Span;
use super::limits::Limits;
use crate::text::problem::{Foreign, Kind, Problem};

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
        let mut builder = Builder::new(text, limits);
        match builder.document() {
            Ok(root) => Ok((Self { root, dropped: builder.dropped }, builder.problems)),
            Err(fatal) => {
                builder.problems.push(fatal);
                Err(builder.problems)
            }
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

struct Builder<'t> {
    parser: Parser<'t, granit_parser::StrInput<'t>>,
    text: &'t str,
    limits: Limits,
    anchors: HashMap<usize, Option<(Node, usize)>>,
    nodes: usize,
    aliases: usize,
    problems: Vec<Diagnostic>,
    dropped: Vec<Node>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str, limits: &Limits) -> Self {
        Self {
            parser: Parser::new_from_str(text),
            text,
            limits: *limits,
            anchors: HashMap::new(),
            nodes: 0,
            aliases: 0,
            problems: Vec::new(),
            dropped: Vec::new(),
        }
    }

    fn next(&mut self) -> Result<(Event<'t>, Span), Diagnostic> {
        loop {
            match self.parser.next() {
                Some(Ok((Event::Comment(..), _))) => {}
                Some(Ok((event, span))) => {
                    let range = span.byte_range().unwrap_or(0..0);
                    return Ok((event, self.clamp(range)));
                }
                Some(Err(error)) => return Err(self.not_yaml(&error)),
                None => return Ok((Event::StreamEnd, self.text.len()..self.text.len())),
            }
        }
    }

    fn clamp(&self, span: Span) -> Span {
        let end = span.end.min(self.text.len());
        span.start.min(end)..end
    }

    fn not_yaml(&self, error: &ScanError) -> Diagnostic {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        let start = self.text[..at].rfind('\n').map_or(0, |at| at + 1);
        let line = self.text[start..].lines().next().unwrap_or_default();
        let indent = &line[..line.len() - line.trim_start().len()];
        if let Some(tab) = indent.find('\t') {
            return Diagnostic::new(Problem::Tab, start + tab..start + tab + 1);
        }
        let end = self.text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let problem = match error.kind() {
            ErrorKind::RecursionLimitExceeded => Problem::TooDeep { limit: self.limits.depth },
            _ => Problem::NotYaml { why: error.info() },
        };
        Diagnostic::new(problem, at..end)
    }

    fn document(&mut self) -> Result<Node, Diagnostic> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Err(Diagnostic::new(Problem::Empty, 0..0)),
                Event::StreamStart | Event::DocumentStart(..) => {}
                event => {
                    let root = self.node(event, span, 0)?;
                    self.rest()?;
                    return Ok(root);
                }
            }
        }
    }

    /// What follows the first document is a mistake, whatever it is.
    fn rest(&mut self) -> Result<(), Diagnostic> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(()),
                Event::DocumentStart(..) => {
                    self.foreign(Foreign::Documents, span);
                    return Ok(());
                }
                _ => {}
            }
        }
    }

    fn count(&mut self, nodes: usize, span: &Span) -> Result<(), Diagnostic> {
        self.nodes += nodes;
        if self.nodes > self.limits.nodes {
            return Err(Diagnostic::new(Problem::TooMany { limit: self.limits.nodes }, span.clone()));
        }
        Ok(())
    }

    fn node(&mut self, event: Event<'t>, span: Span, depth: usize) -> Result<Node, Diagnostic> {
        if depth > self.limits.depth {
            return Err(Diagnostic::new(Problem::TooDeep { limit: self.limits.depth }, span));
        }
        let before = self.nodes;
        self.count(1, &span)?;
        let (value, anchor, tagged, span) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let quoted = style != ScalarStyle::Plain;
                let scalar = Scalar { text: text.into_owned(), quoted };
                (Value::Scalar(scalar), anchor, tag.is_some(), span)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.open(anchor);
                let (list, end) = self.list(depth)?;
                (Value::List(list), anchor, tag.is_some(), span.start..end)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.open(anchor);
                let (map, end) = self.map(depth)?;
                (Value::Map(map), anchor, tag.is_some(), span.start..end)
            }
            Event::Alias(anchor) => return self.alias(anchor, &span),
            _ => return Err(Diagnostic::new(Problem::Empty, span)),
        };
        if tagged {
            self.foreign(Foreign::Tag, span.clone());
        }
        let node = Node { value, span };
        if anchor > 0 {
            self.anchors.insert(anchor, Some((node.clone(), self.nodes - before)));
        }
        Ok(node)
    }

    /// Notes that the anchored value is not finished, so that an alias inside it is refused.
    fn open(&mut self, anchor: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, None);
        }
    }

    fn alias(&mut self, anchor: usize, span: &Span) -> Result<Node, Diagnostic> {
        self.aliases += 1;
        if self.aliases > self.limits.aliases {
            return Err(Diagnostic::new(Problem::TooManyAliases { limit: self.limits.aliases }, span.clone()));
        }
        match self.anchors.get(&anchor).cloned() {
            Some(Some((node, size))) => {
                self.count(size, span)?;
                Ok(node)
            }
            _ => Err(Diagnostic::new(Problem::NotInLanguage { what: Foreign::Recursion }, span.clone())),
        }
    }

    fn foreign(&mut self, what: Foreign, span: Span) {
        self.problems.push(Diagnostic::new(Problem::NotInLanguage { what }, span));
    }

    fn list(&mut self, depth: usize) -> Result<(Vec<Node>, usize), Diagnostic> {
        let mut list = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                let end = list.last().map_or(span.end, |node: &Node| node.span.end.max(span.end));
                return Ok((list, end));
            }
            list.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(&mut self, depth: usize) -> Result<(Vec<Entry>, usize), Diagnostic> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut keys: HashMap<String, Span> = HashMap::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::MappingEnd {
                let end = entries.last().map_or(span.end, |entry| entry.node.span.end.max(span.end));
                return Ok((entries, end));
            }
            let key = self.node(event, span, depth + 1)?;
            let (event, span) = self.next()?;
            let node = self.node(event, span, depth + 1)?;
            self.enter(&mut entries, &mut keys, key, node);
        }
    }

    fn enter(&mut self, entries: &mut Vec<Entry>, keys: &mut HashMap<String, Span>, key: Node, node: Node) {
        let Value::Scalar(scalar) = key.value else {
            self.foreign(Foreign::ComplexKey, key.span);
            self.dropped.push(node);
            return;
        };
        if scalar.text == "<<" && !scalar.quoted {
            self.foreign(Foreign::MergeKey, key.span);
            // What would be merged is there as far as other mistakes go.
            if let Value::Map(merged) = node.value {
                let absent = |entry: &Entry| entries.iter().all(|other| other.key != entry.key);
                let merged: Vec<Entry> = merged.into_iter().filter(absent).collect();
                entries.extend(merged);
            }
            return;
        }
        if let Some(first) = keys.get(&scalar.text) {
            let problem = Problem::DuplicateKey { key: scalar.text };
            let second = first.clone();
            self.problems.push(Diagnostic::new(problem, key.span).and(second));
            self.dropped.push(node);
            return;
        }
        keys.insert(scalar.text.clone(), key.span.clone());
        entries.push(Entry { key: scalar.text, quoted: scalar.quoted, key_span: key.span, node });
    }
}
