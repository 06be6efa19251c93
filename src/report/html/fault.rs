//! What is wrong with a template, in its place: the words of the engine made ours.

use tera::{Error, ErrorKind, Span};

use super::templates::{OwnFile, Templates};
use crate::text::templates::{self as texts, Fault};
use crate::text::{Lang, harmless};

/// A fault in a template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence(Lang::En))]
pub struct TemplateFault {
    /// The file: as the user knows it, or its name among those embedded.
    file: String,
    /// Whether the file is the user's.
    own: bool,
    /// Whether a template of the user's is in use: without one, the fault is the tool's.
    users: bool,
    spot: Option<Spot>,
    fault: Fault,
}

/// The part of a line at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spot {
    /// From 1.
    line: usize,
    /// From 1, in characters.
    column: usize,
    /// In characters.
    width: usize,
    /// The whole line.
    text: String,
}

impl TemplateFault {
    /// A fault of a whole file of the user's.
    pub(super) fn of(file: &OwnFile, fault: Fault) -> Self {
        Self { file: file.path.clone(), own: true, users: true, spot: None, fault }
    }

    /// Whether the fault can be the user's.
    pub const fn is_users(&self) -> bool {
        self.users
    }

    /// The fault in one line: where, what, and a way out.
    pub fn sentence(&self, lang: Lang) -> String {
        let at = self.spot.as_ref().map(|spot| (spot.line, spot.column));
        texts::told(&texts::place(&self.file, at, self.own, lang), &self.fault.sentence(lang), lang)
    }

    /// The names that exist where one that does not was used.
    pub fn known(&self, lang: Lang) -> Option<String> {
        self.fault.known(lang)
    }

    /// The line at fault, with a mark under its part.
    pub fn excerpt(&self) -> Option<String> {
        /// The most characters shown before and after the part.
        const AROUND: usize = 60;
        let spot = self.spot.as_ref()?;
        let number = spot.line.to_string();
        let from = (spot.column - 1).saturating_sub(AROUND);
        let width = spot.width.min(AROUND);
        // A tab would put the mark elsewhere, and hidden characters are told by their code: one sign for each.
        let sign = |c: char| if c == '\t' { ' ' } else { harmless(&c.to_string()).chars().next().unwrap_or(' ') };
        let line: String =
            spot.text.chars().skip(from).take(spot.column - 1 - from + width + AROUND).map(sign).collect();
        let (margin, gap) = (" ".repeat(number.len()), " ".repeat(spot.column - 1 - from));
        Some(format!("{number} | {line}\n{margin} | {gap}{}\n", "^".repeat(width)))
    }
}

impl Templates {
    /// What the engine says, in our words.
    pub(super) fn fault(&self, error: &Error) -> Box<TemplateFault> {
        let (name, spot, fault) = match error.kind() {
            ErrorKind::SyntaxError(report) => {
                let spot = self.spot(report.filename(), report.span());
                (report.filename(), spot, Fault::Syntax(report.message().to_owned()))
            }
            ErrorKind::RenderingError(report) => {
                let spot = self.spot(report.filename(), report.span());
                (report.filename(), spot, rendering(report.message(), self.part(report.filename(), report.span())))
            }
            ErrorKind::CircularInclude { tpl, include_chain } => {
                (tpl.as_str(), None, Fault::Circle(include_chain.clone()))
            }
            ErrorKind::CircularExtend { tpl, inheritance_chain } => {
                (tpl.as_str(), None, Fault::Circle(inheritance_chain.clone()))
            }
            ErrorKind::MissingParent { current, parent } => (current.as_str(), None, Fault::NoTemplate(parent.clone())),
            ErrorKind::TemplateNotFound(name) => ("", None, Fault::NoTemplate(name.clone())),
            _ => return self.plain(&error.to_string()),
        };
        self.found(name, spot, fault)
    }

    /// A fault in a file of those in use.
    fn found(&self, name: &str, spot: Option<Spot>, fault: Fault) -> Box<TemplateFault> {
        let own = self.own(name);
        Box::new(TemplateFault {
            file: own.map_or(name, |file| file.path.as_str()).to_owned(),
            own: own.is_some(),
            users: !self.are_embedded(),
            spot,
            fault,
        })
    }

    /// A fault that the engine tells as text alone. Of several, the first is told.
    fn plain(&self, message: &str) -> Box<TemplateFault> {
        let mut lines = message.lines();
        let what = lines.next().unwrap_or_default();
        let what = what.strip_prefix("error: ").unwrap_or(what);
        let at = lines.next().and_then(|line| line.trim_start().strip_prefix("--> "));
        let width = lines.nth(2).map_or(1, |marks| marks.matches('^').count());
        let place = at.and_then(|at| {
            let mut parts = at.rsplitn(3, ':');
            let (column, line) = (parts.next()?.parse::<usize>().ok()?, parts.next()?.parse::<usize>().ok()?);
            Some((parts.next()?, line, column))
        });
        let fault = match what.strip_prefix("Unknown template `") {
            Some(name) => Fault::NoTemplate(name.trim_end_matches('`').to_owned()),
            None => Fault::Other(what.to_owned()),
        };
        let Some((name, line, column)) = place else { return self.found("", None, fault) };
        self.found(name, self.marked(name, line, column.saturating_sub(1), width), fault)
    }

    fn spot(&self, name: &str, span: &Span) -> Option<Spot> {
        let width =
            if span.end_line == span.start_line { span.end_col.saturating_sub(span.start_col) } else { usize::MAX };
        self.marked(name, span.start_line, span.start_col, width)
    }

    /// So many characters of a line, from a column counted from 0.
    fn marked(&self, name: &str, line: usize, from: usize, width: usize) -> Option<Spot> {
        let text = self.text(name).split('\n').nth(line.checked_sub(1)?)?.trim_end_matches('\r').to_owned();
        let length = text.chars().count();
        let from = from.min(length);
        Some(Spot { line, column: from + 1, width: width.min(length - from).max(1), text })
    }

    /// The text at fault.
    fn part(&self, name: &str, span: &Span) -> &str {
        self.text(name).get(span.range.clone()).unwrap_or_default().trim()
    }
}

/// What goes wrong while a page is made.
fn rendering(message: &str, part: &str) -> Fault {
    let quoted = || message.split('`').nth(1).unwrap_or(part).to_owned();
    let known = |before: &str| {
        let names = message.split_once(before).map_or("", |(_, names)| names);
        let mut names: Vec<String> = names.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect();
        names.sort();
        names
    };
    if message.starts_with("Variable `") {
        Fault::NoVariable { name: quoted(), known: known("Available variables: ") }
    } else if message.starts_with("Field `") {
        Fault::NoField { name: quoted(), known: known("Available fields: ") }
    } else if message.contains("undefined") {
        Fault::NoValue(part.to_owned())
    } else {
        Fault::Other(message.to_owned())
    }
}
