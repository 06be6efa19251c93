//! Rules on access: people, accounts, devices, ends of an encryption, countries.

use super::Entry;

pub(super) const OPERATOR: Entry = Entry {
    title: ("Qui exploite les services lit ce qu’ils lisent", "Whoever operates the services reads what they read"),
    so_what: (
        "Qui observe un service en marche a sa mémoire, ses secrets et ce qu’il peut demander.",
        "Whoever observes a running service has its memory, its secrets and what it may ask for.",
    ),
    logic: (
        "Des administrateurs, ou l’organisation qui exploite, observent un composant par privilège, et y lisent la donnée (R6, R7).",
        "Admins, or the organisation that operates, observe a component by privilege, and read the data there (R6, R7).",
    ),
    mistaken: (
        "Si l’accès n’existe qu’avec l’accord d’un autre, sur demande : retirer le droit et décrire la procédure.",
        "If access exists only with another’s approval, on request: remove the right and describe the procedure.",
    ),
};

pub(super) const SUPPORT_TOOL: Entry = Entry {
    title: ("L’outil de support montre les données", "The support tool shows the data"),
    so_what: (
        "Une règle d’usage, et non une clé, sépare le support des données.",
        "A usage rule, not a key, stands between support and the data.",
    ),
    logic: (
        "Un outil rend la donnée à qui présente les identifiants de ces administrateurs (R8).",
        "A tool hands out the data to whoever presents these admins’ credentials (R8).",
    ),
    mistaken: (
        "Si ces administrateurs sont destinataires par décision : les mettre dans `readers`.",
        "If these admins are recipients by decision: put them in `readers`.",
    ),
};

pub(super) const STORAGE_ADMIN: Entry = Entry {
    title: (
        "L’administrateur du stockage lit les données, disque chiffré ou non",
        "The storage’s administrator reads the data, encrypted disk or not",
    ),
    so_what: (
        "Il interroge le stockage, qui répond en clair, et déchiffre son disque pour lui s’il est chiffré.",
        "They query the storage, which answers in clear, and decrypts its disk for them if it is encrypted.",
    ),
    logic: (
        "Des administrateurs interrogent un stockage par privilège, et la donnée y est lisible (R6, R7).",
        "Admins query a storage by privilege, and the data can be read there (R6, R7).",
    ),
    mistaken: (
        "S’ils n’ont que les octets du disque : dire `store: S/medium` au lieu de `S`.",
        "If they only have the disk’s bytes: state `store: S/medium` rather than `S`.",
    ),
};

pub(super) const STOLEN_USER: Entry = Entry {
    title: ("Un compte volé lit les données", "A stolen account reads the data"),
    so_what: (
        "Un seul facteur volé suffit ; combien de dossiers il ouvre dépend du compte.",
        "One stolen factor is enough; how many records it opens depends on the account.",
    ),
    logic: (
        "Qui a le premier facteur d’un compte ouvre une session, qui donne la donnée (R7, R8).",
        "Whoever has an account’s first factor opens a session, which gives the data (R7, R8).",
    ),
    mistaken: (
        "Si un second facteur est exigé : le dire dans `login`.",
        "If a second factor is required: state it in `login`.",
    ),
};

pub(super) const STOLEN_ADMIN: Entry = Entry {
    title: ("Un compte d’administrateur volé lit les données", "A stolen admin account reads the data"),
    so_what: (
        "Le mot de passe d’un seul d’entre eux donne ce que leurs droits donnent.",
        "One of their passwords gives what their rights give.",
    ),
    logic: (
        "Qui a leurs identifiants sans second facteur a leurs droits, et lit par eux (R5).",
        "Whoever has their credentials, with no second factor, has their rights, and reads by them (R5).",
    ),
    mistaken: (
        "Si un second facteur est exigé partout : dire `mfa: true`.",
        "If a second factor is required everywhere: state `mfa: true`.",
    ),
};

pub(super) const DELIVERED_CODE: Entry = Entry {
    title: (
        "Le bout en bout tient tant que le code livré est honnête",
        "End-to-end encryption holds as long as the delivered code is honest",
    ),
    so_what: (
        "Qui livre la page ou l’application peut lui faire lire les données avant de les chiffrer, sans que cela se voie.",
        "Whoever delivers the page or the application can make it read the data before encrypting, and nobody sees it.",
    ),
    logic: (
        "Un fournisseur altère le code d’un terminal (R4), où la donnée est en clair (R6).",
        "A supplier alters a client’s code (R4), where the data is in clear (R6).",
    ),
    mistaken: (
        "Si chaque version est publiée dans un registre que d’autres vérifient : dire `updates: logged`.",
        "If each release is published in a log that others verify: state `updates: logged`.",
    ),
};

pub(super) const THIRD_PARTY_SCRIPT: Entry = Entry {
    title: ("Un script tiers lit ce que montre la page", "A third party’s script reads what the page shows"),
    so_what: (
        "Il s’exécute dans la page, avec tous ses droits, et change sans que personne le décide ici.",
        "It runs in the page, with all its rights, and changes without anybody here deciding.",
    ),
    logic: (
        "Qui altère un composant chargé comme script altère le terminal (R4), où la donnée est en clair.",
        "Whoever alters a component loaded as a script alters the client (R4), where the data is in clear.",
    ),
    mistaken: (
        "S’il est copié, figé et servi par l’éditeur : il n’est plus un `script` d’un autre.",
        "If it is copied, pinned and served by the vendor: it is no longer another’s `script`.",
    ),
};

pub(super) const UNVERIFIED_RECIPIENTS: Entry = Entry {
    title: ("L’annuaire peut ajouter un destinataire à l’insu de tous", "The key directory can add a recipient unseen"),
    so_what: (
        "Le terminal chiffre pour les clés qu’on lui donne : une clé de trop, et un autre lit.",
        "The client encrypts for the keys it is given: one key too many, and someone else reads.",
    ),
    logic: (
        "Un terminal apprend ses destinataires d’une source qu’un acteur peut altérer, sans les vérifier (R9).",
        "A client learns its recipients from a source that an actor can alter, without verifying them (R9).",
    ),
    mistaken: (
        "Si les empreintes sont comparées, par obligation : dire `verified: true` ; si un registre public le montre : `logged`.",
        "If fingerprints are compared as an enforced rule: state `verified: true`; if a public log shows it: `logged`.",
    ),
};

pub(super) const METADATA: Entry = Entry {
    title: (
        "Les métadonnées restent lisibles malgré le bout en bout",
        "Metadata stay readable despite end-to-end encryption",
    ),
    so_what: (
        "Qui échange avec qui, quand et combien en dit parfois autant que le contenu.",
        "Who exchanges with whom, when and how much can say as much as the content.",
    ),
    logic: (
        "Une donnée qui en accompagne une autre, chiffrée de bout en bout, est lue par privilège (R6).",
        "Data that accompany others, which are encrypted end-to-end, are read by privilege (R6).",
    ),
    mistaken: (
        "Si seuls certains composants les voient : dire `visible_to`.",
        "If only some components see them: state `visible_to`.",
    ),
};

pub(super) const PSEUDONYMS: Entry = Entry {
    title: (
        "Les pseudonymes se défont : les mêmes acteurs ont la table",
        "Pseudonyms can be undone: the same actors have the table",
    ),
    so_what: (
        "Qui a la table de correspondance, ou un contenu qui reconnaît les gens, retrouve les personnes.",
        "Whoever has the table, or content by which people are recognised, finds the people again.",
    ),
    logic: (
        "Un acteur a la donnée pseudonymisée, et la table qui l’ouvre ou de quoi reconnaître les gens (R7).",
        "An actor has the pseudonymised data, and the table that opens it or what recognises people (R7).",
    ),
    mistaken: (
        "Si la table est gardée par un autre, hors de leur portée : la décrire par `mapping`.",
        "If another keeps the table, out of their reach: describe it with `mapping`.",
    ),
};

pub(super) const THIRD_COUNTRY: Entry = Entry {
    title: (
        "Une organisation d’un pays tiers, ou de pays non dit, lit par ses droits",
        "An organisation of a third country, or of a country not stated, reads by its rights",
    ),
    so_what: (
        "Elle relève d’un pays hors de l’Espace économique européen, ou rien ne dit duquel. À examiner avec le registre des transferts.",
        "It is of a country outside the European Economic Area, or nothing says of which. To examine with the register of transfers.",
    ),
    logic: (
        "Une organisation d’un pays hors de l’Espace économique européen, ou de pays inconnu, lit la donnée par privilège.",
        "An organisation of a country outside the European Economic Area, or of an unknown one, reads the data by privilege.",
    ),
    mistaken: (
        "La règle ne dit rien du fondement du transfert : voir la section des pays tiers.",
        "The rule says nothing of the transfer’s basis: see the section on third countries.",
    ),
};

pub(super) const SESSION_KEPT: Entry = Entry {
    title: ("Des sessions ou des mots de passe sont gardés en clair", "Sessions or passwords are kept in clear"),
    so_what: (
        "Qui les lit dans un journal ou une trace agit à la place de leur propriétaire.",
        "Whoever reads them in a log or a trace acts as their owner.",
    ),
    logic: (
        "Un acteur apprend une session ou un facteur là où il est gardé, et ouvre ce qu’il ouvre (R6, R8).",
        "An actor learns a session or a factor where it is kept, and opens what it opens (R6, R8).",
    ),
    mistaken: (
        "S’ils sont masqués avant d’être écrits : retirer `session_in` ou `kept_in`.",
        "If they are masked before being written: remove `session_in` or `kept_in`.",
    ),
};

pub(super) const RECOVERY: Entry = Entry {
    title: ("On entre dans un compte sans ses facteurs", "An account opens without its factors"),
    so_what: (
        "Qui tient la boîte aux lettres, le SMS ou le guichet de récupération entre comme le propriétaire.",
        "Whoever has the mailbox, the text messages or the recovery desk gets in as the owner.",
    ),
    logic: (
        "Une session s’ouvre avec d’autres facteurs que ceux de la connexion, qu’un autre acteur a (R8).",
        "A session opens with other factors than signing in asks for, which another actor has (R8).",
    ),
    mistaken: (
        "Si récupérer le compte efface ou n’ouvre pas les données : dire `reset: none`.",
        "If recovering the account erases the data or does not open them: state `reset: none`.",
    ),
};

pub(super) const LOST_DEVICE: Entry = Entry {
    title: ("Un appareil perdu livre ses données", "A lost device gives its data away"),
    so_what: (
        "Il garde des données, et son verrou n’existe pas ou se devine.",
        "It keeps data, and its lock is absent or can be guessed.",
    ),
    logic: (
        "Qui vole l’appareil lit ses octets, en clair ou sous un code qui se devine (R6, R10).",
        "Whoever steals the device reads its bytes, in clear or under a passcode that can be guessed (R6, R10).",
    ),
    mistaken: (
        "Si l’appareil est chiffré sous un code long : dire `lock: strong`.",
        "If the device is encrypted under a long passcode: state `lock: strong`.",
    ),
};

pub(super) const MANAGED_DEVICE: Entry = Entry {
    title: ("Qui gère l’appareil à distance peut y lire", "Whoever manages the device from afar can read there"),
    so_what: (
        "La gestion du parc installe ce qu’elle veut, y compris ce qui lit.",
        "Device management installs what it likes, including what reads.",
    ),
    logic: (
        "Une organisation qui gère le terminal peut l’altérer, et la donnée y est en clair (R2, R6).",
        "An organisation that manages the client can alter it, and the data is in clear there (R2, R6).",
    ),
    mistaken: (
        "Si la gestion ne peut rien installer : retirer `mdm`.",
        "If management cannot install anything: remove `mdm`.",
    ),
};

pub(super) const DEVICE_COPY: Entry = Entry {
    title: ("La copie de l’appareil se lit ailleurs", "The device’s copy is read elsewhere"),
    so_what: (
        "La sauvegarde du téléphone emporte les données et les clés hors de l’appareil.",
        "The phone’s backup takes data and keys off the device.",
    ),
    logic: (
        "Un acteur lit la donnée, ou une clé qui l’ouvre, là où l’appareil est copié (R6, R7).",
        "An actor reads the data, or a key that opens it, where the device is copied (R6, R7).",
    ),
    mistaken: (
        "Si l’application s’exclut de cette copie, ou si elle est scellée : dire `under`, ou retirer `backed_up_to`.",
        "If the application opts out of that copy, or it is sealed: state `under`, or remove `backed_up_to`.",
    ),
};

pub(super) const IMPERSONATION: Entry = Entry {
    title: ("Des administrateurs agissent à la place des utilisateurs", "Admins act in the users’ place"),
    so_what: (
        "Ils voient ce que voit l’utilisateur, et rien ne les en distingue.",
        "They see what the user sees, and nothing tells them apart.",
    ),
    logic: (
        "Un outil ouvre la session des utilisateurs aux identifiants de ces administrateurs (R8).",
        "A tool opens users’ sessions to these admins’ credentials (R8).",
    ),
    mistaken: (
        "Si l’utilisateur doit l’accepter à chaque fois : retirer `impersonate`, et décrire cet accord.",
        "If the user must agree each time: remove `impersonate`, and describe that agreement.",
    ),
};

pub(super) const IDENTITY_PROVIDER: Entry = Entry {
    title: (
        "Le fournisseur d’identité peut ouvrir n’importe quel compte",
        "The identity provider can open any account",
    ),
    so_what: (
        "Les services le croient sur parole : qui le tient ouvre une session pour n’importe qui.",
        "The services take its word: whoever has it opens a session for anybody.",
    ),
    logic: (
        "Un acteur a ce que le fournisseur d’identité présente aux services, et ce que la session ouvre (R6, R8).",
        "An actor has what the identity provider presents to the services, and what the session opens (R6, R8).",
    ),
    mistaken: (
        "Si les données ne s’ouvrent qu’avec une clé de l’utilisateur : la décrire.",
        "If the data open only with a key of the user’s: describe it.",
    ),
};

pub(super) const OVEREXPOSED: Entry = Entry {
    title: (
        "Des utilisateurs voient ce qu’ils ne sont pas déclarés lire",
        "Users are shown what they are not declared to read",
    ),
    so_what: ("Leur propre compte, ou leur appareil, le leur montre.", "Their own account, or their device, shows it."),
    logic: (
        "La session d’un utilisateur, ou son terminal, donne une donnée dont il n’est pas lecteur déclaré (R6, R8).",
        "A user’s session, or client, gives data that the user is not declared to read (R6, R8).",
    ),
    mistaken: (
        "S’il est destinataire : le dire dans `readers` ; sinon, ne pas le lui envoyer.",
        "If they are recipients: state it in `readers`; if not, do not send it to them.",
    ),
};
