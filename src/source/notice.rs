//! Findings shown on the model's own lines, as an editor would.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::diagnostic::{Style, map_span, visible};
use super::file::{SourceFile, Span};
use crate::text::{Lang, harmless, typeset};

/// Something to say about places of a model that is not a mistake of it.
#[derive(Debug, Clone)]
pub struct Notice {
    /// A stable code.
    pub code: &'static str,
    /// What it is.
    pub title: String,
    /// The place it is about, and a word on it.
    pub primary: (Span, String),
    /// Other places, each with a word.
    pub others: Vec<(Span, String)>,
    /// What follows from it.
    pub notes: Vec<String>,
}

impl Notice {
    /// The notice with its places underlined.
    pub fn render(&self, file: &SourceFile, lang: Lang, style: Style) -> String {
        // Only the lines concerned are gone through: a model may have very many notices.
        let spans = || self.others.iter().map(|(span, _)| span).chain([&self.primary.0]);
        let (from, to) = file.lines_around(spans().map(|s| s.start).min(), spans().map(|s| s.end).max());
        let lines = &file.text[from..to];
        let (shown, map) = if file.has_hidden() { visible(lines) } else { (lines.to_owned(), None) };
        let place = |span: &Span| map_span(map.as_deref(), &(span.start - from..span.end - from));
        let clean = |text: &str| typeset(&harmless(text), lang);
        let label = clean(&self.primary.1);
        let mut snippet = Snippet::source(&shown)
            .path(&file.name)
            .line_start(file.position(from).0)
            .annotation(AnnotationKind::Primary.span(place(&self.primary.0)).label(label));
        for (span, word) in &self.others {
            snippet = snippet.annotation(AnnotationKind::Context.span(place(span)).label(clean(word)));
        }
        let level = Level::WARNING.with_name(Some(lang.pick("constat", "finding")));
        let mut group = level.primary_title(clean(&self.title)).id(self.code).element(snippet);
        for note in &self.notes {
            group = group.element(Level::NOTE.with_name(Some(lang.pick("note\u{a0}", "note"))).message(clean(note)));
        }
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Ansi => Renderer::styled(),
        };
        renderer.decor_style(DecorStyle::Ascii).render(&[group])
    }
}
