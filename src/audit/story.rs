//! The story of a model, as shown.

use crate::model::{Basis, Model};
use crate::text::{Both, Lang, about as words, harmless};

/// What is told of a system before its answers.
#[derive(Debug, Clone)]
pub struct Story {
    /// What the system is.
    pub what: Both,
    /// What is to be learnt from it.
    pub lesson: Option<Both>,
    /// What the description rests on.
    pub basis: Option<Basis>,
    /// Where it is known from.
    pub sources: Vec<SourceView>,
}

/// A source, as shown.
#[derive(Debug, Clone)]
pub struct SourceView {
    /// Its name in the model.
    pub id: String,
    /// Its title.
    pub title: Option<Both>,
    /// Its address.
    pub address: String,
}

impl Story {
    pub(super) fn new(model: &Model) -> Option<Self> {
        let about = model.statements.about.as_ref()?;
        let sources = about.sources.iter().map(|(id, source)| SourceView {
            id: id.clone(),
            title: source.title.as_ref().map(|title| title.0.clone()),
            address: harmless(&source.at),
        });
        Some(Self {
            what: about.what.0.clone(),
            lesson: about.lesson.as_ref().map(|lesson| lesson.0.clone()),
            basis: about.basis,
            sources: sources.collect(),
        })
    }

    /// What the description rests on, in words.
    pub fn basis_in(&self, lang: Lang) -> Option<&'static str> {
        self.basis.map(|basis| match basis {
            Basis::Example => words::example(lang),
            Basis::PublicSources => words::public_sources(lang),
        })
    }
}
