//! The templates of the pages, embedded in the program, and their style.

use tera::Tera;

use super::HtmlError;

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
const TEMPLATES: [(&str, &str); 19] = embedded![
    "components.html",
    "report.html",
    "index.html",
    "sections/front.html",
    "sections/about.html",
    "sections/matrix.html",
    "sections/claims.html",
    "sections/ladder.html",
    "sections/hds.html",
    "sections/orders.html",
    "sections/together.html",
    "sections/questions.html",
    "sections/assumptions.html",
    "sections/paths.html",
    "sections/rules.html",
    "sections/grades.html",
    "sections/method.html",
    "sections/proofs.html",
    "sections/model.html",
];

/// The parts of the style, in their order.
pub(super) const STYLES: [(&str, &str); 4] =
    embedded!["style/base.css", "style/proofs.css", "style/index.css", "style/print.css"];

/// The engine, with every template.
///
/// # Errors
/// A template that does not parse.
pub(super) fn engine() -> Result<Tera, HtmlError> {
    let mut tera = Tera::default();
    tera.add_raw_templates(TEMPLATES)?;
    Ok(tera)
}
