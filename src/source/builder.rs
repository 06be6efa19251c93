//! From the events of a YAML reader to a tree, within limits.

use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};

use super::diagnostic::Diagnostic;
use super::file::Span;
use super::limits::Limits;
use super::tree::{Entry, Node, Scalar, Value};
use crate::text::problem::{Foreign, Problem};

/// What one text gives as it is read.
pub(super) struct Builder<'t> {
    parser: Parser<'t, granit_parser::StrInput<'t>>,
    text: &'t str,
    limits: Limits,
    anchors: HashMap<usize, Option<(Node, usize)>>,
    pub(super) nodes: usize,
    pub(super) aliases: usize,
    pub(super) problems: Vec<Diagnostic>,
    pub(super) dropped: Vec<Node>,
}

impl<'t> Builder<'t> {
    pub(super) fn new(text: &'t str, nodes: usize, limits: &Limits) -> Self {
        Self {
            parser: Parser::new_from_str(text),
            text,
            limits: *limits,
            anchors: HashMap::new(),
            nodes,
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

    pub(super) fn document(&mut self) -> Result<Node, Diagnostic> {
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
