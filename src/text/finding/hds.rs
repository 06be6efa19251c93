//! Findings on certificates: what is stated beside what is done. They never bear on who reads.

use super::references::{CERTIFICATE, DELEGATION, PERIMETER};
use super::{References, headed, to_do_head};
use crate::text::Lang;

/// A finding on certificates, or on what they are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HdsRule {
    /// An organisation carries out an activity that its certificate does not mention.
    NotCovered,
    /// The certificate that states the activity has run out.
    Expired,
    /// An organisation leaves operation to a certified one, and reads all the same.
    Delegated,
    /// A flow of health data leaves a host without TLS.
    Perimeter,
}

impl HdsRule {
    /// Every one, in order.
    pub const ALL: [Self; 4] = [Self::NotCovered, Self::Expired, Self::Delegated, Self::Perimeter];

    /// The stable identifier: its meaning never changes.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotCovered => "HDS-01",
            Self::Expired => "HDS-02",
            Self::Delegated => "HDS-03",
            Self::Perimeter => "HDS-04",
        }
    }

    /// The one with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }

    /// The fact.
    pub const fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NotCovered, Lang::Fr) => "Une activité n’est pas mentionnée par le certificat énoncé",
            (Self::NotCovered, Lang::En) => "The certificate that is stated does not mention an activity",
            (Self::Expired, Lang::Fr) => "Le certificat énoncé est échu",
            (Self::Expired, Lang::En) => "The certificate that is stated has expired",
            (Self::Delegated, Lang::Fr) => "L’exploitation est déléguée, et l’accès demeure",
            (Self::Delegated, Lang::En) => "Operation is delegated, and the access remains",
            (Self::Perimeter, Lang::Fr) => "Des données de santé sortent de l’hébergement sans TLS vérifié",
            (Self::Perimeter, Lang::En) => "Health data leave the hosting without a checked TLS",
        }
    }

    /// What follows from it.
    pub const fn so_what(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NotCovered, Lang::Fr) => {
                "D’après ce que le modèle décrit, l’organisation fait plus que ce que son certificat énonce. L’outil n’en conclut rien en droit."
            }
            (Self::NotCovered, Lang::En) => {
                "As the model describes it, the organisation does more than its certificate states. The tool concludes nothing in law."
            }
            (Self::Expired, Lang::Fr) => {
                "Ce qu’il énonçait n’est plus couvert au jour retenu. Aucune réponse n’en change."
            }
            (Self::Expired, Lang::En) => "What it stated is no longer covered on the day taken. No answer changes.",
            (Self::Delegated, Lang::Fr) => {
                "Le certificat de l’infogéreur encadre ses accès, non ceux de qui lui délègue : leurs droits suffisent pour lire."
            }
            (Self::Delegated, Lang::En) => {
                "The operator’s certificate frames its own access, not that of whoever delegates: their rights are enough to read."
            }
            (Self::Perimeter, Lang::Fr) => {
                "Sur ce trajet, qui tient le réseau lit ce qui passe, quel que soit le certificat des deux bouts."
            }
            (Self::Perimeter, Lang::En) => {
                "On this hop, whoever has the network reads what passes, whatever certificates both ends have."
            }
        }
    }

    /// What to do.
    pub const fn do_this(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NotCovered, Lang::Fr) => {
                "demander le certificat et les activités qu’il couvre ; compléter `hds`, ou dire `controller: true` si c’est son propre système."
            }
            (Self::NotCovered, Lang::En) => {
                "ask for the certificate and the activities it covers; complete `hds`, or state `controller: true` if the system is its own."
            }
            (Self::Expired, Lang::Fr) => "demander le certificat en cours, et mettre à jour `hds_until`.",
            (Self::Expired, Lang::En) => "ask for the current certificate, and update `hds_until`.",
            (Self::Delegated, Lang::Fr) => {
                "retirer ces droits, ou les garder et les écrire dans le contrat et dans l’AIPD."
            }
            (Self::Delegated, Lang::En) => {
                "take these rights away, or keep them and record them in the contract and the DPIA."
            }
            (Self::Perimeter, Lang::Fr) => "passer ce lien en TLS 1.3, certificat vérifié. Coût : une configuration.",
            (Self::Perimeter, Lang::En) => {
                "use TLS 1.3 on this link, with a checked certificate. Cost: a configuration."
            }
        }
    }

    /// The query.
    pub const fn logic(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NotCovered, Lang::Fr) => {
                "Une organisation a en main, sauvegarde, ou administre ce qui tient des données de santé, et ses certificats énoncés ne mentionnent pas cette activité."
            }
            (Self::NotCovered, Lang::En) => {
                "An organisation has in hand, backs up or administers what holds health data, and its stated certificates do not mention that activity."
            }
            (Self::Expired, Lang::Fr) => "Le certificat qui énonce l’activité porte une fin antérieure au jour retenu.",
            (Self::Expired, Lang::En) => "The certificate that states the activity ends before the day taken.",
            (Self::Delegated, Lang::Fr) => {
                "Une organisation a des droits là où une autre administre sous un certificat qui énonce l’activité 5, et lit par privilège des données de santé sans être lectrice déclarée."
            }
            (Self::Delegated, Lang::En) => {
                "An organisation has rights where another administers under a certificate that states activity 5, and reads health data by privilege without being a declared reader."
            }
            (Self::Perimeter, Lang::Fr) => {
                "Un lien sans TLS, ou dont le certificat n’est pas vérifié, joint deux hébergements différents, et une donnée de santé y est en clair."
            }
            (Self::Perimeter, Lang::En) => {
                "A link without TLS, or whose certificate is not checked, joins two different hosts, and health data is in clear on it."
            }
        }
    }

    /// When it is raised without mattering.
    pub const fn mistaken(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NotCovered, Lang::Fr) => {
                "Si l’organisation est responsable du traitement et héberge elle-même : `controller: true`."
            }
            (Self::NotCovered, Lang::En) => {
                "If the organisation is the controller and hosts its own data: `controller: true`."
            }
            (Self::Expired, Lang::Fr) => "Si le jour retenu n’est pas celui qui compte : `--date`.",
            (Self::Expired, Lang::En) => "If the day taken is not the one that counts: `--date`.",
            (Self::Delegated, Lang::Fr) => {
                "Si ces personnes sont destinataires par décision : les mettre dans `readers`."
            }
            (Self::Delegated, Lang::En) => "If these people are recipients by decision: put them in `readers`.",
            (Self::Perimeter, Lang::Fr) => {
                "Si le lien reste dans un même hébergement : décrire `runs_on` des deux bouts."
            }
            (Self::Perimeter, Lang::En) => "If the link stays in one hosting: describe `runs_on` of both ends.",
        }
    }

    /// What other catalogues call what it is about.
    pub const fn references(self) -> &'static References {
        match self {
            Self::NotCovered | Self::Expired => &CERTIFICATE,
            Self::Delegated => &DELEGATION,
            Self::Perimeter => &PERIMETER,
        }
    }
}

fixed! {
    /// Title of the section.
    heading => "Certificats HDS énoncés, et ce que chacun fait", "HDS certificates stated, and what each does";
}

/// Which activities a finding is about.
pub fn activities(numbers: &[u8], lang: Lang) -> String {
    let numbers: Vec<String> = numbers.iter().map(u8::to_string).collect();
    match (numbers.len(), lang) {
        (1, Lang::Fr) => format!("activité {}", numbers[0]),
        (1, Lang::En) => format!("activity {}", numbers[0]),
        (_, Lang::Fr) => format!("activités {}", lang.list(&numbers)),
        (_, Lang::En) => format!("activities {}", lang.list(&numbers)),
    }
}

/// `Do this: …`.
pub fn to_do(text: &str, lang: Lang) -> String {
    headed(to_do_head(lang), text, lang)
}
