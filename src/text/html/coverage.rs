//! Sentences of what was looked at: rules that fired or not, what was skipped and why, what is out of sight.

use crate::text::Lang;

fixed! {
    /// Somebody reads by privilege who is not meant to.
    reader => "Lecteur non prévu", "Unintended reader";
    /// An answer depends on what is not known.
    undetermined => "Réponse qui dépend d’un fait non connu", "Answer that depends on a fact not known";
    /// A claim is refuted.
    claim => "Affirmation réfutée", "Refuted claim";
    /// An answer is not the expected one.
    expectation => "Réponse inattendue", "Unexpected answer";
    /// An accepted risk has expired.
    acceptance_expired => "Risque accepté échu", "Expired accepted risk";
    /// An accepted risk covers nothing.
    acceptance_unmatched => "Risque accepté sans constat", "Accepted risk without a finding";
    /// An accepted risk is compared with no day.
    acceptance_undated => "Risque accepté non jugé", "Accepted risk not judged";
}

/// How many rules of the computation applied.
pub fn applied(fired: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => {
            format!("Se sont appliquées : {fired} règles sur {all}. Les autres n’ont rien trouvé à quoi s’appliquer.")
        }
        Lang::En => format!("Rules that applied: {fired} of {all}. The others found nothing to apply to."),
    }
}

/// How many rules of the catalogue were raised, looked at in vain, or not looked at.
pub fn tally([raised, quiet, skipped]: [usize; 3], lang: Lang) -> String {
    match lang {
        Lang::Fr => {
            format!(
                "Règles levées : {raised} ; non levées : {quiet} ; non examinées, ou en partie, ou sans objet : {skipped}."
            )
        }
        Lang::En => format!(
            "Rules raised: {raised}; not raised: {quiet}; not looked at, or in part, or that do not apply: {skipped}."
        ),
    }
}

/// How often a rule is raised.
pub fn raised(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => "une fois".to_owned(),
        (_, Lang::Fr) => format!("{count} fois"),
        (1, Lang::En) => "once".to_owned(),
        (_, Lang::En) => format!("{count} times"),
    }
}

/// Why a rule was not looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Skipped {
    /// The model says nothing of that: names already in words.
    Silent(String),
    /// It says nothing of a part of it: names already in words.
    Partly(String),
    /// It states no certificate.
    NoCertificate,
    /// Nothing says on which day certificates are judged, or until when they run.
    NoDay,
    /// No stated certificate mentions activity 5.
    NoOperator,
    /// Nobody is said to host health data for others.
    NoHost,
    /// It has no claim.
    NoClaim,
    /// It has no expected answer.
    NoExpectation,
    /// It has no unknown.
    NoUnknown,
    /// It has no accepted risk.
    NoAcceptance,
    /// Accepted risks are there, and no day to judge them.
    UndatedAcceptance,
}

impl Skipped {
    /// The reason, after the state.
    pub fn reason(&self, lang: Lang) -> String {
        let (fr, en) = match self {
            Self::Silent(topics) => {
                return lang.pick(
                    format!("non examinée : le modèle ne dit rien de ceci – {topics}"),
                    format!("not looked at: the model says nothing of this – {topics}"),
                );
            }
            Self::Partly(topics) => {
                return lang.pick(
                    format!("examinée en partie : le modèle ne dit rien de ceci – {topics}"),
                    format!("looked at in part: the model says nothing of this – {topics}"),
                );
            }
            Self::NoCertificate => {
                ("non examinée : le modèle n’énonce aucun certificat", "not looked at: the model states no certificate")
            }
            Self::NoDay => (
                "non examinée : aucune fin de certificat n’est énoncée, ou aucun jour pour en juger",
                "not looked at: no certificate has a stated end, or there is no day to judge it",
            ),
            Self::NoOperator => (
                "non examinée : aucun certificat énoncé ne mentionne l’activité 5",
                "not looked at: no stated certificate mentions activity 5",
            ),
            Self::NoHost => (
                "non examinée : personne n’héberge de données de santé dans ce modèle",
                "not looked at: nobody hosts health data in this model",
            ),
            Self::NoClaim => {
                ("sans objet : le modèle ne rapporte aucune affirmation", "does not apply: the model reports no claim")
            }
            Self::NoExpectation => {
                ("sans objet : aucune réponse attendue n’est écrite", "does not apply: no expected answer is written")
            }
            Self::NoUnknown => {
                ("sans objet : rien n’est déclaré inconnu", "does not apply: nothing is declared unknown")
            }
            Self::NoAcceptance => (
                "sans objet : aucun risque n’est accepté dans le modèle",
                "does not apply: no risk is accepted in the model",
            ),
            Self::UndatedAcceptance => (
                "non examinée : aucun jour pour juger des échéances (`system.date`, ou `--date`)",
                "not looked at: no day to judge the dates (`system.date`, or `--date`)",
            ),
        };
        lang.pick(fr, en).to_owned()
    }
}

/// Single changes that were not computed.
pub fn changes_skipped(count: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Changements isolés : {count} sur {all}, le modèle en demanderait trop."),
        Lang::En => format!("Single changes: {count} of {all}, this model would ask for too much."),
    }
}

/// Remedies that were not computed.
pub fn remedies_skipped(count: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Remèdes : ceux de {count} constats sur {all}, le modèle en demanderait trop."),
        Lang::En => format!("Remedies: those of {count} findings of {all}, this model would ask for too much."),
    }
}

/// What the tool does not look at, one by one.
pub const fn apart(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Fr => [
            "Le système réel : l’outil lit une description, et ne se connecte à rien.",
            "Les défauts de programmation et de configuration qui ne sont pas décrits.",
            "La disponibilité des données, leur intégrité, leur perte.",
            "La qualité des mots de passe, des clés et des algorithmes, au-delà de ce qui est déclaré.",
            "Le droit : l’outil donne des faits, et ne conclut pas.",
        ],
        Lang::En => [
            "The real system: the tool reads a description, and connects to nothing.",
            "Bugs and configuration mistakes that are not described.",
            "Availability of the data, its integrity, its loss.",
            "How good passwords, keys and algorithms are, beyond what is declared.",
            "Law: the tool gives facts, and draws no conclusion.",
        ],
    }
}

/// What the model says nothing of: nothing was computed about it.
pub fn silent(topics: &str, lang: Lang) -> String {
    lang.pick(
        format!("Dans ce modèle, ce dont il ne dit rien : {topics}."),
        format!("In this model, what it says nothing of: {topics}."),
    )
}
