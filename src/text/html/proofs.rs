//! Sentences of the HTML report about proofs, claims, orders, unknowns and coverage.

use crate::text::Lang;
use crate::text::audit::Assumption;

/// What is kept, and what passes: the heads of two proofs of one answer.
pub const fn slot_names(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Fr => ["gardé", "désormais"],
        Lang::En => ["kept", "from now on"],
    }
}

/// How many answers about an actor are proved, in how many steps.
pub fn proofs_count(answers: usize, steps: usize, lang: Lang) -> String {
    let (a, s) = (if answers == 1 { "" } else { "s" }, if steps == 1 { "" } else { "s" });
    lang.pick(format!("{answers} réponse{a}, {steps} étape{s}"), format!("{answers} answer{a}, {steps} step{s}"))
}

/// Around the numbers of the steps of a proof that are told above: before its own steps, if it has any.
pub const fn told(count: usize, own: bool, lang: Lang) -> [&'static str; 2] {
    match (count, own, lang) {
        (1, true, Lang::Fr) => ["Étape", ", puis\u{a0}:"],
        (_, true, Lang::Fr) => ["Étapes", ", puis\u{a0}:"],
        (1, false, Lang::Fr) => ["Étape", "."],
        (_, false, Lang::Fr) => ["Étapes", "."],
        (1, true, Lang::En) => ["Step", ", then:"],
        (_, true, Lang::En) => ["Steps", ", then:"],
        (1, false, Lang::En) => ["Step", "."],
        (_, false, Lang::En) => ["Steps", "."],
    }
}

/// Under a proof that holds for both slots.
pub const fn same_path(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Le même chemin vaut pour ce qui passe désormais.",
        Lang::En => "The same path holds for what passes from now on.",
    }
}

/// In place of a proof.
pub const fn no_path(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Aucun chemin dans ce modèle.",
        Lang::En => "No path in this model.",
    }
}

/// Before the numbers of the earlier steps that a step uses, when they are not the one just before.
pub const fn uses(count: usize, lang: Lang) -> &'static str {
    match (count, lang) {
        (1, Lang::Fr) => "de l’étape",
        (_, Lang::Fr) => "des étapes",
        (1, Lang::En) => "from step",
        (_, Lang::En) => "from steps",
    }
}

/// What a claim is about, and whom it allows.
pub fn claim_about(data: &str, only: &str, lang: Lang) -> String {
    match (only.is_empty(), lang) {
        (true, Lang::Fr) => format!("Sur {data}, sans aucun lecteur admis."),
        (true, Lang::En) => format!("On {data}, no reader allowed."),
        (false, Lang::Fr) => format!("Sur {data} ; lecteurs admis : {only}."),
        (false, Lang::En) => format!("On {data}; readers allowed: {only}."),
    }
}

/// Who reads, as the first sentence against a claim.
pub fn reads(actor: &str, data: &str, grade: &str, lang: Lang) -> String {
    lang.pick(format!("{actor} peut lire {data}, {grade}."), format!("{actor} can read {data}, {grade}."))
}

/// Before the others who stand against a claim, at one grade.
pub fn others(grade: &str, first: bool, lang: Lang) -> String {
    match (first, lang) {
        (true, Lang::Fr) => format!("Le peuvent, {grade} :"),
        (true, Lang::En) => format!("Who can, {grade}:"),
        (false, Lang::Fr) => format!("Le peuvent aussi, {grade} :"),
        (false, Lang::En) => format!("Who also can, {grade}:"),
    }
}

/// The activities of a certificate, with their category.
pub fn activities(numbers: &str, physical: bool, managed: bool, lang: Lang) -> String {
    let category = match (physical, managed, lang) {
        (true, true, Lang::Fr) => "infrastructure physique et infogérance",
        (true, true, Lang::En) => "physical infrastructure and managed services",
        (true, false, Lang::Fr) => "infrastructure physique",
        (true, false, Lang::En) => "physical infrastructure",
        (false, true, Lang::Fr) => "infogérance",
        (false, true, Lang::En) => "managed services",
        (false, false, _) => return numbers.to_owned(),
    };
    format!("{numbers} ({category})")
}

/// Until when a certificate runs.
pub fn until(date: &str, lang: Lang) -> String {
    let day = super::day(date, lang);
    lang.pick(format!("jusqu’au {day}"), format!("until {day}"))
}

/// What an order asks, by its identifier.
pub fn order(id: &str, lang: Lang) -> &'static str {
    match (id, lang) {
        ("produce", Lang::Fr) => "Produire ce qui est gardé",
        ("produce", Lang::En) => "Produce what is kept",
        ("intercept", Lang::Fr) => "Intercepter ce qui passe",
        ("intercept", Lang::En) => "Intercept what passes",
        (_, Lang::Fr) => "Modifier le système",
        (_, Lang::En) => "Alter the system",
    }
}

/// Data obtained by an order, when what is kept or what passes says more than the order itself.
pub fn obtained(data: &str, scope: Scope, lang: Lang) -> String {
    match (scope, lang) {
        (Scope::Usual, _) => data.to_owned(),
        (Scope::NextUse, Lang::Fr) => format!("{data} (et le passé, à partir de la prochaine utilisation)"),
        (Scope::NextUse, Lang::En) => format!("{data} (and the past, from next use on)"),
        (Scope::PastOnly, Lang::Fr) => format!("{data} (gardé)"),
        (Scope::PastOnly, Lang::En) => format!("{data} (kept)"),
        (Scope::NewOnly, Lang::Fr) => format!("{data} (désormais)"),
        (Scope::NewOnly, Lang::En) => format!("{data} (from now on)"),
    }
}

/// How far an order reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// As its name says.
    Usual,
    /// Interception that opens the past too.
    NextUse,
    /// Alteration that reaches what is kept only.
    PastOnly,
    /// Alteration that reaches what passes only.
    NewOnly,
}

/// An assumption, and what it is about.
pub fn assumption(assumption: Assumption, about: &str, lang: Lang) -> String {
    let sentence = assumption.sentence(lang);
    match (assumption, about.is_empty(), lang) {
        (_, true, _) => sentence.to_owned(),
        (Assumption::OnePassword, false, _) => format!("{sentence} {about}."),
        (_, false, Lang::Fr) => format!("{sentence} : {about}."),
        (_, false, Lang::En) => format!("{sentence}: {about}."),
    }
}

/// A data asset that no declared link brings to one of its readers.
pub fn unreached(data: &str, reader: &str, lang: Lang) -> String {
    lang.pick(
        format!("Aucun lien déclaré n’amène {data} à un lecteur prévu, {reader} : le modèle est peut-être incomplet."),
        format!("No declared link brings {data} to an intended reader, {reader}: the model may be incomplete."),
    )
}

/// The expectations of a model, and how many came out.
pub fn expectations(held: usize, all: usize, lang: Lang) -> String {
    lang.pick(
        format!("Écrites par l’auteur du modèle : {all}. Obtenues : {held}."),
        format!("Written by the model’s author: {all}. Obtained: {held}."),
    )
}

/// An expectation that did not come out.
pub fn unexpected(what: &str, expected: &str, found: &str, lang: Lang) -> String {
    lang.pick(
        format!("{what} : attendu {expected}, trouvé {found}"),
        format!("{what}: expected {expected}, found {found}"),
    )
}

/// How often a rule applied.
pub fn times(count: usize, lang: Lang) -> String {
    if count == 0 {
        return lang.pick("jamais", "never").to_owned();
    }
    lang.number(u64::try_from(count).unwrap_or(u64::MAX))
}

/// Beside the rule of the report on authorities.
pub fn orders_counted(count: usize, lang: Lang) -> String {
    let count = times(count, lang);
    lang.pick(format!("{count}, dans ce rapport seulement"), format!("{count}, in this report only"))
}

/// The caption of the model's text.
pub fn source_caption(file: &str, hash: &str, several: bool, lang: Lang) -> String {
    match (several, lang) {
        (false, Lang::Fr) => format!("{file} ; empreinte SHA-256 : {hash}"),
        (false, Lang::En) => format!("{file}; SHA-256 hash: {hash}"),
        (true, Lang::Fr) => format!("{file} ; empreinte SHA-256 de tous les fichiers du modèle : {hash}"),
        (true, Lang::En) => format!("{file}; SHA-256 hash of all the files of the model: {hash}"),
    }
}

/// The caption of a file that the model includes.
pub fn part_caption(file: &str, lang: Lang) -> String {
    lang.pick(format!("{file}, inclus dans le modèle"), format!("{file}, included in the model"))
}

/// The word before line numbers.
pub const fn lines_word(count: usize, lang: Lang) -> &'static str {
    match (count, lang) {
        (1, Lang::Fr) => "ligne",
        (_, Lang::Fr) => "lignes",
        (1, Lang::En) => "line",
        (_, Lang::En) => "lines",
    }
}
