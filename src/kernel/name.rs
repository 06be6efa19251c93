//! Interned names of actors, components and items.

use std::collections::HashMap;

/// An interned name. Only meaningful with the [`Names`] that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(pub(crate) u32);

/// The table of interned names of one set of facts.
#[derive(Debug, Clone, Default)]
pub struct Names {
    texts: Vec<String>,
    index: HashMap<String, Name>,
}

impl Names {
    /// The name with this text, made if it is new.
    pub fn intern(&mut self, text: &str) -> Name {
        if let Some(&name) = self.index.get(text) {
            return name;
        }
        let id = u32::try_from(self.texts.len()).expect("internal error: too many names");
        let name = Name(id);
        self.texts.push(text.to_owned());
        self.index.insert(text.to_owned(), name);
        name
    }

    /// The name with this text, if any fact uses it.
    pub fn get(&self, text: &str) -> Option<Name> {
        self.index.get(text).copied()
    }

    /// The text of a name.
    pub fn text(&self, name: Name) -> &str {
        &self.texts[name.0 as usize]
    }
}
