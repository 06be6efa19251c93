//! The HTML report: one self-contained page, without script nor any request.
//!
//! Every text comes from [`crate::text`]; the template only says where it goes.

mod about;
mod around;
mod brand;
mod claims;
mod colour;
mod coverage;
mod fault;
mod front;
mod head;
mod index;
mod ladder;
mod matrix;
mod proofs;
mod seal;
mod source;
mod steps;
mod templates;
mod together;
mod unknowns;
mod words;

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Context;
use thiserror::Error;

use super::Summary;
use crate::compare::Study;
use crate::model::Model;
use crate::text::{Lang, evidence as texts_evidence, html as texts};
pub use brand::{Brand, Logo, LogoFault};
pub use colour::{Colour, ColourFault};
pub use fault::TemplateFault;
pub use index::{Linked, index};
pub use templates::{OwnFile, Templates, files};
use words::{Link, Words};

/// Why there is no page.
#[derive(Debug, Error)]
pub enum HtmlError {
    /// A template is at fault: a user's, or one of the tool; never the model.
    #[error(transparent)]
    Template(#[from] Box<TemplateFault>),
    /// What the page holds cannot be given to its template: a fault of the tool.
    #[error("internal error: what the page holds: {0}")]
    Context(#[from] tera::Error),
}

/// How pages look: their templates, and who hands them over.
#[derive(Debug, Clone)]
pub struct Design {
    /// The templates and the style.
    pub templates: Templates,
    /// Who hands the page over.
    pub brand: Brand,
}

impl Design {
    /// The tool's own templates, and nobody named.
    ///
    /// # Errors
    /// Only a fault of the tool itself.
    pub fn plain() -> Result<Self, HtmlError> {
        Ok(Self { templates: Templates::embedded()?, brand: Brand::default() })
    }
}

/// What the template shows.
#[derive(Debug, Serialize)]
struct Page {
    #[serde(flatten)]
    head: head::Head,
    t: BTreeMap<&'static str, String>,
    front: front::Front,
    contents: Vec<Link>,
    about: Option<about::About>,
    ladder: ladder::Ladder,
    grades: Vec<front::Meaning>,
    matrix: matrix::Matrix,
    claims: Vec<claims::Claim>,
    hds: around::Hds,
    orders: around::Orders,
    together: Option<together::Together>,
    questions: Vec<unknowns::Question>,
    silences: String,
    assumptions: unknowns::Assumptions,
    paths: coverage::Paths,
    method: Vec<coverage::Paragraph>,
    rules: Vec<coverage::Rule>,
    expectations: Option<coverage::Expectations>,
    evidence: String,
    proofs: Vec<proofs::ActorProofs>,
    sources: Vec<source::Source>,
}

impl Page {
    fn new(study: &Study, model: &Model, lang: Lang, design: &Design) -> Self {
        let dossier = &study.dossier;
        let summary = Summary::new(&dossier.audit);
        let paths: Vec<&str> = model.sources.paths().collect();
        let words = Words { audit: &dossier.audit, paths: &paths, lang };
        let front = front::front(&words, &summary);
        let mut page = Self {
            head: head::Head::new((front.title.clone(), front.identity.clone()), words.short_hash(), design, lang),
            t: fixed(&words),
            front,
            contents: Vec::new(),
            about: about::about(&words),
            ladder: ladder::ladder(&words, &dossier.ladder),
            grades: front::grades(&words),
            matrix: matrix::matrix(&words, &summary),
            claims: claims::claims(&words),
            hds: around::hds(&words, &dossier.hds),
            orders: around::orders(&words),
            together: together::together(&words),
            questions: unknowns::questions(&words),
            silences: unknowns::silences(&words),
            assumptions: unknowns::assumptions(&words),
            paths: coverage::paths(&words),
            method: coverage::method(&words),
            rules: coverage::rules(&words),
            expectations: coverage::expectations(&words),
            evidence: words.say(&texts_evidence::counts(&dossier.audit.supports, lang)),
            proofs: proofs::proofs(&words, &summary),
            sources: source::sources(&words, &model.sources),
        };
        page.contents = page.sections();
        page
    }

    /// The sections that the page has, in their order.
    fn sections(&self) -> Vec<Link> {
        let fixed = |key: &str| self.t.get(key).cloned();
        let sections = [
            ("about", self.about.as_ref().map(|about| about.title.to_owned())),
            ("matrix", fixed("matrix_title")),
            ("claims", fixed("claims_title").filter(|_| !self.claims.is_empty())),
            ("ladder", fixed("ladder_title")),
            ("hds", fixed("hds_title")),
            ("orders", fixed("orders_title")),
            ("together", self.together.as_ref().map(|together| together.title.clone())),
            ("questions", fixed("questions_title")),
            ("assumptions", fixed("assumptions_title")),
            ("paths", fixed("paths_title")),
            ("rules", fixed("rules_title")),
            ("grades", fixed("grades_title")),
            ("method", fixed("method_title")),
            ("proofs", fixed("proofs_title")),
            ("model", fixed("source_title")),
        ];
        let link = |(id, title): (&str, Option<String>)| title.map(|text| Link { href: format!("#{id}"), text });
        sections.into_iter().filter_map(link).collect()
    }
}

fn fixed(words: &Words) -> BTreeMap<&'static str, String> {
    let said = |(key, text): (&'static str, &str)| (key, words.say(text));
    texts::fixed(words.lang).into_iter().map(said).collect()
}

/// The report of a model in one language, as the bytes of one file.
///
/// # Errors
/// Only a fault of the tool itself.
pub fn html(study: &Study, model: &Model, lang: Lang) -> Result<String, HtmlError> {
    designed(study, model, lang, &Design::plain()?)
}

/// The same, with the templates and the names asked for.
///
/// # Errors
/// A template that uses what does not exist.
pub fn designed(study: &Study, model: &Model, lang: Lang, design: &Design) -> Result<String, HtmlError> {
    let page = Page::new(study, model, lang, design);
    Ok(design.templates.render(templates::REPORT, &Context::from_serialize(&page)?)?)
}
