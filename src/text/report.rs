//! Sentences shared by every report: the answer, the ladder, claims, certificates, compulsion.

use super::rules::GradeText;
use super::{Both, Lang};

/// How many actors at each grade, and who.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// What the data is called: health data, or all data.
    pub health: bool,
    /// Whether it is about all data but metadata, of which there are some.
    pub apart: bool,
    /// Actors who read by privilege without being meant to.
    pub privilege: Vec<Both>,
    /// Actors who read by tampering, and no easier.
    pub tampering: Vec<Both>,
    /// Actors who read by breach, and no easier.
    pub breach: Vec<Both>,
    /// Whether all of those are adversaries.
    pub all_adversaries: bool,
}

impl Answer {
    /// The answer in one sentence.
    pub fn headline(&self, lang: Lang) -> String {
        let data = match (self.health, self.apart, lang) {
            (true, _, Lang::Fr) => "des données de santé",
            (true, _, Lang::En) => "health data",
            (false, false, Lang::Fr) => "des données",
            (false, false, Lang::En) => "data",
            (false, true, Lang::Fr) => "des données (hors métadonnées)",
            (false, true, Lang::En) => "data (metadata apart)",
        };
        let names = |list: &[Both]| -> String {
            let shown: Vec<String> = list.iter().take(6).map(|both| both.get(lang).to_owned()).collect();
            if list.len() > shown.len() {
                let more = list.len() - shown.len();
                return format!(
                    "{}, {}",
                    shown.join(", "),
                    lang.pick(format!("et {more} de plus"), format!("and {more} more"))
                );
            }
            lang.list(&shown)
        };
        if !self.privilege.is_empty() {
            let (count, who) = (self.privilege.len(), names(&self.privilege));
            return match (lang, count) {
                (Lang::Fr, 1) => {
                    format!("Un acteur non prévu peut lire {data} en clair, avec les droits qu’il a déjà : {who}.")
                }
                (Lang::Fr, _) => {
                    format!(
                        "{count} acteurs non prévus peuvent lire {data} en clair, avec les droits qu’ils ont déjà : {who}."
                    )
                }
                (Lang::En, 1) => {
                    format!("One unintended actor can read {data} in plaintext, with rights it already has: {who}.")
                }
                (Lang::En, _) => {
                    format!(
                        "{count} unintended actors can read {data} in plaintext, with rights they already have: {who}."
                    )
                }
            };
        }
        if !self.tampering.is_empty() {
            let (count, who) = (self.tampering.len(), names(&self.tampering));
            return match (lang, count) {
                (Lang::Fr, 1) => format!(
                    "Avec les droits accordés, personne d’autre que les lecteurs prévus ne peut lire {data} ; en altérant le système, un acteur le peut : {who}."
                ),
                (Lang::Fr, _) => format!(
                    "Avec les droits accordés, personne d’autre que les lecteurs prévus ne peut lire {data} ; en altérant le système, {count} acteurs le peuvent : {who}."
                ),
                (Lang::En, 1) => format!(
                    "With the rights granted, nobody but the intended readers can read {data}; by tampering with the system, one actor can: {who}."
                ),
                (Lang::En, _) => format!(
                    "With the rights granted, nobody but the intended readers can read {data}; by tampering with the system, {count} actors can: {who}."
                ),
            };
        }
        if !self.breach.is_empty() {
            let count = self.breach.len();
            let who = match (self.all_adversaries, count, lang) {
                (true, 1, Lang::Fr) => "adversaire",
                (true, _, Lang::Fr) => "adversaires",
                (true, 1, Lang::En) => "adversary",
                (true, _, Lang::En) => "adversaries",
                (false, 1, Lang::Fr) => "acteur",
                (false, _, Lang::Fr) => "acteurs",
                (false, 1, Lang::En) => "actor",
                (false, _, Lang::En) => "actors",
            };
            return match lang {
                Lang::Fr => format!(
                    "Dans ce modèle, personne d’autre que les lecteurs prévus ne peut lire {data}, sauf par effraction ({count} {who})."
                ),
                Lang::En => format!(
                    "In this model, nobody but the intended readers can read {data}, except by breach ({count} {who})."
                ),
            };
        }
        match lang {
            Lang::Fr => format!("Dans ce modèle, personne d’autre que les lecteurs prévus ne peut lire {data}."),
            Lang::En => format!("In this model, nobody but the intended readers can read {data}."),
        }
    }
}

/// What becomes of a claim, by its identifier.
pub fn claim_verdict(id: &str, lang: Lang) -> &'static str {
    match (id, lang) {
        ("holds", Lang::Fr) => "tient",
        ("holds", Lang::En) => "holds",
        ("tampering", Lang::Fr) => "tient, sauf par altération",
        ("tampering", Lang::En) => "holds, except by tampering",
        ("refuted", Lang::Fr) => "réfutée",
        ("refuted", Lang::En) => "refuted",
        (_, Lang::Fr) => "indéterminée",
        (_, Lang::En) => "undetermined",
    }
}

/// What an order compels, by its identifier.
pub fn order(id: &str, lang: Lang) -> &'static str {
    match (id, lang) {
        ("produce", Lang::Fr) => "produire",
        ("produce", Lang::En) => "produce",
        ("intercept", Lang::Fr) => "intercepter",
        ("intercept", Lang::En) => "intercept",
        (_, Lang::Fr) => "modifier",
        (_, Lang::En) => "alter",
    }
}

/// A grade by its position: design, privilege, tampering, breach, none.
pub fn grade(position: usize) -> GradeText {
    GradeText::ALL.get(position).copied().unwrap_or(GradeText::None)
}
