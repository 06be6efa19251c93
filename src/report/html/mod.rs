//! The HTML report: one self-contained page, without script nor any request.
//!
//! Every text comes from [`crate::text`]; the template only says where it goes.

mod about;
mod accepted;
mod brand;
mod changes;
mod claims;
mod colour;
mod coverage;
mod drawing;
mod fault;
mod findings;
mod front;
mod hds;
mod head;
mod index;
mod keys;
mod ladder;
mod looked;
mod matrix;
mod orders;
mod people;
mod proofs;
mod scenarios;
mod seal;
mod source;
mod steps;
mod templates;
mod together;
mod transfers;
mod unknowns;
mod words;

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Context;
use thiserror::Error;

use super::Summary;
use crate::audit::labels_of;
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
    drawings: drawing::Drawings,
    ladder: ladder::Ladder,
    grades: Vec<front::Meaning>,
    matrix: matrix::Matrix,
    claims: Vec<claims::Claim>,
    findings: findings::Findings,
    changes: changes::Changes,
    hds: hds::Hds,
    people: people::People,
    keys: keys::Keys,
    scenarios: scenarios::Scenarios,
    orders: orders::Orders,
    transfers: transfers::Transfers,
    together: Option<together::Together>,
    questions: Vec<unknowns::Question>,
    silences: String,
    assumptions: unknowns::Assumptions,
    accepted: Option<accepted::Accepted>,
    paths: coverage::Paths,
    method: Vec<coverage::Paragraph>,
    looked: looked::Looked,
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
        let front = front::front(&words, &summary, &study.changes);
        let mut page = Self {
            head: head::Head::new((front.title.clone(), front.identity.clone()), words.short_hash(), design, lang),
            t: fixed(&words),
            front,
            contents: Vec::new(),
            about: about::about(&words),
            drawings: drawing::drawings(&words, &study.map),
            ladder: ladder::ladder(&words, &dossier.ladder, &study.rungs),
            grades: front::grades(&words),
            matrix: matrix::matrix(&words, &summary),
            claims: claims::claims(&words),
            findings: findings::findings(&words, study, model),
            changes: changes::changes(&words, &study.changes),
            hds: hds::hds(&words, &dossier.hds),
            people: people::people(&words, &dossier.numbers),
            keys: keys::keys(&words, &study.custody),
            scenarios: scenarios::scenarios(&words, dossier),
            orders: orders::orders(&words),
            transfers: transfers::transfers(&words, dossier),
            together: together::together(&words),
            questions: unknowns::questions(&words),
            silences: unknowns::silences(&words),
            assumptions: unknowns::assumptions(&words),
            accepted: accepted::accepted(&words, &labels_of(model)),
            paths: coverage::paths(&words),
            method: coverage::method(&words),
            looked: looked::looked(&words, study),
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
            ("drawing", fixed("drawing_title")),
            ("matrix", fixed("matrix_title")),
            ("claims", fixed("claims_title").filter(|_| !self.claims.is_empty())),
            ("findings", Some(self.findings.title.clone())),
            ("changes", Some(self.changes.title.clone())),
            ("ladder", fixed("ladder_title")),
            ("hds", Some(self.hds.title.clone())),
            ("people", fixed("people_title")),
            ("keys", fixed("keys_title")),
            ("scenarios", Some(self.scenarios.title.clone())),
            ("orders", fixed("orders_title")),
            ("transfers", Some(self.transfers.title.clone())),
            ("together", self.together.as_ref().map(|together| together.title.clone())),
            ("questions", fixed("questions_title")),
            ("assumptions", fixed("assumptions_title")),
            ("accepted", self.accepted.as_ref().map(|accepted| accepted.title.clone())),
            ("paths", fixed("paths_title")),
            ("coverage", fixed("coverage_title")),
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
    texts::fixed(words.lang).into_iter().chain(texts::around(words.lang)).map(said).collect()
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
