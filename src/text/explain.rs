//! Words of an explained answer.

use super::Lang;
use super::rules::GradeText;

/// A grade, and whether it leaves evidence.
pub fn grade(grade: GradeText, evident: bool, lang: Lang) -> String {
    let name = grade.name(lang);
    if evident {
        return lang
            .pick(format!("{name}, en laissant une trace visible"), format!("{name}, leaving visible evidence"));
    }
    name.to_owned()
}

/// The answer for both slots.
pub fn both(actor: &str, data: &str, grade: &str, lang: Lang) -> String {
    lang.pick(
        format!("{actor}, {data} : {grade}, pour ce qui est gardé comme pour ce qui passe."),
        format!("{actor}, {data}: {grade}, for what is kept and for what passes."),
    )
}

/// The answer for what is kept.
pub fn past(actor: &str, data: &str, grade: &str, next_use: bool, lang: Lang) -> String {
    let from = match (next_use, lang) {
        (false, _) => "",
        (true, Lang::Fr) => ", à partir de la prochaine utilisation d’une clé",
        (true, Lang::En) => ", from the next use of a key on",
    };
    lang.pick(
        format!("{actor}, {data}, ce qui est gardé : {grade}{from}."),
        format!("{actor}, {data}, what is kept: {grade}{from}."),
    )
}

/// The answer for what passes.
pub fn new(actor: &str, data: &str, grade: &str, lang: Lang) -> String {
    lang.pick(
        format!("{actor}, {data}, ce qui passe désormais : {grade}."),
        format!("{actor}, {data}, what passes from now on: {grade}."),
    )
}

/// What unknowns would change.
pub fn undetermined(past: &str, new: &str, lang: Lang) -> String {
    lang.pick(
        format!("Au mieux, selon ce qui n’est pas connu : {past} pour ce qui est gardé, {new} pour ce qui passe. À demander :"),
        format!("At best, depending on what is not known: {past} for what is kept, {new} for what passes. To ask:"),
    )
}

/// No derivation.
pub const fn no_way(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Aucun chemin dans ce modèle : les faits déclarés, et les hypothèses listées, n’y mènent pas.",
        Lang::En => "No path in this model: the declared facts, and the listed assumptions, do not lead there.",
    }
}

/// The steps that a step uses.
pub fn from_steps(numbers: &str, lang: Lang) -> String {
    lang.pick(format!(", de {numbers}"), format!(", from {numbers}"))
}

/// Beside a place that says `unknown`.
pub const fn unknown(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => " (inconnu, au pire)",
        Lang::En => " (unknown, at worst)",
    }
}

/// Beside a place that a default is about.
pub const fn assumed(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => " (hypothèse)",
        Lang::En => " (assumption)",
    }
}

/// Beside a place that a built-in adversary is against.
pub const fn built_in(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => " (adversaire pris d’office)",
        Lang::En => " (built-in adversary)",
    }
}
