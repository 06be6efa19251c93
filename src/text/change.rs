//! Single changes of a system in words: what is done, and what it costs the product.

use super::Lang;

/// A kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// A link gets TLS 1.3.
    Tls,
    /// The bytes of a storage or a backup are encrypted.
    EncryptBytes,
    /// A backup is encrypted before it leaves, under a key of the vendor.
    SealBackup,
    /// What a storage holds is encrypted by the services that read it.
    SealContent,
    /// A data asset is encrypted from end to end.
    EndToEnd,
    /// Recipients of an end-to-end encryption are verified.
    VerifyRecipients,
    /// A key moves to a key service of the vendor.
    MoveKey,
    /// A key is no longer kept at one of its places.
    KeyOut,
    /// Admins lose the right to observe.
    NoRun,
    /// Admins lose the right to alter.
    NoChange,
    /// Admins lose the right to read what is stored.
    NoStore,
    /// Admins no longer read through a tool.
    NoRead,
    /// Admins no longer act for people.
    NoImpersonate,
    /// A second factor is required of admins.
    AdminFactor,
    /// A second factor is required of people.
    SecondFactor,
    /// People cannot get in without their factors.
    NoReset,
    /// Sessions and factors are no longer kept in logs.
    SessionOut,
    /// A component no longer receives nor keeps data.
    KeepOut,
    /// A component is no longer on the way of links.
    RouteAround,
    /// A device keeps nothing.
    KeepNothing,
    /// A device is encrypted under a passcode that cannot be guessed.
    LockDevice,
    /// A device is no longer copied elsewhere.
    CopyOut,
    /// Nobody manages a device from afar.
    NoManagement,
    /// Updates of an application are publicly logged.
    LogUpdates,
    /// A page becomes an application whose releases are publicly logged.
    ShipApp,
    /// Scripts of others leave a page or an application.
    ScriptsOut,
    /// A storage asks for a credential.
    CloseStorage,
    /// The internet no longer reaches a component.
    Unexpose,
    /// A component runs in an enclave that the vendor verifies.
    Enclave,
    /// A staging copy holds no real data.
    StagingOut,
}

impl Action {
    /// Every kind of change.
    pub const ALL: [Self; 30] = [
        Self::Tls,
        Self::EncryptBytes,
        Self::SealBackup,
        Self::SealContent,
        Self::EndToEnd,
        Self::VerifyRecipients,
        Self::MoveKey,
        Self::KeyOut,
        Self::NoRun,
        Self::NoChange,
        Self::NoStore,
        Self::NoRead,
        Self::NoImpersonate,
        Self::AdminFactor,
        Self::SecondFactor,
        Self::NoReset,
        Self::SessionOut,
        Self::KeepOut,
        Self::RouteAround,
        Self::KeepNothing,
        Self::LockDevice,
        Self::CopyOut,
        Self::NoManagement,
        Self::LogUpdates,
        Self::ShipApp,
        Self::ScriptsOut,
        Self::CloseStorage,
        Self::Unexpose,
        Self::Enclave,
        Self::StagingOut,
    ];

    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Tls => "tls",
            Self::EncryptBytes => "encrypt-bytes",
            Self::SealBackup => "seal-backup",
            Self::SealContent => "seal-content",
            Self::EndToEnd => "end-to-end",
            Self::VerifyRecipients => "verify-recipients",
            Self::MoveKey => "move-key",
            Self::KeyOut => "key-out",
            Self::NoRun => "no-run",
            Self::NoChange => "no-change",
            Self::NoStore => "no-store",
            Self::NoRead => "no-read",
            Self::NoImpersonate => "no-impersonate",
            Self::AdminFactor => "admin-factor",
            Self::SecondFactor => "second-factor",
            Self::NoReset => "no-reset",
            Self::SessionOut => "session-out",
            Self::KeepOut => "keep-out",
            Self::RouteAround => "route-around",
            Self::KeepNothing => "keep-nothing",
            Self::LockDevice => "lock-device",
            Self::CopyOut => "copy-out",
            Self::NoManagement => "no-management",
            Self::LogUpdates => "log-updates",
            Self::ShipApp => "ship-app",
            Self::ScriptsOut => "scripts-out",
            Self::CloseStorage => "close-storage",
            Self::Unexpose => "unexpose",
            Self::Enclave => "enclave",
            Self::StagingOut => "staging-out",
        }
    }

    /// What is done; `about` is what it is done to, `place` the place of a key.
    pub fn title(self, about: &str, place: &str, lang: Lang) -> String {
        lang.pick(self.french(about, place), self.english(about, place))
    }

    fn french(self, about: &str, place: &str) -> String {
        match self {
            Self::Tls => format!("Passer en TLS 1.3 : {about}"),
            Self::EncryptBytes => format!("Chiffrer les octets, clé chez l’hébergeur : {about}"),
            Self::SealBackup => {
                format!("Chiffrer avant qu’elle parte, clé dans un coffre que l’éditeur opère : {about}")
            }
            Self::SealContent => format!("Chiffrer dans l’application avant d’écrire : {about}"),
            Self::EndToEnd => format!("Chiffrer de bout en bout, entre les terminaux des lecteurs : {about}"),
            Self::VerifyRecipients => format!("Vérifier les clés des destinataires, hors du serveur : {about}"),
            Self::MoveKey => format!("Confier à un coffre que l’éditeur opère, hors de l’hébergement actuel : {about}"),
            Self::KeyOut => format!("Ne plus garder {about} à cet endroit : {place}"),
            Self::NoRun => format!("Retirer le droit d’observer : {about}"),
            Self::NoChange => format!("Retirer le droit de modifier : {about}"),
            Self::NoStore => format!("Retirer le droit de lire les stockages : {about}"),
            Self::NoRead => format!("Retirer la lecture par un outil : {about}"),
            Self::NoImpersonate => format!("Retirer le droit d’agir à la place des utilisateurs : {about}"),
            Self::AdminFactor | Self::SecondFactor => format!("Exiger un second facteur : {about}"),
            Self::NoReset => format!("Ne plus rouvrir un compte sans ses facteurs : {about}"),
            Self::SessionOut => format!("Ne plus garder sessions ni facteurs en clair, où que ce soit : {about}"),
            Self::KeepOut => format!("Ne plus rien y envoyer, ni y garder : {about}"),
            Self::RouteAround => format!("Ne plus faire passer par : {about}"),
            Self::KeepNothing => format!("Ne rien garder sur l’appareil : {about}"),
            Self::LockDevice => format!("Chiffrer l’appareil sous un code qui ne se devine pas : {about}"),
            Self::CopyOut => format!("Ne plus copier l’appareil ailleurs : {about}"),
            Self::NoManagement => format!("Ne plus gérer l’appareil à distance : {about}"),
            Self::LogUpdates => format!("Publier chaque version dans un registre vérifiable : {about}"),
            Self::ShipApp => {
                format!("Remplacer la page par une application, aux versions publiées dans un registre : {about}")
            }
            Self::ScriptsOut => format!("Retirer les scripts de tiers : {about}"),
            Self::CloseStorage => format!("Demander un identifiant : {about}"),
            Self::Unexpose => format!("Retirer d’internet : {about}"),
            Self::Enclave => format!("Faire tourner dans une enclave que l’éditeur vérifie : {about}"),
            Self::StagingOut => format!("Y mettre des données fictives : {about}"),
        }
    }

    fn english(self, about: &str, place: &str) -> String {
        match self {
            Self::Tls => format!("Use TLS 1.3: {about}"),
            Self::EncryptBytes => format!("Encrypt the bytes, key with the host: {about}"),
            Self::SealBackup => {
                format!("Encrypt before it leaves, key in a key service that the vendor operates: {about}")
            }
            Self::SealContent => format!("Encrypt in the application before writing: {about}"),
            Self::EndToEnd => format!("Encrypt end-to-end, between the readers’ clients: {about}"),
            Self::VerifyRecipients => format!("Verify recipients’ keys, apart from the server: {about}"),
            Self::MoveKey => {
                format!("Entrust to a key service that the vendor operates, out of the present hosting: {about}")
            }
            Self::KeyOut => format!("No longer keep {about} at this place: {place}"),
            Self::NoRun => format!("Take away the right to observe: {about}"),
            Self::NoChange => format!("Take away the right to alter: {about}"),
            Self::NoStore => format!("Take away the right to read storages: {about}"),
            Self::NoRead => format!("Take away reading through a tool: {about}"),
            Self::NoImpersonate => format!("Take away acting for users: {about}"),
            Self::AdminFactor | Self::SecondFactor => format!("Require a second factor: {about}"),
            Self::NoReset => format!("No longer reopen an account without its factors: {about}"),
            Self::SessionOut => format!("No longer keep sessions or factors in plaintext, anywhere: {about}"),
            Self::KeepOut => format!("No longer send or keep anything there: {about}"),
            Self::RouteAround => format!("No longer go through: {about}"),
            Self::KeepNothing => format!("Keep nothing on the device: {about}"),
            Self::LockDevice => format!("Encrypt the device under a passcode that cannot be guessed: {about}"),
            Self::CopyOut => format!("No longer copy the device elsewhere: {about}"),
            Self::NoManagement => format!("No longer manage the device from afar: {about}"),
            Self::LogUpdates => format!("Publish each release in a verifiable log: {about}"),
            Self::ShipApp => format!("Replace the page by an application with logged releases: {about}"),
            Self::ScriptsOut => format!("Remove scripts of third parties: {about}"),
            Self::CloseStorage => format!("Ask for a credential: {about}"),
            Self::Unexpose => format!("Take off the internet: {about}"),
            Self::Enclave => format!("Run in an enclave that the vendor verifies: {about}"),
            Self::StagingOut => format!("Put fictitious data there: {about}"),
        }
    }

    /// What it costs the product.
    pub const fn cost(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.cost_in_french(),
            Lang::En => self.cost_in_english(),
        }
    }

    const fn cost_in_french(self) -> &'static str {
        match self {
            Self::Tls | Self::CloseStorage => "une configuration",
            Self::EncryptBytes => "une configuration, une clé à gérer",
            Self::SealBackup => "une clé à garder et à savoir retrouver le jour de la restauration",
            Self::SealContent => "plus de recherche ni de tri par la base sur ces champs",
            Self::EndToEnd => {
                "plus de recherche ni de traitement côté serveur ; partage et récupération à concevoir ; support aveugle"
            }
            Self::VerifyRecipients => "un geste de plus pour les lecteurs",
            Self::MoveKey => "un service de plus, dont dépend la disponibilité",
            Self::KeyOut => "ce qui s’en sert là, la récupération si c’en est une",
            Self::NoRun | Self::NoChange => "quelqu’un d’autre doit exploiter, ou une procédure de secours tracée",
            Self::NoStore => "diagnostics et corrections sans voir les données",
            Self::NoRead | Self::NoImpersonate => "le support ne voit plus ce que voit l’utilisateur",
            Self::AdminFactor | Self::SecondFactor => "un geste de plus à la connexion",
            Self::NoReset => "un compte dont on perd les facteurs est perdu",
            Self::SessionOut => "des diagnostics moins riches",
            Self::KeepOut => "ce que ce composant faisait de ces données",
            Self::RouteAround => "ce que ce composant faisait en route : cache, filtrage",
            Self::KeepNothing => "plus d’usage hors connexion",
            Self::LockDevice => "un code à saisir",
            Self::CopyOut => "un appareil perdu perd ses données",
            Self::NoManagement => "plus d’effacement ni de réglage à distance",
            Self::LogUpdates => "un registre à tenir, et quelqu’un qui le lise",
            Self::ShipApp => "une application à publier et à installer",
            Self::ScriptsOut => "ce que ces scripts apportaient",
            Self::Unexpose => "un réseau privé à joindre",
            Self::Enclave => "un outillage particulier, et une attestation à vérifier à chaque version",
            Self::StagingOut => "des essais sur des données fictives",
        }
    }

    const fn cost_in_english(self) -> &'static str {
        match self {
            Self::Tls | Self::CloseStorage => "a configuration",
            Self::EncryptBytes => "a configuration, a key to manage",
            Self::SealBackup => "a key to keep, and to find on the day of a restore",
            Self::SealContent => "no more search or sorting by the database on these fields",
            Self::EndToEnd => {
                "no more search or processing on the server; sharing and recovery to design; blind support"
            }
            Self::VerifyRecipients => "one more gesture for readers",
            Self::MoveKey => "one more service, on which availability depends",
            Self::KeyOut => "what uses it there, recovery if it is one",
            Self::NoRun | Self::NoChange => "someone else must operate, or a logged emergency procedure",
            Self::NoStore => "diagnosing and repairing without seeing the data",
            Self::NoRead | Self::NoImpersonate => "support no longer sees what the user sees",
            Self::AdminFactor | Self::SecondFactor => "one more gesture to sign in",
            Self::NoReset => "an account whose factors are lost is lost",
            Self::SessionOut => "poorer diagnostics",
            Self::KeepOut => "what that component did with these data",
            Self::RouteAround => "what that component did on the way: cache, filtering",
            Self::KeepNothing => "no more use offline",
            Self::LockDevice => "a passcode to type",
            Self::CopyOut => "a lost device loses its data",
            Self::NoManagement => "no more erasing or settings from afar",
            Self::LogUpdates => "a log to keep, and someone to read it",
            Self::ShipApp => "an application to publish and install",
            Self::ScriptsOut => "what these scripts brought",
            Self::Unexpose => "a private network to join",
            Self::Enclave => "special tooling, and an attestation to check at each release",
            Self::StagingOut => "tests on fictitious data",
        }
    }
}

fixed! {
    /// `changes`.
    command => "Applique chaque changement possible, seul, et dit qui ne lit plus et qui lit", "Applies each possible change alone, and says who no longer reads and who does";
    /// `--all`.
    all => "Montre aussi les changements qui ne changent aucune réponse", "Shows also changes that change no answer";
    /// Title.
    title => "Un changement à la fois, du meilleur au moins bon", "One change at a time, best first";
    /// What the order is, and what a change is taken for.
    order => "D’abord ce qui retire le plus de lecteurs non prévus par privilège ; puis ce qui n’ôte un accès prévu à personne ; puis ce qui ne rapproche personne ; puis ce qui touche le plus d’acteurs. Chaque changement est appliqué seul et tout est recalculé, comme s’il avait toujours été fait : ce qui est déjà gardé, copié ou connu reste lisible tant qu’il n’est pas effacé, rechiffré ou renouvelé.",
        "First what removes most unintended readers by privilege; then what takes an intended access from nobody; then what brings nobody nearer; then what moves most actors. Each change is applied alone and all is computed again, as if it had always been so: what is already kept, copied or known stays readable until it is erased, encrypted again or renewed.";
    /// Nothing changes anything.
    none => "Aucun des changements que l’outil connaît ne retire à lui seul un lecteur.", "None of the changes that the tool knows removes a reader on its own.";
}

/// A sentence that is about other data than those of the answer.
pub fn on_other_data(sentence: &str, lang: Lang) -> String {
    lang.pick(format!("Sur les autres données. {sentence}"), format!("On other data. {sentence}"))
}

/// What a change costs.
pub fn costs(cost: &str, lang: Lang) -> String {
    format!("{}{}{cost}.", cost_head(lang), lang.pick(" : ", ": "))
}

/// Who was meant to read, and no longer has a way to.
pub fn cut_off(names: &str, lang: Lang) -> String {
    format!("{}{}{names}.", cut_off_head(lang), lang.pick(" : ", ": "))
}

/// How many changes change no answer.
pub fn unmoving(count: usize, all: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => format!("1 changement sur {all} ne change aucune réponse"),
        (1, Lang::En) => format!("1 change of {all} changes no answer"),
        (_, Lang::Fr) => format!("{count} changements sur {all} ne changent aucune réponse"),
        (_, Lang::En) => format!("{count} changes of {all} change no answer"),
    }
}

/// The same, and how to see them.
pub fn idle(count: usize, all: usize, lang: Lang) -> String {
    let said = unmoving(count, all, lang);
    match (count, lang) {
        (1, Lang::Fr) => format!("{said} ; --all le montre."),
        (1, Lang::En) => format!("{said}; --all shows it."),
        (_, Lang::Fr) => format!("{said} ; --all les montre."),
        (_, Lang::En) => format!("{said}; --all shows them."),
    }
}

fixed! {
    /// Before those who were meant to read, and no longer have a way to.
    cut_off_head => "Lecteur prévu qui n’y accéderait plus, sans autre moyen", "An intended reader who would no longer get it, without another way";
    /// What a change costs.
    cost_head => "Coût pour le produit", "Cost for the product";
}

/// How many changes were left out for their cost.
pub fn skipped(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => "1 changement n’a pas été calculé : ce modèle en demanderait trop.".to_owned(),
        (1, Lang::En) => "1 change was not computed: this model would ask for too much.".to_owned(),
        (_, Lang::Fr) => {
            format!(
                "{count} changements n’ont pas été calculés, et il peut y en avoir de meilleurs : ce modèle en demanderait trop."
            )
        }
        (_, Lang::En) => {
            format!("{count} changes were not computed, and some may be better: this model would ask for too much.")
        }
    }
}
