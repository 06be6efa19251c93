//! One tree of several files: the model's own, and the parts that it includes.

use std::collections::HashMap;

use super::read::{Parts, REPLACED, is_yaml, text};
use super::walk;
use crate::source::{Diagnostic, Entry, Limits, Node, SourceFile, Sources, Span, Tree, Value};
use crate::text::problem::{Kind, Problem};

/// Sections of the model's own file alone.
const OWN: [&str; 3] = ["enclair", "system", "about"];

/// What was read of all files.
pub(super) struct Joined {
    pub(super) sources: Sources,
    /// The sections of all files as those of one; nothing if the model's own file is not YAML.
    pub(super) tree: Option<Tree>,
    pub(super) problems: Vec<Diagnostic>,
    /// How many values there are.
    pub(super) nodes: usize,
    /// Whether every part is there.
    pub(super) whole: bool,
}

/// Reads a model's own file and, depth first, the parts it includes.
pub(super) fn join(file: SourceFile, limits: &Limits, parts: &Parts) -> Joined {
    let bytes = file.text.len() as u64;
    let own = file.name.rsplit('/').next().unwrap_or_default().to_owned();
    let mut nodes = 0;
    let read = Tree::parse_at(&file.text, 0, &mut nodes, limits);
    let mut reading = Reading {
        limits,
        parts,
        sources: Sources::from(file),
        sections: Vec::new(),
        dropped: Vec::new(),
        problems: Vec::new(),
        bytes,
        nodes,
        taken: Vec::new(),
        open: vec![own],
        whole: true,
    };
    let tree = match read {
        Ok((tree, problems)) => {
            reading.problems = problems;
            Some(reading.root(tree))
        }
        Err(problems) => {
            reading.problems = problems;
            None
        }
    };
    let Reading { sources, problems, nodes, whole, .. } = reading;
    Joined { sources, tree, problems, nodes, whole }
}

struct Reading<'r> {
    limits: &'r Limits,
    parts: &'r Parts<'r>,
    sources: Sources,
    sections: Vec<Entry>,
    dropped: Vec<Node>,
    problems: Vec<Diagnostic>,
    bytes: u64,
    nodes: usize,
    /// Parts that were read, by their paths from the folder of the model.
    taken: Vec<String>,
    /// The file that is being read, after those that include it.
    open: Vec<String>,
    whole: bool,
}

impl Reading<'_> {
    fn root(&mut self, tree: Tree) -> Tree {
        self.dropped = tree.dropped;
        let Node { value: Value::Map(sections), span } = tree.root else {
            return Tree { root: tree.root, dropped: std::mem::take(&mut self.dropped) };
        };
        let included = sections.iter().find(|section| section.key == "include").map(|section| section.node.clone());
        self.sections = sections;
        self.follow(included.as_ref());
        let root = Node { value: Value::Map(std::mem::take(&mut self.sections)), span };
        Tree { root, dropped: std::mem::take(&mut self.dropped) }
    }

    /// Reads what an `include` names, in its order.
    fn follow(&mut self, included: Option<&Node>) {
        let named = match included.map(|node| &node.value) {
            Some(Value::List(list)) => list.as_slice(),
            Some(Value::Scalar(_)) => included.map(std::slice::from_ref).unwrap_or_default(),
            _ => &[],
        };
        self.whole &= included.is_none_or(|node| node.kind() != Kind::Map);
        for node in named {
            match (&node.value, node.kind()) {
                (Value::Scalar(scalar), Kind::Text) => self.part(&scalar.text, &node.span),
                // It is no path, which is told as any value of the wrong kind is.
                _ => self.whole = false,
            }
        }
    }

    /// Something keeps a part from being read.
    fn without(&mut self, problem: Problem, span: &Span) {
        self.whole = false;
        if !self.problems.iter().any(|other| other.problem == problem && is_about_all(&problem)) {
            self.problems.push(Diagnostic::new(problem, span.clone()));
        }
    }

    fn part(&mut self, named: &str, span: &Span) {
        let path = named.to_owned();
        if !is_path(named) {
            return self.without(Problem::PartPath { path }, span);
        }
        let from = self.open.last().map_or("", |from| folder(from));
        let key = joined(from, named);
        if let Some(at) = self.open.iter().position(|open| *open == key) {
            let through = self.open[at..].iter().chain([&key]).cloned().collect();
            self.problems.push(Diagnostic::new(Problem::IncludeCycle { through }, span.clone()));
            return;
        }
        if self.taken.contains(&key) {
            return;
        }
        if self.nodes > self.limits.nodes {
            // It was told of the part before.
            self.whole = false;
            return;
        }
        if self.sources.files().len() >= self.limits.files {
            return self.without(Problem::TooManyFiles { limit: self.limits.files }, span);
        }
        let left = self.limits.bytes.saturating_sub(self.bytes);
        match (self.parts)(&key, left) {
            Err(why) => self.without(Problem::PartUnread { path, why }, span),
            Ok(bytes) if bytes.len() as u64 > left => {
                self.without(Problem::PartsTooLarge { limit: self.limits.bytes }, span);
            }
            Ok(bytes) => self.read(key, bytes, (named, span)),
        }
    }

    fn read(&mut self, key: String, bytes: Vec<u8>, (named, span): (&str, &Span)) {
        self.bytes += bytes.len() as u64;
        let shown = joined(folder(&self.sources.root().name), &key);
        self.taken.push(key.clone());
        let text = match text(bytes) {
            Ok(text) => text,
            Err((lossy, at)) => {
                let at = at + self.sources.add(&key, SourceFile::new(&shown, lossy));
                return self.without(Problem::NotUtf8, &(at..at + REPLACED));
            }
        };
        let base = self.sources.add(&key, SourceFile::new(&shown, text.clone()));
        match Tree::parse_at(&text, base, &mut self.nodes, self.limits) {
            Err(problems) => {
                let empty = Problem::PartEmpty { path: named.to_owned() };
                let reworded = problems.into_iter().map(|one| match one.problem {
                    Problem::Empty => Diagnostic::new(empty.clone(), span.clone()),
                    _ => one,
                });
                self.problems.extend(reworded);
                self.whole = false;
            }
            Ok((tree, problems)) => {
                self.problems.extend(problems);
                self.dropped.extend(tree.dropped);
                self.open.push(key);
                self.sections_of(tree.root);
                self.open.pop();
            }
        }
    }

    /// Adds the sections of a part, then those of the parts that it includes in turn.
    fn sections_of(&mut self, root: Node) {
        let (kind, place) = (root.kind(), walk::first_line(&root));
        let Value::Map(sections) = root.value else {
            let problem = Problem::WrongType { expected: vec![Kind::Map], found: kind, known: Vec::new() };
            return self.without(problem, &place);
        };
        // A whole model is no part: its sections would only clash with those there are.
        let model = sections.iter().any(|section| section.key == "enclair");
        let mut included = None;
        for section in sections {
            if model && !OWN.contains(&section.key.as_str()) {
                self.whole = false;
            } else if OWN.contains(&section.key.as_str()) {
                let problem = Problem::NotInPart { key: section.key };
                self.problems.push(Diagnostic::new(problem, section.key_span));
                self.dropped.push(section.node);
            } else if section.key == "include" {
                self.problems.extend(walk::section(&section));
                included = Some(section.node);
            } else {
                self.merge(section);
            }
        }
        self.follow(included.as_ref());
    }

    /// Adds a section to those there are. One that does not go with its like stands beside it: one
    /// of the two is of the wrong kind, which is told in its place.
    fn merge(&mut self, section: Entry) {
        let known = walk::is_section(&section.key);
        let like = |other: &&mut Entry| known && other.key == section.key && other.node.kind() == section.node.kind();
        let Some(first) = self.sections.iter_mut().find(like) else {
            return self.sections.push(section);
        };
        match (&mut first.node.value, section.node.value) {
            (Value::List(list), Value::List(more)) => list.extend(more),
            (Value::Map(entries), Value::Map(more)) => {
                let there: HashMap<String, Span> =
                    entries.iter().map(|entry| (entry.key.clone(), entry.key_span.clone())).collect();
                let names = walk::is_of_names(&section.key);
                for entry in more {
                    let Some(place) = there.get(&entry.key) else {
                        entries.push(entry);
                        continue;
                    };
                    let problem = twice(entry.key, names);
                    self.problems.push(Diagnostic::new(problem, entry.key_span).and(place.clone()));
                    self.dropped.push(entry.node);
                }
            }
            (_, value) => {
                let node = Node { value, span: section.node.span };
                self.sections.push(Entry { node, ..section });
            }
        }
    }
}

/// Whether a problem is about all files together, so that it is told once.
const fn is_about_all(problem: &Problem) -> bool {
    matches!(problem, Problem::TooManyFiles { .. } | Problem::PartsTooLarge { .. })
}

fn twice(key: String, names: bool) -> Problem {
    if names { Problem::NameTwice { name: key } } else { Problem::InTwoFiles { key } }
}

/// Whether a path is relative, and says that it is YAML.
fn is_path(path: &str) -> bool {
    let drive = path.chars().nth(1) == Some(':');
    let strange = |c: char| c == '\\' || c.is_control();
    is_yaml(path) && !path.starts_with('/') && !drive && !path.contains("://") && !path.contains(strange)
}

/// The folder of a path, with its last `/`.
fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..=at])
}

/// A path from a folder, without steps that go back; the names alone count, not what is on the disk.
fn joined(folder: &str, path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let whole = format!("{folder}{path}");
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." if steps.last().is_some_and(|last| *last != "..") => {
                steps.pop();
            }
            ".." if folder.starts_with('/') => {}
            step => steps.push(step),
        }
    }
    let root = if folder.starts_with('/') { "/" } else { "" };
    root.to_owned() + &steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_by_their_names() {
        for (folder, path, whole) in [
            ("", "p.yaml", "p.yaml"),
            ("a/b/", "../p.yaml", "a/p.yaml"),
            ("a/", "../../p.yaml", "../p.yaml"),
            ("../", "../p.yaml", "../../p.yaml"),
            ("./", "./x//p.yaml", "x/p.yaml"),
            ("/a/", "../../../p.yaml", "/p.yaml"),
        ] {
            assert_eq!(joined(folder, path), whole, "{folder} {path}");
        }
    }

    #[test]
    fn a_path_is_relative_and_of_yaml() {
        assert!(is_path("../shared/hosts.yml") && is_path("a b/é.yaml"));
        for path in
            ["", "/etc/passwd", "/x.yaml", "x", "x.json", "C:\\x.yaml", "c:/x.yaml", "a\\x.yaml", "http://x/y.yaml"]
        {
            assert!(!is_path(path), "{path}");
        }
    }
}
