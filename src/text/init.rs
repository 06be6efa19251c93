//! Words of `enclair init`: its questions, and the comments of the model that it writes.

use super::Lang;

fixed! {
    /// `init`.
    command => "Écrit un modèle commenté, pour commencer", "Writes a commented model to start from";
    /// The path.
    path => "Fichier à écrire, ou « - » pour la sortie standard ; par défaut modele.yaml", "File to write, or `-` for standard output; default model.yaml";
    /// `--yes`.
    yes => "Ne pose aucune question : ce que les options ne disent pas prend sa valeur par défaut",
        "Asks no question: what options do not say takes its default";
    /// `--name`.
    name => "Nom du système", "Name of the system";
    /// `--vendor`.
    vendor => "Qui l’édite", "Who publishes it";
    /// `--users`.
    users => "Qui s’en sert, séparés par des virgules", "Who uses it, separated by commas";
    /// `--web`.
    web => "Une application web (c’est le cas si aucune n’est dite)", "A web application (the default if none is said)";
    /// `--mobile`.
    mobile => "Une application mobile", "A mobile application";
    /// `--host`.
    host => "Qui héberge les machines, ou unknown", "Who hosts the machines, or unknown";
    /// `--tls`.
    tls => "Les échanges avec les applications sont chiffrés (HTTPS)", "Exchanges with the applications are encrypted (HTTPS)";
    /// `--at-rest`.
    at_rest => "La base de données est chiffrée au repos", "The database is encrypted at rest";
    /// `--backups`.
    backups => "Il y a des sauvegardes", "There are backups";
    /// `--admins`.
    admins => "Qui administre les services, ou unknown ; l’éditeur par défaut", "Who administers the services, or unknown; the vendor by default";
    /// `--end-to-end`.
    end_to_end => "Les données sont chiffrées de bout en bout", "The data is end-to-end encrypted";
    /// Before the questions.
    welcome => "Quelques questions. Entrée garde la réponse entre crochets ; « ? » dit que vous ne savez pas.",
        "A few questions. Enter keeps the answer in brackets; `?` says that you do not know.";
    /// Question.
    ask_lang => "Langue du modèle (fr, en)", "Language of the model (fr, en)";
    /// Question.
    ask_name => "Nom du système", "Name of the system";
    /// Question.
    ask_vendor => "Qui l’édite", "Who publishes it";
    /// Question.
    ask_users => "Qui s’en sert, séparés par des virgules", "Who uses it, separated by commas";
    /// Question.
    ask_web => "Y a-t-il une application web (oui, non)", "Is there a web application (yes, no)";
    /// Question.
    ask_mobile => "Y a-t-il une application mobile (oui, non)", "Is there a mobile application (yes, no)";
    /// Question.
    ask_host => "Qui héberge les machines", "Who hosts the machines";
    /// Question.
    ask_tls => "Les échanges avec les applications sont-ils chiffrés par HTTPS (oui, non, ?)",
        "Are exchanges with the applications encrypted by HTTPS (yes, no, ?)";
    /// Question.
    ask_at_rest => "La base de données est-elle chiffrée au repos (oui, non, ?)", "Is the database encrypted at rest (yes, no, ?)";
    /// Question.
    ask_backups => "Y a-t-il des sauvegardes (oui, non, ?)", "Are there backups (yes, no, ?)";
    /// Question.
    ask_admins => "Qui administre les services", "Who administers the services";
    /// Question.
    ask_end_to_end => "Les données sont-elles chiffrées de bout en bout (oui, non, ?)", "Is the data end-to-end encrypted (yes, no, ?)";
    /// Default name.
    some_system => "Mon application", "My application";
    /// Default vendor.
    some_vendor => "Éditeur", "Vendor";
    /// Default users.
    some_users => "Patients, Médecins", "Patients, Doctors";
    /// The host that is not known.
    some_host => "Hébergeur inconnu", "Unknown host";
    /// An answer.
    yes_word => "oui", "yes";
    /// An answer.
    no_word => "non", "no";
    /// Neither yes nor no.
    yes_or_no => "répondre oui ou non", "answer yes or no";
    /// Neither yes, no nor unknown.
    yes_no_unknown => "répondre oui, non, ou ? si vous ne savez pas", "answer yes, no, or ? if you do not know";
    /// Not a language.
    which_lang => "répondre fr ou en", "answer fr or en";
    /// A name with characters that cannot be seen.
    hidden => "un nom n’a ni caractère de contrôle, ni caractère invisible ou qui change le sens de lecture",
        "a name has no control character, nor any that is invisible or changes the direction of reading";
    /// A name that is too long.
    too_long => "un nom a au plus 100 caractères", "a name has at most 100 characters";
    /// No name.
    empty => "un nom a au moins un caractère visible", "a name has at least one visible character";
    /// Input that cannot be read.
    unreadable => "cette réponse n’est pas en UTF-8", "this answer is not UTF-8";
    /// The end of the input before that of the questions.
    stopped => "les questions sont interrompues, rien n’est écrit", "the questions are interrupted, nothing is written";
    /// A file is there.
    exists => "ce fichier existe déjà, et `init` n’en remplace aucun", "this file exists already, and `init` replaces none";
    /// Another file has the name of the schema.
    not_the_schema => "ce fichier n’est pas le schéma d’enclair ; le déplacer, ou écrire le modèle ailleurs",
        "this file is not the schema of enclair; move it, or write the model elsewhere";
    /// What was written.
    written => "Modèle écrit, avec son schéma pour les éditeurs de texte :", "Model written, with its schema for text editors:";
    /// What to do next.
    next => "Ensuite :", "Next:";
}

/// The default name of the file.
pub const fn file(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "modele.yaml",
        Lang::En => "model.yaml",
    }
}

/// Words of a model: identifiers and labels of what it always has.
pub struct Words {
    /// Identifier and label of the data.
    pub data: (&'static str, &'static str),
    /// Of the machines.
    pub machines: (&'static str, &'static str),
    /// Of the server of pages.
    pub pages: (&'static str, &'static str),
    /// Of the release channel.
    pub release: (&'static str, &'static str),
    /// Of the build chain.
    pub ci: (&'static str, &'static str),
    /// Of the database.
    pub database: (&'static str, &'static str),
    /// Of the backup.
    pub backup: (&'static str, &'static str),
    /// Of the key of the disk.
    pub key: (&'static str, &'static str),
    /// Of the web client.
    pub web: (&'static str, &'static str),
    /// Of the mobile client.
    pub mobile: (&'static str, &'static str),
    /// Of the admins.
    pub admins: (&'static str, &'static str),
    /// What identifiers are made of where a name gives none: vendor, host, another organisation, people.
    pub fallbacks: [&'static str; 4],
}

/// The words of a model.
pub const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Fr => Words {
            data: ("dossier", "Dossier de santé"),
            machines: ("machines", "Machines"),
            pages: ("pages", "Pages web"),
            release: ("publication", "Publication"),
            ci: ("ci", "Usine logicielle"),
            database: ("base", "Base de données"),
            backup: ("sauvegarde", "Sauvegarde"),
            key: ("cle-disque", "la clé du disque"),
            web: ("web", "Site web"),
            mobile: ("mobile", "Application mobile"),
            admins: ("exploitants", "Exploitants"),
            fallbacks: ["editeur", "hebergeur", "societe", "utilisateurs"],
        },
        Lang::En => Words {
            data: ("record", "Health record"),
            machines: ("machines", "Machines"),
            pages: ("pages", "Web pages"),
            release: ("release", "Release channel"),
            ci: ("ci", "Build chain"),
            database: ("database", "Database"),
            backup: ("backup", "Backup"),
            key: ("disk-key", "the disk key"),
            web: ("web", "Web site"),
            mobile: ("mobile", "Mobile application"),
            admins: ("admins", "Site engineers"),
            fallbacks: ["vendor", "host", "company", "users"],
        },
    }
}

/// Comments of the model, one line or more each.
pub mod comments {
    use super::Lang;

    fixed! {
        /// At the top.
        top => "Qui peut lire quoi, en clair ? Ce modèle est un début : le compléter, le corriger.\n`enclair check` montre les réponses, `enclair questions` ce qu’il reste à demander, et à qui.\nCe que l’on ne sait pas s’écrit `unknown` : le pire est compté, et la question est posée.",
            "Who can read what, in plaintext? This model is a start: complete it, correct it.\n`enclair check` shows the answers, `enclair questions` what is left to ask, and whom.\nWhat is not known is written `unknown`: the worst is counted, and the question is asked.";
        /// The date.
        date => "date: 2026-01-31            # quand cette description était vraie", "date: 2026-01-31            # when this description was true";
        /// Organisations.
        organisations => "Les organisations. `country` : de quels pays elles dépendent (FR, US…) ; `owned_by` : qui les contrôle, ou `none`.\nUn certificat HDS s’écrit `hds: [1, 2, 3, 4]` : il ne change aucune réponse, et le rapport montre ce qu’il organise.",
            "Organisations. `country`: whose law they answer to (FR, US…); `owned_by`: who controls them, or `none`.\nAn HDS certificate is written `hds: [1, 2, 3, 4]`: it changes no answer, and the report shows what it organises.";
        /// People.
        people => "Ceux qui se servent du système. `of` : l’organisation qui les emploie ; `count` : combien ils sont.",
            "Those who use the system. `of`: the organisation that employs them; `count`: how many they are.";
        /// Data.
        data => "Les données, et qui est censé les lire. Une donnée par sorte : dossier, message, document, identité…",
            "Data, and who is meant to read it. One asset for each kind: record, message, document, identity…";
        /// Clients.
        clients => "Ce que les gens ont en main. `code_from` : d’où vient le code ; `lock` : comment l’appareil est verrouillé.",
            "What people hold. `code_from`: where the code comes from; `lock`: how the device is locked.";
        /// Hosting.
        hosting => "Les machines, et qui les opère. `shield` : ce qui les sépare de leur hébergeur.",
            "Machines, and who operates them. `shield`: what separates them from their host.";
        /// Backend.
        backend => "Les services : ceux de l’éditeur, et ceux des autres (`operator`). Ajouter les journaux (`kind: logs`), le suivi\nd’erreurs (`error-tracker`), les courriels (`mail`), les notifications (`push`), le CDN (`cdn`)…",
            "Services: the vendor’s own, and those of others (`operator`). Add the logs (`kind: logs`), the error tracker\n(`error-tracker`), mails (`mail`), notifications (`push`), the CDN (`cdn`)…";
        /// Storage.
        storage => "Les stockages. `at_rest` : `none`, `unknown`, ou le chiffrement des octets et sa clé ; `scope` : `volume` (le disque,\ndéchiffré par la machine), `engine` (la base elle-même), `request` (à chaque demande), `file`.",
            "Storages. `at_rest`: `none`, `unknown`, or the encryption of the bytes and its key; `scope`: `volume` (the disk,\ndecrypted by the machine), `engine` (the database itself), `request` (at each request), `file`.";
        /// Backups that exist.
        backups => "Les sauvegardes : chez qui elles sont, et si elles sont chiffrées.", "Backups: with whom they are, and whether they are encrypted.";
        /// Backups of which nothing is known.
        backups_unknown => "Les sauvegardes ne sont pas décrites : c’est une question à poser. Pour en décrire une :",
            "Backups are not described: it is a question to ask. To describe one:";
        /// What there is none of.
        has_no => "Ce qu’il n’y a pas, parmi ce qui s’oublie souvent. Garder ce qui est vrai, et retirer le dièse :",
            "What there is none of, among what is often forgotten. Keep what is true, and remove the hash:";
        /// Keys.
        keys => "Les clés, et où elles sont gardées : un composant, une organisation, ou `{ in: …, under: … }`.",
            "Keys, and where they are kept: a component, an organisation, or `{ in: …, under: … }`.";
        /// Accounts.
        accounts => "Comment on se connecte, et comment on récupère un compte. Non décrit : un mot de passe seul est supposé.",
            "How people sign in, and recover an account. Not described: a password alone is assumed.";
        /// Links.
        links => "Ce qui passe d’un composant à l’autre. `tls` : `\"1.3\"`, `\"1.2\"`, `mutual`, `old`, `unverified`, `none` ou `unknown` ;\n`via` : ce qui, en chemin, termine le TLS (un CDN, un proxy).",
            "What goes from one component to another. `tls`: `\"1.3\"`, `\"1.2\"`, `mutual`, `old`, `unverified`, `none` or `unknown`;\n`via`: what ends TLS on the way (a CDN, a proxy).";
        /// End-to-end encryption.
        end_to_end => "Le bout en bout : seuls les terminaux ont la clé. `recipients_from` : qui leur donne les clés des destinataires ;\n`verified` : si une règle appliquée impose de les vérifier.",
            "End-to-end: only the clients have the key. `recipients_from`: who gives them the recipients’ keys;\n`verified`: whether an enforced rule has them verified.";
        /// No end-to-end encryption is known of.
        end_to_end_unknown => "On ne sait pas si un chiffrement de bout en bout existe : il n’est pas compté, ce qui est le pire. Pour en décrire un :",
            "Whether there is end-to-end encryption is not known: none is counted, which is the worst case. To describe one:";
        /// End-to-end encryption without an end.
        end_to_end_without_client => "Le bout en bout demande un terminal : en décrire un dans `clients`, puis :",
            "End-to-end encryption needs a client: describe one in `clients`, then:";
        /// Admins.
        admins => "Qui a des droits sur quoi. `run` : observer ce qui tourne ; `change` : modifier ; `store` : lire ce qui y est gardé ;\n`read` : ce qu’un outil de support montre. `mfa` : un second facteur est-il exigé ?",
            "Who has rights on what. `run`: observe what runs; `change`: alter it; `store`: read what is kept there; `read`: what a\nsupport tool shows. `mfa`: is a second factor required?";
        /// Admins that are not known.
        admins_unknown => "On ne sait pas qui administre : il est supposé que c’est l’éditeur. Pour décrire des administrateurs :",
            "Who administers is not known: the vendor is assumed to. To describe admins:";
        /// Claims.
        claims => "Ce que promet l’éditeur, que l’outil confirme ou réfute :", "What the vendor promises, which the tool confirms or refutes:";
        /// A claim.
        claim => "Vous seuls pouvez lire vos données", "Only you can read your data";
    }
}

/// What stands at the top of a model that starts from one of the gallery.
pub fn from_template(id: &str, lang: Lang) -> String {
    lang.pick(
        format!(
            "Copie du modèle `{id}` de la galerie : remplacez ce qui n’est pas votre système.\nLes attentes (`expect`) sont les siennes : effacez-les, ou écrivez les vôtres avant de calculer."
        ),
        format!(
            "A copy of the model `{id}` of the gallery: replace what is not your system.\nThe expectations (`expect`) are its own: remove them, or write yours before computing."
        ),
    )
}
