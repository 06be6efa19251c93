//! Topics that a model may say nothing of: what they are called, and what to ask.

use super::Lang;

/// Something that nearly every system has, and that is forgotten nearly as often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Copies of storages.
    Backups,
    /// Logs.
    Logs,
    /// Error tracking.
    ErrorTracking,
    /// Analytics.
    Analytics,
    /// Push notifications.
    Push,
    /// Mails and text messages.
    Notifications,
    /// Support that sees what users see.
    Support,
    /// How people sign in, and get in again without their factors.
    SignIn,
    /// Who supplies the code of a service.
    CodeSupply,
    /// What becomes of a key that is lost.
    Recovery,
    /// Staging copies.
    Staging,
    /// Exports to partners.
    Exports,
    /// What stands in front of the system and ends TLS.
    Cdn,
    /// Management of the devices.
    DeviceManagement,
}

impl Topic {
    /// Every topic, in the order in which they are asked.
    pub const ALL: [Self; 14] = [
        Self::Backups,
        Self::Logs,
        Self::ErrorTracking,
        Self::Analytics,
        Self::Push,
        Self::Notifications,
        Self::Support,
        Self::SignIn,
        Self::CodeSupply,
        Self::Recovery,
        Self::Staging,
        Self::Exports,
        Self::Cdn,
        Self::DeviceManagement,
    ];

    /// The stable identifier, which is also the word of `has_no` where there is one.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Backups => "backups",
            Self::Logs => "logs",
            Self::ErrorTracking => "error-tracking",
            Self::Analytics => "analytics",
            Self::Push => "push",
            Self::Notifications => "notifications",
            Self::Support => "support",
            Self::SignIn => "sign-in",
            Self::CodeSupply => "code-supply",
            Self::Recovery => "recovery",
            Self::Staging => "staging",
            Self::Exports => "exports",
            Self::Cdn => "cdn",
            Self::DeviceManagement => "device-management",
        }
    }

    /// The name of the topic, in a list.
    pub const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Backups, Lang::Fr) => "sauvegardes",
            (Self::Backups, Lang::En) => "backups",
            (Self::Logs, Lang::Fr) => "journaux",
            (Self::Logs, Lang::En) => "logs",
            (Self::ErrorTracking, Lang::Fr) => "suivi d’erreurs",
            (Self::ErrorTracking, Lang::En) => "error tracking",
            (Self::Analytics, Lang::Fr) => "mesure d’audience",
            (Self::Analytics, Lang::En) => "analytics",
            (Self::Push, Lang::Fr) => "notifications push",
            (Self::Push, Lang::En) => "push notifications",
            (Self::Notifications, Lang::Fr) => "courriels et SMS",
            (Self::Notifications, Lang::En) => "mails and text messages",
            (Self::Support, Lang::Fr) => "accès du support",
            (Self::Support, Lang::En) => "support access",
            (Self::SignIn, Lang::Fr) => "connexion",
            (Self::SignIn, Lang::En) => "sign-in",
            (Self::CodeSupply, Lang::Fr) => "fourniture du code",
            (Self::CodeSupply, Lang::En) => "code supply",
            (Self::Recovery, Lang::Fr) => "récupération des clés",
            (Self::Recovery, Lang::En) => "key recovery",
            (Self::Staging, Lang::Fr) => "préproduction",
            (Self::Staging, Lang::En) => "staging",
            (Self::Exports, Lang::Fr) => "exports vers des partenaires",
            (Self::Exports, Lang::En) => "exports to partners",
            (Self::Cdn, Lang::Fr) => "CDN ou proxy",
            (Self::Cdn, Lang::En) => "CDN or proxy",
            (Self::DeviceManagement, Lang::Fr) => "gestion des appareils",
            (Self::DeviceManagement, Lang::En) => "device management",
        }
    }

    /// The question to ask; `label` is what it is about, where that is one thing.
    pub fn question(self, label: &str, lang: Lang) -> String {
        let fixed = match (self, lang) {
            (Self::SignIn, Lang::Fr) => {
                return format!("Compte de {label} : comment se connecte-t-on, et comment le récupère-t-on ?");
            }
            (Self::SignIn, Lang::En) => {
                return format!("Account of {label}: how does one sign in, and how is it recovered?");
            }
            (Self::CodeSupply, Lang::Fr) => return format!("D’où vient le code de {label}, et qui peut le changer ?"),
            (Self::CodeSupply, Lang::En) => {
                return format!("Where does the code of {label} come from, and who can change it?");
            }
            (Self::Backups, Lang::Fr) => "Y a-t-il des sauvegardes, chez qui, et qui en a la clé ?",
            (Self::Backups, Lang::En) => "Are there backups, with whom, and who has their key?",
            (Self::Logs, Lang::Fr) => "Y a-t-il des journaux, chez qui, et que gardent-ils ?",
            (Self::Logs, Lang::En) => "Are there logs, with whom, and what do they keep?",
            (Self::ErrorTracking, Lang::Fr) => "Y a-t-il un suivi d’erreurs, chez qui, et que lui envoie-t-on ?",
            (Self::ErrorTracking, Lang::En) => "Is there an error tracker, with whom, and what is sent to it?",
            (Self::Analytics, Lang::Fr) => {
                "Y a-t-il une mesure d’audience ou d’usage, chez qui, et que lui envoie-t-on ?"
            }
            (Self::Analytics, Lang::En) => "Are there analytics, with whom, and what is sent to them?",
            (Self::Push, Lang::Fr) => "Y a-t-il des notifications push, par qui passent-elles, et que disent-elles ?",
            (Self::Push, Lang::En) => "Are there push notifications, through whom, and what do they say?",
            (Self::Notifications, Lang::Fr) => "Envoie-t-on des courriels ou des SMS, par qui, et que disent-ils ?",
            (Self::Notifications, Lang::En) => "Are mails or text messages sent, through whom, and what do they say?",
            (Self::Support, Lang::Fr) => "Le support peut-il voir les données d’un utilisateur, et avec quel outil ?",
            (Self::Support, Lang::En) => "Can support see a user’s data, and with which tool?",
            (Self::Recovery, Lang::Fr) => "Comment retrouve-t-on ses données quand la clé d’un terminal est perdue ?",
            (Self::Recovery, Lang::En) => "How does one get data back when the key of a device is lost?",
            (Self::Staging, Lang::Fr) => {
                "Y a-t-il une préproduction ou des tests avec de vraies données, et qui y a accès ?"
            }
            (Self::Staging, Lang::En) => "Are there staging or test copies of real data, and who has access to them?",
            (Self::Exports, Lang::Fr) => "Transmet-on des données à des partenaires, lesquelles, et comment ?",
            (Self::Exports, Lang::En) => "Is data passed on to partners, which data, and how?",
            (Self::Cdn, Lang::Fr) => "Un CDN, un pare-feu applicatif ou un proxy termine-t-il le TLS, et chez qui ?",
            (Self::Cdn, Lang::En) => "Does a CDN, an application firewall or a proxy end TLS, and with whom?",
            (Self::DeviceManagement, Lang::Fr) => "Les appareils sont-ils administrés à distance, et par qui ?",
            (Self::DeviceManagement, Lang::En) => "Are the devices managed remotely, and by whom?",
        };
        fixed.to_owned()
    }

    /// The two answers it decides between: at worst, at best.
    pub const fn answers(self, lang: Lang) -> (&'static str, &'static str) {
        match (self, lang) {
            (Self::Backups, Lang::Fr) => ("une copie lisible, dont ce calcul ne tient pas compte", "il n’y en a pas"),
            (Self::Backups, Lang::En) => ("a readable copy, which this computation leaves out", "there is none"),
            (Self::Logs | Self::ErrorTracking | Self::Analytics, Lang::Fr) => {
                ("oui, et quelqu’un y garde des données en clair", "il n’y en a pas")
            }
            (Self::ErrorTracking, Lang::En) => ("there is one, and it keeps data in clear", "there is none"),
            (Self::Logs | Self::Analytics, Lang::En) => {
                ("there are, and somebody keeps data in clear there", "there are none")
            }
            (Self::Push | Self::Notifications, Lang::Fr) => {
                ("oui, et qui les transporte garde des données en clair", "il n’y en a pas")
            }
            (Self::Push | Self::Notifications, Lang::En) => {
                ("yes, and whoever carries them keeps data in clear", "there are none")
            }
            (Self::Support, Lang::Fr) => ("oui, tout ce que voit l’utilisateur", "non, il n’y a pas d’outil pour cela"),
            (Self::Support, Lang::En) => ("yes, all that the user sees", "no, there is no tool for that"),
            (Self::SignIn, Lang::Fr) => {
                ("un mot de passe, et un courriel suffit à le changer", "il n’y a pas de compte")
            }
            (Self::SignIn, Lang::En) => ("a password, and a mail is enough to change it", "there is no account"),
            (Self::CodeSupply, Lang::Fr) => ("quelqu’un que le modèle ne nomme pas", "personne ne le change plus"),
            (Self::CodeSupply, Lang::En) => ("somebody whom the model does not name", "nobody changes it any more"),
            (Self::Recovery, Lang::Fr) => ("quelqu’un en garde une copie", "elles sont perdues avec elle"),
            (Self::Recovery, Lang::En) => ("somebody keeps a copy of the key", "it is lost with the key"),
            (Self::Staging, Lang::Fr) => ("oui, une copie en clair que d’autres lisent", "il n’y en a pas"),
            (Self::Staging, Lang::En) => ("yes, a copy in clear that others read", "there is none"),
            (Self::Exports, Lang::Fr) => ("oui, et un partenaire les garde en clair", "il n’y en a pas"),
            (Self::Exports, Lang::En) => ("yes, and a partner keeps it in clear", "there is none"),
            (Self::Cdn, Lang::Fr) => ("oui, et son opérateur voit passer les données en clair", "il n’y en a pas"),
            (Self::Cdn, Lang::En) => ("yes, and its operator sees the data pass in clear", "there is none"),
            (Self::DeviceManagement, Lang::Fr) => {
                ("oui, et qui les administre peut les modifier", "ils ne le sont pas")
            }
            (Self::DeviceManagement, Lang::En) => ("yes, and whoever manages them can alter them", "they are not"),
        }
    }
}

/// The topics of which a model says nothing, on one line.
pub fn silences(names: &[String], lang: Lang) -> String {
    let names = names.join(", ");
    lang.pick(format!("Le modèle ne dit rien de : {names}."), format!("The model says nothing of: {names}."))
}

/// What to do about it; accounts are described, not denied.
pub const fn silences_help(only_accounts: bool, lang: Lang) -> &'static str {
    match (only_accounts, lang) {
        (true, Lang::Fr) => {
            "Un mot de passe seul est supposé. `accounts` le décrit ; `enclair questions` donne les questions à poser."
        }
        (true, Lang::En) => {
            "A password alone is assumed. `accounts` describes it; `enclair questions` gives the questions to ask."
        }
        (false, Lang::Fr) => {
            "Ce qui existe et n’est pas décrit n’est pas compté. `has_no` dit qu’il n’y en a pas ; `enclair questions` donne les questions à poser."
        }
        (false, Lang::En) => {
            "What exists and is not described is not counted. `has_no` says that there is none; `enclair questions` gives the questions to ask."
        }
    }
}

/// A topic with what it is about.
pub fn about(name: &str, about: &[&str]) -> String {
    if about.is_empty() { name.to_owned() } else { format!("{name} ({})", about.join(", ")) }
}
