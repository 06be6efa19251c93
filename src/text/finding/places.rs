//! Rules on places: machines, storage, keys, flows, services.

use super::Entry;

pub(super) const HOST_MEMORY: Entry = Entry {
    title: ("L’hébergeur peut lire ce que traitent ses machines", "The host can read what its machines process"),
    so_what: (
        "Le TLS s’arrête sur le serveur et le disque s’ouvre pour lui : en mémoire, tout est en clair. Un technicien, ou un ordre donné à l’hébergeur, suffit.",
        "TLS ends on the server and the disk opens for it: in memory, all is plaintext. One technician, or an order to the host, is enough.",
    ),
    logic: (
        "Une organisation observe une machine par privilège (R0, R1, R3), et un composant qui y tourne a la donnée en clair (R6).",
        "An organisation observes a machine by privilege (R0, R1, R3), and a component that runs there has the data in clear (R6).",
    ),
    mistaken: (
        "Si une enclave vérifiée par un autre isole vraiment le service : dire `shield: tee` et `attested_by`.",
        "If an enclave that another verifies really seals the service off: state `shield: tee` and `attested_by`.",
    ),
};

pub(super) const CLEAR_STORAGE: Entry = Entry {
    title: ("Qui a le disque lit les données", "Whoever has the disk reads the data"),
    so_what: (
        "Rien ne chiffre les octets : un disque volé, jeté ou réattribué livre tout.",
        "Nothing encrypts the bytes: a disk stolen, discarded or reused gives everything away.",
    ),
    logic: (
        "La donnée est en clair sur le support du stockage, et quelqu’un peut lire ce support (R6).",
        "The data is in clear on the storage’s medium, and somebody can read that medium (R6).",
    ),
    mistaken: (
        "Si l’hébergeur chiffre ses disques sans que le modèle le dise : le décrire par `at_rest`.",
        "If the host encrypts its disks and the model does not say so: describe it with `at_rest`.",
    ),
};

pub(super) const KEY_BESIDE_DATA: Entry = Entry {
    title: ("Le chiffrement n’arrête pas qui a aussi la clé", "Encryption does not stop whoever has the key as well"),
    so_what: (
        "La clé est à portée de ceux qui ont les octets : ils déchiffrent sans forcer ce chiffrement.",
        "The key is within reach of those who have the bytes: they decrypt without breaking the encryption.",
    ),
    logic: (
        "Le même acteur a, par privilège ou en volant le support, ce qui est stocké et chaque clé qui l’ouvre, prise ailleurs que dans un coffre (R7, R10).",
        "The same actor has, by privilege or by stealing the medium, what is stored and every key that opens it, had elsewhere than in a key service (R7, R10).",
    ),
    mistaken: (
        "Si la clé n’est pas gardée là où le modèle le dit : corriger `kept_in`.",
        "If the key is not kept where the model says: correct `kept_in`.",
    ),
};

pub(super) const KEY_WITH_PROVIDER: Entry = Entry {
    title: (
        "Le coffre à clés s’ouvre à qui a aussi les données",
        "The key service opens for those who have the data as well",
    ),
    so_what: (
        "Confier la clé au coffre du même fournisseur, ou à un service qu’il fait tourner, lui laisse les deux moitiés.",
        "A key in the same provider’s key service, or usable by a service it runs, leaves that provider both halves.",
    ),
    logic: (
        "Le même acteur a, par privilège, ce qui est stocké et une clé gardée dans un coffre (R5, R7, R8).",
        "The same actor has, by privilege, what is stored and a key kept in a key service (R5, R7, R8).",
    ),
    mistaken: (
        "Si le coffre est d’une autre organisation, et qu’aucun service hébergé ne s’en sert : le décrire.",
        "If the key service is another organisation’s, and no hosted service uses it: describe it so.",
    ),
};

pub(super) const CLEAR_BACKUP: Entry = Entry {
    title: ("Qui garde la sauvegarde la lit", "Whoever keeps the backup reads it"),
    so_what: (
        "La sauvegarde dit autant que la base, et sort de l’endroit qui la protégeait.",
        "The backup says as much as the database, and leaves the place that protected it.",
    ),
    logic: (
        "La donnée est en clair sur le support d’une sauvegarde, et quelqu’un peut lire ce support (R6).",
        "The data is in clear on a backup’s medium, and somebody can read that medium (R6).",
    ),
    mistaken: (
        "Si elle est chiffrée avant de partir : le dire par `at_rest`, avec la clé.",
        "If it is encrypted before it leaves: state it with `at_rest`, and the key.",
    ),
};

pub(super) const KEY_ELSEWHERE: Entry = Entry {
    title: (
        "La clé du bout en bout est gardée ailleurs que chez les lecteurs",
        "The end-to-end key is kept elsewhere than with the readers",
    ),
    so_what: (
        "Séquestre, récupération ou synchronisation : qui ouvre cette copie lit tout ce que la clé chiffre.",
        "Escrow, recovery or sync: whoever opens that copy reads all that the key encrypts.",
    ),
    logic: (
        "Un acteur apprend la clé à un endroit qui n’est pas un terminal, puis lit ce qu’elle chiffre (R6 à R8, R10).",
        "An actor learns the key at a place that is no client, then reads what it encrypts (R6 to R8, R10).",
    ),
    mistaken: (
        "Si cette copie est scellée sous un secret que seul le lecteur a : dire `under` ou `opens_to`.",
        "If that copy is sealed under a secret that only the reader has: state `under` or `opens_to`.",
    ),
};

pub(super) const KEY_IN_BUILD_CHAIN: Entry = Entry {
    title: ("Une clé se trouve dans la chaîne de fabrication du logiciel", "A key lies in the software’s build chain"),
    so_what: (
        "Qui lit le dépôt, l’usine logicielle ou la publication a la clé, et ce qu’elle ouvre.",
        "Whoever reads the repository, the build chain or the releases has the key, and what it opens.",
    ),
    logic: (
        "Un acteur apprend la clé là où le logiciel est écrit, construit ou publié, puis lit ce qu’elle ouvre (R6, R7).",
        "An actor learns the key where software is written, built or published, then reads what it opens (R6, R7).",
    ),
    mistaken: (
        "Si ce n’est qu’une clé d’essai : ne pas en faire celle des vraies données dans le modèle.",
        "If it is a test key only: do not make it the key of real data in the model.",
    ),
};

pub(super) const CLEAR_FLOW: Entry = Entry {
    title: ("Le réseau voit passer les données en clair", "The network sees the data pass in clear"),
    so_what: (
        "Sans TLS sur ce trajet, qui tient le réseau ou la machine commune lit tout ce qui passe.",
        "Without TLS on this hop, whoever has the network or the common machine reads all that passes.",
    ),
    logic: (
        "La donnée est en clair sur un tronçon, et quelqu’un observe ce réseau (R3, R6).",
        "The data is in clear on a hop, and somebody observes that network (R3, R6).",
    ),
    mistaken: (
        "Si les deux composants sont le même processus, il n’y a pas de tronçon : n’en faire qu’un.",
        "If both components are one process, there is no hop: make them one.",
    ),
};

pub(super) const OLD_TLS: Entry = Entry {
    title: ("Ce TLS peut être affaibli, puis ouvert", "This TLS can be downgraded, then opened"),
    so_what: (
        "Un attaquant du réseau force une version dépassée et lit ce qui passe.",
        "A network attacker forces an outdated version and reads what passes.",
    ),
    logic: (
        "Le tronçon accepte un TLS dépassé : l’attaquant du réseau a son secret par effraction (R7).",
        "The hop accepts an outdated TLS: the network attacker has its secret by breach (R7).",
    ),
    mistaken: (
        "Si la version dépassée n’est plus acceptée : dire `tls: \"1.2\"` ou `\"1.3\"`.",
        "If the outdated version is no longer accepted: state `tls: \"1.2\"` or `\"1.3\"`.",
    ),
};

pub(super) const UNVERIFIED_PEER: Entry = Entry {
    title: (
        "Le certificat n’est pas vérifié : n’importe qui peut répondre à la place du serveur",
        "The certificate is not checked: anyone can answer for the server",
    ),
    so_what: (
        "Un attaquant du réseau se fait passer pour le serveur, lit, puis relaie.",
        "A network attacker poses as the server, reads, then relays.",
    ),
    logic: (
        "Le pair du tronçon n’est pas vérifié : l’attaquant du réseau a le secret du TLS par altération (R7).",
        "The hop’s peer is not checked: the network attacker has the TLS secret by tampering (R7).",
    ),
    mistaken: (
        "Si le certificat est épinglé ou vérifié par une autorité interne : dire la version de TLS.",
        "If the certificate is pinned, or checked against an internal authority: state the TLS version.",
    ),
};

pub(super) const INTERMEDIARY: Entry = Entry {
    title: ("Un intermédiaire ouvre le TLS et lit ce qui passe", "An intermediary opens TLS and reads what passes"),
    so_what: (
        "Le TLS va du terminal à l’intermédiaire, puis de lui au serveur : entre les deux, tout est en clair.",
        "TLS runs from the client to the intermediary, then from it to the server: in between, all is plaintext.",
    ),
    logic: (
        "Un composant est sur le chemin d’un lien (`via`), a la donnée en clair, et quelqu’un l’observe (R6).",
        "A component is on the way of a link (`via`), has the data in clear, and somebody observes it (R6).",
    ),
    mistaken: (
        "S’il relaie le TLS sans l’ouvrir, il n’est pas sur `via` : le retirer.",
        "If it relays TLS without opening it, it does not belong in `via`: remove it.",
    ),
};

pub(super) const THIRD_PARTY: Entry = Entry {
    title: ("Un service tiers reçoit les données en clair", "A third party’s service receives the data in clear"),
    so_what: (
        "Ce que le produit lui envoie, l’organisation qui l’opère le lit, et ses propriétaires avec elle.",
        "What the product sends there, the organisation that operates it reads, and so do its owners.",
    ),
    logic: (
        "Un composant qu’opère une autre organisation que l’éditeur a la donnée en clair, et quelqu’un l’observe (R6).",
        "A component that an organisation other than the vendor operates has the data in clear, and somebody observes it (R6).",
    ),
    mistaken: (
        "Si ce tiers est un destinataire voulu : le dire dans `readers`.",
        "If that third party is meant to read: state it in `readers`.",
    ),
};

pub(super) const LOGS: Entry = Entry {
    title: ("Les journaux gardent des données en clair", "Logs keep data in clear"),
    so_what: (
        "Qui lit les journaux lit les données, souvent plus de monde et plus longtemps que la base.",
        "Whoever reads the logs reads the data, often more people and for longer than the database.",
    ),
    logic: (
        "Un composant de journaux ou de suivi d’erreurs a la donnée en clair, et quelqu’un la lit là (R6).",
        "A component of logs or error tracking has the data in clear, and somebody reads it there (R6).",
    ),
    mistaken: (
        "Si les champs sont masqués avant l’envoi : ne pas les mettre dans `carries` ni `keeps`.",
        "If fields are masked before they are sent: leave them out of `carries` and `keeps`.",
    ),
};

pub(super) const SIDE_COPY: Entry = Entry {
    title: (
        "Un cache, une file ou un index garde une copie en clair",
        "A cache, a queue or an index keeps a copy in clear",
    ),
    so_what: ("Cette copie échappe à ce qui protège la base.", "That copy escapes what protects the database."),
    logic: (
        "Un composant de cache, de file ou d’indexation a la donnée en clair, et quelqu’un la lit là (R6).",
        "A cache, queue or search component has the data in clear, and somebody reads it there (R6).",
    ),
    mistaken: (
        "S’il ne garde que des références : ne pas mettre la donnée dans `keeps` ni `carries`.",
        "If it keeps references only: leave the data out of `keeps` and `carries`.",
    ),
};

pub(super) const STAGING: Entry = Entry {
    title: ("La copie d’essai contient de vraies données", "The test copy holds real data"),
    so_what: (
        "Elle a ses propres utilisateurs, souvent plus nombreux et moins surveillés.",
        "It has users of its own, often more of them and less watched.",
    ),
    logic: (
        "Une copie faite pour des essais tient la donnée, et quelqu’un l’y lit (R6 à R8).",
        "A copy made for tests holds the data, and somebody reads it there (R6 to R8).",
    ),
    mistaken: (
        "Si les données y sont fictives : ne pas dire `staging_of`, ni les mettre dans `keeps`.",
        "If its data are fictitious: do not state `staging_of`, and leave them out of `keeps`.",
    ),
};

pub(super) const OPEN_STORAGE: Entry = Entry {
    title: ("N’importe qui lit ce stockage, sans identifiant", "Anyone reads this storage, with no credential"),
    so_what: (
        "Il suffit d’en connaître l’adresse ; des robots les cherchent.",
        "Knowing its address is enough; robots look for it.",
    ),
    logic: (
        "Le stockage répond sans identifiant, et rend la donnée lisible (R6 à R8).",
        "The storage answers without a credential, and the data can be read (R6 to R8).",
    ),
    mistaken: (
        "Si un réseau privé est seul à l’atteindre : dire `open: false`, et décrire ses utilisateurs.",
        "If only a private network reaches it: state `open: false`, and describe its users.",
    ),
};

pub(super) const INTRUDER: Entry = Entry {
    title: (
        "Un intrus dans un service exposé lit ce que ce service peut lire",
        "An intruder in an exposed service reads what that service can read",
    ),
    so_what: (
        "Une faille de ce service suffit : il a les données, ou les clés qui les ouvrent.",
        "One flaw of this service is enough: it has the data, or the keys that open them.",
    ),
    logic: (
        "Un intrus prend, par effraction, un composant qu’internet atteint, puis lit par ce qu’il a (R3 à R8).",
        "An intruder takes, by breach, a component that the internet reaches, then reads by what it has (R3 to R8).",
    ),
    mistaken: (
        "Si internet ne l’atteint pas : dire `exposed: none`.",
        "If the internet does not reach it: state `exposed: none`.",
    ),
};

pub(super) const INJECTION: Entry = Entry {
    title: ("Une injection lit la base", "An injection reads the database"),
    so_what: (
        "Une requête mal protégée suffit : la base déchiffre son disque pour qui l’interroge.",
        "One unprotected query is enough: the database decrypts its disk for whoever asks.",
    ),
    logic: (
        "Une injection lit, par effraction, ce que le moteur répond (R6, R7).",
        "An injection reads, by breach, what the engine answers (R6, R7).",
    ),
    mistaken: (
        "Si ce stockage ne répond pas à des requêtes : dire un autre `kind`.",
        "If that storage answers no queries: state another `kind`.",
    ),
};

pub(super) const SUPPLIER: Entry = Entry {
    title: (
        "Qui fournit le code peut lui faire livrer les données",
        "Whoever supplies the code can make it hand out the data",
    ),
    so_what: (
        "Une mise à jour piégée, par la chaîne de fabrication, le magasin d’applications ou leur compte, lit ce que lit le programme.",
        "A trapped update, through the build chain, the application store or their account, reads what the program reads.",
    ),
    logic: (
        "Un fournisseur altère le code d’un composant (R4), qui a la donnée ou ses clés ; sur les terminaux, hors ce qui est chiffré entre eux (EC-017).",
        "A supplier alters the code of a component (R4), which has the data or its keys; on clients, apart from what is encrypted between them (EC-017).",
    ),
    mistaken: (
        "Si les versions sont figées et vérifiées par d’autres : dire `updates: pinned` ou `logged`.",
        "If releases are pinned, or verified by others: state `updates: pinned` or `logged`.",
    ),
};

pub(super) const ISOLATION: Entry = Entry {
    title: (
        "L’isolation dépend de qui fait tourner les machines",
        "The isolation depends on whoever runs the machines",
    ),
    so_what: (
        "Un verrou tient l’hébergeur à l’écart, et l’hébergeur tient le verrou : il lui suffit de l’altérer.",
        "A lock keeps the host out, and the host has the lock: altering it is enough.",
    ),
    logic: (
        "Un service est isolé de ses machines par un mécanisme que leur hébergeur, ou son vérificateur, peut altérer (R3, R4).",
        "A service is sealed off its machines by a mechanism that their host, or its verifier, can alter (R3, R4).",
    ),
    mistaken: (
        "Si un autre vérifie ce qui tourne dans l’enclave : dire `shield: tee` et `attested_by`.",
        "If another verifies what runs in the enclave: state `shield: tee` and `attested_by`.",
    ),
};
