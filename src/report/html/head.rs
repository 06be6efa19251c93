//! What every page has around its contents: its head, and those who hand it over.

use serde::Serialize;

use super::brand::BrandView;
use super::{Design, seal, words};
use crate::text::Lang;

/// The head of a page, and its brand.
#[derive(Debug, Serialize)]
pub(super) struct Head {
    lang: &'static str,
    version: &'static str,
    title: String,
    /// What the page is about and was made with.
    identity: Vec<String>,
    css: String,
    style_hash: String,
    #[serde(flatten)]
    brand: BrandView,
}

impl Head {
    /// That of a page with a title and an identity, on a model of which the hash begins so.
    pub(super) fn new((title, identity): (String, Vec<String>), short_hash: &str, design: &Design, lang: Lang) -> Self {
        let style = seal::style(&design.templates, short_hash, &design.brand);
        Self {
            lang: lang.id(),
            version: words::VERSION,
            title,
            identity,
            style_hash: seal::source_hash(&style),
            css: style,
            brand: design.brand.view(lang),
        }
    }
}
