//! Renderers: pure functions from the view model to bytes, one file per format.

mod actors;
pub mod changes;
pub mod comparison;
mod defence;
pub mod diff;
mod evidence;
pub mod explain;
pub mod findings;
pub mod gallery;
mod glance;
pub mod hds;
pub mod html;
pub mod human;
pub mod json;
pub mod ladder;
mod made_from;
mod numbers;
pub mod questions;
pub mod scenarios;
mod summary;
mod together;
pub mod transfers;
mod wrap;

pub use glance::Glance;
pub use made_from::made_from;
pub use summary::{Row, Summary, grade_text};
pub use wrap::paragraph;

use crate::audit::Audit;
use crate::text::{Lang, silence};

/// The names of what a model says nothing of, each once, with what it is about.
fn silences(audit: &Audit, lang: Lang) -> Vec<String> {
    let mut names: Vec<(&str, Vec<&str>)> = Vec::new();
    for question in audit.silences() {
        let Some(topic) = question.topic else { continue };
        let about = question.about.as_ref().map(|both| both.get(lang));
        match names.last_mut().filter(|(name, _)| *name == topic.name(lang)) {
            Some((_, all)) => all.extend(about),
            None => names.push((topic.name(lang), about.into_iter().collect())),
        }
    }
    names.iter().map(|(name, about)| silence::about(name, about)).collect()
}
