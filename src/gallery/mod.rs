//! The gallery: the models that the tool carries, each with the answers known of it beforehand.
//!
//! They are the files of `models/`, folder by folder; a test compares the list with the folders.

mod examples;
mod list;

pub use examples::Example;

use crate::model::{Model, load};
use crate::source::{Diagnostics, Limits, SourceFile};
use crate::text::gallery::Group;

/// A model of the gallery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its name: the folder and the file, `systems/signal`.
    pub id: &'static str,
    /// The text of its file.
    pub text: &'static str,
}

impl Entry {
    /// Every model, group by group.
    pub const fn all() -> &'static [Self] {
        list::ENTRIES
    }

    /// The model of this name, its folder left out or not: no two are called alike.
    pub fn find(name: &str) -> Option<&'static Self> {
        Self::all().iter().find(|entry| entry.id == name || entry.stem() == name)
    }

    /// Its name without its folder.
    pub fn stem(&self) -> &'static str {
        self.id.split_once('/').map_or(self.id, |(_, stem)| stem)
    }

    /// The group it belongs to.
    pub fn group(&self) -> Group {
        let folder = self.id.split_once('/').map_or("", |(folder, _)| folder);
        let group = Group::ALL.into_iter().find(|group| group.folder() == folder);
        group.expect("internal error: a model of the gallery is in no group")
    }

    /// The path of its file in the project.
    pub fn path(&self) -> String {
        format!("models/{}.yaml", self.id)
    }

    /// The model.
    ///
    /// # Errors
    /// Its mistakes: a fault of the tool, which no test lets through.
    pub fn load(&self) -> Result<Model, Diagnostics> {
        load(SourceFile::new(&self.path(), self.text.to_owned()), &Limits::default())
    }
}
