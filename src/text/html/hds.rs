//! Sentences of HDS beside end-to-end encryption.

use crate::text::Lang;

/// One of two sides: its title, what its number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Certificates.
    Certificates,
    /// End-to-end encryption.
    EndToEnd,
}

impl Side {
    /// Its heading.
    pub const fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Certificates, Lang::Fr) => "Les certificats HDS",
            (Self::Certificates, Lang::En) => "HDS certificates",
            (Self::EndToEnd, Lang::Fr) => "Le bout en bout",
            (Self::EndToEnd, Lang::En) => "End-to-end encryption",
        }
    }
}

/// What end-to-end encryption is.
pub const fn meaning(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Seuls les terminaux des lecteurs prévus ont la clé ; tout le modèle est recalculé ainsi.",
        Lang::En => "Only the devices of intended readers have the key; the whole model is computed again so.",
    }
}

/// What a number of changed answers counts.
pub fn changed(count: usize, of: usize, lang: Lang) -> String {
    let of = lang.number(u64::try_from(of).unwrap_or(u64::MAX));
    match (count, lang) {
        (0 | 1, Lang::Fr) => format!("réponse changée sur {of}"),
        (_, Lang::Fr) => format!("réponses changées sur {of}"),
        (1, Lang::En) => format!("of {of} answers is changed"),
        (_, Lang::En) => format!("of {of} answers are changed"),
    }
}

/// How many readings of health data no longer need privilege alone.
pub fn stopped(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, Lang::Fr) => "Aucune lecture de données de santé par privilège ne cesse.".to_owned(),
        (0, Lang::En) => "No reading of health data by privilege stops.".to_owned(),
        (1, Lang::Fr) => "Une lecture de données de santé par privilège cesse.".to_owned(),
        (1, Lang::En) => "One reading of health data by privilege stops.".to_owned(),
        (_, Lang::Fr) => format!("{count} lectures de données de santé par privilège cessent."),
        (_, Lang::En) => format!("{count} readings of health data by privilege stop."),
    }
}
