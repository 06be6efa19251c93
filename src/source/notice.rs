//! Findings shown on the model's own lines, as an editor would.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::diagnostic::{Style, map_span, visible};
use super::file::Span;
use super::sources::Sources;
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
    /// The notice with its places underlined, file by file.
    pub fn render(&self, sources: &Sources, lang: Lang, style: Style) -> String {
        let clean = |text: &str| typeset(&harmless(text), lang);
        let places = std::iter::once(&self.primary).chain(&self.others);
        let places: Vec<(usize, Span, String)> = places
            .map(|(span, word)| {
                let (file, span) = sources.within(span);
                (file, span, clean(word))
            })
            .collect();
        let level = Level::WARNING.with_name(Some(lang.pick("constat", "finding")));
        let mut group = Group::with_title(level.primary_title(clean(&self.title)).id(self.code));
        let mut files: Vec<usize> = Vec::new();
        for (file, ..) in &places {
            if !files.contains(file) {
                files.push(*file);
            }
        }
        for file in files {
            let source = sources.file(file);
            let here = || places.iter().enumerate().filter(|(_, (other, ..))| *other == file);
            // Only the lines concerned are gone through: a model may have very many notices.
            let (start, end) =
                (here().map(|(_, place)| place.1.start).min(), here().map(|(_, place)| place.1.end).max());
            let (from, to) = source.lines_around(start, end);
            let lines = &source.text[from..to];
            let (shown, map) = if source.has_hidden() { visible(lines) } else { (lines.to_owned(), None) };
            let mut snippet = Snippet::source(shown).path(source.name.clone()).line_start(source.position(from).0);
            for (at, (_, span, word)) in here() {
                let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                let span = map_span(map.as_deref(), &(span.start - from..span.end - from));
                snippet = snippet.annotation(kind.span(span).label(word.clone()));
            }
            group = group.element(snippet);
        }
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
