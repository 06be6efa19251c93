//! Mistakes with their places, and how they are shown.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::file::{SourceFile, Span};
use crate::text::problem::Problem;
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
}

impl Diagnostic {
    /// A mistake at one place.
    pub fn new(problem: Problem, span: Span) -> Self {
        Self { problem, span, second: None }
    }

    /// The same, with a second place.
    #[must_use]
    pub fn and(mut self, second: Span) -> Self {
        self.second = Some(second);
        self
    }
}

/// All the mistakes of one file.
#[derive(Debug, Clone)]
pub struct Diagnostics {
    /// The file.
    pub file: SourceFile,
    /// The mistakes, in the order of their places.
    pub list: Vec<Diagnostic>,
    /// Mistakes beyond the limit, counted and not kept.
    pub more: usize,
}

impl Diagnostics {
    /// Sorts the mistakes by place and keeps at most `limit`.
    pub fn new(file: SourceFile, mut list: Vec<Diagnostic>, limit: usize) -> Self {
        list.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end, diagnostic.problem.code()));
        list.dedup();
        let more = list.len().saturating_sub(limit);
        list.truncate(limit);
        Self { file, list, more }
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
        let (shown, map) = visible(&self.file.text);
        let span = map_span(map.as_deref(), &diagnostic.span);
        let second = diagnostic.second.as_ref().map(|second| map_span(map.as_deref(), second));
        let mut snippet = Snippet::source(&shown).path(&self.file.name).annotation(AnnotationKind::Primary.span(span));
        let word = diagnostic.problem.second_place(lang);
        if let Some(second) = second {
            snippet = snippet.annotation(AnnotationKind::Context.span(second).label(word));
        }
        let message = typeset(&harmless(&diagnostic.problem.message(lang)), lang);
        let level = Level::ERROR.with_name(Some(lang.pick("erreur", "error")));
        let mut group = level.primary_title(message).id(diagnostic.problem.code()).element(snippet);
        let help = diagnostic.problem.help(lang).map(|help| typeset(&harmless(&help), lang));
        if let Some(help) = help {
            let level = Level::HELP.with_name(Some(lang.pick("aide", "help")));
            group = group.element(level.message(help));
        }
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Ansi => Renderer::styled(),
        };
        renderer.decor_style(DecorStyle::Ascii).render(&[group])
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
