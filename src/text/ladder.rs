//! The ladder in words: its rungs, what was filled for them, and what each step bought.

use super::Lang;

/// A rung of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RungText {
    /// No encryption.
    None,
    /// In transit.
    Transit,
    /// At rest too.
    AtRest,
    /// By the application too.
    Application,
    /// End-to-end too.
    EndToEnd,
    /// As the model says.
    Declared,
}

impl RungText {
    /// Its name in a table.
    pub const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::None, Lang::Fr) => "aucun chiffrement",
            (Self::None, Lang::En) => "no encryption",
            (Self::Transit, Lang::Fr) => "en transit",
            (Self::Transit, Lang::En) => "in transit",
            (Self::AtRest, Lang::Fr) => "+ au repos",
            (Self::AtRest, Lang::En) => "+ at rest",
            (Self::Application, Lang::Fr) => "+ par l’application",
            (Self::Application, Lang::En) => "+ by the application",
            (Self::EndToEnd, Lang::Fr) => "+ de bout en bout",
            (Self::EndToEnd, Lang::En) => "+ end-to-end",
            (Self::Declared, Lang::Fr) => "tel que déclaré",
            (Self::Declared, Lang::En) => "as declared",
        }
    }

    /// What it is, as the subject of a sentence.
    const fn subject(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::None | Self::Declared, _) => self.name(lang),
            (Self::Transit, Lang::Fr) => "Le chiffrement en transit",
            (Self::Transit, Lang::En) => "Encryption in transit",
            (Self::AtRest, Lang::Fr) => "Le chiffrement au repos",
            (Self::AtRest, Lang::En) => "Encryption at rest",
            (Self::Application, Lang::Fr) => "Le chiffrement par l’application",
            (Self::Application, Lang::En) => "Encryption by the application",
            (Self::EndToEnd, Lang::Fr) => "Le chiffrement de bout en bout",
            (Self::EndToEnd, Lang::En) => "End-to-end encryption",
        }
    }
}

/// Whom a rung stops and holds back, in words; empty where nobody is.
#[derive(Debug, Clone, Default)]
pub struct StepNames {
    /// Those who no longer read.
    pub stopped: String,
    /// Those who need more than privilege.
    pub held: String,
    /// Those for whom it is harder, or gives less.
    pub partly: String,
    /// Those who read more easily.
    pub nearer: String,
    /// How many read by privilege before, and after.
    pub privilege: (usize, usize),
}

impl StepNames {
    /// What a rung bought, in a few sentences.
    pub fn sentences(&self, rung: RungText, lang: Lang) -> String {
        let subject = rung.subject(lang);
        let alone = self.held.is_empty() && self.partly.is_empty() && self.nearer.is_empty();
        let mut said = vec![match (self.stopped.is_empty(), alone, lang) {
            (true, true, Lang::Fr) => format!("{subject} n’arrête personne, dans ce modèle."),
            (true, true, Lang::En) => format!("{subject} stops nobody, in this model."),
            (true, false, Lang::Fr) => format!("{subject} ne met personne hors d’atteinte."),
            (true, false, Lang::En) => format!("{subject} puts nobody out of reach."),
            (false, true, Lang::Fr) => format!("{subject} n’arrête que : {}.", self.stopped),
            (false, true, Lang::En) => format!("{subject} stops only: {}.", self.stopped),
            (false, false, Lang::Fr) => format!("{subject} arrête : {}.", self.stopped),
            (false, false, Lang::En) => format!("{subject} stops: {}.", self.stopped),
        }];
        said.extend(self.moved(nearer(lang), lang));
        said.push(by_privilege(self.privilege, lang));
        said.join(" ")
    }

    /// Whom a single change moves, a sentence for each list.
    pub fn changes(&self, lang: Lang) -> Vec<String> {
        let mut said = self.moves(lang);
        if !said.is_empty() && self.privilege.0 != self.privilege.1 {
            said.push(by_privilege(self.privilege, lang));
        }
        said
    }

    /// The same without how many read by privilege.
    pub fn moves(&self, lang: Lang) -> Vec<String> {
        let stopped = (!self.stopped.is_empty()).then(|| told(stopped(lang), &self.stopped, lang));
        stopped.into_iter().chain(self.moved(now(lang), lang)).collect()
    }

    /// Those who still read, and those who read more.
    fn moved(&self, nearer: &str, lang: Lang) -> Vec<String> {
        let lists = [(held(lang), &self.held), (partly(lang), &self.partly), (nearer, &self.nearer)];
        let lists = lists.into_iter().filter(|(_, names)| !names.is_empty());
        lists.map(|(before, names)| told(before, names, lang)).collect()
    }
}

fn told(before: &str, names: &str, lang: Lang) -> String {
    format!("{before}{} {names}.", lang.pick(" :", ":"))
}

/// On which data the steps are told, and that others remain.
pub const fn scope(health: bool, apart: bool, lang: Lang) -> &'static str {
    match (health, apart, lang) {
        (true, _, Lang::Fr) => "Sur les données de santé seules : qui ne les lit plus peut en lire d’autres.",
        (true, _, Lang::En) => "On health data alone: who no longer reads them may read others.",
        (false, true, Lang::Fr) => "Sur les données, métadonnées à part : qui ne les lit plus peut lire celles-ci.",
        (false, true, Lang::En) => "On data, metadata apart: who no longer reads them may read those.",
        (false, false, Lang::Fr) => "Sur toutes les données.",
        (false, false, Lang::En) => "On all data.",
    }
}

fixed! {
    /// Who no longer reads.
    stopped => "Ne lit plus", "No longer reads";
    /// Who reads more easily once a change is done.
    now => "Lit plus, ou plus facilement", "Reads more, or more easily";
    /// Who needs more than privilege.
    held => "Ne lit plus sans altération ni effraction", "No longer reads without tampering or a breach";
    /// For whom it is harder, or gives less.
    partly => "Lit moins, ou plus difficilement", "Reads less, or with more effort";
    /// Who reads more easily.
    nearer => "Lit plus facilement, par ce qui est supposé", "Reads more easily, through what is assumed";
}

/// How many read by privilege before and after.
pub fn by_privilege((before, after): (usize, usize), lang: Lang) -> String {
    match (before == after, lang) {
        (true, Lang::Fr) => format!("Lecteurs non prévus par privilège : {after}, comme avant."),
        (true, Lang::En) => format!("Unintended readers by privilege: {after}, as before."),
        (false, Lang::Fr) => format!("Lecteurs non prévus par privilège : {after}, au lieu de {before}."),
        (false, Lang::En) => format!("Unintended readers by privilege: {after}, instead of {before}."),
    }
}

/// Something filled for a rung; `names` are what it is about, `others` the services trusted for recipients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FillText {
    /// TLS on links.
    Tls,
    /// Encrypted volumes.
    Volume,
    /// Encryption by the application.
    Application,
    /// End-to-end encryption.
    EndToEnd,
    /// No end.
    NoEnd,
    /// Content encryption left out.
    ContentLeftOut,
}

impl FillText {
    /// The sentence that states what was filled.
    pub fn sentence(self, names: &str, others: &str, lang: Lang) -> String {
        match (self, lang) {
            (Self::Tls, Lang::Fr) => format!("TLS 1.3 supposé sur les liens {names}."),
            (Self::Tls, Lang::En) => format!("TLS 1.3 assumed on the links {names}."),
            (Self::Volume, Lang::Fr) => format!("Disque chiffré supposé, clé chez l’hébergeur : {names}."),
            (Self::Volume, Lang::En) => format!("Encrypted disk assumed, its key with the host: {names}."),
            (Self::Application, Lang::Fr) => format!(
                "Chiffrement supposé par les services qui lisent ces stockages, avec une clé qu’ils gardent : {names}."
            ),
            (Self::Application, Lang::En) => {
                format!(
                    "Encryption assumed by the services that read these storages, with a key that they keep: {names}."
                )
            }
            (Self::EndToEnd, Lang::Fr) if others.is_empty() => {
                format!(
                    "Bout en bout supposé entre les terminaux des lecteurs : {names} ; clés échangées de la main à la main."
                )
            }
            (Self::EndToEnd, Lang::En) if others.is_empty() => {
                format!("End-to-end assumed between the readers’ clients: {names}; keys exchanged out of band.")
            }
            (Self::EndToEnd, Lang::Fr) => format!(
                "Bout en bout supposé entre les terminaux des lecteurs : {names} ; destinataires appris auprès de {others}, sans vérification ; code livré comme déclaré."
            ),
            (Self::EndToEnd, Lang::En) => format!(
                "End-to-end assumed between the readers’ clients: {names}; recipients learnt from {others}, unverified; code delivered as declared."
            ),
            (Self::NoEnd, Lang::Fr) => format!("Aucun terminal de lecteur n’échange {names} : inchangé."),
            (Self::NoEnd, Lang::En) => format!("No reader’s client exchanges {names}: unchanged."),
            (Self::ContentLeftOut, Lang::Fr) => {
                format!("Le chiffrement du contenu déclaré est laissé de côté : {names}.")
            }
            (Self::ContentLeftOut, Lang::En) => format!("The declared content encryption is left out: {names}."),
        }
    }
}
