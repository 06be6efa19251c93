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
const TEMPLATES: &[(&str, &str)] = &embedded![
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
pub(super) const STYLES: &[(&str, &str)] =
    &embedded!["style/base.css", "style/drawing.css", "style/findings.css", "style/around.css"];

/// The engine, with every template.
///
/// # Errors
/// A template that does not parse.
pub(super) fn engine() -> Result<Tera, HtmlError> {
    let mut tera = Tera::default();
    tera.add_raw_templates(TEMPLATES.iter().copied())?;
    Ok(tera)
}
