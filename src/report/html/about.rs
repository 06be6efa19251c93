//! What the system is, the lesson, and the sources.

use serde::Serialize;

use super::words::Words;
use crate::audit::SourceView;
use crate::text::about as texts;

#[derive(Debug, Serialize)]
pub(super) struct About {
    pub(super) title: &'static str,
    lesson_title: &'static str,
    sources_title: &'static str,
    what: String,
    lesson: Option<String>,
    sources: Vec<Source>,
}

#[derive(Debug, Serialize)]
struct Source {
    id: String,
    title: Option<String>,
    address: String,
}

pub(super) fn about(words: &Words) -> Option<About> {
    let story = words.audit.story.as_ref()?;
    let source = |source: &SourceView| Source {
        id: source.id.clone(),
        title: source.title.as_ref().map(|title| words.name(title)),
        address: source.address.clone(),
    };
    Some(About {
        title: texts::title(words.lang),
        lesson_title: texts::lesson(words.lang),
        sources_title: texts::sources(words.lang),
        what: words.name(&story.what),
        lesson: story.lesson.as_ref().map(|lesson| words.name(lesson)),
        sources: story.sources.iter().map(source).collect(),
    })
}
