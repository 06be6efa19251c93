//! Assumptions, unknowns and the questions that settle them.

use super::Lang;
use super::silence::Topic;

/// A default that the model relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assumption {
    /// The model says nothing of backups.
    NoBackup,
    /// The vendor administers what nobody else does.
    VendorAdministers,
    /// People sign in with one password.
    OnePassword,
    /// A native client keeps all it carries.
    KeepsAll,
    /// A web client keeps nothing but its session.
    WebKeepsSession,
    /// Updates reach a client without its user.
    UpdatesAuto,
    /// A device is not encrypted.
    LockNone,
    /// Nothing shields a component from its host.
    ShieldNone,
    /// The internet reaches what a client's link reaches.
    Exposed,
    /// A service reaches its storage by a link nobody described.
    LinkAssumed,
    /// A link leaves the hosting, so others carry its bits.
    PublicNetwork,
    /// A service that reads a storage writes to it too.
    WriteAccess,
    /// The directory of keys lies in the service's storages.
    DirectoryInStorage,
    /// Who signs in as a user can add a device of theirs.
    DeviceByAccount,
    /// Members added later do not receive the past.
    HistoryNew,
    /// Authorities can compel production and interception, not alteration.
    JurisdictionDefault,
    /// A second factor is not stolen with the first.
    MfaApart,
    /// The vendor has no owner.
    VendorUnowned,
    /// A key is only where it is declared, not beside what it protects.
    KeysAsDeclared,
    /// Whoever carries a page without TLS can alter it.
    PageInClear,
    /// A page reaches its client by a link nobody described.
    PageOverTls,
    /// The host itself verifies what runs in its enclave.
    AttestedByHost,
    /// Components on the way of end-to-end data receive its ciphertext only.
    SealedOnTheWay,
    /// All that is kept of this data was encrypted from the start.
    SealedFromTheStart,
    /// The mailbox that recovers an account is with nobody of this model.
    MailboxNotDescribed,
    /// A service has no right of its own at another.
    NoStandingRight,
    /// No service that reads a storage can use the key of its bytes.
    NobodyOpens,
    /// A storage keeps what links bring it, even where it is not said to hold it.
    HeldAsCarried,
    /// Encryption is built as it should be: neither broken nor malleable.
    SoundEncryption,
    /// Nobody recognises people behind pseudonyms by the content.
    PseudonymsHold,
    /// A password whose hash is kept can be guessed.
    GuessablePassword,
}

impl Assumption {
    /// Whether the default is the worst case: if the truth differs, answers can only get better.
    pub const fn is_worst_case(self) -> bool {
        !matches!(
            self,
            Self::NoBackup
                | Self::WebKeepsSession
                | Self::HistoryNew
                | Self::JurisdictionDefault
                | Self::MfaApart
                | Self::VendorUnowned
                | Self::KeysAsDeclared
                | Self::PageOverTls
                | Self::SealedOnTheWay
                | Self::SealedFromTheStart
                | Self::MailboxNotDescribed
                | Self::SoundEncryption
                | Self::PseudonymsHold
                | Self::NoStandingRight
                | Self::NobodyOpens
        )
    }

    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoBackup => "no-backup",
            Self::VendorAdministers => "vendor-administers",
            Self::OnePassword => "one-password",
            Self::KeepsAll => "keeps-all",
            Self::WebKeepsSession => "web-keeps-session",
            Self::UpdatesAuto => "updates-auto",
            Self::LockNone => "lock-none",
            Self::ShieldNone => "shield-none",
            Self::Exposed => "exposed",
            Self::LinkAssumed => "link-assumed",
            Self::PublicNetwork => "public-network",
            Self::WriteAccess => "write-access",
            Self::DirectoryInStorage => "directory-in-storage",
            Self::DeviceByAccount => "device-by-account",
            Self::HistoryNew => "history-new",
            Self::JurisdictionDefault => "jurisdiction-default",
            Self::MfaApart => "mfa-apart",
            Self::VendorUnowned => "vendor-unowned",
            Self::KeysAsDeclared => "keys-as-declared",
            Self::PageInClear => "page-in-clear",
            Self::PageOverTls => "page-over-tls",
            Self::AttestedByHost => "attested-by-host",
            Self::SealedOnTheWay => "sealed-on-the-way",
            Self::SealedFromTheStart => "sealed-from-the-start",
            Self::MailboxNotDescribed => "mailbox-not-described",
            Self::NoStandingRight => "no-standing-right",
            Self::NobodyOpens => "nobody-opens",
            Self::HeldAsCarried => "held-as-carried",
            Self::SoundEncryption => "sound-encryption",
            Self::PseudonymsHold => "pseudonyms-hold",
            Self::GuessablePassword => "guessable-password",
        }
    }

    /// The sentence; what it is about is listed after it.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NoBackup, Lang::Fr) => "Le modèle ne parle pas de sauvegarde : aucune n’est prise en compte.",
            (Self::NoBackup, Lang::En) => "The model says nothing of backups: none is taken into account.",
            (Self::VendorAdministers, Lang::Fr) => "L’éditeur administre ce que personne d’autre n’administre",
            (Self::VendorAdministers, Lang::En) => "The vendor administers what nobody else does",
            (Self::OnePassword, Lang::Fr) => "Un seul mot de passe, envoyé au service, ouvre le compte de",
            (Self::OnePassword, Lang::En) => "A single password, sent to the service, opens the account of",
            (Self::KeepsAll, Lang::Fr) => "Une application installée garde tout ce qu’elle transporte",
            (Self::KeepsAll, Lang::En) => "An installed application keeps all it carries",
            (Self::WebKeepsSession, Lang::Fr) => "Une page web ne garde que sa session",
            (Self::WebKeepsSession, Lang::En) => "A web page keeps nothing but its session",
            (Self::UpdatesAuto, Lang::Fr) => "Les mises à jour arrivent sans que l’utilisateur les contrôle",
            (Self::UpdatesAuto, Lang::En) => "Updates arrive without the user checking them",
            (Self::LockNone, Lang::Fr) => "L’appareil n’est pas chiffré",
            (Self::LockNone, Lang::En) => "The device is not encrypted",
            (Self::ShieldNone, Lang::Fr) => "Rien ne protège le composant de son hébergeur",
            (Self::ShieldNone, Lang::En) => "Nothing shields the component from its host",
            (Self::Exposed, Lang::Fr) => "Internet atteint ce qu’un client atteint",
            (Self::Exposed, Lang::En) => "The internet reaches what a client reaches",
            (Self::LinkAssumed, Lang::Fr) => "Un service rejoint son stockage par un lien non décrit, sans TLS au pire",
            (Self::LinkAssumed, Lang::En) => {
                "A service reaches its storage by a link that is not described, without TLS at worst"
            }
            (Self::PublicNetwork, Lang::Fr) => "Le lien sort de l’hébergement et passe par le réseau d’autrui",
            (Self::PublicNetwork, Lang::En) => "The link leaves the hosting and crosses other people’s networks",
            (Self::WriteAccess, Lang::Fr) => "Qui lit un stockage y écrit aussi",
            (Self::WriteAccess, Lang::En) => "What reads a storage also writes to it",
            (Self::DirectoryInStorage, Lang::Fr) => "L’annuaire des clés est dans les stockages de son service",
            (Self::DirectoryInStorage, Lang::En) => "The key directory lies in the storages of its service",
            (Self::DeviceByAccount, Lang::Fr) => {
                "Qui ouvre un compte peut y ajouter un appareil, destinataire de la suite"
            }
            (Self::DeviceByAccount, Lang::En) => {
                "Whoever opens an account can add a device to it, which receives what follows"
            }
            (Self::HistoryNew, Lang::Fr) => "Un destinataire ajouté plus tard ne reçoit pas le passé",
            (Self::HistoryNew, Lang::En) => "A recipient added later does not receive the past",
            (Self::JurisdictionDefault, Lang::Fr) => {
                "Une autorité peut exiger de produire et d’intercepter, pas de modifier"
            }
            (Self::JurisdictionDefault, Lang::En) => {
                "An authority can compel production and interception, not alteration"
            }
            (Self::MfaApart, Lang::Fr) => "Le second facteur n’est pas volé avec le premier",
            (Self::MfaApart, Lang::En) => "The second factor is not stolen with the first",
            (Self::VendorUnowned, Lang::Fr) => "Personne ne contrôle l’éditeur",
            (Self::VendorUnowned, Lang::En) => "Nobody controls the vendor",
            (Self::KeysAsDeclared, Lang::Fr) => {
                "Une clé n’est qu’aux endroits déclarés, pas à côté de ce qu’elle protège"
            }
            (Self::KeysAsDeclared, Lang::En) => "A key is only where it is declared, not beside what it protects",
            (Self::PageInClear, Lang::Fr) => "Qui transporte une page sans TLS peut la modifier",
            (Self::PageInClear, Lang::En) => "Whoever carries a page without TLS can alter it",
            (Self::SealedOnTheWay, Lang::Fr) => {
                "De ce qui est chiffré de bout en bout, ces composants ne reçoivent que le chiffré (sinon, `clear_at`)"
            }
            (Self::SealedOnTheWay, Lang::En) => {
                "Of what is end-to-end encrypted, these components receive the ciphertext only (otherwise, `clear_at`)"
            }
            (Self::SealedFromTheStart, Lang::Fr) => {
                "Tout ce qui est gardé a été chiffré ainsi dès l’origine, ancien compris"
            }
            (Self::SealedFromTheStart, Lang::En) => {
                "All that is kept was encrypted so from the start, old data included"
            }
            (Self::NobodyOpens, Lang::Fr) => "Aucun service ne peut employer la clé (`used_by`) : personne n’ouvre",
            (Self::NobodyOpens, Lang::En) => "No service can use the key (`used_by`): nobody opens",
            (Self::NoStandingRight, Lang::Fr) => "Un service n’a aucun droit permanent chez celui qu’il interroge",
            (Self::NoStandingRight, Lang::En) => "A service has no standing right at the one that it asks",
            (Self::MailboxNotDescribed, Lang::Fr) => {
                "Aucun service de courriel n’est décrit : la messagerie qui rouvre le compte n’est chez personne de ce modèle"
            }
            (Self::MailboxNotDescribed, Lang::En) => {
                "No mail service is described: the mailbox that recovers the account is with nobody of this model"
            }
            (Self::HeldAsCarried, Lang::Fr) => {
                "Un stockage garde ce que les liens lui apportent, même s’il n’est pas dit le garder"
            }
            (Self::HeldAsCarried, Lang::En) => {
                "A storage keeps what links bring it, even where it is not said to hold it"
            }
            (Self::SoundEncryption, Lang::Fr) => {
                "Le chiffrement n’est ni cassé, ni modifiable à l’aveugle, sous ces clés"
            }
            (Self::SoundEncryption, Lang::En) => "Encryption is neither broken nor malleable, under these keys",
            (Self::PseudonymsHold, Lang::Fr) => "Le contenu ne suffit pas à reconnaître les personnes",
            (Self::PseudonymsHold, Lang::En) => "The content is not enough to recognise people",
            (Self::GuessablePassword, Lang::Fr) => "Un mot de passe dont l’empreinte est gardée peut être deviné",
            (Self::GuessablePassword, Lang::En) => "A password whose hash is kept can be guessed",
            (Self::AttestedByHost, Lang::Fr) => "L’hébergeur vérifie lui-même ce qui tourne dans son enclave",
            (Self::AttestedByHost, Lang::En) => "The host itself verifies what runs in its enclave",
            (Self::PageOverTls, Lang::Fr) => {
                "Une page dont le lien n’est pas décrit arrive par TLS, sans intermédiaire"
            }
            (Self::PageOverTls, Lang::En) => {
                "A page whose link is not described arrives over TLS, with nothing on the way"
            }
        }
    }
}

/// What an attribute whose value is unknown is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unknown {
    /// The countries of an organisation.
    Country,
    /// The owner of an organisation.
    Owner,
    /// How a client is updated.
    Updates,
    /// What a component keeps.
    Keeps,
    /// How a device is locked.
    Lock,
    /// What shields a component from its host.
    Shield,
    /// Who supplies a service's code.
    CodeFrom,
    /// How stored bytes are encrypted.
    AtRest,
    /// What a link carries.
    Carries,
    /// How a link is encrypted.
    Tls,
    /// How an account is recovered.
    Reset,
    /// Whether recipients' keys are verified.
    Verified,
    /// Whether admins have a second factor.
    Mfa,
    /// What authorities can compel.
    Orders,
    /// Whether there are backups, and where.
    Backups,
    /// Who operates a component.
    Operator,
    /// Who is meant to read a data asset.
    Readers,
    /// What a storage holds.
    Holds,
    /// What reads a storage.
    UsedBy,
    /// Where a key is kept.
    Custody,
    /// Whether a password can be guessed.
    Guess,
    /// From whom ends learn recipients' keys.
    Recipients,
    /// Whom admins work for.
    Employer,
    /// From which countries admins have access.
    From,
    /// Whether an encryption is broken or malleable.
    Strength,
    /// Whether the content of pseudonymised data lets people be recognised.
    Reidentifiable,
}

impl Unknown {
    /// The question to ask, about a thing called `label`.
    pub fn question(self, label: &str, lang: Lang) -> String {
        match (self, lang) {
            (Self::Country, Lang::Fr) => format!("De quels pays dépend {label} ?"),
            (Self::Country, Lang::En) => format!("Which countries’ law does {label} answer to?"),
            (Self::Owner, Lang::Fr) => format!("Qui contrôle {label} ?"),
            (Self::Owner, Lang::En) => format!("Who controls {label}?"),
            (Self::Updates, Lang::Fr) => format!("Comment les mises à jour arrivent-elles à {label} ?"),
            (Self::Updates, Lang::En) => format!("How is {label} updated?"),
            (Self::Keeps, Lang::Fr) => format!("Que garde {label} ?"),
            (Self::Keeps, Lang::En) => format!("What does {label} keep?"),
            (Self::Lock, Lang::Fr) => format!("Comment l’appareil de {label} est-il verrouillé ?"),
            (Self::Lock, Lang::En) => format!("How is the device of {label} locked?"),
            (Self::Shield, Lang::Fr) => format!("Qu’est-ce qui protège {label} de son hébergeur ?"),
            (Self::Shield, Lang::En) => format!("What shields {label} from its host?"),
            (Self::CodeFrom, Lang::Fr) => format!("Qui fournit le code de {label} ?"),
            (Self::CodeFrom, Lang::En) => format!("Who supplies the code of {label}?"),
            (Self::AtRest, Lang::Fr) => format!("{label} : les octets sont-ils chiffrés, et qui a la clé ?"),
            (Self::AtRest, Lang::En) => format!("{label}: are the bytes encrypted, and who has the key?"),
            (Self::Carries, Lang::Fr) => format!("Que transporte le lien {label} ?"),
            (Self::Carries, Lang::En) => format!("What does the link {label} carry?"),
            (Self::Tls, Lang::Fr) => format!("Le lien {label} est-il chiffré ?"),
            (Self::Tls, Lang::En) => format!("Is the link {label} encrypted?"),
            (Self::Reset, Lang::Fr) => format!("Compte de {label} : comment le récupère-t-on sans ses facteurs ?"),
            (Self::Reset, Lang::En) => format!("Account of {label}: how is it recovered without its factors?"),
            (Self::Verified, Lang::Fr) => format!("{label} : les clés des destinataires sont-elles vérifiées ?"),
            (Self::Verified, Lang::En) => format!("{label}: are recipients’ keys verified?"),
            (Self::Mfa, Lang::Fr) => format!("{label} : un second facteur est-il exigé ?"),
            (Self::Mfa, Lang::En) => format!("{label}: is a second factor required?"),
            (Self::Backups, _) => Topic::Backups.question(label, lang),
            (Self::Orders, Lang::Fr) => format!("Que peut exiger l’autorité du pays {label} ?"),
            (Self::Orders, Lang::En) => format!("What can the authority of {label} compel?"),
            (Self::Operator, Lang::Fr) => format!("Qui exploite {label} ?"),
            (Self::Operator, Lang::En) => format!("Who operates {label}?"),
            (Self::Readers, Lang::Fr) => format!("À qui {label} est-il destiné ?"),
            (Self::Readers, Lang::En) => format!("Who is meant to read {label}?"),
            (Self::Holds, Lang::Fr) => format!("Quelles données garde {label} ?"),
            (Self::Holds, Lang::En) => format!("Which data does {label} hold?"),
            (Self::UsedBy, Lang::Fr) => format!("Quels services lisent {label} ?"),
            (Self::UsedBy, Lang::En) => format!("Which services read {label}?"),
            (Self::Custody, Lang::Fr) => format!("Où est gardée {label}, et qui y a accès ?"),
            (Self::Custody, Lang::En) => format!("Where is {label} kept, and who has access to it?"),
            (Self::Guess, Lang::Fr) => {
                format!("{label} : un mot de passe l’ouvre ; peut-on le deviner, en essayant autant qu’on veut ?")
            }
            (Self::Guess, Lang::En) => {
                format!("{label}: a password is behind it; can it be guessed, by trying as often as one likes?")
            }
            (Self::Recipients, Lang::Fr) => format!("{label} : de qui apprend-on pour quelles clés chiffrer ?"),
            (Self::Recipients, Lang::En) => format!("{label}: from whom does one learn for which keys to encrypt?"),
            (Self::Employer, Lang::Fr) => format!("Pour qui travaillent {label} ?"),
            (Self::Employer, Lang::En) => format!("Whom do {label} work for?"),
            (Self::From, Lang::Fr) => format!("De quels pays {label} ont-ils accès ?"),
            (Self::From, Lang::En) => format!("From which countries do {label} have access?"),
            (Self::Strength, Lang::Fr) => {
                format!("Le chiffrement sous {label} est-il cassé ou modifiable à l’aveugle ?")
            }
            (Self::Strength, Lang::En) => format!("Is the encryption under {label} broken or malleable?"),
            (Self::Reidentifiable, Lang::Fr) => {
                format!("Le contenu de {label} permet-il de reconnaître les personnes ?")
            }
            (Self::Reidentifiable, Lang::En) => format!("Does the content of {label} let people be recognised?"),
        }
    }

    /// The two answers it decides between: at worst, at best.
    pub const fn answers(self, lang: Lang) -> (&'static str, &'static str) {
        match (self, lang) {
            (Self::Country, Lang::Fr) => ("un pays qui peut contraindre", "aucun pays qui puisse contraindre"),
            (Self::Country, Lang::En) => ("a country that can compel", "no country that can compel"),
            (Self::Owner, Lang::Fr) => ("une autre organisation", "personne d’autre"),
            (Self::Owner, Lang::En) => ("another organisation", "nobody else"),
            (Self::Updates, Lang::Fr) => ("automatiquement", "jamais sans son utilisateur"),
            (Self::Updates, Lang::En) => ("automatically", "never without its user"),
            (Self::Keeps, Lang::Fr) => ("tout ce qu’il reçoit", "rien"),
            (Self::Keeps, Lang::En) => ("all it receives", "nothing"),
            (Self::Lock, Lang::Fr) => ("il ne l’est pas", "par un code impossible à deviner"),
            (Self::Lock, Lang::En) => ("it is not", "by a passcode that cannot be guessed"),
            (Self::Shield, Lang::Fr) => ("rien", "il n’y a pas d’accès de l’hébergeur"),
            (Self::Shield, Lang::En) => ("nothing", "the host has no access"),
            (Self::CodeFrom, Lang::Fr) => ("chaque service du modèle, et un inconnu", "personne"),
            (Self::CodeFrom, Lang::En) => ("each service of the model, and a stranger", "nobody"),
            (Self::AtRest, Lang::Fr) => ("non", "oui, sous une clé que personne n’a"),
            (Self::AtRest, Lang::En) => ("no", "yes, under a key that nobody has"),
            (Self::Carries, Lang::Fr) => ("tout ce qu’ont ses deux bouts", "rien"),
            (Self::Carries, Lang::En) => ("all that its two ends have", "nothing"),
            (Self::Tls, Lang::Fr) => ("non", "TLS 1.3"),
            (Self::Tls, Lang::En) => ("no", "TLS 1.3"),
            (Self::Reset, Lang::Fr) => ("par la messagerie seule", "on ne le récupère pas"),
            (Self::Reset, Lang::En) => ("through the mailbox alone", "it is not recovered"),
            (Self::Verified, Lang::Fr) => ("non", "oui, par une règle appliquée"),
            (Self::Verified, Lang::En) => ("no", "yes, as a rule that is enforced"),
            (Self::Mfa, Lang::Fr) => ("non", "oui"),
            (Self::Mfa, Lang::En) => ("no", "yes"),
            (Self::Backups, _) => Topic::Backups.answers(lang),
            (Self::Orders, Lang::Fr) => ("produire, intercepter et modifier", "rien"),
            (Self::Orders, Lang::En) => ("production, interception and alteration", "nothing"),
            (Self::Operator, Lang::Fr) => ("n’importe quelle organisation, inconnue comprise", "personne de ce modèle"),
            (Self::Operator, Lang::En) => ("any organisation, an unknown one included", "nobody of this model"),
            (Self::Readers, Lang::Fr) => ("à personne", "à ceux qui le lisent"),
            (Self::Readers, Lang::En) => ("nobody", "those who read it"),
            (Self::Holds, Lang::Fr) => ("toutes", "celles que les liens lui apportent"),
            (Self::Holds, Lang::En) => ("all", "those that links bring it"),
            (Self::UsedBy, Lang::Fr) => ("tous", "aucun"),
            (Self::UsedBy, Lang::En) => ("all", "none"),
            (Self::Custody, Lang::Fr) => ("partout, chez tout le monde", "hors de ce modèle"),
            (Self::Custody, Lang::En) => ("everywhere, with everyone", "outside this model"),
            (Self::Guess, Lang::Fr) => ("oui", "non : long et tiré au hasard"),
            (Self::Guess, Lang::En) => ("yes", "no: long and random"),
            (Self::Recipients, Lang::Fr) => ("de n’importe quel service", "de la personne elle-même"),
            (Self::Recipients, Lang::En) => ("from any service", "from the person themselves"),
            (Self::Employer, Lang::Fr) => ("n’importe quelle organisation, inconnue comprise", "personne"),
            (Self::Employer, Lang::En) => ("any organisation, an unknown one included", "nobody"),
            (Self::From, Lang::Fr) => ("un pays qui peut contraindre", "aucun autre"),
            (Self::From, Lang::En) => ("a country that can compel", "no other"),
            (Self::Strength | Self::Reidentifiable, Lang::Fr) => ("oui", "non"),
            (Self::Strength | Self::Reidentifiable, Lang::En) => ("yes", "no"),
        }
    }
}
