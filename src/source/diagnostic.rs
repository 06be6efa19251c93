//! Mistakes with their places, and how they are shown.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::file::{SourceFile, Span};
use super::sources::Sources;
use crate::text::problem::{Problem, in_variant};
use crate::text::{Lang, harmless, typeset};

/// Whether colours are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// No escape sequence at all.
    Plain,
    /// ANSI colours.
    Ansi,
}

/// A mistake at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub span: Span,
    /// A second place that explains it.
    pub second: Option<Span>,
    /// The variant that makes it, where it is not written there, and the place to look at.
    pub variant: Option<Box<(String, Span)>>,
}

impl Diagnostic {
    /// A mistake at one place.
    pub fn new(problem: Problem, span: Span) -> Self {
        Self { problem, span, second: None, variant: None }
    }

    /// The same, with a second place.
    #[must_use]
    pub fn and(mut self, second: Span) -> Self {
        self.second = Some(second);
        self
    }

    /// Counts its places from another byte.
    pub(super) fn shift(&mut self, by: usize) {
        for span in [&mut self.span].into_iter().chain(&mut self.second) {
            *span = span.start + by..span.end + by;
        }
    }
}

/// All the mistakes of one model.
#[derive(Debug, Clone)]
pub struct Diagnostics {
    /// Its files.
    pub sources: Sources,
    /// The mistakes, in the order of their places.
    pub list: Vec<Diagnostic>,
    /// Mistakes beyond the limit, counted and not kept.
    pub more: usize,
}

impl Diagnostics {
    /// Sorts the mistakes by place and keeps at most `limit`.
    pub fn new(sources: impl Into<Sources>, mut list: Vec<Diagnostic>, limit: usize) -> Self {
        list.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end, diagnostic.problem.code()));
        list.dedup();
        let more = list.len().saturating_sub(limit);
        list.truncate(limit);
        Self { sources: sources.into(), list, more }
    }

    /// Every mistake with the faulty text underlined.
    pub fn render(&self, lang: Lang, style: Style) -> String {
        let mut out: Vec<String> = self.list.iter().map(|one| self.render_one(one, lang, style)).collect();
        if self.more > 0 {
            out.push(lang.pick(format!("et {} autres erreurs", self.more), format!("and {} more errors", self.more)));
        }
        out.join("\n\n") + "\n"
    }

    fn render_one(&self, diagnostic: &Diagnostic, lang: Lang, style: Style) -> String {
        let message = typeset(&harmless(&diagnostic.problem.message(lang)), lang);
        let level = Level::ERROR.with_name(Some(lang.pick("erreur", "error")));
        let mut group = Group::with_title(level.primary_title(message).id(diagnostic.problem.code()));
        let (number, _) = self.sources.within(&diagnostic.span);
        let file = self.sources.file(number);
        if file.text.is_empty() {
            group = group.element(Origin::path(harmless(&file.name)));
        } else {
            for (name, excerpt) in self.excerpts(diagnostic, lang) {
                group = excerpt.under(group, &name);
            }
        }
        let help = diagnostic.problem.help(lang).map(|help| typeset(&harmless(&help), lang));
        if let Some(help) = help {
            let level = Level::HELP.with_name(Some(lang.pick("aide\u{a0}", "help")));
            group = group.element(level.message(help));
        }
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Ansi => Renderer::styled(),
        };
        renderer.decor_style(DecorStyle::Ascii).render(&[group])
    }

    /// The lines to show, under the names of their files: those of places near the first one with
    /// it, others apart.
    fn excerpts(&self, diagnostic: &Diagnostic, lang: Lang) -> Vec<(String, Excerpt)> {
        const NEAR: usize = 200;
        let second = diagnostic.problem.second_place(lang).to_owned();
        let second = diagnostic.second.as_ref().map(|span| (span, second));
        let variant = diagnostic.variant.as_deref().map(|(name, span)| (span, in_variant(&harmless(name), lang)));
        let (first, span) = self.sources.within(&diagnostic.span);
        let line = self.sources.position(diagnostic.span.start).line;
        let mut groups = vec![(first, vec![Mark { span, word: None }])];
        for (span, word) in second.into_iter().chain(variant) {
            let (file, local) = self.sources.within(span);
            let mark = Mark { span: local, word: Some(typeset(&word, lang)) };
            if file == first && self.sources.position(span.start).line.abs_diff(line) <= NEAR {
                groups[0].1.push(mark);
            } else {
                groups.push((file, vec![mark]));
            }
        }
        let shown = |(number, marks): (usize, Vec<Mark>)| {
            let file = self.sources.file(number);
            (harmless(&file.name), Excerpt::new(file, marks))
        };
        groups.into_iter().map(shown).collect()
    }
}

/// A place to underline; the word beside it, if it is not the first.
struct Mark {
    span: Span,
    word: Option<String>,
}

/// Some lines of a file, as shown.
struct Excerpt {
    text: String,
    line: usize,
    marks: Vec<Mark>,
    /// The place of the first mark, where the text is not of whole lines.
    cut: Option<(usize, usize)>,
}

impl Excerpt {
    /// The lines around some places: whole ones, unless that would be very long.
    fn new(file: &SourceFile, marks: Vec<Mark>) -> Self {
        const LONG: usize = 4096;
        const AROUND: usize = 120;
        let starts = marks.iter().map(|mark| mark.span.start);
        let ends = marks.iter().map(|mark| mark.span.end);
        let (start, end) = (starts.min().unwrap_or(0), ends.max().unwrap_or(0));
        let mut from = file.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let mut to = file.text[end..].find('\n').map_or(file.text.len(), |at| end + at + 1);
        let long = file.text[from..to].lines().any(|line| line.len() > LONG);
        if long {
            from = char_start(&file.text, start.saturating_sub(AROUND).max(from));
            to = char_start(&file.text, (start + AROUND).min(to));
        }
        let (text, map) = visible(&file.text[from..to]);
        let place = |mark: Mark| {
            let within = |at: usize| at.clamp(from, to) - from;
            let span = map_span(map.as_deref(), &(within(mark.span.start)..within(mark.span.end)));
            Mark { span, word: mark.word }
        };
        let cut = long.then(|| file.position(marks.first().map_or(0, |mark| mark.span.start)));
        Self { text, line: file.position(start).0, marks: marks.into_iter().map(place).collect(), cut }
    }

    /// Adds the excerpt to what is shown.
    fn under<'g>(self, group: Group<'g>, name: &str) -> Group<'g> {
        let mut snippet = Snippet::source(self.text).line_start(self.line);
        for mark in self.marks {
            snippet = snippet.annotation(match mark.word {
                None => AnnotationKind::Primary.span(mark.span),
                Some(word) => AnnotationKind::Context.span(mark.span).label(word),
            });
        }
        match self.cut {
            None => group.element(snippet.path(name.to_owned())),
            Some((line, column)) => {
                let origin = Origin::path(name.to_owned()).line(line).char_column(column);
                group.element(origin).element(snippet)
            }
        }
    }
}

/// The text with hidden characters shown by their code, and where each byte went, for text that
/// has any; most has none, and is its own map.
pub(super) fn visible(text: &str) -> (String, Option<Vec<usize>>) {
    let hidden = |c: char| c != '\n' && c != '\r' && c != '\t' && crate::text::is_hidden(c);
    if !text.contains(hidden) {
        return (text.to_owned(), None);
    }
    let mut out = String::with_capacity(text.len());
    let mut map = vec![0; text.len() + 1];
    for (at, c) in text.char_indices() {
        for slot in &mut map[at..at + c.len_utf8()] {
            *slot = out.len();
        }
        if hidden(c) {
            out.push_str(&harmless(&c.to_string()));
        } else {
            out.push(c);
        }
    }
    map[text.len()] = out.len();
    (out, Some(map))
}

pub(super) fn map_span(map: Option<&[usize]>, span: &Span) -> Span {
    match map {
        None => span.clone(),
        Some(map) => {
            let last = map.len().saturating_sub(1);
            map[span.start.min(last)]..map[span.end.min(last)]
        }
    }
}

/// The start of the character that a byte is part of.
fn char_start(text: &str, byte: usize) -> usize {
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
