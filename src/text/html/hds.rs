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

fixed! {
    /// There is nothing to set side by side.
    no_health => "Ce modèle ne décrit ni donnée de santé ni certificat : HDS n’y a pas d’objet.", "This model describes neither health data nor a certificate: HDS has no object here.";
    /// What was computed again, and what certificates are for.
    checked => "Un certificat n’entre pas dans le calcul : il encadre l’accès et ne l’empêche pas. Vérifié en recalculant tout sans aucun certificat, puis avec tous.",
        "A certificate does not enter the computation: it frames access and does not prevent it. Checked by computing all again with no certificate, then with every one.";
    /// What the numbers of the requirements are of.
    exi => "EXI : exigence du référentiel HDS v2, par son numéro.", "EXI: a requirement of the HDS v2 reference text, by its number.";
    /// Caption of the readers whom end-to-end encryption changes.
    readers => "Qui lit des données de santé par privilège sans y être prévu : avec un certificat, puis de bout en bout",
        "Who reads health data by privilege without being meant to: with a certificate, then end-to-end";
}

/// Data that the model has end-to-end already.
pub fn already(data: &str, lang: Lang) -> String {
    lang.pick(
        format!("Déjà de bout en bout dans ce modèle, et donc hors de ce compte : {data}."),
        format!("End-to-end in this model already, and so not counted here: {data}."),
    )
}

/// Caption of the readers that there would be, if such data were not end-to-end already.
pub fn otherwise(data: &str, lang: Lang) -> String {
    lang.pick(
        format!("Si cela n’était pas déjà de bout en bout ({data}) : en transit et au repos, puis de bout en bout"),
        format!("If this were not end-to-end already ({data}): in transit and at rest, then end-to-end"),
    )
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
