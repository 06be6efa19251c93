//! The templates of the pages and their style: those embedded in the program, and a user's own in their place.

use std::collections::BTreeMap;

use tera::{Context, Tera};

use super::fault::TemplateFault;
use crate::text::templates::Fault;

/// The template of the report.
pub(super) const REPORT: &str = "report.html";
/// The template of the page of several systems.
pub(super) const INDEX: &str = "index.html";

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../../templates/", $name)))),+]
    };
}

/// The templates, each by its path in the folder `templates`.
const TEMPLATES: &[(&str, &str)] = &embedded![
    "head.html",
    "header.html",
    "components.html",
    "report.html",
    "index.html",
    "sections/front.html",
    "sections/about.html",
    "sections/drawing.html",
    "sections/matrix.html",
    "sections/claims.html",
    "sections/findings.html",
    "sections/changes.html",
    "sections/ladder.html",
    "sections/hds.html",
    "sections/people.html",
    "sections/keys.html",
    "sections/scenarios.html",
    "sections/orders.html",
    "sections/transfers.html",
    "sections/together.html",
    "sections/questions.html",
    "sections/assumptions.html",
    "sections/accepted.html",
    "sections/paths.html",
    "sections/coverage.html",
    "sections/grades.html",
    "sections/method.html",
    "sections/proofs.html",
    "sections/model.html",
];

/// The parts of the style, in their order.
const STYLES: &[(&str, &str)] = &embedded![
    "style/base.css",
    "style/header.css",
    "style/drawing.css",
    "style/findings.css",
    "style/around.css",
    "style/proofs.css",
    "style/index.css",
    "style/print.css",
];

/// A file of the user's, in the place of the one embedded under its name.
#[derive(Debug, Clone)]
pub struct OwnFile {
    /// Its path in the folder of templates, with `/`.
    pub name: String,
    /// Its path as the user knows it.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The templates in use, read once for any number of pages.
#[derive(Debug, Clone)]
pub struct Templates {
    engine: Tera,
    own: BTreeMap<String, OwnFile>,
}

impl Templates {
    /// Those embedded in the program.
    ///
    /// # Errors
    /// Only a fault of the tool itself.
    pub fn embedded() -> Result<Self, Box<TemplateFault>> {
        Self::with(Vec::new())
    }

    /// Those embedded, but for the user's own. A file of a name that is not one of [`files`] replaces nothing.
    ///
    /// # Errors
    /// A template that cannot be read.
    pub fn with(own: Vec<OwnFile>) -> Result<Self, Box<TemplateFault>> {
        let own: BTreeMap<String, OwnFile> = own.into_iter().map(|file| (file.name.clone(), file)).collect();
        let mut templates = Self { engine: Tera::default(), own };
        if let Some(file) =
            templates.own.values().find(|file| file.name.starts_with("style/") && ends_style(&file.text))
        {
            return Err(Box::new(TemplateFault::of(file, Fault::EndsStyle)));
        }
        let all: Vec<(&str, String)> =
            TEMPLATES.iter().map(|(name, _)| (*name, templates.text(name).to_owned())).collect();
        match templates.engine.add_raw_templates(all) {
            Ok(()) => Ok(templates),
            Err(error) => Err(templates.fault(&error)),
        }
    }

    /// Whether none is the user's own.
    pub fn are_embedded(&self) -> bool {
        self.own.is_empty()
    }

    /// The user's own file of this name, if there is one.
    pub(super) fn own(&self, name: &str) -> Option<&OwnFile> {
        self.own.get(name)
    }

    /// The text of a file in use.
    pub(super) fn text(&self, name: &str) -> &str {
        let embedded = || files().find(|(known, _)| *known == name).map_or("", |(_, text)| text);
        self.own.get(name).map_or_else(embedded, |file| file.text.as_str())
    }

    /// The style in use: its parts, one after the other.
    pub(super) fn style(&self) -> String {
        STYLES.iter().map(|(name, _)| self.text(name)).collect()
    }

    /// A page.
    pub(super) fn render(&self, name: &str, context: &Context) -> Result<String, Box<TemplateFault>> {
        self.engine.render(name, context).map_err(|error| self.fault(&error))
    }
}

/// Every file that a user may replace: its path in the folder of templates, and its text.
pub fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEMPLATES.iter().chain(STYLES).copied()
}

/// Whether a style would end the element that holds it.
fn ends_style(text: &str) -> bool {
    text.to_ascii_lowercase().contains("</style")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let mut found = Vec::new();
        let mut open = vec![root.clone()];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    found.push(path.strip_prefix(&root).expect("inside").to_string_lossy().into_owned());
                }
            }
        }
        let mut known: Vec<&str> = files().map(|(name, _)| name).collect();
        known.sort_unstable();
        found.sort();
        assert_eq!(known, found);
    }
}
