//! What a claim is checked as, and what the words of claims do and do not say.

mod words;

use super::Lang;

pub use words::{Word, words_in};

/// The statement that a claim is checked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Nobody but these actors reads.
    Only,
    /// None of these actors reads.
    Not,
    /// Nobody reads without each of these keys.
    Without,
    /// Nobody reads by privilege.
    NobodyByPrivilege,
    /// Nobody reads, even by tampering.
    NobodyByTampering,
    /// Only these clients have the plaintext.
    EndToEnd,
}

/// The statement in one phrase, about some data and the actors, keys or clients that it names.
pub fn checked(form: Form, data: &[String], named: &[String], lang: Lang) -> String {
    let data = lang.either(data);
    let keys = match (named, lang) {
        ([one], _) => one.clone(),
        (_, Lang::Fr) => format!("l’une de ces clés ({})", named.join(", ")),
        (_, Lang::En) => format!("any one of these keys ({})", named.join(", ")),
    };
    let list = lang.list(named);
    match (form, lang) {
        (Form::Only, Lang::Fr) if named.is_empty() => format!("personne ne peut lire {data}"),
        (Form::Only, Lang::En) if named.is_empty() => format!("nobody can read {data}"),
        (Form::Only, Lang::Fr) => format!("personne d’autre que {list} ne peut lire {data}"),
        (Form::Only, Lang::En) => format!("nobody but {list} can read {data}"),
        (Form::Not, Lang::Fr) => format!("aucun de ces acteurs ne peut lire {data} : {list}"),
        (Form::Not, Lang::En) => format!("none of these actors can read {data}: {list}"),
        (Form::Without, Lang::Fr) => {
            format!("sans {keys}, personne d’autre que les lecteurs prévus ne peut lire {data}")
        }
        (Form::Without, Lang::En) => format!("without {keys}, nobody but the intended readers can read {data}"),
        (Form::NobodyByPrivilege, Lang::Fr) => {
            format!("personne d’autre que les lecteurs prévus ne peut lire {data} par privilège")
        }
        (Form::NobodyByPrivilege, Lang::En) => {
            format!("nobody but the intended readers can read {data} by privilege")
        }
        (Form::NobodyByTampering, Lang::Fr) => {
            format!("personne d’autre que les lecteurs prévus ne peut lire {data}, par privilège ou par altération")
        }
        (Form::NobodyByTampering, Lang::En) => {
            format!("nobody but the intended readers can read {data}, by privilege or by tampering")
        }
        (Form::EndToEnd, Lang::Fr) => format!(
            "rien de {data} n’est en clair ailleurs que sur ces terminaux ({list}), ni lu par d’autres que les lecteurs prévus"
        ),
        (Form::EndToEnd, Lang::En) => format!(
            "nothing of {data} is in plaintext but on these clients ({list}), or read by others than the intended readers"
        ),
    }
}

/// The line under a claim that says what it is checked as.
pub fn checked_as(phrase: &str, lang: Lang) -> String {
    lang.pick(format!("vérifiée ainsi : {phrase}"), format!("checked as: {phrase}"))
}

/// Components that have the plaintext of an end-to-end claim.
pub fn elsewhere(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("en clair aussi, ou déchiffrable, sur : {names}"),
        format!("also in plaintext, or opened, at: {names}"),
    )
}

/// A word of a claim, explained.
pub fn explained(word: Word, lang: Lang) -> String {
    let (name, text) = (lang.quote(word.name(lang)), word.explanation(lang));
    format!("{name} {text}")
}

/// Who else refutes a claim that also excludes tampering.
pub fn refuted_too_by_tampering(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("la réfutent aussi, par privilège ou par altération : {names}"),
        format!("also refuted, by privilege or by tampering, by: {names}"),
    )
}
